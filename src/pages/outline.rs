//! The outline of a site: every page by its route, and what was counted and kept for all of them. It holds nothing of the graph that it
//! was made of, so that it outlives an [amendment](crate::content::Amendment) of a text.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Shared;
use super::chosen_period::ChosenPeriods;
use super::lanes::Lanes;
use super::pair::Pairs;
use super::parts::DateLabel;
use super::per_event::PerEvent;
use super::route::Route;
use super::strip::StoryStrip;
use super::subject::Subject;
use super::tombstone::Tombstone;
use crate::content::kinds::event::Status;
use crate::content::kinds::source::SourceKind;
use crate::date::CivilDay;
use crate::diagnostic::Origin;
use crate::graph::{EventId, RecordId, SourceId, StorylineId};
use crate::ledger::RecordKey;

/// What a plan knows besides its graph.
#[derive(Debug)]
pub struct Outline {
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
    /// The events of the periods that the settings choose.
    pub(super) chosen_periods: ChosenPeriods,
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

impl Outline {
    /// An empty outline for so many events.
    pub(super) fn new(events: usize) -> Self {
        Self {
            pages: Vec::new(),
            dates: PerEvent::new(events),
            date_values: PerEvent::new(events),
            cards: PerEvent::new(events),
            month_blocks: PerEvent::new(events),
            span_ends: PerEvent::new(events),
            end_days: Vec::new(),
            stamps: PerEvent::new(events),
            card_words: PerEvent::new(events),
            steps: PerEvent::new(events),
            years: BTreeMap::new(),
            months_of_site: BTreeMap::new(),
            events_by_status: BTreeMap::new(),
            events_by_source_kind: BTreeMap::new(),
            known_days: Vec::new(),
            slices: BTreeMap::new(),
            chosen_periods: ChosenPeriods::new(),
            pairs: Pairs::default(),
            lanes: Lanes::default(),
            next_plans: BTreeMap::new(),
            facets: Vec::new(),
            facet_events: BTreeMap::new(),
            story_strip: None,
            sources_in_order: Vec::new(),
            routes: HashSet::new(),
            redirects: HashMap::new(),
            tombstones: Vec::new(),
            unreleased: HashSet::new(),
            old_names: HashMap::new(),
            bodies: HashSet::new(),
        }
    }

    /// Forgets what was made of the text of a record; only that of events is kept.
    pub(super) fn forget_text(&mut self, record: RecordId) {
        let RecordId::Event(id) = record else { return };
        self.cards.forget(id);
        self.card_words.forget(id);
        self.steps.forget(id);
    }
}
