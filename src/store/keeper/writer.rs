//! The thread that writes one session: the latest state only, again when it failed, asleep when there is nothing to do.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::time::Duration;

use super::super::on_disk::{OnDisk, Written};
use super::super::{DraftFile, StoreError};
use super::{Access, OutsideChange, Report, Tell};
use crate::review::{self, Draft, Session};

/// The longest pause between two attempts.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// How many changes wait to be adopted at most; of a reader that never adopts, the oldest is let go.
const MOST_OFFERS: usize = 8;

/// What the thread is asked to do.
pub(super) enum Message {
    Save {
        session: Box<Session>,
        generation: u64,
        line: u64,
    },
    Drafts(Vec<Draft>),
    Look,
    /// The system says that the file was written or replaced: by us or by others.
    Heard,
    Close(Sender<Result<(), StoreError>>),
}

/// A state that is not on disk yet.
struct Unsaved {
    session: Box<Session>,
    generation: u64,
    line: u64,
}

/// Whether the file is to be looked at.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum FileLook {
    #[default]
    No,
    /// If somebody else may have written it.
    Heard,
    Asked,
}

/// Everything that was asked for since the last turn, the latest of each kind.
#[derive(Default)]
struct WriterTurn {
    drafts: Option<Vec<Draft>>,
    /// They are over.
    spent: bool,
    look: FileLook,
    close: Option<Sender<Result<(), StoreError>>>,
    /// The keeper is gone.
    orphaned: bool,
}

pub(super) struct Writer {
    file: OnDisk,
    access: Access,
    tell: Tell,
    /// What is on disk.
    disk: Session,
    /// The numbers of changes that were reported and not adopted yet, oldest first.
    offered: VecDeque<u64>,
    offers: u64,
    unsaved: Option<Unsaved>,
    /// The last generation that was handed over.
    generation: u64,
    failures: u32,
    /// Drafts are over and wait to be removed.
    spent: bool,
}

impl Writer {
    pub(super) fn new(file: OnDisk, session: Session, access: Access, tell: Tell) -> Self {
        Self {
            file,
            access,
            tell,
            disk: session,
            offered: VecDeque::new(),
            offers: 0,
            unsaved: None,
            generation: 0,
            failures: 0,
            spent: false,
        }
    }

    pub(super) fn run(mut self, inbox: &Receiver<Message>) {
        loop {
            let turn = self.gather(inbox);
            if let Some(drafts) = turn.drafts {
                self.spent = false;
                self.write_drafts(&drafts);
            }
            self.spent |= turn.spent;
            let saved = self.save();
            if saved.is_ok() {
                self.remove_drafts();
            }
            let look = match turn.look {
                FileLook::No => false,
                FileLook::Heard => !self.file.is_as_we_left_it(),
                FileLook::Asked => true,
            };
            if look && self.unsaved.is_none() {
                self.look();
            }
            if let Some(answer) = turn.close {
                // Whoever asked may have gone away.
                let _ = answer.send(saved);
                return;
            }
            if turn.orphaned {
                return;
            }
        }
    }

    /// Waits until there is something to do, then takes everything there is.
    fn gather(&mut self, inbox: &Receiver<Message>) -> WriterTurn {
        let mut turn = WriterTurn::default();
        let first = match &self.unsaved {
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(_) => inbox.recv_timeout(pause(self.failures)),
        };
        match first {
            Ok(message) => self.take(message, &mut turn),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => turn.orphaned = true,
        }
        loop {
            match inbox.try_recv() {
                Ok(message) => self.take(message, &mut turn),
                Err(TryRecvError::Empty) => return turn,
                Err(TryRecvError::Disconnected) => {
                    turn.orphaned = true;
                    return turn;
                }
            }
        }
    }

    fn take(&mut self, message: Message, turn: &mut WriterTurn) {
        match message {
            Message::Save { session, generation, line } => {
                self.generation = generation;
                self.unsaved = Some(Unsaved { session, generation, line });
            }
            // Those that are over are still written: what was kept of them may not be saved yet.
            Message::Drafts(drafts) if drafts.is_empty() => turn.spent = true,
            Message::Drafts(drafts) => (turn.drafts, turn.spent) = (Some(drafts), false),
            Message::Look => turn.look = FileLook::Asked,
            Message::Heard => turn.look = turn.look.max(FileLook::Heard),
            Message::Close(answer) => turn.close = Some(answer),
        }
    }

    /// Writes what is unsaved; on an error it stays so.
    fn save(&mut self) -> Result<(), StoreError> {
        let Some(Unsaved { session, generation, line }) = self.unsaved.take() else { return Ok(()) };
        if let Access::ReadOnly(reason) = &self.access {
            let error = StoreError::ReadOnly { path: self.file.path.clone(), reason: reason.clone() };
            (self.tell)(Report::Failed { generation, reason: error.to_string(), retry_in: None });
            return Err(error);
        }
        (self.tell)(Report::Saving);
        match self.write(&session, generation, line) {
            Ok(()) => {
                self.failures = 0;
                (self.tell)(Report::Saved { generation });
                Ok(())
            }
            Err(error) => {
                self.failures = self.failures.saturating_add(1);
                let retry_in = Some(pause(self.failures));
                (self.tell)(Report::Failed { generation, reason: error.to_string(), retry_in });
                self.unsaved = Some(Unsaved { session, generation, line });
                Err(error)
            }
        }
    }

    fn write(&mut self, session: &Session, generation: u64, line: u64) -> Result<(), StoreError> {
        self.offered.retain(|number| *number > line);
        // While a change waits to be adopted, what is handed over lacks it, and is merged into what is on disk.
        let behind = !self.offered.is_empty();
        let mut notices = Vec::new();
        let ours = if behind {
            let merged = review::merge(session, &self.disk)
                .map_err(|error| StoreError::NoCopy { path: self.file.path.clone(), error })?;
            notices = merged.notices;
            merged.session
        } else {
            session.clone()
        };
        let written = self.file.write(&ours)?;
        self.disk = ours;
        match written {
            Written::AsGiven => {}
            Written::Anew => {
                let path = self.file.path.display();
                (self.tell)(Report::Notice(format!("the file had vanished; it was written anew: {path}")));
            }
            Written::Merged(merged) => {
                self.disk = merged.session;
                notices.extend(merged.notices);
                self.offer(self.disk.clone(), generation, notices);
                return Ok(());
            }
        }
        if behind {
            self.offer(self.disk.clone(), generation, notices);
        }
        Ok(())
    }

    /// Looks whether somebody else has written the file. Only while nothing is unsaved.
    fn look(&mut self) {
        let loaded = match self.file.changed() {
            Ok(None) => return,
            Ok(Some(loaded)) => loaded,
            Err(error) => {
                (self.tell)(Report::Notice(error.to_string()));
                return;
            }
        };
        let mut notices = loaded.notices;
        match self.taken_in(&loaded.session) {
            Ok((session, more)) => {
                notices.extend(more);
                self.disk = session;
                self.offer(self.disk.clone(), self.generation, notices);
            }
            Err(error) => (self.tell)(Report::Notice(error.to_string())),
        }
    }

    /// Ours and a copy that somebody laid in the file's place, together. Where theirs lacks what ours has, the file is written
    /// again: nothing of either may be lost with it.
    fn taken_in(&mut self, theirs: &Session) -> Result<(Session, Vec<String>), StoreError> {
        let merged = self.file.merged(&self.disk, theirs)?;
        let complete = merged.session.history() == theirs.history() && merged.session.claims() == theirs.claims();
        if complete || self.access != Access::ReadWrite {
            return Ok((merged.session, merged.notices));
        }
        match self.file.write(&merged.session)? {
            Written::AsGiven | Written::Anew => Ok((merged.session, merged.notices)),
            Written::Merged(again) => Ok((again.session, [merged.notices, again.notices].concat())),
        }
    }

    fn offer(&mut self, session: Session, generation: u64, notices: Vec<String>) {
        self.offers += 1;
        self.offered.push_back(self.offers);
        if self.offered.len() > MOST_OFFERS {
            self.offered.pop_front();
        }
        let change = OutsideChange { session, generation, line: self.offers, notices };
        (self.tell)(Report::Changed(Box::new(change)));
    }

    fn write_drafts(&self, drafts: &[Draft]) {
        if let Some(file) = self.draft_file() {
            self.told(file.write(drafts));
        }
    }

    /// Removes drafts that are over, but not before what was kept of them is saved.
    fn remove_drafts(&mut self) {
        if std::mem::take(&mut self.spent)
            && let Some(file) = self.draft_file()
        {
            self.told(file.remove());
        }
    }

    fn draft_file(&self) -> Option<DraftFile> {
        (self.access == Access::ReadWrite).then(|| DraftFile::at(self.file.sides.draft(), &self.file.desk))
    }

    fn told(&self, done: Result<(), StoreError>) {
        if let Err(error) = done {
            (self.tell)(Report::Notice(error.to_string()));
        }
    }
}

/// How long to wait after so many failures: 1, 2, 4 … 30 seconds.
fn pause(failures: u32) -> Duration {
    let doubled = 1u64 << failures.saturating_sub(1).min(5);
    Duration::from_secs(doubled).min(LONGEST_PAUSE)
}
