//! What was checked before: earlier claims that say what a statement says, from all sessions of a folder, and checks that others have
//! published.

use super::index::{SessionIndex, SimilarClaim};
use super::published::{self, PublishedCheck};
use super::{Folder, StoreError};

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
        index.renew(folder.files()?);
        index.publish(&published::kept(folder.path()));
        Ok(Self { folder, index })
    }

    /// Earlier claims with a verdict that say what `texts` say, the one most like it first, at most three; none of the session
    /// called `except`. What another process has added to the index meanwhile counts; files that nobody listed since do not.
    pub fn alike(&mut self, texts: &[&str], except: &str) -> Vec<SimilarClaim> {
        if self.index.is_stale() {
            self.index = self.folder.index();
            self.index.publish(&published::kept(self.folder.path()));
        }
        self.index.alike(texts, except)
    }

    /// Lays checks that others have published into the memory of `folder`. Answers with how many are new.
    ///
    /// # Errors
    /// When they can't be written.
    pub fn add(folder: &Folder, checks: Vec<PublishedCheck>) -> Result<usize, StoreError> {
        published::add(folder.path(), checks)
    }
}
