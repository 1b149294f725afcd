//! Lists of events that belong to no record: all of them, the key events, those with one status.

use std::cmp::Reverse;

use serde::Serialize;

use super::Shared;
use super::frame::Frame;
use super::key_chains::KeyChain;
use super::names::{capitalised, status_label};
use super::parts::{CountedLink, NamedLink, Timeline};
use super::route::{ListView, Route};
use super::site_plan::SitePlan;
use super::term::TermIndex;
use crate::content::kinds::event::Status;
use crate::graph::EventId;

/// What `templates/pages/list.html` receives as `list`.
#[derive(Debug, Clone, Serialize)]
pub struct ListPage {
    pub title: String,
    /// A sentence under the title.
    pub about: String,
    pub timeline: Timeline,
    /// By what the list can be narrowed down; empty where the list is not of all events.
    pub facets: Vec<Shared>,
    /// The index of facets for the script that combines them.
    pub facet_index: Option<String>,
    /// How the key events led to one another; on their page alone.
    pub chains: Vec<KeyChain>,
    /// Minutes that reading the summaries takes.
    pub minutes: usize,
}

impl SitePlan<'_> {
    /// The view of a page of the list of all events.
    pub(super) fn all_events(&self, view: ListView) -> (Frame, ListPage) {
        let events: Vec<_> = self.graph.event_ids().collect();
        let (frame, list) =
            self.list(&self.say("All events"), &self.say("Every event, in the order of time."), &Route::index("events"), &events, view);
        (frame, ListPage { facets: self.outline.facets.clone(), facet_index: self.facet_index_href(), ..list })
    }

    /// The key events in the order of time.
    pub(super) fn key_event_ids(&self) -> Vec<EventId> {
        self.graph.event_ids().filter(|&id| self.graph.event(id).is_key()).collect()
    }

    /// The key events of a list, in its order: no more than so many, the most important and then the first.
    pub(super) fn leading_events(&self, events: &[EventId], most: usize) -> Vec<EventId> {
        let mut leading: Vec<(usize, EventId)> =
            events.iter().copied().enumerate().filter(|&(_, id)| self.graph.event(id).is_key()).collect();
        leading.sort_by_key(|&(at, id)| (Reverse(self.graph.event(id).importance), at));
        leading.truncate(most);
        leading.sort_unstable_by_key(|&(at, _)| at);
        leading.into_iter().map(|(_, id)| id).collect()
    }

    /// The view of a page of the key events. How they led to one another stands on the first.
    pub(super) fn key_events(&self, view: ListView) -> (Frame, ListPage) {
        let events = self.key_event_ids();
        let about = self.say("The few events that tell the story in the shortest time.");
        let home = Route::index("key-events");
        let (frame, mut list) = self.list(&self.say("Key events"), &about, &home, &events, view);
        if view == ListView::Oldest(1) {
            list.chains = self.key_chains();
        }
        (frame, list)
    }

    /// The view of the index of statuses.
    pub(super) fn status_index(&self) -> (Frame, TermIndex) {
        let terms = self.outline.events_by_status.iter().map(|(status, events)| CountedLink {
            name: capitalised(&self.say(status.word())),
            href: Route::status(*status).href(),
            count: events.len(),
        });
        let frame = self.frame(&Route::index("status"), self.say("Status"), self.say("How sure it is that the events happened as told"));
        (frame, TermIndex { label: self.say("Status"), terms: terms.collect() })
    }

    /// The view of the events with a status.
    pub(super) fn status_page(&self, status: Status, view: ListView) -> (Frame, ListPage) {
        let label = status_label(status);
        let events = self.outline.events_by_status.get(&status).map_or(&[][..], Vec::as_slice);
        let word = capitalised(&self.say(&label.word));
        let title = self.say_with("{status} events", &[("status", &word)]);
        let about = self.say_with("{status}: {meaning}.", &[("status", &word), ("meaning", &self.say(&label.meaning))]);
        let (mut frame, list) = self.list(&title, &about, &Route::status(status), events, view);
        frame.breadcrumbs = vec![NamedLink { name: self.say("Status"), href: Route::index("status").href() }];
        (frame, list)
    }

    /// A page of a list with its title and a sentence about it; `home` is the list's first page.
    pub(super) fn list(&self, title: &str, about: &str, home: &Route, events: &[EventId], view: ListView) -> (Frame, ListPage) {
        let list = ListPage {
            title: title.to_owned(),
            about: about.to_owned(),
            timeline: self.timeline(events, view, home),
            facets: Vec::new(),
            facet_index: None,
            chains: Vec::new(),
            minutes: self.skimming_minutes(events),
        };
        (self.frame(&home.list(view), title, about), list)
    }
}
