//! The large drawing: which events stand in it, in which band, and what its legend tells.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::drawing::{Drawing, DrawnLine, Sketch, SketchLane, SketchTile, draw_sample, draw_wide};
use super::site_plan::SitePlan;
use super::storyline_mark::StorylineMark;
use crate::graph::{EventId, StorylineId};

/// So many events stand in one drawing.
const MOST_EVENTS: usize = 120;
const TILE_WIDTH: f64 = 172.0;
/// So many events of a storyline stand in a column, where there are several storylines, and where there is one.
const CROWD_IN_BAND: usize = 2;
const CROWD: usize = 5;

/// A drawing with its legend.
pub(super) struct DrawnStory {
    pub drawing: Drawing,
    pub kinds: Vec<DrawnLine>,
    pub storylines: Vec<StorylineMark>,
    /// Links that are not drawn, since others imply them.
    pub implied: usize,
}

impl SitePlan<'_> {
    /// Those of some events, which come in the order of time, that are linked to others of them.
    pub(super) fn linked_among(&self, events: &[EventId]) -> Vec<EventId> {
        let mut is_linked = vec![false; events.len()];
        for (at, &event) in events.iter().enumerate() {
            for &link in &self.graph.event(event).links {
                if let Ok(other) = events.binary_search(&self.graph.link(link).to)
                    && other != at
                {
                    is_linked[at] = true;
                    is_linked[other] = true;
                }
            }
        }
        events.iter().zip(is_linked).filter(|(_, is_linked)| *is_linked).map(|(&event, _)| event).collect()
    }

    /// As many events as one drawing holds: key events first, then those linked to them, then the more important.
    pub(super) fn foremost(&self, events: &[EventId]) -> Vec<EventId> {
        if events.len() <= MOST_EVENTS {
            return events.to_vec();
        }
        let is_near_key = |id: EventId| {
            let event = self.graph.event(id);
            let links = event.links.iter().chain(&event.backlinks).map(|&link| self.graph.link(link));
            links.into_iter().any(|link| self.graph.event(link.from).is_key() || self.graph.event(link.to).is_key())
        };
        let mut ranked = events.to_vec();
        ranked.sort_by_cached_key(|&id| {
            let event = self.graph.event(id);
            (!event.is_key(), !is_near_key(id), Reverse(event.importance), id)
        });
        ranked.truncate(MOST_EVENTS);
        ranked.sort_unstable();
        ranked
    }

    /// Draws events, which come in the order of time; with `has_bands` each first storyline has a band of its own.
    pub(super) fn draw_story(&self, events: &[EventId], has_bands: bool) -> DrawnStory {
        let marks = self.storyline_marks();
        let (lines, implied) = self.lines_between(events, |_| true);
        // Bands stand in the order in which their storylines begin, so that the drawing begins at its top.
        let mut bands: Vec<Option<StorylineId>> = Vec::new();
        let mut tiles = Vec::with_capacity(events.len());
        let mut has_beginning = true;
        for &id in events {
            let event = self.graph.event(id);
            let band = event.storylines.first().copied().filter(|_| has_bands);
            let lane = bands.iter().position(|other| *other == band).unwrap_or(bands.len());
            if lane == bands.len() {
                bands.push(band);
            }
            // Dates without a beginning come last, apart from the others.
            let opens_column = has_beginning && event.date.earliest().is_none();
            has_beginning = event.date.earliest().is_some();
            tiles.push(SketchTile { lane, opens_column, ..self.marked_tile(id, &marks) });
        }
        let lane = |band: Option<StorylineId>| match band.map(|own| &marks[own.index()]) {
            Some(mark) => SketchLane { name: mark.name.clone(), letter: mark.letter.clone(), tone: Some(mark.tone) },
            None => SketchLane { name: self.say("In no storyline"), letter: String::new(), tone: None },
        };
        let lanes: Vec<SketchLane> = bands.into_iter().map(lane).collect();
        let crowd = if lanes.len() > 1 { CROWD_IN_BAND } else { CROWD };
        let sketch = Sketch { tiles, lines, lanes, is_mirrored: self.is_mirrored(None) };
        let mut kinds: Vec<_> = sketch.lines.iter().map(|line| (line.kind, line.is_backward, draw_sample(line))).collect();
        kinds.sort_by_key(|(kind, is_backward, _)| (*kind, *is_backward));
        kinds.dedup_by(|a, b| a.2.title == b.2.title);
        let used: BTreeSet<usize> = events.iter().flat_map(|&id| &self.graph.event(id).storylines).map(|own| own.index()).collect();
        let mut storylines: Vec<StorylineMark> = used.into_iter().map(|at| marks[at].clone()).collect();
        storylines.sort_by_key(|mark| mark.rank);
        DrawnStory {
            drawing: draw_wide(&sketch, TILE_WIDTH, crowd),
            kinds: kinds.into_iter().map(|(_, _, sample)| sample).collect(),
            storylines,
            implied,
        }
    }

    /// The tile of an event with the marks of its storylines and its month.
    fn marked_tile(&self, id: EventId, marks: &[StorylineMark]) -> SketchTile {
        let event = self.graph.event(id);
        let letters: Vec<&str> = event.storylines.iter().map(|own| marks[own.index()].letter.as_str()).collect();
        let month = event.date.earliest().map(|day| self.month_name(day.year(), day.month()));
        SketchTile {
            letters: letters.join(" "),
            tone: event.storylines.first().map(|own| marks[own.index()].tone),
            heading: month.unwrap_or_else(|| self.event_date(id).short.clone()),
            ..self.sketch_tile(id)
        }
    }
}
