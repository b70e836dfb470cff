//! Two locks beside a session: one for as long as somebody works on it, one for the moment of writing it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::StoreError;
use super::desk::{Desk, holder};
use super::sides::Sides;

/// How long a write waits for another program's to end: steps, and the longest one.
const STEPS: u32 = 400;
const LONGEST: Duration = Duration::from_millis(25);

/// A lock that is held until this is dropped. The kernel lets go of it when the process dies, however it dies.
#[derive(Debug)]
pub(super) struct Held {
    file: File,
}

impl Drop for Held {
    fn drop(&mut self) {
        // Closing the file lets go of it too; an error here changes nothing.
        let _ = self.file.unlock();
    }
}

/// What came of asking for a lock.
#[derive(Debug)]
pub(super) enum Asked {
    /// It is ours.
    Ours(Held),
    /// Somebody else has it: who, in words.
    Theirs(String),
    /// The file system knows no locks.
    Unknown,
}

/// Asks for the lock of whoever works on the session.
///
/// # Errors
/// When the lock file can't be made.
pub(super) fn desk(sides: &Sides, desk: &Desk) -> Result<Asked, StoreError> {
    ask(&sides.desk_lock(), desk)
}

/// Takes the lock for one write, waiting for other programs to finish theirs; `None` where the file system knows no locks.
///
/// # Errors
/// When somebody else keeps it for several seconds, or the lock file can't be made.
pub(super) fn write(path: &Path, sides: &Sides, desk: &Desk) -> Result<Option<Held>, StoreError> {
    let mut pause = Duration::from_millis(1);
    let mut held_by = String::new();
    for _ in 0..STEPS {
        match ask(&sides.write_lock(), desk)? {
            Asked::Ours(held) => return Ok(Some(held)),
            Asked::Unknown => return Ok(None),
            Asked::Theirs(holder) => held_by = holder,
        }
        thread::sleep(pause);
        pause = (pause * 2).min(LONGEST);
    }
    Err(StoreError::Busy { path: path.to_owned(), holder: held_by })
}

fn ask(lock: &Path, desk: &Desk) -> Result<Asked, StoreError> {
    let mut options = OpenOptions::new();
    // Never truncated on opening: the words in it are its holder's until the lock is ours.
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(lock).map_err(|error| StoreError::io(lock, "the lock can't be made", error))?;
    match file.try_lock() {
        Ok(()) => {
            // The words are for other people's messages only; the lock holds without them.
            let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(desk.line().as_bytes()));
            Ok(Asked::Ours(Held { file }))
        }
        Err(TryLockError::WouldBlock) => {
            let mut line = String::new();
            let _ = file.take(200).read_to_string(&mut line);
            Ok(Asked::Theirs(holder(&line)))
        }
        Err(TryLockError::Error(_)) => Ok(Asked::Unknown),
    }
}
