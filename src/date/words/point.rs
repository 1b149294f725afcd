//! One date in words.
//!
//! In: a point. Out: "about 10 October 2019", "some time in 2019", "7 October 2019, 17:00 (UTC−4)".
//! Never: two dates; see `group.rs`.

use super::super::clock::ClockTime;
use super::super::point::{Doubt, Field, Point, Year};
use super::{Wording, calendar, say_year};

impl Wording {
    pub(super) fn point(self, point: &Point) -> String {
        let said = self.digits(point);
        let said = if self.is_short { short_doubt(said, point) } else { long_doubt(said, point) };
        match point.clock {
            None => said,
            Some(clock) if self.is_short => format!("{said}, {}", time(clock)),
            Some(clock) => format!("{said}, {} ({})", time(clock), offset(clock)),
        }
    }

    /// What is written, without its doubt.
    fn digits(self, point: &Point) -> String {
        let Some(year) = say_year(point.year) else { return self.masked_year(point) };
        match (point.month, point.day) {
            (None, _) => year,
            (Some(Field::Known(code @ 13..)), _) => self.dated(calendar::season(code, self.is_short), &year),
            (Some(Field::Known(month)), None) => self.dated(calendar::month(month, self.is_short), &year),
            (Some(Field::Known(month)), Some(Field::Known(day))) => {
                self.dated(&format!("{day} {}", calendar::month(month, self.is_short)), &year)
            }
            (Some(Field::Known(month)), Some(day)) if day.is_blank() => {
                let month = self.dated(calendar::month(month, self.is_short), &year);
                if self.is_short { month } else { format!("some day in {month}") }
            }
            (Some(month), day) if month.is_blank() && day.is_none_or(Field::is_blank) => {
                if self.is_short {
                    year
                } else {
                    format!("some time in {year}")
                }
            }
            (Some(month), Some(Field::Known(day))) if month.is_blank() && !self.is_short => {
                format!("the {} of some month in {year}", calendar::ordinal(day))
            }
            (Some(_), None) => self.between_months(point),
            (Some(_), Some(_)) => self.between_days(point),
        }
    }

    /// Puts the year behind a day, month or season, unless a heading gives it.
    pub(super) fn dated(self, words: &str, year: &str) -> String {
        if self.has_year { format!("{words} {year}") } else { words.trim_end_matches(" of").to_owned() }
    }

    fn masked_year(self, point: &Point) -> String {
        let part = self.part_of_year(point);
        if point.is_yearless() {
            return match part {
                Some(part) => format!("{part}, year not known"),
                None => "year not known".to_owned(),
            };
        }
        let decade = match point.year {
            Year::Masked([Some(_), Some(_), Some(_), None]) => Some(point.first.year()),
            _ => None,
        };
        let (first, last) = (calendar::year(point.first.year()), calendar::year(point.last.year()));
        match (decade, part) {
            (Some(decade), None) if self.is_short => format!("{decade}s"),
            (Some(decade), None) => format!("the {decade}s"),
            (Some(decade), Some(part)) => format!("{part} in the {decade}s"),
            (None, None) if self.is_short => format!("{first}–{last}"),
            (None, None) => format!("some time between {first} and {last}"),
            (None, Some(part)) => format!("{part}, between {first} and {last}"),
        }
    }

    /// The day and month of a date whose year is masked, as far as they say anything.
    fn part_of_year(self, point: &Point) -> Option<String> {
        let month = point.month.and_then(Field::known);
        let day = point.day.and_then(Field::known);
        match (month, day) {
            (Some(code @ 13..), _) => Some(calendar::season(code, self.is_short).trim_end_matches(" of").to_owned()),
            (Some(month), Some(day)) => Some(format!("{day} {}", calendar::month(month, self.is_short))),
            (Some(month), None) if point.day.is_some() => Some(format!("some day in {}", calendar::month(month, self.is_short))),
            (Some(month), None) => Some(calendar::month(month, self.is_short).to_owned()),
            (None, Some(day)) => Some(format!("the {} of some month", calendar::ordinal(day))),
            (None, None) => None,
        }
    }

    fn between_months(self, point: &Point) -> String {
        let (first, last) = (point.first, point.last);
        let last = self.dated(calendar::month(last.month(), self.is_short), &calendar::year(last.year()));
        let first = calendar::month(first.month(), self.is_short);
        if self.is_short { format!("{first}–{last}") } else { format!("some time between {first} and {last}") }
    }

    fn between_days(self, point: &Point) -> String {
        let (first, last) = (&Point::exact_day(point.first), &Point::exact_day(point.last));
        if point.first == point.last || self.is_short {
            return self.range(first, last);
        }
        format!("some day between {}", self.join(&[first, last], |said| said.join(" and ")))
    }
}

fn short_doubt(said: String, point: &Point) -> String {
    let circa = if point.is_approximate() { "c. " } else { "" };
    let mark = if point.is_uncertain() { "?" } else { "" };
    format!("{circa}{said}{mark}")
}

fn long_doubt(said: String, point: &Point) -> String {
    let Some(doubt) = point.whole_doubt() else { return format!("{said} ({})", doubts_by_part(point)) };
    let possibly = if doubt.is_uncertain { "possibly " } else { "" };
    if !doubt.is_approximate && !matches!(point.year, Year::Rounded(_)) {
        return format!("{possibly}{said}");
    }
    // "about some day in October" is no English.
    let is_vague = said.starts_with("some ") || said.contains(" some ");
    if is_vague { format!("{possibly}{said} (approximate)") } else { format!("{possibly}about {said}") }
}

/// "day uncertain", "month and year approximate", "day approximate, year uncertain".
fn doubts_by_part(point: &Point) -> String {
    let names = ["year", "month", "day"];
    let mut by_doubt: Vec<(Doubt, Vec<&str>)> = Vec::new();
    for (name, doubt) in names.into_iter().zip(point.written_doubts().iter().copied()).rev() {
        match by_doubt.iter_mut().find(|(known, _)| *known == doubt) {
            _ if doubt == Doubt::NONE => {}
            Some((_, parts)) => parts.push(name),
            None => by_doubt.push((doubt, vec![name])),
        }
    }
    let phrase = |(doubt, parts): &(Doubt, Vec<&str>)| {
        let kind = match (doubt.is_approximate, doubt.is_uncertain) {
            (true, true) => "uncertain and approximate",
            (true, false) => "approximate",
            _ => "uncertain",
        };
        format!("{} {kind}", parts.join(" and "))
    };
    by_doubt.iter().map(phrase).collect::<Vec<_>>().join(", ")
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
