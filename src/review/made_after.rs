//! The point in the order of all entries that a blind copy was made at. It has none of the entries before it, so its maker's clock alone
//! would say where its own belong: a clock that is behind would put them before what they were made on.

use super::history::{BLIND, Rank};
use super::{Entry, EntryId, Extra, History, Session, Stamp};

/// The field of a blind copy, and of an entry made in one, that says what it was made after.
const MADE_AFTER: &str = "made_after";

/// A time, and how far behind an entry of that time: what an entry's rank says but its id, which is nobody's to see.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MadeAfter(Stamp, usize);

impl MadeAfter {
    /// Behind all of `history`; `None` where it is empty.
    fn of(history: &History) -> Option<Self> {
        history.end().map(|(at, behind, _)| Self(at.clone(), *behind))
    }

    /// What the fields of a session or an entry say.
    fn read(extra: &Extra) -> Option<Self> {
        let (at, behind) = extra.text(MADE_AFTER)?.rsplit_once(' ')?;
        Some(Self(at.into(), behind.parse().ok()?))
    }

    fn write(&self, extra: &Extra) -> Extra {
        extra.with_text(MADE_AFTER, &format!("{} {}", self.0, self.1))
    }

    /// The rank of the first entry behind it.
    fn rank(self, id: &EntryId) -> Rank {
        (self.0, self.1 + 1, id.clone())
    }
}

impl Entry {
    /// Where it stands among all, if nothing that it came after says otherwise: its time, or where its blind copy was made, if that
    /// is later.
    pub(super) fn earliest(&self) -> Rank {
        let own = (self.at.clone(), 0, self.id.clone());
        match MadeAfter::read(&self.extra) {
            Some(made) => own.max(made.rank(&self.id)),
            None => own,
        }
    }

    /// True when it says itself that its stamp alone is not where it stands.
    pub(super) fn is_late(&self) -> bool {
        self.after.is_some() || self.extra.text(MADE_AFTER).is_some()
    }
}

impl Session {
    /// Makes this a blind copy of `whole`.
    pub(super) fn blinded(&mut self, whole: &Self) {
        self.extra = Extra::default().with(BLIND);
        let made = MadeAfter::of(&whole.history).max(MadeAfter::read(&whole.extra));
        if let Some(made) = made {
            self.extra = made.write(&self.extra);
        }
    }

    /// What a merge of `copies` makes of this being a blind one: two of them are one still, made after all that either was made after.
    pub(super) fn blind_as(&mut self, copies: [&Self; 2]) {
        if !copies.iter().all(|copy| copy.is_blind()) {
            self.extra = self.extra.without(BLIND).without(MADE_AFTER);
        } else if let Some(made) = copies.iter().filter_map(|copy| MadeAfter::read(&copy.extra)).max() {
            self.extra = made.write(&self.extra);
        }
    }

    /// `entry` as one that is made here, blind where this is a blind copy.
    pub(super) fn made_here(&self, mut entry: Entry) -> Entry {
        if !self.is_blind() {
            return entry;
        }
        entry.extra = entry.extra.with(BLIND);
        // Behind one that stands behind it anyway it needs to say no more than that it came after that one.
        let made =
            MadeAfter::read(&self.extra).filter(|made| MadeAfter::of(&self.history).is_none_or(|end| end < *made));
        if let Some(made) = made.filter(|made| (&entry.at, 0) <= (&made.0, made.1)) {
            entry.extra = made.write(&entry.extra);
        }
        entry
    }
}
