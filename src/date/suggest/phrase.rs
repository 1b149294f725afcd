//! Dates in plain English.
//!
//! In: "8 Oct 2019", "c. 2019", "8 to 10 October 2019", "44 BC". Out: their EDTF.
//! Never: a date without a year; a year of two digits is not known.

use super::tokens::{self, Token};

/// Reads a phrase into EDTF, as far as its words are understood.
pub(super) fn read(text: &str) -> Option<String> {
    let bare: String = text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let is_blank = text.chars().all(|c| matches!(c, '?' | '-' | '–' | '—' | '.' | '/' | ' '));
    if is_blank || ["unknown", "notknown", "undated", "nodate", "nd", "tba", "tbd", "dateunknown", "datenotknown"].contains(&bare.as_str())
    {
        return Some("XXXX".to_owned());
    }
    let tokens = tokens::read(text)?;
    match tokens.as_slice() {
        [Token::Before, rest @ ..] => Some(format!("../{}", Fields::of(rest)?.written()?)),
        [Token::After, rest @ ..] => Some(format!("{}/..", Fields::of(rest)?.written()?)),
        [Token::Between, rest @ ..] => pair(rest, Token::And, |from, until| format!("[{from}..{until}]")),
        tokens if tokens.contains(&Token::To) => pair(tokens, Token::To, |from, until| format!("{from}/{until}")),
        tokens if tokens.contains(&Token::Or) => pair(tokens, Token::Or, |one, other| format!("[{one},{other}]")),
        tokens if tokens.contains(&Token::And) => pair(tokens, Token::And, |one, other| format!("{{{one},{other}}}")),
        tokens => Fields::of(tokens)?.written(),
    }
}

/// Two dates around a word; the first may leave to the second what both share: "8 to 10 October 2019".
fn pair(tokens: &[Token], word: Token, written: impl Fn(&str, &str) -> String) -> Option<String> {
    let at = tokens.iter().position(|token| *token == word)?;
    let (first, second) = (Fields::of(tokens.get(..at)?)?, Fields::of(tokens.get(at + 1..)?)?);
    Some(written(&first.completed_by(&second).written()?, &second.written()?))
}

/// What the tokens of one date say.
#[derive(Debug, Default)]
struct Fields {
    /// Astronomical.
    year: Option<i64>,
    /// A decade (`201X`) or century (`18XX`) in EDTF.
    masked_year: Option<String>,
    month: Option<u32>,
    season: Option<u32>,
    day: Option<u32>,
    clock: Option<(u32, u32)>,
    is_utc: bool,
    is_approximate: bool,
    is_uncertain: bool,
}

impl Fields {
    fn of(tokens: &[Token]) -> Option<Fields> {
        let mut fields = Fields::default();
        let is_before_common_era = tokens.contains(&Token::BeforeCommonEra);
        let has_era = is_before_common_era || tokens.contains(&Token::CommonEra);
        let last_number = tokens.iter().rposition(|token| matches!(token, Token::Number(..)));
        for (index, token) in tokens.iter().enumerate() {
            let is_fresh = match *token {
                Token::Number(hour, _) if matches!(tokens.get(index + 1), Some(Token::Morning | Token::Afternoon)) => {
                    let half = if tokens.get(index + 1) == Some(&Token::Afternoon) { "pm" } else { "am" };
                    let Token::Clock(hour, minute) = tokens::on_the_clock(hour, 0, half) else { return None };
                    fields.clock.replace((hour, minute)).is_none()
                }
                Token::Number(value, digits) if digits >= 4 || (has_era && Some(index) == last_number) => {
                    let year = if is_before_common_era { 1 - i64::from(value) } else { i64::from(value) };
                    fields.year.replace(year).is_none()
                }
                Token::Number(value, _) => fields.day.replace(value).is_none(),
                Token::Ordinal(value) if tokens.contains(&Token::Century) => {
                    let century = format!("{:02}XX", value.checked_sub(1)?);
                    fields.masked_year.replace(century).is_none()
                }
                Token::Ordinal(value) => fields.day.replace(value).is_none(),
                Token::Decade(digits) => fields.masked_year.replace(format!("{digits:03}X")).is_none(),
                Token::Month(month) => fields.month.replace(month).is_none(),
                Token::Season(code) => fields.season.replace(code).is_none(),
                Token::Clock(hour, minute) => fields.clock.replace((hour, minute)).is_none(),
                Token::Utc => !std::mem::replace(&mut fields.is_utc, true),
                Token::Approximate => {
                    fields.is_approximate = true;
                    true
                }
                Token::Uncertain => {
                    fields.is_uncertain = true;
                    true
                }
                Token::Century | Token::BeforeCommonEra | Token::CommonEra | Token::Morning | Token::Afternoon => true,
                Token::Before | Token::After | Token::To | Token::Or | Token::And | Token::Between => false,
            };
            if !is_fresh {
                return None;
            }
        }
        Some(fields)
    }

    fn completed_by(self, other: &Fields) -> Fields {
        let needs_month = self.day.is_some() && self.month.is_none();
        Fields {
            year: self.year.or(if self.masked_year.is_none() { other.year } else { None }),
            month: if needs_month { other.month } else { self.month },
            ..self
        }
    }

    fn written(&self) -> Option<String> {
        let year = match (&self.masked_year, self.year) {
            (Some(masked), None) => masked.clone(),
            (None, Some(year)) if year.abs() > 9999 => format!("Y{year}"),
            (None, Some(year)) if year < 0 => format!("-{:04}", -year),
            (None, Some(year)) => format!("{year:04}"),
            _ => return None,
        };
        let date = match (self.month, self.season, self.day) {
            (None, None, None) => year,
            (Some(month), None, None) => format!("{year}-{month:02}"),
            (Some(month), None, Some(day)) => format!("{year}-{month:02}-{day:02}"),
            (None, Some(season), None) => format!("{year}-{season}"),
            _ => return None,
        };
        let doubt = match (self.is_approximate, self.is_uncertain) {
            (false, false) => "",
            (true, false) => "~",
            (false, true) => "?",
            (true, true) => "%",
        };
        match self.clock {
            Some(_) if self.day.is_none() || !doubt.is_empty() => None,
            Some((hour, minute)) => Some(format!("{date}T{hour:02}:{minute:02}{}", if self.is_utc { "Z" } else { "" })),
            None => Some(format!("{date}{doubt}")),
        }
    }
}
