//! Golden sites: small projects with one reason to exist each, and the pages that show it.
//!
//! Each folder of `tests/sites` is a project; its `dateline.yaml` opens with the reason. Below `expected/` stand the pages to compare:
//! of HTML the `<main>`, of other files everything. To ask for another page, add it as an empty file and run with `UPDATE=1`.

use std::fs;

use crate::disk::{copy_of, names_in, read_tree, repository};
use crate::expected::Differences;
use crate::html::main_part;
use crate::program::build;

const MOST_FILES: usize = 10;

#[test]
fn every_golden_site_comes_out_as_expected() {
    let mut differences = Differences::default();
    for name in names_in(&repository().join("tests/sites")) {
        let folder = repository().join("tests/sites").join(&name);
        let project = copy_of(&folder);
        let run = build(project.path(), &["--strict"]);
        if run.code != Some(0) {
            differences.note(format!("tests/sites/{name} is not built:\n{}", run.stderr));
            continue;
        }
        let site = project.path().join("site");
        let expected = read_tree(&folder.join("expected"));
        if expected.is_empty() {
            differences.note(format!("tests/sites/{name} expects nothing"));
        }
        for path in expected.keys() {
            match fs::read_to_string(site.join(path)) {
                Ok(text) if path.ends_with(".html") => {
                    differences.compare(&folder.join("expected").join(path), &(main_part(&text).to_owned() + "\n"));
                }
                Ok(text) => differences.compare(&folder.join("expected").join(path), &text),
                Err(_) => differences.note(format!("tests/sites/{name}/expected/{path} is left over: the site has no such file")),
            }
        }
    }
    differences.expect_none();
}

#[test]
fn every_golden_site_is_small_and_says_why_it_exists() {
    for name in names_in(&repository().join("tests/sites")) {
        let files = read_tree(&repository().join("tests/sites").join(&name));
        assert!(files.len() <= MOST_FILES, "tests/sites/{name} has {} files", files.len());
        let settings = String::from_utf8_lossy(&files["dateline.yaml"]);
        assert!(settings.starts_with("# "), "tests/sites/{name}/dateline.yaml does not open with its reason");
    }
}

#[test]
fn a_site_in_arabic_is_laid_out_from_right_to_left() {
    let project = copy_of(&repository().join("tests/sites/right-to-left"));
    build(project.path(), &[]).expect_code(0);
    let home = fs::read_to_string(project.path().join("site/index.html")).unwrap();
    assert!(home.contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", &home[..200]);
}

#[test]
fn drafts_are_in_the_site_only_when_asked_for() {
    let project = copy_of(&repository().join("tests/sites/drafts"));
    let draft = project.path().join("site/events/not-ready/index.html");
    build(project.path(), &[]).expect_code(0);
    assert!(!draft.exists());
    let without: Vec<u8> = read_tree(&project.path().join("site")).into_values().flatten().collect();
    assert!(!String::from_utf8_lossy(&without).contains("Not ready"), "the draft's headline is in the site");
    build(project.path(), &["--drafts"]).expect_code(0);
    assert!(draft.exists());
}

#[test]
fn search_can_be_turned_off() {
    let project = copy_of(&repository().join("tests/sites/search"));
    build(project.path(), &[]).expect_code(0);
    assert!(project.path().join("site/search/index.html").exists());
    fs::write(project.path().join("dateline.yaml"), "title: The Marsh Bridge closure\noutputs: {search: false}\n").unwrap();
    build(project.path(), &[]).expect_code(0);
    assert!(!project.path().join("site/search").exists());
    let home = fs::read_to_string(project.path().join("site/index.html")).unwrap();
    assert!(!home.contains("search/"), "the menu or the footer still leads to search");
}
