//! Where a claim sits in a draft for those who judge it there, by which of the entries that put it on other words they have seen.
//!
//! Who has seen none of them sees it where the draft's maker, who had seen none either, led it; who has seen some, where these led it.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::super::{Carried, Entry, Span};
use super::crossing::Crossing;

/// The places of one claim in the draft of this stage, by the last entry that put it on other words for those who see it there.
#[derive(Debug, Default)]
pub(super) struct ClaimViews<'a> {
    here: HashMap<Option<&'a str>, Span, RandomState>,
    /// Where each of these entries put it, in the draft that it was made on: one draft may stand twice.
    put: HashMap<(u32, &'a str), Span, RandomState>,
    /// Where it sat in each draft for those who had seen none of them: who works on a draft knows nothing of its having gone meanwhile.
    unled: HashMap<u32, Span, RandomState>,
}

/// A draft that gives way to the next, and the claim in the one and the other, where it sits there.
pub(super) struct DraftStep<'c> {
    /// What it makes of the claim.
    pub(super) carried: Option<&'c Carried>,
    pub(super) drafts: (u32, u32),
    pub(super) claim: (Option<Span>, Option<Span>),
}

impl<'a> ClaimViews<'a> {
    /// The claim begins at `span` of `draft`, for all.
    pub(super) fn begin(&mut self, draft: u32, span: Span) {
        self.here = HashMap::from_iter([(None, span)]);
        self.unled.insert(draft, span);
    }

    /// `entry`, made on the draft of this stage, put the claim at `span`.
    pub(super) fn put(&mut self, entry: &'a Entry, span: Span) {
        self.put.insert((entry.draft, entry.id.as_str()), span);
        self.come(entry, span);
    }

    /// `entry`, made beside the way, has the claim sit at `span` here.
    pub(super) fn come(&mut self, entry: &'a Entry, span: Span) {
        self.here.insert(Some(entry.id.as_str()), span);
    }

    /// Where the maker of `entry` saw the claim.
    pub(super) fn of(&self, entry: &Entry) -> Option<Span> {
        let seen = entry.seen_rewording();
        let put = seen.and_then(|seen| self.put.get(&(entry.draft, seen)));
        put.or_else(|| self.here.get(&seen)).copied()
    }

    /// Goes to the next draft.
    pub(super) fn step(&mut self, step: &DraftStep<'_>, crossing: &Crossing<'_>) {
        let ((before, now), (was, is)) = (step.drafts, step.claim);
        if let Some(Carried::Came(came)) = step.carried {
            return self.begin(now, came.span);
        }
        let lead = step.carried.and_then(Carried::led);
        let place = |span: Span| match lead {
            Some(lead) if lead.span.before == span => (!lead.parts()).then_some(lead.span.after),
            _ if was == Some(span) => is,
            _ => crossing.span(before, now, span),
        };
        self.here = self.here.drain().filter_map(|(seen, span)| Some((seen, place(span)?))).collect();
        // One that had stood nowhere is back for all: where it was in this draft before, or where this one puts it.
        if let Some(lead) = lead.filter(|lead| !lead.parts()) {
            let before = self.unled.get(&now).copied();
            self.here.entry(None).or_insert(before.unwrap_or(lead.span.after));
        }
        if let Some(span) = self.here.get(&None) {
            self.unled.insert(now, *span);
        }
    }
}
