//! Reads the lock and the kept texts: the one place that reads them from disk. A site without a lock costs one look.

#![allow(clippy::disallowed_methods, reason = "this file alone reads the lock and the kept texts")]

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{Kept, LOCK_NAME, Ledger, RELEASES_FOLDER, RecordKey, Version, kept, lock};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::error::Error;

/// Reads every promise of the project in `root`, and reports what was tampered with or joined badly.
pub fn read(root: &Path, report: &mut Report) -> Result<Ledger, Error> {
    let path = root.join(LOCK_NAME);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Ledger::default()),
        Err(source) => return Err(Error::Disk { doing: "read", path, source }),
    };
    let (mut ledger, findings) = lock::parse(&text);
    let is_whole = findings.is_empty();
    report.extend(findings);
    read_texts(root, &mut ledger, report);
    if is_whole {
        report_strays(root, &ledger, report);
    }
    Ok(ledger)
}

/// The path of a kept text from the project folder.
pub(super) fn path_of(record: &RecordKey, number: u32) -> String {
    format!("{RELEASES_FOLDER}/{record}/{number}.md")
}

fn read_texts(root: &Path, ledger: &mut Ledger, report: &mut Report) {
    let withdrawn = &ledger.withdrawn;
    let mut versions: Vec<(&RecordKey, &mut Version)> =
        ledger.versions.iter_mut().flat_map(|(record, versions)| versions.iter_mut().map(move |version| (record, version))).collect();
    let findings: Vec<(usize, String, &str)> = versions
        .par_iter_mut()
        .filter_map(|(record, version)| {
            let path = path_of(record, version.number);
            let text = match fs::read_to_string(root.join(&path)) {
                Ok(text) => text,
                // What was taken back may be deleted for good.
                Err(_) if withdrawn.contains_key(record) => return None,
                Err(_) => {
                    let message = format!("the kept text {path} is missing or cannot be read");
                    return Some((version.line, message, "restore it from git: without it this version cannot be shown"));
                }
            };
            // A checkout on Windows may have turned the line ends.
            let text = text.replace("\r\n", "\n");
            let read = Kept::parse(&text);
            version.kept = read;
            if kept::hash(&text) == version.hash && version.kept.is_some() {
                return None;
            }
            let message = format!("the kept text {path} is not what was released on {}", version.date);
            Some((
                version.line,
                message,
                "restore the file from git; a correction is a new version: edit the record in content/ and release it",
            ))
        })
        .collect();
    for (line, message, help) in findings {
        report.push(lock::bad(&ledger.text, line, message).help(help));
    }
}

/// Reports kept texts that the lock does not name: a sign of a lock that lost lines.
fn report_strays(root: &Path, ledger: &Ledger, report: &mut Report) {
    let named: BTreeSet<String> =
        ledger.versions.iter().flat_map(|(record, versions)| versions.iter().map(move |version| path_of(record, version.number))).collect();
    for entry in WalkDir::new(root.join(RELEASES_FOLDER)).sort_by_file_name().into_iter().flatten() {
        let inner = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let path = inner.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if entry.file_type().is_file() && path.ends_with(".md") && !named.contains(&path) {
            let stray = Diagnostic::new(Code::BadLock, format!("{LOCK_NAME} does not name the kept text {path}"));
            let help = "the lock has lost a line: restore it from git; if a release was stopped midway, delete the file and release again";
            report.push(stray.at(Location::file(&path)).help(help));
        }
    }
}
