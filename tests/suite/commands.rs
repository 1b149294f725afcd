//! Commands: transcripts of a terminal in Markdown, each in a folder of its own, compared word for word.
//!
//! In `tests/commands/*.md` a block whose first line names a file writes that file; a `console` block holds commands after `$ `, what
//! they say on both streams, and `? 1` where the exit code is not 0. What differs from run to run stands in square brackets.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::disk::{names_in, repository, write};
use crate::examples::{Block, blocks};
use crate::expected::Differences;

#[test]
fn every_transcript_is_what_the_program_says() {
    let mut differences = Differences::default();
    let folder = repository().join("tests/commands");
    for name in names_in(&folder) {
        let path = folder.join(&name);
        let page = fs::read_to_string(&path).unwrap();
        differences.compare(&path, &replay(&page));
    }
    differences.expect_none();
}

/// Runs every command of a transcript, and gives the transcript with what they said this time.
fn replay(page: &str) -> String {
    let folder = TempDir::new().unwrap();
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    let mut said = Vec::new();
    for block in blocks(page) {
        match (block.file(), block.language.as_str()) {
            (Some((path, text)), _) => write(folder.path(), path, text.as_bytes()),
            (None, "console") => said.push((block.clone(), answer(&block, folder.path()))),
            (None, _) => {}
        }
    }
    // From the last to the first, so that the lines of the blocks before stay where they are.
    for (block, text) in said.into_iter().rev() {
        let first = block.line;
        lines.splice(first..first + block.text.lines().count(), text.lines().map(str::to_owned));
    }
    lines.join("\n") + "\n"
}

/// The commands of a block with what they say.
fn answer(block: &Block, folder: &Path) -> String {
    let mut text = String::new();
    for line in block.text.lines().filter(|line| line.starts_with("$ ")) {
        text.push_str(line);
        text.push('\n');
        let (said, code) = run_in_shell(&line[2..], folder);
        text.push_str(&settle(&said, folder));
        if code != Some(0) {
            text.push_str(&format!("? {}\n", code.map_or("killed".to_owned(), |code| code.to_string())));
        }
    }
    text
}

fn run_in_shell(line: &str, folder: &Path) -> (String, Option<i32>) {
    let program = Path::new(env!("CARGO_BIN_EXE_dateline")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(format!("exec 2>&1; {line}")).current_dir(folder).stdin(Stdio::null()).env("PATH", path);
    for word in ["COLUMNS", "CLICOLOR_FORCE", "CLICOLOR"] {
        shell.env_remove(word);
    }
    let output = shell.output().expect("there is a shell");
    (String::from_utf8(output.stdout).expect("the program speaks UTF-8"), output.status.code())
}

/// Puts a word in brackets for what differs from run to run: the folder, the size of a site, the time it took, today.
fn settle(text: &str, folder: &Path) -> String {
    let real = folder.canonicalize().unwrap();
    let today = chrono::Local::now().format("%Y-%m-%d").to_string();
    let text = text.replace(real.to_str().unwrap(), "[FOLDER]").replace(folder.to_str().unwrap(), "[FOLDER]").replace(&today, "[TODAY]");
    text.lines().map(|line| settle_tally(line.trim_end()) + "\n").collect()
}

/// `17 pages, 34 files in 0.12 s` becomes `[N] pages, [N] files in [TIME] s`: the theme may grow, and machines differ.
fn settle_tally(line: &str) -> String {
    let Some((before, after)) = line.split_once(" files in ") else { return line.to_owned() };
    let events = before.split(", ").next().unwrap_or_default();
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    format!("{events}, [N] pages, [N] files in [TIME]{rest}")
}
