//! What was said about the article and put away by a reviewer: looked at, nothing wrong. It follows from the history alone.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Change, History};

/// The names of the advice that is put away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waived(Arc<BTreeSet<Box<str>>>);

impl Waived {
    /// What the entries of `history` lead to; of two copies' entries the last one counts.
    pub(super) fn of(history: &History) -> Self {
        let mut waived = Self::default();
        for entry in history.iter() {
            if let Change::Waive(name, swap) = &entry.edit.change {
                waived.put(name, swap.after);
            }
        }
        waived
    }

    /// True when the advice of this name is put away.
    pub fn contains(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    pub(super) fn put(&mut self, name: &str, away: bool) {
        let names = Arc::make_mut(&mut self.0);
        if away {
            names.insert(name.into());
        } else {
            names.remove(name);
        }
    }
}
