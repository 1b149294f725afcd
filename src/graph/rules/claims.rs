//! A claim says who makes it and where that is told.

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::graph::EventGraph;

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    for id in graph.event_ids() {
        for claim in &graph.event(id).claims {
            if claim.speaker.is_none() {
                let diagnostic = Diagnostic::new(Code::ClaimWithoutSpeaker, "the claim does not say who makes it");
                report.push(diagnostic.at(graph.locate(id, claim.at)).help("add `by:` with the speaker"));
            }
            if claim.source.is_none() {
                let diagnostic = Diagnostic::new(Code::ClaimWithoutSource, "the claim has no source");
                report.push(diagnostic.at(graph.locate(id, claim.at)).help("add `source:` with the id of a source of this event"));
            }
        }
    }
}
