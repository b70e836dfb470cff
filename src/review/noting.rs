//! Writing a claim's note: another's that goes for it stays as a remark of theirs.

use std::sync::Arc;

use super::field::{NOTE, REMARKS, Remark};
use super::{Change, Claim, Edit, Session, Stamp, Step};
use crate::text::word_diff::{self, Op};

impl Session {
    /// The edits by which `by` writes `text` as the note of `claim`, an empty one to remove it; none where it says that already. What
    /// another had written there is mended by it where most of their words stand still; else it stays, as a remark of theirs.
    pub fn noting(&self, claim: &Claim, text: &str, by: &str) -> Vec<Edit> {
        let Some(note) = Change::of(claim, &NOTE, |claim| text.clone_into(&mut claim.record.note)) else {
            return Vec::new();
        };
        let remark = self.put_away_by(claim, text, by).and_then(|(writer, at)| {
            Change::of(claim, &REMARKS, |claim| {
                let (id, text) = (Remark::fresh_id(&claim.record.remarks), claim.record.note.clone());
                let (by, at) = (writer.to_string(), at.as_str().to_owned());
                claim.record.remarks.push(Remark { id, by, at, text, ..Remark::default() });
            })
        });
        remark.into_iter().chain([note]).map(|change| Edit::of(claim.id.clone(), change)).collect()
    }

    /// Whose note, and of when, is put away where `by` writes `text` in its place; `None` where it is their own, or stands on in `text`.
    pub fn put_away_by(&self, claim: &Claim, text: &str, by: &str) -> Option<(&Arc<str>, &Stamp)> {
        let is_anothers = |writer: &str| !writer.is_empty() && writer != by;
        self.noted_by(claim).filter(|(writer, _)| is_anothers(writer) && !stands_still(&claim.record.note, text))
    }

    /// Who wrote the note that `claim` has, and when, as far as an edit tells.
    fn noted_by(&self, claim: &Claim) -> Option<(&Arc<str>, &Stamp)> {
        let note = claim.record.note.as_str();
        let wrote = |change: &Change| matches!(change, Change::Field(field, swap) if *field == &NOTE && swap.after.as_str() == Some(note));
        let mut done = self.history().iter().rev().filter(|entry| entry.step == Step::Do);
        let entry = done.find(|entry| entry.edit.claim.as_ref() == Some(&claim.id) && wrote(&entry.edit.change))?;
        (!note.trim().is_empty()).then_some((&entry.by, &entry.at))
    }
}

/// True when most words of a note stand still in another.
fn stands_still(before: &str, after: &str) -> bool {
    let count = |text: &str| text.split_whitespace().count();
    let kept: usize =
        word_diff::word_runs(before, after).iter().filter(|run| run.op == Op::Equal).map(|run| count(&run.text)).sum();
    kept * 2 > count(before)
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Block, BlockKind, ClaimId, Origin, Span};
    use super::*;

    fn session() -> Session {
        let text = "The ferry is late.";
        let span = Span::new(0, text.len());
        let article = Article::new("Ferry", text, vec![Block::new(BlockKind::Paragraph, span)]).unwrap();
        Session::new("id", article, [Claim::new(ClaimId::from("k1"), span, Origin::Proposed)].into_iter().collect())
    }

    fn write(session: &mut Session, text: &str, by: &str) {
        let claim = session.claims().get(0).unwrap();
        let edits = session.noting(claim, text, by);
        let at = Stamp::from(format!("2026-11-23T12:{:02}:00Z", session.history().len()).as_str());
        session.commit_all(edits, &by.into(), &at).unwrap();
    }

    fn told(session: &Session) -> (String, Vec<(String, String)>) {
        let record = &session.claims().get(0).unwrap().record;
        let remark = |remark: &Remark| (remark.by.clone(), remark.text.clone());
        (record.note.clone(), record.remarks.iter().map(remark).collect())
    }

    #[test]
    fn a_note_that_another_writes_over_stays_as_a_remark_of_its_writer_until_that_is_undone() {
        for text in ["Asked the ministry on Monday.", ""] {
            let mut session = session();
            write(&mut session, "The harbour log says ten minutes.", "anna");
            write(&mut session, text, "bea");
            let annas = ("anna".to_owned(), "The harbour log says ten minutes.".to_owned());
            assert_eq!(told(&session), (text.to_owned(), vec![annas.clone()]));
            session.undo(&"bea".into(), &"2026-11-23T13:00:00Z".into()).unwrap();
            assert_eq!(told(&session), (annas.1, Vec::new()));
        }
    }

    #[test]
    fn one_s_own_note_and_what_is_added_to_another_s_or_mended_in_it_leaves_no_remark() {
        let mut session = session();
        write(&mut session, "Something else.", "anna");
        write(&mut session, "The harbour log says ten minutes.", "anna");
        write(&mut session, "The harbour log says twelve minutes.\nSo does the mate.", "bea");
        assert!(told(&session).1.is_empty(), "{:?}", told(&session));
    }
}
