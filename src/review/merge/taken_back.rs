//! Deeds that put a claim on other words and were taken back: it is where it was.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::super::{Change, ClaimId, Entry, EntryId, Step};

/// The entries that put claim `id` on other words, or take it away, and leave nothing of that: those of a deed that was taken back, and where
/// it was done again, the taking back with the doing again. It is where it was, and so is what others said of it.
pub(super) fn came_back<'e>(entries: &[&'e Entry], id: &ClaimId) -> HashSet<&'e EntryId> {
    let had = |entry: &Entry| match &entry.edit.change {
        Change::Mend(_) => true,
        Change::Recut(_, swap) => swap.before.iter().any(|claim| claim.id == *id),
        Change::Field(..)
        | Change::Block(..)
        | Change::Waive(..)
        | Change::List(..)
        | Change::Withhold(..)
        | Change::Draft(_)
        | Change::Later(..) => false,
    };
    // Each deed with what took it back and did it again since, and whether it is taken back by now.
    let mut deeds: HashMap<&EntryId, (Vec<&EntryId>, bool), RandomState> = HashMap::default();
    for entry in entries {
        match &entry.step {
            Step::Do if had(entry) => drop(deeds.insert(&entry.id, (Vec::new(), false))),
            Step::Undo(deed) | Step::Redo(deed) => {
                if let Some((steps, is_back)) = deeds.get_mut(deed) {
                    steps.push(&entry.id);
                    *is_back = matches!(entry.step, Step::Undo(_));
                }
            }
            Step::Do => {}
        }
    }
    let left = deeds.into_iter().flat_map(|(deed, (steps, is_back))| steps.into_iter().chain(is_back.then_some(deed)));
    left.collect()
}
