//! One date in words.
//!
//! In: a point. Out: "about 10 October 2019", "some time in 2019", "7 October 2019, 17:00 (UTC−4)".
//! Never: two dates; see `group.rs`.

use super::super::clock::ClockTime;
use super::super::point::{Field, Point, Year};
use super::calendar::Season;
use super::doubt::{Before, Phrase};
use super::{Wording, calendar};

impl Wording<'_> {
    pub(super) fn point(self, point: &Point) -> String {
        self.point_after(Before::Nothing, point)
    }

    /// "since about April 2017", but "possibly since April 2017".
    pub(super) fn point_after(self, before: Before, point: &Point) -> String {
        let (text, is_vague) = self.digits(point);
        let phrase = self.doubted(text, is_vague, point);
        let Some(clock) = point.clock else { return self.said(before, &phrase) };
        let text = self.at(&phrase.text, &time(clock));
        let text = if self.is_short { text } else { self.noted(&text, &offset(clock)) };
        self.said(before, &Phrase { text, ..phrase })
    }

    /// What is written, without its doubt, and whether it tells of some day or time only.
    fn digits(self, point: &Point) -> (String, bool) {
        let year = match point.year {
            Year::Known(year) | Year::Rounded(year) => self.year(year),
            Year::Masked(_) => return self.masked_year(point),
        };
        let said = match (point.month, point.day) {
            (None, _) => year,
            (Some(Field::Known(code @ 13..)), _) => {
                let season = Season::of(self.words, code, self.is_short);
                if self.has_year { season.in_year(self.words, &year) } else { season.name }
            }
            (Some(Field::Known(month)), None) => self.in_year(&self.month(month), &year),
            (Some(Field::Known(month)), Some(Field::Known(day))) => self.in_year(&self.day_of_month(day, month), &year),
            (Some(Field::Known(month)), Some(day)) if day.is_blank() => {
                let month = self.in_year(&self.month(month), &year);
                return if self.is_short { (month, false) } else { (self.dated("some day in {date}", &month), true) };
            }
            (Some(month), day) if month.is_blank() && day.is_none_or(Field::is_blank) => {
                return if self.is_short { (year, false) } else { (self.dated("some time in {date}", &year), true) };
            }
            (Some(month), Some(Field::Known(day))) if month.is_blank() && !self.is_short => {
                let nth = calendar::ordinal(self.words, day);
                return (self.words.fill("the {nth} of some month in {year}", &[("nth", &nth), ("year", &year)]), true);
            }
            (Some(_), None) => return self.between_months(point),
            (Some(_), Some(_)) => return self.between_days(point),
        };
        (said, false)
    }

    fn masked_year(self, point: &Point) -> (String, bool) {
        let part = self.part_of_year(point);
        if point.is_yearless() {
            return match part {
                Some((part, is_vague)) => (self.dated("{date}, year not known", &part), is_vague),
                None => (self.words.say("year not known"), false),
            };
        }
        let decade = match point.year {
            Year::Masked([Some(_), Some(_), Some(_), None]) => Some(point.first.year().to_string()),
            _ => None,
        };
        let (first, last) = (self.year(point.first.year()), self.year(point.last.year()));
        let between = |text: &str, part: &str| self.words.fill(text, &[("date", part), ("first", &first), ("last", &last)]);
        let within = |text: &str, decade: &str, part: &str| self.words.fill(text, &[("date", part), ("decade", decade)]);
        match (decade, part) {
            (Some(decade), None) if self.is_short => (within("{decade}s", &decade, ""), false),
            (Some(decade), None) => (within("the {decade}s", &decade, ""), false),
            (Some(decade), Some((part, is_vague))) => (within("{date} in the {decade}s", &decade, &part), is_vague),
            (None, None) if self.is_short => (self.words.fill("{from}–{until}", &[("from", &first), ("until", &last)]), false),
            (None, None) => (between("some time between {first} and {last}", ""), true),
            (None, Some((part, is_vague))) => (between("{date}, between {first} and {last}", &part), is_vague),
        }
    }

    /// The day and month of a date whose year is masked, as far as they say anything.
    fn part_of_year(self, point: &Point) -> Option<(String, bool)> {
        let month = point.month.and_then(Field::known);
        let day = point.day.and_then(Field::known);
        match (month, day) {
            (Some(code @ 13..), _) => Some((Season::of(self.words, code, self.is_short).name, false)),
            (Some(month), Some(day)) => Some((self.day_of_month(day, month), false)),
            (Some(month), None) if point.day.is_some() => Some((self.dated("some day in {date}", &self.month(month)), true)),
            (Some(month), None) => Some((self.month(month), false)),
            (None, Some(day)) => Some((self.words.fill("the {nth} of some month", &[("nth", &calendar::ordinal(self.words, day))]), true)),
            (None, None) => None,
        }
    }

    fn between_months(self, point: &Point) -> (String, bool) {
        let (first, last, year) = (self.month(point.first.month()), self.month(point.last.month()), self.year(point.last.year()));
        if self.is_short {
            return (self.in_year(&self.spanned(&first, &last), &year), false);
        }
        let values = [("first", first.as_str()), ("last", &last), ("year", &year)];
        (self.words.fill("some time between {first} and {last} {year}", &values), true)
    }

    fn between_days(self, point: &Point) -> (String, bool) {
        let (first, last) = (&Point::exact_day(point.first), &Point::exact_day(point.last));
        if point.first == point.last || self.is_short {
            return (self.range(first, last), false);
        }
        (self.dated("some day between {date}", &self.join(&[first, last], |said| self.listed(said, false))), true)
    }
}

/// "17:00".
pub(super) fn time(clock: ClockTime) -> String {
    format!("{:02}:{:02}", clock.hour, clock.minute)
}

/// "UTC", "UTC−4", "UTC+5:30".
pub(super) fn offset(clock: ClockTime) -> String {
    let sign = if clock.offset_minutes < 0 { '−' } else { '+' };
    match (clock.offset_minutes.abs() / 60, clock.offset_minutes.abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}
