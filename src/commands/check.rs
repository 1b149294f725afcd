//! `dateline check`: tells every mistake and writes nothing.

use super::Outcome;
use super::arguments::{Arguments, CheckOptions, Format};
use super::sourcing;
use super::terminal;
use crate::diagnostic::{Report, Severity, print};
use crate::error::Error;
use crate::graph::Drafts;
use crate::project::Project;

/// Checks the project.
pub(super) fn run(arguments: &Arguments, options: &CheckOptions) -> Result<Outcome, Error> {
    let root = terminal::root(arguments)?;
    let mut report = Report::default();
    let project = Project::open(&root, Drafts::included(options.drafts), &mut report)?;
    crate::build(&project, &mut report, &mut |_, _| {}, |site, report, _| site.proof(report))?;
    if options.strict {
        report.make_strict();
    }
    let least = if arguments.quiet { Severity::Warning } else { Severity::Advice };
    terminal::print_report(&report, least, options.format);
    if options.sources {
        let graph = crate::understand(&project, &mut Report::default(), &mut |_, _| {});
        terminal::print_result(&sourcing::table(&graph));
    }
    if options.format == Format::Human && !arguments.quiet {
        terminal::tell(&format!("{}\n", print::tally(&report)));
    }
    Ok(if report.has_errors() { Outcome::Mistakes } else { Outcome::Fine })
}
