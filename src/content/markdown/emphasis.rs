//! Finds asterisks that an author meant as bold type and CommonMark leaves as typed.
//!
//! In: the source and where a literal asterisk stands. Out: the asterisks, if they fell into this trap.
//! Never: changes the text.
// CommonMark's flanking rule lets `**` close after punctuation only before a space or punctuation;
// Chinese and Japanese put no space there (`中文**加粗。**文字`).

use std::ops::Range;

use super::words::is_written_without_spaces;

/// Returns the literal `**` at `start` if punctuation touches it on one side and a letter on the other, as in Chinese or Japanese.
pub(super) fn find_literal(text: &str, start: usize) -> Option<Range<usize>> {
    let before = text.get(..start)?.chars().next_back()?;
    // Only the first asterisk of a row looks ahead, so that a long row is read once.
    if matches!(before, '*' | '\\') {
        return None;
    }
    let stars = text[start..].bytes().take_while(|byte| *byte == b'*').count();
    let end = start + stars;
    let after = text[end..].chars().next()?;
    if stars < 2 {
        return None;
    }
    let is_closing = is_punctuation(before) && after.is_alphanumeric();
    let is_opening = is_punctuation(after) && before.is_alphanumeric();
    ((is_closing || is_opening) && is_east_asian(before, after)).then_some(start..end)
}

/// Quotation marks and dashes are shared with other scripts, so one of the two neighbours must be East Asian.
fn is_east_asian(before: char, after: char) -> bool {
    [before, after].into_iter().any(|c| is_written_without_spaces(c) || is_wide_punctuation(c))
}

fn is_punctuation(c: char) -> bool {
    is_wide_punctuation(c) || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}') || c.is_ascii_punctuation() && c != '*'
}

fn is_wide_punctuation(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
}
