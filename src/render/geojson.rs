//! GeoJSON (RFC 7946): a feature for every place, with its events. A place that lies nowhere known has no geometry.

use serde_json::json;

use super::json;
use crate::pages::PlaceWithEvents;

/// Writes a collection of features.
pub(super) fn write(places: &[PlaceWithEvents]) -> Vec<u8> {
    let feature = |place: &PlaceWithEvents| {
        let events = place.events.iter().map(|[id, title, date, url]| json!({"id": id, "title": title, "date": date, "url": url}));
        json!({
            "type": "Feature",
            "id": place.id,
            "geometry": place.coordinates.map(|(lat, lon)| json!({"type": "Point", "coordinates": [lon, lat]})),
            "properties": {
                "name": place.name,
                "url": place.url,
                "part_of": place.part_of,
                "wikidata": place.wikidata,
                "event_count": place.events.len(),
                "events": events.collect::<Vec<_>>(),
            },
        })
    };
    let features: Vec<_> = places.iter().map(feature).collect();
    json::write(&json!({"type": "FeatureCollection", "features": features}))
}
