//! The printed forms of a report: one file a form.

pub mod github;
pub mod human;
pub mod json;

use super::{Report, Severity};

/// Says how many findings of each severity there are, in words: «2 errors, 1 warning».
pub fn tally(report: &Report) -> String {
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Advice, "remark")];
    let parts: Vec<String> = counts
        .into_iter()
        .filter_map(|(severity, word)| match report.count(severity) {
            0 => None,
            1 => Some(format!("1 {word}")),
            n => Some(format!("{n} {word}s")),
        })
        .collect();
    if parts.is_empty() { "no findings".to_owned() } else { parts.join(", ") }
}
