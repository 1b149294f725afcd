//! Where what lasted was over: a light row of a chronology, at the day of the end. It is no event, and counts nowhere.
//!
//! In: the events of a list. Out: its rows in the order of time. Never: an end that is planned, open, or known to the year alone.

use serde::Serialize;

use super::Shared;
use super::names::status_label;
use super::parts::{DateLabel, StatusLabel};
use super::route::Route;
use super::site_plan::SitePlan;
use crate::content::kinds::event::Status;
use crate::date::{CivilDay, EventDate, Precision};
use crate::graph::EventId;

/// The end of an event that lasted.
#[derive(Debug, Clone, Serialize)]
pub struct SpanEnd {
    /// The page of the event.
    pub href: String,
    pub title: String,
    /// When it ended.
    pub date: DateLabel,
    pub status: StatusLabel,
    /// The language of the event, where it is not the site's.
    pub lang: Option<String>,
}

/// A row of a chronology: an event, or its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) id: EventId,
    /// The day of the end; none for the event itself.
    pub(super) end: Option<CivilDay>,
}

impl SitePlan<'_> {
    /// The rows of `shown`, a part of a list in the order of time: the events, and behind those of its day each end that falls into the part.
    /// A list in an order of its own has no place for ends.
    pub(super) fn rows(&self, list: &[EventId], shown: &[EventId]) -> Vec<Row> {
        let ends = if list.is_sorted() { self.ends_among(list, shown) } else { Vec::new() };
        let mut ends = ends.into_iter().map(|(day, id)| Row { id, end: Some(day) }).peekable();
        let mut rows = Vec::with_capacity(shown.len());
        for &id in shown {
            while let Some(end) = ends.next_if(|end| self.day_of(id) > end.end) {
                rows.push(end);
            }
            rows.push(Row { id, end: None });
        }
        rows.extend(ends);
        rows
    }

    /// The ends that fall between the first day of a part of a list and the first day of the part behind it, in the order of time.
    fn ends_among(&self, list: &[EventId], shown: &[EventId]) -> Vec<(CivilDay, EventId)> {
        let Some(first) = shown.first() else { return Vec::new() };
        let at = list.partition_point(|id| id < first);
        let from = self.day_of(*first).filter(|_| at > 0);
        let until = list.get(at + shown.len()).and_then(|&next| self.day_of(next));
        if from.is_none() && until.is_none() {
            let mut ends: Vec<_> = shown.iter().filter_map(|&id| Some((self.end_of(id)?.earliest()?, id))).collect();
            ends.sort_unstable();
            return ends;
        }
        // What ends here may have begun on an earlier page.
        let start = self.outline.end_days.partition_point(|(day, _)| from.is_some_and(|from| *day < from));
        let here = self.outline.end_days[start..].iter().take_while(|(day, _)| until.is_none_or(|until| *day < until));
        here.filter(|(_, id)| list.binary_search(id).is_ok()).copied().collect()
    }

    /// The day at which the row of an event stands.
    fn day_of(&self, id: EventId) -> Option<CivilDay> {
        self.graph.event(id).date.order_key().day()
    }

    /// When an event that lasted was over, as far as that is known and past.
    fn end_of(&self, id: EventId) -> Option<EventDate> {
        let event = self.graph.event(id);
        let end = event.date.end().filter(|end| end.precision() >= Precision::Month)?;
        let lasts = matches!((event.date.earliest(), end.earliest()), (Some(first), Some(last)) if first < last);
        let is_over = self.graph.today.as_ref().is_none_or(|today| end.latest() <= today.latest());
        (lasts && is_over && !matches!(event.status, Status::Planned | Status::Cancelled)).then_some(end)
    }

    /// The ends of all events, by their days.
    pub(super) fn find_ends(&self) -> Vec<(CivilDay, EventId)> {
        let mut ends: Vec<_> = self.graph.event_ids().filter_map(|id| Some((self.end_of(id)?.earliest()?, id))).collect();
        ends.sort_unstable();
        ends
    }

    /// The month in which the end of an event stands.
    pub(super) fn block_of_end(&self, id: EventId) -> Option<(String, String)> {
        self.end_of(id).map(|end| self.block_of(&end))
    }

    /// The end of an event as templates receive it.
    pub(super) fn span_end(&self, id: EventId) -> Shared {
        let make = || {
            let event = self.graph.event(id);
            Shared::new(&SpanEnd {
                href: Route::record("events", &event.id).href(),
                title: event.title.clone(),
                date: self.date_label(self.end_of(id).as_ref().unwrap_or(&event.date)),
                status: status_label(event.status),
                lang: event.lang.clone(),
            })
        };
        self.outline.span_ends.get(id, make).clone()
    }
}
