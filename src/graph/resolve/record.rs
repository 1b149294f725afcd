//! Resolves what the records other than events name, and makes records of the names that have none.

use std::collections::BTreeMap;

use super::Resolver;
use super::text::WrittenText;
use crate::content::kinds::actor::ActorFields;
use crate::content::kinds::place::PlaceFields;
use crate::content::{Document, FileId, Kind, Record};
use crate::graph::id::{ActorId, EventId, PlaceId};
use crate::graph::records::{Actor, Page, Place, Storyline};
use crate::graph::text::Text;
use crate::yaml::Located;

/// The records other than events, each with its text still to be resolved.
#[derive(Default)]
pub(super) struct Records {
    pub(super) actors: Vec<(Actor, Option<WrittenText>)>,
    pub(super) places: Vec<(Place, Option<WrittenText>)>,
    pub(super) storylines: Vec<(Storyline, Option<WrittenText>)>,
    pub(super) pages: Vec<(Page, Option<WrittenText>)>,
    /// Texts of the source records, in the order of the sources.
    pub(super) source_texts: Vec<WrittenText>,
}

impl Resolver<'_> {
    /// Resolves every record that is no event. Names that a record uses may make further implicit ones: they come last.
    pub(super) fn resolve_records(&mut self, documents: Vec<Document>) -> Records {
        let mut records = Records::default();
        let mut rest: Vec<Option<Document>> = documents.into_iter().map(Some).collect();
        let mut at = 0;
        while let Some(entry) = self.storylines.entries.get(at) {
            let document = entry.document.and_then(|index| rest[index].take());
            records.storylines.push(self.resolve_storyline(at, document));
            at += 1;
        }
        at = 0;
        while let Some(entry) = self.actors.entries.get(at) {
            let document = entry.document.and_then(|index| rest[index].take());
            records.actors.push(self.resolve_actor(at, document));
            at += 1;
        }
        at = 0;
        while let Some(entry) = self.places.entries.get(at) {
            let document = entry.document.and_then(|index| rest[index].take());
            records.places.push(self.resolve_place(at, document));
            at += 1;
        }
        for document in rest.into_iter().flatten() {
            match document.record {
                Record::Source(_) => records.source_texts.push(WrittenText::of(document)),
                Record::Page(ref fields) => {
                    let page = Page {
                        id: document.id.value.clone(),
                        file: document.file,
                        title: fields.title.value.clone(),
                        summary: fields.summary.clone(),
                        aliases: fields.aliases.iter().map(|alias| (alias.value.clone(), alias.at)).collect(),
                        lang: document.lang.clone(),
                        text: Text::default(),
                    };
                    records.pages.push((page, Some(WrittenText::of(document))));
                }
                Record::Event(_) | Record::Actor(_) | Record::Place(_) | Record::Storyline(_) => {}
            }
        }
        self.remark_on_implicit();
        records
    }

    fn resolve_actor(&mut self, index: usize, document: Option<Document>) -> (Actor, Option<WrittenText>) {
        let (file, fields) = match document.as_ref().map(|document| (document.file, &document.record)) {
            Some((file, Record::Actor(fields))) => (Some(file), fields.clone()),
            _ => (None, ActorFields::default()),
        };
        let part_of = self.find_whole(Kind::Actor, fields.part_of.as_ref(), file, index);
        let place = fields.place.as_ref().zip(file).and_then(|(place, file)| self.find_or_add(Kind::Place, place, file));
        let entry = &self.actors.entries[index];
        let actor = Actor {
            id: entry.id.clone(),
            name: if entry.name.is_empty() { entry.id.to_string() } else { entry.name.clone() },
            file,
            kind: fields.kind,
            aliases: fields.aliases.into_iter().map(|alias| alias.value).collect(),
            names: fields.names,
            part_of: part_of.map(ActorId::new),
            parts: Vec::new(),
            began: fields.began,
            ended: fields.ended,
            wikidata: fields.wikidata,
            url: fields.url,
            place: place.map(PlaceId::new),
            summary: fields.summary,
            lang: document.as_ref().and_then(|document| document.lang.clone()),
            text: Text::default(),
            extra: document.as_ref().map_or(BTreeMap::new(), extra),
            participations: Vec::new(),
            claims: Vec::new(),
        };
        (actor, document.map(WrittenText::of))
    }

    fn resolve_place(&mut self, index: usize, document: Option<Document>) -> (Place, Option<WrittenText>) {
        let (file, fields) = match document.as_ref().map(|document| (document.file, &document.record)) {
            Some((file, Record::Place(fields))) => (Some(file), fields.clone()),
            _ => (None, PlaceFields::default()),
        };
        let part_of = self.find_whole(Kind::Place, fields.part_of.as_ref(), file, index);
        let entry = &self.places.entries[index];
        let place = Place {
            id: entry.id.clone(),
            name: if entry.name.is_empty() { entry.id.to_string() } else { entry.name.clone() },
            file,
            coordinates: fields.coordinates,
            part_of: part_of.map(PlaceId::new),
            parts: Vec::new(),
            aliases: fields.aliases.into_iter().map(|alias| alias.value).collect(),
            names: fields.names,
            summary: fields.summary,
            wikidata: fields.wikidata,
            lang: document.as_ref().and_then(|document| document.lang.clone()),
            text: Text::default(),
            first_use: entry.first_use,
            events: Vec::new(),
            actors: Vec::new(),
        };
        (place, document.map(WrittenText::of))
    }

    fn resolve_storyline(&mut self, index: usize, document: Option<Document>) -> (Storyline, Option<WrittenText>) {
        let mut storyline = Storyline {
            id: self.storylines.entries[index].id.clone(),
            title: self.storylines.entries[index].name.clone(),
            file: document.as_ref().map(|document| document.file),
            summary: None,
            is_concluded: false,
            events: Vec::new(),
            is_curated: false,
            tallies: Vec::new(),
            changes: Vec::new(),
            aliases: Vec::new(),
            lang: document.as_ref().and_then(|document| document.lang.clone()),
            text: Text::default(),
            extra: document.as_ref().map_or(BTreeMap::new(), extra),
        };
        if let Some(Document { file, record: Record::Storyline(fields), .. }) = &document {
            storyline.summary = fields.summary.clone();
            storyline.is_concluded = fields.is_concluded;
            storyline.changes = fields.changes.clone();
            storyline.tallies = fields.tallies.clone();
            storyline.is_curated = !fields.events.is_empty();
            storyline.events = fields.events.iter().filter_map(|event| self.find_event(event, *file)).map(EventId::new).collect();
            storyline.aliases = fields.aliases.iter().map(|alias| (alias.value.clone(), alias.at)).collect();
        }
        if storyline.title.is_empty() {
            storyline.title = storyline.id.to_string();
        }
        (storyline, document.map(WrittenText::of))
    }

    /// Finds what an actor or a place is part of; a record that is part of itself is none.
    fn find_whole(&mut self, kind: Kind, whole: Option<&Located<String>>, file: Option<FileId>, own: usize) -> Option<usize> {
        let found = self.find_or_add(kind, whole?, file?)?;
        (found != own).then_some(found)
    }
}

fn extra(document: &Document) -> BTreeMap<String, serde_json::Value> {
    document.extra.iter().map(|(key, extra)| (key.clone(), extra.value.clone())).collect()
}
