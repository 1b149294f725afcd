//! An actor: a person, an organisation or a state that takes part in events.

use std::collections::BTreeMap;

use chrono_tz::Tz;

use super::date::read_day;
use super::page::read_title;
use super::source::read_web_address;
use super::{Field, Shape, field, required};
use crate::date::EventDate;
use crate::yaml::{Located, Node, Reader};

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActorKind {
    Person,
    Organisation,
    Company,
    Government,
    State,
    Group,
}

impl ActorKind {
    /// Each kind with its word.
    pub const WORDS: &[(&str, ActorKind)] = &[
        ("person", Self::Person),
        ("organisation", Self::Organisation),
        ("company", Self::Company),
        ("government", Self::Government),
        ("state", Self::State),
        ("group", Self::Group),
    ];

    /// The word in front matter.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }
}

/// The keys of an actor.
pub const FIELDS: &[Field] = &[
    required("name", Shape::Text, "the actor's usual name"),
    field("kind", Shape::Choice(&["person", "organisation", "company", "government", "state", "group"]), "what the actor is"),
    field("aliases", Shape::Texts, "other names and spellings"),
    field("names", Shape::TextMap, "the name in other languages"),
    field("part-of", Shape::Text, "the actor that this one belongs to"),
    field("born", Shape::Date, "a person's birth"),
    field("died", Shape::Date, "a person's death"),
    field("founded", Shape::Date, "when a body began"),
    field("dissolved", Shape::Date, "when a body ended"),
    field("wikidata", Shape::Text, "the Wikidata item, such as `Q61`"),
    field("url", Shape::Url, "the actor's own website"),
    field("place", Shape::Text, "where the actor is seated"),
    field("summary", Shape::Text, "who or what it is, in one sentence"),
];

/// What an actor's front matter says.
#[derive(Debug, Clone, Default)]
pub struct ActorFields {
    pub name: Option<Located<String>>,
    pub kind: Option<ActorKind>,
    pub aliases: Vec<Located<String>>,
    pub names: BTreeMap<String, String>,
    pub part_of: Option<Located<String>>,
    /// Birth or founding.
    pub began: Option<EventDate>,
    /// Death or dissolution.
    pub ended: Option<EventDate>,
    pub wikidata: Option<String>,
    pub url: Option<String>,
    pub place: Option<Located<String>>,
    pub summary: Option<String>,
}

/// Reads the front matter of an actor.
pub fn read(node: &Node, reader: &mut Reader, zone: Tz) -> ActorFields {
    ActorFields {
        name: Some(read_title(node, reader, "name", "an actor needs a name: `name: Geng Shuang`")),
        kind: reader.choice_at(node, "kind", ActorKind::WORDS).map(|kind| kind.value),
        aliases: reader.texts_at(node, "aliases"),
        names: reader.text_map_at(node, "names"),
        part_of: reader.text_at(node, "part-of"),
        began: read_day(node, "born", reader, zone).or_else(|| read_day(node, "founded", reader, zone)),
        ended: read_day(node, "died", reader, zone).or_else(|| read_day(node, "dissolved", reader, zone)),
        wikidata: reader.plain_at(node, "wikidata"),
        url: read_web_address(node, "url", reader),
        place: reader.text_at(node, "place"),
        summary: reader.plain_at(node, "summary"),
    }
}
