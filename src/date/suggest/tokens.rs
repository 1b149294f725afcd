//! The words of a date in plain English.
//!
//! In: "about 8 Oct. 2019, 5 pm". Out: tokens, or none when a word is no word of dates.
//! Never: a meaning; `phrase.rs` puts the tokens together.

use super::respell::with_plain_characters;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    /// `8th`.
    Ordinal(u32),
    Month(u32),
    /// A season by its EDTF code, 21 to 24, or a quarter, 33 to 36.
    Season(u32),
    /// The first three digits of `2010s`.
    Decade(u32),
    Century,
    BeforeCommonEra,
    CommonEra,
    /// Hour and minute.
    Clock(u32, u32),
    Afternoon,
    Morning,
    Utc,
    Approximate,
    Uncertain,
    Before,
    After,
    To,
    Or,
    And,
    Between,
}

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Splits a text into tokens; weekdays and small words that carry no date are dropped.
pub(super) fn read(text: &str) -> Option<Vec<Token>> {
    let lower = with_plain_characters(text).to_lowercase().replace("a.m.", "am").replace("p.m.", "pm");
    let lower = without_thousands_commas(&lower);
    let mut spaced = String::with_capacity(lower.len() * 2);
    for c in lower.chars() {
        match c {
            ',' | '.' | '(' | ')' => spaced.push(' '),
            '-' => spaced.push_str(" - "),
            '~' => spaced.push_str(" about "),
            '?' => spaced.push_str(" possibly "),
            c => spaced.push(c),
        }
    }
    let mut tokens = Vec::new();
    for word in spaced.split_whitespace() {
        match token(word)? {
            Some(token) => tokens.push(token),
            None => continue,
        }
    }
    Some(tokens)
}

/// "17,000" is one number, "8, 2019" two.
fn without_thousands_commas(text: &str) -> String {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_thousands = |at: usize| at > 0 && is_digit(at - 1) && (1..=3).all(|ahead| is_digit(at + ahead)) && !is_digit(at + 4);
    text.char_indices().filter(|(at, c)| *c != ',' || !is_thousands(*at)).map(|(_, c)| c).collect()
}

/// The token of one word; the inner none is a word without weight, the outer a word that is not understood.
fn token(word: &str) -> Option<Option<Token>> {
    let known = match word {
        "the" | "of" | "in" | "on" | "year" | "at" | "from" | "some" | "time" | "date" | "day" | "oclock" => return Some(None),
        "c" | "ca" | "circa" | "about" | "around" | "approximately" | "approx" | "roughly" | "early" | "mid" | "late" => Token::Approximate,
        "possibly" | "maybe" | "perhaps" | "probably" | "uncertain" => Token::Uncertain,
        "before" | "until" | "till" => Token::Before,
        "since" | "after" => Token::After,
        "to" | "-" | "through" => Token::To,
        "or" => Token::Or,
        "and" | "&" => Token::And,
        "between" => Token::Between,
        "bc" | "bce" => Token::BeforeCommonEra,
        "ad" | "ce" => Token::CommonEra,
        "am" => Token::Morning,
        "pm" => Token::Afternoon,
        "utc" | "gmt" => Token::Utc,
        "century" => Token::Century,
        "spring" => Token::Season(21),
        "summer" => Token::Season(22),
        "autumn" | "fall" => Token::Season(23),
        "winter" => Token::Season(24),
        "q1" => Token::Season(33),
        "q2" => Token::Season(34),
        "q3" => Token::Season(35),
        "q4" => Token::Season(36),
        _ if is_weekday(word) => return Some(None),
        _ => return month(word).or_else(|| numeric(word)).map(Some),
    };
    Some(Some(known))
}

fn is_weekday(word: &str) -> bool {
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .iter()
        .any(|name| word.len() >= 3 && name.starts_with(word))
}

fn month(word: &str) -> Option<Token> {
    let is_named = |name: &&str| word.len() >= 3 && name.starts_with(word);
    let number = (1..).zip(&MONTHS).find(|(_, name)| is_named(name)).map(|(number, _)| number);
    number.map(Token::Month)
}

fn numeric(word: &str) -> Option<Token> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.split_at_checked(digits).filter(|_| (1..=6).contains(&digits))?;
    let value: u32 = number.parse().ok()?;
    match rest {
        "" => Some(Token::Number(value, digits)),
        "st" | "nd" | "rd" | "th" => Some(Token::Ordinal(value)),
        "s" if digits == 4 && value.is_multiple_of(10) && !value.is_multiple_of(100) => Some(Token::Decade(value / 10)),
        "am" | "pm" if value <= 12 => Some(on_the_clock(value, 0, rest)),
        _ => {
            let (minute, half) = rest.strip_prefix(':')?.split_at_checked(2)?;
            let minute = minute.parse().ok()?;
            match half {
                "" => Some(Token::Clock(value, minute)),
                "am" | "pm" if value <= 12 => Some(on_the_clock(value, minute, half)),
                _ => None,
            }
        }
    }
}

/// The time of "12 am" (midnight), "12 pm" (noon), "5 pm".
pub(super) fn on_the_clock(hour: u32, minute: u32, half: &str) -> Token {
    Token::Clock(hour % 12 + if half == "pm" { 12 } else { 0 }, minute)
}
