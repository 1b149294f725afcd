//! Places: the index, and each place's page with its own timeline.

use serde::Serialize;

use super::actor::{ForeignName, sort_key};
use super::frame::Frame;
use super::map::PlaceMap;
use super::parts::{Block, NamedLink, SourceNote, Timeline};
use super::route::{ListView, Route};
use super::site_plan::SitePlan;
use super::strip::SmallStrip;
use super::subject::FeedSubject;
use super::text::Links;
use crate::graph::PlaceId;

/// What `templates/pages/places.html` receives as `places`.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceIndex {
    /// By name.
    pub places: Vec<PlaceLine>,
    pub count: usize,
    /// The places on a map, where any has coordinates.
    pub map: Option<PlaceMap>,
}

/// A place in the index.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceLine {
    pub name: String,
    pub href: String,
    pub part_of: Option<NamedLink>,
    pub coordinates: Option<Coordinates>,
    pub count: usize,
}

/// Where a place lies.
#[derive(Debug, Clone, Serialize)]
pub struct Coordinates {
    /// Degrees, north positive.
    pub lat: f64,
    /// Degrees, east positive.
    pub lon: f64,
    /// `39.90° N, 116.41° E`.
    pub text: String,
}

/// What `templates/pages/place.html` receives as `place`.
#[derive(Debug, Clone, Serialize)]
pub struct PlacePage {
    pub id: String,
    pub name: String,
    pub summary: Option<String>,
    pub aliases: Vec<String>,
    pub names: Vec<ForeignName>,
    pub coordinates: Option<Coordinates>,
    pub part_of: Option<NamedLink>,
    pub parts: Vec<NamedLink>,
    /// This place and those in it on a map.
    pub map: Option<PlaceMap>,
    /// Actors seated here.
    pub actors: Vec<NamedLink>,
    pub wikidata: Option<String>,
    pub body: Vec<Block>,
    /// The sources that the text cites.
    pub sources: Vec<SourceNote>,
    /// Its events within the whole story.
    pub strip: Option<SmallStrip>,
    pub timeline: Timeline,
    pub is_implicit: bool,
}

impl SitePlan<'_> {
    /// The view of the index of places.
    pub(super) fn place_index(&self) -> (Frame, PlaceIndex) {
        let line = |place: &crate::graph::Place| PlaceLine {
            name: place.name.clone(),
            href: Route::record("places", &place.id).href(),
            part_of: place.part_of.map(|whole| self.place_link(whole)),
            coordinates: place.coordinates.map(coordinates),
            count: place.events.len(),
        };
        let mut places: Vec<PlaceLine> = self.graph.places.iter().map(line).collect();
        places.sort_by_cached_key(|place| (sort_key(&place.name), place.href.clone()));
        let frame = self.frame(&Route::index("places"), self.say("Places"), self.say("Where it happens"));
        let with_events: Vec<PlaceId> = self.place_ids().filter(|&id| !self.graph.place(id).events.is_empty()).collect();
        (frame, PlaceIndex { count: places.len(), places, map: self.map(&with_events) })
    }

    /// The view of a place's page.
    pub(super) fn place_page(&self, id: PlaceId, view: ListView) -> (Frame, PlacePage) {
        let place = self.graph.place(id);
        let home = Route::record("places", &place.id);
        let route = home.list(view);
        let page = PlacePage {
            id: place.id.to_string(),
            name: place.name.clone(),
            summary: place.summary.clone(),
            aliases: place.aliases.clone(),
            names: place.names.iter().map(|(lang, name)| ForeignName { lang: lang.clone(), name: name.clone() }).collect(),
            coordinates: place.coordinates.map(coordinates),
            part_of: place.part_of.map(|whole| self.place_link(whole)),
            parts: self.by_name(place.parts.iter().map(|&part| self.place_link(part))),
            map: if view == ListView::Oldest(1) { self.map(&[&[id], place.parts.as_slice()].concat()) } else { None },
            actors: self.by_name(place.actors.iter().map(|&actor| self.actor_link(actor))),
            wikidata: place.wikidata.clone(),
            body: self.blocks(&place.text, &Links::relative(&route)),
            sources: self.cited_notes(&place.text),
            strip: self.strip_with(&place.events, self.is_mirrored(place.lang.as_deref())),
            timeline: self.timeline(&place.events, view, &home),
            is_implicit: place.file.is_none(),
        };
        let description = place.summary.clone().unwrap_or_else(|| self.say_with("Events in {name}", &[("name", &place.name)]));
        let mut frame = self.frame(&route, place.name.clone(), description);
        frame.breadcrumbs = vec![NamedLink { name: self.say("Places"), href: Route::index("places").href() }];
        frame.breadcrumbs.extend(place.part_of.map(|whole| self.place_link(whole)));
        frame.feeds = self.feed_links(FeedSubject::Place(id));
        self.set_language(&mut frame, place.lang.as_deref());
        (frame, page)
    }
}

fn coordinates((lat, lon): (f64, f64)) -> Coordinates {
    let (ns, ew) = (if lat < 0.0 { 'S' } else { 'N' }, if lon < 0.0 { 'W' } else { 'E' });
    Coordinates { lat, lon, text: format!("{:.2}° {ns}, {:.2}° {ew}", lat.abs(), lon.abs()) }
}
