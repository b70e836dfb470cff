//! The key that somebody may have meant who pressed one that means nothing.

use super::binding::Binding;
use super::in_force::Keymap;
use super::scope::Scope;
use crate::app::key::{Code, Key};

/// The row of `scope` nearest to `key`, which means nothing there: the same letter large or small, with control or without; else
/// what the key does in another part of the desk.
pub fn nearest(keymap: &Keymap, scope: Scope, key: Key) -> Option<&'static Binding> {
    let own = |wanted: Key| keymap.rows(scope).find(|row| keymap.keys(row).contains(&wanted));
    let other_case = |key: Key| {
        let Code::Char(c) = key.code else { return key };
        let other = if c.is_lowercase() { c.to_uppercase().next() } else { c.to_lowercase().next() };
        Key { code: Code::Char(other.unwrap_or(c)), ..key }
    };
    let plain = Key { ctrl: false, alt: false, ..key };
    let held = Key { ctrl: true, alt: false, ..key };
    let beside = [other_case(key), plain, other_case(plain), held].into_iter().find_map(own);
    beside.or_else(|| {
        let parts = [Scope::Article, Scope::Picking, Scope::Claims];
        parts.into_iter().flat_map(|part| keymap.rows(part)).find(|row| keymap.keys(row).contains(&key))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_nearest_to_itself() {
        let keymap = Keymap::standard();
        let found = |key: &str| nearest(&keymap, Scope::Claims, key.parse().unwrap()).map(Binding::name);
        assert_eq!(found("ctrl-v"), Some("verified"));
        assert_eq!(found("alt-j"), Some("next"));
        assert_eq!(found(")"), Some("sentence-right"), "it counts while words are picked");
        assert_eq!(found("é"), None);
    }
}
