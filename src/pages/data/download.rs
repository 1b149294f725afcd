//! Which files there are to download, where each lies, and how pages name them.

use serde::Serialize;

use crate::graph::{ActorId, EventId, PlaceId, TermId};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;
use crate::pages::subject::{FeedSubject, Subject};

/// How a download is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DownloadFormat {
    Json,
    Csv,
    Schema,
    Sqlite,
    TimelineJs,
    Calendar,
    GeoJson,
    Entities,
    Gexf,
    GraphMl,
    Dot,
    Markdown,
}

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

use DownloadFormat as Format;

const OF_EVENT: &[Format] = &[Format::Json, Format::Calendar, Format::Markdown];
const OF_STORYLINE: &[Format] =
    &[Format::Json, Format::Csv, Format::TimelineJs, Format::Calendar, Format::GeoJson, Format::Gexf, Format::GraphMl, Format::Dot];
const OF_SITE: &[Format] = &[
    Format::Json,
    Format::Csv,
    Format::Schema,
    Format::Sqlite,
    Format::TimelineJs,
    Format::Calendar,
    Format::GeoJson,
    Format::Entities,
    Format::Gexf,
    Format::GraphMl,
    Format::Dot,
];

impl DownloadFormat {
    /// How many there are.
    pub const COUNT: usize = Self::Markdown as usize + 1;

    /// The name that people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Csv => "CSV",
            Self::Schema => "JSON Schema",
            Self::Sqlite => "SQLite",
            Self::TimelineJs => "TimelineJS",
            Self::Calendar => "Calendar",
            Self::GeoJson => "GeoJSON",
            Self::Entities => "FollowTheMoney",
            Self::Gexf => "GEXF",
            Self::GraphMl => "GraphML",
            Self::Dot => "DOT",
            Self::Markdown => "Markdown",
        }
    }

    /// What it is for.
    pub fn about(self) -> &'static str {
        match self {
            Self::Json => "everything, for programs",
            Self::Csv => "a table for spreadsheets",
            Self::Schema => "what the JSON holds, for checking it",
            Self::Sqlite => "a database of all records and links, ready for SQL and Datasette",
            Self::TimelineJs => "slides for TimelineJS",
            Self::Calendar => "for calendar programs",
            Self::GeoJson => "places and their events, for maps",
            Self::Entities => "for OpenAleph and OpenSanctions tools",
            Self::Gexf => "the net of events, actors and places, for Gephi",
            Self::GraphMl => "the same net, for yEd, igraph and networkx",
            Self::Dot => "the same net, for Graphviz",
            Self::Markdown => "the page as plain text",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json | Self::TimelineJs => "application/json",
            Self::Csv => "text/csv",
            Self::Schema => "application/schema+json",
            Self::Sqlite => "application/vnd.sqlite3",
            Self::Calendar => "text/calendar",
            Self::GeoJson => "application/geo+json",
            Self::Entities => "application/json+ftm",
            Self::Gexf => "application/gexf+xml",
            Self::GraphMl => "application/graphml+xml",
            Self::Dot => "text/vnd.graphviz",
            Self::Markdown => "text/markdown",
        }
    }

    /// Says whether storylines have it too.
    pub fn is_of_storylines(self) -> bool {
        OF_STORYLINE.contains(&self) || self == Self::Markdown
    }

    fn file_name(self, is_of_event: bool) -> &'static str {
        match self {
            Self::Json if is_of_event => "event.json",
            Self::Calendar if is_of_event => "event.ics",
            Self::Json => "events.json",
            Self::Csv => "events.csv",
            Self::Schema => "events.schema.json",
            Self::Sqlite => "dateline.sqlite",
            Self::TimelineJs => "timeline.json",
            Self::Calendar => "calendar.ics",
            Self::GeoJson => "places.geojson",
            Self::Entities => "entities.ftm.json",
            Self::Gexf => "graph.gexf",
            Self::GraphMl => "graph.graphml",
            Self::Dot => "graph.dot",
            Self::Markdown => "event.md",
        }
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
            DownloadScope::Of(FeedSubject::Storyline(_)) => OF_STORYLINE,
            DownloadScope::Of(FeedSubject::Actor(_) | FeedSubject::Place(_) | FeedSubject::Tag(_)) => &[Format::Calendar],
        };
        let outputs = self.config.outputs;
        let is_on = |format: &Format| if *format == Format::Calendar { outputs.calendar } else { outputs.data };
        all.iter().copied().filter(is_on).collect()
    }

    /// Where a download lies: beside its page; those of the site in `data/`, but for its calendar, which lies beside the feed.
    pub(super) fn download_route(&self, scope: DownloadScope, format: DownloadFormat) -> Route {
        let page = match scope {
            DownloadScope::Event(id) => Route::record("events", &self.graph.event(id).id),
            DownloadScope::Of(FeedSubject::Site) if format != Format::Calendar => Route::index("data"),
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
