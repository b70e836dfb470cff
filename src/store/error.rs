//! What can go wrong with a session file; each message begins with the reason and ends with the file.

use std::io;
use std::path::{Path, PathBuf};

use super::format::FormatError;
use crate::review::NotMerged;

/// What is told of a file that is not there.
pub(super) const MISSING: &str = "there is no such file";

/// Why something could not be done with a session file.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No session of that name, and no such file.
    #[error("there is no such session; see factdesk list: {asked} in {}", folder.display())]
    NoSession {
        /// What was asked for.
        asked: String,
        /// Where it was looked for.
        folder: PathBuf,
    },
    /// A beginning that several names share.
    #[error("several sessions begin with {asked}; give more of the name: {}", names.join(", "))]
    Ambiguous {
        /// What was asked for.
        asked: String,
        /// The names that begin so.
        names: Vec<String>,
    },
    /// The file is no sound session.
    #[error("{error}; it was left as it is{}", way_out(path, error, *backups))]
    Format {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        error: FormatError,
        /// True where there are backups of it.
        backups: bool,
    },
    /// A merge by lines left its conflict marks in the file.
    #[error(
        "line {line} is a conflict mark that git left; its two sides are brought together by: factdesk merge {}",
        quoted(path)
    )]
    Marked {
        /// The file.
        path: PathBuf,
        /// The line of the first mark, from 1.
        line: usize,
    },
    /// One of the two sides between conflict marks is no sound session.
    #[error("side {stage} (git's number) between the conflict marks is no sound session: {error}; nothing was written. git show :{stage}:./{} has that side whole: {}", name(path), path.display())]
    Side {
        /// The file.
        path: PathBuf,
        /// Which of the two, as git numbers them: 2 was there, 3 came in.
        stage: u8,
        /// What it is instead.
        error: Box<FormatError>,
    },
    /// The policy beside a session is wrong.
    #[error("{says}; mend the line, or take the file away, then the settings count: {}", path.display())]
    Policy {
        /// The file.
        path: PathBuf,
        /// Which line, and what is wrong with it.
        says: String,
    },
    /// A later program wrote the file.
    #[error("version {version} of the format is newer than this program knows; it was not written. Update factdesk: {}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u64,
    },
    /// The system refused.
    #[error("{}: {}", refused(doing, error), path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What was being done, with the way out where there is one.
        doing: &'static str,
        /// What the system says.
        error: io::Error,
    },
    /// The folder of what was to be written is missing.
    #[error("its folder is not there; make it, or name another file: {}", path.display())]
    NoFolder {
        /// The file.
        path: PathBuf,
    },
    /// A folder, a device, a pipe.
    #[error("that is {kind}, not a session file: {}", path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
        /// What it is.
        kind: &'static str,
    },
    /// Another program has the session open.
    #[error("it is open in another window ({holder}); close it there first: {}", path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// Who holds it.
        holder: String,
    },
    /// Another program has been writing for too long.
    #[error("another program has been writing it for several seconds; try again: {}", path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// A name that no session can have.
    #[error("{name:?} can't be a session's name: {reason}")]
    Name {
        /// The name.
        name: String,
        /// Why not.
        reason: &'static str,
    },
    /// The name is taken.
    #[error("there is such a session already; choose another name: {}", path.display())]
    Taken {
        /// The file that is there.
        path: PathBuf,
    },
    /// The file holds no copy of the session in hand.
    #[error(
        "{error}; yours was not written over it. Save under another name, or restore it: factdesk restore {}",
        quoted(path)
    )]
    NoCopy {
        /// The file.
        path: PathBuf,
        /// Why not.
        error: NotMerged,
    },
    /// A file that was to come in is no copy of the session.
    #[error("{error}; nothing was written: {}", path.display())]
    Foreign {
        /// The file that was to come in.
        path: PathBuf,
        /// Why not.
        error: NotMerged,
    },
    /// The reviewer may look only.
    #[error("it can only be read: {reason}: {}", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// No such backup.
    #[error("there is no backup {asked}; those there are: factdesk restore {}", quoted(path))]
    NoBackup {
        /// The session file.
        path: PathBuf,
        /// What was asked for.
        asked: String,
    },
    /// The thread that writes is gone.
    #[error("the thread that writes it has ended; open it again: {}", path.display())]
    Gone {
        /// The file.
        path: PathBuf,
    },
}

impl StoreError {
    pub(super) fn io(path: &Path, doing: &'static str, error: io::Error) -> Self {
        Self::Io { path: path.to_owned(), doing, error }
    }

    pub(super) fn format(path: &Path, error: FormatError, backups: bool) -> Self {
        let path = path.to_owned();
        if let FormatError::ConflictMark { line } = error {
            return Self::Marked { path, line };
        }
        Self::Format { path, error, backups }
    }
}

/// What was refused and what the system says of it, unless that is the same.
fn refused(doing: &str, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound && doing == MISSING {
        doing.to_owned()
    } else {
        format!("{doing}: {error}")
    }
}

/// Where to go on from a file that is no sound session: to its backups, where there are any; a file that never was one may be an article.
fn way_out(path: &Path, error: &FormatError, backups: bool) -> String {
    let quoted = quoted(path);
    let never = matches!(error, FormatError::NotJson | FormatError::OtherJson(_) | FormatError::Wide);
    match (backups, never) {
        (true, _) => format!(". Its backups: factdesk restore {quoted}"),
        (false, true) => format!(". Of an article a session is made by: factdesk new {quoted}"),
        (false, false) => format!(", and has no backups: {quoted}"),
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The path as a shell takes it in one piece.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |character: char| character.is_alphanumeric() || "/._-".contains(character);
    if text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
