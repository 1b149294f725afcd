//! Since when an event was known, and how it stood then: what `known`, `history` and the date say together.

use super::{EventGraph, EventId};
use crate::content::kinds::event::Status;
use crate::date::{CivilDay, EventDate};

/// From this day on, until the next step, the event stood so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Knowledge {
    pub day: CivilDay,
    pub status: Status,
}

impl EventGraph {
    /// What was known of an event, step by step, oldest first. Empty where no day is told.
    ///
    /// An event counts as known from the first entry of its `history`, or else from `known`, or else from its date. Its own status
    /// holds from `known` or its date on; where an entry of the history is as late and says something else, from `updated` or today on.
    pub fn knowledge(&self, id: EventId) -> Vec<Knowledge> {
        let event = self.event(id);
        let mut steps: Vec<Knowledge> = Vec::new();
        let mut history: Vec<_> = event.history.iter().filter_map(|entry| Some((entry.known.earliest()?, entry.status))).collect();
        history.sort_by_key(|(day, _)| *day);
        for (day, status) in history {
            let status = status.or(steps.last().map(|step| step.status)).unwrap_or(event.status);
            steps.push(Knowledge { day, status });
        }
        let first_day = |date: &Option<EventDate>| date.as_ref().and_then(EventDate::earliest);
        let today = first_day(&self.today);
        let happened = if event.status == Status::Planned { first_day(&event.published).or(today) } else { event.date.earliest() };
        let own = first_day(&event.known).or(happened);
        let last = steps.last().copied();
        let day = match last {
            Some(last) if last.status == event.status => None,
            Some(last) => [own, first_day(&event.updated), today].into_iter().flatten().find(|day| *day > last.day),
            None => own,
        };
        steps.extend(day.map(|day| Knowledge { day, status: event.status }));
        steps
    }
}

/// The step that held on a day; none before the event was known.
pub fn known_on(steps: &[Knowledge], day: CivilDay) -> Option<Knowledge> {
    steps.iter().take_while(|step| step.day <= day).last().copied()
}
