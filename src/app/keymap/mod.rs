//! The keys: one table that feeds dispatch, hints, help, `factdesk keys` and the README.

mod table;

use std::collections::HashMap;

use super::action::Action;
use super::editor::Typing;
use super::key::Key;

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
    /// The question whether to go on with text that was typed and not kept.
    Draft,
    /// Everywhere.
    Everywhere,
}

impl Scope {
    /// Every scope, in the order the key table lists them.
    pub const ALL: [Self; 20] = [
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
        Self::Draft,
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
            Self::Draft => "Text that was not kept",
            Self::Everywhere => "Everywhere",
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
            Self::Draft => &[Self::Draft, Self::Everywhere],
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
    /// What it does, a sentence; empty for what is not there yet, which is then left out of every list.
    pub help: &'static str,
}

impl Binding {
    /// The keys, parsed; the table's own keys always parse, and a test holds that.
    pub fn parsed(&self) -> impl Iterator<Item = Key> {
        self.keys.split_whitespace().filter_map(|key| key.parse().ok())
    }

    /// The key to show: as it is typed on a keyboard.
    pub fn shown(&self) -> &'static str {
        self.keys.split_whitespace().next().unwrap_or_default()
    }
}

/// The keys in force.
#[derive(Debug)]
pub struct Keymap {
    by_key: HashMap<(Scope, Key), usize>,
}

impl Keymap {
    /// The keys of the table.
    pub fn standard() -> Self {
        let keyed = |(row, binding): (usize, &Binding)| {
            let scope = binding.scope;
            binding.parsed().map(move |key| ((scope, key), row)).collect::<Vec<_>>()
        };
        Self { by_key: BINDINGS.iter().enumerate().flat_map(keyed).collect() }
    }

    /// What `key` asks for in `scope`; `None` when it means nothing there.
    pub fn action(&self, scope: Scope, key: Key) -> Option<Action> {
        let bound = scope.chain().iter().find_map(|scope| self.by_key.get(&(*scope, key)));
        match bound.and_then(|row| BINDINGS.get(*row)) {
            Some(binding) => Some(binding.action.clone()),
            None if scope.types() => key.types().map(|c| Action::Type(Typing::Insert(c.to_string()))),
            None => None,
        }
    }

    /// The rows that count in `scope` and are there, nearest scope first; of two rows with one key the nearer wins.
    pub fn rows(&self, scope: Scope) -> impl Iterator<Item = &'static Binding> {
        let chain = scope.chain();
        chain
            .iter()
            .flat_map(|scope| BINDINGS.iter().filter(move |binding| binding.scope == *scope))
            .filter(move |binding| !binding.help.is_empty())
            .filter(move |binding| {
                let hidden = |key| {
                    chain
                        .iter()
                        .take_while(|near| **near != binding.scope)
                        .any(|near| self.by_key.contains_key(&(*near, key)))
                };
                binding.parsed().next().is_none_or(|key| !hidden(key))
            })
    }
}

/// The key table as Markdown: what the README holds and `factdesk keys --markdown` prints.
pub fn markdown() -> String {
    let key = |key: &str| format!("`{}`", key.replace('|', "\\|"));
    table(
        |scope| format!("| {} | |\n|---|---|\n", scope.name()),
        |row| {
            let keys: Vec<String> = row.keys.split_whitespace().map(key).collect();
            format!("| {} | {} |\n", keys.join(" "), row.help)
        },
    )
}

/// The key table as plain text: what `factdesk keys` prints.
pub fn plain() -> String {
    table(|scope| format!("{}\n", scope.name()), |row| format!("  {:<22} {}\n", row.keys.replace(' ', "  "), row.help))
}

/// Every scope that has keys, its head above its rows, a blank line between two.
fn table(head: impl Fn(Scope) -> String, line: impl Fn(&Binding) -> String) -> String {
    let listed = |scope| BINDINGS.iter().filter(move |row: &&Binding| row.scope == scope && !row.help.is_empty());
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
    fn every_help_is_a_sentence() {
        for binding in BINDINGS.iter().filter(|binding| !binding.help.is_empty()) {
            assert!(binding.help.ends_with('.') && binding.help.starts_with(char::is_uppercase), "{}", binding.help);
        }
    }
}
