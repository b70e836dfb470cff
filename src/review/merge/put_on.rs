//! A claim put on other words by one entry of those that are folded: who judged it without having seen that judged other words, and
//! no verdict that was told goes untold by it.

use serde_json::Value;

use super::super::field::{Fate, Field, Mark};
use super::super::reworded::Rewording;
use super::super::wire::AnchorShape;
use super::super::{Claim, Entry, Span, Swap};
use super::fold::{HistoryLine, beside};

impl HistoryLine<'_> {
    /// Leads the claim from one place to another, as `entry` says that does nothing else.
    pub(super) fn enter_mend(&mut self, swap: &Swap<Span>, entry: &Entry) {
        let held = self.told();
        self.mend(swap, entry);
        self.keep_telling(held);
        self.holds(swap.after);
    }

    /// Notes whether the claim came to sit where the latest rewording led it.
    pub(super) fn holds(&mut self, at: Span) {
        let holds = self.claim.as_ref().is_some_and(|claim| claim.span == at);
        if let Some(latest) = self.rewordings.last_mut() {
            latest.holds = holds;
        }
    }

    /// The words that the maker of `entry` judged, where the claim has been put on others that they had not seen.
    pub(super) fn unseen(&self, entry: &Entry) -> Option<String> {
        entry.edit.judges()?;
        let claim = self.claim.as_ref().or(self.gone.as_ref())?;
        Rewording::unseen(&self.rewordings, entry, self.article.words(claim.span)).map(str::to_owned)
    }

    /// Tells a verdict that was given on other `words`, which stand in draft `from`, as the one that was.
    pub(super) fn had(&mut self, field: &Field, swap: &Swap<Value>, (from, words): (u32, &str)) {
        let to = self.article.draft;
        let Some(claim) = self.present() else { return };
        claim.had(field, swap, (from, words), to);
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

    /// Goes on telling the verdicts that `held` tells, where the claim has come to tell of others: who put it on other words withdrew
    /// those and knew nothing of these.
    fn keep_telling(&mut self, held: Option<Fate>) {
        let fate = self.claim.as_mut().and_then(|claim| claim.record.fate.as_mut());
        let (Some(fate), Some(held)) = (fate, held) else { return };
        if **fate == held {
            return;
        }
        if fate.had.is_empty() {
            (fate.from, fate.was) = (held.from, held.was.clone());
        }
        tell_too(fate, held);
    }

    /// Leads the claim from the words of `before` to those of `after`. Beside the verdicts that the re-cut withdrew those are told that
    /// its maker had not seen.
    pub(super) fn reword(&mut self, before: &mut Claim, after: &mut Claim, entry: &Entry) {
        let held = self.told();
        self.mend(&Swap::new(before.span, after.span), entry);
        if before.fate() == after.fate() {
            return self.keep_telling(held);
        }
        let Some(claim) = self.claim.as_mut() else { return };
        let unseen = claim.record.fate.take().filter(|fate| Some(&**fate) != held.as_ref());
        claim.record.fate.clone_from(&after.record.fate);
        match (&mut claim.record.fate, unseen) {
            (Some(fate), Some(unseen)) => tell_too(fate, *unseen),
            (fate @ None, Some(unseen)) => *fate = Some(unseen),
            (_, None) => {}
        }
        // Nor had its maker seen what was told before.
        if let (Some(fate), Some(held)) = (&mut claim.record.fate, held.filter(|held| before.fate() != Some(held))) {
            tell_too(fate, held);
        }
        (before.record.fate, after.record.fate) = (None, None);
    }
}

/// Has `fate` tell the verdicts of `other`, too, of readers of whom it tells none.
fn tell_too(fate: &mut Fate, other: Fate) {
    let others: Vec<Mark> = other.had.into_iter().filter(|mark| fate.is_by_none(&mark.by)).collect();
    fate.had.extend(others);
    fate.dismissed |= other.dismissed;
}
