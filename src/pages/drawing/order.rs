//! The order within each column: lanes stay apart, and in each lane slots follow the mean place of their neighbours, so that few lines cross.

use super::threads::{Step, Web};

/// So many times the columns are swept, there and back.
const SWEEPS: usize = 6;

/// Sorts the slots of every column. Of all sweeps the one with the fewest crossings counts, the first of equals.
pub(super) fn arrange(web: &mut Web) {
    for column in &mut web.columns {
        column.sort_by_key(|&slot| web.slots[slot].lane);
    }
    let mut places = vec![0; web.slots.len()];
    note_places(&web.columns, &mut places);
    let mut best = (crossings(&web.steps, &places), web.columns.clone());
    for _ in 0..SWEEPS {
        for column in 1..web.columns.len() {
            sweep(web, column, &mut places, column - 1);
        }
        for column in (1..web.columns.len()).rev() {
            sweep(web, column - 1, &mut places, column - 1);
        }
        let count = crossings(&web.steps, &places);
        if count < best.0 {
            best = (count, web.columns.clone());
        }
    }
    web.columns = best.1;
}

/// Sorts one column by its neighbours across a gap; the steps of the gap tell on which side they are.
fn sweep(web: &mut Web, column: usize, places: &mut [usize], gap: usize) {
    let is_right = column == gap + 1;
    let slots = std::mem::take(&mut web.columns[column]);
    let mut sums: Vec<(f64, f64)> = vec![(0.0, 0.0); slots.len()];
    for step in &web.steps[gap] {
        let (own, other) = if is_right { (step.to, step.from) } else { (step.from, step.to) };
        let sum = &mut sums[places[own]];
        *sum = (sum.0 + places[other] as f64, sum.1 + 1.0);
    }
    let mut keyed: Vec<(usize, f64, usize)> = slots
        .into_iter()
        .enumerate()
        .map(|(place, slot)| {
            let (sum, count) = sums[place];
            let wanted = if count > 0.0 { sum / count } else { place as f64 };
            (web.slots[slot].lane, wanted, slot)
        })
        .collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    web.columns[column] = keyed.into_iter().map(|(_, _, slot)| slot).collect();
    web.columns[column].iter().enumerate().for_each(|(place, &slot)| places[slot] = place);
}

/// For each line the mean place of the slots to which it first goes: lines that rise are to leave above lines that fall.
pub(super) fn slants(web: &Web) -> Vec<f64> {
    let mut places = vec![0; web.slots.len()];
    note_places(&web.columns, &mut places);
    let mut sums = vec![(0.0, 0.0); web.trails.len()];
    for step in web.steps.iter().flatten().filter(|step| web.trails[step.line][0] == step.from) {
        let sum: &mut (f64, f64) = &mut sums[step.line];
        *sum = (sum.0 + places[step.to] as f64, sum.1 + 1.0);
    }
    sums.into_iter().map(|(sum, count)| if count > 0.0 { sum / count } else { 0.0 }).collect()
}

fn note_places(columns: &[Vec<usize>], places: &mut [usize]) {
    for column in columns {
        column.iter().enumerate().for_each(|(place, &slot)| places[slot] = place);
    }
}

/// How many pairs of steps cross.
fn crossings(steps: &[Vec<Step>], places: &[usize]) -> usize {
    let in_gap = |steps: &Vec<Step>| {
        let mut ends: Vec<(usize, usize)> = steps.iter().map(|step| (places[step.from], places[step.to])).collect();
        ends.sort_unstable();
        inversions(ends.into_iter().map(|(_, to)| to))
    };
    steps.iter().map(in_gap).sum()
}

/// Counts the pairs that stand the wrong way round, with a Fenwick tree over the values.
fn inversions(values: impl ExactSizeIterator<Item = usize> + Clone) -> usize {
    let mut tree = vec![0_usize; values.clone().max().map_or(0, |most| most + 2)];
    let mut count = 0;
    for (seen, value) in values.enumerate() {
        let mut not_greater = 0;
        let mut at = value + 1;
        while at > 0 {
            not_greater += tree[at];
            at &= at - 1;
        }
        count += seen - not_greater;
        let mut at = value + 1;
        while at < tree.len() {
            tree[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::layout::{Line, Tile};
    use super::super::{layers, threads};
    use super::*;

    #[test]
    fn inversions_are_counted_once_for_each_pair() {
        let count = |values: &[usize]| inversions(values.iter().copied());
        assert_eq!(count(&[]), 0);
        assert_eq!(count(&[0, 1, 1, 2]), 0);
        assert_eq!(count(&[2, 1, 0]), 3);
        assert_eq!(count(&[1, 0, 1, 0]), 3);
    }

    #[test]
    fn lines_that_need_not_cross_do_not() {
        let tile = |opens_column| Tile { lane: 0, height: 50.0, entry: 25.0, exit: 25.0, exit_step: 9.0, opens_column };
        let tiles = [tile(false), tile(false), tile(true), tile(false)];
        let lines = [Line { from: 0, to: vec![3] }, Line { from: 1, to: vec![2] }];
        let columns = layers::columns(&tiles, &lines, 4);
        let mut web = threads::weave(&tiles, &lines, &columns);
        arrange(&mut web);
        let mut places = vec![0; web.slots.len()];
        note_places(&web.columns, &mut places);
        assert_eq!(crossings(&web.steps, &places), 0);
    }
}
