//! Facets: by what the events of a story can be narrowed down. Each is a page of its own; a script combines them, on the cards of a
//! short story, and in a long one by the numbers of the events. `docs/decisions/0024-facets.md` says why.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Shared;
use super::names::capitalised;
use super::parts::NamedLink;
use super::period::{begin_of, year_of};
use super::route::Route;
use super::site_plan::SitePlan;
use super::timeline::PAGE_SIZE;
use crate::content::kinds::event::Status;
use crate::content::kinds::source::SourceKind;
use crate::graph::{ActorId, EventId, PlaceId, StorylineId, TermId};

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
    /// How many days after the event before each one began, and the first after 1 January 1970; none where that is not known.
    pub days: Vec<Option<i64>>,
    /// By the facet's id: the number of its first event, then how far it is from each event to the next.
    pub facets: BTreeMap<String, Vec<usize>>,
}

/// So many facets of a group are named.
const FACETS: usize = 12;

/// A facet of an event; those of one group stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Storyline(StorylineId),
    Actor(ActorId),
    Place(PlaceId),
    Tag(TermId),
    Status(Status),
    SourceKind(SourceKind),
    Year(i64),
}

impl Mark {
    /// The rank of its group.
    fn rank(self) -> usize {
        match self {
            Self::Storyline(_) => 0,
            Self::Actor(_) => 1,
            Self::Place(_) => 2,
            Self::Tag(_) => 3,
            Self::Status(_) => 4,
            Self::SourceKind(_) => 5,
            Self::Year(_) => YEARS,
        }
    }
}

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
        let mut members: BTreeMap<Mark, Vec<usize>> = BTreeMap::new();
        for event in self.graph.event_ids() {
            for mark in self.marks(event) {
                members.entry(mark).or_default().push(event.index());
            }
        }
        let mut groups: Vec<Vec<(Facet, Vec<usize>)>> = vec![Vec::new(); GROUPS.len()];
        for (mark, events) in members {
            let NamedLink { name, href } = self.link_of(mark);
            groups[mark.rank()].push((Facet { id: self.facet_id(mark), name, href, count: events.len() }, events));
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
            self.outline.facet_events.extend(facets.iter().map(|facet| facet.id.clone()).zip(events));
            let (label, name) = GROUPS[rank];
            self.outline.facets.push(Shared::new(&FacetGroup { label: self.say(label), name, facets }));
        }
    }

    /// The facets that a card carries: those of its event that pages name, and the day on which it began. In a long story no page has all cards, and none carries any.
    pub(super) fn facets_of(&self, id: EventId) -> String {
        if self.graph.events.len() > PAGE_SIZE {
            return String::new();
        }
        let ids = self.marks(id).into_iter().map(|mark| self.facet_id(mark)).filter(|id| self.outline.facet_events.contains_key(id));
        ids.chain(begin_of(&self.graph.event(id).date).map(|day| format!("day:{day}"))).collect::<Vec<_>>().join(" ")
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
        let mut before = 0;
        let days = self.graph.events.iter().map(|event| {
            let day = begin_of(&event.date)?.number();
            Some(day - std::mem::replace(&mut before, day))
        });
        FacetIndex {
            days: days.collect(),
            total: self.graph.events.len(),
            facets: self.outline.facet_events.iter().map(|(id, events)| (id.clone(), steps(events))).collect(),
        }
    }

    /// All facets of an event, each once.
    fn marks(&self, id: EventId) -> Vec<Mark> {
        let event = self.graph.event(id);
        let actors = event.participations.iter().map(|participation| Mark::Actor(participation.actor));
        let named = event.storylines.iter().map(|&storyline| Mark::Storyline(storyline)).chain(actors);
        let named = named.chain(event.places.iter().map(|&place| Mark::Place(place))).chain(event.tags.iter().map(|&tag| Mark::Tag(tag)));
        let kinds = self.source_kinds_of(id).into_iter().map(Mark::SourceKind);
        let mut marks: Vec<Mark> = Vec::new();
        for mark in named.chain([Mark::Status(event.status)]).chain(kinds).chain(year_of(&event.date).map(Mark::Year)) {
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        marks
    }

    fn link_of(&self, mark: Mark) -> NamedLink {
        match mark {
            Mark::Storyline(id) => self.storyline_link(id),
            Mark::Actor(id) => self.actor_link(id),
            Mark::Place(id) => self.place_link(id),
            Mark::Tag(id) => self.tag_link(id),
            Mark::Status(status) => NamedLink { name: capitalised(&self.say(status.word())), href: Route::status(status).href() },
            Mark::SourceKind(kind) => self.source_kind_link(kind),
            Mark::Year(year) => NamedLink { name: self.year_name(year), href: Route::period(year, None).href() },
        }
    }

    /// The name of a facet on cards and in addresses.
    fn facet_id(&self, mark: Mark) -> String {
        let id = match mark {
            Mark::Storyline(id) => self.graph.storyline(id).id.as_str(),
            Mark::Actor(id) => self.graph.actor(id).id.as_str(),
            Mark::Place(id) => self.graph.place(id).id.as_str(),
            Mark::Tag(id) => self.graph.tags[id.index()].id.as_str(),
            Mark::Status(status) => status.word(),
            Mark::SourceKind(kind) => kind.word(),
            Mark::Year(year) => &year.to_string(),
        };
        format!("{}:{id}", GROUPS[mark.rank()].1)
    }
}
