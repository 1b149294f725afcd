//! `dateline build`: makes the site and writes it, all or nothing.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rayon::ThreadPoolBuilder;

use super::Outcome;
use super::arguments::{Arguments, BuildOptions};
use super::card_count::CardCount;
use super::single;
use super::stopwatch::Stopwatch;
use super::terminal::{self, Progress};
use super::told::Told;
use crate::diagnostic::{Report, Severity, print};
use crate::error::Error;
use crate::graph::Drafts;
use crate::project::Project;
use crate::site::{self, Inputs, OutputFolder, Site, Staging, WriteError, Written};

/// Builds the site of the project.
pub(super) fn run(arguments: &Arguments, options: &BuildOptions) -> Result<Outcome, Error> {
    if let Some(jobs) = options.jobs {
        let pool = ThreadPoolBuilder::new().num_threads(jobs).build_global();
        pool.map_err(|error| Error::Usage(format!("--jobs {jobs}: {error}")))?;
    }
    if let Some(file) = &options.single {
        return single::run(arguments, options, file);
    }
    let root = terminal::root(arguments)?;
    let mut report = Report::default();
    let mut progress = Progress::begin(arguments.quiet);
    let sources = site::source_folders(&root);
    let key = key(options)?;
    // Before anything else is read. What cannot be read is told by the stage that needs it.
    let inputs = Inputs::read(&sources, &key).ok();
    let project = Project::open(&root, Drafts::included(options.drafts), &mut report)?;
    let with_styles = |inputs: Inputs| project.styles.iter().fold(inputs, |inputs, style| inputs.and(&style.text));
    let inputs = inputs.map(with_styles);
    let output = options.output.clone().unwrap_or_else(|| root.join("site"));
    let all: Vec<&Path> = sources.iter().map(PathBuf::as_path).collect();
    let home = std::env::home_dir();
    let folder = if options.adopt { OutputFolder::adopt } else { OutputFolder::open };
    let folder = folder(&output, &all, home.as_deref()).map_err(failed)?;
    if let Some(receipt) = inputs.as_ref().and_then(|inputs| folder.receipt::<Told>(inputs)) {
        let time = progress.end();
        receipt.told.print(options.format);
        if options.timings {
            terminal::tell(&format!("nothing has changed since the build before: {:.1} ms\n", time.as_secs_f64() * 1000.0));
        }
        if !arguments.quiet {
            receipt.told.tell(time, &output);
        }
        return Ok(Outcome::Fine);
    }
    let mut events = String::new();
    let mut pages = 0;
    let counter = progress.counter();
    let built = crate::build(
        &project,
        &mut report,
        &mut |stage, made| {
            if stage == "resolve" {
                events = made.split(',').next().unwrap_or_default().to_owned();
            }
            progress.finished(stage, made);
        },
        |site, report, on_stage| {
            if options.strict {
                report.make_strict();
            }
            pages = site.page_count();
            counter.expect(site.file_count());
            publish(site, &folder, options, report, on_stage, &|| counter.step())
        },
    )?;
    if options.strict {
        report.make_strict();
    }
    let time = progress.end();
    let Some(written) = built.flatten() else {
        terminal::print_report(&report, Severity::Warning, options.format);
        terminal::tell(&format!("{}; nothing was written\n", print::tally(&report)));
        return Ok(Outcome::Mistakes);
    };
    let found = if report.count(Severity::Warning) > 0 { format!("; {}", print::tally(&report)) } else { String::new() };
    let told = Told::new(&report, format!("{events}, {pages} pages, {} files", written.files), found);
    told.print(options.format);
    if options.timings {
        terminal::tell(&progress.table());
    }
    if !arguments.quiet {
        told.tell(time, &output);
    }
    // Sources that changed in the meantime are not what the site was made of.
    if let Some(inputs) = inputs.filter(|inputs| inputs.are_still(&sources).is_ok_and(|same| same)) {
        folder.keep_receipt(&inputs, told).map_err(failed)?;
    }
    Ok(Outcome::Fine)
}

/// What decides what is built, besides the sources: this very program, and the options.
fn key(options: &BuildOptions) -> Result<Vec<u8>, Error> {
    let program = std::env::current_exe().and_then(std::fs::metadata);
    let program = program.map_err(|source| Error::Disk { doing: "look at", path: PathBuf::from("the program itself"), source })?;
    let (version, BuildOptions { drafts, strict, .. }) = (env!("CARGO_PKG_VERSION"), options);
    let stamp = (program.ino(), program.size(), program.mtime(), program.mtime_nsec());
    Ok(format!("{version} {stamp:?} {drafts} {strict}").into_bytes())
}

/// Renders and writes each file in one go, and publishes all of them; none when there are mistakes, found before or in the templates.
fn publish(
    site: &Site,
    folder: &OutputFolder,
    options: &BuildOptions,
    report: &mut Report,
    on_stage: &mut dyn FnMut(&'static str, String),
    on_file: &(dyn Fn() + Sync),
) -> Result<Option<Written>, Error> {
    if report.has_errors() {
        // What the templates would say is worth knowing in the same run.
        site.proof(report)?;
        return Ok(None);
    }
    let staging = Staging::begin(folder, options.durable).map_err(failed)?;
    let writing = Stopwatch::default();
    let cards = CardCount::default();
    let placed = site.deliver(report, &|path, draw| cards.draw(staging.standing(path), draw), |file| {
        let placed = writing.time(|| staging.place(file)).map_err(failed)?;
        on_file();
        Ok(placed)
    })?;
    on_stage("render", format!("{} files; {} of it writing{}", placed.len(), writing.share_of_threads(), cards.words()));
    if report.has_errors() {
        return Ok(None);
    }
    let written = staging.publish(placed).map_err(failed)?;
    on_stage("publish", format!("{} changed, {} unchanged, {} removed", written.changed, written.unchanged, written.removed));
    Ok(Some(written))
}

fn failed(error: WriteError) -> Error {
    Error::Output(error.to_string())
}
