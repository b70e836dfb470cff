//! What reviewers say of files of evidence and of the writer's notes: which files are listed, and what no export gives away.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{
    Annotation, Article, Change, Edit, EditError, Entry, EntryId, Evidence, FileAccess, Session, Stamp, Step, Swap,
};

impl Session {
    /// The edit that makes `file` stand so in the list of evidence; `None` where it does. A file that is listed already, which its
    /// checksum tells, stays as it was added; another was added by `by` at `at`.
    pub fn listing(&self, file: Evidence, wanted: FileAccess, by: &str, at: &Stamp) -> Option<Edit> {
        let is_same = |held: &&Evidence| held.sha256 == file.sha256;
        let held = self.evidence.iter().find(|held| is_same(held) && held.id == file.id);
        let held = held.or_else(|| self.evidence.iter().find(is_same));
        let before = FileAccess::of(held);
        let file = held.cloned().unwrap_or_else(|| Evidence { added_at: at.clone(), by: by.to_owned(), ..file });
        let change = || Change::List(Box::new(Evidence { confidential: false, ..file }), Swap::new(before, wanted));
        (before != wanted).then(|| Edit { claim: None, change: change() })
    }

    /// The edit that says of the writer's annotation `id` that it is held back, or free; `None` where that was said, or there is none.
    pub fn withholding(&self, id: &str, held_back: bool) -> Option<Edit> {
        let note = self.article.annotations().iter().find(|note| note.id == id)?;
        let swap = Swap::new(note.confidential, Some(held_back));
        (swap.before != swap.after).then(|| Edit { claim: None, change: Change::Withhold(id.into(), swap) })
    }

    /// Makes `file` stand otherwise in the list. One that a source rests on stays in it.
    pub(super) fn list(&mut self, file: &Evidence, swap: &Swap<FileAccess>) -> Result<(), EditError> {
        let at = self.evidence.iter().position(|held| held.sha256 == file.sha256 && held.id == file.id);
        let stands = FileAccess::of(at.and_then(|at| self.evidence.get(at)));
        if stands == swap.after || swap.after == FileAccess::Absent && self.rests_on(&file.id) {
            return Ok(());
        }
        if stands != swap.before {
            return Err(EditError::Evidence(file.file_name().to_owned()));
        }
        let list = Arc::make_mut(&mut self.evidence);
        match (swap.after.of_file(file), at) {
            (None, Some(at)) => drop(list.remove(at)),
            (Some(file), None) => {
                let is_behind = |held: &Evidence| (&held.added_at, &held.id) > (&file.added_at, &file.id);
                list.insert(list.iter().position(is_behind).unwrap_or(list.len()), file);
            }
            (Some(file), Some(at)) => {
                list.get_mut(at).into_iter().for_each(|held| held.confidential = file.confidential);
            }
            (None, None) => {}
        }
        Ok(())
    }

    /// Says of the writer's annotation `id` by hand that it is held back, or free, or nothing.
    pub(super) fn hold_back(&mut self, id: &str, swap: &Swap<Option<bool>>) -> Result<(), EditError> {
        let note = self.article.annotations().iter().find(|note| note.id == id);
        match note.map(|note| note.confidential) {
            Some(said) if said == swap.after => {}
            Some(said) if said == swap.before => {
                self.article.said_of_notes(|note| if note.id == id { swap.after } else { note.confidential });
            }
            Some(_) | None => return Err(EditError::Note(id.into())),
        }
        Ok(())
    }

    /// The edit `back`, which takes `entry` back, with what others have said of the file or note left in force.
    pub(super) fn less(&self, entry: &Entry, mut back: Edit) -> Edit {
        match &mut back.change {
            Change::List(file, swap) => {
                let sha256 = &file.sha256;
                swap.after = led(self.history().iter(), Some(entry.deed()), |change| listed(change, sha256))
                    .unwrap_or(swap.after);
            }
            Change::Withhold(id, swap) => {
                swap.after =
                    led(self.history().iter(), Some(entry.deed()), |change| said(change, id)).unwrap_or(swap.after);
            }
            Change::Field(..)
            | Change::Mend(_)
            | Change::Recut(..)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::Draft(_)
            | Change::Later(..) => {}
        }
        back
    }

    /// Takes out of the list the files that `entries`, all there are, have added and taken back, but those that a source rests on.
    pub(super) fn unlist<'e, E: Iterator<Item = &'e Entry>>(&mut self, entries: impl Fn() -> E) {
        let sha256 = |entry: &'e Entry| {
            if let Change::List(file, _) = &entry.edit.change { Some(&*file.sha256) } else { None }
        };
        let named = entries().filter_map(sha256);
        let named: BTreeSet<&str> = named.collect();
        let gone = |sha256: &&str| led(entries(), None, |change| listed(change, sha256)) == Some(FileAccess::Absent);
        let gone: BTreeSet<&str> = named.into_iter().filter(gone).collect();
        if self.evidence.iter().any(|file| gone.contains(&*file.sha256)) {
            let stays = |file: &&Evidence| !gone.contains(&*file.sha256) || self.rests_on(&file.id);
            self.evidence = Arc::new(self.evidence.iter().filter(stays).cloned().collect());
        }
    }

    /// True where a source of any claim names the file with this id.
    fn rests_on(&self, file: &str) -> bool {
        let claims = self.claims().iter().chain(self.apart());
        claims.flat_map(|claim| &claim.record.sources).any(|source| source.evidence == file)
    }
}

impl Edit {
    /// True for one that takes a file out of the list of evidence.
    pub(super) fn is_unlisting(&self) -> bool {
        matches!(&self.change, Change::List(_, swap) if swap.after == FileAccess::Absent)
    }
}

impl Article {
    /// With what was said by hand of the notes of `others`, by their names and words: what holds back more is in force.
    pub(super) fn held_back_as(&mut self, others: [&Self; 2]) {
        let mut told: BTreeMap<(&str, &str), Option<bool>> = BTreeMap::new();
        let notes = others.into_iter().flat_map(Self::annotations).filter(|note| note.confidential.is_some());
        for note in notes {
            let held = told.entry((&note.id, &note.text)).or_default();
            *held = (*held).max(note.confidential);
        }
        if !told.is_empty() {
            let of = |note: &Annotation| told.get(&(&*note.id, &*note.text)).copied().flatten();
            self.said_of_notes(|note| note.confidential.max(of(note)));
        }
    }
}

/// What a change makes of the file with this SHA-256.
fn listed(change: &Change, sha256: &str) -> Option<Swap<FileAccess>> {
    if let Change::List(file, swap) = change { (file.sha256 == sha256).then(|| swap.clone()) } else { None }
}

/// What a change says of the writer's annotation `id`.
fn said(change: &Change, id: &str) -> Option<Swap<Option<bool>>> {
    if let Change::Withhold(note, swap) = change { (**note == *id).then(|| swap.clone()) } else { None }
}

/// What the entries in force but `except` lead to that are `about` one thing: whoever lifts what he has seen lifts it, of several who
/// said something by themselves what holds back more counts. `None` where none is about it.
fn led<'e, T: Copy + Ord>(
    entries: impl Iterator<Item = &'e Entry>,
    except: Option<&EntryId>,
    about: impl Fn(&Change) -> Option<Swap<T>>,
) -> Option<T> {
    let mut first = None;
    let mut deeds: Vec<(&EntryId, Swap<T>)> = Vec::new();
    for entry in entries {
        let Some(swap) = about(&entry.edit.change) else { continue };
        first.get_or_insert(swap.before);
        if let Step::Undo(_) = entry.step {
            deeds.retain(|(id, _)| *id != entry.deed());
        } else {
            deeds.push((entry.deed(), swap));
        }
    }
    let in_force = deeds.into_iter().filter(|(id, _)| Some(*id) != except);
    let led = |state: T, (_, swap): (&EntryId, Swap<T>)| {
        if swap.after < swap.before { swap.after } else { state.max(swap.after) }
    };
    Some(in_force.fold(first?, led))
}

#[cfg(test)]
mod tests {
    use super::super::merge;
    use super::*;
    use crate::review::{AnnotationKind, Claims, Extra, Span};

    fn session() -> Session {
        let note = Annotation {
            id: "w1".into(),
            kind: AnnotationKind::Footnote,
            by: None,
            at: Stamp::default(),
            span: Span::new(0, 9),
            text: "A talk on the quay".into(),
            confidential: None,
            extra: Extra::default(),
        };
        let article =
            Article::new("Ferry", "The ferry is late.", Vec::new()).unwrap().annotated(vec![note], Vec::new());
        Session::new("id", article, Claims::default())
    }

    fn file() -> Evidence {
        let sha256 = "ab".repeat(32);
        Evidence { id: Evidence::id_of(&sha256), sha256, path: "log.txt".into(), ..Evidence::default() }
    }

    fn at(minute: u8) -> Stamp {
        format!("2026-11-23T09:{minute:02}:00Z").as_str().into()
    }

    fn lists(session: &mut Session, wanted: FileAccess, by: &str, minute: u8) {
        let edit = session.listing(file(), wanted, by, &at(minute)).unwrap();
        session.commit(edit, &by.into(), &at(minute)).unwrap();
    }

    fn stands(session: &Session) -> FileAccess {
        FileAccess::of(session.evidence.first())
    }

    #[test]
    fn undo_takes_back_what_was_said_of_a_file_and_redo_says_it_again() {
        let mut session = session();
        let before = session.evidence.clone();
        lists(&mut session, FileAccess::Open, "anna", 1);
        lists(&mut session, FileAccess::Confidential, "anna", 2);
        let by: Arc<str> = "anna".into();
        session.undo(&by, &at(3)).unwrap();
        assert_eq!(stands(&session), FileAccess::Open);
        session.undo(&by, &at(4)).unwrap();
        assert_eq!(session.evidence, before);
        session.redo(&by, &at(5)).unwrap();
        session.redo(&by, &at(6)).unwrap();
        assert_eq!(stands(&session), FileAccess::Confidential);
    }

    #[test]
    fn what_another_holds_back_by_himself_stays_held_back_when_one_takes_ones_own_back() {
        let mut base = session();
        lists(&mut base, FileAccess::Open, "anna", 1);
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        lists(&mut ours, FileAccess::Confidential, "anna", 2);
        lists(&mut theirs, FileAccess::Confidential, "bea", 3);
        let mut both = merge(&ours, &theirs).unwrap().session;
        both.undo(&"anna".into(), &at(4)).unwrap();
        assert_eq!(stands(&both), FileAccess::Confidential);
        both.undo(&"bea".into(), &at(5)).unwrap();
        assert_eq!(stands(&both), FileAccess::Open);
    }

    #[test]
    fn a_file_whose_adding_was_taken_back_does_not_come_back_from_a_copy_but_another_s_does() {
        let mut ours = session();
        lists(&mut ours, FileAccess::Open, "anna", 1);
        let copy = ours.clone();
        let mut alone = session();
        lists(&mut alone, FileAccess::Open, "bea", 2);
        ours.undo(&"anna".into(), &at(3)).unwrap();
        assert_eq!(stands(&merge(&ours, &copy).unwrap().session), FileAccess::Absent);
        assert_eq!(stands(&merge(&copy, &ours).unwrap().session), FileAccess::Absent);
        assert_eq!(stands(&merge(&ours, &alone).unwrap().session), FileAccess::Open);
    }

    #[test]
    fn a_note_that_one_copy_holds_back_is_held_back_in_both() {
        let base = session();
        let said = |held_back: bool| {
            let mut copy = base.clone();
            let edit = copy.withholding("w1", held_back).unwrap();
            copy.commit(edit, &"anna".into(), &at(u8::from(held_back))).unwrap();
            copy
        };
        for (one, other) in [(said(true), base.clone()), (said(true), said(false)), (said(false), said(true))] {
            let both = merge(&one, &other).unwrap().session;
            assert_eq!(both.article.annotations().first().unwrap().confidential, Some(true));
        }
        let freed = merge(&base, &said(false)).unwrap().session;
        assert_eq!(freed.article.annotations().first().unwrap().confidential, Some(false));
    }
}
