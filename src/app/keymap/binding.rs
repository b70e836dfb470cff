//! One row of the key table.

use super::names;
use super::scope::Scope;
use crate::app::action::Action;
use crate::app::key::Key;

/// One row of the key table.
#[derive(Debug)]
pub struct Binding {
    /// Where it counts.
    pub scope: Scope,
    /// Its keys, parted by blanks, the one to show first.
    pub keys: &'static str,
    /// What it asks for.
    pub action: Action,
    /// Its word on the hint line; empty when it is not worth the room there.
    pub hint: &'static str,
    /// What it does, a sentence.
    pub help: &'static str,
}

/// A row: where it counts, its keys, what it asks for, its word on the hint line, what it does.
pub const fn row(scope: Scope, keys: &'static str, action: Action, hint: &'static str, help: &'static str) -> Binding {
    Binding { scope, keys, action, hint, help }
}

impl Binding {
    /// The keys, parsed; the table's own keys always parse, and a test holds that.
    pub fn parsed(&self) -> impl Iterator<Item = Key> {
        self.keys.split_whitespace().filter_map(|key| key.parse().ok())
    }

    /// The name by which the settings file gives it other keys: `next-unchecked`. No two in a scope have the same.
    pub const fn name(&self) -> &'static str {
        names::name(&self.action)
    }
}
