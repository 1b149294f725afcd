//! The events as JSON and as CSV (RFC 4180).

use crate::pages::DataEvent;

/// Writes a JSON array, an event a line, so that two builds can be compared by line.
pub(super) fn write_json(events: impl Iterator<Item = DataEvent>) -> Vec<u8> {
    let mut json = Vec::from(*b"[");
    for (at, event) in events.enumerate() {
        json.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut json, &event).expect("data has text keys only and a vector takes every byte");
    }
    json.extend_from_slice(b"\n]\n");
    json
}

/// The columns of the CSV.
const COLUMNS: [&str; 18] = [
    "id",
    "url",
    "title",
    "date",
    "earliest",
    "latest",
    "date_text",
    "known",
    "status",
    "importance",
    "summary",
    "storylines",
    "actors",
    "places",
    "tags",
    "links",
    "sources",
    "extra",
];

/// Writes a CSV with a head line; values that hold several are joined with `; `.
pub(super) fn write_csv(events: impl Iterator<Item = DataEvent>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS).expect("a vector takes every byte");
    for event in events {
        let actors = event.actors.iter().map(|actor| match &actor.role {
            Some(role) => format!("{} ({role})", actor.name),
            None => actor.name.clone(),
        });
        let sources = event.sources.iter().map(|source| source.url.clone().unwrap_or_else(|| source.title.clone()));
        let row = [
            event.id.clone(),
            event.url.clone(),
            event.title.clone(),
            event.date.clone(),
            event.earliest.clone().unwrap_or_default(),
            event.latest.clone().unwrap_or_default(),
            event.date_text.clone(),
            event.known.clone().unwrap_or_default(),
            event.status.clone(),
            event.importance.to_string(),
            event.summary.clone(),
            event.storylines.join("; "),
            actors.collect::<Vec<_>>().join("; "),
            event.places.join("; "),
            event.tags.join("; "),
            event.links.iter().map(|link| format!("{} {}", link.kind, link.to)).collect::<Vec<_>>().join("; "),
            sources.collect::<Vec<_>>().join("; "),
            if event.extra.is_empty() { String::new() } else { serde_json::to_string(&event.extra).unwrap_or_default() },
        ];
        writer.write_record(row.iter().map(|cell| disarm(cell))).expect("a vector takes every byte");
    }
    writer.into_inner().expect("a vector takes every byte")
}

/// Puts an apostrophe before a cell that a spreadsheet would run as a formula.
fn disarm(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
