//! Frozen pages: a record as it was released, in today's theme and the words of that day. Here is what their template receives;
//! [`make`] fills it.
//!
//! Everything on them comes from the kept text. Names lead to where their records are now, under whatever name.

mod frozen;
mod make;
mod reading;

pub(super) use reading::Reading;

use serde::Serialize;

use super::differences::Difference;
use super::event::ParticipationNote;
use super::parts::{Block, ChangeNote, ClaimNote, DateLabel, NamedLink, SourceNote, StatusLabel};

/// What `templates/pages/version.html` receives as `version`.
#[derive(Debug, Clone, Serialize)]
pub struct VersionPage {
    /// `event`, `actor` …
    pub kind: String,
    pub number: u32,
    pub released: DateLabel,
    /// Why there is this version.
    pub note: Option<String>,
    /// No later version was released.
    pub is_latest: bool,
    /// The record as it is now.
    pub now: NamedLink,
    pub previous: Option<VersionLink>,
    pub next: Option<VersionLink>,
    /// The list of all versions, where there are several.
    pub list_href: Option<String>,
    /// What is not as in the version before.
    pub differences: Vec<Difference>,
    pub title: String,
    pub date: Option<DateLabel>,
    pub known: Option<DateLabel>,
    pub status: Option<StatusLabel>,
    pub summary: Option<String>,
    pub body: Vec<Block>,
    pub facts: Vec<FactLine>,
    pub also: Vec<String>,
    pub participations: Vec<ParticipationNote>,
    pub places: Vec<NamedLink>,
    pub tags: Vec<String>,
    pub events: Vec<NamedLink>,
    pub relations: Vec<RelationLine>,
    pub claims: Vec<ClaimNote>,
    pub media: Vec<MediumLine>,
    pub sources: Vec<SourceNote>,
    pub changes: Vec<ChangeNote>,
    pub authors: Vec<String>,
}

/// A version by its number.
#[derive(Debug, Clone, Serialize)]
pub struct VersionLink {
    pub number: u32,
    pub href: String,
    pub date: DateLabel,
    pub note: Option<String>,
}

/// A fact with its label.
#[derive(Debug, Clone, Serialize)]
pub struct FactLine {
    pub label: String,
    pub value: String,
}

/// A link to another event, in words.
#[derive(Debug, Clone, Serialize)]
pub struct RelationLine {
    pub words: String,
    pub event: NamedLink,
    pub note: Option<String>,
}

/// A picture or document that stood on the page; the file is not kept.
#[derive(Debug, Clone, Serialize)]
pub struct MediumLine {
    pub file: String,
    /// The file is elsewhere, at this address.
    pub is_elsewhere: bool,
    pub alt: Option<String>,
    pub caption: Option<String>,
    pub credit: Option<String>,
}
