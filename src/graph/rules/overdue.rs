//! What was planned and whose day has passed has happened, or has not.

use crate::content::kinds::event::Status;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::graph::EventGraph;

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    let Some(today) = &graph.today else { return };
    for id in graph.event_ids() {
        let event = graph.event(id);
        if event.status == Status::Planned && event.date.is_certainly_before(today) {
            let message = format!("`{}` is planned for {}, which has passed by {}", event.id, event.date.in_english(), today.in_english());
            let help = "if it happened, make it `status: confirmed` and keep the plan under `history`; if not, `status: cancelled`";
            report.push(Diagnostic::new(Code::OverduePlan, message).at(graph.locate(id, event.status_at)).help(help));
        }
    }
}
