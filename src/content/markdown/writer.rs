//! Gathers the pieces of a body.
//!
//! In: runs of HTML and other pieces. Out: the pieces, neighbouring HTML joined.
//! Never: escapes; its callers do.

use std::sync::Arc;

use super::{Piece, escape};

/// What a mention, citation or link may add to the page beyond its own words, in bytes.
const TAG_BYTES: usize = 64;

/// A growing list of pieces.
#[derive(Default)]
pub(super) struct Writer {
    pieces: Vec<Piece>,
    html: String,
    bytes: usize,
}

impl Writer {
    /// Appends finished HTML.
    pub(super) fn html(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Appends text as the content of an element.
    pub(super) fn text(&mut self, text: &str) {
        escape::push_text(&mut self.html, text);
    }

    /// Appends ` name="value"`.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        for part in [" ", name, "=\""] {
            self.html.push_str(part);
        }
        escape::push_attribute(&mut self.html, value);
        self.html.push('"');
    }

    /// Appends a piece that is no HTML.
    pub(super) fn piece(&mut self, piece: Piece) {
        self.end_html();
        self.bytes += TAG_BYTES
            + match &piece {
                Piece::Html(html) => html.len(),
                Piece::Mention { target, label, .. } => target.len() + label.as_ref().map_or(0, String::len),
                Piece::Citation { source, locator, .. } => source.len() + locator.as_ref().map_or(0, String::len),
                Piece::LinkOpen { href, title, .. } => href.len() + title.as_ref().map_or(0, String::len),
                Piece::Image { src, alt, .. } => src.len() + alt.len(),
            };
        self.pieces.push(piece);
    }

    /// Appends the pieces of another writer.
    pub(super) fn append(&mut self, other: Writer) {
        for piece in other.finish() {
            match piece {
                Piece::Html(html) => self.html(&html),
                piece => self.piece(piece),
            }
        }
    }

    /// Takes a closing tag back, if the pieces end in it.
    pub(super) fn take_back(&mut self, tag: &str) -> bool {
        let is_there = self.html.ends_with(tag);
        if is_there {
            self.html.truncate(self.html.len() - tag.len());
        }
        is_there
    }

    /// Returns about how many bytes of HTML the pieces will make.
    pub(super) fn bytes(&self) -> usize {
        self.bytes + self.html.len()
    }

    /// Returns the pieces.
    pub(super) fn finish(mut self) -> Vec<Piece> {
        self.end_html();
        self.pieces
    }

    fn end_html(&mut self) {
        if !self.html.is_empty() {
            self.bytes += self.html.len();
            // Copied to its own length: the texts of a whole story stay in memory.
            self.pieces.push(Piece::Html(Arc::from(self.html.as_str())));
            self.html.clear();
        }
    }
}
