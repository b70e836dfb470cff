//! The claims that a claim was joined from, and where a draft leads each of them.

use super::super::{ClaimId, EntryId, Span};

/// One of the claims that a claim was joined from.
#[derive(Debug)]
pub(super) struct JoinedPart<'a> {
    pub(super) id: &'a ClaimId,
    /// What joined it to the claim.
    pub(super) join: &'a EntryId,
    /// Where it sits for those who do not know of that.
    pub(super) span: Span,
}

/// A part that a join took in, and that the claim does not stand over any more.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PartLeft {
    /// The join.
    pub(super) join: EntryId,
    /// The part.
    pub(super) id: ClaimId,
}

/// What a draft makes of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartPlace {
    /// It has its words, or others in their place, there.
    At(Span),
    /// It has none of them.
    Gone,
    /// It says nothing of it.
    Untold,
}

/// Where the parts of a joined claim are that somebody leads who does not know of the join.
#[derive(Debug, Default)]
pub(super) struct LedParts(pub(super) Vec<PartPlace>);

impl PartPlace {
    /// Where it is, if it is anywhere.
    pub(super) const fn at(self) -> Option<Span> {
        match self {
            Self::At(span) => Some(span),
            Self::Gone | Self::Untold => None,
        }
    }
}
