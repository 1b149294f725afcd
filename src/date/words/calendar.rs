//! The names of months, seasons and years.
//!
//! In: numbers. Out: words of a language. Never: a date; sentences are made by its siblings.

use crate::words::Words;

/// The name of a month, 1 to 12; empty for any other number.
pub(super) fn month(words: &Words, number: u8, is_short: bool) -> String {
    let names = if is_short {
        words.say("Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec")
    } else {
        words.say("January, February, March, April, May, June, July, August, September, October, November, December")
    };
    usize::from(number).checked_sub(1).and_then(|index| names.split(", ").nth(index)).unwrap_or_default().to_owned()
}

/// A part of a year.
pub(super) struct Season {
    pub(super) name: String,
    /// English says «the first quarter of 2019», but «spring 2019».
    has_of: bool,
}

impl Season {
    /// By its code, 21 to 41 (ISO 8601-2:2019, 4.8).
    pub(super) fn of(words: &Words, code: u8, is_short: bool) -> Self {
        let name = match code {
            21..=24 => season(words, code),
            25..=28 => words.fill("northern {season}", &[("season", &season(words, code - 4))]),
            29..=32 => words.fill("southern {season}", &[("season", &season(words, code - 8))]),
            33..=36 if is_short => words.fill("Q{n}", &[("n", &(code - 32).to_string())]),
            33 => words.say("the first quarter"),
            34 => words.say("the second quarter"),
            35 => words.say("the third quarter"),
            36 => words.say("the last quarter"),
            37 if is_short => words.say("Jan–Apr"),
            38 if is_short => words.say("May–Aug"),
            39 if is_short => words.say("Sep–Dec"),
            37 => words.say("the first four months"),
            38 => words.say("the middle four months"),
            39 => words.say("the last four months"),
            40 if is_short => words.say("first half"),
            40 => words.say("the first half"),
            _ if is_short => words.say("second half"),
            _ => words.say("the second half"),
        };
        Self { name, has_of: code >= 40 || (code >= 33 && !is_short) }
    }

    /// "spring 2019", "the first quarter of 2019".
    pub(super) fn in_year(&self, words: &Words, year: &str) -> String {
        let values = [("date", self.name.as_str()), ("year", year)];
        if self.has_of { words.fill("{date} of {year}", &values) } else { words.fill("{date} {year}", &values) }
    }
}

fn season(words: &Words, code: u8) -> String {
    match code {
        21 => words.say("spring"),
        22 => words.say("summer"),
        23 => words.say("autumn"),
        _ => words.say("winter"),
    }
}

/// An astronomical year as readers count: 0 is "1 BC", -43 "44 BC", 79 "AD 79", 12000 "the year 12,000".
pub(super) fn year(words: &Words, year: i64) -> String {
    match year {
        ..=0 => words.fill("{year} BC", &[("year", &grouped(words, year.unsigned_abs().saturating_add(1)))]),
        1..=999 => words.fill("AD {year}", &[("year", &year.to_string())]),
        1000..=9999 => words.fill("{year}", &[("year", &year.to_string())]),
        _ => words.fill("the year {year}", &[("year", &grouped(words, year.unsigned_abs()))]),
    }
}

/// A day of the month as it stands before or behind the month: "7", in German "7.".
pub(super) fn day(words: &Words, day: u8) -> String {
    words.count(day.into(), "{day}", "{day}", &[("day", &day.to_string())])
}

/// A day of a month that is not known: "1st", "2nd", "23rd", "11th".
pub(super) fn ordinal(words: &Words, day: u8) -> String {
    let number = day.to_string();
    let values = [("n", number.as_str())];
    match (day % 10, day % 100) {
        (1, 1 | 21 | 31) => words.fill("{n}st", &values),
        (2, 2 | 22) => words.fill("{n}nd", &values),
        (3, 3 | 23) => words.fill("{n}rd", &values),
        _ => words.fill("{n}th", &values),
    }
}

/// Writes a number in groups of three digits from ten thousand on: "12,000".
pub(in crate::date) fn grouped(words: &Words, number: u64) -> String {
    if number < 10_000 {
        return number.to_string();
    }
    let mut groups = vec![format!("{:03}", number % 1_000)];
    let mut rest = number / 1_000;
    while rest >= 1_000 {
        groups.push(format!("{:03}", rest % 1_000));
        rest /= 1_000;
    }
    groups
        .iter()
        .rev()
        .fold(rest.to_string(), |written, group| words.fill("{thousands},{rest}", &[("thousands", &written), ("rest", group)]))
}
