//! The home screen: every saved session, and what its keys ask for.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::action::{Action, Effect};
use super::keymap::Scope;
use super::layout::Size;
use super::listing::{FoundPlace, ListGroup, Listing};
use super::panel::prompt::{Ask, Prompt};
use super::panel::question::Question;
use super::panel::{Answer, Around};
use crate::review::{Stamp, Status};

/// In which order sessions stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The one changed last first.
    #[default]
    Newest,
    /// The one with most claims left first.
    Left,
    /// The one that most answers are owed to first.
    Owed,
    /// By their titles.
    Title,
}

impl Order {
    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Newest => "newest first",
            Self::Left => "most left first",
            Self::Owed => "most answers owed first",
            Self::Title => "by title",
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::Newest => Self::Left,
            Self::Left => Self::Owed,
            Self::Owed => Self::Title,
            Self::Title => Self::Newest,
        }
    }
}

/// The home screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Home {
    /// The sessions, newest first.
    pub listed: Vec<Listing>,
    /// Which one is selected, among those shown.
    pub selected: usize,
    /// The first row in view, among [`Home::rows`].
    pub top: usize,
    /// Words that a session must hold to be shown; empty for all.
    pub query: String,
    /// In which order they stand.
    pub order: Order,
    /// The moment they were listed, which their ages are counted from.
    pub now: Stamp,
    /// The folder is still looked through; what is listed is what was there before.
    pub pending: bool,
    /// What was found for the words in the sessions themselves.
    pub found: HomeSearch,
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
}

impl HomeSearch {
    /// True when the shell is to be asked about `words`: they are others than the last time. It is asked once.
    pub(super) fn ask(&mut self, words: &str) -> bool {
        let anew = self.asked != words;
        if anew {
            self.places.clear();
            words.clone_into(&mut self.asked);
        }
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
    /// The sessions shown, group by group; where words are asked for instead those whose name, title or file holds every one of
    /// them, whatever the case, then those that hold them elsewhere, the one that fits best first.
    pub fn shown(&self) -> Vec<&Listing> {
        let words: Vec<String> = self.query.split_whitespace().map(str::to_lowercase).collect();
        let holds = |listing: &&Listing| {
            let text = format!("{} {} {}", listing.name, listing.title, listing.source).to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        let mut shown: Vec<&Listing> = self.listed.iter().filter(holds).collect();
        if !self.found.places.is_empty() {
            let named: HashSet<&PathBuf> = shown.iter().map(|listing| &listing.path).collect();
            let others: HashMap<&PathBuf, &Listing> =
                self.listed.iter().map(|listing| (&listing.path, listing)).collect();
            let places = self.found.places.iter().filter(|place| !named.contains(&place.path));
            shown.extend(places.filter_map(|place| others.get(&place.path).copied()));
        }
        // What is alike in one order stays as it was listed: the newest first.
        match self.order {
            Order::Newest => {}
            Order::Left => shown.sort_by_key(|listing| Reverse(listing.tally.of(Status::Unchecked))),
            Order::Owed => shown.sort_by_key(|listing| Reverse(listing.owed)),
            Order::Title => shown.sort_by_cached_key(|listing| listing.title.to_lowercase()),
        }
        if words.is_empty() {
            shown.sort_by_key(|listing| listing.group());
        }
        shown
    }

    /// The rows of the list: the sessions shown, a head before each group where there are several.
    pub fn rows(&self) -> Vec<HomeRow<'_>> {
        let shown = self.shown();
        let grouped = self.query.trim().is_empty()
            && shown.first().map(|first| first.group()) != shown.last().map(|last| last.group());
        let mut rows = Vec::with_capacity(shown.len() + 4);
        for (at, listing) in shown.iter().enumerate() {
            let group = listing.group();
            let opens = at.checked_sub(1).and_then(|before| shown.get(before)).is_none_or(|one| one.group() != group);
            if grouped && opens {
                rows.push(HomeRow::Head(group, shown.iter().filter(|other| other.group() == group).count()));
            }
            rows.push(HomeRow::Session(listing, at));
        }
        rows
    }

    /// Where the words asked for are in a session.
    pub fn place(&self, path: &Path) -> Option<&FoundPlace> {
        self.found.places.iter().find(|place| place.path == path)
    }

    /// True when another session has the title of this one: then its name stands beside it.
    pub fn is_twice(&self, listing: &Listing) -> bool {
        self.listed.iter().filter(|other| other.title == listing.title).nth(1).is_some()
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
        self.keep(selected.as_deref(), size);
    }

    /// Selects the session at `path` wherever it stands by now; where there is none, the place stays.
    fn keep(&mut self, path: Option<&Path>, size: Size) {
        let shown = self.shown();
        let last = shown.len().saturating_sub(1);
        let there = shown.iter().position(|listing| Some(listing.path.as_path()) == path);
        self.selected = there.unwrap_or(self.selected).min(last);
        self.scroll(size);
    }

    /// Scrolls as little as it takes to have the selected session in view, and the head before it.
    fn scroll(&mut self, size: Size) {
        let all = self.rows();
        let row =
            all.iter().position(|row| matches!(row, HomeRow::Session(_, at) if *at == self.selected)).unwrap_or(0);
        let first = match row.checked_sub(1).and_then(|before| all.get(before)) {
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
        vec![match (action, current) {
            (Action::Move(motion), _) => {
                let last = self.shown().len().saturating_sub(1);
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
                Answer::Say(self.order.name().to_owned())
            }
            (Action::Cancel, current) => {
                self.query.clear();
                self.keep(current.map(|listing| listing.path).as_deref(), around.size);
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
fn in_view(size: Size) -> usize {
    usize::from(size.height.saturating_sub(4)).max(1)
}
