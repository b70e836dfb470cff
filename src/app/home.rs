//! The home screen: every saved session, and what its keys ask for.

use super::action::{Action, Effect};
use super::keymap::Scope;
use super::layout::Size;
use super::listing::Listing;
use super::panel::prompt::{Ask, Prompt};
use super::panel::question::Question;
use super::panel::{Answer, Around};

/// The home screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Home {
    /// The sessions, newest first.
    pub listed: Vec<Listing>,
    /// Which one is selected, among those shown.
    pub selected: usize,
    /// The first one in view, among those shown.
    pub top: usize,
    /// Words that a session must hold to be shown; empty for all.
    pub query: String,
    /// The folder is still looked through; what is listed is what was there before.
    pub pending: bool,
}

impl Home {
    /// The sessions shown: those whose name or title holds every word asked for, whatever the case.
    pub fn shown(&self) -> Vec<&Listing> {
        let words: Vec<String> = self.query.split_whitespace().map(str::to_lowercase).collect();
        let holds = |listing: &&Listing| {
            let text = format!("{} {}", listing.name, listing.title).to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        self.listed.iter().filter(holds).collect()
    }

    /// The selected session.
    pub fn current(&self) -> Option<&Listing> {
        self.shown().get(self.selected).copied()
    }
}

impl Home {
    /// Takes in what is listed by now; the selected session stays so, wherever it stands.
    pub(super) fn relist(&mut self, listed: Vec<Listing>, pending: bool, size: Size) {
        let selected = self.current().map(|listing| listing.path.clone());
        (self.listed, self.pending) = (listed, pending);
        let shown = self.shown();
        let last = shown.len().saturating_sub(1);
        let there = shown.iter().position(|listing| Some(&listing.path) == selected.as_ref());
        self.selected = there.unwrap_or(self.selected).min(last);
        self.top = self.top.clamp(self.selected.saturating_sub(rows(size) - 1), self.selected);
    }

    /// What follows from `action` while nothing lies over the screen.
    pub fn answer<P>(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>>
    where
        P: From<Prompt> + From<Question>,
    {
        let ask = |ask, text: &str| Answer::Open(Prompt::new(ask, text).into());
        let current = self.current().cloned();
        vec![match (action, current) {
            (Action::Move(motion), _) => {
                let last = self.shown().len().saturating_sub(1);
                let rows = rows(around.size);
                self.selected = motion.over(self.selected, rows, last);
                self.top = self.top.clamp(self.selected.saturating_sub(rows - 1), self.selected);
                return Vec::new();
            }
            // One that could not be read is tried again: it may have been mended, or there is a way to open it all the same.
            (Action::Open, Some(listing)) => Answer::Effect(Effect::OpenSession(listing.path)),
            (Action::Gather, Some(listing)) if listing.copies.is_empty() => {
                Answer::Say("no copies of it lie beside it".to_owned())
            }
            (Action::Gather, Some(listing)) => {
                let gather = Answer::Effect(Effect::Gather(listing.path, listing.copies));
                return vec![gather, Answer::Effect(Effect::List)];
            }
            (Action::BlindCopy, Some(listing)) => Answer::Effect(Effect::BlindCopy(Some(listing.path))),
            (Action::Rename, Some(listing)) => ask(Ask::Name(listing.path), &listing.name),
            (Action::Delete, Some(listing)) => Answer::Open(Question::Delete(listing.path, listing.title).into()),
            (Action::StartFrom, _) => ask(Ask::File, ""),
            (Action::Search, _) => ask(Ask::Sessions, &self.query),
            (Action::Cancel, _) => {
                self.query.clear();
                return Vec::new();
            }
            (Action::Leave, _) => Answer::Effect(Effect::Exit),
            (Action::Open | Action::Rename | Action::Delete | Action::Gather | Action::BlindCopy, None) => {
                let from = around.key(Scope::Home, "start-from");
                Answer::Say(format!("no session is saved yet: {from} starts from a file"))
            }
            _ => return Vec::new(),
        }]
    }
}

/// Rows of the list that are in view.
fn rows(size: Size) -> usize {
    usize::from(size.height.saturating_sub(4)).max(1)
}
