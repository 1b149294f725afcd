//! Dates of numbers in another order or with other marks.
//!
//! In: `2019/10/08`, `8.10.2019`, `20191008`, `2019-W41`. Out: `2019-10-08`, `2019-10-07/2019-10-13`.
//! Never: a choice between day first and month first; that is [`ambiguous`].

use chrono::{NaiveDate, Weekday};

use super::super::civil_day::CivilDay;
use super::respell::with_plain_characters;

/// Finds the two days that `01/02/2021` may mean: the day written first, the month written first.
pub(super) fn ambiguous(text: &str) -> Option<(CivilDay, CivilDay)> {
    let plain = with_plain_characters(text);
    let mark = plain.chars().find(|c| matches!(c, '/' | '-'))?;
    let [first, second, year] = numbers(&plain, mark)?;
    let is_year_last = first.digits <= 2 && second.digits <= 2 && year.digits == 4;
    if !is_year_last || first.value == second.value {
        return None;
    }
    Some((day(year.value, second.value, first.value)?, day(year.value, first.value, second.value)?))
}

/// Puts a date of numbers into the order of ISO 8601, when only one order makes sense.
pub(super) fn reorder(text: &str) -> Option<String> {
    let plain = with_plain_characters(text);
    let plain = plain.trim_end_matches('.').replace(". ", ".");
    let mark = plain.chars().find(|c| !c.is_ascii_digit());
    match mark {
        None => without_marks(&plain),
        Some('-') if plain.contains("-W") || plain.contains("-w") => from_week(&plain),
        Some('-') if plain.len() == 8 => from_day_of_year(&plain).or_else(|| three(&plain, '-')).or_else(|| two(&plain, '-')),
        Some(mark @ ('/' | '-' | '.' | ' ')) => three(&plain, mark).or_else(|| two(&plain, mark)),
        Some(_) => None,
    }
}

#[derive(Clone, Copy)]
struct Number {
    value: u32,
    digits: usize,
}

fn numbers<const N: usize>(text: &str, mark: char) -> Option<[Number; N]> {
    let read = |part: &str| {
        let is_number = !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse().ok().map(|value| Number { value, digits: part.len() })).flatten()
    };
    let numbers: Option<Vec<Number>> = text.split(mark).map(read).collect();
    numbers?.try_into().ok()
}

fn day(year: u32, month: u32, day: u32) -> Option<CivilDay> {
    CivilDay::new(year.into(), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn three(text: &str, mark: char) -> Option<String> {
    let [a, b, c] = numbers(text, mark)?;
    let written = |year: Number, month: Number, day: Number| format!("{:04}-{:02}-{:02}", year.value, month.value, day.value);
    if a.digits == 4 && b.digits <= 2 && c.digits <= 2 {
        return Some(written(a, b, c));
    }
    if a.digits > 2 || b.digits > 2 || c.digits != 4 {
        return None;
    }
    // Points are written where the day comes first; elsewhere a number above 12 tells.
    let is_month_first = mark != '.' && b.value > 12 && a.value <= 12;
    Some(if is_month_first { written(c, a, b) } else { written(c, b, a) })
}

fn two(text: &str, mark: char) -> Option<String> {
    let [a, b] = numbers(text, mark)?;
    match (a.digits, b.digits) {
        (4, 1..=2) => Some(format!("{:04}-{:02}", a.value, b.value)),
        (1..=2, 4) => Some(format!("{:04}-{:02}", b.value, a.value)),
        // Two years with a dash between them are a span.
        (4, 4) if a.value < b.value => Some(format!("{:04}/{:04}", a.value, b.value)),
        (4, 4) => None,
        _ => None,
    }
}

fn without_marks(text: &str) -> Option<String> {
    match text.len() {
        8 => Some(format!("{}-{}-{}", text.get(..4)?, text.get(4..6)?, text.get(6..)?)),
        6 => Some(format!("{}-{}", text.get(..4)?, text.get(4..)?)),
        _ => None,
    }
}

fn from_week(text: &str) -> Option<String> {
    let (year, week) = text.split_once(['-'])?;
    let (week, weekday) = match week.get(1..)?.split_once('-') {
        Some((week, weekday)) => (week, Some(weekday.parse::<u8>().ok()?)),
        None => (week.get(1..)?, None),
    };
    let (year, week) = (year.parse().ok()?, week.parse().ok()?);
    let on = |weekday: Weekday| NaiveDate::from_isoywd_opt(year, week, weekday).map(CivilDay::from);
    match weekday {
        Some(number) => Some(on(Weekday::try_from(number.checked_sub(1)?).ok()?)?.to_string()),
        None => Some(format!("{}/{}", on(Weekday::Mon)?, on(Weekday::Sun)?)),
    }
}

fn from_day_of_year(text: &str) -> Option<String> {
    let (year, day) = text.split_once('-').filter(|(year, day)| year.len() == 4 && day.len() == 3)?;
    NaiveDate::from_yo_opt(year.parse().ok()?, day.parse().ok()?).map(|date| CivilDay::from(date).to_string())
}
