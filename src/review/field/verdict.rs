//! The verdict: what checking a claim came to, each reader's own.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::vocabulary::vocabulary;
use super::super::{Change, Claim, Stamp, Swap};
use super::{Field, Shape, add_line, json, read};

vocabulary! {
    /// What checking a claim came to. None of these is the same as not having been checked.
    Verdict {
        /// It holds.
        Verified = "verified",
        /// It does not hold, or not as it stands.
        Disputed = "disputed",
        /// Looked at, could not be settled.
        Unknown = "unknown",
        /// Nothing to check: a dismissal, where it is one reading beside another's.
        Dismissed = "dismissed",
    }
}

impl Verdict {
    /// True for a dismissal.
    pub const fn is_dismissal(&self) -> bool {
        matches!(self, Self::Dismissed)
    }
}

/// A verdict with who gave it and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// What it came to.
    pub verdict: Verdict,
    /// Who marked it; empty when the file does not say.
    pub by: Arc<str>,
    /// When; empty when the file does not say.
    pub at: Stamp,
}

impl Mark {
    /// Whose mark stood before a change of the verdict, and whose behind it. What is no mark is none.
    pub(in super::super) fn sides(swap: &Swap<Value>) -> Swap<Option<Self>> {
        let side = |value| Option::<Self>::deserialize(value).ok().flatten();
        Swap::new(side(&swap.before), side(&swap.after))
    }
}

/// The verdict. Its edits hold one reader's own mark before and after, see [`marked`].
pub static VERDICT: Field = Field {
    name: "verdict",
    title: "verdict",
    key: "verdict",
    heading: "Verdict",
    shape: Shape::Mark,
    always: true,
    get: |claim| json(&claim.mark),
    set: |claim, value| read(value).map(|mark| claim.mark = mark),
    join: |claim, other| {
        let verdict = |claim: &Claim| claim.mark.as_ref().map(|mark| mark.verdict.clone());
        if verdict(claim) != verdict(other) {
            for mark in [claim.mark.take(), other.mark.clone()].into_iter().flatten() {
                claim.note_before_joining(&mark);
            }
        }
    },
};

impl Claim {
    /// Writes into the note which verdict stood on one of the claims that are one now.
    pub(in super::super) fn note_before_joining(&mut self, mark: &Mark) {
        let said = format!("before joining: {} by {}, {}", mark.verdict, mark.by, mark.at.day());
        add_line(&mut self.record.note, &said);
    }
}

/// The change by which `by` gives `claim` a verdict of their own, or takes it back; `None` when it has that already.
/// Who takes back a verdict and has given none takes back the one that stands.
pub fn marked(claim: &Claim, verdict: Option<Verdict>, by: &Arc<str>, at: &Stamp) -> Option<Change> {
    let own = claim.reading_by(by);
    let before = own.or_else(|| claim.mark.clone().filter(|_| verdict.is_none()));
    if before.as_ref().map(|mark| &mark.verdict) == verdict.as_ref() {
        return None;
    }
    let after = verdict.map(|verdict| Mark { verdict, by: Arc::clone(by), at: at.clone() });
    Some(Change::Field(&VERDICT, Swap::new(json(&before), json(&after))))
}
