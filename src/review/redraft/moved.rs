//! Sentences that were edited in a passage that moved: they are aligned with what stands beside its equal sentences in the new place.

use std::ops::Range;

use super::equal::{Equals, NONE};
use super::gap::{FAR, Link};
use super::sentence::Sentence;
use super::wide::aligned;

/// A side of the comparison: its free sentences, and which of them a link has.
struct MovedSide<'a> {
    sentences: &'a [Sentence],
    is_linked: Vec<bool>,
}

impl<'a> MovedSide<'a> {
    fn of(sentences: &'a [Sentence], links: &[Link], range: impl Fn(&Link) -> (usize, usize)) -> Self {
        let mut is_linked = vec![false; sentences.len()];
        for (first, count) in links.iter().map(range) {
            is_linked.iter_mut().skip(first).take(count).for_each(|linked| *linked = true);
        }
        Self { sentences, is_linked }
    }

    /// Where in the draft free sentence `index` stands, unless a link has it.
    fn place(&self, index: usize) -> Option<usize> {
        self.is_linked.get(index).filter(|linked| !**linked)?;
        self.sentences.get(index).map(|sentence| sentence.at)
    }

    /// The free sentences without a link that stand in a row from place `from` of the draft on.
    fn after(&self, from: usize) -> Range<usize> {
        let first = self.sentences.partition_point(|sentence| sentence.at < from);
        let stands = |on: &usize| self.place(first + on) == Some(from + on);
        first..first + (0..self.sentences.len()).take_while(stands).count()
    }

    /// Those that stand in a row up to before place `to`.
    fn before(&self, to: usize) -> Range<usize> {
        let end = self.sentences.partition_point(|sentence| sentence.at < to);
        let stands = |back: &usize| {
            end.checked_sub(*back).zip(to.checked_sub(*back)).is_some_and(|(at, to)| self.place(at) == Some(to))
        };
        end - (1..=end).take_while(stands).count()..end
    }

    fn get(&self, range: &Range<usize>) -> &'a [Sentence] {
        self.sentences.get(range.clone()).unwrap_or_default()
    }
}

/// Adds links of sentences beside such as moved. Between two that moved together it is asked for what it is between two that stayed;
/// beside one alone for what it is anywhere in the text.
pub(super) fn beside(old: &[Sentence], new: &[Sentence], equals: &Equals, links: &mut Vec<Link>) {
    let mut is_anchor = vec![false; equals.old.len()];
    for (at, _) in &equals.anchors {
        is_anchor.iter_mut().skip(*at).take(1).for_each(|anchor| *anchor = true);
    }
    let moved_to =
        |at: usize| equals.old.get(at).copied().filter(|to| *to != NONE && is_anchor.get(at) == Some(&false));
    let ours = MovedSide::of(old, links, |link| link.old);
    let mut theirs = MovedSide::of(new, links, |link| link.new);
    let mut index = 0;
    while index < old.len() {
        let Some(first) = ours.place(index) else {
            index += 1;
            continue;
        };
        let rows = ours.after(first);
        let (before, after) = (first.checked_sub(1).and_then(moved_to), moved_to(first + rows.len()));
        index = rows.end;
        let next = before.map(|to| theirs.after(to + 1));
        let is_between =
            before.zip(after).zip(next.as_ref()).is_some_and(|((to, end), next)| to + next.len() + 1 == end);
        let last = after.filter(|_| !is_between).map(|to| theirs.before(to));
        let least = if is_between { 0.0 } else { FAR };
        for columns in next.into_iter().chain(last).filter(|columns| !columns.is_empty()) {
            let found = aligned((ours.get(&rows), rows.start), (theirs.get(&columns), columns.start));
            let found: Vec<Link> = found.into_iter().filter(|link| link.score >= least).collect();
            for link in &found {
                theirs.is_linked.iter_mut().skip(link.new.0).take(link.new.1).for_each(|linked| *linked = true);
            }
            let is_found = !found.is_empty();
            links.extend(found);
            if is_found {
                break;
            }
        }
    }
}
