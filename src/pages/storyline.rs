//! Storylines: the index, and each storyline's explainer with its timeline.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Shared;
use super::actor::sort_key;
use super::frame::Frame;
use super::parts::{Block, ChangeNote, CountedLink, DateLabel, NamedLink, SourceNote, Timeline};
use super::route::{ListView, Route};
use super::site_plan::SitePlan;
use super::strip::Strip;
use super::subject::FeedSubject;
use super::tally::TallyNote;
use super::text::Links;
use super::watch::WatchNote;
use crate::content::markdown::Heading;
use crate::graph::{ActorId, RecordId, StorylineId};

/// What `templates/pages/storylines.html` receives as `storylines`.
#[derive(Debug, Clone, Serialize)]
pub struct StorylineIndex {
    pub storylines: Vec<StorylineLine>,
    pub count: usize,
    /// The page on which they stand side by side.
    pub lanes_href: Option<String>,
}

/// A storyline in the index.
#[derive(Debug, Clone, Serialize)]
pub struct StorylineLine {
    pub title: String,
    pub href: String,
    pub summary: String,
    pub count: usize,
    pub is_concluded: bool,
    pub first: Option<Shared>,
    pub latest: Option<Shared>,
}

/// What `templates/pages/storyline.html` receives as `storyline`.
#[derive(Debug, Clone, Serialize)]
pub struct StorylinePage {
    pub id: String,
    pub title: String,
    pub summary: Option<String>,
    pub is_concluded: bool,
    pub body: Vec<Block>,
    pub headings: Vec<HeadingLink>,
    pub word_count: usize,
    pub key_events: Vec<Shared>,
    pub latest: Option<Shared>,
    /// The sources that the explainer cites.
    pub sources: Vec<SourceNote>,
    /// Who takes part most often.
    pub actors: Vec<CountedLink>,
    /// Its events on one line of time.
    pub strip: Option<Strip>,
    pub timeline: Timeline,
    /// What is planned, soonest first.
    pub planned: Vec<WatchNote>,
    /// Counted fields, and what they had reached at each event.
    pub tallies: Vec<TallyNote>,
    pub counted: BTreeMap<String, String>,
    /// All sources of its events, each once; empty for a storyline of many pages.
    pub event_sources: Vec<SourceNote>,
    /// Every change of the explainer that was noted, the oldest first.
    pub changes: Vec<ChangeNote>,
    /// When it was first released.
    pub published: Option<DateLabel>,
    pub updated: Option<DateLabel>,
    pub is_implicit: bool,
    pub is_continued: bool,
    pub extra: BTreeMap<String, serde_json::Value>,
}

/// A heading of the explainer.
#[derive(Debug, Clone, Serialize)]
pub struct HeadingLink {
    pub level: u8,
    pub text: String,
    pub id: String,
}

/// So many actors of a storyline are named.
const ACTORS: usize = 12;
/// So many key events are named beside the text.
const KEY_EVENTS_BESIDE: usize = 8;

impl SitePlan<'_> {
    /// Every storyline in the order of the titles.
    pub(super) fn storylines_by_title(&self) -> Vec<StorylineId> {
        let mut ids: Vec<StorylineId> = self.storyline_ids().collect();
        ids.sort_by_cached_key(|&id| sort_key(&self.graph.storyline(id).title));
        ids
    }

    /// The view of the index of storylines.
    pub(super) fn storyline_index(&self) -> (Frame, StorylineIndex) {
        let line = |id: StorylineId| {
            let storyline = self.graph.storyline(id);
            StorylineLine {
                title: storyline.title.clone(),
                href: Route::record("storylines", &storyline.id).href(),
                summary: storyline.summary.clone().unwrap_or_else(|| storyline.text.excerpt.clone()),
                count: storyline.events.len(),
                is_concluded: storyline.is_concluded,
                first: storyline.events.iter().min().map(|&event| self.card(event)),
                latest: self.latest(&storyline.events),
            }
        };
        let storylines: Vec<StorylineLine> = self.storylines_by_title().into_iter().map(line).collect();
        let frame = self.frame(&Route::index("storylines"), self.say("Storylines"), self.say("The threads that run through the events"));
        (frame, StorylineIndex { count: storylines.len(), lanes_href: self.lanes_href(), storylines })
    }

    /// The view of a storyline's page.
    pub(super) fn storyline_page(&self, id: StorylineId, view: ListView) -> (Frame, StorylinePage) {
        let storyline = self.graph.storyline(id);
        let home = Route::record("storylines", &storyline.id);
        let route = home.list(view);
        let is_continued = view != ListView::Oldest(1);
        let heading = |heading: &Heading| HeadingLink { level: heading.level, text: heading.text.clone(), id: heading.id.clone() };
        let events = &storyline.events;
        let mut timeline = self.timeline(events, view, &home);
        self.lead_to_slices(id, &mut timeline);
        let (tallies, counted) = self.tallies(&storyline.tallies, events);
        let page = StorylinePage {
            id: storyline.id.to_string(),
            title: storyline.title.clone(),
            summary: storyline.summary.clone(),
            is_concluded: storyline.is_concluded,
            body: if is_continued { Vec::new() } else { self.blocks(&storyline.text, &Links::relative(&route)) },
            headings: storyline.text.headings.iter().map(heading).collect(),
            word_count: storyline.text.word_count,
            key_events: self.leading_events(events, KEY_EVENTS_BESIDE).into_iter().map(|id| self.card(id)).collect(),
            latest: self.latest(events),
            sources: self.cited_notes(&storyline.text),
            actors: self.storyline_actors(id),
            strip: self.strip(events, false, self.is_mirrored(storyline.lang.as_deref())),
            timeline,
            planned: self.watch_list_of(id),
            tallies,
            counted,
            event_sources: if is_continued { Vec::new() } else { self.sources_of_events(events) },
            changes: self.change_notes(&storyline.changes),
            published: self.first_released(RecordId::Storyline(id)),
            updated: storyline.changes.iter().rev().find(|change| change.is_major()).map(|change| self.date_label(&change.date)),
            is_implicit: storyline.file.is_none(),
            is_continued,
            extra: storyline.extra.clone(),
        };
        let description = storyline.summary.clone().unwrap_or_else(|| storyline.text.excerpt.clone());
        let mut frame = self.frame(&route, storyline.title.clone(), description);
        frame.breadcrumbs = vec![NamedLink { name: self.say("Storylines"), href: Route::index("storylines").href() }];
        frame.feeds = self.feed_links(FeedSubject::Storyline(id));
        self.set_language(&mut frame, storyline.lang.as_deref());
        (frame, page)
    }

    fn storyline_actors(&self, id: StorylineId) -> Vec<CountedLink> {
        let mut counts: BTreeMap<ActorId, usize> = BTreeMap::new();
        for &event in &self.graph.storyline(id).events {
            let mut actors: Vec<ActorId> = self.graph.event(event).participations.iter().map(|other| other.actor).collect();
            actors.sort_unstable();
            actors.dedup();
            actors.into_iter().for_each(|actor| *counts.entry(actor).or_default() += 1);
        }
        let mut counted: Vec<(ActorId, usize)> = counts.into_iter().collect();
        counted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| self.graph.actor(a.0).id.cmp(&self.graph.actor(b.0).id)));
        counted
            .into_iter()
            .take(ACTORS)
            .map(|(actor, count)| {
                let NamedLink { name, href } = self.actor_link(actor);
                CountedLink { name, href, count }
            })
            .collect()
    }
}
