//! What can be selected: a claim, or a sentence that is none.

use crate::review::{Claim, ClaimId, Session, Span};

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

/// An item of the list with what it stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ListedItem<'a> {
    /// A claim.
    Claim(&'a Claim),
    /// A sentence, in bytes of the article's text.
    Sentence(Span),
}

impl<'a> ListedItem<'a> {
    /// What `item` stands for; `None` when the claim has gone.
    pub fn of(session: &'a Session, item: &Item) -> Option<Self> {
        match item {
            Item::Claim(id) => session.claims().by_id(id).map(Self::Claim),
            Item::Sentence(span) => Some(Self::Sentence(*span)),
        }
    }

    /// What is selected where it is.
    pub fn item(self) -> Item {
        match self {
            Self::Claim(claim) => Item::Claim(claim.id.clone()),
            Self::Sentence(span) => Item::Sentence(span),
        }
    }

    /// True when `item` is it.
    pub fn is(self, item: &Item) -> bool {
        match item {
            Item::Claim(id) => self.is_claim(id),
            Item::Sentence(span) => matches!(self, Self::Sentence(own) if own == *span),
        }
    }

    /// True when it is the claim with this id.
    pub fn is_claim(self, id: &ClaimId) -> bool {
        matches!(self, Self::Claim(claim) if claim.id == *id)
    }
}
