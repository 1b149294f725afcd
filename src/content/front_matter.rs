//! Splits a file into its `---` block and its body, and keeps where each begins.

use std::ops::Range;

/// Where the two parts of a file stand, in bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Split {
    pub(super) yaml: Range<usize>,
    pub(super) body: Range<usize>,
}

/// Why a file has no front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoFrontMatter {
    /// The file does not begin with `---`.
    Missing,
    /// There is no second `---`.
    Unclosed,
}

/// Finds the front matter: the lines between a first `---` (blank lines may stand before it) and the next `---` or `...`.
pub(super) fn split(text: &str) -> Result<Split, NoFrontMatter> {
    let mut lines = lines(text).skip_while(|line| text[line.clone()].trim().is_empty());
    match lines.next() {
        Some(first) if text[first.clone()].trim_end() == "---" => {
            let start = first.end;
            for line in lines {
                if matches!(text[line.clone()].trim_end(), "---" | "...") {
                    return Ok(Split { yaml: start..line.start, body: line.end..text.len() });
                }
            }
            Err(NoFrontMatter::Unclosed)
        }
        _ => Err(NoFrontMatter::Missing),
    }
}

/// The byte ranges of the lines, each with its end of line.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..at
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_line_ends_and_leading_blank_lines_are_fine() {
        let text = "\r\n\n---\r\ntitle: x\r\n---\r\n\r\nBody";
        let split = split(text).unwrap();
        assert_eq!(&text[split.yaml], "title: x\r\n");
        assert_eq!(&text[split.body], "\r\nBody");
    }

    #[test]
    fn a_missing_or_open_block_is_told_apart() {
        assert_eq!(split("Hello\n---\n"), Err(NoFrontMatter::Missing));
        assert_eq!(split("---\ntitle: x\n"), Err(NoFrontMatter::Unclosed));
    }
}
