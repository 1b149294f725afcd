//! Facets: by what the events of a story can be narrowed down. Each is a page of its own; a script combines them.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::Shared;
use super::names::capitalised;
use super::parts::NamedLink;
use super::route::Route;
use super::site_plan::SitePlan;
use super::timeline::PAGE_SIZE;
use crate::graph::EventId;

/// One way to divide the events.
#[derive(Debug, Clone, Serialize)]
pub struct FacetGroup {
    /// `Actors`.
    pub label: String,
    /// Its name in addresses: `actor`.
    pub name: &'static str,
    /// Those with the most events first.
    pub facets: Vec<Facet>,
}

/// A part of the events.
#[derive(Debug, Clone, Serialize)]
pub struct Facet {
    /// Its name on cards: `actor:hikvision`.
    pub id: String,
    pub name: String,
    /// The page of these events.
    pub href: String,
    pub count: usize,
}

/// So many facets of a group are named.
const FACETS: usize = 12;

/// A facet of an event: the rank of its group, the id of the record, and its link.
type Mark = (usize, String, NamedLink);

/// The groups by rank: what readers see, and what addresses and cards say.
const GROUPS: [(&str, &str); 5] =
    [("Storylines", "storyline"), ("Actors", "actor"), ("Places", "place"), ("Tags", "tag"), ("Status", "status")];

impl SitePlan<'_> {
    /// Makes the facets, and keeps them for every page that shows them.
    pub(super) fn keep_facets(&mut self) {
        let groups = self.make_facets();
        self.facet_ids = groups.iter().flat_map(|group| &group.facets).map(|facet| facet.id.clone()).collect();
        self.facets = groups.iter().map(Shared::new).collect();
    }

    /// The facets of all events, where these fit on one page; a group with less than two divides nothing.
    fn make_facets(&self) -> Vec<FacetGroup> {
        if self.graph.events.len() > PAGE_SIZE {
            return Vec::new();
        }
        let mut counts: BTreeMap<(usize, String), (NamedLink, usize)> = BTreeMap::new();
        for (rank, id, link) in self.graph.event_ids().flat_map(|id| self.marks(id)) {
            counts.entry((rank, id)).or_insert((link, 0)).1 += 1;
        }
        let mut groups: Vec<FacetGroup> =
            GROUPS.iter().map(|&(label, name)| FacetGroup { label: label.to_owned(), name, facets: Vec::new() }).collect();
        for ((rank, id), (NamedLink { name, href }, count)) in counts {
            groups[rank].facets.push(Facet { id: facet_id(rank, &id), name, href, count });
        }
        for group in &mut groups {
            group.facets.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.id.cmp(&b.id)));
            group.facets.truncate(FACETS);
        }
        groups.retain(|group| group.facets.len() > 1);
        groups
    }

    /// The facets that a card carries: those of its event that pages name.
    pub(super) fn facets_of(&self, id: EventId) -> String {
        if self.facet_ids.is_empty() {
            return String::new();
        }
        let ids = self.marks(id).into_iter().map(|(rank, id, _)| facet_id(rank, &id)).filter(|id| self.facet_ids.contains(id));
        ids.collect::<Vec<_>>().join(" ")
    }

    /// All facets of an event, each once.
    fn marks(&self, id: EventId) -> Vec<Mark> {
        let (graph, event) = (self.graph, self.graph.event(id));
        let mut marks: Vec<Mark> = Vec::new();
        marks.extend(event.storylines.iter().map(|&at| (0, graph.storyline(at).id.to_string(), self.storyline_link(at))));
        marks.extend(event.participations.iter().map(|at| (1, graph.actor(at.actor).id.to_string(), self.actor_link(at.actor))));
        marks.extend(event.places.iter().map(|&at| (2, graph.place(at).id.to_string(), self.place_link(at))));
        marks.extend(event.tags.iter().map(|&at| (3, graph.tags[at.index()].id.to_string(), self.tag_link(at))));
        let status = NamedLink { name: capitalised(event.status.word()), href: Route::status(event.status).href() };
        marks.push((4, event.status.word().to_owned(), status));
        let mut told = HashSet::new();
        marks.retain(|(rank, id, _)| told.insert((*rank, id.clone())));
        marks
    }
}

fn facet_id(rank: usize, id: &str) -> String {
    format!("{}:{id}", GROUPS[rank].1)
}
