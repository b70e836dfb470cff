//! What is long in the index: texts, what they are, claims, and what tells statements from others, of many sessions in two files.

use std::fs;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3Default;

use super::digest::{ClaimNames, ClaimPlace, Digest, PastClaim, TextPart};
use crate::store::save;
use crate::store::sides::private_folder;

/// A segment that no rows name is left alone for so long: another process may be about to name it.
const UNNAMED: Duration = Duration::from_mins(10);

/// Where a session's words lie.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ShardPart {
    /// In which segment; empty until that has its name.
    pub(super) segment: String,
    /// From which byte on, of the texts, and how many.
    texts: (usize, usize),
    /// The same of the terms.
    terms: (usize, usize),
    /// Of both.
    hash: u64,
}

impl ShardPart {
    /// In bytes.
    pub(super) const fn size(&self) -> u64 {
        (self.texts.1 + self.terms.1) as u64
    }
}

/// Texts and terms of many sessions.
#[derive(Debug, Default)]
pub(super) struct Shard {
    texts: Vec<u8>,
    terms: Vec<u8>,
}

/// A session's words, as they lie in a segment.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShardTexts<'a> {
    /// The article, then all that was written about its claims.
    pub(super) text: &'a str,
    spots: &'a [u8],
    claims: &'a [u8],
}

/// Set in the count of a claim's terms when it has a verdict.
pub(super) const SETTLED: u32 = 1 << 31;

/// Bytes of one stretch's entry: its end, what it is, its claim.
const SPOT: usize = 9;

impl Shard {
    pub(super) const fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Its name, which follows from what it holds.
    pub(super) fn name(&self) -> String {
        format!("{:016x}", hash(&self.texts, &self.terms))
    }

    /// Adds a session.
    pub(super) fn add(&mut self, digest: &Digest) {
        let claims = serde_json::to_vec(&digest.claims).unwrap_or_default();
        self.texts.reserve(12 + digest.text.len() + SPOT * digest.spots.len() + claims.len());
        for count in [digest.text.len(), digest.spots.len(), claims.len()] {
            self.texts.extend_from_slice(&u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
        }
        self.texts.extend_from_slice(digest.text.as_bytes());
        for (end, spot, claim) in &digest.spots {
            let code = TextPart::ALL.iter().position(|other| other == spot).and_then(|code| u8::try_from(code).ok());
            self.texts.extend_from_slice(&end.to_le_bytes());
            self.texts.push(code.unwrap_or(u8::MAX));
            self.texts.extend_from_slice(&claim.to_le_bytes());
        }
        self.texts.extend_from_slice(&claims);
        for (terms, claim) in digest.terms.iter().zip(&digest.claims) {
            let settled = if claim.verdict.is_empty() { 0 } else { SETTLED };
            let count = u32::try_from(terms.len()).unwrap_or_default() | settled;
            std::iter::once(&count).chain(terms).for_each(|term| self.terms.extend_from_slice(&term.to_le_bytes()));
        }
    }

    /// Adds what another holds, as one session.
    pub(super) fn append(&mut self, other: &Self) -> ShardPart {
        let (texts, terms) = (self.texts.len(), self.terms.len());
        self.texts.extend_from_slice(&other.texts);
        self.terms.extend_from_slice(&other.terms);
        self.body(texts, terms)
    }

    /// Adds the session that lies at `body` of `from`; `None` when it does not lie there whole.
    pub(super) fn copy(&mut self, from: &Self, body: &ShardPart) -> Option<ShardPart> {
        let (texts, terms) = (self.texts.len(), self.terms.len());
        let (more, terms_more) = from.bytes(body).filter(|_| from.holds(body))?;
        self.texts.extend_from_slice(more);
        self.terms.extend_from_slice(terms_more);
        Some(self.body(texts, terms))
    }

    /// The body of what was added last, from byte `texts` of the texts and `terms` of the terms on.
    fn body(&self, texts: usize, terms: usize) -> ShardPart {
        let hash = hash(self.texts.get(texts..).unwrap_or_default(), self.terms.get(terms..).unwrap_or_default());
        let (texts, terms) = ((texts, self.texts.len() - texts), (terms, self.terms.len() - terms));
        ShardPart { segment: String::new(), texts, terms, hash }
    }

    fn bytes(&self, body: &ShardPart) -> Option<(&[u8], &[u8])> {
        let texts = self.texts.get(range(body.texts)?)?;
        Some((texts, self.terms.get(range(body.terms)?)?))
    }

    /// True when the session at `body` lies there as it was written.
    pub(super) fn holds(&self, body: &ShardPart) -> bool {
        self.bytes(body).is_some_and(|(texts, terms)| hash(texts, terms) == body.hash)
    }

    /// The words of the session at `body`; `None` when they do not lie there whole.
    pub(super) fn texts(&self, body: &ShardPart) -> Option<ShardTexts<'_>> {
        let (texts, _) = self.bytes(body)?;
        let (head, rest) = texts.split_at_checked(12)?;
        let mut counts = head.chunks_exact(4).filter_map(|bytes| usize::try_from(word(bytes)?).ok());
        let (text, rest) = rest.split_at_checked(counts.next()?)?;
        let (spots, rest) = rest.split_at_checked(counts.next()?.checked_mul(SPOT)?)?;
        Some(ShardTexts { text: str::from_utf8(text).ok()?, spots, claims: rest.get(..counts.next()?)? })
    }

    /// The terms of the session at `body`, by the bytes.
    pub(super) fn terms(&self, body: &ShardPart) -> Option<&[u8]> {
        self.terms.get(range(body.terms)?)
    }

    /// Writes it to `place` under `name`; false when that can't be done.
    pub(super) fn write(&self, place: &Path, name: &str) -> bool {
        let made =
            place.parent().is_none_or(|cache| fs::create_dir_all(cache).is_ok()) && private_folder(place).is_ok();
        let [texts, terms] = files(place, name);
        made && save::unsynced(&terms, &self.terms).is_ok() && save::unsynced(&texts, &self.texts).is_ok()
    }

    /// The terms alone of the segment called `name`; `None` when it is gone.
    pub(super) fn read_terms(place: &Path, name: &str) -> Option<Self> {
        let [_, terms] = files(place, name);
        Some(Self { texts: Vec::new(), terms: fs::read(terms).ok()? })
    }

    /// The texts alone of the session at `body`, and where they lie in what was read; `None` when they are not there.
    pub(super) fn read_part(place: &Path, body: &ShardPart) -> Option<(Self, ShardPart)> {
        let [texts, _] = files(place, &body.segment);
        let mut file = fs::File::open(texts).ok()?;
        file.seek(SeekFrom::Start(u64::try_from(body.texts.0).ok()?)).ok()?;
        let mut texts = Vec::new();
        file.take(u64::try_from(body.texts.1).ok()?).read_to_end(&mut texts).ok()?;
        let part = ShardPart { texts: (0, texts.len()), terms: (0, 0), ..body.clone() };
        Some((Self { texts, terms: Vec::new() }, part))
    }

    /// True when its texts were not read.
    pub(super) const fn is_bare(&self) -> bool {
        self.texts.is_empty() && !self.terms.is_empty()
    }

    /// The segment called `name`; `None` when it is gone.
    pub(super) fn read(place: &Path, name: &str) -> Option<Self> {
        let [texts, terms] = files(place, name);
        Some(Self { texts: fs::read(texts).ok()?, terms: fs::read(terms).ok()? })
    }
}

impl ShardTexts<'_> {
    /// Every stretch of the text, in order: where it stands in bytes, what it is, and which claim it is about.
    pub(super) fn spots(&self) -> impl Iterator<Item = (Range<usize>, TextPart, usize)> {
        let mut begin = 0;
        self.spots.chunks_exact(SPOT).filter_map(move |entry| {
            let end = usize::try_from(word(entry.get(..4)?)?).ok()?;
            let spot = TextPart::ALL.get(usize::from(*entry.get(4)?)).copied()?;
            let claim = usize::try_from(word(entry.get(5..)?)?).ok()?;
            // Without the separator.
            let range = begin..end.saturating_sub(1);
            begin = end;
            Some((range, spot, claim))
        })
    }

    /// Where the claims stand, in the order of the file.
    pub(super) fn places(&self) -> Vec<ClaimPlace<'_>> {
        serde_json::from_slice(self.claims).unwrap_or_default()
    }

    /// Whom and what the claims name, in the order of the file.
    pub(super) fn names(&self) -> Vec<ClaimNames> {
        serde_json::from_slice(self.claims).unwrap_or_default()
    }

    /// The claims, in the order of the file.
    pub(super) fn claims(&self) -> Vec<PastClaim> {
        serde_json::from_slice(self.claims).unwrap_or_default()
    }
}

/// Four bytes as a number.
pub(super) fn word(bytes: &[u8]) -> Option<u32> {
    bytes.try_into().ok().map(u32::from_le_bytes)
}

fn range((start, len): (usize, usize)) -> Option<Range<usize>> {
    Some(start..start.checked_add(len)?)
}

fn hash(texts: &[u8], terms: &[u8]) -> u64 {
    let mut hash = Xxh3Default::new();
    hash.update(texts);
    hash.update(terms);
    hash.digest()
}

fn files(place: &Path, name: &str) -> [PathBuf; 2] {
    ["texts", "terms"].map(|what| place.join(format!("{name}.{what}")))
}

/// Bytes of a segment on disk.
pub(super) fn size(place: &Path, name: &str) -> u64 {
    files(place, name).iter().filter_map(|path| fs::metadata(path).ok()).map(|about| about.len()).sum()
}

/// Removes segments that are not `named` any more.
pub(super) fn sweep(place: &Path, named: &[String]) {
    let Ok(entries) = fs::read_dir(place) else { return };
    let mut there = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        let is_segment = path.extension().is_some_and(|end| end == "texts" || end == "terms" || end == "tmp");
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let written = entry.metadata().and_then(|about| about.modified()).ok();
        there.extend(written.map(|written| (path, is_segment && !named.contains(&stem), written)));
    }
    // The youngest file tells what time it is where the cache lies.
    let Some(now) = there.iter().map(|(.., written)| *written).max() else { return };
    for (path, is_old, written) in there {
        if is_old && now.duration_since(written).is_ok_and(|age| age > UNNAMED) {
            // What stays does no harm, and is tried again.
            let _ = fs::remove_file(path);
        }
    }
}
