//! The saved sessions as the home screen lists them, looked at on a thread that nobody waits for.

use std::sync::mpsc::Sender;
use std::thread;

use super::event::Event;
use super::source;
use crate::app::Outcome;
use crate::app::listing::Listing;
use crate::review::Stamp;
use crate::store::{self, Folder, FolderListing};

/// Lists the sessions of a folder.
pub(super) struct Listings {
    folder: Folder,
    inbox: Sender<Event>,
    /// How often the folder was looked through.
    asked: u64,
    /// The folder is to be looked through once the screen is drawn.
    looks_next: bool,
}

impl Listings {
    pub(super) const fn new(folder: Folder, inbox: Sender<Event>) -> Self {
        Self { folder, inbox, asked: 0, looks_next: false }
    }

    /// Every saved session as it was when last looked at; all are looked at on a thread of their own. Where some are remembered it
    /// begins once these are [drawn](Self::drawn): it would take the disk, the memory and on a small machine the processor from them.
    pub(super) fn list(&mut self) -> Outcome {
        let remembered = self.folder.remembered().unwrap_or_default();
        self.look_through();
        if remembered.is_empty() {
            self.drawn();
        }
        Outcome::Remembered(remembered.into_iter().map(listing).collect())
    }

    /// Has the folder looked through once what there is to see so far is drawn; what an earlier look finds no longer counts.
    pub(super) const fn look_through(&mut self) {
        self.asked += 1;
        self.looks_next = true;
    }

    /// Takes in that everything so far is on the screen: a look that was asked for begins.
    pub(super) fn drawn(&mut self) {
        if !std::mem::take(&mut self.looks_next) {
            return;
        }
        let (number, folder, inbox) = (self.asked, self.folder.clone(), self.inbox.clone());
        thread::spawn(move || {
            // The shell may have ended already.
            let tell = |outcome| _ = inbox.send(Event::Listed(number, Box::new(outcome)));
            match folder.list() {
                Ok(FolderListing { sessions: listed, policy_troubles }) => {
                    tell(Outcome::Listed(listed.iter().cloned().map(listing).collect()));
                    if let Some(trouble) = policy_troubles.first() {
                        tell(Outcome::Done(format!("left out of the counts: {trouble}")));
                    }
                    // The files of the articles may lie on a slower disk: the list does not wait for them.
                    let looked: Vec<Listing> = listed.into_iter().map(looked_at).collect();
                    if looked.iter().any(|one| one.newer) {
                        tell(Outcome::Listed(looked));
                    }
                }
                Err(error) => tell(Outcome::Refused(error.to_string())),
            }
        });
    }

    /// True when the look of this number is the last that was asked for.
    pub(super) const fn awaits(&self, number: u64) -> bool {
        self.asked == number
    }
}

/// A session of the folder as the home screen and the questions list it.
pub(super) fn listing(listed: store::ListedSession) -> Listing {
    let store::ListedSession {
        name,
        path,
        title,
        tally: _,
        standing: tally,
        owed,
        draft,
        source,
        origin: _,
        reviewers,
        assigned,
        last,
        dated,
        trouble,
        copies,
    } = listed;
    let last = last.or_else(|| (dated != Stamp::default()).then_some(dated));
    let newer = false;
    Listing { name, path, title, tally, owed, draft, source, newer, reviewers, assigned, last, trouble, copies }
}

/// As [`listing`], and whether its file holds another draft: a disk may be slow, so this is for threads that nobody waits for.
fn looked_at(listed: store::ListedSession) -> Listing {
    let newer = source::is_newer(&listed.origin);
    Listing { newer, ..listing(listed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_that_nobody_has_marked_was_changed_when_it_was_begun() {
        let begun = Stamp::from("2026-11-23T09:30:00Z");
        let listed =
            |last, dated| listing(store::ListedSession { last, dated, ..store::ListedSession::default() }).last;
        assert_eq!(listed(None, begun.clone()), Some(begun.clone()));
        assert_eq!(listed(Some(begun.clone()), Stamp::default()), Some(begun));
        assert_eq!(listed(None, Stamp::default()), None, "one that can't be read tells no time");
    }
}
