//! How far apart two dates are, in words.
//!
//! In: two dates, or a count of days. Out: words such as "18 months later" and "11 weeks".
//! Never: more than is known; the coarser of the two dates decides the unit, and doubt says "about".

use std::cmp::Ordering;

use super::civil_day::CivilDay;
use super::point::Precision;
use super::value::EventDate;
use super::words::grouped;
use crate::words::Words;

/// Days are counted in days below this, then in weeks.
const WEEKS_FROM: i64 = 21;
/// Days are counted in weeks below this, then in months.
const MONTHS_FROM: i64 = 84;
/// Months are counted in months below this, then in years.
const YEARS_FROM: i64 = 24;

/// Says when `to` was, seen from `from`: "2 days later", "18 months earlier", "the same day".
///
/// Both count from where they begin; none when either has no beginning that is known.
pub fn distance(words: &Words, from: &EventDate, to: &EventDate) -> Option<String> {
    let (start, end) = (from.earliest()?, to.earliest()?);
    let precision = from.precision().min(to.precision());
    let is_about = [from, to].iter().any(|date| date.is_approximate() || date.is_uncertain() || date.is_one_of())
        || matches!(precision, Precision::Century | Precision::Decade | Precision::Season);
    let whole_years = end.year() - start.year();
    let (gap, same) = match precision {
        Precision::Minute | Precision::Day => (gap_in_days(words, start, end), words.say("the same day")),
        Precision::Month => (in_months(words, month_number(end) - month_number(start)), words.say("the same month")),
        Precision::Season => (in_months(words, month_number(end) - month_number(start)), words.say("the same season")),
        Precision::Year => (in_years(words, whole_years), words.say("the same year")),
        Precision::Decade | Precision::Century => (in_years(words, whole_years), words.say("the same period")),
        Precision::Unknown => return None,
    };
    let order = match precision {
        Precision::Minute | Precision::Day => end.cmp(&start),
        Precision::Month | Precision::Season => month_number(end).cmp(&month_number(start)),
        _ => whole_years.cmp(&0),
    };
    let is_next_day = !is_about && precision >= Precision::Day && end.number().abs_diff(start.number()) == 1;
    let gap = [("span", gap.as_str())];
    Some(match (order, is_about) {
        (Ordering::Equal, false) => same,
        (Ordering::Equal, true) => words.fill("about {same}", &[("same", &same)]),
        (Ordering::Greater, _) if is_next_day => words.say("the next day"),
        (Ordering::Less, _) if is_next_day => words.say("the day before"),
        (Ordering::Greater, false) => words.fill("{span} later", &gap),
        (Ordering::Greater, true) => words.fill("about {span} later", &gap),
        (Ordering::Less, false) => words.fill("{span} earlier", &gap),
        (Ordering::Less, true) => words.fill("about {span} earlier", &gap),
    })
}

/// Says a number of days, of either sign, in the largest unit that fits: "9 days", "11 weeks", "4 months", "2 years".
pub fn span_in_words(words: &Words, days: i64) -> String {
    let days = days.saturating_abs();
    if days < MONTHS_FROM {
        return in_days_or_weeks(words, days);
    }
    // 400 years have 4,800 months and 146,097 days.
    let months = rounded(i128::from(days) * 4_800, 146_097);
    in_months(words, months)
}

fn gap_in_days(words: &Words, start: CivilDay, end: CivilDay) -> String {
    let days = (end.number() - start.number()).abs();
    if days < MONTHS_FROM {
        return in_days_or_weeks(words, days);
    }
    let (early, late) = (start.min(end), start.max(end));
    let begun = month_number(late) - month_number(early);
    let spare_days = i64::from(late.day()) - i64::from(early.day());
    let months = match spare_days {
        16.. => begun + 1,
        ..=-16 => begun - 1,
        _ => begun,
    };
    in_months(words, months)
}

fn in_days_or_weeks(words: &Words, days: i64) -> String {
    if days < WEEKS_FROM { counted(words, days, "{n} day", "{n} days") } else { counted(words, (days + 3) / 7, "{n} week", "{n} weeks") }
}

/// Years below five are told to the half, later ones to the whole.
fn in_months(words: &Words, months: i64) -> String {
    let months = months.saturating_abs();
    if months < YEARS_FROM {
        return counted(words, months, "{n} month", "{n} months");
    }
    let half_years = rounded(months.into(), 6);
    if half_years < 10 && half_years % 2 == 1 {
        return counted(words, half_years / 2, "{n}½ years", "{n}½ years");
    }
    in_years(words, rounded(months.into(), 12))
}

fn in_years(words: &Words, years: i64) -> String {
    counted(words, years.saturating_abs(), "{n} year", "{n} years")
}

fn rounded(count: i128, unit: i128) -> i64 {
    i64::try_from((count + unit / 2) / unit).unwrap_or(i64::MAX)
}

fn counted(words: &Words, count: i64, one: &str, many: &str) -> String {
    let count = count.unsigned_abs();
    words.count(count, one, many, &[("n", &grouped(words, count))])
}

fn month_number(day: CivilDay) -> i64 {
    day.year() * 12 + i64::from(day.month())
}
