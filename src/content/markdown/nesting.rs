//! Finds a line that opens or continues more quotations, lists and notes than a body may nest.
//!
//! In: the text of a body. Out: the range of the first line that is too deep.
//! Never: parses Markdown; it counts high, never low.
// The parser walks through all open blocks at each line, so that deep nesting costs it quadratic time.

use std::ops::Range;

use memchr::memchr2_iter;

/// Returns the first line whose blocks may be nested more than `max` deep.
pub(super) fn find_deep_line(text: &str, max: usize) -> Option<Range<usize>> {
    let mut start = 0;
    let ends = memchr2_iter(b'\n', b'\r', text.as_bytes()).map(|at| at + 1).chain([text.len()]);
    for end in ends {
        let line = &text[start..end];
        // A level takes at least one byte, and most lines are prose.
        if line.len() > max && count_levels(line.as_bytes()) > max {
            return Some(start..start + line.trim_end().len());
        }
        start = end;
    }
    None
}

/// Counts the levels a line may stand in: one for each marker, one for each two columns of indentation.
fn count_levels(line: &[u8]) -> usize {
    let (mut at, mut markers, mut columns) = (0, 0usize, 0usize);
    loop {
        match line.get(at) {
            Some(b' ') => (columns, at) = (columns + 1, at + 1),
            Some(b'\t') => (columns, at) = (columns + 4, at + 1),
            Some(_) => match measure_marker(&line[at..]) {
                0 => break,
                length => (markers, at) = (markers + 1, at + length),
            },
            None => break,
        }
    }
    if markers == 0 { 0 } else { markers + columns.saturating_sub(markers) / 2 }
}

/// Returns the length of the marker of a quotation, list item or footnote at the start of `rest`, or 0.
fn measure_marker(rest: &[u8]) -> usize {
    let is_end = |at: usize| rest.get(at).is_none_or(u8::is_ascii_whitespace);
    match rest[0] {
        b'>' => 1,
        b'-' | b'*' | b'+' if is_end(1) => 1,
        b'0'..=b'9' => {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if matches!(rest.get(digits), Some(b'.' | b')')) && is_end(digits + 1) { digits + 1 } else { 0 }
        }
        b'[' if rest.get(1) == Some(&b'^') => {
            let label = rest[2..].iter().take_while(|byte| !matches!(byte, b'[' | b']')).count();
            if rest[2 + label..].starts_with(b"]:") { label + 4 } else { 0 }
        }
        _ => 0,
    }
}
