//! The record of an event: what `event.json` and `events.json` hold, and what other formats take from.

use std::collections::BTreeMap;

use serde::Serialize;

/// An event as data. Dates are EDTF as the author wrote them, with their bounds as days. `docs/guide/data.md` explains each key.
#[derive(Debug, Clone, Serialize)]
pub struct DataEvent {
    pub id: String,
    pub url: String,
    pub title: String,
    pub date: String,
    /// The first day that the date allows: `2019-10-07`; none where it is open or not known.
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub precision: &'static str,
    pub approximate: bool,
    pub uncertain: bool,
    pub date_text: String,
    pub known: Option<String>,
    pub status: String,
    pub importance: u8,
    pub era: bool,
    pub summary: String,
    pub lang: String,
    pub authors: Vec<String>,
    pub published: Option<String>,
    pub updated: Option<String>,
    pub storylines: Vec<DataRecord>,
    pub actors: Vec<DataParticipation>,
    pub places: Vec<DataPlace>,
    pub tags: Vec<String>,
    /// The values of the site's own taxonomies, by key.
    pub terms: BTreeMap<String, Vec<String>>,
    /// Links that this event makes.
    pub links: Vec<DataLink>,
    /// The same of other events that lead here, in words seen from here.
    pub backlinks: Vec<DataLink>,
    pub sources: Vec<DataSource>,
    pub claims: Vec<DataClaim>,
    pub media: Vec<DataMedium>,
    pub history: Vec<DataHistory>,
    pub changes: Vec<DataChange>,
    pub extra: BTreeMap<String, serde_json::Value>,
    /// The text as Markdown; left out where the record stands inside another file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A record by id and name.
#[derive(Debug, Clone, Serialize)]
pub struct DataRecord {
    pub id: String,
    pub name: String,
}

/// An actor of an event.
#[derive(Debug, Clone, Serialize)]
pub struct DataParticipation {
    pub id: String,
    pub name: String,
    pub kind: Option<&'static str>,
    pub role: Option<String>,
}

/// A place of an event.
#[derive(Debug, Clone, Serialize)]
pub struct DataPlace {
    pub id: String,
    pub name: String,
    /// Degrees north; none where it is not recorded.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
}

/// A link with the event at its other end.
#[derive(Debug, Clone, Serialize)]
pub struct DataLink {
    #[serde(rename = "type")]
    pub kind: String,
    /// As a reader of this event sees it: «responds to», «answered by».
    pub words: String,
    /// The other event.
    pub event: String,
    pub title: String,
    pub note: Option<String>,
    /// Who says so: the title of the source.
    pub source: Option<String>,
}

/// A source of an event.
#[derive(Debug, Clone, Serialize)]
pub struct DataSource {
    /// From 1, as the text cites it.
    pub number: usize,
    pub id: Option<String>,
    pub title: String,
    pub publisher: Option<String>,
    pub authors: Vec<String>,
    pub kind: Option<&'static str>,
    pub url: Option<String>,
    pub date: Option<String>,
    pub archive: Option<String>,
    pub accessed: Option<String>,
}

/// A claim with its speaker.
#[derive(Debug, Clone, Serialize)]
pub struct DataClaim {
    pub by: Option<DataRecord>,
    pub quote: Option<String>,
    pub says: Option<String>,
    pub status: String,
    /// The number of the source among the event's, from 1.
    pub source: Option<usize>,
    pub reply_to: Option<DataRecord>,
}

/// A picture, recording or document.
#[derive(Debug, Clone, Serialize)]
pub struct DataMedium {
    pub url: String,
    /// `image`, `video`, `audio` or `document`.
    pub kind: &'static str,
    /// It is an image, and the site has it.
    pub is_image: bool,
    pub alt: Option<String>,
    pub poster: Option<String>,
    pub subtitles: Vec<String>,
    pub caption: Option<String>,
    pub credit: Option<String>,
    pub licence: Option<String>,
}

/// What was known from a date on.
#[derive(Debug, Clone, Serialize)]
pub struct DataHistory {
    pub known: String,
    pub status: Option<String>,
    pub note: Option<String>,
}

/// A change of the page since it was published.
#[derive(Debug, Clone, Serialize)]
pub struct DataChange {
    pub date: String,
    /// `correction`, `update` or `minor`.
    pub kind: &'static str,
    pub note: String,
}
