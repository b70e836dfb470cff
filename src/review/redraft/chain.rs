//! Chains: of pairs between two rows of things, the heaviest set that stands in the same order in both.

/// A thing of the old row that answers to one of the new row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Its place in the old row.
    pub(super) old: usize,
    /// Its place in the new row.
    pub(super) new: usize,
    /// What it is worth to keep it.
    pub(super) weight: u64,
}

/// Of `pairs`, which stand by their place in the old row, the places of those in the heaviest chain: both places grow from one to
/// the next. `new` places are below `width`. Of equally heavy chains always the same. It takes n log n, with a Fenwick tree of best sums.
pub(super) fn heaviest(pairs: &[Pair], width: usize) -> Vec<usize> {
    // Of several pairs of one old thing at most one is taken: those further on in the new row are asked first.
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_by_key(|at| pairs.get(*at).map(|pair| (pair.old, usize::MAX - pair.new)));
    let mut best: Vec<(u64, usize)> = vec![(0, usize::MAX); width + 1];
    let mut before = vec![usize::MAX; pairs.len()];
    let (mut top, mut last) = (0, usize::MAX);
    for at in order {
        let Some(pair) = pairs.get(at) else { continue };
        let (sum, from) = highest(&best, pair.new);
        if let Some(before) = before.get_mut(at) {
            *before = from;
        }
        let sum = sum + pair.weight;
        if sum > top {
            (top, last) = (sum, at);
        }
        let mut slot = pair.new + 1;
        while let Some(held) = best.get_mut(slot) {
            if held.0 < sum {
                *held = (sum, at);
            }
            slot += slot & slot.wrapping_neg();
        }
    }
    let mut chain = Vec::new();
    while let Some(from) = before.get(last) {
        chain.push(last);
        last = *from;
    }
    chain.reverse();
    chain
}

/// The heaviest chain that ends before place `new`, and its last pair.
fn highest(best: &[(u64, usize)], new: usize) -> (u64, usize) {
    let (mut found, mut slot) = ((0, usize::MAX), new);
    while slot > 0 {
        let held = best.get(slot).copied().unwrap_or(found);
        if held.0 > found.0 {
            found = held;
        }
        slot &= slot - 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Pair, heaviest};
    use proptest::prelude::*;

    fn pairs(places: &[(usize, usize, u64)]) -> Vec<Pair> {
        places.iter().map(|&(old, new, weight)| Pair { old, new, weight }).collect()
    }

    #[test]
    fn the_lighter_of_two_that_cross_is_left() {
        assert_eq!(heaviest(&pairs(&[(0, 1, 5), (1, 0, 9), (2, 2, 1)]), 3), [1, 2]);
    }

    proptest! {
        #[test]
        fn no_chain_is_heavier(places in prop::collection::vec((0_usize..8, 0_usize..8, 1_u64..9), 0..9)) {
            let pairs = pairs(&places);
            let found = heaviest(&pairs, 8);
            let grows = |chain: &[usize]| chain.windows(2).all(|two| pairs[two[0]].old < pairs[two[1]].old && pairs[two[0]].new < pairs[two[1]].new);
            let weight = |chain: &[usize]| chain.iter().map(|at| pairs[*at].weight).sum::<u64>();
            prop_assert!(grows(&found));
            let mut by_old: Vec<usize> = (0..pairs.len()).collect();
            by_old.sort_by_key(|at| (pairs[*at].old, pairs[*at].new));
            for set in 0..1_u32 << pairs.len() {
                let chain: Vec<usize> = by_old.iter().copied().filter(|at| set >> at & 1 == 1).collect();
                prop_assert!(!grows(&chain) || weight(&chain) <= weight(&found));
            }
        }
    }
}
