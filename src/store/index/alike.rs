//! Earlier claims that say what a statement says: the words they share, weighed by how few claims have them, against all that
//! either has. One pass over numbers for words; nothing is kept between two questions but the numbers and how often each is there.

use std::collections::HashSet;
use std::path::Path;

use super::SessionIndex;
use super::counts::{AskedWords, TermCounts};
use super::digest::{Digest, Summary};
use super::footprint::Footprint;
use super::past_claim::PastClaim;
use super::rows::IndexRow;
use super::shard::{self, Shard, word};
use super::terms::{self, FIGURE};
use crate::review::{ClaimId, Source, Stamp};
use crate::store::on_disk;
use crate::store::published::PublishedCheck;
use crate::text::Span;

/// Shared weight against the weight of all words of both, from which two statements pass for one. Tried on 1,280 pairs of sentences
/// before and after a writer's or an editor's hand: 95 of 100 are found among the first three, and of 100 sentences of other
/// articles one finds something.
const LIKE: f64 = 0.38;

/// Words that two statements have to share, however rare these are.
const SHARED: u32 = 3;

/// Claims that are weighed exactly.
const WEIGHED: usize = 64;

/// The name of the row that holds what others have published; no session can have it.
const PUBLISHED: &str = "\0published";

/// Earlier claims that are told.
const TOLD: usize = 3;

/// An earlier claim that says much the same.
#[derive(Clone, Debug, PartialEq)]
pub struct SimilarClaim {
    /// The session's name; empty for a check that somebody else has published, which has no claim, and its link as source.
    pub session: String,
    /// Its article's title.
    pub title: String,
    /// The claim's id.
    pub claim: String,
    /// Its number.
    pub number: String,
    /// Its words.
    pub words: String,
    /// The verdict's word.
    pub verdict: String,
    /// Who marked it.
    pub by: String,
    /// When.
    pub at: Stamp,
    /// Its first source; empty for none.
    pub source: String,
    /// How much it says the same, from 0 to 1.
    pub likeness: f64,
}

/// A claim that shares some words.
struct AlikeCandidate<'a> {
    row: usize,
    claim: usize,
    /// Which of the words asked for, a bit each.
    shared: u64,
    terms: &'a [u8],
    weight: f64,
}

impl SimilarClaim {
    /// Its claim's first source, as the session at `path` has it by now.
    pub fn first_source(&self, path: &Path) -> Option<Source> {
        if self.source.is_empty() {
            return None;
        }
        let session = on_disk::read(path).ok()?.session;
        session.any_claim(&ClaimId::from(self.claim.as_str()))?.record.sources.first().cloned()
    }
}

impl SessionIndex {
    /// Earlier claims with a verdict that say what `texts` say, the one most like it first, at most three; none of the session
    /// called `except`, and none of another session over the same article: that is a copy of it, and no earlier check. Who reads it
    /// blind is not to be told what the first reader came to.
    pub(in crate::store) fn alike(&mut self, texts: &[&str], except: &str) -> Vec<SimilarClaim> {
        self.load_terms();
        let terms = terms::of(texts);
        if terms.iter().filter(|term| *term & FIGURE == 0).count() < SHARED as usize {
            return Vec::new();
        }
        let counts = self.counts.take().unwrap_or_else(|| self.counted());
        let like = self.like(&AskedWords::new(terms, &counts), &counts, except);
        self.counts = Some(counts);
        like.into_iter().filter_map(|(likeness, row, claim)| self.told(row, claim, likeness)).collect()
    }

    /// The claims most like what is asked for: how much, in which row, and which claim of it.
    fn like(&self, asked: &AskedWords, counts: &TermCounts, except: &str) -> Vec<(f64, usize, usize)> {
        let whole: f64 = asked.weights.iter().sum();
        let mut candidates = self.sharing(asked, except);
        for candidate in &mut candidates {
            candidate.weight = asked.weight_of(candidate.shared);
        }
        candidates.retain(|candidate| candidate.weight >= LIKE * whole);
        candidates.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        candidates.truncate(WEIGHED);
        let mut like: Vec<(f64, usize, usize)> = Vec::new();
        for AlikeCandidate { row, claim, terms, weight, .. } in candidates {
            let other: f64 = words(terms).map(|term| counts.weight(term)).sum();
            let likeness = weight / (whole + other - weight).max(f64::EPSILON);
            if likeness >= LIKE {
                like.push((likeness.min(1.0), row, claim));
            }
        }
        like.sort_by(|a, b| b.0.total_cmp(&a.0));
        like.truncate(TOLD);
        like
    }

    /// How many claims there are and how many have each word.
    fn counted(&self) -> TermCounts {
        let mut counts = TermCounts::default();
        self.each(|_, _, _, terms| counts.add(words(terms)));
        counts
    }

    /// Leaves out the sessions with these `names`, for as long as this index is held.
    pub(in crate::store) fn forget(&mut self, names: &HashSet<String>) {
        self.held.rows.retain(|row| !names.contains(&row.name));
        self.counts = None;
    }

    /// Takes in checks that others have published, for as long as this index is held.
    pub(in crate::store) fn publish(&mut self, checks: &[PublishedCheck]) {
        let mut digest = Digest::default();
        for PublishedCheck { claim, rating, publisher, at, url } in checks {
            digest.terms.push(terms::of(&[claim]));
            let (verdict, by, at, source, words) =
                (rating.clone(), publisher.clone(), at.clone(), url.clone(), claim.clone());
            digest.claims.push(PastClaim { verdict, by, at, source, words, ..PastClaim::default() });
        }
        let (mut shard, mut whole) = (Shard::default(), Shard::default());
        shard.add(&digest);
        let mut body = whole.append(&shard);
        PUBLISHED.clone_into(&mut body.segment);
        self.loaded.insert(PUBLISHED.to_owned(), whole);
        let (name, footprint, line) = (PUBLISHED.to_owned(), Footprint::default(), Summary::default());
        self.held.rows.push(IndexRow { name, footprint, line, body });
        self.counts = None;
    }

    /// The claims with a verdict that share words with what is asked for.
    fn sharing(&self, asked: &AskedWords, except: &str) -> Vec<AlikeCandidate<'_>> {
        let figures = asked.terms.partition_point(|term| term & FIGURE == 0);
        let of_words = if figures >= 64 { u64::MAX } else { (1 << figures) - 1 };
        let mut candidates = Vec::new();
        let rows = &self.held.rows;
        let own = rows.iter().find(|row| row.name == except).map(|row| row.line.sha256.as_str());
        self.each(|row, claim, settled, terms| {
            if !settled {
                return;
            }
            let places = words(terms).filter_map(|term| asked.place(term));
            let shared = places.fold(0_u64, |shared, place| shared | 1 << place.min(63));
            let is_other = || rows.get(row).is_some_and(|row| row.name != except && Some(&*row.line.sha256) != own);
            if (shared & of_words).count_ones() >= SHARED && is_other() {
                candidates.push(AlikeCandidate { row, claim, shared, terms, weight: 0.0 });
            }
        });
        candidates
    }

    /// Hands over every claim: its session's row, its place there, whether it has a verdict, its terms.
    fn each<'a>(&'a self, mut take: impl FnMut(usize, usize, bool, &'a [u8])) {
        for (at, row) in self.held.rows.iter().enumerate() {
            let shard = self.loaded.get(&row.body.segment);
            let mut rest = shard.and_then(|shard| shard.terms(&row.body)).unwrap_or_default();
            let mut claim = 0;
            while let Some((head, more)) = rest.split_at_checked(4) {
                let head = word(head).unwrap_or_default();
                let Some((terms, more)) = more.split_at_checked((head & !shard::SETTLED) as usize * 4) else { break };
                take(at, claim, head & shard::SETTLED != 0, terms);
                (rest, claim) = (more, claim + 1);
            }
        }
    }

    fn told(&self, row: usize, claim: usize, likeness: f64) -> Option<SimilarClaim> {
        let row = self.held.rows.get(row)?;
        let read;
        let held = self.loaded.get(&row.body.segment).and_then(|shard| shard.texts(&row.body));
        let texts = if let Some(texts) = held {
            texts
        } else {
            read = Shard::read_part(self.place.as_deref()?, &row.body)?;
            read.0.texts(&read.1)?
        };
        let PastClaim { id, number, start, end, verdict, by, at, source, words, .. } =
            texts.claims().into_iter().nth(claim)?;
        let words = if words.is_empty() { texts.text.set(Span::new(start, end)) } else { words };
        let session = if row.name == PUBLISHED { String::new() } else { row.name.clone() };
        let title = row.line.title.clone();
        Some(SimilarClaim { session, title, claim: id, number, words, verdict, by, at, source, likeness })
    }
}

/// Terms by their bytes.
fn words(terms: &[u8]) -> impl Iterator<Item = u32> {
    terms.chunks_exact(4).filter_map(word)
}
