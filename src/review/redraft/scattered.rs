//! Sentences whose parts went different ways: a clause that is a sentence of its own far from the rest, and sentences that one took in which
//! was no neighbour of theirs.

use std::collections::{HashMap, HashSet};

use super::common;
use super::gap::Link;
use super::sentence::{Sentence, ratio};
use super::wide;
use super::words::ComparedWord;

/// An old sentence of which a new one has words beside what the links tell, by their places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scattered {
    pub(super) old: usize,
    pub(super) new: usize,
    /// The share of the smaller one that the other has, 0 to 1.
    pub(super) score: f32,
}

/// The share of a sentence that another has taken in, and of one that was cut off another, that has to be found there.
const HELD: f32 = 0.85;

/// Words that have to answer to each other, so that no turn of phrase is taken for a statement.
const WORDS: usize = 3;

/// What of each sentence of a side no link tells of; whole sentences that none tells of at all.
struct Rest<'a> {
    sentences: &'a [Sentence],
    words: Vec<Vec<ComparedWord>>,
    is_linked: Vec<bool>,
    /// Those that stand unchanged in the other text have nothing left to give or take.
    is_equal: Vec<bool>,
}

impl<'a> Rest<'a> {
    fn of(sentences: &'a [Sentence]) -> Self {
        let words = sentences.iter().map(|sentence| sentence.words.clone()).collect();
        let none = vec![false; sentences.len()];
        Self { sentences, words, is_linked: none.clone(), is_equal: none }
    }

    fn is_alone(&self, at: usize) -> bool {
        self.is_linked.get(at) == Some(&false)
    }

    fn may_share(&self, at: usize) -> bool {
        self.is_equal.get(at) == Some(&false)
    }

    /// Takes those words of sentence `at` away that answer to some of `words`; what they are worth, and how many.
    fn take(&mut self, at: usize, words: &[ComparedWord]) -> (u32, usize) {
        let Some(rest) = self.words.get_mut(at) else { return (0, 0) };
        let found = common::matches(rest, words);
        let mut taken = found.iter().map(|same| same.old).peekable();
        let mut place = 0;
        rest.retain(|_| {
            let is_taken = taken.next_if_eq(&place).is_some();
            place += 1;
            !is_taken
        });
        (found.iter().map(|same| same.worth).sum(), found.len())
    }

    /// True when what is left of sentence `at` has most of `part`; that is taken away then. The share that it has.
    fn gives(&mut self, at: usize, part: &Sentence) -> Option<f32> {
        let held = self.words.get(at)?.clone();
        let (worth, words) = self.take(at, &part.words);
        let share = ratio(worth, part.weight);
        if share >= HELD && words >= WORDS {
            return Some(share);
        }
        if let Some(rest) = self.words.get_mut(at) {
            *rest = held;
        }
        None
    }
}

/// Takes away on both sides the words that `links` tell of.
fn take_linked(ours: &mut Rest<'_>, theirs: &mut Rest<'_>, links: &[Link]) {
    for link in links {
        let words = |side: &[Sentence], (first, count): (usize, usize)| -> Vec<ComparedWord> {
            side.iter().skip(first).take(count).flat_map(|sentence| sentence.words.iter().copied()).collect()
        };
        let (gave, took) = (words(ours.sentences, link.old), words(theirs.sentences, link.new));
        for at in link.old.0..link.old.0 + link.old.1 {
            ours.take(at, &took);
        }
        for at in link.new.0..link.new.0 + link.new.1 {
            theirs.take(at, &gave);
        }
    }
}

/// What old sentences gave to new ones beside what `links` tell. It takes n log n.
pub(super) fn scattered(old: &[Sentence], new: &[Sentence], links: &[Link]) -> Vec<Scattered> {
    let (mut ours, mut theirs) = (Rest::of(old), Rest::of(new));
    for link in links {
        let (rows, columns) = (link.old.0..link.old.0 + link.old.1, link.new.0..link.new.0 + link.new.1);
        let is_equal = rows.len() == 1
            && columns.len() == 1
            && old.get(rows.start).map(|one| one.key) == new.get(columns.start).map(|one| one.key);
        for (side, range) in [(&mut ours, rows.clone()), (&mut theirs, columns.clone())] {
            side.is_linked.iter_mut().skip(range.start).take(range.len()).for_each(|linked| *linked = true);
            side.is_equal.iter_mut().skip(range.start).take(range.len()).for_each(|equal| *equal = is_equal);
        }
    }
    let any =
        |alone: &Rest<'_>, others: &Rest<'_>| alone.is_linked.contains(&false) && others.is_equal.contains(&false);
    if !any(&ours, &theirs) && !any(&theirs, &ours) {
        return Vec::new();
    }
    take_linked(&mut ours, &mut theirs, links);
    let mut found: Vec<Scattered> = Vec::new();
    // Those of the new sentences that are successors already.
    let taken_in: HashSet<usize> = (0..new.len()).filter(|at| !theirs.is_alone(*at)).collect();
    for (at, to) in wide::sharing((old, |at| ours.is_alone(at)), (new, |at| theirs.may_share(at))) {
        let Some(part) = ours.sentences.get(at).filter(|_| ours.is_alone(at)) else { continue };
        if let Some(score) = theirs.gives(to, part) {
            found.push(Scattered { old: at, new: to, score });
            for (side, at) in [(&mut ours, at), (&mut theirs, to)] {
                side.is_linked.iter_mut().skip(at).take(1).for_each(|linked| *linked = true);
            }
        }
    }
    // A longer sentence that is no successor of any other took in several, or it is just another one.
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for one in &found {
        *counts.entry(one.new).or_default() += 1;
    }
    let (kept, dropped): (Vec<Scattered>, Vec<Scattered>) = found
        .into_iter()
        .partition(|one| taken_in.contains(&one.new) || counts.get(&one.new).is_some_and(|times| *times > 1));
    for one in dropped {
        theirs.is_linked.iter_mut().skip(one.new).take(1).for_each(|linked| *linked = false);
        if let (Some(rest), Some(whole)) = (theirs.words.get_mut(one.new), new.get(one.new)) {
            rest.clone_from(&whole.words);
        }
    }
    let mut found = kept;
    let is_whole = |side: &Rest<'_>, at: usize| side.is_linked.get(at) == Some(&true) && side.may_share(at);
    for (at, to) in wide::sharing((new, |at| theirs.is_alone(at)), (old, |at| is_whole(&ours, at))) {
        let Some(part) = theirs.sentences.get(at).filter(|_| theirs.is_alone(at)) else { continue };
        if let Some(score) = ours.gives(to, part) {
            found.push(Scattered { old: to, new: at, score });
            theirs.is_linked.iter_mut().skip(at).take(1).for_each(|linked| *linked = true);
        }
    }
    found
}
