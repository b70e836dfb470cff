//! As of which edit a file was made: what tells an edit in it from what the session said at that time.

use std::sync::Arc;

use crate::review::{EntryId, Session};

/// The member, column or property that says so.
pub(super) const AS_OF: &str = "as_of";

/// As of which edit `session` is: how many there were, and the last one. Empty for a blind copy without edits, whose claims may be as
/// they never were in the session.
pub(super) fn told(session: &Session) -> String {
    match session.history().last() {
        Some(last) => format!("v{}-{}", session.history().len(), last.id),
        None if session.is_blind() => String::new(),
        None => "v0".to_owned(),
    }
}

/// How much of a history a file knew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum KnownHistory {
    /// So many edits, from the first.
    First(usize),
    /// All up to this stamp, except what a merge may have put before it since; nothing when it is empty.
    Until(String),
}

impl KnownHistory {
    /// What `text` says of the history of `session`; `None` when it is no such word, or of another copy's edits.
    pub(super) fn read(text: &str, session: &Session) -> Option<Self> {
        let (count, id) = text.trim().strip_prefix('v').map(|rest| rest.split_once('-').unwrap_or((rest, "")))?;
        let count: usize = count.parse().ok()?;
        if count == 0 {
            return Some(Self::First(0));
        }
        let id = EntryId::from(id);
        let (place, entry) = session.history().iter().enumerate().find(|(_, entry)| entry.id == id)?;
        Some(if place + 1 == count { Self::First(count) } else { Self::Until(entry.at.to_string()) })
    }

    /// The stamp of the last edit it knows.
    pub(super) fn until<'a>(&'a self, session: &'a Session) -> &'a str {
        match self {
            Self::First(count) => {
                let last = count.checked_sub(1).and_then(|last| session.history().iter().nth(last));
                last.map_or("", |entry| entry.at.as_str())
            }
            Self::Until(stamp) => stamp,
        }
    }

    /// `session` as it was then; `None` when that can't be told for sure. What does not fit is passed over.
    pub(super) fn session(&self, session: &Session) -> Option<Arc<Session>> {
        let Self::First(count) = self else { return None };
        let mut past = session.clone();
        for entry in session.history().since(*count) {
            // An entry that does not fit changed nothing that can still be told.
            let _ = past.commit(entry.edit.clone().inverse(), &entry.by, &entry.at);
        }
        Some(Arc::new(past))
    }
}
