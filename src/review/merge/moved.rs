//! A claim that a draft does not speak of: where it goes with its words, and whether its verdict goes along.

use super::super::carry::shifted;
use super::super::field::{Fate, FateKind};
use super::super::given_on::made_by;
use super::super::redraft::fold;
use super::super::{Change, Claim, Entry, Proposal, Recut, Span};
use super::crossed_line::CrossedLine;

impl CrossedLine<'_> {
    /// `claim`, which sits in one draft, where its words stand in another; kept apart when they do not.
    pub(super) fn moved(&mut self, claim: Claim, from: u32, to: u32) -> Claim {
        if claim.is_apart() {
            return claim;
        }
        if let Some((home, span)) = self.lost {
            let Some(span) = self.places.get(&to).copied().or_else(|| self.crossing.place(home, to, span)) else {
                return claim;
            };
            self.lost = None;
            return Claim { span, proposal: None, ..claim };
        }
        if let Some(span) = self.crossing.span(from, to, claim.span) {
            let proposal = self.proposal_at(&claim, span, (from, to));
            let there = Claim { span, proposal, ..claim.clone() };
            // Whoever brought the draft need not have known a claim that somebody picked: nothing says that its sentence was looked at.
            let is_turned = self.is_picked() && !self.crossing.is_same((from, claim.span), (to, span));
            return if is_turned { self.on_other_words(&claim, there, (from, to)) } else { there };
        }
        // Where it was put on other words, or what of these stands there.
        let known = self.known.as_ref().and_then(|known| {
            self.crossing.place(from, to, claim.span).or_else(|| self.crossing.span(from, to, known.span))
        });
        if let Some(span) = self.places.get(&to).copied().or(known) {
            let there = Claim { span, proposal: None, ..claim.clone() };
            let is_same = fold(self.crossing.words((from, claim.span))) == fold(self.crossing.words((to, span)));
            return if is_same || !claim.is_judged() { there } else { self.on_other_words(&claim, there, (from, to)) };
        }
        if self.is_picked()
            && let Some(there) = self.picked_in(&claim, from, to)
        {
            return there;
        }
        let words = self.crossing.words((from, claim.span));
        let mut gone = claim;
        gone.part(to, from, words);
        gone
    }

    /// `claim`, whose words somebody picked, where they stand in another order, or others in their place; `None` where none do.
    fn picked_in(&self, claim: &Claim, from: u32, to: u32) -> Option<Claim> {
        let at = |span: Span| Claim { span, proposal: None, ..claim.clone() };
        let place = self.crossing.place(from, to, claim.span);
        let is_same = |span: &Span| self.crossing.is_same((from, claim.span), (to, *span));
        let Some(span) = place.filter(is_same) else {
            // The same words may stand in another sentence, too.
            let span = self.crossing.successor((from, claim.span), to).or(place)?;
            return Some(self.on_other_words(claim, at(span), (from, to)));
        };
        let mut there = at(span);
        if !claim.is_pending() {
            there.record.fate = Some(Box::new(Fate::of(to, FateKind::Moved)));
        }
        Some(there)
    }

    /// True where somebody picked its words themselves.
    fn is_picked(&self) -> bool {
        let adds = |entry: &&&Entry| matches!(entry.edit.change, Change::Recut(Recut::Add, _));
        self.entries.iter().filter(adds).any(|entry| made_by(entry, self.id).is_some())
    }

    /// Why the program suggests `claim` where it stands at `span` of another draft: what it said of its words, pointing at them there.
    pub(super) fn proposal_at(&self, claim: &Claim, span: Span, (from, to): (u32, u32)) -> Option<Box<Proposal>> {
        let there = self.crossing.lanes(from, to).and_then(|lanes| shifted(claim, &lanes));
        if let Some(there) = there.filter(|there| there.span == span) {
            return there.proposal;
        }
        let mut proposal = claim.proposal.clone()?;
        let is_within = proposal.reasons.iter().all(|reason| claim.span.covers(reason.span));
        if !is_within || self.crossing.words((from, claim.span)) != self.crossing.words((to, span)) {
            return None;
        }
        for reason in &mut proposal.reasons {
            let start = span.start + reason.span.start - claim.span.start;
            reason.span = Span::new(start, start + reason.span.len());
        }
        Some(proposal)
    }
}
