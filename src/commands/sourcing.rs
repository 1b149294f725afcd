//! The editor's table: how well each event is sourced, the weakest first. `check --sources` prints it, the desk of `serve` shows it.

use std::cmp::Reverse;

use crate::content::Slug;
use crate::graph::{Event, EventGraph};

/// An event and what holds it up.
#[derive(Debug)]
pub(super) struct Row<'g> {
    pub(super) sources: usize,
    pub(super) archived: usize,
    pub(super) importance: u8,
    pub(super) id: &'g Slug,
}

/// A row for each event, the weakest first.
pub(super) fn rows<'g>(graph: &'g EventGraph) -> Vec<Row<'g>> {
    let row = |event: &'g Event| Row {
        sources: event.sources.len(),
        archived: event.sources.iter().filter(|used| graph.source(used.source).fields.archive.is_some()).count(),
        importance: event.importance,
        id: &event.id,
    };
    let mut rows: Vec<Row> = graph.events.iter().map(row).collect();
    rows.sort_by_key(|row| (row.sources, Reverse(row.importance), row.archived, row.id));
    rows
}

/// The last line: what all rows come to.
pub(super) fn summary(graph: &EventGraph, rows: &[Row]) -> String {
    let count = |wanted: usize| rows.iter().filter(|row| row.sources == wanted).count();
    let unarchived = graph.sources.iter().filter(|source| source.fields.url.is_some() && source.fields.archive.is_none()).count();
    format!(
        "{} {}: {} without source, {} with one source; {unarchived} of {} sources have an address and no archived copy",
        rows.len(),
        if rows.len() == 1 { "event" } else { "events" },
        count(0),
        count(1),
        graph.sources.len()
    )
}

/// The table as text: an event a line with its number of sources, archived copies and importance.
pub(super) fn table(graph: &EventGraph) -> String {
    let rows = rows(graph);
    let mut text = String::from("sources  archived  importance  event\n");
    for Row { sources, archived, importance, id } in &rows {
        text.push_str(&format!("{sources:>7}  {archived:>8}  {importance:>10}  {id}\n"));
    }
    text.push_str(&summary(graph, &rows));
    text.push('\n');
    text
}
