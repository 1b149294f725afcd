//! Every picture and recording is described and credited.

use crate::content::kinds::event::MediumKind;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::graph::EventGraph;

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    for id in graph.event_ids() {
        for medium in &graph.event(id).media {
            let (name, does) = match medium.kind {
                MediumKind::Image => ("image", "shows, for readers who cannot see it"),
                MediumKind::Video => ("video", "shows, for readers who cannot see it or do not load it"),
                MediumKind::Audio => ("recording", "lets us hear, for readers who cannot hear it or do not load it"),
                MediumKind::Document => continue,
            };
            if medium.alt.is_none() {
                let message = format!("the {name} has no description");
                let diagnostic = Diagnostic::new(Code::MissingAlt, message).at(graph.locate(id, medium.at));
                report.push(diagnostic.help(format!("add `alt:`, what the {name} {does}")));
            }
            if medium.credit.is_none() {
                let diagnostic = Diagnostic::new(Code::MissingCredit, format!("the {name} has no credit")).at(graph.locate(id, medium.at));
                report.push(diagnostic.help("add `credit:`, who made it"));
            }
        }
    }
}
