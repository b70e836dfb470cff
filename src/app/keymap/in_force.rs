//! The keys in force: what a key asks for where, and how messages, hints and help name it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use foldhash::fast::RandomState;

use super::binding::Binding;
use super::scope::Scope;
use crate::app::action::Action;
use crate::app::editor::Typing;
use crate::app::key::Key;
use crate::text::gate;

/// A row of the table with its keys.
#[derive(Debug)]
struct KeyedRow {
    binding: &'static Binding,
    keys: Vec<Key>,
    /// The first of them, as it is shown; empty where there is none.
    shown: String,
}

impl KeyedRow {
    fn new((binding, keys): (&'static Binding, Vec<Key>)) -> Self {
        let shown = keys.first().map(ToString::to_string).unwrap_or_default();
        Self { binding, keys, shown }
    }
}

/// A key that is worth a word on the hint line.
#[derive(Clone, Debug)]
pub struct KeyHint {
    /// Its row, with the word.
    pub row: &'static Binding,
    /// The key, as it is shown.
    pub key: String,
    /// Columns that key and word take with the blank between them.
    pub columns: usize,
}

/// The keys in force.
#[derive(Debug)]
pub struct Keymap {
    /// The scopes that have keys, in the order of the table.
    scopes: Vec<Scope>,
    /// The rows of each, in the order of help and hints.
    rows: HashMap<Scope, Vec<KeyedRow>, RandomState>,
    by_key: HashMap<(Scope, Key), &'static Binding, RandomState>,
    /// The hints of each, found the first time that they are asked for: most scopes are never come to.
    hints: HashMap<Scope, OnceLock<Vec<KeyHint>>, RandomState>,
}

impl Keymap {
    /// Rows with their keys.
    pub(in crate::app) fn of(all: Vec<(&'static Binding, Vec<Key>)>) -> Self {
        let keyed = |(binding, keys): &(&'static Binding, Vec<Key>)| {
            let binding = *binding;
            keys.iter().map(|key| ((binding.scope, *key), binding)).collect::<Vec<_>>()
        };
        let by_key = all.iter().flat_map(keyed).collect();
        let mut scopes: Vec<Scope> = Vec::new();
        let mut rows: HashMap<Scope, Vec<KeyedRow>, RandomState> = HashMap::default();
        for row in all.into_iter().map(KeyedRow::new) {
            let scope = row.binding.scope;
            let own = rows.entry(scope).or_insert_with(|| {
                scopes.push(scope);
                Vec::new()
            });
            own.push(row);
        }
        let hints = scopes.iter().map(|scope| (*scope, OnceLock::new())).collect();
        Self { scopes, rows, by_key, hints }
    }

    /// The rows of one scope alone.
    fn own(&self, scope: Scope) -> &[KeyedRow] {
        self.rows.get(&scope).map_or(&[], Vec::as_slice)
    }

    /// The row of one scope with this name.
    fn named(&self, scope: Scope, name: &str) -> Option<&KeyedRow> {
        self.own(scope).iter().find(|row| row.binding.name() == name)
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
        self.named(binding.scope, binding.name()).map_or(&[], |row| &row.keys)
    }

    /// All keys of a row, a blank and `between` apart.
    pub fn listed(&self, binding: &Binding, between: &str) -> String {
        self.keys(binding).iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
    }

    /// The key of a row to show: as it is typed on a keyboard; nothing when it has none.
    pub fn shown(&self, binding: &Binding) -> &str {
        self.named(binding.scope, binding.name()).map_or("", |row| &row.shown)
    }

    /// The key to show for the action of this name in `scope`, as messages tell it; the name itself when it has no key.
    pub fn called(&self, scope: Scope, name: &'static str) -> &str {
        self.named(scope, name).map(|row| row.shown.as_str()).filter(|key| !key.is_empty()).unwrap_or(name)
    }

    /// Says that nothing may be changed, and the key that tries for it.
    pub fn read_only(&self) -> String {
        format!("read-only: nothing can be changed here; {} tries for writing", self.called(Scope::Desk, "unlock"))
    }

    /// The rows that count in `scope` and are there, nearest scope first; of two rows with one key the nearer wins.
    pub fn rows(&self, scope: Scope) -> impl Iterator<Item = &'static Binding> {
        self.in_force(scope).map(|row| row.binding)
    }

    fn in_force(&self, scope: Scope) -> impl Iterator<Item = &KeyedRow> {
        let near = scope.chain();
        scope.chain().flat_map(|scope| self.own(scope)).filter(move |row| {
            let hidden = |key: &Key| {
                near.clone()
                    .take_while(|near| *near != row.binding.scope)
                    .any(|near| self.by_key.contains_key(&(near, *key)))
            };
            row.keys.first().is_none_or(|key| !hidden(key))
        })
    }

    /// The keys that are worth a word on the hint line in `scope`, nearest scope first.
    pub fn hints(&self, scope: Scope) -> Cow<'_, [KeyHint]> {
        let hint = |row: &KeyedRow| {
            let columns = gate::width(&row.shown) + 1 + gate::width(row.binding.hint);
            KeyHint { row: row.binding, key: row.shown.clone(), columns }
        };
        let all = || {
            let hinted = self.in_force(scope).filter(|row| !row.binding.hint.is_empty() && !row.shown.is_empty());
            hinted.map(hint).collect()
        };
        match self.hints.get(&scope) {
            Some(kept) => Cow::Borrowed(kept.get_or_init(all)),
            // A panel without a key of its own.
            None => Cow::Owned(all()),
        }
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
            let rows: String = self.own(scope).iter().map(|row| line(row.binding)).collect();
            head(scope) + &rows
        };
        self.scopes.iter().copied().map(part).collect::<Vec<_>>().join("\n")
    }

    /// Every scope that has keys, in the order of the table.
    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }
}
