//! The numbers of merged claims: the one that was given first has it, whoever merges what with whom.
//!
//! An entry that puts a claim in holds the number that the claim got. Two copies that each put one in between the same two have given one
//! number twice; the later of the two gets the next that nobody was given.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::super::{Claim, ClaimId, History, Number};

/// The numbers that entries name, in their order.
#[derive(Default)]
struct NamedNumbers<'e> {
    /// Whose each is: of the claim that it was named for first.
    owners: HashMap<Number, &'e ClaimId, RandomState>,
    /// The first that was named for each claim, and how many were before.
    first: HashMap<&'e ClaimId, (usize, Number), RandomState>,
    /// The first that was named for each claim and is its own.
    own: HashMap<&'e ClaimId, Number, RandomState>,
}

/// `claims`, each with a number of its own as `history` has given them. A claim that no entry names has the one that the copies have it
/// under.
pub(super) fn settled(mut claims: Vec<Claim>, history: &History) -> Vec<Claim> {
    claims.sort_by(|a, b| (a.span, &a.id).cmp(&(b.span, &b.id)));
    let named = named(&claims, history);
    let mut taken: HashSet<Number, RandomState> = HashSet::default();
    let mut late: Vec<(usize, Number, usize)> = Vec::new();
    let mut numbers: Vec<Number> = Vec::with_capacity(claims.len());
    for (index, claim) in claims.iter().enumerate() {
        let first = named.first.get(&claim.id).copied();
        let own = match first {
            Some(_) => named.own.get(&claim.id).copied(),
            None => Some(claim.number).filter(|number| named.owners.get(number) == Some(&&claim.id)),
        };
        if own.is_none() {
            let (place, number) = first.unwrap_or((usize::MAX, claim.number));
            late.push((place, number, index));
        }
        numbers.push(own.unwrap_or_default());
    }
    late.sort_unstable();
    for (_, wanted, index) in late.into_iter().filter(|(_, wanted, _)| !wanted.is_none()) {
        let number = wanted.following(|number| named.owners.contains_key(&number) || taken.contains(&number));
        taken.insert(number);
        if let Some(slot) = numbers.get_mut(index) {
            *slot = number;
        }
    }
    for (claim, number) in claims.iter_mut().zip(numbers) {
        claim.number = number;
    }
    claims
}

fn named<'e>(claims: &'e [Claim], history: &'e History) -> NamedNumbers<'e> {
    let mut named = NamedNumbers::default();
    let told = || history.iter().flat_map(|entry| entry.edit.numbers());
    for (place, (id, number)) in told().enumerate() {
        named.first.entry(id).or_insert((place, number));
    }
    // What no entry names was there before any of them.
    for claim in claims.iter().filter(|claim| !claim.number.is_none() && !named.first.contains_key(&claim.id)) {
        named.owners.entry(claim.number).or_insert(&claim.id);
    }
    for (id, number) in told() {
        let owner = *named.owners.entry(number).or_insert(id);
        if owner == id {
            named.own.entry(id).or_insert(number);
        }
    }
    named
}
