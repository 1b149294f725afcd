//! Places in a YAML text. The tree holds numbers of values only; this room finds their bytes when a message needs them.

use std::ops::Range;

use saphyr_parser::{Event, Parser};

use super::YamlFault;
use crate::diagnostic::Location;

/// Where something stands in its file, kept small: it is looked up only when it must be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Spot {
    /// The file as a whole.
    #[default]
    File,
    /// The value with this number in the YAML text.
    Node(u32),
    /// These bytes of the file.
    Bytes { start: u32, end: u32 },
}

impl Spot {
    /// These bytes of a text that begins at a byte of the file.
    pub fn in_text(start: usize, bytes: &Range<usize>) -> Self {
        Self::Bytes { start: (start + bytes.start) as u32, end: (start + bytes.end) as u32 }
    }

    /// The bytes of a numbered value.
    pub(super) fn bytes(self, spans: &[Range<usize>]) -> Range<usize> {
        match self {
            Self::Node(number) => spans.get(number as usize).cloned().unwrap_or(0..0),
            Self::Bytes { start, end } => start as usize..end as usize,
            Self::File => 0..0,
        }
    }
}

/// A text with its path and the bytes of it that are YAML: all that is needed to find a spot.
#[derive(Debug, Clone)]
pub struct Written<'a> {
    pub path: &'a str,
    pub text: &'a str,
    pub yaml: Range<usize>,
}

impl Written<'_> {
    /// Finds the line and column of a spot.
    pub fn locate(&self, spot: Spot) -> Location {
        let bytes = match spot {
            Spot::File => return Location::find(self.path, self.text, self.yaml.start..self.yaml.start),
            Spot::Bytes { start, end } => start as usize..end as usize,
            Spot::Node(_) => {
                let found = spot.bytes(&spans(&self.text[self.yaml.clone()]));
                found.start + self.yaml.start..found.end + self.yaml.start
            }
        };
        Location::find(self.path, self.text, bytes)
    }
}

/// Lists the bytes of every value of a YAML text in the order in which the tree numbers them.
pub(super) fn spans(text: &str) -> Vec<Range<usize>> {
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |character: usize| offsets.get(character).copied().unwrap_or(text.len());
    Parser::new_from_str(text)
        .map_while(Result::ok)
        .filter(|(event, _)| matches!(event, Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..)))
        .map(|(_, span)| byte(span.start.index())..byte(span.end.index()))
        .collect()
}

/// Finds the first anchor, alias or tag of a YAML text.
pub(super) fn find_machinery(text: &str) -> Option<YamlFault> {
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
        let (anchor, has_tag) = match &event {
            Event::Alias(_) => (1, false),
            Event::Scalar(_, _, anchor, tag) => (*anchor, tag.is_some()),
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => (*anchor, tag.is_some()),
            _ => continue,
        };
        let what = match (anchor, has_tag) {
            (0, false) => continue,
            (0, true) => "a tag (a word after `!`)",
            _ => "an anchor or alias (a word after `&` or `*`)",
        };
        let start = offsets.get(span.start.index()).copied().unwrap_or(text.len());
        // The event begins at the value, after its anchor or tag: step back to the mark on the same line.
        let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let mark = text[line..start].find(['&', '*', '!']).map_or(start, |at| line + at);
        return Some(YamlFault::Machinery { what, bytes: mark..text.len().min(mark + 1) });
    }
    None
}
