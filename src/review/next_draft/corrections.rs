//! What a draft makes of the corrections of its claims.

use super::super::field::CorrectionStatus;
use super::super::redraft::{Redraft, fold};
use super::super::taken_over;
use super::super::{Claim, Correction, Span};
use super::planner::Planner;
use crate::text::word_diff::{self, Op};

impl Planner<'_> {
    /// Tells of a claim's corrections what the draft made of them.
    pub(super) fn corrections(&mut self, claim: &Claim, after: &mut Claim) {
        if claim.record.corrections.is_empty() {
            return;
        }
        let (was, now) = (self.session.words_of(claim), self.article.words(after.span));
        let proposed = |one: &Correction| self.session.corrected(claim, one);
        let count = taken_over::settle(
            &mut after.record.corrections,
            (was, now),
            proposed,
            (self.article.draft, &self.article.language),
        );
        self.fates.taken_over += count.taken;
        self.fates.ignored += count.ignored;
    }

    /// Lays those corrections of `claim`, which is parted, with its part that change the words of that and none of the rest's.
    pub(super) fn give_corrections(&self, claim: &Claim, after: &mut Claim, part: &mut Claim) {
        // What goes has to stand there still; the words beside it may not, for the whole is in pieces.
        let changes = |one: &Correction, at: &Claim| {
            let runs = word_diff::word_runs(self.session.corrected(claim, one), &one.text);
            let mut gone = runs.iter().filter(|run| run.op == Op::Delete).map(|run| run.text.trim()).peekable();
            let words = self.article.words(at.span);
            gone.peek().is_some() && gone.all(|gone| words.contains(gone.trim_end_matches(['.', ',', ';'])))
        };
        let here = after.clone();
        let held = std::mem::take(&mut after.record.corrections);
        let (there, stay) = held.into_iter().partition(|one| !changes(one, &here) && changes(one, part));
        (part.record.corrections, after.record.corrections) = (there, stay);
    }

    /// The sentence that no earlier draft had and that is what somebody proposed instead of a claim, however little of the claim's
    /// own words is left in it.
    pub(super) fn corrected(&self, claim: &Claim, redraft: &Redraft<'_>) -> Option<Span> {
        let mut open =
            claim.record.corrections.iter().filter(|one| one.status == CorrectionStatus::Proposed).peekable();
        open.peek()?;
        let fresh = self.fresh.get_or_init(|| {
            let spans = redraft.new_sentences().filter_map(|at| self.sentences.get(at).copied());
            spans.map(|span| (fold(span.of(self.article.text())).into_owned(), span)).collect()
        });
        open.find_map(|one| fresh.get(&*fold(&one.text)).copied())
    }
}
