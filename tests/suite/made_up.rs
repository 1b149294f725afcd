//! Made-up projects: events with links, names and doubtful dates, and front matters that are not quite right.
//!
//! In: chance. Out: texts. Never: builds anything.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;

/// The built-in link kinds that any two events may have.
const KINDS: [&str; 5] = ["responds-to", "follows", "part-of", "contradicts", "related-to"];

/// A project in memory: the texts of its files by path.
pub type Files = BTreeMap<String, String>;

/// Projects of a few events with links, actors, places, tags and doubtful dates.
pub fn projects() -> impl Strategy<Value = Files> {
    let date = prop_oneof![
        Just("2019-10-07"),
        Just("2019-10"),
        Just("2019~"),
        Just("2018-07/2019-10"),
        Just("[2019-10-04,2019-10-05]"),
        Just("XXXX"),
        Just("2017-04/.."),
        Just("2019-10-07T17:00-04:00"),
        Just("-0043-03-15")
    ];
    let name = prop_oneof![Just("The Council"), Just("Ürümqi Bureau"), Just("新疆"), Just("Joan's \"Office\""), Just("A & B <Sons>")];
    let link = (0..KINDS.len(), 0..8_usize);
    vec((date, vec(name, 0..3), vec(link, 0..4)), 1..8).prop_map(|events| {
        let count = events.len();
        let mut files = Files::from([("dateline.yaml".to_owned(), "title: Test\nurl: https://example.org/test/\n".to_owned())]);
        for (number, (date, names, links)) in events.into_iter().enumerate() {
            let names = serde_json::to_string(&names).unwrap();
            let links: String = links.iter().map(|(kind, to)| format!("\n  - {}: event-{}", KINDS[*kind], to % count)).collect();
            let links = if links.is_empty() { " []".to_owned() } else { links };
            let text = format!(
                "---\ntitle: Event {number}\ndate: {date}\nactors: {names}\nplaces: {names}\ntags: {names}\nstorylines: {names}\nlinks:{links}\n---\n\n## Part\n\nSee [[event-0]] and [^n].\n\n[^n]: A note.\n"
            );
            files.insert(format!("content/events/event-{number}.md"), text);
        }
        files
    })
}

/// Front matters that begin rightly and go on in any way.
pub fn front_matters() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "[a-z-]{1,8}: \\PC{0,20}",
        "\\PC{0,30}",
        "(title|date|actors|links|sources|claims|media|id|aliases|draft|era|importance|extra): ([\\[\\]{}:,&*!|>'\"%@`a-z0-9 -]{0,16})",
        " {1,4}- [a-z-]{1,6}: [\\[\\]{}:,a-z]{0,8}",
        Just("draft: false".to_owned()),
        Just("---".to_owned()),
    ];
    vec(line, 0..6).prop_map(|lines| format!("---\ntitle: A title\ndate: 2024-01-01\n{}\n---\n\nText.\n", lines.join("\n")))
}

/// Values that break programs: from other languages, other programs and other tempers.
pub const NAUGHTY: &[&str] = &[
    "",
    " ",
    "~",
    "null",
    "true",
    "no",
    "0",
    "-1",
    "1e309",
    "0x7f",
    "12:30",
    "2024-13-45",
    "../../etc/passwd",
    "..%2f..%2f",
    "C:\\con",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "{{ 7*191 }}",
    "{% include 'x' %}",
    "=1+1",
    "\u{0}",
    "\u{7}",
    "\u{1b}[31m",
    "\u{202e}txt.exe",
    "\u{feff}",
    "\u{fffd}",
    "\u{2028}",
    "👩‍👩‍👧‍👦",
    "ﷺ",
    "Ω≈ç√∫",
    "ﬃ",
    "İ",
    "ß",
    "é",
    "e\u{301}",
    "[[nothing]]",
    "[@nothing]",
    "[^nothing]",
    "*",
    "&a",
    "!!python/object:x",
    "%",
    "@",
    "`",
    "[",
    "{",
    "]",
    "}",
    "- -",
    "? ?",
    "|",
    ">",
    "index",
    "page",
    "feed.xml",
    "con",
    "a/b",
    "a\\b",
    "//host/x",
    "http://[::1",
    "data:text/html,x",
];
