//! From what an author wrote to an [`EventDate`].
//!
//! In: the text of `date`, perhaps that of `end`, and the site's zone. Out: the date, or a [`DateError`] with the fix.
//! Never: a guess; what is no EDTF is refused, however plain its meaning.

use chrono_tz::Tz;

use super::civil_day::CivilDay;
use super::edtf;
use super::error::{DateError, Fault, quote};
use super::point::Point;
use super::shape::{End, Shape};
use super::suggest;
use super::value::EventDate;

/// The longest text that is read as a date, in bytes; sets of dates may be long.
const LONGEST: usize = 500;

impl EventDate {
    /// Reads a date in EDTF (ISO 8601-2:2019, levels 0 to 2).
    ///
    /// A time may go without seconds, and without an offset: then the zone's offset on that civil day counts, the
    /// first of two when the clocks went back.
    ///
    /// # Errors
    /// When the text is no EDTF, names a day or time that does not exist, or an end before its start.
    pub fn parse(text: &str, zone: Tz) -> Result<EventDate, DateError> {
        let trimmed = text.trim();
        let indent = text.len() - text.trim_start().len();
        let moved = |error: DateError| DateError { offset: error.offset + indent, ..error };
        if trimmed.is_empty() {
            let message = "the date is empty: write `XXXX` if it is not known".to_owned();
            return Err(DateError { message, suggestion: Some("XXXX".to_owned()), offset: 0 });
        }
        if trimmed.len() > LONGEST {
            let message = format!("{} is too long for a date: {LONGEST} characters are the limit", quote(trimmed));
            return Err(moved(DateError { message, suggestion: None, offset: 0 }));
        }
        match edtf::read(trimmed, zone) {
            Ok(shape) => Ok(EventDate::new(trimmed, shape)),
            Err(Fault::Explained(error)) => Err(moved(error)),
            Err(Fault::NotEdtf { offset }) => Err(moved(suggest::explain(trimmed, offset, zone))),
        }
    }

    /// Reads a start and an end that are written under two keys; either may have a time.
    ///
    /// `..` as the end means that it goes on, and `XXXX` that the end (or start) is not known.
    ///
    /// # Errors
    /// When either is no date, is itself an interval or a set, or when the end comes before the start. The offset
    /// counts in the text that is wrong: the start, unless it stands alone as a date.
    pub fn parse_with_end(start: &str, end: &str, zone: Tz) -> Result<EventDate, DateError> {
        let from = end_of_interval(&EventDate::parse(start, zone)?, "date")?;
        let until = match end.trim() {
            ".." => End::Open,
            written => end_of_interval(&EventDate::parse(written, zone)?, "end")?,
        };
        if let (End::At(from), End::At(until)) = (&from, &until)
            && is_reversed(from, until)
        {
            let message = format!("the end, {}, comes before the start, {}", quote(end.trim()), quote(start.trim()));
            return Err(DateError { message, suggestion: None, offset: 0 });
        }
        let shape = match (from, until) {
            (End::Unknown, End::Unknown | End::Open) => Shape::Unknown,
            (start, end) => Shape::Span { start, end },
        };
        Ok(EventDate::from_two_keys(start.trim(), end.trim(), shape))
    }
}

fn end_of_interval(date: &EventDate, key: &str) -> Result<End, DateError> {
    let what = match date.shape() {
        Shape::Point(point) => return Ok(End::At(*point)),
        Shape::Unknown => return Ok(End::Unknown),
        Shape::Span { .. } => "already holds a start and an end",
        Shape::Set { .. } => "holds a set of dates",
    };
    let message = format!("with `end` as a key of its own, `{key}` must be a single date, but {} {what}", quote(date.text()));
    Err(DateError { message, suggestion: None, offset: 0 })
}

/// Tells whether no day or instant of `end` comes at or after any of `start`.
pub(super) fn is_reversed(start: &Point, end: &Point) -> bool {
    let instant_of = |point: &Point, day| point.clock.and_then(|clock| clock.instant(day));
    match (instant_of(start, start.first), instant_of(end, end.last)) {
        (Some(start), Some(end)) => end < start,
        _ => end.last < start.first,
    }
}

/// The day as a date, exact and without doubt.
impl From<CivilDay> for EventDate {
    fn from(day: CivilDay) -> EventDate {
        let text = day.to_string();
        EventDate::parse(&text, Tz::UTC).unwrap_or_else(|_| EventDate::unknown(&text))
    }
}
