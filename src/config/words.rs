//! The catalogue of the site's language: the one that is shipped, and over it what `words:` says.

use crate::words::{Translation, Words};
use crate::yaml::{self, Node, Reader, Value, Written};

/// The languages that are shipped complete, with their catalogues.
pub const LANGUAGES: &[(&str, &str)] = &[
    ("ar", include_str!("../../locales/ar.yaml")),
    ("de", include_str!("../../locales/de.yaml")),
    ("es", include_str!("../../locales/es.yaml")),
    ("fr", include_str!("../../locales/fr.yaml")),
    ("zh", include_str!("../../locales/zh.yaml")),
];

/// Reads the shipped catalogue of a language, and over it the site's own.
pub(super) fn read(language: &str, own: Option<&Node>, reader: &mut Reader) -> Words {
    let mut words = Words::new(language);
    if let Some(text) = shipped(language) {
        let (node, _) = yaml::parse(text);
        add(&mut words, &node, &mut Reader::new(Written { path: "locales", text, yaml: 0..text.len() }));
    }
    if let Some(own) = own {
        match own.value {
            Value::Mapping(_) => add(&mut words, own, reader),
            _ => reader.misfit(own, "words", "a mapping of English texts, such as `Sources: Quellen`"),
        }
    }
    words
}

/// The catalogue that fits a language tag: `de-AT` reads `de`. Traditional Chinese is another script than the `zh` that is shipped.
fn shipped(language: &str) -> Option<&'static str> {
    let language = language.to_lowercase().replace('_', "-");
    let mut subtags = language.split('-');
    let primary = subtags.next()?;
    if primary == "zh" && subtags.any(|subtag| matches!(subtag, "hant" | "tw" | "hk" | "mo")) {
        return None;
    }
    LANGUAGES.iter().find(|(shipped, _)| *shipped == primary).map(|(_, text)| *text)
}

fn add(words: &mut Words, catalogue: &Node, reader: &mut Reader) {
    for (key, said) in catalogue.entries() {
        let translation = match &said.value {
            Value::Text(text) => Translation::Text(text.text.clone()),
            Value::Mapping(forms) => {
                let form = |(form, text): &(yaml::Key, Node)| Some((form.name.clone(), reader.text(text, &form.name)?.value));
                Translation::Counted(forms.iter().filter_map(form).collect())
            }
            Value::Null | Value::List(_) => {
                reader.misfit(said, &key.name, "a text, or texts by `one` and `other`");
                continue;
            }
        };
        words.add(key.name.clone(), translation);
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    #[test]
    fn a_site_may_replace_single_words() {
        let (config, findings) = Config::read("title: T\nlanguage: de-AT\nwords: {Sources: Belege}\n");
        assert_eq!(findings, []);
        assert_eq!((config.words.say("Sources").as_str(), config.words.say("Corrections").as_str()), ("Belege", "Korrekturen"));
    }

    #[test]
    fn traditional_chinese_is_not_shown_in_simplified() {
        let says = |language: &str| Config::read(&format!("title: T\nlanguage: {language}\n")).0.words.say("Sources");
        assert_eq!(["zh-CN", "zh-Hant", "zh-TW"].map(says), ["来源", "Sources", "Sources"]);
    }
}
