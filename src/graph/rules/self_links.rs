//! An event cannot be linked to itself.

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::graph::EventGraph;

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    for link in graph.links.iter().filter(|link| link.from == link.to) {
        let diagnostic = Diagnostic::new(Code::SelfLink, "the event is linked to itself");
        report.push(diagnostic.at(graph.locate(link.from, link.at)).help("name the other event, or take the link away"));
    }
}
