//! Draws a sketch: measures its tiles, lays them out, and has the pen write down where everything came to stand.

use super::figure::{Drawing, DrawnLine};
use super::layout::{self, Line, Measures, Point, Stroke, Tile};
use super::pen::{self, Pen};
use super::rail::{self, Tracks};
use super::sketch::{Sketch, SketchLine, SketchTile};
use super::wrap::wrap;

/// Inside a tile: its edges, and the heights of its lines of text. The style sheet sets the same sizes.
pub(super) const PAD: f64 = 9.0;
pub(super) const STRIPE: f64 = 5.0;
pub(super) const DATE_LINE: f64 = 15.0;
pub(super) const TITLE_LINE: f64 = 16.0;
const DATE_SIZE: f64 = 11.0;
const TITLE_SIZE: f64 = 13.0;
const EXIT_LINE: f64 = 14.0;
const EXIT_GAP: f64 = 4.0;
const MOST_DATE_LINES: usize = 2;
const MOST_TITLE_LINES: usize = 6;
/// The width of the drawing on a phone.
const RAIL_WIDTH: f64 = 320.0;

/// Draws from one side to the other, in columns.
pub(in crate::pages) fn draw_wide(sketch: &Sketch, tile_width: f64, crowd: usize) -> Drawing {
    let lane_top = if sketch.lanes.len() > 1 { 26.0 } else { 8.0 };
    let has_headings = sketch.tiles.iter().any(|tile| !tile.heading.is_empty());
    let measures = Measures { tile_width, crowd, top: if has_headings { 24.0 } else { 0.0 }, lane_top };
    let faces = faces(sketch, tile_width);
    let layout = layout::lay_out(&tiles(sketch, &faces, false), &lines(sketch), measures);
    Pen { sketch, faces: &faces, layout: turned(sketch, layout), is_rail: false }.draw()
}

/// Draws from top to bottom, for narrow screens.
pub(in crate::pages) fn draw_rail(sketch: &Sketch) -> Drawing {
    let spans: Vec<(usize, usize)> = sketch.lines.iter().map(|line| (line.from, line.to.last().copied().unwrap_or(line.from))).collect();
    let tracks = Tracks::assign(sketch.tiles.len(), &spans);
    let faces = faces(sketch, tracks.tile_width(RAIL_WIDTH));
    let layout = rail::lay_out(&tiles(sketch, &faces, true), &lines(sketch), &tracks, RAIL_WIDTH);
    Pen { sketch, faces: &faces, layout: turned(sketch, layout), is_rail: true }.draw()
}

/// Draws a line of a kind for a legend, 48 wide and 12 high; its title says the kind.
pub(in crate::pages) fn draw_sample(line: &SketchLine) -> DrawnLine {
    let [start, end] = [2.0, 46.0].map(|x| Point { x, y: 6.0 });
    let (tip, points_left) = if line.is_backward { (start, true) } else { (end, false) };
    DrawnLine {
        path: pen::path(&[Stroke::Straight(start, end)]),
        heads: pen::head(line.style.head, tip, points_left),
        style: line.style.clone(),
        title: line.words.clone(),
    }
}

fn turned(sketch: &Sketch, layout: layout::Layout) -> layout::Layout {
    if sketch.is_mirrored { layout.mirror() } else { layout }
}

/// What a tile shows: its date and its headline in lines, and a row for each line that goes out.
pub(super) struct Face {
    pub date: Vec<String>,
    pub headline: Vec<String>,
    /// How many lines go out.
    pub exit_count: usize,
}

impl Face {
    /// The height of the tile.
    pub fn height(&self) -> f64 {
        let exits = if self.exit_count == 0 { 0.0 } else { EXIT_GAP + EXIT_LINE * self.exit_count as f64 };
        self.headline_top() + TITLE_LINE * self.headline.len() as f64 + exits + PAD - 2.0
    }

    /// How far down the headline begins.
    pub fn headline_top(&self) -> f64 {
        PAD + DATE_LINE * self.date.len() as f64
    }

    /// How far down the middle of the row of an exit is.
    pub fn exit(&self, row: usize) -> f64 {
        self.headline_top() + TITLE_LINE * self.headline.len() as f64 + EXIT_GAP + EXIT_LINE * (row as f64 + 0.5)
    }
}

fn faces(sketch: &Sketch, tile_width: f64) -> Vec<Face> {
    let room = tile_width - STRIPE - 2.0 * PAD;
    let face = |tile: &SketchTile| {
        let beside_letters = room - DATE_SIZE * tile.letters.chars().count() as f64 * 0.7;
        Face {
            date: wrap(&tile.date, beside_letters / DATE_SIZE, MOST_DATE_LINES),
            headline: wrap(&tile.title, room / TITLE_SIZE, MOST_TITLE_LINES),
            exit_count: 0,
        }
    };
    let mut faces: Vec<Face> = sketch.tiles.iter().map(face).collect();
    sketch.lines.iter().for_each(|line| faces[line.from].exit_count += 1);
    faces
}

fn tiles(sketch: &Sketch, faces: &[Face], is_rail: bool) -> Vec<Tile> {
    let tiles = sketch.tiles.iter().zip(faces).map(|(tile, face)| Tile {
        lane: tile.lane,
        height: face.height(),
        // On the rail lines come in above those that go out; in columns both are level, so that chains run straight.
        entry: match face.exit_count {
            _ if is_rail => PAD + DATE_LINE / 2.0,
            0 => face.height() / 2.0,
            _ => face.exit(0),
        },
        exit: face.exit(0),
        exit_step: EXIT_LINE,
        opens_column: tile.opens_column,
    });
    tiles.collect()
}

fn lines(sketch: &Sketch) -> Vec<Line> {
    sketch.lines.iter().map(|line| Line { from: line.from, to: line.to.clone() }).collect()
}
