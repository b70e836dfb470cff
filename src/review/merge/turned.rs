//! Sentences that are somebody else's in another draft, or lean on something else there, though their words are the same: what was said of
//! them in the one holds for none of them in the other.

use std::collections::{HashMap, HashSet, VecDeque};

use foldhash::fast::RandomState;

use super::super::{Carry, Span, Swap, TurnedSentence};

/// The turned sentences between each two drafts of which one was brought in behind the other.
#[derive(Debug, Default)]
pub(super) struct TurnedSentences<'a>(HashMap<(u32, u32), Vec<[&'a TurnedSentence; 2]>, RandomState>);

impl<'a> TurnedSentences<'a> {
    /// Those that `carries` tell.
    pub(super) fn of(carries: impl Iterator<Item = &'a Carry>) -> Self {
        let mut all: HashMap<(u32, u32), Vec<[&TurnedSentence; 2]>, RandomState> = HashMap::default();
        for carry in carries {
            let Swap { before, after } = carry.draft;
            // Drafts of which nothing is turned are on the way from one to another, too.
            for (way, is_back) in [((before, after), false), ((after, before), true)] {
                let pairs = carry.turned.iter().map(|one| [&one.before, &one.after]);
                all.entry(way).or_default().extend(pairs.map(|[was, is]| if is_back { [is, was] } else { [was, is] }));
            }
        }
        all.retain(|_, pairs| {
            pairs.dedup();
            true
        });
        if all.values().all(Vec::is_empty) { Self::default() } else { Self(all) }
    }

    /// What is turned of the words at a place of one draft on the way to a place of another: the sentence on both sides of the first change of
    /// draft that turned one. `place` says where words of a draft stand in the next.
    pub(super) fn between(
        &self,
        (from, was): (u32, Span),
        (to, is): (u32, Span),
        place: impl Fn(u32, u32, Span) -> Option<Span>,
    ) -> Option<[&'a TurnedSentence; 2]> {
        if self.0.is_empty() || from == to {
            return None;
        }
        let way = self.way(from, to)?;
        let mut here = Some(was);
        for step in way.windows(2) {
            let [one, other] = *step else { continue };
            let there = if other == to { Some(is) } else { here.and_then(|span| place(one, other, span)) };
            let meets =
                |place: Option<Span>, sentence: &TurnedSentence| place.is_none_or(|span| span.overlaps(sentence.span));
            let turned = self.0.get(&(one, other)).into_iter().flatten();
            let mut turned = turned.filter(|[was, is]| meets(here, was) && meets(there, is));
            // Where the words are not on the way, nothing but the end tells them.
            if let Some(turned) = turned.next().filter(|_| here.is_some() || there.is_some()) {
                return Some(*turned);
            }
            here = there;
        }
        None
    }

    /// The drafts on the shortest way from one to the other.
    fn way(&self, from: u32, to: u32) -> Option<Vec<u32>> {
        let (mut ways, mut seen) = (VecDeque::from([vec![from]]), HashSet::from([from]));
        while let Some(way) = ways.pop_front() {
            let last = *way.last()?;
            if last == to {
                return Some(way);
            }
            let mut next: Vec<u32> = self.0.keys().filter(|(one, _)| *one == last).map(|(_, other)| *other).collect();
            next.sort_unstable();
            ways.extend(next.into_iter().filter(|n| seen.insert(*n)).map(|n| [way.as_slice(), &[n]].concat()));
        }
        None
    }
}
