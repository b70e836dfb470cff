//! Likely pairs among many sentences, by the rare words and neighbouring words that they share: n log n where a table would be n².

use std::ops::Range;

use super::chain::{self, Pair};
use super::gap::{self, Link};
use super::sentence::{self, Likeness, Sentence, ratio};

/// Cells of a table that is filled for a gap.
const TABLE: usize = 1 << 13;

/// Sentences of a side in one table, when a gap has to be cut anyhow.
const ROWS: usize = 64;

/// A feature that stands in more sentences of a side tells nothing.
const RARE: usize = 12;

/// Likely successors of a sentence that are looked at.
const LOOKED_AT: usize = 3;

/// An old and a new sentence that share rare features, by their places, and how alike they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Likely {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) alike: Likeness,
}

/// The stems of the sentences `free` and their pairs of neighbouring words, each with its place and weight.
fn features(sentences: &[Sentence], free: impl Fn(usize) -> bool) -> Vec<(u64, usize, u32)> {
    let mut features = Vec::new();
    for (at, sentence) in sentences.iter().enumerate().filter(|(at, _)| free(*at)) {
        features.extend(sentence.stems().iter().map(|(stem, weight)| (u64::from(*stem), at, *weight)));
        features.extend(sentence.words.windows(2).filter_map(|two| {
            let [one, other] = two else { return None };
            Some((u64::from(one.id) << 32 | 1 << 63 | u64::from(other.id), at, one.weight.min(other.weight)))
        }));
    }
    features.sort_unstable();
    features.dedup_by_key(|(feature, at, _)| (*feature, *at));
    features
}

/// Pairs less alike are of no use to anybody.
const LEAST: f32 = 0.6;

/// False for sentences that are less alike than [`LEAST`], whatever the order of their words.
fn may_be_alike(one: &Sentence, other: &Sentence) -> bool {
    let most = sentence::most_common(one, other, one.shared(other));
    ratio(2 * most, one.weight + other.weight) >= LEAST
}

/// For every old sentence of those `lost` the new ones of those `fresh` that share most rare features with it, by old place.
pub(super) fn sharing(
    (old, lost): (&[Sentence], impl Fn(usize) -> bool),
    (new, fresh): (&[Sentence], impl Fn(usize) -> bool),
) -> Vec<(usize, usize)> {
    let (ours, theirs) = (features(old, lost), features(new, fresh));
    let mut votes: Vec<(usize, usize, u32)> = Vec::new();
    let mut groups = theirs.chunk_by(|one, other| one.0 == other.0).peekable();
    for group in ours.chunk_by(|one, other| one.0 == other.0) {
        let feature = group.first().map_or(0, |one| one.0);
        while groups.next_if(|others| others.first().is_some_and(|other| other.0 < feature)).is_some() {}
        let Some(others) = groups.next_if(|others| others.first().is_some_and(|other| other.0 == feature)) else {
            continue;
        };
        if group.len() <= RARE && others.len() <= RARE {
            votes.extend(group.iter().flat_map(|one| others.iter().map(|other| (one.1, other.1, one.2.min(other.2)))));
        }
    }
    votes.sort_unstable();
    let mut found = Vec::new();
    for row in votes.chunk_by(|one, other| one.0 == other.0) {
        let mut sums: Vec<(u32, usize, usize)> = row
            .chunk_by(|one, other| one.1 == other.1)
            .filter_map(|same| same.first().map(|first| (same.iter().map(|vote| vote.2).sum(), first.0, first.1)))
            .collect();
        sums.sort_unstable_by(|one, other| other.cmp(one));
        found.extend(sums.into_iter().take(LOOKED_AT).map(|(_, at, to)| (at, to)));
    }
    found
}

/// Those that [`sharing`] finds and that may be alike.
pub(super) fn likely(
    (old, lost): (&[Sentence], impl Fn(usize) -> bool),
    (new, fresh): (&[Sentence], impl Fn(usize) -> bool),
) -> Vec<Likely> {
    let pairs = sharing((old, lost), (new, fresh)).into_iter();
    let read = pairs.filter_map(|(at, to)| Some((at, to, old.get(at)?, new.get(to)?)));
    let alike = read.filter(|(_, _, one, other)| may_be_alike(one, other));
    alike.map(|(at, to, one, other)| Likely { old: at, new: to, alike: Likeness::of(one, other) }).collect()
}

/// Cuts a gap into pieces that a table can hold, where pairs are sure; both ranges count within the gap.
pub(super) fn pieces(old: &[Sentence], new: &[Sentence]) -> Vec<(Range<usize>, Range<usize>)> {
    if old.len().saturating_mul(new.len()) <= TABLE {
        return vec![(0..old.len(), 0..new.len())];
    }
    let mut pieces = Vec::new();
    let (mut row, mut column) = (0, 0);
    let all = |_| true;
    let sure = likely((old, all), (new, all)).into_iter().filter(|pair| pair.alike.dice() >= LEAST);
    let pairs: Vec<Pair> =
        sure.map(|pair| Pair { old: pair.old, new: pair.new, weight: u64::from(pair.alike.common) }).collect();
    for pair in chain::heaviest(&pairs, new.len()).into_iter().filter_map(|at| pairs.get(at)) {
        // A table as large as it is cheap, so that what was split or merged beside the pair is seen.
        if (pair.old - row).max(pair.new - column) >= ROWS / 2 {
            cut(row..pair.old, column..pair.new, &mut pieces);
            (row, column) = (pair.old, pair.new);
        }
    }
    cut(row..old.len(), column..new.len(), &mut pieces);
    pieces
}

/// Cuts what is still too large along its diagonal.
fn cut(rows: Range<usize>, columns: Range<usize>, pieces: &mut Vec<(Range<usize>, Range<usize>)>) {
    let longest = rows.len().max(columns.len());
    let times = if rows.len().saturating_mul(columns.len()) <= TABLE { 1 } else { longest.div_ceil(ROWS) };
    let part = |range: &Range<usize>, time: usize| range.start + range.len() * time / times;
    pieces.extend(
        (0..times)
            .map(|time| (part(&rows, time)..part(&rows, time + 1), part(&columns, time)..part(&columns, time + 1))),
    );
}

/// The links of one stretch, of which each side begins at a place of its own.
pub(super) fn aligned((ours, row): (&[Sentence], usize), (theirs, column): (&[Sentence], usize)) -> Vec<Link> {
    let mut links = Vec::new();
    for (one, other) in pieces(ours, theirs) {
        let (first_old, first_new) = (row + one.start, column + other.start);
        let found = gap::align(ours.get(one).unwrap_or_default(), theirs.get(other).unwrap_or_default());
        links.extend(found.into_iter().map(|link| Link {
            old: (first_old + link.old.0, link.old.1),
            new: (first_new + link.new.0, link.new.1),
            ..link
        }));
    }
    links
}
