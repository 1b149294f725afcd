//! Links agree with the dates: no effect before its cause, no part outside its whole.

use crate::config::LinkOrder;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::graph::EventGraph;

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    for link in graph.links.iter().filter(|link| link.from != link.to) {
        let (from, to) = (graph.event(link.from), graph.event(link.to));
        if from.is_broken || to.is_broken {
            continue;
        }
        let kind = graph.link_kinds.get(link.kind);
        let diagnostic = match kind.order {
            LinkOrder::NotBefore if from.date.is_certainly_before(&to.date) => {
                let message = format!("`{}` {} `{}`, but is dated before it", from.id, kind.forward, to.id);
                let help = "mend one of the dates, or turn the link round; with a time and its offset (`2019-10-07T17:00-04:00`) \
                            days on two sides of the date line are compared rightly";
                Diagnostic::new(Code::OutOfOrder, message).help(help)
            }
            LinkOrder::Inside if !from.date.lies_within(&to.date) => {
                let message = format!("`{}` is part of `{}`, but lies outside its time", from.id, to.id);
                Diagnostic::new(Code::OutsideSpan, message).help("mend one of the dates, or link them as `related-to`")
            }
            LinkOrder::Meets if !from.date.meets(&to.date) => {
                let message = format!("`{}` and `{}` are called concurrent, but never meet in time", from.id, to.id);
                Diagnostic::new(Code::OutsideSpan, message).help("mend one of the dates, or link them as `related-to`")
            }
            _ => continue,
        };
        let diagnostic = diagnostic.at(graph.locate(link.from, link.at)).label(format!("{} here", from.date.in_english()));
        report.push(diagnostic.note_at(format!("{} there", to.date.in_english()), graph.locate(link.to, to.date_at)));
    }
}
