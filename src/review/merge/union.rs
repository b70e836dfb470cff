//! The entries of two copies together, and each claim as they make it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::super::order::order;
use super::super::{Change, Claim, ClaimId, Entry, EntryId, Recut, Session};
use super::fold::HistoryLine;
use super::joins;
use super::kept::KeptClaim;
use super::{compare, twins};
use crate::text::plural;

/// The entries of both copies.
pub(super) struct Union {
    /// All of them, in their order.
    pub(super) entries: Vec<Arc<Entry>>,
    /// Those that only one copy had.
    single: HashSet<EntryId, RandomState>,
    /// Those that only theirs had.
    pub(super) came: Vec<Arc<Entry>>,
    /// How many say something else in the two copies.
    twins: usize,
}

impl Union {
    pub(super) fn of(ours: &Session, theirs: &Session) -> Self {
        let here: HashMap<&EntryId, &Arc<Entry>, RandomState> =
            ours.history.shared().map(|entry| (&entry.id, entry)).collect();
        let there: HashSet<&EntryId, RandomState> = theirs.history.iter().map(|entry| &entry.id).collect();
        let mut single: HashSet<EntryId, RandomState> =
            here.keys().copied().filter(|id| !there.contains(*id)).cloned().collect();
        let (mut came, mut kept, mut twins) = (Vec::new(), Vec::new(), 0);
        for entry in theirs.history.shared() {
            match here.get(&entry.id) {
                None => came.push(Arc::clone(entry)),
                Some(own) if twins::are_alike(own, entry) => {}
                Some(own) => {
                    // The one of ours is put in its own place again, under whichever id it has now.
                    let [first, rest] = twins::parted(own, entry);
                    twins += usize::from(!here.contains_key(&rest.id));
                    single.extend([first.id.clone(), rest.id.clone()]);
                    came.extend((!here.contains_key(&rest.id)).then_some(rest));
                    kept.push(first);
                }
            }
        }
        single.extend(came.iter().map(|entry| entry.id.clone()));
        // Of several with one id the first stands.
        let mut both: Vec<Arc<Entry>> =
            kept.into_iter().chain(ours.history.shared().cloned()).chain(came.clone()).collect();
        if cfg!(sabotage = "drop-base") {
            both.retain(|entry| single.contains(&entry.id));
        }
        Self { entries: order(both).0, single, came, twins }
    }

    /// The entries of one session, its last `count` as if another copy lacked them.
    pub(super) fn own(session: &Session, count: usize) -> Self {
        let single = session.history.iter().rev().take(count).map(|entry| entry.id.clone()).collect();
        Self { entries: session.history.shared().cloned().collect(), single, came: Vec::new(), twins: 0 }
    }

    /// The claims that an entry of only one copy touches; `None` when a draft is among those entries, which may touch any.
    pub(super) fn anew(&self) -> Option<HashSet<&ClaimId, RandomState>> {
        let single = || self.entries.iter().filter(|entry| self.single.contains(&entry.id));
        if single().any(|entry| entry.edit.change.draft().is_some()) {
            return None;
        }
        let mut anew: HashSet<&ClaimId, RandomState> = single().flat_map(|entry| entry.edit.touches()).collect();
        // Whether a join took a claim in is told by the one that it was joined to, and by what was cut off that.
        let recuts = || {
            let is_one = |change: &Change| matches!(change, Change::Recut(Recut::Join | Recut::Split, _));
            self.entries.iter().filter(move |entry| is_one(&entry.edit.change))
        };
        let mut count = 0;
        while count < anew.len() {
            count = anew.len();
            for recut in recuts() {
                if recut.edit.touches().any(|id| anew.contains(id)) {
                    anew.extend(recut.edit.touches());
                }
            }
        }
        Some(anew)
    }

    /// The entries that touch each of the claims that `counts` holds for, in their order.
    pub(super) fn lines(&self, counts: impl Fn(&ClaimId) -> bool) -> HashMap<&ClaimId, Vec<&Entry>, RandomState> {
        let mut lines: HashMap<&ClaimId, Vec<&Entry>, RandomState> = HashMap::default();
        for entry in &self.entries {
            for id in entry.edit.touches().filter(|id| counts(id)) {
                // One that re-cuts a claim names it before and behind.
                let line = lines.entry(id).or_default();
                if line.last().is_none_or(|last| last.id != entry.id) {
                    line.push(entry);
                }
            }
        }
        lines
    }

    /// Whose entries came in, in words.
    pub(super) fn came_in(&self) -> Vec<String> {
        let mut people: Vec<(&str, usize)> = Vec::new();
        for entry in &self.came {
            match people.iter_mut().find(|(by, _)| *by == &*entry.by) {
                Some((_, count)) => *count += 1,
                None => people.push((&entry.by, 1)),
            }
        }
        let told = people.into_iter().map(|(by, count)| {
            let by = if by.is_empty() { "somebody without a name" } else { by };
            format!("{} by {by} came in", plural(count, "change"))
        });
        let lies = match self.twins {
            0 => None,
            1 => Some("an entry of the history says something else in the two copies: both are kept".to_owned()),
            many => Some(format!("{many} entries of the history say something else in the two copies: both are kept")),
        };
        told.chain(lies).collect()
    }

    /// Every claim as both copies' entries make it.
    pub(super) fn claims(
        &self,
        base: Option<&Session>,
        ours: &Session,
        theirs: &Session,
        (notices, kept): (&mut Vec<String>, &mut Vec<(ClaimId, KeptClaim)>),
    ) -> Vec<Claim> {
        let article = &ours.article;
        // Claims that an entry of only one copy touches are made anew; the others are as they are.
        let anew = self.anew().unwrap_or_default();
        let lines = self.lines(|id| anew.contains(id));
        let mut merged: Vec<Claim> = Vec::with_capacity(ours.claims.len());
        let mut untold = 0;
        for claim in ours.claims.iter().chain(ours.apart()).filter(|claim| !anew.contains(&claim.id)) {
            match sides(ours, theirs, &claim.id) {
                [Some(one), Some(other)] if one != other => {
                    untold += usize::from(compare::untold(one, other, &[]));
                    let base = base.and_then(|base| base.claims.by_id(&claim.id));
                    merged.push(compare::claims_since(base, article, one, other));
                }
                [one, other] => merged.extend(one.or(other).cloned()),
            }
        }
        let only_there = |claim: &&Claim| !anew.contains(&claim.id) && ours.any_claim(&claim.id).is_none();
        merged.extend(theirs.claims.iter().chain(theirs.apart()).filter(only_there).cloned());
        let idle = joins::idle(&lines, |id, entries, idle| {
            HistoryLine::fold(article, sides(ours, theirs, id), (id, entries), idle).joined()
        });
        for (id, entries) in &lines {
            let sides = sides(ours, theirs, id);
            if let [Some(ours), Some(theirs)] = sides {
                untold += usize::from(compare::untold(ours, theirs, entries));
            }
            let line = HistoryLine::fold(article, sides, (id, entries), &idle);
            kept.extend(line.kept.map(|why| ((*id).clone(), why)));
            merged.extend(line.claim);
        }
        notices.extend(compared(untold));
        merged
    }
}

/// A claim as both copies hold it; a blind one says nothing of what the other shows.
pub(super) fn sides<'s>(ours: &'s Session, theirs: &'s Session, id: &ClaimId) -> [Option<&'s Claim>; 2] {
    match [ours.any_claim(id), theirs.any_claim(id)] {
        [Some(claim), Some(_)] if theirs.is_blind() && !ours.is_blind() => [Some(claim), None],
        [Some(_), Some(claim)] if ours.is_blind() && !theirs.is_blind() => [None, Some(claim)],
        both => both,
    }
}

/// That `untold` claims were compared, if any were.
pub(super) fn compared(untold: usize) -> Option<String> {
    match untold {
        0 => None,
        1 => Some("1 claim differs though no history tells why: its fields were compared".to_owned()),
        many => Some(format!("{many} claims differ though no history tells why: their fields were compared")),
    }
}
