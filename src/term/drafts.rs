//! What is typed and not kept, on its way to the disk: a second after the first key that is not there yet, and at the end.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::clock;
use super::event::Event;
use crate::app::Model;
use crate::review::Draft;
use crate::store::{DraftFile, Keeper};

/// The most typing, in time, that a kill may cost.
const PATIENCE: Duration = Duration::from_secs(1);

/// What a panic must still write down: where, and what.
#[derive(Clone, Debug, Default)]
pub(super) struct LastWords(Arc<Mutex<Option<UnsavedText>>>);

/// What is to be written, and where.
type UnsavedText = (DraftFile, Vec<Draft>);

impl LastWords {
    /// Writes them, if there are any; for when nothing else can do it any more.
    pub(super) fn write(&self) {
        // Whoever panics does not hold it: it is only ever held for one assignment.
        if let Ok(held) = self.0.try_lock()
            && let Some((file, drafts)) = held.as_ref()
        {
            // There is nobody left to tell.
            let _ = file.write(drafts);
        }
    }

    fn are(&self, words: Option<UnsavedText>) {
        if let Ok(mut held) = self.0.lock() {
            *held = words;
        }
    }
}

/// Follows what is typed, and has it written down.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    last: LastWords,
    /// The session file that `written` belongs to, and whether it may be written.
    of: Option<(PathBuf, bool)>,
    /// What lies on the disk, or is on its way there.
    written: Vec<Draft>,
    /// When what is typed now has to be on its way.
    due: Option<Instant>,
}

impl Drafts {
    /// What the panic hook writes.
    pub(super) fn last_words(&self) -> LastWords {
        self.last.clone()
    }

    /// Takes note of what is typed now. Nothing any more is told at once, everything else is left to [`Drafts::next`].
    pub(super) fn follow(&mut self, model: &Model, keeper: Option<&Keeper>) {
        let drafts = model.drafts();
        let file = keeper.and_then(Keeper::draft_file);
        let of = keeper.map(|keeper| (keeper.path().to_owned(), file.is_some()));
        if of != self.of {
            // Another session: what lies beside it was laid by just now, or is over.
            self.of = of;
            self.send(drafts.clone(), keeper.filter(|_| drafts.is_empty()));
        }
        self.last.are(file.filter(|_| !drafts.is_empty()).map(|file| (file, drafts.clone())));
        if drafts == self.written {
            self.due = None;
        } else if drafts.is_empty() {
            self.send(drafts, keeper);
        } else {
            self.due = self.due.or_else(|| clock::instant().checked_add(PATIENCE));
        }
    }

    /// The next event; `None` when it is time to write down what is typed. Without anything typed it waits and never ticks.
    pub(super) fn next(&self, events: &Receiver<Event>) -> Result<Option<Event>, RecvError> {
        let Some(due) = self.due else { return events.recv().map(Some) };
        match events.recv_timeout(due.saturating_duration_since(clock::instant())) {
            Ok(event) => Ok(Some(event)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(RecvError),
        }
    }

    /// True when it is time.
    pub(super) fn is_due(&self) -> bool {
        self.due.is_some_and(|due| due <= clock::instant())
    }

    /// Has everything typed written down now.
    pub(super) fn flush(&mut self, model: &Model, keeper: Option<&Keeper>) {
        self.follow(model, keeper);
        if self.due.is_some() {
            self.send(model.drafts(), keeper);
        }
    }

    fn send(&mut self, drafts: Vec<Draft>, keeper: Option<&Keeper>) {
        self.due = None;
        if let Some(keeper) = keeper {
            keeper.drafts(drafts.clone());
        }
        self.written = drafts;
    }
}
