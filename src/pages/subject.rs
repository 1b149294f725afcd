//! What a planned page is about.

use std::mem::{Discriminant, discriminant};

use super::chosen_period::Stretch;
use super::citation::{CitationFormat, Cited};
use super::data::{DownloadFormat, DownloadScope};
use super::route::{ListView, Route};
use crate::content::kinds::event::Status;
use crate::content::kinds::source::SourceKind;
use crate::date::CivilDay;
use crate::graph::{ActorId, EventId, PageId, PlaceId, RecordId, SourceId, StorylineId, TermId};
use crate::ledger::RecordKey;

/// What one output file shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    Home,
    /// Every event.
    Events(ListView),
    KeyEvents(ListView),
    Event(EventId),
    /// All that led to an event.
    Chain(EventId),
    /// How events connect: the whole story, or a storyline.
    Graph(Option<StorylineId>),
    Actors,
    Actor(ActorId, ListView),
    /// Two actors; the first has the earlier id.
    Pair(ActorId, ActorId, ListView),
    Places,
    Place(PlaceId, ListView),
    Storylines,
    Storyline(StorylineId, ListView),
    /// The storylines side by side, of the whole story or of a year.
    Lanes(Option<i64>),
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
    SourceKinds,
    /// The events that rest on a kind of source.
    SourceKind(SourceKind, ListView),
    Dates,
    Year(i64),
    Month(i64, u8),
    OwnPage(PageId),
    Corrections,
    /// What was known on a day; none for the list of days.
    AsKnown(Option<CivilDay>),
    /// The events of a storyline in a month.
    Slice(StorylineId, i64, u8),
    /// The events of a period that the settings choose.
    Period(Stretch),
    /// A page that other sites may frame, and its description for machines.
    Embed(EmbedSubject),
    OEmbed(EmbedSubject),
    /// The picture of a page that other sites show.
    ShareCard(Shareable),
    /// What hosts send with each file.
    Headers,
    NotFound,
    /// An old address that leads to a page.
    Redirect(Route),
    /// A page that was taken back, by its place among the tombstones.
    Tombstone(usize),
    /// A text as it was released: the record, and its place among the record's versions.
    Version(RecordKey, usize),
    /// The list of all versions of a record.
    Versions(RecordKey),
    /// The same list for machines.
    TimeMap(RecordKey),
    /// The redirects as a list for web servers.
    Redirects,
    Feed(FeedSubject, FeedFormat),
    Sitemap,
    Robots,
    /// The page about the data of the site.
    Dataset,
    Download(DownloadScope, DownloadFormat),
    /// How a record is cited, for programs.
    CitationFile(Cited, CitationFormat),
    /// Every source of the site, as a bibliography.
    References,
    /// The page of search.
    Search,
    /// What a browser must know of the index first.
    SearchSummary,
    /// A shard of its words, by number.
    SearchTerms(usize),
    /// A file of its records, by number.
    SearchDocuments(usize),
    /// The events of each facet, by number.
    FacetIndex,
}

impl Subject {
    /// The record whose page this is.
    pub fn record(&self) -> Option<RecordId> {
        const FIRST: ListView = ListView::Oldest(1);
        match self {
            Self::Event(id) => Some(RecordId::Event(*id)),
            Self::Actor(id, FIRST) => Some(RecordId::Actor(*id)),
            Self::Place(id, FIRST) => Some(RecordId::Place(*id)),
            Self::Storyline(id, FIRST) => Some(RecordId::Storyline(*id)),
            Self::Source(id) => Some(RecordId::Source(*id)),
            Self::OwnPage(id) => Some(RecordId::Page(*id)),
            _ => None,
        }
    }

    /// What kind of page this is, whatever it is about.
    pub fn kind(&self) -> Discriminant<Self> {
        discriminant(self)
    }

    /// Says whether search engines should pass the page over: what it shows stands elsewhere, or is gone.
    pub fn is_hidden(&self) -> bool {
        matches!(self, Self::Redirect(_) | Self::Tombstone(_) | Self::Version(..) | Self::Versions(_) | Self::Embed(_))
    }
}

/// What an embed shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmbedSubject {
    Timeline,
    Strip,
    Storyline(StorylineId),
    Event(EventId),
}

/// What has a share card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shareable {
    Home,
    Storyline(StorylineId),
    Event(EventId),
}

/// What a feed or a calendar follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedSubject {
    Site,
    Storyline(StorylineId),
    Actor(ActorId),
    Place(PlaceId),
    Tag(TermId),
    /// What was put right, wherever it was wrong.
    Corrections,
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
