//! What one Markdown body says, ready for a page.
//!
//! In: what the renderer found. Out: pieces, headings, findings, the number of words, an excerpt.
//! Never: holds anything that needs another file to be true.

use super::{Finding, Piece};

/// One Markdown body, read and made safe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// The HTML in order, with gaps for what the whole site must answer.
    pub pieces: Vec<Piece>,
    /// The headings in order, for a table of contents.
    pub headings: Vec<Heading>,
    /// The mistakes and doubts, in the order of the text.
    pub findings: Vec<Finding>,
    /// The number of words a reader sees; a Chinese or Japanese character counts as a word, code blocks do not count.
    pub word_count: usize,
    pub(super) lead: Vec<Lead>,
}

/// One heading of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The level on the page, 2 to 6, since 1 is the title of the page.
    pub level: u8,
    /// The heading as plain text; a mention without words of its own stands as its target.
    pub text: String,
    /// The id on the page, unique in this body.
    pub id: String,
}

/// A run of the first paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    Words(String),
    Mention(String),
}

impl Body {
    /// Returns the first paragraph as plain text of at most `max_chars` characters, cut between words with an ellipsis.
    ///
    /// `name` gives the name to print for a mention that has no words of its own.
    pub fn excerpt(&self, max_chars: usize, name: impl Fn(&str) -> String) -> String {
        let mut text = String::new();
        for run in &self.lead {
            match run {
                Lead::Words(words) => text.push_str(words),
                Lead::Mention(target) => text.push_str(&name(target)),
            }
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some((end, _)) = text.char_indices().nth(max_chars) else {
            return text;
        };
        if max_chars == 0 {
            return String::new();
        }
        // One character is given up for the ellipsis; a text without spaces, such as Chinese, is cut anywhere.
        let last = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
        let cut = match text[..end].rfind(' ') {
            Some(space) if space * 2 >= last => space,
            _ => last,
        };
        let kept = text[..cut].trim_end_matches([' ', ',', ';', ':', '，', '、', '；', '：']);
        format!("{kept}…")
    }
}
