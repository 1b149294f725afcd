//! What a build told, kept with its receipt so that the next one can tell it again.

use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::arguments::Format;
use super::terminal;
use crate::diagnostic::{Report, Severity, print};

/// The findings in every printed form, and the line at the end.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Told {
    human: String,
    json: String,
    github: String,
    /// «46 events, 310 pages, 420 files».
    made: String,
    /// «; 2 warnings», or nothing.
    found: String,
}

impl Told {
    /// Prints a report that holds no error.
    pub(super) fn new(report: &Report, made: String, found: String) -> Self {
        let least = Severity::Warning;
        Self {
            human: print::human::print(report, least, true),
            json: print::json::print(report, least),
            github: print::github::print(report, least),
            made,
            found,
        }
    }

    /// Prints the findings.
    pub(super) fn print(&self, format: Format) {
        match format {
            Format::Human => terminal::tell(&self.human),
            Format::Json => terminal::print_result(&self.json),
            Format::Github => terminal::print_result(&self.github),
        }
    }

    /// Tells what was made, in which time and where.
    pub(super) fn tell(&self, time: Duration, output: &Path) {
        let Self { made, found, .. } = self;
        terminal::tell(&format!("{made} in {:.2} s{found}\nopen {}\n", time.as_secs_f64(), output.join("index.html").display()));
    }
}
