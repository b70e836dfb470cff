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
