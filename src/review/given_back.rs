//! Claims put back on the words that they had before: by a join of what was cut, or by a mend of what was mended. What had been said of these
//! words is said again.

use serde_json::Value;

use super::field::{Mark, VERDICT};
use super::given_on::is_given_on;
use super::{Change, Claim, Edit, Recut, Session, Swap};

impl Claim {
    /// Gives the verdicts back that are told as those that were, and of which `is_given` says that they were given on the words that it is
    /// on again. A dismissal is given anew by who finds that again.
    pub(super) fn give_back(&mut self, is_given: impl Fn(&Mark) -> bool) {
        let Some(fate) = self.fate().filter(|fate| fate.is_other_words() && fate.answer.is_none()) else { return };
        if !fate.leant_on.is_empty() || fate.said_by.is_some() {
            return;
        }
        let comes =
            |mark: &&Mark| !mark.verdict.is_dismissal() && self.reading_by(&mark.by).is_none() && is_given(mark);
        let comes: Vec<Mark> = fate.had.iter().filter(comes).cloned().collect();
        if comes.is_empty() {
            return;
        }
        for mark in &comes {
            let value = serde_json::to_value(mark).unwrap_or_default();
            VERDICT.apply(self, &Swap::new(Value::Null, value));
        }
        if let Some(fate) = &mut self.record.fate {
            fate.had.retain(|mark| !comes.contains(mark));
        }
        self.record.fate.take_if(|fate| fate.had.is_empty() && !fate.dismissed);
    }
}

impl Session {
    /// `claim`, as an edit puts it on words of the draft that stands, with the verdicts back that were given on these, but for those whose
    /// reader came to another on one of `parts`, the claims that it was before.
    fn given_back(&self, mut claim: Claim, parts: &[Claim]) -> Claim {
        let words = self.exact(&claim).to_owned();
        let id = claim.id.clone();
        let has_changed = |mark: &Mark| {
            let own = parts.iter().filter_map(|part| part.reading_by(&mark.by));
            own.into_iter().any(|own| own.verdict != mark.verdict)
        };
        claim.give_back(|mark| !has_changed(mark) && is_given_on(self, &id, mark, &words));
        claim
    }
}

impl Edit {
    /// The edit as the claim now takes it: a mended span that takes a verdict off its words takes it off the claim too, and what puts a claim
    /// back on the words that a verdict was given on gives it back.
    #[must_use]
    pub(super) fn withdrawing(self, session: &Session) -> Self {
        let back = |after: &Claim, parts: &[Claim]| session.given_back(after.clone(), parts);
        let change = match &self.change {
            Change::Mend(swap) => {
                let claim = self.claim.as_ref().and_then(|id| session.claims().by_id(id));
                let Some(before) = claim.filter(|claim| claim.span == swap.before) else { return self };
                let after = back(&before.reworded(swap.after, &session.article), std::slice::from_ref(before));
                if after == (Claim { span: swap.after, ..before.clone() }) {
                    return self;
                }
                Change::Recut(Recut::Attach, Swap::new(vec![before.clone()], vec![after]))
            }
            Change::Recut(how, swap) if self.rewords().next().is_some() => {
                let after = swap.after.iter().map(|after| back(after, &swap.before)).collect();
                Change::Recut(*how, Swap::new(swap.before.clone(), after))
            }
            Change::Field(..)
            | Change::Recut(..)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Draft(_)
            | Change::Later(..) => return self,
        };
        Self { claim: self.claim, change }
    }
}
