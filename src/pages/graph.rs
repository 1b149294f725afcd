//! How the whole story connects: one page that draws it, or for long stories one for each storyline, each with the same in words.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Shared;
use super::drawing::{Drawing, DrawnLine};
use super::frame::Frame;
use super::parts::{CountedLink, LinkNote, NamedLink};
use super::route::Route;
use super::site_plan::SitePlan;
use super::storyline_mark::StorylineMark;
use super::subject::Subject;
use crate::graph::{EventId, StorylineId};

/// What `templates/pages/graph.html` receives as `graph`.
#[derive(Debug, Clone, Serialize)]
pub struct GraphPage {
    pub title: String,
    /// A sentence under the title.
    pub about: String,
    /// None on the page that leads to those of the storylines.
    pub drawing: Option<Drawing>,
    /// A sample line of each kind of link that is drawn; its `title` says the kind.
    pub kinds: Vec<DrawnLine>,
    /// The storylines that are told apart.
    pub storylines: Vec<StorylineMark>,
    /// The links in words: each event with those that it makes, oldest first.
    pub events: Vec<GraphEvent>,
    /// Links in the list.
    pub link_count: usize,
    /// Links of the list that are not drawn, since others imply them.
    pub implied: usize,
    /// Events that are not drawn, since nothing links them.
    pub unlinked: usize,
    /// Events that are not drawn, since there are too many.
    pub left_out: usize,
    /// The pages of the storylines, each with the number of its events.
    pub parts: Vec<CountedLink>,
}

/// An event with the links that it makes.
#[derive(Debug, Clone, Serialize)]
pub struct GraphEvent {
    pub event: Shared,
    pub notes: Vec<LinkNote>,
}

/// A story of more events is drawn storyline by storyline.
const WHOLE_STORY: usize = 80;
const TITLE: &str = "How events connect";
const ABOUT: &str =
    "What led to what, from the earliest event to the latest. Lines say how two events are linked; the list below says why.";
const ABOUT_PARTS: &str = "What led to what, storyline by storyline.";

impl SitePlan<'_> {
    /// The pages that draw the story; none where no event is linked to another.
    pub(super) fn graph_pages(&self) -> Vec<(Route, Subject)> {
        let links = || self.graph.links.iter().filter(|link| link.from != link.to);
        if links().next().is_none() {
            return Vec::new();
        }
        let mut pages = vec![(Route::index("graph"), Subject::Graph(None))];
        if self.graph.events.len() > WHOLE_STORY {
            let mut linked: BTreeSet<StorylineId> = BTreeSet::new();
            for link in links() {
                let others = &self.graph.event(link.to).storylines;
                linked.extend(self.graph.event(link.from).storylines.iter().filter(|own| others.contains(own)));
            }
            pages.extend(linked.into_iter().map(|id| (self.storyline_graph(id), Subject::Graph(Some(id)))));
        }
        pages
    }

    fn storyline_graph(&self, id: StorylineId) -> Route {
        Route::record("graph", &self.graph.storyline(id).id)
    }

    /// The page that draws an event among others, where there is one.
    pub(super) fn graph_of(&self, id: EventId) -> Option<Route> {
        let own = self.graph.event(id).storylines.iter().map(|&storyline| self.storyline_graph(storyline));
        own.chain([Route::index("graph")]).find(|route| self.has(route))
    }

    /// The view of a page that draws the story, or one storyline.
    pub(super) fn graph_page(&self, storyline: Option<StorylineId>) -> (Frame, GraphPage) {
        let index = Route::index("graph");
        let Some(id) = storyline else {
            let parts: Vec<StorylineId> =
                self.storylines_by_title().into_iter().filter(|&id| self.has(&self.storyline_graph(id))).collect();
            if !parts.is_empty() {
                return (self.frame(&index, self.say(TITLE), self.say(ABOUT_PARTS)), self.graph_index(&parts));
            }
            let events: Vec<EventId> = self.graph.event_ids().collect();
            return (self.frame(&index, self.say(TITLE), self.say(ABOUT)), self.drawn_page(self.say(TITLE), &events, true));
        };
        let storyline = self.graph.storyline(id);
        let mut events = storyline.events.clone();
        events.sort_unstable();
        events.dedup();
        let title = self.say_with("How events connect: {title}", &[("title", &storyline.title)]);
        let mut frame = self.frame(&self.storyline_graph(id), title.clone(), self.say(ABOUT));
        frame.breadcrumbs = vec![NamedLink { name: self.say(TITLE), href: index.href() }];
        (frame, self.drawn_page(title, &events, false))
    }

    fn graph_index(&self, parts: &[StorylineId]) -> GraphPage {
        let part = |&id: &StorylineId| CountedLink {
            name: self.graph.storyline(id).title.clone(),
            href: self.storyline_graph(id).href(),
            count: self.graph.storyline(id).events.len(),
        };
        GraphPage {
            title: self.say(TITLE),
            about: self.say(ABOUT_PARTS),
            drawing: None,
            kinds: Vec::new(),
            storylines: Vec::new(),
            events: Vec::new(),
            link_count: 0,
            implied: 0,
            unlinked: 0,
            left_out: 0,
            parts: parts.iter().map(part).collect(),
        }
    }

    /// A page with a drawing of events, which come in the order of time; with `has_bands` each storyline has a band of its own.
    fn drawn_page(&self, title: String, events: &[EventId], has_bands: bool) -> GraphPage {
        let linked = self.linked_among(events);
        let shown = self.foremost(&linked);
        let drawn = self.draw_story(&shown, has_bands);
        let told = self.links_among(&shown);
        GraphPage {
            title,
            about: self.say(ABOUT),
            drawing: Some(drawn.drawing),
            kinds: drawn.kinds,
            storylines: drawn.storylines,
            link_count: told.iter().map(|event| event.notes.len()).sum(),
            events: told,
            implied: drawn.implied,
            unlinked: events.len() - linked.len(),
            left_out: linked.len() - shown.len(),
            parts: Vec::new(),
        }
    }

    /// Every link between some events in words, oldest event first: the text twin of their drawing.
    fn links_among(&self, events: &[EventId]) -> Vec<GraphEvent> {
        let told = events.iter().filter_map(|&id| {
            let links = self.graph.event(id).links.iter().map(|&link| (link, self.graph.link(link).to));
            let links = links.filter(|(_, to)| *to != id && events.binary_search(to).is_ok());
            let notes: Vec<LinkNote> = links.map(|(link, to)| self.link_note(link, to, id)).collect();
            (!notes.is_empty()).then(|| GraphEvent { event: self.card(id), notes })
        });
        told.collect()
    }
}
