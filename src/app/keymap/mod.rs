//! The keys: one table that feeds dispatch, hints, help, `factdesk keys` and the README.

mod names;
mod rebind;
mod table;

use std::collections::HashMap;

use super::action::Action;
use super::editor::Typing;
use super::key::Key;

pub use rebind::{Clash, Rebinding};
pub use table::BINDINGS;

/// Where a key counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The home screen.
    Home,
    /// Both panes of the desk.
    Desk,
    /// The list of claims.
    Claims,
    /// The article.
    Article,
    /// The article while words are picked.
    Picking,
    /// Everything that is read in a pop-up: help and card.
    Reading,
    /// The help.
    Help,
    /// The full card.
    Card,
    /// The choice of filters.
    Filter,
    /// Finding one of many.
    Finder,
    /// Every text entry.
    Entry,
    /// The note.
    Note,
    /// A form.
    Form,
    /// The list of sources.
    Sources,
    /// The export picker.
    Export,
    /// The command palette.
    Palette,
    /// A line of text.
    Prompt,
    /// A question with yes or no.
    Question,
    /// While something is opened.
    Opening,
    /// The question whether to go on with text that was typed and not kept.
    Draft,
    /// The question which of two copies of a field holds.
    Conflict,
    /// Everywhere.
    Everywhere,
}

impl Scope {
    /// Every scope, in the order the key table lists them.
    pub const ALL: [Self; 22] = [
        Self::Claims,
        Self::Article,
        Self::Picking,
        Self::Desk,
        Self::Home,
        Self::Reading,
        Self::Help,
        Self::Card,
        Self::Filter,
        Self::Finder,
        Self::Note,
        Self::Form,
        Self::Sources,
        Self::Export,
        Self::Palette,
        Self::Prompt,
        Self::Entry,
        Self::Question,
        Self::Opening,
        Self::Draft,
        Self::Conflict,
        Self::Everywhere,
    ];

    /// Its name above its keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Home => "Saved sessions",
            Self::Desk => "Both panes",
            Self::Claims => "Claims",
            Self::Article => "Article",
            Self::Picking => "Picking words",
            Self::Reading => "Help and card",
            Self::Help => "Help",
            Self::Card => "Card",
            Self::Filter => "Filter",
            Self::Finder => "Finding one of many",
            Self::Entry => "Text entry",
            Self::Note => "Note",
            Self::Form => "A form",
            Self::Sources => "Sources",
            Self::Export => "Export",
            Self::Palette => "Command palette",
            Self::Prompt => "A line of text",
            Self::Question => "A question",
            Self::Opening => "While a file is opened",
            Self::Draft => "Text that was not kept",
            Self::Conflict => "A conflict",
            Self::Everywhere => "Everywhere",
        }
    }

    /// Its name in the settings file: `[keys.desk]`.
    pub const fn setting(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Desk => "desk",
            Self::Claims => "claims",
            Self::Article => "article",
            Self::Picking => "picking",
            Self::Reading => "reading",
            Self::Help => "help",
            Self::Card => "card",
            Self::Filter => "filter",
            Self::Finder => "finder",
            Self::Entry => "entry",
            Self::Note => "note",
            Self::Form => "form",
            Self::Sources => "sources",
            Self::Palette => "palette",
            Self::Prompt => "prompt",
            Self::Question => "question",
            Self::Opening => "opening",
            Self::Everywhere => "everywhere",
            Self::Draft => "draft",
            Self::Conflict => "conflict",
            Self::Export => "export",
        }
    }

    /// The scopes whose keys count here as well, nearest first.
    pub const fn chain(self) -> &'static [Self] {
        match self {
            Self::Home => &[Self::Home, Self::Everywhere],
            Self::Claims => &[Self::Claims, Self::Desk, Self::Everywhere],
            Self::Article => &[Self::Article, Self::Desk, Self::Everywhere],
            Self::Picking => &[Self::Picking, Self::Everywhere],
            Self::Help => &[Self::Help, Self::Reading, Self::Everywhere],
            Self::Card => &[Self::Card, Self::Desk, Self::Everywhere],
            Self::Filter => &[Self::Filter, Self::Everywhere],
            Self::Finder => &[Self::Finder, Self::Entry, Self::Everywhere],
            Self::Note => &[Self::Note, Self::Entry, Self::Everywhere],
            Self::Form => &[Self::Form, Self::Entry, Self::Everywhere],
            Self::Sources => &[Self::Sources, Self::Everywhere],
            Self::Export => &[Self::Export, Self::Everywhere],
            Self::Palette => &[Self::Palette, Self::Entry, Self::Everywhere],
            Self::Prompt => &[Self::Prompt, Self::Entry, Self::Everywhere],
            Self::Question => &[Self::Question, Self::Everywhere],
            Self::Opening => &[Self::Opening, Self::Everywhere],
            Self::Draft => &[Self::Draft, Self::Everywhere],
            Self::Conflict => &[Self::Conflict, Self::Everywhere],
            Self::Desk => &[Self::Desk, Self::Everywhere],
            Self::Reading => &[Self::Reading, Self::Everywhere],
            Self::Entry => &[Self::Entry, Self::Everywhere],
            Self::Everywhere => &[Self::Everywhere],
        }
    }

    /// True where characters are typed and not commands.
    pub const fn types(self) -> bool {
        matches!(self, Self::Entry | Self::Note | Self::Finder | Self::Form | Self::Palette | Self::Prompt)
    }
}

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

/// The keys in force.
#[derive(Debug)]
pub struct Keymap {
    by_key: HashMap<(Scope, Key), &'static Binding>,
    by_name: HashMap<(Scope, &'static str), Vec<Key>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::standard()
    }
}

impl Keymap {
    /// The keys of the table.
    pub fn standard() -> Self {
        let row = |binding: &'static Binding| (binding, binding.parsed().collect());
        Self::of(BINDINGS.iter().map(row).collect())
    }

    /// Rows with their keys.
    fn of(rows: Vec<(&'static Binding, Vec<Key>)>) -> Self {
        let keyed = |(binding, keys): &(&'static Binding, Vec<Key>)| {
            let binding = *binding;
            keys.iter().map(|key| ((binding.scope, *key), binding)).collect::<Vec<_>>()
        };
        let by_key = rows.iter().flat_map(keyed).collect();
        let by_name = rows.into_iter().map(|(binding, keys)| ((binding.scope, binding.name()), keys)).collect();
        Self { by_key, by_name }
    }

    /// What `key` asks for in `scope`; `None` when it means nothing there.
    pub fn action(&self, scope: Scope, key: Key) -> Option<Action> {
        match scope.chain().iter().find_map(|scope| self.by_key.get(&(*scope, key))) {
            Some(binding) => Some(binding.action.clone()),
            None if scope.types() => key.types().map(|c| Action::Type(Typing::Insert(c.to_string()))),
            None => None,
        }
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

    /// The rows that count in `scope` and are there, nearest scope first; of two rows with one key the nearer wins.
    pub fn rows(&self, scope: Scope) -> impl Iterator<Item = &'static Binding> {
        let chain = scope.chain();
        chain.iter().flat_map(|scope| BINDINGS.iter().filter(move |binding| binding.scope == *scope)).filter(
            move |binding| {
                let hidden = |key: &Key| {
                    chain
                        .iter()
                        .take_while(|near| **near != binding.scope)
                        .any(|near| self.by_key.contains_key(&(*near, *key)))
                };
                self.keys(binding).first().is_none_or(|key| !hidden(key))
            },
        )
    }

    /// The key table as Markdown: what the README holds and `factdesk keys --markdown` prints.
    pub fn markdown(&self) -> String {
        let code = |key: &Key| format!("`{}`", key.to_string().replace('|', "\\|"));
        table(
            |scope| format!("| {} | | `[keys.{}]` |\n|---|---|---|\n", scope.name(), scope.setting()),
            |row| {
                let keys: Vec<String> = self.keys(row).iter().map(code).collect();
                format!("| {} | {} | `{}` |\n", keys.join(" "), row.help, row.name())
            },
        )
    }

    /// The key table as plain text: what `factdesk keys` prints.
    pub fn plain(&self) -> String {
        table(
            |scope| format!("{:<46} [keys.{}]\n", scope.name(), scope.setting()),
            |row| format!("  {:<22} {:<20} {}\n", self.listed(row, "  "), row.name(), row.help),
        )
    }
}

/// Every scope that has keys, its head above its rows, a blank line between two.
fn table(head: impl Fn(Scope) -> String, line: impl Fn(&Binding) -> String) -> String {
    let listed = |scope| BINDINGS.iter().filter(move |row: &&Binding| row.scope == scope);
    let part = |scope| {
        let rows: String = listed(scope).map(&line).collect();
        (!rows.is_empty()).then(|| head(scope) + &rows)
    };
    Scope::ALL.into_iter().filter_map(part).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_key_of_the_table_parses_and_none_stands_twice_in_a_scope() {
        let mut seen = HashSet::new();
        for binding in BINDINGS {
            assert_eq!(binding.parsed().count(), binding.keys.split_whitespace().count(), "{}", binding.keys);
            for key in binding.parsed() {
                assert!(seen.insert((binding.scope, key)), "{key} stands twice in {:?}", binding.scope);
            }
        }
    }

    #[test]
    fn every_row_has_a_name_and_none_stands_twice_in_a_scope() {
        let mut seen = HashSet::new();
        for binding in BINDINGS {
            let name = binding.name();
            let is_kebab = |c: char| c.is_ascii_lowercase() || c == '-';
            assert!(!name.is_empty() && name.chars().all(is_kebab), "{name:?} for {}", binding.help);
            assert!(seen.insert((binding.scope, name)), "{name} stands twice in {:?}", binding.scope);
        }
    }

    #[test]
    fn every_help_is_a_sentence() {
        for binding in BINDINGS {
            assert!(binding.help.ends_with('.') && binding.help.starts_with(char::is_uppercase), "{}", binding.help);
        }
    }
}
