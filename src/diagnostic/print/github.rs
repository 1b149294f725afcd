//! The form for GitHub Actions: one workflow command a finding, shown beside the changed line.

use crate::diagnostic::{Report, Severity};

/// Prints every finding at or above `least`.
pub fn print(report: &Report, least: Severity) -> String {
    let mut printed = String::new();
    for finding in report.sorted().into_iter().filter(|d| d.severity >= least) {
        let kind = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let place = finding.at.as_ref().map_or(String::new(), |at| {
            format!(" file={},line={},col={},title={}", property(&at.path), at.line, at.column, finding.code.word())
        });
        let mut text = finding.message.clone();
        if let Some(help) = &finding.help {
            text.push_str("\nhelp: ");
            text.push_str(help);
        }
        printed.push_str(&format!("::{kind}{place}::{}\n", data(&text)));
    }
    printed
}

/// Escapes the text of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
