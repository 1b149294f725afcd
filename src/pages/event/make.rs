//! Makes the view of an event's page, and what other pages share of it.

use std::collections::BTreeMap;

use super::{CorrectionNote, EventPage, EventStoryline, FieldNote, HistoryNote, ParticipationNote, TaxonomyNote};
use crate::content::kinds::event::Status;
use crate::date::EventDate;
use crate::graph::{Direction, EventId, RecordId, StorylineId};
use crate::pages::frame::Frame;
use crate::pages::names::status_label;
use crate::pages::parts::NamedLink;
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;
use crate::pages::text::Links;

impl SitePlan<'_> {
    /// The view of an event's page.
    pub(in crate::pages) fn event_page(&self, id: EventId) -> (Frame, EventPage) {
        let event = self.graph.event(id);
        let route = Route::record("events", &event.id);
        let links = Links::relative(&route);
        let (previous, next) = self.graph.neighbours(id);
        let page = EventPage {
            id: event.id.to_string(),
            title: event.title.clone(),
            date: self.event_date_value(id),
            known: event.known.as_ref().map(|date| self.date_label(date)),
            strip: self.strip_around(id, self.is_mirrored(event.lang.as_deref())),
            summary: event.summary.clone(),
            status: status_label(event.status),
            importance: event.importance,
            is_key: event.is_key(),
            is_era: event.is_era,
            storylines: event.storylines.iter().map(|&storyline| self.event_storyline(storyline, id)).collect(),
            participations: self.participation_notes(id),
            places: event.places.iter().map(|&place| self.place_link(place)).collect(),
            tags: event.tags.iter().map(|&tag| self.tag_link(tag)).collect(),
            taxonomies: self.taxonomy_notes(id),
            antecedents: self.chain_notes(id, Direction::Back),
            consequences: self.chain_notes(id, Direction::Forward),
            relations: self.relation_notes(id),
            chain_href: self.chain_href(id),
            connections: self.connections(id),
            body: self.blocks(&event.text, &links.clone().with_glossary()),
            word_count: event.text.word_count,
            claims: event.claims.iter().enumerate().map(|(at, claim)| self.claim_note(id, at, claim, None)).collect(),
            dialogue: self.dialogue(id),
            disputes: self.disputes(id),
            countdown: (event.status == Status::Planned).then(|| self.watch_note(id)),
            next_plan: self.next_plan(id),
            glossary: self.glossary(&event.text),
            embed_code: self.embed_code(id),
            contribute_href: self
                .config
                .contribute
                .as_ref()
                .map(|to| to.address(&self.graph.files.get(event.file).path, event.id.as_str())),
            media: self.medium_notes(event, &links),
            sources: self.event_sources(id),
            is_single_source: event.sources.len() == 1,
            history: event
                .history
                .iter()
                .map(|entry| HistoryNote {
                    known: self.date_label(&entry.known),
                    status: entry.status.map(status_label),
                    note: entry.note.clone(),
                    href: self.known_day_href(&entry.known),
                })
                .collect(),
            corrections: event
                .corrections()
                .map(|correction| CorrectionNote { date: self.date_label(&correction.date), note: correction.note.clone() })
                .collect(),
            authors: if event.authors.is_empty() { self.config.authors.clone() } else { event.authors.clone() },
            changes: self.change_notes(&event.changes),
            published: event.published.as_ref().map(|date| self.date_label(date)).or_else(|| self.first_released(RecordId::Event(id))),
            updated: self.updated(id).map(|date| self.date_label(date)),
            previous: previous.map(|id| self.card(id)),
            next: next.map(|id| self.card(id)),
            extra: event.extra.clone(),
            fields: self.field_notes(&event.extra),
        };
        let description = event.summary.clone().unwrap_or_else(|| event.text.excerpt.clone());
        let mut frame = self.frame(&route, event.title.clone(), description);
        frame.breadcrumbs = event.storylines.first().map(|&storyline| self.storyline_link(storyline)).into_iter().collect();
        frame.breadcrumbs.extend(self.month_link(&event.date));
        self.set_language(&mut frame, event.lang.as_deref());
        (frame, page)
    }

    /// When the page of an event last changed in substance, as far as its author said so; minor changes do not count.
    pub(in crate::pages) fn updated(&self, id: EventId) -> Option<&EventDate> {
        let event = self.graph.event(id);
        let changed = event.changes.iter().filter(|change| change.is_major()).map(|change| &change.date);
        event.updated.iter().chain(changed).max_by_key(|date| date.order_key())
    }

    fn event_storyline(&self, storyline: StorylineId, id: EventId) -> EventStoryline {
        let NamedLink { name: title, href } = self.storyline_link(storyline);
        let (previous, next) = self.graph.neighbours_in(storyline, id);
        let events = &self.graph.storyline(storyline).events;
        let position = events.binary_search(&id).ok().or_else(|| events.iter().position(|event| *event == id));
        EventStoryline {
            title,
            href,
            position: position.map_or(0, |at| at + 1),
            count: events.len(),
            previous: previous.map(|id| self.card(id)),
            next: next.map(|id| self.card(id)),
        }
    }

    fn participation_notes(&self, id: EventId) -> Vec<ParticipationNote> {
        let participations = self.graph.event(id).participations.iter();
        participations
            .map(|participation| {
                let NamedLink { name, href } = self.actor_link(participation.actor);
                let kind = self.graph.actor(participation.actor).kind.map(|kind| kind.word().to_owned());
                ParticipationNote { name, href, kind, role: participation.role.clone() }
            })
            .collect()
    }

    fn taxonomy_notes(&self, id: EventId) -> Vec<TaxonomyNote> {
        let terms = self.graph.event(id).terms.iter().enumerate().filter(|(_, terms)| !terms.is_empty());
        terms
            .map(|(taxonomy, terms)| TaxonomyNote {
                label: self.graph.taxonomies[taxonomy].label.clone(),
                terms: terms.iter().map(|&term| self.term_link(taxonomy, term)).collect(),
            })
            .collect()
    }

    /// Declared fields that are no taxonomies, in the order of the settings.
    pub(in crate::pages) fn field_notes(&self, extra: &BTreeMap<String, serde_json::Value>) -> Vec<FieldNote> {
        let declared = self.config.fields.iter().filter(|field| !field.is_taxonomy);
        declared
            .filter_map(|field| {
                let value = match extra.get(&field.key)? {
                    serde_json::Value::String(text) => text.clone(),
                    serde_json::Value::Null => return None,
                    other => other.to_string(),
                };
                Some(FieldNote { key: field.key.clone(), label: field.label.clone(), value })
            })
            .collect()
    }
}
