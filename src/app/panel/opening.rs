//! What is seen while a file is opened that takes longer than a glance; it can be stopped.

use super::answer::{Answer, Answers, Around};
use crate::app::action::{Action, Effect};
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::opening::Opening;

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "opening",
    name: "While a file is opened",
    beyond: &[],
    types: false,
    on_desk: false,
});

impl<P> Answers<P> for Opening {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[row(SCOPE, "esc q", Action::Cancel, "stop", "Stops opening it.")];

    /// Whatever is opened can be let go; what was seen of it goes as well.
    fn answer(&mut self, action: Action, _around: &Around<'_>) -> Vec<Answer<P>> {
        if action != Action::Cancel {
            return Vec::new();
        }
        vec![
            Answer::Close,
            Answer::Say("the opening was stopped".to_owned()),
            Answer::Effect(Effect::Abandon),
            Answer::Effect(Effect::List),
        ]
    }
}
