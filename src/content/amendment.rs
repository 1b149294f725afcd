//! An amendment: a file in which nothing changed but the running text, and that in no way that another page could notice.
//!
//! In: what a file said before and says now. Out: an [`Amendment`], or none. Never: one for a file with findings.

use super::document::Document;
use super::files::ContentFile;
use super::markdown::{Body, Piece};

/// The new text of a file whose front matter, mentions, citations, links, images and headings are what they were.
#[derive(Debug, Clone)]
pub struct Amendment {
    pub file: ContentFile,
    pub body: Body,
    /// Where the body begins in the file, in bytes.
    pub body_start: usize,
}

impl Amendment {
    /// The line of the file on which the body begins, from 1.
    pub fn first_line(&self) -> usize {
        self.file.text[..self.body_start].lines().count() + 1
    }

    /// Compares what a file said with what it says; none where more than its words changed.
    pub(super) fn between(before: (&ContentFile, &Document), now: (&ContentFile, &Document)) -> Option<Self> {
        let (old, new) = (&before.1.body, &now.1.body);
        let is_same = before.0.text[..before.1.body_start] == now.0.text[..now.1.body_start]
            && old.headings.iter().map(|heading| &heading.id).eq(new.headings.iter().map(|heading| &heading.id))
            && references(old).eq(references(new));
        is_same.then(|| Self { file: now.0.clone(), body: new.clone(), body_start: now.1.body_start })
    }
}

/// What a piece asks of the rest of the site.
#[derive(PartialEq)]
enum Reference<'a> {
    Record { name: &'a str, fragment: Option<&'a str> },
    Source(&'a str),
    Address(&'a str),
    Image(&'a str),
}

fn references(body: &Body) -> impl Iterator<Item = Reference<'_>> {
    body.pieces.iter().filter_map(|piece| match piece {
        Piece::Html(_) => None,
        Piece::Mention { target, fragment, .. } => Some(Reference::Record { name: target, fragment: fragment.as_deref() }),
        Piece::Citation { source, .. } => Some(Reference::Source(source)),
        Piece::LinkOpen { href, .. } => Some(Reference::Address(href)),
        Piece::Image { src, .. } => Some(Reference::Image(src)),
    })
}
