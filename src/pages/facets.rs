//! Facets: by what the events of a story can be narrowed down. Each is a page of its own; a script combines them, on the cards of a
//! short story, and in a long one by the numbers of the events. `docs/decisions/0024-facets.md` says why.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::Shared;
use super::names::capitalised;
use super::parts::NamedLink;
use super::period::year_of;
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
    /// Those with the most events first; years in the order of time.
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

/// What `search/facets.json` holds: the events of each facet that pages name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetIndex {
    /// How many events there are in all.
    pub total: usize,
    /// By the facet's id: the number of its first event, then how far it is from each event to the next.
    pub facets: BTreeMap<String, Vec<usize>>,
}

/// So many facets of a group are named.
const FACETS: usize = 12;

/// A facet of an event: the rank of its group, the id of the record, and its link.
type Mark = (usize, String, NamedLink);

/// The groups by rank: what readers see, and what addresses and cards say.
const GROUPS: [(&str, &str); 7] = [
    ("Storylines", "storyline"),
    ("Actors", "actor"),
    ("Places", "place"),
    ("Tags", "tag"),
    ("Status", "status"),
    ("Source kinds", "source-kind"),
    ("Years", "year"),
];
/// The rank of the years.
const YEARS: usize = 6;

impl SitePlan<'_> {
    /// Makes the facets, and keeps them for every page that shows them. A group with less than two divides nothing.
    pub(super) fn keep_facets(&mut self) {
        let mut members: BTreeMap<(usize, String), (NamedLink, Vec<usize>)> = BTreeMap::new();
        for event in self.graph.event_ids() {
            for (rank, id, link) in self.marks(event) {
                members.entry((rank, id)).or_insert((link, Vec::new())).1.push(event.index());
            }
        }
        let mut groups: Vec<Vec<(Facet, Vec<usize>)>> = vec![Vec::new(); GROUPS.len()];
        for ((rank, id), (NamedLink { name, href }, events)) in members {
            groups[rank].push((Facet { id: facet_id(rank, &id), name, href, count: events.len() }, events));
        }
        for (rank, mut named) in groups.into_iter().enumerate() {
            named.sort_by(|(a, _), (b, _)| b.count.cmp(&a.count).then_with(|| a.id.cmp(&b.id)));
            named.truncate(FACETS);
            if named.len() < 2 {
                continue;
            }
            if rank == YEARS {
                named.sort_by(|(a, _), (b, _)| a.id.len().cmp(&b.id.len()).then_with(|| a.id.cmp(&b.id)));
            }
            let (facets, events): (Vec<Facet>, Vec<Vec<usize>>) = named.into_iter().unzip();
            self.facet_events.extend(facets.iter().map(|facet| facet.id.clone()).zip(events));
            let (label, name) = GROUPS[rank];
            self.facets.push(Shared::new(&FacetGroup { label: self.say(label), name, facets }));
        }
    }

    /// The facets that a card carries: those of its event that pages name. In a long story no page has all cards, and none carries any.
    pub(super) fn facets_of(&self, id: EventId) -> String {
        if self.graph.events.len() > PAGE_SIZE {
            return String::new();
        }
        let ids = self.marks(id).into_iter().map(|(rank, id, _)| facet_id(rank, &id)).filter(|id| self.facet_events.contains_key(id));
        ids.collect::<Vec<_>>().join(" ")
    }

    /// What leads to the index of facets; none where search, whose records it numbers, is turned off.
    pub(super) fn facet_index_href(&self) -> Option<String> {
        let route = Route::facet_index();
        self.has(&route).then(|| route.href())
    }

    /// The index of facets. Events are numbered as search numbers them, in the order of time.
    pub fn facet_index(&self) -> FacetIndex {
        let steps = |events: &Vec<usize>| {
            let before = std::iter::once(0).chain(events.iter().copied());
            events.iter().zip(before).map(|(event, before)| event - before).collect()
        };
        FacetIndex {
            total: self.graph.events.len(),
            facets: self.facet_events.iter().map(|(id, events)| (id.clone(), steps(events))).collect(),
        }
    }

    /// All facets of an event, each once.
    fn marks(&self, id: EventId) -> Vec<Mark> {
        let (graph, event) = (self.graph, self.graph.event(id));
        let mut marks: Vec<Mark> = Vec::new();
        marks.extend(event.storylines.iter().map(|&at| (0, graph.storyline(at).id.to_string(), self.storyline_link(at))));
        marks.extend(event.participations.iter().map(|at| (1, graph.actor(at.actor).id.to_string(), self.actor_link(at.actor))));
        marks.extend(event.places.iter().map(|&at| (2, graph.place(at).id.to_string(), self.place_link(at))));
        marks.extend(event.tags.iter().map(|&at| (3, graph.tags[at.index()].id.to_string(), self.tag_link(at))));
        let status = NamedLink { name: capitalised(&self.say(event.status.word())), href: Route::status(event.status).href() };
        marks.push((4, event.status.word().to_owned(), status));
        marks.extend(self.source_kinds_of(id).into_iter().map(|kind| (5, kind.word().to_owned(), self.source_kind_link(kind))));
        marks.extend(year_of(&event.date).map(|year| {
            let link = NamedLink { name: self.year_name(year), href: Route::period(year, None).href() };
            (YEARS, year.to_string(), link)
        }));
        let mut told = HashSet::new();
        marks.retain(|(rank, id, _)| told.insert((*rank, id.clone())));
        marks
    }
}

fn facet_id(rank: usize, id: &str) -> String {
    format!("{}:{id}", GROUPS[rank].1)
}
