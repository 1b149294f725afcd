//! The pen: writes a layout down in whole pixels, with its texts and the data of its paths.

use super::draw::{DATE_LINE, Face, PAD, STRIPE, TITLE_LINE};
use super::figure::{Drawing, DrawnBand, DrawnLine, DrawnText, DrawnTile};
use super::layout::{Layout, Point, Route, Stroke};
use super::sketch::{Sketch, SketchLine};
use super::style::Head;

/// How far letters stand from the edge.
const LETTERS_INSET: f64 = 7.0;
/// How far the base line of small letters lies below their middle.
const BELOW_MIDDLE: f64 = 3.5;

/// A layout about to be written down.
pub(super) struct Pen<'s> {
    pub sketch: &'s Sketch,
    pub faces: &'s [Face],
    /// Already mirrored where the sketch asks for it.
    pub layout: Layout,
    /// Lines leave and arrive where reading begins.
    pub is_rail: bool,
}

impl Pen<'_> {
    /// Writes everything down.
    pub fn draw(self) -> Drawing {
        let tiles = (0..self.sketch.tiles.len()).map(|at| self.tile(at));
        let mut tiles: Vec<DrawnTile> = tiles.collect();
        for (line, &row) in self.sketch.lines.iter().zip(&self.layout.rows) {
            tiles[line.from].exits.push(self.exit(line, row));
        }
        tiles.iter_mut().for_each(|tile| tile.exits.sort_by_key(|exit| exit.y));
        let lines = self.sketch.lines.iter().zip(&self.layout.routes);
        Drawing {
            width: whole(self.layout.width),
            height: whole(self.layout.height),
            tiles,
            lines: lines.map(|(line, route)| self.line(line, route)).collect(),
            bands: if self.sketch.lanes.len() > 1 && !self.is_rail { self.bands() } else { Vec::new() },
            headings: if self.is_rail { Vec::new() } else { self.headings() },
        }
    }

    fn tile(&self, at: usize) -> DrawnTile {
        let (tile, face, Point { x, y }) = (&self.sketch.tiles[at], &self.faces[at], self.layout.tiles[at]);
        let start = self.inset_from_start(x, STRIPE + PAD);
        let rows = |first: f64, step: f64, texts: &[String]| {
            let row = |(at, text): (usize, &String)| text_at(start, y + first + step * at as f64, text);
            texts.iter().enumerate().map(row).collect()
        };
        DrawnTile {
            href: tile.href.clone(),
            title: tile.title.clone(),
            lang: tile.lang.clone(),
            x: whole(x),
            y: whole(y),
            width: whole(self.layout.tile_width),
            height: whole(face.height()),
            stripe: whole(if self.sketch.is_mirrored { x + self.layout.tile_width - STRIPE } else { x }),
            tone: tile.tone,
            date: rows(PAD + 9.0, DATE_LINE, &face.date),
            letters: (!tile.letters.is_empty()).then(|| text_at(self.inset_from_end(x, LETTERS_INSET), y + PAD + 9.0, &tile.letters)),
            headline: rows(face.headline_top() + 11.0, TITLE_LINE, &face.headline),
            exits: Vec::new(),
            is_key: tile.is_key,
            is_current: tile.is_current,
        }
    }

    /// What the tile of a line is to those that the line leads to.
    fn exit(&self, line: &SketchLine, row: usize) -> DrawnText {
        let Point { x, y } = self.layout.tiles[line.from];
        let x = if self.is_rail { self.inset_from_start(x, STRIPE + PAD) } else { self.inset_from_end(x, LETTERS_INSET) };
        text_at(x, y + self.faces[line.from].exit(row) + BELOW_MIDDLE, &line.words)
    }

    fn line(&self, line: &SketchLine, route: &Route) -> DrawnLine {
        let tips = if line.is_backward { route.start.as_slice() } else { route.ends.as_slice() };
        // A head points into its tile: against the way of reading only where a line leaves from the far side.
        let points_left = self.sketch.is_mirrored != (line.is_backward && !self.is_rail);
        DrawnLine {
            path: path(&route.strokes),
            heads: tips.iter().map(|&tip| head(line.style.head, tip, points_left)).collect(),
            style: line.style.clone(),
            title: line.title.clone(),
        }
    }

    fn bands(&self) -> Vec<DrawnBand> {
        let bands = self.sketch.lanes.iter().zip(&self.layout.lanes).map(|(lane, span)| DrawnBand {
            y: whole(span.top),
            height: whole(span.height),
            x: whole(if self.sketch.is_mirrored { self.layout.width - 8.0 } else { 8.0 }),
            text_y: whole(span.top + 17.0),
            letter: lane.letter.clone(),
            name: lane.name.clone(),
            tone: lane.tone,
        });
        bands.collect()
    }

    /// The month above each column that begins another than the one before.
    fn headings(&self) -> Vec<DrawnText> {
        let mut headings: Vec<DrawnText> = Vec::new();
        let mut column = None;
        for (tile, (&own, corner)) in self.sketch.tiles.iter().zip(self.layout.columns.iter().zip(&self.layout.tiles)) {
            if column != Some(own) && !tile.heading.is_empty() && headings.last().is_none_or(|last| last.text != tile.heading) {
                headings.push(text_at(self.inset_from_start(corner.x, 0.0), 15.0, &tile.heading));
            }
            column = Some(own);
        }
        headings
    }

    /// A distance into a tile from where reading begins.
    fn inset_from_start(&self, x: f64, inset: f64) -> f64 {
        if self.sketch.is_mirrored { x + self.layout.tile_width - inset } else { x + inset }
    }

    fn inset_from_end(&self, x: f64, inset: f64) -> f64 {
        if self.sketch.is_mirrored { x + inset } else { x + self.layout.tile_width - inset }
    }
}

fn text_at(x: f64, y: f64, text: &str) -> DrawnText {
    DrawnText { x: whole(x), y: whole(y), text: text.to_owned() }
}

/// Whole pixels are fine enough, and the same on every machine.
fn whole(value: f64) -> i64 {
    value.round() as i64
}

/// The data of an SVG path. A stroke that begins where the last one ended goes on with it.
pub(super) fn path(strokes: &[Stroke]) -> String {
    let mut path = String::new();
    let mut here = None;
    for &stroke in strokes {
        let (Stroke::Straight(from, to) | Stroke::Wave(from, to) | Stroke::Bend(from, _, to)) = stroke;
        let (x, y) = (whole(to.x), whole(to.y));
        if here != Some(from) {
            path.push_str(&format!("M{} {}", whole(from.x), whole(from.y)));
        }
        path.push_str(&match stroke {
            Stroke::Wave(..) if whole(from.y) != y => {
                let middle = whole((from.x + to.x) / 2.0);
                format!("C{middle} {} {middle} {y} {x} {y}", whole(from.y))
            }
            Stroke::Bend(_, around, _) => format!("Q{} {} {x} {y}", whole(around.x), whole(around.y)),
            _ => format!("L{x} {y}"),
        });
        here = Some(to);
    }
    path
}

/// The path of a head whose tip is at a point.
pub(super) fn head(head: Head, tip: Point, points_left: bool) -> String {
    let (x, y) = (whole(tip.x), whole(tip.y));
    match head {
        Head::Arrow => format!("M{x} {y}l{} -4v8z", if points_left { 8 } else { -8 }),
        Head::Dot => format!("M{} {y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z", if points_left { x } else { x - 6 }),
        Head::None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_that_follow_one_another_share_a_path() {
        let [a, b, c] = [(0.0, 0.0), (10.0, 20.0), (30.0, 20.0)].map(|(x, y)| Point { x, y });
        assert_eq!(path(&[Stroke::Wave(a, b), Stroke::Straight(b, c)]), "M0 0C5 0 5 20 10 20L30 20");
        assert_eq!(path(&[Stroke::Straight(b, c), Stroke::Wave(a, b)]), "M10 20L30 20M0 0C5 0 5 20 10 20");
    }

    #[test]
    fn an_arrow_points_into_its_tile() {
        let tip = Point { x: 50.0, y: 9.0 };
        assert_eq!(head(Head::Arrow, tip, false), "M50 9l-8 -4v8z");
        assert_eq!(head(Head::Arrow, tip, true), "M50 9l8 -4v8z");
        assert_eq!(head(Head::None, tip, true), "");
    }
}
