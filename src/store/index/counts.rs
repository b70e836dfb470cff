//! How many claims have each word, and what the words of a statement say by that.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::terms::FIGURE;

/// What a figure weighs of a word of its rarity: the same statement with another figure is to be found.
const OF_A_WORD: f64 = 0.5;

/// How many claims there are, and how many of them have each word; counted once, for a statement's words are looked up among all.
#[derive(Debug, Default)]
pub(super) struct TermCounts {
    all: u32,
    claims: HashMap<u32, u32, RandomState>,
}

impl TermCounts {
    /// Counts in a claim with these words.
    pub(super) fn add(&mut self, terms: impl Iterator<Item = u32>) {
        self.all += 1;
        for term in terms {
            *self.claims.entry(term).or_default() += 1;
        }
    }

    /// What a word says, when so many claims have it.
    pub(super) fn weight(&self, term: u32) -> f64 {
        let claims = self.claims.get(&term).copied().unwrap_or_default();
        let rarity = (f64::from(self.all + 1) / (f64::from(claims) + 0.5)).ln().max(0.0);
        if term & FIGURE == 0 { rarity } else { rarity * OF_A_WORD }
    }
}

/// The words of a statement that is asked about.
pub(super) struct AskedWords {
    /// In order of size.
    pub(super) terms: Vec<u32>,
    /// What each says.
    pub(super) weights: Vec<f64>,
    /// A bit for each number of 16 bits that a term ends with: most words of most claims are told to be none of these by it.
    sieve: Vec<u64>,
}

impl AskedWords {
    pub(super) fn new(terms: Vec<u32>, counts: &TermCounts) -> Self {
        let mut sieve = vec![0; 1024];
        for term in &terms {
            if let Some(bits) = sieve.get_mut((term >> 6) as usize & 1023) {
                *bits |= 1 << (term & 63);
            }
        }
        let weights = terms.iter().map(|term| counts.weight(*term)).collect();
        Self { terms, weights, sieve }
    }

    /// Which of the words `term` is.
    pub(super) fn place(&self, term: u32) -> Option<usize> {
        let bits = self.sieve.get((term >> 6) as usize & 1023)?;
        if bits >> (term & 63) & 1 == 0 {
            return None;
        }
        self.terms.binary_search(&term).ok()
    }

    /// What those of the words say that have a bit in `shared`.
    pub(super) fn weight_of(&self, shared: u64) -> f64 {
        let is_shared = |(at, weight): (usize, &f64)| (shared >> at.min(63) & 1 == 1).then_some(*weight);
        self.weights.iter().enumerate().filter_map(is_shared).sum()
    }
}
