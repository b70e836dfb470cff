//! Marking, dismissing and assigning: what a verdict on a claim changes, and a name for who is to check it, whoever gives it and from where.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value;

use super::field::{self, Mark, Verdict};
use super::{Change, Claim, Edit, Session, Stamp, Swap};

/// The edits by which `by` gives `claim` a verdict, or takes it back: a dismissed claim that gets one is to be checked after all.
/// None where that changes nothing. Another reader's dismissal that stands as a reading stays beside it.
pub fn marking(claim: &Claim, verdict: Option<Verdict>, by: &Arc<str>, at: &Stamp) -> Vec<Edit> {
    let back = if verdict.is_some() { brought_back(claim, by) } else { None };
    let mut uncovered = Cow::Borrowed(claim);
    if let Some(Change::Field(field, swap)) = &back {
        field.apply(uncovered.to_mut(), swap);
    }
    let mark = field::marked(&uncovered, verdict, by, at);
    back.into_iter().chain(mark).map(|change| Edit::of(claim.id.clone(), change)).collect()
}

/// The change by which `by` takes back a dismissal: their own, or one that is nobody's reading.
fn brought_back(claim: &Claim, by: &Arc<str>) -> Option<Change> {
    let own = claim.reading_by(by).filter(|mark| mark.verdict.is_dismissal());
    match own {
        Some(own) => Some(Change::Field(&field::VERDICT, Swap::new(mark_value(Some(&own)), mark_value(None)))),
        None if !claim.dismissed || claim.has_dismissal() => None,
        None => Change::of(claim, &field::DISMISSED, |claim| claim.dismissed = false),
    }
}

/// The edits by which `by` says that there is nothing to check in `claim`, or brings it back. Where another reader has marked it,
/// that is a reading beside theirs. None where it changes nothing.
pub fn dismissing(claim: &Claim, goes: bool, by: &Arc<str>, at: &Stamp) -> Vec<Edit> {
    let changes: Vec<Change> = if !goes {
        let dismissals = claim.record.readings.iter().filter(|reading| reading.verdict.is_dismissal());
        match brought_back(claim, by) {
            Some(back) => vec![back],
            // Who has not dismissed it takes back the dismissals that stand, as they would the verdict.
            None if claim.dismissed => dismissals
                .map(|reading| Swap::new(mark_value(Some(&reading.mark())), mark_value(None)))
                .map(|swap| Change::Field(&field::VERDICT, swap))
                .collect(),
            None => Vec::new(),
        }
    } else if claim.is_dismissed_by(by) {
        Vec::new()
    } else if claim.has_dismissal() || claim.readers().any(|reader| reader != &**by) {
        let mark = Mark { verdict: Verdict::Dismissed, by: Arc::clone(by), at: at.clone() };
        vec![Change::Field(&field::VERDICT, Swap::new(mark_value(None), mark_value(Some(&mark))))]
    } else {
        Change::of(claim, &field::DISMISSED, |claim| claim.dismissed = true).into_iter().collect()
    };
    changes.into_iter().map(|change| Edit::of(claim.id.clone(), change)).collect()
}

/// A mark is names and words, so it always is JSON.
fn mark_value(mark: Option<&Mark>) -> Value {
    serde_json::to_value(mark).unwrap_or_default()
}

impl Claim {
    /// True when `by` has dismissed it, or it is dismissed whoever did it: dismissing it again brings it back.
    pub fn is_dismissed_by(&self, by: &str) -> bool {
        self.dismissed || self.reading_by(by).is_some_and(|mark| mark.verdict.is_dismissal())
    }
}

impl Edit {
    /// True when it sets the flag of a claim that has nothing to check.
    pub(super) fn is_dismissal(&self) -> bool {
        matches!(&self.change, Change::Field(changed, swap) if *changed == &field::DISMISSED && swap.after == Value::Bool(true))
    }

    /// The edit as its claim now takes it, where it sets or takes back the flag of a dismissal that a merge has made a reading of.
    #[must_use]
    pub(super) fn with_reading(self, session: &Session, by: &Arc<str>, at: &Stamp) -> Self {
        let Change::Field(changed, swap) = &self.change else { return self };
        let goes = swap.after == Value::Bool(true);
        let claim = self.claim.as_ref().filter(|_| *changed == &field::DISMISSED).and_then(|id| session.any_claim(id));
        let Some(claim) = claim else { return self };
        let own = claim.reading_by(by).is_some_and(|mark| mark.verdict.is_dismissal());
        let others = claim.has_dismissal() || claim.readers().any(|reader| reader != &**by);
        let reading = if goes { !own && others } else { own };
        if reading { dismissing(claim, goes, by, at).pop().unwrap_or(self) } else { self }
    }
}

/// The edits that name who is to check these claims, nobody when `name` is empty; none for claims that say so already.
pub fn assigning<'c>(claims: impl Iterator<Item = &'c Claim>, name: &str) -> Vec<Edit> {
    let change = |claim: &Claim| {
        Change::of(claim, &field::ASSIGNEE, |claim| name.clone_into(&mut claim.record.assignee))
            .map(|change| Edit::of(claim.id.clone(), change))
    };
    claims.filter_map(change).collect()
}
