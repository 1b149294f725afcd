//! Languages: every text that the theme says is translated, and no translation is left over.

use std::collections::BTreeSet;

use dateline::config::{Config, LANGUAGES, LinkKinds};
use dateline::content::kinds::event::Status;
use dateline::content::kinds::source::SourceKind;
use dateline::date::{EventDate, countdown, distance, span_in_words};
use dateline::words::{Translation, Words};
use icu_locale_core::Locale;
use icu_plurals::{PluralRules, PluralRulesOptions};
use proptest::prelude::*;

use crate::disk::{folder_of, read_tree, repository, write};
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

/// The texts in quotation marks right behind any of the openings, in a code.
fn behind<'a>(code: &'a str, openings: &'a [&str]) -> impl Iterator<Item = &'a str> {
    openings
        .iter()
        .flat_map(move |opening| code.split(opening).skip(1))
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
}

/// The texts for many, which the calls of a counting function have second: `count(n, "{n} event", "{n} events")`.
fn counted(code: &str, call: &str) -> BTreeSet<String> {
    let many = |rest: &str| rest.split('"').nth(3).map(str::to_owned);
    code.split(call)
        .skip(1)
        .filter(|rest| rest.split(['"', ';']).next().is_some_and(|before| !before.contains('{')))
        .filter_map(many)
        .collect()
}

/// The names of languages.
fn languages() -> BTreeSet<String> {
    let code = std::fs::read_to_string(repository().join("src/pages/language_name.rs")).unwrap();
    let pairs = code.lines().filter_map(|line| line.trim().strip_prefix("(\"")?.strip_suffix("\"),"));
    pairs.filter_map(|pair| Some(pair.split_once("\", \"")?.1.to_owned())).collect()
}

/// What Rust says on pages.
fn said_by_pages() -> BTreeSet<String> {
    let pages = texts("src/pages");
    let said = behind(&pages, &["self.say(", "self.say_with("]).map(str::to_owned);
    said.chain(counted(&pages, "self.say_count(")).collect()
}

/// What the words of dates are made of.
fn said_by_dates() -> BTreeSet<String> {
    let dates = ["words", "distance.rs", "countdown.rs"].map(|name| match name {
        "words" => texts("src/date/words"),
        file => std::fs::read_to_string(repository().join("src/date").join(file)).unwrap(),
    });
    let dates = dates.map(|code| code.split("#[cfg(test)]").next().unwrap_or_default().to_owned()).join("\n");
    let said = behind(&dates, &["say(", "fill(", "dated(", "between(", "within(", "far("]).map(str::to_owned);
    said.chain(counted(&dates, "counted(words, ")).collect()
}

/// What the scripts say.
fn said_by_scripts() -> BTreeSet<String> {
    let scripts = texts("static/js");
    behind(&scripts, &["words.say("]).map(str::to_owned).chain(counted(&scripts, "words.count(")).collect()
}

/// The words of the vocabularies that authors choose from.
fn kinds() -> BTreeSet<String> {
    let links = LinkKinds::built_in();
    let links = links.iter().flat_map(|kind| [kind.forward.clone(), kind.inverse.clone()]);
    links
        .chain(SourceKind::WORDS.iter().map(|(word, _)| (*word).to_owned()))
        .chain(Status::WORDS.iter().map(|(word, _)| (*word).to_owned()))
        .collect()
}

#[test]
fn every_language_that_is_shipped_says_all_that_the_theme_says() {
    let parts = [said_by_templates(), said_by_pages(), said_by_dates(), said_by_scripts(), kinds(), languages()];
    assert!(parts.iter().zip([200, 60, 100, 40, 20, 15]).all(|(part, least)| part.len() > least), "{:?}", parts.map(|part| part.len()));
    let wanted: BTreeSet<String> = parts.into_iter().flatten().collect();
    let code = ["templates", "src/pages", "src/date", "src/content/kinds", "src/config", "static/js"].map(texts).join("\n");
    for (language, _) in LANGUAGES {
        let words = catalogue(language);
        let lacking: Vec<&String> = wanted.iter().filter(|text| !words.translations().contains_key(*text)).collect();
        assert!(lacking.is_empty(), "locales/{language}.yaml lacks: {lacking:#?}");
        let is_used = |text: &str| wanted.contains(text) || code.contains(&format!("\"{text}\""));
        let unused: Vec<&String> = words.translations().keys().filter(|text| !is_used(text)).collect();
        assert!(unused.is_empty(), "locales/{language}.yaml has what nothing says: {unused:#?}");
        let lines = std::fs::read_to_string(repository().join(format!("locales/{language}.yaml"))).unwrap();
        assert_eq!(lines.matches("\n\"").count(), words.translations().len(), "locales/{language}.yaml says a text twice");
    }
}

#[test]
fn a_translation_has_the_placeholders_of_its_text_and_every_plural_of_its_language() {
    let placeholders = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
    };
    let dates = counted(&texts("src/date"), "counted(words, ");
    let templates = texts("templates");
    let many = behind(&templates, &["many="])
        .map(str::to_owned)
        .chain(dates)
        .chain(said_by_pages().into_iter().filter(|text| text.starts_with("{n} ")));
    let many: BTreeSet<String> =
        many.chain(counted(&texts("src/pages"), "self.say_count(")).chain(counted(&texts("static/js"), "words.count(")).collect();
    for (language, _) in LANGUAGES {
        let locale: Locale = language.parse().unwrap();
        let rules = PluralRules::try_new((&locale).into(), PluralRulesOptions::default()).unwrap();
        let categories: BTreeSet<String> = rules.categories().map(|category| format!("{category:?}").to_lowercase()).collect();
        for (english, translation) in catalogue(language).translations() {
            let other = match translation {
                Translation::Text(text) => text,
                Translation::Counted(forms) => &forms["other"],
            };
            assert_eq!(placeholders(other), placeholders(english), "{language}: {english}");
            if let Translation::Counted(forms) = translation {
                assert_eq!(forms.keys().cloned().collect::<BTreeSet<_>>(), categories, "{language}: {english}");
                let known = placeholders(english);
                assert!(forms.values().all(|form| placeholders(form).is_subset(&known)), "{language}: {english}");
            } else {
                let is_many = many.contains(english) && categories.len() > 1 && english != "{day}";
                assert!(!is_many, "{language}: «{english}» has a number; give its forms: {categories:?}");
            }
            let twelve = english.matches(", ").count() == 11 && english.contains("Sep");
            assert!(!twelve || other.split(", ").count() == 12, "{language}: {other}");
        }
    }
}

/// Dates of every form that authors may write.
fn written_dates() -> impl Strategy<Value = String> {
    let point = "(20[0-2][0-9X]|1[0-9]XX|0[0-9]{3}|-0[0-9]{3}|XXXX)(-(0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01]|XX|1X)(-(0[1-9]|1[0-9]|2[0-8]|XX|1X))?)?[~?%]?";
    let exact = "20[0-2][0-9]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])(T[01][0-9]:[0-5][0-9]Z)?";
    let ends = prop_oneof![point, exact, Just("..".to_owned()), Just(String::new())];
    let pair = (ends.clone(), ends);
    prop_oneof![
        4 => point,
        3 => exact,
        2 => "20[0-2][0-9]-[~?]?(0[1-9]|1[0-2])-[~?]?(0[1-9]|1[0-9]|2[0-8])[~?]?",
        1 => "Y-?[1-9][0-9]{4,7}|19[0-9]0S2",
        3 => pair.clone().prop_map(|(start, end)| format!("{start}/{end}")),
        1 => (exact, exact).prop_map(|(first, last)| format!("[{first},{last}]")),
        1 => (exact, exact).prop_map(|(first, last)| format!("{{{first},{last}}}")),
        1 => exact.prop_map(|last| format!("[..{last}]")),
    ]
}

/// The words of letters in a text.
fn words_in(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 1);
    words.map(str::to_lowercase).collect()
}

#[test]
fn no_date_has_a_word_of_english_in_another_language() {
    let english: BTreeSet<String> = said_by_dates().iter().flat_map(|text| words_in(&text.replace(['{', '}'], " "))).collect();
    let languages: Vec<(&str, Words, BTreeSet<String>)> = LANGUAGES
        .iter()
        .map(|(language, _)| {
            let words = catalogue(language);
            let own = words.translations().values().flat_map(|translation| match translation {
                Translation::Text(text) => words_in(text),
                Translation::Counted(forms) => forms.values().flat_map(|form| words_in(form)).collect(),
            });
            let foreign = english.difference(&own.collect()).cloned().collect();
            (*language, words, foreign)
        })
        .collect();
    for (language, _, foreign) in &languages {
        assert!(foreign.contains("january") && foreign.contains("since"), "{language}: {foreign:?}");
    }
    proptest!(|(text in written_dates(), other in written_dates())| {
        let parse = |text: &str| EventDate::parse(text, chrono_tz::Tz::UTC).ok();
        let Some(date) = parse(&text) else { return Ok(()) };
        let machine = date.machine();
        for (language, words, foreign) in &languages {
            let mut said = vec![date.words(words), date.short(words), date.short_without_year(words)];
            if let Some(other) = parse(&other) {
                said.extend(distance(words, &date, &other));
                said.extend(countdown(words, &date, &other).map(|countdown| countdown.words));
            }
            for said in said {
                prop_assert!(!said.is_empty() && !said.contains(['{', '}']), "{}: {} is {:?}", language, text, said);
                let left: Vec<String> = words_in(&said).intersection(foreign).cloned().collect();
                prop_assert!(left.is_empty(), "{}: {} is {:?}, with {:?}", language, text, said, left);
            }
        }
        prop_assert_eq!(date.machine(), machine);
    });
}

#[test]
fn a_source_names_its_language_and_names_stand_in_a_list_as_the_language_of_the_site_has_them() {
    for (language, named, joined) in [
        ("en", "English", "Amir</bdi></a>, <a"),
        ("de", "Englisch", "Amir</bdi></a>, <a"),
        ("zh", "英语", "Amir</bdi></a>、<a"),
        ("ar", "الإنجليزية", "Amir</bdi></a>، <a"),
    ] {
        let project = folder_of(&[("dateline.yaml", &format!("title: T\nlanguage: {language}\n"))]);
        write(project.path(), "content/sources/minutes.md", b"---\ntitle: Minutes\npublisher: Gazette\nlang: en\n---\n");
        write(project.path(), "content/sources/roll.md", b"---\ntitle: Roll\npublisher: Gazette\nlang: tlh-Latn\n---\n");
        let text = b"---\ntitle: Vote\ndate: 2024-05-01\nactors: [Amir, Zoe]\nsources: [minutes, roll]\n---\n\nText.\n";
        write(project.path(), "content/events/vote.md", text);
        build(project.path(), &["--quiet"]).expect_code(0);
        let page = |path: &str| std::fs::read_to_string(project.path().join("site").join(path)).unwrap();
        assert!(page("sources/minutes/index.html").contains(&format!("<dd>{named}</dd>")), "{language}");
        assert!(page("sources/roll/index.html").contains("<dd>tlh-Latn</dd>"), "{language}: a tag that has no name stands as it is");
        assert!(page("events/index.html").contains(joined), "{language}");
    }
}

#[test]
fn dates_read_as_a_newspaper_of_each_language_prints_them() {
    let rows: [(&str, [&str; 5]); 14] = [
        ("2019-10-08", ["8 أكتوبر 2019", "8. Oktober 2019", "8 de octubre de 2019", "8 octobre 2019", "2019年10月8日"]),
        ("2019-10-01", ["1 أكتوبر 2019", "1. Oktober 2019", "1 de octubre de 2019", "1er octobre 2019", "2019年10月1日"]),
        ("2019-10", ["أكتوبر 2019", "Oktober 2019", "octubre de 2019", "octobre 2019", "2019年10月"]),
        ("2019", ["2019", "2019", "2019", "2019", "2019年"]),
        ("2019-10~", ["نحو أكتوبر 2019", "etwa Oktober 2019", "hacia octubre de 2019", "vers octobre 2019", "约2019年10月"]),
        (
            "2019-10-08/2019-10-10",
            [
                "من 8 إلى 10 أكتوبر 2019",
                "8. bis 10. Oktober 2019",
                "del 8 al 10 de octubre de 2019",
                "du 8 au 10 octobre 2019",
                "2019年10月8日至10日",
            ],
        ),
        (
            "2019-09-28/2019-10-03",
            [
                "من 28 سبتمبر إلى 3 أكتوبر 2019",
                "28. September bis 3. Oktober 2019",
                "del 28 de septiembre al 3 de octubre de 2019",
                "du 28 septembre au 3 octobre 2019",
                "2019年9月28日至10月3日",
            ],
        ),
        ("2018/2019", ["من 2018 إلى 2019", "2018 bis 2019", "2018 a 2019", "2018 à 2019", "2018年至2019年"]),
        (
            "2017-04-03/..",
            ["منذ 3 أبريل 2017", "seit dem 3. April 2017", "desde el 3 de abril de 2017", "depuis le 3 avril 2017", "自2017年4月3日起"],
        ),
        ("../2019-10", ["حتى أكتوبر 2019", "bis Oktober 2019", "hasta octubre de 2019", "jusqu’en octobre 2019", "截至2019年10月"]),
        ("201X", ["عقد 2010", "2010er Jahre", "década de 2010", "années 2010", "2010年代"]),
        ("-0043-03-15", ["15 مارس 44 ق.م", "15. März 44 v. Chr.", "15 de marzo de 44 a. C.", "15 mars 44 av. J.-C.", "公元前44年3月15日"]),
        ("2019-21", ["ربيع 2019", "Frühjahr 2019", "primavera de 2019", "printemps 2019", "2019年春季"]),
        (
            "[2019-10-04,2019-10-05]",
            ["4 أو 5 أكتوبر 2019", "4. oder 5. Oktober 2019", "4 o 5 de octubre de 2019", "4 ou 5 octobre 2019", "2019年10月4日或5日"],
        ),
    ];
    for (text, said) in rows {
        let date = EventDate::parse(text, chrono_tz::Tz::UTC).unwrap();
        for ((language, _), said) in LANGUAGES.iter().zip(said) {
            assert_eq!(date.words(&catalogue(language)), said, "{language}: {text}");
        }
    }
}

#[test]
fn distances_are_counted_by_the_plurals_of_each_language() {
    let rows: [(i64, [&str; 5]); 5] = [
        (1, ["يوم واحد", "1 Tag", "1 día", "1 jour", "1天"]),
        (2, ["يومين", "2 Tage", "2 días", "2 jours", "2天"]),
        (9, ["9 أيام", "9 Tage", "9 días", "9 jours", "9天"]),
        (77, ["11 أسبوعًا", "11 Wochen", "11 semanas", "11 semaines", "11周"]),
        (912, ["سنتين ونصف", "2½ Jahre", "2 años y medio", "2 ans et demi", "2年半"]),
    ];
    for (days, said) in rows {
        for ((language, _), said) in LANGUAGES.iter().zip(said) {
            assert_eq!(span_in_words(&catalogue(language), days), said, "{language}: {days}");
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
    // What the scripts say comes once, and before any script that speaks.
    let scripts: Vec<&str> = page.split("<script defer src=").skip(1).filter_map(|script| script.split('"').nth(1)).collect();
    assert_eq!(scripts.iter().filter(|script| script.ends_with("js/words.js")).count(), 1, "{scripts:?}");
    assert!(scripts[0].ends_with("js/words.js"), "{scripts:?}");
}
