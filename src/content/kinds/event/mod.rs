//! An event: something that happened, dated, with actors and places.

mod media;
mod read;

pub use media::{MediumKind, WrittenMedium, WrittenOrigin};
pub use read::read;

use media::MEDIA;

use super::change::{CHANGES, CORRECTIONS, Change};
use super::source::{self, SourceFields};
use super::{Field, Shape, field, required};
use crate::date::EventDate;
use crate::yaml::{Located, Spot};

/// How sure it is that an event happened as told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Planned,
    Reported,
    Alleged,
    Confirmed,
    Disputed,
    Retracted,
    Cancelled,
}

impl Status {
    /// Each status with its word.
    pub const WORDS: &[(&str, Status)] = &[
        ("planned", Self::Planned),
        ("reported", Self::Reported),
        ("alleged", Self::Alleged),
        ("confirmed", Self::Confirmed),
        ("disputed", Self::Disputed),
        ("retracted", Self::Retracted),
        ("cancelled", Self::Cancelled),
    ];

    /// The word in front matter and addresses.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }
}

/// How a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimStatus {
    Asserted,
    Supported,
    Disputed,
    Refuted,
    Withdrawn,
}

impl ClaimStatus {
    /// Each status with its word.
    pub const WORDS: &[(&str, ClaimStatus)] = &[
        ("asserted", Self::Asserted),
        ("supported", Self::Supported),
        ("disputed", Self::Disputed),
        ("refuted", Self::Refuted),
        ("withdrawn", Self::Withdrawn),
    ];

    /// The word in front matter.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }
}

const STATUS_WORDS: &[&str] = &["planned", "reported", "alleged", "confirmed", "disputed", "retracted", "cancelled"];
const CLAIM_WORDS: &[&str] = &["asserted", "supported", "disputed", "refuted", "withdrawn"];

const PARTICIPATION: &[Field] =
    &[field("actor", Shape::Text, "the actor's id or name"), field("role", Shape::Text, "as what the actor takes part")];

const LINK: &[Field] = &[
    field("type", Shape::Text, "the kind of link, in the long form"),
    field("to", Shape::Text, "the other event's id, in the long form"),
    field("note", Shape::Text, "why the two are linked"),
    field("source", Shape::Text, "the source that says so"),
];

const CLAIM: &[Field] = &[
    field("by", Shape::Text, "who says it"),
    field("quote", Shape::Text, "the speaker's own words, short"),
    field("says", Shape::Text, "what is claimed, in our words"),
    field("status", Shape::Choice(CLAIM_WORDS), "how the claim stands; default `asserted`"),
    field("source", Shape::Text, "a source that the event lists"),
    field("reply-to", Shape::Text, "the actor who is answered"),
];

const HISTORY: &[Field] = &[
    required("known", Shape::Date, "since when this was known"),
    field("status", Shape::Choice(STATUS_WORDS), "the status then"),
    field("note", Shape::Text, "what was known then"),
];

/// The keys of an event.
pub const FIELDS: &[Field] = &[
    required("title", Shape::Text, "the headline: what happened"),
    required("date", Shape::Date, "when it happened, as EDTF"),
    field("end", Shape::Date, "when it ended, where `date` is not an interval"),
    field("date-text", Shape::Text, "words for a date that is not known (`date: XXXX`)"),
    field("known", Shape::Date, "when it became public, if not at its date"),
    field("summary", Shape::Text, "one or two sentences for cards, feeds and previews"),
    field("status", Shape::Choice(STATUS_WORDS), "how sure it is; default `confirmed`"),
    field("importance", Shape::Whole(1, 10), "1 to 10, default 5; from 8 on it is a key event"),
    field("era", Shape::Flag, "true: a background period"),
    field("order", Shape::Whole(-1_000_000, 1_000_000), "orders events of the same day"),
    field("storylines", Shape::Texts, "the threads that the event belongs to"),
    field("actors", Shape::Items(PARTICIPATION), "who takes part, with a role"),
    field("places", Shape::Texts, "where"),
    field("tags", Shape::Texts, "subjects"),
    field("links", Shape::Items(LINK), "typed links to other events"),
    field("sources", Shape::Items(source::FIELDS), "the publications that support it"),
    field("claims", Shape::Items(CLAIM), "who says what"),
    field("media", Shape::Items(MEDIA), "pictures, recordings and documents"),
    field("history", Shape::Items(HISTORY), "what was known when"),
    CHANGES,
    CORRECTIONS,
    field("aliases", Shape::Texts, "old addresses, kept alive"),
    field("authors", Shape::Texts, "who wrote this page"),
    field("published", Shape::Date, "when this page was published"),
    field("updated", Shape::Date, "when this page last changed in substance"),
];

/// What an event's front matter says.
#[derive(Debug, Clone)]
pub struct EventFields {
    pub title: Located<String>,
    pub date: Located<EventDate>,
    pub date_text: Option<String>,
    pub known: Option<Located<EventDate>>,
    pub summary: Option<String>,
    pub status: Located<Status>,
    pub importance: u8,
    pub is_era: bool,
    pub order: i64,
    pub storylines: Vec<Located<String>>,
    pub participations: Vec<WrittenParticipation>,
    pub places: Vec<Located<String>>,
    pub tags: Vec<Located<String>>,
    pub links: Vec<WrittenLink>,
    pub sources: Vec<WrittenSource>,
    pub claims: Vec<WrittenClaim>,
    pub media: Vec<WrittenMedium>,
    pub history: Vec<HistoryEntry>,
    pub changes: Vec<Change>,
    pub aliases: Vec<Located<String>>,
    pub authors: Vec<String>,
    pub published: Option<EventDate>,
    pub updated: Option<EventDate>,
}

/// An actor as an event names it.
#[derive(Debug, Clone)]
pub struct WrittenParticipation {
    pub actor: Located<String>,
    pub role: Option<String>,
}

/// A link as the event that links writes it.
#[derive(Debug, Clone)]
pub struct WrittenLink {
    pub kind: Located<String>,
    pub to: Located<String>,
    pub note: Option<String>,
    pub source: Option<Located<String>>,
}

/// A source of an event: the name of a record, or written out.
#[derive(Debug, Clone)]
pub enum WrittenSource {
    Named(Located<String>),
    Inline { at: Spot, local_id: Option<Located<String>>, fields: Box<SourceFields> },
}

/// A claim as written.
#[derive(Debug, Clone)]
pub struct WrittenClaim {
    pub at: Spot,
    pub by: Option<Located<String>>,
    pub quote: Option<String>,
    pub says: Option<String>,
    pub status: ClaimStatus,
    pub source: Option<Located<String>>,
    pub reply_to: Option<Located<String>>,
}

/// What was known from a date on.
#[derive(Debug, Clone)]
pub struct HistoryEntry {
    pub known: EventDate,
    pub status: Option<Status>,
    pub note: Option<String>,
}
