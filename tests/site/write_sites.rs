//! Writes test sites to a folder, for tests that kill it.
//!
//! `write_sites OUTPUT PAGES forever` writes site A and site B in turn, a line for each;
//! `write_sites OUTPUT PAGES A|B [durable]` writes one and exits 1 with the message when that fails.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use dateline::site::{OutputFolder, WriteError, Written, write};

#[path = "sites.rs"]
mod sites;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let [_, output, pages, what, rest @ ..] = args.as_slice() else { return ExitCode::from(2) };
    let Ok(pages) = pages.parse() else { return ExitCode::from(2) };
    let is_durable = rest.first().is_some_and(|word| word == "durable");
    let build = |which: char| -> Result<Written, WriteError> {
        write(&OutputFolder::open(Path::new(output), &[], None)?, sites::site(which, pages), is_durable)
    };
    let done = match what.as_str() {
        "forever" => ['A', 'B'].into_iter().cycle().try_for_each(|which| build(which).map(|_| say(&which))),
        which => build(which.chars().next().unwrap_or('A')).map(|written| say(&written)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Not `eprintln!`, which panics when even the message cannot be written.
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn say(what: &impl std::fmt::Debug) {
    let _ = writeln!(std::io::stdout(), "{what:?}");
}
