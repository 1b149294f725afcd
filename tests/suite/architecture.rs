//! Architecture: which room may name which, which may touch the world outside, and what every file owes its reader.

use std::collections::BTreeSet;
use std::fs;

use crate::disk::{names_in, read_tree, repository};

/// The rooms in the order in which they may name one another: each only those before it.
const ROOMS: &[&str] = &[
    "words",
    "date",
    "diagnostic",
    "yaml",
    "config",
    "error",
    "content",
    "graph",
    "project",
    "ledger",
    "pages",
    "theme",
    "render",
    "site",
    "lib",
    "commands",
    "main",
];

/// The only files and folders that may touch disk, environment, clock or terminal.
const OUTWARD: &[&str] = &["content/read.rs", "ledger/read.rs", "ledger/write.rs", "render/html.rs", "site/", "project.rs", "commands/"];

/// What touches the world outside, as it is written.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "rustix::",
    "walkdir",
    "SystemTime",
    "Instant",
    "Local::now",
    "Utc::now",
    "println!",
    "io::std",
];

const MOST_LINES: usize = 400;
const MOST_LINES_OF_HALF: usize = 130;

/// A source file: its path below `src/`, and its text up to its tests.
struct Source {
    path: String,
    whole: String,
    text: String,
}

impl Source {
    /// The room that the file stands in: `graph/rules/order.rs` in `graph`.
    fn room(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or_default()
    }
}

#[test]
fn a_room_names_only_rooms_before_it() {
    let mut wrong = Vec::new();
    for source in sources() {
        let rank = rank(source.room()).unwrap_or_else(|| panic!("src/{} stands in a room that this test does not know", source.path));
        for named in rooms_named(&source.text) {
            if rank < self::rank(named).unwrap_or(usize::MAX) {
                wrong.push(format!("src/{} names crate::{named}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_outward_rooms_touch_disk_environment_and_clock() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !OUTWARD.iter().any(|room| source.path.starts_with(room))) {
        let code = source.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            let names_standard = line.contains("use std::{") && (line.contains("fs") || line.contains("env"));
            if names_standard || OUTSIDE.iter().any(|word| line.contains(word)) {
                wrong.push(format!("src/{}: {}", source.path, line.trim()));
            }
        }
    }
    // The exit code is a value; the program's own start may name it.
    wrong.retain(|line| line != "src/main.rs: use std::process::ExitCode;");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_view_has_its_template_and_every_template_its_view() {
    let view = fs::read_to_string(repository().join("src/pages/view.rs")).unwrap();
    let names: BTreeSet<String> =
        view.lines().filter_map(|line| line.split_once(" => \"")?.1.split_once('"')).map(|(name, _)| format!("{name}.html")).collect();
    let templates: BTreeSet<String> = names_in(&repository().join("templates/pages")).into_iter().collect();
    assert!(!names.is_empty());
    assert_eq!(templates, names);
}

#[test]
fn every_style_is_used_and_those_of_pages_bear_the_name_of_their_template() {
    let templates = read_tree(&repository().join("templates"));
    let texts: String = templates.values().map(|bytes| String::from_utf8_lossy(bytes)).collect();
    for style in read_tree(&repository().join("static/css")).into_keys() {
        assert!(texts.contains(&format!("css/{style}\"")), "no template uses static/css/{style}");
        if let Some(name) = style.strip_prefix("pages/") {
            assert!(templates.contains_key(&format!("pages/{}", name.replace(".css", ".html"))), "static/css/{style} has no template");
        }
    }
}

#[test]
fn headings_keep_clear_of_the_anchors_of_their_pages() {
    let mut seen = 0;
    let parts = names_in(&repository().join("templates/parts")).into_iter().map(|part| format!("parts/{part}"));
    let with_text = ["actor", "event", "own_page", "place", "source", "storyline"].map(|page| format!("pages/{page}.html"));
    for template in parts.chain(with_text) {
        let text = fs::read_to_string(repository().join("templates").join(&template)).unwrap();
        let ids = text.split(" id=\"").skip(1).map(|rest| rest.split(['"', '{']).next().unwrap_or_default());
        for id in ids.filter(|id| !id.is_empty()) {
            assert!(dateline::content::is_anchor_of_page(id), "RESERVED_IDS lacks `{id}` of {template}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn no_unsafe_code_is_possible() {
    for root in ["lib.rs", "main.rs"] {
        let text = fs::read_to_string(repository().join("src").join(root)).unwrap();
        assert!(text.contains("#![forbid(unsafe_code)]"), "src/{root}");
    }
}

#[test]
fn every_file_opens_with_its_purpose() {
    let silent: Vec<String> = sources().into_iter().filter(|s| !s.whole.starts_with("//! ")).map(|s| s.path).collect();
    assert!(silent.is_empty(), "no `//!` opens: {silent:?}");
}

#[test]
fn every_public_item_says_what_it_is() {
    let mut silent = Vec::new();
    for source in sources() {
        let mut before = "";
        for line in source.text.lines().map(str::trim) {
            let kind = line.strip_prefix("pub ").and_then(|rest| rest.split([' ', '<']).next()).unwrap_or_default();
            let is_item = matches!(kind, "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "unsafe" | "async");
            if is_item && !before.starts_with("///") && !source.text.contains("macro_rules!") {
                silent.push(format!("src/{}: {line}", source.path));
            }
            if !line.starts_with("#[") && !line.ends_with(")]") {
                before = line;
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn files_stay_small() {
    let mut lengths: Vec<(usize, String)> = sources().into_iter().map(|source| (source.text.lines().count(), source.path)).collect();
    lengths.sort();
    let (median, _) = lengths[lengths.len() / 2];
    println!("{} files; half of them have at most {median} lines", lengths.len());
    let (most, longest) = lengths.last().unwrap();
    assert!(*most <= MOST_LINES, "src/{longest} has {most} lines before its tests");
    assert!(median < MOST_LINES_OF_HALF, "half of the files have more than {median} lines");
}

/// Every Rust file of the program but those that are tests only.
fn sources() -> Vec<Source> {
    let files = read_tree(&repository().join("src")).into_iter();
    let is_code = |path: &String| path.ends_with(".rs") && !path.split('/').any(|part| part == "tests" || part.ends_with("tests.rs"));
    files
        .filter(|(path, _)| is_code(path))
        .map(|(path, bytes)| {
            let whole = String::from_utf8(bytes).expect("source is UTF-8");
            let text = whole.split("\n#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
            Source { path, whole, text }
        })
        .collect()
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|name| *name == room)
}

/// The rooms that a text names as `crate::room` or `crate::{room, room}`; what stands in `lib.rs` itself counts as `lib`.
fn rooms_named(text: &str) -> BTreeSet<&str> {
    let mut named = BTreeSet::new();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    for after in code.flat_map(|line| line.split("crate::").skip(1)) {
        let list = match after.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default(),
            None => after.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default(),
        };
        for item in list.split(',') {
            let word = item.trim().split("::").next().unwrap_or_default();
            named.insert(if rank(word).is_some() { word } else { room_of_item(word) });
        }
    }
    named
}

/// The room of what `lib.rs` shows under a name of its own.
fn room_of_item(item: &str) -> &'static str {
    match item {
        "Error" => "error",
        "Project" => "project",
        _ => "lib",
    }
}
