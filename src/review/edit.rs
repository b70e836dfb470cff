//! One change to a session, holding before and after: the only way to change one.

use serde_json::Value;

use super::{BlockKind, Claim, ClaimId, Conflict, Correction, Mark, Query, Reply, Session, Source, Span, Speaker};

/// A value before and after a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Swap<T> {
    /// What it was.
    pub before: T,
    /// What it becomes.
    pub after: T,
}

impl<T> Swap<T> {
    /// From `before` to `after`.
    pub const fn new(before: T, after: T) -> Self {
        Self { before, after }
    }

    fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// How an edit re-cuts the list of claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recut {
    /// A claim was added.
    Add,
    /// A claim was deleted.
    Delete,
    /// One claim became two.
    Split,
    /// Two claims became one.
    Join,
}

/// What an edit changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The verdict.
    Verdict(Swap<Option<Mark>>),
    /// Whether there is nothing to check.
    Dismissed(Swap<bool>),
    /// The note.
    Note(Swap<String>),
    /// The statement in the reviewer's own words.
    Statement(Swap<String>),
    /// Who asserts it.
    Speaker(Swap<Option<Box<Speaker>>>),
    /// The list of sources.
    Sources(Swap<Vec<Source>>),
    /// The words proposed instead.
    Correction(Swap<Option<Box<Correction>>>),
    /// The question and its answer.
    Query(Swap<Option<Box<Query>>>),
    /// The right of reply.
    Reply(Swap<Option<Box<Reply>>>),
    /// The tags.
    Tags(Swap<Vec<String>>),
    /// The unsettled differences with another copy.
    Conflicts(Swap<Vec<Conflict>>),
    /// Where the claim sits.
    Mend(Swap<Span>),
    /// Which claims there are.
    Recut(Recut, Swap<Vec<Claim>>),
    /// The kind of the block that begins at this byte.
    Block(usize, Swap<BlockKind>),
    /// An edit of a later version: kept, never done or undone here.
    Later(String, Swap<Value>),
}

/// A change and the claim it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The claim; for a re-cut the first one it touches, for a block none.
    pub claim: Option<ClaimId>,
    /// What changes.
    pub change: Change,
}

/// Why an edit could not be done. The session is as it was before.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no such claim.
    #[error("there is no claim {0}")]
    NoClaim(ClaimId),
    /// The value is not what the edit says it was.
    #[error("claim {0} has been changed since")]
    Stale(ClaimId),
    /// No block begins there, or its kind is not what the edit says it was.
    #[error("the block at byte {0} is not as it was")]
    Block(usize),
    /// A claim with this id exists already.
    #[error("a claim {0} exists already")]
    Taken(ClaimId),
    /// A span that is empty, outside the text, or cuts a character.
    #[error("a claim can't sit from byte {start} to {end}")]
    Span {
        /// Its first byte.
        start: usize,
        /// One past its last byte.
        end: usize,
    },
    /// An edit without its claim, or one that only a later version understands.
    #[error("this version can't do the edit '{0}'")]
    Foreign(String),
}

impl Edit {
    /// A change to claim `id`.
    pub const fn of(id: ClaimId, change: Change) -> Self {
        Self { claim: Some(id), change }
    }

    /// The edit's name in the session file.
    pub fn name(&self) -> &str {
        match &self.change {
            Change::Verdict(_) => "verdict",
            Change::Dismissed(_) => "dismissed",
            Change::Note(_) => "note",
            Change::Statement(_) => "statement",
            Change::Speaker(_) => "speaker",
            Change::Sources(_) => "sources",
            Change::Correction(_) => "correction",
            Change::Query(_) => "query",
            Change::Reply(_) => "reply",
            Change::Tags(_) => "tags",
            Change::Conflicts(_) => "conflicts",
            Change::Mend(_) => "mend",
            Change::Recut(Recut::Add, _) => "add",
            Change::Recut(Recut::Delete, _) => "delete",
            Change::Recut(Recut::Split, _) => "split",
            Change::Recut(Recut::Join, _) => "join",
            Change::Block(..) => "block",
            Change::Later(name, _) => name,
        }
    }

    /// The claim's field that it changes, as the session file calls it.
    pub(super) fn field(&self) -> &str {
        if matches!(self.change, Change::Mend(_)) { "anchor" } else { self.name() }
    }

    /// The claims it touches: its own, and those that a re-cut takes away or brings.
    pub fn touches(&self) -> impl Iterator<Item = &ClaimId> {
        let recut = match &self.change {
            Change::Recut(_, swap) => Some(swap.before.iter().chain(&swap.after).map(|claim| &claim.id)),
            Change::Verdict(_)
            | Change::Dismissed(_)
            | Change::Note(_)
            | Change::Statement(_)
            | Change::Speaker(_)
            | Change::Sources(_)
            | Change::Correction(_)
            | Change::Query(_)
            | Change::Reply(_)
            | Change::Tags(_)
            | Change::Conflicts(_)
            | Change::Mend(_)
            | Change::Block(..)
            | Change::Later(..) => None,
        };
        self.claim.iter().chain(recut.into_iter().flatten())
    }

    /// The edit that takes this one back: doing both leaves a session as it was.
    #[must_use]
    pub fn inverse(self) -> Self {
        let change = match self.change {
            Change::Verdict(swap) => Change::Verdict(swap.inverse()),
            Change::Dismissed(swap) => Change::Dismissed(swap.inverse()),
            Change::Note(swap) => Change::Note(swap.inverse()),
            Change::Statement(swap) => Change::Statement(swap.inverse()),
            Change::Speaker(swap) => Change::Speaker(swap.inverse()),
            Change::Sources(swap) => Change::Sources(swap.inverse()),
            Change::Correction(swap) => Change::Correction(swap.inverse()),
            Change::Query(swap) => Change::Query(swap.inverse()),
            Change::Reply(swap) => Change::Reply(swap.inverse()),
            Change::Tags(swap) => Change::Tags(swap.inverse()),
            Change::Conflicts(swap) => Change::Conflicts(swap.inverse()),
            Change::Mend(swap) => Change::Mend(swap.inverse()),
            Change::Recut(kind, swap) => Change::Recut(kind.inverse(), swap.inverse()),
            Change::Block(at, swap) => Change::Block(at, swap.inverse()),
            Change::Later(name, swap) => Change::Later(name, swap.inverse()),
        };
        Self { claim: self.claim, change }
    }

    /// Does it. Nothing is changed when it can't be done.
    ///
    /// # Errors
    /// When the claim or block is not there, or is not as the edit says it was.
    pub(super) fn apply(&self, session: &mut Session) -> Result<(), EditError> {
        if let Change::Block(at, swap) = &self.change {
            return block(session, *at, swap);
        }
        let id = self.claim.as_ref().ok_or_else(|| EditError::Foreign(self.name().to_owned()))?;
        match &self.change {
            Change::Verdict(swap) => set(session, id, swap, |claim| &mut claim.mark),
            Change::Dismissed(swap) => set(session, id, swap, |claim| &mut claim.dismissed),
            Change::Note(swap) => set(session, id, swap, |claim| &mut claim.record.note),
            Change::Statement(swap) => set(session, id, swap, |claim| &mut claim.statement),
            Change::Speaker(swap) => set(session, id, swap, |claim| &mut claim.speaker),
            Change::Sources(swap) => set(session, id, swap, |claim| &mut claim.record.sources),
            Change::Correction(swap) => set(session, id, swap, |claim| &mut claim.record.correction),
            Change::Query(swap) => set(session, id, swap, |claim| &mut claim.record.query),
            Change::Reply(swap) => set(session, id, swap, |claim| &mut claim.record.reply),
            Change::Tags(swap) => set(session, id, swap, |claim| &mut claim.record.tags),
            Change::Conflicts(swap) => set(session, id, swap, |claim| &mut claim.record.conflicts),
            Change::Mend(swap) => mend(session, id, swap),
            Change::Recut(_, swap) => recut(session, swap),
            Change::Block(..) | Change::Later(..) => Err(EditError::Foreign(self.name().to_owned())),
        }
    }
}

impl Recut {
    const fn inverse(self) -> Self {
        match self {
            Self::Add => Self::Delete,
            Self::Delete => Self::Add,
            Self::Split => Self::Join,
            Self::Join => Self::Split,
        }
    }
}

/// Puts `swap.after` into a field that must hold `swap.before`.
fn set<T: Clone + PartialEq>(
    session: &mut Session,
    id: &ClaimId,
    swap: &Swap<T>,
    field: impl Fn(&mut Claim) -> &mut T,
) -> Result<(), EditError> {
    let done = session.claims.update(id, |claim| {
        let slot = field(claim);
        let fits = *slot == swap.before;
        if fits {
            slot.clone_from(&swap.after);
        }
        fits
    });
    match done {
        Some(true) => Ok(()),
        Some(false) => Err(EditError::Stale(id.clone())),
        None => Err(EditError::NoClaim(id.clone())),
    }
}

fn block(session: &mut Session, at: usize, swap: &Swap<BlockKind>) -> Result<(), EditError> {
    let index = session.article.block_at(at);
    let fits =
        session.article.blocks().get(index).is_some_and(|block| block.span.start == at && block.kind == swap.before);
    if !fits {
        return Err(EditError::Block(at));
    }
    session.article.set_kind(index, swap.after.clone());
    Ok(())
}

fn mend(session: &mut Session, id: &ClaimId, swap: &Swap<Span>) -> Result<(), EditError> {
    let claim = session.claims.by_id(id).ok_or_else(|| EditError::NoClaim(id.clone()))?;
    if claim.span != swap.before {
        return Err(EditError::Stale(id.clone()));
    }
    fits(session, swap.after)?;
    if let Some(mut claim) = session.claims.remove(id) {
        claim.span = swap.after;
        session.claims.insert(claim);
    }
    Ok(())
}

fn recut(session: &mut Session, swap: &Swap<Vec<Claim>>) -> Result<(), EditError> {
    for claim in &swap.before {
        match session.claims.by_id(&claim.id) {
            None => return Err(EditError::NoClaim(claim.id.clone())),
            Some(now) if now != claim => return Err(EditError::Stale(claim.id.clone())),
            Some(_) => {}
        }
    }
    for claim in &swap.after {
        let leaves = swap.before.iter().any(|gone| gone.id == claim.id);
        if !leaves && session.claims.by_id(&claim.id).is_some() {
            return Err(EditError::Taken(claim.id.clone()));
        }
        fits(session, claim.span)?;
    }
    for claim in &swap.before {
        session.claims.remove(&claim.id);
    }
    for claim in &swap.after {
        session.claims.insert(claim.clone());
    }
    Ok(())
}

fn fits(session: &Session, span: Span) -> Result<(), EditError> {
    let Span { start, end } = span;
    if session.article.words(span).is_empty() {
        return Err(EditError::Span { start, end });
    }
    Ok(())
}
