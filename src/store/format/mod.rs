//! Bytes to a session and back: versions, duplicate keys, and what a file is that is no session.

mod batches;
mod by_lines;
mod diagnose;
mod error;
mod kept;
mod lines;
pub(super) mod marks;
mod migrate;
mod print;
mod shaped;
mod twice;

use std::io::{self, BufRead, Write};

use serde::Deserialize;
use serde_json::Value;

use crate::review::Session;
use crate::review::wire::{ArticleShape, FORMAT, SessionShape, VERSION};
pub use by_lines::{PIECE, ReadingStage};
pub use error::{FormatError, LARGEST};
pub use print::Printer;
use shaped::{Shaped, mended};

/// The version that is written.
pub(super) const CURRENT: u64 = VERSION;

/// What a session file holds.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The session.
    pub session: Session,
    /// The version the file was written in.
    pub version: u64,
    /// What a reviewer should know about the file, a sentence each.
    pub notices: Vec<String>,
}

impl Loaded {
    /// True when a later program wrote it: it may be looked at, never written.
    pub const fn newer(&self) -> bool {
        self.version > VERSION
    }

    /// True when an earlier program wrote it: the first write raises its version.
    pub const fn older(&self) -> bool {
        self.version < VERSION
    }
}

/// `format` and `version`, whatever else there is.
#[derive(Deserialize)]
struct VersionHead {
    format: Option<Value>,
    version: Option<Value>,
}

/// The article of a file, whatever else there is.
#[derive(Deserialize)]
struct Whose<'a> {
    #[serde(borrow, rename = "article")]
    _article: ArticleShape<'a>,
}

/// Reads a session file.
///
/// # Errors
/// When it is no session, or not a sound one.
pub fn parse(bytes: &[u8]) -> Result<Loaded, FormatError> {
    // Some editors put a byte order mark before what they save.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    diagnose::raw(bytes)?;
    twice::check(bytes)?;
    let version = version(bytes)?;
    let session = match version.cmp(&VERSION) {
        std::cmp::Ordering::Less => {
            // What is no session is told before all of it is raised.
            from::<Whose<'_>>(bytes)?;
            shaped(&migrate::raise(from::<Value>(bytes)?, version))?
        }
        std::cmp::Ordering::Equal => shape(bytes)?,
        std::cmp::Ordering::Greater => {
            shape(bytes).map_err(|error| FormatError::Newer { version, error: Box::new(error) })?
        }
    };
    let (session, notices) = session;
    Ok(Loaded { session, version, notices })
}

/// Reads a session file of `size` bytes without holding it whole, and tells how far it is. A file that stands in any other way
/// than [`write()`] lays it out gives `None`: [`parse`] then reads it, or says what it is.
pub fn read(size: u64, file: &mut dyn BufRead, tell: &mut dyn FnMut(ReadingStage<'_>)) -> Option<Loaded> {
    let (session, notices) = (size <= LARGEST).then(|| by_lines::read(size, file, tell))??;
    Some(Loaded { session, version: VERSION, notices })
}

/// A session as its file has it: see [`write()`].
pub fn print(session: &Session) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Memory takes whatever it is given.
    let _ = write(session, &mut bytes);
    bytes
}

/// Writes a session as its file has it: two spaces a level, LF, a final newline. Holds no more of it than a claim at a time.
/// Who writes one session often has a [`Printer`].
///
/// # Errors
/// When `out` can't be written.
pub fn write(session: &Session, out: &mut dyn Write) -> io::Result<()> {
    print::once(session, out)
}

fn version(bytes: &[u8]) -> Result<u64, FormatError> {
    let head: VersionHead = serde_json::from_slice(bytes)
        .map_err(|_| FormatError::OtherJson("it is no object with a format".to_owned()))?;
    match head.format {
        Some(Value::String(format)) if format == FORMAT => {}
        Some(other) => return Err(FormatError::OtherJson(format!("its format is {other}, not \"{FORMAT}\""))),
        None => return Err(FormatError::OtherJson(format!("it does not say \"format\": \"{FORMAT}\""))),
    }
    let version = head.version.unwrap_or(Value::Null);
    version.as_u64().filter(|version| *version > 0).ok_or(FormatError::Version(version))
}

fn shape(bytes: &[u8]) -> Result<Shaped, FormatError> {
    resolve(from(bytes)?)
}

fn shaped(value: &Value) -> Result<Shaped, FormatError> {
    resolve(SessionShape::deserialize(value).map_err(FormatError::Shape)?)
}

fn from<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, FormatError> {
    serde_json::from_slice(bytes).map_err(FormatError::Shape)
}

fn resolve(shape: SessionShape<'_>) -> Result<Shaped, FormatError> {
    let stated = shape.article.sha256.to_string();
    let (session, mut notices) = shape.into_session()?;
    notices.extend(mended(&stated, &session.article));
    Ok((session, notices))
}

#[cfg(test)]
mod tests;
