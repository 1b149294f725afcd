//! Dates in words, in the language of whoever reads them.
//!
//! In: a date, and the words of a language. Out: what a newspaper would print: "7 October 2019", "since about April 2017",
//! "Date not known"; in German "7. Oktober 2019". Never: a detail or a certainty that the author did not write, or a word of another
//! language than English; those stand in `locales/`.

mod calendar;
mod doubt;
mod group;
mod point;
mod shapes;

pub(super) use calendar::grouped;

use super::civil_day::CivilDay;
use super::point::Precision;
use super::value::EventDate;
use crate::words::Words;

/// A month in words: "October 2019". Months count from 1.
pub fn month_in_words(words: &Words, year: i64, month: u8) -> String {
    let wording = Wording::long(words);
    wording.in_year(&wording.month(month), &wording.year(year))
}

/// A month in few words: "Oct 2019". Months count from 1.
pub fn month_in_short(words: &Words, year: i64, month: u8) -> String {
    let wording = Wording::short(words);
    wording.in_year(&wording.month(month), &wording.year(year))
}

/// A year in words: "2019", "44 BC". Years count as EDTF counts them, so that 0 is 1 BC.
pub fn year_in_words(words: &Words, year: i64) -> String {
    calendar::year(words, year)
}

/// A way of saying dates: in a language, at length or for a tight slot.
#[derive(Clone, Copy)]
struct Wording<'w> {
    words: &'w Words,
    is_short: bool,
    has_year: bool,
}

impl EventDate {
    /// Says the date for running text: "7 October 2019", "about October 2019", "Date not known".
    pub fn words(&self, words: &Words) -> String {
        Wording::long(words).say(self)
    }

    /// Says the date for running text in English, as diagnostics do.
    pub fn in_english(&self) -> String {
        self.words(&Words::default())
    }

    /// Says the date for a tight slot: "7 Oct 2019", "c. Oct 2019", "7 Oct 2019?", "Not known".
    pub fn short(&self, words: &Words) -> String {
        Wording::short(words).say(self)
    }

    /// Says the date as [`EventDate::short`] does, but without the year where a heading gives it: "7 Oct", "8–10 Oct".
    ///
    /// A date that is not finer than a year, or lies in more than one, keeps its year.
    pub fn short_without_year(&self, words: &Words) -> String {
        let years = (self.earliest().map(CivilDay::year), self.latest().map(CivilDay::year));
        let is_in_one_year = matches!(years, (Some(first), Some(last)) if first == last);
        let is_finer = self.points().all(|point| point.precision() > Precision::Year);
        let has_year = !(is_in_one_year && is_finer);
        Wording { has_year, ..Wording::short(words) }.say(self)
    }
}

impl<'w> Wording<'w> {
    fn long(words: &'w Words) -> Self {
        Self { words, is_short: false, has_year: true }
    }

    fn short(words: &'w Words) -> Self {
        Self { words, is_short: true, has_year: true }
    }

    /// Fills a text of which a date is the only value.
    fn dated(self, text: &str, date: &str) -> String {
        self.words.fill(text, &[("date", date)])
    }

    fn year(self, year: i64) -> String {
        calendar::year(self.words, year)
    }

    fn month(self, month: u8) -> String {
        calendar::month(self.words, month, self.is_short)
    }

    fn day_of_month(self, day: u8, month: u8) -> String {
        self.days_of_month(&calendar::day(self.words, day), &self.month(month))
    }

    fn days_of_month(self, days: &str, month: &str) -> String {
        if self.is_short {
            self.words.fill("{day} {short_month}", &[("day", days), ("short_month", month)])
        } else {
            self.words.fill("{day} {month}", &[("day", days), ("month", month)])
        }
    }

    /// Adds the year to a month or to days, unless a heading gives it.
    fn in_year(self, date: &str, year: &str) -> String {
        match (self.has_year, self.is_short) {
            (false, _) => date.to_owned(),
            (true, true) => self.words.fill("{short_date} {year}", &[("short_date", date), ("year", year)]),
            (true, false) => self.words.fill("{date} {year}", &[("date", date), ("year", year)]),
        }
    }

    /// Adds a time of day.
    fn at(self, date: &str, time: &str) -> String {
        self.words.fill("{date}, {time}", &[("date", date), ("time", time)])
    }
}

/// Says an exact day at length, in English.
pub(super) fn say_day(day: CivilDay) -> String {
    EventDate::from(day).in_english()
}

/// Says a month at length, in English: "February 2019".
pub(super) fn say_month(year: i64, month: u8) -> String {
    month_in_words(&Words::default(), year, month)
}
