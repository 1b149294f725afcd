//! `dateline build --single`: writes the whole story as one file that needs no other.

use std::fs;
use std::path::Path;

use super::Outcome;
use super::arguments::{Arguments, BuildOptions};
use super::terminal::{self, Progress};
use crate::diagnostic::{Report, Severity, print};
use crate::error::Error;
use crate::graph::Drafts;
use crate::project::Project;
use crate::site::{self, Fault};

/// What every such file holds; a file without it is another's and stays.
const MARK: &[u8] = b"<meta name=\"generator\" content=\"Dateline ";

/// Builds the project and binds its pages into a file; nothing is written while there are mistakes.
pub(super) fn run(arguments: &Arguments, options: &BuildOptions, file: &Path) -> Result<Outcome, Error> {
    refuse_others(file)?;
    let root = terminal::root(arguments)?;
    let mut report = Report::default();
    let mut progress = Progress::begin(arguments.quiet);
    let project = Project::open(&root, Drafts::included(options.drafts), &mut report)?;
    let bound =
        crate::build(&project, &mut report, &mut |stage, made| progress.finished(stage, made), |site, report, _| match site::bind(site) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Fault::Template(diagnostic)) => {
                report.push(*diagnostic);
                Ok(None)
            }
            Err(Fault::Stop(error)) => Err(error),
        })?;
    if options.strict {
        report.make_strict();
    }
    let time = progress.end();
    terminal::print_report(&report, Severity::Warning, options.format);
    let Some(bytes) = bound.flatten().filter(|_| !report.has_errors()) else {
        terminal::tell(&format!("{}; nothing was written\n", print::tally(&report)));
        return Ok(Outcome::Mistakes);
    };
    // A reader may have the old file open: the new one takes its place whole.
    let beside = file.with_extension("html.new");
    let disk = |source| Error::Disk { doing: "write", path: file.to_owned(), source };
    fs::write(&beside, &bytes).map_err(disk)?;
    fs::rename(&beside, file).map_err(disk)?;
    if !arguments.quiet {
        let size = bytes.len().div_ceil(1000);
        terminal::tell(&format!("one file of {size} kB in {:.2} s\nopen {}\n", time.as_secs_f64(), file.display()));
    }
    Ok(Outcome::Fine)
}

fn refuse_others(file: &Path) -> Result<(), Error> {
    let is_other = match fs::read(file) {
        Ok(bytes) => !bytes.windows(MARK.len()).any(|window| window == MARK),
        Err(_) => file.exists(),
    };
    if is_other {
        return Err(Error::Output(format!("{} is no file of Dateline's; name another, or move it away", file.display())));
    }
    Ok(())
}
