//! What holds for every drawing: tiles apart, lines forward and clear of tiles, and one drawing for one sketch.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use super::layout::{self, Layout, Line, Measures, Point, Stroke, Tile};
use super::rail::{self, Tracks};

const WIDE: Measures = Measures { tile_width: 170.0, crowd: 3, top: 24.0, lane_top: 26.0 };
const NARROW: f64 = 320.0;

/// Tiles in up to four lanes, and lines from some to later ones. They leave in rows at the foot of their tile and come in above, as drawn.
fn stories() -> impl Strategy<Value = (Vec<Tile>, Vec<Line>)> {
    (1..40_usize).prop_flat_map(|count| {
        let tile = (0..4_usize, 60.0..120.0_f64, prop::bool::weighted(0.1)).prop_map(|(lane, height, opens_column)| Tile {
            lane,
            height,
            entry: 16.0,
            exit: height - 30.0,
            exit_step: 0.9,
            opens_column,
        });
        let line = (0..count, btree_set(0..count, 1..5));
        (vec(tile, count), vec(line, 0..30)).prop_map(|(tiles, lines)| {
            let lines = lines.into_iter().filter_map(|(from, to)| {
                let to: Vec<usize> = to.into_iter().filter(|to| *to > from).collect();
                (!to.is_empty()).then_some(Line { from, to })
            });
            let lines = lines.collect();
            (tiles, lines)
        })
    })
}

fn wide(tiles: &[Tile], lines: &[Line]) -> Layout {
    layout::lay_out(tiles, lines, WIDE)
}

fn narrow(tiles: &[Tile], lines: &[Line]) -> Layout {
    let spans: Vec<(usize, usize)> = lines.iter().map(|line| (line.from, line.to[line.to.len() - 1])).collect();
    rail::lay_out(tiles, lines, &Tracks::assign(tiles.len(), &spans), NARROW)
}

/// Points along a stroke.
fn points(stroke: Stroke) -> Vec<Point> {
    let mix = |points: &[(f64, Point)]| Point {
        x: points.iter().map(|(share, point)| share * point.x).sum(),
        y: points.iter().map(|(share, point)| share * point.y).sum(),
    };
    (0..=24)
        .map(|step| f64::from(step) / 24.0)
        .map(|t| {
            let s = 1.0 - t;
            match stroke {
                Stroke::Straight(from, to) => mix(&[(s, from), (t, to)]),
                Stroke::Bend(from, around, to) => mix(&[(s * s, from), (2.0 * s * t, around), (t * t, to)]),
                Stroke::Wave(from, to) => {
                    let middle = (from.x + to.x) / 2.0;
                    let (a, b) = (Point { x: middle, y: from.y }, Point { x: middle, y: to.y });
                    mix(&[(s * s * s, from), (3.0 * s * s * t, a), (3.0 * s * t * t, b), (t * t * t, to)])
                }
            }
        })
        .collect()
}

fn check(tiles: &[Tile], lines: &[Line], layout: &Layout) -> Result<(), TestCaseError> {
    const HAIR: f64 = 1e-6;
    let boxes: Vec<(Point, f64)> = layout.tiles.iter().copied().zip(tiles.iter().map(|tile| tile.height)).collect();
    for (at, (a, a_height)) in boxes.iter().enumerate() {
        prop_assert!(a.x >= 0.0 && a.x + layout.tile_width <= layout.width + HAIR);
        prop_assert!(a.y >= 0.0 && a.y + a_height <= layout.height + HAIR, "{} + {} in {}", a.y, a_height, layout.height);
        for (b, b_height) in &boxes[at + 1..] {
            let is_beside = (a.x - b.x).abs() >= layout.tile_width;
            let is_above = a.y + a_height <= b.y || b.y + b_height <= a.y;
            prop_assert!(is_beside || is_above, "{a:?} and {b:?} overlap");
        }
    }
    for (line, route) in lines.iter().zip(&layout.routes) {
        prop_assert_eq!(route.ends.len(), line.to.len());
        for point in route.strokes.iter().flat_map(|stroke| points(*stroke)) {
            prop_assert!(point.x >= 0.0 && point.x <= layout.width && point.y >= 0.0 && point.y <= layout.height);
            for (corner, height) in &boxes {
                let is_across = point.x > corner.x + HAIR && point.x < corner.x + layout.tile_width - HAIR;
                let is_down = point.y > corner.y + HAIR && point.y < corner.y + height - HAIR;
                prop_assert!(!(is_across && is_down), "{point:?} lies in the tile at {corner:?}");
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn tiles_never_overlap_and_no_line_runs_through_one((tiles, lines) in stories()) {
        check(&tiles, &lines, &wide(&tiles, &lines))?;
        check(&tiles, &lines, &wide(&tiles, &lines).mirror())?;
        check(&tiles, &lines, &narrow(&tiles, &lines))?;
        check(&tiles, &lines, &narrow(&tiles, &lines).mirror())?;
    }

    #[test]
    fn columns_follow_the_date_and_every_line_leads_forward((tiles, lines) in stories()) {
        let layout = wide(&tiles, &lines);
        prop_assert!(layout.columns.is_sorted());
        for line in &lines {
            for &to in &line.to {
                prop_assert!(layout.columns[line.from] < layout.columns[to]);
                prop_assert!(layout.tiles[line.from].x + layout.tile_width < layout.tiles[to].x);
            }
        }
    }

    #[test]
    fn every_line_ends_at_the_edge_of_its_targets((tiles, lines) in stories()) {
        let layout = wide(&tiles, &lines);
        for (line, route) in lines.iter().zip(&layout.routes) {
            let mut wanted: Vec<usize> = line.to.clone();
            for end in &route.ends {
                let at = wanted.iter().position(|&to| {
                    let corner = layout.tiles[to];
                    corner.x == end.x && corner.y < end.y && end.y < corner.y + tiles[to].height
                });
                prop_assert!(at.is_some(), "{end:?} is at none of its targets");
                at.map(|at| wanted.swap_remove(at));
            }
        }
    }

    #[test]
    fn the_same_story_gives_the_same_drawing((tiles, lines) in stories()) {
        prop_assert_eq!(wide(&tiles, &lines), wide(&tiles, &lines));
        prop_assert_eq!(narrow(&tiles, &lines), narrow(&tiles, &lines));
    }

    #[test]
    fn lanes_lie_one_below_another_and_hold_their_tiles((tiles, lines) in stories()) {
        let layout = wide(&tiles, &lines);
        for pair in layout.lanes.windows(2) {
            prop_assert_eq!(pair[0].top + pair[0].height, pair[1].top);
        }
        for (tile, corner) in tiles.iter().zip(&layout.tiles) {
            let lane = layout.lanes[tile.lane];
            prop_assert!(corner.y >= lane.top && corner.y + tile.height <= lane.top + lane.height + 1e-6);
        }
    }
}

#[test]
fn a_chain_of_two_thousand_events_is_level_and_done_in_no_time() {
    let tile = Tile { lane: 0, height: 60.0, entry: 30.0, exit: 30.0, exit_step: 9.0, opens_column: false };
    let tiles = vec![tile; 2_000];
    let lines: Vec<Line> = (1..2_000).map(|to| Line { from: to - 1, to: vec![to] }).collect();
    // A thread with a small stack: nothing here recurses.
    let drawing = std::thread::Builder::new().stack_size(128 * 1024).spawn(move || {
        let (wide, narrow) = (wide(&tiles, &lines), narrow(&tiles, &lines));
        (wide, narrow)
    });
    let (wide, narrow) = drawing.unwrap().join().unwrap();
    assert_eq!(wide.columns.last(), Some(&1_999));
    assert!(wide.tiles.iter().all(|corner| corner.y == wide.tiles[0].y));
    assert_eq!(narrow.tiles.len(), 2_000);
}

#[test]
fn nothing_to_draw_is_drawn_as_nothing() {
    let layout = wide(&[], &[]);
    assert!(layout.tiles.is_empty() && layout.routes.is_empty());
    assert!(narrow(&[], &[]).tiles.is_empty());
}
