//! The two ends of a date as numbers, for formats that know no EDTF.
//!
//! In: a date. Out: year, month, day and time of its first and last moment, each only as far as the author wrote it.
//! Never: a day for a month, a month for a year; doubt is lost here, so the words must stand beside it.

use super::civil_day::CivilDay;
use super::clock::ClockTime;
use super::point::{Point, Precision};
use super::shape::{End, Member, Shape};
use super::value::EventDate;

/// One end of a date, as far as it is known. The year is astronomical: 0 is 1 BC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateParts {
    pub year: i64,
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub time: Option<ClockTime>,
}

impl DateParts {
    fn of(point: &Point, day: CivilDay) -> Option<Self> {
        let precision = point.precision();
        (precision > Precision::Unknown).then(|| Self {
            year: day.year(),
            month: (precision >= Precision::Season).then(|| day.month()),
            day: (precision >= Precision::Day).then(|| day.day()),
            time: point.clock,
        })
    }
}

impl EventDate {
    /// The beginning, none where it is open or not known: of `2019-21` March 2019, of `201X` the year 2010.
    pub fn first_parts(&self) -> Option<DateParts> {
        match self.shape() {
            Shape::Point(point) | Shape::Span { start: End::At(point), .. } => DateParts::of(point, point.first),
            Shape::Set { members, .. } => {
                let dated: Option<Vec<_>> = members.iter().map(|member| Some((member.first()?, member.points().next()?))).collect();
                dated?.into_iter().min_by_key(|(day, _)| *day).and_then(|(day, point)| DateParts::of(point, day))
            }
            _ => None,
        }
    }

    /// The end, none where it is open or not known: of `2019-21` May 2019, of `201X` the year 2019.
    pub fn last_parts(&self) -> Option<DateParts> {
        match self.shape() {
            Shape::Point(point) | Shape::Span { end: End::At(point), .. } => DateParts::of(point, point.last),
            Shape::Set { members, .. } => {
                let dated: Option<Vec<_>> = members.iter().map(|member: &Member| Some((member.last()?, member.points().last()?))).collect();
                dated?.into_iter().max_by_key(|(day, _)| *day).and_then(|(day, point)| DateParts::of(point, day))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(text: &str) -> String {
        let date = EventDate::parse(text, chrono_tz::Tz::UTC).unwrap();
        let end = |parts: Option<DateParts>| {
            parts.map_or("-".to_owned(), |parts| format!("{}.{}.{}", parts.year, parts.month.unwrap_or(0), parts.day.unwrap_or(0)))
        };
        format!("{} {}", end(date.first_parts()), end(date.last_parts()))
    }

    #[test]
    fn ends_say_no_more_than_was_written() {
        for (text, expected) in [
            ("2019-10-07", "2019.10.7 2019.10.7"),
            ("2019-10~", "2019.10.0 2019.10.0"),
            ("2019", "2019.0.0 2019.0.0"),
            ("2019-21", "2019.3.0 2019.5.0"),
            ("201X", "2010.0.0 2019.0.0"),
            ("2018-07/2019-10-04", "2018.7.0 2019.10.4"),
            ("2017-04/..", "2017.4.0 -"),
            ("../2019", "- 2019.0.0"),
            ("[2019-10-04,2019-10-05]", "2019.10.4 2019.10.5"),
            ("-0043-03-15", "-43.3.15 -43.3.15"),
            ("XXXX", "- -"),
        ] {
            assert_eq!(ends(text), expected, "{text}");
        }
    }
}
