//! What is counted is a number, and a tally counts something.

use crate::config::Tally;
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::graph::{EventGraph, EventId};
use crate::yaml::Spot;

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    let all: Vec<EventId> = graph.event_ids().collect();
    for tally in &graph.tallies {
        check_tally(graph, tally, &all, &Location::file(crate::config::FILE_NAME), report);
    }
    for storyline in &graph.storylines {
        let Some(file) = storyline.file else { continue };
        for tally in storyline.tallies.iter().filter(|tally| graph.tallies.iter().all(|other| other.field != tally.field)) {
            check_tally(graph, tally, &storyline.events, &graph.files.locate(file, Spot::File), report);
        }
    }
}

fn check_tally(graph: &EventGraph, tally: &Tally, events: &[EventId], at: &Location, report: &mut Report) {
    let mut has_any = false;
    for &id in events {
        let event = graph.event(id);
        let Some(value) = event.extra.get(&tally.field) else { continue };
        has_any = true;
        if !value.is_null() && crate::graph::event::whole_number(value).is_none() {
            let message = format!("`{}` is counted, but `{value}` is no whole number", tally.field);
            let wrong = Diagnostic::new(Code::BadValue, message).at(graph.locate(id, Spot::File));
            report.push(wrong.help("write the number alone, such as `28`, or take the field out of the tally"));
        }
    }
    if !has_any && !events.is_empty() {
        let message = format!("the tally counts `{}`, which no event has", tally.field);
        let idle = Diagnostic::new(Code::BadValue, message).at(at.clone());
        report.push(idle.help("name a key that events have in their front matter, declared under `fields` in dateline.yaml"));
    }
}
