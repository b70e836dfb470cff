//! What was done on a draft beside the way to the one that stands, done to the claim where it sits there: a verdict comes along where
//! the words it was given on stand, and is told as the one that was elsewhere.

use serde_json::Value;

use super::super::field::{FATE, FIELDS, Fate, FateAnswer, FateKind, Field};
use super::super::{Carried, Change, Claim, Entry, Number, Recut, Span, Swap};
use super::crossed_line::CrossedLine;
use super::crossing::KnownPlace;

impl<'a> CrossedLine<'a> {
    /// Where the claim sits in draft `n`, which is not on the way; `None` when it sits nowhere there.
    fn there(&self, n: u32) -> Option<Span> {
        if let Some(span) = self.places.get(&n) {
            return Some(*span);
        }
        let carry = self.crossing.branches.brought_aside(n).filter(|carry| carry.draft.before != n)?;
        match carry.claims.iter().find(|carried| carried.id() == self.id) {
            Some(Carried::Led(lead)) => (!lead.parts()).then_some(lead.span.after),
            Some(Carried::Came(claim)) => Some(claim.span),
            Some(Carried::Went(_)) => None,
            None => {
                let before = carry.draft.before;
                // A draft that was left comes before the one it was left for, or is on the way.
                let span = self.places.get(&before).copied()?;
                self.crossing.span(before, n, span)
            }
        }
    }

    /// Does on the draft of this stage what was done on one beside the way.
    pub(super) fn cross(&mut self, entry: &'a Entry) {
        let (from, to) = (entry.draft, self.line.article.draft);
        if let Some(span) = self.there(from) {
            self.places.insert(from, span);
        }
        self.judged(entry);
        match &entry.edit.change {
            // What became of it there is none of what became of it here; what is answered to that here is.
            Change::Field(field, _) if *field == &FATE && from != to => {}
            Change::Field(field, swap) => {
                if field.is_judged() && !self.is_same(from, to) {
                    self.had(field, swap, entry);
                } else {
                    self.line.enter(entry, self.id);
                }
            }
            Change::Mend(swap) => {
                self.put_on(entry, |line| {
                    let spans = line.spans_here(swap, from);
                    spans.inspect(|spans| line.line.enter_mend(spans, entry)).map(|spans| spans.after)
                });
                self.places.insert(from, swap.after);
            }
            Change::Recut(kind, swap) => self.put_on(entry, |line| {
                line.recut(*kind, swap, entry);
                line.line.claim.as_ref().map(|claim| claim.span)
            }),
            Change::Draft(_)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Later(..) => {}
        }
    }

    /// Does what may put the claim on other words, on a draft beside the way. Readers who have not seen it judged those before, here and
    /// there.
    fn put_on(&mut self, entry: &'a Entry, change: impl FnOnce(&mut Self) -> Option<Span>) {
        let before = self.line.claim.as_ref().filter(|claim| !claim.is_apart()).map(|claim| claim.span);
        let is_noted = self
            .crossing
            .texts
            .get(&entry.draft)
            .is_some_and(|article| self.line.noted_on(article, entry, self.id).is_some());
        let at = change(self);
        let claim = self.line.claim.as_ref().filter(|claim| before.is_some() && !claim.is_apart());
        self.known = self.known.take().or_else(|| KnownPlace::of(claim?, before, entry));
        let is_here = claim.is_some_and(|claim| before != Some(claim.span));
        if let Some(claim) = claim.filter(|_| is_noted) {
            self.views.come(entry, claim.span);
        }
        self.line.holds(at.filter(|_| is_noted && is_here));
        self.note_parts(entry);
    }

    /// Where the claim is led here by what leads it on draft `from` from one place to another; `None` where it sits elsewhere, or those
    /// words stand nowhere here.
    fn spans_here(&self, swap: &Swap<Span>, from: u32) -> Option<Swap<Span>> {
        let claim = self.line.claim.as_ref().filter(|claim| !claim.is_apart())?;
        let there = |span: Span| self.crossing.span(from, self.line.article.draft, span);
        let before = there(swap.before).filter(|span| *span == claim.span)?;
        Some(Swap::new(before, there(swap.after)?))
    }

    /// True when the claim sits on the same words in the two drafts.
    fn is_same(&self, from: u32, to: u32) -> bool {
        let here = self.line.claim.as_ref().filter(|claim| !claim.is_apart());
        here.zip(self.there(from)).is_some_and(|(claim, there)| self.crossing.is_same((from, there), (to, claim.span)))
    }

    /// Tells a verdict that `entry` gave on other words, on its draft, as the one that was.
    fn had(&mut self, field: &Field, swap: &Swap<Value>, entry: &Entry) {
        let from = entry.draft;
        let words = self.there(from).map_or("", |span| self.crossing.words((from, span)));
        self.line.gave(entry, Some(words));
        self.line.had(field, swap, entry, (from, words));
    }

    /// Re-cuts the claim as it was re-cut on a draft beside the way.
    fn recut(&mut self, kind: Recut, swap: &Swap<Vec<Claim>>, entry: &Entry) {
        let (from, to) = (entry.draft, self.line.article.draft);
        let of = |list: &[Claim]| list.iter().find(|claim| claim.id == *self.id).cloned();
        let (before, after) = (of(&swap.before), of(&swap.after));
        if before.is_some() {
            self.born(to);
        }
        let place = after.as_ref().filter(|claim| !claim.is_apart()).map(|claim| claim.span);
        match (before, after, self.line.claim.clone()) {
            (None, Some(after), _) => {
                let there = self.landed(after, from, to);
                self.line.recut(None, Some(there), entry);
            }
            (Some(before), None, Some(now)) => self.line.recut(Some(like(before, &now)), None, entry),
            (Some(_), Some(after), Some(now)) if kind == Recut::Attach && is_attached(&after) => {
                if let Some(span) = place.and_then(|span| self.crossing.span(from, to, span)) {
                    let mut there = now.reworded(span, self.line.article);
                    there.proposal = self.proposal_at(&after, span, (from, to));
                    let fate = after.fate().map(|fate| Box::new(Fate { draft: to, ..fate.clone() }));
                    let told = [std::mem::replace(&mut there.record.fate, fate), now.record.fate.clone()];
                    if let Some(fate) = &mut there.record.fate {
                        told.iter().flatten().for_each(|told| fate.tell_too(told));
                    }
                    self.line.claim = Some(there);
                }
            }
            (Some(before), Some(after), Some(now)) => {
                let judged = self.is_same(from, to);
                let mended = self.spans_here(&Swap::new(before.span, after.span), from).map(|spans| spans.after);
                let (before, mut after) = (like(before, &now), like(after, &now));
                after.span = mended.unwrap_or(now.span);
                if !judged {
                    for field in FIELDS.iter().filter(|field| field.is_judged()) {
                        // The value comes from a claim, so it is of the field's shape.
                        let _ = field.put(&mut after, field.value(&before));
                    }
                }
                self.line.recut(Some(before), Some(after), entry);
            }
            (_, _, None) | (None, None, Some(_)) => {}
        }
        if let Some(span) = place {
            self.places.insert(from, span);
        }
    }

    /// A claim that was added to draft `from`, on draft `to`; its verdict withdrawn where its words are others.
    fn landed(&mut self, claim: Claim, from: u32, to: u32) -> Claim {
        let (span, had) = (claim.span, claim.clone());
        let mut there = self.moved(claim, from, to);
        there.number = Number::default();
        if !there.is_apart() && !self.crossing.is_same((from, span), (to, there.span)) && had.is_judged() {
            let was = self.crossing.words((from, span)).to_owned();
            there.record.fate = Some(Box::new(Fate { was, from, ..Fate::of(to, FateKind::Changed) }));
            there.withdraw(&had);
        }
        there
    }
}

/// True for a claim that was put on its words by hand, where its own stood nowhere.
fn is_attached(claim: &Claim) -> bool {
    claim.fate().is_some_and(|fate| fate.answer == Some(FateAnswer::Attached))
}

/// `claim` in the place of `now`, with what a draft alone says of that.
fn like(claim: Claim, now: &Claim) -> Claim {
    let mut like = Claim { span: now.span, proposal: now.proposal.clone(), ..claim };
    like.record.fate.clone_from(&now.record.fate);
    like
}
