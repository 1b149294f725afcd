//! What to watch next: planned events, with the days that are left until them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Shared;
use super::site_plan::SitePlan;
use crate::content::kinds::event::Status;
use crate::date;
use crate::graph::{EventId, StorylineId};

/// A planned event.
#[derive(Debug, Clone, Serialize)]
pub struct WatchNote {
    pub event: Shared,
    /// «in 3 days», «overdue by 2 weeks»; none where its date does not tell.
    pub when: Option<String>,
    pub is_overdue: bool,
}

/// So many plans are told on a page; the page of the status has all.
const MOST_PLANS: usize = 12;

impl SitePlan<'_> {
    /// The plans among all events, soonest first.
    pub(super) fn watch_list(&self) -> Vec<WatchNote> {
        let planned = self.outline.events_by_status.get(&Status::Planned).map_or(&[][..], Vec::as_slice);
        planned.iter().take(MOST_PLANS).map(|&id| self.watch_note(id)).collect()
    }

    /// The plans of a storyline, soonest first.
    pub(super) fn watch_list_of(&self, storyline: StorylineId) -> Vec<WatchNote> {
        let is_planned = |id: &&EventId| self.graph.event(**id).status == Status::Planned;
        let mut planned: Vec<EventId> = self.graph.storyline(storyline).events.iter().filter(is_planned).copied().collect();
        planned.sort_unstable();
        planned.into_iter().take(MOST_PLANS).map(|id| self.watch_note(id)).collect()
    }

    /// The next plan in each storyline that has one.
    pub(super) fn find_next_plans(&self) -> BTreeMap<StorylineId, EventId> {
        let mut next = BTreeMap::new();
        for &event in self.outline.events_by_status.get(&Status::Planned).map_or(&[][..], Vec::as_slice) {
            for &storyline in &self.graph.event(event).storylines {
                next.entry(storyline).or_insert(event);
            }
        }
        next
    }

    /// The next plan in any storyline of an event, itself left out.
    pub(super) fn next_plan(&self, id: EventId) -> Option<WatchNote> {
        let plans = self.graph.event(id).storylines.iter().filter_map(|storyline| self.outline.next_plans.get(storyline));
        plans.filter(|plan| **plan != id).min().map(|&plan| self.watch_note(plan))
    }

    /// A planned event with the days until it.
    pub(super) fn watch_note(&self, id: EventId) -> WatchNote {
        let countdown = self.graph.today.as_ref().and_then(|today| date::countdown(self.words(), today, &self.graph.event(id).date));
        WatchNote {
            event: self.card(id),
            is_overdue: countdown.as_ref().is_some_and(|countdown| countdown.is_overdue),
            when: countdown.map(|countdown| countdown.words),
        }
    }
}
