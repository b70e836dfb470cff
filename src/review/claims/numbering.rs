//! The numbers of claims: given once, never moved, found for those that have none.

use std::collections::HashSet;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::super::{Claim, Number};
use super::{Claims, key};

impl Claims {
    /// Gives every claim a number that has none, or one that an earlier claim has: the claims of a new session 1, 2, 3, one between
    /// two others the number before it with a letter. How many got one.
    pub(in super::super) fn number(&mut self) -> usize {
        self.number_beside(std::iter::empty())
    }

    /// The same beside claims that are kept elsewhere and have these numbers.
    pub(in super::super) fn number_beside(&mut self, kept: impl Iterator<Item = Number>) -> usize {
        let mut held: HashSet<Number, RandomState> = kept.filter(|number| !number.is_none()).collect();
        let mut numbers: Vec<Option<Number>> = Vec::with_capacity(self.len);
        numbers.extend(self.iter().map(|claim| {
            let sound = !claim.number.is_none() && held.insert(claim.number);
            sound.then_some(claim.number)
        }));
        let missing = numbers.iter().filter(|number| number.is_none()).count();
        if missing == 0 {
            self.widest = numbers.iter().flatten().map(|number| number.to_string().len()).max().unwrap_or_default();
            return 0;
        }
        // What stands behind the last number goes on counting.
        let end = numbers.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        let mut whole = held.iter().map(|number| number.whole()).max().unwrap_or_default();
        let mut before = Number::default();
        for (index, slot) in numbers.iter_mut().enumerate() {
            before = *slot.get_or_insert_with(|| {
                if index >= end {
                    whole += 1;
                    return Number::of(whole);
                }
                let number = following(before, |number| held.contains(&number));
                held.insert(number);
                number
            });
        }
        let mut numbers = numbers.into_iter().flatten();
        for shelf in &mut self.shelves {
            for claim in Arc::make_mut(&mut shelf.claims) {
                claim.number = numbers.next().unwrap_or_default();
                self.widest = self.widest.max(claim.number.to_string().len());
            }
        }
        missing
    }

    /// The number of `claim`, which is about to be put in: its own when that is free, else one that is.
    pub(in super::super) fn free_number(&self, claim: &Claim) -> Number {
        let taken = |number: Number| self.iter().any(|held| held.number == number);
        if !claim.number.is_none() && !taken(claim.number) {
            return claim.number;
        }
        let before = self.iter().take_while(|held| key(held) < key(claim)).last();
        if before.is_some_and(|before| self.iter().next_back().is_some_and(|last| last.id == before.id))
            || self.is_empty()
        {
            let last = self.iter().map(|held| held.number.whole()).max().unwrap_or_default();
            return Number::of(last + 1);
        }
        following(before.map_or(Number::default(), |before| before.number), taken)
    }
}

/// The first free number behind `before` with the same digits.
fn following(before: Number, taken: impl Fn(Number) -> bool) -> Number {
    let mut number = before.inserted();
    while taken(number) {
        number = number.inserted();
    }
    number
}
