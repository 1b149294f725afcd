//! The timeline: neighbours in time, and the quiet stretches between events.

use super::{EventGraph, EventId, StorylineId};

/// A quiet stretch between two events that follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Whole days from the last day of the one to the first day of the other.
    pub days: i64,
}

/// A gap is told when it is longer than this many days …
const MIN_GAP_DAYS: i64 = 7;
/// … and longer than this many times the median step of the list.
const GAP_TO_MEDIAN: i64 = 4;

impl EventGraph {
    /// The event before and the event after in time. Events whose date is not known have no neighbours.
    pub fn neighbours(&self, id: EventId) -> (Option<EventId>, Option<EventId>) {
        let is_dated = |id: &EventId| !self.event(*id).date.is_unknown();
        if !is_dated(&id) {
            return (None, None);
        }
        let before = id.index().checked_sub(1).map(EventId::new);
        let after = (id.index() + 1 < self.events.len()).then(|| EventId::new(id.index() + 1));
        (before, after.filter(is_dated))
    }

    /// The event before and the event after in a storyline.
    pub fn neighbours_in(&self, storyline: StorylineId, id: EventId) -> (Option<EventId>, Option<EventId>) {
        let events = &self.storyline(storyline).events;
        let at = match events.binary_search(&id) {
            Ok(at) => Some(at),
            // A curated storyline need not be in the order of the timeline.
            Err(_) => events.iter().position(|event| *event == id),
        };
        let Some(at) = at else { return (None, None) };
        (at.checked_sub(1).map(|before| events[before]), events.get(at + 1).copied())
    }

    /// The gaps worth telling in a list of events in time order: one entry for each event after the first.
    pub fn gaps(&self, events: &[EventId]) -> Vec<Option<Gap>> {
        let least = self.least_gap(events);
        let days = events.windows(2).map(|pair| self.days_between(pair[0], pair[1]));
        days.map(|days| days.filter(|days| *days > least).map(|days| Gap { days })).collect()
    }

    /// A gap in this list is worth telling when it is longer than so many days.
    pub fn least_gap(&self, events: &[EventId]) -> i64 {
        let days = events.windows(2).filter_map(|pair| self.days_between(pair[0], pair[1]));
        let mut steps: Vec<i64> = days.filter(|days| *days > 0).collect();
        steps.sort_unstable();
        let median = steps.get(steps.len() / 2).copied().unwrap_or(0);
        MIN_GAP_DAYS.max(GAP_TO_MEDIAN * median)
    }

    /// Days between the first days of two events; none where a date is open or not known.
    fn days_between(&self, earlier: EventId, later: EventId) -> Option<i64> {
        let from = self.event(earlier).date.earliest()?;
        let to = self.event(later).date.earliest()?;
        Some(to.number() - from.number())
    }
}
