//! What a planned page is about.

use super::route::{ListView, Route};
use crate::content::kinds::event::Status;
use crate::graph::{ActorId, EventId, PageId, PlaceId, SourceId, StorylineId, TermId};

/// What one output file shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    Home,
    /// Every event.
    Events(ListView),
    KeyEvents,
    Event(EventId),
    /// All that led to an event.
    Chain(EventId),
    /// How events connect: the whole story, or a storyline.
    Graph(Option<StorylineId>),
    Actors,
    Actor(ActorId, ListView),
    Places,
    Place(PlaceId, ListView),
    Storylines,
    Storyline(StorylineId, ListView),
    /// The index of sources, in pages from 1.
    Sources(usize),
    Source(SourceId),
    Tags,
    Tag(TermId, ListView),
    /// The index of a taxonomy, by its place in the settings.
    Taxonomy(usize),
    Term(usize, TermId, ListView),
    Statuses,
    Status(Status, ListView),
    Dates,
    Year(i64),
    Month(i64, u8),
    OwnPage(PageId),
    Corrections,
    NotFound,
    /// An old address that leads to a page.
    Redirect(Route),
    Feed(FeedSubject, FeedFormat),
    Sitemap,
    Robots,
    DataJson,
    DataCsv,
    /// The page of search.
    Search,
    /// What a browser must know of the index first.
    SearchSummary,
    /// A shard of its words, by number.
    SearchTerms(usize),
    /// A file of its records, by number.
    SearchDocuments(usize),
}

/// What a feed follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedSubject {
    Site,
    Storyline(StorylineId),
    Actor(ActorId),
    Tag(TermId),
}

/// How a feed is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedFormat {
    Atom,
    Json,
}

impl FeedFormat {
    /// The name of the file beside the page it belongs to.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Atom => "feed.xml",
            Self::Json => "feed.json",
        }
    }
}
