//! Transitive reduction: a line says nothing where a longer way tells the same.

/// Says of each pair, which leads from a lesser to a greater number below `count`, whether the others imply it.
///
/// Costs `count` × pairs ÷ 64 steps: drawings are small.
pub(in crate::pages) fn implied(count: usize, pairs: &[(usize, usize)]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_unstable_by_key(|&at| (std::cmp::Reverse(pairs[at].0), pairs[at].1));
    let mut reached = vec![vec![0_u64; count.div_ceil(64)]; count];
    let mut is_implied = vec![false; pairs.len()];
    for at in order {
        let (from, to) = pairs[at];
        let (before, after) = reached.split_at_mut(to);
        let own = &mut before[from];
        if own[to / 64] >> (to % 64) & 1 == 1 {
            is_implied[at] = true;
            continue;
        }
        own.iter_mut().zip(&after[0]).for_each(|(own, other)| *own |= other);
        own[to / 64] |= 1 << (to % 64);
    }
    is_implied
}

#[cfg(test)]
mod tests {
    use super::implied;

    #[test]
    fn a_shortcut_is_implied_by_the_longer_way() {
        assert_eq!(implied(3, &[(0, 1), (1, 2), (0, 2)]), [false, false, true]);
        assert_eq!(implied(5, &[(0, 4), (0, 1), (1, 2), (2, 3), (3, 4)]), [true, false, false, false, false]);
    }

    #[test]
    fn ways_that_only_meet_imply_nothing() {
        assert_eq!(implied(4, &[(0, 1), (0, 2), (1, 3), (2, 3)]), [false; 4]);
        assert_eq!(implied(2, &[]), [false; 0]);
    }

    #[test]
    fn whatever_could_be_reached_can_be_reached_without_what_is_implied() {
        // Every pair of 70 numbers: of all lines only the chain is left.
        let pairs: Vec<(usize, usize)> = (0..70).flat_map(|from| (from + 1..70).map(move |to| (from, to))).collect();
        let is_implied = implied(70, &pairs);
        for (pair, is_implied) in pairs.iter().zip(is_implied) {
            assert_eq!(is_implied, pair.1 != pair.0 + 1, "{pair:?}");
        }
    }
}
