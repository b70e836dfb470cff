//! Evidence that is too much to be read and indexed at each start: its texts and their index are kept in the cache folder.

use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{FoundFile, PORTION, Read, read};
use crate::evidence::EvidenceFolder;
use crate::store::{EvidenceShelf, KeptFile, NewFile, ReadingStamp, ShelfError, ShelfWriting};
use crate::term::import;
use crate::text::parallel;

/// Bytes of files from which on their texts are kept; fewer are read as fast.
const MUCH: u64 = 4 * 1024 * 1024;
/// Bytes of files after which what is done is made last, so that whoever stops in the middle need not begin anew.
const STAGE: u64 = 64 * 1024 * 1024;

/// Evidence that is kept.
pub struct KeptFolder {
    /// The texts with their index.
    pub folder: EvidenceFolder,
    /// The files in it: the name of each and what is known of it.
    pub files: Vec<(String, KeptFile)>,
    /// What is to be said, a sentence each.
    pub said: Vec<String>,
    /// The folder in the cache.
    pub(super) shelf: EvidenceShelf,
}

/// What is said where nothing can be kept.
pub fn in_memory(why: &dyn fmt::Display) -> String {
    format!("the index of the evidence can't be kept and is made in memory: {why}")
}

/// Are `files` so much that they should be kept?
pub fn is_much(files: &[FoundFile]) -> bool {
    sums_to_much(files.iter())
}

fn sums_to_much<'a>(files: impl Iterator<Item = &'a FoundFile>) -> bool {
    let mut sizes = files.map(|file| std::fs::metadata(&file.path).map_or(0, |about| about.len()));
    let mut sum = 0_u64;
    sizes.any(|size| {
        sum = sum.saturating_add(size);
        sum >= MUCH
    })
}

/// Are those of `files` that are not kept yet so much that reading them takes a process of its own?
///
/// # Errors
/// When nothing can be kept in the folder `cache`.
pub(super) fn is_much_new(
    cache: &Path,
    (place, language): (&Path, &str),
    files: &[FoundFile],
) -> Result<bool, ShelfError> {
    let shelf = EvidenceShelf::open(cache, place, language)?;
    let new = files.iter().filter(|file| shelf.known(&file.path).is_none());
    Ok(shelf.is_ours() && sums_to_much(new))
}

/// The `files` of the evidence in `place` as the folder `cache` keeps them; those that are new or have changed are read and added.
/// `tell` is told how many are done, and says whether anybody still waits; `None` where nobody does.
///
/// # Errors
/// When nothing can be kept there.
pub fn kept(
    cache: &Path,
    (place, language): (&Path, &str),
    files: &[FoundFile],
    tell: &mut dyn FnMut(usize) -> bool,
) -> Result<Option<KeptFolder>, ShelfError> {
    let mut shelf = EvidenceShelf::open(cache, place, language)?;
    let (mut held, mut wanted, mut said) = (Vec::with_capacity(files.len()), Vec::new(), Vec::new());
    for (at, file) in files.iter().enumerate() {
        match shelf.known(&file.path) {
            Some(known) => held.push((at, known.clone())),
            None => wanted.push((at, file)),
        }
    }
    if wanted.is_empty() || shelf.is_ours() {
        if !wanted.is_empty() && !added(&shelf, &wanted, &mut held, (files, &mut said), tell)? {
            return Ok(None);
        }
    } else {
        said.push(format!(
            "another factdesk reads {} of the {} files at this moment; they are searched once it is done",
            wanted.len(),
            files.len()
        ));
    }
    shelf.let_go();
    let files = named(held, files);
    said.extend(files.iter().flat_map(|(name, file)| file.said(name)));
    let folder = shelf.folder(&files)?;
    Ok(Some(KeptFolder { folder, files, said, shelf }))
}

/// What is kept, in the order of the files, each under its name.
fn named(mut held: Vec<(usize, KeptFile)>, files: &[FoundFile]) -> Vec<(String, KeptFile)> {
    held.sort_by_key(|(at, _)| *at);
    held.into_iter().filter_map(|(at, kept)| Some((files.get(at)?.name.clone(), kept))).collect()
}

/// Reads `wanted` and adds them to what is kept; false where nobody waits for it any more.
fn added(
    shelf: &EvidenceShelf,
    wanted: &[(usize, &FoundFile)],
    held: &mut Vec<(usize, KeptFile)>,
    (files, said): (&[FoundFile], &mut Vec<String>),
    tell: &mut dyn FnMut(usize) -> bool,
) -> Result<bool, ShelfError> {
    let mut writing = shelf.writing()?;
    let bytes = AtomicU64::new(0);
    for portion in wanted.chunks(PORTION) {
        if !tell(held.len()) {
            return Ok(false);
        }
        if bytes.load(Ordering::Relaxed) >= STAGE {
            bytes.store(0, Ordering::Relaxed);
            writing.commit(&named(held.clone(), files))?;
        }
        for ((at, _), one) in portion.iter().zip(parallel::map_each(portion, |(_, file)| {
            let one = taken(shelf, &writing, file);
            let read = one.as_ref().ok().and_then(|taken| taken.kept.as_ref()).map_or(0, |kept| kept.bytes);
            bytes.fetch_add(read, Ordering::Relaxed);
            one
        })) {
            let KeptOrTold { kept, said: more } = one?;
            said.extend(more);
            held.extend(kept.map(|kept| (*at, kept)));
        }
    }
    writing.finish(&named(held.clone(), files))?;
    Ok(true)
}

/// What came of a file.
#[derive(Default)]
struct KeptOrTold {
    kept: Option<KeptFile>,
    /// What is to be said of one that is not kept.
    said: Vec<String>,
}

/// Reads a file and adds it to what is kept. One that was only touched is not read again.
fn taken(shelf: &EvidenceShelf, writing: &ShelfWriting<'_>, file: &FoundFile) -> Result<KeptOrTold, ShelfError> {
    let stamp = ReadingStamp::of(&file.path);
    let now = std::fs::metadata(&file.path).map(|about| about.len()).ok();
    if now.is_some()
        && now == shelf.size(&file.path)
        && let Some(same) = import::checksum(&file.path).ok().and_then(|sum| shelf.same(&file.path, &sum))
    {
        return Ok(KeptOrTold { kept: Some(same), said: Vec::new() });
    }
    let Read { materials, said, known } = read(file);
    let (Some(stamp), Some(known)) = (stamp, known) else { return Ok(KeptOrTold { kept: None, said }) };
    let new = NewFile { path: &file.path, name: &file.name, stamp, known, materials: &materials, said: &said };
    Ok(KeptOrTold { kept: Some(writing.add(new)?), said: Vec::new() })
}
