//! How events connect: the lines between some events, and the small drawing on the page of each.

use std::collections::BTreeMap;

use serde::Serialize;

use super::drawing::{Drawing, Sketch, SketchLine, SketchTile, draw_rail, draw_wide, implied, style_of};
use super::frame::direction;
use super::names::status_label;
use super::route::Route;
use super::site_plan::SitePlan;
use crate::graph::{EventId, Link, LinkId};

/// The small drawing of an event: what it is linked to itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Connections {
    /// In columns, for wide screens; none where the narrow one serves both.
    pub wide: Option<Drawing>,
    /// The wide one is too wide to be shrunk to the page.
    pub is_long: bool,
    /// One below another, for narrow ones.
    pub narrow: Drawing,
    /// So many linked events are left to the lists.
    pub left_out: usize,
    /// The page that draws more.
    pub graph_href: Option<String>,
}

/// So many events stand in a small drawing, with the page's own.
const MOST_EVENTS: usize = 12;
/// So few need no columns: one below another they are small on any screen.
const FEW_EVENTS: usize = 3;
/// So many stand in a column of it.
const CROWD: usize = 6;
const TILE_WIDTH: f64 = 152.0;
/// A wider drawing scrolls rather than shrink.
const MOST_WIDTH: i64 = 860;

impl SitePlan<'_> {
    /// Draws an event with those that it is linked to: antecedents and consequences first, then the nearest in time. None without links.
    pub(super) fn connections(&self, id: EventId) -> Option<Connections> {
        let mut others: BTreeMap<EventId, bool> = BTreeMap::new();
        let event = self.graph.event(id);
        for &link in event.links.iter().chain(&event.backlinks) {
            let link = self.graph.link(link);
            let other = if link.from == id { link.to } else { link.from };
            if other != id {
                *others.entry(other).or_default() |= self.is_antecedent(link);
            }
        }
        if others.is_empty() {
            return None;
        }
        let mut ranked: Vec<(EventId, bool)> = others.into_iter().collect();
        ranked.sort_by_key(|&(other, is_antecedent)| (!is_antecedent, other.index().abs_diff(id.index()), other));
        let left_out = ranked.len().saturating_sub(MOST_EVENTS - 1);
        ranked.truncate(MOST_EVENTS - 1);
        let mut events: Vec<EventId> = ranked.into_iter().map(|(other, _)| other).chain([id]).collect();
        events.sort_unstable();
        let own = events.binary_search(&id).unwrap_or_default();
        let mut tiles: Vec<SketchTile> = events.iter().map(|&event| self.sketch_tile(event)).collect();
        for (at, tile) in tiles.iter_mut().enumerate() {
            tile.is_current = at == own;
            tile.opens_column = at == own || at == own + 1;
        }
        let (lines, _) = self.lines_between(&events, |link| link.from == id || link.to == id || self.is_antecedent(link));
        let sketch = Sketch { tiles, lines, lanes: Vec::new(), is_mirrored: self.is_mirrored(event.lang.as_deref()) };
        let wide = (events.len() > FEW_EVENTS).then(|| draw_wide(&sketch, TILE_WIDTH, CROWD));
        Some(Connections {
            is_long: wide.as_ref().is_some_and(|wide| wide.width > MOST_WIDTH),
            wide,
            narrow: draw_rail(&sketch),
            left_out,
            graph_href: self.graph_of(id).map(|route| route.href()),
        })
    }

    /// Says whether the drawing on a page in some language, or in the site's, is mirrored.
    pub(super) fn is_mirrored(&self, language: Option<&str>) -> bool {
        direction(language.unwrap_or(&self.config.language)) == "rtl"
    }

    /// The tile of an event, in the first lane and without a storyline.
    pub(super) fn sketch_tile(&self, id: EventId) -> SketchTile {
        let event = self.graph.event(id);
        let status = status_label(event.status);
        let date = &self.event_date(id).short;
        SketchTile {
            href: Route::record("events", &event.id).href(),
            title: event.title.clone(),
            lang: event.lang.clone(),
            date: if status.is_notable { format!("{date} · {}", self.say(&status.word)) } else { date.clone() },
            letters: String::new(),
            tone: None,
            lane: 0,
            is_key: event.is_key(),
            is_current: false,
            opens_column: false,
            heading: String::new(),
        }
    }

    /// The lines between events, which come in the order of time, and how many links are left out because others imply them.
    ///
    /// Two events share one line at most: that of cause, where there is one. Links of one kind from one event share a line too.
    pub(super) fn lines_between(&self, events: &[EventId], is_drawn: impl Fn(&Link) -> bool) -> (Vec<SketchLine>, usize) {
        let mut count = 0;
        let mut pairs: BTreeMap<(usize, usize), LinkId> = BTreeMap::new();
        for (at, &event) in events.iter().enumerate() {
            for &id in &self.graph.event(event).links {
                let link = self.graph.link(id);
                let Ok(other) = events.binary_search(&link.to) else { continue };
                if other == at || !is_drawn(link) {
                    continue;
                }
                count += 1;
                let own = pairs.entry((at.min(other), at.max(other))).or_insert(id);
                if self.rank(id) < self.rank(*own) {
                    *own = id;
                }
            }
        }
        let antecedents: Vec<(usize, usize)> =
            pairs.iter().filter(|(pair, link)| self.leads_on(events, **pair, **link)).map(|(pair, _)| *pair).collect();
        for (pair, is_implied) in antecedents.iter().zip(implied(events.len(), &antecedents)) {
            if is_implied {
                pairs.remove(pair);
            }
        }
        let left_out = count - pairs.len();
        let mut bundles: BTreeMap<(usize, usize, bool), Vec<usize>> = BTreeMap::new();
        for ((from, to), id) in pairs {
            let link = self.graph.link(id);
            let kind = self.graph.link_kinds.get(link.kind);
            let is_against_time = link.from == events[from] && kind.forward != kind.inverse;
            bundles.entry((from, link.kind, is_against_time)).or_default().push(to);
        }
        let lines =
            bundles.into_iter().map(|((from, kind, is_against_time), to)| self.sketch_line(events, from, kind, is_against_time, to));
        (lines.collect(), left_out)
    }

    fn sketch_line(&self, events: &[EventId], from: usize, kind: usize, is_against_time: bool, to: Vec<usize>) -> SketchLine {
        let kind_of_link = self.graph.link_kinds.get(kind);
        let words = self.say(if is_against_time { &kind_of_link.forward } else { &kind_of_link.inverse });
        let title = |at: usize| self.graph.event(events[at]).title.as_str();
        let targets: Vec<&str> = to.iter().map(|&at| title(at)).collect();
        SketchLine {
            from,
            kind,
            style: style_of(kind, kind_of_link.is_antecedent, kind_of_link.forward != kind_of_link.inverse),
            // An arrow stands at what followed, a dot at the whole: at the other end of the link.
            is_backward: is_against_time == kind_of_link.is_antecedent,
            title: format!("{} – {words} – {}", title(from), targets.join(&self.say("; "))),
            words,
            to,
        }
    }

    /// Says whether a link tells what led to an event.
    pub(super) fn is_antecedent(&self, link: &Link) -> bool {
        self.graph.link_kinds.get(link.kind).is_antecedent
    }

    /// Of two links between the same events, the lesser is drawn.
    fn rank(&self, id: LinkId) -> (bool, usize) {
        let link = self.graph.link(id);
        (!self.is_antecedent(link), link.kind)
    }

    /// Says whether a link leads from the earlier event to the later, as causes do.
    fn leads_on(&self, events: &[EventId], (from, _): (usize, usize), id: LinkId) -> bool {
        let link = self.graph.link(id);
        self.is_antecedent(link) && link.to == events[from]
    }
}
