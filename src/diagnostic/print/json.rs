//! The form for programs: one JSON array, an object a finding.

use serde_json::{Value, json};

use crate::diagnostic::{Location, Report, Severity};

/// Prints every finding at or above `least`.
pub fn print(report: &Report, least: Severity) -> String {
    let findings: Vec<Value> = report
        .sorted()
        .into_iter()
        .filter(|d| d.severity >= least)
        .map(|d| {
            json!({
                "code": d.code.word(),
                "severity": d.severity.word(),
                "message": d.message,
                "at": d.at.as_ref().map(place),
                "label": d.label,
                "notes": d.notes.iter().map(|n| json!({"message": n.message, "at": n.at.as_ref().map(place)})).collect::<Vec<_>>(),
                "help": d.help,
            })
        })
        .collect();
    format!("{:#}\n", Value::from(findings))
}

fn place(at: &Location) -> Value {
    let length = at.excerpt[at.marked.0..at.marked.1].chars().count();
    json!({"path": at.path, "line": at.line, "column": at.column, "length": length})
}
