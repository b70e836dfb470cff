//! The index of a folder of sessions: what a list shows of each, its words and its claims, so that a thousand files need not be
//! read again. It lies in the cache folder, may be deleted at any time, and is never believed about a file that the system says
//! is another by now.
//!
//! Two files a folder: `rows`, written anew as a whole, and segments, which hold what is long and are only ever added. A row says
//! in which segment its session's words lie. Two processes at once each add a segment and put their rows; the last one's count,
//! and what only the other had read is read again. Nothing is synced: every row carries a hash of its words, and what does not
//! fit is as if it were not there.

mod alike;
mod counts;
mod digest;
mod footprint;
mod glance;
mod lean;
mod past_claim;
mod rows;
mod search;
mod shard;
mod sketch;
mod terms;
mod written;

use std::collections::HashMap;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;
use std::{panic, thread};

use counts::TermCounts;
use digest::Digest;
pub(super) use footprint::Footprint;
use rows::{IndexRow, IndexRows};
use shard::Shard;

use super::policy::{FolderPolicies, fingerprint};
use super::{content, format, on_disk};
use crate::text::parallel;
pub use alike::SimilarClaim;
pub(super) use digest::Summary;
pub use digest::{OriginFile, TextPart};
pub use search::{SearchPlace, SearchResult, SearchResults};
pub use written::WrittenDown;

/// Segments beyond this are put together into one.
const SEGMENTS: usize = 12;

/// The index of a folder of sessions.
#[derive(Debug, Default)]
pub(super) struct SessionIndex {
    /// Where it lies; `None` when there is no place for it, and then everything is read each time.
    place: Option<PathBuf>,
    held: IndexRows,
    /// When it was written, by the clock that the files' times are of.
    written: Option<SystemTime>,
    /// The segments that were read, or made and could not be written.
    loaded: HashMap<String, Shard>,
    /// How many claims have each word, once that was asked for.
    counts: Option<TermCounts>,
}

/// A file that was read anew.
type ReadAnew = (String, Footprint, Result<(Summary, Shard), String>);

impl SessionIndex {
    /// What the cache folder `cache` holds about the sessions in `folder`: nothing when it is not there, is spoilt, or is of another
    /// version or folder.
    pub(super) fn read(folder: &Path, cache: Option<&Path>) -> Self {
        let place = cache.map(|cache| cache.join(rows::place(folder)));
        let Some((held, written)) = place.as_deref().and_then(|place| rows::read(place, folder)) else {
            return Self { place, held: IndexRows::of(folder), ..Self::default() };
        };
        Self { place, held, written: Some(written), ..Self::default() }
    }

    /// What a list showed of the sessions in `folder` when their index was last written to the cache folder `cache`, the one worked
    /// on last first; nothing else is read. `None` when it is not there.
    pub(super) fn glance(folder: &Path, cache: Option<&Path>) -> Option<Vec<(String, Summary)>> {
        let folder = rows::real(folder);
        glance::read(&cache?.join(rows::place_of(&folder)), &folder)
    }

    /// The names and lines that it has, in no order; nothing says that the files are still so.
    pub(super) fn lines(&self) -> impl Iterator<Item = (&str, &Summary)> {
        self.held.rows.iter().map(|row| (row.name.as_str(), &row.line))
    }

    /// The names of the sessions whose article shares at least the share `least`, 0 to 1, of its runs of words with `text`.
    pub(super) fn sharing_text(&self, text: &str, least: f64) -> Vec<&str> {
        let asked = sketch::of(text);
        let much = self.held.rows.iter().filter(|row| sketch::shared(&asked, &row.line.sketch) >= least);
        much.map(|row| row.name.as_str()).collect()
    }

    /// The texts of all sessions in `folder` that its index in the cache folder `cache` holds, for [`Self::with_texts`]: where many are
    /// read anyway, this can be done while the rows are.
    pub(super) fn texts(folder: &Path, cache: Option<&Path>) -> Vec<(String, Shard)> {
        let place = cache.map(|cache| cache.join(rows::place(folder)));
        place.as_deref().map(shard::all_texts).unwrap_or_default()
    }

    /// Takes in texts that were read; those that it has, and those of no session, are let go.
    pub(super) fn with_texts(mut self, texts: Vec<(String, Shard)>) -> Self {
        let segments = self.held.segments();
        for (name, shard) in texts.into_iter().filter(|(name, _)| segments.contains(name)) {
            self.loaded.entry(name).or_insert(shard);
        }
        self
    }

    /// True when it holds nothing.
    pub(super) const fn is_empty(&self) -> bool {
        self.held.rows.is_empty()
    }

    /// Brings it in step with `files`, names and paths, and with what is asked of their claims, reading only what has changed, and writes it if it can. Answers with the
    /// names of those that can't be read, and why.
    pub(super) fn renew(
        &mut self,
        files: Vec<(String, PathBuf)>,
        policies: &FolderPolicies,
    ) -> Vec<(String, PathBuf, String)> {
        let mut known: HashMap<String, IndexRow> =
            self.held.rows.drain(..).map(|row| (row.name.clone(), row)).collect();
        let before = known.len();
        let mut wanted = Vec::new();
        for (name, path) in files {
            let row = known.remove(&name);
            let trusted = row.and_then(|row| {
                let settled = self.written.is_some_and(|then| row.footprint.is_settled(then));
                let asked = || fingerprint(&policies.of_session(&name)) == row.line.policy;
                (settled && Footprint::of(&path) == Some(row.footprint) && asked()).then_some(row)
            });
            match trusted {
                Some(row) => self.held.rows.push(row),
                None => wanted.push((name, path)),
            }
        }
        if wanted.is_empty() && self.held.rows.len() == before {
            return Vec::new();
        }
        let paths: HashMap<String, PathBuf> = wanted.iter().cloned().collect();
        let mut segment = Shard::default();
        let mut troubled = Vec::new();
        for (name, footprint, read) in all_read(wanted, policies) {
            match read {
                Ok((line, shard)) => {
                    let body = segment.append(&shard);
                    self.held.rows.push(IndexRow { name, footprint, line, body });
                }
                Err(trouble) => troubled.push((paths.get(&name).cloned().unwrap_or_default(), name, trouble)),
            }
        }
        self.counts = None;
        self.keep(segment);
        troubled.into_iter().map(|(path, name, trouble)| (name, path, trouble)).collect()
    }

    /// Writes a new segment and the rows. Where that can't be done they are held in memory.
    fn keep(&mut self, segment: Shard) {
        let name = segment.name();
        for row in self.held.rows.iter_mut().filter(|row| row.body.segment.is_empty()) {
            row.body.segment.clone_from(&name);
        }
        let added = self.place.as_deref().is_some_and(|place| segment.is_empty() || segment.write(place, &name));
        if !segment.is_empty() {
            self.loaded.insert(name, segment);
        }
        if added && let Some(place) = self.place.clone() {
            let mut past = self.held.segments();
            self.compact(&place);
            rows::write(&place, &self.held);
            glance::write(&place, self.held.folder(), &self.held.rows);
            self.written = rows::written(&place);
            let named = self.held.segments();
            past.retain(|name| !named.contains(name));
            shard::sweep(&place, &named, &past);
        }
    }

    /// Puts all segments into one when there are many, or when most of what they hold is of the past.
    fn compact(&mut self, place: &Path) {
        let segments = self.held.segments();
        let live: u64 = self.held.rows.iter().map(|row| row.body.size()).sum();
        let there: u64 = segments.iter().map(|name| shard::size(place, name)).sum();
        if segments.len() <= SEGMENTS && there <= 2 * live + (1 << 20) {
            return;
        }
        self.load_texts();
        self.load_terms();
        let mut whole = Shard::default();
        let mut rows = std::mem::take(&mut self.held.rows);
        for row in &mut rows {
            // What can't be read any more is missed, and read from its session again, once words are looked for.
            let copied = self.loaded.get(&row.body.segment).and_then(|from| whole.copy(from, &row.body));
            row.body = copied.unwrap_or_default();
        }
        let name = whole.name();
        for row in &mut rows {
            row.body.segment.clone_from(&name);
        }
        self.held.rows = rows;
        let _ = whole.write(place, &name);
        self.loaded = HashMap::from([(name, whole)]);
    }

    /// Lets go of the rows whose texts are not there, or not as they were written; true when there were any. What is renewed then
    /// has them again.
    pub(super) fn lets_go(&mut self) -> bool {
        self.load_texts();
        let whole = parallel::map(&self.held.rows, |row| {
            self.loaded.get(&row.body.segment).is_some_and(|shard| shard.holds(&row.body))
        });
        self.counts = None;
        let before = self.held.rows.len();
        let mut whole = whole.into_iter();
        self.held.rows.retain(|_| whole.next().unwrap_or_default());
        self.loaded.retain(|_, shard| !shard.is_empty());
        self.held.rows.len() < before
    }

    /// Reads the terms of the segments that its rows lie in and whose terms were not read yet.
    fn load_terms(&mut self) {
        self.load(Shard::read_terms);
    }

    /// The same for their texts.
    fn load_texts(&mut self) {
        self.load(Shard::read_texts);
    }

    fn load(&mut self, read: impl Fn(&mut Shard, &Path, &str)) {
        let Some(place) = self.place.as_deref() else { return };
        for name in self.held.segments() {
            read(self.loaded.entry(name.clone()).or_default(), place, &name);
        }
    }

    /// True when the index on disk is another than the one that was read.
    pub(super) fn is_stale(&self) -> bool {
        self.place.as_deref().is_some_and(|place| rows::written(place) != self.written)
    }
}

/// Reads every file, in any order; each core takes the next that none has.
fn all_read(files: Vec<(String, PathBuf)>, policies: &FolderPolicies) -> Vec<ReadAnew> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let helpers = cores.min(files.len()).saturating_sub(1);
    let rest = Mutex::new(files.into_iter());
    let next = || rest.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || std::iter::from_fn(next).map(|(name, path)| read(name, &path, policies)).collect::<Vec<_>>();
    thread::scope(|scope| {
        let threads: Vec<_> = (0..helpers).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        for thread in threads {
            all.extend(thread.join().unwrap_or_else(|trouble| panic::resume_unwind(trouble)));
        }
        all
    })
}

/// What a session file holds, or why it can't be read.
fn read(name: String, path: &Path, policies: &FolderPolicies) -> ReadAnew {
    // Before the content: what is written meanwhile shows the next time.
    let footprint = Footprint::of(path).unwrap_or_default();
    let digest = content::bytes(path).ok().and_then(|bytes| Digest::of(&bytes)).map(Ok);
    let whole = || {
        let loaded = on_disk::read(path).map_err(|error| error.to_string())?;
        Digest::of(&format::print(&loaded.session)).ok_or_else(|| format!("it can't be listed: {}", path.display()))
    };
    let kept = digest.unwrap_or_else(whole).map(|mut digest| {
        let policy = policies.of_session(&name);
        if !policy.is_none() {
            digest.line.policy = fingerprint(&policy);
            // Only the whole session tells what its claims lack.
            digest.line.standing = on_disk::read(path).ok().map(|loaded| policy.tally(&loaded.session));
        }
        let mut shard = Shard::default();
        shard.add(&digest);
        (digest.line, shard)
    });
    (name, footprint, kept)
}

#[cfg(test)]
mod tests;
