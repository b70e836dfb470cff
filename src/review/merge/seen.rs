//! A verdict that is given on a draft of the way: on the words that its reader saw, which the claim need not be on.

use super::super::reworded::SeenWords;
use super::super::{Carry, Change, Claim, Entry, Span, are_same_words};
use super::crossed_line::CrossedLine;
use super::crossing::KnownPlace;
use super::views::DraftStep;

impl<'a> CrossedLine<'a> {
    /// Where the claim sits; `None` where it is not there, or kept apart.
    pub(super) fn sits(&self) -> Option<Span> {
        self.line.claim.as_ref().filter(|claim| !claim.is_apart()).map(|claim| claim.span)
    }

    /// True where the claim is kept apart, or was when it was taken away, and `entry` says what it comes to.
    pub(super) fn is_apart_for(&self, entry: &Entry) -> bool {
        let gone = self.line.gone.as_ref().filter(|_| entry.edit.judges().is_some());
        self.line.claim.as_ref().or(gone).is_some_and(Claim::is_apart)
    }

    /// Takes along how the claim is seen, from one draft to the next, which `carry` brings in. It sat at `was`.
    pub(super) fn go_on(&mut self, carry: &Carry, drafts: (u32, u32), was: Option<Span>) {
        let carried = carry.claims.iter().find(|carried| carried.id() == self.id);
        let step = DraftStep { carried, drafts, claim: (was, self.sits()) };
        self.views.step(&step, self.crossing);
    }

    /// Does on the draft of this stage what was done on it.
    pub(super) fn enter(&mut self, entry: &'a Entry) {
        let before = self.sits();
        self.judged(entry);
        match self.seen_at(entry).filter(|_| entry.edit.judges().is_some()) {
            Some(seen) => self.judge(entry, seen),
            None => self.line.enter(entry, self.id),
        }
        if let (Some(led), Some(_)) = (entry.edit.leads(self.id), &self.line.claim) {
            self.views.put(entry, led.after);
        }
        // Who has not seen that it was cut or mended still sees it where it sat, though another had taken it away meanwhile.
        let is_led = entry.edit.leads(self.id).is_some();
        if let (None, Some(span), Change::Recut(..)) = (before, self.sits(), &entry.edit.change)
            && !is_led
        {
            self.views.begin(self.line.article.draft, span);
        }
        if let Some(claim) = self.line.claim.as_ref().filter(|claim| !claim.is_apart()) {
            self.known = self.known.take().or_else(|| KnownPlace::of(claim, before, entry));
        }
        self.stands_at(entry.draft);
        self.note_parts(entry);
    }

    /// Does what `entry` says of a verdict on the words at `seen`, which the claim need not be on.
    fn judge(&mut self, entry: &Entry, seen: Span) {
        let Change::Field(field, swap) = &entry.edit.change else { return };
        let words = self.crossing.words((entry.draft, seen));
        self.line.gave(entry, Some(words));
        let now = self.line.claim.as_ref().or(self.line.gone.as_ref()).map(|claim| self.line.article.words(claim.span));
        if now.is_none_or(|now| are_same_words(words, now)) {
            self.line.field(field, swap, entry);
        } else {
            self.line.had(field, swap, entry, (entry.draft, words));
        }
    }

    /// Where the maker of `entry` saw the claim in the draft that they judged it in.
    fn seen_at(&self, entry: &Entry) -> Option<Span> {
        let brought = || {
            let seen = entry.seen_rewording()?;
            let carry = self.entries.iter().find(|one| one.id.as_str() == seen)?.edit.change.draft()?;
            carry.lead(self.id).filter(|_| carry.draft.after == entry.draft).map(|lead| lead.span.after)
        };
        brought().or_else(|| self.views.of(entry))
    }

    /// Keeps where the claim sat for the maker of `entry`, where that judges it.
    pub(super) fn judged(&mut self, entry: &'a Entry) {
        if entry.edit.judges().is_none() {
            return;
        }
        let here = self.seen_at(entry).filter(|_| entry.draft == self.line.article.draft);
        let seen = here.map(|span| (entry.draft, span)).or_else(|| self.line.unseen(entry).map(SeenWords::place));
        let place = seen.or_else(|| Some((entry.draft, *self.places.get(&entry.draft)?)));
        self.given.extend(place.map(|place| (&entry.id, place)));
    }
}
