//! The words that a claim had, one draft and one mend before the other.

use super::{Change, Claim, Entry, EntryId, Session};

impl Session {
    /// The words that `claim` has and had, the latest first, as far as its history tells; words that follow themselves once.
    pub fn wordings<'s>(&'s self, claim: &'s Claim) -> Vec<&'s str> {
        let earlier = self.history().iter().rev().filter_map(|entry| self.words_before(entry, claim));
        let mut words: Vec<&str> = std::iter::once(self.words_of(claim)).chain(earlier).collect();
        words.dedup();
        words
    }

    /// The words that `claim` had once the entry was made that has this id; those that it has now, when there is no such entry.
    pub fn wording_at<'s>(&'s self, claim: &'s Claim, id: &EntryId) -> &'s str {
        let known = self.history().iter().any(|entry| entry.id == *id);
        let later = self.history().iter().rev().take_while(|entry| known && entry.id != *id);
        later.filter_map(|entry| self.words_before(entry, claim)).last().unwrap_or_else(|| self.words_of(claim))
    }

    /// The words of `claim` right before `entry`, where that put it on others.
    fn words_before(&self, entry: &Entry, claim: &Claim) -> Option<&str> {
        let texts = self.texts();
        if let Change::Draft(carry) = &entry.edit.change {
            let lead = carry.lead(&claim.id)?;
            return Some(texts.of(carry.draft.before)?.words(lead.span.before));
        }
        let led = entry.edit.leads(&claim.id)?;
        Some(texts.of(entry.draft)?.words(led.before))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::review::{Article, Change, Claim, ClaimId, Edit, Origin, Session, Span, Stamp, Swap};

    #[test]
    fn a_claim_knows_the_words_it_was_mended_from_and_when() {
        let text = "The ferry is late and full.";
        let article = Article::new("Ferry", text, Vec::new()).unwrap();
        let claim = Claim::new(ClaimId::from("k1"), Span::new(0, 17), Origin::Proposed);
        let mut session = Session::new("id", article, [claim].into_iter().collect());
        let by: Arc<str> = "anna".into();
        for (from, to) in [(17, 26), (26, 9)] {
            let change = Change::Mend(Swap::new(Span::new(0, from), Span::new(0, to)));
            session.commit(Edit::of("k1".into(), change), &by, &Stamp::from("2026-11-23T12:00:00Z")).unwrap();
        }
        let claim = session.claims().get(0).unwrap();
        assert_eq!(session.wordings(claim), ["The ferry", "The ferry is late and full", "The ferry is late"]);
        let first = session.history().iter().next().unwrap().id.clone();
        assert_eq!(session.wording_at(claim, &first), "The ferry is late and full");
        assert_eq!(session.wording_at(claim, &"no such".into()), "The ferry");
    }
}
