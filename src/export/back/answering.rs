//! What somebody says to a question of ours, or beside a claim: an answer, or a remark.

use std::collections::HashSet;

use super::super::moment;
use super::alike::{plainly, same_words, short};
use super::meet::Meeting;
use super::told::ImportHand;
use super::voice::Voice;
use crate::review::{Claim, Extra, Query, QueryStatus, Remark, Session, told};

impl Meeting<'_> {
    /// Adds a remark, once.
    pub(super) fn remark(&mut self, words: &str, voice: &Voice) {
        self.remark_once(words, voice);
    }

    /// Adds a remark; false when it was there.
    pub(super) fn remark_once(&mut self, words: &str, voice: &Voice) -> bool {
        let words = words.trim();
        let by = voice.by.as_deref().unwrap_or_default();
        let record = &self.now.record;
        let known = |state: &Claim| {
            let record = &state.record;
            let line = format!("{by}: {words}");
            record.remarks.iter().any(|one| one.by == by && same_words(&one.text, words))
                || (!by.is_empty() && record.note.contains(&line))
                || record.queries.iter().any(|one| one.answered_by == by && same_words(&one.answer, words))
        };
        if words.is_empty() || self.ever(known) {
            return false;
        }
        let remark = Remark {
            id: Remark::fresh_id(&record.remarks),
            by: by.to_owned(),
            at: voice.when(),
            text: words.to_owned(),
            from: voice.from.to_owned(),
            extra: Extra::default(),
        };
        self.told.push(format!("remark{}: {}", voice.signed(), short(words)));
        self.now.record.remarks.push(remark);
        true
    }

    /// Takes in what somebody says to the query `id` under their own name: its answer, unless it is one of those who ask. What they say
    /// is a remark, as long as it is not they who are asked.
    pub(super) fn reply(&mut self, id: &str, words: &str, voice: &Voice) {
        let by = voice.by.as_deref().map(plainly).unwrap_or_default();
        let is_asked = |query: &Query| query.id == id && plainly(&query.to) == by;
        if self.readers.contains(&by) && !self.now.record.queries.iter().any(is_asked) {
            self.remark(words, voice);
        } else {
            self.answer(id, words, voice);
        }
    }

    /// The id of the only query that is open.
    pub(super) fn only_open(&self) -> Option<String> {
        let mut open = self.now.record.queries.iter().filter(|query| query.is_open());
        let first = open.next()?.id.clone();
        open.next().is_none().then_some(first)
    }

    /// Takes in the answer to the query `id`; a second answer is a remark.
    pub(super) fn answer(&mut self, id: &str, words: &str, voice: &Voice) {
        let words = words.trim();
        let answers =
            |claim: &Claim| claim.record.queries.iter().any(|query| query.id == id && same_words(&query.answer, words));
        if self.says_nothing(words) || self.ever(answers) {
            return;
        }
        let day = self.day(voice);
        let Some(query) = self.now.record.queries.iter_mut().find(|query| query.id == id) else {
            self.remark(words, voice);
            return;
        };
        let about = short(&query.question);
        if !query.answer.trim().is_empty() {
            if self.remark_once(&format!("{about} {words}"), voice) {
                self.kept.push(format!("{about} has an answer already; the new one is kept as a remark"));
            }
            return;
        }
        words.clone_into(&mut query.answer);
        query.answered_by = voice.by.clone().unwrap_or_default();
        query.answered_at = day;
        if query.status == Some(QueryStatus::Open) {
            query.status = Some(QueryStatus::Answered);
        }
        self.told.push(format!("answer to {about}: {}{}", short(words), voice.signed()));
    }
}

impl Meeting<'_> {
    /// Takes in what whoever is criticised says to the request `id`; a second answer is a remark.
    pub(super) fn replied(&mut self, id: &str, words: &str, voice: &Voice) {
        let words = words.trim();
        let answers =
            |claim: &Claim| claim.record.replies.iter().any(|reply| reply.id == id && same_words(&reply.answer, words));
        if self.says_nothing(words) || self.ever(answers) {
            return;
        }
        let day = self.day(voice);
        let Some(reply) = self.now.record.replies.iter_mut().find(|reply| reply.id == id) else {
            return self.remark(words, voice);
        };
        let who = reply.who.clone();
        if !reply.answer.trim().is_empty() {
            if self.remark_once(words, voice) {
                self.kept.push(format!("{who} has replied already; the new words are kept as a remark"));
            }
            return;
        }
        words.clone_into(&mut reply.answer);
        reply.answered_at = day;
        let by = if voice.by.as_deref().is_some_and(|by| plainly(by) != plainly(&who)) {
            voice.signed()
        } else {
            String::new()
        };
        self.told.push(format!("reply of {who}: {}{by}", short(words)));
    }

    /// The day on which `voice` says something, or else that on which it is taken in.
    fn day(&self, voice: &Voice) -> String {
        // As they have it, wherever they are.
        voice.at.as_deref().and_then(moment::day).unwrap_or_else(|| self.hand.at.day().to_owned())
    }

    /// True for words without a letter or a figure, which answer nothing; that is said.
    fn says_nothing(&mut self, words: &str) -> bool {
        if words.contains(char::is_alphanumeric) {
            return false;
        }
        if !words.is_empty() {
            self.kept.push(format!("{} says nothing; it is no answer", short(words)));
        }
        true
    }
}

/// Who checks `session`: who takes the file in, and all who have edited it.
pub(super) fn readers(session: &Session, hand: &ImportHand) -> HashSet<String> {
    let edited = session.history().iter().map(|entry| plainly(told::whose(entry)));
    let marked = session.claims().iter().flat_map(Claim::readings).map(|reading| plainly(&reading.by));
    edited.chain(marked).chain([plainly(&hand.by)]).filter(|name| !name.is_empty()).collect()
}
