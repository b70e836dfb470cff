//! Dismissals where claims are folded: a flag while one reader is at a claim, a reading beside the others' as soon as there are more.
//!
//! A flag does not say whose it is; the entry that set it does.

use std::sync::Arc;

use serde_json::Value;

use super::super::field::{DISMISSED, Mark, READINGS, Reading, SETTLED, VERDICT, Verdict};
use super::super::{Change, Claim, Entry, Stamp, Step, Swap};

/// Who set the flag of a claim that is being folded.
#[derive(Debug, Default)]
pub(super) struct Flag {
    /// `None` while it is not set, and where no entry tells.
    set: Option<Mark>,
    /// Who had set it before it was taken back.
    was: Option<Mark>,
    /// The flags that are readings by now.
    raised: Vec<Mark>,
    /// Everybody whose dismissal stood.
    stood: Vec<Arc<str>>,
}

impl Flag {
    /// Takes in that `entry` dismisses `claim` or brings it back; false when the flag is to be led from one to the other as any field is.
    /// A blind copy's maker was not shown the flag that stood there: theirs is a reading from the beginning, and takes none away.
    pub(super) fn enter(&mut self, claim: &mut Claim, swap: &Swap<Value>, entry: &Entry) -> bool {
        if swap.after == Value::Bool(true) { self.dismiss(claim, entry) } else { self.bring_back(claim, entry) }
    }

    fn dismiss(&mut self, claim: &mut Claim, entry: &Entry) -> bool {
        let taken_back = self.was.take_if(|_| matches!(entry.step, Step::Undo(_)));
        let again = taken_back.is_some();
        let own = || Mark { verdict: Verdict::Dismissed, by: entry.by.clone(), at: entry.at.clone() };
        let set = taken_back.unwrap_or_else(own);
        self.stood.push(Arc::clone(&set.by));
        let others = claim.has_dismissal()
            || claim.readers().any(|reader| reader != &*set.by)
            || (claim.dismissed && !self.is_of(&set.by));
        if !others && !entry.is_blind() {
            self.set = Some(self.set.take().filter(|_| claim.dismissed).unwrap_or(set));
            claim.dismissed |= again;
            return again;
        }
        self.raise(claim);
        let own = claim.reading_by(&set.by).filter(|mark| mark.verdict.is_dismissal());
        if own.is_none() {
            VERDICT.apply(claim, &Swap::new(Value::Null, json(&set)));
            self.raised.push(set);
        }
        true
    }

    fn bring_back(&mut self, claim: &mut Claim, entry: &Entry) -> bool {
        let own = claim.reading_by(&entry.by).filter(|mark| mark.verdict.is_dismissal());
        if let Some(own) = own {
            VERDICT.apply(claim, &Swap::new(json(&own), Value::Null));
            return true;
        }
        if entry.is_blind() && claim.dismissed {
            return true;
        }
        if claim.has_dismissal() {
            // Others that are readings by now its maker need not have seen.
            let seen = match (entry.seen_flag(), self.raised.as_slice()) {
                (Some(by), raised) => raised.iter().position(|mark| &*mark.by == by),
                (None, raised) => (raised.len() == 1).then_some(0),
            };
            if let Some(at) = seen {
                let flag = self.raised.remove(at);
                VERDICT.apply(claim, &Swap::new(json(&flag), Value::Null));
                self.was = Some(flag);
            }
            return true;
        }
        let stood = |by: &str| self.stood.iter().any(|one| &**one == by);
        if entry.seen_flag().is_some_and(|by| stood(by) && !self.is_of(by)) {
            return true;
        }
        self.was = self.set.take().or_else(|| claim.dismissed.then(unknown));
        false
    }

    /// Makes way for a mark: under another reader's the flag becomes a reading. True for one of the same name, who was at two desks:
    /// that is a conflict.
    pub(super) fn part(&mut self, claim: &mut Claim, swap: &Swap<Value>) -> bool {
        if !claim.is_flagged() {
            return false;
        }
        let side = |value: &Value| serde_json::from_value::<Option<Mark>>(value.clone()).ok().flatten();
        match (side(&swap.before), side(&swap.after)) {
            (_, Some(after)) if !self.is_of(&after.by) => self.raise(claim),
            (_, Some(after)) => return !after.verdict.is_dismissal(),
            (Some(before), None) if before.verdict.is_dismissal() && self.is_of(&before.by) => {
                claim.dismissed = false;
                self.was = self.set.take();
            }
            _ => {}
        }
        false
    }

    /// Takes in that `entry` put `claim` among the claims: a flag that comes with it is its maker's.
    pub(super) fn recut(&mut self, claim: Option<&Claim>, entry: &Entry) {
        // One that goes may be kept yet, and then it is still its flag.
        let Some(claim) = claim else { return };
        let set = || Mark { verdict: Verdict::Dismissed, by: entry.by.clone(), at: entry.at.clone() };
        self.set = claim.is_flagged().then(|| self.set.take().unwrap_or_else(set));
    }

    /// Who set it, and when; `None` while it is not set, and where no entry tells.
    pub(super) const fn mark(&self) -> Option<&Mark> {
        self.set.as_ref()
    }

    fn is_of(&self, by: &str) -> bool {
        self.set.as_ref().is_some_and(|mark| &*mark.by == by)
    }

    /// Makes a reading of the flag, if it is set.
    fn raise(&mut self, claim: &mut Claim) {
        if !claim.is_flagged() {
            return;
        }
        claim.dismissed = false;
        let mark = self.set.take().unwrap_or_else(unknown);
        VERDICT.apply(claim, &Swap::new(Value::Null, json(&mark)));
        self.raised.push(mark);
    }
}

/// A dismissal of which nobody knows whose it is.
fn unknown() -> Mark {
    Mark { verdict: Verdict::Dismissed, by: "".into(), at: Stamp::default() }
}

/// Takes off `claim` the readings that entries made of a dismissal, which are about to be folded again.
pub(super) fn begin(claim: &mut Claim, entries: &[&Entry]) {
    if !claim.has_dismissal() {
        return;
    }
    let flags = |entry: &&&Entry| match &entry.edit.change {
        Change::Field(field, _) => *field == &DISMISSED,
        Change::Recut(..) => true,
        Change::Mend(_)
        | Change::Block(..)
        | Change::Waive(..)
        | Change::List(..)
        | Change::Withhold(..)
        | Change::Draft(_)
        | Change::Later(..) => false,
    };
    let named: Vec<&str> = entries.iter().filter(flags).map(|entry| &*entry.by).collect();
    let uncovered = |reading: Reading| {
        let goes = reading.verdict.is_dismissal() && named.contains(&&*reading.by);
        if goes { reading.over.map(|over| *over) } else { Some(reading) }
    };
    let readings: Vec<Reading> = claim.readings().into_iter().filter_map(uncovered).collect();
    claim.dismissed = false;
    // The values come from the claim, so they are of the fields' shapes; what is settled is put again to reckon the verdict anew.
    let _ = READINGS.put(claim, serde_json::to_value(readings).unwrap_or_default());
    let _ = SETTLED.put(claim, SETTLED.value(claim));
}

/// A mark is names and words, so it always is JSON.
fn json(mark: &Mark) -> Value {
    serde_json::to_value(mark).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::tests::{at, session};
    use super::super::{Session, merge};
    use crate::review::field::CONFLICTS;
    use crate::review::{
        Change, Claim, Edit, Field, Keeps, Origin, Recut, Span, Status, Swap, Verdict, dismissing, marking,
    };

    const KEEPS: Keeps = Keeps { sources: true, added: true, dismissed: false };

    fn first(session: &Session) -> &Claim {
        session.claims().get(0).unwrap()
    }

    fn mark(session: &mut Session, verdict: Option<Verdict>, by: &str, minute: usize) {
        let edits = marking(first(session), verdict, &by.into(), &at(minute));
        session.commit_all(edits, &by.into(), &at(minute)).unwrap();
    }

    fn dismiss(session: &mut Session, by: &str, minute: usize) {
        let goes = !first(session).is_dismissed_by(by);
        let edits = dismissing(first(session), goes, &by.into(), &at(minute));
        session.commit_all(edits, &by.into(), &at(minute)).unwrap();
    }

    /// Merged either way round and once more; what the readers came to.
    fn merged(ours: &Session, theirs: &Session) -> Session {
        let one = merge(ours, theirs).unwrap().session;
        let other = merge(theirs, ours).unwrap().session;
        assert_eq!(one.claims(), other.claims(), "whoever merges");
        for again in [ours, theirs, &one] {
            assert_eq!(merge(&one, again).unwrap().session.claims(), one.claims(), "once more");
        }
        assert!(Field::is_empty(&CONFLICTS.value(first(&one))), "{:?}", first(&one).record.conflicts);
        one
    }

    fn told(session: &Session) -> Vec<String> {
        first(session).readings().iter().map(|reading| format!("{} {}", reading.by, reading.verdict)).collect()
    }

    #[test]
    fn a_second_reader_who_finds_nothing_to_check_differs_from_the_first() {
        for (hers, his) in [(9, 1), (1, 9)] {
            let (mut ours, mut blind) = (session(), session().blind(KEEPS));
            mark(&mut ours, Some(Verdict::Verified), "anna", his);
            dismiss(&mut blind, "bea", hers);
            let both = merged(&ours, &blind);
            let mut readings = told(&both);
            readings.sort();
            assert_eq!(
                (readings.as_slice(), first(&both).status()),
                (&["anna verified".to_owned(), "bea dismissed".to_owned()][..], Status::Differs)
            );
        }
    }

    #[test]
    fn what_the_first_dismissed_and_the_second_marked_differs() {
        for (keeps, untold) in [(KEEPS, false), (KEEPS, true), (Keeps { dismissed: true, ..KEEPS }, false)] {
            let mut ours = session();
            dismiss(&mut ours, "anna", 1);
            if untold {
                ours = Session::resumed(
                    "s",
                    ours.article.clone(),
                    ours.claims().clone(),
                    crate::review::History::default(),
                );
            }
            let mut blind = ours.blind(keeps);
            mark(&mut blind, Some(Verdict::Disputed), "bea", 9);
            let both = merged(&ours, &blind);
            let anna = if untold { " dismissed" } else { "anna dismissed" };
            assert_eq!(told(&both), [anna, "bea disputed"]);
            assert_eq!(first(&both).status(), Status::Differs);
        }
    }

    #[test]
    fn two_who_dismiss_it_agree() {
        let (mut ours, mut blind) = (session(), session().blind(KEEPS));
        dismiss(&mut ours, "anna", 1);
        dismiss(&mut blind, "bea", 2);
        let mut both = merged(&ours, &blind);
        assert_eq!(told(&both), ["anna dismissed", "bea dismissed"]);
        assert_eq!(first(&both).status(), Status::Dismissed);
        // Each takes back their own, and does it again.
        both.undo(&"bea".into(), &at(20)).unwrap();
        assert_eq!((told(&both), first(&both).status()), (vec!["anna dismissed".to_owned()], Status::Dismissed));
        both.undo(&"anna".into(), &at(21)).unwrap();
        assert_eq!((told(&both).len(), first(&both).status()), (0, Status::Unchecked));
        both.redo(&"bea".into(), &at(22)).unwrap();
        assert_eq!(first(&both).status(), Status::Dismissed);
        merged(&both, &ours);
    }

    #[test]
    fn a_dismissal_lies_over_its_readers_verdict_and_uncovers_it() {
        let mut ours = session();
        mark(&mut ours, Some(Verdict::Verified), "anna", 1);
        let mut blind = ours.blind(KEEPS);
        mark(&mut blind, Some(Verdict::Verified), "bea", 2);
        dismiss(&mut blind, "bea", 3);
        let mut both = merged(&ours, &blind);
        assert_eq!(
            (told(&both), first(&both).status()),
            (vec!["anna verified".to_owned(), "bea dismissed".to_owned()], Status::Differs)
        );
        both.undo(&"bea".into(), &at(20)).unwrap();
        assert_eq!(
            (told(&both), first(&both).status()),
            (vec!["anna verified".to_owned(), "bea verified".to_owned()], Status::Verified)
        );
        // At the desk, too: a dismissal beside another's verdict is a reading, and the same key takes it back.
        dismiss(&mut both, "bea", 21);
        assert_eq!(first(&both).status(), Status::Differs);
        mark(&mut both, Some(Verdict::Disputed), "bea", 22);
        assert_eq!(told(&both), ["anna verified", "bea disputed"]);
        dismiss(&mut both, "bea", 23);
        dismiss(&mut both, "bea", 24);
        assert_eq!(told(&both), ["anna verified", "bea disputed"]);
        while !both.undo(&Arc::from("bea"), &at(30)).unwrap().is_empty() {}
        assert_eq!(told(&both), ["anna verified"]);
    }

    #[test]
    fn two_desks_of_one_name_that_dismiss_and_mark_are_a_conflict() {
        let (mut one, mut other) = (session(), session());
        dismiss(&mut one, "anna", 1);
        mark(&mut other, Some(Verdict::Verified), "anna", 2);
        let both = merge(&one, &other).unwrap().session;
        assert_eq!(merge(&other, &one).unwrap().session.claims(), both.claims());
        let conflicts: Vec<&str> = first(&both).record.conflicts.iter().map(|held| held.field.as_str()).collect();
        assert_eq!(conflicts, ["dismissed"]);
    }

    #[test]
    fn who_marks_what_they_dismissed_and_cut_takes_back_their_own_though_another_dismissed_other_words_later() {
        let (mut ours, mut theirs) = (session(), session());
        let recut = |session: &mut Session, end: usize, minute: usize| {
            let before = first(session).clone();
            let after = Claim { span: Span::new(before.span.start, end), ..before.clone() };
            let rest = Claim::new(format!("t{minute}").as_str().into(), Span::new(end, before.span.end), Origin::Added);
            let cut = Change::Recut(Recut::Split, Swap::new(vec![before.clone()], vec![after, rest]));
            session.commit(Edit::of(before.id, cut), &"anna".into(), &at(minute)).unwrap();
        };
        recut(&mut ours, 15, 0);
        dismiss(&mut ours, "anna", 1);
        dismiss(&mut theirs, "bea", 2);
        let mut both = merged(&ours, &theirs);
        recut(&mut both, 9, 3);
        assert_eq!(&*both.dismissal(first(&both)).unwrap().by, "anna");
        let before = both.clone();
        mark(&mut both, Some(Verdict::Verified), "anna", 4);
        assert_eq!((told(&both), first(&both).status()), (vec!["anna verified".to_owned()], Status::Verified));
        for one in [&ours, &theirs, &before] {
            assert_eq!(merged(&both, one).claims(), both.claims());
        }
    }

    #[test]
    fn settled_as_nothing_to_check_it_is_dismissed_until_that_is_taken_back() {
        let (mut ours, mut blind) = (session(), session().blind(KEEPS));
        mark(&mut ours, Some(Verdict::Verified), "anna", 1);
        mark(&mut blind, Some(Verdict::Disputed), "bea", 2);
        let mut both = merged(&ours, &blind);
        let settled = serde_json::json!({ "verdict": "dismissed", "by": "cem", "at": "2026-11-23T13:00:00Z" });
        let change = crate::review::Change::to(first(&both), &crate::review::field::SETTLED, settled).unwrap();
        both.commit(crate::review::Edit::of(first(&both).id.clone(), change), &"cem".into(), &at(30)).unwrap();
        assert_eq!(first(&both).status(), Status::Dismissed);
        merged(&both, &blind);
        both.undo(&"cem".into(), &at(31)).unwrap();
        assert_eq!(first(&both).status(), Status::Differs);
    }
}
