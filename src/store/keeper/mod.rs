//! One open session: saved by a thread of its own, so that no key ever waits for the disk.

mod access;
mod report;
mod watch;
mod writer;

use std::cell::Cell;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use super::format::ReadingStage;
use super::on_disk::OnDisk;
use super::{DraftFile, Folder, StoreError, Workplace, backup, content, draft, lock, save};
use crate::review::{Draft, Session};
pub use access::Access;
use access::claim_desk;
pub use report::{OutsideChange, Report, Tell};
pub use watch::Watch;
use writer::{Message, Writer};

/// How many names are tried for a new session: more are never lost to others, and a folder that hides its names ends it.
const MOST_NAMES: u32 = 20;

/// A session as it was opened.
#[derive(Debug)]
pub struct OpenedFile {
    /// The session.
    pub session: Session,
    /// Whether it may be written.
    pub access: Access,
    /// What a reviewer should know, a sentence each.
    pub notices: Vec<String>,
    /// Text that was typed and not kept when the session was last left.
    pub drafts: Vec<Draft>,
}

/// Keeps one session: its lock, its file, and the thread that writes it.
pub struct Keeper {
    path: PathBuf,
    inbox: Sender<Message>,
    thread: Option<JoinHandle<()>>,
    /// Which of the reported changes the sessions handed over come of.
    line: Cell<u64>,
    draft_file: Option<DraftFile>,
    _watch: Watch,
    _desk: Option<lock::HeldLock>,
}

impl fmt::Debug for Keeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keeper").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Keeper {
    /// Opens the session at `path`. When somebody else has it open, or it can't be written, it is opened for reading.
    ///
    /// # Errors
    /// When there is no such file, or it is no sound session.
    pub fn open(path: &Path, desk: &Workplace, tell: Tell) -> Result<(Self, OpenedFile), StoreError> {
        Self::open_telling(path, desk, tell, &mut |_| {})
    }

    /// [`Keeper::open`], telling how far the reading is.
    ///
    /// # Errors
    /// As [`Keeper::open`].
    pub fn open_telling(
        path: &Path,
        desk: &Workplace,
        tell: Tell,
        reading: &mut dyn FnMut(ReadingStage<'_>),
    ) -> Result<(Self, OpenedFile), StoreError> {
        let mut file = OnDisk::at(path, desk.clone())?;
        content::open(&file.path)?;
        let mut notices = Vec::new();
        let (mut access, mut held) = claim_desk(&file, &mut notices);
        let mut drafts = Vec::new();
        if access == Access::ReadWrite {
            if let Ok(Some(_turn)) = lock::write(&file.path, &file.sides) {
                save::sweep(&file.path);
                save::sweep(&file.sides.draft());
                backup::sweep(&file.sides);
            }
            let (found, trouble) = draft::read(&file.sides.draft());
            drafts = found;
            notices.extend(trouble);
        }
        // Only now: its last holder may have written until the lock was ours.
        let mut loaded = file.load_telling(reading)?;
        notices.splice(0..0, std::mem::take(&mut loaded.notices));
        if loaded.newer() {
            let version = loaded.version;
            access = Access::ReadOnly(format!("version {version} of its format is newer than this program knows"));
            held = None;
        }
        let opened = OpenedFile { session: loaded.session.clone(), access: access.clone(), notices, drafts };
        Ok((Self::start(file, loaded.session, access, held, tell), opened))
    }

    /// Saves a new session in `folder` under a name made from its title, and keeps it. Waits for the disk.
    ///
    /// # Errors
    /// When the folder or the file can't be made.
    pub fn create(
        folder: &Folder,
        session: &Session,
        desk: &Workplace,
        tell: Tell,
    ) -> Result<(Self, PathBuf), StoreError> {
        folder.ensure()?;
        let file = name_and_write(folder, session, desk)?;
        let (access, held) = claim_desk(&file, &mut Vec::new());
        let path = file.path.clone();
        Ok((Self::start(file, session.clone(), access, held, tell), path))
    }

    fn start(file: OnDisk, session: Session, access: Access, held: Option<lock::HeldLock>, tell: Tell) -> Self {
        let (inbox, messages) = mpsc::channel();
        let path = file.path.clone();
        let draft_file = (access == Access::ReadWrite).then(|| DraftFile::at(file.sides.draft(), &file.desk));
        let writer = Writer::new(file, session, access, tell);
        let heard = inbox.clone();
        let watch = Watch::start(&path, move || heard.send(Message::Heard).is_ok());
        let thread = thread::spawn(move || writer.run(&messages));
        Self { path, inbox, thread: Some(thread), line: Cell::new(0), draft_file, _watch: watch, _desk: held }
    }

    /// The session's file, links resolved.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Hands over the session to be written; never waits. Of several that wait only the latest is written.
    ///
    /// `generation` is any number that rises with every edit; [`Report::Saved`] brings it back.
    pub fn save(&self, session: &Session, generation: u64) {
        self.send(Message::Save { session: Box::new(session.clone()), generation, line: self.line.get() });
    }

    /// Tells that the session of the [`OutsideChange`] with this `line` has taken the place of the one in hand.
    pub fn adopt(&self, line: u64) {
        self.line.set(line);
    }

    /// Writes down what is typed and not kept yet; with none, removes what was written down, once everything handed over
    /// before is saved. Never waits.
    pub fn drafts(&self, drafts: Vec<Draft>) {
        self.send(Message::Drafts(drafts));
    }

    /// Where drafts are written down, for whoever sees the program end without this keeper; `None` for a session that may
    /// only be read.
    pub fn draft_file(&self) -> Option<DraftFile> {
        self.draft_file.clone()
    }

    /// Looks whether somebody else has written the file, and takes it in; never waits. For when the terminal gets focus.
    pub fn look(&self) {
        self.send(Message::Look);
    }

    /// Writes what is still to be written, waits for it, and lets the session go.
    ///
    /// # Errors
    /// When the last save failed; the file is then as it was before it.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.end()
    }

    fn end(&mut self) -> Result<(), StoreError> {
        let Some(thread) = self.thread.take() else { return Ok(()) };
        let gone = || StoreError::Gone { path: self.path.clone() };
        let (answer, result) = mpsc::channel();
        self.send(Message::Close(answer));
        let ended = result.recv().map_err(|_| gone()).flatten();
        thread.join().map_err(|_| gone())?;
        ended
    }

    /// A thread that has ended answers nothing; `close` tells.
    fn send(&self, message: Message) {
        let _ = self.inbox.send(message);
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        let _ = self.end();
    }
}

/// Writes a new session under the first name that is free; when somebody is quicker and takes it, under the next.
fn name_and_write(folder: &Folder, session: &Session, desk: &Workplace) -> Result<OnDisk, StoreError> {
    let mut tries = 0;
    loop {
        let mut file = OnDisk::at(&folder.path_of(&folder.name_for(&session.article.title)), desk.clone())?;
        tries += 1;
        match file.create(session) {
            Err(StoreError::Taken { .. }) if tries < MOST_NAMES => {}
            other => return other.map(|()| file),
        }
    }
}

#[cfg(test)]
mod tests;
