//! Heights: how far down each slot stands, as level with its neighbours as the order of its column allows.

use super::layout::{Measures, Span};
use super::threads::{Content, Web};

/// So many times the columns are levelled with their neighbours, there and back.
const PASSES: usize = 4;
/// Below the tiles of each lane.
const LANE_BOTTOM: f64 = 12.0;

/// How far down everything stands.
#[derive(Debug)]
pub(super) struct Heights {
    /// The top of each slot.
    pub tops: Vec<f64>,
    pub lanes: Vec<Span>,
}

/// Finds the top of every slot. A lane is as high as its fullest column.
pub(super) fn settle(web: &Web, exits: &[f64], measures: Measures) -> Heights {
    let mut tops = vec![0.0; web.slots.len()];
    let runs = runs_by_lane(web);
    let rooms: Vec<f64> = runs.iter().map(|columns| columns.iter().map(|run| height_of(web, run)).fold(0.0, f64::max)).collect();
    for (columns, room) in runs.iter().zip(&rooms) {
        for run in columns {
            let middle = (room - height_of(web, run)) / 2.0;
            let offsets = offsets_of(web, run);
            run.iter().zip(offsets).for_each(|(&slot, offset)| tops[slot] = middle + offset);
        }
    }
    for pass in 0..PASSES {
        for step in 1..web.columns.len() {
            let (column, gap) = if pass % 2 == 0 { (step, step - 1) } else { (web.columns.len() - 1 - step, web.columns.len() - 1 - step) };
            let wanted = wanted_tops(web, exits, &tops, column, gap);
            for (columns, room) in runs.iter().zip(&rooms) {
                place(web, &columns[column], &wanted, *room, &mut tops);
            }
        }
    }
    let mut lanes = Vec::with_capacity(rooms.len());
    let mut top = measures.top;
    for room in rooms {
        let height = measures.lane_top + room + LANE_BOTTOM;
        lanes.push(Span { top, height });
        top += height;
    }
    for (slot, top) in web.slots.iter().zip(&mut tops) {
        *top += lanes[slot.lane].top + measures.lane_top;
    }
    Heights { tops, lanes }
}

/// The slots of each lane in each column.
fn runs_by_lane(web: &Web) -> Vec<Vec<Vec<usize>>> {
    let mut runs = vec![vec![Vec::new(); web.columns.len()]; web.lane_count];
    for (column, slots) in web.columns.iter().enumerate() {
        slots.iter().for_each(|&slot| runs[web.slots[slot].lane][column].push(slot));
    }
    runs
}

/// Where each slot of a column would stand if it were level with its neighbours across a gap; lines from other lanes pull at nothing.
fn wanted_tops(web: &Web, exits: &[f64], tops: &[f64], column: usize, gap: usize) -> Vec<(usize, f64)> {
    let mut pulls: Vec<(usize, f64)> = Vec::new();
    for step in web.steps[gap].iter().filter(|step| web.slots[step.from].lane == web.slots[step.to].lane) {
        let exit = exit_of(web, exits, step.from, step.line);
        let entry = web.slots[step.to].entry;
        if column == gap + 1 {
            pulls.push((step.to, tops[step.from] + exit - entry));
        } else {
            pulls.push((step.from, tops[step.to] + entry - exit));
        }
    }
    pulls.sort_by_key(|pull| pull.0);
    pulls.chunk_by(|a, b| a.0 == b.0).map(|own| (own[0].0, own.iter().map(|pull| pull.1).sum::<f64>() / own.len() as f64)).collect()
}

/// How far below the top of a slot a line goes out.
pub(super) fn exit_of(web: &Web, exits: &[f64], slot: usize, line: usize) -> f64 {
    match web.slots[slot].content {
        Content::Tile => exits[line],
        Content::Thread => web.slots[slot].entry,
    }
}

/// Moves the slots of a run to where they want to be, in their order and inside the room: isotonic regression by pooling neighbours
/// that are in each other's way. Without the space that slots take, tops need only not fall.
fn place(web: &Web, run: &[usize], wanted: &[(usize, f64)], room: f64, tops: &mut [f64]) {
    let offsets = offsets_of(web, run);
    let slack = room - height_of(web, run);
    let mut pools: Vec<Pool> = Vec::with_capacity(run.len());
    for (&slot, offset) in run.iter().zip(&offsets) {
        let aim = wanted.binary_search_by_key(&slot, |pull| pull.0).map_or(tops[slot], |at| wanted[at].1);
        let mut pool = Pool { sum: aim - offset, count: 1 };
        while let Some(before) = pools.pop_if(|before| before.mean() > pool.mean()) {
            pool = Pool { sum: pool.sum + before.sum, count: pool.count + before.count };
        }
        pools.push(pool);
    }
    let levels = pools.iter().flat_map(|pool| std::iter::repeat_n(pool.mean().clamp(0.0, slack.max(0.0)), pool.count));
    for ((&slot, offset), level) in run.iter().zip(&offsets).zip(levels) {
        tops[slot] = level + offset;
    }
}

/// Slots that share a level, because they would otherwise overlap.
struct Pool {
    sum: f64,
    count: usize,
}

impl Pool {
    fn mean(&self) -> f64 {
        self.sum / self.count as f64
    }
}

/// How far below the first top each slot of a run stands at least.
fn offsets_of(web: &Web, run: &[usize]) -> Vec<f64> {
    let mut offsets = Vec::with_capacity(run.len());
    let mut bottom = 0.0;
    for (at, &slot) in run.iter().enumerate() {
        if at > 0 {
            bottom += gap_between(web, run[at - 1], slot);
        }
        offsets.push(bottom);
        bottom += web.slots[slot].height;
    }
    offsets
}

fn height_of(web: &Web, run: &[usize]) -> f64 {
    match (offsets_of(web, run).last(), run.last()) {
        (Some(offset), Some(&last)) => offset + web.slots[last].height,
        _ => 0.0,
    }
}

fn gap_between(web: &Web, above: usize, below: usize) -> f64 {
    match (web.slots[above].content, web.slots[below].content) {
        (Content::Tile, Content::Tile) => 14.0,
        (Content::Thread, Content::Thread) => 4.0,
        _ => 8.0,
    }
}
