//! Columns: each tile's place from left to right, by date.
//!
//! No tile stands left of an earlier one, and a line always leads to a later column.

use super::layout::{Line, Tile};

/// The column of each tile, from 0. A new one begins where the next tile is linked to one of the last column, or finds its lane full.
pub(super) fn columns(tiles: &[Tile], lines: &[Line], crowd: usize) -> Vec<usize> {
    let mut linked_from: Vec<Vec<usize>> = vec![Vec::new(); tiles.len()];
    for line in lines {
        line.to.iter().for_each(|&to| linked_from[to].push(line.from));
    }
    let mut columns: Vec<usize> = Vec::with_capacity(tiles.len());
    let mut first_of_column = 0;
    for (at, tile) in tiles.iter().enumerate() {
        let column = columns.last().copied().unwrap_or(0);
        let is_linked = linked_from[at].iter().any(|&from| from >= first_of_column);
        let is_full = tiles[first_of_column..at].iter().filter(|other| other.lane == tile.lane).count() >= crowd;
        if at > 0 && (tile.opens_column || is_linked || is_full) {
            first_of_column = at;
            columns.push(column + 1);
        } else {
            columns.push(column);
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile(lane: usize) -> Tile {
        Tile { lane, height: 50.0, entry: 25.0, exit: 25.0, exit_step: 9.0, opens_column: false }
    }

    #[test]
    fn a_column_ends_where_a_line_or_a_crowd_asks_for_it() {
        let tiles = [tile(0), tile(0), tile(1), tile(0), tile(1)];
        assert_eq!(columns(&tiles, &[], 2), [0, 0, 0, 1, 1]);
        let line = Line { from: 1, to: vec![2, 4] };
        assert_eq!(columns(&tiles, &[line], 2), [0, 0, 1, 1, 1]);
    }
}
