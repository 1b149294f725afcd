//! Pairs of actors: who has a page together, what stands on it, and that there are never too many of them.

use std::fmt::Write;
use std::fs;

use tempfile::TempDir;

use crate::disk::{folder_of, repository, write};
use crate::program::build;

/// A project with an event for each list of actors, one day after another.
fn story(events: &[&str]) -> TempDir {
    let project = folder_of(&[("dateline.yaml", "title: Test\n")]);
    for (day, actors) in events.iter().enumerate() {
        let text =
            format!("---\ntitle: Meeting {day}\ndate: 2024-{:02}-{:02}\nactors: [{actors}]\n---\n\nText.\n", day / 28 + 1, day % 28 + 1);
        write(project.path(), &format!("content/events/meeting-{day}.md"), text.as_bytes());
    }
    build(project.path(), &["--quiet"]).expect_code(0);
    project
}

fn page(project: &TempDir, path: &str) -> String {
    fs::read_to_string(project.path().join("site").join(path).join("index.html")).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn has(project: &TempDir, path: &str) -> bool {
    project.path().join("site").join(path).join("index.html").exists()
}

/// The pages of an actor with others.
fn pairs_of(project: &TempDir, actor: &str) -> usize {
    fs::read_dir(project.path().join("site/actors").join(actor).join("with")).map_or(0, Iterator::count)
}

#[test]
fn two_actors_have_one_page_together_from_the_third_meeting_on() {
    let project = story(&["Zoe, Amir", "Amir, Zoe", "Zoe, Amir", "Zoe, Mia", "Mia, Zoe"]);
    assert!(has(&project, "actors/amir/with/zoe"));
    assert!(!has(&project, "actors/zoe/with/amir"), "one address a pair");
    assert!(!has(&project, "actors/mia/with/zoe"), "two meetings are too few");
    for actor in ["amir", "zoe"] {
        let text = page(&project, &format!("actors/{actor}"));
        assert!(text.contains("../../actors/amir/with/zoe/index.html\">3 events together</a>"), "{actor}: {text}");
    }
}

#[test]
fn the_page_of_two_shows_what_they_share_and_as_what_each_takes_part() {
    let project = folder_of(&[("dateline.yaml", "title: Test\n")]);
    for (day, third) in [(1, ""), (2, ""), (3, ""), (4, "  - Mia\n")] {
        let text = format!(
            "---\ntitle: Round {day}\ndate: 2024-05-0{day}\nactors:\n  - {{actor: Amir, role: asks <b>}}\n  - {{actor: Zoe, role: answers}}\n{third}---\n\nText.\n"
        );
        write(project.path(), &format!("content/events/round-{day}.md"), text.as_bytes());
    }
    write(project.path(), "content/events/alone.md", b"---\ntitle: Amir alone\ndate: 2024-05-09\nactors: [Amir]\n---\n\nText.\n");
    build(project.path(), &["--quiet"]).expect_code(0);
    let text = page(&project, "actors/amir/with/zoe");
    for words in ["Together in 4 events", "Round 1", "Round 4", "Amir: asks &lt;b&gt;; Zoe: answers"] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("Amir alone"));
}

#[test]
fn what_two_share_stands_before_whom_else_they_met_of_whom_the_nearest_are_named() {
    let mut meetings = vec!["Amir, Zoe".to_owned(); 3];
    for other in 1..=7 {
        meetings.extend(std::iter::repeat_n(format!("Zoe, Other {other}"), 2 + other));
    }
    let meetings: Vec<&str> = meetings.iter().map(String::as_str).collect();
    let project = story(&meetings);
    let text = page(&project, "actors/amir/with/zoe");
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(at("Meeting 2") < at("with others"));
    for other in 3..=7 {
        at(&format!(">Other {other}<"));
    }
    assert!(!text.contains(">Other 2<"), "{text}");
}

#[test]
fn an_event_that_names_many_makes_no_pairs_but_stands_on_the_pages_of_those_there_are() {
    let crowd: Vec<String> = (0..30).map(|number| format!("Firm {number}")).collect();
    let crowd = crowd.join(", ");
    let lists = [crowd.as_str(), &crowd, &crowd, &crowd];
    assert_eq!(pairs_of(&story(&lists), "firm-0"), 0);
    let project = story(&[&crowd, "Firm 0, Firm 1", "Firm 0, Firm 1", "Firm 1, Firm 0"]);
    assert_eq!(pairs_of(&project, "firm-0"), 1);
    assert!(page(&project, "actors/firm-0/with/firm-1").contains("Together in 4 events"));
}

#[test]
fn among_many_who_all_meet_each_other_pages_do_not_grow_with_the_square() {
    // Forty actors, of whom each two meet three times: 780 pairs.
    let mut meetings = Vec::new();
    for one in 0..40 {
        for other in one + 1..40 {
            meetings.extend(std::iter::repeat_n(format!("Actor {one:02}, Actor {other:02}"), 3));
        }
    }
    let project = folder_of(&[("dateline.yaml", "title: Test\n")]);
    for (number, actors) in meetings.iter().enumerate() {
        let mut text = String::new();
        write!(text, "---\ntitle: Meeting {number}\ndate: 2024-01\nactors: [{actors}]\n---\n\nText.\n").unwrap();
        write(project.path(), &format!("content/events/meeting-{number}.md"), text.as_bytes());
    }
    let mut report = dateline::diagnostic::Report::default();
    let opened = dateline::Project::open(project.path(), dateline::graph::Drafts::included(false), &mut report).unwrap();
    let graph = dateline::understand(&opened, &mut report, &mut |_, _| {});
    let ledger = dateline::ledger::read(&opened.root, &mut report).unwrap();
    let plan = dateline::pages::plan(&graph, &ledger, &opened.config, &mut report);
    let pairs = plan.pages().iter().filter(|page| page.route.path().contains("/with/") && !page.route.path().contains("/newest/"));
    let count = pairs.count();
    assert!((40 * 6..=40 * 12).contains(&count), "{count} pages");
}

#[test]
fn the_story_of_this_repository_has_pairs_worth_reading_and_few_of_them() {
    let mut report = dateline::diagnostic::Report::default();
    let project = dateline::Project::open(&repository(), dateline::graph::Drafts::included(false), &mut report).unwrap();
    let graph = dateline::understand(&project, &mut report, &mut |_, _| {});
    let ledger = dateline::ledger::read(&project.root, &mut report).unwrap();
    let plan = dateline::pages::plan(&graph, &ledger, &project.config, &mut report);
    let pairs: Vec<String> = plan.pages().iter().map(|page| page.route.address()).filter(|address| address.contains("/with/")).collect();
    assert!(pairs.contains(&"actors/china/with/united-states/".to_owned()), "{pairs:?}");
    assert!((10..40).contains(&pairs.len()), "{} pairs", pairs.len());
}
