//! `dateline export`: writes the story in a format of other programs, byte for byte as a build does.

use std::fs;

use super::Outcome;
use super::arguments::{Arguments, ExportFormat, ExportOptions, Format};
use super::terminal;
use crate::diagnostic::{Report, Severity, print};
use crate::error::Error;
use crate::graph::Drafts;
use crate::ledger;
use crate::pages::{self, DownloadFormat, DownloadScope};
use crate::project::Project;
use crate::render;

/// Exports the project's events, or those of a storyline.
pub(super) fn run(arguments: &Arguments, options: &ExportOptions) -> Result<Outcome, Error> {
    let root = terminal::root(arguments)?;
    let mut report = Report::default();
    let project = Project::open(&root, Drafts::included(options.drafts), &mut report)?;
    let graph = crate::understand(&project, &mut report, &mut |_, _| {});
    let ledger = ledger::read(&root, &mut report)?;
    let plan = pages::plan(&graph, &ledger, &project.config, &mut report);
    terminal::print_report(&report, Severity::Error, Format::Human);
    if report.has_errors() {
        terminal::tell(&format!("{}; nothing was exported\n", print::tally(&report)));
        return Ok(Outcome::Mistakes);
    }
    let scope = match &options.storyline {
        None => DownloadScope::site(),
        Some(id) => {
            let found = plan.scope_of_storyline(id);
            found.ok_or_else(|| Error::Usage(format!("--storyline {id}: no storyline has this id")))?
        }
    };
    if options.storyline.is_some() && !format(options.to).is_of_storylines() {
        return Err(Error::Usage("--storyline: this format is only written of the whole site".to_owned()));
    }
    write(options, &render::write_download(&plan, scope, format(options.to)))?;
    Ok(Outcome::Fine)
}

fn write(options: &ExportOptions, bytes: &[u8]) -> Result<(), Error> {
    match &options.file {
        Some(path) => fs::write(path, bytes).map_err(|source| Error::Disk { doing: "write", path: path.clone(), source }),
        None => {
            terminal::print_bytes(bytes);
            Ok(())
        }
    }
}

fn format(format: ExportFormat) -> DownloadFormat {
    match format {
        ExportFormat::Timelinejs => DownloadFormat::TimelineJs,
        ExportFormat::Csv => DownloadFormat::Csv,
        ExportFormat::Json => DownloadFormat::Json,
        ExportFormat::Ics => DownloadFormat::Calendar,
        ExportFormat::Gexf => DownloadFormat::Gexf,
        ExportFormat::Graphml => DownloadFormat::GraphMl,
        ExportFormat::Dot => DownloadFormat::Dot,
        ExportFormat::Geojson => DownloadFormat::GeoJson,
        ExportFormat::Ftm => DownloadFormat::Entities,
        ExportFormat::Sqlite => DownloadFormat::Sqlite,
        ExportFormat::Markdown => DownloadFormat::Markdown,
    }
}
