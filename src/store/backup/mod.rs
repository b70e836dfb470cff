//! Backups of a session beside it: made before it is written over, few, and kept for weeks.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::SignedDuration;

use super::content::Seal;
use super::sides::{Sides, private_folder};
use super::{StoreError, Workplace, content, format, lock, save};
use crate::review::{Session, Stamp};

/// How many of the latest are kept, whatever their day.
const LATEST: usize = 5;

/// Of how many days the last one is kept.
const DAYS: usize = 14;

/// Of many runs within this time the backups of the first and the last are kept: a thousand marks from a shell must not
/// push the backups of a week's work out.
const BURST: SignedDuration = SignedDuration::from_mins(15);

/// Why a backup is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BackupReason {
    /// The first write of a run.
    Run,
    /// A copy from outside is about to come in: ours, before it.
    Merge,
    /// A copy from outside that lay in the file's place, as it was.
    Came,
    /// The file has git's conflict marks, and its sides are about to be merged.
    Marked,
    /// An older version of the format is about to be raised.
    Migrate,
    /// A backup is about to be put in the file's place.
    Restore,
}

impl BackupReason {
    const ALL: [Self; 6] = [Self::Run, Self::Merge, Self::Came, Self::Marked, Self::Migrate, Self::Restore];

    /// The word in the backup's name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Merge => "merge",
            Self::Came => "came",
            Self::Marked => "marked",
            Self::Migrate => "migrate",
            Self::Restore => "restore",
        }
    }
}

/// One backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its file.
    pub path: PathBuf,
    /// When it was made.
    pub at: Stamp,
    /// Why.
    pub why: BackupReason,
    /// Orders those of one second.
    turn: u32,
}

/// The backups of the session at `path`, newest first.
///
/// # Errors
/// When their folder is there and can't be read.
pub fn list(path: &Path) -> Result<Vec<Backup>, StoreError> {
    of(&Sides::of(&save::resolved(path)?))
}

/// True where there are backups of the session at `path`.
pub(super) fn are_there(path: &Path) -> bool {
    list(path).is_ok_and(|backups| !backups.is_empty())
}

/// Puts a backup in the place of the session at `path`; what is there, whatever it is, becomes a backup first.
/// Answers with the session that is now there.
///
/// # Errors
/// When the backup is no sound session, somebody has the session open, or the system refuses.
pub fn restore(path: &Path, backup: &Backup, desk: &Workplace) -> Result<Session, StoreError> {
    let path = save::resolved(path)?;
    let sides = Sides::of(&path);
    sides.ensure()?;
    let _desk = match lock::desk(&sides, desk)? {
        lock::LockAnswer::Theirs(holder) => return Err(StoreError::Open { path, holder }),
        lock::LockAnswer::Ours(held) => Some(held),
        lock::LockAnswer::Unknown => None,
    };
    let _turn = lock::write(&path, &sides)?;
    let bytes = content::bytes(&backup.path)?;
    let loaded = format::parse(&bytes).map_err(|error| StoreError::format(&backup.path, error, true))?;
    match fs::read(&path) {
        Ok(present) => keep(&sides, &BackedUp::Bytes(&present), BackupReason::Restore, desk)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(StoreError::io(&path, "it can't be read, so it can't be kept", error)),
    }
    save::whole(&path, &bytes)?;
    Ok(loaded.session)
}

/// What the session file holds now.
pub(super) enum BackedUp<'a> {
    /// As it was read.
    Bytes(&'a [u8]),
    /// As it lies there, under the write lock.
    File(&'a Path),
}

impl BackedUp<'_> {
    fn seal(&self) -> Result<Seal, StoreError> {
        match self {
            Self::Bytes(bytes) => Ok(Seal::of(bytes)),
            Self::File(path) => Seal::of_file(path),
        }
    }

    fn copy_to(&self, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Bytes(bytes) => out.write_all(bytes),
            Self::File(path) => io::copy(&mut fs::File::open(path)?, out).map(drop),
        }
    }
}

/// Keeps `present`, what the session file holds now, as a backup, and lets older ones go.
pub(super) fn keep(
    sides: &Sides,
    present: &BackedUp<'_>,
    why: BackupReason,
    desk: &Workplace,
) -> Result<(), StoreError> {
    if cfg!(sabotage = "no-backup") && matches!(why, BackupReason::Merge | BackupReason::Came | BackupReason::Marked) {
        return Ok(());
    }
    private_folder(&sides.backups())?;
    let there = of(sides)?;
    // A backup of the same content would only push an older one out.
    if why != BackupReason::Restore
        && let Some(last) = there.first()
        && Seal::of_file(&last.path).ok() == Some(present.seal()?)
    {
        return Ok(());
    }
    let at = (desk.now)();
    let taken = there.iter().filter(|backup| backup.at == at).map(|backup| backup.turn).max();
    let turn = taken.map_or(1, |turn| turn + 1);
    let target = sides.backups().join(file_name(sides.name(), &at, why, turn));
    save::streamed(&target, |out| present.copy_to(out))?;
    for old in surplus(&of(sides)?) {
        // One too many does no harm.
        let _ = fs::remove_file(&old.path);
    }
    Ok(())
}

/// Removes what killed backups of this session left behind. Only under the write lock.
pub(super) fn sweep(sides: &Sides) {
    save::sweep_where(&sides.backups(), |name| named(sides.name(), PathBuf::from(name)).is_some());
}

/// Takes the backups of a session along when it gets another name or folder.
pub(super) fn relocate(old: &Sides, new: &Sides) -> Result<(), StoreError> {
    let backups = of(old)?;
    if !backups.is_empty() {
        private_folder(&new.backups())?;
    }
    for backup in backups {
        let taken = |turn: &u32| new.backups().join(file_name(new.name(), &backup.at, backup.why, *turn)).exists();
        let turn = (backup.turn..=u32::MAX).find(|turn| !taken(turn)).unwrap_or(backup.turn);
        let target = new.backups().join(file_name(new.name(), &backup.at, backup.why, turn));
        fs::rename(&backup.path, target)
            .map_err(|error| StoreError::io(&backup.path, "the backup can't be moved", error))?;
    }
    Ok(())
}

/// `NAME.20261123T094107Z.run.json`, with `-2` after the word for the second of one second.
fn file_name(name: &str, at: &Stamp, why: BackupReason, turn: u32) -> String {
    let digits: String = at.as_str().chars().filter(|one| !matches!(one, '-' | ':')).collect();
    let turn = if turn > 1 { format!("-{turn}") } else { String::new() };
    format!("{name}.{digits}.{}{turn}.json", why.word())
}

fn of(sides: &Sides) -> Result<Vec<Backup>, StoreError> {
    let folder = sides.backups();
    let entries = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(|error| StoreError::io(&folder, "the folder of backups can't be read", error))?,
    };
    let mut backups: Vec<Backup> = entries.flatten().filter_map(|entry| named(sides.name(), entry.path())).collect();
    backups.sort_by(|a, b| (&b.at, b.turn, b.why.word()).cmp(&(&a.at, a.turn, a.why.word())));
    Ok(backups)
}

fn named(name: &str, path: PathBuf) -> Option<Backup> {
    let rest = path.file_name()?.to_str()?.strip_prefix(name)?.strip_prefix('.')?.strip_suffix(".json")?;
    let (digits, word) = rest.split_once('.')?;
    let (word, turn) = word.split_once('-').map_or((word, "1"), |(word, turn)| (word, turn));
    let why = BackupReason::ALL.into_iter().find(|why| why.word() == word)?;
    Some(Backup { at: stamp(digits)?, why, turn: turn.parse().ok()?, path })
}

/// `20261123T094107Z` as a stamp.
fn stamp(digits: &str) -> Option<Stamp> {
    let (day, time) = digits.split_once('T')?;
    let (year, month, date) = (day.get(..4)?, day.get(4..6)?, day.get(6..)?);
    let (hour, minute, second) = (time.get(..2)?, time.get(2..4)?, time.get(4..)?);
    Some(Stamp::from(format!("{year}-{month}-{date}T{hour}:{minute}:{second}").as_str()))
}

/// Those of `backups` (newest first) that lie within a burst of runs, or are neither among the latest of their kind nor the
/// last of a recent day.
fn surplus(backups: &[Backup]) -> Vec<&Backup> {
    let moment = |backup: &Backup| backup.at.as_str().parse::<jiff::Timestamp>().ok();
    let runs: Vec<&Backup> = backups.iter().filter(|backup| backup.why == BackupReason::Run).collect();
    let within = |around: &[&Backup]| {
        let [newer, within, older] = around else { return None };
        let time = moment(newer)?.duration_since(moment(older)?);
        (time < BURST).then(|| within.path.clone())
    };
    let inside: HashSet<PathBuf> = runs.windows(3).filter_map(within).collect();
    let mut days = HashSet::new();
    let mut of_kind = std::collections::HashMap::new();
    let mut out = Vec::new();
    for backup in backups {
        if inside.contains(&backup.path) {
            out.push(backup);
            continue;
        }
        let kind = of_kind.entry(backup.why).or_insert(0);
        *kind += 1;
        let first_of_day = days.len() < DAYS && days.insert(backup.at.day());
        if *kind > LATEST && !first_of_day {
            out.push(backup);
        }
    }
    out
}

#[cfg(test)]
mod tests;
