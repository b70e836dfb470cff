//! Equal sentences of two drafts: which answers to which, and which of them stand in order.

use super::chain::{self, Pair};

/// No sentence.
pub(super) const NONE: usize = usize::MAX;

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
        equals
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
    fn repeated_sentences_go_with_their_neighbours() {
        // 9 stands twice, and the first one was deleted.
        let found = Equals::find(&[0, 9, 1, 2, 9, 3], &[0, 1, 2, 9, 3], 10, |_| 1);
        assert_eq!(found.old, [0, NONE, 1, 2, 3, 4]);
        assert_eq!(found.anchors.len(), 5);
    }
}
