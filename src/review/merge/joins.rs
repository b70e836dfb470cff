//! Joins that lead nowhere: the claim that stays had been put on other words by somebody of whom the joiner did not know, and it stays on these,
//! or a draft led it away from what went into it. What was to go into it stays too, else nothing would sit on its words.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::super::reworded::Rewording;
use super::super::{Change, ClaimId, Entry, EntryId, Recut, Step};
use super::joined_part::PartLeft;
use super::taken_back::came_back;

/// What touches each claim.
type ClaimLines<'e> = HashMap<&'e ClaimId, Vec<&'e Entry>, RandomState>;

/// The joins that lead the claim that stays nowhere.
#[derive(Debug, Default)]
pub(super) struct IdleJoins<'l> {
    joins: HashSet<&'l EntryId, RandomState>,
    /// What the claim that stays stands over no more.
    left: Vec<PartLeft>,
}

/// What became of a claim to which others were joined.
pub(super) struct JoinedLine {
    /// When it was put on other words.
    pub(super) rewordings: Vec<Rewording>,
    /// What it stands over no more.
    pub(super) left: Vec<PartLeft>,
}

/// The joins among `lines` that lead the claim that stays nowhere, whose words are put where `fold` says of its entries.
pub(super) fn idle<'l>(
    lines: &'l ClaimLines<'l>,
    fold: impl Fn(&'l ClaimId, &'l [&'l Entry], &IdleJoins<'l>) -> JoinedLine,
) -> IdleJoins<'l> {
    let all = || lines.values().flatten();
    let mut joined: HashSet<&ClaimId, RandomState> = all().filter_map(|entry| stays(entry)).collect();
    // What was cut off has its share of what had been joined.
    let pieces: Vec<&ClaimId> = all().filter_map(|entry| cut_off(entry, &joined)).flatten().collect();
    joined.extend(pieces);
    let mut idle = IdleJoins::default();
    let mut next = joined.clone();
    // One that is by itself again may have been joined from several, too.
    while !next.is_empty() {
        let mut found = IdleJoins::default();
        for id in std::mem::take(&mut next) {
            let Some(entries) = lines.get(id) else { continue };
            let (JoinedLine { rewordings, left }, back) = (fold(id, entries, &idle), came_back(entries, id));
            let counts =
                |entry: &Entry| stays(entry) == Some(id) && entry.step == Step::Do && !back.contains(&entry.id);
            let held = |entry: &Entry| rewordings.iter().all(|one| one.holds || *one.entry() != entry.id);
            found.joins.extend(entries.iter().filter(|entry| counts(entry) && !held(entry)).map(|entry| &entry.id));
            found.left.extend(left);
        }
        found.left.retain(|left| !idle.left.contains(left));
        next.extend(joined.iter().copied().filter(|id| found.left.iter().any(|left| left.id == **id)));
        idle.joins.extend(found.joins);
        idle.left.extend(found.left);
    }
    idle
}

/// What a cut cuts off one of the claims `joined`.
fn cut_off<'e>(entry: &'e Entry, joined: &HashSet<&ClaimId, RandomState>) -> Option<impl Iterator<Item = &'e ClaimId>> {
    let Change::Recut(Recut::Split, swap) = &entry.edit.change else { return None };
    let is_joined = swap.before.iter().any(|claim| joined.contains(&claim.id));
    is_joined.then(|| swap.after.iter().map(|claim| &claim.id))
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
        let is_left = |entry: &Entry| self.left.iter().any(|left| left.id == *id && left.join == entry.id);
        let takes_in = |entry: &&&Entry| {
            stays(entry).is_some_and(|stays| stays != id) && (self.joins.contains(&entry.id) || is_left(entry))
        };
        let taken: Vec<&EntryId> = entries.iter().filter(takes_in).map(|entry| &entry.id).collect();
        entries.iter().filter(|entry| taken.contains(&entry.deed())).map(|entry| &entry.id).collect()
    }
}
