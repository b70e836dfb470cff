//! Where copies of a session each brought in drafts of their own: which one stands, and how the others hang on the way to it.
//!
//! All of it follows from the set of entries, never from whose copy is which: the draft that stands is the one that was brought in last
//! and not taken back, unless it is an earlier draft of another that stands.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::super::order::order as in_one_order;
use super::super::{Annotation, Article, Carry, Entry, EntryId, Session, Step};
use super::relabel::Relabel;

/// The changes of draft in a history, seen from the draft that stands.
pub(super) struct Branches<'e> {
    /// The changes that led to it, the first first.
    path: Vec<Bringing<'e>>,
    /// The other ones.
    pub(super) side: Vec<Bringing<'e>>,
    /// The drafts that stood on the way, from the first to the one that stands: one more than changes led there.
    pub(super) stood: Vec<u32>,
    places: HashMap<&'e EntryId, usize, RandomState>,
    /// The entries that were taken back and not done again.
    undone: HashSet<&'e EntryId, RandomState>,
}

/// An entry that brings a draft in, or takes one back.
#[derive(Clone, Copy)]
pub(super) struct Bringing<'e> {
    /// Where the entry stands among all.
    place: usize,
    /// What it does.
    pub(super) carry: &'e Carry,
}

impl<'e> Branches<'e> {
    /// The branches of `entries`, which stand in their order; `None` when no draft was brought in. A draft that `is_held` by neither copy
    /// can't stand.
    pub(super) fn of(entries: &'e [Arc<Entry>], is_held: impl Fn(u32) -> bool) -> Option<Self> {
        let all: Vec<(Bringing<'e>, &Entry)> = entries
            .iter()
            .enumerate()
            .filter_map(|(place, entry)| Some((Bringing { place, carry: entry.edit.change.draft()? }, &**entry)))
            .collect();
        let brought: Vec<Bringing<'e>> = all.iter().map(|(one, _)| *one).collect();
        let first = brought.first()?.carry.draft.before;
        let parents: Vec<Option<usize>> =
            brought.iter().map(|one| arrival(&brought, one.place, one.carry.draft.before)).collect();
        let way = |head: usize| {
            let mut way: Vec<usize> =
                std::iter::successors(Some(head), |at| parents.get(*at).copied().flatten()).collect();
            way.reverse();
            way
        };
        let undone = undone(entries.iter().map(|entry| &**entry));
        let in_force =
            |at: &usize| all.get(*at).is_some_and(|(_, one)| one.step == Step::Do && !undone.contains(&one.id));
        let after = |at: usize| brought.get(at).map_or(first, |one| one.carry.draft.after);
        let ways: Vec<Vec<usize>> = (0..all.len())
            .filter(in_force)
            .map(way)
            .filter(|way| way.last().is_none_or(|at| is_held(after(*at))))
            .collect();
        let end = |way: &Vec<usize>| way.last().map_or(first, |at| after(*at));
        // One draft may stand twice on a way, and then each of two ways passes the other's end.
        let passes = |way: &Vec<usize>, end: u32| way.iter().rev().skip(1).any(|at| after(*at) == end);
        let is_early = |mine: &Vec<usize>| {
            let goes_on = |way: &Vec<usize>| way.starts_with(mine) || passes(way, end(mine)) && !passes(mine, end(way));
            ways.iter().any(|way| way != mine && goes_on(way))
        };
        let chosen = ways.iter().rev().find(|way| !is_early(way)).or_else(|| ways.last()).cloned().unwrap_or_default();
        let of = |at: &usize| brought.get(*at).copied();
        let path: Vec<Bringing<'e>> = chosen.iter().filter_map(of).collect();
        let side = (0..brought.len()).filter(|at| !chosen.contains(at)).filter_map(|at| of(&at)).collect();
        let stood = std::iter::once(first).chain(path.iter().map(|one| one.carry.draft.after)).collect();
        let places = entries.iter().enumerate().map(|(place, entry)| (&entry.id, place)).collect();
        Some(Self { path, side, stood, places, undone })
    }

    /// The draft that stands.
    pub(super) fn stands(&self) -> u32 {
        self.stood.last().copied().unwrap_or(1)
    }

    /// Every draft that it names.
    pub(super) fn drafts(&self) -> impl Iterator<Item = u32> {
        let carried = self.side.iter().flat_map(|one| [one.carry.draft.before, one.carry.draft.after]);
        self.stood.iter().copied().chain(carried)
    }

    /// Every change of draft.
    pub(super) fn carries(&self) -> impl Iterator<Item = &'e Carry> {
        self.path.iter().chain(&self.side).map(|one| one.carry)
    }

    /// The change that led to the draft at `stage` of the way, the first draft being at stage 0.
    pub(super) fn leads_to(&self, stage: usize) -> Option<&'e Carry> {
        self.path.get(stage.checked_sub(1)?).map(|one| one.carry)
    }

    /// How many drafts stood on the way.
    pub(super) fn stages(&self) -> usize {
        self.stood.len()
    }

    /// The stage of the way at which `entry` counts, and whether it was made on a draft that is not on the way: then the stage behind
    /// the draft on which its own came.
    pub(super) fn stage(&self, entry: &Entry) -> (usize, bool) {
        let mut place = self.places.get(&entry.id).copied().unwrap_or_default();
        let mut draft = entry.draft;
        // Each step goes to an earlier change, or ends.
        for _ in 0..=self.side.len() {
            if self.stood.contains(&draft) {
                break;
            }
            let Some(at) = arrival(&self.side, place, draft)
                .or_else(|| self.side.iter().position(|one| one.carry.draft.after == draft))
            else {
                break;
            };
            let Some(one) = self.side.get(at) else { break };
            (place, draft) = (one.place, one.carry.draft.before);
        }
        let before =
            |stage: &usize| stage.checked_sub(1).and_then(|at| self.path.get(at)).is_none_or(|one| one.place <= place);
        let here = |stage: &usize| self.stood.get(*stage) == Some(&draft);
        let stages = 0..self.stood.len();
        let stage =
            stages.clone().rev().find(|stage| here(stage) && before(stage)).or_else(|| stages.clone().find(here));
        let stage = stage.unwrap_or_default();
        let aside = !self.stood.contains(&entry.draft);
        (if aside { (stage + 1).min(self.stood.len() - 1) } else { stage }, aside)
    }

    /// True for an entry that came to nothing: it was taken back, or takes such a one back or does it again.
    pub(super) fn is_idle(&self, entry: &Entry) -> bool {
        self.undone.contains(entry.deed())
    }

    /// The last stage at which `copy` stands, which counts from 0 for the first draft: one draft may stand again after another. `None` when
    /// it stands on a draft beside the way.
    pub(super) fn stage_of(&self, copy: &Session) -> Option<usize> {
        let known: HashSet<usize, RandomState> = copy
            .history
            .iter()
            .filter(|entry| entry.edit.change.draft().is_some())
            .filter_map(|entry| self.places.get(&entry.id).copied())
            .collect();
        let knows = |stage: usize| {
            let change = stage.checked_sub(1).and_then(|at| self.path.get(at));
            change.is_none_or(|one| known.contains(&one.place))
        };
        (0..self.stood.len()).rev().find(|stage| self.stood.get(*stage) == Some(&copy.article.draft) && knows(*stage))
    }

    /// The change that brought draft `n` in beside the way.
    pub(super) fn brought_aside(&self, n: u32) -> Option<&'e Carry> {
        self.side.iter().rev().find(|one| one.carry.draft.after == n).map(|one| one.carry)
    }
}

/// The last of `brought` before `place` that made `draft` stand.
fn arrival(brought: &[Bringing<'_>], place: usize, draft: u32) -> Option<usize> {
    brought.iter().rposition(|one| one.place < place && one.carry.draft.after == draft)
}

/// The entries that were taken back and not done again.
pub(super) fn undone<'e>(entries: impl Iterator<Item = &'e Entry>) -> HashSet<&'e EntryId, RandomState> {
    let mut undone: HashSet<&EntryId, RandomState> = HashSet::default();
    for entry in entries {
        match &entry.step {
            Step::Do => {}
            Step::Undo(id) => drop(undone.insert(id)),
            Step::Redo(id) => drop(undone.remove(id)),
        }
    }
    undone
}

/// What names the same drafts and notes of both copies by the same numbers and ids; `None` when they are so already.
pub(super) fn agreed(ours: &Session, theirs: &Session) -> Option<[Relabel; 2]> {
    let sums = [ours, theirs].map(Sums::of);
    let [here, there] = &sums;
    let differs = here.by_number.iter().any(|(n, sum)| {
        there.by_number.get(n).is_some_and(|other| other != sum)
            || there.by_sum.get(sum).is_some_and(|other| other != n)
    });
    if !differs || !here.share_one(there) {
        return None;
    }
    let order = in_order(ours, theirs, &sums);
    let place = |sum: &String| {
        order.iter().position(|held| held == sum).map_or(0, |at| u32::try_from(at + 1).unwrap_or(u32::MAX))
    };
    let mut labels = [here, there].map(|sums| Relabel {
        drafts: sums.by_number.iter().map(|(n, sum)| (*n, place(sum))).collect(),
        notes: HashMap::default(),
    });
    notes(&mut labels, [ours, theirs], &order);
    Some(labels)
}

/// True when both copies have seen one draft at least.
pub(super) fn are_akin(ours: &Session, theirs: &Session) -> bool {
    Sums::of(ours).share_one(&Sums::of(theirs))
}

/// The checksums of a copy's drafts.
struct Sums {
    by_number: HashMap<u32, String, RandomState>,
    by_sum: HashMap<String, u32, RandomState>,
}

impl Sums {
    fn of(session: &Session) -> Self {
        let past = session.drafts.iter().map(|past| (past.n(), past.shape.sha256.clone()));
        let mut all: Vec<(u32, String)> = past.chain([(session.article.draft, session.article.sha256())]).collect();
        all.sort_unstable();
        // A later draft of the same words is another by what the writer notes there.
        for at in 1..all.len() {
            let Some((earlier, later)) = all.split_at_mut_checked(at) else { break };
            if let Some((n, sum)) = later.first_mut().filter(|(_, sum)| earlier.iter().any(|(_, held)| held == sum)) {
                let notes = session.texts().of(*n).map(Article::annotations).unwrap_or_default();
                for note in notes {
                    sum.extend(["+", &note.text]);
                }
            }
        }
        let by_sum = all.iter().map(|(n, sum)| (sum.clone(), *n)).collect();
        Self { by_number: all.into_iter().collect(), by_sum }
    }

    fn share_one(&self, other: &Self) -> bool {
        self.by_sum.keys().any(|sum| other.by_sum.contains_key(sum))
    }
}

/// The checksums of all drafts in the order in which they first stood.
fn in_order(ours: &Session, theirs: &Session, sums: &[Sums; 2]) -> Vec<String> {
    let [here, there] = sums;
    let mut whose: HashMap<&EntryId, &Sums, RandomState> = HashMap::default();
    // Of an entry that both have ours is kept.
    whose.extend(theirs.history.iter().map(|entry| (&entry.id, there)));
    whose.extend(ours.history.iter().map(|entry| (&entry.id, here)));
    let entries = in_one_order(ours.history.shared().chain(theirs.history.shared()).cloned().collect()).0;
    let mut order: Vec<String> = Vec::new();
    let mut stood = |sum: &String| {
        if !order.contains(sum) {
            order.push(sum.clone());
        }
    };
    for entry in &entries {
        let (Some(carry), Some(sums)) = (entry.edit.change.draft(), whose.get(&entry.id)) else { continue };
        [carry.draft.before, carry.draft.after].iter().filter_map(|n| sums.by_number.get(n)).for_each(&mut stood);
    }
    let mut rest: Vec<&String> = sums.iter().flat_map(|sums| sums.by_sum.keys()).collect();
    rest.sort_unstable();
    rest.into_iter().for_each(stood);
    order
}

/// Gives each of the writer's notes that has the id of another one of an earlier draft one of its own.
fn notes(labels: &mut [Relabel; 2], sessions: [&Session; 2], order: &[String]) {
    let mut taken: HashMap<String, &Annotation, RandomState> = HashMap::default();
    let is_one =
        |one: &Annotation, other: &Annotation| one.kind == other.kind && one.text == other.text && one.by == other.by;
    for (at, sum) in order.iter().enumerate() {
        let n = u32::try_from(at + 1).unwrap_or(u32::MAX);
        for (label, session) in labels.iter_mut().zip(sessions) {
            let held = label.drafts.iter().find(|(_, new)| **new == n).and_then(|(old, _)| session.texts().of(*old));
            for note in held.map(Article::annotations).unwrap_or_default() {
                let known = label.notes.get(&note.id).unwrap_or(&note.id);
                let is_free = taken.get(known).is_none_or(|other| is_one(note, other));
                let id =
                    if is_free { known.clone() } else { format!("{}-{}", note.id, sum.get(..4).unwrap_or_default()) };
                if id != note.id {
                    label.notes.insert(note.id.clone(), id.clone());
                }
                taken.insert(id, note);
            }
        }
    }
}
