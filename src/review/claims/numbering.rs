//! The numbers of claims: given once, never moved, found for those that have none.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::super::{Claim, ClaimId, Number};
use super::{Claims, key};

/// The numbers that a history has seen given: no other claim gets one of them, be its claim gone.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct GivenNumbers {
    /// Whose each is: of the claim that it was given first.
    owners: HashMap<Number, ClaimId, RandomState>,
    /// The first that each claim was given and that is its own.
    own: HashMap<ClaimId, Number, RandomState>,
    /// The highest of them, without letters.
    whole: u32,
}

impl GivenNumbers {
    /// Takes in that claim `id` has `number`.
    pub(in super::super) fn give(&mut self, id: &ClaimId, number: Number) {
        let owner = self.owners.entry(number).or_insert_with(|| id.clone());
        if owner == id {
            self.own.entry(id.clone()).or_insert(number);
        }
        self.whole = self.whole.max(number.whole());
    }

    /// True when some claim was given it.
    pub(in super::super) fn has(&self, number: Number) -> bool {
        self.owners.contains_key(&number)
    }

    /// The number that is claim `id`'s.
    pub(in super::super) fn of(&self, id: &ClaimId) -> Option<Number> {
        self.own.get(id).copied()
    }
}

impl Claims {
    /// Gives every claim a number that has none, or one that an earlier claim has: the claims of a new session 1, 2, 3, one between
    /// two others the number before it with a letter. How many got one.
    pub(in super::super) fn number(&mut self) -> usize {
        self.number_beside(std::iter::empty(), &GivenNumbers::default())
    }

    /// The same beside claims that are kept elsewhere and have these numbers, and others that were there once.
    pub(in super::super) fn number_beside(
        &mut self,
        kept: impl Iterator<Item = Number>,
        given: &GivenNumbers,
    ) -> usize {
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
        let mut whole = held.iter().map(|number| number.whole()).max().unwrap_or_default().max(given.whole);
        let mut before = Number::default();
        for (index, slot) in numbers.iter_mut().enumerate() {
            before = *slot.get_or_insert_with(|| {
                if index >= end {
                    whole += 1;
                    return Number::of(whole);
                }
                let number = before.following(|number| held.contains(&number) || given.has(number));
                held.insert(number);
                number
            });
        }
        let mut numbers = numbers.into_iter().flatten();
        let places = Arc::make_mut(&mut self.places);
        for shelf in &mut self.shelves {
            for claim in Arc::make_mut(&mut shelf.claims) {
                claim.number = numbers.next().unwrap_or_default();
                self.widest = self.widest.max(claim.number.to_string().len());
                if let Some((_, number)) = places.get_mut(&claim.id) {
                    *number = claim.number;
                }
            }
        }
        // One that had another's may have stood on the words of a third.
        if !self.iter().is_sorted_by(|one, next| key(one) < key(next)) {
            *self = Self { widest: self.widest, ..self.iter().cloned().collect() };
        }
        missing
    }

    /// The number of `claim`, which is about to be put in: its own when that is free, else one that no claim has or had.
    pub(in super::super) fn free_number(&self, claim: &Claim, given: &GivenNumbers) -> Number {
        let taken = |number: Number| self.iter().any(|held| held.number == number);
        let own = Some(claim.number).filter(|number| !number.is_none()).or_else(|| given.of(&claim.id));
        if let Some(own) = own.filter(|own| !taken(*own)) {
            return own;
        }
        let before = self.iter().take_while(|held| key(held) < key(claim)).last();
        if before.is_some_and(|before| self.iter().next_back().is_some_and(|last| last.id == before.id))
            || self.is_empty()
        {
            let last = self.iter().map(|held| held.number.whole()).max().unwrap_or_default();
            return Number::of(last.max(given.whole) + 1);
        }
        let before = before.map_or(Number::default(), |before| before.number);
        before.following(|number| given.has(number) || taken(number))
    }
}
