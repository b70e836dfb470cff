//! One session file: read whole, written whole, and merged when somebody else has written it meanwhile.

use std::fs;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use super::backup::{self, BackedUp, BackupReason};
use super::content::{self, Seal, Sealing, bytes};
use super::format::{self, Loaded, Printer, ReadingStage};
use super::sides::{ENDING, Sides};
use super::{StoreError, Workplace, lock, save};
use crate::review::wire::FORMAT;
use crate::review::{self, Merged, Session};

/// Reads the session at `path`.
///
/// # Errors
/// When there is no such file, or it is no sound session.
pub fn read(path: &Path) -> Result<Loaded, StoreError> {
    sealed(path, &mut |_| {}).map(|(loaded, _)| loaded)
}

/// Reads the session at `path`, tells how far it is, and takes the seal of what was read.
///
/// Memory holds the session and a few hundred claims of the file, unless somebody has laid it out in another way.
fn sealed(path: &Path, tell: &mut dyn FnMut(ReadingStage<'_>)) -> Result<(Loaded, Seal), StoreError> {
    let (file, size) = content::open(path)?;
    let mut file = BufReader::with_capacity(format::PIECE, Sealing::new(file));
    if let Some(loaded) = format::read(size, &mut file, tell) {
        return Ok((loaded, file.into_inner().seal()));
    }
    let there = bytes(path)?;
    Ok((understood(path, &there)?, Seal::of(&there)))
}

/// True for a file that is a session, or was one: by its name, or by how it begins. A torn one is told by [`read`].
pub fn is_session(path: &Path) -> bool {
    if path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ENDING)) {
        return true;
    }
    let mut start = Vec::new();
    let regular = fs::metadata(path).is_ok_and(|about| about.is_file());
    let begun = regular && fs::File::open(path).is_ok_and(|file| file.take(200).read_to_end(&mut start).is_ok());
    begun && String::from_utf8_lossy(&start).contains(&format!("\"{FORMAT}\""))
}

/// Changes the session at `path` without holding it open: read, changed, written, while no other factdesk writes it.
/// A workbench that has it open finds the change at its next save or look.
///
/// # Errors
/// When it can't be read or written, a later version wrote it, or `change` refuses; the file is then as it was.
pub fn amend<T, E: From<StoreError>>(
    path: &Path,
    desk: &Workplace,
    change: impl FnOnce(&mut Session) -> Result<T, E>,
) -> Result<T, E> {
    let mut file = OnDisk::at(path, desk.clone())?;
    file.sides.ensure()?;
    let turn = lock::write(&file.path, &file.sides)?;
    let Loaded { mut session, .. } = file.load()?;
    let out = change(&mut session)?;
    file.replace(&session)?;
    drop(turn);
    Ok(out)
}

/// What a write came to.
#[derive(Debug)]
pub(super) enum Written {
    /// The session is on disk as it was handed over.
    AsGiven,
    /// Somebody else had written the file: this is what is there now.
    Merged(Box<Merged>),
    /// The file had vanished, and was written anew.
    Anew,
}

/// What the system says of a file that another writing would change: which file it is, its length, and when it was written.
#[derive(Debug, PartialEq, Eq)]
struct Trace([i128; 4]);

impl Trace {
    /// Of a file that the system says this of; `None` where it can't tell one file from another.
    #[cfg(unix)]
    #[expect(clippy::unnecessary_wraps, reason = "other systems tell less")]
    fn of(about: &fs::Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        let written = i128::from(about.mtime()) * 1_000_000_000 + i128::from(about.mtime_nsec());
        Some(Self([about.dev().into(), about.ino().into(), about.size().into(), written]))
    }

    #[cfg(not(unix))]
    fn of(_: &fs::Metadata) -> Option<Self> {
        None
    }
}

/// One session file with what is known about its content.
#[derive(Debug)]
pub(super) struct OnDisk {
    /// Where it lies, links resolved.
    pub(super) path: PathBuf,
    /// Its side files.
    pub(super) sides: Sides,
    pub(super) desk: Workplace,
    /// The seal of its content as it was last read or written: what tells whether somebody else has written it since.
    seen: Option<Seal>,
    /// The version the file was last read in.
    version: u64,
    backed_up: bool,
    /// Where and when it was last written by us.
    left: Option<Trace>,
    /// Knows how it was printed the last time.
    printer: Printer,
}

impl OnDisk {
    /// The file at `path`, not yet looked at.
    pub(super) fn at(path: &Path, desk: Workplace) -> Result<Self, StoreError> {
        let path = save::resolved(path)?;
        let sides = Sides::of(&path);
        Ok(Self {
            path,
            sides,
            desk,
            seen: None,
            version: format::CURRENT,
            backed_up: false,
            left: None,
            printer: Printer::default(),
        })
    }

    /// Reads it and remembers its content.
    pub(super) fn load(&mut self) -> Result<Loaded, StoreError> {
        self.load_telling(&mut |_| {})
    }

    /// Reads it, tells how far it is, and remembers its content.
    pub(super) fn load_telling(&mut self, tell: &mut dyn FnMut(ReadingStage<'_>)) -> Result<Loaded, StoreError> {
        let (loaded, seal) = sealed(&self.path, tell)?;
        if loaded.newer() && self.seen.is_some() {
            return Err(StoreError::Newer { path: self.path.clone(), version: loaded.version });
        }
        self.version = loaded.version;
        self.seen = Some(seal);
        Ok(loaded)
    }

    /// What others have made of the file since it was last read or written; `None` when nobody has.
    pub(super) fn changed(&mut self) -> Result<Option<Loaded>, StoreError> {
        if self.seen == Some(Seal::of_file(&self.path)?) { Ok(None) } else { self.load().map(Some) }
    }

    /// True when the file is the very one that we wrote last, as far as the system's own marks tell: enough for not reading it
    /// after each of our own writes, too little to write over it.
    pub(super) fn is_as_we_left_it(&self) -> bool {
        self.left.is_some() && self.left == fs::metadata(&self.path).ok().as_ref().and_then(Trace::of)
    }

    /// Writes `ours`, merging what others have written since.
    pub(super) fn write(&mut self, ours: &Session) -> Result<Written, StoreError> {
        self.sides.ensure()?;
        let _turn = lock::write(&self.path, &self.sides)?;
        // Else a backup is kept of what is replaced, which has to be known first.
        let is_current = self.backed_up && self.version == format::CURRENT;
        if is_current && self.put_over_known(ours)? {
            return Ok(Written::AsGiven);
        }
        let seal = match Seal::of_file(&self.path) {
            Ok(seal) => seal,
            Err(StoreError::Io { error, .. }) if error.kind() == io::ErrorKind::NotFound => {
                self.put(ours)?;
                return Ok(Written::Anew);
            }
            Err(error) => return Err(error),
        };
        if self.seen == Some(seal) {
            self.replace(ours)?;
            return Ok(Written::AsGiven);
        }
        let there = bytes(&self.path)?;
        let theirs = self.theirs(&there)?;
        let merged = self.merged(ours, &theirs)?;
        backup::keep(&self.sides, &BackedUp::Bytes(&there), BackupReason::Came, &self.desk)?;
        self.put(&merged.session)?;
        Ok(Written::Merged(Box::new(merged)))
    }

    /// What `ours` and a copy from outside make together; a backup of ours is made before.
    pub(super) fn merged(&self, ours: &Session, theirs: &Session) -> Result<Merged, StoreError> {
        let merged =
            review::merge(ours, theirs).map_err(|error| StoreError::NoCopy { path: self.path.clone(), error })?;
        backup::keep(&self.sides, &BackedUp::Bytes(&format::print(ours)), BackupReason::Merge, &self.desk)?;
        Ok(merged)
    }

    /// Writes the first content of a file that must not be there yet.
    pub(super) fn create(&mut self, session: &Session) -> Result<(), StoreError> {
        self.sides.ensure()?;
        let _turn = lock::write(&self.path, &self.sides)?;
        if fs::symlink_metadata(&self.path).is_ok() {
            return Err(StoreError::Taken { path: self.path.clone() });
        }
        self.put(session)
    }

    /// Writes over a file whose content is known, keeping a backup of it on the first write of a run.
    fn replace(&mut self, new: &Session) -> Result<(), StoreError> {
        let here = BackedUp::File(&self.path);
        if self.version != format::CURRENT {
            if self.version > format::CURRENT {
                return Err(StoreError::Newer { path: self.path.clone(), version: self.version });
            }
            backup::keep(&self.sides, &here, BackupReason::Migrate, &self.desk)?;
        } else if !self.backed_up {
            backup::keep(&self.sides, &here, BackupReason::Run, &self.desk)?;
        }
        self.put(new)
    }

    /// Writes `new` over whatever is there.
    pub(super) fn put(&mut self, new: &Session) -> Result<(), StoreError> {
        self.put_if(new, &|_| true).map(drop)
    }

    /// Writes over a file that nobody else has written since; false when somebody has, or it can't be told.
    fn put_over_known(&mut self, new: &Session) -> Result<bool, StoreError> {
        let seen = self.seen;
        self.put_if(new, &|path| seen.is_some() && Seal::of_file(path).ok() == seen)
    }

    fn put_if(&mut self, new: &Session, still: &(dyn Fn(&Path) -> bool + Sync)) -> Result<bool, StoreError> {
        self.writable()?;
        let (path, printer) = (&self.path, &mut self.printer);
        let mut seal = None;
        let content = |file: &mut dyn Write| {
            let mut sealing = Sealing::new(file);
            printer.write(new, &mut sealing)?;
            seal = Some(sealing.seal());
            Ok(())
        };
        let Some(about) = save::streamed_if(path, content, &|| still(path))? else { return Ok(false) };
        self.seen = seal;
        // Not of what lies there now: while the folder is synced another's copy may have come.
        self.left = Trace::of(&about);
        self.version = format::CURRENT;
        self.backed_up = true;
        Ok(true)
    }

    /// Passes a file that its owner lets be written; a rename would not ask.
    pub(super) fn writable(&self) -> Result<(), StoreError> {
        if fs::metadata(&self.path).is_ok_and(|about| about.permissions().readonly()) {
            let reason = "the file is write-protected".to_owned();
            return Err(StoreError::ReadOnly { path: self.path.clone(), reason });
        }
        Ok(())
    }

    fn theirs(&self, there: &[u8]) -> Result<Session, StoreError> {
        let loaded = understood(&self.path, there)?;
        if loaded.newer() {
            return Err(StoreError::Newer { path: self.path.clone(), version: loaded.version });
        }
        Ok(loaded.session)
    }
}

fn understood(path: &Path, there: &[u8]) -> Result<Loaded, StoreError> {
    format::parse(there).map_err(|error| StoreError::format(path, error, backup::are_there(path)))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::super::sample::{self, desk};
    use super::*;

    /// A session that is on disk, in a folder of its own.
    fn written(home: &tempfile::TempDir) -> (OnDisk, Session) {
        let mut file = OnDisk::at(&home.path().join("ferry.factdesk.json"), desk()).unwrap();
        let session = sample::session();
        file.create(&session).unwrap();
        (file, session)
    }

    #[test]
    fn a_file_is_known_again_after_our_own_write_and_not_after_anybody_elses() {
        let home = tempfile::tempdir().unwrap();
        let (mut file, base) = written(&home);
        let path = file.path.clone();
        for note in ["one", "two"] {
            let mut ours = base.clone();
            sample::note(&mut ours, "k1", note, "anna");
            file.write(&ours).unwrap();
            assert!(file.is_as_we_left_it());
        }
        sample::scribble(&path, format!("{}\n", fs::read_to_string(&path).unwrap()));
        assert!(!file.is_as_we_left_it());
        fs::remove_file(&path).unwrap();
        assert!(!file.is_as_we_left_it());
        assert!(!OnDisk::at(&path, desk()).unwrap().is_as_we_left_it(), "never written");
    }

    #[test]
    fn a_copy_that_lands_while_a_save_ends_is_not_taken_for_our_own() {
        const SAVES: usize = 40;
        let home = tempfile::tempdir().unwrap();
        let (mut file, base) = written(&home);
        let path = file.path.clone();
        // What others would copy over it: longer than anything of ours.
        let theirs = [fs::read(&path).unwrap(), vec![b'\n'; 4096]].concat();
        let is_theirs = || fs::metadata(&path).is_ok_and(|about| about.len() == theirs.len() as u64);
        let is_over = AtomicBool::new(false);
        let mistaken: Vec<usize> = std::thread::scope(|scope| {
            // Somebody copies over each of our writes as soon as it is there.
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    if !is_theirs() {
                        sample::scribble(&path, &theirs);
                    }
                }
            });
            let mut mistaken = |save: &usize| {
                let mut ours = base.clone();
                sample::note(&mut ours, "k1", &save.to_string(), "anna");
                file.put(&ours).is_err() || is_theirs() && file.is_as_we_left_it()
            };
            let mistaken = (0..SAVES).filter(|save| mistaken(save)).collect();
            is_over.store(true, Ordering::Relaxed);
            mistaken
        });
        assert_eq!(mistaken, Vec::<usize>::new());
    }
}
