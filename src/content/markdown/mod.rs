//! Turns the Markdown body of one content file into safe HTML with gaps for what only the whole site can answer.
//!
//! In: the text after the front matter, limits, and the ids the page uses itself.
//! Out: a [`Body`]: finished HTML pieces, the mentions, citations, inside links and images between them, and findings.
//! Never: passes HTML through, resolves a name, reads a file, makes an address of a page, or stops at a mistake.

mod address;
mod blocks;
mod body;
mod bracket;
mod emphasis;
mod escape;
mod events;
mod figure;
mod ids;
mod inline;
mod link;
mod nesting;
mod notes;
mod piece;
mod plain;
mod problem;
mod render;
mod table;
mod words;
mod writer;

#[cfg(test)]
mod tests;

pub use body::{Body, Heading};
pub use ids::is_reserved;
pub use piece::Piece;
pub use problem::{Finding, Limit, Problem};

use std::borrow::Cow;

use memchr::memchr_iter;
use pulldown_cmark::{Options, Parser};

/// Bounds what one body may cost; beyond them it is printed as plain text with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest body that is read as Markdown, in bytes.
    pub max_bytes: usize,
    /// The deepest nesting of quotations, lists and emphasis, in levels.
    pub max_nesting: usize,
    /// How many times larger than the body its HTML may be (64 kB are always allowed on top).
    pub max_growth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 1_000_000, max_nesting: 100, max_growth: 20 }
    }
}

/// Reads one Markdown body; all spans are byte ranges in `text`.
///
/// Headings avoid the `reserved_ids` of the page; an entry that ends in `*` reserves every id that begins so.
pub fn parse(text: &str, limits: Limits, reserved_ids: &[&str]) -> Body {
    if text.len() > limits.max_bytes {
        return plain::print(text, 0..text.len(), Limit::Bytes(limits.max_bytes));
    }
    if let Some(line) = nesting::find_deep_line(text, limits.max_nesting) {
        return plain::print(text, line, Limit::Nesting(limits.max_nesting));
    }
    let source = with_line_feeds(text);
    let events: Vec<_> = Parser::new_ext(&source, options()).into_offset_iter().collect();
    render::render(&source, &events, limits, reserved_ids).unwrap_or_else(|(limit, span)| plain::print(text, span, limit))
}

/// Names each extension: `Options::all()` would also turn on mathematics, definition lists and English quotation marks.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}

/// Ends every line that a lone carriage return ends with a line feed, byte for byte.
// The parser takes quadratic time over code fences that are separated by lone carriage returns.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_lone = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    if !memchr_iter(b'\r', bytes).any(is_lone) {
        return Cow::Borrowed(text);
    }
    let ends = text.char_indices().map(|(at, c)| if c == '\r' && is_lone(at) { '\n' } else { c });
    Cow::Owned(ends.collect())
}
