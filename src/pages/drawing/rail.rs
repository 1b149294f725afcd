//! The rail: one tile below another, and lines at the side where reading begins. It reads on the narrowest screen.

use super::layout::{self, Layout, Line, Point, Route, Span, Stroke, Tile};

/// Between tiles.
const GAP: f64 = 12.0;
/// Between the upright stretches of lines.
const TRACK: f64 = 11.0;
/// Between the tiles and the first of them, for heads.
const APPROACH: f64 = 18.0;
/// The radius of corners.
const ROUND: f64 = 6.0;
const EDGE: f64 = 3.0;

/// The tracks on which lines run beside the tiles.
#[derive(Debug)]
pub(super) struct Tracks {
    /// The track of each line; 0 is the nearest.
    of_line: Vec<usize>,
    count: usize,
}

impl Tracks {
    /// Gives each line, from its first tile to its last, the nearest track that is free all the way, short lines first. One line may
    /// end where the next begins.
    pub fn assign(tile_count: usize, spans: &[(usize, usize)]) -> Self {
        let mut order: Vec<usize> = (0..spans.len()).collect();
        order.sort_by_key(|&at| (spans[at].1 - spans[at].0, spans[at].0));
        let mut taken: Vec<Vec<bool>> = Vec::new();
        let mut of_line = vec![0; spans.len()];
        for at in order {
            let (first, last) = spans[at];
            let track = taken.iter().position(|gaps| !gaps[first..last].contains(&true)).unwrap_or(taken.len());
            if track == taken.len() {
                taken.push(vec![false; tile_count]);
            }
            taken[track][first..last].fill(true);
            of_line[at] = track;
        }
        Self { of_line, count: taken.len() }
    }

    fn left(&self) -> f64 {
        if self.count == 0 { EDGE } else { 2.0 * EDGE + APPROACH + TRACK * (self.count - 1) as f64 }
    }

    /// How wide tiles are in a drawing of a given width.
    pub fn tile_width(&self, width: f64) -> f64 {
        width - self.left() - EDGE
    }
}

/// Lays tiles out from top to bottom, in a drawing of a given width.
pub(super) fn lay_out(tiles: &[Tile], lines: &[Line], tracks: &Tracks, width: f64) -> Layout {
    let left = tracks.left();
    let mut corners = Vec::with_capacity(tiles.len());
    let mut top = EDGE;
    for tile in tiles {
        corners.push(Point { x: left, y: top });
        top += tile.height + GAP;
    }
    // What leaves for a farther track leaves above, so that lines of one tile do not cross.
    let ranks: Vec<f64> = tracks.of_line.iter().map(|&track| -(track as f64)).collect();
    let rows = layout::rows(lines, &ranks);
    let exits = layout::exits(tiles, lines, &rows);
    let routes = lines.iter().zip(&exits).zip(&tracks.of_line).map(|((line, exit), &track)| {
        let start = Point { x: left, y: corners[line.from].y + exit };
        let ends = line.to.iter().map(|&to| Point { x: left, y: corners[to].y + tiles[to].entry });
        route(start, ends.collect(), left - APPROACH - TRACK * track as f64)
    });
    let height = if tiles.is_empty() { 2.0 * EDGE } else { top - GAP + EDGE };
    Layout {
        width,
        height,
        tile_width: tracks.tile_width(width),
        routes: routes.collect(),
        rows,
        columns: (0..tiles.len()).collect(),
        tiles: corners,
        lanes: vec![Span { top: 0.0, height }],
    }
}

/// Down the track to the last target, with a branch to each of the others.
fn route(start: Point, ends: Vec<Point>, x: f64) -> Route {
    let turn = |end: Point| {
        let beside = Point { x: x + ROUND, y: end.y };
        [Stroke::Bend(Point { x, y: end.y - ROUND }, Point { x, y: end.y }, beside), Stroke::Straight(beside, end)]
    };
    let mut strokes = Vec::new();
    if let Some((&last, others)) = ends.split_last() {
        let beside = Point { x: x + ROUND, y: start.y };
        let below = Point { x, y: start.y + ROUND };
        strokes.push(Stroke::Straight(start, beside));
        strokes.push(Stroke::Bend(beside, Point { x, y: start.y }, below));
        strokes.push(Stroke::Straight(below, Point { x, y: last.y - ROUND }));
        strokes.extend(turn(last));
        others.iter().for_each(|&end| strokes.extend(turn(end)));
    }
    Route { strokes, start: Some(start), ends }
}
