//! Ends of what lasted: which events have a row where they were over, where it stands, and that it counts nowhere.

use std::fs;

use tempfile::TempDir;

use crate::disk::{folder_of, write};
use crate::program::build;

/// A project of events, each a name, a date and perhaps more keys.
fn story(today: &str, events: &[(&str, &str, &str)]) -> TempDir {
    let project = folder_of(&[("dateline.yaml", &format!("title: Test\ntoday: {today}\n"))]);
    for (name, date, more) in events {
        let text = format!("---\ntitle: The {name}\ndate: {date}\nactors: [Amir]\n{more}---\n\nText.\n");
        write(project.path(), &format!("content/events/{name}.md"), text.as_bytes());
    }
    build(project.path(), &["--quiet"]).expect_code(0);
    project
}

fn page(project: &TempDir, path: &str) -> String {
    fs::read_to_string(project.path().join("site").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The rows of a page in their order: the names of events, `-name` for an end, and the words between.
fn rows(html: &str) -> Vec<String> {
    let named = |line: &str| line.split("events/").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default().to_owned();
    html.lines()
        .skip_while(|line| !line.contains("id=\"timeline\""))
        .filter_map(|line| {
            if line.contains("ended: ") {
                Some(format!("-{}", named(line)))
            } else if line.contains("class=\"headline\"") {
                Some(named(line))
            } else {
                line.contains(" pass</").then(|| line.split(['>', '<']).nth(2).unwrap_or_default().to_owned())
            }
        })
        .collect()
}

#[test]
fn what_lasted_has_a_row_at_the_day_of_its_end_and_no_other_event_has() {
    let project = story(
        "2024-06-30",
        &[
            ("strike", "2024-01-02/2024-01-20", ""),
            ("march", "2024-01-05", ""),
            ("talks", "2024-01-20", ""),
            ("siege", "2024-02-01/..", ""),
            ("drought", "2024-02-01/", ""),
            ("fair", "2024-02-03/2024-02-04", "status: planned\n"),
            ("camp", "2024-02-05/2024-08-01", ""),
            ("reform", "2023/2024", ""),
            ("wave", "2024-02-06/2024-03", ""),
        ],
    );
    let html = page(&project, "events/index.html");
    let told: Vec<String> = rows(&html).into_iter().filter(|row| !row.contains("pass")).collect();
    assert_eq!(told, ["reform", "strike", "march", "talks", "-strike", "drought", "siege", "fair", "camp", "wave", "-wave"]);
    assert!(html.contains("<h2>March 2024</h2>"), "a month that has an end alone counts no event");
    assert!(html.contains("9 events, oldest first"), "an end is no event");
    let feed = page(&project, "feed.json");
    assert!(!feed.contains("ended"), "{feed}");
}

#[test]
fn a_quiet_time_is_told_from_the_end_that_stands_in_it() {
    let project = story(
        "2025-01-01",
        &[
            ("strike", "2024-01-02/2024-03-02", ""),
            ("vote", "2024-01-03", ""),
            ("count", "2024-01-04", ""),
            ("appeal", "2024-01-05", ""),
            ("verdict", "2024-05-04", ""),
        ],
    );
    let rows = rows(&page(&project, "events/index.html"));
    assert_eq!(rows, ["strike", "vote", "count", "appeal", "8 weeks pass", "-strike", "9 weeks pass", "verdict"]);
}

#[test]
fn the_page_of_a_month_tells_of_no_end_in_another() {
    let project = story("2025-01-01", &[("strike", "2024-01-02/2024-03-02", ""), ("vote", "2024-01-03/2024-01-08", "")]);
    assert_eq!(rows(&page(&project, "dates/2024/01/index.html")), ["strike", "vote", "-vote"]);
    assert_eq!(rows(&page(&project, "dates/2024/index.html")).last().unwrap(), "-strike");
}

#[test]
fn in_a_list_of_many_pages_an_end_stands_on_the_page_of_its_day_in_either_order() {
    let many: Vec<(String, String)> =
        (0..260).map(|day| (format!("day-{day:03}"), format!("2024-{:02}-{:02}", day / 28 + 1, day % 28 + 1))).collect();
    let mut events: Vec<(&str, &str, &str)> = many.iter().map(|(name, date)| (name.as_str(), date.as_str(), "")).collect();
    events.push(("strike", "2024-01-02/2024-09-20", ""));
    events.push(("vote", "2024-01-03/2024-01-05", ""));
    let project = story("2025-01-01", &events);
    let page_of = |path: &str| rows(&page(&project, path));
    let (first, second, newest) = (page_of("events/index.html"), page_of("events/page/2/index.html"), page_of("events/newest/index.html"));
    assert!(first.contains(&"-vote".to_owned()) && !first.contains(&"-strike".to_owned()));
    assert!(second.contains(&"-strike".to_owned()) && !second.contains(&"-vote".to_owned()));
    let at = newest.iter().position(|row| row == "-strike").expect("the newest events tell the end");
    assert_eq!(newest[at + 1], "day-243", "{newest:?}");
}
