//! What state a claim is in, and how many claims are in each.

use serde::{Deserialize, Serialize};

use super::field::Verdict;

/// The one state of a claim that a reviewer counts, filters and sees as a glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Nobody has marked it.
    Unchecked,
    /// Marked verified.
    Verified,
    /// Marked disputed.
    Disputed,
    /// Marked unknown: looked at, could not be settled.
    Unknown,
    /// Readers came to different verdicts, and nobody has settled it.
    Differs,
    /// Marked with a word that this version does not know: a verdict of a later one, or a slip of who wrote the file by hand.
    Other,
    /// Looked at, nothing to check.
    Dismissed,
}

impl From<&Verdict> for Status {
    fn from(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::Verified => Self::Verified,
            Verdict::Disputed => Self::Disputed,
            Verdict::Unknown => Self::Unknown,
            Verdict::Dismissed => Self::Dismissed,
            Verdict::Other(_) => Self::Other,
        }
    }
}

impl Status {
    /// All of them, in the order they are counted and shown.
    pub const ALL: [Self; 7] =
        [Self::Verified, Self::Disputed, Self::Unknown, Self::Differs, Self::Unchecked, Self::Other, Self::Dismissed];

    /// The word for it, as files and screens have it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unchecked => "unchecked",
            Self::Verified => "verified",
            Self::Disputed => "disputed",
            Self::Unknown => "unknown",
            Self::Differs => "differs",
            Self::Other => "other",
            Self::Dismissed => "dismissed",
        }
    }
}

/// What a claim counts as.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tallied {
    /// Its state.
    pub(super) status: Status,
    /// In conflict with another copy of the session.
    pub(super) conflict: bool,
    /// A source contradicts it.
    pub(super) contradicted: bool,
    /// What is to be looked at of its fate: true for changed words, false for a claim that is new in this draft.
    pub(super) fate: Option<bool>,
}

/// How many claims are in each state; kept by edits, never recounted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Marked verified.
    pub verified: usize,
    /// Marked disputed.
    pub disputed: usize,
    /// Marked unknown.
    pub unknown: usize,
    /// Not marked.
    pub unchecked: usize,
    /// Marked differently by several readers.
    pub differs: usize,
    /// Marked with a verdict of a later version.
    pub other: usize,
    /// Dismissed.
    pub dismissed: usize,
    /// With words that a draft changed, which nobody has looked at since.
    pub pending: usize,
    /// Unchecked, and in no earlier draft.
    pub fresh: usize,
    /// In conflict with another copy of the session, whatever their state.
    pub conflicts: usize,
    /// With a source that contradicts them, whatever their state.
    pub contradicted: usize,
}

impl Tally {
    /// How many are in `status`.
    pub const fn of(&self, status: Status) -> usize {
        match status {
            Status::Unchecked => self.unchecked,
            Status::Verified => self.verified,
            Status::Disputed => self.disputed,
            Status::Unknown => self.unknown,
            Status::Differs => self.differs,
            Status::Other => self.other,
            Status::Dismissed => self.dismissed,
        }
    }

    /// Claims that are to be checked: all but the dismissed.
    pub const fn total(&self) -> usize {
        self.settled() + self.other + self.differs + self.unchecked
    }

    /// Claims that carry a verdict; where readers differ none stands, and a word that this version does not know may be a slip.
    pub const fn settled(&self) -> usize {
        self.verified + self.disputed + self.unknown
    }

    /// Counts so many claims in `status` as unchecked: they have a verdict that settles nothing.
    pub fn reopen(&mut self, status: Status, claims: usize) {
        let slot = self.slot(status);
        *slot = slot.saturating_sub(claims);
        self.unchecked += claims;
    }

    /// Counts a claim of which no more is known than its state, whether copies differ about it, and whether a source contradicts it.
    pub fn count(&mut self, status: Status, conflict: bool, contradicted: bool) {
        self.add(Tallied { status, conflict, contradicted, fate: None });
    }

    /// Counts a claim.
    pub(super) fn add(&mut self, one: Tallied) {
        *self.slot(one.status) += 1;
        self.conflicts += usize::from(one.conflict);
        self.contradicted += usize::from(one.contradicted);
        self.pending += usize::from(one.fate == Some(true));
        self.fresh += usize::from(one.fate == Some(false));
    }

    pub(super) fn remove(&mut self, one: Tallied) {
        let slot = self.slot(one.status);
        *slot = slot.saturating_sub(1);
        self.conflicts = self.conflicts.saturating_sub(usize::from(one.conflict));
        self.contradicted = self.contradicted.saturating_sub(usize::from(one.contradicted));
        self.pending = self.pending.saturating_sub(usize::from(one.fate == Some(true)));
        self.fresh = self.fresh.saturating_sub(usize::from(one.fate == Some(false)));
    }

    /// Counts what `other` counts as well.
    pub(super) fn add_all(&mut self, other: &Self) {
        for status in Status::ALL {
            *self.slot(status) += other.of(status);
        }
        self.conflicts += other.conflicts;
        self.contradicted += other.contradicted;
        self.pending += other.pending;
        self.fresh += other.fresh;
    }

    fn slot(&mut self, status: Status) -> &mut usize {
        match status {
            Status::Unchecked => &mut self.unchecked,
            Status::Verified => &mut self.verified,
            Status::Disputed => &mut self.disputed,
            Status::Unknown => &mut self.unknown,
            Status::Differs => &mut self.differs,
            Status::Other => &mut self.other,
            Status::Dismissed => &mut self.dismissed,
        }
    }
}
