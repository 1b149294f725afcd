//! Dates in words, in English.
//!
//! In: a date. Out: what a newspaper would print: "7 October 2019", "since about April 2017", "Date not known".
//! Never: a detail or a certainty that the author did not write. Another language is another `Wording`.

mod calendar;
mod group;
mod point;

pub(super) use calendar::with_commas;

use super::civil_day::CivilDay;
use super::point::{Point, Precision, Year};
use super::shape::{End, Member, Shape};
use super::value::EventDate;

/// A month in words: "October 2019". Months count from 1.
pub fn month_in_words(year: i64, month: u8) -> String {
    format!("{} {}", calendar::month(month, false), calendar::year(year))
}

/// A month in few words: "Oct 2019". Months count from 1.
pub fn month_in_short(year: i64, month: u8) -> String {
    format!("{} {}", calendar::month(month, true), calendar::year(year))
}

/// A year in words: "2019", "44 BC". Years count as EDTF counts them, so that 0 is 1 BC.
pub fn year_in_words(year: i64) -> String {
    calendar::year(year)
}

/// A way of saying dates: at length or for a tight slot.
#[derive(Clone, Copy)]
struct Wording {
    is_short: bool,
    has_year: bool,
}

impl EventDate {
    /// Says the date in English, for running text: "7 October 2019", "about October 2019", "Date not known".
    pub fn words(&self) -> String {
        Wording::LONG.say(self)
    }

    /// Says the date in English for a tight slot: "7 Oct 2019", "c. Oct 2019", "7 Oct 2019?", "Not known".
    pub fn short(&self) -> String {
        Wording::SHORT.say(self)
    }

    /// Says the date as [`EventDate::short`] does, but without the year where a heading gives it: "7 Oct", "8–10 Oct".
    ///
    /// A date that is not finer than a year, or lies in more than one, keeps its year.
    pub fn short_without_year(&self) -> String {
        let years = (self.earliest().map(CivilDay::year), self.latest().map(CivilDay::year));
        let is_in_one_year = matches!(years, (Some(first), Some(last)) if first == last);
        let is_finer = self.points().all(|point| point.precision() > Precision::Year);
        if is_in_one_year && is_finer { Wording::SHORT_WITHOUT_YEAR.say(self) } else { self.short() }
    }
}

impl Wording {
    const LONG: Wording = Wording { is_short: false, has_year: true };
    const SHORT: Wording = Wording { is_short: true, has_year: true };
    const SHORT_WITHOUT_YEAR: Wording = Wording { is_short: true, has_year: false };

    fn say(self, date: &EventDate) -> String {
        match date.shape() {
            Shape::Unknown if self.is_short => "Not known".to_owned(),
            Shape::Unknown => "Date not known".to_owned(),
            Shape::Point(point) => self.point(point),
            Shape::Span { start, end } => self.span(start, end),
            Shape::Set { is_one_of, members } => self.set(*is_one_of, members),
        }
    }

    fn span(self, start: &End, end: &End) -> String {
        match (start, end) {
            (End::At(from), End::At(until)) => self.range(from, until),
            (End::At(from), End::Open) => self.with_word("since", from),
            (End::Open, End::At(until)) => self.with_word("until", until),
            (End::At(from), End::Unknown) if self.is_short => format!("{} – ?", self.point(from)),
            (End::Unknown, End::At(until)) if self.is_short => format!("? – {}", self.point(until)),
            (End::At(from), End::Unknown) => format!("{}, end unknown", self.with_word("from", from)),
            (End::Unknown, End::At(until)) => format!("{}, start unknown", self.with_word("until", until)),
            _ => self.loose_span(start, end),
        }
    }

    /// An interval of which one end is bounded on one side only, as in `..2004-06-01/2004-06-20..`.
    fn loose_span(self, start: &End, end: &End) -> String {
        let from = match start {
            End::At(point) => self.point(point),
            End::AtOrBeyond(point) => format!("{} or earlier", self.point(point)),
            End::Open => "no known beginning".to_owned(),
            End::Unknown => "an unknown date".to_owned(),
        };
        let until = match end {
            End::At(point) => self.point(point),
            End::AtOrBeyond(point) => format!("{} or later", self.point(point)),
            End::Open => return format!("since {from}"),
            End::Unknown => return format!("from {from}, end unknown"),
        };
        format!("{from} to {until}")
    }

    /// "since about April 2017", but "possibly since April 2017".
    fn with_word(self, word: &str, point: &Point) -> String {
        let said = self.point(point);
        match said.strip_prefix("possibly ") {
            Some(said) => format!("possibly {word} {said}"),
            None => format!("{word} {said}"),
        }
    }

    fn set(self, is_one_of: bool, members: &[Member]) -> String {
        let word = if is_one_of { "or" } else { "and" };
        let singles: Option<Vec<&Point>> = members
            .iter()
            .map(|member| match member {
                Member::At(point) => Some(point),
                _ => None,
            })
            .collect();
        match singles {
            Some(points) => self.join(&points, |said| listed(said, word)),
            None => listed(&members.iter().map(|member| self.member(is_one_of, member)).collect::<Vec<_>>(), word),
        }
    }

    fn member(self, is_one_of: bool, member: &Member) -> String {
        match (member, is_one_of) {
            (Member::At(point), _) => self.point(point),
            (Member::Range(first, last), _) => self.range(first, last),
            (Member::OrEarlier(point), true) => format!("{} or earlier", self.point(point)),
            (Member::OrEarlier(point), false) => format!("{} and before", self.point(point)),
            (Member::OrLater(point), true) => format!("{} or later", self.point(point)),
            (Member::OrLater(point), false) => format!("{} and after", self.point(point)),
        }
    }
}

/// Says an exact day at length.
pub(super) fn say_day(day: CivilDay) -> String {
    Wording::LONG.point(&Point::exact_day(day))
}

/// Says a month at length: "February 2019".
pub(super) fn say_month(year: i64, month: u8) -> String {
    format!("{} {}", calendar::month(month, false), calendar::year(year))
}

/// Says a year of one date as a reader knows it: "2019", "44 BC", "AD 79", "the year 12,000".
fn say_year(year: Year) -> Option<String> {
    match year {
        Year::Known(year) | Year::Rounded(year) => Some(calendar::year(year)),
        Year::Masked(_) => None,
    }
}

/// "a", "a or b", "a, b or c".
fn listed(said: &[String], word: &str) -> String {
    match said {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}
