//! Entries that say one thing in one copy and another in the other under one id: a copy lies about its history, by hand or by a fault.
//!
//! Nothing is thrown away: both are kept, the one whose words sort first under the id, so that it does not matter who merges; the other
//! under an id that follows from what it says. It then fits what was there before or is a conflict, like any entry.

use std::sync::Arc;

use super::super::{Entry, EntryId};
use crate::text::sha256;

/// Hex digits that part a twin's id from the one it had.
const CHECK: usize = 8;

/// True when the two say the same.
pub(super) fn are_alike(one: &Arc<Entry>, other: &Arc<Entry>) -> bool {
    Arc::ptr_eq(one, other)
        || ((&one.at, &one.by, &one.step) == (&other.at, &other.by, &other.step) && one.edit == other.edit)
}

/// Of two under one id the one that keeps it, and the other with an id of its own.
pub(super) fn parted(one: &Arc<Entry>, other: &Arc<Entry>) -> [Arc<Entry>; 2] {
    let (first, second) = if told(one) <= told(other) { (one, other) } else { (other, one) };
    let check: String = sha256(told(second).as_bytes()).chars().take(CHECK).collect();
    let id = EntryId::from(format!("{}-{check}", second.id).as_str());
    [Arc::clone(first), Arc::new(Entry { id, ..Entry::clone(second) })]
}

fn told(entry: &Entry) -> String {
    format!("{} {} {:?} {:?}", entry.at, entry.by, entry.edit, entry.step)
}
