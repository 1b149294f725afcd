//! Reads what authors write in single brackets: citations, and marks of footnotes that do not exist.
//!
//! In: the event of an opening bracket. Out: what the bracket means, and the event after it.
//! Never: looks into code, links or escaped brackets, which the parser has already told apart.

use std::ops::Range;

use pulldown_cmark::Event;

use super::events::Spanned;

/// The meaning of a bracket.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    /// `[@id]`, `[@id, p. 3]`, `[@one; @other, p. 2]`.
    Citations(Vec<Cited>),
    /// A bracket that begins with `@` and is no citation, without the brackets.
    Unread(String),
    /// The label of a footnote mark the parser knows no note for.
    Note(String),
}

/// One source in a citation.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cited {
    pub(super) source: String,
    pub(super) locator: Option<String>,
    pub(super) span: Range<usize>,
}

/// Reads the bracket that opens at event `at`; returns it with the index of the event after its end.
pub(super) fn read(text: &str, events: &[Spanned<'_>], at: usize) -> Option<(Bracket, usize)> {
    let start = opening(text, &events[at])?;
    let (content, close) = collect(text, events, at + 1)?;
    let inside = start + 1..events[close].1.start;
    let bracket = match content.strip_prefix('^') {
        Some(label) if label.trim().is_empty() => return None,
        Some(label) => Bracket::Note(label.to_owned()),
        None => match read_citations(text, &content, inside) {
            Some(citations) => Bracket::Citations(citations),
            None => Bracket::Unread(content),
        },
    };
    Some((bracket, close + 1))
}

/// Returns where a bracket opens that may be a citation or a footnote mark.
fn opening(text: &str, (event, span): &Spanned<'_>) -> Option<usize> {
    let is_bracket = matches!(event, Event::Text(_)) && text.get(span.clone()) == Some("[");
    let is_followed = matches!(text.as_bytes().get(span.end), Some(b'@' | b'^'));
    let backslashes = || text[..span.start].bytes().rev().take_while(|byte| *byte == b'\\').count();
    (is_bracket && is_followed && backslashes() % 2 == 0).then_some(span.start)
}

/// Gathers the plain text up to the closing bracket; emphasis, links and code end the attempt.
fn collect(text: &str, events: &[Spanned<'_>], first: usize) -> Option<(String, usize)> {
    let mut content = String::new();
    for (at, (event, span)) in events.iter().enumerate().skip(first) {
        match event {
            Event::Text(run) if &**run == "]" && text.get(span.clone()) == Some("]") => {
                return Some((content, at));
            }
            Event::Text(run) if &**run == "[" => return None,
            Event::Text(run) => content.push_str(run),
            Event::SoftBreak => content.push(' '),
            _ => return None,
        }
    }
    None
}

/// Reads sources divided by semicolons; `inside` is where they are written.
fn read_citations(text: &str, content: &str, inside: Range<usize>) -> Option<Vec<Cited>> {
    let mut citations: Vec<_> = content.split(';').map(read_citation).collect::<Option<_>>()?;
    let written: Vec<_> = text.get(inside.clone()).unwrap_or("").split(';').collect();
    let mut start = inside.start;
    for (index, cited) in citations.iter_mut().enumerate() {
        cited.span = inside.clone();
        // An escaped semicolon would shift the parts: the span of the whole bracket is then as near as we get.
        if written.len() == content.split(';').count() {
            let part = written[index];
            let skipped = part.len() - part.trim_start().len();
            cited.span = start + skipped..start + skipped + part.trim().len();
            start += part.len() + 1;
        }
    }
    Some(citations)
}

fn read_citation(part: &str) -> Option<Cited> {
    let part = part.trim().strip_prefix('@')?;
    let end = part.find(|c: char| c == ',' || c.is_whitespace()).unwrap_or(part.len());
    let (source, rest) = part.split_at(end);
    let is_id = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '/' | '+');
    if source.is_empty() || !source.chars().all(is_id) {
        return None;
    }
    let rest = rest.trim_start();
    let locator = rest.strip_prefix(',').unwrap_or(rest).trim();
    let locator = (!locator.is_empty()).then(|| locator.to_owned());
    Some(Cited { source: source.to_owned(), locator, span: 0..0 })
}
