//! The home screen: every saved session.

use std::path::PathBuf;

use crate::review::{Stamp, Tally};

/// A saved session, as the home screen lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// The name it is saved under.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
    /// The article's title.
    pub title: String,
    /// Its counts.
    pub tally: Tally,
    /// When it was last changed.
    pub last: Option<Stamp>,
    /// Why it can't be opened, if it can't.
    pub trouble: Option<String>,
}

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
