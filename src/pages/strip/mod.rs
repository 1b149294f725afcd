//! The strip: all events of a list on one line of time, in proportion, small enough to stand on every page.
//!
//! In: events. Out: numbers for SVG, in percentages of the width and in pixels of the height, and the same in words. Never: more than a
//! bounded number of marks: above [`MARKS`] events, a bar stands for a month or a year.

mod axis;
mod marks;
mod periods;
mod small;

pub use axis::StripTick;
pub use marks::{StripEra, StripMark};
pub use small::{SmallStrip, StoryStrip};

use serde::Serialize;

use axis::Axis;

use super::parts::CountedLink;
use super::route::Route;
use super::site_plan::SitePlan;
use super::storyline_mark::StorylineMark;
use crate::date::CivilDay;
use crate::graph::EventId;

/// A strip on which every event, or every month, is a link.
#[derive(Debug, Clone, Serialize)]
pub struct Strip {
    /// In pixels, with the names of the ticks.
    pub height: usize,
    /// Where the marks stand, in pixels from the top.
    pub baseline: usize,
    /// The edge at which lines begin: `0%`, or `100%` from right to left.
    pub start: &'static str,
    pub ticks: Vec<StripTick>,
    pub eras: Vec<StripEra>,
    /// The storylines that have a row of their own, from the top; empty where all events share one.
    pub rows: Vec<StripRow>,
    pub marks: Vec<StripMark>,
    /// A mark stands for all events of a period.
    pub is_binned: bool,
    /// «72 events».
    pub event_words: String,
    /// The months or years of the first and the last event.
    pub from: String,
    pub to: String,
    /// The period with the most events.
    pub most: Option<CountedLink>,
    /// How many events each month or year has: the strip in words, where its marks stand for periods.
    pub periods: Vec<CountedLink>,
}

/// A row of the strip.
#[derive(Debug, Clone, Serialize)]
pub struct StripRow {
    /// Its lower edge, in pixels.
    pub y: usize,
    pub storyline: Option<StorylineMark>,
}

/// A strip with more events shows bars.
const MARKS: usize = 120;
/// Fewer events need no strip.
const LEAST: usize = 3;
/// So many storylines have rows of their own.
const ROWS: usize = 4;
/// The height of the row of all events, and that of one of several, in pixels.
const WHOLE_ROW: usize = 46;
const SHARED_ROW: usize = 22;
/// The height of the names below.
const NAMES: usize = 18;

impl SitePlan<'_> {
    /// The day at which an event stands on a strip; none for periods and where the date is not known.
    fn day_on_strip(&self, id: EventId) -> Option<CivilDay> {
        let event = self.graph.event(id);
        event.date.order_key().day().filter(|_| !event.is_era)
    }

    /// Lays out the strip of a list; none where it would say nothing. `is_whole` gives the story's few storylines rows of their own.
    pub(super) fn strip(&self, events: &[EventId], is_whole: bool, is_mirrored: bool) -> Option<Strip> {
        let dated: Vec<(EventId, CivilDay)> = events.iter().filter_map(|&id| Some((id, self.day_on_strip(id)?))).collect();
        let days = dated.iter().map(|&(_, day)| day);
        let axis = Axis::around(days.clone(), is_mirrored).filter(|_| dated.len() >= LEAST)?;
        let periods = periods::periods(self, &axis, days);
        let is_binned = dated.len() > MARKS;
        let (rows, row_height) = if is_whole && !is_binned { self.strip_rows(&dated) } else { (Vec::new(), WHOLE_ROW) };
        let baseline = rows.last().map_or(WHOLE_ROW, |row| row.y);
        let marks = if is_binned { self.strip_bars(&axis, &periods, baseline) } else { self.strip_marks(&axis, &dated, &rows, row_height) };
        let periods: Vec<CountedLink> = periods.into_iter().map(|period| period.link).collect();
        let (from, to) = periods::ends(self.words(), &axis);
        Some(Strip {
            height: baseline + NAMES,
            baseline,
            start: if is_mirrored { "100%" } else { "0%" },
            ticks: axis.ticks(self.words(), |year, month| self.period_href(year, month)),
            eras: self.strip_eras(&axis, events),
            rows,
            marks,
            is_binned,
            event_words: self.say_count(dated.len(), "{n} event", "{n} events"),
            from,
            to,
            most: most_events(&periods),
            periods: if is_binned { periods } else { Vec::new() },
        })
    }

    fn period_href(&self, year: i64, month: Option<u8>) -> Option<String> {
        let route = Route::period(year, month);
        self.has(&route).then(|| route.href())
    }

    /// The rows of the storylines, where they are few, and the height of each; the last is for events of none.
    fn strip_rows(&self, dated: &[(EventId, CivilDay)]) -> (Vec<StripRow>, usize) {
        if !(2..=ROWS).contains(&self.graph.storylines.len()) {
            return (Vec::new(), WHOLE_ROW);
        }
        let mut marks = self.storyline_marks();
        marks.sort_by_key(|mark| mark.rank);
        let mut storylines: Vec<Option<StorylineMark>> = marks.into_iter().map(Some).collect();
        if dated.iter().any(|(id, _)| self.graph.event(*id).storylines.is_empty()) {
            storylines.push(None);
        }
        let rows = storylines.into_iter().enumerate().map(|(at, storyline)| StripRow { y: (at + 1) * SHARED_ROW, storyline });
        (rows.collect(), SHARED_ROW)
    }
}

/// The period with the most events, the first of several; none where all are alike.
fn most_events(periods: &[CountedLink]) -> Option<CountedLink> {
    let most = periods.iter().map(|period| period.count).max()?;
    let is_alike = periods.iter().all(|period| period.count == most);
    periods.iter().find(|period| period.count == most && !is_alike).cloned()
}
