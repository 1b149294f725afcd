//! Writes the made-up story: `make_corpus FOLDER EVENTS [even|crowded]`.

use std::path::Path;
use std::process::ExitCode;

#[path = "corpus.rs"]
mod corpus;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, events, shape) = match arguments.as_slice() {
        [folder, events] => (folder, events, "even"),
        [folder, events, shape] => (folder, events, shape.as_str()),
        _ => return ExitCode::from(2),
    };
    let (Ok(events), Some(shape)) = (events.parse(), corpus::Shape::named(shape)) else { return ExitCode::from(2) };
    if corpus::write(Path::new(folder), events, shape).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
