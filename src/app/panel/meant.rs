//! Which session a file is the next draft of: asked where one was made from that file, or over
//! an article with that title or much the same text.

use std::path::PathBuf;

use super::answer::{Answer, Answers, Around};
use crate::app::action::{Action, Effect, Motion};
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::listing::Listing;

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "meant", name: "A next draft", beyond: &[], types: false, on_desk: false });

/// A file with the sessions that it may be the next draft of.
#[derive(Clone, Debug, PartialEq)]
pub struct Meant {
    /// The file.
    pub path: PathBuf,
    /// The sessions, the one worked on last first.
    pub sessions: Vec<Listing>,
    /// The selected one.
    pub at: usize,
}

impl Eq for Meant {}

impl<P> Answers<P> for Meant {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "y enter", Action::Accept, "carry over", "Brings the file in as the session's next draft."),
        row(SCOPE, "n", Action::Choose("start-anew"), "start anew", "Begins a new session."),
        row(SCOPE, "o", Action::Open, "as it was", "Opens the session and leaves the file be."),
        row(SCOPE, "j down", Action::Move(Motion::Next), "", "Selects the next session."),
        row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Selects the session before."),
        row(SCOPE, "esc q", Action::Cancel, "cancel", "Opens neither."),
    ];

    fn answer(&mut self, action: Action, _around: &Around<'_>) -> Vec<Answer<P>> {
        let session = self.sessions.get(self.at).map(|listing| listing.path.clone());
        match (action, session) {
            (Action::Accept, Some(session)) => {
                vec![Answer::Close, Answer::NextDraft(self.path.clone()), Answer::Effect(Effect::OpenSession(session))]
            }
            (Action::Open, Some(session)) => vec![Answer::Close, Answer::Effect(Effect::OpenSession(session))],
            (Action::Choose("start-anew"), _) => {
                vec![Answer::Close, Answer::Effect(Effect::OpenAnew(self.path.clone()))]
            }
            (Action::Cancel, _) => vec![Answer::Close, Answer::Effect(Effect::List)],
            (Action::Move(motion), _) => {
                let last = self.sessions.len().saturating_sub(1);
                self.at = motion.over(self.at, 1, last);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}
