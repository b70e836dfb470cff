//! The whole key table: the rows of the desk and those that each panel brings.

use super::keymap::{Binding, DESK, ENDS, Keymap};
use super::panel;

/// Every row, in the order of help and hints.
pub fn bindings() -> impl Iterator<Item = &'static Binding> {
    [DESK].into_iter().chain(panel::KEYS.iter().copied()).chain([ENDS]).flatten()
}

impl Keymap {
    /// The keys of the table.
    pub fn standard() -> Self {
        Self::of(bindings().map(|binding| (binding, binding.parsed().collect())).collect())
    }
}

impl Default for Keymap {
    fn default() -> Self {
        Self::standard()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_key_of_the_table_parses_and_none_stands_twice_in_a_scope() {
        let mut seen = HashSet::new();
        for binding in bindings() {
            assert_eq!(binding.parsed().count(), binding.keys.split_whitespace().count(), "{}", binding.keys);
            for key in binding.parsed() {
                assert!(seen.insert((binding.scope, key)), "{key} stands twice in {:?}", binding.scope);
            }
        }
    }

    #[test]
    fn every_scope_is_called_otherwise_in_the_settings() {
        let mut seen = HashSet::new();
        for scope in Keymap::standard().scopes() {
            assert!(seen.insert(scope.setting()), "{} stands twice", scope.setting());
        }
    }

    #[test]
    fn every_row_has_a_name_and_none_stands_twice_in_a_scope() {
        let mut seen = HashSet::new();
        for binding in bindings() {
            let name = binding.name();
            let is_kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(!name.is_empty() && name.chars().all(is_kebab), "{name:?} for {}", binding.help);
            assert!(seen.insert((binding.scope, name)), "{name} stands twice in {:?}", binding.scope);
        }
    }

    #[test]
    fn every_help_is_a_sentence() {
        for binding in bindings() {
            assert!(binding.help.ends_with('.') && binding.help.starts_with(char::is_uppercase), "{}", binding.help);
        }
    }
}
