//! What became of an article's sentences and claims in its next draft: same, moved, changed, split, merged, gone.
//!
//! Equal sentences are found first and serve as anchors; what stands between two anchors is aligned by the words it has in common;
//! what is left is looked for elsewhere. Words that differ by more than white space and typography are never called same or moved.
//! Sentences come from the caller, who knows how to cut them; nothing here depends on which claims are asked about.

mod blocks;
mod chain;
mod claims;
mod common;
mod earlier;
mod equal;
mod fold;
mod gap;
mod lanes;
mod moved;
mod scattered;
mod sentence;
mod wide;
mod words;

use std::collections::HashMap;

use foldhash::fast::RandomState;

pub use self::blocks::{BlockDiff, blocks};
pub use self::claims::ClaimFate;
pub use self::earlier::{Hunk, HunkError, hunks, inverted, kept_hunks, rebuild, size};
pub use self::fold::fold;
pub use self::lanes::Lanes;

use self::chain::Pair;
use self::equal::{Equals, NONE};
use self::gap::{FAR, Link};
use self::scattered::{Scattered, scattered};
use self::sentence::{Sentence, ratio};
use self::words::Numbers;
use super::vocabulary::vocabulary;
use crate::text::Span;

vocabulary! {
    /// What became of words in a new draft.
    Fate {
        /// The same words but for white space and typography, in the same place among their neighbours.
        Same = "same",
        /// The same words in another place.
        Moved = "moved",
        /// Found again, with other words.
        Changed = "changed",
        /// Several sentences now.
        Split = "split",
        /// Part of a longer sentence now, with words that stood in another.
        Merged = "merged",
        /// Nothing of the new draft is their successor.
        Gone = "gone",
    }
}

impl Fate {
    /// True where the words are the same, wherever they stand.
    pub const fn is_same(&self) -> bool {
        matches!(self, Self::Same | Self::Moved)
    }
}

/// A draft's text with the places of its sentences.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'a> {
    /// The text.
    pub text: &'a str,
    /// Its sentences in bytes, in order, none overlapping, on grapheme boundaries.
    pub sentences: &'a [Span],
    /// How many bytes at the beginning of each sentence are no words of it, as a list's number is; none where there is no more of them.
    pub marks: &'a [usize],
    /// Its language (BCP 47; empty when unknown), in which its figures are read.
    pub language: &'a str,
}

impl Cut<'_> {
    /// The words of sentence `at`, without a mark before them.
    fn bare(&self, at: usize) -> Option<Span> {
        let span = self.sentences.get(at)?;
        let mark = self.marks.get(at).copied().unwrap_or_default();
        Some(Span::new((span.start + mark).min(span.end), span.end))
    }
}

/// What became of one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Successor {
    /// Its fate.
    pub fate: Fate,
    /// The new sentences that it went to, by their places, in order; none when it is gone.
    pub to: Vec<usize>,
    /// How alike the words are, 0 to 1; 1 for same and moved.
    pub score: f32,
}

/// What became of every sentence of a draft in the next one.
#[derive(Clone, Debug)]
pub struct Redraft<'a> {
    old: Cut<'a>,
    new: Cut<'a>,
    successors: Vec<Successor>,
    /// For each new sentence whether an old one went there.
    known: Vec<bool>,
}

impl<'a> Redraft<'a> {
    /// Compares two drafts. It takes n log n, however the two differ.
    pub fn of(old: Cut<'a>, new: Cut<'a>) -> Self {
        let mut keys = SentenceKeys::default();
        let (ours, theirs) = (keys.of(old), keys.of(new));
        // A sentence counts by its letters and for itself, so that one long one does not outweigh a page of short ones.
        let weight = |at: usize| old.sentences.get(at).map_or(1, |span| 60 + span.len() as u64);
        let mut equals = Equals::find(&ours, &theirs, keys.0.len(), weight);
        let mut numbers = Numbers::default();
        let mut free = |cut: Cut<'_>, keys: &[u32], equal: &[usize]| {
            let free = cut.sentences.iter().zip(keys).zip(equal).enumerate().filter(|(_, (_, equal))| **equal == NONE);
            free.map(|(at, ((span, key), _))| Sentence::read(at, *key, span.of(cut.text), cut.language, &mut numbers))
                .collect::<Vec<_>>()
        };
        let (mut before, mut after) = (free(old, &ours, &equals.old), free(new, &theirs, &equals.new));
        sentence::weigh([&mut before, &mut after], &numbers);
        let mut links = between(&before, &after, &equals.anchors);
        moved::beside(&before, &after, &equals, &mut links);
        elsewhere(&before, &after, &mut links);
        let mut made = Made { successors: vec![None; old.sentences.len()], order: Vec::new() };
        for link in &links {
            made.take(link, &before, &after, &mut equals);
        }
        made.scatter(&scattered(&before, &after, &links), &before, &after);
        made.order.extend(equals.old.iter().copied().enumerate().filter(|(_, to)| *to != NONE));
        let known = known(&made.successors, &equals);
        let successors = made.settled(&equals, new.sentences.len(), weight);
        Self { old, new, successors, known }
    }

    /// What became of each old sentence, in order.
    pub fn successors(&self) -> &[Successor] {
        &self.successors
    }

    /// The places of the new sentences that no old one went to.
    pub fn new_sentences(&self) -> impl Iterator<Item = usize> {
        self.known.iter().enumerate().filter(|(_, known)| !**known).map(|(at, _)| at)
    }

    /// The share of the old text's sentences, by their length, that are found again, changed or not; 1 for an empty text.
    pub fn kept(&self) -> f32 {
        let len = |span: &Span| u32::try_from(span.len()).unwrap_or(u32::MAX);
        let (mut kept, mut all) = (0_u32, 0_u32);
        for (span, successor) in self.old.sentences.iter().zip(&self.successors) {
            all = all.saturating_add(len(span));
            kept = kept.saturating_add(if successor.fate == Fate::Gone { 0 } else { len(span) });
        }
        if all == 0 { 1.0 } else { ratio(kept, all) }
    }
}

/// Stands for a list's mark; no text has it.
const ITEM: char = '\u{1}';

/// Numbers for sentences: equal for those whose words are the same.
#[derive(Default)]
struct SentenceKeys<'a>(HashMap<std::borrow::Cow<'a, str>, u32, RandomState>);

impl<'a> SentenceKeys<'a> {
    fn of(&mut self, cut: Cut<'a>) -> Vec<u32> {
        self.0.reserve(cut.sentences.len());
        let number = |at: usize| {
            let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
            let words = fold(cut.bare(at)?.of(cut.text));
            // An item of a list that counts otherwise is the same; what has come into a list, or out of it, is told.
            let is_item = cut.marks.get(at).is_some_and(|mark| *mark > 0);
            let key = if is_item { format!("{ITEM}{words}").into() } else { words };
            Some(*self.0.entry(key).or_insert(next))
        };
        (0..cut.sentences.len()).filter_map(number).collect()
    }
}

/// Aligns the free sentences `old` and `new` between each two `anchors`; places in the links count in `old` and `new`.
fn between(old: &[Sentence], new: &[Sentence], anchors: &[(usize, usize)]) -> Vec<Link> {
    let mut links = Vec::new();
    let (mut row, mut column) = (0, 0);
    let ends = anchors.iter().copied().chain([(usize::MAX, usize::MAX)]);
    for (old_end, new_end) in ends {
        let rows = old.get(row..).unwrap_or_default().partition_point(|sentence| sentence.at < old_end);
        let columns = new.get(column..).unwrap_or_default().partition_point(|sentence| sentence.at < new_end);
        let (ours, theirs) =
            (old.get(row..row + rows).unwrap_or_default(), new.get(column..column + columns).unwrap_or_default());
        if rows > 0 && columns > 0 {
            links.extend(wide::aligned((ours, row), (theirs, column)));
        }
        (row, column) = (row + rows, column + columns);
    }
    links
}

/// Looks all over the text for what no link has: equal sentences first, then those most alike.
fn elsewhere(old: &[Sentence], new: &[Sentence], links: &mut Vec<Link>) {
    let (mut lost, mut fresh) = (vec![true; old.len()], vec![true; new.len()]);
    for link in &*links {
        lost.iter_mut().skip(link.old.0).take(link.old.1).for_each(|lost| *lost = false);
        fresh.iter_mut().skip(link.new.0).take(link.new.1).for_each(|fresh| *fresh = false);
    }
    let mut equal: HashMap<u32, Vec<usize>, RandomState> = HashMap::default();
    for (at, sentence) in new.iter().enumerate().rev().filter(|(at, _)| fresh.get(*at) == Some(&true)) {
        equal.entry(sentence.key).or_default().push(at);
    }
    for (at, sentence) in old.iter().enumerate() {
        if lost.get(at) != Some(&true) {
            continue;
        }
        if let Some(to) = equal.get_mut(&sentence.key).and_then(Vec::pop) {
            take(&mut lost, at);
            take(&mut fresh, to);
            links.push(Link { old: (at, 1), new: (to, 1), score: 1.0 });
        }
    }
    if !lost.contains(&true) || !fresh.contains(&true) {
        return;
    }
    let is = |free: &[bool], at: usize| free.get(at) == Some(&true);
    let free = |lost: &[bool], fresh: &[bool], one: usize, other: usize| is(lost, one) && is(fresh, other);
    let mut likely = wide::likely((old, |at| is(&lost, at)), (new, |at| is(&fresh, at)));
    likely.retain(|pair| pair.alike.dice() >= FAR && pair.alike.words > 2);
    likely.sort_by(|one, other| other.alike.dice().total_cmp(&one.alike.dice()));
    for pair in likely {
        if free(&lost, &fresh, pair.old, pair.new) {
            take(&mut lost, pair.old);
            take(&mut fresh, pair.new);
            links.push(Link { old: (pair.old, 1), new: (pair.new, 1), score: pair.alike.dice() });
        }
    }
}

fn take(free: &mut [bool], at: usize) {
    if let Some(free) = free.get_mut(at) {
        *free = false;
    }
}

/// Successors in the making.
struct Made {
    /// Those of sentences whose words differ.
    successors: Vec<Option<Successor>>,
    /// Every old sentence with the first new one that it went to.
    order: Vec<(usize, usize)>,
}

impl Made {
    /// Takes what a link says; equal sentences are paired instead.
    fn take(&mut self, link: &Link, old: &[Sentence], new: &[Sentence], equals: &mut Equals) {
        let ours = old.get(link.old.0..link.old.0 + link.old.1).unwrap_or_default();
        let theirs = new.get(link.new.0..link.new.0 + link.new.1).unwrap_or_default();
        if let ([one], [other]) = (ours, theirs)
            && one.key == other.key
        {
            equals.pair(one.at, other.at);
            return;
        }
        let fate = match (ours.len(), theirs.len()) {
            (1, 1) => Fate::Changed,
            (1, _) => Fate::Split,
            _ => Fate::Merged,
        };
        let to: Vec<usize> = theirs.iter().map(|sentence| sentence.at).collect();
        for one in ours {
            self.order.extend(to.first().map(|first| (one.at, *first)));
            if let Some(slot) = self.successors.get_mut(one.at) {
                *slot = Some(Successor { fate: fate.clone(), to: to.clone(), score: link.score.min(0.99) });
            }
        }
    }

    /// Takes what sentences have in common beside what the links say.
    fn scatter(&mut self, found: &[Scattered], old: &[Sentence], new: &[Sentence]) {
        let mut from: HashMap<usize, Vec<usize>, RandomState> = HashMap::default();
        if !found.is_empty() {
            let all = self.successors.iter().enumerate().filter_map(|(at, one)| Some((at, one.as_ref()?)));
            all.for_each(|(at, one)| one.to.iter().for_each(|to| from.entry(*to).or_default().push(at)));
        }
        for one in found {
            let places = old.get(one.old).zip(new.get(one.new)).map(|(old, new)| (old.at, new.at));
            let Some((at, to)) = places else { continue };
            let others = from.entry(to).or_default();
            // Whoever else went there stands in one sentence with it now.
            for at in &*others {
                if let Some(Some(other)) = self.successors.get_mut(*at)
                    && other.fate == Fate::Changed
                {
                    other.fate = Fate::Merged;
                }
            }
            match self.successors.get_mut(at) {
                Some(Some(successor)) => {
                    if successor.fate == Fate::Changed {
                        successor.fate = Fate::Split;
                    }
                    successor.to.push(to);
                    successor.to.sort_unstable();
                }
                Some(slot) => {
                    let fate = if others.is_empty() { Fate::Changed } else { Fate::Merged };
                    *slot = Some(Successor { fate, to: vec![to], score: one.score.min(0.99) });
                }
                None => {}
            }
            others.push(at);
        }
    }

    /// The successors of all, where what is out of the order of the most is called moved.
    fn settled(mut self, equals: &Equals, width: usize, weight: impl Fn(usize) -> u64) -> Vec<Successor> {
        self.order.sort_unstable();
        let pairs: Vec<Pair> = self.order.iter().map(|&(old, new)| Pair { old, new, weight: weight(old) }).collect();
        let mut stays = vec![false; self.successors.len()];
        for at in chain::heaviest(&pairs, width).into_iter().filter_map(|at| pairs.get(at)) {
            if let Some(stays) = stays.get_mut(at.old) {
                *stays = true;
            }
        }
        let of = |((changed, equal), stays): ((Option<Successor>, &usize), bool)| match (changed, *equal) {
            (Some(changed), _) => changed,
            (None, NONE) => Successor { fate: Fate::Gone, to: Vec::new(), score: 0.0 },
            (None, to) => Successor { fate: if stays { Fate::Same } else { Fate::Moved }, to: vec![to], score: 1.0 },
        };
        self.successors.into_iter().zip(&equals.old).zip(stays).map(of).collect()
    }
}

/// For each new sentence whether an old one went there.
fn known(successors: &[Option<Successor>], equals: &Equals) -> Vec<bool> {
    let mut known: Vec<bool> = equals.new.iter().map(|from| *from != NONE).collect();
    for to in successors.iter().flatten().flat_map(|successor| &successor.to) {
        if let Some(known) = known.get_mut(*to) {
            *known = true;
        }
    }
    known
}

#[cfg(test)]
mod tests;
