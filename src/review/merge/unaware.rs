//! A claim that was put on other words before a draft was brought in by somebody who had not seen that: it is led to its words where they
//! stand in the draft, as it would have been with both in one copy. Where they do not, no verdict that was given on them goes along.

use serde_json::Value;

use super::super::field::{DISMISSED, FATE, Fate, FateKind, Mark, VERDICT};
use super::super::leant::Leant;
use super::super::redraft::fold;
use super::super::{Carried, Carry, Claim, Lead, Span, Swap};
use super::crossed_line::CrossedLine;
use super::led::{LedWords, led};

/// What became of the claim that `lead` leads, where its words are others or gone.
fn elsewhere(lead: &Lead) -> Option<FateKind> {
    let (_, swap) = lead.fields.iter().find(|(field, _)| *field == &FATE)?;
    let fate: Fate = serde_json::from_value(swap.after.clone()).ok()?;
    fate.is_elsewhere().then_some(fate.is)
}

/// What a claim takes along from what leads it.
#[derive(Clone, Copy)]
enum ComesWith {
    /// What is no matter of the words.
    Fields,
    /// Those and the verdicts, told as given on other words.
    Verdicts,
}

/// Does to `after`, which is `claim` in a later draft, what `lead` does to it that is no matter of its words.
pub(super) fn take_fields(claim: &Claim, after: &mut Claim, lead: &Lead) {
    let rest = lead.fields.iter().filter(|(field, _)| *field != &FATE && !field.is_judged());
    for (field, swap) in rest.filter(|(field, swap)| field.value(claim) == swap.before) {
        // Of the wrong shape it could not have been read.
        let _ = field.put(after, swap.after.clone());
    }
}

impl CrossedLine<'_> {
    /// What `carry`, which brings a draft in behind `before`, says of the words that the claim was on as its maker knew it; `None` when
    /// they knew it as it is.
    pub(super) fn unaware<'c>(&self, carry: &'c Carry, before: u32) -> Option<&'c Lead> {
        let claim = self.line.claim.as_ref().filter(|claim| !claim.is_apart() && self.lost.is_none())?;
        match carry.claims.iter().find(|carried| carried.id() == self.id) {
            Some(Carried::Led(lead)) => {
                let came_back = lead.settles().is_some_and(|left| left.is == FateKind::Gone);
                let words = |span: Span| fold(self.crossing.words((before, span)));
                let differs = lead.span.before != claim.span && words(lead.span.before) != words(claim.span);
                (differs && !came_back).then_some(&**lead)
            }
            Some(Carried::Came(_) | Carried::Went(_)) => None,
            None => {
                let known = self.known.as_ref().filter(|known| known.id != *self.id)?;
                carry.lead(&known.id).filter(|lead| lead.span.before == known.span)
            }
        }
    }

    /// Leads `claim` to draft `now`, as `lead` leads the words that it was on as the maker of the draft knew it.
    pub(super) fn lead_along(
        &self,
        claim: &Claim,
        (carry, lead): (&Carry, &Lead),
        (before, now): (u32, u32),
    ) -> Option<Claim> {
        let fate = elsewhere(lead);
        let is_piece = (self.is_cut || lead.id != *self.id) && fate.as_ref().is_some_and(|is| *is != FateKind::Gone);
        let piece = || self.piece(claim.span, carry, (before, now)).filter(|_| is_piece);
        let Some(span) = self.along(claim.span, lead, (before, now)).or_else(piece) else {
            return self.lead_back(claim, lead, (before, now));
        };
        let is_head = is_piece && lead.span.before.covers(claim.span);
        let put_in = || self.with_put_in((claim.span, span), lead.span.before, (before, now));
        let span = if is_head { put_in().unwrap_or(span) } else { span };
        let mut after = Claim { span, ..claim.clone() };
        after.proposal = self.proposal_at(claim, span, (before, now));
        let is_within = fate.is_none() && lead.span.before.covers(claim.span);
        let own = lead.id == *self.id;
        if is_within || self.crossing.is_same((before, claim.span), (now, span)) {
            let moved = || lead.fields.iter().find(|(field, _)| *field == &FATE).map(|(_, swap)| &swap.after);
            // Nor did who brought it know of verdicts that are told.
            if !claim.is_pending() && claim.fate().is_none_or(|fate| fate.had.is_empty() && !fate.dismissed) {
                let is_moved =
                    |value: &&Value| value.get("is").and_then(Value::as_str) == Some(FateKind::Moved.as_str());
                after.record.fate = moved().filter(is_moved).map(|_| Box::new(Fate::of(now, FateKind::Moved)));
            }
        } else {
            after = self.on_other_words(claim, after, (before, now));
        }
        let comes = if fate.is_none() { ComesWith::Verdicts } else { ComesWith::Fields };
        if own {
            self.take_along(claim, &mut after, lead, (now, comes));
        }
        Some(after)
    }

    /// Does to `after`, which is `claim` in draft `now`, what `lead` does beside leading it.
    fn take_along(&self, claim: &Claim, after: &mut Claim, lead: &Lead, (now, comes): (u32, ComesWith)) {
        take_fields(claim, after, lead);
        if matches!(comes, ComesWith::Fields) {
            return;
        }
        // Words of before stand again, with the verdicts on them; the claim is on others by now.
        let words = self.crossing.words((now, lead.span.after));
        for (field, swap) in &lead.fields {
            if *field == &VERDICT {
                after.had(&Mark::sides(swap), (now, words), now);
            } else if *field == &DISMISSED && swap.after == Value::Bool(true) {
                after.was_dismissed((now, words), now);
            }
        }
    }

    /// What `carry` says of the claim, and where its words stand in draft `now`, which has its sentence again: it had been put on
    /// other words than the maker of the draft knew when it was kept apart. `None` where they knew them, or these stand nowhere.
    pub(super) fn comes_home<'c>(&self, carry: &'c Carry, now: u32) -> Option<(&'c Lead, Span)> {
        let claim = self.line.claim.as_ref().filter(|claim| claim.is_apart() && self.lost.is_none())?;
        let lead = carry.lead(self.id)?;
        let (held, left) = (claim.fate()?, lead.settles().filter(|left| left.is == FateKind::Gone)?);
        let differs = !held.was.is_empty() && !left.was.is_empty() && fold(&held.was) != fold(&left.was);
        let span = self.crossing.place(held.from, now, claim.span).filter(|_| differs)?;
        (span != lead.span.after).then_some((lead, span))
    }

    /// `claim`, which was kept apart, back on its own words at `span`, which the maker of the draft did not know that it was on: with the
    /// verdicts that were given on them, the others told.
    pub(super) fn lead_home(&self, claim: &Claim, (lead, span): (&Lead, Span), (before, now): (u32, u32)) -> Claim {
        let mut after = Claim { span, proposal: lead.proposal_of(claim), ..claim.clone() };
        let told = after.record.fate.take();
        self.take_along(claim, &mut after, lead, (now, ComesWith::Verdicts));
        let Some(told) = told else { return after };
        let (was, is) = ((before, claim.span), (now, span));
        let words = LedWords { crossing: self.crossing, entries: self.entries, given: &self.given, was, is };
        for mark in &told.had {
            if words.are_those_of(mark) {
                let mark = serde_json::to_value(mark).unwrap_or_default();
                VERDICT.apply(&mut after, &Swap::new(Value::Null, mark));
            } else {
                let on = words.given_at(mark).map(|(draft, span)| (draft, self.crossing.words((draft, span))));
                after.had(&Swap::new(None, Some(mark.clone())), on.unwrap_or((told.from, &told.was)), now);
            }
        }
        if told.dismissed {
            after.was_dismissed((told.from, &told.was), now);
        }
        after
    }

    /// Where the words at `span` stand in the later draft.
    fn along(&self, span: Span, lead: &Lead, (before, now): (u32, u32)) -> Option<Span> {
        let with_the_whole = || {
            let (was, is) =
                (self.crossing.words((before, lead.span.before)), self.crossing.words((now, lead.span.after)));
            let stands = elsewhere(lead) != Some(FateKind::Gone) && was == is && lead.span.before.covers(span);
            let start = lead.span.after.start + span.start.checked_sub(lead.span.before.start)?;
            stands.then(|| Span::new(start, start + span.len()))
        };
        with_the_whole().or_else(|| self.crossing.place(before, now, span))
    }

    /// The claim where its words stand nowhere in the later draft: what it was on goes on as the maker of the draft knew it.
    fn lead_back(&self, claim: &Claim, lead: &Lead, (before, now): (u32, u32)) -> Option<Claim> {
        let words = self.crossing.words((before, claim.span));
        if elsewhere(lead) == Some(FateKind::Gone) || lead.id != *self.id {
            let mut gone = claim.clone();
            gone.part(now, before, words);
            return Some(gone);
        }
        let article = self.crossing.texts.get(&before)?;
        let mut back = claim.reworded(lead.span.before, article);
        back.keep_telling(claim.fate());
        let (was, is) = ((before, lead.span.before), (now, lead.span.after));
        let words = LedWords { crossing: self.crossing, entries: self.entries, given: &self.given, was, is };
        led(&Carried::Led(Box::new(lead.clone())), Some(back), now, &words)
    }

    /// `after`, which is `claim` in the later draft, with the verdicts withdrawn: its words, or its sentence, are others there.
    pub(super) fn on_other_words(&self, claim: &Claim, mut after: Claim, (before, now): (u32, u32)) -> Claim {
        let fresh = Fate::of(now, FateKind::Changed);
        let mut fate = match claim.fate().filter(|_| claim.is_pending()) {
            Some(held) => Fate { draft: now, is: FateKind::Changed, ..held.clone() },
            None => Fate { was: self.crossing.words((before, claim.span)).to_owned(), from: before, ..fresh },
        };
        let is_around = fold(self.crossing.words((before, claim.span))) == fold(self.crossing.words((now, after.span)));
        if let Some([was, is]) = self.crossing.turned((before, claim.span), (now, after.span)) {
            fate.said_by = fate.said_by.or_else(|| was.said_by.clone());
            fate.lean(Leant { was: &was.leans_on, is: &is.leans_on });
        } else if is_around {
            fate.lean(self.crossing.around((before, claim.span), (now, after.span)));
        }
        after.record.fate = Some(Box::new(fate));
        after.withdraw(claim);
        after.keep_telling(claim.fate());
        after
    }
}
