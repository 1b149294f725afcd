//! The editor's desk, a page of its own below `/_dateline/`: every finding, how events are sourced, and what is left to link.

use std::cmp::Reverse;

use serde_json::json;
use tera::{Context, Tera};

use super::newsroom::Newsroom;
use super::notes::finding;
use crate::commands::sourcing;
use crate::diagnostic::{Code, Diagnostic, print};
use crate::graph::EventGraph;
use crate::pages::Route;

const DESK: &str = include_str!("desk.html");
const PLAIN: &str = include_str!("plain.html");
/// A list shows so many rows, the weakest first, and says how many there are.
const MOST: usize = 500;

/// What the desk shows of the graph.
pub(super) fn tables(graph: &EventGraph) -> tera::Value {
    let rows = sourcing::rows(graph);
    let unlinked: Vec<_> = graph.events.iter().filter(|event| event.links.is_empty() && event.backlinks.is_empty()).collect();
    tera::Value::from_serializable(&json!({
        "sourcing": rows.iter().take(MOST).map(|row| {
            json!({
                "sources": row.sources, "archived": row.archived, "importance": row.importance,
                "id": row.id.as_str(), "href": Route::record("events", row.id).address(),
            })
        }).collect::<Vec<_>>(),
        "summary": sourcing::summary(graph, &rows),
        "unlinked": unlinked.iter().take(MOST).map(|event| {
            json!({"title": event.title, "href": Route::record("events", &event.id).address()})
        }).collect::<Vec<_>>(),
        "unlinked_count": unlinked.len(),
        "event_count": graph.events.len(),
    }))
}

/// The page of the desk.
pub(super) fn page(newsroom: &Newsroom) -> String {
    let report = newsroom.report();
    let mut sorted = report.sorted();
    // What keeps the site from being built comes first.
    sorted.sort_by_key(|finding| Reverse(finding.severity));
    let of = |code: Code| sorted.iter().filter(|d| d.code == code).map(|d| finding(d)).collect::<Vec<_>>();
    let rest = |d: &&&Diagnostic| !matches!(d.code, Code::LookalikeNames | Code::OverduePlan);
    let mut context = Context::new();
    context.insert("tally", &print::tally(&report));
    context.insert("findings", &sorted.iter().filter(rest).take(MOST).map(|d| finding(d)).collect::<Vec<_>>());
    context.insert("finding_count", &sorted.iter().filter(rest).count());
    context.insert("alike", &of(Code::LookalikeNames));
    context.insert("due", &of(Code::OverduePlan));
    context.insert("tables", &newsroom.tables());
    context.insert("number", &newsroom.numbers().site.to_string());
    render(DESK, &context)
}

/// A page with a heading and nothing else, over which the findings are shown.
pub(super) fn plain(heading: &str, number: u64) -> String {
    let mut context = Context::new();
    context.insert("heading", heading);
    context.insert("number", &number.to_string());
    render(PLAIN, &context)
}

fn render(template: &str, context: &Context) -> String {
    let mut tera = Tera::default();
    let made = tera.add_raw_templates([("page.html", template)]).and_then(|()| tera.render("page.html", context));
    made.unwrap_or_else(|error| error.to_string().replace('<', "&lt;"))
}
