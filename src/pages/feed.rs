//! Feeds: the newest events of the site, of a storyline, an actor, a place or a tag.

use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::{FeedFormat, FeedSubject};
use super::text::Links;
use crate::date::EventDate;
use crate::graph::EventId;

/// A feed, whatever its format. Addresses are full ones where the site has a `url`, else they lead from the feed itself.
#[derive(Debug, Clone)]
pub struct Feed {
    pub title: String,
    pub language: String,
    pub description: String,
    /// Stays the same for ever: readers know the feed by it.
    pub id: String,
    /// The page that the feed follows.
    pub home: String,
    /// The feed's own address.
    pub address: String,
    pub author: String,
    pub licence: Option<String>,
    /// The newest of the entries' days, at midnight UTC: RFC 3339.
    pub updated: String,
    /// Newest first.
    pub entries: Vec<FeedEntry>,
}

/// An event in a feed.
#[derive(Debug, Clone)]
pub struct FeedEntry {
    pub id: String,
    pub address: String,
    pub title: String,
    /// Of an event, first its day in words: that is not the day of the entry.
    pub summary: String,
    /// The whole text; none in the feeds that follow one actor or tag, of which a story has many.
    pub html: Option<String>,
    pub authors: Vec<String>,
    pub tags: Vec<String>,
    pub language: Option<String>,
    pub published: String,
    pub updated: String,
}

/// So many events stand in a feed of the site or of a storyline, with their whole texts.
const ENTRIES: usize = 30;
/// So many stand in a feed of an actor or a tag, with their summaries.
const SHORT_ENTRIES: usize = 15;
/// Stands where no date is known, so that the same content always gives the same feed.
const NO_DAY: &str = "1970-01-01T00:00:00Z";

impl SitePlan<'_> {
    /// Where a feed lives: beside the page that it follows.
    pub(super) fn feed_route(&self, subject: FeedSubject, format: FeedFormat) -> Route {
        self.feed_home(subject).beside(format.file_name())
    }

    pub(super) fn feed_home(&self, subject: FeedSubject) -> Route {
        match subject {
            FeedSubject::Site => Route::home(),
            FeedSubject::Corrections => Route::index("corrections"),
            FeedSubject::Storyline(id) => Route::record("storylines", &self.graph.storyline(id).id),
            FeedSubject::Actor(id) => Route::record("actors", &self.graph.actor(id).id),
            FeedSubject::Place(id) => Route::record("places", &self.graph.place(id).id),
            FeedSubject::Tag(id) => Route::record("tags", &self.graph.tags[id.index()].id),
        }
    }

    /// What a feed is called.
    pub(super) fn feed_title(&self, subject: FeedSubject) -> String {
        let site = &self.config.title;
        match subject {
            FeedSubject::Site => site.clone(),
            FeedSubject::Corrections => format!("{} · {site}", self.say("Corrections")),
            FeedSubject::Storyline(id) => format!("{} · {site}", self.graph.storyline(id).title),
            FeedSubject::Actor(id) => format!("{} · {site}", self.graph.actor(id).name),
            FeedSubject::Place(id) => format!("{} · {site}", self.graph.place(id).name),
            FeedSubject::Tag(id) => format!("{} · {site}", self.graph.tags[id.index()].name),
        }
    }

    /// The events that a feed follows.
    pub(super) fn events_of(&self, subject: FeedSubject) -> Vec<EventId> {
        match subject {
            FeedSubject::Site => self.graph.event_ids().collect(),
            FeedSubject::Corrections => Vec::new(),
            FeedSubject::Storyline(id) => self.graph.storyline(id).events.clone(),
            FeedSubject::Actor(id) => self.graph.actor(id).participations.iter().map(|(event, _)| *event).collect(),
            FeedSubject::Place(id) => self.graph.place(id).events.clone(),
            FeedSubject::Tag(id) => self.graph.tags[id.index()].events.clone(),
        }
    }

    /// Makes a feed.
    pub fn feed(&self, subject: FeedSubject, format: FeedFormat) -> Feed {
        let route = self.feed_route(subject, format);
        let entries = match subject {
            FeedSubject::Corrections => self.correction_entries(&route),
            _ => self.newest_events(subject).into_iter().map(|id| self.feed_entry(id, &route, is_whole(subject))).collect(),
        };
        self.feed_of(subject, &route, entries)
    }

    /// The events that a feed tells of, newest first.
    fn newest_events(&self, subject: FeedSubject) -> Vec<EventId> {
        let mut events = self.events_of(subject);
        events.sort_unstable_by(|&a, &b| (self.stamp(b), b).cmp(&(self.stamp(a), a)));
        events.dedup();
        events.truncate(if is_whole(subject) { ENTRIES } else { SHORT_ENTRIES });
        events
    }

    fn feed_of(&self, subject: FeedSubject, route: &Route, entries: Vec<FeedEntry>) -> Feed {
        let home = self.feed_home(subject);
        Feed {
            title: self.feed_title(subject),
            language: self.config.language.clone(),
            description: self.config.description.clone(),
            id: self.lasting_id(&home),
            address: self.address_from(route, route),
            home: self.address_from(route, &home),
            author: self.config.publisher.name.clone().unwrap_or_else(|| self.config.title.clone()),
            licence: self.config.licence.clone(),
            updated: entries.iter().map(|entry| entry.updated.clone()).max().unwrap_or_else(|| NO_DAY.to_owned()),
            entries,
        }
    }

    /// An entry for each correction, the newest first: a correction is news even where its event is old.
    fn correction_entries(&self, feed: &Route) -> Vec<FeedEntry> {
        let corrections = self.corrections().into_iter().take(ENTRIES);
        corrections
            .map(|correction| {
                let anchor = format!("#change-{}", correction.number);
                let day = stamp(&correction.change.date);
                FeedEntry {
                    id: format!("{}{anchor}", self.lasting_id(&correction.route)),
                    address: format!("{}{anchor}", self.address_from(feed, &correction.route)),
                    title: self.say_with("Correction: {title}", &[("title", correction.title)]),
                    summary: correction.change.note.clone(),
                    html: None,
                    authors: self.config.authors.clone(),
                    tags: Vec::new(),
                    language: None,
                    published: day.clone(),
                    updated: day,
                }
            })
            .collect()
    }

    fn feed_entry(&self, id: EventId, feed: &Route, is_whole: bool) -> FeedEntry {
        let event = self.graph.event(id);
        let route = Route::record("events", &event.id);
        let links = Links::elsewhere(&route, &self.root_from(feed));
        FeedEntry {
            id: self.lasting_id(&route),
            address: self.address_from(feed, &route),
            title: event.title.clone(),
            summary: format!("{}: {}", self.event_date(id).text, event.summary.as_ref().unwrap_or(&event.text.excerpt)),
            html: is_whole.then(|| self.html(&event.text, &links)),
            authors: if event.authors.is_empty() { self.config.authors.clone() } else { event.authors.clone() },
            tags: event.tags.iter().map(|&tag| self.tag_link(tag).name).collect(),
            language: event.lang.clone(),
            published: self.stamps(id).0.clone(),
            updated: self.stamp(id).to_owned(),
        }
    }

    /// When an event's page was published: as written, else when it was known, else when it happened, but not after today.
    fn published(&self, id: EventId) -> String {
        let event = self.graph.event(id);
        let told = event.published.as_ref().or(event.known.as_ref()).map(stamp);
        told.unwrap_or_else(|| {
            let happened = stamp(&event.date);
            self.graph.today.as_ref().map_or(happened.clone(), |today| happened.min(stamp(today)))
        })
    }

    /// When an event's page last changed in substance.
    pub(super) fn stamp(&self, id: EventId) -> &str {
        &self.stamps(id).1
    }

    /// When an event's page was published and when it last changed, told once for all feeds.
    fn stamps(&self, id: EventId) -> &(String, String) {
        self.outline.stamps.get(id, || {
            let published = self.published(id);
            let changed = self.updated(id).map(stamp).filter(|updated| *updated > published);
            (published.clone(), changed.unwrap_or(published))
        })
    }

    /// What leads from a file to the site's root: the site's own address, or the relative way where it has none.
    fn root_from(&self, file: &Route) -> String {
        self.config.url.as_ref().map_or_else(|| file.to_root(), ToString::to_string)
    }

    fn address_from(&self, file: &Route, to: &Route) -> String {
        let address = format!("{}{}", self.root_from(file), to.address());
        if address.is_empty() { "./".to_owned() } else { address }
    }

    /// The id by which feed readers know a page: its full address, or a name where the site has none.
    fn lasting_id(&self, page: &Route) -> String {
        self.config.url.as_ref().map_or_else(|| format!("urn:dateline:{}", page.address()), |base| page.absolute(base))
    }

    /// The full address of a page, or its address from the site's root when the site has no `url`.
    pub(super) fn full_address(&self, route: &Route) -> String {
        self.config.url.as_ref().map_or_else(|| route.address(), |base| route.absolute(base))
    }
}

/// Says whether a feed gives texts whole, and more of them.
fn is_whole(subject: FeedSubject) -> bool {
    matches!(subject, FeedSubject::Site | FeedSubject::Storyline(_))
}

/// A day as a feed writes it (RFC 3339): its midnight UTC. Feeds have no other way to say a day.
fn stamp(date: &EventDate) -> String {
    match date.earliest() {
        Some(day) if (1..=9999).contains(&day.year()) => format!("{:04}-{:02}-{:02}T00:00:00Z", day.year(), day.month(), day.day()),
        _ => NO_DAY.to_owned(),
    }
}
