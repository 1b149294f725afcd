//! Registers every record under its id and names, before anything refers to it.

use super::{Resolver, order};
use crate::content::kinds::event::EventFields;
use crate::content::{Document, FileId, Kind, Record};
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::records::Source;
use crate::graph::roster::Roster;
use crate::graph::text::Text;
use crate::yaml::{Located, Spot};

/// The documents by what becomes of them, ids that are taken left out.
pub(super) struct Registered {
    /// In the order of the timeline.
    pub(super) events: Vec<(Document, Box<EventFields>)>,
    /// Every other record.
    pub(super) others: Vec<Document>,
}

impl Resolver<'_> {
    /// Registers every document.
    pub(super) fn register(&mut self, documents: Vec<Document>) -> Registered {
        let mut registered = Registered { events: Vec::new(), others: Vec::new() };
        let mut event_files = Vec::new();
        let mut page_files = Vec::new();
        for mut document in documents {
            match &mut document.record {
                Record::Event(_) => {
                    let Record::Event(fields) = std::mem::replace(&mut document.record, Record::Source(Default::default())) else {
                        continue;
                    };
                    registered.events.push((document, fields));
                    continue;
                }
                Record::Page(fields) => {
                    let title = fields.title.value.clone();
                    let index = page_files.len();
                    if !self.page_names.add_id(document.id.value.as_str(), index) {
                        let first = self.page_names.find_id(document.id.value.as_str()).map(|index| page_files[index]);
                        self.report_taken(Kind::Page, &document, first);
                        continue;
                    }
                    self.page_names.add_name(&title, index);
                    page_files.push(document.file);
                }
                Record::Source(fields) => {
                    let (title, url) = (fields.title.clone(), fields.url.clone());
                    let index = self.sources.len();
                    if !self.source_names.add_id(document.id.value.as_str(), index) {
                        let first = self.source_names.find_id(document.id.value.as_str()).and_then(|index| self.sources[index].file);
                        self.report_taken(Kind::Source, &document, first);
                        continue;
                    }
                    self.source_names.add_name(&title, index);
                    if let Some(url) = url {
                        self.source_by_url.entry(url).or_insert(index);
                    }
                    self.sources.push(Source {
                        id: Some(document.id.value.clone()),
                        file: Some(document.file),
                        fields: std::mem::take(fields),
                        text: Text::default(),
                        events: Vec::new(),
                    });
                }
                Record::Actor(fields) => {
                    let names = named(&fields.name, &fields.aliases, &fields.names);
                    if !self.register_named(Kind::Actor, &document, registered.others.len(), names) {
                        continue;
                    }
                }
                Record::Place(fields) => {
                    let names = named(&fields.name, &fields.aliases, &fields.names);
                    if !self.register_named(Kind::Place, &document, registered.others.len(), names) {
                        continue;
                    }
                }
                Record::Storyline(fields) => {
                    let names = vec![fields.title.clone()];
                    if !self.register_named(Kind::Storyline, &document, registered.others.len(), names) {
                        continue;
                    }
                }
            }
            registered.others.push(document);
        }
        registered.events.sort_by_cached_key(|(document, fields)| (order::timeline_key(fields, document), document.file));
        registered.events.retain(|(document, fields)| {
            let index = event_files.len();
            if !self.event_names.add_id(document.id.value.as_str(), index) {
                let first = self.event_names.find_id(document.id.value.as_str()).map(|index| event_files[index]);
                self.report_taken(Kind::Event, document, first);
                return false;
            }
            self.event_names.add_name(&fields.title.value, index);
            // Texts that were written before a rename still mean this event.
            for alias in &fields.aliases {
                if let Some(old_id) = alias.value.trim_matches('/').strip_prefix("events/") {
                    self.event_names.add_name(old_id, index);
                }
            }
            event_files.push(document.file);
            true
        });
        registered
    }

    fn register_named(&mut self, kind: Kind, document: &Document, index: usize, names: Vec<Located<String>>) -> bool {
        let name = names.first().map_or("", |name| name.value.as_str());
        let roster = self.roster(kind);
        let Some(entry) = roster.add(&document.id.value, name, index) else {
            let first = roster.names.find_id(document.id.value.as_str());
            let first = first.and_then(|at| roster.entries[at].first_use).map(|(file, _)| file);
            self.report_taken(kind, document, first);
            return false;
        };
        // Remembered as the first use, so that a second record with the same id or name can point here.
        self.roster(kind).entries[entry].first_use = Some((document.file, document.id.at));
        for name in names.iter().filter(|name| !name.value.is_empty()) {
            if let Some(other) = self.roster(kind).names.add_name(&name.value, entry) {
                self.report_shared_name(kind, document, name, other);
            }
        }
        true
    }

    pub(super) fn roster(&mut self, kind: Kind) -> &mut Roster {
        match kind {
            Kind::Actor => &mut self.actors,
            Kind::Place => &mut self.places,
            _ => &mut self.storylines,
        }
    }

    fn report_shared_name(&mut self, kind: Kind, document: &Document, name: &Located<String>, other: usize) {
        let entry = &self.roster(kind).entries[other];
        let (other_id, other_use) = (entry.id.clone(), entry.first_use);
        let message = format!("two {}s are called `{}`", kind.word(), name.value);
        let mut diagnostic = Diagnostic::new(Code::DuplicateAlias, message).help(format!(
            "an event that names `{}` will get `{other_id}`; take the name away from one, or write ids in events",
            name.value
        ));
        if let Some((file, spot)) = other_use {
            diagnostic = diagnostic.note_at(format!("`{other_id}` has the name too"), self.files.locate(file, spot));
        }
        self.report(document.file, name.at, diagnostic);
    }

    fn report_taken(&mut self, kind: Kind, document: &Document, first: Option<FileId>) {
        let id = &document.id.value;
        let message = format!("two {}s have the id `{id}`", kind.word());
        let mut diagnostic = Diagnostic::new(Code::DuplicateId, message)
            .label("the second one")
            .help("an id is an address: rename one file, or give one of them another `id:`");
        if let Some(file) = first {
            diagnostic = diagnostic.note_at("the first one", self.files.locate(file, Spot::File));
        }
        self.report(document.file, document.id.at, diagnostic);
    }
}

fn named(
    name: &Option<Located<String>>,
    aliases: &[Located<String>],
    names: &std::collections::BTreeMap<String, String>,
) -> Vec<Located<String>> {
    let own = name.iter().cloned();
    let foreign = names.values().map(|name| Located { value: name.clone(), at: Spot::File });
    own.chain(aliases.iter().cloned()).chain(foreign).collect()
}
