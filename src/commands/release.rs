//! `dateline release`: records every address and every new text, so that what is cited today is still there in ten years.

use chrono::{Local, NaiveDate};

use super::Outcome;
use super::arguments::{Arguments, ReleaseOptions};
use super::terminal;
use crate::diagnostic::{Report, Severity, print};
use crate::error::Error;
use crate::graph::Drafts;
use crate::ledger::{self, LOCK_NAME, Release};
use crate::pages::count_words;
use crate::project::Project;

/// So many new versions are named one by one.
const MOST_NAMED: usize = 20;

/// Records a release of the project.
pub(super) fn run(arguments: &Arguments, options: &ReleaseOptions) -> Result<Outcome, Error> {
    let date = match &options.date {
        Some(date) => read_day(date)?,
        None => Local::now().format("%Y-%m-%d").to_string(),
    };
    let root = terminal::root(arguments)?;
    let mut report = Report::default();
    let project = Project::open(&root, Drafts::LeftOut, &mut report)?;
    let (ledger, release) = crate::release(&project, &date, &options.note, &mut report)?;
    terminal::print_report(&report, Severity::Warning, options.format);
    if report.has_errors() {
        terminal::tell(&format!("{}; nothing was recorded\n", print::tally(&report)));
        return Ok(Outcome::Mistakes);
    }
    if release.is_empty() {
        tell(arguments, "nothing is new since the last release; nothing was recorded\n");
        return Ok(Outcome::Fine);
    }
    if !options.dry_run {
        ledger::write(&root, &ledger, &release)?;
    }
    tell(arguments, &account(&release, options.dry_run));
    Ok(Outcome::Fine)
}

fn read_day(date: &str) -> Result<String, Error> {
    let day = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| Error::Usage(format!("`{date}` is no day; write `2024-04-02`")))?;
    Ok(day.format("%Y-%m-%d").to_string())
}

/// Says what was recorded.
fn account(release: &Release, is_dry: bool) -> String {
    let mut text = String::new();
    for version in release.versions.iter().take(MOST_NAMED) {
        let note = if version.note.is_empty() { String::new() } else { format!(": {}", version.note) };
        text.push_str(&format!("{} version {}{note}\n", version.record, version.number));
    }
    if release.versions.len() > MOST_NAMED {
        text.push_str(&format!("and {} more\n", release.versions.len() - MOST_NAMED));
    }
    for (record, _) in &release.withdrawn {
        text.push_str(&format!("{record} withdrawn\n"));
    }
    let addresses = match release.addresses.len() {
        1 => "1 new address".to_owned(),
        count => format!("{count} new addresses"),
    };
    let verb = if is_dry { "would be recorded" } else { "recorded" };
    text.push_str(&format!("{}, {addresses} {verb}\n", count_words(release.versions.len(), "new version")));
    if !is_dry {
        text.push_str(&format!("commit {LOCK_NAME} and {}/ to git, then build and publish\n", ledger::RELEASES_FOLDER));
    }
    text
}

fn tell(arguments: &Arguments, text: &str) {
    if !arguments.quiet {
        terminal::tell(text);
    }
}
