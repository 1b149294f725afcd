//! Lists of events by months and days, with the gaps and bursts between them told in words.

use super::Shared;
use std::collections::BTreeMap;

use super::parts::{DayBlock, MonthBlock, PageLink, Timeline};
use super::route::{ListView, Route};
use super::site_plan::SitePlan;
use super::span_end::Row;
use crate::content::kinds::event::Status;
use crate::date::{self, CivilDay, EventDate, Precision};
use crate::graph::EventId;

/// So many events stand on a page of a list.
pub(super) const PAGE_SIZE: usize = 200;
/// So many of the newest stand on the page that begins with them; all others are on the pages from the beginning on.
const NEWEST: usize = 50;
/// Lists longer than this have a page that begins with the newest.
const BOTH_ORDERS_FROM: usize = 12;
/// A day with more events is crowded …
const UNCROWDED: usize = 5;
/// … shows this many, and discloses the rest.
const OPEN_ON_A_DAY: usize = 3;
/// A month has a burst worth naming when so many events fall into three days.
const BURST: usize = 4;

/// The views of a list of `count` events.
pub(super) fn views(count: usize) -> Vec<ListView> {
    let pages = count.div_ceil(PAGE_SIZE).max(1);
    let mut views: Vec<ListView> = (1..=pages).map(ListView::Oldest).collect();
    if count > BOTH_ORDERS_FROM {
        views.push(ListView::Newest);
    }
    views
}

impl SitePlan<'_> {
    /// Lays out the part of a list that `view` shows; `home` is the list's first page.
    pub(super) fn timeline(&self, events: &[EventId], view: ListView, home: &Route) -> Timeline {
        let pages = events.len().div_ceil(PAGE_SIZE).max(1);
        let (shown, is_newest_first) = (shown(events, view), view == ListView::Newest);
        let other = if is_newest_first { ListView::Oldest(1) } else { ListView::Newest };
        let has_both = events.len() > BOTH_ORDERS_FROM;
        let links = linked_pages(pages, view).map(|number| PageLink {
            number,
            href: home.list(ListView::Oldest(number)).href(),
            is_current: view == ListView::Oldest(number),
            span: self.span(page_of(events, number)),
        });
        Timeline {
            other_order: has_both.then(|| home.list(other).href()),
            pages: links.collect(),
            ..self.lay_out(events, &shown, is_newest_first, |_| true)
        }
    }

    /// A list that is shown whole, oldest first, however long.
    pub(super) fn whole_timeline(&self, events: &[EventId]) -> Timeline {
        self.timeline_within(events, |_| true)
    }

    /// The same, with the ends on some days only: a month tells of no other.
    pub(super) fn timeline_within(&self, events: &[EventId], is_within: impl Fn(CivilDay) -> bool) -> Timeline {
        self.lay_out(events, events, false, is_within)
    }

    /// Lays out the events of a list that are shown, in that order.
    fn lay_out(&self, list: &[EventId], shown: &[EventId], is_newest_first: bool, is_within: impl Fn(CivilDay) -> bool) -> Timeline {
        let (dated, undated): (Vec<EventId>, Vec<EventId>) = shown.iter().copied().partition(|&id| !self.graph.event(id).date.is_unknown());
        let months = self.months(list, &dated, is_newest_first, is_within);
        Timeline {
            has_folds: months.iter().flat_map(|month| &month.days).filter(|day| !day.more.is_empty()).count() > 1,
            months,
            undated: undated.iter().map(|&id| self.card(id)).collect(),
            count: shown.len(),
            total: list.len(),
            is_newest_first,
            other_order: None,
            pages: Vec::new(),
        }
    }

    /// The months of the events of a list that are shown and dated, in the order in which they are shown.
    fn months(&self, list: &[EventId], events: &[EventId], is_newest_first: bool, is_within: impl Fn(CivilDay) -> bool) -> Vec<MonthBlock> {
        let rows = if is_newest_first {
            let in_time: Vec<EventId> = events.iter().rev().copied().collect();
            self.rows(list, &in_time).into_iter().rev().collect()
        } else {
            self.rows(list, events)
        };
        let least_gap = self.graph.least_gap(events);
        let mut months: Vec<MonthBlock> = Vec::new();
        let mut members: Vec<Vec<EventId>> = Vec::new();
        let mut opened = String::new();
        let mut anchors = BTreeMap::new();
        let mut previous: Option<Row> = None;
        for row in rows.into_iter().filter(|row| row.end.is_none_or(&is_within)) {
            let date = &self.graph.event(row.id).date;
            let own = self.outline.month_blocks.get(row.id, || self.block_of(date));
            let month = row.end.and_then(|_| self.block_of_end(row.id)).unwrap_or_else(|| own.clone());
            if members.is_empty() || opened != month.0 {
                opened.clone_from(&month.0);
                months.push(self.open_month(row.end.or(date.earliest()), month, &mut anchors));
                members.push(Vec::new());
            }
            let (Some(block), Some(own)) = (months.last_mut(), members.last_mut()) else { continue };
            let gap =
                previous.filter(|_| !is_newest_first).and_then(|previous| self.days_from(previous, row)).filter(|days| *days > least_gap);
            let gap = gap.map(|days| self.say_with("{span} pass", &[("span", &date::span_in_words(self.words(), days))]));
            if row.end.is_some() {
                block.days.push(DayBlock { ended: Some(self.span_end(row.id)), ..self.open_day(row.id, gap) });
            } else {
                let is_same_day =
                    previous.is_some_and(|previous| previous.end.is_none() && shares_day(&self.graph.event(previous.id).date, date));
                if !is_same_day || block.days.is_empty() {
                    block.days.push(self.open_day(row.id, gap));
                }
                own.push(row.id);
                block.count += 1;
                if let Some(day) = block.days.last_mut() {
                    day.events.push(self.card(row.id));
                }
            }
            previous = Some(row);
        }
        for (month, members) in months.iter_mut().zip(&members) {
            month.burst = self.burst(members);
            let mut rest = members.as_slice();
            for day in &mut month.days {
                let (own, others) = rest.split_at(day.events.len());
                self.fold_crowd(day, own);
                day.only = day.events.first().filter(|_| own.len() == 1).cloned();
                rest = others;
            }
        }
        months
    }

    /// Opens the block of a day.
    fn open_day(&self, id: EventId, gap: Option<String>) -> DayBlock {
        DayBlock { gap, date: self.event_date_value(id), only: None, events: Vec::new(), more: Vec::new(), ended: None }
    }

    /// Days between the first days of two rows; none where a date is open or not known.
    fn days_from(&self, earlier: Row, later: Row) -> Option<i64> {
        let first = |row: Row| row.end.or(self.graph.event(row.id).date.earliest());
        Some(first(later)?.number() - first(earlier)?.number())
    }

    /// Opens the block of a month. A year whose month is not known may part a month in two: the second gets an anchor of its own.
    fn open_month(&self, first: Option<CivilDay>, (key, name): (String, String), anchors: &mut BTreeMap<String, usize>) -> MonthBlock {
        let is_month = key.len() == 7;
        let times = anchors.entry(key.clone()).or_insert(0);
        *times += 1;
        let id = if *times == 1 { key.clone() } else { format!("{key}-part-{times}") };
        let short =
            first.filter(|_| is_month).map_or_else(|| name.clone(), |day| date::month_in_short(self.words(), day.year(), day.month()));
        let href = first.filter(|_| is_month).and_then(|day| {
            let route = Route::period(day.year(), Some(day.month()));
            self.has(&route).then(|| route.href())
        });
        MonthBlock { id, name, short, href, count: 0, burst: None, days: Vec::new() }
    }

    /// Keeps the most important events of a crowded day open and moves the others to `more`, each list in time order.
    fn fold_crowd(&self, day: &mut DayBlock, events: &[EventId]) {
        if events.len() <= UNCROWDED {
            return;
        }
        let mut ranked: Vec<usize> = (0..events.len()).collect();
        ranked.sort_by_key(|&at| (std::cmp::Reverse(self.graph.event(events[at]).importance), at));
        let mut is_open = vec![false; events.len()];
        ranked.iter().take(OPEN_ON_A_DAY).for_each(|&at| is_open[at] = true);
        let cards: Vec<Shared> = std::mem::take(&mut day.events);
        for (card, is_open) in cards.into_iter().zip(is_open) {
            if is_open { day.events.push(card) } else { day.more.push(card) }
        }
    }

    /// Names the densest days of a month: «6 events in 2 days».
    fn burst(&self, events: &[EventId]) -> Option<String> {
        let mut days: Vec<i64> = events
            .iter()
            .map(|&id| &self.graph.event(id).date)
            .filter(|date| date.is_exact())
            .filter_map(|date| date.earliest().map(|day| day.number()))
            .collect();
        days.sort_unstable();
        let mut best: Option<(usize, i64)> = None;
        for (at, first) in days.iter().enumerate() {
            let run = days[at..].iter().take_while(|day| *day - first < 3).count();
            if best.is_none_or(|(count, _)| run > count) {
                best = Some((run, days[at + run - 1] - first + 1));
            }
        }
        let (count, span) = best.filter(|(count, _)| *count >= BURST && *count < events.len() + 1)?;
        let days = date::span_in_words(self.words(), span);
        let events = self.say_count(count, "{n} event", "{n} events");
        Some(self.say_with("{events} in {days}", &[("events", &events), ("days", &days)]))
    }

    /// The anchor and the name of the block in which a date stands: its month, or its year where the month is not known.
    pub(super) fn block_of(&self, date: &EventDate) -> (String, String) {
        let Some(day) = date.earliest() else {
            let words = self.date_label(date).text;
            return ("open".to_owned(), words);
        };
        match date.precision() {
            Precision::Month | Precision::Day | Precision::Minute => {
                (format!("{}-{:02}", day.year(), day.month()), self.month_name(day.year(), day.month()))
            }
            _ => (day.year().to_string(), self.year_name(day.year())),
        }
    }

    /// What a page of a list covers: `Jan 2017 – Mar 2018`.
    fn span(&self, events: &[EventId]) -> String {
        let mut months =
            events.iter().map(|&id| &self.graph.event(id).date).filter(|date| !date.is_unknown()).map(|date| self.block_of(date).1);
        let Some(first) = months.next() else { return String::new() };
        match months.next_back() {
            Some(last) if last != first => format!("{first} – {last}"),
            _ => first,
        }
    }

    /// The newest event of a list that has happened on a known date; background periods do not count.
    pub(super) fn latest(&self, events: &[EventId]) -> Option<Shared> {
        let has_happened = |id: &&EventId| {
            let event = self.graph.event(**id);
            !event.is_era && !event.date.is_unknown() && !matches!(event.status, Status::Planned | Status::Cancelled)
        };
        events.iter().filter(has_happened).max().map(|&id| self.card(id))
    }

    /// The card of an event.
    pub(super) fn card(&self, id: EventId) -> Shared {
        self.outline.cards.get(id, || Shared::new(&self.make_card(id))).clone()
    }
}

/// The events of a list that stand on a page of it, in the order of that page.
pub(super) fn shown(events: &[EventId], view: ListView) -> Vec<EventId> {
    match view {
        ListView::Oldest(page) => page_of(events, page).to_vec(),
        ListView::Newest => events.iter().rev().take(NEWEST).copied().collect(),
    }
}

fn page_of(events: &[EventId], page: usize) -> &[EventId] {
    events.chunks(PAGE_SIZE).nth(page - 1).unwrap_or_default()
}

/// The pages of a list that one of them links: its neighbours, the first, the last, and some tenths of the way. So a page of a long list
/// is no longer than that of a short one.
pub(super) fn linked_pages(pages: usize, view: ListView) -> impl Iterator<Item = usize> {
    let current = match view {
        ListView::Oldest(page) => page,
        ListView::Newest => pages,
    };
    let stride = pages.div_ceil(10);
    let is_linked = move |page: &usize| page.abs_diff(current) <= 5 || *page == 1 || *page == pages || page.is_multiple_of(stride);
    (1..=pages).filter(move |_| pages > 1).filter(is_linked)
}

/// Says whether two dates stand in one block of a list: the same exact day, or the same words.
pub(super) fn shares_day(a: &EventDate, b: &EventDate) -> bool {
    let is_one_day =
        |date: &EventDate| matches!(date.precision(), Precision::Day | Precision::Minute) && date.is_exact() && !date.is_interval();
    if is_one_day(a) && is_one_day(b) { a.earliest() == b.earliest() } else { a.text() == b.text() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_a_long_list_links_its_neighbours_the_ends_and_the_tenths_of_the_way() {
        let linked = |pages, page| linked_pages(pages, ListView::Oldest(page)).collect::<Vec<_>>();
        assert!(linked(1, 1).is_empty());
        assert_eq!(linked(3, 2), [1, 2, 3]);
        assert_eq!(linked(10, 1), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        assert_eq!(linked(500, 42), [1, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500]);
    }
}
