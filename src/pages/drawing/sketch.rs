//! A sketch: what is to be drawn, before anything has a place.

use super::style::LineStyle;

/// Events in the order of time, and the lines between them.
#[derive(Debug, Clone, Default)]
pub struct Sketch {
    pub tiles: Vec<SketchTile>,
    pub lines: Vec<SketchLine>,
    /// The bands in which tiles stand; one without a name where there is but one.
    pub lanes: Vec<SketchLane>,
    /// Drawn from right to left.
    pub is_mirrored: bool,
}

/// An event.
#[derive(Debug, Clone)]
pub struct SketchTile {
    pub href: String,
    pub title: String,
    /// The language of the title, where it is not the site's.
    pub lang: Option<String>,
    /// In few words, with the status where that needs saying.
    pub date: String,
    /// The letters of its storylines: `A C`.
    pub letters: String,
    /// The colour of its storyline, from 1 to 8.
    pub tone: Option<usize>,
    pub lane: usize,
    pub is_key: bool,
    /// The event of the page itself.
    pub is_current: bool,
    /// It may not share a column with what came before.
    pub opens_column: bool,
    /// What stands above its column, if it is the first there: `October 2019`. Empty for nothing.
    pub heading: String,
}

/// Links of one kind from one event to later ones.
#[derive(Debug, Clone)]
pub struct SketchLine {
    pub from: usize,
    /// Later tiles, in their order.
    pub to: Vec<usize>,
    /// The place of the kind among the site's link kinds.
    pub kind: usize,
    /// What the earlier event is to the later: «answered by».
    pub words: String,
    pub style: LineStyle,
    /// The head stands at the earlier event.
    pub is_backward: bool,
    /// The whole in words, for those who point at the line.
    pub title: String,
}

/// A band of the drawing.
#[derive(Debug, Clone)]
pub struct SketchLane {
    pub name: String,
    pub letter: String,
    pub tone: Option<usize>,
}
