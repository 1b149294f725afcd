//! 3. What readers will see: the plan of every page, and the view that each page's template receives.
//!
//! In: the [`EventGraph`](crate::graph::EventGraph) and the settings. Out: a [`SitePlan`], which names every output file without
//! making any, and makes the view of a page when asked. Never: writes HTML but for running text, or reads a file.
//! The types here are the themes' contract: `docs/templates.md` lists each field.

mod actor;
mod addresses;
mod anchors;
mod as_known;
mod card;
mod chain;
mod chosen_period;
mod citation;
mod connections;
mod corrections;
mod coverage;
mod data;
mod dialogue;
mod differences;
mod dispute;
mod drawing;
mod edition;
mod embed;
mod event;
mod facets;
mod feed;
mod frame;
mod glossary;
mod graph;
mod graph_drawing;
mod home;
mod kept_text;
mod key_chains;
mod lanes;
mod language_name;
mod linked_data;
mod list;
mod map;
mod medium;
mod names;
mod outline;
mod own_page;
mod pair;
pub mod parts;
mod per_event;
mod period;
mod place;
mod plan;
mod policy;
mod promises;
mod reading;
mod release;
mod route;
mod say;
mod search;
mod share_card;
mod site_plan;
mod slice;
mod source;
mod source_kind;
mod span_end;
mod storyline;
mod storyline_mark;
mod strip;
mod subject;
mod support;
mod tally;
mod term;
mod text;
mod timeline;
mod tombstone;
mod version;
mod version_text;
mod versions;
mod view;
mod watch;

pub use citation::{Author, Citation, CitationFormat, Cited, Medium, PageCitation, Signposts};
pub(crate) use data::escape_markdown;
pub use data::{
    COLUMNS, Calendar, CalendarEntry, Cell, Completeness, DataEvent, DataLink, DataParticipation, DatasetPage, Download, DownloadFormat,
    DownloadScope, Entity, EraBand, MarkdownPage, Net, NetEdge, NetNode, PlaceWithEvents, Slide, Standing, TableSink, TimelineFile, When,
};
pub use drawing::{Drawing, DrawnBand, DrawnLine, DrawnText, DrawnTile};
pub use edition::{Chapter, Edition};
pub use facets::FacetIndex;
pub use feed::{Feed, FeedEntry};
pub use frame::{Frame, Site};
pub(crate) use names::count_words;
pub use outline::{Outline, PlannedPage};
pub use plan::plan;
pub use policy::HeaderRule;
pub use route::{ListView, Route};
pub use search::{Posting, SearchDocument, SearchIndex, SearchSummary};
pub use share_card::{CARD_SIZE, ShareCard, is_on_cards};
pub use site_plan::SitePlan;
pub use subject::{EmbedSubject, FeedFormat, FeedSubject, Shareable, Subject};
pub(crate) use text::escape;
pub use versions::TimeMap;
pub use view::{Content, View};

use serde::{Serialize, Serializer};

/// A value made once and shown on many pages; a copy costs next to nothing.
#[derive(Debug, Clone)]
pub struct Shared(tera::Value);

impl Shared {
    /// Makes the value.
    pub fn new(value: &impl Serialize) -> Self {
        Self(tera::Value::from_serializable(value))
    }

    /// A field of the value.
    fn part(&self, name: &str) -> Self {
        Self(self.0.get_from_path(name).cloned().unwrap_or_else(tera::Value::none))
    }
}

impl Serialize for Shared {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
