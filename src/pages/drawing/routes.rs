//! Routes: columns get their places from left to right, and lines their strokes.
//!
//! Between columns there are no tiles, and across a column a line has a slot of its own: so no line runs through a tile.

use super::coordinates::{Heights, exit_of};
use super::layout::{Measures, Point, Route, Stroke};
use super::threads::{Content, Step, Web};

/// Left and right of everything.
const EDGE: f64 = 8.0;
/// The least space between columns; each steep line adds to it.
const GUTTER: f64 = 46.0;
const GUTTER_PER_LINE: f64 = 4.0;
const MOST_GUTTER: f64 = 96.0;
/// Lines come into a tile so far apart, where there is room.
const ENTRY_GAP: f64 = 9.0;
/// … and so far from its corners.
const CORNER: f64 = 8.0;

/// The strokes of all lines, and the left edges of columns.
pub(super) struct Routed {
    pub width: f64,
    pub lefts: Vec<f64>,
    pub routes: Vec<Route>,
}

/// Finds the way of every line.
pub(super) fn route(web: &Web, exits: &[f64], columns: &[usize], heights: &Heights, measures: Measures) -> Routed {
    let tops = &heights.tops;
    let lefts = lefts(web, exits, tops, measures);
    let mut column_of_slot = columns.to_vec();
    column_of_slot.resize(web.slots.len(), 0);
    for (column, slots) in web.columns.iter().enumerate() {
        slots.iter().for_each(|&slot| column_of_slot[slot] = column);
    }
    let into = |slot: usize, y: f64| Point { x: lefts[column_of_slot[slot]], y };
    let out = |slot: usize, line: usize| into(slot, tops[slot] + exit_of(web, exits, slot, line)).moved(measures.tile_width);
    let mut routes: Vec<Route> = Vec::with_capacity(exits.len());
    for (line, trail) in web.trails.iter().enumerate() {
        let mut strokes = Vec::new();
        for pair in trail.windows(2) {
            let thread = into(pair[1], tops[pair[1]] + web.slots[pair[1]].entry);
            strokes.push(Stroke::Wave(out(pair[0], line), thread));
            strokes.push(Stroke::Straight(thread, out(pair[1], line)));
        }
        routes.push(Route { strokes, start: Some(out(trail[0], line)), ends: Vec::new() });
    }
    let arrivals = web.steps.iter().flatten().filter(|step| web.slots[step.to].content == Content::Tile);
    for (step, level) in arrivals.zip(entries(web, exits, tops)) {
        let end = into(step.to, level);
        routes[step.line].strokes.push(Stroke::Wave(out(step.from, step.line), end));
        routes[step.line].ends.push(end);
    }
    let width = lefts.last().map_or(0.0, |left| left + measures.tile_width) + EDGE;
    Routed { width, lefts, routes }
}

/// The left edge of each column.
fn lefts(web: &Web, exits: &[f64], tops: &[f64], measures: Measures) -> Vec<f64> {
    let mut lefts = Vec::with_capacity(web.columns.len());
    let mut left = EDGE;
    for column in 0..web.columns.len() {
        lefts.push(left);
        let is_steep = |step: &&Step| {
            let fall = tops[step.to] + web.slots[step.to].entry - tops[step.from] - exit_of(web, exits, step.from, step.line);
            fall.abs() > GUTTER
        };
        let steep = web.steps.get(column).map_or(0, |steps| steps.iter().filter(is_steep).count());
        left += measures.tile_width + (GUTTER + GUTTER_PER_LINE * steep as f64).min(MOST_GUTTER);
    }
    lefts
}

/// How far down each step that ends at a tile comes in: spread about the tile's entry, in the order in which the lines come from above.
fn entries(web: &Web, exits: &[f64], tops: &[f64]) -> Vec<f64> {
    let ends: Vec<_> = web.steps.iter().flatten().filter(|step| web.slots[step.to].content == Content::Tile).collect();
    let mut order: Vec<usize> = (0..ends.len()).collect();
    let origin = |at: usize| tops[ends[at].from] + exit_of(web, exits, ends[at].from, ends[at].line);
    order.sort_by(|&a, &b| ends[a].to.cmp(&ends[b].to).then(origin(a).total_cmp(&origin(b))));
    let mut entries = vec![0.0; ends.len()];
    for own in order.chunk_by(|&a, &b| ends[a].to == ends[b].to) {
        let tile = ends[own[0]].to;
        let slot = &web.slots[tile];
        let gaps = (own.len() - 1) as f64;
        let room = (slot.height - 2.0 * CORNER).max(0.0);
        let spread = (gaps * ENTRY_GAP).min(room);
        let highest = CORNER.min(slot.height / 2.0);
        let first = (slot.entry - spread / 2.0).min(slot.height - CORNER - spread).max(highest);
        for (place, &at) in own.iter().enumerate() {
            let share = if gaps > 0.0 { place as f64 / gaps } else { 0.0 };
            entries[at] = tops[tile] + first + spread * share;
        }
    }
    entries
}
