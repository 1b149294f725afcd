//! Lists of events that belong to no record: all of them, the key events, those with one status.

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

/// What `templates/pages/list.html` receives as `list`.
#[derive(Debug, Clone, Serialize)]
pub struct ListPage {
    pub title: String,
    /// A sentence under the title.
    pub about: String,
    pub timeline: Timeline,
    /// By what the list can be narrowed down; empty where it does not hold all events.
    pub facets: Vec<Shared>,
    /// How the key events led to one another; on their page alone.
    pub chains: Vec<KeyChain>,
    /// Minutes that reading the summaries takes.
    pub minutes: usize,
}

impl SitePlan<'_> {
    /// The view of a page of the list of all events.
    pub(super) fn all_events(&self, view: ListView) -> (Frame, ListPage) {
        let events: Vec<_> = self.graph.event_ids().collect();
        let (frame, list) = self.list("All events", "Every event, in the order of time.", &Route::index("events"), &events, view);
        (frame, ListPage { facets: self.facets.clone(), ..list })
    }

    /// The view of the key events.
    pub(super) fn key_events(&self) -> (Frame, ListPage) {
        let events: Vec<_> = self.graph.event_ids().filter(|&id| self.graph.event(id).is_key()).collect();
        let about = "The few events that tell the story in the shortest time.";
        let home = Route::index("key-events");
        let (frame, mut list) = self.list("Key events", about, &home, &events, ListView::Oldest(1));
        list.timeline = self.whole_timeline(&events);
        list.chains = self.key_chains();
        (frame, list)
    }

    /// The view of the index of statuses.
    pub(super) fn status_index(&self) -> (Frame, TermIndex) {
        let terms = self.events_by_status.iter().map(|(status, events)| CountedLink {
            name: capitalised(status.word()),
            href: Route::status(*status).href(),
            count: events.len(),
        });
        let frame = self.frame(&Route::index("status"), "Status", "How sure it is that the events happened as told");
        (frame, TermIndex { label: "Status".to_owned(), terms: terms.collect() })
    }

    /// The view of the events with a status.
    pub(super) fn status_page(&self, status: Status, view: ListView) -> (Frame, ListPage) {
        let label = status_label(status);
        let events = self.events_by_status.get(&status).map_or(&[][..], Vec::as_slice);
        let title = format!("{} events", capitalised(&label.word));
        let about = format!("{}: {}.", capitalised(&label.word), label.meaning);
        let (mut frame, list) = self.list(&title, &about, &Route::status(status), events, view);
        frame.breadcrumbs = vec![NamedLink { name: "Status".to_owned(), href: Route::index("status").href() }];
        (frame, list)
    }

    fn list(&self, title: &str, about: &str, home: &Route, events: &[crate::graph::EventId], view: ListView) -> (Frame, ListPage) {
        let list = ListPage {
            title: title.to_owned(),
            about: about.to_owned(),
            timeline: self.timeline(events, view, home),
            facets: Vec::new(),
            chains: Vec::new(),
            minutes: self.skimming_minutes(events),
        };
        (self.frame(&home.list(view), title, about), list)
    }
}
