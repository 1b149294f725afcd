//! The layout: where tiles stand and lines run, in the units of the drawing. Its parts are made one after another.

use super::{coordinates, layers, order, routes, threads};

/// A box to be placed. Tiles come in the order of time.
#[derive(Debug, Clone)]
pub struct Tile {
    /// The horizontal band in which it stands, from 0 without gaps.
    pub lane: usize,
    pub height: f64,
    /// How far below its top lines come in.
    pub entry: f64,
    /// How far below its top the first line goes out, and how far below one another the next.
    pub exit: f64,
    pub exit_step: f64,
    /// It may not share a column with what came before.
    pub opens_column: bool,
}

/// A line from one tile to later ones.
#[derive(Debug, Clone)]
pub struct Line {
    pub from: usize,
    /// Each later than `from`, in their order.
    pub to: Vec<usize>,
}

/// A point of the drawing; y counts downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    /// The point so far to the right of it.
    pub fn moved(self, right: f64) -> Self {
        Self { x: self.x + right, ..self }
    }
}

/// A piece of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stroke {
    Straight(Point, Point),
    /// Leaves and arrives level: a cubic curve that stays within the rectangle of its ends.
    Wave(Point, Point),
    /// A rounded corner: from, around, to.
    Bend(Point, Point, Point),
}

/// How a line runs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Route {
    pub strokes: Vec<Stroke>,
    /// Where it leaves its tile.
    pub start: Option<Point>,
    /// Where it comes in at each of its targets.
    pub ends: Vec<Point>,
}

/// A stretch of the drawing from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    pub top: f64,
    pub height: f64,
}

/// Where everything stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub width: f64,
    pub height: f64,
    pub tile_width: f64,
    /// The top left corner of each tile.
    pub tiles: Vec<Point>,
    /// The column of each tile.
    pub columns: Vec<usize>,
    pub lanes: Vec<Span>,
    /// One for each line.
    pub routes: Vec<Route>,
    /// Where each line stands among those that leave its tile, from 0 at the top.
    pub rows: Vec<usize>,
}

/// How large and how close things are.
#[derive(Debug, Clone, Copy)]
pub struct Measures {
    pub tile_width: f64,
    /// So many tiles of a lane stand in a column at most.
    pub crowd: usize,
    /// Above the lanes, for the headings of columns.
    pub top: f64,
    /// Above the tiles of each lane, for its name.
    pub lane_top: f64,
}

/// Lays tiles out in columns from left to right.
pub fn lay_out(tiles: &[Tile], lines: &[Line], measures: Measures) -> Layout {
    let columns = layers::columns(tiles, lines, measures.crowd);
    let mut web = threads::weave(tiles, lines, &columns);
    order::arrange(&mut web);
    let rows = rows(lines, &order::slants(&web));
    let exits = exits(tiles, lines, &rows);
    let heights = coordinates::settle(&web, &exits, measures);
    let routed = routes::route(&web, &exits, &columns, &heights, measures);
    Layout {
        width: routed.width,
        height: heights.lanes.last().map_or(measures.top, |lane| lane.top + lane.height),
        tile_width: measures.tile_width,
        tiles: columns.iter().enumerate().map(|(tile, &column)| Point { x: routed.lefts[column], y: heights.tops[tile] }).collect(),
        columns,
        lanes: heights.lanes,
        routes: routed.routes,
        rows,
    }
}

/// Gives the lines of each tile their rows, those of the least rank first.
pub(super) fn rows(lines: &[Line], ranks: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|&a, &b| lines[a].from.cmp(&lines[b].from).then(ranks[a].total_cmp(&ranks[b])));
    let mut rows = vec![0; lines.len()];
    for own in order.chunk_by(|&a, &b| lines[a].from == lines[b].from) {
        own.iter().enumerate().for_each(|(row, &line)| rows[line] = row);
    }
    rows
}

/// How far below the top of its tile each line goes out.
pub(super) fn exits(tiles: &[Tile], lines: &[Line], rows: &[usize]) -> Vec<f64> {
    let exit = |(line, &row): (&Line, &usize)| tiles[line.from].exit + tiles[line.from].exit_step * row as f64;
    lines.iter().zip(rows).map(exit).collect()
}

impl Layout {
    /// Turns left into right, for scripts that are read from right to left.
    pub fn mirror(mut self) -> Self {
        let width = self.width;
        let turn = |point: Point| Point { x: width - point.x, ..point };
        for corner in &mut self.tiles {
            corner.x = width - corner.x - self.tile_width;
        }
        for route in &mut self.routes {
            for stroke in &mut route.strokes {
                *stroke = match *stroke {
                    Stroke::Straight(from, to) => Stroke::Straight(turn(from), turn(to)),
                    Stroke::Wave(from, to) => Stroke::Wave(turn(from), turn(to)),
                    Stroke::Bend(from, around, to) => Stroke::Bend(turn(from), turn(around), turn(to)),
                };
            }
            route.start = route.start.map(turn);
            route.ends.iter_mut().for_each(|end| *end = turn(*end));
        }
        self
    }
}
