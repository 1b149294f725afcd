//! Calendars: events as entries of a calendar program, for as far as a calendar can say when they happened.

use chrono::{DateTime, NaiveDate, Utc};
use url::Url;

use super::DownloadScope;
use crate::content::kinds::event::Status;
use crate::date::{CivilDay, EventDate, Precision};
use crate::graph::EventId;
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

/// A calendar to subscribe to, or the one entry of an event.
#[derive(Debug, Clone)]
pub struct Calendar {
    pub name: String,
    pub description: String,
    /// The page that it belongs to; none where the site has no address.
    pub url: Option<String>,
    /// The calendar's own address.
    pub source: Option<String>,
    /// In the order of the timeline.
    pub entries: Vec<CalendarEntry>,
}

/// An event in a calendar.
#[derive(Debug, Clone)]
pub struct CalendarEntry {
    /// Stays the same whatever becomes of title and date.
    pub uid: String,
    /// When the page last changed in substance.
    pub stamp: NaiveDate,
    /// How often the page changed in substance.
    pub sequence: usize,
    pub when: When,
    /// The title, after the date in words where the calendar cannot say it rightly.
    pub title: String,
    pub description: String,
    pub location: String,
    /// Degrees north and east.
    pub coordinates: Option<(f64, f64)>,
    pub categories: Vec<String>,
    pub standing: Standing,
    pub url: Option<String>,
    /// The ids of its storylines.
    pub storylines: Vec<String>,
    /// The links it makes: the kind's word, and the uid of the other event.
    pub links: Vec<(String, String)>,
}

/// When an entry is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From a moment on, and until another where one was written.
    Moments(DateTime<Utc>, Option<DateTime<Utc>>),
    /// Whole days, the last one included.
    Days(NaiveDate, NaiveDate),
}

/// How sure an entry is, in the words of calendars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Tentative,
    Confirmed,
    Cancelled,
}

impl SitePlan<'_> {
    /// The calendar of a scope. Events without a date, and those before the year 1 or after 9999, have no place in it.
    pub fn calendar(&self, scope: DownloadScope) -> Calendar {
        let (name, url) = self.named(scope);
        let route = self.download_route(scope, super::DownloadFormat::Calendar);
        Calendar {
            name,
            description: self.config.description.clone(),
            url: ascii(&url),
            source: ascii(&self.full_address(&route)),
            entries: self.events_in(scope).into_iter().filter_map(|id| self.calendar_entry(id)).collect(),
        }
    }

    fn calendar_entry(&self, id: EventId) -> Option<CalendarEntry> {
        let event = self.graph.event(id);
        let when = when(&event.date)?;
        let url = self.full_address(&Route::record("events", &event.id));
        let summary = event.summary.as_ref().unwrap_or(&event.text.excerpt);
        let places = || event.places.iter().map(|&place| self.graph.place(place));
        let link = |link: &crate::graph::LinkId| {
            let link = self.graph.link(*link);
            (self.graph.link_kinds.get(link.kind).word.clone(), self.uid(link.to))
        };
        Some(CalendarEntry {
            uid: self.uid(id),
            stamp: self.stamp_day(id),
            sequence: event.changes.iter().filter(|change| change.is_major()).count(),
            when,
            title: if is_shown_rightly(&event.date) {
                event.title.clone()
            } else {
                format!("({}) {}", self.event_date(id).text, event.title)
            },
            description: [
                summary.as_str(),
                &self.say_with(
                    "Date: {date}. Status: {status}.",
                    &[("date", &self.event_date(id).text), ("status", &self.say(event.status.word()))],
                ),
                &url,
            ]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n"),
            location: places().map(|place| place.name.as_str()).collect::<Vec<_>>().join("; "),
            coordinates: places().find_map(|place| place.coordinates),
            categories: event.tags.iter().map(|&tag| self.tag_link(tag).name).collect(),
            standing: match event.status {
                Status::Confirmed => Standing::Confirmed,
                Status::Retracted | Status::Cancelled => Standing::Cancelled,
                Status::Planned | Status::Reported | Status::Alleged | Status::Disputed => Standing::Tentative,
            },
            url: ascii(&url),
            storylines: event.storylines.iter().map(|&storyline| self.graph.storyline(storyline).id.to_string()).collect(),
            links: event.links.iter().map(link).collect(),
        })
    }

    /// The event's id at the site's host, or at its name where it has no address.
    fn uid(&self, id: EventId) -> String {
        let site = self.config.url.as_ref().and_then(Url::host_str).map_or_else(|| self.key(), str::to_owned);
        format!("{}@{site}", self.graph.event(id).id)
    }

    /// A name for the site that may stand in an id: from its address, or from its title.
    pub(super) fn key(&self) -> String {
        let name = match &self.config.url {
            Some(url) => format!("{}{}", url.host_str().unwrap_or_default(), url.path()),
            None => self.config.title.clone(),
        };
        let words: Vec<String> =
            name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
        if words.is_empty() { "dateline".to_owned() } else { words.join("-") }
    }

    /// The day of the event's stamp, the first of 1970 where no day is known.
    fn stamp_day(&self, id: EventId) -> NaiveDate {
        self.stamp(id).get(..10).and_then(|day| day.parse().ok()).unwrap_or_default()
    }
}

fn when(date: &EventDate) -> Option<When> {
    if let Some(begin) = date.instant() {
        return Some(When::Moments(begin, date.end_instant().filter(|end| *end > begin)));
    }
    let (first, last) = (date.earliest().and_then(calendar_day), date.latest().and_then(calendar_day));
    // What goes on stands on the first day that is known; what has no beginning, on the last.
    match (first, last) {
        (Some(first), Some(last)) => Some(When::Days(first, last)),
        (Some(day), None) if date.is_interval() || date.is_set() => Some(When::Days(day, day)),
        (None, Some(day)) if date.is_interval() || date.is_set() => Some(When::Days(day, day)),
        _ => None,
    }
}

/// A day that a calendar can write: its years have four digits.
fn calendar_day(day: CivilDay) -> Option<NaiveDate> {
    day.to_naive().filter(|_| (1..=9998).contains(&day.year()))
}

/// Says whether the days of the entry are all there is to say about the date.
fn is_shown_rightly(date: &EventDate) -> bool {
    let is_clear = !date.is_approximate() && !date.is_uncertain() && !date.is_set() && !date.is_open_start() && !date.is_open_end();
    let ends = [date.first_parts(), date.last_parts()];
    is_clear && date.precision() >= Precision::Day && ends.iter().all(|end| end.is_some_and(|end| end.day.is_some()))
}

/// A full address in ASCII, as calendars want it; none for an address that is not full.
fn ascii(address: &str) -> Option<String> {
    Url::parse(address).ok().map(|url| url.to_string())
}
