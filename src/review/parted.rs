//! Claims over parts of another's words, which a draft put away from each other: each a claim of its own, until the words stand together again.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::field::{FATE, FIELDS, Fate, FateKind, SPEAKER};
use super::{Carried, Change, Claim, ClaimId, Number, Record, Session, Span};

/// The part of `claim` that stands at `span` now, away from the rest: a claim of its own, with what was found out about the whole.
pub(super) fn parted(claim: &Claim, span: Span) -> Claim {
    let mut part = Claim { span, number: Number::default(), proposal: None, statement: String::new(), ..claim.clone() };
    let Record { note, sources, fate, .. } = std::mem::take(&mut *part.record);
    part.record = Record { fate, note, sources, ..Record::default() }.into();
    part
}

/// The places of a claim's words in `text`, those that stand beside each other as one.
pub(super) fn groups(text: &str, spans: &[Span]) -> Vec<Span> {
    let mut groups: Vec<Span> = Vec::new();
    for span in spans.iter().filter(|span| !span.is_empty()) {
        match groups.last_mut() {
            Some(last) if text.get(last.end..span.start).is_none_or(|gap| gap.trim().is_empty()) => {
                last.end = last.end.max(span.end);
            }
            _ => groups.push(*span),
        }
    }
    groups
}

/// The claims of a session that came as parts of others, with those others.
pub(super) struct PartedClaims<'a>(HashMap<&'a ClaimId, PartOfClaim<'a>, RandomState>);

/// A part as it came.
struct PartOfClaim<'a> {
    whole: &'a ClaimId,
    came: &'a Claim,
}

impl<'a> PartedClaims<'a> {
    /// Of `session`, as its history tells.
    pub(super) fn of(session: &'a Session) -> Self {
        let split = |fate: &&Fate| fate.is == FateKind::Split;
        let mut parts = HashMap::default();
        for entry in session.history.iter() {
            let Change::Draft(carry) = &entry.edit.change else { continue };
            let came = carry.claims.iter().filter_map(|one| match one {
                Carried::Came(claim) => Some((&**claim, claim.fate().filter(split)?)),
                Carried::Went(_) | Carried::Led(_) => None,
            });
            for (claim, fate) in came {
                let is_whole = |value: &serde_json::Value| {
                    let told = serde_json::from_value::<Fate>(value.clone()).ok();
                    told.is_some_and(|told| told.is == fate.is && (told.from, &told.was) == (fate.from, &fate.was))
                };
                let mut leads = carry.claims.iter().filter_map(Carried::led);
                let whole =
                    leads.find(|lead| lead.fields.iter().any(|(field, swap)| *field == &FATE && is_whole(&swap.after)));
                parts.extend(whole.map(|lead| (&claim.id, PartOfClaim { whole: &lead.id, came: claim })));
            }
        }
        Self(parts)
    }

    /// The claim that `claim` is a part of.
    pub(super) fn whole(&self, claim: &Claim) -> Option<&'a ClaimId> {
        self.0.get(&claim.id).map(|part| part.whole)
    }

    /// True for a part of which nobody has said anything since it came.
    pub(super) fn is_idle(&self, claim: &Claim) -> bool {
        self.0.get(&claim.id).is_some_and(|part| {
            let rest = FIELDS.iter().filter(|field| ![&FATE, &SPEAKER].contains(*field));
            let answered = claim.fate().is_some_and(|fate| fate.answer.is_some());
            !answered && rest.into_iter().all(|field| field.value(claim) == field.value(part.came))
        })
    }
}
