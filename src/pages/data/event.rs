//! The events as data, for `data/events.json` and `data/events.csv`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::route::Route;
use super::site_plan::SitePlan;
use crate::graph::EventId;

/// An event as data. Dates are EDTF as the author wrote them, with their bounds as days.
#[derive(Debug, Clone, Serialize)]
pub struct DataEvent {
    pub id: String,
    pub url: String,
    pub title: String,
    pub date: String,
    /// The first day that the date allows: `2019-10-07`; none where it is open or not known.
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub date_text: String,
    pub known: Option<String>,
    pub status: String,
    pub importance: u8,
    pub era: bool,
    pub summary: String,
    pub storylines: Vec<String>,
    pub actors: Vec<DataParticipation>,
    pub places: Vec<String>,
    pub tags: Vec<String>,
    pub links: Vec<DataLink>,
    pub sources: Vec<DataSource>,
    pub claims: Vec<DataClaim>,
    pub corrections: Vec<DataCorrection>,
    pub extra: BTreeMap<String, serde_json::Value>,
}

/// An actor of an event.
#[derive(Debug, Clone, Serialize)]
pub struct DataParticipation {
    pub id: String,
    pub name: String,
    pub role: Option<String>,
}

/// A link to another event.
#[derive(Debug, Clone, Serialize)]
pub struct DataLink {
    #[serde(rename = "type")]
    pub kind: String,
    pub to: String,
    pub note: Option<String>,
}

/// A source of an event.
#[derive(Debug, Clone, Serialize)]
pub struct DataSource {
    pub id: Option<String>,
    pub title: String,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub date: Option<String>,
    pub archive: Option<String>,
}

/// A claim.
#[derive(Debug, Clone, Serialize)]
pub struct DataClaim {
    pub by: Option<String>,
    pub quote: Option<String>,
    pub says: Option<String>,
    pub status: String,
    /// The number of the source among the event's, from 1.
    pub source: Option<usize>,
}

/// A correction.
#[derive(Debug, Clone, Serialize)]
pub struct DataCorrection {
    pub date: String,
    pub note: String,
}

impl SitePlan<'_> {
    /// Every event as data, in the order of the timeline.
    pub fn data_events(&self) -> impl Iterator<Item = DataEvent> {
        self.graph.event_ids().map(|id| self.data_event(id))
    }

    fn data_event(&self, id: EventId) -> DataEvent {
        let graph = self.graph;
        let event = graph.event(id);
        DataEvent {
            id: event.id.to_string(),
            url: self.full_address(&Route::record("events", &event.id)),
            title: event.title.clone(),
            date: event.date.text().to_owned(),
            earliest: event.date.earliest().map(|day| day.to_string()),
            latest: event.date.latest().map(|day| day.to_string()),
            date_text: self.event_date(id).text,
            known: event.known.as_ref().map(|known| known.text().to_owned()),
            status: event.status.word().to_owned(),
            importance: event.importance,
            era: event.is_era,
            summary: event.summary.clone().unwrap_or_else(|| event.text.excerpt.clone()),
            storylines: event.storylines.iter().map(|&storyline| graph.storyline(storyline).id.to_string()).collect(),
            actors: event
                .participations
                .iter()
                .map(|participation| {
                    let actor = graph.actor(participation.actor);
                    DataParticipation { id: actor.id.to_string(), name: actor.name.clone(), role: participation.role.clone() }
                })
                .collect(),
            places: event.places.iter().map(|&place| graph.place(place).id.to_string()).collect(),
            tags: event.tags.iter().map(|&tag| self.tag_link(tag).name).collect(),
            links: event
                .links
                .iter()
                .map(|&link| graph.link(link))
                .map(|link| DataLink {
                    kind: graph.link_kinds.get(link.kind).word.clone(),
                    to: graph.event(link.to).id.to_string(),
                    note: link.note.clone(),
                })
                .collect(),
            sources: event
                .sources
                .iter()
                .map(|used| graph.source(used.source))
                .map(|source| DataSource {
                    id: source.id.as_ref().map(ToString::to_string),
                    title: source.fields.title.clone(),
                    publisher: source.fields.publisher.clone(),
                    url: source.fields.url.clone(),
                    date: source.fields.date.as_ref().map(|date| date.text().to_owned()),
                    archive: source.fields.archive.clone(),
                })
                .collect(),
            claims: event
                .claims
                .iter()
                .map(|claim| DataClaim {
                    by: claim.speaker.map(|speaker| graph.actor(speaker).id.to_string()),
                    quote: claim.quote.clone(),
                    says: claim.says.clone(),
                    status: claim.status.word().to_owned(),
                    source: claim.source.and_then(|source| event.source_number(source)),
                })
                .collect(),
            corrections: event
                .corrections()
                .map(|correction| DataCorrection { date: correction.date.text().to_owned(), note: correction.note.clone() })
                .collect(),
            extra: event.extra.clone(),
        }
    }
}
