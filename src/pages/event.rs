//! The page of an event: what happened, what led here, what came after, and who says so. Here is what its template receives;
//! [`make`] fills it.

mod links;
mod make;

use std::collections::BTreeMap;

use serde::Serialize;

use super::Shared;
use super::connections::Connections;
use super::dialogue::Turn;
use super::dispute::Dispute;
use super::embed::EmbedCode;
use super::glossary::GlossaryEntry;
use super::medium::MediumNote;
use super::parts::{Block, ChangeNote, ClaimNote, DateLabel, LinkNote, NamedLink, SourceNote, StatusLabel};
use super::strip::SmallStrip;
use super::watch::WatchNote;

/// What `templates/pages/event.html` receives as `event`.
#[derive(Debug, Clone, Serialize)]
pub struct EventPage {
    pub id: String,
    pub title: String,
    /// A [`DateLabel`].
    pub date: Shared,
    pub known: Option<DateLabel>,
    /// Where it stands in the whole story.
    pub strip: Option<SmallStrip>,
    pub summary: Option<String>,
    pub status: StatusLabel,
    pub importance: u8,
    pub is_key: bool,
    pub is_era: bool,
    pub storylines: Vec<EventStoryline>,
    pub participations: Vec<ParticipationNote>,
    pub places: Vec<NamedLink>,
    pub tags: Vec<NamedLink>,
    pub taxonomies: Vec<TaxonomyNote>,
    /// What led here, nearest first; those with `steps` of 1 are linked themselves.
    pub antecedents: Vec<LinkNote>,
    /// What came after, nearest first.
    pub consequences: Vec<LinkNote>,
    /// Links of other kinds, both ways: part of, contradicts, related to …
    pub relations: Vec<LinkNote>,
    /// All that led here, step by step; where the chain is long.
    pub chain_href: Option<String>,
    /// How it connects, drawn; none without links.
    pub connections: Option<Connections>,
    pub body: Vec<Block>,
    pub word_count: usize,
    pub claims: Vec<ClaimNote>,
    /// The same claims in the order of a dialogue.
    pub dialogue: Vec<Turn>,
    /// Accounts of other events that contradict this one, side by side.
    pub disputes: Vec<Dispute>,
    /// For a planned event, how long until then.
    pub countdown: Option<WatchNote>,
    /// The next plan in one of its storylines.
    pub next_plan: Option<WatchNote>,
    /// Who and what its text mentions, where there is something to say.
    pub glossary: Vec<GlossaryEntry>,
    /// Where readers may report or mend it.
    pub contribute_href: Option<String>,
    /// What to copy into another site.
    pub embed_code: Option<EmbedCode>,
    pub media: Vec<MediumNote>,
    pub sources: Vec<SourceNote>,
    /// It rests on one source alone.
    pub is_single_source: bool,
    pub history: Vec<HistoryNote>,
    pub corrections: Vec<CorrectionNote>,
    /// Every change of this page that was noted, corrections among them, the oldest first.
    pub changes: Vec<ChangeNote>,
    pub authors: Vec<String>,
    pub published: Option<DateLabel>,
    pub updated: Option<DateLabel>,
    /// Before and after in time.
    pub previous: Option<Shared>,
    pub next: Option<Shared>,
    /// What the author put under declared fields and `extra`.
    pub extra: BTreeMap<String, serde_json::Value>,
    /// Declared fields with their labels, for the fact box.
    pub fields: Vec<FieldNote>,
}

/// An actor of the event, and as what.
#[derive(Debug, Clone, Serialize)]
pub struct ParticipationNote {
    pub name: String,
    pub href: String,
    pub kind: Option<String>,
    pub role: Option<String>,
}

/// A storyline of the event, with the neighbours in it.
#[derive(Debug, Clone, Serialize)]
pub struct EventStoryline {
    pub title: String,
    pub href: String,
    /// The place of the event in the storyline, from 1.
    pub position: usize,
    pub count: usize,
    pub previous: Option<Shared>,
    pub next: Option<Shared>,
}

/// The terms of one of the site's own taxonomies.
#[derive(Debug, Clone, Serialize)]
pub struct TaxonomyNote {
    pub label: String,
    pub terms: Vec<NamedLink>,
}

/// A declared field.
#[derive(Debug, Clone, Serialize)]
pub struct FieldNote {
    pub key: String,
    pub label: String,
    pub value: String,
}

/// What was known from a date on.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryNote {
    pub known: DateLabel,
    pub status: Option<StatusLabel>,
    pub note: Option<String>,
    /// The whole story as known on that day.
    pub href: Option<String>,
}

/// A correction.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionNote {
    pub date: DateLabel,
    pub note: String,
}
