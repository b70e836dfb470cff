//! The keys in force: what a key asks for where, and how messages, hints and help name it.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::binding::Binding;
use super::scope::Scope;
use crate::app::action::Action;
use crate::app::editor::Typing;
use crate::app::key::Key;

/// The keys in force.
#[derive(Debug)]
pub struct Keymap {
    /// Every row, in the order of help and hints.
    table: Vec<&'static Binding>,
    /// The scopes that have keys, in the order of the table.
    scopes: Vec<Scope>,
    by_key: HashMap<(Scope, Key), &'static Binding, RandomState>,
    by_name: HashMap<(Scope, &'static str), Vec<Key>, RandomState>,
}

impl Keymap {
    /// Rows with their keys.
    pub(in crate::app) fn of(rows: Vec<(&'static Binding, Vec<Key>)>) -> Self {
        let table: Vec<&'static Binding> = rows.iter().map(|(binding, _)| *binding).collect();
        let mut scopes: Vec<Scope> = Vec::new();
        for row in &table {
            if !scopes.contains(&row.scope) {
                scopes.push(row.scope);
            }
        }
        let keyed = |(binding, keys): &(&'static Binding, Vec<Key>)| {
            let binding = *binding;
            keys.iter().map(|key| ((binding.scope, *key), binding)).collect::<Vec<_>>()
        };
        let by_key = rows.iter().flat_map(keyed).collect();
        let by_name = rows.into_iter().map(|(binding, keys)| ((binding.scope, binding.name()), keys)).collect();
        Self { table, scopes, by_key, by_name }
    }

    /// What `key` asks for in `scope`; `None` when it means nothing there.
    pub fn action(&self, scope: Scope, key: Key) -> Option<Action> {
        match scope.chain().find_map(|scope| self.by_key.get(&(scope, key))) {
            Some(binding) => Some(binding.action.clone()),
            None if scope.types() => key.types().map(|c| Action::Type(Typing::Insert(c.to_string()))),
            // A digit that is no key of its own counts.
            None if scope.counts() => {
                key.types().and_then(|c| c.to_digit(10)).and_then(|digit| u8::try_from(digit).ok()).map(Action::Digit)
            }
            None => None,
        }
    }

    /// What `key` asks for in `scope`, be it that it means nothing there.
    pub fn pressed(&self, scope: Scope, key: Key) -> Action {
        self.action(scope, key).unwrap_or(Action::Unbound(key))
    }

    /// The keys of a row, the one to show first; none when the reviewer took them away.
    pub fn keys(&self, binding: &Binding) -> &[Key] {
        self.by_name.get(&(binding.scope, binding.name())).map_or(&[], Vec::as_slice)
    }

    /// All keys of a row, a blank and `between` apart.
    pub fn listed(&self, binding: &Binding, between: &str) -> String {
        self.keys(binding).iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
    }

    /// The key of a row to show: as it is typed on a keyboard; nothing when it has none.
    pub fn shown(&self, binding: &Binding) -> String {
        self.keys(binding).first().map(ToString::to_string).unwrap_or_default()
    }

    /// The key to show for the action of this name in `scope`, as messages tell it; the name itself when it has no key.
    pub fn called(&self, scope: Scope, name: &'static str) -> String {
        self.by_name
            .get(&(scope, name))
            .and_then(|keys| keys.first())
            .map_or_else(|| name.to_owned(), ToString::to_string)
    }

    /// Says that nothing may be changed, and the key that tries for it.
    pub fn read_only(&self) -> String {
        format!("read-only: nothing can be changed here; {} tries for writing", self.called(Scope::Desk, "unlock"))
    }

    /// The rows that count in `scope` and are there, nearest scope first; of two rows with one key the nearer wins.
    pub fn rows(&self, scope: Scope) -> impl Iterator<Item = &'static Binding> {
        let near = scope.chain();
        scope.chain().flat_map(|scope| self.table.iter().copied().filter(move |row| row.scope == scope)).filter(
            move |binding| {
                let hidden = |key: &Key| {
                    near.clone()
                        .take_while(|near| *near != binding.scope)
                        .any(|near| self.by_key.contains_key(&(near, *key)))
                };
                self.keys(binding).first().is_none_or(|key| !hidden(key))
            },
        )
    }

    /// The key table as Markdown: what the README holds and `factdesk keys --markdown` prints.
    pub fn markdown(&self) -> String {
        let code = |key: &Key| format!("`{}`", key.to_string().replace('|', "\\|"));
        self.listing(
            |scope| format!("| {} | | `[keys.{}]` |\n|---|---|---|\n", scope.name(), scope.setting()),
            |row| {
                let keys: Vec<String> = self.keys(row).iter().map(code).collect();
                format!("| {} | {} | `{}` |\n", keys.join(" "), row.help, row.name())
            },
        )
    }

    /// The key table as plain text: what `factdesk keys` prints.
    pub fn plain(&self) -> String {
        self.listing(
            |scope| format!("{:<46} [keys.{}]\n", scope.name(), scope.setting()),
            |row| format!("  {:<22} {:<20} {}\n", self.listed(row, "  "), row.name(), row.help),
        )
    }

    /// Every scope that has keys, in the order they come up, its head above its rows, a blank line between two.
    fn listing(&self, head: impl Fn(Scope) -> String, line: impl Fn(&Binding) -> String) -> String {
        let part = |scope: Scope| {
            let rows: String = self.table.iter().filter(|row| row.scope == scope).map(|row| line(row)).collect();
            head(scope) + &rows
        };
        self.scopes.iter().copied().map(part).collect::<Vec<_>>().join("\n")
    }

    /// Every scope that has keys, in the order of the table.
    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }
}
