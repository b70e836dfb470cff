//! Claims put on other words within a draft: no verdict comes to stand over words that it was not given on.

use super::field::{Fate, FateKind};
use super::redraft::fold;
use super::{Article, Change, Claim, ClaimId, Edit, Entry, EntryId, Session, Span, Swap};

/// The entry that last put the claim on other words, in an entry that judges it: its maker had seen those words.
const ON: &str = "on";

/// True when only typography, white space or a closing stop tells the words apart: a verdict on the one holds for the other.
pub fn are_same_words(one: &str, other: &str) -> bool {
    let plain = |text: &str| fold(text).trim_end_matches(['.', ',', ';', ':', ' ']).to_owned();
    plain(one) == plain(other)
}

impl Claim {
    /// True when somebody has given it a verdict or dismissed it, whether or not readers differ.
    pub fn is_judged(&self) -> bool {
        self.mark.is_some() || self.dismissed || !self.record.readings.is_empty()
    }

    /// The claim at `span` of `article`. Where its words become others, the verdicts on it are withdrawn and told as those that were.
    #[must_use]
    pub fn reworded(&self, span: Span, article: &Article) -> Self {
        let mut after = Self { span, ..self.clone() };
        let words = article.words(self.span);
        if self.is_judged() && !are_same_words(words, article.words(span)) {
            let was = Fate { was: words.to_owned(), from: article.draft, ..Fate::of(article.draft, FateKind::Changed) };
            after.record.fate = Some(Box::new(was));
            after.withdraw(self);
        }
        after
    }

    /// One claim over this one and `second`, as [`Claim::joined`], with the verdicts withdrawn that were not given on all its words.
    #[must_use]
    pub fn joined_over(&self, second: &Self, article: &Article) -> Self {
        let joined = self.joined(second);
        let readers = |claim: &Self| claim.readers().map(str::to_owned).collect::<Vec<_>>();
        let between = Span::new(self.span.end.min(second.span.start), second.span.start);
        if !joined.is_judged() || article.words(between).trim().is_empty() && readers(self) == readers(second) {
            return joined;
        }
        let mut joined = Self { span: self.span, ..joined }.reworded(joined.span, article);
        for reading in second.readings() {
            joined.note_before_joining(&reading.mark());
        }
        joined
    }
}

impl Edit {
    /// From where to where it puts claim `id`, which stays.
    pub(super) fn leads(&self, id: &ClaimId) -> Option<Swap<Span>> {
        match &self.change {
            Change::Mend(swap) => (self.claim.as_ref() == Some(id)).then(|| swap.clone()),
            Change::Recut(_, swap) => {
                let span = |claims: &[Claim]| claims.iter().find(|claim| claim.id == *id).map(|claim| claim.span);
                Some(Swap::new(span(&swap.before)?, span(&swap.after)?)).filter(|swap| swap.before != swap.after)
            }
            Change::Field(..)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Draft(_)
            | Change::Later(..) => None,
        }
    }

    /// The claims that stay and are put on other words.
    pub(super) fn rewords(&self) -> impl Iterator<Item = &ClaimId> {
        let mended = matches!(self.change, Change::Mend(_)).then_some(self.claim.as_ref()).flatten();
        let swap = if let Change::Recut(_, swap) = &self.change { Some(swap) } else { None };
        let recut = swap.into_iter().flat_map(|swap| {
            let had = |after: &&Claim| swap.before.iter().any(|one| one.id == after.id && one.span != after.span);
            swap.after.iter().filter(had).map(|claim| &claim.id)
        });
        mended.into_iter().chain(recut)
    }

    /// The claim that it judges, or takes a verdict off.
    pub(super) fn judges(&self) -> Option<&ClaimId> {
        let Change::Field(field, _) = &self.change else { return None };
        self.claim.as_ref().filter(|_| field.is_judged())
    }
}

impl Session {
    /// The claim that `edit` would give a verdict back which its reader gave, or took off, in `entry` while the claim had other words;
    /// `None` where it has those still, or gets no verdict.
    pub(super) fn judged_elsewhere(&self, entry: &Entry, edit: &Edit) -> Option<ClaimId> {
        // Nearly always nobody has led the claim elsewhere since, and the history need not be gone through.
        let last = self.history().reworded(edit)?.next()?;
        if entry.seen_rewording() == Some(last.id.as_str()) {
            return None;
        }
        let claim = self.claims().by_id(edit.judges()?)?;
        let span = self.seen_by(entry, &claim.id).filter(|span| *span != claim.span)?;
        let Change::Field(field, swap) = &edit.change else { return None };
        let mut after = claim.clone();
        let had = claim.readings();
        let gives = field.apply(&mut after, swap)
            && (after.dismissed && !claim.dismissed || after.readings().iter().any(|one| !had.contains(one)));
        let other = gives && !are_same_words(self.article.words(span), self.exact(claim));
        other.then(|| claim.id.clone())
    }

    /// The entry that put the claim that `edit` judges on the words it is on, or on those that a draft led it from since; `None` where those
    /// are the ones that it had when its draft came. One by somebody who had not seen that it was on others by then leads it nowhere.
    /// In a draft that stands again, where it once was put elsewhere, it is the draft that put it on its words.
    pub(super) fn put_there(&self, edit: &Edit) -> Option<&EntryId> {
        let claim = self.any_claim(edit.judges()?)?;
        // Nearly always nobody has put it on other words, and the history need not be gone through.
        drop(self.history().reworded(edit)?);
        let (mut latest, mut brought) = (None, None);
        let words = |draft: u32, span: Span| self.texts().of(draft).map_or("", |article| article.words(span));
        // Where it sat before the drafts that have been passed, and its words there.
        let (mut place, mut sat) = ((self.article.draft, claim.span), self.words_of(claim));
        for entry in self.history().iter().rev() {
            if let Some(carry) = entry.edit.change.draft() {
                if let Some(lead) = carry.lead(&claim.id) {
                    brought = brought.or(Some(&entry.id));
                    place = (carry.draft.before, lead.span.before);
                    sat = words(place.0, place.1);
                }
                continue;
            }
            let Some(led) = entry.edit.leads(&claim.id) else { continue };
            let is_there = || are_same_words(words(entry.draft, led.after), sat);
            if (entry.draft, led.after) == place || entry.draft != self.article.draft && is_there() {
                let is_elsewhere = entry.draft == self.article.draft && led.after != claim.span;
                return brought.filter(|_| is_elsewhere).or(Some(&entry.id));
            }
            latest = latest.or((entry.draft != self.article.draft).then_some(&entry.id));
        }
        latest
    }

    /// Where claim `id` sat for the maker of `entry`; `None` where it has sat there ever since this draft stands.
    fn seen_by(&self, entry: &Entry, id: &ClaimId) -> Option<Span> {
        let led = |one: &Entry| one.edit.leads(id);
        let here = || self.history().iter().filter(|one| one.draft == entry.draft);
        let seen = entry.seen_rewording().and_then(|seen| here().find(|one| one.id.as_str() == seen));
        let brought = entry.seen_rewording().and_then(|seen| self.history().iter().find(|one| one.id.as_str() == seen));
        let lead = brought.and_then(|one| one.edit.change.draft()).and_then(|carry| carry.lead(id));
        if let Some(lead) = lead {
            return Some(lead.span.after);
        }
        // One that came with an earlier draft led to where the claim sat when this draft came.
        seen.and_then(led).map(|led| led.after).or_else(|| here().find_map(led).map(|led| led.before))
    }
}

impl Entry {
    /// The same, made by somebody who has seen `rewording`, the entry that last put its claim on other words.
    #[must_use]
    pub(super) fn having_seen(mut self, rewording: Option<&EntryId>) -> Self {
        if let Some(id) = rewording {
            self.extra = self.extra.with_text(ON, id.as_str());
        }
        self
    }

    /// The last entry that its maker had seen put the claim on other words; `None` where they had seen none.
    pub(super) fn seen_rewording(&self) -> Option<&str> {
        self.extra.text(ON)
    }
}

/// A claim as somebody has seen it: before it was put on other words or behind that.
#[derive(Clone, Copy, Debug)]
pub(super) enum SeenWords<'r> {
    /// Before.
    Before(&'r Rewording),
    /// Behind.
    Behind(&'r Rewording),
}

impl<'r> SeenWords<'r> {
    /// Its words.
    pub(super) fn words(self) -> &'r str {
        match self {
            Self::Before(one) => &one.words.before,
            Self::Behind(one) => &one.words.after,
        }
    }

    /// Where they stand: the draft and the place there.
    pub(super) fn place(self) -> (u32, Span) {
        match self {
            Self::Before(one) => (one.draft, one.spans.before),
            Self::Behind(one) => (one.draft, one.spans.after),
        }
    }
}

/// One time that a claim was put on other words, where its entries are folded.
#[derive(Debug)]
pub(super) struct Rewording {
    /// The entry.
    entry: EntryId,
    /// The draft that it was made on.
    draft: u32,
    /// Its places before and behind.
    spans: Swap<Span>,
    /// The words at them.
    words: Swap<String>,
    /// True when the claim came to sit there; false when somebody else had put it on others, where it stayed.
    pub(super) holds: bool,
}

impl Rewording {
    /// `entry` leads a claim from one place of `article` to another.
    pub(super) fn of(entry: &Entry, spans: &Swap<Span>, article: &Article) -> Self {
        let words = |span: Span| article.words(span).to_owned();
        let words = Swap::new(words(spans.before), words(spans.after));
        Self { entry: entry.id.clone(), draft: entry.draft, spans: spans.clone(), words, holds: false }
    }

    /// The entry.
    pub(super) const fn entry(&self) -> &EntryId {
        &self.entry
    }

    /// What the maker of `entry`, which judges the claim, had seen of it, where the claim is on other words by now.
    pub(super) fn unseen<'r>(all: &'r [Self], entry: &Entry, now: &str) -> Option<SeenWords<'r>> {
        let seen = match entry.seen_rewording() {
            None => all.first().map(SeenWords::Before)?,
            Some(id) => {
                // One that is told nowhere here came with another draft.
                let at = all.iter().rposition(|one| one.entry.as_str() == id)?;
                let seen = all.get(at)?;
                // What a draft has made of those words since, they had seen too.
                if seen.holds && at + 1 == all.len() && seen.draft != entry.draft {
                    return None;
                }
                SeenWords::Behind(seen)
            }
        };
        (!are_same_words(seen.words(), now)).then_some(seen)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Block, BlockKind, Origin, Stamp, Verdict, marking, merge};
    use super::*;

    const TEXT: &str = "The ferry is late and full.";

    fn session() -> Session {
        let article = Article::new("Ferry", TEXT, vec![Block::new(BlockKind::Paragraph, Span::new(0, TEXT.len()))]);
        let claim = Claim::new(ClaimId::from("k1"), Span::new(0, 17), Origin::Proposed);
        Session::new("id", article.unwrap(), [claim].into_iter().collect())
    }

    fn at(minute: usize) -> Stamp {
        Stamp::from(format!("2026-11-23T12:{minute:02}:00Z").as_str())
    }

    fn first(session: &Session) -> &Claim {
        session.claims().get(0).unwrap()
    }

    fn mark(session: &mut Session, verdict: Option<Verdict>, by: &str, minute: usize) {
        let edits = marking(first(session), verdict, &by.into(), &at(minute));
        session.commit_all(edits, &by.into(), &at(minute)).unwrap();
    }

    fn mend(session: &mut Session, end: usize, by: &str, minute: usize) {
        let span = first(session).span;
        let change = Change::Mend(Swap::new(span, Span::new(span.start, end)));
        session.commit(Edit::of(first(session).id.clone(), change), &by.into(), &at(minute)).unwrap();
    }

    fn both(one: &Session, other: &Session) -> Session {
        let merged = merge(one, other).unwrap().session;
        assert_eq!(merge(other, one).unwrap().session.claims(), merged.claims(), "whoever merges");
        for again in [one, other, &merged] {
            assert_eq!(merge(&merged, again).unwrap().session.claims(), merged.claims(), "once more");
        }
        merged
    }

    fn had(session: &Session) -> (Vec<String>, String) {
        let fate = first(session).fate().unwrap();
        (fate.had.iter().map(|mark| format!("{} {}", mark.by, mark.verdict)).collect(), fate.was.clone())
    }

    #[test]
    fn after_a_merge_neither_undo_nor_redo_gives_a_verdict_to_words_that_another_mended() {
        for carl in [0, 30] {
            let anna: Arc<str> = "anna".into();
            let (mut hers, mut mended) = (session(), session());
            mend(&mut mended, TEXT.len(), "carl", carl);
            mark(&mut hers, Some(Verdict::Unknown), "anna", 1);
            let mut taken_back = hers.clone();
            taken_back.undo(&anna, &at(2)).unwrap();
            mark(&mut hers, None, "anna", 2);
            let mut cleared = merge(&hers, &mended).unwrap().session;
            let _ = cleared.undo(&anna, &at(40));
            assert_eq!(cleared.exact(first(&cleared)), TEXT);
            assert!(!first(&cleared).is_judged(), "{:?}", first(&cleared).mark);
            let mut again = merge(&taken_back, &mended).unwrap().session;
            let error = again.redo(&anna, &at(40)).unwrap_err().to_string();
            assert!(error.contains("has other words since"), "{error}");
            assert!(!first(&again).is_judged());
            // Where the words are those again, so is the verdict.
            again.undo(&"carl".into(), &at(41)).unwrap();
            again.redo(&anna, &at(42)).unwrap();
            assert!(first(&again).is_judged());
        }
    }

    #[test]
    fn a_verdict_and_a_mended_span_of_two_copies_part_whichever_came_first() {
        for (rita, bea) in [(1, 5), (5, 1)] {
            let (mut hers, mut mended) = (session(), session());
            mark(&mut hers, Some(Verdict::Verified), "rita", rita);
            mend(&mut mended, TEXT.len(), "bea", bea);
            let mut both = both(&hers, &mended);
            assert_eq!(both.exact(first(&both)), TEXT);
            assert!(!first(&both).is_judged(), "{rita} {bea}: {:?}", first(&both).mark);
            assert_eq!(had(&both), (vec!["rita verified".to_owned()], "The ferry is late".to_owned()));
            // On what she now sees Rita may say the same.
            mark(&mut both, Some(Verdict::Verified), "rita", 9);
            assert_eq!(
                first(&merge(&both, &mended).unwrap().session).mark.as_ref().map(|mark| &*mark.by),
                Some("rita")
            );
        }
    }

    #[test]
    fn a_second_reading_goes_with_the_first_when_a_verified_claim_is_mended_elsewhere() {
        for (second, bea) in [(3, 5), (5, 3)] {
            let mut start = session();
            mark(&mut start, Some(Verdict::Verified), "rita", 1);
            let (mut read, mut mended) = (start.clone(), start);
            mark(&mut read, Some(Verdict::Disputed), "carl", second);
            mend(&mut mended, TEXT.len(), "bea", bea);
            let both = both(&read, &mended);
            assert!(!first(&both).is_judged());
            assert_eq!(had(&both).0, ["rita verified", "carl disputed"]);
        }
    }

    #[test]
    fn a_verdict_on_the_mended_words_stands_and_one_that_was_taken_back_is_not_told() {
        let mut start = session();
        mend(&mut start, TEXT.len(), "bea", 1);
        mark(&mut start, Some(Verdict::Verified), "rita", 2);
        let mut other = start.clone();
        mark(&mut other, None, "rita", 3);
        mark(&mut other, Some(Verdict::Unknown), "rita", 4);
        let all = both(&start, &other);
        assert_eq!(first(&all).mark.as_ref().map(|mark| &mark.verdict), Some(&Verdict::Unknown));
        let (mut unaware, mut mended) = (session(), session());
        mark(&mut unaware, Some(Verdict::Verified), "rita", 3);
        mark(&mut unaware, None, "rita", 4);
        mend(&mut mended, TEXT.len(), "bea", 1);
        assert_eq!(first(&both(&unaware, &mended)).fate(), None);
        let by: Arc<str> = "bea".into();
        let undone = both(&unaware, &mended).undo(&by, &at(9));
        assert!(undone.is_ok_and(|edits| edits.len() == 1));
    }

    #[test]
    fn typography_and_a_stop_are_no_other_words() {
        assert!(are_same_words("“It is late.”", "\"It is late.\" "));
        assert!(are_same_words("It is late", "It is  late."));
        assert!(!are_same_words("It is late", "It is late and full"));
        assert!(!are_same_words("It is late", "Is it late?"));
    }
}
