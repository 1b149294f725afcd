//! The value of HTML's `<time datetime>`.
//!
//! In: a date. Out: a valid HTML time string that says no more than the author did, or none.
//! Never: doubt spelled away; a part that is in doubt by itself ends the string.

use chrono::NaiveDate;

use super::point::{Doubt, Field, Point, Year};
use super::shape::{End, Shape};
use super::value::EventDate;

impl EventDate {
    /// Writes the midnight UTC with which the date begins in the form of HTTP: `Fri, 27 Nov 2026 00:00:00 GMT`.
    pub fn http_midnight(&self) -> Option<String> {
        let day = self.earliest()?;
        let (month, number) = (u32::from(day.month()), u32::from(day.day()));
        let day = NaiveDate::from_ymd_opt(i32::try_from(day.year()).ok()?, month, number)?;
        Some(day.format("%a, %d %b %Y 00:00:00 GMT").to_string())
    }

    /// Writes the certain part as a valid date, month, year or global date-time string (HTML, 2.3.5), or none.
    ///
    /// `2019-XX` gives `2019`, `2019-?10-07` gives `2019`, an interval its start, a set what all its dates share;
    /// `201X`, an open start and years outside 1 to 9999 give none. Doubt about a whole date (`2019-10~`) leaves its
    /// plain digits: the words and the author's text beside them carry the doubt.
    pub fn machine(&self) -> Option<String> {
        match self.shape() {
            Shape::Point(point) | Shape::Span { start: End::At(point), .. } => {
                let parts = CertainPart::of(point)?;
                Some(parts.written(point))
            }
            Shape::Set { .. } if !self.is_open_start() && !self.is_open_end() => {
                let mut parts = self.points().map(CertainPart::of);
                let first = parts.next()??;
                let shared = parts.try_fold(first, |shared, next| shared.common_with(next?))?;
                Some(shared.to_string())
            }
            _ => None,
        }
    }
}

/// Year, month and day as far as they are certain, from the left.
#[derive(Clone, Copy)]
struct CertainPart {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl CertainPart {
    fn of(point: &Point) -> Option<CertainPart> {
        let Year::Known(year) = point.year else { return None };
        let year = u16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
        let is_clear = |part: usize| point.whole_doubt().is_some() || point.doubts.get(part) == Some(&Doubt::NONE);
        if !is_clear(0) {
            return None;
        }
        // A season is no month of HTML's.
        let month = point.month.and_then(Field::known).filter(|month| *month <= 12 && is_clear(1));
        let day = month.and(point.day).and_then(Field::known).filter(|_| is_clear(2));
        Some(CertainPart { year, month, day })
    }

    fn common_with(self, other: CertainPart) -> Option<CertainPart> {
        if self.year != other.year {
            return None;
        }
        let month = self.month.filter(|_| self.month == other.month);
        let day = month.and(self.day).filter(|_| self.day == other.day);
        Some(CertainPart { year: self.year, month, day })
    }

    fn written(self, point: &Point) -> String {
        let Some(clock) = point.clock else { return self.to_string() };
        let (hours, minutes) = (clock.offset_minutes.abs() / 60, clock.offset_minutes.abs() % 60);
        let shift = match clock.offset_minutes {
            0 => "Z".to_owned(),
            1.. => format!("+{hours:02}:{minutes:02}"),
            ..0 => format!("-{hours:02}:{minutes:02}"),
        };
        format!("{self}T{:02}:{:02}{shift}", clock.hour, clock.minute)
    }
}

impl std::fmt::Display for CertainPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}
