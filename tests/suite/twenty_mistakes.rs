//! Twenty mistakes in one project: one run tells them all at their places, and what was published stays as it is.

use std::path::Path;

use serde_json::Value;

use crate::disk::{copy_of, read_tree, repository};
use crate::program::{build, check};

/// A finding: file, line, column, code, severity.
type Finding = (String, u64, u64, String, String);

#[test]
fn one_run_tells_all_twenty_at_their_places() {
    let project = copy_of(&repository().join("tests/twenty-mistakes"));
    let run = check(project.path(), &["--format", "json"]).expect_code(1);
    let findings: Vec<Value> = serde_json::from_str(&run.stdout).expect("a report in JSON");
    let mut told: Vec<Finding> = findings.iter().map(finding).collect();
    // The one remark stands at the place of a mistake and says why it could not be found in the records.
    told.retain(|(.., severity)| severity != "advice");
    assert_eq!(told, listed());
}

#[test]
fn a_site_already_published_stays_byte_for_byte() {
    let project = copy_of(&repository().join("tests/twenty-mistakes"));
    let content = project.path().join("content");
    let set_aside = project.path().join("set-aside");
    std::fs::rename(&content, &set_aside).unwrap();
    build(project.path(), &[]).expect_code(0);
    let published = read_tree(&project.path().join("site"));
    assert!(published.contains_key("index.html"));
    std::fs::rename(&set_aside, &content).unwrap();
    let run = build(project.path(), &[]).expect_code(1);
    assert!(run.stderr.ends_with("; nothing was written\n"), "{}", run.stderr);
    assert_eq!(read_tree(&project.path().join("site")), published);
}

fn finding(value: &Value) -> Finding {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let at = &value["at"];
    let number = |value: &Value| value.as_u64().unwrap_or_default();
    (word(&at["path"]), number(&at["line"]), number(&at["column"]), word(&value["code"]), word(&value["severity"]))
}

/// The table in the project's README.
fn listed() -> Vec<Finding> {
    let readme = repository().join("tests/twenty-mistakes/README.md");
    let text = std::fs::read_to_string(Path::new(&readme)).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| ") && line[2..].starts_with(|c: char| c.is_ascii_digit()));
    let findings: Vec<Finding> = rows
        .map(|row| {
            let cells: Vec<&str> = row.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
            (cells[2].to_owned(), cells[3].parse().unwrap(), cells[4].parse().unwrap(), cells[5].to_owned(), cells[6].to_owned())
        })
        .collect();
    assert_eq!(findings.len(), 20);
    findings
}
