//! Permanence: whatever happens to a build, a site once published stays whole, and nothing of other people is lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::disk::{Tree, folder_of, names_in, read_tree, write};
use crate::program::{Run, build, command};

const EVENTS: usize = 500;
const KILLS: u32 = 12;

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one_whole() {
    let project = large_project("before");
    build(project.path(), &[]).expect_code(0);
    let before = read_tree(&project.path().join("site"));
    let other = large_project("after");
    let begun = Instant::now();
    build(other.path(), &[]).expect_code(0);
    let whole = begun.elapsed();
    let after = read_tree(&other.path().join("site"));
    let mut killed = 0;
    for kill in 1..=KILLS {
        // Every second time the other content is there, so that each build has much to write.
        write_events(project.path(), if kill % 2 == 1 { "after" } else { "before" });
        // Without its receipt, a build of what stands already goes the whole road too.
        let _ = fs::remove_file(project.path().join("site/.dateline-receipt"));
        let mut child = command().args(["build", "--quiet", "--root"]).arg(project.path()).spawn().unwrap();
        thread::sleep(whole * kill / KILLS);
        let _ = child.kill();
        killed += u32::from(child.wait().unwrap().code().is_none());
        let found = read_tree(&project.path().join("site"));
        assert!(found == before || found == after, "kill {kill}: {}", difference(&found, &before, &after));
    }
    assert!(killed > KILLS / 2, "only {killed} of {KILLS} builds were killed before their end");
    write_events(project.path(), "after");
    build(project.path(), &[]).expect_code(0);
    assert_eq!(difference(&read_tree(&project.path().join("site")), &after, &after), "the same");
    assert_eq!(names_in(project.path()), ["content", "dateline.yaml", "site"], "the next build clears up");
}

#[test]
fn a_build_with_nothing_new_touches_nothing() {
    let project = small_project();
    build(project.path(), &[]).expect_code(0);
    let times = |root: &Path| -> BTreeMap<String, std::time::SystemTime> {
        read_tree(root).into_keys().map(|path| (path.clone(), fs::metadata(root.join(&path)).unwrap().modified().unwrap())).collect()
    };
    let site = project.path().join("site");
    let (bytes, before) = (read_tree(&site), times(&site));
    thread::sleep(Duration::from_millis(20));
    build(project.path(), &[]).expect_code(0);
    assert_eq!(times(&site), before);
    assert!(read_tree(&site) == bytes);
}

#[test]
fn a_site_cannot_be_written_over_its_sources() {
    let project = small_project();
    for place in ["content", "content/site", "", "dateline.yaml"] {
        let before = read_tree(project.path());
        let run = build(project.path(), &["--output", project.path().join(place).to_str().unwrap()]).expect_code(2);
        assert!(run.stderr.contains("the site cannot be written to"), "{place}: {}", run.stderr);
        assert!(read_tree(project.path()) == before, "{place}");
    }
}

#[test]
fn a_folder_of_other_people_is_refused_and_stays_as_it_is() {
    let project = small_project();
    let theirs = folder_of(&[("thesis.txt", "three years of work"), ("index.html", "their page")]);
    let before = read_tree(theirs.path());
    let run: Run = build(project.path(), &["--output", theirs.path().to_str().unwrap()]).expect_code(2);
    assert!(run.stderr.contains("thesis.txt"), "{}", run.stderr);
    assert!(read_tree(theirs.path()) == before);
}

#[test]
fn files_put_into_the_site_by_hand_are_kept() {
    let project = small_project();
    build(project.path(), &[]).expect_code(0);
    write(project.path(), "site/CNAME", b"example.org\n");
    write(project.path(), "site/events/mine/notes.txt", b"mine\n");
    write(project.path(), "content/events/2024-02-01-second.md", event("Second", "2024-02-01").as_bytes());
    build(project.path(), &[]).expect_code(0);
    assert_eq!(fs::read(project.path().join("site/CNAME")).unwrap(), b"example.org\n");
    assert_eq!(fs::read(project.path().join("site/events/mine/notes.txt")).unwrap(), b"mine\n");
    assert!(project.path().join("site/events/second/index.html").is_file());
    fs::remove_file(project.path().join("content/events/2024-02-01-second.md")).unwrap();
    build(project.path(), &[]).expect_code(0);
    assert!(!project.path().join("site/events/second").exists(), "a page whose event is gone");
    assert_eq!(fs::read(project.path().join("site/CNAME")).unwrap(), b"example.org\n");
}

#[test]
fn a_build_that_finds_mistakes_leaves_the_published_site() {
    let project = small_project();
    build(project.path(), &[]).expect_code(0);
    let published = read_tree(&project.path().join("site"));
    write(project.path(), "content/events/2024-02-02-broken.md", b"---\ntitle: Broken\ndate: tomorrow\n---\n");
    build(project.path(), &[]).expect_code(1);
    assert!(read_tree(&project.path().join("site")) == published);
}

fn small_project() -> TempDir {
    let project = folder_of(&[("dateline.yaml", "title: Small\n")]);
    write(project.path(), "content/events/2024-01-01-first.md", event("First", "2024-01-01").as_bytes());
    project
}

fn large_project(word: &str) -> TempDir {
    let project = folder_of(&[("dateline.yaml", "title: Large\n")]);
    write_events(project.path(), word);
    project
}

fn write_events(root: &Path, word: &str) {
    for number in 0..EVENTS {
        let date = format!("20{:02}-{:02}-{:02}", number / 300 + 10, number / 28 % 12 + 1, number % 28 + 1);
        let text = event(&format!("Event {number} {word}"), &date);
        write(root, &format!("content/events/event-{number}.md"), text.as_bytes());
    }
}

fn event(title: &str, date: &str) -> String {
    format!("---\ntitle: {title}\ndate: {date}\nactors: [The Council]\nsources: [The Council's minutes]\n---\n\n{title} took place.\n")
}

/// Says in a line how a site differs from two that it might be.
fn difference(found: &Tree, before: &Tree, after: &Tree) -> String {
    if found == after {
        return "the same".to_owned();
    }
    let differing = |tree: &Tree| -> usize {
        let changed = found.iter().filter(|(path, bytes)| tree.get(*path) != Some(*bytes)).count();
        changed + tree.keys().filter(|path| !found.contains_key(*path)).count()
    };
    format!("{} files, of which {} are not as before and {} not as after", found.len(), differing(before), differing(after))
}
