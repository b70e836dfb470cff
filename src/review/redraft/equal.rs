//! Equal sentences of two drafts: which answers to which, and which of them stand in order.

use super::chain::{self, Pair};

/// No sentence.
pub(super) const NONE: usize = usize::MAX;

/// Cells of a table over a stretch that is long.
const LONG: usize = 1 << 13;

/// Equal sentences in a row by which two sides are known to stand at the same place again.
const RUN: usize = 3;

/// Steps, of both sides together, within which such a place is looked for.
const NEAR: usize = 24;

/// Equal sentences paired, by their places.
#[derive(Debug)]
pub(super) struct Equals {
    /// For each old sentence its equal among the new ones, or [`NONE`].
    pub(super) old: Vec<usize>,
    /// For each new sentence its equal among the old ones, or [`NONE`].
    pub(super) new: Vec<usize>,
    /// The pairs that stand in the same order in both texts.
    pub(super) anchors: Vec<(usize, usize)>,
}

impl Equals {
    /// Pairs what is equal and can be told apart: sentences that stand once on both sides, and repeated ones by their neighbours.
    /// `keys` are equal for equal sentences and below `many`; `weight` is what an old sentence counts in the order of all.
    pub(super) fn find(old: &[u32], new: &[u32], many: usize, weight: impl Fn(usize) -> u64) -> Self {
        let mut equals = Self { old: vec![NONE; old.len()], new: vec![NONE; new.len()], anchors: Vec::new() };
        let once = |keys: &[u32]| {
            let mut places = vec![(0_u32, NONE); many];
            for (at, key) in keys.iter().enumerate() {
                if let Some(held) = places.get_mut(*key as usize) {
                    *held = (held.0 + 1, at);
                }
            }
            places
        };
        for (one, other) in once(old).into_iter().zip(once(new)) {
            if one.0 == 1 && other.0 == 1 {
                equals.pair(one.1, other.1);
            }
        }
        // In order first: a repeated sentence belongs to neighbours that stayed rather than to those that moved.
        equals.order(&weight);
        let stayed = equals.anchors.clone();
        equals.spread(old, new, &stayed);
        let all: Vec<(usize, usize)> = equals.old.iter().copied().enumerate().filter(|(_, to)| *to != NONE).collect();
        equals.spread(old, new, &all);
        equals.order(&weight);
        if equals.walk(old, new) {
            equals.order(&weight);
        }
        equals
    }

    /// Pairs in long stretches between the anchors what is equal and stands many times: ten thousand equal sentences, the rows of a table of
    /// results. True when anything was paired.
    fn walk(&mut self, old: &[u32], new: &[u32]) -> bool {
        let (mut row, mut column, mut found) = (0, 0, false);
        let ends: Vec<(usize, usize)> = self.anchors.iter().copied().chain([(old.len(), new.len())]).collect();
        for (old_end, new_end) in ends {
            let (rows, columns) = (old_end.saturating_sub(row), new_end.saturating_sub(column));
            if rows.saturating_mul(columns) > LONG {
                found |= self.walk_between((old, row, old_end), (new, column, new_end));
            }
            (row, column) = (old_end + 1, new_end + 1);
        }
        found
    }

    /// Walks down both sides: where two sentences differ it goes on at the nearest place from which several are equal again, or past both.
    /// It looks at so many places for each sentence and no more.
    fn walk_between(
        &mut self,
        (old, mut row, rows): (&[u32], usize, usize),
        (new, mut column, columns): (&[u32], usize, usize),
    ) -> bool {
        let mut found = false;
        while row < rows && column < columns {
            let equal = |one: usize, other: usize| {
                one < rows && other < columns && old.get(one) == new.get(other) && self.are_free(one, other)
            };
            if equal(row, column) {
                self.pair(row, column);
                (row, column, found) = (row + 1, column + 1, true);
                continue;
            }
            let again = |(down, right): &(usize, usize)| (0..RUN).all(|on| equal(row + down + on, column + right + on));
            let near = (1..=NEAR).flat_map(|steps| (0..=steps).map(move |down| (down, steps - down)));
            let (down, right) = near.into_iter().find(again).unwrap_or((1, 1));
            (row, column) = (row + down, column + right);
        }
        found
    }

    /// True when old sentence `old` and new sentence `new` have no equal yet.
    pub(super) fn are_free(&self, old: usize, new: usize) -> bool {
        self.old.get(old) == Some(&NONE) && self.new.get(new) == Some(&NONE)
    }

    /// Pairs old sentence `old` with new sentence `new`.
    pub(super) fn pair(&mut self, old: usize, new: usize) {
        if let (Some(one), Some(other)) = (self.old.get_mut(old), self.new.get_mut(new)) {
            (*one, *other) = (new, old);
        }
    }

    /// Pairs equal neighbours of `pairs`, and their neighbours, on both sides.
    fn spread(&mut self, old: &[u32], new: &[u32], pairs: &[(usize, usize)]) {
        let equal = |one: usize, other: usize| old.get(one).is_some_and(|key| new.get(other) == Some(key));
        for &(one, other) in pairs {
            let (mut one, mut other) = (one + 1, other + 1);
            while equal(one, other) && self.are_free(one, other) {
                self.pair(one, other);
                (one, other) = (one + 1, other + 1);
            }
        }
        for &(one, other) in pairs.iter().rev() {
            let mut before = one.checked_sub(1).zip(other.checked_sub(1));
            while let Some((one, other)) =
                before.filter(|(one, other)| equal(*one, *other) && self.are_free(*one, *other))
            {
                self.pair(one, other);
                before = one.checked_sub(1).zip(other.checked_sub(1));
            }
        }
    }

    /// Finds which pairs stand in the same order.
    fn order(&mut self, weight: impl Fn(usize) -> u64) {
        let paired = self.old.iter().copied().enumerate().filter(|(_, to)| *to != NONE);
        let pairs: Vec<Pair> = paired.map(|(old, new)| Pair { old, new, weight: weight(old) }).collect();
        let kept = chain::heaviest(&pairs, self.new.len());
        self.anchors = kept.into_iter().filter_map(|at| pairs.get(at)).map(|pair| (pair.old, pair.new)).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::{Equals, NONE};

    #[test]
    fn of_many_equal_ones_each_but_the_edited_goes_on_standing_where_it_stood() {
        let old: Vec<u32> = (0..600).map(|at| at % 7).collect();
        let mut new = old.clone();
        (new[3], new[300]) = (8, 9);
        new.remove(500);
        let found = Equals::find(&old, &new, 10, |_| 1);
        let lost: Vec<usize> = (0..600).filter(|at| found.old[*at] == NONE).collect();
        assert_eq!((lost.len(), &lost[..2], found.anchors.len()), (3, &[3, 300][..], 597));
    }

    #[test]
    fn repeated_sentences_go_with_their_neighbours() {
        // 9 stands twice, and the first one was deleted.
        let found = Equals::find(&[0, 9, 1, 2, 9, 3], &[0, 1, 2, 9, 3], 10, |_| 1);
        assert_eq!(found.old, [0, NONE, 1, 2, 3, 4]);
        assert_eq!(found.anchors.len(), 5);
    }
}
