//! Dates as news knows them: exact to the minute, about right, one of two, open, unknown.
//!
//! In: what an author wrote (EDTF, ISO 8601-2:2019 levels 0 to 2) and the site's time zone.
//! Out: [`EventDate`], a value that keeps the author's text, its precision and its doubt; an order for timelines,
//! comparisons for checks, words for readers, and a [`DateError`] with the nearest valid spelling.
//! Never: a clock, a locale, a file, or a civil date turned into an instant.

mod civil_day;
mod clock;
mod compare;
mod countdown;
mod distance;
mod edtf;
mod error;
mod machine;
mod order;
mod parse;
mod parts;
mod point;
mod shape;
mod suggest;
mod value;
mod words;

#[cfg(test)]
mod tests;

pub use civil_day::CivilDay;
pub use clock::ClockTime;
pub use countdown::{Countdown, countdown};
pub use distance::{distance, span_in_words};
pub use error::DateError;
pub use order::DateKey;
pub use parts::DateParts;
pub use point::Precision;
pub use value::EventDate;
pub use words::{month_in_short, month_in_words, year_in_words};
