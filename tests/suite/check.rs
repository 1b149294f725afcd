//! `dateline check` finds what is wrong without making the site: mistakes in content, and in the template of every kind of page.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::disk::{copy_of, names_in, repository};
use crate::docs::folder_of_story;
use crate::program::check;

#[test]
fn a_mistake_in_the_template_of_any_kind_of_page_is_found() {
    let story = folder_of_story();
    let pages = story.path().join("templates/pages");
    fs::create_dir_all(&pages).unwrap();
    let templates = names_in(&repository().join("templates/pages"));
    for template in &templates {
        fs::write(pages.join(template), "{{ site.nowhere.at_all }}").unwrap();
    }
    let told = places(&check(story.path(), &["--format", "json"]).expect_code(1).stdout, "template-error");
    let made = |template: &&String| !NOT_IN_THE_STORY.contains(&template.as_str());
    let expected: BTreeSet<String> = templates.iter().filter(made).map(|template| format!("templates/pages/{template}")).collect();
    assert_eq!(told, expected);
}

/// The story of this repository took no page back.
const NOT_IN_THE_STORY: [&str; 1] = ["tombstone.html"];

#[test]
fn a_mistake_in_a_part_that_lists_share_is_found() {
    let story = copy_of(&repository().join("tests/sites/event"));
    for part in ["listed_card", "listed_day"] {
        let path = story.path().join("templates/parts").join(format!("{part}.html"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "{{ card.nowhere.at_all }}").unwrap();
        let told = places(&check(story.path(), &["--format", "json"]).expect_code(1).stdout, "template-error");
        assert_eq!(told, BTreeSet::from([format!("templates/parts/{part}.html")]));
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn links_of_texts_that_lead_nowhere_are_found() {
    let story = copy_of(&repository().join("tests/sites/event"));
    let text = "---\ntitle: Broken\ndate: 2020-01-01\n---\n\nSee [it](/events/nowhere/) and [[nobody]] and [a file](nothing.pdf).\n";
    fs::write(story.path().join("content/events/broken.md"), text).unwrap();
    let told = check(story.path(), &["--format", "json"]).stdout;
    for code in ["broken-link", "unknown-reference", "missing-file"] {
        assert_eq!(places(&told, code), BTreeSet::from(["content/events/broken.md".to_owned()]), "{code}");
    }
}

#[test]
fn links_to_a_heading_that_is_not_there_are_found_and_the_nearest_is_named() {
    let story = copy_of(&repository().join("tests/sites/event"));
    let text = "---\ntitle: Twice\ndate: 2020-01-01\n---\n\n[a](#the-second-timee) [b](/events/twice/#the-%66irst-time) [c](#sources) [d](#p1) [e](#top)\n\n\
                [[twice#nothing-near]] and [f](/events/twice/#the-frist-time)\n\n## The first time\n\nAt noon.\n\n## The second time\n\nLate.\n";
    fs::write(story.path().join("content/events/twice.md"), text).unwrap();
    let told: Value = serde_json::from_str(&check(story.path(), &["--format", "json"]).stdout).unwrap();
    let broken = told.as_array().unwrap().iter().filter(|finding| finding["code"] == "broken-link");
    let said: Vec<[&str; 2]> = broken.map(|finding| [&finding["message"], &finding["help"]].map(|words| words.as_str().unwrap())).collect();
    let of = |id: &str| format!("the page of `Twice` has no heading `#{id}`");
    assert_eq!(
        said,
        [
            [of("the-second-timee").as_str(), "did you mean `#the-second-time`?"],
            [of("nothing-near").as_str(), "its headings are `#the-first-time`, `#the-second-time`"],
            [of("the-frist-time").as_str(), "did you mean `#the-first-time`?"],
        ]
    );
}

#[test]
fn a_recording_without_description_or_credit_is_told_of_wherever_it_is() {
    let story = copy_of(&repository().join("tests/sites/event"));
    let folder = story.path().join("content/events");
    fs::write(folder.join("hearing.mp3"), "ID3").unwrap();
    for (id, medium) in
        [("here", "hearing.mp3"), ("elsewhere", "https://example.org/watch"), ("document", "https://example.org/minutes.pdf")]
    {
        fs::write(folder.join(format!("{id}.md")), format!("---\ntitle: {id}\ndate: 2020-01-01\nmedia: {medium}\n---\n")).unwrap();
    }
    let told = check(story.path(), &["--format", "json"]).stdout;
    let expected = BTreeSet::from(["here", "elsewhere"].map(|id| format!("content/events/{id}.md")));
    for code in ["missing-alt", "missing-credit"] {
        assert_eq!(places(&told, code), expected, "{code}");
    }
}

#[test]
fn a_medium_that_is_neither_a_file_nor_a_web_address_is_refused() {
    let story = copy_of(&repository().join("tests/sites/event"));
    for (written, code) in [("javascript:alert(1)", "missing-file"), ("ftp://example.org/x.mp4", "bad-value"), ("https://", "bad-value")] {
        let text = format!("---\ntitle: Wrong\ndate: 2020-01-01\nmedia:\n  - url: {written}\n    alt: x\n    credit: x\n---\n");
        fs::write(story.path().join("content/events/wrong.md"), text).unwrap();
        let told = check(story.path(), &["--format", "json"]).expect_code(1).stdout;
        assert_eq!(places(&told, code), BTreeSet::from(["content/events/wrong.md".to_owned()]), "{written}");
    }
}

#[test]
fn a_period_of_a_storyline_that_is_not_there_is_told_of() {
    let story = copy_of(&repository().join("tests/sites/event"));
    let settings = story.path().join("dateline.yaml");
    let text = fs::read_to_string(&settings).unwrap() + "periods: {days: 2024-03, storyline: the-closur}\n";
    fs::write(settings, text).unwrap();
    let run = check(story.path(), &["--format", "json"]).expect_code(1);
    assert_eq!(places(&run.stdout, "bad-setting"), BTreeSet::from(["dateline.yaml".to_owned()]));
    assert!(run.stdout.contains("did you mean `the-closure`?"), "{}", run.stdout);
}

/// The files in which findings of a code stand.
fn places(told: &str, code: &str) -> BTreeSet<String> {
    let findings: Vec<Value> = serde_json::from_str(told).expect("a report in JSON");
    let of_code = findings.iter().filter(|finding| finding["code"] == code);
    of_code.map(|finding| finding["at"]["path"].as_str().unwrap_or_default().to_owned()).collect()
}
