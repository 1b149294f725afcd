//! Looks ahead in the parser's events.
//!
//! In: a slice of events. Out: the end of an element, or its words.
//! Never: prints.

use std::ops::Range;

use pulldown_cmark::Event;

use super::bracket::{self, Bracket};

/// One event and the bytes it was written in.
pub(super) type Spanned<'a> = (Event<'a>, Range<usize>);

/// Returns the index of the event that ends the element started at `start`.
pub(super) fn find_end(events: &[Spanned<'_>], start: usize) -> usize {
    let mut depth = 0usize;
    for (at, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    events.len().saturating_sub(1)
}

/// Returns the words of the events from `range.start` up to `range.end`, without citations and footnote marks.
pub(super) fn flatten(text: &str, events: &[Spanned<'_>], range: Range<usize>) -> String {
    let mut words = String::new();
    let mut at = range.start;
    while at < range.end {
        let (event, _) = &events[at];
        if let Some((Bracket::Citations(_), next)) = bracket::read(text, events, at)
            && next <= range.end
        {
            at = next;
            continue;
        }
        match event {
            Event::Text(run) | Event::Code(run) | Event::InlineHtml(run) => words.push_str(run),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
        at += 1;
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
