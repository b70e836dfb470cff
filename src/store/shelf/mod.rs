//! The evidence of a session as it is kept in the cache folder: the texts as they were read and the index of their passages, by the
//! checksums of the files. It may be deleted at any time, and is never believed about a file that the system says is another.
//!
//! One process at a time writes; others read what was finished last. A text is written before the index that leads to it, and the
//! list of files after both: what the list names and the index lacks is read again.

mod rows;
mod sweep;
mod text;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use tantivy::directory::MmapDirectory;
use xxhash_rust::xxh3::xxh3_128;

use super::StoreError;
use super::index::Footprint;
use super::lock::{self, HeldLock};
use super::sides::private_folder;
use crate::evidence::{EvidenceFolder, IndexError, Material, PassageShelf, ShelfWriter};
pub use rows::KeptFile;
use rows::{KeptFiles, KeptPart, OWN};
use text::KeptTexts;

/// Why evidence can't be kept.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// The disk refuses.
    #[error(transparent)]
    Disk(#[from] StoreError),
    /// The engine refuses.
    #[error(transparent)]
    Engine(#[from] IndexError),
}

/// The evidence of a session as it is kept.
pub struct EvidenceShelf {
    place: PathBuf,
    shelf: PassageShelf,
    /// While it is held nobody else writes.
    lock: Option<HeldLock>,
    next: AtomicU64,
    files: HashMap<PathBuf, KeptFile>,
    written: Option<SystemTime>,
}

/// Where the evidence in `folder`, in `language`, is kept in the folder `cache`.
fn place(cache: &Path, folder: &Path, language: &str) -> PathBuf {
    let folder =
        fs::canonicalize(folder).or_else(|_| std::path::absolute(folder)).unwrap_or_else(|_| folder.to_owned());
    let mut name = folder.as_os_str().as_encoded_bytes().to_vec();
    name.push(0);
    name.extend_from_slice(language.as_bytes());
    cache.join(format!("{}{}-{:032x}", sweep::BEGINS, rows::VERSION, xxh3_128(&name)))
}

impl EvidenceShelf {
    /// What the folder `cache` keeps of the evidence in `folder`, which is in `language` (BCP 47; empty when unknown). What is broken
    /// is made anew.
    ///
    /// # Errors
    /// When nothing can be kept there.
    pub fn open(cache: &Path, folder: &Path, language: &str) -> Result<Self, ShelfError> {
        let place = place(cache, folder, language);
        fs::create_dir_all(cache).map_err(|error| StoreError::io(cache, "the folder can't be made", error))?;
        for folder in [&place, &texts(&place), &passages(&place)] {
            private_folder(folder)?;
        }
        let lock = lock::shelf(&place.join("lock"))?;
        let written = rows::written(&place);
        let mut held = rows::read(&place);
        if held.is_none() && lock.is_some() {
            emptied(&place)?;
        }
        let shelf = match opened(&place, language) {
            Err(_) if lock.is_some() => {
                held = None;
                emptied(&place)?;
                opened(&place, language)?
            }
            other => other?,
        };
        let held = held.unwrap_or_default();
        let counts = shelf.counts()?;
        let next = counts.keys().map(|number| number.saturating_add(1)).fold(held.next, u64::max);
        let whole = |file: &KeptFile| file.parts.iter().all(|part| is_whole(&place, part, &counts));
        let files = held.files.into_iter().filter(whole).map(|file| (file.path.clone(), file)).collect();
        Ok(Self { place, shelf, lock, next: AtomicU64::new(next), files, written })
    }

    /// Lets go of all that `cache` keeps of the evidence in `folder`, in `language`: it is made anew the next time.
    pub fn forget(cache: &Path, folder: &Path, language: &str) {
        // What can't be deleted is found broken again.
        let _ = fs::remove_dir_all(place(cache, folder, language));
    }

    /// True while nobody else writes to it.
    pub const fn is_ours(&self) -> bool {
        self.lock.is_some()
    }

    /// What is kept of the file at `path`, where that is as it was.
    pub fn known(&self, path: &Path) -> Option<&KeptFile> {
        let file = self.files.get(path)?;
        let settled = self.written.is_some_and(|then| file.footprint.is_settled(then));
        (settled && Footprint::of(path) == Some(file.footprint)).then_some(file)
    }

    /// What is kept of the file at `path` with this checksum, whenever that was written.
    pub fn same(&self, path: &Path, sha256: &str) -> Option<KeptFile> {
        let file = self.files.get(path).filter(|file| file.sha256 == sha256)?;
        Some(KeptFile { footprint: Footprint::of(path)?, ..file.clone() })
    }

    /// The size of the file at `path` when it was read last.
    pub fn size(&self, path: &Path) -> Option<u64> {
        self.files.get(path).map(|file| file.bytes)
    }

    /// Begins to write to it.
    ///
    /// # Errors
    /// When the engine can't.
    pub fn writing(&self) -> Result<ShelfWriting<'_>, ShelfError> {
        Ok(ShelfWriting { shelf: self, writer: self.shelf.writer()? })
    }

    /// Is it still there, as this process wrote or read it?
    pub fn is_there(&self) -> bool {
        rows::written(&self.place) == self.written
    }

    /// Ends the writing: others may write from now on.
    pub fn let_go(&mut self) {
        self.lock = None;
        self.written = rows::written(&self.place);
    }

    /// The folder that `files` make, each under its name; their texts in the order of the files.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn folder(&self, files: &[(String, KeptFile)]) -> Result<EvidenceFolder, ShelfError> {
        let heads: Vec<(u64, Arc<Material>)> = files.iter().flat_map(|(name, file)| file.heads(name)).collect();
        let kept = KeptTexts { place: texts(&self.place), files: heads.clone() };
        Ok(EvidenceFolder::on_shelf(&self.shelf, heads, Box::new(kept))?)
    }
}

fn texts(place: &Path) -> PathBuf {
    place.join("texts")
}

fn passages(place: &Path) -> PathBuf {
    place.join("passages")
}

fn opened(place: &Path, language: &str) -> Result<PassageShelf, ShelfError> {
    let folder = passages(place);
    let refused = |error| StoreError::io(&folder, "the index can't be opened", std::io::Error::other(error));
    let directory = MmapDirectory::open(&folder).map_err(refused)?;
    Ok(PassageShelf::open(directory, language)?)
}

/// Empties the folders of a shelf.
fn emptied(place: &Path) -> Result<(), ShelfError> {
    for folder in [texts(place), passages(place)] {
        fs::remove_dir_all(&folder).map_err(|error| StoreError::io(&folder, "it can't be made anew", error))?;
        private_folder(&folder)?;
    }
    Ok(())
}

/// Are text and passages there as the list has them?
fn is_whole(place: &Path, part: &KeptPart, counts: &HashMap<u64, u64>) -> bool {
    let passages = counts.get(&part.number).copied().unwrap_or_default();
    let length = || fs::metadata(text::path(&texts(place), part.number)).map(|about| about.len());
    passages == part.passages && length().is_ok_and(|length| length == part.length)
}

/// Files are added to what is kept.
pub struct ShelfWriting<'a> {
    shelf: &'a EvidenceShelf,
    writer: ShelfWriter<'a>,
}

impl ShelfWriting<'_> {
    /// Keeps a file that was read: its texts under `name`, its checksum and size, and what is to be said of it. `footprint`: as
    /// the file was before it was read.
    ///
    /// # Errors
    /// When a text can't be written or indexed.
    pub fn add(&self, read: NewFile<'_>) -> Result<KeptFile, ShelfError> {
        let NewFile { path, name, stamp, known: (sha256, bytes), materials, said } = read;
        let mut parts = Vec::with_capacity(materials.len());
        for material in materials {
            let number = self.shelf.next.fetch_add(1, Ordering::Relaxed);
            let (place, kept) = (text::path(&texts(&self.shelf.place), number), text::encode(material));
            super::save::unsynced(&place, &kept)?;
            let passages = self.writer.add(number, material)?;
            let head = Material { name: material.name.replacen(name, OWN, 1), ..material.head() };
            parts.push(KeptPart { number, passages, length: kept.len() as u64, head: Arc::new(head) });
        }
        let said = said.iter().map(|said| said.replace(name, OWN)).collect();
        Ok(KeptFile { path: path.to_owned(), footprint: stamp.0, sha256, bytes, said, parts })
    }

    /// Makes last what was added until now; `files`: all that is kept then. What lay here of files that are gone or have changed
    /// is let go.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn commit(&mut self, files: &[(String, KeptFile)]) -> Result<(), ShelfError> {
        let held = self.held(files);
        self.writer.commit()?;
        Ok(rows::write(&self.shelf.place, &held)?)
    }

    /// As [`Self::commit`], and tidies up, here and beside it where the evidence is long gone.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn finish(self, files: &[(String, KeptFile)]) -> Result<(), ShelfError> {
        let held = self.held(files);
        let numbers: HashSet<u64> = held.files.iter().flat_map(|file| &file.parts).map(|part| part.number).collect();
        for number in self.shelf.shelf.counts()?.keys().filter(|number| !numbers.contains(number)) {
            self.writer.remove(*number);
        }
        self.writer.finish()?;
        rows::write(&self.shelf.place, &held)?;
        // Texts that nothing leads to any more.
        let texts = texts(&self.shelf.place);
        for entry in fs::read_dir(&texts).into_iter().flatten().flatten() {
            let number = entry.file_name().to_str().and_then(|name| name.parse::<u64>().ok());
            if number.is_none_or(|number| !numbers.contains(&number)) {
                let _ = fs::remove_file(entry.path());
            }
        }
        sweep::sweep(&self.shelf.place);
        Ok(())
    }

    /// What the list has to say: `files`, and others that are as they were and that were not asked for now.
    fn held(&self, files: &[(String, KeptFile)]) -> KeptFiles {
        let asked: HashSet<&Path> = files.iter().map(|(_, file)| file.path.as_path()).collect();
        let others = self.shelf.files.values().filter(|file| !asked.contains(file.path.as_path()));
        let others = others.filter(|file| Footprint::of(&file.path) == Some(file.footprint));
        let files = files.iter().map(|(_, file)| file).chain(others).cloned().collect();
        KeptFiles { next: self.shelf.next.load(Ordering::Relaxed), files }
    }
}

/// How a file was at some time.
#[derive(Clone, Copy, Debug)]
pub struct ReadingStamp(Footprint);

impl ReadingStamp {
    /// Of the file at `path`; `None` when there is none.
    pub fn of(path: &Path) -> Option<Self> {
        Footprint::of(path).map(Self)
    }
}

/// A file that was read.
pub struct NewFile<'a> {
    /// Where it lies.
    pub path: &'a Path,
    /// What it is told under.
    pub name: &'a str,
    /// How it was before it was read.
    pub stamp: ReadingStamp,
    /// Its SHA-256 and its size in bytes.
    pub known: (String, u64),
    /// Its texts.
    pub materials: &'a [Material],
    /// What is to be said of it.
    pub said: &'a [String],
}
