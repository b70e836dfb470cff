//! What can be selected: a claim, or a sentence that is none.

use crate::review::{ClaimId, Session, Span};

/// What can be selected: a claim, or a sentence that nobody has claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A claim.
    Claim(ClaimId),
    /// A sentence, in bytes of the article's text.
    Sentence(Span),
}

impl Item {
    /// Where it stands; `None` when the claim has gone.
    pub fn span(&self, session: &Session) -> Option<Span> {
        match self {
            Self::Claim(id) => session.claims().by_id(id).map(|claim| claim.span),
            Self::Sentence(span) => Some(*span),
        }
    }
}
