//! The marks of a strip: one an event, stacked where they meet, or one a period; and the bands of eras.

use std::collections::BTreeMap;

use serde::Serialize;

use super::StripRow;
use super::axis::Axis;
use super::periods::Period;
use crate::content::kinds::event::Status;
use crate::date::CivilDay;
use crate::graph::EventId;
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

/// A mark that leads to an event or to a period.
#[derive(Debug, Clone, Serialize)]
pub struct StripMark {
    pub x: String,
    pub width: String,
    /// In pixels from the top.
    pub y: String,
    pub height: String,
    pub href: String,
    /// «7 October 2019: 28 organisations listed».
    pub title: String,
    /// `certain`, `doubtful` or `planned`; each has a look of its own besides its colour.
    pub standing: &'static str,
}

/// The band of an era.
#[derive(Debug, Clone, Serialize)]
pub struct StripEra {
    pub x: String,
    pub width: String,
    pub href: String,
    pub title: String,
}

/// So many eras are drawn, the most important first.
const ERAS: usize = 8;
/// The height of a mark for each point of importance, in pixels.
const STEP: f64 = 2.8;
/// Space between the rows, in pixels.
const SPACE: f64 = 4.0;

impl SitePlan<'_> {
    /// One bar a period; the highest is as high as there is room. Heights go by the square root, or one busy month would flatten all others.
    pub(super) fn strip_bars(&self, axis: &Axis, periods: &[Period], baseline: usize) -> Vec<StripMark> {
        let most = periods.iter().map(|period| period.link.count).max().unwrap_or(1) as f64;
        let room = baseline as f64 - SPACE;
        let bar = |period: &Period| {
            let (x, width) = axis.span_edges(period.first, period.end);
            let height = ((period.link.count as f64 / most).sqrt() * room).max(2.0);
            StripMark {
                x,
                width,
                y: format!("{:.1}", baseline as f64 - height),
                height: format!("{height:.1}"),
                href: period.link.href.clone(),
                title: format!("{}{}{}", period.link.name, self.say(": "), self.say_count(period.link.count, "{n} event", "{n} events")),
                standing: "certain",
            }
        };
        periods.iter().map(bar).collect()
    }

    /// One mark an event, as high as it is important; those that fall into one slot stand upon each other, pressed together to fit.
    pub(super) fn strip_marks(&self, axis: &Axis, dated: &[(EventId, CivilDay)], rows: &[StripRow], row_height: usize) -> Vec<StripMark> {
        let mut columns: BTreeMap<(usize, usize), Vec<EventId>> = BTreeMap::new();
        for &(id, day) in dated {
            columns.entry((axis.slot(day), self.row_of(id, rows))).or_default().push(id);
        }
        let mut marks = Vec::with_capacity(dated.len());
        for ((slot, row), events) in columns {
            let (x, width) = axis.slot_edges(slot);
            let room = row_height as f64 - SPACE;
            // In a row of its own, a mark of the highest importance fills the row.
            let step = STEP.min(room / 10.0);
            let whole: f64 = events.iter().map(|&id| self.importance(id) * step).sum();
            let scale = step * (room / whole).min(1.0);
            let mut bottom = rows.get(row).map_or(row_height, |row| row.y) as f64;
            for id in events {
                let height = self.importance(id) * scale;
                bottom -= height;
                marks.push(self.strip_mark(id, (&x, &width), bottom, height));
            }
        }
        marks
    }

    fn strip_mark(&self, id: EventId, (x, width): (&str, &str), top: f64, height: f64) -> StripMark {
        let event = self.graph.event(id);
        StripMark {
            x: x.to_owned(),
            width: width.to_owned(),
            y: format!("{top:.1}"),
            // What stands upon each other is kept apart by a hair.
            height: format!("{:.1}", (height - 0.6).max(0.6)),
            href: Route::record("events", &event.id).href(),
            title: format!("{}{}{}", self.date_label(&event.date).short, self.say(": "), event.title),
            standing: self.standing(id),
        }
    }

    /// How sure it is that an event was, and when.
    fn standing(&self, id: EventId) -> &'static str {
        let event = self.graph.event(id);
        match event.status {
            Status::Planned | Status::Cancelled => "planned",
            Status::Confirmed if !event.date.is_approximate() && !event.date.is_uncertain() && !event.date.is_set() => "certain",
            _ => "doubtful",
        }
    }

    fn importance(&self, id: EventId) -> f64 {
        f64::from(self.graph.event(id).importance.max(1))
    }

    /// The row of an event: that of its first storyline.
    fn row_of(&self, id: EventId, rows: &[StripRow]) -> usize {
        let storyline = self.graph.event(id).storylines.first().map(|&first| self.storyline_link(first).href);
        rows.iter().position(|row| row.storyline.as_ref().map(|mark| &mark.href) == storyline.as_ref()).unwrap_or(0)
    }

    /// The bands of the eras that reach into the axis, in the order of time.
    pub(super) fn strip_eras(&self, axis: &Axis, events: &[EventId]) -> Vec<StripEra> {
        let is_drawn = |id: &EventId| self.graph.event(*id).is_era && !self.graph.event(*id).date.is_unknown();
        let mut eras: Vec<EventId> = events.iter().copied().filter(is_drawn).collect();
        eras.sort_by_key(|&id| (std::cmp::Reverse(self.graph.event(id).importance), id));
        eras.truncate(ERAS);
        eras.sort_unstable();
        let band = |id: EventId| {
            let event = self.graph.event(id);
            let from = event.date.earliest().unwrap_or(axis.first).max(axis.first);
            let until = event.date.latest().unwrap_or(axis.last).min(axis.last);
            let (x, width) = axis.span_edges(from, until);
            let href = Route::record("events", &event.id).href();
            (from <= until).then(|| StripEra {
                x,
                width,
                href,
                title: format!("{}{}{}", self.date_label(&event.date).short, self.say(": "), event.title),
            })
        };
        eras.into_iter().filter_map(band).collect()
    }
}
