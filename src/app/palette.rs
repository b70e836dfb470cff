//! The command palette: every action by a few letters of what it does, and every claim by its number.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::editor::Editor;
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
        if let Ok(number) = typed.parse() {
            return vec![Offer::Claim(number)];
        }
        let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut found: Vec<(u32, &'static Binding)> = keymap
            .rows(self.scope)
            .filter_map(|row| {
                let score = pattern.score(Utf32Str::new(row.help, &mut buffer), &mut matcher)?;
                Some((score, row))
            })
            .collect();
        // A stable sort: what scores alike stays in the order of the table.
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        found.into_iter().map(|(_, row)| Offer::Do(row)).collect()
    }
}
