//! Drawings of linked events: a tile for each event, in columns by date, and lines between them that never run through a tile.
//!
//! In: a [`Sketch`], tiles in the order of time and the lines between them. Out: a [`Drawing`], numbers that [`render`](crate::render)
//! writes down as SVG. Never: asks the event graph, writes SVG, or gives two drawings of one sketch.
//!
//! ```text
//!  Sketch ─measure→ Tile, Line ─columns→ columns ─weave→ Web ─arrange→ order in each column ─settle→ heights ─route→ Layout ─draw→ Drawing
//! ```
//! The date decides the column, so that only the order within columns is sought: lines that pass a column hold a slot in it (Sugiyama's
//! method), slots are sorted by the mean place of their neighbours, and then drawn as level as their order allows.

mod coordinates;
mod draw;
mod figure;
mod layers;
mod layout;
mod order;
mod pen;
mod rail;
mod reduce;
mod routes;
mod sketch;
mod style;
mod threads;
mod wrap;

#[cfg(test)]
mod laws;

pub(super) use draw::{draw_rail, draw_sample, draw_wide};
pub use figure::{Drawing, DrawnBand, DrawnLine, DrawnText, DrawnTile};
pub(super) use reduce::implied;
pub(super) use sketch::{Sketch, SketchLane, SketchLine, SketchTile};
pub(super) use style::style_of;
