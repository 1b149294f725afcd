//! Every image is described and credited.

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::graph::EventGraph;

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    for id in graph.event_ids() {
        for medium in graph.event(id).media.iter().filter(|medium| medium.is_image()) {
            if medium.alt.is_none() {
                let diagnostic = Diagnostic::new(Code::MissingAlt, "the image has no description").at(graph.locate(id, medium.at));
                report.push(diagnostic.help("add `alt:`, what the image shows, for readers who cannot see it"));
            }
            if medium.credit.is_none() {
                let diagnostic = Diagnostic::new(Code::MissingCredit, "the image has no credit").at(graph.locate(id, medium.at));
                report.push(diagnostic.help("add `credit:`, who made it"));
            }
        }
    }
}
