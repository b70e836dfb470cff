//! Pieces that were cut off a claim, where somebody who did not know of the cut brings a draft in: each goes where its words have gone.

use std::cmp::Reverse;

use super::super::parted::groups;
use super::super::redraft::{Cut, Redraft};
use super::super::{Carried, Carry, Claim, Lead, Span};
use super::crossed_line::CrossedLine;
use super::crossing::KnownPlace;

impl CrossedLine<'_> {
    /// The claim, which was cut, where its words have gone in draft `now`, and where it is for those who do not know of
    /// the cut; `None` where `carry` says what became of either, or it has its words still.
    pub(super) fn lead_piece(&self, carry: &Carry, (before, now): (u32, u32)) -> Option<(Claim, Option<KnownPlace>)> {
        let claim = self.line.claim.as_ref().filter(|claim| !claim.is_apart() && self.lost.is_none())?;
        let known = self.known.as_ref().filter(|known| self.is_cut || known.id != *self.id)?;
        let is_told = carry.ids().any(|id| id == self.id) || self.unaware(carry, before).is_some();
        if is_told || self.crossing.place(before, now, claim.span).is_some() {
            return None;
        }
        let span = self.piece(claim.span, carry, (before, now))?;
        let after = self.on_other_words(claim, Claim { span, proposal: None, ..claim.clone() }, (before, now));
        let known = self.piece(known.span, carry, (before, now)).map(|span| KnownPlace { span, ..known.clone() });
        Some((after, known))
    }

    /// The place of a piece with what draft `now` puts in right behind its words: the cut was there, so that it would be in no claim. `None`
    /// where nothing is put in before the next word of `whole`, which was cut.
    pub(super) fn with_put_in(&self, (was, is): (Span, Span), whole: Span, (before, now): (u32, u32)) -> Option<Span> {
        let [old, new] = [self.crossing.texts.get(&before)?.text(), self.crossing.texts.get(&now)?.text()];
        let rest = trimmed(old, Span::new(was.end, whole.end.max(was.end)));
        let word = rest.of(old).split_whitespace().next()?;
        let next = self.crossing.span(before, now, Span::new(rest.start, rest.start + word.len()))?;
        let put_in = trimmed(new, Span::new(is.end, next.start.max(is.end)));
        put_in.of(new).contains(char::is_alphanumeric).then(|| Span::new(is.start, put_in.end))
    }

    /// Where most of the words have gone that stand at `span`, as `carry` leads what it names there, and where they are as they were.
    pub(super) fn piece(&self, span: Span, carry: &Carry, (before, now): (u32, u32)) -> Option<Span> {
        let [old, new] = [self.crossing.texts.get(&before)?, self.crossing.texts.get(&now)?];
        let mut leads: Vec<&Lead> = carry.claims.iter().filter_map(Carried::led).collect();
        leads.retain(|lead| lead.span.before.overlaps(span));
        leads.sort_by_key(|lead| (lead.span.before.start, Reverse(lead.span.before.end)));
        let mut end = 0;
        leads.retain(|lead| {
            let is_next = lead.span.before.start >= end;
            end = end.max(lead.span.before.end);
            is_next
        });
        let was: Vec<Span> = leads.iter().map(|lead| lead.span.before).collect();
        let mut is: Vec<Span> = leads.iter().filter(|lead| !lead.parts()).map(|lead| lead.span.after).collect();
        is.sort_unstable();
        let led = Redraft::of(
            Cut { text: old.text(), sentences: &was, marks: &[], language: &old.language },
            Cut { text: new.text(), sentences: &is, marks: &[], language: &new.language },
        );
        let mut spans = if was.is_empty() { Vec::new() } else { led.fate(span).spans };
        let rest = between(span, &was).into_iter().map(|gap| trimmed(old.text(), gap)).filter(|gap| !gap.is_empty());
        spans.extend(rest.filter_map(|gap| self.crossing.span(before, now, gap)));
        spans.sort_unstable();
        groups(new.text(), &spans).into_iter().max_by_key(|span| (span.len(), Reverse(span.start)))
    }
}

/// What of `span` is in none of `parts`, which stand in order.
fn between(span: Span, parts: &[Span]) -> Vec<Span> {
    let ends = parts.iter().map(|part| part.start).chain([span.end]);
    let starts = std::iter::once(span.start).chain(parts.iter().map(|part| part.end));
    let clipped = starts.zip(ends).map(|(start, end)| (start.max(span.start), end.min(span.end)));
    clipped.filter(|(start, end)| start < end).map(|(start, end)| Span::new(start, end)).collect()
}

/// `span` without white space at either end.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.end - words.trim_start().len();
    Span::new(start, start + words.trim().len())
}
