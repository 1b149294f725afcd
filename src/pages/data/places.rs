//! Places with what happened there.

use std::collections::BTreeMap;

use super::DownloadScope;
use crate::graph::{EventId, PlaceId};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

/// A place and its events.
#[derive(Debug, Clone)]
pub struct PlaceWithEvents {
    pub id: String,
    pub name: String,
    pub url: String,
    /// Degrees north and east; none where it is not recorded.
    pub coordinates: Option<(f64, f64)>,
    /// The id of the place that it lies in.
    pub part_of: Option<String>,
    pub wikidata: Option<String>,
    /// Each event's id, title, EDTF date and address.
    pub events: Vec<[String; 4]>,
}

impl SitePlan<'_> {
    /// The places of a scope's events, in the order of their ids.
    pub fn places_with_events(&self, scope: DownloadScope) -> Vec<PlaceWithEvents> {
        let graph = self.graph;
        let mut events_by_place: BTreeMap<PlaceId, Vec<EventId>> = BTreeMap::new();
        for event in self.events_in(scope) {
            for &place in &graph.event(event).places {
                events_by_place.entry(place).or_default().push(event);
            }
        }
        let event = |id: EventId| {
            let event = graph.event(id);
            let url = self.full_address(&Route::record("events", &event.id));
            [event.id.to_string(), event.title.clone(), event.date.text().to_owned(), url]
        };
        let place = |(id, events): (PlaceId, Vec<EventId>)| {
            let place = graph.place(id);
            PlaceWithEvents {
                id: place.id.to_string(),
                name: place.name.clone(),
                url: self.full_address(&Route::record("places", &place.id)),
                coordinates: place.coordinates,
                part_of: place.part_of.map(|whole| graph.place(whole).id.to_string()),
                wikidata: place.wikidata.clone(),
                events: events.into_iter().map(event).collect(),
            }
        };
        let mut places: Vec<PlaceWithEvents> = events_by_place.into_iter().map(place).collect();
        places.sort_by(|a, b| a.id.cmp(&b.id));
        places
    }
}
