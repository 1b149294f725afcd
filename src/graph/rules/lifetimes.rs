//! Nobody takes part before they were born or founded, or after their end.

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::graph::EventGraph;

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    for id in graph.event_ids() {
        let event = graph.event(id);
        for participation in &event.participations {
            let actor = graph.actor(participation.actor);
            let began_after = actor.began.as_ref().filter(|began| event.date.is_certainly_before(began));
            let ended_before = actor.ended.as_ref().filter(|ended| ended.is_certainly_before(&event.date));
            let message = match (began_after, ended_before) {
                (Some(began), _) => {
                    format!(
                        "the event ({}) lies before the beginning of `{}` ({})",
                        event.date.in_english(),
                        actor.name,
                        began.in_english()
                    )
                }
                (_, Some(ended)) => {
                    format!("the event ({}) lies after the end of `{}` ({})", event.date.in_english(), actor.name, ended.in_english())
                }
                _ => continue,
            };
            let diagnostic = Diagnostic::new(Code::OutsideLifetime, message).at(graph.locate(id, participation.at));
            report.push(diagnostic.help("mend the event's date, the actor's dates, or name the right actor"));
        }
    }
}
