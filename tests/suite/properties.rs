//! Properties: laws that hold whatever is written, tried on many made-up projects.

use std::fs;
use std::path::Path;

use dateline::diagnostic::{Code, Report};
use dateline::graph::{Drafts, EventGraph};
use dateline::ledger::Ledger;
use dateline::{Project, pages};
use proptest::collection::vec;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::disk::{Tree, folder_of, names_in, read_tree, repository, write};
use crate::links::broken_links;
use crate::made_up::{Files, NAUGHTY, front_matters, projects};
use crate::program::{command, run};

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_link_has_its_backlink_and_every_backlink_its_link(files in projects()) {
        let folder = on_disk(&files);
        let graph = understand(folder.path());
        for id in graph.event_ids() {
            let event = graph.event(id);
            for &link in &event.links {
                prop_assert_eq!(graph.link(link).from, id);
                prop_assert!(graph.event(graph.link(link).to).backlinks.contains(&link));
            }
            for &link in &event.backlinks {
                prop_assert_eq!(graph.link(link).to, id);
                prop_assert!(graph.event(graph.link(link).from).links.contains(&link));
            }
        }
        let both_ways: usize = graph.events.iter().map(|event| event.links.len() + event.backlinks.len()).sum();
        prop_assert_eq!(both_ways, 2 * graph.links.len());
    }

    #[test]
    fn the_folders_in_which_events_lie_change_no_byte(files in projects()) {
        // Other folders also mean another order of reading.
        let moved: Files = files.iter().enumerate().map(|(at, (path, text))| {
            let path = path.replacen("content/events/", &format!("content/events/{}/", 9 - at % 7), 1);
            (path, text.clone())
        }).collect();
        let (one, other) = (site_of(&files), site_of(&moved));
        prop_assert!(one == other, "{:?}", first_difference(&one, &other));
    }

    #[test]
    fn every_planned_page_is_a_file_and_every_link_inside_the_site_leads_somewhere(files in projects()) {
        let folder = on_disk(&files);
        let graph = understand(folder.path());
        let project = open(folder.path());
        let ledger = Ledger::default();
        let plan = pages::plan(&graph, &ledger, &project.config, &mut Report::default());
        let site = site_of(&files);
        for page in plan.pages() {
            prop_assert!(site.contains_key(page.route.path()), "{}", page.route.path());
        }
        let broken = broken_links(&site);
        prop_assert!(broken.is_empty(), "{broken:?}");
    }

    #[test]
    fn an_unknown_key_is_told_once_at_its_line(key in "[a-z]{3,9}zq", before in 0..3_usize) {
        let known = ["summary: A summary.", "importance: 4", "tags: [one]"];
        let head = known[..before].join("\n");
        let text = format!("---\ntitle: A title\ndate: 2024-01-01\nsources: [Minutes]\n{head}{}{key}: a value\n---\n\nText.\n", if before > 0 { "\n" } else { "" });
        let folder = folder_of(&[("dateline.yaml", "title: Test\n"), ("content/events/one.md", &text)]);
        let (report, _) = build(folder.path());
        let found: Vec<_> = report.sorted().into_iter().filter(|d| d.code == Code::UnknownKey).collect();
        prop_assert_eq!(found.len(), 1);
        let at = found[0].at.as_ref().unwrap();
        prop_assert_eq!((at.line, at.column), (5 + before, 1));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_front_matter_says_the_event_is_in_the_data_or_the_build_fails(text in front_matters()) {
        prop_assert!(is_kept_or_refused(text.as_bytes())?, "lost in silence: {text:?}");
    }

    #[test]
    fn whatever_the_bytes_of_a_file_the_event_is_in_the_data_or_the_build_fails(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert!(is_kept_or_refused(&bytes)?, "lost in silence: {bytes:?}");
    }
}

#[test]
fn naughty_values_in_every_field_are_kept_or_refused() {
    for value in NAUGHTY {
        for key in [
            "title",
            "date",
            "id",
            "summary",
            "actors",
            "places",
            "tags",
            "storylines",
            "aliases",
            "links",
            "sources",
            "media",
            "lang",
            "extra",
        ] {
            let quoted = serde_json::to_string(value).unwrap();
            for written in [(*value).to_owned(), quoted] {
                let rest = ["title: A title", "date: 2024-01-01"]
                    .iter()
                    .filter(|line| !line.starts_with(key))
                    .map(|l| format!("{l}\n"))
                    .collect::<String>();
                let text = format!("---\n{rest}{key}: {written}\n---\n\n{value}\n");
                assert!(is_kept_or_refused(text.as_bytes()).unwrap(), "lost in silence: {text:?}");
            }
        }
    }
}

#[test]
fn threads_zone_language_folder_and_path_change_no_byte() {
    let story = repository();
    let sites: Vec<Tree> =
        [(vec!["--jobs", "1"], "UTC", "C", "a"), (vec!["--jobs", "4"], "Pacific/Kiritimati", "ar_EG.UTF-8", "another folder/with a space")]
            .into_iter()
            .map(|(arguments, zone, language, place)| {
                let folder = TempDir::new().unwrap();
                let root = folder.path().join(place);
                for name in ["content", "dateline.yaml"] {
                    copy_into(&story.join(name), &root.join(name));
                }
                let mut program = command();
                program.arg("build").args(arguments).env("TZ", zone).env("LANG", language).env("LC_ALL", language);
                // One is built from inside its folder, the other from far away.
                match place {
                    "a" => program.current_dir(root.join("content")),
                    _ => program.current_dir("/").arg("--root").arg(&root),
                };
                run(&mut program).expect_code(0);
                read_tree(&root.join("site"))
            })
            .collect();
    assert!(sites[0] == sites[1], "{:?}", first_difference(&sites[0], &sites[1]));
}

#[test]
fn every_link_inside_the_story_and_every_small_site_leads_somewhere() {
    let mut folders = vec![repository()];
    folders.extend(names_in(&repository().join("tests/sites")).iter().map(|name| repository().join("tests/sites").join(name)));
    for folder in folders {
        let (_, site) = build(&folder);
        let site = site.expect("the templates are sound");
        let broken = broken_links(&site);
        assert!(broken.is_empty(), "{}:\n{}", folder.display(), broken.join("\n"));
    }
}

/// Builds a project with this one event: whether the event is in the data, or the build is refused. A draft may be left out.
fn is_kept_or_refused(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let folder = folder_of(&[("dateline.yaml", "title: Test\n")]);
    write(folder.path(), "content/events/the-event.md", bytes);
    let (report, site) = build(folder.path());
    if report.has_errors() {
        return Ok(true);
    }
    let site = site.ok_or_else(|| TestCaseError::fail("no site and no error"))?;
    let events: Vec<serde_json::Value> =
        serde_json::from_slice(&site["data/events.json"]).map_err(|e| TestCaseError::fail(e.to_string()))?;
    let is_draft = String::from_utf8_lossy(bytes).contains("draft:");
    Ok(events.len() == 1 || is_draft)
}

fn open(root: &Path) -> Project {
    Project::open(root, Drafts::included(false), &mut Report::default()).expect("the project is there")
}

fn understand(root: &Path) -> EventGraph {
    dateline::understand(&open(root), &mut Report::default(), &mut |_, _| {})
}

fn build(root: &Path) -> (Report, Option<Tree>) {
    let mut report = Report::default();
    let made = dateline::build(&open(root), &mut report, &mut |_, _| {}, |site, report, _| site.deliver(report, &|_, draw| draw(None), Ok));
    let files = made.expect("the disk works");
    (report, files.map(|files| files.into_iter().map(|file| (file.path.as_str().to_owned(), file.bytes)).collect()))
}

fn site_of(files: &Files) -> Tree {
    let folder = on_disk(files);
    build(folder.path()).1.expect("the templates are sound")
}

fn on_disk(files: &Files) -> TempDir {
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    folder_of(&files)
}

fn first_difference(one: &Tree, other: &Tree) -> Option<String> {
    let paths = one.keys().chain(other.keys());
    paths.into_iter().find(|path| one.get(*path) != other.get(*path)).cloned()
}

fn copy_into(from: &Path, to: &Path) {
    if from.is_file() {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
        return;
    }
    for (path, bytes) in read_tree(from) {
        write(to, &path, &bytes);
    }
}
