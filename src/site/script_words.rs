//! What the theme's scripts say, in the site's language: the texts that they hand to `words.say` and `words.count`.
//!
//! In: the words of the site, and the scripts. Out: `words.js`, with the translations behind its functions. Never: a text that no script says.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::theme;
use crate::words::{Translation, Words};

/// Where the file stands in the site.
pub(super) const PATH: &str = "js/words.js";

/// Writes the functions, and behind them what is not said in English.
pub(super) fn write(words: &Words) -> Vec<u8> {
    let scripts: Vec<(String, &[u8])> = theme::static_files().filter(|(path, _)| path.starts_with("js/")).collect();
    let mut script = scripts.iter().find(|(path, _)| path == PATH).map_or_else(Vec::new, |(_, bytes)| bytes.to_vec());
    let said: BTreeSet<String> = scripts.iter().flat_map(|(_, bytes)| said(&String::from_utf8_lossy(bytes))).collect();
    let translated = words.translations().iter().filter(|(english, _)| said.contains(*english));
    let translations: Map<String, Value> = translated.map(|(english, translation)| (english.clone(), value(translation))).collect();
    if !translations.is_empty() {
        let settings = json!({"language": words.language(), "translations": translations});
        script.extend(format!("Object.assign(words, {settings});\n").into_bytes());
    }
    script
}

/// Every text in quotation marks on the lines of a script behind `words.`.
fn said(script: &str) -> Vec<String> {
    let calls = script.lines().filter_map(|line| Some(line.split_once("words.")?.1));
    calls.flat_map(|call| call.split('"').skip(1).step_by(2)).map(str::to_owned).collect()
}

fn value(translation: &Translation) -> Value {
    match translation {
        Translation::Text(text) => json!(text),
        Translation::Counted(forms) => json!(forms),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_scripts_say_is_written_and_nothing_for_english() {
        let mut words = Words::new("de");
        words.add("Show all".to_owned(), Translation::Text("Alle zeigen".to_owned()));
        words.add("Licence: {name}.".to_owned(), Translation::Text("Lizenz: {name}.".to_owned()));
        let script = String::from_utf8(write(&words)).unwrap();
        assert!(
            script.ends_with("Object.assign(words, {\"language\":\"de\",\"translations\":{\"Show all\":\"Alle zeigen\"}});\n"),
            "{script}"
        );
        assert!(!String::from_utf8(write(&Words::default())).unwrap().contains("Object.assign"));
    }
}
