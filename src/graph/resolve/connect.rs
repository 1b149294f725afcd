//! Connects both ends: what an event names learns of the event.

use super::Resolver;
use super::event::EventBody;
use super::record::Records;
use crate::config::{LinkKinds, Tally};
use crate::content::Files;
use crate::date::EventDate;
use crate::graph::EventGraph;
use crate::graph::event::Event;
use crate::graph::id::{ActorId, EventId, LinkId, PlaceId, StorylineId};
use crate::graph::link::Link;
use crate::graph::records::{Actor, Page, Place, Source, Storyline, Taxonomy, Term, WithdrawnRecord};
use crate::graph::roster::Roster;

/// Every record with its text, each still knowing only what it names itself.
pub(super) struct Parts {
    events: Vec<Event>,
    actors: Vec<Actor>,
    places: Vec<Place>,
    storylines: Vec<Storyline>,
    pages: Vec<Page>,
}

/// The graph but for the files, which the resolver still borrows.
pub(super) struct Connected {
    parts: Parts,
    sources: Vec<Source>,
    links: Vec<Link>,
    tags: Vec<Term>,
    taxonomies: Vec<Taxonomy>,
    link_kinds: LinkKinds,
    tallies: Vec<Tally>,
    today: Option<EventDate>,
}

impl Connected {
    /// Completes the graph.
    pub(super) fn with_files(self, files: Files, withdrawn: Vec<WithdrawnRecord>) -> EventGraph {
        let Self { parts, sources, links, tags, taxonomies, link_kinds, tallies, today } = self;
        let Parts { events, actors, places, storylines, pages } = parts;
        EventGraph {
            events,
            actors,
            places,
            sources,
            storylines,
            pages,
            links,
            tags,
            taxonomies,
            link_kinds,
            tallies,
            today,
            withdrawn,
            files,
        }
    }
}

impl Resolver<'_> {
    /// Resolves every text, now that every name is known.
    pub(super) fn resolve_texts(&mut self, mut events: Vec<Event>, bodies: Vec<EventBody>, records: Records) -> Parts {
        for (event, body) in events.iter_mut().zip(bodies) {
            self.resolve_event_text(event, body);
        }
        let Records { actors, places, storylines, pages, source_texts } = records;
        for (index, text) in source_texts.into_iter().enumerate() {
            self.sources[index].text = self.resolve_other_text(text);
        }
        macro_rules! with_text {
            ($records:expr) => {{
                let mut done = Vec::with_capacity($records.len());
                for (mut record, text) in $records {
                    if let Some(text) = text {
                        record.text = self.resolve_other_text(text);
                    }
                    done.push(record);
                }
                done
            }};
        }
        Parts {
            events,
            actors: with_text!(actors),
            places: with_text!(places),
            storylines: with_text!(storylines),
            pages: with_text!(pages),
        }
    }

    /// Tells every record which events name it.
    pub(super) fn connect(self, mut parts: Parts, today: Option<EventDate>) -> Connected {
        let Self { config, mut sources, links, tags, taxonomies, .. } = self;
        let mut tags = terms(tags);
        let mut taxonomies: Vec<Taxonomy> = taxonomies
            .into_iter()
            .map(|taxonomy| Taxonomy { id: taxonomy.id, label: taxonomy.label, terms: terms(taxonomy.terms) })
            .collect();
        for (index, link) in links.iter().enumerate() {
            parts.events[link.to.index()].backlinks.push(LinkId::new(index));
        }
        connect_storylines(&mut parts);
        for (index, event) in parts.events.iter().enumerate() {
            let id = EventId::new(index);
            for (place, participation) in event.participations.iter().enumerate() {
                parts.actors[participation.actor.index()].participations.push((id, place));
            }
            for (place, claim) in event.claims.iter().enumerate() {
                if let Some(speaker) = claim.speaker {
                    parts.actors[speaker.index()].claims.push((id, place));
                }
            }
            event.places.iter().for_each(|place| parts.places[place.index()].events.push(id));
            event.sources.iter().for_each(|used| sources[used.source.index()].events.push(id));
            event.tags.iter().for_each(|tag| tags[tag.index()].events.push(id));
            for (taxonomy, named) in taxonomies.iter_mut().zip(&event.terms) {
                named.iter().for_each(|term| taxonomy.terms[term.index()].events.push(id));
            }
        }
        for index in 0..parts.actors.len() {
            if let Some(whole) = parts.actors[index].part_of {
                parts.actors[whole.index()].parts.push(ActorId::new(index));
            }
            if let Some(seat) = parts.actors[index].place {
                parts.places[seat.index()].actors.push(ActorId::new(index));
            }
        }
        for index in 0..parts.places.len() {
            if let Some(whole) = parts.places[index].part_of {
                parts.places[whole.index()].parts.push(PlaceId::new(index));
            }
        }
        Connected { parts, sources, links, tags, taxonomies, link_kinds: config.link_kinds.clone(), tallies: config.tallies.clone(), today }
    }
}

/// A curated storyline has the events it lists, all others have their members in the order of the timeline.
fn connect_storylines(parts: &mut Parts) {
    for (index, storyline) in parts.storylines.iter().enumerate() {
        for event in &storyline.events {
            let threads = &mut parts.events[event.index()].storylines;
            if !threads.contains(&StorylineId::new(index)) {
                threads.push(StorylineId::new(index));
            }
        }
    }
    for (index, event) in parts.events.iter_mut().enumerate() {
        let id = EventId::new(index);
        let storylines = &mut parts.storylines;
        for thread in &event.storylines {
            let storyline = &mut storylines[thread.index()];
            if !storyline.is_curated {
                storyline.events.push(id);
            }
        }
    }
}

fn terms(roster: Roster) -> Vec<Term> {
    roster
        .entries
        .into_iter()
        .map(|entry| Term { id: entry.id, name: entry.name, first_use: entry.first_use, events: Vec::new() })
        .collect()
}
