//! Building again: what has not changed is neither made nor touched, and nothing that changed is missed.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use tempfile::TempDir;
use walkdir::WalkDir;

use crate::disk::{folder_of, read_tree, write};
use crate::program::build;

/// A small project.
fn project() -> TempDir {
    let event = "---\ntitle: A bridge closes\ndate: 2020-05-02\nactors: [Ann]\n---\nText.\n";
    let other = "---\ntitle: A ferry sails\ndate: 2020-06-01\n---\nText.\n";
    folder_of(&[
        ("dateline.yaml", "title: Test\n"),
        ("content/events/bridge.md", event),
        ("content/events/ferry.md", other),
        ("static/robots-note.txt", "hello"),
    ])
}

/// The numbers and times of every file and folder of a site, by path.
fn marks(site: &Path) -> BTreeMap<String, (u64, i64, i64)> {
    let entries = WalkDir::new(site).into_iter().map(|entry| entry.unwrap());
    let mark = |found: fs::Metadata| (found.ino(), found.ctime(), found.ctime_nsec());
    entries.map(|entry| (entry.path().display().to_string(), mark(entry.metadata().unwrap()))).collect()
}

#[test]
fn a_build_in_which_nothing_changed_touches_no_file_and_tells_the_same() {
    let project = project();
    let site = project.path().join("site");
    let first = build(project.path(), &["--format", "json"]).expect_code(0);
    let before = marks(&site);
    let again = build(project.path(), &["--format", "json", "--timings"]).expect_code(0);
    assert_eq!(marks(&site), before);
    assert_eq!(again.stdout, first.stdout);
    assert!(again.stderr.contains("nothing has changed since the build before"), "{}", again.stderr);
    assert!(again.stderr.contains("2 events"), "{}", again.stderr);
}

#[test]
fn whatever_changes_among_the_sources_is_built() {
    let project = project();
    let root = project.path();
    build(root, &[]).expect_code(0);
    let changes: [(&str, &str); 5] = [
        ("content/events/bridge.md", "---\ntitle: A bridge opens\ndate: 2020-05-02\n---\nText.\n"),
        ("content/events/third.md", "---\ntitle: A third\ndate: 2020-07-01\n---\nText.\n"),
        ("dateline.yaml", "title: Tost\n"),
        ("static/robots-note.txt", "hallo"),
        ("templates/parts/footer.html", "<footer>Ours</footer>"),
    ];
    for (path, text) in changes {
        let before = read_tree(&root.join("site"));
        write(root, path, text.as_bytes());
        build(root, &[]).expect_code(0);
        let after = read_tree(&root.join("site"));
        assert!(before != after, "{path} was missed");
        // The same as a build that knows nothing of the one before.
        fs::remove_dir_all(root.join("site")).unwrap();
        build(root, &[]).expect_code(0);
        assert!(after == read_tree(&root.join("site")), "{path}");
    }
    fs::remove_file(root.join("content/events/third.md")).unwrap();
    build(root, &[]).expect_code(0);
    assert!(!root.join("site/events/third").exists());
}

#[test]
fn a_file_of_the_site_that_was_changed_or_lost_is_put_right() {
    let project = project();
    let page = project.path().join("site/events/bridge/index.html");
    build(project.path(), &[]).expect_code(0);
    let whole = fs::read(&page).unwrap();
    let mut other = whole.clone();
    other[100] ^= 1;
    fs::write(&page, &other).unwrap();
    build(project.path(), &[]).expect_code(0);
    assert_eq!(fs::read(&page).unwrap(), whole);
    fs::remove_file(&page).unwrap();
    build(project.path(), &[]).expect_code(0);
    assert_eq!(fs::read(&page).unwrap(), whole);
}

#[test]
fn one_changed_event_leaves_every_file_alone_whose_bytes_are_the_same() {
    let project = project();
    let site = project.path().join("site");
    build(project.path(), &[]).expect_code(0);
    let (before, numbers) = (read_tree(&site), marks(&site));
    write(project.path(), "content/events/ferry.md", b"---\ntitle: A ferry sails\ndate: 2020-06-01\n---\nAnother text.\n");
    build(project.path(), &[]).expect_code(0);
    let (after, now) = (read_tree(&site), marks(&site));
    for (path, bytes) in &after {
        let name = site.join(path).display().to_string();
        let is_kept = numbers.get(&name).map(|mark| mark.0) == now.get(&name).map(|mark| mark.0);
        assert!(path.starts_with('.') || is_kept == (before.get(path) == Some(bytes)), "{path}");
    }
}

#[test]
fn a_build_with_other_options_is_not_taken_for_the_same() {
    let project = project();
    write(project.path(), "content/events/draft.md", b"---\ntitle: A draft\ndate: 2020-08-01\ndraft: true\n---\nText.\n");
    build(project.path(), &[]).expect_code(0);
    assert!(!project.path().join("site/events/draft").exists());
    build(project.path(), &["--drafts"]).expect_code(0);
    assert!(project.path().join("site/events/draft/index.html").exists());
}
