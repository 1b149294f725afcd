//! A day on the calendar, with no zone and no time.
//!
//! In: year, month and day. Out: [`CivilDay`], comparable, countable, and a chrono date where chrono reaches that far.
//! Never: an instant; a civil day is the same day everywhere.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// The farthest year, before or after the common era, that dates are reckoned with.
pub(super) const FARTHEST_YEAR: i64 = 1_000_000_000_000;

/// A day of the proleptic Gregorian calendar, with astronomical years: 0 is 1 BC, -1 is 2 BC (ISO 8601-1:2019, 4.3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDay {
    year: i64,
    month: u8,
    day: u8,
}

impl CivilDay {
    /// Makes a day, or none when the calendar has no such day or the year is beyond a million million.
    pub fn new(year: i64, month: u8, day: u8) -> Option<CivilDay> {
        let is_day = (-FARTHEST_YEAR..=FARTHEST_YEAR).contains(&year) && day >= 1 && day <= days_in_month(year, month);
        is_day.then_some(CivilDay { year, month, day })
    }

    /// The astronomical year: 0 is 1 BC.
    pub fn year(self) -> i64 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Counts the days since 1 January 1970, which is 0; earlier days are negative.
    pub fn number(self) -> i64 {
        // Years are counted from March, so that the leap day is the last of its year; 400 years are 146,097 days.
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let (cycle, year_of_cycle) = (year.div_euclid(400), year.rem_euclid(400));
        let months_since_march = i64::from((self.month + 9) % 12);
        let day_of_year = (153 * months_since_march + 2) / 5 + i64::from(self.day) - 1;
        let day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
        cycle * 146_097 + day_of_cycle - 719_468
    }

    /// Turns the day into chrono's type, or none beyond chrono's range of some 262,000 years.
    pub fn to_naive(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::try_from(self.year).ok()?, u32::from(self.month), u32::from(self.day))
    }

    /// Names the day of the week in English ("Monday"), or none before the Gregorian calendar began on 15 October 1582.
    pub fn weekday(self) -> Option<&'static str> {
        const NAMES: [&str; 7] = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];
        let is_gregorian = self >= CivilDay { year: 1582, month: 10, day: 15 };
        let index = usize::try_from(self.number().rem_euclid(7)).ok()?;
        NAMES.get(index).copied().filter(|_| is_gregorian)
    }
}

impl From<NaiveDate> for CivilDay {
    fn from(date: NaiveDate) -> CivilDay {
        // Chrono's months and days are below 13 and 32.
        CivilDay { year: i64::from(date.year()), month: date.month() as u8, day: date.day() as u8 }
    }
}

/// Writes the day as ISO 8601: `2019-10-07`, `-0043-03-15`, `+12000-01-01`.
impl fmt::Display for CivilDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.year {
            ..0 => "-",
            0..=9999 => "",
            _ => "+",
        };
        write!(f, "{sign}{:04}-{:02}-{:02}", self.year.unsigned_abs(), self.month, self.day)
    }
}

/// Counts the days of a month; none for a month that is not 1 to 12.
pub(super) fn days_in_month(year: i64, month: u8) -> u8 {
    let is_leap = year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(is_leap),
        _ => 0,
    }
}
