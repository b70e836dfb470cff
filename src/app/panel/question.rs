//! A question with yes or no.

use std::path::PathBuf;

use super::answer::{Answer, Answers, Around};
use crate::app::action::{Action, Effect};
use crate::app::exporting::Writing;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::review::ClaimId;

/// A question with yes or no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Delete the session at this path, with this title?
    Delete(PathBuf, String),
    /// Open this link of this claim's source?
    Link(ClaimId, String),
    /// Open the file of evidence at this path, as the session writes it, in its own program?
    File(String),
    /// Replace the file that is there?
    Replace(Box<Writing>),
    /// Drop the text that was typed about this claim?
    Drop(ClaimId),
    /// Bring the two sides of the session at this path together, which git's conflict marks part?
    Marked(PathBuf),
    /// Make page furniture of the selected block, and dismiss so many claims of it?
    Scrap(usize),
    /// Sign the session off although so many claims are not settled?
    SignOff(usize),
    /// Bring in the file at this path although it is, in words, hardly a draft of the article?
    Draft(PathBuf, String),
    /// Leave although the last changes are not saved? Quit the program when true.
    Unsaved(bool),
}

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "question", name: "A question", beyond: &[], types: false, on_desk: false });

impl Question {
    /// What follows from a yes, the question being put away already.
    fn yes<P>(self) -> Vec<Answer<P>> {
        match self {
            Self::Delete(path, _) => vec![Answer::Effect(Effect::Trash(path))],
            Self::Marked(path) => vec![Answer::Effect(Effect::OpenMarked(path))],
            Self::Replace(writing) => vec![Answer::Write(writing)],
            Self::Link(_, link) => vec![Answer::Effect(Effect::OpenLink(link))],
            Self::File(path) => vec![Answer::Effect(Effect::ShowFile(path))],
            Self::Scrap(_) => vec![Answer::Below(Action::Scrap)],
            Self::SignOff(_) => vec![Answer::Below(Action::SignOffOpen)],
            // What lies under the question goes too.
            Self::Drop(_) => vec![Answer::Close],
            Self::Draft(path, _) => vec![Answer::Effect(Effect::ReadDraft(path, true))],
            Self::Unsaved(true) => vec![Answer::Effect(Effect::Exit)],
            Self::Unsaved(false) => {
                vec![Answer::GiveUp, Answer::Effect(Effect::Close), Answer::Effect(Effect::List)]
            }
        }
    }
}

impl<P> Answers<P> for Question {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] =
        &[row(SCOPE, "y", Action::Yes, "yes", "Says yes."), row(SCOPE, "n esc q", Action::Cancel, "no", "Says no.")];

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, _around: &Around<'_>) -> Vec<Answer<P>> {
        let mut answers = vec![Answer::Close];
        match action {
            Action::Yes => answers.extend(self.clone().yes()),
            Action::Cancel => {}
            _ => return Vec::new(),
        }
        answers
    }
}
