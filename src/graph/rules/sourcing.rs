//! Every event rests on a source, and every key event on two.

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::graph::EventGraph;
use crate::yaml::Spot;

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    for id in graph.event_ids() {
        let event = graph.event(id);
        if event.is_broken {
            continue;
        }
        match event.sources.as_slice() {
            [] => {
                let diagnostic = Diagnostic::new(Code::UnsourcedEvent, "the event has no source").at(graph.locate(id, Spot::File));
                report.push(diagnostic.help("add `sources:` with at least a title and an address"));
            }
            [only] if event.is_key() => {
                let message = format!("a key event (importance {}) rests on one source", event.importance);
                let diagnostic = Diagnostic::new(Code::SingleSource, message).at(graph.locate(id, only.at));
                report.push(diagnostic.help("add a second, independent source, or lower the importance"));
            }
            _ => {}
        }
    }
}
