//! Gives headings ids that are unique on their page.
//!
//! In: heading texts, and the ids the page uses itself. Out: ids in the author's own script.
//! Never: transliterates, or hands out an id twice.

use std::collections::{BTreeMap, BTreeSet};

/// The longest id before a number is added, in characters.
const MAX_CHARS: usize = 64;

/// Hands out ids for the headings of one body.
pub(super) struct Ids<'a> {
    reserved: &'a [&'a str],
    taken: BTreeSet<String>,
    next: BTreeMap<String, usize>,
}

impl<'a> Ids<'a> {
    /// Starts with the ids that the page uses itself; an entry that ends in `*` stands for all that begin so.
    pub(super) fn new(reserved: &'a [&'a str]) -> Self {
        Self { reserved, taken: BTreeSet::new(), next: BTreeMap::new() }
    }

    /// Returns an id for a heading, with a number when the plain one is taken.
    pub(super) fn give(&mut self, heading: &str) -> String {
        let plain = slug(heading);
        if !self.is_taken(&plain) {
            self.taken.insert(plain.clone());
            return plain;
        }
        // A prefix keeps clear of a whole reserved family such as `p1`, `p2`.
        let is_in_family = self.is_reserved(&plain) || self.is_reserved(&format!("{plain}-2"));
        let stem = if is_in_family { format!("heading-{plain}") } else { plain };
        let mut number = self.next.get(&stem).copied().unwrap_or(1);
        let id = loop {
            let id = if number == 1 { stem.clone() } else { format!("{stem}-{number}") };
            number += 1;
            if !self.taken.contains(&id) && !self.reserved.contains(&id.as_str()) {
                break id;
            }
        };
        self.next.insert(stem, number);
        self.taken.insert(id.clone());
        id
    }

    fn is_taken(&self, id: &str) -> bool {
        self.taken.contains(id) || self.is_reserved(id)
    }

    fn is_reserved(&self, id: &str) -> bool {
        is_reserved(id, self.reserved)
    }
}

/// Says whether an id is one of those reserved, or that of a paragraph or a footnote.
pub fn is_reserved(id: &str, reserved: &[&str]) -> bool {
    let is_paragraph = id.strip_prefix('p').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    is_paragraph
        || id.starts_with("fn-")
        || reserved.iter().any(|entry| match entry.strip_suffix('*') {
            Some(beginning) => id.starts_with(beginning),
            None => id == *entry,
        })
}

/// Writes a text in lower case with hyphens for all that is neither letter, digit nor mark.
fn slug(text: &str) -> String {
    let mut id = String::new();
    for c in text.chars().flat_map(char::to_lowercase).filter(|c| !matches!(c, '\'' | '’')) {
        if c.is_alphanumeric() || is_mark(c) {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    if let Some((end, _)) = id.char_indices().nth(MAX_CHARS) {
        id.truncate(end);
    }
    match id.trim_end_matches('-') {
        "" => "section".to_owned(),
        id => id.to_owned(),
    }
}

/// Tells whether a character is a mark that belongs to the letter before it, as in Arabic, Hindi or decomposed Latin.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{9cd}' | '\u{bcd}' | '\u{e47}'..='\u{e4e}')
}
