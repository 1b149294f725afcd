//! Nothing is its own cause: chains of links that rest on one another do not run in a circle.

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::graph::{Direction, EventGraph, EventId, LinkId};

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    for (closing, circle) in circles(graph) {
        let mut ids: Vec<&str> = circle.iter().map(|&event| graph.event(event).id.as_str()).collect();
        ids.push(ids[0]);
        let link = graph.link(closing);
        let diagnostic = Diagnostic::new(Code::CausalCycle, format!("causes run in a circle: {}", ids.join(" → ")));
        let help = "one of these links is the wrong way round, or should be `related-to`";
        report.push(diagnostic.at(graph.locate(link.from, link.at)).label("this link closes the circle").help(help));
    }
}

/// What is known of an event while the depth-first walk goes on.
#[derive(Clone, Copy, PartialEq)]
enum Colour {
    Unseen,
    /// On the path that is being followed.
    Open,
    Done,
}

/// One circle for each link that closes one, found by one depth-first walk without recursion.
fn circles(graph: &EventGraph) -> Vec<(LinkId, Vec<EventId>)> {
    let mut colours = vec![Colour::Unseen; graph.events.len()];
    let mut found = Vec::new();
    for start in graph.event_ids() {
        if colours[start.index()] != Colour::Unseen {
            continue;
        }
        colours[start.index()] = Colour::Open;
        let mut path = vec![(start, steps_from(graph, start))];
        while let Some((event, steps)) = path.last_mut() {
            let Some((next, link)) = steps.pop() else {
                colours[event.index()] = Colour::Done;
                path.pop();
                continue;
            };
            match colours[next.index()] {
                Colour::Unseen => {
                    colours[next.index()] = Colour::Open;
                    path.push((next, steps_from(graph, next)));
                }
                Colour::Open => {
                    let from = path.iter().position(|(event, _)| *event == next).unwrap_or(0);
                    found.push((link, path[from..].iter().map(|(event, _)| *event).collect()));
                }
                Colour::Done => {}
            }
        }
    }
    found
}

/// The links to follow from an event, but those to itself, which have a rule of their own.
fn steps_from(graph: &EventGraph, event: EventId) -> Vec<(EventId, LinkId)> {
    graph.next_in_chain(event, Direction::Back).filter(|(next, _)| *next != event).collect()
}
