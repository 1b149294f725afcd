//! `dateline check`: tells every mistake and writes nothing.

use super::Outcome;
use super::arguments::{Arguments, CheckOptions, Format};
use super::terminal;
use crate::diagnostic::{Report, Severity, print};
use crate::error::Error;
use crate::graph::{Drafts, EventGraph};
use crate::project::Project;

/// Checks the project.
pub(super) fn run(arguments: &Arguments, options: &CheckOptions) -> Result<Outcome, Error> {
    let root = terminal::root(arguments)?;
    let mut report = Report::default();
    let project = Project::open(&root, Drafts::included(options.drafts), &mut report)?;
    crate::build(&project, &mut report, &mut |_, _| {}, |site, report, _| site.deliver(report, |_| Ok(())))?;
    if options.strict {
        report.make_strict();
    }
    let least = if arguments.quiet { Severity::Warning } else { Severity::Advice };
    terminal::print_report(&report, least, options.format);
    if options.sources {
        let graph = crate::understand(&project, &mut Report::default(), &mut |_, _| {});
        terminal::print_result(&table(&graph));
    }
    if options.format == Format::Human && !arguments.quiet {
        terminal::tell(&format!("{}\n", print::tally(&report)));
    }
    Ok(if report.has_errors() { Outcome::Mistakes } else { Outcome::Fine })
}

/// The editor's table: an event a line with its number of sources, archived copies and importance; the weakest first.
fn table(graph: &EventGraph) -> String {
    let mut rows: Vec<_> = graph
        .events
        .iter()
        .map(|event| {
            let archived = event.sources.iter().filter(|used| graph.source(used.source).fields.archive.is_some()).count();
            (event.sources.len(), archived, event.importance, event.id.as_str())
        })
        .collect();
    rows.sort_by_key(|&(sources, archived, importance, id)| (sources, std::cmp::Reverse(importance), archived, id));
    let mut text = String::from("sources  archived  importance  event\n");
    for (sources, archived, importance, id) in &rows {
        text.push_str(&format!("{sources:>7}  {archived:>8}  {importance:>10}  {id}\n"));
    }
    let count = |wanted: usize| rows.iter().filter(|(sources, ..)| *sources == wanted).count();
    let unarchived = graph.sources.iter().filter(|source| source.fields.url.is_some() && source.fields.archive.is_none()).count();
    text.push_str(&format!(
        "{} {}: {} without source, {} with one source; {unarchived} of {} sources have an address and no archived copy\n",
        rows.len(),
        if rows.len() == 1 { "event" } else { "events" },
        count(0),
        count(1),
        graph.sources.len()
    ));
    text
}
