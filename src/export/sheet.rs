//! What every format is given: the session without what must not leave the house, its claims numbered.

use std::borrow::Cow;

use super::withhold;
use crate::review::{Article, Claim, Session, Status};

/// A session as it may be given away.
pub(super) struct Sheet<'a> {
    session: Cow<'a, Session>,
    /// How many confidential sources were left out.
    pub(super) withheld: usize,
}

impl<'a> Sheet<'a> {
    /// `session` as it may be given away; with `confidential` as it is.
    pub(super) fn new(session: &'a Session, confidential: bool) -> Self {
        if confidential {
            return Self { session: Cow::Borrowed(session), withheld: 0 };
        }
        Self { withheld: withhold::confidential_sources(session), session: withhold::publishable(session) }
    }

    pub(super) fn session(&self) -> &Session {
        &self.session
    }

    pub(super) fn article(&self) -> &Article {
        &self.session.article
    }

    /// Every claim with its number, from 1 in article order: the number that the workbench shows.
    pub(super) fn claims(&self) -> impl Iterator<Item = (usize, &Claim)> {
        self.session.claims().iter().enumerate().map(|(index, claim)| (index + 1, claim))
    }

    /// The claims that are to be checked: all but the dismissed.
    pub(super) fn checkable(&self) -> impl Iterator<Item = (usize, &Claim)> {
        self.claims().filter(|(_, claim)| claim.status() != Status::Dismissed)
    }

    /// What a reader is told about sources that were left out; `None` when none were.
    pub(super) fn withheld_notice(&self) -> Option<String> {
        match self.withheld {
            0 => None,
            1 => Some("1 confidential source is left out of this document.".to_owned()),
            many => Some(format!("{many} confidential sources are left out of this document.")),
        }
    }
}
