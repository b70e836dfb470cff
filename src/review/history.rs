//! Every edit of a session in order; undoing appends, so undo and redo work after a restart.

use std::sync::Arc;

use super::{Change, Edit, Extra, Recut, Stamp};

/// Entries on a shelf. Small enough that copying one while a save reads it is nothing.
const FULL: usize = 128;

/// Whether an entry is a first doing, or takes another back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Done by the reviewer.
    Do,
    /// Takes back the entry with this number.
    Undo(u64),
    /// Does the entry with this number again.
    Redo(u64),
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number, from 1, rising.
    pub n: u64,
    /// When.
    pub at: Stamp,
    /// Who.
    pub by: Arc<str>,
    /// What.
    pub edit: Edit,
    /// Whether it takes another entry back.
    pub step: Step,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Entry {
    /// True when one key did both, `first` and then this: theirs was taken in a conflict, which settled it, or what is no
    /// claim to be checked became one, and got its verdict.
    fn completes(&self, first: &Self) -> bool {
        let together = self.n == first.n + 1 && self.at == first.at && self.by == first.by;
        let is_half = match (&first.edit.change, &self.edit.change) {
            (Change::Dismissed(swap), Change::Verdict(_)) => !swap.after,
            (Change::Recut(Recut::Add, _), Change::Verdict(_)) => true,
            (_, Change::Conflicts(swap)) => {
                let field = swap.before.first().map(|conflict| conflict.field.as_str());
                field == Some(first.edit.field()) && swap.after.len() < swap.before.len()
            }
            _ => false,
        };
        together && is_half && self.edit.claim == first.edit.claim
    }
}

/// The entries, and which of them can be undone or redone. Append-only. Copies share the entries.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// All but the last are full.
    shelves: Vec<Arc<Vec<Arc<Entry>>>>,
    /// Numbers of the entries in force, the latest last.
    done: Vec<u64>,
    /// Numbers of the entries taken back, the latest last.
    undone: Vec<u64>,
}

impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        self.shelves == other.shelves
    }
}

impl FromIterator<Entry> for History {
    /// Takes entries in file order, as they are; what can be undone follows from them.
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        let mut history = Self::default();
        history.extend(entries);
        history
    }
}

impl Extend<Entry> for History {
    /// Takes more entries in file order.
    fn extend<I: IntoIterator<Item = Entry>>(&mut self, entries: I) {
        for entry in entries {
            self.push(entry);
        }
    }
}

impl History {
    /// The entries, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.shelves.iter().flat_map(|shelf| shelf.iter()).map(AsRef::as_ref)
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

    /// The entries behind number `n`, the latest first.
    pub fn since(&self, n: u64) -> impl Iterator<Item = &Entry> {
        self.iter().rev().take_while(move |entry| entry.n > n)
    }

    /// The number of the latest entry; 0 when nothing has been done.
    pub fn latest(&self) -> u64 {
        self.last().map_or(0, |entry| entry.n)
    }

    /// The number the next entry gets.
    pub fn next_number(&self) -> u64 {
        self.last().map_or(1, |entry| entry.n + 1)
    }

    /// The entry that undo would take back.
    pub fn undoable(&self) -> Option<&Entry> {
        self.done.last().and_then(|n| self.numbered(*n))
    }

    /// The entry that redo would do again.
    pub fn redoable(&self) -> Option<&Entry> {
        self.undone.last().and_then(|n| self.numbered(*n))
    }

    /// True when what undo takes back next (`back`), or redo does next, is the first half of what one key did.
    pub fn is_half(&self, back: bool) -> bool {
        let stack = if back { &self.done } else { &self.undone };
        let mut next = stack.iter().rev().map(|n| self.numbered(*n));
        let (Some(Some(first)), Some(Some(then))) = (next.next(), next.next()) else { return false };
        if back { first.completes(then) } else { then.completes(first) }
    }

    /// Appends an entry.
    pub(super) fn push(&mut self, entry: Entry) {
        match entry.step {
            Step::Do => {
                self.done.push(entry.n);
                self.undone.clear();
            }
            Step::Undo(n) => {
                take(&mut self.done, n);
                self.undone.push(n);
            }
            Step::Redo(n) => {
                take(&mut self.undone, n);
                self.done.push(n);
            }
        }
        let entry = Arc::new(entry);
        match self.shelves.last_mut().filter(|last| last.len() < FULL) {
            Some(last) => Arc::make_mut(last).push(entry),
            None => self.shelves.push(Arc::new(vec![entry])),
        }
    }

    fn numbered(&self, n: u64) -> Option<&Entry> {
        let shelf = self.shelves.partition_point(|shelf| shelf.last().is_some_and(|last| last.n < n));
        let shelf = self.shelves.get(shelf)?;
        let within = shelf.binary_search_by_key(&n, |entry| entry.n).ok()?;
        shelf.get(within).map(AsRef::as_ref)
    }
}

/// Takes `n` off a stack; it is nearly always on top.
fn take(stack: &mut Vec<u64>, n: u64) {
    if let Some(at) = stack.iter().rposition(|other| *other == n) {
        stack.remove(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{ClaimId, Swap};

    fn entry(n: u64, step: Step) -> Entry {
        let change = Change::Note(Swap::new(String::new(), n.to_string()));
        let edit = Edit::of(ClaimId::from("k1"), change);
        Entry { n, at: Stamp::default(), by: "anna".into(), edit, step, extra: Extra::default() }
    }

    #[test]
    fn a_long_history_finds_each_of_its_entries() {
        let count = 3 * FULL as u64 + 7;
        let mut history: History = (1..=count).map(|n| entry(n, Step::Do)).collect();
        assert_eq!((history.len() as u64, history.latest()), (count, count));
        assert!(history.iter().map(|entry| entry.n).eq(1..=count));
        assert!(history.iter().rev().map(|entry| entry.n).eq((1..=count).rev()));
        for n in (1..=count).rev() {
            assert_eq!(history.undoable().unwrap().n, n);
            history.push(entry(history.next_number(), Step::Undo(n)));
            assert_eq!(history.redoable().unwrap().n, n);
        }
        assert!(history.undoable().is_none());
    }

    #[test]
    fn a_copy_shares_all_but_the_last_shelf() {
        let mut history: History = (1..=FULL as u64 * 2 + 1).map(|n| entry(n, Step::Do)).collect();
        let before = history.clone();
        history.push(entry(history.next_number(), Step::Do));
        let shared = history.shelves().zip(before.shelves()).map(|(one, other)| Arc::ptr_eq(one, other));
        assert!(shared.eq([true, true, false]));
        assert_eq!(before.len() + 1, history.len());
    }
}
