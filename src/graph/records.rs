//! The records that events refer to: actors, places, sources, storylines, terms, and the site's own pages.
//!
//! A record with no `file` is implicit: events name it, and no one has written about it yet.

use std::collections::BTreeMap;

use super::id::{ActorId, EventId, PlaceId, TermId};
use super::text::Text;
use crate::config::Tally;
use crate::content::kinds::actor::ActorKind;
use crate::content::kinds::change::Change;
use crate::content::kinds::source::SourceFields;
use crate::content::kinds::withdrawal::Withdrawn;
use crate::content::{FileId, Kind, Slug};
use crate::date::EventDate;
use crate::yaml::Spot;

/// A person, an organisation or a state.
#[derive(Debug)]
pub struct Actor {
    pub id: Slug,
    pub name: String,
    pub file: Option<FileId>,
    pub kind: Option<ActorKind>,
    pub aliases: Vec<String>,
    /// Names by language.
    pub names: BTreeMap<String, String>,
    pub part_of: Option<ActorId>,
    pub parts: Vec<ActorId>,
    pub began: Option<EventDate>,
    pub ended: Option<EventDate>,
    pub wikidata: Option<String>,
    pub url: Option<String>,
    pub place: Option<PlaceId>,
    pub summary: Option<String>,
    pub lang: Option<String>,
    pub text: Text,
    pub extra: BTreeMap<String, serde_json::Value>,
    /// The events it takes part in, each with its place in the event's participations.
    pub participations: Vec<(EventId, usize)>,
    /// The claims it makes, each with its place in the event's claims.
    pub claims: Vec<(EventId, usize)>,
}

/// Where something happens.
#[derive(Debug)]
pub struct Place {
    pub id: Slug,
    pub name: String,
    pub file: Option<FileId>,
    /// Degrees north and east.
    pub coordinates: Option<(f64, f64)>,
    pub part_of: Option<PlaceId>,
    pub parts: Vec<PlaceId>,
    pub aliases: Vec<String>,
    pub names: BTreeMap<String, String>,
    pub summary: Option<String>,
    pub wikidata: Option<String>,
    pub lang: Option<String>,
    pub text: Text,
    /// Where it was first named, or its own file.
    pub first_use: Option<(FileId, Spot)>,
    pub events: Vec<EventId>,
    /// Actors seated here.
    pub actors: Vec<ActorId>,
}

/// A publication that supports statements.
#[derive(Debug)]
pub struct Source {
    /// Records have an id and a page; sources written out in events have neither.
    pub id: Option<Slug>,
    pub file: Option<FileId>,
    pub fields: SourceFields,
    pub text: Text,
    /// The events that use it, each once.
    pub events: Vec<EventId>,
}

/// A named thread through events.
#[derive(Debug)]
pub struct Storyline {
    pub id: Slug,
    pub title: String,
    pub file: Option<FileId>,
    pub summary: Option<String>,
    pub is_concluded: bool,
    /// In the author's order where the record lists them, else in the order of the timeline.
    pub events: Vec<EventId>,
    pub is_curated: bool,
    /// Fields whose numbers are added up along it.
    pub tallies: Vec<Tally>,
    pub changes: Vec<Change>,
    pub aliases: Vec<(String, Spot)>,
    pub lang: Option<String>,
    pub text: Text,
    pub extra: BTreeMap<String, serde_json::Value>,
}

/// A page of the site's own.
#[derive(Debug)]
pub struct Page {
    pub id: Slug,
    pub file: FileId,
    pub title: String,
    pub summary: Option<String>,
    pub aliases: Vec<(String, Spot)>,
    pub lang: Option<String>,
    pub text: Text,
}

/// A tag, or one value of a taxonomy.
#[derive(Debug)]
pub struct Term {
    pub id: Slug,
    pub name: String,
    /// Where it was first written.
    pub first_use: Option<(FileId, Spot)>,
    pub events: Vec<EventId>,
}

/// A declared field whose values have pages.
#[derive(Debug)]
pub struct Taxonomy {
    /// The key in front matter, as a slug: the first part of its addresses.
    pub id: Slug,
    pub label: String,
    pub terms: Vec<Term>,
}

impl Taxonomy {
    /// The term with this id.
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id.index()]
    }
}

/// A record that was taken back: its address stays, its text does not.
#[derive(Debug)]
pub struct WithdrawnRecord {
    pub kind: Kind,
    pub id: Slug,
    pub file: FileId,
    /// Old addresses, which are gone with it.
    pub aliases: Vec<String>,
    pub withdrawn: Withdrawn,
}
