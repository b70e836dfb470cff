//! What is long in the index: texts, what they are, claims, and what tells statements from others, of many sessions in two files.

use std::fs;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3Default, xxh3_64};

use super::digest::{Digest, TextPart};
use super::past_claim::{ClaimHandle, ClaimNames, PastClaim};
use crate::store::save;
use crate::store::sides::private_folder;
use crate::text::{KeyboardText, SetText, Span};

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
    /// Of the texts.
    hash: u64,
    /// Of the terms.
    terms_hash: u64,
}

impl ShardPart {
    /// In bytes.
    pub(super) const fn size(&self) -> u64 {
        (self.texts.1 + self.terms.1) as u64
    }
}

/// Texts and terms of many sessions; of a segment that was read, one of the two may be missing.
#[derive(Debug, Default)]
pub(in crate::store) struct Shard {
    texts: Vec<u8>,
    terms: Vec<u8>,
}

/// A session's words, as they lie in a segment.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShardTexts<'a> {
    /// The article, then all that was written about its claims.
    pub(super) text: SetText<'a>,
    spots: &'a [u8],
    places: &'a [u8],
    claims: &'a [u8],
}

/// Set in the count of a claim's terms when it has a verdict.
pub(super) const SETTLED: u32 = 1 << 31;

/// Numbers before a session's texts: how long each of them is.
const COUNTS: usize = 5;

/// Bytes of one stretch's entry: its end, what it is, its claim.
const SPOT: usize = 9;

/// Bytes of one claim's place: its first byte in the article, and one past its last.
const PLACE: usize = 8;

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
        let KeyboardText { text, set } = &digest.text;
        let counts: [usize; COUNTS] = [text.len(), set.len(), digest.spots.len(), digest.claims.len(), claims.len()];
        let long = SPOT * digest.spots.len() + PLACE * digest.claims.len() + claims.len();
        self.texts.reserve(4 * counts.len() + text.len() + set.len() + long);
        for count in counts {
            self.texts.extend_from_slice(&four(count));
        }
        self.texts.extend_from_slice(text.as_bytes());
        self.texts.extend_from_slice(set);
        for (end, spot, claim) in &digest.spots {
            let code = TextPart::ALL.iter().position(|other| other == spot).and_then(|code| u8::try_from(code).ok());
            self.texts.extend_from_slice(&end.to_le_bytes());
            self.texts.push(code.unwrap_or(u8::MAX));
            self.texts.extend_from_slice(&claim.to_le_bytes());
        }
        for claim in &digest.claims {
            self.texts.extend_from_slice(&four(claim.start));
            self.texts.extend_from_slice(&four(claim.end));
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
        let more = from.texts.get(range(body.texts)?).filter(|more| xxh3_64(more) == body.hash)?;
        let terms_more = from.terms(body).filter(|more| xxh3_64(more) == body.terms_hash)?;
        self.texts.extend_from_slice(more);
        self.terms.extend_from_slice(terms_more);
        Some(self.body(texts, terms))
    }

    /// The body of what was added last, from byte `texts` of the texts and `terms` of the terms on.
    fn body(&self, texts: usize, terms: usize) -> ShardPart {
        let hash = xxh3_64(self.texts.get(texts..).unwrap_or_default());
        let terms_hash = xxh3_64(self.terms.get(terms..).unwrap_or_default());
        let (texts, terms) = ((texts, self.texts.len() - texts), (terms, self.terms.len() - terms));
        ShardPart { segment: String::new(), texts, terms, hash, terms_hash }
    }

    /// True when the texts of the session at `body` lie there as they were written.
    pub(super) fn holds(&self, body: &ShardPart) -> bool {
        let texts = range(body.texts).and_then(|range| self.texts.get(range));
        texts.is_some_and(|texts| xxh3_64(texts) == body.hash)
    }

    /// The words of the session at `body`; `None` when they do not lie there whole.
    pub(super) fn texts(&self, body: &ShardPart) -> Option<ShardTexts<'_>> {
        let (head, rest) = self.texts.get(range(body.texts)?)?.split_at_checked(4 * COUNTS)?;
        let mut counts = head.chunks_exact(4).filter_map(|bytes| usize::try_from(word(bytes)?).ok());
        let (text, rest) = rest.split_at_checked(counts.next()?)?;
        let (set, rest) = rest.split_at_checked(counts.next()?)?;
        let (spots, rest) = rest.split_at_checked(counts.next()?.checked_mul(SPOT)?)?;
        let (places, rest) = rest.split_at_checked(counts.next()?.checked_mul(PLACE)?)?;
        let text = SetText::new(str::from_utf8(text).ok()?, set);
        Some(ShardTexts { text, spots, places, claims: rest.get(..counts.next()?)? })
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

    /// Reads the terms of the segment called `name`, unless they are here; none when it is gone.
    pub(super) fn read_terms(&mut self, place: &Path, name: &str) {
        if self.terms.is_empty() {
            let [_, terms] = files(place, name);
            self.terms = fs::read(terms).unwrap_or_default();
        }
    }

    /// The same for its texts.
    pub(super) fn read_texts(&mut self, place: &Path, name: &str) {
        if self.texts.is_empty() {
            let [texts, _] = files(place, name);
            self.texts = fs::read(texts).unwrap_or_default();
        }
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

    /// Where the claims stand in the article, in bytes, in the order of the file.
    pub(super) fn places(&self) -> impl Iterator<Item = Span> {
        self.places.chunks_exact(PLACE).filter_map(|entry| {
            let (start, end) = entry.split_at_checked(4)?;
            Some(Span::new(usize::try_from(word(start)?).ok()?, usize::try_from(word(end)?).ok()?))
        })
    }

    /// What the claims are called, in the order of the file.
    pub(super) fn handles(&self) -> Vec<ClaimHandle<'_>> {
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

/// A number as four bytes.
fn four(count: usize) -> [u8; 4] {
    u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes()
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

/// The texts of every segment, under its name.
pub(super) fn all_texts(place: &Path) -> Vec<(String, Shard)> {
    let entries = fs::read_dir(place).into_iter().flatten().flatten().map(|entry| entry.path());
    let texts = entries.filter(|path| path.extension().is_some_and(|end| end == "texts"));
    let read = |path: PathBuf| {
        let name = path.file_stem()?.to_str()?.to_owned();
        Some((name, Shard { texts: fs::read(path).ok()?, terms: Vec::new() }))
    };
    texts.filter_map(read).collect()
}

/// Bytes of a segment on disk.
pub(super) fn size(place: &Path, name: &str) -> u64 {
    files(place, name).iter().filter_map(|path| fs::metadata(path).ok()).map(|about| about.len()).sum()
}

/// Removes segments that are not `named` any more: those that are of the `past` at once, as they had their names already.
pub(super) fn sweep(place: &Path, named: &[String], past: &[String]) {
    let Ok(entries) = fs::read_dir(place) else { return };
    let mut there = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        let is_segment = path.extension().is_some_and(|end| end == "texts" || end == "terms" || end == "tmp");
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let written = entry.metadata().and_then(|about| about.modified()).ok();
        let (unnamed, is_past) = (is_segment && !named.contains(&stem), past.contains(&stem));
        there.extend(written.map(|written| (path, unnamed, is_past, written)));
    }
    // The youngest file tells what time it is where the cache lies.
    let Some(now) = there.iter().map(|(.., written)| *written).max() else { return };
    for (path, unnamed, is_past, written) in there {
        let is_old = || now.duration_since(written).is_ok_and(|age| age > UNNAMED);
        if unnamed && (is_past || is_old()) {
            // What stays does no harm, and is tried again.
            let _ = fs::remove_file(path);
        }
    }
}
