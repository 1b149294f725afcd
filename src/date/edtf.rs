//! From EDTF text to shapes; the only file that knows the EDTF library.
//!
//! In: one trimmed text and the site's zone. Out: a [`Shape`], or the [`Fault`] that keeps it from being one.
//! Never: a suggestion; `parse.rs` adds those.

use std::borrow::Cow;

use chrono_tz::Tz;
use edtf_core::{Bound, Date, DateField, Edtf, Interval, IntervalEndpoint, Qualifier, Set, SetElement, SetKind, YearKind};

use super::civil_day::{CivilDay, FARTHEST_YEAR};
use super::clock::{ClockTime, two_digits};
use super::error::{DateError, Fault};
use super::point::{Doubt, Field, Point, Year};
use super::shape::{End, Member, Shape};

/// Reads a text that has no spaces around it.
pub(super) fn read(text: &str, zone: Tz) -> Result<Shape, Fault> {
    if let Some(day) = read_plain_day(text) {
        return Ok(Shape::Point(Point::exact_day(day)));
    }
    // EDTF wants seconds in a time and no time in an interval; authors get minutes, and a second key.
    if let Some((day, time)) = text.split_once('T')
        && let Some(day) = read_plain_day(day)
    {
        if time.contains('/') {
            return Err(Fault::Explained(DateError {
                message: "two times need two keys: put the first under `date` and the second under `end`".to_owned(),
                suggestion: None,
                offset: text.find('/').unwrap_or_default(),
            }));
        }
        let clock = ClockTime::read(time, "2019-10-07T".len(), day, zone)?;
        return Ok(Shape::Point(Point { clock: Some(clock), ..Point::exact_day(day) }));
    }
    match Edtf::parse(&without_spaces_in_set(text)) {
        Ok(Edtf::Date(date)) => shape_of_date(&date),
        Ok(Edtf::Interval(interval)) => shape_of_interval(&interval),
        Ok(Edtf::Set(set)) => shape_of_set(&set),
        Ok(Edtf::DateTime(_)) => Err(Fault::NotEdtf { offset: 0 }),
        Err(error) => Err(Fault::NotEdtf { offset: error.offset }),
    }
}

/// The specification's own examples have a space behind some commas of a set; its grammar, and the library, have none.
fn without_spaces_in_set(text: &str) -> Cow<'_, str> {
    if text.starts_with(['[', '{']) && text.contains(", ") { Cow::Owned(text.replace(", ", ",")) } else { Cow::Borrowed(text) }
}

/// The quick way for what nearly all dates are: `2019-10-07`.
fn read_plain_day(text: &str) -> Option<CivilDay> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = i64::from(two_digits(bytes, 0)?) * 100 + i64::from(two_digits(bytes, 2)?);
    CivilDay::new(year, two_digits(bytes, 5)?, two_digits(bytes, 8)?)
}

fn shape_of_date(date: &Date) -> Result<Shape, Fault> {
    let point = point(date)?;
    let is_blank = |field: Option<Field>| field.is_none_or(Field::is_blank);
    let is_unknown = point.is_yearless() && is_blank(point.month) && is_blank(point.day);
    Ok(if is_unknown { Shape::Unknown } else { Shape::Point(point) })
}

fn shape_of_interval(interval: &Interval) -> Result<Shape, Fault> {
    Ok(Shape::Span { start: end(&interval.start)?, end: end(&interval.end)? })
}

fn end(endpoint: &IntervalEndpoint) -> Result<End, Fault> {
    Ok(match endpoint {
        IntervalEndpoint::Date(date) => End::At(point(date)?),
        IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => End::AtOrBeyond(point(date)?),
        IntervalEndpoint::Open => End::Open,
        IntervalEndpoint::Unknown => End::Unknown,
    })
}

fn shape_of_set(set: &Set) -> Result<Shape, Fault> {
    let members: Result<Vec<Member>, Fault> = set.elements.iter().map(member).collect();
    Ok(Shape::Set { is_one_of: set.kind == SetKind::OneMember, members: members? })
}

fn member(element: &SetElement) -> Result<Member, Fault> {
    Ok(match element {
        SetElement::Date(date) => Member::At(point(date)?),
        SetElement::OnOrBefore(date) => Member::OrEarlier(point(date)?),
        SetElement::OnOrAfter(date) => Member::OrLater(point(date)?),
        SetElement::Range(first, last) => Member::Range(point(first)?, point(last)?),
    })
}

fn point(date: &Date) -> Result<Point, Fault> {
    let bounds = Edtf::Date(*date).bounds();
    let (Some(first), Some(last)) = (civil_day(bounds.earliest), civil_day(bounds.latest)) else {
        return Err(Fault::Explained(DateError {
            message: format!("the year is too far away: dates reach {FARTHEST_YEAR} years back and ahead"),
            suggestion: None,
            offset: 0,
        }));
    };
    let year = match (date.year.kind, date.year.value()) {
        (YearKind::Standard { digits, .. }, None) => Year::Masked(digits),
        (_, Some(value)) if date.year.significant_digits.is_some() => Year::Rounded(value),
        _ => Year::Known(date.year.value().unwrap_or(first.year())),
    };
    let doubt_of = |field: Option<DateField>| field.map_or(Doubt::NONE, |field| doubt(field.qualifier));
    Ok(Point {
        year,
        month: date.month.map(field),
        day: date.day.map(field),
        doubts: [doubt(date.year.qualifier), doubt_of(date.month), doubt_of(date.day)],
        clock: None,
        first,
        last,
    })
}

fn civil_day(bound: Bound) -> Option<CivilDay> {
    match bound {
        Bound::Date(day) => CivilDay::new(day.year, day.month, day.day),
        _ => None,
    }
}

fn field(field: DateField) -> Field {
    field.value().map_or(Field::Masked(field.digits), Field::Known)
}

fn doubt(qualifier: Qualifier) -> Doubt {
    Doubt { is_approximate: qualifier.approximate, is_uncertain: qualifier.uncertain }
}
