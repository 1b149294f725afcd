//! Promises: whatever becomes of a story, every address that was released is answered, and every version keeps its words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tempfile::TempDir;

use crate::disk::{Tree, folder_of, read_tree, repository, write};
use crate::html::Page;
use crate::links::broken_links;
use crate::program::{Run, build, check, command, run};

/// What a newsroom does to its story.
#[derive(Debug, Clone)]
enum Step {
    /// Writes other words into an event, and perhaps moves its date and tag.
    Edit(usize, u8),
    /// Gives an event another id, and its old address to the new one.
    Rename(usize),
    /// Takes an event back, in its file or by deleting it.
    Withdraw(usize, bool),
    Add,
    Release,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => (0..6_usize, 0..30_u8).prop_map(|(at, words)| Step::Edit(at, words)),
        2 => (0..6_usize).prop_map(Step::Rename),
        1 => (0..6_usize, any::<bool>()).prop_map(|(at, is_kept)| Step::Withdraw(at, is_kept)),
        1 => Just(Step::Add),
        3 => Just(Step::Release),
    ];
    proptest::collection::vec(step, 4..14)
}

/// An event as it stands in its file.
#[derive(Debug, Clone)]
struct Event {
    id: String,
    /// Told in the body; no two edits have the same.
    words: String,
    month: u8,
    tag: u8,
    old_names: Vec<String>,
    /// The versions that were released: the address and the words.
    released: Vec<(String, String)>,
}

/// A project, and what is known of it without asking the program.
struct Newsroom {
    folder: TempDir,
    events: Vec<Event>,
    gone: Vec<Event>,
    settings: String,
    /// Every address that the program has recorded.
    promised: Vec<String>,
    /// The kept texts as they were first written.
    kept: Tree,
    made: usize,
    day: u8,
}

impl Newsroom {
    fn open() -> Self {
        let folder = folder_of(&[]);
        let mut room = Self {
            folder,
            events: Vec::new(),
            gone: Vec::new(),
            settings: String::new(),
            promised: Vec::new(),
            kept: Tree::new(),
            made: 0,
            day: 1,
        };
        (0..3).for_each(|_| room.add());
        room
    }

    fn add(&mut self) {
        self.made += 1;
        let id = format!("event-{}", self.made);
        let words = format!("wording{}first", self.made);
        self.events.push(Event { id, words, month: self.made as u8 % 12 + 1, tag: 0, old_names: Vec::new(), released: Vec::new() });
    }

    fn take(&mut self, step: &Step) {
        let count = self.events.len();
        match step {
            Step::Edit(at, words) if count > 0 => {
                self.made += 1;
                let event = &mut self.events[at % count];
                event.words = format!("wording{}edited", self.made);
                (event.month, event.tag) = (words % 12 + 1, words % 3);
            }
            Step::Rename(at) if count > 0 => {
                self.made += 1;
                let event = &mut self.events[at % count];
                let old = std::mem::replace(&mut event.id, format!("renamed-{}", self.made));
                event.old_names.push(old);
            }
            Step::Withdraw(at, is_kept) if count > 0 => {
                let event = self.events.remove(at % count);
                self.gone.push(event.clone());
                if !is_kept {
                    let addresses = event.old_names.iter().chain([&event.id]);
                    let lines = addresses.map(|id| format!("  /events/{id}/: {{date: 2024-06-01, reason: Taken back.}}\n"));
                    self.settings.extend(lines);
                    self.gone.last_mut().unwrap().words.clear();
                }
            }
            Step::Add => self.add(),
            Step::Release => self.release(),
            _ => {}
        }
    }

    fn write(&self) {
        let root = self.folder.path();
        let _ = fs::remove_dir_all(root.join("content"));
        let withdrawn = if self.settings.is_empty() { String::new() } else { format!("withdrawn:\n{}", self.settings) };
        write(root, "dateline.yaml", format!("title: Test\nurl: https://example.org/t/\n{withdrawn}").as_bytes());
        for event in &self.events {
            let mentions: String = self.events.iter().map(|other| format!(" [[{}]]", other.id)).collect();
            let text = format!(
                "---\ntitle: The event of {}\ndate: 2024-{:02}-01\ntags: [tag-{}]\nsources: [{{title: A source, publisher: The Council}}]\naliases: [{}]\n---\n\n{}{mentions}\n",
                event.id.rsplit('-').next().unwrap(),
                event.month,
                event.tag,
                event.old_names.iter().map(|id| format!("/events/{id}/")).collect::<Vec<_>>().join(", "),
                event.words,
            );
            write(root, &format!("content/events/{}.md", event.id), text.as_bytes());
        }
        for event in self.gone.iter().filter(|event| !event.words.is_empty()) {
            let aliases = event.old_names.iter().map(|id| format!("/events/{id}/")).collect::<Vec<_>>().join(", ");
            let text = format!(
                "---\ntitle: Gone\ndate: 2024-01-01\naliases: [{aliases}]\nwithdrawn: {{date: 2024-06-01, reason: Taken back.}}\n---\n\n{}\n",
                event.words
            );
            write(root, &format!("content/events/{}.md", event.id), text.as_bytes());
        }
    }

    fn release(&mut self) {
        self.write();
        self.day += 1;
        release(self.folder.path(), &format!("2024-07-{:02}", self.day)).expect_code(0);
        let lock = fs::read_to_string(self.folder.path().join("dateline.lock")).unwrap();
        self.promised = lock.lines().filter_map(|line| line.strip_prefix("address ")).map(str::to_owned).collect();
        let kept = read_tree(&self.folder.path().join("releases"));
        for (path, bytes) in &self.kept {
            assert!(kept.get(path) == Some(bytes), "{path} was changed by a release");
        }
        self.kept = kept;
        for event in &mut self.events {
            let version = |line: &str| line.strip_prefix(&format!("version events/{} ", event.id))?.split(' ').next().map(str::to_owned);
            let Some(number) = lock.lines().filter_map(version).max_by_key(|number| number.parse::<u32>().unwrap()) else { continue };
            let address = format!("events/{}/v/{number}/index.html", event.id);
            if event.released.last().is_none_or(|(last, _)| *last != address) {
                event.released.push((address, event.words.clone()));
            }
        }
        release(self.folder.path(), "2024-07-31").expect_code(0).expect_nothing_new();
    }

    fn build(&self) -> Tree {
        self.write();
        build(self.folder.path(), &["--quiet"]).expect_code(0);
        read_tree(&self.folder.path().join("site"))
    }
}

impl Run {
    #[track_caller]
    fn expect_nothing_new(self) {
        assert!(self.stderr.contains("nothing was recorded"), "{}", self.stderr);
    }
}

fn release(root: &Path, date: &str) -> Run {
    run(command().args(["release", "--date", date, "--root"]).arg(root))
}

/// The text of a page between `<main>` and `</main>`.
fn main_of(site: &Tree, path: &str) -> String {
    let html = String::from_utf8_lossy(site.get(path).unwrap_or_else(|| panic!("there is no {path}"))).into_owned();
    html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).map(|(main, _)| main.to_owned()).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_edited_renamed_or_withdrawn_every_released_address_and_version_stays(steps in steps()) {
        let mut room = Newsroom::open();
        room.release();
        steps.iter().for_each(|step| room.take(step));
        let site = room.build();
        for address in &room.promised {
            let path = format!("{}index.html", address.trim_start_matches('/'));
            prop_assert!(site.contains_key(&path), "{address} was released and is not there");
        }
        for event in &room.events {
            for (path, words) in &event.released {
                let main = main_of(&site, path);
                prop_assert!(main.contains(words.as_str()), "{path} does not say {words}");
            }
        }
        for event in &room.gone {
            for (path, words) in &event.released {
                let main = main_of(&site, path);
                prop_assert!(main.contains("Taken back.") && !main.contains(words.as_str()), "{path} still says {words}");
            }
        }
        let broken = broken_links(&site);
        prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
        prop_assert_eq!(room.build(), site);
    }
}

#[test]
fn a_fresh_clone_without_history_shows_every_version_in_the_words_and_names_of_its_day() {
    let project = bridge("The closure cut off 120 houses, says [[ashby-council]] [@minutes].", "Ashby Town Council", "Minutes of 11 March");
    release(project.path(), "2024-03-12").expect_code(0);
    let renamed = bridge("The closure cut off 112 houses, says [[ashby-council]] [@minutes].", "The Council of Ashby", "Protocol");
    copy(project.path(), renamed.path());
    release(renamed.path(), "2024-04-02").expect_code(0);
    let clone = folder_of(&[]);
    for (path, bytes) in read_tree(renamed.path()).into_iter().filter(|(path, _)| !path.starts_with("site/")) {
        write(clone.path(), &path, &bytes);
    }
    build(clone.path(), &["--quiet"]).expect_code(0);
    let site = read_tree(&clone.path().join("site"));
    let first = main_of(&site, "events/bridge-closed/v/1/index.html");
    assert!(first.contains("120 houses") && first.contains(">Ashby Town Council<") && first.contains("Minutes of 11 March"), "{first}");
    assert!(!first.contains("The Council of Ashby") && !first.contains("Protocol"), "{first}");
    let second = main_of(&site, "events/bridge-closed/v/2/index.html");
    assert!(second.contains("<del>120</del><ins>112</ins>"), "{second}");
    assert!(second.contains(">The Council of Ashby<"), "{second}");
}

#[test]
fn a_frozen_page_tells_machines_what_it_is() {
    let project = bridge("One.", "Ashby Town Council", "Minutes");
    release(project.path(), "2024-03-12").expect_code(0);
    copy(project.path(), bridge("Two.", "Ashby Town Council", "Minutes").path());
    write(project.path(), "content/events/bridge-closed.md", bridge_text("Two.").as_bytes());
    release(project.path(), "2024-04-02").expect_code(0);
    build(project.path(), &["--quiet"]).expect_code(0);
    let site = read_tree(&project.path().join("site"));
    let head = |path: &str| String::from_utf8_lossy(&site[path]).split("</head>").next().unwrap().to_owned();
    let frozen = head("events/bridge-closed/v/1/index.html");
    for line in [
        "<meta name=\"robots\" content=\"noindex\">",
        "<link rel=\"canonical\" href=\"https://example.org/t/events/bridge-closed/v/1/\">",
        "<link rel=\"original\" href=\"../../../../events/bridge-closed/index.html\">",
        "<link rel=\"latest-version\" href=\"../../../../events/bridge-closed/index.html\">",
        "<link rel=\"successor-version\" href=\"../../../../events/bridge-closed/v/2/index.html\">",
    ] {
        assert!(frozen.contains(line), "{line}\n{frozen}");
    }
    let now = head("events/bridge-closed/index.html");
    for rel in ["version-history", "predecessor-version", "timemap"] {
        assert!(now.contains(&format!("<link rel=\"{rel}\"")), "{rel}\n{now}");
    }
    let sitemap = String::from_utf8_lossy(&site["sitemap.xml"]).into_owned();
    assert!(!sitemap.contains("/v/"), "{sitemap}");
    let timemap = String::from_utf8_lossy(&site["events/bridge-closed/timemap.link"]).into_owned();
    assert!(timemap.contains("rel=\"first memento\"; datetime=\"Tue, 12 Mar 2024 00:00:00 GMT\""), "{timemap}");
}

#[test]
fn a_version_leads_to_a_recording_elsewhere_and_only_names_a_file_that_was_here() {
    let project = bridge("One.", "Ashby Town Council", "Minutes");
    let media = "media:\n  - url: https://example.org/watch?v=1\n    alt: The hearing\n  - file: plan.pdf\n    alt: The plan\n";
    let text = bridge_text("One.").replace("sources:", &format!("{media}sources:"));
    write(project.path(), "content/events/bridge-closed.md", text.as_bytes());
    write(project.path(), "content/events/plan.pdf", b"%PDF-1.4");
    release(project.path(), "2024-03-12").expect_code(0);
    build(project.path(), &["--quiet"]).expect_code(0);
    let main = main_of(&read_tree(&project.path().join("site")), "events/bridge-closed/v/1/index.html");
    assert!(main.contains("<a href=\"https://example.org/watch?v=1\" rel=\"external\">https://example.org/watch?v=1</a>"), "{main}");
    assert!(main.contains("plan.pdf</code>") && !main.contains("plan.pdf\""), "{main}");
}

#[test]
fn an_id_that_stands_for_another_event_than_before_is_refused() {
    let project = bridge("One.", "Ashby Town Council", "Minutes");
    release(project.path(), "2024-03-12").expect_code(0);
    let other = "---\ntitle: Mayor resigns\ndate: 2024-07-18\nsources: [minutes]\n---\n\nShe gave no reason.\n";
    write(project.path(), "content/events/bridge-closed.md", other.as_bytes());
    let run = check(project.path(), &[]).expect_code(1);
    assert!(run.stderr.contains("error[reused-id]") && run.stderr.contains("Council closes Marsh Bridge"), "{}", run.stderr);
    let told = other.replace("sources", "changes: [{date: 2024-07-19, kind: correction, note: All of it was wrong.}]\nsources");
    write(project.path(), "content/events/bridge-closed.md", told.as_bytes());
    let run = check(project.path(), &[]).expect_code(0);
    assert!(!run.stderr.contains("reused-id"), "{}", run.stderr);
}

#[test]
fn a_name_that_gets_a_record_of_another_id_takes_its_address_along() {
    let project = folder_of(&[("dateline.yaml", "title: Test\n")]);
    let event = |name: &str| format!("---\ntitle: Council meets\ndate: 2024-03-11\nactors: [{name}]\nsources: [Minutes]\n---\n\nIt met.\n");
    write(project.path(), "content/events/meeting.md", event("Jon Smith").as_bytes());
    release(project.path(), "2024-03-12").expect_code(0);
    write(project.path(), "content/events/meeting.md", event("john-smith").as_bytes());
    write(project.path(), "content/actors/john-smith.md", b"---\nname: John Smith\n---\n");
    let run = check(project.path(), &[]).expect_code(1);
    assert!(run.stderr.contains("`aliases: [jon-smith]`"), "{}", run.stderr);
    write(project.path(), "content/actors/john-smith.md", b"---\nname: John Smith\naliases: [Jon Smith]\n---\n");
    build(project.path(), &["--quiet"]).expect_code(0);
    let moved = fs::read_to_string(project.path().join("site/actors/jon-smith/index.html")).unwrap();
    assert!(moved.contains("../../actors/john-smith/index.html"), "{moved}");
}

#[test]
fn texts_that_name_an_old_id_still_mean_the_event() {
    let project = bridge("One.", "Ashby Town Council", "Minutes");
    let renamed = bridge_text("One.").replace("sources", "aliases: [/events/bridge-closed/]\nsources");
    fs::remove_file(project.path().join("content/events/bridge-closed.md")).unwrap();
    write(project.path(), "content/events/marsh-bridge-closed.md", renamed.as_bytes());
    let later =
        bridge_text("See [[bridge-closed]].").replace("title: Council", "links: [{follows: bridge-closed}]\ntitle: At last council");
    write(project.path(), "content/events/later.md", later.as_bytes());
    build(project.path(), &["--quiet"]).expect_code(0);
    let page = fs::read_to_string(project.path().join("site/events/later/index.html")).unwrap();
    assert!(page.contains("class=\"mention\" href=\"../../events/marsh-bridge-closed/index.html\""), "{page}");
}

#[test]
fn only_changes_that_matter_move_the_date_and_enter_the_feeds() {
    let changes = "changes:\n  - {date: 2024-04-02, kind: correction, note: It gave 120 houses.}\n  - {date: 2024-05-01, kind: minor, note: A comma.}\n";
    let text = bridge_text("It met.").replace("sources", &format!("published: 2024-03-12\n{changes}sources"));
    let project = bridge("x", "Ashby Town Council", "Minutes");
    write(project.path(), "content/events/bridge-closed.md", text.as_bytes());
    build(project.path(), &["--quiet"]).expect_code(0);
    let site = read_tree(&project.path().join("site"));
    let page = Page::read(&main_of(&site, "events/bridge-closed/index.html"));
    assert!(page.ids.contains("change-1") && page.ids.contains("change-2"));
    let main = main_of(&site, "events/bridge-closed/index.html");
    assert!(main.contains("Last updated <time datetime=\"2024-04-02\">") && main.contains("#changes\">Show all updates"), "{main}");
    let feed = |path: &str| -> serde_json::Value { serde_json::from_slice(&site[path]).unwrap() };
    let items = feed("corrections/feed.json")["items"].clone();
    assert_eq!(items.as_array().unwrap().len(), 1);
    assert_eq!(items[0]["url"], "https://example.org/t/events/bridge-closed/#change-1");
    assert_eq!(feed("feed.json")["items"][0]["date_modified"], "2024-04-02T00:00:00Z");
}

#[test]
fn a_site_without_releases_has_no_trace_of_them() {
    let project = bridge("One.", "Ashby Town Council", "Minutes");
    build(project.path(), &["--quiet"]).expect_code(0);
    let site = read_tree(&project.path().join("site"));
    let traces: BTreeMap<_, _> =
        site.keys().filter(|path| path.contains("/v/") || path.contains("timemap")).map(|path| (path, ())).collect();
    assert!(traces.is_empty(), "{traces:?}");
    assert!(!String::from_utf8_lossy(&site["events/bridge-closed/index.html"]).contains("version"));
}

#[test]
fn the_story_of_this_repository_has_a_history_that_can_be_read() {
    let run = check(&repository(), &[]).expect_code(0);
    assert!(!run.stderr.contains("error["), "{}", run.stderr);
    let lock = fs::read_to_string(repository().join("dateline.lock")).unwrap();
    let days: BTreeSet<&str> = lock.lines().filter_map(|line| line.strip_prefix("version ")?.split(' ').nth(2)).collect();
    assert!(days.len() >= 2, "{days:?}");
    for record in ["events/entity-list-28", "events/morey-tweet"] {
        assert!(lock.contains(&format!("version {record} 2 ")), "{record} was never changed");
    }
    assert!(lock.contains("address /events/share-suspension/") && lock.contains("address /events/trading-halt/"));
}

fn bridge_text(body: &str) -> String {
    format!("---\ntitle: Council closes Marsh Bridge\ndate: 2024-03-11\nsources: [minutes]\n---\n\n{body}\n")
}

fn bridge(body: &str, council: &str, minutes: &str) -> TempDir {
    let project = folder_of(&[("dateline.yaml", "title: Test\nurl: https://example.org/t/\n")]);
    write(project.path(), "content/events/bridge-closed.md", bridge_text(body).as_bytes());
    write(project.path(), "content/actors/ashby-council.md", format!("---\nname: {council}\n---\n").as_bytes());
    write(project.path(), "content/sources/minutes.md", format!("---\ntitle: {minutes}\npublisher: The Council\n---\n").as_bytes());
    project
}

/// Copies the lock and the kept texts.
fn copy(from: &Path, to: &Path) {
    for (path, bytes) in read_tree(from).into_iter().filter(|(path, _)| path.starts_with("releases/") || path == "dateline.lock") {
        write(to, &path, &bytes);
    }
}
