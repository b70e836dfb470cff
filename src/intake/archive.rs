//! Zip archives that documents come in: unpacked part by part, each under a cap.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::decode;
use super::taken::IntakeError;

/// The most that one part may unpack to, in bytes: a long book's text is a tenth of it.
const MOST: u64 = 20 * 1024 * 1024;

/// A document as an archive.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// What it is read as, for messages.
    format: &'static str,
}

impl<'a> Archive<'a> {
    /// Opens the archive.
    ///
    /// # Errors
    /// When its list of parts is damaged.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, IntakeError> {
        let format = "DOCX";
        let zip = match ZipArchive::new(Cursor::new(bytes)) {
            Err(_) if list(bytes).is_none() => return Err(broken("a document in an archive", super::xml::CUT)),
            zip => zip.map_err(|error| broken(format, &error.to_string()))?,
        };
        if listed(bytes).is_some_and(|listed| listed > zip.len()) {
            return Err(broken(format, "a part stands in it twice, and nothing tells which one is meant"));
        }
        Ok(Self { zip, format })
    }

    /// The archive, said to be this format in messages.
    pub(super) fn read_as(self, format: &'static str) -> Self {
        Self { format, ..self }
    }

    /// The bytes of a part; `None` when there is no such part.
    ///
    /// # Errors
    /// When it can't be unpacked, is locked, or would be too large.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, IntakeError> {
        let format = self.format;
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(IntakeError::Broken { format, why: LOCKED.to_owned() });
            }
            Err(error) => return Err(broken(format, &error.to_string())),
        };
        let mut bytes = Vec::new();
        // The size in the archive's list is only a claim; the cap holds whatever comes.
        let take = |most: u64| -> std::io::Result<u64> { Ok(file.take(most).read_to_end(&mut bytes)? as u64) };
        let size = take(MOST + 1).map_err(|error| broken(format, &error.to_string()))?;
        if size > MOST {
            let why = format!("{name} in it unpacks to more than {} MB; no article is that long", MOST >> 20);
            return Err(IntakeError::Broken { format, why });
        }
        Ok(Some(bytes))
    }

    /// The text of a part; `None` when there is no such part.
    ///
    /// # Errors
    /// When it can't be unpacked, would be too large, or is no text.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, IntakeError> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(error) => decode::decode(error.as_bytes())
                .map(|decoded| Some(decoded.text.into_owned()))
                .map_err(|_| broken(self.format, "its text is in no encoding that is known")),
        }
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.zip.file_names().flatten().map(std::borrow::Cow::into_owned)
    }

    /// True when a part's name begins like this.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names().any(|file| file.starts_with(name))
    }

    /// What an archive without a document that is read is.
    pub(super) fn foreign(&self) -> IntakeError {
        let copy = "copy the article's text into a file";
        let (what, way_out) = if self.has("xl/") {
            ("an Excel workbook", copy)
        } else if self.has("ppt/") {
            ("a PowerPoint file", copy)
        } else if self.has("Index/") || self.has("index.xml") || self.has("index.apxl") {
            ("a Pages document", "in Pages choose File, Export To, Word, and give that file")
        } else if self.has("META-INF/manifest.xml") {
            ("an OpenDocument file without a text", copy)
        } else {
            ("a zip archive", "unpack it first and give the article in it")
        };
        IntakeError::Binary { what, way_out }
    }
}

/// Where the record stands that ends an archive's list of its parts; `None` in one whose end is missing.
fn list(bytes: &[u8]) -> Option<usize> {
    memchr::memmem::rfind(bytes, b"PK\x05\x06")
}

/// How many parts an archive's list says that it has; `None` when they are more than the field holds.
fn listed(bytes: &[u8]) -> Option<usize> {
    let end = list(bytes)?;
    let field: [u8; 2] = bytes.get(end + 10..end + 12)?.try_into().ok()?;
    Some(u16::from_le_bytes(field)).filter(|listed| *listed != u16::MAX).map(usize::from)
}

/// What to say of a document under a password.
pub(super) const LOCKED: &str =
    "it is locked with a password; open it where the password is known and save it without one";

/// The error for a damaged file.
pub(super) fn broken(format: &'static str, why: &str) -> IntakeError {
    IntakeError::Broken { format, why: format!("{why}; open it where it was written and save it again") }
}
