//! Sieves for words: say at once of most words that they are not in a list.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use foldhash::fast::RandomState;

/// Bits of the sieve: a few thousand words leave most of them empty.
const BITS: usize = 1 << 16;

/// Where a sieve looks for a word: made of its first two bytes, its last byte and its length, whatever the case of its ASCII letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SievePlace(u16);

impl SievePlace {
    /// The place of the word with these bytes.
    pub fn of(word: &[u8]) -> Self {
        let byte = |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(byte | 0x20));
        let mixed = byte(word.first()).wrapping_mul(0x9e37)
            ^ byte(word.get(1)).wrapping_mul(0x85eb)
            ^ byte(word.last()).wrapping_mul(0x0193)
            ^ word.len().wrapping_mul(0x6a09);
        Self(u16::try_from(mixed % BITS).unwrap_or(0))
    }
}

/// Words by their places; it may take a word for one of its own, never the other way round.
#[derive(Clone, Debug)]
pub struct Sieve {
    bits: Vec<u64>,
}

impl Default for Sieve {
    fn default() -> Self {
        Self { bits: vec![0; BITS / 64] }
    }
}

impl Sieve {
    /// Adds `word`, which is in lower case.
    pub fn add(&mut self, word: &str) {
        let SievePlace(place) = SievePlace::of(word.as_bytes());
        if let Some(bits) = self.bits.get_mut(usize::from(place / 64)) {
            *bits |= 1 << (place % 64);
        }
    }

    /// False when the word whose place is `place` was surely not added.
    pub fn may_have(&self, SievePlace(place): SievePlace) -> bool {
        self.bits.get(usize::from(place / 64)).is_some_and(|bits| (bits >> (place % 64)) & 1 == 1)
    }
}

/// A sieve of words from which several threads take out those that they have met: most texts have few words, again and again.
#[derive(Debug)]
pub struct ShrinkingSieve {
    bits: Vec<AtomicU64>,
    /// How many words are left at each place.
    left: HashMap<SievePlace, AtomicU32, RandomState>,
}

impl Default for ShrinkingSieve {
    fn default() -> Self {
        Self { bits: (0..BITS / 64).map(|_| AtomicU64::new(0)).collect(), left: HashMap::default() }
    }
}

impl ShrinkingSieve {
    /// Adds `word`, which is in lower case and was not added before.
    pub fn add(&mut self, word: &str) {
        let place = SievePlace::of(word.as_bytes());
        *self.left.entry(place).or_default().get_mut() += 1;
        if let Some(bits) = self.bits.get_mut(usize::from(place.0 / 64)) {
            *bits.get_mut() |= 1 << (place.0 % 64);
        }
    }

    /// False when no word that was added is left at `place`.
    pub fn may_have(&self, SievePlace(place): SievePlace) -> bool {
        self.bits
            .get(usize::from(place / 64))
            .is_some_and(|bits| (bits.load(Ordering::Relaxed) >> (place % 64)) & 1 == 1)
    }

    /// Takes out one word whose place is `place`; each that was added is taken out once at most.
    pub fn take_out(&self, place: SievePlace) {
        let is_last = self.left.get(&place).is_some_and(|left| left.fetch_sub(1, Ordering::Relaxed) == 1);
        if is_last && let Some(bits) = self.bits.get(usize::from(place.0 / 64)) {
            bits.fetch_and(!(1 << (place.0 % 64)), Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ShrinkingSieve, Sieve, SievePlace};

    #[test]
    fn a_place_is_empty_when_all_its_words_are_taken_out() {
        let mut sieve = ShrinkingSieve::default();
        let place = |word: &str| SievePlace::of(word.as_bytes());
        assert_eq!(place("harbour"), place("haggler"), "two words at one place");
        for word in ["harbour", "haggler", "quay"] {
            sieve.add(word);
        }
        sieve.take_out(place("harbour"));
        assert!(sieve.may_have(place("haggler")) && sieve.may_have(place("QUAY")));
        sieve.take_out(place("haggler"));
        assert!(!sieve.may_have(place("harbour")) && sieve.may_have(place("quay")));
    }

    #[test]
    fn words_that_were_added_pass_in_any_case() {
        let mut sieve = Sieve::default();
        let may_have = |sieve: &Sieve, word: &str| sieve.may_have(SievePlace::of(word.as_bytes()));
        assert!(!may_have(&sieve, "seven"));
        for word in ["seven", "märz", "a"] {
            sieve.add(word);
        }
        for word in ["seven", "SEVEN", "Seven", "märz", "a"] {
            assert!(may_have(&sieve, word), "{word}");
        }
        assert!(!may_have(&sieve, "bridge") && !may_have(&sieve, ""));
    }
}
