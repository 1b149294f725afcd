//! Which files there are to download, where each lies, and how pages name them.

use serde::Serialize;

use super::format::{DownloadFormat, OF_EVENT, OF_SITE, OF_STORYLINE};
use crate::graph::{ActorId, EventId, PlaceId, TermId};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;
use crate::pages::subject::{FeedSubject, Subject};

/// What a download tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DownloadScope {
    Event(EventId),
    /// The events that a feed would follow, all of them.
    Of(FeedSubject),
}

/// A file that a page offers.
#[derive(Debug, Clone, Serialize)]
pub struct Download {
    /// The name of the format: «JSON».
    pub name: &'static str,
    pub href: String,
    pub media_type: &'static str,
    /// What it is for, in a few words.
    pub about: &'static str,
}

impl DownloadScope {
    /// The whole site.
    pub fn site() -> Self {
        Self::Of(FeedSubject::Site)
    }
}

impl SitePlan<'_> {
    /// Plans the page `data/` and every file that can be downloaded.
    pub(in crate::pages) fn add_downloads(&mut self) {
        let graph = self.graph;
        let mut scopes = vec![DownloadScope::Of(FeedSubject::Site)];
        scopes.extend(graph.event_ids().map(DownloadScope::Event));
        scopes.extend(self.storyline_ids().map(|id| DownloadScope::Of(FeedSubject::Storyline(id))));
        scopes.extend((0..graph.actors.len()).map(|at| DownloadScope::Of(FeedSubject::Actor(ActorId::new(at)))));
        scopes.extend((0..graph.places.len()).map(|at| DownloadScope::Of(FeedSubject::Place(PlaceId::new(at)))));
        scopes.extend((0..graph.tags.len()).map(|at| DownloadScope::Of(FeedSubject::Tag(TermId::new(at)))));
        for scope in scopes {
            for format in self.formats(scope) {
                self.add_built_in(self.download_route(scope, format), Subject::Download(scope, format));
            }
        }
        if self.config.outputs.data {
            self.add_built_in(Route::index("data"), Subject::Dataset);
        }
    }

    /// The storyline with this id, as what a download tells of.
    pub fn scope_of_storyline(&self, id: &str) -> Option<DownloadScope> {
        let found = self.storyline_ids().find(|&storyline| self.graph.storyline(storyline).id.as_str() == id);
        found.map(|storyline| DownloadScope::Of(FeedSubject::Storyline(storyline)))
    }

    /// The formats in which a thing can be downloaded; what is turned off is left out.
    pub(super) fn formats(&self, scope: DownloadScope) -> Vec<DownloadFormat> {
        let all = match scope {
            DownloadScope::Event(_) => OF_EVENT,
            DownloadScope::Of(FeedSubject::Site) => OF_SITE,
            DownloadScope::Of(FeedSubject::Corrections) => &[],
            DownloadScope::Of(FeedSubject::Storyline(_)) => OF_STORYLINE,
            DownloadScope::Of(FeedSubject::Actor(_) | FeedSubject::Place(_) | FeedSubject::Tag(_)) => &[DownloadFormat::Calendar],
        };
        let outputs = self.config.outputs;
        let is_on = |format: &DownloadFormat| if *format == DownloadFormat::Calendar { outputs.calendar } else { outputs.data };
        all.iter().copied().filter(is_on).collect()
    }

    /// Where a download lies: beside its page; those of the site in `data/`, but for its calendar, which lies beside the feed.
    pub(super) fn download_route(&self, scope: DownloadScope, format: DownloadFormat) -> Route {
        let page = match scope {
            DownloadScope::Event(id) => Route::record("events", &self.graph.event(id).id),
            DownloadScope::Of(FeedSubject::Site) if format != DownloadFormat::Calendar => Route::index("data"),
            DownloadScope::Of(subject) => self.feed_home(subject),
        };
        page.beside(format.file_name(matches!(scope, DownloadScope::Event(_))))
    }

    /// What can be downloaded of the thing that a page shows.
    pub(in crate::pages) fn downloads_of(&self, subject: &Subject) -> Vec<Download> {
        let scope = match subject {
            Subject::Home | Subject::Dataset => DownloadScope::Of(FeedSubject::Site),
            Subject::Event(id) => DownloadScope::Event(*id),
            Subject::Storyline(id, _) => DownloadScope::Of(FeedSubject::Storyline(*id)),
            Subject::Actor(id, _) => DownloadScope::Of(FeedSubject::Actor(*id)),
            Subject::Place(id, _) => DownloadScope::Of(FeedSubject::Place(*id)),
            Subject::Tag(id, _) => DownloadScope::Of(FeedSubject::Tag(*id)),
            _ => return Vec::new(),
        };
        self.downloads(scope)
    }

    pub(super) fn downloads(&self, scope: DownloadScope) -> Vec<Download> {
        let download = |format: DownloadFormat| Download {
            name: format.name(),
            href: self.download_route(scope, format).href(),
            media_type: format.media_type(),
            about: format.about(),
        };
        self.formats(scope).into_iter().map(download).collect()
    }

    /// The events that a download tells of, in the order of the timeline.
    pub fn events_in(&self, scope: DownloadScope) -> Vec<EventId> {
        match scope {
            DownloadScope::Event(id) => vec![id],
            DownloadScope::Of(subject) => {
                let mut events = self.events_of(subject);
                events.sort_unstable();
                events.dedup();
                events
            }
        }
    }

    /// The name and the address of what a download tells of.
    pub(super) fn named(&self, scope: DownloadScope) -> (String, String) {
        match scope {
            DownloadScope::Event(id) => {
                let event = self.graph.event(id);
                (event.title.clone(), self.full_address(&Route::record("events", &event.id)))
            }
            DownloadScope::Of(subject) => (self.feed_title(subject), self.full_address(&self.feed_home(subject))),
        }
    }
}
