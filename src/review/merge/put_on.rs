//! A claim put on other words by one entry of those that are folded: who judged it without having seen that judged other words, and
//! no verdict that was told goes untold by it.

use std::sync::Arc;

use serde_json::Value;

use super::super::field::{DISMISSED, Fate, Field, Mark, Reading, VERDICT, Verdict};
use super::super::reworded::{Rewording, SeenWords, are_same_words};
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
        self.give_back();
    }

    /// Notes the verdict that `entry` gives, with the `words` that its reader saw; those of the claim where there are none.
    pub(super) fn gave(&mut self, entry: &Entry, words: Option<&str>) {
        let now = self.claim.as_ref().or(self.gone.as_ref()).map(|claim| self.article.words(claim.span));
        self.given.extend(entry.mark().zip(words.or(now)).map(|(mark, words)| (mark, words.to_owned())));
    }

    /// Gives the verdicts back that are told as those that were, where the claim has come to be on their words again.
    fn give_back(&mut self) {
        let Some(claim) = &mut self.claim else { return };
        let words = self.article.words(claim.span);
        claim.give_back(|mark| self.given.iter().any(|(given, on)| given == mark && are_same_words(on, words)));
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
        let mut covered = std::mem::take(&mut self.covered);
        if let Some(claim) = self.present()
            && let Some(mut marks) = said(field, swap, entry, claim.fate())
        {
            match (&marks.before, &marks.after) {
                (_, Some(new)) if new.verdict.is_dismissal() => {
                    let told = claim.fate().map(|fate| fate.had.as_slice()).unwrap_or_default();
                    let own = told.iter().filter(|held| held.by == new.by && !held.verdict.is_dismissal());
                    covered.extend(own.cloned());
                }
                (Some(old), None) if old.verdict.is_dismissal() => {
                    let own = covered.iter().rposition(|held| held.by == old.by);
                    marks.after = own.map(|at| covered.swap_remove(at));
                }
                _ => {}
            }
            claim.had(&marks, (from, words), to);
        }
        self.covered = covered;
    }

    fn mend(&mut self, swap: &Swap<Span>, entry: &Entry) {
        let (before, after) = (swap.before, swap.after);
        let (article, flag) = (self.article, self.flag.mark().cloned());
        let Some(claim) = self.present() else { return };
        if claim.span == before {
            let there = claim.reworded(after, article);
            let was = std::mem::replace(claim, there);
            let is_withdrawn = was.is_judged() && !claim.is_judged();
            if let Some(flag) = flag.filter(|_| is_withdrawn && was.is_flagged()) {
                claim.was_dismissed_by(flag);
            }
            if is_withdrawn {
                self.cover(&was);
            }
        } else if claim.span != after {
            let anchor = |span| serde_json::to_value(AnchorShape::of(article, span)).unwrap_or_default();
            beside(claim, "anchor", &anchor(before), anchor(after), entry);
        }
    }

    /// Keeps the verdicts of `was`, which is withdrawn, over which dismissals lay: who takes theirs back has found that again.
    pub(super) fn cover(&mut self, was: &Claim) {
        let flagged = was.is_flagged();
        let over = |reading: Reading| if flagged { Some(reading) } else { reading.over.map(|over| *over) };
        self.covered.extend(was.readings().into_iter().filter_map(over).map(|reading| reading.mark()));
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
        self.tell(before, after, held);
        self.give_back();
    }

    /// Where the claim is on other words than `after`, which `entry` makes of `before`: what that says of a verdict or a dismissal holds for its
    /// own words, and is told as what was said of them. Nothing of it is left in `after` to be done to the claim.
    pub(super) fn judged_elsewhere(&mut self, before: &Claim, after: &mut Claim, entry: &Entry) {
        let (words, to) = (self.article.words(after.span), self.article.draft);
        let is_elsewhere = |claim: &&mut Claim| !are_same_words(self.article.words(claim.span), words);
        let Some(claim) = self.claim.as_mut().filter(is_elsewhere) else { return };
        let had = before.readings();
        for reading in after.readings().iter().filter(|reading| !had.contains(reading)) {
            claim.had(&Swap::new(None, Some(reading.mark())), (entry.draft, words), to);
        }
        (after.mark, after.dismissed) = (before.mark.clone(), before.dismissed);
        after.record.readings.clone_from(&before.record.readings);
        after.record.settled.clone_from(&before.record.settled);
    }

    /// Tells of the claim what a re-cut that leads it from `before` to `after` tells, beside what was told of it before.
    fn tell(&mut self, before: &mut Claim, after: &mut Claim, held: Option<Fate>) {
        let Some(claim) = &mut self.claim else { return };
        if before.fate() == after.fate() {
            claim.keep_telling(held.as_ref());
            return;
        }
        let unseen = claim.record.fate.take().filter(|fate| Some(&**fate) != held.as_ref());
        claim.record.fate.clone_from(&after.record.fate);
        match (&mut claim.record.fate, unseen) {
            (Some(fate), Some(unseen)) => {
                // Whose the flag was that its maker took off is known here.
                fate.dismissed &= !(before.is_flagged() && unseen.had.iter().any(|mark| mark.verdict.is_dismissal()));
                fate.tell_too(&unseen);
            }
            (fate @ None, Some(unseen)) => *fate = Some(unseen),
            (_, None) => {}
        }
        // Nor had its maker seen what was told before, which is no more told where they gave back all that they had seen.
        if let (fate @ None, Some(seen), Some(held)) = (&mut claim.record.fate, before.fate(), &held) {
            let rest: Vec<Mark> = held.had.iter().filter(|mark| !seen.had.contains(mark)).cloned().collect();
            *fate = (!rest.is_empty()).then(|| Box::new(Fate { had: rest, ..held.clone() }));
        } else if let (Some(fate), Some(held)) =
            (&mut claim.record.fate, held.filter(|held| before.fate() != Some(held)))
        {
            fate.tell_too(&held);
        }
        (before.record.fate, after.record.fate) = (None, None);
    }
}

/// Whose mark stood before what `entry` says of a verdict or a dismissal, and whose behind it; `None` where it says nothing that can be told.
/// Somebody else's dismissal stays told as theirs.
fn said(field: &Field, swap: &Swap<Value>, entry: &Entry, told: Option<&Fate>) -> Option<Swap<Option<Mark>>> {
    if field == &VERDICT {
        return Some(Mark::sides(swap));
    }
    if field != &DISMISSED {
        return None;
    }
    if swap.after == Value::Bool(true) {
        let mark = Mark { verdict: Verdict::Dismissed, by: Arc::clone(&entry.by), at: entry.at.clone() };
        return Some(Swap::new(None, Some(mark)));
    }
    let is_own = |mark: &&Mark| mark.by == entry.by && mark.verdict.is_dismissal();
    let own = told?.had.iter().find(is_own)?.clone();
    Some(Swap::new(Some(own), None))
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
        Change::Field(..)
        | Change::Block(..)
        | Change::Waive(..)
        | Change::List(..)
        | Change::Withhold(..)
        | Change::Draft(_)
        | Change::Later(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, change, claim, mark, merged, put_on, session};
    use crate::review::{Change, Claim, Edit, Recut, Session, Span, Swap, Verdict, dismissing, field};

    fn dismiss(session: &mut Session, by: &str, minute: usize) {
        let edits = dismissing(claim(session, "k1"), true, &by.into(), &at(minute));
        session.commit_all(edits, &by.into(), &at(minute)).unwrap();
    }

    fn had(session: &Session) -> Vec<(&str, Verdict)> {
        let mut had: Vec<(&str, Verdict)> = claim(session, "k1")
            .fate()
            .into_iter()
            .flat_map(|fate| fate.had.iter().map(|mark| (&*mark.by, mark.verdict.clone())))
            .collect();
        had.sort_by_key(|(by, _)| *by);
        had
    }

    #[test]
    fn whose_a_dismissal_on_other_words_was_keeps_the_claim_that_another_dismissed_too_and_deleted() {
        for anna in [0, 9] {
            let (mut hers, mut theirs) = (session(), session());
            dismiss(&mut hers, "anna", anna);
            dismiss(&mut theirs, "bea", 1);
            put_on(&mut theirs, 3, false, 2);
            let held = claim(&theirs, "k1").clone();
            theirs.commit(Edit::of("k1".into(), Change::delete(held)), &"bea".into(), &at(3)).unwrap();
            let both = merged(&hers, &theirs);
            assert!(had(&both).contains(&("anna", Verdict::Dismissed)), "{:?}", both.claims());
        }
    }

    #[test]
    fn a_dismissal_that_is_taken_back_after_a_mend_leaves_told_what_its_reader_had_found_before() {
        for minute in [2, 9] {
            let (mut hers, mut mended) = (session(), session());
            mark(&mut hers, "k1", Verdict::Verified, "bea", 0);
            dismiss(&mut hers, "bea", 1);
            change(&mut mended, "k1", &field::NOTE, "anna", |claim| claim.record.note = "Log".to_owned());
            let (before, after) = (claim(&mended, "k1").clone(), Span::new(0, 9));
            let change = Change::Mend(Swap::new(before.span, after));
            mended.commit(Edit::of("k1".into(), change), &"anna".into(), &at(minute)).unwrap();
            assert_eq!(had(&merged(&hers, &mended)), [("bea", Verdict::Dismissed)]);
            hers.undo(&"bea".into(), &at(5)).unwrap();
            assert_eq!(had(&merged(&hers, &mended)), [("bea", Verdict::Verified)]);
        }
    }

    #[test]
    fn who_takes_a_mend_back_has_the_claim_where_another_mended_it() {
        let mended = |end: usize, by: &str, minute: usize| {
            let mut copy = session();
            let change = Change::Mend(Swap::new(claim(&copy, "k1").span, Span::new(0, end)));
            copy.commit(Edit::of("k1".into(), change), &by.into(), &at(minute)).unwrap();
            copy
        };
        for (bea, cleo) in [(1, 2), (2, 1)] {
            let (hers, theirs) = (mended(3, "bea", bea), mended(9, "cleo", cleo));
            let mut both = merged(&hers, &theirs);
            assert_eq!(claim(&both, "k1").record.conflicts.len(), 1);
            let by = if bea < cleo { "bea" } else { "cleo" };
            both.undo(&by.into(), &at(5)).unwrap();
            assert_eq!(claim(&both, "k1").span.end, if bea < cleo { 9 } else { 3 });
            assert!(claim(&both, "k1").record.conflicts.is_empty());
            for one in [&hers, &theirs, &both] {
                assert_eq!(merged(&both, one).claims(), both.claims());
            }
        }
    }

    #[test]
    fn what_another_found_is_told_though_the_mend_was_taken_back_and_done_again() {
        let (mut mended, mut hers) = (session(), session());
        mark(&mut mended, "k1", Verdict::Verified, "anna", 0);
        put_on(&mut mended, 9, true, 5);
        mended.undo(&"bea".into(), &at(6)).unwrap();
        mended.redo(&"bea".into(), &at(7)).unwrap();
        mark(&mut hers, "k1", Verdict::Disputed, "cleo", 1);
        let both = merged(&mended, &hers);
        assert_eq!(had(&both), [("anna", Verdict::Verified), ("cleo", Verdict::Disputed)]);
    }

    #[test]
    fn a_dismissal_that_a_join_says_of_its_words_is_none_of_the_words_that_another_mended() {
        for (mended, joined) in [(1, 5), (5, 1)] {
            let (mut hers, mut theirs) = (session(), session());
            for id in ["k1", "k2"] {
                let edits = crate::review::marking(claim(&hers, id), Some(Verdict::Dismissed), &"bea".into(), &at(0));
                hers.commit_all(edits, &"bea".into(), &at(0)).unwrap();
            }
            let (first, second) = (claim(&hers, "k1").clone(), claim(&hers, "k2").clone());
            // As an earlier version joined two that were dismissed: it says no more whose the dismissals were.
            let mut whole = Claim { span: Span::new(first.span.start, second.span.end), ..first.clone() };
            whole.record.readings.clear();
            whole.dismissed = true;
            let change = Change::Recut(Recut::Join, Swap::new(vec![first, second], vec![whole]));
            hers.commit(Edit::of("k1".into(), change), &"bea".into(), &at(joined)).unwrap();
            let mend = Change::Mend(Swap::new(claim(&theirs, "k1").span, Span::new(0, 3)));
            theirs.commit(Edit::of("k1".into(), mend), &"carl".into(), &at(mended)).unwrap();
            let both = merged(&hers, &theirs);
            assert!(
                !claim(&both, "k1").is_judged() || both.exact(claim(&both, "k1")).len() > 18,
                "{:?}",
                both.claims()
            );
            let mut marked = both.clone();
            mark(&mut marked, "k1", Verdict::Verified, "cleo", 20);
            for one in [&hers, &theirs, &both] {
                assert_eq!(merged(&marked, one).claims(), marked.claims(), "{mended} {joined}");
            }
        }
    }

    #[test]
    fn dismissals_of_two_who_put_the_claim_on_the_same_words_stand_whatever_was_dismissed_on_the_way() {
        let (mut hers, mut theirs) = (session(), session());
        let mend = |session: &mut Session, by: &str, minute: usize| {
            let change = Change::Mend(Swap::new(claim(session, "k1").span, Span::new(0, 9)));
            session.commit(Edit::of("k1".into(), change), &by.into(), &at(minute)).unwrap();
            dismiss(session, by, minute + 1);
        };
        let edits = crate::review::marking(claim(&hers, "k1"), Some(Verdict::Dismissed), &"bea".into(), &at(0));
        hers.commit_all(edits, &"bea".into(), &at(0)).unwrap();
        let before = claim(&hers, "k1").clone();
        let head = Claim { span: Span::new(0, 3), ..before.clone() };
        let tail = Claim::new("t".into(), Span::new(3, before.span.end), crate::review::Origin::Added);
        let cut = Change::Recut(Recut::Split, Swap::new(vec![before], vec![head, tail]));
        hers.commit(Edit::of("k1".into(), cut), &"bea".into(), &at(1)).unwrap();
        mend(&mut hers, "bea", 2);
        mend(&mut theirs, "anna", 5);
        let both = merged(&hers, &theirs);
        let mut readers: Vec<&str> = claim(&both, "k1").readers().collect();
        readers.sort_unstable();
        assert_eq!((readers.as_slice(), both.exact(claim(&both, "k1"))), (&["anna", "bea"][..], "The ferry"));
    }

    #[test]
    fn a_join_counts_once_for_the_claim_that_it_names_before_and_behind() {
        let (mut start, mut noted) = (session(), session());
        dismiss(&mut start, "base", 0);
        let mut joined = start.clone();
        let (first, second) = (claim(&start, "k1").clone(), claim(&start, "k2").clone());
        let whole = Claim { dismissed: false, ..first.joined_over(&second, &start.article) };
        let change = Change::Recut(Recut::Join, Swap::new(vec![first, second], vec![whole]));
        joined.commit(Edit::of("k1".into(), change), &"bea".into(), &at(2)).unwrap();
        noted.clone_from(&start);
        super::super::tests::change(&mut noted, "k1", &field::STATEMENT, "anna", |claim| {
            claim.statement = "Late".to_owned();
        });
        let both = merged(&joined, &noted);
        for one in [&joined, &noted, &start] {
            assert_eq!(merged(&both, one).claims(), both.claims());
        }
    }
}
