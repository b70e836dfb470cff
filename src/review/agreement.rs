//! How far readers agree: percent, Cohen's kappa for two of them, Krippendorff's alpha for all, with readings that are missing.

use std::collections::HashMap;

use foldhash::fast::RandomState;

/// Who came to what on each unit, as numbers: a row a unit, in it a reading a reader in one order, `None` where there is none.
/// Which number stands for which verdict does not matter; none is nearer to another (a nominal scale).
pub type Ratings = Vec<Vec<Option<u32>>>;

/// How many units two or more readers have read, and on how many they are at one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// Units that at least two have read.
    pub compared: usize,
    /// Those on which all who have read it came to the same.
    pub agreed: usize,
}

impl Alike {
    /// Of these units.
    pub fn of<'r>(units: impl IntoIterator<Item = &'r [Option<u32>]>) -> Self {
        let mut alike = Self::default();
        for unit in units {
            let mut given = unit.iter().flatten();
            let Some(first) = given.next() else { continue };
            let rest: Vec<&u32> = given.collect();
            alike.compared += usize::from(!rest.is_empty());
            alike.agreed += usize::from(!rest.is_empty() && rest.iter().all(|one| *one == first));
        }
        alike
    }

    /// Of 100 units that two or more have read those on which they are at one; `None` when there are none.
    pub fn percent(self) -> Option<f64> {
        (self.compared > 0).then(|| 100.0 * share(self.agreed, self.compared))
    }
}

/// Cohen's kappa of the readers at places `one` and `other`, over the units that both have read: how much more they agree than two
/// would who gave their verdicts as often as they do, by chance. `None` when they share no unit, or chance leaves no room: both gave
/// one verdict only.
///
/// Source: J. Cohen, A Coefficient of Agreement for Nominal Scales, 1960.
pub fn kappa(ratings: &Ratings, one: usize, other: usize) -> Option<f64> {
    let both: Vec<(u32, u32)> = ratings
        .iter()
        .filter_map(|unit| Some((unit.get(one).copied().flatten()?, unit.get(other).copied().flatten()?)))
        .collect();
    let n = both.len();
    if n == 0 {
        return None;
    }
    let mut counts: HashMap<u32, [usize; 2], RandomState> = HashMap::default();
    for (here, there) in &both {
        let [mine, _] = counts.entry(*here).or_default();
        *mine += 1;
        let [_, theirs] = counts.entry(*there).or_default();
        *theirs += 1;
    }
    let agreed = both.iter().filter(|(here, there)| here == there).count();
    let by_chance: usize = counts.values().map(|[mine, theirs]| mine * theirs).sum();
    let all = n * n;
    // In whole numbers, so that no rounding hides a division by nothing.
    (by_chance < all).then(|| (share(agreed, n) - share(by_chance, all)) / (1.0 - share(by_chance, all)))
}

/// Krippendorff's alpha of all readers on a nominal scale, over the units that at least two have read. `None` when there are none,
/// or one verdict only was ever given.
///
/// Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
pub fn alpha(ratings: &Ratings) -> Option<f64> {
    let mut totals: HashMap<u32, usize, RandomState> = HashMap::default();
    let (mut alike, mut n) = (0.0, 0_usize);
    for unit in ratings {
        let mut counts: HashMap<u32, usize, RandomState> = HashMap::default();
        for given in unit.iter().flatten() {
            *counts.entry(*given).or_default() += 1;
        }
        let read: usize = counts.values().sum();
        if read < 2 {
            continue;
        }
        n += read;
        for (verdict, count) in counts {
            *totals.entry(verdict).or_default() += count;
            alike += share(count * (count - 1), read - 1);
        }
    }
    let by_chance: usize = totals.values().map(|count| count * (count - 1)).sum();
    let pairs = n.checked_sub(1)? * n;
    if pairs == 0 || by_chance == pairs {
        return None;
    }
    let observed = 1.0 - alike / count(n);
    Some(1.0 - observed / (1.0 - share(by_chance, pairs)))
}

/// The share of `part` in `whole`, which is not 0.
fn share(part: usize, whole: usize) -> f64 {
    count(part) / count(whole)
}

/// No check has so many claims that a float could not count them.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table() -> impl Strategy<Value = Ratings> {
        (2_usize..5).prop_flat_map(|readers| {
            prop::collection::vec(prop::collection::vec(prop::option::weighted(0.8, 0_u32..4), readers), 0..30)
        })
    }

    fn near(one: Option<f64>, other: Option<f64>) -> bool {
        match (one, other) {
            (Some(one), Some(other)) => (one - other).abs() < 1e-9,
            (one, other) => one == other,
        }
    }

    #[test]
    fn figures_worked_out_by_hand() {
        let of =
            |rows: &[[u32; 2]]| rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect::<Ratings>();
        // 20 times both 0, 5 and 10 times apart, 15 times both 1: observed 0.7, by chance 0.5.
        let rows = [vec![[0, 0]; 20], vec![[0, 1]; 5], vec![[1, 0]; 10], vec![[1, 1]; 15]].concat();
        assert!(near(kappa(&of(&rows), 0, 1), Some(0.4)));
        assert_eq!(Alike::of(of(&rows).iter().map(Vec::as_slice)), Alike { compared: 50, agreed: 35 });
        // Two units alike, one not: pairs 4/6 alike; totals 3 and 3 of 6, so 12/30 by chance.
        assert!(near(alpha(&of(&[[0, 0], [1, 1], [0, 1]])), Some(1.0 - (1.0 - 4.0 / 6.0) / (1.0 - 12.0 / 30.0))));
        for one_verdict in [of(&[[2, 2], [2, 2]]), Vec::new(), vec![vec![Some(1), None]]] {
            assert_eq!((kappa(&one_verdict, 0, 1), alpha(&one_verdict)), (None, None));
        }
    }

    proptest! {
        #[test]
        fn all_at_one_is_one_and_nothing_is_above(ratings in table()) {
            for figure in [kappa(&ratings, 0, 1), alpha(&ratings)].into_iter().flatten() {
                prop_assert!(figure <= 1.0 + 1e-9 && figure.is_finite());
            }
            let echoed: Ratings = ratings.iter().map(|unit| vec![unit[0]; unit.len()]).collect();
            prop_assert!(near(alpha(&echoed), alpha(&echoed).map(|_| 1.0)));
            prop_assert!(near(kappa(&echoed, 0, 1), kappa(&echoed, 0, 1).map(|_| 1.0)));
            let alike = Alike::of(echoed.iter().map(Vec::as_slice));
            prop_assert_eq!(alike.agreed, alike.compared);
        }

        #[test]
        fn neither_the_order_of_readers_or_units_nor_the_numbers_of_verdicts_matter(ratings in table()) {
            let turned: Ratings = ratings
                .iter()
                .rev()
                .map(|unit| unit.iter().rev().map(|given| given.map(|given| 7 - given)).collect())
                .collect();
            let last = ratings.first().map_or(2, Vec::len) - 1;
            prop_assert!(near(alpha(&ratings), alpha(&turned)));
            prop_assert!(near(kappa(&ratings, 0, 1), kappa(&turned, last, last - 1)));
            let alike = |ratings: &Ratings| Alike::of(ratings.iter().map(Vec::as_slice));
            prop_assert_eq!(alike(&ratings), alike(&turned));
        }

        #[test]
        fn who_read_alone_or_nothing_changes_no_figure(ratings in table()) {
            let mut more = ratings.clone();
            let readers = ratings.first().map_or(2, Vec::len);
            more.push(vec![None; readers]);
            more.push((0..readers).map(|at| (at == 0).then_some(3)).collect());
            prop_assert!(near(alpha(&ratings), alpha(&more)));
            prop_assert!(near(kappa(&ratings, 0, 1), kappa(&more, 0, 1)));
        }
    }
}
