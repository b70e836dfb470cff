//! What others have written of the words that a draft brought: it is not taken back under them.

use std::collections::HashSet;

use super::field::{ASSIGNEE, FATE, Field, TAGS};
use super::{Carried, Change, ClaimId, Edit, Entry, Session};

impl Session {
    /// True when others have written of the words that `entry` brought, which nobody would find under the ones before.
    pub(super) fn is_worked_on(&self, entry: &Entry) -> bool {
        let carries = entry.edit.change.draft().into_iter();
        let brought: HashSet<&ClaimId> =
            carries.flat_map(|carry| &carry.claims).filter(|one| one.brings_words()).map(Carried::id).collect();
        let writes = |edit: &Edit| {
            let of_words = |field: &Field| ![&FATE, &ASSIGNEE, &TAGS].contains(&field);
            matches!(&edit.change, Change::Field(field, _) if of_words(field))
                && edit.claim.as_ref().is_some_and(|id| brought.contains(id))
        };
        self.history.done_behind(&entry.id).any(|other| other.by != entry.by && writes(&other.edit))
    }
}
