//! What a record's page says now, as a text that can be kept: the words that `dateline release` records.

use std::collections::BTreeMap;

use super::route::Route;
use super::site_plan::SitePlan;
use crate::content::kinds::change::Change;
use crate::content::kinds::source::SourceFields;
use crate::content::markdown::Piece;
use crate::content::{Kind, Slug, parse_body};
use crate::date::EventDate;
use crate::graph::{Event, EventId, MediumOrigin, RecordId, SourceId, Text, TextPiece};
use crate::ledger::{
    Kept, Meanings, RecordKey, Released, ReleasedChange, ReleasedClaim, ReleasedLink, ReleasedMedium, ReleasedPart, ReleasedSource,
};

impl SitePlan<'_> {
    /// The name of a record for ever; a source written out in an event has none.
    pub(super) fn record_key(&self, record: RecordId) -> Option<RecordKey> {
        let graph = self.graph;
        let (kind, id): (Kind, &Slug) = match record {
            RecordId::Event(id) => (Kind::Event, &graph.event(id).id),
            RecordId::Actor(id) => (Kind::Actor, &graph.actor(id).id),
            RecordId::Place(id) => (Kind::Place, &graph.place(id).id),
            RecordId::Storyline(id) => (Kind::Storyline, &graph.storyline(id).id),
            RecordId::Source(id) => (Kind::Source, graph.source(id).id.as_ref()?),
            RecordId::Page(id) => (Kind::Page, &graph.pages[id.index()].id),
        };
        Some(RecordKey::new(kind, id))
    }

    /// The words of a record as they stand, without what the names in them mean: enough to see whether they changed.
    pub(super) fn own_words(&self, record: RecordId) -> Option<Kept> {
        let file = self.graph.files.get(self.graph.file_of(record)?);
        let (released, _) = Names { plan: self, meanings: Meanings::default() }.release(record);
        Some(Kept::new(&released, &Meanings::default(), file.body()))
    }

    /// The text of a record as it stands; none where it has no file.
    pub(super) fn kept_text(&self, record: RecordId) -> Option<Kept> {
        let file = self.graph.files.get(self.graph.file_of(record)?);
        let mut names = Names { plan: self, meanings: Meanings::default() };
        let (released, text) = names.release(record);
        names.read_body(file.body(), text);
        Some(Kept::new(&released, &names.meanings, file.body()))
    }
}

/// Gathers what the names in a text mean.
struct Names<'p> {
    plan: &'p SitePlan<'p>,
    meanings: Meanings,
}

impl<'p> Names<'p> {
    fn release(&mut self, record: RecordId) -> (Released, &'p Text) {
        let graph = self.plan.graph;
        match record {
            RecordId::Event(id) => (self.event(id), &graph.event(id).text),
            RecordId::Actor(id) => {
                let actor = graph.actor(id);
                let facts = [
                    ("kind", actor.kind.map(|kind| kind.word().to_owned())),
                    ("from", actor.began.as_ref().map(edtf)),
                    ("until", actor.ended.as_ref().map(edtf)),
                    ("website", actor.url.clone()),
                    ("Wikidata", actor.wikidata.clone()),
                ];
                let also = actor.aliases.iter().chain(actor.names.values()).cloned().collect();
                let own = Released { also, facts: known(facts), ..record_of(&actor.name, &actor.summary, &actor.lang) };
                (self.with_cited(own, &actor.text), &actor.text)
            }
            RecordId::Place(id) => {
                let place = graph.place(id);
                let facts = [
                    ("coordinates", place.coordinates.map(|(north, east)| format!("{north}, {east}"))),
                    ("Wikidata", place.wikidata.clone()),
                ];
                let also = place.aliases.iter().chain(place.names.values()).cloned().collect();
                let own = Released { also, facts: known(facts), ..record_of(&place.name, &place.summary, &place.lang) };
                (self.with_cited(own, &place.text), &place.text)
            }
            RecordId::Storyline(id) => {
                let storyline = graph.storyline(id);
                let chosen: &[EventId] = if storyline.is_curated { &storyline.events } else { &[] };
                let own = Released {
                    status: Some(if storyline.is_concluded { "concluded" } else { "ongoing" }.to_owned()),
                    events: chosen.iter().filter_map(|&event| self.name(RecordId::Event(event))).collect(),
                    changes: changes(&storyline.changes),
                    ..record_of(&storyline.title, &storyline.summary, &storyline.lang)
                };
                (self.with_cited(own, &storyline.text), &storyline.text)
            }
            RecordId::Source(id) => {
                let source = graph.source(id);
                let facts = source_details(&source.fields);
                let own = Released { sources: vec![facts], ..record_of(&source.fields.title, &source.fields.summary, &source.fields.lang) };
                (own, &source.text)
            }
            RecordId::Page(id) => {
                let page = &graph.pages[id.index()];
                let own = record_of(&page.title, &page.summary, &page.lang);
                (self.with_cited(own, &page.text), &page.text)
            }
        }
    }

    fn event(&mut self, id: EventId) -> Released {
        let plan = self.plan;
        let event = plan.graph.event(id);
        let has_time = event.date.time().is_some() || event.date.end_time().is_some();
        Released {
            date: Some(edtf(&event.date)),
            timezone: has_time.then(|| plan.config.timezone.name().to_owned()),
            date_text: event.date_text.clone(),
            known: event.known.as_ref().map(edtf),
            status: Some(event.status.word().to_owned()),
            facts: plan.field_notes(&event.extra).into_iter().map(|field| (field.label, field.value)).collect(),
            actors: self.parts(event),
            places: event.places.iter().filter_map(|&place| self.name(RecordId::Place(place))).collect(),
            tags: event.tags.iter().map(|tag| plan.graph.tags[tag.index()].name.clone()).collect(),
            links: event.links.iter().filter_map(|&link| self.link(plan.graph.link(link))).collect(),
            claims: self.claims(event),
            media: event.media.iter().map(medium).collect(),
            sources: event.sources.iter().map(|used| self.source(used.source)).collect(),
            changes: changes(&event.changes),
            authors: if event.authors.is_empty() { plan.config.authors.clone() } else { event.authors.clone() },
            ..record_of(&event.title, &event.summary, &event.lang)
        }
    }

    fn parts(&mut self, event: &Event) -> Vec<ReleasedPart> {
        let part = |it: &crate::graph::Participation| Some((self.name(RecordId::Actor(it.actor))?, it.role.clone()));
        event.participations.iter().filter_map(part).map(|(actor, role)| ReleasedPart { actor, role }).collect()
    }

    fn link(&mut self, link: &crate::graph::Link) -> Option<ReleasedLink> {
        let words = self.plan.graph.link_kinds.get(link.kind).forward.clone();
        Some(ReleasedLink { words, event: self.name(RecordId::Event(link.to))?, note: link.note.clone() })
    }

    fn claims(&mut self, event: &Event) -> Vec<ReleasedClaim> {
        let mut claims = Vec::new();
        for claim in &event.claims {
            claims.push(ReleasedClaim {
                by: claim.speaker.and_then(|actor| self.name(RecordId::Actor(actor))),
                quote: claim.quote.clone(),
                says: claim.says.clone(),
                status: claim.status.word().to_owned(),
                source: claim.source.and_then(|source| event.source_number(source)),
                reply_to: claim.reply_to.and_then(|actor| self.name(RecordId::Actor(actor))),
            });
        }
        claims
    }

    fn with_cited(&mut self, own: Released, text: &Text) -> Released {
        Released { sources: text.cited.iter().map(|&source| self.source(source)).collect(), ..own }
    }

    /// A source by the name of its record, or in full where it has none.
    fn source(&mut self, id: SourceId) -> ReleasedSource {
        let details = source_details(&self.plan.graph.source(id).fields);
        match self.plan.record_key(RecordId::Source(id)) {
            Some(key) => {
                self.meanings.sources.insert(key.to_string(), details);
                ReleasedSource { record: Some(key.to_string()), ..ReleasedSource::default() }
            }
            None => details,
        }
    }

    /// Names a record, and remembers what it is called.
    fn name(&mut self, record: RecordId) -> Option<String> {
        let key = self.plan.record_key(record)?.to_string();
        if let Some(link) = self.plan.record_link(record) {
            self.meanings.names.insert(key.clone(), link.name);
        }
        Some(key)
    }

    /// Remembers what the mentions and citations of a body mean: its pieces stand in the order of those of the resolved text.
    fn read_body(&mut self, body: &str, text: &Text) {
        for (written, resolved) in parse_body(body).pieces.into_iter().zip(&text.pieces) {
            match (written, resolved) {
                (Piece::Mention { target, .. }, TextPiece::Mention { record: Some(record), .. }) => {
                    if let Some(key) = self.name(*record) {
                        self.meanings.mentions.insert(target, key);
                    }
                }
                (Piece::Citation { source, .. }, TextPiece::Citation { number, .. }) => {
                    self.meanings.citations.insert(source, *number);
                }
                _ => {}
            }
        }
    }
}

/// What records of every kind have.
fn record_of(title: &str, summary: &Option<String>, lang: &Option<String>) -> Released {
    Released { title: title.to_owned(), summary: summary.clone(), lang: lang.clone(), ..Released::default() }
}

fn known<const N: usize>(facts: [(&str, Option<String>); N]) -> BTreeMap<String, String> {
    facts.into_iter().filter_map(|(label, value)| Some((label.to_owned(), value?))).collect()
}

fn medium(medium: &crate::graph::Medium) -> ReleasedMedium {
    let file = match &medium.origin {
        MediumOrigin::Here(path) => Route::file(path.rsplit('/').next().unwrap_or_default()).path().to_owned(),
        MediumOrigin::Elsewhere(address) => address.clone(),
    };
    ReleasedMedium { file, alt: medium.alt.clone(), caption: medium.caption.clone(), credit: medium.credit.clone() }
}

fn changes(changes: &[Change]) -> Vec<ReleasedChange> {
    let note =
        |change: &Change| ReleasedChange { date: edtf(&change.date), kind: change.kind.word().to_owned(), note: change.note.clone() };
    changes.iter().map(note).collect()
}

fn source_details(fields: &SourceFields) -> ReleasedSource {
    ReleasedSource {
        record: None,
        title: fields.title.clone(),
        publisher: fields.publisher.clone(),
        author: fields.authors.clone(),
        url: fields.url.clone(),
        date: fields.date.as_ref().map(edtf),
        kind: fields.kind.map(|kind| kind.word().to_owned()),
        archive: fields.archive.clone(),
        accessed: fields.accessed.as_ref().map(edtf),
        lang: fields.lang.clone(),
    }
}

fn edtf(date: &EventDate) -> String {
    date.text().to_owned()
}
