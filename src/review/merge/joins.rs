//! Joins that lead nowhere: the claim that stays had been put on other words by somebody of whom the joiner did not know, and it stays on these.
//! What was to go into it stays too, else nothing would sit on its words.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::super::reworded::Rewording;
use super::super::{Change, ClaimId, Entry, EntryId, Recut, Step};
use super::taken_back::came_back;

/// What touches each claim.
type ClaimLines<'e> = HashMap<&'e ClaimId, Vec<&'e Entry>, RandomState>;

/// The joins that lead the claim that stays nowhere.
#[derive(Debug, Default)]
pub(super) struct IdleJoins<'l>(HashSet<&'l EntryId, RandomState>);

/// The joins among `lines` that lead the claim that stays nowhere, whose words are put where `fold` says of its entries.
pub(super) fn idle<'l>(
    lines: &'l ClaimLines<'l>,
    fold: impl Fn(&'l ClaimId, &'l [&'l Entry]) -> Vec<Rewording>,
) -> IdleJoins<'l> {
    let joined: HashSet<&ClaimId, RandomState> = lines.values().flatten().filter_map(|entry| stays(entry)).collect();
    let mut idle: HashSet<&EntryId, RandomState> = HashSet::default();
    for id in joined {
        let Some(entries) = lines.get(id) else { continue };
        let (rewordings, back) = (fold(id, entries), came_back(entries, id));
        let counts = |entry: &Entry| stays(entry) == Some(id) && entry.step == Step::Do && !back.contains(&entry.id);
        let held = |entry: &Entry| rewordings.iter().all(|one| one.holds || *one.entry() != entry.id);
        idle.extend(entries.iter().filter(|entry| counts(entry) && !held(entry)).map(|entry| &entry.id));
    }
    IdleJoins(idle)
}

/// The claim that a join leaves.
fn stays(entry: &Entry) -> Option<&ClaimId> {
    if let Change::Recut(Recut::Join, swap) = &entry.edit.change {
        swap.after.first().map(|claim| &claim.id)
    } else {
        None
    }
}

impl IdleJoins<'_> {
    /// Those of `entries` that took claim `id` in by one of them, with what took that back and did it again: nothing comes of them.
    pub(super) fn among<'e>(&self, entries: &[&'e Entry], id: &ClaimId) -> HashSet<&'e EntryId> {
        let takes_in = |entry: &&&Entry| self.0.contains(&entry.id) && stays(entry).is_some_and(|stays| stays != id);
        let taken: Vec<&EntryId> = entries.iter().filter(takes_in).map(|entry| &entry.id).collect();
        entries.iter().filter(|entry| taken.contains(&entry.deed())).map(|entry| &entry.id).collect()
    }
}
