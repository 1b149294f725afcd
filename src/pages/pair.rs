//! Pairs: a page for two actors who met in several events, and who takes part together with whom.
//!
//! Pairs could grow with the square of the actors of an event. An event that names more than [`MOST_AT_A_MEETING`] is a list rather than a
//! meeting and makes no pair, and each actor brings in its [`MOST_PARTNERS`] nearest; so pages and their events grow with the participations.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::actor::distinct_events;
use super::frame::Frame;
use super::parts::{ClaimNote, NamedLink, Timeline};
use super::route::{ListView, Route};
use super::site_plan::SitePlan;
use super::subject::Subject;
use super::timeline::{shown, views};
use crate::graph::{ActorId, EventId};

/// What `templates/pages/pair.html` receives as `pair`.
#[derive(Debug, Clone, Serialize)]
pub struct PairPage {
    /// In the order of their ids.
    pub actors: Vec<PairedActor>,
    /// The events that they share.
    pub count: usize,
    /// The roles of both in each event of this page, by the event's id.
    pub role_of: BTreeMap<String, String>,
    /// What the two say at these events.
    pub claims: Vec<ClaimNote>,
    pub timeline: Timeline,
    /// A page of the list after the first shows the list alone.
    pub is_continued: bool,
}

/// One of the two.
#[derive(Debug, Clone, Serialize)]
pub struct PairedActor {
    pub name: String,
    pub href: String,
    pub summary: Option<String>,
    /// With whom else it has a page, the nearest of them.
    pub others: Vec<Companion>,
}

/// An actor who takes part in the same events as another.
#[derive(Debug, Clone, Serialize)]
pub struct Companion {
    pub name: String,
    pub href: String,
    /// The events that they share.
    pub count: usize,
    /// The page of both.
    pub pair_href: Option<String>,
}

/// Every pair that has a page: who belongs to whom, and the events that each two share.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// The actor whose id comes first stands first.
    events: BTreeMap<(ActorId, ActorId), Vec<EventId>>,
    partners: BTreeMap<ActorId, Vec<ActorId>>,
}

/// Two have a page from so many meetings on.
const LEAST_MEETINGS: usize = 3;
/// An event with more actors is a list, in which most never met.
const MOST_AT_A_MEETING: usize = 8;
/// So many others of each of two are named on the page of both, which is about the two.
const MOST_OTHERS: usize = 5;
/// So many companions of an actor are named first, and can have a page with it by its own count.
const MOST_PARTNERS: usize = 12;

impl SitePlan<'_> {
    /// Finds the pairs that have a page.
    pub(super) fn find_pairs(&self) -> Pairs {
        let mut meetings: BTreeMap<(ActorId, ActorId), usize> = BTreeMap::new();
        for event in self.graph.event_ids() {
            let actors = self.actors_of(event);
            if actors.len() > MOST_AT_A_MEETING {
                continue;
            }
            for (at, &one) in actors.iter().enumerate() {
                actors[at + 1..].iter().for_each(|&other| *meetings.entry((one, other)).or_default() += 1);
            }
        }
        let mut nearest: BTreeMap<ActorId, Vec<(usize, ActorId)>> = BTreeMap::new();
        for ((one, other), count) in meetings.into_iter().filter(|(_, count)| *count >= LEAST_MEETINGS) {
            nearest.entry(one).or_default().push((count, other));
            nearest.entry(other).or_default().push((count, one));
        }
        let mut chosen = BTreeSet::new();
        for (actor, mut others) in nearest {
            others.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| self.graph.actor(a.1).id.cmp(&self.graph.actor(b.1).id)));
            chosen.extend(others.into_iter().take(MOST_PARTNERS).map(|(_, other)| self.by_id(actor, other)));
        }
        let mut pairs = Pairs::default();
        for (one, other) in chosen {
            pairs.partners.entry(one).or_default().push(other);
            pairs.partners.entry(other).or_default().push(one);
            pairs.events.insert((one, other), self.shared_events(one, other));
        }
        pairs
    }

    /// The pages of all pairs.
    pub(super) fn pair_pages(&self) -> Vec<(Route, Subject)> {
        let pages = |(&(one, other), events): (&(ActorId, ActorId), &Vec<EventId>)| {
            let home = self.pair_route(one, other);
            views(events.len()).into_iter().map(move |view| (home.list(view), Subject::Pair(one, other, view)))
        };
        self.outline.pairs.events.iter().flat_map(pages).collect()
    }

    /// The view of the page of two actors; the first has the earlier id.
    pub(super) fn pair_page(&self, one: ActorId, other: ActorId, view: ListView) -> (Frame, PairPage) {
        let home = self.pair_route(one, other);
        let events = self.outline.pairs.events.get(&(one, other)).map_or(&[][..], Vec::as_slice);
        let is_continued = view != ListView::Oldest(1);
        let role_of = shown(events, view).into_iter().filter_map(|event| {
            let roles: Vec<String> = [one, other].into_iter().filter_map(|actor| self.roles_in_words(event, actor)).collect();
            (!roles.is_empty()).then(|| (self.graph.event(event).id.to_string(), roles.join("; ")))
        });
        let page = PairPage {
            actors: [(one, other), (other, one)].map(|(actor, partner)| self.paired_actor(actor, partner)).into(),
            role_of: role_of.collect(),
            claims: if is_continued { Vec::new() } else { self.claims_of_both(events, one, other) },
            timeline: self.timeline(events, view, &home),
            count: events.len(),
            is_continued,
        };
        let names = [("one", page.actors[0].name.as_str()), ("other", page.actors[1].name.as_str())];
        let about = self.say_with("Events in which {one} and {other} take part together", &names);
        let mut frame = self.frame(&home.list(view), self.say_with("{one} and {other}", &names), about);
        frame.breadcrumbs = vec![NamedLink { name: self.say("Actors"), href: Route::index("actors").href() }, self.actor_link(one)];
        (frame, page)
    }

    /// Who takes part in the same events as an actor, most often first: the nearest, and further ones as far as they have a page with it.
    pub(super) fn companions(&self, id: ActorId, events: &[EventId]) -> Vec<Companion> {
        let mut together: BTreeMap<ActorId, usize> = BTreeMap::new();
        for &event in events {
            self.actors_of(event).into_iter().filter(|other| *other != id).for_each(|other| *together.entry(other).or_default() += 1);
        }
        let mut counted: Vec<Companion> = together.into_iter().map(|(other, count)| self.companion(id, other, count)).collect();
        counted.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.href.cmp(&b.href)));
        let further = counted.split_off(counted.len().min(MOST_PARTNERS));
        counted.extend(further.into_iter().filter(|companion| companion.pair_href.is_some()));
        counted
    }

    fn companion(&self, id: ActorId, other: ActorId, count: usize) -> Companion {
        let NamedLink { name, href } = self.actor_link(other);
        let has_page = self.outline.pairs.events.contains_key(&self.by_id(id, other));
        Companion { name, href, count, pair_href: has_page.then(|| self.pair_route(id, other).href()) }
    }

    fn paired_actor(&self, id: ActorId, partner: ActorId) -> PairedActor {
        let NamedLink { name, href } = self.actor_link(id);
        let others = self.outline.pairs.partners.get(&id).into_iter().flatten().filter(|other| **other != partner);
        let mut others: Vec<Companion> = others
            .map(|&other| {
                let events = self.outline.pairs.events.get(&self.by_id(id, other));
                self.companion(id, other, events.map_or(0, Vec::len))
            })
            .collect();
        others.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.href.cmp(&b.href)));
        others.truncate(MOST_OTHERS);
        PairedActor { name, href, summary: self.graph.actor(id).summary.clone(), others }
    }

    fn claims_of_both(&self, events: &[EventId], one: ActorId, other: ActorId) -> Vec<ClaimNote> {
        let of_event = |&event: &EventId| {
            let claims = self.graph.event(event).claims.iter().enumerate();
            let of_both = claims.filter(move |(_, claim)| claim.speaker == Some(one) || claim.speaker == Some(other));
            of_both.map(move |(at, claim)| self.claim_note(event, at, claim, Some(self.card(event))))
        };
        events.iter().flat_map(of_event).collect()
    }

    /// As what an actor takes part in an event: «Hikvision: listed».
    fn roles_in_words(&self, event: EventId, actor: ActorId) -> Option<String> {
        let own = self.graph.event(event).participations.iter().filter(|participation| participation.actor == actor);
        let roles: Vec<&str> = own.filter_map(|participation| participation.role.as_deref()).collect();
        (!roles.is_empty()).then(|| format!("{}: {}", self.graph.actor(actor).name, roles.join(", ")))
    }

    /// The events of two actors, found among those of the actor who has fewer.
    fn shared_events(&self, one: ActorId, other: ActorId) -> Vec<EventId> {
        let count = |actor: ActorId| self.graph.actor(actor).participations.len();
        let (fewer, more) = if count(one) <= count(other) { (one, other) } else { (other, one) };
        let is_shared = |event: &EventId| self.graph.event(*event).participations.iter().any(|participation| participation.actor == more);
        distinct_events(&self.graph.actor(fewer).participations).into_iter().filter(is_shared).collect()
    }

    /// The actors of an event, each once.
    fn actors_of(&self, event: EventId) -> Vec<ActorId> {
        let mut actors: Vec<ActorId> = self.graph.event(event).participations.iter().map(|participation| participation.actor).collect();
        actors.sort_unstable();
        actors.dedup();
        actors
    }

    /// Two actors in the order of their ids, so that each pair has one address.
    fn by_id(&self, one: ActorId, other: ActorId) -> (ActorId, ActorId) {
        if self.graph.actor(one).id <= self.graph.actor(other).id { (one, other) } else { (other, one) }
    }

    fn pair_route(&self, one: ActorId, other: ActorId) -> Route {
        let (first, second) = self.by_id(one, other);
        Route::pair(&self.graph.actor(first).id, &self.graph.actor(second).id)
    }
}
