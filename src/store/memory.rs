//! What was checked before: earlier claims that say what a statement says, from all sessions of a folder, and checks that others have
//! published.

use std::path::Path;
use std::{fs, io};

use super::index::{SessionIndex, SimilarClaim, WrittenDown};
use super::published::{self, PublishedCheck};
use super::sides::Sides;
use super::{Folder, StoreError, save};

/// The memory of a folder of sessions. It holds what one question needs, so that the next is answered in a few milliseconds.
#[derive(Debug)]
pub struct PastChecks {
    folder: Folder,
    index: SessionIndex,
}

impl PastChecks {
    /// The memory of `folder`, in step with its files.
    ///
    /// # Errors
    /// When the folder is there and can't be looked into.
    pub fn of(folder: Folder) -> Result<Self, StoreError> {
        let mut index = folder.index();
        index.renew(folder.files()?, &folder.policies());
        let mut past = Self { folder, index };
        past.arrange();
        Ok(past)
    }

    /// Leaves out the sessions that are not to be remembered, and takes in what others have published.
    fn arrange(&mut self) {
        self.index.forget(&Sides::all_forgotten(self.folder.path()));
        self.index.publish(&published::kept(self.folder.path()));
    }

    /// Leaves the session at `path` out of what is remembered, or takes it in again. A memory that was read before does not notice.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn leave_out(path: &Path, is_out: bool) -> Result<(), StoreError> {
        let sides = Sides::of(path);
        let side = sides.forgotten();
        if is_out {
            sides.ensure()?;
            return save::whole(&side, b"");
        }
        match fs::remove_file(&side) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::io(&side, "it can't be removed", error))
            }
            _ => Ok(()),
        }
    }

    /// Earlier claims with a verdict that say what `texts` say, the one most like it first, at most three; none of the session
    /// called `except`. What another process has added to the index meanwhile counts; files that nobody listed since do not.
    pub fn alike(&mut self, texts: &[&str], except: &str) -> Vec<SimilarClaim> {
        self.catch_up();
        self.index.alike(texts, except)
    }

    /// Sources and people that the sessions wrote down, the latest first; none of the session called `except`, none that is left
    /// out, and no confidential source.
    pub fn written_down(&mut self, except: &str) -> WrittenDown {
        self.catch_up();
        self.index.written_down(except)
    }

    /// Takes in what another process has added to the index meanwhile.
    fn catch_up(&mut self) {
        if self.index.is_stale() {
            self.index = self.folder.index();
            self.arrange();
        }
    }

    /// Lays checks that others have published into the memory of `folder`. Answers with how many are new.
    ///
    /// # Errors
    /// When they can't be written.
    pub fn add(folder: &Folder, checks: Vec<PublishedCheck>) -> Result<usize, StoreError> {
        published::add(folder.path(), checks)
    }
}
