//! Brings copies of a session together on disk: by command, for git, and out of a file with conflict marks.
//!
//! What comes of two copies is [`crate::review::merge`]'s to say; here files are read, a backup is made first, and the result is written.

use std::path::{Path, PathBuf};

use super::backup::{self, BackedUp, BackupReason};
use super::content::bytes;
use super::format::marks::{self, MarkedSides};
use super::format::{self, FormatError};
use super::on_disk::{OnDisk, read};
use super::sides::Sides;
use super::{StoreError, Workplace, lock, save};
use crate::review::{self, Clash, Merged, Session};

/// A copy of a session that is to come in.
#[derive(Clone, Debug)]
pub struct CopyFile {
    /// Its file.
    pub path: PathBuf,
    /// What it holds.
    pub session: Session,
    /// What a reviewer should know about the file, a sentence each.
    pub notices: Vec<String>,
}

impl CopyFile {
    /// Reads the copy at `path`. One with git's conflict marks is taken as both its sides.
    ///
    /// # Errors
    /// When there is no such file, it is no sound session, or a later version wrote it.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        let loaded = match read(path) {
            Err(StoreError::Marked { .. }) => {
                let Merged { session, notices } = both_sides(path, &bytes(path)?)?.1;
                return Ok(Self { path: path.to_owned(), session, notices });
            }
            other => other?,
        };
        if loaded.newer() {
            return Err(StoreError::Newer { path: path.to_owned(), version: loaded.version });
        }
        let mut notices = loaded.notices;
        if loaded.version < format::CURRENT {
            let version = loaded.version;
            notices.push(format!(
                "it is of version {version}, whose entries have no ids; they were known by what they say"
            ));
        }
        Ok(Self { path: path.to_owned(), session: loaded.session, notices })
    }
}

/// What bringing two copies together came to.
#[derive(Clone, Debug)]
pub struct Combined {
    /// The session with both sides' work.
    pub session: Session,
    /// What a reviewer should know, a sentence each.
    pub notices: Vec<String>,
    /// What is to be settled that was not before.
    pub clashes: Vec<Clash>,
    /// True when ours lacked something of theirs.
    pub news: bool,
    /// Of several copies those that were left where they are: why, a sentence each.
    pub left: Vec<String>,
}

impl Combined {
    /// What `ours` and the session of `copy` make together; `base` is what both came of, where somebody knows.
    ///
    /// # Errors
    /// When they are no copies of one session.
    pub fn of(ours: &Session, copy: &CopyFile, base: Option<&Session>) -> Result<Self, StoreError> {
        let merged = review::merge_over(base, ours, &copy.session)
            .map_err(|error| StoreError::Foreign { path: copy.path.clone(), error })?;
        let mut combined = Self::from(ours, merged);
        combined.notices.splice(0..0, copy.notices.iter().cloned());
        Ok(combined)
    }

    /// What came in and what is to be settled, a sentence each.
    pub fn told(&self) -> Vec<String> {
        let nothing = (!self.news).then(|| "nothing new came in".to_owned());
        let clashes = self.clashes.iter().map(|clash| format!("claim {}: {}", clash.number, clash.told()));
        let left = self.left.iter().map(|why| format!("left where it is: {why}"));
        self.notices.iter().cloned().chain(nothing).chain(clashes).chain(left).collect()
    }

    /// This, and then what the copy after it came to.
    #[must_use]
    pub(super) fn and(mut self, next: Self) -> Self {
        self.notices.extend(next.notices);
        self.clashes.extend(next.clashes);
        Self { session: next.session, news: self.news || next.news, ..self }
    }

    fn from(ours: &Session, merged: Merged) -> Self {
        let clashes = Clash::between(ours, &merged.session);
        let news = merged.session != *ours;
        Self { session: merged.session, notices: merged.notices, clashes, news, left: Vec::new() }
    }
}

/// Brings a copy into the session at `path`, while no other factdesk writes it; what was there becomes a backup first. With
/// nothing new in the copy nothing is written.
///
/// # Errors
/// When they are no copies of one session, or the session can't be read or written; it is then as it was.
pub fn into_session(
    path: &Path,
    copy: &CopyFile,
    base: Option<&Session>,
    desk: &Workplace,
) -> Result<Combined, StoreError> {
    next_into_session(path, copy, base, None, desk)
}

/// As [`into_session`], for one of several copies that one deed brings in: what stands there is no backup where it is `made`, what
/// the copies before it came to, for the first of them made one.
pub(super) fn next_into_session(
    path: &Path,
    copy: &CopyFile,
    base: Option<&Session>,
    made: Option<&Session>,
    desk: &Workplace,
) -> Result<Combined, StoreError> {
    let mut file = OnDisk::at(path, desk.clone())?;
    file.writable()?;
    file.sides.ensure()?;
    let _turn = lock::write(&file.path, &file.sides)?;
    let loaded = file.load()?;
    if loaded.newer() {
        return Err(StoreError::Newer { path: file.path, version: loaded.version });
    }
    let combined = Combined::of(&loaded.session, copy, base)?;
    if combined.news {
        if made != Some(&loaded.session) {
            backup::keep(&file.sides, &BackedUp::File(&file.path), BackupReason::Merge, desk)?;
        }
        file.put(&combined.session)?;
    }
    Ok(combined)
}

/// Makes one session of the two sides of the file with conflict marks at `path`; the file as it was becomes a backup first.
///
/// # Errors
/// When its marks do not fit each other, a side is no sound session, or the system refuses; the file is then as it was.
pub fn from_marks(path: &Path, desk: &Workplace) -> Result<Combined, StoreError> {
    let mut file = OnDisk::at(path, desk.clone())?;
    file.writable()?;
    file.sides.ensure()?;
    let _turn = lock::write(&file.path, &file.sides)?;
    let there = bytes(&file.path)?;
    let (ours, merged) = both_sides(&file.path, &there)?;
    backup::keep(&file.sides, &BackedUp::Bytes(&there), BackupReason::Marked, desk)?;
    file.put(&merged.session)?;
    Ok(Combined { news: true, ..Combined::from(&ours, merged) })
}

/// What the two sides of the file with conflict marks at `path` make together; nothing is written.
///
/// # Errors
/// When its marks do not fit each other, or a side is no sound session.
pub fn sides_of(path: &Path) -> Result<Combined, StoreError> {
    let (ours, merged) = both_sides(path, &bytes(path)?)?;
    Ok(Combined::from(&ours, merged))
}

/// Brings a copy into the file at `path` that git made for a merge driver: a passing one, which nobody else writes. The backup is
/// that of the session at `place`, where git will put the result; none where there is no such folder.
///
/// # Errors
/// When they are no copies of one session, or the file can't be read or written; it is then as it was.
pub fn for_git(
    path: &Path,
    copy: &CopyFile,
    base: Option<&Session>,
    place: Option<&Path>,
    desk: &Workplace,
) -> Result<Combined, StoreError> {
    let ours = CopyFile::read(path)?.session;
    let combined = Combined::of(&ours, copy, base)?;
    if combined.news {
        let is_there =
            |place: &&Path| place.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.is_dir());
        if let Some(place) = place.filter(is_there) {
            let sides = Sides::of(place);
            sides.ensure()?;
            backup::keep(&sides, &BackedUp::File(path), BackupReason::Merge, desk)?;
        }
        save::whole(path, &format::print(&combined.session))?;
    }
    Ok(combined)
}

/// The side of a file with conflict marks that was there, and what both sides make together.
fn both_sides(path: &Path, file: &[u8]) -> Result<(Session, Merged), StoreError> {
    let Some(MarkedSides { ours, theirs }) = marks::sides(file) else {
        // Its first line in conflict is told; the rest can't be.
        let error = match format::parse(file).err() {
            Some(FormatError::ConflictMark { line }) => FormatError::HalfMarked { line },
            other => other.unwrap_or(FormatError::NotJson),
        };
        return Err(StoreError::Format { path: path.to_owned(), error, backups: backup::are_there(path) });
    };
    let side = |bytes: &[u8], stage| -> Result<Session, StoreError> {
        let path = path.to_owned();
        match format::parse(bytes) {
            Err(error) => Err(StoreError::Side { path, stage, error: Box::new(error) }),
            Ok(loaded) if loaded.newer() => Err(StoreError::Newer { path, version: loaded.version }),
            Ok(loaded) => Ok(loaded.session),
        }
    };
    let (ours, theirs) = (side(&ours, 2)?, side(&theirs, 3)?);
    let merged = review::merge(&ours, &theirs).map_err(|error| StoreError::Foreign { path: path.to_owned(), error })?;
    Ok((ours, merged))
}
