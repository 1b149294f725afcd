//! A storyline: a named thread through events, with an explainer.

use chrono_tz::Tz;

use super::change::{self, CHANGES, Change};
use super::page::read_title;
use super::{Field, Shape, field, required};
use crate::config::{Tally, read_tallies};
use crate::yaml::{Located, Node, Reader};

const TALLY: &[Field] = &[
    required("field", Shape::Text, "the key whose numbers are added up"),
    field("label", Shape::Text, "what is counted, such as `organisations listed`"),
];

/// The keys of a storyline.
pub const FIELDS: &[Field] = &[
    required("title", Shape::Text, "the storyline's name"),
    field("summary", Shape::Text, "the story in one or two sentences"),
    field("status", Shape::Choice(&["ongoing", "concluded"]), "whether more is to come; default `ongoing`"),
    field("events", Shape::Texts, "the events in your own order, where membership is not enough"),
    CHANGES,
    field("tally", Shape::Items(TALLY), "fields whose numbers are added up along the storyline"),
    field("aliases", Shape::Texts, "old addresses, kept alive"),
];

/// What a storyline's front matter says.
#[derive(Debug, Clone)]
pub struct StorylineFields {
    pub title: Located<String>,
    pub summary: Option<String>,
    pub is_concluded: bool,
    pub events: Vec<Located<String>>,
    pub changes: Vec<Change>,
    pub tallies: Vec<Tally>,
    pub aliases: Vec<Located<String>>,
}

/// Reads the front matter of a storyline.
pub fn read(node: &Node, reader: &mut Reader, zone: Tz) -> StorylineFields {
    StorylineFields {
        title: read_title(node, reader, "title", "a storyline needs a name: `title: Trade talks`"),
        summary: reader.plain_at(node, "summary"),
        is_concluded: reader.choice_at(node, "status", &[("ongoing", false), ("concluded", true)]).is_some_and(|c| c.value),
        events: reader.texts_at(node, "events"),
        changes: change::read(node, reader, zone),
        tallies: read_tallies(node, reader),
        aliases: reader.texts_at(node, "aliases"),
    }
}
