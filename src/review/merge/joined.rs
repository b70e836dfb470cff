//! A claim that was joined from several, where somebody who did not know of the join brings a draft in: it goes on over the words that its
//! parts have there, as it does where the joiner brings the draft in. Where these do not stand beside each other, what it does not come to
//! stand over is a claim of its own again.

use super::super::parted::groups;
use super::super::redraft::fold;
use super::super::{Carried, Carry, Change, Claim, Entry, Recut, Span, Step};
use super::crossed_line::CrossedLine;
use super::crossing::KnownPlace;
use super::joined_part::{JoinedPart, LedParts, PartLeft, PartPlace};
use super::unaware::take_fields;

impl<'a> CrossedLine<'a> {
    /// Takes in that `entry` joins others to the claim, or cuts some of them off.
    pub(super) fn note_parts(&mut self, entry: &'a Entry) {
        if entry.edit.leads(self.id).is_some() {
            self.is_cut = matches!(entry.edit.change, Change::Recut(Recut::Split, _));
        }
        let Some(span) = self.sits() else { return self.parts.clear() };
        if let Change::Recut(how, swap) = &entry.edit.change
            && entry.step == Step::Do
        {
            let is_own = |claims: &[Claim]| claims.iter().any(|claim| claim.id == *self.id);
            match (how, swap.before.first()) {
                (Recut::Join, _) if swap.after.first().is_some_and(|whole| whole.id == *self.id) => {
                    self.joins_in(entry);
                }
                // What was cut off has its share of what had been joined.
                (Recut::Split, Some(whole)) if !is_own(&swap.before) && is_own(&swap.after) => {
                    let into = |join: &&Entry| join.edit.claim.as_ref() == Some(&whole.id);
                    self.crossing.joins.iter().copied().filter(into).for_each(|join| self.joins_in(join));
                }
                _ => {}
            }
        }
        self.parts.retain(|part| span.covers(part.span));
    }

    /// Takes in what `entry` joins to a claim.
    fn joins_in(&mut self, entry: &'a Entry) {
        let Change::Recut(_, swap) = &entry.edit.change else { return };
        for claim in &swap.before {
            let is_known = claim.id == *self.id && self.parts.iter().any(|part| part.id == self.id);
            let span = self.crossing.span(entry.draft, self.line.article.draft, claim.span).filter(|_| !is_known);
            self.parts.extend(span.map(|span| JoinedPart { id: &claim.id, join: &entry.id, span }));
        }
    }

    /// Where `carry` leads the parts of the claim, which its maker did not know to be joined; none where they knew.
    pub(super) fn parts_led(&self, carry: &Carry, (before, now): (u32, u32)) -> LedParts {
        let claim = self.line.claim.as_ref().filter(|claim| !claim.is_apart() && self.lost.is_none());
        let Some(claim) = claim.filter(|_| self.parts.iter().any(|part| part.id != self.id)) else {
            return LedParts::default();
        };
        let words = |span: Span| fold(self.crossing.words((before, span)));
        let knew = match carry.claims.iter().find(|carried| carried.id() == self.id) {
            Some(Carried::Led(lead)) => words(lead.span.before) == words(claim.span),
            Some(Carried::Came(_) | Carried::Went(_)) => true,
            None => false,
        };
        if knew {
            return LedParts::default();
        }
        let place = |part: &JoinedPart<'_>| match carry.claims.iter().find(|carried| carried.id() == part.id) {
            Some(Carried::Led(lead)) if lead.span.before != part.span => PartPlace::Untold,
            Some(Carried::Led(lead)) if lead.parts() => PartPlace::Gone,
            Some(Carried::Led(lead)) => PartPlace::At(lead.span.after),
            Some(Carried::Went(_)) => PartPlace::Gone,
            Some(Carried::Came(_)) => PartPlace::Untold,
            None => self.crossing.span(before, now, part.span).map_or(PartPlace::Untold, PartPlace::At),
        };
        LedParts(self.parts.iter().map(place).collect())
    }

    /// The claim over the words that all its parts have in draft `now`, to which `carry` leads them; `None` where these do not stand beside
    /// each other, and where it has its own words still.
    pub(super) fn lead_whole(
        &self,
        carry: &Carry,
        led: &LedParts,
        (before, now): (u32, u32),
    ) -> Option<(Claim, Option<KnownPlace>)> {
        let claim = self.line.claim.as_ref()?;
        if led.0.is_empty() || self.crossing.place(before, now, claim.span).is_some() {
            return None;
        }
        let whole = |spans: &mut dyn Iterator<Item = Span>| {
            spans.reduce(|one, other| Span::new(one.start.min(other.start), one.end.max(other.end)))
        };
        if led.0.contains(&PartPlace::Untold) || whole(&mut self.parts.iter().map(|part| part.span))? != claim.span {
            return None;
        }
        let mut spans: Vec<Span> = led.0.iter().filter_map(|place| place.at()).collect();
        spans.sort_unstable();
        let groups = groups(self.crossing.texts.get(&now)?.text(), &spans);
        let [span] = groups.as_slice() else { return None };
        let there = Claim { span: *span, proposal: self.proposal_at(claim, *span, (before, now)), ..claim.clone() };
        let is_same = self.crossing.is_same((before, claim.span), (now, *span));
        let mut after = if is_same { there } else { self.on_other_words(claim, there, (before, now)) };
        if let Some(lead) = carry.lead(self.id) {
            take_fields(claim, &mut after, lead);
        }
        Some((after, self.known_part(led)))
    }

    /// Where those know the claim to be, in the draft to which its parts are led, who do not know of the join.
    fn known_part(&self, led: &LedParts) -> Option<KnownPlace> {
        let own = self.parts.iter().zip(&led.0).find(|(part, _)| part.id == self.id);
        let span = own.and_then(|(_, place)| place.at())?;
        Some(KnownPlace { id: self.id.clone(), span })
    }

    /// Takes the parts along to the draft that the claim has been led to from `was`: those that it does not stand over there go on as what
    /// they were.
    pub(super) fn leave_parts(&mut self, led: LedParts, was: Option<Span>, (before, now): (u32, u32)) {
        let is = self.sits();
        let moved = |span: Span| {
            let (was, is) = (was?, is?);
            let stands = self.crossing.words((before, was)) == self.crossing.words((now, is));
            let start = is.start + span.start.checked_sub(was.start)?;
            stands.then(|| Span::new(start, start + span.len()))
        };
        let is_told = !led.0.is_empty();
        let led = led.0.into_iter().map(Some).chain(std::iter::repeat(None));
        for (part, place) in std::mem::take(&mut self.parts).into_iter().zip(led) {
            let place = moved(part.span).or_else(|| place.and_then(PartPlace::at));
            match place.filter(|span| is.is_some_and(|is| is.covers(*span))) {
                Some(span) => self.parts.push(JoinedPart { span, ..part }),
                None if is_told => self.line.left.push(PartLeft { join: part.join.clone(), id: part.id.clone() }),
                None => {}
            }
        }
    }
}
