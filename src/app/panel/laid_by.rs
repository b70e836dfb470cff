//! The question whether to go on with text that was typed and not kept when the session was last left.

use super::answer::{Answer, Answers, Around, LaidByFate};
use crate::app::action::Action;
use crate::app::keymap::{Binding, Place, Scope, row};

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "draft",
    name: "Text that was not kept",
    beyond: &[],
    types: false,
    on_desk: false,
});

/// The question about one of the texts laid by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaidBy {
    /// Its place among them.
    pub at: usize,
}

impl<P> Answers<P> for LaidBy {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "y enter", Action::Yes, "go on writing", "Goes on writing it."),
        // A letter that somebody begins to work with drops nothing.
        row(SCOPE, "D", Action::Delete, "drop it", "Drops it for good."),
        row(SCOPE, "n esc q", Action::Cancel, "later", "Leaves it for the next time the session is opened."),
    ];

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, _around: &Around<'_>) -> Vec<Answer<P>> {
        let fate = match action {
            Action::Yes => LaidByFate::TakenUp,
            Action::Delete => LaidByFate::Dropped,
            Action::Cancel => LaidByFate::Later,
            _ => return Vec::new(),
        };
        vec![Answer::Close, Answer::LaidBy(self.at, fate)]
    }
}
