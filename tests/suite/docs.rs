//! Docs: everything that authors can write, run or read from the program is described, and every example works.

use std::collections::BTreeSet;
use std::fs;

use chrono_tz::Tz;
use clap::CommandFactory;
use dateline::commands::Arguments;
use dateline::config::{Outputs, SETTINGS};
use dateline::content::{Field, Kind, Shape};
use dateline::date::EventDate;
use dateline::diagnostic::{Code, Report};
use dateline::graph::Drafts;
use dateline::words::Words;
use dateline::{Project, ledger, pages};
use serde_json::Value;

use crate::disk::{copy_of, folder_of, names_in, read_tree, repository, write};
use crate::examples::blocks;
use crate::program::check;

#[test]
fn every_setting_is_described() {
    let page = read("docs/guide/settings.md");
    let missing: Vec<&str> =
        SETTINGS.iter().map(|(key, _)| *key).chain(Outputs::NAMES.iter().copied()).filter(|key| !is_named(&page, key)).collect();
    assert!(missing.is_empty(), "docs/guide/settings.md does not name {missing:?}");
}

#[test]
fn every_field_of_every_kind_is_described_under_its_kind() {
    let page = read("docs/guide/fields.md");
    let common = section(&page, "## Every kind of record");
    let mut missing = Vec::new();
    for kind in Kind::ALL {
        let word = kind.word();
        let own = section(&page, &format!("## {}{}", word[..1].to_uppercase(), &word[1..]));
        for field in kind.fields() {
            if !is_named(own, field.name) && !is_named(common, field.name) {
                missing.push(format!("{word}: {}", field.name));
            }
            let parts = fields_within(field).iter().filter(|part| !is_named(own, part.name) && !is_named(&page, part.name));
            missing.extend(parts.map(|part| format!("{word}: {}: {}", field.name, part.name)));
        }
    }
    assert!(missing.is_empty(), "docs/guide/fields.md does not name {missing:?}");
}

#[test]
fn every_command_and_option_is_described_under_its_command() {
    let page = read("docs/guide/commands.md");
    let program = Arguments::command();
    let mut missing = Vec::new();
    for option in program.get_arguments().filter_map(|argument| argument.get_long()) {
        if !page.contains(&format!("`--{option}")) {
            missing.push(format!("--{option}"));
        }
    }
    for command in program.get_subcommands() {
        let heading = format!("## `dateline {}", command.get_name());
        if !page.contains(&heading) {
            missing.push(command.get_name().to_owned());
            continue;
        }
        let own = section(&page, &heading);
        let options = command.get_arguments().filter_map(|argument| argument.get_long());
        missing.extend(options.filter(|o| !own.contains(&format!("`--{o}"))).map(|o| format!("{} --{o}", command.get_name())));
    }
    assert!(missing.is_empty(), "docs/guide/commands.md does not name {missing:?}");
}

#[test]
fn every_diagnostic_is_explained_with_a_heading_and_a_way_to_mend_it() {
    for code in Code::ALL {
        let page = code.explanation();
        assert!(page.starts_with("# "), "{}", code.word());
        assert!(page.contains(code.word()), "docs/diagnostics/{}.md does not name its code", code.word());
        assert!(page.lines().count() > 5, "docs/diagnostics/{}.md says too little", code.word());
    }
}

#[test]
fn every_example_of_a_file_in_the_guide_builds() {
    let mut wrong = Vec::new();
    for page in
        ["README.md".to_owned()].into_iter().chain(names_in(&repository().join("docs/guide")).iter().map(|n| format!("docs/guide/{n}")))
    {
        let project = folder_of(&[("dateline.yaml", "title: The Marsh Bridge closure\ntimezone: Europe/London\n")]);
        let text = read(&page);
        for block in blocks(&text) {
            if let Some((path, text)) = block.file() {
                write(project.path(), path, text.as_bytes());
            }
        }
        let run = check(project.path(), &["--quiet"]);
        if run.code != Some(0) {
            wrong.push(format!("{page}:\n{}", run.stderr));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_date_of_the_guide_prints_as_the_guide_says() {
    let page = read("docs/guide/dates.md");
    let rows = page.lines().filter(|line| line.starts_with("| `"));
    let mut told = 0;
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let written = cells[0].trim_matches('`');
        match (EventDate::parse(written, Tz::UTC), cells.as_slice()) {
            (Ok(date), [_, words, short]) => {
                assert_eq!((date.in_english().as_str(), date.short(&Words::default()).as_str()), (*words, *short), "{written}");
                told += 1;
            }
            (Err(_), [_, _]) => told += 1,
            (parsed, _) => panic!("{row}: {parsed:?}"),
        }
    }
    assert!(told > 50, "only {told} rows of dates");
}

#[test]
fn every_value_that_a_template_receives_is_described() {
    let page = read("docs/templates.md");
    let mut missing = BTreeSet::new();
    for name in ["rich", "plain"] {
        for (template, value) in views_of(name) {
            missing.extend(keys(&value).into_iter().filter(|key| !is_named(&page, key)).map(|key| format!("{template}: {key}")));
        }
    }
    assert!(missing.is_empty(), "docs/templates.md does not name {missing:?}");
}

/// The views of every page of a project: the story of this repository, which has a bit of everything, or a small one.
fn views_of(name: &str) -> Vec<(String, Value)> {
    let project = match name {
        "rich" => folder_of_story(),
        _ => copy_of(&repository().join("tests/sites/event")),
    };
    let mut report = Report::default();
    let project = Project::open(project.path(), Drafts::included(true), &mut report).unwrap();
    let graph = dateline::understand(&project, &mut report, &mut |_, _| {});
    let ledger = ledger::read(&project.root, &mut report).unwrap();
    let plan = pages::plan(&graph, &ledger, &project.config, &mut report);
    let mut views = vec![("site".to_owned(), serde_json::to_value(plan.site()).unwrap())];
    for view in plan.pages().iter().filter_map(|page| plan.view(page)) {
        views.push(("page".to_owned(), serde_json::to_value(&view.frame).unwrap()));
        views.push((view.content.name().to_owned(), serde_json::to_value(&view.content).unwrap()));
    }
    views
}

pub fn folder_of_story() -> tempfile::TempDir {
    let story = folder_of(&[("dateline.yaml", &read("dateline.yaml"))]);
    for folder in ["content", "releases"] {
        for (path, bytes) in read_tree(&repository().join(folder)) {
            write(story.path(), &format!("{folder}/{path}"), &bytes);
        }
    }
    write(story.path(), "dateline.lock", read("dateline.lock").as_bytes());
    story
}

/// The keys of a value and of all values in it; below `extra` authors name the keys.
fn keys(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| {
                let below = if matches!(key.as_str(), "extra" | "role_of" | "counted") { BTreeSet::new() } else { keys(value) };
                below.into_iter().chain([key.clone()])
            })
            .collect(),
        Value::Array(values) => values.iter().flat_map(keys).collect(),
        _ => BTreeSet::new(),
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Whether a page names a key as code: `` `key` ``.
fn is_named(page: &str, key: &str) -> bool {
    page.contains(&format!("`{key}`")) || page.contains(&format!("`{key}:")) || page.contains(&format!(".{key}`"))
}

/// The text from a heading to the next of the same rank.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let start = page.find(heading).unwrap_or_else(|| panic!("there is no heading `{heading}`"));
    let rest = &page[start + heading.len()..];
    rest.find("\n## ").map_or(rest, |end| &rest[..end])
}

fn fields_within(field: &Field) -> &'static [Field] {
    match field.shape {
        Shape::Items(fields) => fields,
        _ => &[],
    }
}
