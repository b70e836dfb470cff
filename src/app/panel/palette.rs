//! The command palette: every action by a few letters of what it does, and every claim by its number.

use super::answer::{Answer, Answers, Around, Rows};
use super::{card, filter, things};
use crate::app::action::{Action, Motion};
use crate::app::editor::{Editor, Typing};
use crate::app::frame::Listed;
use crate::app::fuzzy;
use crate::app::item::Item;
use crate::app::keymap::{Binding, Keymap, Place, Scope, row};
use crate::review::{Claims, Number};

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "palette",
    name: "Command palette",
    beyond: &[Scope::Entry],
    types: true,
    on_desk: false,
});

/// Columns the typed line is laid out for; it is one line, so only its being wide matters.
const WIDTH: usize = 200;

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
    /// Goes to the claim with this number.
    Claim(Number),
}

impl Palette {
    /// A palette over the actions of `scope`, nothing typed yet.
    pub fn new(scope: Scope) -> Self {
        Self { editor: Editor::new("", true), at: 0, scope }
    }

    /// What matches, best first: a number means a claim, anything else the words of the help.
    pub fn offers(&self, keymap: &Keymap) -> Vec<Offer> {
        let typed = self.editor.text().trim();
        if let Ok(number) = typed.parse::<Number>()
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
    fn others(&self) -> &'static [Scope] {
        const FAR: &[Scope] = &[filter::SCOPE, things::SCOPE, Scope::Article];
        if self.scope == Scope::Claims || self.scope == card::SCOPE {
            FAR
        } else if self.scope == Scope::Article {
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

/// What follows from choosing the claim with this number.
fn go_to<P>(number: Number, around: &Around<'_>) -> Vec<Answer<P>> {
    let Some(desk) = around.desk else { return Vec::new() };
    let claims = desk.session.claims();
    let claim = claims.iter().find(|claim| claim.number == number);
    vec![match claim {
        Some(claim) => Answer::Select(Item::Claim(claim.id.clone())),
        None => Answer::Say(format!("there is no claim {number}; the last one is {}", last(claims))),
    }]
}

impl<P: From<Self>> Answers<P> for Palette {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter", Action::Accept, "do it", "Does the selected action, or goes to the claim of that number."),
        row(SCOPE, "down tab ctrl-n", Action::Move(Motion::Next), "next", "Selects the next row."),
        row(SCOPE, "up backtab ctrl-p", Action::Move(Motion::Previous), "", "Selects the row before."),
        row(SCOPE, "esc", Action::Cancel, "close", "Closes the palette."),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        vec![Answer::Open(Self::new(around.under).into())]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::Type(typing) => {
                self.editor.act(&typing, WIDTH);
                self.at = 0;
            }
            Action::Paste(text) => self.editor.act(&Typing::Insert(text), WIDTH),
            Action::Move(motion) => {
                self.at = motion.over(self.at, 1, self.offers(around.keymap).len().saturating_sub(1));
            }
            Action::Cancel => return vec![Answer::Close],
            Action::Accept => {
                let follows = match self.offers(around.keymap).get(self.at) {
                    Some(Offer::Do(row)) => vec![Answer::Do(row.action.clone())],
                    Some(Offer::Claim(number)) => go_to(*number, around),
                    None => vec![Answer::Say("nothing is called so".to_owned())],
                };
                return [Answer::Close].into_iter().chain(follows).collect();
            }
            _ => {}
        }
        Vec::new()
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        let (listed, count) = (Listed::sheet(around.size, self.at), self.offers(around.keymap).len());
        Some(Rows { listed, selected: self.at, count, at_once: false })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}

/// The highest number of all claims.
fn last(claims: &Claims) -> Number {
    claims.iter().map(|claim| claim.number).max().unwrap_or_default()
}
