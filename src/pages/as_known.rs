//! «As known on» a day: the chronology with what was known then, from the histories, the days of publication and the corrections.
//!
//! A page is made for days on which knowledge changed otherwise than by a new event, and for so many of them only that a large site
//! stays linear.

use std::collections::BTreeMap;

use serde::Serialize;

use super::frame::Frame;
use super::names::status_label;
use super::parts::{DateLabel, NamedLink, StatusLabel};
use super::period::month_of;
use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::Subject;
use super::timeline::PAGE_SIZE;
use crate::date::{CivilDay, EventDate};
use crate::graph::{EventId, Knowledge, known_on};

/// What `templates/pages/as_known.html` receives as `as_known`.
#[derive(Debug, Clone, Serialize)]
pub struct AsKnown {
    /// The day; none on the page that leads to all of them.
    pub day: Option<DateLabel>,
    /// What became known or was put right on that day.
    pub news: Vec<KnownEvent>,
    pub months: Vec<KnownMonth>,
    /// Earlier events that are too many for this page.
    pub left_out: usize,
    /// «31 events».
    pub count_words: String,
    /// All days with a page.
    pub days: Vec<NamedLink>,
    pub previous: Option<NamedLink>,
    pub next: Option<NamedLink>,
    /// The list holds every event, so that a script can show it as of any day.
    pub is_whole: bool,
    /// The first and the last day that a script offers, as ISO 8601.
    pub first_day: String,
    pub last_day: String,
}

/// The events of a month.
#[derive(Debug, Clone, Serialize)]
pub struct KnownMonth {
    pub name: String,
    pub events: Vec<KnownEvent>,
}

/// An event as it was known.
#[derive(Debug, Clone, Serialize)]
pub struct KnownEvent {
    pub title: String,
    pub href: String,
    pub lang: Option<String>,
    pub date: DateLabel,
    /// How it stood then.
    pub status: StatusLabel,
    /// How it stands now, where that is something else.
    pub status_now: Option<StatusLabel>,
    /// Since when it is known, where the author tells.
    pub since: Option<DateLabel>,
    /// When the page was put right after that day.
    pub corrected: Vec<DateLabel>,
    /// Every step for a script: `2019-07-10 reported 2019-10-03 alleged`.
    pub steps: String,
    /// The days of all corrections, for a script.
    pub corrections: String,
}

/// So many days have a page: those on which most changed.
const MOST_DAYS: usize = 60;
/// So many changes of a day are listed.
const MOST_NEWS: usize = 40;

impl SitePlan<'_> {
    /// The days that have a page, oldest first: those on which most changed, and those that were released.
    pub(super) fn choose_known_days(&self) -> Vec<CivilDay> {
        let mut changes: BTreeMap<CivilDay, usize> = BTreeMap::new();
        for event in &self.graph.events {
            let history = event.history.iter().map(|entry| &entry.known);
            let told = history.chain(&event.known).chain(event.corrections().map(|change| &change.date));
            told.filter_map(EventDate::earliest).for_each(|day| *changes.entry(day).or_default() += 1);
        }
        let mut days: Vec<(CivilDay, usize)> = changes.into_iter().filter(|(day, _)| (1..=9999).contains(&day.year())).collect();
        days.sort_by_key(|&(day, count)| std::cmp::Reverse((count, day)));
        let mut days: Vec<CivilDay> = days.into_iter().take(MOST_DAYS).map(|(day, _)| day).collect();
        // A day that was released stays, since someone may have cited it.
        let released = self.ledger.addresses.keys().filter_map(|address| address.strip_prefix("/as-known/")?.strip_suffix('/'));
        days.extend(released.filter_map(|day| EventDate::parse(day, chrono_tz::Tz::UTC).ok()?.earliest()));
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The pages of what was known when; none for a story in which nothing became known later than it happened.
    pub(super) fn known_pages(&self) -> Vec<(Route, Subject)> {
        if self.outline.known_days.is_empty() {
            return Vec::new();
        }
        let days = self.outline.known_days.iter().map(|&day| (Route::as_known(Some(day)), Subject::AsKnown(Some(day))));
        [(Route::as_known(None), Subject::AsKnown(None))].into_iter().chain(days).collect()
    }

    /// The page of a day, where there is one.
    pub(super) fn known_day_href(&self, date: &EventDate) -> Option<String> {
        let day = date.earliest()?;
        self.outline.known_days.binary_search(&day).is_ok().then(|| Route::as_known(Some(day)).href())
    }

    /// The view of what was known on a day, or of the list of days.
    pub(super) fn as_known_page(&self, day: Option<CivilDay>) -> (Frame, AsKnown) {
        let known: Vec<(EventId, Vec<Knowledge>)> =
            self.graph.event_ids().map(|id| (id, self.graph.knowledge(id))).filter(|(_, steps)| !steps.is_empty()).collect();
        let shown: Vec<(EventId, KnownEvent)> = match day {
            None if known.len() > PAGE_SIZE => Vec::new(),
            _ => known
                .iter()
                .filter_map(|(id, steps)| Some((*id, self.known_event(*id, steps, day.or(Some(steps.last()?.day))?)?)))
                .collect(),
        };
        let is_new = |(id, steps): &&(EventId, Vec<Knowledge>)| {
            let corrected = self.graph.event(*id).corrections().any(|change| change.date.earliest() == day);
            corrected || steps.iter().any(|step| Some(step.day) == day)
        };
        let news = day.map_or(Vec::new(), |day| {
            known.iter().filter(is_new).filter_map(|(id, steps)| self.known_event(*id, steps, day)).take(MOST_NEWS).collect()
        });
        let link = |day: &CivilDay| NamedLink { name: self.label_of_day(*day).text, href: Route::as_known(Some(*day)).href() };
        let at = day.and_then(|day| self.outline.known_days.binary_search(&day).ok());
        let days = known.iter().flat_map(|(_, steps)| steps.iter().map(|step| step.day));
        let (first, last) = days.fold((None, None), |(first, last): (Option<CivilDay>, Option<CivilDay>), day| {
            (Some(first.map_or(day, |first| first.min(day))), Some(last.map_or(day, |last| last.max(day))))
        });
        let left_out = shown.len().saturating_sub(PAGE_SIZE);
        let page = AsKnown {
            day: day.map(|day| self.label_of_day(day)),
            news,
            left_out,
            count_words: self.say_count(shown.len(), "{n} event", "{n} events"),
            is_whole: day.is_none() && !shown.is_empty(),
            months: self.by_month(shown.into_iter().skip(left_out)),
            days: self.outline.known_days.iter().map(link).collect(),
            previous: at.and_then(|at| at.checked_sub(1)).map(|at| link(&self.outline.known_days[at])),
            next: at.and_then(|at| self.outline.known_days.get(at + 1)).map(link),
            first_day: first.map_or(String::new(), |day| day.to_string()),
            last_day: last.map_or(String::new(), |day| day.to_string()),
        };
        let title = page
            .day
            .as_ref()
            .map_or_else(|| self.say("As known on a day"), |day| self.say_with("As known on {date}", &[("date", &day.text)]));
        let mut frame = self.frame(&Route::as_known(day), title, self.say("The story with what was known on a day, and no more"));
        if day.is_some() {
            frame.breadcrumbs = vec![NamedLink { name: self.say("As known on"), href: Route::as_known(None).href() }];
        }
        (frame, page)
    }

    /// An event as it stood on a day; none when it was not known yet.
    fn known_event(&self, id: EventId, steps: &[Knowledge], day: CivilDay) -> Option<KnownEvent> {
        let then = known_on(steps, day)?;
        let event = self.graph.event(id);
        let link = self.event_link(id);
        let corrections: Vec<&EventDate> = event.corrections().map(|change| &change.date).collect();
        let words = |step: &Knowledge| format!("{} {}", step.day, step.status.word());
        Some(KnownEvent {
            title: link.name,
            href: link.href,
            lang: event.lang.clone(),
            date: self.event_date(id).clone(),
            status: status_label(then.status),
            status_now: Some(event.status).filter(|now| *now != then.status).map(status_label),
            since: steps.first().filter(|_| event.known.is_some() || !event.history.is_empty()).map(|step| self.label_of_day(step.day)),
            corrected: corrections
                .iter()
                .filter(|date| date.earliest().is_some_and(|at| at > day))
                .map(|date| self.date_label(date))
                .collect(),
            steps: steps.iter().map(words).collect::<Vec<_>>().join(" "),
            corrections: corrections.iter().filter_map(|date| date.earliest()).map(|day| day.to_string()).collect::<Vec<_>>().join(" "),
        })
    }

    /// Puts events that stand in the order of time under the months in which they begin.
    fn by_month(&self, events: impl Iterator<Item = (EventId, KnownEvent)>) -> Vec<KnownMonth> {
        let mut months: Vec<KnownMonth> = Vec::new();
        for (id, event) in events {
            let date = &self.graph.event(id).date;
            let name = match (month_of(date), date.earliest()) {
                (Some((year, month)), _) => self.month_name(year, month),
                (None, Some(day)) => self.year_name(day.year()),
                (None, None) => event.date.text.clone(),
            };
            match months.last_mut().filter(|month| month.name == name) {
                Some(month) => month.events.push(event),
                None => months.push(KnownMonth { name, events: vec![event] }),
            }
        }
        months
    }

    /// A day as it is shown.
    fn label_of_day(&self, day: CivilDay) -> DateLabel {
        self.date_label(&EventDate::from(day))
    }
}
