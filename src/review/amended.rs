//! What a correction asks for, on the words that its claim has now.

use std::borrow::Cow;

use serde_json::Value;

use super::field::{CORRECTIONS, CorrectionStatus};
use super::{Change, Claim, Correction, Entry, Session, are_same_words, taken_over};
use crate::text::word_diff;

impl Session {
    /// The words of `claim` that `correction` was proposed for; those that it has now, where the history does not tell.
    pub fn corrected<'s>(&'s self, claim: &'s Claim, correction: &Correction) -> &'s str {
        let proposes = |entry: &&Entry| {
            let Change::Field(field, swap) = &entry.edit.change else { return false };
            let has = |thing: &Value| {
                let says = |key: &str, words: &str| thing.get(key).and_then(Value::as_str) == Some(words);
                says("id", &correction.id) && says("text", &correction.text)
            };
            entry.edit.claim.as_ref() == Some(&claim.id)
                && *field == &CORRECTIONS
                && CORRECTIONS.items(&swap.after).iter().any(has)
        };
        let entry = self.history().iter().find(proposes);
        entry.map_or_else(|| self.words_of(claim), |entry| self.wording_at(claim, &entry.id))
    }

    /// True for a correction that asks for a change in the words that `claim` has now.
    fn is_on_these_words(&self, claim: &Claim, correction: &Correction) -> bool {
        let open = matches!(correction.status, CorrectionStatus::Proposed | CorrectionStatus::Accepted);
        open && are_same_words(self.corrected(claim, correction), self.exact(claim))
    }

    /// Lays the corrections of `whole`, which was cut into `first` and `second`, with the half whose words they change; with both, where they
    /// change words of both.
    pub fn part_corrections(&self, whole: &Claim, first: &mut Claim, second: &mut Claim) {
        let words = whole.span.of(self.article.text());
        let at = second.span.start.saturating_sub(whole.span.start);
        let Some((ahead, behind)) = words.split_at_checked(at) else { return };
        for mut correction in std::mem::take(&mut first.record.corrections) {
            if self.is_on_these_words(whole, &correction) {
                let (head, tail) = word_diff::cut(words, &correction.text, at);
                let (heads, tails) = (!are_same_words(&head, ahead), !are_same_words(&tail, behind));
                if tails {
                    tail.trim().clone_into(&mut correction.text);
                    second.record.corrections.push(correction.clone());
                }
                if tails && !heads {
                    continue;
                }
                head.trim().clone_into(&mut correction.text);
            }
            first.record.corrections.push(correction);
        }
    }

    /// One claim over `first` and `second`, as [`Claim::joined_over`]: what was to be changed in the words of the one leaves those of the other.
    pub fn joined(&self, first: &Claim, second: &Claim) -> Claim {
        let text = self.article.text();
        let between = text.get(first.span.end..second.span.start).unwrap_or_default();
        let over = |claim: &Claim, ahead: &str, behind: &str| {
            let mut over = claim.clone();
            for correction in &mut over.record.corrections {
                if self.is_on_these_words(claim, correction) {
                    correction.text = format!("{ahead}{}{behind}", correction.text);
                }
            }
            over
        };
        if first.span.end > second.span.start {
            return first.joined_over(second, &self.article);
        }
        let (own, other) = (first.span.of(text), second.span.of(text));
        let [first, second] =
            [over(first, "", &format!("{between}{other}")), over(second, &format!("{own}{between}"), "")];
        first.joined_over(&second, &self.article)
    }

    /// What the words of `claim` would be with what `correction` changes in those it was proposed for; `None` where they have that
    /// already, it was turned down, or a draft has other words in that place.
    pub fn amended<'c>(&self, claim: &Claim, correction: &'c Correction) -> Option<Cow<'c, str>> {
        let open = matches!(correction.status, CorrectionStatus::Proposed | CorrectionStatus::Accepted);
        let now = self.exact(claim);
        if !open || now == correction.text {
            return None;
        }
        let was = self.corrected(claim, correction);
        if are_same_words(was, now) {
            return Some(Cow::Borrowed(&correction.text));
        }
        if taken_over::is_taken_over(&correction.text, was, now, &self.article.language) {
            return None;
        }
        word_diff::also(was, &correction.text, now).map(Cow::Owned)
    }
}
