//! Numbers footnotes by their first use and prints them as a list at the end.
//!
//! In: the definitions among the events, then each use in order. Out: numbers, and the list with links back to each use.
//! Never: drops a note; one without a use is printed after the others.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::Spanned;
use super::writer::Writer;

/// What one link back to a use adds to the page, about, in bytes.
pub(super) const WAY_BACK_BYTES: usize = 128;

/// The footnotes of one body.
#[derive(Default)]
pub(super) struct Notes {
    definitions: Vec<Definition>,
    by_label: BTreeMap<String, usize>,
    /// The definitions in the order of their numbers.
    order: Vec<usize>,
}

/// One footnote as written.
pub(super) struct Definition {
    pub(super) label: String,
    /// The events of its content.
    pub(super) content: Range<usize>,
    pub(super) span: Range<usize>,
    pub(super) is_repeated: bool,
    number: Option<usize>,
    uses: usize,
}

impl Notes {
    /// Gathers all definitions; the first of two with the same label is the one that marks point to.
    pub(super) fn find(events: &[Spanned<'_>]) -> Self {
        let mut notes = Self::default();
        let mut open = Vec::new();
        for (at, (event, span)) in events.iter().enumerate() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    open.push(notes.definitions.len());
                    notes.define(label, at + 1, span.clone());
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some(index) = open.pop() {
                        notes.definitions[index].content.end = at;
                    }
                }
                _ => {}
            }
        }
        notes
    }

    fn define(&mut self, label: &str, start: usize, span: Range<usize>) {
        let index = self.definitions.len();
        let is_repeated = *self.by_label.entry(fold(label)).or_insert(index) != index;
        let label = label.to_owned();
        self.definitions.push(Definition { label, content: start..start, span, is_repeated, number: None, uses: 0 });
    }

    /// Tells whether a note with this label exists.
    pub(super) fn has(&self, label: &str) -> bool {
        self.by_label.contains_key(&fold(label))
    }

    /// Counts one use of a note; returns its number and which use of it this is.
    pub(super) fn mark(&mut self, label: &str) -> Option<(usize, usize)> {
        let index = *self.by_label.get(&fold(label))?;
        let number = self.number(index);
        self.definitions[index].uses += 1;
        Some((number, self.definitions[index].uses))
    }

    /// Returns the definition with this number; the numbers grow while notes are printed that mark other notes.
    pub(super) fn numbered(&self, number: usize) -> Option<&Definition> {
        self.order.get(number.checked_sub(1)?).map(|index| &self.definitions[*index])
    }

    /// Gives the next number to the first definition at or after `from` that has none; returns it and where to go on.
    pub(super) fn number_unused(&mut self, from: usize) -> Option<usize> {
        let index = (from..self.definitions.len()).find(|index| self.definitions[*index].number.is_none())?;
        self.number(index);
        Some(index + 1)
    }

    fn number(&mut self, index: usize) -> usize {
        *self.definitions[index].number.get_or_insert_with(|| {
            self.order.push(index);
            self.order.len()
        })
    }

    /// Prints the list; `contents` are the printed notes in the order of their numbers.
    pub(super) fn print(&self, contents: Vec<Writer>, out: &mut Writer) {
        if contents.is_empty() {
            return;
        }
        out.html("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n");
        for (number, content) in (1..).zip(contents) {
            out.html(&format!("<li id=\"fn-{number}\">"));
            out.append(content);
            let uses = self.numbered(number).map_or(0, |definition| definition.uses);
            if uses > 0 {
                let is_inside = out.take_back("</p>\n");
                out.html(if is_inside { "" } else { "<p>" });
                (1..=uses).for_each(|nth| print_way_back(out, number, nth));
                out.html("</p>\n");
            }
            out.html("</li>\n");
        }
        out.html("</ol>\n</section>\n");
    }
}

fn print_way_back(out: &mut Writer, number: usize, nth: usize) {
    let ordinal = if nth == 1 { String::new() } else { format!("<sup>{nth}</sup>") };
    out.html(&format!(
        " <a href=\"#fn-{number}-use-{nth}\" role=\"doc-backlink\" aria-label=\"Back to use {nth} of note {number}\">↩{ordinal}</a>"
    ));
}

/// Labels are compared without regard to case and spacing.
fn fold(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
