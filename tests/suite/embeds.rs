//! Embeds: what other sites may frame, and what they copy to do so.

use std::fs;

use tempfile::TempDir;

use crate::disk::{folder_of, write};
use crate::program::build;

fn story(settings: &str, days: usize) -> TempDir {
    let project = folder_of(&[("dateline.yaml", settings)]);
    for day in 1..=days {
        let text = format!("---\ntitle: Event {day}\ndate: 2024-0{day}-10\nimportance: {day}\n---\n\nText.\n");
        write(project.path(), &format!("content/events/event-{day}.md"), text.as_bytes());
    }
    build(project.path(), &["--quiet"]).expect_code(0);
    project
}

fn read(project: &TempDir, path: &str) -> String {
    fs::read_to_string(project.path().join("site").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

const SETTINGS: &str = "title: A <b> story\ndescription: What happened\nurl: https://news.example/story/\n";

#[test]
fn the_strip_can_be_framed_and_is_described_for_programs() {
    let project = story(SETTINGS, 4);
    let framed = read(&project, "embed/strip/index.html");
    assert_eq!(framed.matches("<rect x=").count(), 4, "{framed}");
    assert!(framed.contains("<base target=\"_top\">") && framed.contains("css/parts/strip.css"));
    let described: serde_json::Value = serde_json::from_str(&read(&project, "embed/strip/oembed.json")).unwrap();
    assert_eq!(described["type"], "rich");
    assert!(described["html"].as_str().unwrap().contains("https://news.example/story/embed/strip/"), "{described}");
    let home = read(&project, "index.html");
    assert!(home.contains("href=\"https://news.example/story/embed/strip/oembed.json\""));
    for words in ["data-src=&quot;https://news.example/story/embed/strip/&quot;", "A &amp;lt;b&amp;gt; story", "4 events from"] {
        assert!(home.contains(words), "{words}: {home}");
    }
}

#[test]
fn there_is_no_strip_to_frame_where_there_is_none_to_show_or_no_address() {
    let few = story(SETTINGS, 2);
    assert!(!few.path().join("site/embed/strip").exists());
    assert!(few.path().join("site/embed/timeline").exists());
    assert!(!read(&few, "index.html").contains("embed-code"));
    let homeless = story("title: Test\n", 4);
    assert!(!homeless.path().join("site/embed").exists());
    assert!(!read(&homeless, "index.html").contains("embed-code"));
}

#[test]
fn headers_forbid_to_frame_every_folder_but_that_of_embeds() {
    let project = story(SETTINGS, 4);
    let headers = read(&project, "_headers");
    let mut rules: Vec<(String, bool)> = Vec::new();
    for line in headers.lines() {
        match line.strip_prefix("  ") {
            Some(header) => rules.last_mut().unwrap().1 |= header.contains("frame-ancestors 'self'"),
            None => rules.push((line.to_owned(), false)),
        }
    }
    let forbidden: Vec<&str> = rules.iter().filter(|(_, is_forbidden)| *is_forbidden).map(|(pattern, _)| pattern.as_str()).collect();
    for folder in ["/", "/events/*", "/dates/*", "/404.html"] {
        assert!(forbidden.contains(&folder), "{folder}: {headers}");
    }
    assert!(!forbidden.iter().any(|pattern| *pattern == "/*" || pattern.starts_with("/embed")), "{headers}");
}
