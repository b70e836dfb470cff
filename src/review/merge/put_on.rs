//! A claim put on other words by one entry of those that are folded: who judged it without having seen that judged other words, and
//! no verdict that was told goes untold by it.

use std::sync::Arc;

use serde_json::Value;

use super::super::field::{DISMISSED, Fate, Field, Verdict};
use super::super::reworded::{Rewording, SeenWords};
use super::super::wire::AnchorShape;
use super::super::{Article, Change, Claim, ClaimId, Entry, Span, Swap};
use super::fold::{HistoryLine, beside};

impl HistoryLine<'_> {
    /// Leads the claim from one place to another, as `entry` says that does nothing else.
    pub(super) fn enter_mend(&mut self, swap: &Swap<Span>, entry: &Entry) {
        let held = self.told();
        self.mend(swap, entry);
        if let Some(claim) = &mut self.claim {
            claim.keep_telling(held.as_ref());
        }
    }

    /// Passes over `entry`, which was taken back or takes such a one back: the claim stays where it is, yet there were readers who saw it
    /// on those words.
    pub(super) fn pass(&mut self, entry: &Entry, id: &ClaimId) {
        let at = self.noted(entry, id);
        self.holds(at);
    }

    /// Notes that `entry` puts claim `id` on other words, where it does: the place of these.
    pub(super) fn noted(&mut self, entry: &Entry, id: &ClaimId) -> Option<Span> {
        self.noted_on(self.article, entry, id)
    }

    /// Notes the same of places of `article`, which may be those of another draft.
    pub(super) fn noted_on(&mut self, article: &Article, entry: &Entry, id: &ClaimId) -> Option<Span> {
        let spans = spans(entry, id)?;
        self.rewordings.push(Rewording::of(entry, &spans, article));
        Some(spans.after)
    }

    /// Notes whether the claim came to sit `at` the place where the latest rewording led it.
    pub(super) fn holds(&mut self, at: Option<Span>) {
        let (Some(at), Some(latest)) = (at, self.rewordings.last_mut()) else { return };
        latest.holds = self.claim.as_ref().is_some_and(|claim| claim.span == at);
    }

    /// What the maker of `entry` judged, where the claim has been put on other words that they had not seen.
    pub(super) fn unseen(&self, entry: &Entry) -> Option<SeenWords<'_>> {
        entry.edit.judges()?;
        let claim = self.claim.as_ref().or(self.gone.as_ref())?;
        Rewording::unseen(&self.rewordings, entry, self.article.words(claim.span))
    }

    /// Tells a verdict that `entry` gave on other `words`, which stand in draft `from`, as the one that was.
    pub(super) fn had(&mut self, field: &Field, swap: &Swap<Value>, entry: &Entry, (from, words): (u32, &str)) {
        if self.idle.passes(entry) {
            return;
        }
        let to = self.article.draft;
        let is_own = self.dismissed_by.as_ref() == Some(&entry.by);
        let Some(claim) = self.present() else { return };
        let is_told = |claim: &Claim| claim.fate().is_some_and(|fate| fate.dismissed);
        let was_told = is_told(claim);
        claim.had(field, swap, (from, words), to);
        if takes_dismissal_back(field, swap) {
            if is_own {
                claim.had_no_dismissal((from, words), to);
                self.dismissed_by = None;
            }
        } else if !was_told && is_told(claim) {
            self.dismissed_by = Some(Arc::clone(&entry.by));
        }
    }

    fn mend(&mut self, swap: &Swap<Span>, entry: &Entry) {
        let (before, after) = (swap.before, swap.after);
        let article = self.article;
        let Some(claim) = self.present() else { return };
        if claim.span == before {
            *claim = claim.reworded(after, article);
        } else if claim.span != after {
            let anchor = |span| serde_json::to_value(AnchorShape::of(article, span)).unwrap_or_default();
            beside(claim, "anchor", &anchor(before), anchor(after), entry);
        }
    }

    /// What became of the claim so far.
    fn told(&self) -> Option<Fate> {
        self.claim.as_ref().and_then(Claim::fate).cloned()
    }

    /// Leads the claim from the words of `before` to those of `after`. Beside the verdicts that the re-cut withdrew those are told that
    /// its maker had not seen.
    pub(super) fn reword(&mut self, before: &mut Claim, after: &mut Claim, entry: &Entry) {
        let held = self.told();
        self.mend(&Swap::new(before.span, after.span), entry);
        let Some(claim) = &mut self.claim else { return };
        if before.fate() == after.fate() {
            claim.keep_telling(held.as_ref());
            return;
        }
        let unseen = claim.record.fate.take().filter(|fate| Some(&**fate) != held.as_ref());
        claim.record.fate.clone_from(&after.record.fate);
        match (&mut claim.record.fate, unseen) {
            (Some(fate), Some(unseen)) => fate.tell_too(&unseen),
            (fate @ None, Some(unseen)) => *fate = Some(unseen),
            (_, None) => {}
        }
        // Nor had its maker seen what was told before.
        if let (Some(fate), Some(held)) = (&mut claim.record.fate, held.filter(|held| before.fate() != Some(held))) {
            fate.tell_too(&held);
        }
        (before.record.fate, after.record.fate) = (None, None);
    }
}

/// True when `swap` takes a dismissal back, be it a flag or a reading.
fn takes_dismissal_back(field: &Field, swap: &Swap<Value>) -> bool {
    let is_dismissal =
        |value: &Value| value.get("verdict").and_then(Value::as_str) == Some(Verdict::Dismissed.as_str());
    if field == &DISMISSED {
        swap.after == Value::Bool(false)
    } else {
        is_dismissal(&swap.before) && swap.after.is_null()
    }
}

/// From where to where `entry` leads claim `id`, if it puts it on other words.
fn spans(entry: &Entry, id: &ClaimId) -> Option<Swap<Span>> {
    match &entry.edit.change {
        Change::Mend(swap) => Some(swap.clone()),
        Change::Recut(_, swap) => {
            let of = |list: &[Claim]| list.iter().find(|claim| claim.id == *id).map(|claim| claim.span);
            let spans = Swap::new(of(&swap.before)?, of(&swap.after)?);
            (spans.before != spans.after).then_some(spans)
        }
        Change::Field(..) | Change::Block(..) | Change::Waive(..) | Change::Draft(_) | Change::Later(..) => None,
    }
}
