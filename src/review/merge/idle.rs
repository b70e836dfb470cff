//! What readers said on words that a claim has left, and took back: deed and undo go together, as if neither had been.

use std::collections::HashSet;

use super::super::{Entry, EntryId, Step};
use super::branches::undone;

/// Verdicts and dismissals of one claim that came to nothing.
#[derive(Debug)]
pub(super) struct Idle {
    /// The deeds that are taken back in the end.
    undone: HashSet<EntryId>,
    /// Those of them that were done on words that the claim has left.
    left: HashSet<EntryId>,
}

impl Idle {
    /// Those of `entries`, which stand in their order.
    pub(super) fn among(entries: &[&Entry]) -> Self {
        let undone = undone(entries.iter().copied());
        let judging = entries.iter().filter(|entry| entry.edit.judges().is_some());
        let undone = judging.map(|entry| &entry.id).filter(|id| undone.contains(id)).cloned().collect();
        Self { undone, left: HashSet::new() }
    }

    /// Takes in that `entry` judges words that the claim has left; true when nothing is left of that to tell. A taking back whose deed
    /// was done on the words that stand takes something away.
    pub(super) fn passes(&mut self, entry: &Entry) -> bool {
        if entry.step == Step::Do && self.undone.contains(&entry.id) {
            self.left.insert(entry.id.clone());
        }
        self.left.contains(entry.deed())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, claim, mark, merged, put_on, session};
    use crate::review::{Change, Claim, Edit, Origin, Recut, Session, Span, Swap, Verdict, dismissing, marking};

    /// What a reader does.
    type Deed = fn(&mut Session);

    fn dismiss(session: &mut Session, by: &str, minute: usize) {
        let edits = dismissing(claim(session, "k1"), true, &by.into(), &at(minute));
        session.commit_all(edits, &by.into(), &at(minute)).unwrap();
    }

    #[test]
    fn what_readers_said_and_took_back_before_its_cut_was_leaves_nothing_to_tell() {
        let deeds: [(&str, Deed); 4] = [
            ("a verdict", |session| mark(session, "k1", Verdict::Verified, "bea", 2)),
            ("a dismissal", |session| dismiss(session, "bea", 2)),
            ("a dismissal over one's own verdict, beside another's", |session| {
                mark(session, "k1", Verdict::Disputed, "cleo", 2);
                mark(session, "k1", Verdict::Verified, "bea", 3);
                dismiss(session, "bea", 4);
            }),
            ("one verdict after another", |session| {
                mark(session, "k1", Verdict::Disputed, "bea", 2);
                mark(session, "k1", Verdict::Unknown, "bea", 3);
            }),
        ];
        for (what, deed) in deeds {
            let mut worked = session();
            put_on(&mut worked, 12, true, 1);
            deed(&mut worked);
            for (minute, by) in ["cleo", "bea", "bea", "bea", "bea"].into_iter().enumerate() {
                // Some have nothing to take back.
                let _ = worked.undo(&by.into(), &at(5 + minute));
            }
            assert_eq!(worked.claims(), session().claims(), "{what}");
            let mut marked = worked.clone();
            mark(&mut marked, "k1", Verdict::Verified, "anna", 15);
            assert_eq!(merged(&worked, &session()).claims(), worked.claims(), "{what}");
            assert_eq!(merged(&marked, &worked).claims(), marked.claims(), "{what}");
        }
    }

    /// Cuts `k1` as a program does that leaves on the words whatever was said of the longer ones.
    fn cut(session: &mut Session, minute: usize) {
        let before = claim(session, "k1").clone();
        let head = Claim { span: Span::new(0, 12), ..before.clone() };
        let tail = Claim::new("t".into(), Span::new(12, before.span.end), Origin::Added);
        let change = Change::Recut(Recut::Split, Swap::new(vec![before], vec![head, tail]));
        session.commit(Edit::of("k1".into(), change), &"bea".into(), &at(minute)).unwrap();
    }

    #[test]
    fn what_a_reader_took_off_and_gave_back_before_its_cut_was_stands_and_is_not_told_too() {
        for is_dismissal in [false, true] {
            let mut start = session();
            if is_dismissal {
                dismiss(&mut start, "bea", 1);
            } else {
                mark(&mut start, "k1", Verdict::Verified, "bea", 1);
            }
            let mut worked = start.clone();
            cut(&mut worked, 2);
            let (bea, held) = ("bea".into(), claim(&worked, "k1"));
            let off =
                if is_dismissal { dismissing(held, false, &bea, &at(3)) } else { marking(held, None, &bea, &at(3)) };
            worked.commit_all(off, &bea, &at(3)).unwrap();
            assert!(!claim(&worked, "k1").is_judged());
            for minute in [4, 5] {
                worked.undo(&bea, &at(minute)).unwrap();
            }
            assert_eq!(worked.claims(), start.claims());
            assert_eq!(merged(&worked, &start).claims(), worked.claims(), "dismissed: {is_dismissal}");
        }
    }

    #[test]
    fn a_dismissal_that_its_reader_brought_back_without_having_seen_the_mend_is_not_told() {
        let (mut mended, mut unaware) = (session(), session());
        put_on(&mut mended, 12, true, 1);
        dismiss(&mut unaware, "cleo", 2);
        let back = dismissing(claim(&unaware, "k1"), false, &"cleo".into(), &at(3));
        unaware.commit_all(back, &"cleo".into(), &at(3)).unwrap();
        assert_eq!(merged(&mended, &unaware).claims(), mended.claims());
    }
}
