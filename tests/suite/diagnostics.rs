//! Diagnostics: each code has a page of the docs and a small project that is wrong in this one way, with the whole message beside it.

use dateline::diagnostic::{Code, Severity};

use crate::disk::{copy_of, names_in, repository};
use crate::expected::Differences;
use crate::program::check;

const EXPECTED: &str = "expected.txt";

#[test]
fn every_code_has_a_page_and_a_project_and_none_is_left_over() {
    let mut words: Vec<String> = Code::ALL.iter().map(|code| code.word().to_owned()).collect();
    words.sort();
    assert_eq!(names_in(&repository().join("tests/diagnostics")), words);
    let pages: Vec<String> = words.iter().map(|word| format!("{word}.md")).collect();
    assert_eq!(names_in(&repository().join("docs/diagnostics")), pages);
}

#[test]
fn every_project_shows_its_one_mistake_and_the_whole_message() {
    let mut differences = Differences::default();
    for code in Code::ALL {
        let folder = repository().join("tests/diagnostics").join(code.word());
        let project = copy_of(&folder);
        let run = check(project.path(), &[]);
        differences.compare(&folder.join(EXPECTED), &run.stderr);
        let told = check(project.path(), &["--format", "json"]).stdout;
        let told: serde_json::Value = serde_json::from_str(&told).expect("a report in JSON");
        let words: Vec<&str> = told.as_array().unwrap().iter().filter_map(|finding| finding["code"].as_str()).collect();
        if words != [code.word()] {
            differences.note(format!("{}: the findings are {words:?}", code.word()));
        }
        let exit = if code.severity() == Severity::Error { 1 } else { 0 };
        if run.code != Some(exit) {
            differences.note(format!("{}: the exit code is {:?}, not {exit}", code.word(), run.code));
        }
    }
    differences.expect_none();
}
