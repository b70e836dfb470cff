//! What was done on a draft beside the way to the one that stands, done to the claim where it sits there: a verdict comes along where
//! the words it was given on stand, and is told as the one that was elsewhere.

use serde_json::Value;

use super::super::field::{FATE, FIELDS, Fate, FateKind, Field};
use super::super::{Carried, Change, Claim, Entry, Number, Recut, Span, Swap};
use super::crossed_line::CrossedLine;

impl CrossedLine<'_> {
    /// Where the claim sits in draft `n`, which is not on the way; `None` when it sits nowhere there.
    fn there(&self, n: u32) -> Option<Span> {
        if let Some(span) = self.places.get(&n) {
            return Some(*span);
        }
        let carry = self.crossing.branches.brought_aside(n).filter(|carry| carry.draft.before != n)?;
        match carry.claims.iter().find(|carried| carried.id() == self.id) {
            Some(Carried::Led(lead)) => {
                let gone = FateKind::Gone.as_str();
                let parts = lead
                    .fields
                    .iter()
                    .any(|(field, swap)| *field == &FATE && swap.after.get("is").and_then(Value::as_str) == Some(gone));
                (!parts).then_some(lead.span.after)
            }
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
    pub(super) fn cross(&mut self, entry: &Entry) {
        let (from, to) = (entry.draft, self.line.article.draft);
        if let Some(span) = self.there(from) {
            self.places.insert(from, span);
        }
        match &entry.edit.change {
            // What became of it there is none of what became of it here.
            Change::Field(field, _) if *field == &FATE => {}
            Change::Field(field, swap) => {
                if field.is_judged() && !self.is_same(from, to) {
                    self.had(field, swap, from);
                } else {
                    self.line.enter(entry, self.id);
                }
            }
            Change::Mend(swap) => drop(self.places.insert(from, swap.after)),
            Change::Recut(kind, swap) => self.recut(*kind, swap, entry),
            Change::Draft(_) | Change::Block(..) | Change::Waive(..) | Change::Later(..) => {}
        }
    }

    /// True when the claim sits on the same words in the two drafts.
    fn is_same(&self, from: u32, to: u32) -> bool {
        let here = self.line.claim.as_ref().filter(|claim| !claim.is_apart());
        here.zip(self.there(from)).is_some_and(|(claim, there)| self.crossing.is_same((from, there), (to, claim.span)))
    }

    /// Tells a verdict that was given on other words, in draft `from`, as the one that was.
    fn had(&mut self, field: &Field, swap: &Swap<Value>, from: u32) {
        let words = self.there(from).map_or("", |span| self.crossing.words((from, span)));
        self.line.had(field, swap, (from, words));
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
            (Some(_), Some(after), Some(mut now)) if kind == Recut::Attach => {
                if let Some(span) = place.and_then(|span| self.crossing.span(from, to, span)) {
                    now = now.reworded(span, self.line.article);
                    if now.fate().is_none_or(|fate| fate.had.is_empty()) {
                        now.record.fate.clone_from(&after.record.fate);
                    }
                    if let Some(fate) = &mut now.record.fate {
                        fate.draft = to;
                    }
                    self.line.claim = Some(now);
                }
            }
            (Some(before), Some(after), Some(now)) => {
                let judged = self.is_same(from, to);
                let there = |span: Span| self.crossing.span(from, to, span);
                let mended = there(before.span).filter(|span| *span == now.span).and(there(after.span));
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
        if !there.is_apart()
            && !self.crossing.is_same((from, span), (to, there.span))
            && (had.mark.is_some() || had.dismissed)
        {
            let was = self.crossing.words((from, span)).to_owned();
            there.record.fate = Some(Box::new(Fate { was, from, ..Fate::of(to, FateKind::Changed) }));
            there.withdraw(&had);
        }
        there
    }
}

/// `claim` in the place of `now`, with what a draft alone says of that.
fn like(claim: Claim, now: &Claim) -> Claim {
    let mut like = Claim { span: now.span, proposal: now.proposal.clone(), ..claim };
    like.record.fate.clone_from(&now.record.fate);
    like
}
