//! A kept text: a Markdown file that holds what a page said, whole in itself.
//!
//! ```text
//! ---
//! title: "28 Chinese organisations listed"          the record's own words
//! meanings:                                         what the names in them meant on the day of the release
//!   names:
//!     actors/hikvision: "Hikvision"
//! ---
//! The body, as the author wrote it.
//! ```

use super::yaml_text;
use super::{Meanings, Released};
use crate::yaml;

const OPEN: &str = "---\n";
const MEANINGS: &str = "meanings:\n";
const CLOSE: &str = "---\n";

/// The text of one version, in its three parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The record's own facts as YAML.
    own: String,
    /// What the names meant, as YAML.
    meanings: String,
    pub body: String,
}

impl Kept {
    /// Puts a text together.
    pub fn new(released: &Released, meanings: &Meanings, body: &str) -> Self {
        let print = |value: serde_json::Value| yaml_text::print(&value);
        Self {
            own: serde_json::to_value(released).map(print).unwrap_or_default(),
            meanings: serde_json::to_value(meanings).map(print).unwrap_or_default(),
            body: body.to_owned(),
        }
    }

    /// Reads a text; none when it is no kept text.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(OPEN)?;
        let (own, rest) = rest.split_once(MEANINGS)?;
        let (indented, body) = match rest.strip_prefix(CLOSE) {
            Some(body) => ("", body),
            None => {
                let at = rest.find("\n---\n")?;
                (&rest[..=at], &rest[at + 1 + CLOSE.len()..])
            }
        };
        let meanings = indented.split_inclusive('\n').map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
        Some(Self { own: own.to_owned(), meanings, body: body.to_owned() })
    }

    /// Writes the text.
    pub fn print(&self) -> String {
        let indented: String = self.meanings.split_inclusive('\n').map(|line| format!("  {line}")).collect();
        format!("{OPEN}{}{MEANINGS}{indented}{CLOSE}{}", self.own, self.body)
    }

    /// The hash by which the lock knows the text.
    pub fn hash(&self) -> String {
        hash(&self.print())
    }

    /// Says whether the author's own words are the same, whatever became of the names in them.
    pub fn has_words_of(&self, other: &Self) -> bool {
        self.own == other.own && self.body == other.body
    }

    /// Says whether this was the title, without reading the whole.
    pub fn has_title(&self, title: &str) -> bool {
        self.own.strip_prefix("title: ").is_some_and(|rest| rest.starts_with(&format!("{}\n", serde_json::Value::from(title))))
    }

    /// The record's own words.
    pub fn released(&self) -> Released {
        read(&self.own)
    }

    /// What the names meant.
    pub fn meanings(&self) -> Meanings {
        read(&self.meanings)
    }
}

/// The hash of a kept text.
pub(super) fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// Reads YAML that was hashed and written by Dateline; a text of a later version may hold more, which is passed over.
fn read<T: serde::de::DeserializeOwned + Default>(yaml: &str) -> T {
    let (node, _) = yaml::parse(yaml);
    serde_json::from_value(node.to_json()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_it_was_written() {
        let released = Released {
            title: "meanings:\n---".to_owned(),
            date: Some("2019-10-07".to_owned()),
            tags: vec!["trade".to_owned()],
            ..Released::default()
        };
        let mut meanings = Meanings::default();
        for body in ["", "Text\n---\nmeanings:\n", "\n---\n"] {
            let kept = Kept::new(&released, &meanings, body);
            let read = Kept::parse(&kept.print()).unwrap();
            assert_eq!(read, kept);
            assert_eq!((read.released(), read.meanings(), read.body.as_str()), (released.clone(), meanings.clone(), body));
            meanings.names.insert("actors/x".to_owned(), "X".to_owned());
            meanings.citations.insert("source 1".to_owned(), 2);
        }
    }
}
