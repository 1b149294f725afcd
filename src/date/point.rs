//! One written date: its parts, the doubt about each, and the days it allows.
//!
//! In: parts read by `edtf.rs`. Out: [`Point`], the brick of which intervals and sets are built, and [`Precision`].
//! Never: text; words and spellings are made elsewhere.

use super::civil_day::CivilDay;
use super::clock::ClockTime;

/// How finely a date is known, from nothing to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Not even the year is known.
    Unknown,
    /// A century or more: `19XX`, `1XXX`.
    Century,
    /// Ten years: `201X`.
    Decade,
    /// A year: `2019`, `2019-XX`.
    Year,
    /// A season, quarter, third or half of a year: `2019-21`.
    Season,
    /// A month: `2019-10`, `2019-10-XX`.
    Month,
    /// A day: `2019-10-07`.
    Day,
    /// A day and a time: `2019-10-07T17:00`.
    Minute,
}

impl Precision {
    /// Every precision with its word in data files.
    pub const WORDS: [&str; 8] = ["unknown", "century", "decade", "year", "season", "month", "day", "minute"];

    /// The word in data files.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

/// The author's doubt about a part of a date: `~`, `?` or, with both, `%`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Doubt {
    pub(super) is_approximate: bool,
    pub(super) is_uncertain: bool,
}

impl Doubt {
    pub(super) const NONE: Doubt = Doubt { is_approximate: false, is_uncertain: false };
}

/// A year as far as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Known(i64),
    /// Four digits, some of them `X`.
    Masked([Option<u8>; 4]),
    /// An estimate good to its first digits only: `1950S2`.
    Rounded(i64),
}

/// A month (a season from 21 on) or a day as far as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Known(u8),
    /// Two digits, one or both of them `X`.
    Masked([Option<u8>; 2]),
}

impl Field {
    pub(super) fn known(self) -> Option<u8> {
        match self {
            Field::Known(value) => Some(value),
            Field::Masked(_) => None,
        }
    }

    /// Tells whether nothing of it is known: `XX`.
    pub(super) fn is_blank(self) -> bool {
        self == Field::Masked([None, None])
    }
}

/// One date as written, without the interval or set it may stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: Year,
    pub(super) month: Option<Field>,
    pub(super) day: Option<Field>,
    /// The doubt about year, month and day.
    pub(super) doubts: [Doubt; 3],
    pub(super) clock: Option<ClockTime>,
    /// The first and last day that match what is written, doubt set aside.
    pub(super) first: CivilDay,
    pub(super) last: CivilDay,
}

impl Point {
    /// A day without doubt.
    pub(super) fn exact_day(day: CivilDay) -> Point {
        Point {
            year: Year::Known(day.year()),
            month: Some(Field::Known(day.month())),
            day: Some(Field::Known(day.day())),
            doubts: [Doubt::NONE; 3],
            clock: None,
            first: day,
            last: day,
        }
    }

    /// Tells whether not one digit of the year is known.
    pub(super) fn is_yearless(&self) -> bool {
        self.year == Year::Masked([None; 4])
    }

    pub(super) fn precision(&self) -> Precision {
        match (self.year, self.month, self.day) {
            _ if self.clock.is_some() => Precision::Minute,
            (Year::Masked([None, None, None, None]), ..) => Precision::Unknown,
            (Year::Masked([Some(_), Some(_), Some(_), None]), ..) => Precision::Decade,
            (Year::Masked(_), ..) => Precision::Century,
            (Year::Rounded(_), ..) => match self.last.year() - self.first.year() {
                0 => Precision::Year,
                1..=9 => Precision::Decade,
                _ => Precision::Century,
            },
            (Year::Known(_), None | Some(Field::Masked(_)), _) => Precision::Year,
            (Year::Known(_), Some(Field::Known(13..)), _) => Precision::Season,
            (Year::Known(_), Some(Field::Known(_)), None | Some(Field::Masked(_))) => Precision::Month,
            (Year::Known(_), Some(Field::Known(_)), Some(Field::Known(_))) => Precision::Day,
        }
    }

    /// The doubts about the parts that are written, from the year on.
    pub(super) fn written_doubts(&self) -> &[Doubt] {
        let parts = 1 + usize::from(self.month.is_some()) + usize::from(self.day.is_some());
        self.doubts.get(..parts).unwrap_or(&self.doubts)
    }

    /// The one doubt that all written parts share, or none when they differ.
    pub(super) fn whole_doubt(&self) -> Option<Doubt> {
        let doubts = self.written_doubts();
        let doubt = *doubts.first()?;
        doubts.iter().all(|other| *other == doubt).then_some(doubt)
    }

    pub(super) fn is_approximate(&self) -> bool {
        matches!(self.year, Year::Rounded(_)) || self.written_doubts().iter().any(|doubt| doubt.is_approximate)
    }

    pub(super) fn is_uncertain(&self) -> bool {
        self.written_doubts().iter().any(|doubt| doubt.is_uncertain)
    }

    /// Tells whether it is one day, or a minute of it, without any doubt.
    pub(super) fn is_exact(&self) -> bool {
        self.precision() >= Precision::Day && self.whole_doubt() == Some(Doubt::NONE)
    }
}
