//! The full card: everything there is about the selected claim.

use super::answer::{Answer, Answers, Around};
use crate::app::action::{Action, Motion};
use crate::app::card;
use crate::app::desk::Desk;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::layout::Size;
use crate::app::same_words;

/// Rows that one notch of the wheel scrolls.
const NOTCH: usize = 3;

/// The selected claim's full card, from a row on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The first row in view.
    pub top: usize,
    /// Every reason why the claim was proposed is told.
    pub reasons: bool,
}

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "card", name: "Card", beyond: &[Scope::Desk], types: false, on_desk: true });

/// The furthest it scrolls.
fn furthest(around: &Around<'_>, reasons: bool) -> usize {
    let held = around.desk.and_then(|desk| Some((desk, desk.claim()?)));
    held.map_or(0, |(desk, claim)| card::stand(desk, claim, around.settings, around.size, reasons).furthest())
}

impl<P: From<Self>> Answers<P> for Card {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "j down", Action::Move(Motion::Next), "next claim", "Shows the next claim's card."),
        row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Shows the card of the claim before."),
        row(SCOPE, "pgdn ctrl-d space", Action::Move(Motion::PageDown), "scroll", "Scrolls a page down."),
        row(SCOPE, "pgup ctrl-u", Action::Move(Motion::PageUp), "", "Scrolls a page up."),
        row(
            SCOPE,
            "I",
            Action::Unfold,
            "reasons",
            "Shows every reason why the claim was proposed, or one line of them.",
        ),
        row(SCOPE, "esc q enter", Action::Cancel, "close", "Closes the card."),
    ];

    /// Over the selected claim.
    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        let claim = around.desk.and_then(Desk::claim);
        vec![match claim {
            Some(_) => Answer::Open(Self::default().into()),
            None => Answer::Say("no claim is selected".to_owned()),
        }]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other actions are the desk's")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::Move(motion @ (Motion::PageDown | Motion::PageUp | Motion::HalfDown | Motion::HalfUp)) => {
                let page = usize::from(around.size.height).saturating_sub(6).max(1);
                let last = furthest(around, self.reasons);
                self.top = motion.over(self.top.min(last), page, last);
                Vec::new()
            }
            Action::Unfold => {
                self.reasons = !self.reasons;
                Vec::new()
            }
            Action::Cancel | Action::Open => vec![Answer::Close],
            action => {
                self.top = 0;
                vec![Answer::Below(action)]
            }
        }
    }

    fn resized(&mut self, from: Size, around: &Around<'_>) {
        let Some((desk, claim)) = around.desk.and_then(|desk| Some((desk, desk.claim()?))) else { return };
        let rows = |size| card::stand(desk, claim, around.settings, size, self.reasons).rows;
        let words = |row: card::CardRow| format!("{}{}", row.label, row.text);
        self.top =
            same_words::row_of(self.top, rows(from).into_iter().map(words), rows(around.size).into_iter().map(words));
    }

    fn wheel(&mut self, down: bool, around: &Around<'_>) -> Vec<Action> {
        self.top = if down { self.top + NOTCH } else { self.top.saturating_sub(NOTCH) };
        self.top = self.top.min(furthest(around, self.reasons));
        Vec::new()
    }
}
