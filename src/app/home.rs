//! The home screen: every saved session, and what its keys ask for.

use std::path::Path;
use std::rc::Rc;

use super::action::{Action, Effect};
use super::arranged::{Arranged, Arranging, KeptRows};
use super::keymap::Scope;
use super::layout::Size;
use super::listing::{FoundPlace, ListGroup, Listing};
use super::panel::prompt::{Ask, Prompt};
use super::panel::question::Question;
use super::panel::{Answer, Around};
use crate::review::Stamp;

pub use super::arranged::{FilledColumns, Order};

/// The home screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Home {
    /// The sessions, newest first.
    pub listed: Vec<Listing>,
    /// Which one is selected, among those shown.
    pub selected: usize,
    /// The first row in view.
    pub top: usize,
    /// Words that a session must hold to be shown; empty for all.
    pub query: String,
    /// In which order they stand.
    pub order: Order,
    /// Who looks at them.
    pub reader: String,
    /// The moment they were listed, which their ages are counted from.
    pub now: Stamp,
    /// The folder is still looked through; what is listed is what was there before.
    pub pending: bool,
    /// What was found for the words in the sessions themselves.
    pub found: HomeSearch,
    /// The rows as they were arranged last.
    pub kept: KeptRows,
    /// Somebody has chosen a session here, or looked for one. Until then the first one is.
    pub touched: bool,
}

/// How the home screen was left for a session: one comes back to it so.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeftHome {
    query: String,
    order: Order,
    path: Option<std::path::PathBuf>,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HomeRow<'a> {
    /// The head of a group, and how many sessions are in it.
    Head(ListGroup, usize),
    /// A session, and its place among those shown.
    Session(&'a Listing, usize),
}

/// What was found for the words asked for, by the shell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HomeSearch {
    /// The words that were asked about last.
    asked: String,
    /// The best place of each session that has them all, the best session first.
    places: Vec<FoundPlace>,
    /// The sessions are others than when it was asked.
    stale: bool,
}

impl HomeSearch {
    /// True when the shell is to be asked about `words`: they are others than the last time, or the sessions are. It is asked once.
    pub(super) fn ask(&mut self, words: &str) -> bool {
        let others = self.asked != words;
        if others {
            self.places.clear();
            words.clone_into(&mut self.asked);
        }
        let anew = std::mem::take(&mut self.stale) || others;
        anew && words.trim().chars().count() > 1
    }

    /// Takes in where `words` are, unless others were asked about since.
    pub(super) fn take(&mut self, words: &str, places: Vec<FoundPlace>) {
        if self.asked == words {
            self.places = places;
        }
    }
}

impl Home {
    /// The rows in their order.
    fn arranged(&self) -> Rc<Arranged> {
        self.kept.of(Arranging {
            listed: &self.listed,
            query: &self.query,
            order: self.order,
            reader: &self.reader,
            places: &self.found.places,
        })
    }

    /// How many sessions are shown: all, or those that hold the words asked for.
    pub fn count(&self) -> usize {
        self.arranged().shown.len()
    }

    /// Of what any of the sessions has something to tell.
    pub fn filled(&self) -> FilledColumns {
        self.arranged().filled
    }

    /// Up to `most` rows from row `from` on: the sessions shown, a head before each group where there are several.
    pub fn rows(&self, from: usize, most: usize) -> Vec<HomeRow<'_>> {
        let arranged = self.arranged();
        (from..arranged.len().min(from.saturating_add(most))).filter_map(|row| self.row(&arranged, row)).collect()
    }

    /// In which order they stand, in words.
    pub fn ordered(&self) -> &'static str {
        let searched = !self.query.trim().is_empty();
        if searched && self.order == Order::Owed { "best match first" } else { self.order.name() }
    }

    /// The row at which the selected session stands.
    pub fn selected_row(&self) -> usize {
        self.arranged().row_of(self.selected)
    }

    fn row(&self, arranged: &Arranged, row: usize) -> Option<HomeRow<'_>> {
        let mut heads = 0;
        for (first, group, count) in &arranged.heads {
            if first + heads == row {
                return Some(HomeRow::Head(*group, *count));
            }
            heads += usize::from(first + heads < row);
        }
        let place = row.checked_sub(heads)?;
        Some(HomeRow::Session(self.listed.get(*arranged.shown.get(place)?)?, place))
    }

    /// The session at `place` among those shown.
    fn session(&self, place: usize) -> Option<&Listing> {
        self.listed.get(*self.arranged().shown.get(place)?)
    }

    /// Where the words asked for are in a session.
    pub fn place(&self, path: &Path) -> Option<&FoundPlace> {
        self.found.places.get(*self.arranged().places.get(path)?)
    }

    /// True when another session has the title of this one: then its name stands beside it.
    pub fn is_twice(&self, place: usize) -> bool {
        let arranged = self.arranged();
        arranged.shown.get(place).is_some_and(|at| arranged.twice.contains(at))
    }

    /// The selected session.
    pub fn current(&self) -> Option<&Listing> {
        self.session(self.selected)
    }
}

impl Home {
    /// Has the folder looked through anew. What is listed stays until that is done.
    pub(super) fn look(&mut self) -> Effect {
        self.pending = true;
        Effect::Look
    }

    /// The folder is looked through anew after something was refused, unless that is what was: then another look would be, too.
    pub(super) fn refused(&mut self) -> Vec<Effect> {
        if std::mem::take(&mut self.pending) { Vec::new() } else { vec![self.look()] }
    }

    /// How it is left.
    pub(super) fn left(&self) -> LeftHome {
        let path = self.current().map(|listing| listing.path.clone());
        LeftHome { query: self.query.clone(), order: self.order, path }
    }

    /// This one as it was when one left it.
    pub(super) fn put_back(mut self, left: &LeftHome, size: Size) -> Self {
        (self.query, self.order, self.touched) = (left.query.clone(), left.order, left.path.is_some());
        self.keep(left.path.as_deref(), size);
        self
    }

    /// Takes in what is listed by now; the selected session stays so, wherever it stands.
    pub(super) fn relist(&mut self, listed: Vec<Listing>, pending: bool, size: Size) {
        let selected = self.current().map(|listing| listing.path.clone()).filter(|_| self.touched);
        // Under the names that sessions have by now they may not have been looked for; what was found stays until that is done.
        self.found.stale = self.listed != listed;
        (self.listed, self.pending) = (listed, pending);
        self.kept.forget();
        self.keep(selected.as_deref(), size);
    }

    /// Selects the session at `path` wherever it stands by now; where there is none, the place stays.
    fn keep(&mut self, path: Option<&Path>, size: Size) {
        let last = self.count().saturating_sub(1);
        let is_it = |listing: &Listing| Some(listing.path.as_path()) == path;
        let there = (0..=last).find(|place| self.session(*place).is_some_and(is_it));
        self.selected = there.unwrap_or(self.selected).min(last);
        self.scroll(size);
    }

    /// Scrolls as little as it takes to have the selected session in view, and the head before it.
    pub(super) fn scroll(&mut self, size: Size) {
        let row = self.selected_row();
        let first = match row.checked_sub(1).and_then(|before| self.row(&self.arranged(), before)) {
            Some(HomeRow::Head(..)) if in_view(size) > 1 => row - 1,
            _ => row,
        };
        self.top = self.top.clamp((row + 1).saturating_sub(in_view(size)), first);
    }

    /// What follows from `action` while nothing lies over the screen.
    pub fn answer<P>(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>>
    where
        P: From<Prompt> + From<Question>,
    {
        let ask = |ask, text: &str| Answer::Open(Prompt::new(ask, text).into());
        let current = self.current().cloned();
        self.touched = true;
        vec![match (action, current) {
            (Action::Move(motion), _) => {
                let last = self.count().saturating_sub(1);
                self.selected = motion.over(self.selected, in_view(around.size), last);
                self.scroll(around.size);
                return Vec::new();
            }
            // One that could not be read is tried again: it may have been mended, or there is a way to open it all the same.
            (Action::Open, Some(listing)) => {
                Answer::Effect(match self.place(&listing.path).and_then(|place| place.claim.clone()) {
                    Some(claim) => Effect::OpenAt(listing.path, claim),
                    None => Effect::OpenSession(listing.path),
                })
            }
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
            (Action::Sort, _) => {
                let selected = self.current().map(|listing| listing.path.clone());
                self.order = self.order.next();
                self.keep(selected.as_deref(), around.size);
                return vec![Answer::Say(self.ordered().to_owned()), Answer::Effect(self.look())];
            }
            (Action::Cancel, current) => {
                self.query.clear();
                self.keep(current.map(|listing| listing.path).as_deref(), around.size);
                return Vec::new();
            }
            (Action::Leave, _) => Answer::Effect(Effect::Exit),
            (Action::Open | Action::Rename | Action::Delete | Action::Gather | Action::BlindCopy, None) => {
                let (from, all) = (around.key(Scope::Home, "start-from"), around.key(Scope::Home, "cancel"));
                Answer::Say(if self.listed.is_empty() {
                    format!("no session is saved yet: {from} opens a file")
                } else {
                    format!("no session has these words: {all} shows all again")
                })
            }
            _ => return Vec::new(),
        }]
    }
}

/// Rows of the list that are in view.
fn in_view(size: Size) -> usize {
    usize::from(size.height.saturating_sub(4)).max(1)
}
