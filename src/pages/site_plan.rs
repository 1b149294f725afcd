//! The plan of a site: every output file by its route, with what it is about. The rooms beside this one make its views.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Shared;
use super::lanes::Lanes;
use super::pair::Pairs;
use super::parts::DateLabel;
use super::per_event::PerEvent;
use super::route::Route;
use super::strip::StoryStrip;
use super::subject::Subject;
use super::tombstone::Tombstone;
use crate::config::Config;
use crate::content::FileId;
use crate::content::kinds::event::Status;
use crate::content::kinds::source::SourceKind;
use crate::date::CivilDay;
use crate::diagnostic::Origin;
use crate::graph::{EventGraph, EventId, PlaceId, SourceId, StorylineId};
use crate::ledger::{Ledger, RecordKey};

/// Every page of the site, and what is needed to make the view of each.
#[derive(Debug)]
pub struct SitePlan<'g> {
    pub(super) graph: &'g EventGraph,
    pub(super) config: &'g Config,
    /// What was released, and must stay.
    pub(super) ledger: &'g Ledger,
    /// In the order of their routes.
    pub pages: Vec<PlannedPage>,
    /// The date of each event in words.
    pub(super) dates: PerEvent<DateLabel>,
    /// The same as templates receive them.
    pub(super) date_values: PerEvent<Shared>,
    pub(super) cards: PerEvent<Shared>,
    /// The anchor and the name of the month in which lists show each event.
    pub(super) month_blocks: PerEvent<(String, String)>,
    /// The [`SpanEnd`](super::span_end::SpanEnd) of each event that lasted and is over; and their days, in the order of time.
    pub(super) span_ends: PerEvent<Shared>,
    pub(super) end_days: Vec<(CivilDay, EventId)>,
    /// When the page of each event was published and when it changed, as feeds say it.
    pub(super) stamps: PerEvent<(String, String)>,
    /// How many words each event has on its card: every page of a list counts those of the whole list.
    pub(super) card_words: PerEvent<usize>,
    /// The [`ChainStep`](super::chain::ChainStep) of each event on the pages of chains.
    pub(super) steps: PerEvent<Shared>,
    pub(super) years: BTreeMap<i64, Vec<EventId>>,
    pub(super) months_of_site: BTreeMap<(i64, u8), Vec<EventId>>,
    pub(super) events_by_status: BTreeMap<Status, Vec<EventId>>,
    pub(super) events_by_source_kind: BTreeMap<SourceKind, Vec<EventId>>,
    /// The days for which there is a page of what was known, oldest first.
    pub(super) known_days: Vec<CivilDay>,
    /// The events of each storyline by month.
    pub(super) slices: BTreeMap<(StorylineId, i64, u8), Vec<EventId>>,
    /// The actors who have a page together.
    pub(super) pairs: Pairs,
    /// The storylines that stand side by side.
    pub(super) lanes: Lanes,
    /// The next plan of each storyline.
    pub(super) next_plans: BTreeMap<StorylineId, EventId>,
    /// The [`FacetGroup`](super::facets::FacetGroup)s of all events, and the numbers of the events of each facet in them.
    pub(super) facets: Vec<Shared>,
    pub(super) facet_events: BTreeMap<String, Vec<usize>>,
    /// All events on one line, for the pages of events, actors and places.
    pub(super) story_strip: Option<StoryStrip>,
    pub(super) sources_in_order: Vec<SourceId>,
    pub(super) routes: HashSet<String>,
    /// The names of actors who are no persons, for citations.
    pub(super) bodies: HashSet<String>,
    /// Where old addresses lead, by the path of their page.
    pub(super) redirects: HashMap<String, Route>,
    pub(super) tombstones: Vec<Tombstone>,
    /// Records whose words are not those of their last version. Empty where nothing was ever released.
    pub(super) unreleased: HashSet<RecordKey>,
    /// Released records that live on under another name.
    pub(super) old_names: HashMap<RecordKey, Vec<RecordKey>>,
}

/// One output file that will be.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedPage {
    pub route: Route,
    pub subject: Subject,
    /// Who asks for it, for messages.
    pub origin: Origin,
}

impl SitePlan<'_> {
    /// Says whether a page is planned at a route.
    pub(super) fn has(&self, route: &Route) -> bool {
        self.routes.contains(route.path())
    }

    /// The full addresses of the pages that search engines may list, in the order of the routes. Empty without a `url`.
    pub fn sitemap(&self) -> Vec<String> {
        let Some(base) = &self.config.url else { return Vec::new() };
        let is_listed = |page: &&PlannedPage| page.route.path().ends_with("index.html") && !page.subject.is_hidden();
        self.pages.iter().filter(is_listed).map(|page| page.route.absolute(base)).collect()
    }

    /// The full address of the sitemap, where the site has a `url`.
    pub fn sitemap_address(&self) -> Option<String> {
        self.config.url.as_ref().map(|base| Route::file("sitemap.xml").absolute(base))
    }

    /// The ids of all events.
    pub fn event_names(&self) -> impl Iterator<Item = String> {
        self.graph.events.iter().map(|event| event.id.to_string())
    }

    pub(super) fn storyline_ids(&self) -> impl Iterator<Item = StorylineId> + use<> {
        (0..self.graph.storylines.len()).map(StorylineId::new)
    }

    pub(super) fn place_ids(&self) -> impl Iterator<Item = PlaceId> + use<> {
        (0..self.graph.places.len()).map(PlaceId::new)
    }

    pub(super) fn source_ids(&self) -> impl Iterator<Item = SourceId> + use<> {
        (0..self.graph.sources.len()).map(SourceId::new)
    }

    /// A content file as an origin.
    pub(super) fn path_of(&self, file: FileId) -> Origin {
        Origin::File(self.graph.files.get(file).path.clone())
    }

    /// The file of a record as an origin, or the name where there is no file.
    pub(super) fn origin(&self, file: Option<FileId>, name: &str) -> Origin {
        file.map_or_else(|| Origin::Program(format!("the name `{name}`")), |file| self.path_of(file))
    }
}
