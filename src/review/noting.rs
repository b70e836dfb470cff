//! Writing a claim's note: another's that goes for it stays as a remark of theirs.

use std::sync::Arc;

use super::field::{NOTE, REMARKS, Remark};
use super::{Change, Claim, Edit, Session, Stamp, Step};
use crate::text::word_diff::{self, Op};

impl Session {
    /// The edits by which `by` writes `text` as the note of `claim`, an empty one to remove it; none where it says that already. What
    /// another had written there is mended by it where all their words stand on in it; else it stays, as a remark of theirs.
    pub fn noting(&self, claim: &Claim, text: &str, by: &str) -> Vec<Edit> {
        let Some(note) = Change::of(claim, &NOTE, |claim| text.clone_into(&mut claim.record.note)) else {
            return Vec::new();
        };
        let theirs = self.put_away_by(claim, text, by);
        let remarks = Change::of(claim, &REMARKS, |claim| {
            for NotePart { by, at, words } in theirs {
                let (id, by, at) = (Remark::fresh_id(&claim.record.remarks), by.to_string(), at.as_str().to_owned());
                claim.record.remarks.push(Remark { id, by, at, text: words.to_owned(), ..Remark::default() });
            }
        });
        remarks.into_iter().chain([note]).map(|change| Edit::of(claim.id.clone(), change)).collect()
    }

    /// What others had written of the note of `claim` that is put away where `by` writes `text` in its place: nothing that stands on in it.
    pub fn put_away_by<'s>(&'s self, claim: &Claim, text: &str, by: &str) -> Vec<NotePart<'s>> {
        let mut noted = self.noted_by(claim);
        noted.retain(|one| !one.by.is_empty() && &**one.by != by && !stands_still(one.words, text));
        noted
    }

    /// Who wrote the note that `claim` has, as far as edits tell: one reader all of it, or several each a part, when they were not shown
    /// each other's.
    fn noted_by<'s>(&'s self, claim: &Claim) -> Vec<NotePart<'s>> {
        let note = claim.record.note.as_str();
        let mut parts: Vec<NotePart<'s>> = Vec::new();
        if note.trim().is_empty() {
            return parts;
        }
        let done = self.history().iter().rev().filter(|entry| entry.step == Step::Do);
        for entry in done.filter(|entry| entry.edit.claim.as_ref() == Some(&claim.id)) {
            let Change::Field(field, swap) = &entry.edit.change else { continue };
            let Some(words) = swap.after.as_str().filter(|words| *field == &NOTE && !words.trim().is_empty()) else {
                continue;
            };
            let one = NotePart { by: &entry.by, at: &entry.at, words };
            if words == note {
                return vec![one];
            }
            if is_part(note, words, &entry.by) && parts.iter().all(|part| part.by != one.by) {
                parts.push(one);
            }
        }
        parts.reverse();
        parts
    }
}

/// What somebody wrote as a note, or as a part of one.
#[derive(Clone, Copy, Debug)]
pub struct NotePart<'s> {
    /// Who.
    pub by: &'s Arc<str>,
    /// When.
    pub at: &'s Stamp,
    /// Their words.
    pub words: &'s str,
}

/// True when `words` are some whole paragraphs of a note, perhaps with the name of who wrote them before them.
fn is_part(note: &str, words: &str, by: &str) -> bool {
    let (note, words) = (format!("\n\n{note}\n\n"), words.trim_end());
    [format!("\n\n{words}\n\n"), format!("\n\n{by}: {words}\n\n")].iter().any(|part| note.contains(part))
}

/// Letters of the shortest word of which another is a spelling.
const SPELT: usize = 5;

/// True when the words of a note stand on in another: all of them in a row, those apart that are only spelt otherwise. One figure for
/// another is no mend, nor is a "never" among them, under whosever name.
fn stands_still(before: &str, after: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let runs = word_diff::word_runs(before, after);
    runs.iter().enumerate().all(|(at, run)| {
        let beside = |op: Op| {
            let places = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            places.filter_map(|at| runs.get(at)).find(|run| run.op == op)
        };
        match run.op {
            Op::Equal => true,
            // What is spelt otherwise, or stands before all their words or behind them.
            Op::Insert => beside(Op::Delete).is_some() || at == 0 || at + 1 == runs.len(),
            Op::Delete => {
                let (gone, came) =
                    (words(&run.text), beside(Op::Insert).map(|run| words(&run.text)).unwrap_or_default());
                gone.len() == came.len() && gone.iter().zip(&came).all(|(gone, came)| is_spelling(gone, came))
            }
        }
    })
}

/// True for two words that differ in a letter or two of one place, and in no figure.
fn is_spelling(one: &str, other: &str) -> bool {
    let letters = |word: &str| -> Vec<char> { word.chars().filter(|c| c.is_alphanumeric()).collect() };
    let (one, other) = (letters(one), letters(other));
    let same = |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let before = same(&mut one.iter().zip(&other));
    let behind = same(&mut one.iter().rev().zip(other.iter().rev()));
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    let figures = one.iter().chain(&other).any(|c| c.is_numeric());
    short >= SPELT && before > 0 && before + behind.min(short - before) + 1 >= long && !figures
}

#[cfg(test)]
mod tests {
    use super::super::blind::Keeps;
    use super::super::merge::merge;
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
    fn of_a_note_that_two_readers_wrote_apart_each_part_stays_under_its_writer_s_name() {
        let mut session = session();
        write(&mut session, "The harbour log says ten minutes.", "anna");
        let mut copy = session.blind(Keeps { sources: true, added: true, dismissed: false });
        write(&mut copy, "A passenger said an hour.", "bea");
        let mut both = merge(&session, &copy).unwrap().session;
        write(&mut both, "Asked the ministry on Monday.", "carl");
        let kept = [("anna", "The harbour log says ten minutes."), ("bea", "A passenger said an hour.")];
        let kept = kept.map(|(by, text)| (by.to_owned(), text.to_owned())).to_vec();
        assert_eq!(told(&both), ("Asked the ministry on Monday.".to_owned(), kept));
    }

    #[test]
    fn one_s_own_note_and_what_is_added_to_another_s_or_mended_in_it_leaves_no_remark() {
        let mut session = session();
        write(&mut session, "Something else.", "anna");
        write(&mut session, "The harbor log says ten minutes.", "anna");
        write(&mut session, "The harbour log says ten minutes.\nSo does the mate.", "bea");
        assert!(told(&session).1.is_empty(), "{:?}", told(&session));
    }

    #[test]
    fn another_s_note_that_is_like_the_new_one_stays_where_a_word_or_figure_of_it_goes() {
        for (theirs, ours) in [
            ("The register says 12 million.", "The register says 14 million."),
            ("ada note 1", "bea note 1"),
            ("The log says that it was late.", "The log says that it was never late, and not that it was."),
            ("The register says twelve million for the whole work.", "The register says million for the whole work."),
            ("The mayor told the council so in May.", "The mayor told the council so in March."),
        ] {
            let mut session = session();
            write(&mut session, theirs, "anna");
            write(&mut session, ours, "bea");
            let kept = vec![("anna".to_owned(), theirs.to_owned())];
            assert_eq!(told(&session).1, kept, "{ours}");
        }
    }
}
