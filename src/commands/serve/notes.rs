//! What an open page is told: which edition there is, and what is wrong, as JSON. The script of the page makes text of it, never HTML.

use serde_json::{Value, json};

use super::newsroom::Newsroom;
use crate::diagnostic::{Diagnostic, Location, Severity};

/// A page shows so many findings; the desk lists all.
const MOST: usize = 20;

/// Tells what concerns a page that comes from `origin`; `fault` keeps that very page from being made.
pub(super) fn notes(newsroom: &Newsroom, origin: Option<&str>, fault: Option<&Diagnostic>) -> Value {
    let (numbers, report) = (newsroom.numbers(), newsroom.report());
    let sorted = report.sorted();
    let errors: Vec<&Diagnostic> = fault.into_iter().chain(sorted.iter().copied().filter(|d| d.severity == Severity::Error)).collect();
    let is_here = |d: &Diagnostic| d.at.as_ref().is_some_and(|at| Some(at.path.as_str()) == origin);
    let warnings: Vec<&Diagnostic> = sorted.iter().copied().filter(|d| d.severity == Severity::Warning && is_here(d)).collect();
    json!({
        "edition": numbers.edition.to_string(),
        "site": numbers.site.to_string(),
        "errors": errors.iter().take(MOST).map(|d| finding(d)).collect::<Vec<_>>(),
        "error_count": errors.len(),
        "warnings": warnings.iter().take(MOST).map(|d| finding(d)).collect::<Vec<_>>(),
    })
}

/// One finding: its words, its place, and the line with its marked part.
pub(super) fn finding(diagnostic: &Diagnostic) -> Value {
    let place = |at: &Location| {
        let (from, to) = (at.marked.0.min(at.excerpt.len()), at.marked.1.max(at.marked.0).min(at.excerpt.len()));
        json!({
            "path": at.path,
            "line": at.line,
            "column": at.column,
            "before": at.excerpt.get(..from).unwrap_or_default(),
            "marked": at.excerpt.get(from..to).unwrap_or_default(),
            "after": at.excerpt.get(to..).unwrap_or_default(),
        })
    };
    json!({
        "code": diagnostic.code.word(),
        "severity": diagnostic.severity.word(),
        "message": diagnostic.message,
        "at": diagnostic.at.as_ref().map(place),
        "label": diagnostic.label,
        "notes": diagnostic.notes.iter().map(|note| json!({"message": note.message, "at": note.at.as_ref().map(place)})).collect::<Vec<_>>(),
        "help": diagnostic.help,
    })
}
