//! From documents to the event graph, in time linear in what was written.
//!
//! In four steps: register every record and its names; resolve what front matter names, events in the order of the timeline;
//! resolve the running texts, when every name is known; connect both ends. Then the rules look at the whole.

mod connect;
mod event;
mod names_used;
mod order;
mod record;
mod register;
mod source;
mod text;

pub(super) use text::EXCERPT;

use std::collections::{HashMap, HashSet};

use super::link::Link;
use super::names::Names;
use super::records::{Source, WithdrawnRecord};
use super::roster::Roster;
use super::{EventGraph, rules};
use crate::config::Config;
use crate::content::{Document, FileId, Files, Slug};
use crate::diagnostic::{Diagnostic, Report};
use crate::yaml::Spot;

/// Resolves every document into the graph and checks it.
pub fn resolve(files: Files, mut documents: Vec<Document>, config: &Config, drafts: Drafts, report: &mut Report) -> EventGraph {
    let mut resolver = Resolver::new(&files, config, report);
    if drafts == Drafts::LeftOut {
        resolver.drafts = documents.extract_if(.., |document| document.is_draft).map(|draft| draft.id.value.to_string()).collect();
    }
    resolver.withdrawn = withdrawn_of(&mut documents);
    let today = config.today.clone().or_else(|| order::newest_date(&documents));
    let registered = resolver.register(documents);
    let (events, event_bodies) = resolver.resolve_events(registered.events);
    let records = resolver.resolve_records(registered.others);
    let parts = resolver.resolve_texts(events, event_bodies, records);
    let withdrawn = std::mem::take(&mut resolver.withdrawn);
    let graph = resolver.connect(parts, today).with_files(files, withdrawn);
    rules::check(&graph, report);
    graph
}

/// Takes out the records that were taken back: nothing of them is shown but that they are gone.
fn withdrawn_of(documents: &mut Vec<Document>) -> Vec<WithdrawnRecord> {
    let gone = documents.extract_if(.., |document| document.withdrawn.is_some());
    gone.filter_map(|document| {
        let kind = document.record.kind();
        let aliases = document.record.old_addresses().iter().map(|alias| alias.value.clone()).collect();
        Some(WithdrawnRecord { kind, id: document.id.value, file: document.file, aliases, withdrawn: document.withdrawn? })
    })
    .collect()
}

/// Whether drafts are part of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    Included,
    LeftOut,
}

impl Drafts {
    /// Reads the answer of a command line.
    pub fn included(yes: bool) -> Self {
        if yes { Self::Included } else { Self::LeftOut }
    }
}

/// What is known while names are being resolved.
struct Resolver<'a> {
    files: &'a Files,
    config: &'a Config,
    report: &'a mut Report,
    /// Ids and titles of the events, by their place in the timeline.
    event_names: Names,
    page_names: Names,
    actors: Roster,
    places: Roster,
    storylines: Roster,
    tags: Roster,
    /// The site's own taxonomies, in the order of the settings.
    taxonomies: Vec<TaxonomyRoster>,
    source_names: Names,
    sources: Vec<Source>,
    source_by_url: HashMap<String, usize>,
    links: Vec<Link>,
    /// The ids of the records that are left out.
    drafts: HashSet<String>,
    /// The records that were taken back.
    withdrawn: Vec<WithdrawnRecord>,
    /// How many unknown names may still get a «did you mean».
    suggestions_left: usize,
}

struct TaxonomyRoster {
    key: String,
    id: Slug,
    label: String,
    terms: Roster,
}

/// Looking through every name for each unknown one costs too much when nothing is known: so many get a suggestion.
const MAX_SUGGESTIONS: usize = 200;

impl<'a> Resolver<'a> {
    fn new(files: &'a Files, config: &'a Config, report: &'a mut Report) -> Self {
        let taxonomies = config.fields.iter().filter(|field| field.is_taxonomy);
        let taxonomies = taxonomies.filter_map(|field| {
            let id = Slug::from_name(&field.key)?;
            Some(TaxonomyRoster { key: field.key.clone(), id, label: field.label.clone(), terms: Roster::default() })
        });
        Self {
            files,
            config,
            taxonomies: taxonomies.collect(),
            report,
            event_names: Names::default(),
            page_names: Names::default(),
            actors: Roster::default(),
            places: Roster::default(),
            storylines: Roster::default(),
            tags: Roster::default(),
            source_names: Names::default(),
            sources: Vec::new(),
            source_by_url: HashMap::new(),
            links: Vec::new(),
            drafts: HashSet::new(),
            withdrawn: Vec::new(),
            suggestions_left: MAX_SUGGESTIONS,
        }
    }

    fn report(&mut self, file: FileId, spot: Spot, diagnostic: Diagnostic) {
        self.report.push(diagnostic.at(self.files.locate(file, spot)));
    }
}
