//! Citations in running text, in the styles of the Citation Style Language; the processor is `hayagriva`.

mod narrow;
mod profile;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use citationberg::json::Item;
use citationberg::{IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::{BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest};
use serde::Serialize;

use narrow::narrow;
use profile::Profile;

use super::csl_json;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::pages::Citation;
use crate::project::StyleText;

/// The built-in styles with their names, in the order in which pages show them; unpacked when a first page is cited.
static BUILT_IN: LazyLock<Vec<(&str, IndependentStyle)>> = LazyLock::new(|| {
    let archived = [
        ("APA", ArchivedStyle::AmericanPsychologicalAssociation),
        ("Chicago", ArchivedStyle::ChicagoAuthorDate),
        ("MLA", ArchivedStyle::ModernLanguageAssociation),
    ];
    let independent = archived.map(|(name, archived)| match archived.get() {
        Style::Independent(style) => Some((name, style)),
        Style::Dependent(_) => None,
    });
    independent.into_iter().flatten().collect()
});
/// The words of all languages.
static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(locales);

/// The styles of a site.
#[derive(Debug)]
pub struct Styles {
    /// Those of a site's own, by their titles.
    own: Vec<(String, IndependentStyle)>,
    /// What the processor needs for sources of one profile in one language, made when it is first asked for.
    narrowed: Mutex<HashMap<Asked, Arc<Narrowed>>>,
}

/// The profile of a source, and the language of the page.
type Asked = (Profile, Option<String>);

/// The few rules and words that sources of one profile in one language can need: the processor walks through all it is given for each word.
#[derive(Debug)]
struct Narrowed {
    styles: Vec<(String, IndependentStyle)>,
    locale: Option<LocaleCode>,
    words: Vec<Locale>,
}

/// A citation in one style.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(in crate::render::citation) struct StyledText {
    /// The name of the style.
    style: String,
    text: String,
}

impl Styles {
    /// Reads the styles of a site's own, which follow the built-in ones. A file that is no such style is reported.
    pub fn new(config: &Config, files: &[StyleText], report: &mut Report) -> Self {
        let mut own = Vec::new();
        for file in files.iter().filter(|_| config.outputs.citations) {
            match IndependentStyle::from_xml(&file.text) {
                Ok(style) if style.bibliography.is_some() => own.push((style.info.title.value.clone(), style)),
                _ => {
                    let bad = Diagnostic::new(Code::BadSetting, format!("`{}` is no citation style that can be used", file.path));
                    report.push(bad.at(file.at.clone()).help("take an independent style with a bibliography, in CSL 1.0.2"));
                }
            }
        }
        Self { own, narrowed: Mutex::default() }
    }

    /// Writes a citation in every style, in the language of the page.
    pub(in crate::render::citation) fn write(&self, citation: &Citation) -> Vec<StyledText> {
        let Ok(item) = serde_json::from_value::<Item>(csl_json::item(citation).into()) else { return Vec::new() };
        let narrowed = self.narrowed(Profile::of(&item), citation.language.clone());
        narrowed.styles.iter().map(|(name, style)| StyledText { style: name.clone(), text: narrowed.write(style, &item) }).collect()
    }

    fn narrowed(&self, profile: Profile, language: Option<String>) -> Arc<Narrowed> {
        let mut narrowed = self.narrowed.lock().unwrap_or_else(PoisonError::into_inner);
        let made = narrowed.entry((profile, language)).or_insert_with_key(|(profile, language)| {
            let locale = language.clone().map(LocaleCode);
            let words = words_for(locale.as_ref(), &LOCALES);
            let built_in = BUILT_IN.iter().map(|(name, style)| (*name, style));
            let all = built_in.chain(self.own.iter().map(|(name, style)| (name.as_str(), style)));
            let styles = all.map(|(name, style)| (name.to_owned(), narrow(style, profile))).collect();
            Arc::new(Narrowed { styles, locale, words })
        });
        Arc::clone(made)
    }
}

impl Narrowed {
    /// Writes an entry of a list of sources.
    fn write(&self, style: &IndependentStyle, item: &Item) -> String {
        let (locale, words) = (self.locale.clone(), self.words.as_slice());
        let mut driver = BibliographyDriver::new();
        driver.citation(CitationRequest::new(vec![CitationItem::with_entry(item)], style, locale.clone(), words, None));
        let rendered = driver.finish(BibliographyRequest { style, locale, locale_files: words });
        let mut text = String::new();
        for entry in rendered.bibliography.iter().flat_map(|bibliography| &bibliography.items) {
            // Writing into a string cannot fail.
            let _ = entry.content.write_buf(&mut text, BufWriteFormat::Plain);
        }
        text
    }
}

/// The words of a language in all its regions, and the American English ones that stand in for those that lack.
fn words_for(locale: Option<&LocaleCode>, all: &[Locale]) -> Vec<Locale> {
    let primary = |code: &LocaleCode| code.0.split('-').next().map(str::to_owned);
    let standard = locale.and_then(LocaleCode::fallback);
    let is_wanted = |code: &LocaleCode| {
        *code == LocaleCode::en_us() || Some(code) == standard.as_ref() || locale.is_some_and(|locale| primary(code) == primary(locale))
    };
    all.iter().filter(|words| words.lang.as_ref().is_some_and(is_wanted)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// Items of every kind that pages are cited as, with and without each field that can lack.
    fn items() -> Vec<Item> {
        let full = json!({
            "id": "x", "type": "webpage", "title": "What «they» said: a list", "author": [{"family": "Chan", "given": "Mei"}, {"literal": "The Desk"}],
            "container-title": "Dateline", "publisher": "Harbor Press", "abstract": "A summary.", "language": "en",
            "URL": "https://example.org/events/a/", "archive_location": "https://archive.example/1", "version": "2",
            "issued": {"date-parts": [[2019, 10, 7]]}, "accessed": {"date-parts": [[2026, 11]]}, "keyword": "trade, lists"
        });
        let fields = ["author", "container-title", "publisher", "URL", "archive_location", "version", "issued", "accessed", "language"];
        let mut items = Vec::new();
        for kind in ["webpage", "article-newspaper", "book", "dataset", "document"] {
            let mut whole = full.clone();
            whole["type"] = json!(kind);
            let mut bare = whole.clone();
            for field in fields {
                let mut lacking = whole.clone();
                lacking.as_object_mut().and_then(|item| item.shift_remove(field));
                bare.as_object_mut().and_then(|item| item.shift_remove(field));
                items.push(lacking);
            }
            items.extend([whole, bare]);
        }
        items.into_iter().map(|item: Value| serde_json::from_value(item).expect("an item")).collect()
    }

    #[test]
    fn a_narrowed_style_writes_what_the_whole_one_writes() {
        let all = locales();
        let mut seen = 0;
        for (turn, archived) in ArchivedStyle::all().iter().enumerate() {
            let Style::Independent(style) = archived.get() else { continue };
            if style.bibliography.is_none() {
                continue;
            }
            let languages = ["en", "de", "zh-CN", "fr", "ar", "en-GB", "nb", "es"].iter().cycle();
            // Each style writes a quarter of the items.
            for (item, language) in items().iter().zip(languages).skip(turn % 4).step_by(4) {
                let locale = Some(LocaleCode((*language).to_owned()));
                let whole = Narrowed { styles: Vec::new(), locale: locale.clone(), words: all.clone() };
                let narrowed = Narrowed { styles: Vec::new(), words: words_for(locale.as_ref(), &all), locale };
                let narrow = narrow(&style, &Profile::of(item));
                assert_eq!(narrowed.write(&narrow, item), whole.write(&style, item), "{archived:?} {language} {item:?}");
                seen += 1;
            }
        }
        assert!(seen > 300, "{seen}");
    }
}
