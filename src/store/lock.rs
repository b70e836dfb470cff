//! Two locks beside a session: one for as long as somebody works on it, one for the moment of writing it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::StoreError;
use super::desk::{Workplace, holder};
use super::sides::Sides;

/// How long a write waits for other programs' writes to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// A lock that is held until this is dropped. The kernel lets go of it when the process dies, however it dies.
#[derive(Debug)]
pub(super) struct HeldLock {
    file: File,
}

impl Drop for HeldLock {
    fn drop(&mut self) {
        // Closing the file lets go of it too; an error here changes nothing.
        let _ = self.file.unlock();
    }
}

/// What came of asking for a lock.
#[derive(Debug)]
pub(super) enum LockAnswer {
    /// It is ours.
    Ours(HeldLock),
    /// Somebody else has it: who, in words.
    Theirs(String),
    /// The file system knows no locks.
    Unknown,
}

/// Takes the lock for one write, waiting for other programs to finish theirs; `None` where the file system knows no locks.
///
/// Whoever waits holds a second lock, the queue's, so that nobody who has just written comes in before them again.
///
/// # Errors
/// When others keep it for several seconds, or a lock file can't be made.
pub(super) fn write(path: &Path, sides: &Sides) -> Result<Option<HeldLock>, StoreError> {
    let Some(queue) = wait(&sides.queue_lock(), path)? else { return Ok(None) };
    let held = wait(&sides.write_lock(), path)?;
    drop(queue);
    Ok(held)
}

/// Waits for the lock at `lock`; `None` where the file system knows no locks.
fn wait(lock: &Path, path: &Path) -> Result<Option<HeldLock>, StoreError> {
    let file = open(lock)?;
    match try_lock(&file) {
        Ok(()) => return Ok(Some(HeldLock { file })),
        Err(TryLockError::Error(_)) => return Ok(None),
        Err(TryLockError::WouldBlock) => {}
    }
    // The system's own waiting knows no end, so a thread does it. One that comes too late lets go at once.
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        let held = file.lock().is_ok().then(|| HeldLock { file });
        let _ = tell.send(held);
    });
    told.recv_timeout(PATIENCE).map_err(|_| StoreError::Busy { path: path.to_owned() })
}

/// Asks for the lock of whoever works on the session, and writes down who has it.
///
/// # Errors
/// When the lock file can't be made.
pub(super) fn desk(sides: &Sides, desk: &Workplace) -> Result<LockAnswer, StoreError> {
    let mut file = open(&sides.desk_lock())?;
    match try_lock(&file) {
        Ok(()) => {
            // The words are for other people's messages only; the lock holds without them.
            let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(desk.line().as_bytes()));
            Ok(LockAnswer::Ours(HeldLock { file }))
        }
        Err(TryLockError::WouldBlock) => {
            let mut line = String::new();
            let _ = file.take(200).read_to_string(&mut line);
            Ok(LockAnswer::Theirs(holder(&line, desk)))
        }
        Err(TryLockError::Error(_)) => Ok(LockAnswer::Unknown),
    }
}

/// Takes the lock at `path` of whoever writes to what is kept in the cache; `None` while somebody else does.
///
/// # Errors
/// When the lock file can't be made, or the file system knows no locks.
pub(super) fn shelf(path: &Path) -> Result<Option<HeldLock>, StoreError> {
    let file = open(path)?;
    match try_lock(&file) {
        Ok(()) => Ok(Some(HeldLock { file })),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(StoreError::io(path, "the lock can't be taken", error)),
    }
}

fn try_lock(file: &File) -> Result<(), TryLockError> {
    if cfg!(sabotage = "no-lock") {
        return Err(TryLockError::Error(io::ErrorKind::Unsupported.into()));
    }
    file.try_lock()
}

fn open(lock: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    // Never truncated on opening: the words in it are its holder's until the lock is ours.
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(lock).map_err(|error| StoreError::io(lock, "the lock can't be made", error))
}
