//! Downloads: which format is written by which file of this room.

use super::{csv, dot, geojson, gexf, graphml, ics, json, markdown, sqlite, timeline_js};
use crate::pages::{Completeness, DownloadFormat, DownloadScope, SitePlan};

/// The JSON Schema of `events.json` and `event.json`.
const SCHEMA: &str = include_str!("events.schema.json");

/// Writes a download. Formats that only the whole site has are written of the whole site.
pub fn write(plan: &SitePlan, scope: DownloadScope, format: DownloadFormat) -> Vec<u8> {
    let events = |completeness| plan.events_in(scope).into_iter().map(move |id| plan.data_event(id, completeness));
    match (format, scope) {
        (DownloadFormat::Json, DownloadScope::Event(id)) => json::write(&plan.data_event(id, Completeness::WithText)),
        (DownloadFormat::Json, _) => json::write_array(events(Completeness::WithText)),
        (DownloadFormat::Csv, _) => csv::write(events(Completeness::WithoutText)),
        (DownloadFormat::Schema, _) => SCHEMA.as_bytes().to_vec(),
        (DownloadFormat::Sqlite, _) => sqlite::write(plan),
        (DownloadFormat::TimelineJs, _) => timeline_js::write(&plan.timeline_file(scope)),
        (DownloadFormat::Calendar, _) => ics::write(&plan.calendar(scope)),
        (DownloadFormat::GeoJson, _) => geojson::write(&plan.places_with_events(scope)),
        (DownloadFormat::Entities, _) => json::write_lines(plan.entities()),
        (DownloadFormat::Gexf, _) => gexf::write(&plan.net(scope)),
        (DownloadFormat::GraphMl, _) => graphml::write(&plan.net(scope)),
        (DownloadFormat::Dot, _) => dot::write(&plan.net(scope)),
        (DownloadFormat::Markdown, DownloadScope::Event(id)) => markdown::write(&plan.markdown_page(id)),
        (DownloadFormat::Markdown, DownloadScope::Of(_)) => {
            plan.events_in(scope).into_iter().flat_map(|id| markdown::write(&plan.markdown_page(id))).collect()
        }
    }
}
