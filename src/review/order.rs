//! The one order that every copy of a session has its entries in.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::history::Rank;
use super::{Entry, EntryId, History};

/// Puts entries in the one order that every copy has them in: time, then id, and none before the one it came after. Of several
/// with one id the first is kept; `None` of them is when all ids differ, else the ids that stood twice.
pub(super) fn order(entries: Vec<Arc<Entry>>) -> (Vec<Arc<Entry>>, Vec<EntryId>) {
    let mut seen: HashSet<EntryId, RandomState> = HashSet::default();
    let mut twice = Vec::new();
    let mut kept = Vec::with_capacity(entries.len());
    for entry in entries {
        if seen.insert(entry.id.clone()) {
            kept.push(entry);
        } else {
            twice.push(entry.id.clone());
        }
    }
    let late: HashMap<EntryId, Rank, RandomState> = late(&kept);
    let rank =
        |entry: &Arc<Entry>| late.get(&entry.id).cloned().unwrap_or_else(|| (entry.at.clone(), 0, entry.id.clone()));
    if !kept.is_sorted_by(|a, b| rank(a) <= rank(b)) {
        kept.sort_by_cached_key(rank);
    }
    (kept, twice)
}

/// The ranks of the entries that name another which they came after.
fn late(entries: &[Arc<Entry>]) -> HashMap<EntryId, Rank, RandomState> {
    let mut ranks: HashMap<EntryId, Rank, RandomState> = HashMap::default();
    if !entries.iter().any(|entry| entry.is_late()) {
        return ranks;
    }
    let by_id: HashMap<&EntryId, &Arc<Entry>, RandomState> = entries.iter().map(|entry| (&entry.id, entry)).collect();
    for entry in entries {
        // From the entry back to one whose rank is known, and forth again. A circle, which no clock makes, ends at its beginning.
        let (mut chain, mut on_it) = (Vec::new(), HashSet::new());
        let mut at = entry;
        while !ranks.contains_key(&at.id) && on_it.insert(&at.id) {
            chain.push(at);
            match at.after.as_ref().and_then(|after| by_id.get(after)) {
                Some(before) => at = before,
                None => break,
            }
        }
        for entry in chain.into_iter().rev() {
            let own = entry.earliest();
            let before = entry.after.as_ref().and_then(|after| ranks.get(after));
            let rank = match before {
                Some((time, behind, _)) if (time, *behind) >= (&own.0, own.1) => {
                    (time.clone(), behind + 1, entry.id.clone())
                }
                _ => own,
            };
            ranks.insert(entry.id.clone(), rank);
        }
    }
    ranks
}

impl History {
    /// The same entries in the order that every copy has them in, and the ids that stood twice.
    pub fn ordered(self) -> (Self, Vec<EntryId>) {
        let entries: Vec<Arc<Entry>> = self.shared().cloned().collect();
        let (ordered, twice) = order(entries);
        let as_it_was = twice.is_empty() && self.shared().zip(&ordered).all(|(one, other)| Arc::ptr_eq(one, other));
        if as_it_was { (self, twice) } else { (Self::of(ordered), twice) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::history::tests::{entry, long};
    use super::*;

    #[test]
    fn entries_of_one_second_stand_in_the_order_they_were_made() {
        let history = long(40);
        let mut shuffled: Vec<Arc<Entry>> = history.shared().cloned().collect();
        shuffled.reverse();
        shuffled.rotate_left(13);
        let (ordered, twice) = order(shuffled);
        assert!(twice.is_empty());
        assert_eq!(History::of(ordered), history);
    }

    #[test]
    fn a_clock_that_went_back_puts_nothing_before_what_it_was_made_after() {
        let mut history = History::default();
        for (at, text) in [("2027-11-23T12:00:00Z", "a"), ("2026-11-23T12:00:00Z", "b"), ("2026-11-23T12:00:00Z", "c")]
        {
            let next = entry(&history, at, "anna", text);
            history.push(Arc::new(next));
        }
        let (ordered, _) = order(history.shared().rev().cloned().collect());
        assert_eq!(History::of(ordered), history);
    }

    #[test]
    fn an_id_twice_is_kept_once_and_told() {
        let history = long(3);
        let twice: Vec<Arc<Entry>> = history.shared().chain(history.shared().take(1)).cloned().collect();
        let (ordered, told) = order(twice);
        assert_eq!((ordered.len(), told.len()), (3, 1));
    }
}
