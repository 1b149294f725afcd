//! A spot in a text file, with the line it stands in, so that a finding can be shown without the file.

use std::fmt;
use std::ops::Range;

/// A marked stretch of one line. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The path from the project folder, with `/` between its parts.
    pub path: String,
    pub line: usize,
    pub column: usize,
    /// The whole line, without its end.
    pub excerpt: String,
    /// The marked bytes of the excerpt.
    pub marked: (usize, usize),
}

impl Location {
    /// Finds the line and column of a byte range of `text`; a range over several lines is cut at the first line's end.
    pub fn find(path: &str, text: &str, bytes: Range<usize>) -> Self {
        let start = floor_boundary(text, bytes.start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let rest = &text[line_start..];
        let excerpt = rest[..rest.find('\n').unwrap_or(rest.len())].trim_end_matches('\r');
        let from = (start - line_start).min(excerpt.len());
        let to = floor_boundary(text, bytes.end).saturating_sub(line_start).clamp(from, excerpt.len());
        Self {
            path: path.to_owned(),
            line: text[..line_start].matches('\n').count() + 1,
            column: excerpt[..from].chars().count() + 1,
            excerpt: excerpt.to_owned(),
            marked: (from, floor_boundary(excerpt, to)),
        }
    }

    /// Names a whole file, where no line can be said.
    pub fn file(path: &str) -> Self {
        Self { path: path.to_owned(), line: 1, column: 1, excerpt: String::new(), marked: (0, 0) }
    }
}

/// What made a page or a file: a file of the project, or a part of the program.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The path from the project folder.
    File(String),
    /// «the built-in pages».
    Program(String),
}

impl Origin {
    /// The file as a place, where there is one.
    pub fn location(&self) -> Option<Location> {
        match self {
            Self::File(path) => Some(Location::file(path)),
            Self::Program(_) => None,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(words) | Self::Program(words) => f.write_str(words),
        }
    }
}

/// The nearest character boundary at or before `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let text = "title: x\nactors: [中文, Hikvison]\n";
        let start = text.find("Hikvison").unwrap();
        let at = Location::find("a.md", text, start..start + 8);
        assert_eq!((at.line, at.column), (2, 14));
        assert_eq!(&at.excerpt[at.marked.0..at.marked.1], "Hikvison");
    }

    #[test]
    fn a_range_past_the_end_or_inside_a_character_does_not_panic() {
        let at = Location::find("a.md", "中\r\n", 1..99);
        assert_eq!((at.line, at.column, at.excerpt.as_str()), (1, 1, "中"));
    }
}
