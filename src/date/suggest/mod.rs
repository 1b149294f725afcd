//! The nearest valid spelling of what is no date, and why it is none.
//!
//! In: a text that EDTF refuses. Out: a [`DateError`] for a journalist, with a spelling that would be read.
//! Never: a reading of its own; a suggestion is a question to the author.

mod numbers;
mod phrase;
mod respell;
mod tokens;

use chrono_tz::Tz;

use super::civil_day::{CivilDay, days_in_month};
use super::clock::two_digits;
use super::edtf;
use super::error::{DateError, quote};
use super::parse::is_reversed;
use super::shape::Shape;
use super::words;

/// The longest text for which a spelling is sought, in bytes.
const LONGEST: usize = 100;

/// Explains why a trimmed text is no EDTF; `offset` is where it stops being so.
pub(super) fn explain(text: &str, offset: usize, zone: Tz) -> DateError {
    let wrong = |message: String, suggestion: Option<String>| DateError { message, suggestion, offset };
    if let Some(error) = explain_impossible(text) {
        return with_sound_suggestion(error, zone);
    }
    if let Some(error) = explain_reversed(text, zone) {
        return error;
    }
    if let Some((day_first, month_first)) = numbers::ambiguous(text) {
        let (first, second) = (words::say_day(day_first), words::say_day(month_first));
        let message = format!("{} could be {first} or {second}: write `{day_first}` or `{month_first}`", quote(text));
        return wrong(message, None);
    }
    if text.len() <= LONGEST
        && let Some(spelling) = nearest(text, zone)
    {
        return match explain_impossible(&spelling) {
            Some(error) => with_sound_suggestion(DateError { offset: 0, ..error }, zone),
            None => wrong(format!("{} is not in the form that dates are read in", quote(text)), Some(spelling)),
        };
    }
    let rest = text.get(offset..).unwrap_or_default();
    let message = match (offset, rest) {
        (0, _) => format!("{} is not a date", quote(text)),
        (_, "") => format!("{} is not a date: something is missing at its end", quote(text)),
        _ => format!("{} is not a date: it cannot be read from {} on", quote(text), quote(rest)),
    };
    wrong(message, None)
}

/// Mends a suggestion that holds a second impossible day, and drops one that would not be read all the same.
fn with_sound_suggestion(error: DateError, zone: Tz) -> DateError {
    let mended = error.suggestion.and_then(|spelling| match explain_impossible(&spelling) {
        Some(second) => second.suggestion,
        None => Some(spelling),
    });
    DateError { suggestion: mended.filter(|spelling| edtf::read(spelling, zone).is_ok()), ..error }
}

/// A spelling that would be read, or one that would but for a day that does not exist.
fn nearest(text: &str, zone: Tz) -> Option<String> {
    let is_useful = |spelling: &String| edtf::read(spelling, zone).is_ok() || explain_impossible(spelling).is_some();
    respell::respell(text)
        .filter(is_useful)
        .or_else(|| numbers::reorder(text).filter(is_useful))
        .or_else(|| phrase::read(text).filter(is_useful))
}

/// Finds a `2019-02-30` or `2019-13` anywhere in otherwise plain text.
fn explain_impossible(text: &str) -> Option<DateError> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_start = |at: usize| (0..4).all(|ahead| is_digit(at + ahead)) && (at == 0 || !is_digit(at - 1));
    for at in (0..bytes.len()).filter(|at| is_start(*at) && bytes.get(at + 4) == Some(&b'-')) {
        let year = i64::from(two_digits(bytes, at)?) * 100 + i64::from(two_digits(bytes, at + 2)?);
        let year = if at > 0 && bytes.get(at - 1) == Some(&b'-') { -year } else { year };
        let Some(month) = two_digits(bytes, at + 5).filter(|_| !is_digit(at + 7)) else { continue };
        let day = two_digits(bytes, at + 8).filter(|_| bytes.get(at + 7) == Some(&b'-') && !is_digit(at + 10));
        let replaced = |from: usize, with: String| {
            let mut fixed = text.to_owned();
            let until = from + with.len();
            (fixed.get(from..until).is_some()).then(|| fixed.replace_range(from..until, &with)).map(|()| fixed)
        };
        match (month, day) {
            // From 21 to 41 it is a season or another part of the year, but those have no days.
            (0 | 13..=20 | 42.., _) | (21..=41, Some(_)) => {
                // Year, day, month is a slip that only a number above 12 gives away.
                let swapped = day.filter(|day| CivilDay::new(year, *day, month).is_some());
                let suggestion = swapped.and_then(|day| replaced(at + 5, format!("{day:02}-{month:02}")));
                let message = format!("there is no month {month:02}: months go from 01 to 12");
                return Some(DateError { message, suggestion, offset: at + 5 });
            }
            (1..=12, Some(day)) if day == 0 || day > days_in_month(year, month) => {
                let length = days_in_month(year, month);
                let nearest = day.clamp(1, length);
                let name = words::say_month(year, month);
                let message = format!("there is no day {day:02} in {name}, which has {length} days");
                return Some(DateError { message, suggestion: replaced(at + 8, format!("{nearest:02}")), offset: at + 8 });
            }
            _ => {}
        }
    }
    None
}

fn explain_reversed(text: &str, zone: Tz) -> Option<DateError> {
    let (start, end) = text.split_once('/')?;
    let (Ok(Shape::Point(from)), Ok(Shape::Point(until))) = (edtf::read(start, zone), edtf::read(end, zone)) else { return None };
    is_reversed(&from, &until).then(|| DateError {
        message: format!("the end, {}, comes before the start, {}", quote(end), quote(start)),
        suggestion: Some(format!("{end}/{start}")),
        offset: start.len() + 1,
    })
}
