//! The home page: the story so far, its latest event, and the chronology.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Shared;
use super::embed::EmbedCode;
use super::frame::Frame;
use super::parts::{CountedLink, NamedLink, Timeline};
use super::reading::ReadingPath;
use super::route::{ListView, Route};
use super::site_plan::SitePlan;
use super::strip::Strip;
use super::tally::TallyNote;
use super::timeline::PAGE_SIZE;
use super::watch::WatchNote;

/// What `templates/pages/home.html` receives as `home`.
#[derive(Debug, Clone, Serialize)]
pub struct Home {
    /// The newest event that has happened.
    pub latest: Option<Shared>,
    /// All events on one line of time.
    pub strip: Option<Strip>,
    /// What to copy into another site to show the strip.
    pub embed_code: Option<EmbedCode>,
    /// The first event.
    pub first: Option<NamedLink>,
    /// Key events, oldest first.
    pub key_events: Vec<Shared>,
    pub key_events_href: String,
    pub all_events_href: String,
    pub newest_href: Option<String>,
    pub storylines: Vec<HomeStoryline>,
    /// The page on which they stand side by side.
    pub lanes_href: Option<String>,
    /// What is planned, soonest first.
    pub planned: Vec<WatchNote>,
    /// Counted fields, and what they had reached at each event.
    pub tallies: Vec<TallyNote>,
    pub counted: BTreeMap<String, String>,
    /// The whole chronology, where it is short enough for one page.
    pub timeline: Option<Timeline>,
    /// The years otherwise, each with its page.
    pub years: Vec<CountedLink>,
    /// By what the chronology can be narrowed down.
    pub facets: Vec<Shared>,
    /// The index of facets for the script that combines them.
    pub facet_index: Option<String>,
    /// How long the story takes to read, shortest way first.
    pub paths: Vec<ReadingPath>,
    /// The actors with the most events.
    pub actors: Vec<CountedLink>,
}

/// A storyline on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct HomeStoryline {
    pub title: String,
    pub href: String,
    pub summary: String,
    pub count: usize,
    pub is_concluded: bool,
}

/// So many actors are named on the home page.
const ACTORS_ON_HOME: usize = 12;
/// So many key events are named on the home page; all of them have a list of their own.
const KEY_EVENTS_ON_HOME: usize = 16;

impl SitePlan<'_> {
    /// The view of the home page.
    pub(super) fn home(&self) -> (Frame, Home) {
        let route = Route::home();
        let events: Vec<_> = self.graph.event_ids().collect();
        let (tallies, counted) = self.tallies(&self.config.tallies, &events);
        let mut actors: Vec<_> = self.graph.actors.iter().filter(|actor| !actor.participations.is_empty()).collect();
        actors.sort_by(|a, b| b.participations.len().cmp(&a.participations.len()).then_with(|| a.id.cmp(&b.id)));
        let is_short = events.len() <= PAGE_SIZE;
        let all = Route::index("events");
        let home = Home {
            latest: self.latest(&events),
            strip: self.whole_strip(),
            embed_code: self.strip_code(),
            first: events.iter().find(|id| !self.graph.event(**id).date.is_unknown()).map(|&id| self.event_link(id)),
            key_events: self.leading_events(&events, KEY_EVENTS_ON_HOME).into_iter().map(|id| self.card(id)).collect(),
            key_events_href: Route::index("key-events").href(),
            all_events_href: all.href(),
            newest_href: Some(all.list(ListView::Newest)).filter(|route| self.has(route)).map(|route| route.href()),
            storylines: self.storylines_by_title().into_iter().map(|id| self.home_storyline(id)).collect(),
            lanes_href: self.lanes_href(),
            planned: self.watch_list(),
            tallies,
            counted,
            timeline: is_short.then(|| self.whole_timeline(&events)),
            years: if is_short { Vec::new() } else { self.year_links() },
            facets: self.outline.facets.clone(),
            facet_index: self.facet_index_href(),
            paths: self.reading_paths(),
            actors: actors
                .into_iter()
                .take(ACTORS_ON_HOME)
                .map(|actor| CountedLink {
                    name: actor.name.clone(),
                    href: Route::record("actors", &actor.id).href(),
                    count: actor.participations.len(),
                })
                .collect(),
        };
        let frame = self.frame(&route, self.config.title.clone(), self.config.description.clone());
        (frame, home)
    }

    fn home_storyline(&self, id: crate::graph::StorylineId) -> HomeStoryline {
        let storyline = self.graph.storyline(id);
        HomeStoryline {
            title: storyline.title.clone(),
            href: Route::record("storylines", &storyline.id).href(),
            summary: storyline.summary.clone().unwrap_or_else(|| storyline.text.excerpt.clone()),
            count: storyline.events.len(),
            is_concluded: storyline.is_concluded,
        }
    }
}
