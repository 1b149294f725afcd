//! Writes the made-up story: `make_corpus FOLDER EVENTS`.

use std::path::Path;
use std::process::ExitCode;

#[path = "corpus.rs"]
mod corpus;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, events] = arguments.as_slice() else { return ExitCode::from(2) };
    let Ok(events) = events.parse() else { return ExitCode::from(2) };
    if corpus::write(Path::new(folder), events).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
