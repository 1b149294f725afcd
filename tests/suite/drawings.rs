//! Drawings: how events connect, as readers see it on the pages of a whole site, and the same in words.

use std::fmt::Write;
use std::fs;

use tempfile::TempDir;

use crate::disk::{folder_of, repository, write};
use crate::program::build;

/// A project of events with links, one day after another: `(id, key event, links)`.
fn story(events: &[(&str, bool, &str)]) -> TempDir {
    let project = folder_of(&[("dateline.yaml", "title: Test\n")]);
    for (day, (id, is_key, links)) in events.iter().enumerate() {
        let importance = if *is_key { 9 } else { 5 };
        let text = format!(
            "---\ntitle: The {id}\ndate: 2024-{:02}-{:02}\nimportance: {importance}\nstorylines: [one]\nlinks: [{links}]\n---\n\nText.\n",
            day / 28 + 1,
            day % 28 + 1
        );
        write(project.path(), &format!("content/events/{id}.md"), text.as_bytes());
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

fn count(text: &str, words: &str) -> usize {
    text.matches(words).count()
}

#[test]
fn an_event_is_drawn_with_its_neighbours_and_without_implied_lines() {
    let project = story(&[
        ("spark", false, ""),
        ("fire", false, "{caused-by: spark}"),
        ("inquiry", false, "{follows: fire}, {follows: spark}"),
        ("trial", false, "{follows: inquiry}"),
        ("aside", false, ""),
    ]);
    let inquiry = page(&project, "events/inquiry");
    assert_eq!(count(&inquiry, "class=\"tile is-current\""), 2, "once in columns, once on the rail");
    assert_eq!(count(&inquiry, "<title>The spark – led to – The fire</title>"), 2);
    assert_eq!(count(&inquiry, "<title>The fire – followed by – The inquiry</title>"), 2);
    assert_eq!(count(&page(&project, "events/trial"), "class=\"tile is-current\""), 1, "two events need no columns");
    assert!(!inquiry.contains("The spark – followed by – The inquiry"), "the longer way tells it");
    assert!(!page(&project, "events/aside").contains("id=\"connections\""), "nothing is linked, so nothing is drawn");
}

#[test]
fn links_of_one_kind_share_a_line_and_more_than_twelve_events_are_left_to_the_lists() {
    let answers: Vec<String> = (0..15).map(|at| format!("answer-{at:02}")).collect();
    let mut events = vec![("speech", false, "")];
    events.extend(answers.iter().map(|id| (id.as_str(), false, "{responds-to: speech}")));
    let project = story(&events);
    let speech = page(&project, "events/speech");
    assert_eq!(count(&speech, "<g class=\"line\">"), 2, "one line in each of both drawings");
    assert_eq!(count(&speech, "class=\"tile"), 24);
    assert!(speech.contains("4 more only in the lists"));
}

#[test]
fn every_event_and_every_line_of_the_drawing_of_the_story_stands_in_the_list_below_it() {
    let output = TempDir::new().unwrap();
    let site = output.path().join("site");
    build(&repository(), &["--quiet", "--output", site.to_str().unwrap()]).expect_code(0);
    let graph = fs::read_to_string(site.join("graph/index.html")).unwrap();
    let (drawing, list) = graph.split_once("<section id=\"links\">").expect("the list follows the drawing");
    let (_, drawing) = drawing.split_once("drawing-window").expect("the drawing follows its legend");
    let pages: Vec<&str> =
        drawing.split("<a class=\"tile").skip(1).filter_map(|tile| tile.split("href=\"").nth(1)?.split('"').next()).collect();
    assert!(pages.len() > 60, "{} tiles", pages.len());
    for page in pages {
        assert!(list.contains(&format!("href=\"{page}\"")), "{page} is drawn and not told");
    }
    for line in drawing.split("<g class=\"line\"><title>").skip(1).filter_map(|line| line.split('<').next()) {
        let (from, rest) = line.split_once(" – ").unwrap();
        let (_, targets) = rest.split_once(" – ").unwrap();
        for target in targets.split("; ") {
            assert!(list.contains(from) && list.contains(target), "{line}");
        }
    }
}

#[test]
fn a_chain_of_more_than_three_events_is_traced_back_oldest_first() {
    let project = story(&[
        ("a", false, ""),
        ("b", false, "{follows: a}"),
        ("c", false, "{follows: b}"),
        ("d", false, "{follows: c}"),
        ("e", false, "{caused-by: d, note: Because of it.}"),
    ]);
    assert!(!has(&project, "events/d/chain") && !page(&project, "events/d").contains("Trace back"));
    assert!(page(&project, "events/e").contains("<a href=\"../../events/e/chain/index.html\">Trace back to the start</a>"));
    let chain = page(&project, "events/e/chain");
    let places: Vec<usize> = ["a", "b", "c", "d", "e"].map(|id| chain.find(&format!("id=\"step-{id}\"")).unwrap()).to_vec();
    assert!(places.is_sorted());
    assert!(chain.contains("Because of it.") && chain.contains("4 events led here, over 4 days"));
}

#[test]
fn a_chain_too_long_for_a_page_goes_on_at_its_oldest_event() {
    let ids: Vec<String> = (0..60).map(|at| format!("step-{at:02}")).collect();
    let links: Vec<String> = (0..60).map(|at| if at == 0 { String::new() } else { format!("{{follows: step-{:02}}}", at - 1) }).collect();
    let events: Vec<(&str, bool, &str)> = ids.iter().zip(&links).map(|(id, links)| (id.as_str(), false, links.as_str())).collect();
    let project = story(&events);
    let chain = page(&project, "events/step-59/chain");
    assert_eq!(count(&chain, "<li id=\"step-"), 51);
    assert!(chain.contains("goes further back than this page: <a href=\"../../../events/step-09/chain/index.html\">"));
}

#[test]
fn key_events_say_by_the_shortest_way_how_they_led_to_one_another() {
    let project = story(&[
        ("start", true, ""),
        ("detour-one", false, "{follows: start}"),
        ("detour-two", false, "{follows: detour-one}"),
        ("short-cut", false, "{caused-by: start}"),
        ("end", true, "{follows: detour-two}, {follows: short-cut}"),
        ("elsewhere", true, ""),
    ]);
    let keys = page(&project, "key-events");
    let (_, chains) = keys.split_once("id=\"chains\"").unwrap();
    assert!(chains.contains("The start") && chains.contains("The short-cut") && chains.contains("The end"));
    assert!(!chains.contains("detour") && !chains.contains("elsewhere"));
}

#[test]
fn a_long_story_is_drawn_storyline_by_storyline_and_says_what_is_left_out() {
    let project = folder_of(&[("dateline.yaml", "title: Test\n")]);
    for number in 0..130_usize {
        let mut text = format!("---\ntitle: Event {number}\ndate: {}\n", 1800 + number);
        text.push_str(if number % 50 == 0 { "importance: 9\n" } else { "" });
        text.push_str(if number < 125 { "storylines: [long]\n" } else { "storylines: [short]\n" });
        let _ = write!(
            text,
            "links: [{}]\n---\n\nText.\n",
            if number == 0 || number == 127 { String::new() } else { format!("{{follows: e-{}}}", number - 1) }
        );
        write(project.path(), &format!("content/events/e-{number}.md"), text.as_bytes());
    }
    build(project.path(), &["--quiet"]).expect_code(0);
    let index = page(&project, "graph");
    assert!(!index.contains("<svg"));
    assert!(index.contains("graph/long/index.html") && index.contains("graph/short/index.html"));
    let long = page(&project, "graph/long");
    assert_eq!(count(&long, "<a class=\"tile"), 120);
    assert!(long.contains("5 further events are left out: key events and their neighbours come first"));
    for key in ["e-0", "e-50", "e-100"] {
        assert!(long.contains(&format!("is-key tone-1\" href=\"../../events/{key}/index.html\"")), "{key}");
    }
    assert!(page(&project, "graph/short").contains("<svg"));
}

#[test]
fn a_story_without_links_has_no_page_for_them() {
    let project = story(&[("a", false, ""), ("b", false, "")]);
    assert!(!has(&project, "graph"));
    assert!(!page(&project, "").contains("How events connect"));
}
