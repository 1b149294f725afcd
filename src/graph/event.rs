//! An event of the graph, and what belongs to it alone.

use std::collections::BTreeMap;

use super::claim::Claim;
use super::id::{ActorId, LinkId, PlaceId, SourceId, StorylineId, TermId};
use super::medium::Medium;
use super::text::Text;
use crate::content::kinds::change::{Change, ChangeKind};
use crate::content::kinds::event::{HistoryEntry, Status};
use crate::content::{FileId, Slug};
use crate::date::EventDate;
use crate::yaml::Spot;

/// From this importance on an event is a key event.
pub const KEY_IMPORTANCE: u8 = 8;

/// Something that happened, dated, with actors and places.
#[derive(Debug)]
pub struct Event {
    pub id: Slug,
    pub file: FileId,
    /// Its front matter could not be read; the report says so, and no rule says more.
    pub is_broken: bool,
    pub title: String,
    pub date: EventDate,
    pub date_at: Spot,
    /// Words for a date that is not known.
    pub date_text: Option<String>,
    pub known: Option<EventDate>,
    pub summary: Option<String>,
    pub status: Status,
    pub status_at: Spot,
    pub importance: u8,
    pub is_era: bool,
    pub storylines: Vec<StorylineId>,
    pub participations: Vec<Participation>,
    pub places: Vec<PlaceId>,
    pub tags: Vec<TermId>,
    /// A list of terms for each taxonomy of the site, in their order.
    pub terms: Vec<Vec<TermId>>,
    /// Links that this event makes.
    pub links: Vec<LinkId>,
    /// Links that other events make to this one.
    pub backlinks: Vec<LinkId>,
    /// Numbered from 1 in this order.
    pub sources: Vec<SourceUse>,
    pub claims: Vec<Claim>,
    pub media: Vec<Medium>,
    pub history: Vec<HistoryEntry>,
    /// What was changed on the page, in the order of the days.
    pub changes: Vec<Change>,
    /// Old addresses, each with its place.
    pub aliases: Vec<(String, Spot)>,
    pub authors: Vec<String>,
    pub published: Option<EventDate>,
    pub updated: Option<EventDate>,
    pub lang: Option<String>,
    pub text: Text,
    pub extra: BTreeMap<String, serde_json::Value>,
}

impl Event {
    /// Says whether this is one of the few events that tell the story in two minutes.
    pub fn is_key(&self) -> bool {
        self.importance >= KEY_IMPORTANCE
    }

    /// What was wrong on the page and was put right.
    pub fn corrections(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.kind == ChangeKind::Correction)
    }

    /// What a counted field says; none where the event does not count, since it did not happen or was taken back.
    pub fn count(&self, field: &str) -> Option<i64> {
        let counts = !matches!(self.status, Status::Planned | Status::Cancelled | Status::Retracted);
        self.extra.get(field).filter(|_| counts).and_then(whole_number)
    }

    /// The number of a source on this event's page, from 1.
    pub fn source_number(&self, source: SourceId) -> Option<usize> {
        self.sources.iter().position(|used| used.source == source).map(|at| at + 1)
    }
}

/// Reads a number, or a text that is one.
pub(super) fn whole_number(value: &serde_json::Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// An actor in an event, and as what.
#[derive(Debug, Clone)]
pub struct Participation {
    pub actor: ActorId,
    pub role: Option<String>,
    pub at: Spot,
}

/// A source of an event.
#[derive(Debug, Clone)]
pub struct SourceUse {
    pub source: SourceId,
    pub at: Spot,
    /// False when only a citation, a claim or a link names it.
    pub is_listed: bool,
}
