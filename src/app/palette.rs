//! The command palette: every action by a few letters of what it does, and every claim by its number.

use super::action::Action;
use super::editor::Editor;
use super::fuzzy;
use super::keymap::{Binding, Keymap, Scope};

/// A palette that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What was typed.
    pub editor: Editor,
    /// The selected row among those that match.
    pub at: usize,
    /// Where the keys went before: those actions are offered.
    pub scope: Scope,
}

/// What a row of the palette does.
#[derive(Clone, Copy, Debug)]
pub enum Offer {
    /// Does what a key does.
    Do(&'static Binding),
    /// Goes to the claim with this number, from 1.
    Claim(usize),
}

impl Palette {
    /// A palette over the actions of `scope`, nothing typed yet.
    pub fn new(scope: Scope) -> Self {
        Self { editor: Editor::new("", true), at: 0, scope }
    }

    /// What matches, best first: a number means a claim, anything else the words of the help.
    pub fn offers(&self, keymap: &Keymap) -> Vec<Offer> {
        let typed = self.editor.text().trim();
        if let Ok(number) = typed.parse()
            && self.scope != Scope::Home
        {
            return vec![Offer::Claim(number)];
        }
        let near = keymap.rows(self.scope);
        let far =
            self.others().iter().flat_map(|scope| keymap.rows(*scope).filter(|row| row.scope == *scope && roams(row)));
        let rows = near.chain(far).map(|row| (row, row.help));
        fuzzy::ranked(typed, rows).into_iter().map(Offer::Do).collect()
    }

    /// The scopes that some actions can be done from here without going there first.
    const fn others(&self) -> &'static [Scope] {
        const FAR: &[Scope] = &[Scope::Filter, Scope::Sources, Scope::Article];
        if matches!(self.scope, Scope::Claims | Scope::Card) {
            FAR
        } else if matches!(self.scope, Scope::Article) {
            FAR.split_at(2).0
        } else {
            &[]
        }
    }
}

/// True for what means the same wherever on the desk it is asked for.
const fn roams(row: &Binding) -> bool {
    matches!(row.action, Action::Pick | Action::Choose(_) | Action::Add | Action::Reuse)
}
