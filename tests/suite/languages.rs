//! Languages: every text that the theme says is translated, and no translation is left over.

use std::collections::BTreeSet;

use dateline::config::{Config, LANGUAGES, LinkKinds};
use dateline::words::{Translation, Words};

use crate::disk::{read_tree, repository, write};
use crate::program::build;

/// The catalogue of a language that is shipped.
fn catalogue(language: &str) -> Words {
    let (config, findings) = Config::read(&format!("title: T\nlanguage: {language}\n"));
    assert_eq!(findings, [], "{language}");
    config.words
}

/// All texts of a folder of this repository, one after another.
fn texts(folder: &str) -> String {
    let tree = read_tree(&repository().join(folder));
    tree.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect::<Vec<_>>().join("\n")
}

/// The text in quotation marks that ends where `text` ends.
fn quoted_at_end(text: &str) -> Option<&str> {
    text.trim_end().strip_suffix('"')?.rsplit('"').next()
}

/// What templates hand to `say`, and `many` of `say_count`.
fn said_by_templates() -> BTreeSet<String> {
    let templates = texts("templates");
    let mut said = BTreeSet::new();
    for (at, _) in templates.match_indices("| say") {
        let (before, behind) = templates.split_at(at);
        let Some(text) = quoted_at_end(before) else { continue };
        let text = match behind.strip_prefix("| say_count(") {
            Some(arguments) => arguments.split("many=\"").nth(1).and_then(|many| many.split('"').next()).expect("say_count has many"),
            None => text,
        };
        said.insert(text.to_owned());
    }
    said
}

/// What Rust hands to `say` and `say_with`.
fn said_by_pages() -> BTreeSet<String> {
    let pages = texts("src/pages");
    let calls = pages.split("self.say").skip(1).filter_map(|call| call.strip_prefix('(').or_else(|| call.strip_prefix("_with(")));
    calls.filter_map(|arguments| arguments.trim_start().strip_prefix('"')?.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn every_language_that_is_shipped_says_all_that_the_theme_says() {
    let kinds = LinkKinds::built_in();
    let kinds: BTreeSet<String> = kinds.iter().flat_map(|kind| [kind.forward.clone(), kind.inverse.clone()]).collect();
    let wanted: BTreeSet<String> = said_by_templates().into_iter().chain(said_by_pages()).chain(kinds.clone()).collect();
    assert!(wanted.len() > 180, "{}", wanted.len());
    let code = [texts("templates"), texts("src/pages"), texts("src/content/kinds")].join("\n");
    for (language, _) in LANGUAGES {
        let words = catalogue(language);
        let lacking: Vec<&String> = wanted.iter().filter(|text| !words.translations().contains_key(*text)).collect();
        assert!(lacking.is_empty(), "locales/{language}.yaml lacks: {lacking:#?}");
        let is_used = |text: &str| kinds.contains(text) || code.contains(&format!("\"{text}\""));
        let unused: Vec<&String> = words.translations().keys().filter(|text| !is_used(text)).collect();
        assert!(unused.is_empty(), "locales/{language}.yaml has what nothing says: {unused:#?}");
    }
}

#[test]
fn a_translation_has_the_placeholders_of_its_text() {
    let placeholders = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
    };
    for (language, _) in LANGUAGES {
        for (english, translation) in catalogue(language).translations() {
            let said = match translation {
                Translation::Text(text) => vec![text],
                Translation::Counted(forms) => vec![&forms["other"]],
            };
            assert!(said.iter().all(|text| placeholders(text) == placeholders(english)), "{language}: {english}");
        }
    }
}

#[test]
fn a_site_speaks_its_language_and_untrusted_values_stay_escaped() {
    let project = tempfile::TempDir::new().unwrap();
    write(project.path(), "dateline.yaml", b"title: Z\nlanguage: zh\nlicence: <b>&\n");
    write(project.path(), "content/events/a.md", "---\ntitle: 事件\ndate: 2019-10-07\n---\n正文\n".as_bytes());
    let run = build(project.path(), &[]);
    let page =
        std::fs::read_to_string(project.path().join("site/events/a/index.html")).unwrap_or_else(|error| panic!("{error}: {}", run.stderr));
    for said in ["跳到正文", "来源", "后续发展", "许可：&lt;b&gt;&amp;。"] {
        assert!(page.contains(said), "{said} is not in {page}");
    }
    assert!(!page.contains(">Sources<") && !page.contains("<b>&"), "{page}");
}
