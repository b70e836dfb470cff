//! Who is to check what is still open: how many claims are mine, whose the others are, and how many are nobody's.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;

use crate::review::{Claim, ClaimId, Session, Status};

/// Other people named at most; what the rest have is one sum.
const NAMED: usize = 2;

/// The open claims that somebody is named to check, kept by the edits that touch them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shares {
    held: HashMap<ClaimId, String, RandomState>,
    counts: BTreeMap<String, usize>,
    /// Entries of the history that are taken in.
    seen: usize,
}

impl Shares {
    /// Those of `session`; the one pass over all claims.
    pub fn new(session: &Session) -> Self {
        let mut shares = Self { seen: session.history().len(), ..Self::default() };
        session.claims().iter().for_each(|claim| shares.take_in(&claim.id, Some(claim)));
        shares
    }

    /// Takes in what was edited since.
    pub fn refresh(&mut self, session: &Session) {
        for id in session.history().since(self.seen).flat_map(|entry| entry.edit.touches()) {
            self.take_in(id, session.claims().by_id(id));
        }
        self.seen = session.history().len();
    }

    fn take_in(&mut self, id: &ClaimId, claim: Option<&Claim>) {
        if let Some(name) = self.held.remove(id)
            && let Some(count) = self.counts.get_mut(&name)
        {
            *count -= 1;
            if *count == 0 {
                self.counts.remove(&name);
            }
        }
        let open = claim.filter(|claim| matches!(claim.status(), Status::Unchecked | Status::Differs));
        if let Some(name) = open.map(|claim| &claim.record.assignee).filter(|name| !name.is_empty()) {
            self.held.insert(id.clone(), name.clone());
            *self.counts.entry(name.clone()).or_default() += 1;
        }
    }

    /// In words for `me`, of `open` claims in all; `None` while nobody is named.
    pub fn told(&self, me: &str, open: usize) -> Option<String> {
        let named = self.counts.iter().map(|(name, count)| (name.as_str(), *count));
        told(me, named, open.saturating_sub(self.held.len()))
    }
}

/// `5 yours, 3 for bea, 12 unassigned`, of what each is to check; `None` while nobody is named.
pub fn told<'n>(me: &str, named: impl Iterator<Item = (&'n str, usize)>, nobody: usize) -> Option<String> {
    let (mine, mut others): (Vec<_>, Vec<_>) = named.partition(|(name, _)| *name == me);
    if mine.is_empty() && others.is_empty() {
        return None;
    }
    others.sort_by(|(one, some), (other, more)| more.cmp(some).then(one.cmp(other)));
    let rest: usize = others.iter().skip(NAMED).map(|(_, count)| count).sum();
    let mut parts: Vec<String> = mine.iter().map(|(_, count)| format!("{count} yours")).collect();
    parts.extend(others.iter().take(NAMED).map(|(name, count)| format!("{count} for {name}")));
    parts.extend((rest > 0).then(|| format!("{rest} for others")));
    parts.extend((nobody > 0).then(|| format!("{nobody} unassigned")));
    Some(parts.join(", "))
}
