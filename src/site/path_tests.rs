use std::path::Component;

use proptest::prelude::*;

use super::*;

fn fault(text: &str) -> PathFault {
    SitePath::parse(text).expect_err(text).fault
}

#[test]
fn ordinary_paths_are_accepted_as_written() {
    for text in [
        "index.html",
        "events/entity-list-28/index.html",
        ".well-known/security.txt",
        ".nojekyll",
        "_redirects",
        "CNAME",
        "a b/c.pdf",
        "100%.txt",
        "50%-off",
        "\u{4e2d}\u{7f8e}/\u{661f}.html",
        "\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645}",
        "r\u{e9}sum\u{e9}.pdf",
        "console/nullify.html",
        "com10",
        "aux-2",
        "...a",
        "a..b/c",
    ] {
        assert_eq!(SitePath::parse(text).expect(text).as_str(), text);
    }
}

#[test]
fn paths_that_leave_the_site_are_refused() {
    assert_eq!(fault(""), PathFault::Empty);
    for text in ["/etc/passwd", "//host/share", "\\\\host\\share", "C:/x", "c:x", "/"] {
        assert_eq!(fault(text), PathFault::Absolute, "{text}");
    }
    for text in ["..", ".", "../x", "a/../b", "a/./b", "a/..", "\u{ff0e}\u{ff0e}/x", "\u{2025}/x", "a/\u{2024}\u{2024}/b"] {
        assert_eq!(fault(text), PathFault::Dots, "{text}");
    }
    for text in ["a//b", "a/", "a/b/"] {
        assert_eq!(fault(text), PathFault::EmptyPart, "{text}");
    }
}

#[test]
fn percent_codes_are_refused_however_often_coded() {
    for text in ["%2e%2e/x", "a/%2E%2e/b", "%252e%252e", "a%2fb", "a%5Cb", "a%00", "%c0%ae", "\u{ff05}2e"] {
        assert!(matches!(fault(text), PathFault::PercentCode(_)), "{text}");
    }
}

#[test]
fn separators_and_unseen_characters_are_refused() {
    for c in [
        '\\', '\0', '\n', '\t', '\u{7f}', '\u{85}', ':', '*', '?', '"', '<', '>', '|', '\u{200b}', '\u{202e}', '\u{2066}', '\u{feff}',
        '\u{2028}', '\u{ad}',
    ] {
        assert_eq!(fault(&format!("a/b{c}c")), PathFault::Character(c));
    }
    assert_eq!(fault("a\u{ff0f}b"), PathFault::Character('\u{ff0f}'));
    assert_eq!(fault("a\u{2100}b"), PathFault::Character('\u{2100}'), "the sign a/c hides a slash");
    assert_eq!(fault("a\u{ff3c}b"), PathFault::Character('\\'));
}

#[test]
fn names_kept_by_windows_and_others_are_refused() {
    for text in [
        "con",
        "CON",
        "Aux.html",
        "a/nul/b",
        "nul.tar.gz",
        "com1",
        "COM0.txt",
        "lpt9",
        "com\u{b9}",
        "\u{ff43}on",
        "prn .txt",
        "conin$",
        "CONOUT$.x",
        ".git",
        ".GIT/config",
        ".g\u{200c}it/hooks/x",
        ".git/x",
        "GIT~1",
        ".hg",
        ".svn",
        ".jj",
        ".dateline-manifest",
        "a/.Dateline-staging",
    ] {
        assert!(matches!(fault(text), PathFault::ReservedName(_)), "{text}");
    }
}

#[test]
fn trailing_dots_and_spaces_are_refused() {
    for text in ["a.", "a /b", "a. ", "b\u{a0}", "wait\u{2026}", "a/b..."] {
        assert!(matches!(fault(text), PathFault::TrailingDotOrSpace(_)), "{text}");
    }
}

#[test]
fn lengths_are_limited_to_the_byte() {
    assert!(SitePath::parse(&"a".repeat(200)).is_ok());
    assert!(matches!(fault(&"a".repeat(201)), PathFault::LongPart(_)));
    assert!(matches!(fault(&"\u{e9}".repeat(101)), PathFault::LongPart(_)));
    assert!(SitePath::parse(&format!("{}/ab", "abc/".repeat(249).trim_end_matches('/'))).is_ok());
    assert_eq!(fault(&"abc/".repeat(251)), PathFault::LongPath);
}

#[test]
fn messages_show_no_control_characters() {
    let text = SitePath::parse("a\u{1b}[31m\u{202e}/b").unwrap_err().to_string();
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    assert!(text.contains("U+001B"), "{text}");
}

#[test]
fn folders_run_from_the_outermost_inwards() {
    assert_eq!(SitePath::parse("a/b/c.html").unwrap().folders().collect::<Vec<_>>(), ["a", "a/b"]);
    assert_eq!(SitePath::parse("c.html").unwrap().folders().count(), 0);
}

fn nasty_path() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("..".to_owned()),
        Just(".".to_owned()),
        Just("%2e%2e".to_owned()),
        Just("\u{ff0e}\u{ff0e}".to_owned()),
        Just("\u{2025}".to_owned()),
        Just("C:".to_owned()),
        Just(".git".to_owned()),
        Just("nul".to_owned()),
        "[a-zA-Z.%:\\\\ ]{0,6}",
        "\\PC{0,6}",
        any::<String>(),
    ];
    prop::collection::vec((part, prop_oneof![Just("/"), Just("\\"), Just("//"), Just("\u{ff0f}"), Just("")]), 0..6)
        .prop_map(|parts| parts.into_iter().map(|(part, slash)| part + slash).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_parsed_path_never_leaves_the_site(text in nasty_path()) {
        if let Ok(path) = SitePath::parse(&text) {
            prop_assert_eq!(path.as_str(), &text);
            let composed: String = text.nfkc().collect();
            for text in [text.as_str(), &composed, &path.collision_key()] {
                let root = Path::new("/srv/site");
                let joined = root.join(text);
                prop_assert!(joined.starts_with(root) && joined != root);
                prop_assert!(joined.components().skip(1).all(|c| matches!(c, Component::Normal(_))));
                prop_assert!(!text.contains(['\\', '\0', '\n', ':']));
                prop_assert!(text.split('/').all(|part| !matches!(part, "" | "." | "..")));
            }
        }
    }

    #[test]
    fn the_collision_key_is_its_own_key(text in "\\PC{0,12}") {
        let key = fold(&text);
        prop_assert_eq!(fold(&key), key);
    }

    #[test]
    fn spellings_of_one_name_share_a_key(text in "\\PC{0,12}") {
        let key = fold(&text);
        // Decomposed first, as Unicode D145 asks: an iota below a letter else changes places with the marks behind it.
        let folded = caseless::default_case_fold_str(&text.nfd().collect::<String>());
        for other in [text.nfc().collect::<String>(), text.nfd().collect(), text.nfkc().collect(), text.nfkd().collect(), folded] {
            prop_assert_eq!(fold(&other), key.clone());
        }
    }

    #[test]
    fn letter_case_does_not_change_the_key(text in "[a-zA-Z\u{e0}-\u{fe}\u{391}-\u{3a1}\u{3a3}-\u{3c9}\u{410}-\u{44f}]{0,12}") {
        prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
        prop_assert_eq!(fold(&text.to_lowercase()), fold(&text));
    }
}
