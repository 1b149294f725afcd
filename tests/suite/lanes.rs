//! Lanes: the storylines side by side as one table, for stories of any size.

use std::fs;

use tempfile::TempDir;

use crate::disk::{folder_of, write};
use crate::program::build;

/// A project with an event for each entry, one day after another: the storylines that it belongs to.
fn story<'a>(events: impl Iterator<Item = &'a str>) -> TempDir {
    let project =
        folder_of(&[("dateline.yaml", "title: Test\noutputs: {data: false, citations: false, search: false, calendar: false}\n")]);
    for (day, storylines) in events.enumerate() {
        let (year, month, day_of_month) = (2021 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
        let text = format!(
            "---\ntitle: Event {day}\ndate: {year}-{month:02}-{day_of_month:02}\nimportance: {}\nstorylines: [{storylines}]\n---\n\nText.\n",
            if day % 100 == 0 { 9 } else { 5 }
        );
        write(project.path(), &format!("content/events/event-{day}.md"), text.as_bytes());
    }
    build(project.path(), &["--quiet"]).expect_code(0);
    project
}

fn page(project: &TempDir, path: &str) -> String {
    fs::read_to_string(project.path().join("site").join(path).join("index.html")).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The columns of the table, without the one of the days.
fn columns(text: &str) -> usize {
    text.matches("<th scope=\"col\" class=\"tone-").count()
}

#[test]
fn two_storylines_stand_side_by_side_and_one_stands_alone() {
    let project = story(["Talks", "Talks, Tariffs", "Tariffs", "Talks"].into_iter());
    let text = page(&project, "lanes");
    assert_eq!(columns(&text), 2);
    assert_eq!(text.matches("<th scope=\"row\">").count(), 4, "a row a day");
    assert_eq!(text.matches("<th scope=\"rowgroup\"").count(), 1, "one month");
    for day in 0..4 {
        assert!(text.contains(&format!("events/event-{day}/index.html")), "{day}");
    }
    assert!(text.contains("<li class=\"is-again\">"), "an event of two storylines stands in both");
    assert!(text.contains("<b class=\"status\">key event</b>"));
    for path in ["", "storylines"] {
        assert!(page(&project, path).contains("lanes/index.html"), "linked from /{path}");
    }
    let alone = story(["Talks", "Talks"].into_iter());
    assert!(!alone.path().join("site/lanes").exists());
    assert!(!page(&alone, "").contains("lanes/index.html"));
}

#[test]
fn of_seven_storylines_the_six_with_the_most_events_have_a_column_and_the_other_is_named() {
    let names = ["One", "Two", "Three", "Four", "Five", "Six", "Seven"];
    let text = page(&story(names.iter().copied().chain(names[1..].iter().copied())), "lanes");
    assert_eq!(columns(&text), 6);
    let note = text.split("Without a column").nth(1).and_then(|rest| rest.split("</p>").next()).unwrap();
    assert!(note.contains("storylines/one/index.html") && !note.contains("storylines/two/"), "{note}");
}

#[test]
fn a_long_story_shows_its_most_important_events_and_has_a_page_a_year() {
    let project = story((0..700).map(|day| if day % 2 == 0 { "Talks" } else { "Tariffs" }));
    let text = page(&project, "lanes");
    assert!(text.contains("the 200 most important of 700 events"));
    assert_eq!(text.matches("<a class=\"lane-event").count(), 200);
    for key in [0, 100, 600] {
        assert!(text.contains(&format!("events/event-{key}/index.html")), "{key}");
    }
    for year in [2021, 2022, 2023] {
        assert!(text.contains(&format!("lanes/{year}/index.html")), "{year}");
    }
    let last = page(&project, "lanes/2023");
    assert!(last.contains("28 events") && last.contains("lanes/2022/index.html"), "{last}");
    assert!(!project.path().join("site/lanes/2024").exists());
}
