//! `dateline build`: makes the site and writes it, all or nothing.

use std::path::{Path, PathBuf};

use rayon::ThreadPoolBuilder;

use super::Outcome;
use super::arguments::{Arguments, BuildOptions};
use super::terminal::{self, Progress};
use crate::diagnostic::{Report, Severity, print};
use crate::error::Error;
use crate::graph::Drafts;
use crate::project::Project;
use crate::site::{self, OutputFolder};

/// Builds the site of the project.
pub(super) fn run(arguments: &Arguments, options: &BuildOptions) -> Result<Outcome, Error> {
    if let Some(jobs) = options.jobs {
        let pool = ThreadPoolBuilder::new().num_threads(jobs).build_global();
        pool.map_err(|error| Error::Usage(format!("--jobs {jobs}: {error}")))?;
    }
    let root = terminal::root(arguments)?;
    let mut report = Report::default();
    let mut progress = Progress::begin(arguments.quiet);
    let project = Project::open(&root, Drafts::included(options.drafts), &mut report)?;
    let output = options.output.clone().unwrap_or_else(|| root.join("site"));
    let sources = site::source_folders(&root);
    let sources: Vec<&Path> = sources.iter().map(PathBuf::as_path).collect();
    let home = std::env::home_dir();
    let folder = if options.adopt { OutputFolder::adopt } else { OutputFolder::open };
    let folder = folder(&output, &sources, home.as_deref()).map_err(|error| Error::Output(error.to_string()))?;
    let mut events = String::new();
    let site = crate::build(&project, &mut report, &mut |stage, made| {
        if stage == "resolve" {
            events = made.split(',').next().unwrap_or_default().to_owned();
        }
        progress.finished(stage, made);
    })?;
    if options.strict {
        report.make_strict();
    }
    let least = Severity::Warning;
    let Some(site) = site.filter(|_| !report.has_errors()) else {
        progress.end();
        terminal::print_report(&report, least, options.format);
        terminal::tell(&format!("{}; nothing was written\n", print::tally(&report)));
        return Ok(Outcome::Mistakes);
    };
    let pages = site.files.iter().filter(|file| file.path.as_str().ends_with(".html")).count();
    let written = site::write(&folder, site.files, options.durable).map_err(|error| Error::Output(error.to_string()))?;
    progress.finished("write", format!("{} changed, {} unchanged, {} removed", written.changed, written.unchanged, written.removed));
    let time = progress.end();
    terminal::print_report(&report, least, options.format);
    if options.timings {
        terminal::tell(&progress.table());
    }
    if !arguments.quiet {
        let found = if report.count(Severity::Warning) > 0 { format!("; {}", print::tally(&report)) } else { String::new() };
        terminal::tell(&format!(
            "{events}, {pages} pages, {} files in {:.2} s{found}\nopen {}\n",
            written.files,
            time.as_secs_f64(),
            output.join("index.html").display()
        ));
    }
    Ok(Outcome::Fine)
}
