//! The figure: a drawing in the numbers and words that are written down as SVG.

use serde::Serialize;

use super::style::LineStyle;

/// A drawing of linked events; lengths are in CSS pixels, points count from the top left.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    pub width: i64,
    pub height: i64,
    pub tiles: Vec<DrawnTile>,
    pub lines: Vec<DrawnLine>,
    /// Storylines, as bands across the drawing; empty where there is one.
    pub bands: Vec<DrawnBand>,
    /// Above the columns: months.
    pub headings: Vec<DrawnText>,
}

/// An event as a tile.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnTile {
    pub href: String,
    pub title: String,
    pub lang: Option<String>,
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
    /// Where the stripe of the storyline begins, which is 5 wide.
    pub stripe: i64,
    /// The number of the storyline's colour, from 1 to 8; none where storylines are not told apart.
    pub tone: Option<usize>,
    /// The date, line by line, with the status where that needs saying.
    pub date: Vec<DrawnText>,
    /// The letters of its storylines; they end at their point.
    pub letters: Option<DrawnText>,
    /// The headline, line by line.
    pub headline: Vec<DrawnText>,
    /// What it is to later events, beside the lines that go there: «answered by». In columns they end at their point, one below another
    /// they begin there.
    pub exits: Vec<DrawnText>,
    pub is_key: bool,
    /// The event of the page itself.
    pub is_current: bool,
}

/// A text with a point of its base line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnText {
    pub x: i64,
    pub y: i64,
    pub text: String,
}

/// A line to one or several events.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DrawnLine {
    /// The path of the line.
    pub path: String,
    /// The path of its heads, to be filled; empty without heads.
    pub heads: String,
    pub style: LineStyle,
    /// The whole in words.
    pub title: String,
}

/// A storyline as a band.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnBand {
    pub y: i64,
    pub height: i64,
    /// Where its name begins.
    pub x: i64,
    pub text_y: i64,
    pub letter: String,
    pub name: String,
    pub tone: Option<usize>,
}
