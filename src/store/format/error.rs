//! What bytes are that are no session.

use serde_json::Value;

use crate::review::wire::{VERSION, WireError};

/// The largest session file that is read, in bytes.
pub const LARGEST: u64 = 256 * 1024 * 1024;

/// Why bytes are no session. Each says what they are instead; the caller names the file and the way out.
#[derive(Debug, thiserror::Error)]
pub enum FormatError {
    /// No bytes at all, or nothing but blanks.
    #[error("the file is empty")]
    Empty,
    /// More bytes than any session has.
    #[error("the file has {0} bytes, and no session is larger than {LARGEST}")]
    TooLarge(u64),
    /// Nothing but NUL bytes: the disk or the system gave out while it was written.
    #[error("the file holds nothing but NUL bytes; a crash cut its writing short")]
    AllNul,
    /// Text in another encoding, with two bytes a character.
    #[error("the file is UTF-16 text, and a session is UTF-8; save it as that")]
    Wide,
    /// NUL bytes inside.
    #[error("the file holds NUL bytes from line {line} on; a crash cut its writing short")]
    Nul {
        /// Line, from 1.
        line: usize,
    },
    /// A merge by lines left its conflict marks.
    #[error("line {line} is a conflict mark that git left")]
    ConflictMark {
        /// Line, from 1.
        line: usize,
    },
    /// A conflict mark without the others of its conflict.
    #[error("line {line} is a conflict mark that git left, and of <<<<<<<, ======= and >>>>>>> not all are there")]
    HalfMarked {
        /// Line, from 1.
        line: usize,
    },
    /// It ends too early.
    #[error("the file is torn: it ends in the middle of something at line {line}, column {column}")]
    Torn {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Not JSON at all.
    #[error("the file is not JSON, so it is no session")]
    NotJson,
    /// JSON with a mistake in it.
    #[error("the JSON has a mistake: {0}")]
    Syntax(serde_json::Error),
    /// One object has a key two times.
    #[error("a key stands twice in one object: {0}")]
    Twice(serde_json::Error),
    /// JSON that is no session.
    #[error("the file is JSON of another kind: {0}")]
    OtherJson(String),
    /// A version that cannot be.
    #[error("the file's version is {0}, and there is no such version")]
    Version(Value),
    /// A newer version whose shape this program does not understand.
    #[error("version {version} of the format is newer than this program knows ({VERSION}): {error}; update factdesk")]
    Newer {
        /// The file's version.
        version: u64,
        /// What could not be read.
        error: Box<FormatError>,
    },
    /// A field is missing or of the wrong type.
    #[error("a field is not as it should be: {0}")]
    Shape(serde_json::Error),
    /// The fields do not fit each other.
    #[error("{0}")]
    Wire(#[from] WireError),
}
