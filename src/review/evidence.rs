//! Evidence: a file that sources point into, known by its SHA-256.

use serde::{Deserialize, Serialize};

use super::{Extra, Stamp, Swap};

/// A file of evidence. The session names it and holds none of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// Its name within the session, which follows from its bytes: see [`Self::id_of`]. Other programs may name it otherwise.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Where it lies: relative to the session's folder where it lies under it.
    pub path: String,
    /// SHA-256 of the file, in lower-case hex.
    pub sha256: String,
    /// Its media type, `application/pdf`; empty when not known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub media_type: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was added.
    pub added_at: Stamp,
    /// Who added it.
    pub by: String,
    /// Never quoted in an export unless asked for.
    pub confidential: bool,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How a file of evidence stands in a session's list; what holds back more is the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileAccess {
    /// It is not in the list.
    #[default]
    Absent,
    /// It may be told.
    Open,
    /// Never quoted in an export unless asked for.
    Confidential,
}

impl FileAccess {
    /// How a file of the list stands in it; none is absent.
    pub fn of(file: Option<&Evidence>) -> Self {
        match file {
            None => Self::Absent,
            Some(file) if file.confidential => Self::Confidential,
            Some(_) => Self::Open,
        }
    }

    /// `file` as the list has it when it stands so.
    pub(super) fn of_file(self, file: &Evidence) -> Option<Evidence> {
        (self != Self::Absent).then(|| Evidence { confidential: self == Self::Confidential, ..file.clone() })
    }
}

impl Swap<FileAccess> {
    /// What was done to a file, as a message calls it.
    pub(super) const fn called(&self) -> &'static str {
        match (self.before, self.after) {
            (FileAccess::Absent, FileAccess::Confidential) => "evidence added, confidential",
            (FileAccess::Absent, _) => "evidence added",
            (_, FileAccess::Absent) => "evidence removed",
            (_, FileAccess::Confidential) => "evidence made confidential",
            (_, FileAccess::Open) => "evidence no longer confidential",
        }
    }
}

/// Digits of a checksum that a name is made of: two files of one session share a name once in 10^14.
const DIGITS: usize = 12;

impl Evidence {
    /// The name of the file with this SHA-256, in hex: the same in every copy of a session, whoever adds it, so that what a source
    /// points at stays the same file when copies are merged.
    pub fn id_of(sha256: &str) -> String {
        format!("e{}", sha256.chars().take(DIGITS).collect::<String>())
    }

    /// True when it does not lie under the session's folder: its path begins at the root of some disk, of whatever system.
    pub fn is_elsewhere(&self) -> bool {
        let drive = self.path.split_once(':').is_some_and(|(drive, _)| drive.len() == 1);
        drive || self.path.starts_with(['/', '\\'])
    }

    /// The last part of its path.
    pub fn file_name(&self) -> &str {
        self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path)
    }
}
