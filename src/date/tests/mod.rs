//! What the room promises, kind by kind, and its laws for any input.

mod comparing;
mod corpora;
mod laws;
mod machine;
mod parsing;
mod saying;
mod specification;
mod spelling;

use chrono_tz::Tz;

use super::EventDate;

const ZONE: Tz = chrono_tz::America::New_York;

fn date(text: &str) -> EventDate {
    EventDate::parse(text, ZONE).unwrap_or_else(|error| panic!("{text:?} is refused: {error}"))
}

fn with_end(start: &str, end: &str) -> EventDate {
    EventDate::parse_with_end(start, end, ZONE).unwrap_or_else(|error| panic!("{start:?}, {end:?} is refused: {error}"))
}
