//! A source: a publication that supports a statement, as a record or written out in an event.

use chrono_tz::Tz;
use url::Url;

use super::date::read_day;
use super::page::read_title;
use super::{Field, Shape, field, required};
use crate::date::EventDate;
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Located, Node, Reader};

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

impl SourceFields {
    /// Takes over what another writing of the same source adds; gives it back when the two contradict each other anywhere.
    pub fn join(&mut self, other: SourceFields) -> Result<(), Box<SourceFields>> {
        fn agree<T: PartialEq>(a: &Option<T>, b: &Option<T>) -> bool {
            a.is_none() || b.is_none() || a == b
        }
        let is_same = self.title == other.title
            && agree(&self.publisher, &other.publisher)
            && agree(&self.url, &other.url)
            && agree(&self.date, &other.date)
            && (self.authors.is_empty() || other.authors.is_empty() || self.authors == other.authors)
            && agree(&self.kind, &other.kind)
            && agree(&self.archive, &other.archive)
            && agree(&self.accessed, &other.accessed)
            && agree(&self.summary, &other.summary)
            && agree(&self.lang, &other.lang);
        if !is_same {
            return Err(Box::new(other));
        }
        let own = std::mem::take(self);
        *self = Self {
            title: own.title,
            publisher: own.publisher.or(other.publisher),
            url: own.url.or(other.url),
            date: own.date.or(other.date),
            authors: if own.authors.is_empty() { other.authors } else { own.authors },
            kind: own.kind.or(other.kind),
            archive: own.archive.or(other.archive),
            accessed: own.accessed.or(other.accessed),
            summary: own.summary.or(other.summary),
            lang: own.lang.or(other.lang),
        };
        Ok(())
    }
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

/// Reads a web address.
pub(super) fn read_web_address(node: &Node, key: &str, reader: &mut Reader) -> Option<String> {
    let written = reader.text_at(node, key)?;
    parse_web_address(&written, reader)
}

/// The full form of a web address; anything but http and https is refused.
pub(super) fn parse_web_address(written: &Located<String>, reader: &mut Reader) -> Option<String> {
    match Url::parse(&written.value) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Some(url.to_string()),
        _ => {
            let wrong = Diagnostic::new(Code::BadValue, format!("`{}` is no web address", written.value));
            reader.report(written.at, wrong.help("write it in full, beginning with `https://`"));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(title: &str, publisher: Option<&str>) -> SourceFields {
        SourceFields { title: title.to_owned(), publisher: publisher.map(str::to_owned), ..SourceFields::default() }
    }

    #[test]
    fn two_writings_of_a_source_are_joined_only_when_nothing_is_lost() {
        let mut first = source("Notice", None);
        assert_eq!(first.join(source("Notice", Some("Gazette"))), Ok(()));
        assert_eq!(first.publisher.as_deref(), Some("Gazette"));
        let other = source("Notice", Some("Ledger"));
        assert_eq!(first.join(other.clone()), Err(Box::new(other)));
        assert_eq!(first.publisher.as_deref(), Some("Gazette"));
    }
}
