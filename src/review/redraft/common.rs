//! What two rows of words have in common, in order: a weighted common subsequence.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::chain::{self, Pair};
use super::words::ComparedWord;

/// Two words that answer to each other, by their places, and what that is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SharedRun {
    /// The place in the old row.
    pub(super) old: usize,
    /// The place in the new row.
    pub(super) new: usize,
    /// What they have in common: the weight of equal words, less for words that only resemble each other.
    pub(super) worth: u32,
}

/// Cells of a table that is filled; a larger one is cut where words stand once on both sides.
const TABLE: usize = 1 << 16;

/// The words of `old` and `new` that answer to each other, in order on both sides.
///
/// The heaviest such row for sentences; for pages without a stop one that is found in n log n.
pub(super) fn matches(old: &[ComparedWord], new: &[ComparedWord]) -> Vec<SharedRun> {
    let mut found = Vec::new();
    between(old, new, 0..old.len(), 0..new.len(), 0, &mut found);
    found
}

fn between(
    old: &[ComparedWord],
    new: &[ComparedWord],
    mut rows: Range<usize>,
    mut columns: Range<usize>,
    depth: u8,
    found: &mut Vec<SharedRun>,
) {
    let alike = |row: usize, column: usize| match (old.get(row), new.get(column)) {
        (Some(one), Some(other)) if one.id == other.id => Some(SharedRun { old: row, new: column, worth: one.weight }),
        _ => None,
    };
    while let Some(same) = (!rows.is_empty() && !columns.is_empty()).then(|| alike(rows.start, columns.start)).flatten()
    {
        found.push(same);
        (rows.start, columns.start) = (rows.start + 1, columns.start + 1);
    }
    let mut tail = Vec::new();
    while let Some(same) =
        (!rows.is_empty() && !columns.is_empty()).then(|| alike(rows.end - 1, columns.end - 1)).flatten()
    {
        tail.push(same);
        (rows.end, columns.end) = (rows.end - 1, columns.end - 1);
    }
    if !rows.is_empty() && !columns.is_empty() {
        if rows.len().saturating_mul(columns.len()) <= TABLE {
            table(
                old.get(rows.clone()).unwrap_or_default(),
                new.get(columns.clone()).unwrap_or_default(),
                (rows.start, columns.start),
                found,
            );
        } else if depth < 4 {
            let (mut row, mut column) = (rows.start, columns.start);
            for (at, to) in once(old, new, &rows, &columns) {
                between(old, new, row..at, column..to, depth + 1, found);
                found.extend(alike(at, to));
                (row, column) = (at + 1, to + 1);
            }
            if row > rows.start {
                between(old, new, row..rows.end, column..columns.end, depth + 1, found);
            }
        }
    }
    found.extend(tail.into_iter().rev());
}

/// Words that stand once in both stretches, in the same order.
fn once(
    old: &[ComparedWord],
    new: &[ComparedWord],
    rows: &Range<usize>,
    columns: &Range<usize>,
) -> Vec<(usize, usize)> {
    let mut seen: HashMap<u32, [(usize, usize); 2], RandomState> = HashMap::default();
    for (side, (words, range)) in [(old, rows), (new, columns)].into_iter().enumerate() {
        for (at, word) in (range.start..).zip(words.get(range.clone()).unwrap_or_default()) {
            if let Some(held) = seen.entry(word.id).or_default().get_mut(side) {
                *held = (held.0 + 1, at);
            }
        }
    }
    let single = |[one, other]: [(usize, usize); 2]| (one.0 == 1 && other.0 == 1).then_some((one.1, other.1));
    let mut pairs: Vec<Pair> = seen
        .into_values()
        .filter_map(single)
        .map(|(old, new)| Pair { old, new: new - columns.start, weight: 1 })
        .collect();
    pairs.sort_unstable_by_key(|pair| pair.old);
    let kept = chain::heaviest(&pairs, columns.len());
    kept.into_iter().filter_map(|at| pairs.get(at)).map(|pair| (pair.old, pair.new + columns.start)).collect()
}

/// What two words have in common.
fn worth(one: &ComparedWord, other: &ComparedWord) -> u32 {
    let least = one.weight.min(other.weight);
    if one.id == other.id {
        least
    } else if one.stem == other.stem {
        least * 3 / 5
    } else if one.figure && other.figure {
        // Another figure in the place of a figure.
        least / 3
    } else {
        0
    }
}

/// The heaviest common subsequence by a table; `from` is where the two rows begin.
fn table(old: &[ComparedWord], new: &[ComparedWord], from: (usize, usize), found: &mut Vec<SharedRun>) {
    let width = new.len() + 1;
    let mut sums = vec![0_u32; (old.len() + 1) * width];
    for (row, one) in (1..).zip(old) {
        let Some((above, below)) = sums.split_at_mut_checked(row * width) else { continue };
        let above = above.get((row - 1) * width..).unwrap_or_default();
        let mut left = 0;
        let cells = below.iter_mut().skip(1).zip(above.windows(2)).zip(new);
        for ((cell, above), other) in cells {
            let &[corner, up] = above else { continue };
            let both = worth(one, other);
            left = if both > 0 { up.max(left).max(corner + both) } else { up.max(left) };
            *cell = left;
        }
    }
    let at = |row: usize, column: usize| sums.get(row * width + column).copied().unwrap_or_default();
    let (mut row, mut column) = (old.len(), new.len());
    let first = found.len();
    while row > 0 && column > 0 {
        let sum = at(row, column);
        if sum == at(row - 1, column) {
            row -= 1;
        } else if sum == at(row, column - 1) {
            column -= 1;
        } else {
            (row, column) = (row - 1, column - 1);
            found.push(SharedRun { old: from.0 + row, new: from.1 + column, worth: sum - at(row, column) });
        }
    }
    if let Some(fresh) = found.get_mut(first..) {
        fresh.reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::matches;
    use crate::review::redraft::words::Numbers;
    use proptest::prelude::*;

    fn common(old: &str, new: &str) -> Vec<(usize, usize)> {
        let mut numbers = Numbers::default();
        let (old, new) = (numbers.words(old, "en"), numbers.words(new, "en"));
        matches(&old, &new).into_iter().map(|same| (same.old, same.new)).collect()
    }

    #[test]
    fn a_figure_answers_to_the_figure_in_its_place() {
        assert_eq!(common("It cost 42 million", "It has cost 44 million"), [(0, 0), (1, 2), (2, 3), (3, 4)]);
    }

    #[test]
    fn long_rows_meet_where_words_stand_once() {
        let words = |skip: usize| {
            (0..2000).filter(|n| n % skip != 1).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" the ")
        };
        let found = common(&words(7), &words(11));
        assert!(found.len() > 2600, "{}", found.len());
    }

    proptest! {
        #[test]
        fn matches_stand_in_order(old in "[a-d]( [a-d1-3]){0,12}", new in "[a-d]( [a-d1-3]){0,12}") {
            let found = common(&old, &new);
            prop_assert!(found.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
        }
    }
}
