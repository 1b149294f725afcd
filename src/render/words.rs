//! The filters by which templates speak the site's language.
//!
//! What they give is escaped as any text is: values put into a sentence need not be trusted.

use std::sync::Arc;

use tera::{Kwargs, State, Tera};

use crate::pages::escape;
use crate::words::Words;

/// Registers `say`, `say_count`, `say_before` and `say_after`.
pub(super) fn register(tera: &mut Tera, words: &Words) {
    let words = Arc::new(words.clone());
    let own = Arc::clone(&words);
    tera.register_filter("say", move |english: &str, values: Kwargs, _: &State| {
        if values.iter().next().is_none() {
            return own.say(english);
        }
        let values = read(&values, &[]);
        own.fill(english, &pairs(&values))
    });
    let own = Arc::clone(&words);
    tera.register_filter("say_count", move |one: &str, values: Kwargs, _: &State| {
        let (count, many) = (values.must_get::<u64>("n")?, values.must_get::<&str>("many")?);
        let others = read(&values, &["n", "many"]);
        Ok::<String, tera::Error>(own.count(count, one, many, &pairs(&others)))
    });
    let own = Arc::clone(&words);
    tera.register_filter("say_before", move |english: &str, values: Kwargs, _: &State| own.around(english, &pairs(&read(&values, &[]))).0);
    tera.register_filter("say_after", move |english: &str, values: Kwargs, _: &State| words.around(english, &pairs(&read(&values, &[]))).1);
}

/// Says in a template what stands there as a plain text, `{{ "Sources" | say }}`: a page says it over and over, and always the same.
pub(super) fn say_ahead(template: &str, words: &Words) -> String {
    let mut said = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once("{{ \"") {
        said.push_str(before);
        match read_plain(behind, words) {
            Some((text, after)) => {
                said.push_str(&text);
                rest = after;
            }
            None => {
                said.push_str("{{ \"");
                rest = behind;
            }
        }
    }
    said.push_str(rest);
    said
}

/// What is said of a text behind its first quotation mark, and what follows; none where more is done with it.
fn read_plain<'t>(behind: &'t str, words: &Words) -> Option<(String, &'t str)> {
    let (english, after) = behind.split_once('"')?;
    let (filter, after) = after.strip_prefix(" | ")?.split_once(" }}")?;
    let text = match filter {
        "say" => words.say(english),
        "say_before" => words.around(english, &[]).0,
        "say_after" => words.around(english, &[]).1,
        _ => return None,
    };
    // A brace or a backslash means something to the template.
    (!text.contains(['{', '}']) && !english.contains('\\')).then(|| (escape(&text), after))
}

/// The arguments of a filter as texts.
fn read(values: &Kwargs, except: &[&str]) -> Vec<(String, String)> {
    let named = values.iter().filter_map(|(key, value)| Some((key.as_str()?.to_owned(), value.to_string())));
    named.filter(|(name, _)| !except.contains(&name.as_str())).collect()
}

fn pairs(values: &[(String, String)]) -> Vec<(&str, &str)> {
    values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Translation;

    #[test]
    fn plain_texts_are_said_ahead_and_nothing_else_is() {
        let mut words = Words::new("de");
        words.add("Sources".to_owned(), Translation::Text("Quellen & <mehr>".to_owned()));
        words.add("by {}".to_owned(), Translation::Text("von {} gesagt".to_owned()));
        words.add("odd".to_owned(), Translation::Text("{{ odd }}".to_owned()));
        let said = |template: &str| say_ahead(template, &words);
        assert_eq!(said("<h2>{{ \"Sources\" | say }}</h2>"), "<h2>Quellen &amp; &lt;mehr&gt;</h2>");
        assert_eq!(said("{{ \"by {}\" | say_before }}x{{ \"by {}\" | say_after }}"), "von x gesagt");
        for left in ["{{ \"{n}\" | say(n=1) }}", "{{ \"odd\" | say }}", "{{ \"a\" ~ b }}", "{{ \"a", "{{ \"a\\\"b\" | say }}"] {
            assert_eq!(said(left), left);
        }
    }
}
