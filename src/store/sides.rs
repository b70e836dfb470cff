//! The hidden folder beside a session with its locks, draft and backups.

use std::collections::HashSet;
use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;
use super::save;

/// The ending of session files.
pub(super) const ENDING: &str = ".factdesk.json";

/// What the file of a session's policy ends in.
pub(super) const POLICY: &str = ".policy.toml";

/// The hidden folder's name.
const HIDDEN: &str = ".factdesk";

/// The ending of the side file that leaves a session out of what is remembered.
const FORGOTTEN: &str = "forgotten";

/// The folder of evidence beside the session file at `path`: `minutes.evidence` beside `minutes.factdesk.json`.
pub fn evidence_folder(path: &Path) -> PathBuf {
    Sides::of(path).evidence()
}

/// Where the side files of one session lie.
#[derive(Clone, Debug)]
pub(super) struct Sides {
    folder: PathBuf,
    name: String,
}

impl Sides {
    /// The side files of the session file at `path`.
    pub(super) fn of(path: &Path) -> Self {
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let name = file.strip_suffix(ENDING).map_or(file.clone(), str::to_owned);
        Self { folder: path.with_file_name(HIDDEN), name }
    }

    /// The session's name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// What its newsroom asks of a claim before it is settled, in the session's own folder.
    pub(super) fn policy(&self) -> PathBuf {
        self.folder.with_file_name(format!("{}{POLICY}", self.name))
    }

    /// The folder of its evidence, in the session's own folder.
    pub(super) fn evidence(&self) -> PathBuf {
        self.folder.with_file_name(format!("{}.evidence", self.name))
    }

    /// Held for as long as somebody works on the session.
    pub(super) fn desk_lock(&self) -> PathBuf {
        self.side("lock")
    }

    /// Held for one write.
    pub(super) fn write_lock(&self) -> PathBuf {
        self.side("write.lock")
    }

    /// Held by whoever is next to write.
    pub(super) fn queue_lock(&self) -> PathBuf {
        self.side("queue.lock")
    }

    /// Text that was typed and not yet confirmed.
    pub(super) fn draft(&self) -> PathBuf {
        self.side("draft.json")
    }

    /// There when the session is left out of what is remembered.
    pub(super) fn forgotten(&self) -> PathBuf {
        self.side(FORGOTTEN)
    }

    /// The names of the sessions in `folder` that are left out of what is remembered.
    pub(super) fn all_forgotten(folder: &Path) -> HashSet<String> {
        let entries = fs::read_dir(folder.join(HIDDEN)).into_iter().flatten().flatten();
        let name = |entry: fs::DirEntry| {
            let name = entry.file_name().into_string().ok()?;
            Some(name.strip_suffix(FORGOTTEN)?.strip_suffix('.')?.to_owned())
        };
        entries.filter_map(name).collect()
    }

    /// The folder of backups, shared by all sessions of a folder.
    pub(super) fn backups(&self) -> PathBuf {
        self.folder.join("backup")
    }

    /// Makes the hidden folder, for nobody else's eyes, and keeps it out of version control.
    ///
    /// # Errors
    /// When the system refuses.
    pub(super) fn ensure(&self) -> Result<(), StoreError> {
        private_folder(&self.folder).map_err(|error| {
            if let StoreError::Io { path, error, .. } = error {
                StoreError::io(&path, "nothing was saved: the folder of its locks and backups can't be made", error)
            } else {
                error
            }
        })?;
        let ignore = self.folder.join(".gitignore");
        if ignore.exists() { Ok(()) } else { save::whole(&ignore, b"*\n") }
    }

    fn side(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}.{ending}", self.name))
    }
}

/// Makes a folder that only its owner can look into, if it is not there; what is there stays as it is.
pub(super) fn private_folder(path: &Path) -> Result<(), StoreError> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "its mode is set on Unix only"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Ok(()) => Ok(()),
        Err(error)
            if error.kind() == io::ErrorKind::AlreadyExists && fs::metadata(path).is_ok_and(|at| at.is_dir()) =>
        {
            Ok(())
        }
        Err(error) => Err(StoreError::io(path, "the folder can't be made", error)),
    }
}
