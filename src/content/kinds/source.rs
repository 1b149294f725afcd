//! A source: a publication that supports a statement, as a record or written out in an event.

use chrono_tz::Tz;
use url::Url;

use super::date::read_day;
use super::page::read_title;
use super::{Field, Shape, field, required};
use crate::date::EventDate;
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Node, Reader};

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    News,
    Official,
    Document,
    Dataset,
    Video,
    Social,
    Book,
}

impl SourceKind {
    /// Each kind with its word.
    pub const WORDS: &[(&str, SourceKind)] = &[
        ("news", Self::News),
        ("official", Self::Official),
        ("document", Self::Document),
        ("dataset", Self::Dataset),
        ("video", Self::Video),
        ("social", Self::Social),
        ("book", Self::Book),
    ];

    /// The word in front matter.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }
}

/// The keys of a source.
pub const FIELDS: &[Field] = &[
    required("title", Shape::Text, "the title of the publication"),
    field("publisher", Shape::Text, "who published it"),
    field("outlet", Shape::Text, "the same as `publisher`"),
    field("url", Shape::Url, "its web address"),
    field("date", Shape::Date, "when it was published"),
    field("author", Shape::Texts, "who wrote it"),
    field("kind", Shape::Choice(&["news", "official", "document", "dataset", "video", "social", "book"]), "what it is"),
    field("archive", Shape::Url, "the address of an archived copy"),
    field("accessed", Shape::Date, "when it was last read"),
    field("summary", Shape::Text, "what it holds, in one sentence"),
];

/// What is known of a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceFields {
    pub title: String,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub date: Option<EventDate>,
    pub authors: Vec<String>,
    pub kind: Option<SourceKind>,
    pub archive: Option<String>,
    pub accessed: Option<EventDate>,
    pub summary: Option<String>,
    pub lang: Option<String>,
}

/// Reads a source record.
pub fn read(node: &Node, reader: &mut Reader, zone: Tz) -> SourceFields {
    let title = read_title(node, reader, "title", "a source needs a title: `title: …`").value;
    SourceFields { title, ..read_all_but_title(node, reader, zone) }
}

/// Reads a source that is written out in an event; where it has no title, its publisher or address stands for it.
pub(super) fn read_inline(node: &Node, reader: &mut Reader, zone: Tz) -> SourceFields {
    let fields = read_all_but_title(node, reader, zone);
    let title = reader.plain_at(node, "title").or_else(|| fields.publisher.clone()).or_else(|| fields.url.clone());
    if title.is_none() {
        let missing = Diagnostic::new(Code::MissingField, "the source has neither title nor publisher nor address");
        reader.report(node.at, missing.help("add at least `title:` and `url:`"));
    }
    SourceFields { title: title.unwrap_or_default(), ..fields }
}

fn read_all_but_title(node: &Node, reader: &mut Reader, zone: Tz) -> SourceFields {
    SourceFields {
        title: String::new(),
        publisher: reader.plain_at(node, "publisher").or_else(|| reader.plain_at(node, "outlet")),
        url: read_web_address(node, "url", reader),
        date: read_day(node, "date", reader, zone),
        authors: reader.texts_at(node, "author").into_iter().map(|author| author.value).collect(),
        kind: reader.choice_at(node, "kind", SourceKind::WORDS).map(|kind| kind.value),
        archive: read_web_address(node, "archive", reader),
        accessed: read_day(node, "accessed", reader, zone),
        summary: reader.plain_at(node, "summary"),
        lang: reader.plain_at(node, "lang"),
    }
}

/// Reads a web address; anything but http and https is refused.
pub(super) fn read_web_address(node: &Node, key: &str, reader: &mut Reader) -> Option<String> {
    let written = reader.text_at(node, key)?;
    match Url::parse(&written.value) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Some(url.to_string()),
        _ => {
            let wrong = Diagnostic::new(Code::BadValue, format!("`{}` is no web address", written.value));
            reader.report(written.at, wrong.help("write it in full, beginning with `https://`"));
            None
        }
    }
}
