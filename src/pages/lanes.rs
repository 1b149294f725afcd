//! Lanes: the storylines side by side, a column each, in rows of days below their months.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Shared;
use super::frame::Frame;
use super::parts::{CountedLink, NamedLink};
use super::period::year_of;
use super::route::Route;
use super::site_plan::SitePlan;
use super::storyline_mark::StorylineMark;
use super::subject::Subject;
use super::timeline::{PAGE_SIZE, shares_day};
use crate::date;
use crate::graph::{EventId, StorylineId};

/// What `templates/pages/lanes.html` receives as `lanes`.
#[derive(Debug, Clone, Serialize)]
pub struct LanesPage {
    pub title: String,
    /// The columns.
    pub lanes: Vec<Lane>,
    /// Storylines with fewer events, which have no column.
    pub left_out: Vec<CountedLink>,
    /// Each with its rows; events whose date is not known come last.
    pub months: Vec<LaneMonth>,
    /// Events on this page, and those that it is about.
    pub count: usize,
    pub total: usize,
    /// The pages of the years, where the story is too long for one page.
    pub years: Vec<CountedLink>,
    pub previous: Option<NamedLink>,
    pub next: Option<NamedLink>,
}

/// A column.
#[derive(Debug, Clone, Serialize)]
pub struct Lane {
    pub storyline: StorylineMark,
    /// All its events.
    pub count: usize,
}

/// The rows of a month.
#[derive(Debug, Clone, Serialize)]
pub struct LaneMonth {
    /// The anchor: `2019-10`.
    pub id: String,
    pub name: String,
    /// The month's own page.
    pub href: Option<String>,
    pub count: usize,
    pub rows: Vec<LaneRow>,
}

/// A day, or one uncertain date, across all lanes.
#[derive(Debug, Clone, Serialize)]
pub struct LaneRow {
    /// «11 weeks pass», before this row.
    pub gap: Option<String>,
    pub date: Shared,
    /// A list of events for each lane.
    pub cells: Vec<Vec<LaneEvent>>,
}

/// An event in a lane.
#[derive(Debug, Clone, Serialize)]
pub struct LaneEvent {
    pub event: Shared,
    /// The other lanes in which it stands in the same row.
    pub others: Vec<StorylineMark>,
    /// It stands in a lane before this one already.
    pub is_again: bool,
}

/// The lanes of a site, chosen once: their storylines by title, and their events.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    storylines: Vec<StorylineId>,
    events: Vec<EventId>,
    /// The events by year, where there are too many for one page.
    years: BTreeMap<i64, Vec<EventId>>,
}

/// One lane needs no comparison, and more would be too narrow to read.
const FEWEST: usize = 2;
const MOST: usize = 6;

impl SitePlan<'_> {
    /// Chooses the storylines with the most events; none where there are no two to compare.
    pub(super) fn choose_lanes(&self) -> Lanes {
        let by_title = self.storylines_by_title();
        let mut ranked: Vec<(usize, StorylineId)> = by_title.into_iter().enumerate().filter(|(_, id)| self.event_count(*id) > 0).collect();
        ranked.sort_by_key(|&(rank, id)| (std::cmp::Reverse(self.event_count(id)), rank));
        ranked.truncate(MOST);
        ranked.sort_unstable();
        if ranked.len() < FEWEST {
            return Lanes::default();
        }
        let storylines: Vec<StorylineId> = ranked.into_iter().map(|(_, id)| id).collect();
        let events: BTreeSet<EventId> = storylines.iter().flat_map(|&id| self.graph.storyline(id).events.iter().copied()).collect();
        let events: Vec<EventId> = events.into_iter().collect();
        let mut years: BTreeMap<i64, Vec<EventId>> = BTreeMap::new();
        if events.len() > PAGE_SIZE {
            for &event in &events {
                if let Some(year) = year_of(&self.graph.event(event).date) {
                    years.entry(year).or_default().push(event);
                }
            }
        }
        Lanes { storylines, events, years }
    }

    /// The page of all lanes, and one a year in a long story.
    pub(super) fn lanes_pages(&self) -> Vec<(Route, Subject)> {
        let whole = (!self.outline.lanes.storylines.is_empty()).then_some(None);
        let years = self.outline.lanes.years.keys().map(|&year| Some(year));
        whole.into_iter().chain(years).map(|year| (Route::lanes(year), Subject::Lanes(year))).collect()
    }

    /// The address of the page of all lanes, where there is one.
    pub(super) fn lanes_href(&self) -> Option<String> {
        (!self.outline.lanes.storylines.is_empty()).then(|| Route::lanes(None).href())
    }

    /// The view of the lanes, of the whole story or of a year.
    pub(super) fn lanes_page(&self, year: Option<i64>) -> (Frame, LanesPage) {
        let lanes = &self.outline.lanes;
        let events = match year {
            Some(year) => lanes.years.get(&year).map_or(&[][..], Vec::as_slice),
            None => &lanes.events,
        };
        let marks = self.storyline_marks();
        let marks: Vec<StorylineMark> = lanes.storylines.iter().map(|id| marks[id.index()].clone()).collect();
        let shown = self.most_important(events);
        let year_link = |(year, events): (&i64, &Vec<EventId>)| CountedLink {
            name: self.year_name(*year),
            href: Route::lanes(Some(*year)).href(),
            count: events.len(),
        };
        let neighbour = |found: Option<(&i64, &Vec<EventId>)>| {
            let CountedLink { name, href, .. } = year_link(found?);
            Some(NamedLink { name, href })
        };
        let page = LanesPage {
            title: year.map_or_else(
                || self.say("Storylines side by side"),
                |year| self.say_with("Storylines side by side, {year}", &[("year", &self.year_name(year))]),
            ),
            left_out: self.storylines_without_lane(),
            months: self.lane_months(&marks, &shown),
            lanes: lanes.storylines.iter().zip(marks).map(|(&id, storyline)| Lane { storyline, count: self.event_count(id) }).collect(),
            count: shown.len(),
            total: events.len(),
            years: if year.is_none() { lanes.years.iter().map(year_link).collect() } else { Vec::new() },
            previous: year.and_then(|year| neighbour(lanes.years.range(..year).next_back())),
            next: year.and_then(|year| neighbour(lanes.years.range(year + 1..).next())),
        };
        let about = self.say("Each storyline in a column of its own, day by day");
        let mut frame = self.frame(&Route::lanes(year), page.title.clone(), about);
        frame.section = Route::index("storylines").href();
        frame.breadcrumbs = vec![NamedLink { name: self.say("Storylines"), href: Route::index("storylines").href() }];
        frame.breadcrumbs.extend(year.map(|_| NamedLink { name: self.say("Storylines side by side"), href: Route::lanes(None).href() }));
        (frame, page)
    }

    fn event_count(&self, id: StorylineId) -> usize {
        self.graph.storyline(id).events.len()
    }

    fn storylines_without_lane(&self) -> Vec<CountedLink> {
        let others =
            self.storylines_by_title().into_iter().filter(|id| !self.outline.lanes.storylines.contains(id) && self.event_count(*id) > 0);
        let link = |id: StorylineId| {
            let NamedLink { name, href } = self.storyline_link(id);
            CountedLink { name, href, count: self.event_count(id) }
        };
        others.map(link).collect()
    }

    /// As many events as stand on a page, the most important, in the order of time.
    fn most_important(&self, events: &[EventId]) -> Vec<EventId> {
        let mut ranked = events.to_vec();
        if ranked.len() > PAGE_SIZE {
            ranked.sort_by_key(|&id| (std::cmp::Reverse(self.graph.event(id).importance), id));
            ranked.truncate(PAGE_SIZE);
            ranked.sort_unstable();
        }
        ranked
    }

    fn lane_months(&self, marks: &[StorylineMark], events: &[EventId]) -> Vec<LaneMonth> {
        let (dated, undated): (Vec<EventId>, Vec<EventId>) = events.iter().partition(|&&id| !self.graph.event(id).date.is_unknown());
        let gaps = self.graph.gaps(&dated);
        let mut months: Vec<LaneMonth> = Vec::new();
        let mut previous: Option<EventId> = None;
        for (at, &id) in dated.iter().enumerate() {
            let date = &self.graph.event(id).date;
            let (key, name) = self.block_of(date);
            if months.last().is_none_or(|month| month.id != key) {
                let href = self.month_link(date).map(|link| link.href);
                months.push(LaneMonth { id: key, name, href, count: 0, rows: Vec::new() });
            }
            let gap = at
                .checked_sub(1)
                .and_then(|before| gaps[before])
                .map(|gap| self.say_with("{span} pass", &[("span", &date::span_in_words(self.words(), gap.days))]));
            let is_same_day = previous.is_some_and(|previous| shares_day(&self.graph.event(previous).date, date));
            if let Some(month) = months.last_mut() {
                if !is_same_day || month.rows.is_empty() {
                    month.rows.push(LaneRow { gap, date: self.event_date_value(id), cells: vec![Vec::new(); marks.len()] });
                }
                self.place_in_lanes(month, marks, id);
            }
            previous = Some(id);
        }
        if !undated.is_empty() {
            let mut last = LaneMonth { id: "undated".to_owned(), name: self.say("Date not known"), href: None, count: 0, rows: Vec::new() };
            for id in undated {
                last.rows.push(LaneRow { gap: None, date: self.event_date_value(id), cells: vec![Vec::new(); marks.len()] });
                self.place_in_lanes(&mut last, marks, id);
            }
            months.push(last);
        }
        number_parts(&mut months);
        months
    }

    /// Puts an event into the last row of a month, once for each of its lanes.
    fn place_in_lanes(&self, month: &mut LaneMonth, marks: &[StorylineMark], id: EventId) {
        month.count += 1;
        let Some(row) = month.rows.last_mut() else { return };
        let storylines = &self.graph.event(id).storylines;
        let own: Vec<usize> = (0..marks.len()).filter(|&lane| storylines.contains(&self.outline.lanes.storylines[lane])).collect();
        for (at, &lane) in own.iter().enumerate() {
            let others = own.iter().filter(|other| **other != lane).map(|&other| marks[other].clone());
            row.cells[lane].push(LaneEvent { event: self.card(id), others: others.collect(), is_again: at > 0 });
        }
    }
}

/// A year whose month is not known may part a month in two: the second gets an anchor of its own.
fn number_parts(months: &mut [LaneMonth]) {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for month in months {
        let times = times.entry(month.id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            month.id = format!("{}-part-{times}", month.id);
        }
    }
}
