//! Editorial checks of the whole graph, one a file. Each reads the graph and adds findings; none changes anything.

mod claims;
mod cycles;
mod lifetimes;
mod lookalikes;
mod media;
mod order;
mod overdue;
mod self_links;
mod sourcing;
mod tally;
mod unused;

use super::EventGraph;
use crate::diagnostic::Report;

/// Runs every rule.
pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    let rules: [fn(&EventGraph, &mut Report); 11] = [
        claims::check,
        cycles::check,
        lifetimes::check,
        lookalikes::check,
        media::check,
        order::check,
        overdue::check,
        self_links::check,
        sourcing::check,
        tally::check,
        unused::check,
    ];
    for rule in rules {
        rule(graph, report);
    }
}
