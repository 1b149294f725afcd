//! A document: what one file says, unresolved, every value with its place.

use std::collections::BTreeMap;

use super::files::FileId;
use super::kinds::Kind;
use super::kinds::actor::ActorFields;
use super::kinds::event::EventFields;
use super::kinds::page::PageFields;
use super::kinds::place::PlaceFields;
use super::kinds::source::SourceFields;
use super::kinds::storyline::StorylineFields;
use super::kinds::withdrawal::Withdrawn;
use super::markdown::Body;
use super::slug::Slug;
use crate::yaml::{Located, Spot};

/// One parsed file.
#[derive(Debug, Clone)]
pub struct Document {
    pub file: FileId,
    pub id: Located<Slug>,
    pub lang: Option<String>,
    pub is_draft: bool,
    /// The record was taken back: it has an address, and no text that is shown.
    pub withdrawn: Option<Withdrawn>,
    /// The front matter could not be read; the record is kept so that references to it are not reported too.
    pub is_broken: bool,
    pub record: Record,
    pub body: Body,
    /// Where the body begins in the file, in bytes.
    pub body_start: usize,
    /// Declared fields, unknown keys and what stands under `extra:`, as written.
    pub extra: BTreeMap<String, Extra>,
}

/// A value that the format does not know, kept for templates.
#[derive(Debug, Clone)]
pub struct Extra {
    pub value: serde_json::Value,
    pub at: Spot,
}

/// What the front matter says, by kind.
#[derive(Debug, Clone)]
pub enum Record {
    Event(Box<EventFields>),
    Actor(ActorFields),
    Place(PlaceFields),
    Storyline(StorylineFields),
    Source(SourceFields),
    Page(PageFields),
}

impl Record {
    /// The addresses under which it was known before.
    pub fn old_addresses(&self) -> &[Located<String>] {
        match self {
            Self::Event(fields) => &fields.aliases,
            Self::Storyline(fields) => &fields.aliases,
            Self::Page(fields) => &fields.aliases,
            Self::Actor(_) | Self::Place(_) | Self::Source(_) => &[],
        }
    }

    /// What kind of record it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Event(_) => Kind::Event,
            Self::Actor(_) => Kind::Actor,
            Self::Place(_) => Kind::Place,
            Self::Storyline(_) => Kind::Storyline,
            Self::Source(_) => Kind::Source,
            Self::Page(_) => Kind::Page,
        }
    }
}

impl Document {
    /// The place of a byte range of the body in the file.
    pub fn body_spot(&self, bytes: &std::ops::Range<usize>) -> Spot {
        Spot::in_text(self.body_start, bytes)
    }
}
