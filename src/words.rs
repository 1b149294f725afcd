//! What the site itself says, in its own language: the English text is the key, as gettext has it.
//!
//! In: a language and its translations. Out: texts with their placeholders filled, counted by the rules of CLDR.
//! Never: reads a file, or escapes, which is the work of whoever writes HTML. What is not translated stays English.

use std::collections::BTreeMap;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesPreferences};

/// One text in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Translation {
    Text(String),
    /// By CLDR category: `one`, `few`, `other`.
    Counted(BTreeMap<String, String>),
}

/// The texts of a site in its language.
#[derive(Debug, Clone)]
pub struct Words {
    language: String,
    rules: PluralRulesPreferences,
    translations: BTreeMap<String, Translation>,
}

impl Default for Words {
    /// English, the language of the program.
    fn default() -> Self {
        Self::new("en")
    }
}

impl Words {
    /// No translation yet: everything is said in English, counted as the language counts.
    pub fn new(language: &str) -> Self {
        let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
        Self { language: language.to_owned(), rules: (&locale).into(), translations: BTreeMap::new() }
    }

    /// Adds a translation, or replaces it.
    pub fn add(&mut self, english: String, translation: Translation) {
        self.translations.insert(english, translation);
    }

    /// The tag of the language.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// All that is translated.
    pub fn translations(&self) -> &BTreeMap<String, Translation> {
        &self.translations
    }

    /// Says a text that has no placeholders.
    pub fn say(&self, english: &str) -> String {
        self.fill(english, &[])
    }

    /// Says a text and puts values where it has `{name}`.
    pub fn fill(&self, english: &str, values: &[(&str, &str)]) -> String {
        match self.translations.get(english) {
            Some(Translation::Text(text)) => fill(text, values),
            Some(Translation::Counted(forms)) => fill(forms.get("other").map_or(english, String::as_str), values),
            None => fill(english, values),
        }
    }

    /// The two sides of a text whose `{}` is a piece of HTML, each with values where it has `{name}`.
    pub fn around(&self, english: &str, values: &[(&str, &str)]) -> (String, String) {
        let text = self.say(english);
        let (before, after) = text.split_once("{}").unwrap_or((&text, ""));
        (fill(before, values), fill(after, values))
    }

    /// Says how many: `count(2, "{n} event", "{n} events", &[])`. The key is the second text, that for many. A value `n` stands in for
    /// the plain number.
    pub fn count(&self, count: u64, one: &str, many: &str, values: &[(&str, &str)]) -> String {
        let number = count.to_string();
        let mut values = values.to_vec();
        values.push(("n", &number));
        let text = match self.translations.get(many) {
            Some(Translation::Counted(forms)) => forms.get(self.category(count)).or_else(|| forms.get("other")),
            Some(Translation::Text(text)) => Some(text),
            None => None,
        };
        let english = if count == 1 { one } else { many };
        fill(text.map_or(english, String::as_str), &values)
    }

    fn category(&self, count: u64) -> &'static str {
        let category = PluralRules::try_new(self.rules, icu_plurals::PluralRulesOptions::default())
            .map_or(PluralCategory::Other, |rules| rules.category_for(count));
        match category {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }
}

/// Puts values into a text, in one go: braces inside a value are left as they are.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        filled.push_str(before);
        let value = behind.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        match value {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = behind;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arabic() -> Words {
        let mut words = Words::new("ar");
        let forms =
            [("zero", "صفر"), ("one", "حدث واحد"), ("two", "حدثان"), ("few", "{n} أحداث"), ("many", "{n} حدثًا"), ("other", "{n} حدث")];
        let forms = forms.iter().map(|(category, text)| ((*category).to_owned(), (*text).to_owned())).collect();
        words.add("{n} events".to_owned(), Translation::Counted(forms));
        words
    }

    #[test]
    fn each_language_counts_by_its_own_rules() {
        let said = |count| arabic().count(count, "{n} event", "{n} events", &[]);
        assert_eq!([0, 1, 2, 3, 11, 100].map(said), ["صفر", "حدث واحد", "حدثان", "3 أحداث", "11 حدثًا", "100 حدث"]);
    }

    #[test]
    fn what_is_not_translated_stays_english() {
        let words = Words::new("ar");
        assert_eq!(words.say("Sources"), "Sources");
        assert_eq!(words.count(1, "{n} event", "{n} events", &[]), "1 event");
        assert_eq!(words.count(2, "{n} event", "{n} events", &[]), "2 events");
    }

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        let words = Words::new("en");
        assert_eq!(words.fill("In {title} by {name}", &[("title", "{name}"), ("name", "x")]), "In {name} by x");
        assert_eq!(words.fill("a { brace } and {unknown}", &[]), "a { brace } and {unknown}");
    }
}
