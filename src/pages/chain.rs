//! The chain of an event: all that led to it in words, oldest first, with each reason; to be read through or printed.

use serde::Serialize;

use super::Shared;
use super::frame::Frame;
use super::parts::{LinkNote, NamedLink};
use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::Subject;
use crate::date;
use crate::graph::{Direction, EventId};

/// What `templates/pages/chain.html` receives as `chain`.
#[derive(Debug, Clone, Serialize)]
pub struct ChainPage {
    /// The event to which all leads.
    pub event: NamedLink,
    /// From the oldest event to that one: [`ChainStep`]s.
    pub steps: Vec<Shared>,
    /// How long it took: «26 months».
    pub span: Option<String>,
    /// The chain of the oldest event here, where it goes further back than one page tells.
    pub goes_on: Option<NamedLink>,
}

/// An event of the chain.
#[derive(Debug, Clone, Serialize)]
pub struct ChainStep {
    /// The anchor.
    pub id: String,
    pub event: Shared,
    /// On which earlier events of the chain it rests, and why.
    pub reasons: Vec<ChainReason>,
    /// The event to which all leads.
    pub is_last: bool,
    /// It stands in every chain with the same reasons.
    pub is_shared: bool,
}

/// Why an event of the chain stands there.
#[derive(Debug, Clone, Serialize)]
pub struct ChainReason {
    /// The anchor of the earlier event.
    pub id: String,
    pub link: LinkNote,
}

/// A chain of more events has a page of its own.
pub(super) const TOLD_ON_EVENT: usize = 3;
/// So many events are told on a page.
const MOST_STEPS: usize = 50;

impl SitePlan<'_> {
    /// The pages of chains that are too long to be seen on the pages of their events.
    pub(super) fn chain_pages(&self) -> Vec<(Route, Subject)> {
        let is_long = |id: &EventId| self.graph.chain_up_to(*id, Direction::Back, TOLD_ON_EVENT + 1).len() > TOLD_ON_EVENT;
        self.graph.event_ids().filter(is_long).map(|id| (self.chain_route(id), Subject::Chain(id))).collect()
    }

    fn chain_route(&self, id: EventId) -> Route {
        Route::record("events", &self.graph.event(id).id).beside("chain/index.html")
    }

    /// The page of an event's chain, where there is one.
    pub(super) fn chain_href(&self, id: EventId) -> Option<String> {
        Some(self.chain_route(id)).filter(|route| self.has(route)).map(|route| route.href())
    }

    /// The view of the chain of an event.
    pub(super) fn chain_page(&self, id: EventId) -> (Frame, ChainPage) {
        let mut chain = self.graph.chain_up_to(id, Direction::Back, MOST_STEPS + 1);
        let is_cut = chain.len() > MOST_STEPS;
        chain.truncate(MOST_STEPS);
        let mut events: Vec<EventId> = chain.into_iter().map(|step| step.event).collect();
        events.sort_unstable();
        events.push(id);
        let first = events.first().copied().filter(|_| is_cut);
        let goes_on = first.map(|first| {
            let event = self.event_link(first);
            NamedLink { href: self.chain_href(first).unwrap_or(event.href), name: event.name }
        });
        let page = ChainPage {
            event: self.event_link(id),
            span: events.first().and_then(|&first| self.time_between(first, id)),
            steps: events.iter().map(|&event| self.chain_step(event, id, is_cut.then_some(&events))).collect(),
            goes_on,
        };
        let event = self.graph.event(id);
        let title = self.say_with("What led to: {title}", &[("title", &event.title)]);
        let mut frame = self.frame(
            &self.chain_route(id),
            title,
            self.say_count(events.len(), "{n} event, oldest first, each with its reason", "{n} events, oldest first, each with its reason"),
        );
        frame.breadcrumbs = event.storylines.first().map(|&storyline| self.storyline_link(storyline)).into_iter().collect();
        frame.breadcrumbs.push(self.event_link(id));
        self.set_language(&mut frame, event.lang.as_deref());
        (frame, page)
    }

    /// A step of the chain of `last`; where that was cut, `kept` are the events that are left of it.
    fn chain_step(&self, id: EventId, last: EventId, kept: Option<&Vec<EventId>>) -> Shared {
        let is_last = id == last;
        let is_shared = !is_last && kept.is_none();
        let make = || {
            let reasons = self.graph.next_in_chain(id, Direction::Back);
            let reasons = reasons.filter(|(other, _)| *other != id && kept.is_none_or(|kept| kept.contains(other)));
            let reasons = reasons.map(|(other, link)| ChainReason { id: self.step_anchor(other), link: self.link_note(link, other, id) });
            Shared::new(&ChainStep { id: self.step_anchor(id), event: self.card(id), reasons: reasons.collect(), is_last, is_shared })
        };
        if is_shared { self.outline.steps.get(id, make).clone() } else { make() }
    }

    fn step_anchor(&self, id: EventId) -> String {
        format!("step-{}", self.graph.event(id).id)
    }

    /// The time from the beginning of one event to that of another, in words; none where a date is open or not known.
    fn time_between(&self, from: EventId, to: EventId) -> Option<String> {
        let (from, to) = (self.graph.event(from).date.earliest()?, self.graph.event(to).date.earliest()?);
        let days = to.number() - from.number();
        (days > 0).then(|| date::span_in_words(self.words(), days))
    }
}
