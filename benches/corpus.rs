//! A made-up story of any size, the same for the same size: for benchmarks, and for counting instructions.
//!
//! In: how many events. Out: a project folder. Never: a random number that is not made from the event's own.

#![allow(dead_code, reason = "the benchmarks and the writer of stories use a part each")]
#![allow(clippy::disallowed_methods, reason = "it writes what is measured")]

use std::fs;
use std::io;
use std::path::Path;

const SUBJECTS: [&str; 12] = [
    "The ministry",
    "A court",
    "The exporters",
    "Regulators",
    "The committee",
    "Two companies",
    "A delegation",
    "The bureau",
    "Lawmakers",
    "The port",
    "A university",
    "The union",
];
const VERBS: [&str; 10] =
    ["announced", "postponed", "reviewed", "opposed", "published", "revised", "questioned", "confirmed", "suspended", "narrowed"];
const OBJECTS: [&str; 14] = [
    "a licence",
    "the quota",
    "its report",
    "an inspection",
    "the agreement",
    "a tariff",
    "the list",
    "its deadline",
    "a filing",
    "the order",
    "an appeal",
    "the shipment",
    "a statement",
    "the rule",
];
const ENDS: [&str; 8] = [
    "on Friday",
    "after a month of talks",
    "without a word",
    "for the second time",
    "in the capital",
    "as expected",
    "before the vote",
    "despite the ruling",
];
const KINDS: [&str; 4] = ["caused-by", "responds-to", "follows", "related-to"];

/// Numbers that look like chance and are always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }

    fn sentence(&mut self) -> String {
        format!("{} {} {} {}", self.pick(&SUBJECTS), self.pick(&VERBS), self.pick(&OBJECTS), self.pick(&ENDS))
    }
}

/// How the events of a story are spread.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Even,
    /// Every second one has the same actor, a twentieth fall on one day, and a fifth are one chain.
    Crowded,
}

impl Shape {
    /// The shape of a name.
    pub fn named(name: &str) -> Option<Self> {
        [("even", Self::Even), ("crowded", Self::Crowded)].into_iter().find(|(known, _)| *known == name).map(|(_, shape)| shape)
    }
}

/// Writes a project of so many events, with the settings that compare generators by equal work.
pub fn write(root: &Path, events: usize, shape: Shape) -> io::Result<()> {
    let outputs = "outputs: {search: off, data: off, citations: off, calendar: off, embeds: off}";
    fs::create_dir_all(root.join("content/events"))?;
    fs::write(root.join("dateline.yaml"), format!("title: Bench\nurl: https://example.org/\n{outputs}\n"))?;
    (0..events).try_for_each(|at| fs::write(root.join(format!("content/events/{}.md", name(at))), event(at, events, shape)))
}

fn name(at: usize) -> String {
    format!("event-{at:06}")
}

fn event(at: usize, events: usize, shape: Shape) -> String {
    let is_crowded = shape == Shape::Crowded;
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (at as u64 + 1).wrapping_mul(0xbf58_476d_1ce4_e5b9));
    // Ten years, whatever the number of events.
    let day = if is_crowded && at % 20 == 7 { 1000 } else { at * 3650 / events.max(1) };
    let (year, month, date) = (2015 + day / 365, day % 365 / 31 + 1, day % 31 % 28 + 1);
    let (actors, tags) = ((events / 20).max(5), (events / 40).max(5));
    let mut text = format!("---\ntitle: \"{}\"\ndate: {year}-{month:02}-{date:02}\n", dice.sentence());
    text.push_str(&format!("summary: \"{}. {}.\"\n", dice.sentence(), dice.sentence()));
    text.push_str(&format!("storylines: [\"Storyline {}\"]\nplaces: [\"Town {}\"]\n", dice.roll(events / 100 + 1), dice.roll(60)));
    // Few actors take part in much, many in little.
    let mut named: Vec<String> =
        (0..1 + dice.roll(4)).map(|_| format!("\"Actor {}\"", dice.roll(actors) * dice.roll(actors) / actors)).collect();
    if is_crowded && at.is_multiple_of(2) {
        named.push("\"Everywhere\"".to_owned());
    }
    text.push_str(&format!("actors: [{}]\ntags: [\"tag-{}\", \"tag-{}\"]\nsources:\n", named.join(", "), dice.roll(tags), dice.roll(tags)));
    for number in 0..1 + dice.roll(3) {
        let title = dice.sentence();
        let publisher = dice.roll(30);
        text.push_str(&format!(
            "  - {{url: \"https://p{publisher}.example/{at}-{number}\", title: \"{title}\", publisher: \"Paper {publisher}\"}}\n"
        ));
    }
    if is_crowded && at.is_multiple_of(5) && at >= 5 {
        text.push_str(&format!("links:\n  - caused-by: {}\n", name(at - 5)));
    } else if at > 0 {
        text.push_str("links:\n");
        for _ in 0..1 + dice.roll(3) {
            let before = at - 1 - dice.roll(at.min(200));
            text.push_str(&format!("  - {}: {}\n", dice.pick(&KINDS), name(before)));
        }
    }
    text.push_str("---\n\n");
    for paragraph in 0..5 + dice.roll(4) {
        let sentences: Vec<String> = (0..6 + dice.roll(4)).map(|_| dice.sentence()).collect();
        text.push_str(&sentences.join(". "));
        text.push_str(if paragraph == 0 { ".[^1]\n\n" } else { ". **So it was said**, and *so it stands*.\n\n" });
    }
    text.push_str("- One point\n- Another point\n\n[^1]: A remark.\n");
    text
}
