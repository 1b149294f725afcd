//! The law of the preview: after any changes of the sources it shows what a build from nothing would write, byte for byte, and it
//! tells the same findings. `PROPTEST_CASES=10000 cargo test --release --lib law_of_the_preview` tries it ten thousand times.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use proptest::prelude::*;

use super::edition::{Ask, Edition};
use super::engine::Engine;
use crate::diagnostic::{Report, Severity, print};
use crate::graph::Drafts;
use crate::project::Project;
use crate::site::Fault;

/// A change that an author, an editor or git makes.
#[derive(Debug, Clone)]
enum Change {
    Write(usize, usize),
    /// By way of a file beside it, as many editors do.
    Replace(usize, usize),
    Delete(usize),
    Rename(usize, usize),
    /// Other words for one of the files, so that nothing else of it changes where it has the same front matter.
    Reword(usize),
}

/// The files that changes are about.
const PATHS: [&str; 9] = [
    "content/events/2024-01-01-one.md",
    "content/events/2024-01-02-two.md",
    "content/events/three/index.md",
    "content/events/three/picture.svg",
    "content/actors/council.md",
    "content/pages/about.md",
    "templates/parts/footer.html",
    "static/css/print.css",
    "dateline.yaml",
];

/// What may stand in them, right or wrong; some are as long as one another.
const TEXTS: [&str; 19] = [
    "---\ntitle: First\ndate: 2024-01-01\nactors: [Council]\ntags: [bridge]\nlinks: []\n---\n\nText [[two]].\n",
    "---\ntitle: Other\ndate: 2024-01-01\nactors: [Council]\ntags: [bridge]\nlinks: []\n---\n\nText [[two]].\n",
    "---\ntitle: Second\ndate: 2024-02\nactors: [Mayor]\nlinks:\n  - follows: one\n---\n\nMore words.\n",
    "---\ntitle: Second\ndate: 2024-02\nactors: [Mayor]\nlinks:\n  - follows: one\n---\n\nLess words.\n",
    "---\ntitle: First\ndate: 2024-01-01\nactors: [Council]\ntags: [bridge]\nlinks: []\n---\n\nAnother text, longer, [[two|here]], of [[council]].[^a]\n\n[^a]: A note.\n",
    "---\ntitle: First\ndate: 2024-01-01\nactors: [Council]\ntags: [bridge]\nlinks: []\n---\n\n> [[two]] and [[council|they]]!\n\nMore.\n",
    "---\ntitle: Third\ndate: 2024-03-01T10:00\nlinks: []\n---\n\nBefore it.\n\n![Another crack](picture.svg)\n\n## What is\n\nIt [leads](/events/one/).\n",
    "---\ntitle: Third\ndate: 2024-03-01T10:00\nlinks: []\n---\n\n![A long crack](picture.svg) beside it.\n\n## What is\n\nIt [went](/events/one/ \"there\").\n",
    "---\nname: The Council\naliases: [Council]\n---\n\nWho it was, in other words.\n",
    "---\ntitle: Third\ndate: 2024-03-01T10:00\nlinks: []\n---\n\n![A crack](picture.svg)\n",
    "---\nname: The Council\naliases: [Council]\n---\n\nWho it is.\n",
    "---\ntitle: A draft\ndate: 2024-01-05\ndraft: true\n---\n\nHidden.\n",
    "---\ntitle: Broken\ndate: [2024\n---\n",
    "no front matter",
    "",
    "<footer>{{ site.title }}</footer>\n",
    "<footer>{{ site.title</footer>\n",
    // Most cases stay with these settings, and go without what is costly; the others have everything on.
    "title: Test\nurl: https://example.org/test/\ntimezone: Europe/Berlin\noutputs: {citations: off, data: off, search: off}\n",
    "title: Test\ntimezone: Asia/Tokyo\nfields: {listed: {label: Listed, taxonomy: true}}\n",
];

/// Files and what may stand in them, the two of a pair with the same front matter.
const WORDS: [(usize, usize); 8] = [(0, 4), (0, 5), (1, 2), (1, 3), (2, 6), (2, 7), (4, 8), (4, 10)];

fn change() -> impl Strategy<Value = Change> {
    let (path, text) = (0..PATHS.len(), 0..TEXTS.len());
    prop_oneof![
        4 => (path.clone(), text.clone()).prop_map(|(path, text)| Change::Write(path, text)),
        2 => (path.clone(), text).prop_map(|(path, text)| Change::Replace(path, text)),
        1 => path.clone().prop_map(Change::Delete),
        1 => (path.clone(), path).prop_map(|(from, to)| Change::Rename(from, to)),
        6 => (0..WORDS.len()).prop_map(Change::Reword),
    ]
}

fn apply(root: &Path, change: &Change) {
    let at = |path: usize| root.join(PATHS[path]);
    let make_folder = |path: &Path| fs::create_dir_all(path.parent().unwrap()).unwrap();
    match *change {
        Change::Write(path, text) => {
            make_folder(&at(path));
            fs::write(at(path), TEXTS[text]).unwrap();
        }
        Change::Replace(path, text) => {
            make_folder(&at(path));
            let beside = at(path).with_file_name(".saving~");
            fs::write(&beside, TEXTS[text]).unwrap();
            fs::rename(&beside, at(path)).unwrap();
        }
        Change::Reword(at) => apply(root, &Change::Write(WORDS[at].0, WORDS[at].1)),
        Change::Delete(path) => drop(fs::remove_file(at(path))),
        Change::Rename(from, to) => {
            make_folder(&at(to));
            drop(fs::rename(at(from), at(to)));
        }
    }
}

fn begin(root: &Path) {
    for (path, text) in [(0, 0), (1, 2), (2, 9), (4, 10), (8, 17)] {
        apply(root, &Change::Write(path, text));
    }
    fs::write(root.join("content/events/three/picture.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
}

/// What a file of the site is: its bytes, or the mistake that keeps it from being made.
type Made = BTreeMap<String, Result<Vec<u8>, String>>;

/// Every file, and the findings, as a build from nothing has them; no files where there are mistakes.
fn build_from_nothing(root: &Path) -> (String, Made) {
    let mut report = Report::default();
    let Ok(project) = Project::open(root, Drafts::included(false), &mut report) else { return ("no project".to_owned(), Made::new()) };
    let mut made = Made::new();
    let paths = crate::build(&project, &mut report, &mut |_, _| {}, |site, report, _| {
        if !report.has_errors() {
            for path in site.paths() {
                let file = site.file(path).unwrap().map(|file| file.bytes);
                made.insert(
                    path.to_owned(),
                    file.map_err(|fault| if let Fault::Template(d) = fault { d.message } else { "unread".to_owned() }),
                );
            }
        }
        Ok(())
    });
    paths.unwrap();
    (print::human::print(&report, Severity::Advice, false), made)
}

/// The same as the preview has them.
fn preview(edition: &Edition, paths: impl Iterator<Item = String>) -> (String, Made) {
    let mut made = Made::new();
    for path in paths {
        let Some(asks) = &edition.asks else { break };
        let (reply, answer) = channel();
        asks.send(Ask::File(path.clone(), reply)).unwrap();
        if let Some(file) = answer.recv().unwrap() {
            made.insert(path, file.bytes.map_err(|d| d.message));
        }
    }
    (print::human::print(&edition.report, Severity::Advice, false), made)
}

/// The files that a change is about.
fn touched(root: &Path, change: &Change) -> Vec<PathBuf> {
    let paths = match *change {
        Change::Write(path, _) | Change::Replace(path, _) | Change::Delete(path) => vec![path],
        Change::Rename(from, to) => vec![from, to],
        Change::Reword(at) => vec![WORDS[at].0],
    };
    paths.into_iter().map(|path| root.join(PATHS[path])).collect()
}

/// Compares the preview with a build from nothing; with hints the files that they name are glanced at, which must be enough.
fn expect_same(root: &Path, engine: &mut Engine, hints: &[PathBuf]) {
    let glanced = engine.glance(hints).map(Ok);
    let edition = glanced.unwrap_or_else(|| engine.make()).unwrap_or_else(|error| Edition::of_mistake(error.to_string(), "dateline.yaml"));
    let (told, made) = build_from_nothing(root);
    let (told_by_preview, made_by_preview) = preview(&edition, made.keys().cloned());
    assert_eq!(edition.asks.is_some(), !made.is_empty());
    assert!(
        made == made_by_preview,
        "other bytes in {:?}",
        made.keys().filter(|path| made.get(*path) != made_by_preview.get(*path)).collect::<Vec<_>>()
    );
    if told != "no project" {
        assert_eq!(told, told_by_preview);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn law_of_the_preview(changes in proptest::collection::vec((proptest::collection::vec(change(), 1..4), any::<bool>()), 1..6)) {
        let folder = tempfile::TempDir::new().unwrap();
        begin(folder.path());
        let mut engine = Engine::new(folder.path().to_owned(), Drafts::included(false));
        expect_same(folder.path(), &mut engine, &[]);
        for (burst, is_told) in changes {
            burst.iter().for_each(|change| apply(folder.path(), change));
            let hints: Vec<PathBuf> = burst.iter().filter(|_| is_told).flat_map(|change| touched(folder.path(), change)).collect();
            expect_same(folder.path(), &mut engine, &hints);
        }
    }
}

/// A few cases at every run; as many as `PROPTEST_CASES` says when it is set.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12)
}

#[test]
fn a_change_that_nobody_told_of_is_found_by_looking() {
    let folder = tempfile::TempDir::new().unwrap();
    begin(folder.path());
    let mut engine = Engine::new(folder.path().to_owned(), Drafts::included(false));
    engine.make().unwrap();
    assert!(!engine.is_stale());
    for (path, text) in [(0, 1), (6, 15), (7, 14), (8, 18)] {
        apply(folder.path(), &Change::Write(path, text));
        assert!(engine.is_stale(), "{}", PATHS[path]);
        engine.make().unwrap();
        assert!(!engine.is_stale(), "{}", PATHS[path]);
    }
}

#[test]
fn a_glance_at_a_record_is_enough_while_it_stands() {
    let folder = tempfile::TempDir::new().unwrap();
    begin(folder.path());
    for (first, second) in [((1, 2), (1, 3)), ((4, 8), (4, 10))] {
        let mut engine = Engine::new(folder.path().to_owned(), Drafts::included(false));
        apply(folder.path(), &Change::Write(first.0, first.1));
        engine.make().unwrap();
        apply(folder.path(), &Change::Write(second.0, second.1));
        let hint = [folder.path().join(PATHS[first.0])];
        assert!(engine.glance(&hint).is_some(), "{}", PATHS[first.0]);
        assert!(!engine.is_stale(), "{}", PATHS[first.0]);
        apply(folder.path(), &Change::Write(first.0, 11));
        assert!(engine.glance(&hint).is_some(), "another kind of change");
        assert!(!engine.is_stale(), "another kind of change");
        fs::remove_file(&hint[0]).unwrap();
        assert!(engine.glance(&hint).is_none(), "a record that went");
        assert!(engine.is_stale(), "a record that went");
    }
}
