//! Puts a new text in the place of an old one, where nothing else in the graph can differ.

use super::EventGraph;
use super::id::RecordId;
use super::resolve::EXCERPT;
use super::text::{Text, TextPiece};
use crate::content::markdown::{Body, Piece};
use crate::content::{Amendment, FileId};
use crate::yaml::Spot;

impl EventGraph {
    /// Amends the text of the record whose file this is, and names the record; none where the file has no record in the graph.
    pub fn amend(&mut self, amendment: Amendment) -> Option<RecordId> {
        let Amendment { file, body, body_start } = amendment;
        let at = self.files.files.binary_search_by(|other| other.path.cmp(&file.path)).ok()?;
        self.files.files[at] = file;
        let record = self.record_in(FileId(at as u32))?;
        let excerpt = body.excerpt(EXCERPT, |target| self.name_of(target));
        let text = self.text_mut(record);
        *text = amended(std::mem::take(text), body, body_start, excerpt);
        Some(record)
    }

    fn record_in(&self, file: FileId) -> Option<RecordId> {
        self.record_ids().find(|&record| self.file_of(record) == Some(file))
    }

    /// The name to print for a mention in a preview of a text.
    fn name_of(&self, target: &str) -> String {
        let actors = self.actors.iter().map(|actor| (&actor.id, &actor.name));
        let places = self.places.iter().map(|place| (&place.id, &place.name));
        let storylines = self.storylines.iter().map(|storyline| (&storyline.id, &storyline.title));
        let found = actors.chain(places).chain(storylines).find(|(id, _)| id.as_str() == target);
        found.map_or(target, |(_, name)| name).to_owned()
    }

    fn text_mut(&mut self, record: RecordId) -> &mut Text {
        match record {
            RecordId::Event(id) => &mut self.events[id.index()].text,
            RecordId::Actor(id) => &mut self.actors[id.index()].text,
            RecordId::Place(id) => &mut self.places[id.index()].text,
            RecordId::Storyline(id) => &mut self.storylines[id.index()].text,
            RecordId::Source(id) => &mut self.sources[id.index()].text,
            RecordId::Page(id) => &mut self.pages[id.index()].text,
        }
    }
}

/// The new text: what the old one found for its mentions, citations, links and images holds for those of the new one, in their order.
fn amended(old: Text, body: Body, body_start: usize, excerpt: String) -> Text {
    let mut found = old.pieces.into_iter().filter(|piece| !matches!(piece, TextPiece::Html(_)));
    let amend = |piece: Piece| match piece {
        Piece::Html(html) => Some(TextPiece::Html(html)),
        written => found.next().map(|found| found.rewritten(written, body_start)),
    };
    Text {
        pieces: body.pieces.into_iter().filter_map(amend).collect(),
        headings: body.headings,
        word_count: body.word_count,
        excerpt,
        cited: old.cited,
    }
}

impl TextPiece {
    /// What was found for a piece, in the words in which it is written now.
    fn rewritten(self, written: Piece, body_start: usize) -> Self {
        match (self, written) {
            (Self::Mention { record, written, fragment, .. }, Piece::Mention { label, is_alone, span, .. }) => {
                Self::Mention { record, words: label, written, fragment, is_alone, at: Spot::in_text(body_start, &span) }
            }
            (Self::Citation { source, number, .. }, Piece::Citation { locator, .. }) => Self::Citation { source, number, locator },
            (Self::LinkOpen { href, .. }, Piece::LinkOpen { title, span, .. }) => {
                Self::LinkOpen { href, title, at: Spot::in_text(body_start, &span) }
            }
            (Self::Image { path, .. }, Piece::Image { alt, title, .. }) => Self::Image { path, alt, title },
            (found, _) => found,
        }
    }
}
