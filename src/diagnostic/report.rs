//! The report: every finding of one run, in the order in which a person would mend them.

use super::{Diagnostic, Severity};

/// All findings of a run.
#[derive(Debug, Clone, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds the findings of another stage.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }

    /// Adds all that another report holds.
    pub fn join(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// Lists the findings by file, line and column, whatever the order in which they were found.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.diagnostics.iter().collect();
        sorted.sort_by_cached_key(|d| {
            let at = d.at.as_ref().map(|at| (at.path.clone(), at.line, at.column));
            (at, d.code, d.message.clone())
        });
        sorted
    }

    /// Turns every warning into an error, as `--strict` asks.
    pub fn make_strict(&mut self) {
        for diagnostic in &mut self.diagnostics {
            if diagnostic.severity == Severity::Warning {
                diagnostic.severity = Severity::Error;
            }
        }
    }

    /// Counts the findings of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|d| d.severity == severity).count()
    }

    /// Says whether a finding or one of its notes is about a place in this file, from this line on.
    pub fn speaks_of(&self, path: &str, first_line: usize) -> bool {
        let places = |d: &Diagnostic| {
            d.notes.iter().map(|note| note.at.as_ref()).chain([d.at.as_ref()]).flatten().any(|at| at.path == path && at.line >= first_line)
        };
        self.diagnostics.iter().any(places)
    }

    /// Says whether the site must not be written.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}
