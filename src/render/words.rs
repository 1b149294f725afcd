//! The filters by which templates speak the site's language.
//!
//! What they give is escaped as any text is: values put into a sentence need not be trusted.

use std::sync::Arc;

use tera::{Kwargs, State, Tera};

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

/// The arguments of a filter as texts.
fn read(values: &Kwargs, except: &[&str]) -> Vec<(String, String)> {
    let named = values.iter().filter_map(|(key, value)| Some((key.as_str()?.to_owned(), value.to_string())));
    named.filter(|(name, _)| !except.contains(&name.as_str())).collect()
}

fn pairs(values: &[(String, String)]) -> Vec<(&str, &str)> {
    values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
