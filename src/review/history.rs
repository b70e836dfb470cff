//! Every edit of a session in one fixed order; undoing appends, so undo and redo work after a restart.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::claims::GivenNumbers;
use super::{Change, ClaimId, Edit, EntryId, Extra, Stamp};

/// Claims that somebody has judged since something was done.
pub(super) type JudgedClaims = HashSet<ClaimId, RandomState>;

/// Entries on a shelf. Small enough that copying one while a save reads it is nothing.
const FULL: usize = 128;

/// The flag of a blind copy, and of entries that were made in one.
pub(super) const BLIND: &str = "blind";

/// Whether an entry is a first doing, or takes another back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Done by the reviewer.
    Do,
    /// Takes back the entry with this id.
    Undo(EntryId),
    /// Does the entry with this id again.
    Redo(EntryId),
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// When.
    pub at: Stamp,
    /// Who.
    pub by: Arc<str>,
    /// The draft that its places are in, from 1.
    pub draft: u32,
    /// What.
    pub edit: Edit,
    /// Whether it takes another entry back.
    pub step: Step,
    /// The entry that the same key made before it: the two are undone together.
    pub with: Option<EntryId>,
    /// The entry that it came after though its stamp is earlier: a clock was wrong.
    pub after: Option<EntryId>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Entry {
    /// True for one that was made in a blind copy: what it says was there before, its maker was not shown.
    pub fn is_blind(&self) -> bool {
        self.extra.has(BLIND)
    }

    /// The entry that did first what this one does, takes back or does again.
    pub fn deed(&self) -> &EntryId {
        match &self.step {
            Step::Do => &self.id,
            Step::Undo(id) | Step::Redo(id) => id,
        }
    }
}

/// Where an entry stands among all: time, how far behind an entry with a later stamp, id.
pub(super) type Rank = (Stamp, usize, EntryId);

/// The entries, and which of them can be undone or redone. Append-only. Copies share the entries.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// All but the last are full.
    shelves: Vec<Arc<Vec<Arc<Entry>>>>,
    /// Places of the entries in force that began what a key did, the latest last.
    done: Vec<usize>,
    /// Places of those that were taken back, the latest last.
    undone: Vec<usize>,
    /// For each claim that was put on other words the place of the entry that last did so.
    reworded: Arc<HashMap<ClaimId, usize, RandomState>>,
    /// The numbers that its claims were given.
    numbers: Arc<GivenNumbers>,
    /// The most entries that any maker of one had seen.
    seen: u64,
    /// Where the latest entry stands.
    end: Option<Rank>,
}

impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        self.shelves == other.shelves
    }
}

impl FromIterator<Entry> for History {
    /// Takes entries as they stand in the file; what can be undone follows from them.
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        Self::of(entries.into_iter().map(Arc::new))
    }
}

impl Extend<Entry> for History {
    /// Takes more entries in file order.
    fn extend<I: IntoIterator<Item = Entry>>(&mut self, entries: I) {
        for entry in entries {
            self.push(Arc::new(entry));
        }
    }
}

impl History {
    /// A history of `entries`, which stand in their order.
    pub fn of(entries: impl IntoIterator<Item = Arc<Entry>>) -> Self {
        let mut history = Self::default();
        for entry in entries {
            history.push(entry);
        }
        history
    }

    /// The entries, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.shared().map(AsRef::as_ref)
    }

    /// The entries, oldest first, to be shared.
    pub fn shared(&self) -> impl DoubleEndedIterator<Item = &Arc<Entry>> {
        self.shelves.iter().flat_map(|shelf| shelf.iter())
    }

    /// The entries, oldest first, as they are held: copies share the runs that are the same in both.
    pub fn shelves(&self) -> impl Iterator<Item = &Arc<Vec<Arc<Entry>>>> {
        self.shelves.iter()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.shelves.last().map_or(0, |last| (self.shelves.len() - 1) * FULL + last.len())
    }

    /// True when nothing has been done.
    pub fn is_empty(&self) -> bool {
        self.shelves.is_empty()
    }

    /// The latest entry.
    pub fn last(&self) -> Option<&Entry> {
        self.shelves.last()?.last().map(AsRef::as_ref)
    }

    /// The entries behind the first `count`, the latest first.
    pub fn since(&self, count: usize) -> impl Iterator<Item = &Entry> {
        self.iter().rev().take(self.len().saturating_sub(count))
    }

    /// What `by` did last and has in force: the entries of one key, in the order they were done. Empty when there is nothing.
    pub fn undoable(&self, by: &str) -> Vec<&Entry> {
        self.latest_of(&self.done, by)
    }

    /// The latest of what `by` did and has in force behind the `gone` last keys, and how many keys it is then: the entries of one
    /// key, in the order they were done.
    pub(super) fn undoable_behind(&self, gone: usize, by: &str) -> Option<(usize, Vec<Arc<Entry>>)> {
        let mut keys = self.done.iter().rev().enumerate().skip(gone);
        let (at, place) = keys.find(|(_, place)| self.get(**place).is_some_and(|entry| &*entry.by == by))?;
        Some((at + 1, self.together_from(*place).cloned().collect()))
    }

    /// What put draft `n` last in the place of another.
    pub(super) fn draft_entry(&self, n: u32) -> Option<&Entry> {
        self.iter().rev().find(|entry| entry.edit.change.draft().is_some_and(|carry| carry.draft.after == n))
    }

    /// What brought in the latest draft that nobody has taken back, be it that another stands.
    pub fn draft_in_force(&self) -> Option<&Entry> {
        let done = self.done.iter().rev().filter_map(|place| self.get(*place));
        done.map(AsRef::as_ref).find(|entry| entry.edit.change.draft().is_some())
    }

    /// What is in force of what was done behind the entry with this id.
    pub(super) fn done_behind(&self, id: &EntryId) -> impl Iterator<Item = &Entry> {
        let behind = self.done.iter().rev().filter_map(|place| self.get(*place));
        behind.take_while(move |entry| entry.id != *id).map(AsRef::as_ref)
    }

    /// The claims that somebody has judged, or put on other words, behind the entry with this id.
    pub(super) fn judged_behind(&self, id: &EntryId) -> JudgedClaims {
        let judges = |edit: &&Edit| match &edit.change {
            Change::Field(field, _) => field.is_judged(),
            Change::Mend(_) | Change::Recut(..) => true,
            Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Draft(_)
            | Change::Later(..) => false,
        };
        let behind = self.iter().rev().take_while(|entry| entry.id != *id).map(|entry| &entry.edit);
        behind.filter(judges).flat_map(Edit::touches).cloned().collect()
    }

    /// What `by` took back last: the entries of one key, in the order they were done. Empty when there is nothing.
    pub fn redoable(&self, by: &str) -> Vec<&Entry> {
        self.latest_of(&self.undone, by)
    }

    fn latest_of(&self, stack: &[usize], by: &str) -> Vec<&Entry> {
        let own = |place: &&usize| self.get(**place).is_some_and(|entry| &*entry.by == by);
        let place = stack.iter().rev().find(own);
        place.into_iter().flat_map(|place| self.together_from(*place)).map(AsRef::as_ref).collect()
    }

    /// The entries of the key that began at `place`.
    fn together_from(&self, place: usize) -> impl Iterator<Item = &Arc<Entry>> {
        let first = self.get(place);
        // Whoever wrote in the same second may stand in between.
        let rest = (place + 1..self.len()).map_while(|place| self.get(place));
        let rest = rest.take_while(move |entry| first.is_some_and(|first| entry.at <= first.at));
        first.into_iter().chain(rest.filter(move |entry| entry.with.as_ref() == first.map(|first| &first.id)))
    }

    fn get(&self, place: usize) -> Option<&Arc<Entry>> {
        self.shelves.get(place / FULL)?.get(place % FULL)
    }

    /// The entry that does `edit` at the end of this history, on the first draft.
    pub(super) fn next(&self, edit: Edit, by: &Arc<str>, at: &Stamp, step: Step, with: Option<EntryId>) -> Entry {
        let id = EntryId::new(self.seen, &format!("{by}\n{at}\n{edit:?}\n{step:?}\n{with:?}"));
        let rank: Rank = (at.clone(), 0, id.clone());
        let after = self.last().filter(|_| self.end.as_ref() >= Some(&rank)).map(|last| last.id.clone());
        Entry { id, at: at.clone(), by: Arc::clone(by), draft: 1, edit, step, with, after, extra: Extra::default() }
    }

    /// The entries up to the one that last put the claim that `edit` judges on other words, the latest first; `None` where none has.
    pub(super) fn reworded(&self, edit: &Edit) -> Option<impl Iterator<Item = &Entry>> {
        let last = *self.reworded.get(edit.judges()?)?;
        Some((0..=last).rev().filter_map(|place| self.get(place)).map(AsRef::as_ref))
    }

    /// Where the latest entry stands; `None` where there is none.
    pub(super) const fn end(&self) -> Option<&Rank> {
        self.end.as_ref()
    }

    /// The numbers that its claims were given.
    pub(super) fn numbers(&self) -> &GivenNumbers {
        &self.numbers
    }

    /// Appends an entry.
    pub(super) fn push(&mut self, entry: Arc<Entry>) {
        let place = self.len();
        self.seen = self.seen.max(entry.id.count()).max(place as u64);
        let rank = entry.earliest();
        self.end = Some(match self.end.take() {
            Some((time, behind, id)) if (&time, behind, &id) >= (&rank.0, rank.1, &rank.2) => {
                (time, behind + 1, rank.2)
            }
            _ => rank,
        });
        for id in entry.edit.rewords() {
            Arc::make_mut(&mut self.reworded).insert(id.clone(), place);
        }
        for (id, number) in entry.edit.numbers() {
            Arc::make_mut(&mut self.numbers).give(id, number);
        }
        let first = entry.with.is_none();
        match &entry.step {
            Step::Do if first => {
                self.done.push(place);
                let others = |place: &usize| self.get(*place).is_some_and(|undone| undone.by != entry.by);
                let kept: Vec<usize> = self.undone.iter().copied().filter(others).collect();
                self.undone = kept;
            }
            Step::Do => {}
            Step::Undo(id) => {
                if let Some(taken) = self.position(&self.done, id) {
                    let place = self.done.remove(taken);
                    self.undone.push(place);
                }
            }
            Step::Redo(id) => {
                if let Some(taken) = self.position(&self.undone, id) {
                    let place = self.undone.remove(taken);
                    self.done.push(place);
                }
            }
        }
        match self.shelves.last_mut().filter(|last| last.len() < FULL) {
            Some(last) => Arc::make_mut(last).push(entry),
            None => self.shelves.push(Arc::new(vec![entry])),
        }
    }

    /// Where on a stack the entry with this id is; nearly always on top.
    fn position(&self, stack: &[usize], id: &EntryId) -> Option<usize> {
        stack.iter().rposition(|place| self.get(*place).is_some_and(|entry| entry.id == *id))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::review::{Change, ClaimId, Swap, field};

    pub(in super::super) fn entry(history: &History, at: &str, by: &str, text: &str) -> Entry {
        let change = Change::Field(&field::NOTE, Swap::new("".into(), text.into()));
        history.next(Edit::of(ClaimId::from("k1"), change), &by.into(), &at.into(), Step::Do, None)
    }

    pub(in super::super) fn long(count: usize) -> History {
        let mut history = History::default();
        for n in 0..count {
            let entry = entry(&history, "2026-11-23T12:00:00Z", "anna", &n.to_string());
            history.push(Arc::new(entry));
        }
        history
    }

    #[test]
    fn a_long_history_finds_each_of_its_entries() {
        let count = 3 * FULL + 7;
        let mut history = long(count);
        assert_eq!(history.len(), count);
        let ids: Vec<EntryId> = history.iter().map(|entry| entry.id.clone()).collect();
        for id in ids.iter().rev() {
            let next = history.undoable("anna").first().map(|entry| (entry.id.clone(), entry.edit.clone()));
            let (found, edit) = next.unwrap();
            assert_eq!(found, *id);
            let undo = history.next(edit.inverse(), &"anna".into(), &"".into(), Step::Undo(found), None);
            history.push(Arc::new(undo));
            assert_eq!(history.redoable("anna").first().unwrap().id, *id);
        }
        assert!(history.undoable("anna").is_empty());
    }

    #[test]
    fn a_copy_shares_all_but_the_last_shelf() {
        let mut history = long(FULL * 2 + 1);
        let before = history.clone();
        let next = entry(&history, "2026-11-23T12:00:01Z", "anna", "x");
        history.push(Arc::new(next));
        let shared = history.shelves().zip(before.shelves()).map(|(one, other)| Arc::ptr_eq(one, other));
        assert!(shared.eq([true, true, false]));
        assert_eq!(before.len() + 1, history.len());
    }

    #[test]
    fn each_takes_back_their_own() {
        let mut history = long(1);
        let next = entry(&history, "2026-11-23T12:00:01Z", "bea", "hers");
        history.push(Arc::new(next));
        assert_eq!(history.undoable("anna").len(), 1);
        assert_eq!(&*history.undoable("anna")[0].by, "anna");
        assert_eq!(&*history.undoable("bea")[0].by, "bea");
        assert!(history.undoable("carl").is_empty());
    }
}
