//! What every format is given: the session without what must not leave the house, its claims numbered.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::options::Options;
use super::since_when::SinceWhen;
use super::withhold::WithheldCount;
use super::{moment, withhold};
use crate::review::{Article, Claim, Mark, Policy, Session, Status, Tally, told};

/// A session as it may be given away.
pub(super) struct ExportSheet<'a> {
    session: Cow<'a, Session>,
    /// The session as it is: for what may be counted and not told.
    whole: &'a Session,
    /// What is asked of a claim.
    policy: &'a Policy,
    /// Since when it is told what changed.
    since: Option<&'a SinceWhen>,
    /// Whose questions alone are given.
    asked: Option<&'a str>,
    /// What was left out since it is confidential.
    pub(super) withheld: WithheldCount,
}

impl<'a> ExportSheet<'a> {
    /// `session` as it may be given away; with confidential sources, when `options` ask for them, as it is.
    pub(super) fn new(whole: &'a Session, options: &'a Options) -> Self {
        let (policy, since, asked) = (&options.policy, options.since.as_ref(), options.asked.as_deref());
        if options.confidential {
            let session = withhold::without_homes(Cow::Borrowed(whole));
            return Self { session, whole, policy, since, asked, withheld: WithheldCount::default() };
        }
        let clean = withhold::publishable(whole);
        let withheld = WithheldCount::between(whole, &clean);
        Self { session: withhold::without_homes(clean), whole, policy, since, asked, withheld }
    }

    /// The session with everything in it. None of its words may be given away without a look at what is confidential.
    pub(super) const fn whole(&self) -> &Session {
        self.whole
    }

    /// What is asked of a claim.
    pub(super) const fn policy(&self) -> &Policy {
        self.policy
    }

    /// Since when it is told what changed, where that was asked for.
    pub(super) const fn since(&self) -> Option<&SinceWhen> {
        self.since
    }

    /// Whose questions alone are given, where that was asked for.
    pub(super) const fn asked(&self) -> Option<&str> {
        self.asked
    }

    /// The latest sign-off of each reviewer, in words.
    pub(super) fn signed(&self) -> Vec<String> {
        self.session.signed_by_each().into_iter().map(|signed| self.whole.told_of(signed)).collect()
    }

    /// How many claims are in each state, where a verdict that is less than the policy asks for counts as none.
    pub(super) fn tally(&self) -> Tally {
        self.policy.tally(self.whole)
    }

    /// How far the check is, by whom, of which draft, as of when.
    pub(super) fn standing(&self) -> String {
        let (session, tally) = (self.session(), self.tally());
        let mut told =
            format!("{} of {} claims settled · draft {}", tally.settled(), tally.total(), session.article.draft);
        let mut readers: Vec<&str> = Vec::new();
        for entry in session.history().iter() {
            let by = told::whose(entry);
            if !by.is_empty() && !readers.contains(&by) {
                readers.push(by);
            }
        }
        if !readers.is_empty() {
            let _ = write!(told, " · checked by {}", readers.join(", "));
        }
        if let Some(last) = session.history().last() {
            let _ = write!(told, " · as of {}", moment::told(&last.at));
        }
        told
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

    /// The claims that are told of: all but those that are dismissed with nothing said of them.
    pub(super) fn told(&self) -> impl Iterator<Item = (usize, &Claim)> {
        self.claims().filter(|(_, claim)| is_told(claim))
    }

    /// The mark of a claim: whose verdict stands on it, or who said that there is nothing to check.
    pub(super) fn mark<'c>(&self, claim: &'c Claim) -> Option<Cow<'c, Mark>> {
        let own = claim.mark.as_ref().map(Cow::Borrowed);
        own.or_else(|| self.session.dismissal(claim).map(Cow::Owned))
            .filter(|mark| !mark.by.is_empty() || !mark.at.is_empty())
    }

    /// What a reader is told about sources and texts that were left out; `None` when none were.
    pub(super) fn withheld_notice(&self) -> Option<String> {
        let verb = if self.withheld.is_one() { "is" } else { "are" };
        self.withheld.told().map(|what| format!("{what} {verb} left out of this document."))
    }
}

/// True for a claim to be checked, and for a dismissed one of which something is kept: why there is nothing to check.
pub(super) fn is_told(claim: &Claim) -> bool {
    claim.status() != Status::Dismissed || keeps(claim)
}

/// True when there is anything to say of a claim.
pub(super) fn says(claim: &Claim) -> bool {
    claim.status() != Status::Unchecked || keeps(claim)
}

/// True when something is kept with a claim beside its verdict.
fn keeps(claim: &Claim) -> bool {
    let record = &claim.record;
    let has_things = !(record.sources.is_empty() && record.corrections.is_empty() && record.queries.is_empty());
    let has_words = !(record.replies.is_empty() && record.remarks.is_empty() && record.tags.is_empty());
    has_things || has_words || !record.note.trim().is_empty()
}
