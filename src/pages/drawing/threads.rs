//! The web: tiles and the threads of lines that pass a column, each in a slot of its own.

use super::layout::{Line, Tile};

/// The height of the slot in which a line passes a column.
const THREAD: f64 = 6.0;

/// What stands in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Tile,
    /// A line on its way to later columns.
    Thread,
}

/// A place in a column.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub content: Content,
    pub lane: usize,
    pub height: f64,
    /// How far below the top lines come in.
    pub entry: f64,
}

/// A step of a line from a slot to one of the next column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub from: usize,
    pub to: usize,
    pub line: usize,
}

/// All slots, and the steps between neighbouring columns. The first slots are the tiles, in their order.
#[derive(Debug)]
pub(super) struct Web {
    pub slots: Vec<Slot>,
    /// The slots of each column, from top to bottom.
    pub columns: Vec<Vec<usize>>,
    /// The steps from each column to the next.
    pub steps: Vec<Vec<Step>>,
    /// The slots through which each line passes: its tile, then its threads.
    pub trails: Vec<Vec<usize>>,
    pub lane_count: usize,
}

/// Weaves lines through columns. A line runs in the lane that it comes from, and once only, however many targets it has.
pub(super) fn weave(tiles: &[Tile], lines: &[Line], column_of: &[usize]) -> Web {
    let slot = |tile: &Tile| Slot { content: Content::Tile, lane: tile.lane, height: tile.height, entry: tile.entry };
    let mut slots: Vec<Slot> = tiles.iter().map(slot).collect();
    let column_count = column_of.last().map_or(0, |last| last + 1);
    let mut columns: Vec<Vec<usize>> = vec![Vec::new(); column_count];
    column_of.iter().enumerate().for_each(|(tile, &column)| columns[column].push(tile));
    let mut steps: Vec<Vec<Step>> = vec![Vec::new(); column_count.saturating_sub(1)];
    let mut trails = Vec::with_capacity(lines.len());
    for (number, line) in lines.iter().enumerate() {
        let mut trail = vec![line.from];
        let mut column = column_of[line.from];
        let mut here = line.from;
        // Targets are in the order of time, and so in that of columns.
        for &to in &line.to {
            while column + 1 < column_of[to] {
                let thread = slots.len();
                slots.push(Slot { content: Content::Thread, lane: slots[line.from].lane, height: THREAD, entry: THREAD / 2.0 });
                column += 1;
                columns[column].push(thread);
                steps[column - 1].push(Step { from: here, to: thread, line: number });
                trail.push(thread);
                here = thread;
            }
            steps[column].push(Step { from: here, to, line: number });
        }
        trails.push(trail);
    }
    let lane_count = tiles.iter().map(|tile| tile.lane + 1).max().unwrap_or(0);
    Web { slots, columns, steps, trails, lane_count }
}
