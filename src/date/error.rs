//! What is wrong with a date, in words for the person who wrote it.
//!
//! In: what the readers of dates and times found. Out: [`DateError`]. Never: a printed line; the report does that.

use std::fmt;

/// Why a text is no date, with the nearest valid spelling if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// A plain sentence without a full stop.
    pub message: String,
    /// A spelling that would be read, when one is likely meant.
    pub suggestion: Option<String>,
    /// Where in the text the trouble begins, in bytes.
    pub offset: usize,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.suggestion {
            Some(spelling) => write!(f, "{} (write it as `{spelling}`)", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for DateError {}

/// What a reader hands up: a finished explanation, or only the place where the text stops being EDTF.
#[derive(Debug)]
pub(super) enum Fault {
    Explained(DateError),
    NotEdtf { offset: usize },
}

/// Quotes what the author wrote for a message: one line, at most forty characters.
pub(super) fn quote(text: &str) -> String {
    let mut quoted: String = text.chars().take(40).map(|c| if c.is_control() || c == '`' { ' ' } else { c }).collect();
    if text.chars().nth(40).is_some() {
        quoted.push('…');
    }
    format!("`{quoted}`")
}
