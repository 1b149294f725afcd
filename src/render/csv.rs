//! The events as CSV (RFC 4180), safe to open in a spreadsheet.

use crate::pages::{COLUMNS, DataEvent};

/// Writes a CSV with a head line; values that hold several are joined with `; `.
pub(super) fn write(events: impl Iterator<Item = DataEvent>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS.map(|(name, _)| name)).expect("a vector takes every byte");
    for event in events {
        writer.write_record(row(&event).iter().map(|cell| disarm(cell))).expect("a vector takes every byte");
    }
    writer.into_inner().expect("a vector takes every byte")
}

/// The cells of an event, in the order of the columns.
fn row(event: &DataEvent) -> [String; COLUMNS.len()] {
    let actors = event.actors.iter().map(|actor| match &actor.role {
        Some(role) => format!("{} ({role})", actor.name),
        None => actor.name.clone(),
    });
    let sources = event.sources.iter().map(|source| source.url.clone().unwrap_or_else(|| source.title.clone()));
    [
        event.id.clone(),
        event.url.clone(),
        event.title.clone(),
        event.date.clone(),
        event.earliest.clone().unwrap_or_default(),
        event.latest.clone().unwrap_or_default(),
        event.precision.to_owned(),
        event.date_text.clone(),
        event.known.clone().unwrap_or_default(),
        event.status.clone(),
        event.importance.to_string(),
        event.era.to_string(),
        event.summary.clone(),
        joined(event.storylines.iter().map(|storyline| storyline.id.clone())),
        joined(actors),
        joined(event.places.iter().map(|place| place.id.clone())),
        event.tags.join("; "),
        joined(event.links.iter().map(|link| format!("{} {}", link.kind, link.event))),
        joined(sources),
        if event.extra.is_empty() { String::new() } else { serde_json::to_string(&event.extra).unwrap_or_default() },
    ]
}

fn joined(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join("; ")
}

/// Puts an apostrophe before a cell that a spreadsheet would run as a formula.
fn disarm(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
