//! The names of months, seasons and years.
//!
//! In: numbers. Out: English words. Never: a date; sentences are made by its siblings.

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// The name of a month, 1 to 12; empty for any other number.
pub(super) fn month(number: u8, is_short: bool) -> &'static str {
    let name = usize::from(number).checked_sub(1).and_then(|index| MONTHS.get(index)).copied().unwrap_or_default();
    if is_short { name.get(..3).unwrap_or(name) } else { name }
}

/// The name of a part of the year by its code, 21 to 41 (ISO 8601-2:2019, 4.8), to stand before the year.
pub(super) fn season(code: u8, is_short: bool) -> &'static str {
    match code {
        21 => "spring",
        22 => "summer",
        23 => "autumn",
        24 => "winter",
        25 => "northern spring",
        26 => "northern summer",
        27 => "northern autumn",
        28 => "northern winter",
        29 => "southern spring",
        30 => "southern summer",
        31 => "southern autumn",
        32 => "southern winter",
        33..=36 if is_short => ["Q1", "Q2", "Q3", "Q4"][usize::from(code - 33)],
        33 => "the first quarter of",
        34 => "the second quarter of",
        35 => "the third quarter of",
        36 => "the last quarter of",
        37 if is_short => "Jan–Apr",
        38 if is_short => "May–Aug",
        39 if is_short => "Sep–Dec",
        37 => "the first four months of",
        38 => "the middle four months of",
        39 => "the last four months of",
        40 if is_short => "first half of",
        41 if is_short => "second half of",
        40 => "the first half of",
        _ => "the second half of",
    }
}

/// An astronomical year as readers count: 0 is "1 BC", -43 "44 BC", 79 "AD 79", 12000 "the year 12,000".
pub(super) fn year(year: i64) -> String {
    match year {
        ..=0 => format!("{} BC", with_commas(year.unsigned_abs().saturating_add(1))),
        1..=999 => format!("AD {year}"),
        1000..=9999 => year.to_string(),
        _ => format!("the year {}", with_commas(year.unsigned_abs())),
    }
}

/// "1st", "2nd", "23rd", "11th".
pub(super) fn ordinal(day: u8) -> String {
    let ending = match (day % 10, day % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

/// Writes a number with commas from ten thousand on.
pub(in crate::date) fn with_commas(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}
