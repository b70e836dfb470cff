//! What is still owed in a session: open questions, verdicts without a source, and how long the rest will take at this pace.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::review::field::{DISMISSED, VERDICT};
use crate::review::{Change, Claim, ClaimId, Entry, Policy, Query, Session, Status, Step, Tally};

/// Marks that the pace is taken from.
const RECENT: usize = 30;

/// The fewest of them that tell anything.
const FEWEST: usize = 5;

/// Seconds without a mark after which the reviewer was away.
const AWAY: i64 = 15 * 60;

/// Claims with a verdict that the policy does not take for settled, and what to count them as.
#[derive(Clone, Debug, Default, PartialEq)]
struct ShortClaims {
    status: HashMap<ClaimId, Status, RandomState>,
    /// How many there are of each verdict.
    counts: HashMap<Status, usize, RandomState>,
}

impl ShortClaims {
    /// Takes in that a claim is short, and with what verdict, or that it is not.
    fn put(&mut self, id: &ClaimId, status: Option<Status>) {
        let before = match status {
            Some(status) => self.status.insert(id.clone(), status),
            None => self.status.remove(id),
        };
        if let Some(count) = before.and_then(|before| self.counts.get_mut(&before)) {
            *count = count.saturating_sub(1);
        }
        if let Some(status) = status {
            *self.counts.entry(status).or_default() += 1;
        }
    }
}

/// What is owed, kept by the edits that touch it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Owed {
    questions: HashSet<ClaimId, RandomState>,
    bare: (HashSet<ClaimId, RandomState>, HashSet<ClaimId, RandomState>),
    /// Claims with a verdict that the policy does not take for settled.
    short: ShortClaims,
    policy: Arc<Policy>,
    /// Seconds at which the latest marks were made, the oldest first.
    marks: VecDeque<i64>,
    /// Entries of the history that are taken in.
    seen: usize,
}

impl Owed {
    /// What is owed in `session` by `policy`; the one pass over all claims.
    pub fn new(session: &Session, policy: &Arc<Policy>) -> Self {
        let mut owed = Self { policy: Arc::clone(policy), ..Self::default() };
        for claim in session.claims().iter() {
            owed.take_in(claim, session);
        }
        let marks = session.history().iter().rev().filter(|entry| is_mark(entry)).take(RECENT);
        owed.marks = marks.filter_map(|entry| entry.at.seconds()).collect();
        owed.marks.make_contiguous().reverse();
        owed.seen = session.history().len();
        owed
    }

    /// Takes in what was edited since.
    pub fn refresh(&mut self, session: &Session) {
        let fresh: Vec<&Entry> = session.history().since(self.seen).collect();
        for entry in fresh.into_iter().rev() {
            for id in entry.edit.touches() {
                if let Some(claim) = session.claims().by_id(id) {
                    self.take_in(claim, session);
                } else {
                    self.questions.remove(id);
                    self.bare.0.remove(id);
                    self.bare.1.remove(id);
                    self.short.put(id, None);
                }
            }
            if is_mark(entry) {
                self.marks.extend(entry.at.seconds());
                if self.marks.len() > RECENT {
                    self.marks.pop_front();
                }
            }
        }
        self.seen = session.history().len();
    }

    /// How many claims have a verdict and break the policy.
    pub fn short(&self) -> usize {
        self.short.status.len()
    }

    /// How many claims are in each state of which `tally` counts, where a verdict that breaks the policy counts as none.
    pub fn standing(&self, tally: &Tally) -> Tally {
        let mut standing = *tally;
        for (status, count) in &self.short.counts {
            standing.reopen(*status, *count);
        }
        standing
    }

    fn take_in(&mut self, claim: &Claim, session: &Session) {
        let put = |set: &mut HashSet<ClaimId, RandomState>, held: bool| {
            if held {
                set.insert(claim.id.clone());
            } else if !set.is_empty() {
                set.remove(&claim.id);
            }
        };
        put(&mut self.questions, claim.record.queries.iter().any(Query::is_open));
        let unsourced = |status: Status| claim.is_unsourced() && claim.status() == status;
        put(&mut self.bare.0, unsourced(Status::Verified));
        put(&mut self.bare.1, unsourced(Status::Disputed));
        let short = Some(claim.status()).filter(|_| self.policy.is_missed_by(claim, session));
        self.short.put(&claim.id, short);
    }

    /// Seconds that `left` claims will take at the pace of the latest marks, breaks left out; `None` while nobody knows.
    fn rest(&self, left: usize) -> Option<i64> {
        let gaps = self.marks.iter().zip(self.marks.iter().skip(1)).map(|(before, after)| after - before);
        let worked: Vec<i64> = gaps.filter(|gap| (0..=AWAY).contains(gap)).collect();
        let count = i64::try_from(worked.len()).ok().filter(|_| worked.len() >= FEWEST)?;
        Some(worked.iter().sum::<i64>() * i64::try_from(left).ok()? / count)
    }

    /// It in words, the most telling first: `3 open questions`, `2 verified, 1 disputed without a source`, `about 40 min left at this pace`.
    pub fn told(&self, left: usize) -> Vec<String> {
        let mut told = Vec::new();
        match self.questions.len() {
            0 => {}
            1 => told.push("1 open question".to_owned()),
            count => told.push(format!("{count} open questions")),
        }
        let bare = [(self.bare.0.len(), Status::Verified), (self.bare.1.len(), Status::Disputed)];
        let bare =
            bare.iter().filter(|(count, _)| *count > 0).map(|(count, status)| format!("{count} {}", status.word()));
        let bare = bare.collect::<Vec<_>>().join(", ");
        if !bare.is_empty() {
            told.push(format!("{bare} without a source"));
        }
        if self.short() > 0 {
            told.push(format!("{} against the policy", self.short()));
        }
        let minutes = self.rest(left).filter(|_| left > 0).map(|seconds| (seconds + 30) / 60);
        told.extend(minutes.map(|minutes| match minutes {
            0 => "less than a minute left at this pace".to_owned(),
            1..10 => format!("about {minutes} min left at this pace"),
            10..120 => format!("about {} min left at this pace", (minutes + 2) / 5 * 5),
            _ => format!("about {} h left at this pace", (minutes + 30) / 60),
        }));
        told
    }
}

/// True for an entry that settles a claim.
fn is_mark(entry: &Entry) -> bool {
    let settles = matches!(&entry.edit.change, Change::Field(field, _) if **field == VERDICT || **field == DISMISSED);
    settles && entry.step == Step::Do && entry.with.is_none()
}
