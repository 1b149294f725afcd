//! Running text whose mentions and citations have become records.

use std::sync::Arc;

use super::id::{RecordId, SourceId};
use crate::content::markdown::Heading;
use crate::yaml::Spot;

/// The body of a record.
#[derive(Debug, Default)]
pub struct Text {
    pub pieces: Vec<TextPiece>,
    pub headings: Vec<Heading>,
    pub word_count: usize,
    /// The first paragraph without markup, for previews.
    pub excerpt: String,
    /// The sources cited, in the order of their numbers; an event keeps its own list instead.
    pub cited: Vec<SourceId>,
}

/// A stretch of a text.
#[derive(Debug)]
pub enum TextPiece {
    /// Finished, safe HTML.
    Html(Arc<str>),
    /// A name that points to a record; none when there is no such record, which is reported.
    Mention { record: Option<RecordId>, words: Option<String>, written: String, fragment: Option<String>, is_alone: bool, at: Spot },
    /// A source used here, with its number on the page.
    Citation { source: SourceId, number: usize, locator: Option<String> },
    /// The beginning of a link to an address of this site (`/events/…/`), to a spot of this page (`#…`), to a file of the
    /// project (`file:` and its path), or to nothing when there is no such file; an `Html` piece closes it.
    LinkOpen { href: String, title: Option<String>, at: Spot },
    /// A file beside the record, or below `static/`, by its path from the project folder; none when it does not exist.
    Image { path: Option<String>, alt: String, title: Option<String> },
}
