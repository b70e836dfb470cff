//! Other keys for actions: what the settings file asks for, laid over the table, and what of it can't be.

use std::collections::HashMap;

use super::binding::Binding;
use super::in_force::Keymap;
use super::scope::Scope;
use crate::app::action::Action;
use crate::app::bindings::bindings;
use crate::app::key::{Code, Key};

/// Other keys for one action, in place of those of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebinding {
    /// Where they count.
    pub scope: Scope,
    /// The action's name there.
    pub name: String,
    /// The keys, the one to show first; none takes its keys away.
    pub keys: Vec<Key>,
}

/// Why a rebinding can't be, and the way out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyClash {
    /// There is no such action there.
    #[error("no action is called so there; factdesk keys lists the names")]
    Unknown,
    /// Another action has the key already.
    #[error("{key} is the key of \"{other}\" too; give \"{other}\" another key, or take its key away: {other} = \"\"")]
    Taken {
        /// The key.
        key: Key,
        /// The name of the other action.
        other: &'static str,
    },
    /// The same key twice for one action.
    #[error("{0} stands there twice; once is enough")]
    Twice(Key),
    /// A character where characters are typed.
    #[error("{0} is typed as text here; take a key such as ctrl-{0} or f2")]
    Typed(Key),
    /// A key that the terminal sends for another.
    #[error("terminals send {0} as {1}; take another key")]
    Same(Key, Key),
    /// The way out of something would have no key.
    #[error("without a key there would be no way out; name one, or leave the line out")]
    NoWayOut,
}

impl Keymap {
    /// The keys of the table with `changes` laid over them.
    ///
    /// # Errors
    /// The first change that can't be, by its place in `changes`, and why.
    pub fn rebound(changes: &[Rebinding]) -> Result<Self, (usize, KeyClash)> {
        let standard = |binding: &'static Binding| (binding, binding.parsed().collect());
        let mut rows: Vec<(&'static Binding, Vec<Key>)> = bindings().map(standard).collect();
        for (index, change) in changes.iter().enumerate() {
            let is_meant =
                |(binding, _): &&mut (&Binding, _)| binding.scope == change.scope && binding.name() == change.name;
            let Some((binding, keys)) = rows.iter_mut().find(is_meant) else { return Err((index, KeyClash::Unknown)) };
            check(binding, &change.keys).map_err(|clash| (index, clash))?;
            keys.clone_from(&change.keys);
        }
        match taken_twice(&rows, changes) {
            Some(clash) => Err(clash),
            None => Ok(Self::of(rows)),
        }
    }

    /// The names of all actions of a scope that keys can be given to.
    pub fn names(scope: Scope) -> impl Iterator<Item = &'static str> {
        bindings().filter(move |binding| binding.scope == scope).map(Binding::name)
    }
}

/// What can be said against keys of one action alone.
fn check(binding: &Binding, keys: &[Key]) -> Result<(), KeyClash> {
    if keys.is_empty() && matches!(binding.action, Action::Cancel | Action::Quit) {
        return Err(KeyClash::NoWayOut);
    }
    for (index, key) in keys.iter().enumerate() {
        if binding.scope.types() && key.types().is_some() {
            return Err(KeyClash::Typed(*key));
        }
        if let Some(other) = sent_as(*key) {
            return Err(KeyClash::Same(*key, other));
        }
        if keys.iter().take(index).any(|before| before == key) {
            return Err(KeyClash::Twice(*key));
        }
    }
    Ok(())
}

/// The key that terminals send instead: control and these letters are older than keyboards with such keys.
fn sent_as(key: Key) -> Option<Key> {
    const SAME: [(char, Code); 3] = [('i', Code::Tab), ('m', Code::Enter), ('[', Code::Esc)];
    let (_, code) = SAME.into_iter().find(|(letter, _)| key.code == Code::Char(*letter))?;
    key.ctrl.then_some(Key { ctrl: false, code, ..key })
}

/// A key that two actions of a scope have, blamed on the change that gave it.
fn taken_twice(rows: &[(&'static Binding, Vec<Key>)], changes: &[Rebinding]) -> Option<(usize, KeyClash)> {
    let mut owners: HashMap<(Scope, Key), &Binding> = HashMap::new();
    let change = |binding: &Binding| {
        changes.iter().position(|change| change.scope == binding.scope && change.name == binding.name())
    };
    for (binding, keys) in rows {
        for key in keys {
            let Some(other) = owners.insert((binding.scope, *key), binding) else { continue };
            let blamed = change(binding).map(|at| (at, other)).or_else(|| change(other).map(|at| (at, *binding)));
            return blamed.map(|(at, other)| (at, KeyClash::Taken { key: *key, other: other.name() }));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::panel;
    use crate::review::Verdict;

    fn change(scope: Scope, name: &str, keys: &str) -> Rebinding {
        let keys = keys.split_whitespace().map(|key| key.parse().unwrap()).collect();
        Rebinding { scope, name: name.to_owned(), keys }
    }

    #[test]
    fn another_key_takes_the_place_of_the_old_one() {
        let keymap = Keymap::rebound(&[change(Scope::Desk, "disputed", "&")]).unwrap();
        let action = |key: &str| keymap.action(Scope::Claims, key.parse().unwrap());
        assert_eq!(action("&"), Some(Action::Mark(Verdict::Disputed)));
        assert_eq!(action("d"), None);
    }

    #[test]
    fn two_actions_may_swap_their_keys() {
        let swap = [change(Scope::Desk, "verified", "d"), change(Scope::Desk, "disputed", "v")];
        let keymap = Keymap::rebound(&swap).unwrap();
        assert_eq!(keymap.action(Scope::Claims, "d".parse().unwrap()), Some(Action::Mark(Verdict::Verified)));
    }

    #[test]
    fn a_key_that_is_taken_is_refused_and_the_change_is_blamed() {
        let changes = [change(Scope::Home, "rename", "R"), change(Scope::Desk, "verified", "d")];
        let key = "d".parse().unwrap();
        assert_eq!(Keymap::rebound(&changes).unwrap_err(), (1, KeyClash::Taken { key, other: "disputed" }));
    }

    #[test]
    fn what_would_lock_the_reviewer_in_is_refused() {
        let refused = |one: Rebinding| Keymap::rebound(&[one]).unwrap_err().1;
        assert_eq!(refused(change(panel::note::SCOPE, "cancel", "")), KeyClash::NoWayOut);
        assert_eq!(refused(change(Scope::Entry, "delete-left", "x")), KeyClash::Typed("x".parse().unwrap()));
        assert_eq!(refused(change(Scope::Desk, "undo", "U U")), KeyClash::Twice("U".parse().unwrap()));
        assert_eq!(refused(change(Scope::Desk, "verify", "V")), KeyClash::Unknown);
        let same = KeyClash::Same("ctrl-i".parse().unwrap(), "tab".parse().unwrap());
        assert_eq!(refused(change(Scope::Desk, "undo", "ctrl-i")), same);
    }
}
