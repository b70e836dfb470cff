//! What is left of a word without a letter or two, as hashes: two words of which one is a slip for the other share one.

/// Letters from which two may differ.
pub(super) const LONG: usize = 9;

/// Which numbers were added twice, by some of their bits: it may take a number for one of these, never the other way round.
pub(super) struct SeenTwice {
    once: Vec<u64>,
    twice: Vec<u64>,
}

impl SeenTwice {
    /// For about `count` numbers.
    pub(super) fn of(count: usize) -> Self {
        let cells = (count / 8).next_power_of_two().max(16);
        Self { once: vec![0; cells], twice: vec![0; cells] }
    }

    /// The cell and the bit of `number`.
    fn place(&self, number: u64) -> (usize, u64) {
        let cell = usize::try_from(number >> 32).unwrap_or(0) & (self.once.len() - 1);
        (cell, 1 << (number >> 26 & 63))
    }

    pub(super) fn add(&mut self, number: u64) {
        let (cell, bit) = self.place(number);
        if let (Some(once), Some(twice)) = (self.once.get_mut(cell), self.twice.get_mut(cell)) {
            *twice |= *once & bit;
            *once |= bit;
        }
    }

    pub(super) fn may_have(&self, number: u64) -> bool {
        let (cell, bit) = self.place(number);
        self.twice.get(cell).is_some_and(|twice| twice & bit != 0)
    }
}

/// Letters of the longest name whose spelling is looked at.
pub(super) const LONGEST: usize = 30;

/// What a letter is worth against the one behind it in the hash of a word: odd, so that nothing is lost.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hash of a row of letters, each times its power.
#[derive(Clone, Copy)]
struct RowHash {
    hash: u64,
    letters: u32,
}

impl RowHash {
    const EMPTY: Self = Self { hash: 0, letters: 0 };

    /// The hash of this row with `behind` right behind it.
    fn and(self, behind: Self) -> Self {
        let power = BASE.wrapping_pow(behind.letters);
        let hash = self.hash.wrapping_mul(power).wrapping_add(behind.hash);
        Self { hash, letters: self.letters + behind.letters }
    }

    /// The hash of what stands behind `head`, which is how this row begins.
    fn without(self, head: Self) -> Self {
        let letters = self.letters.saturating_sub(head.letters);
        let power = BASE.wrapping_pow(letters);
        Self { hash: self.hash.wrapping_sub(head.hash.wrapping_mul(power)), letters }
    }

    fn of(letter: char) -> Self {
        Self { hash: u64::from(u32::from(letter)).wrapping_mul(0xff51_afd7_ed55_8ccd), letters: 1 }
    }

    /// The hash with its upper bits stirred into the lower.
    fn stirred(self) -> u64 {
        (self.hash ^ (self.hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
    }
}

/// Hands `take` the hash of a word whole, of it without each of its letters but the first, and without every two near each other for a
/// long one: names alike share one of these.
pub(super) fn for_each_shortened(letters: &[char], mut take: impl FnMut(u64)) {
    let longer = |row: &mut RowHash, letter: &char| {
        *row = row.and(RowHash::of(*letter));
        Some(*row)
    };
    let heads: Vec<RowHash> = letters.iter().scan(RowHash::EMPTY, longer).collect();
    let head = |end: usize| end.checked_sub(1).and_then(|last| heads.get(last)).copied().unwrap_or(RowHash::EMPTY);
    let whole = head(letters.len());
    take(whole.stirred());
    for at in 1..letters.len() {
        take(head(at).and(whole.without(head(at + 1))).stirred());
        if letters.len() >= LONG {
            for other in at + 1..letters.len().min(at + 4) {
                let between = head(other).without(head(at + 1));
                take(head(at).and(between).and(whole.without(head(other + 1))).stirred());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SeenTwice, for_each_shortened};

    fn shortened(word: &str) -> Vec<u64> {
        let letters: Vec<char> = word.chars().collect();
        let mut found = Vec::new();
        for_each_shortened(&letters, |left| found.push(left));
        found
    }

    #[test]
    fn a_slip_shares_a_hash_with_its_word_and_another_word_none() {
        let alike = |one: &str, other: &str| shortened(one).iter().any(|left| shortened(other).contains(left));
        for (one, other) in [
            ("strand", "strannd"),
            ("strand", "strond"),
            ("strand", "strnad"),
            ("müller", "muller"),
            ("lindqvist", "lindkwist"),
            ("abrahamsen", "abramsen"),
        ] {
            assert!(alike(one, other) && alike(other, one), "{one} {other}");
        }
        for (one, other) in
            [("strand", "stadion"), ("müller", "mueller"), ("holm", "olm"), ("abrahamsen", "andreassen")]
        {
            assert!(!alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn what_was_added_twice_is_seen() {
        let all: Vec<u64> = ["strand", "lindqvist", "strand"].into_iter().flat_map(shortened).collect();
        let mut seen = SeenTwice::of(all.len());
        for left in &all {
            seen.add(*left);
        }
        assert!(shortened("strand").into_iter().all(|left| seen.may_have(left)));
    }
}
