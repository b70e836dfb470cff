//! A session: an article with its claims, verdicts and history.

use std::sync::Arc;

use super::history::BLIND;
use super::{
    Article, Claim, ClaimId, Claims, Edit, EditError, Entry, EntryId, Evidence, Extra, History, PastDraft, SignOff,
    Stamp, Step, Waived,
};

/// What an undo did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undone {
    /// What was done instead; empty when there was nothing to undo.
    pub edits: Vec<Edit>,
    /// What each key began with that was passed over, since it was changed by another meanwhile; the latest first.
    pub passed: Vec<Entry>,
}

/// Where the reviewer is; saved along, never part of the history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LastPlace {
    /// The selected claim.
    pub claim: Option<ClaimId>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// An article with its claims, verdicts and history: what one session file holds.
///
/// A copy is cheap (it shares text, claims and history), so a writer can hold one while the reviewer goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The session's own id, a UUID as text.
    pub id: String,
    /// The article.
    pub article: Article,
    /// The drafts that do not stand: those before it, and those that were taken back.
    pub drafts: Arc<Vec<PastDraft>>,
    /// The files that sources point into.
    pub evidence: Arc<Vec<Evidence>>,
    /// Who has looked at it as it stood, in the order of time.
    pub signed: Arc<Vec<SignOff>>,
    /// Where the reviewer is.
    pub place: LastPlace,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
    pub(super) claims: Claims,
    /// The claims whose words stand nowhere in the article.
    pub(super) apart: Arc<Vec<Claim>>,
    pub(super) history: History,
    pub(super) waived: Waived,
}

impl Session {
    /// A session over `article` with the claims proposed for it and no history.
    pub fn new(id: impl Into<String>, article: Article, mut claims: Claims) -> Self {
        claims.number();
        Self::resumed(id, article, claims, History::default())
    }

    /// A session as a file holds it.
    pub fn resumed(id: impl Into<String>, article: Article, claims: Claims, history: History) -> Self {
        Self {
            id: id.into(),
            article,
            drafts: Arc::default(),
            evidence: Arc::default(),
            signed: Arc::default(),
            place: LastPlace::default(),
            extra: Extra::default(),
            claims,
            waived: Waived::of(&history),
            apart: Arc::default(),
            history,
        }
    }

    /// Gives it its whole history.
    pub(super) fn log(&mut self, history: History) {
        self.waived = Waived::of(&history);
        self.history = history;
    }

    /// Sets right what a hand or a program may have spoilt in a file: numbers that are missing or stand twice, entries of the
    /// history that stand twice or out of their order. What was done, a sentence each.
    pub fn mend(&mut self) -> Vec<String> {
        let mut notices = Vec::new();
        let (history, twice) = std::mem::take(&mut self.history).ordered();
        self.history = history;
        if let Some(id) = twice.first() {
            notices.push(format!("history entry {id} stood twice; it is kept once ({} in all)", twice.len()));
        }
        match self.number() {
            0 => {}
            1 => notices.push("one claim had no number of its own; it got one".to_owned()),
            count => notices.push(format!("{count} claims had no numbers of their own; they got some")),
        }
        notices
    }

    /// The claims.
    pub const fn claims(&self) -> &Claims {
        &self.claims
    }

    /// The history.
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// The advice that is put away.
    pub const fn waived(&self) -> &Waived {
        &self.waived
    }

    /// True for a blind copy that was not merged back yet.
    pub fn is_blind(&self) -> bool {
        self.extra.has(BLIND)
    }

    /// The words a claim sits on.
    pub fn exact(&self, claim: &Claim) -> &str {
        self.article.words(claim.span)
    }

    /// Does an edit and writes it into the history.
    ///
    /// # Errors
    /// When it can't be done; the session is then as it was.
    pub fn commit(&mut self, edit: Edit, by: &Arc<str>, at: &Stamp) -> Result<(), EditError> {
        self.enter(edit, by, at, Step::Do, None).map(drop)
    }

    /// Does what one key asks for, all of it or nothing; one undo takes all of it back.
    ///
    /// # Errors
    /// When one of the edits can't be done; the session is then as it was.
    pub fn commit_all(
        &mut self,
        edits: impl IntoIterator<Item = Edit>,
        by: &Arc<str>,
        at: &Stamp,
    ) -> Result<(), EditError> {
        self.together(edits.into_iter().map(|edit| (edit, Step::Do)), by, at)
    }

    /// Takes back what `by` did last and can still be taken back; what was done instead, empty when there is nothing of theirs.
    ///
    /// # Errors
    /// As [`Self::undo_passing`].
    pub fn undo(&mut self, by: &Arc<str>, at: &Stamp) -> Result<Vec<Edit>, EditError> {
        self.undo_passing(by, at).map(|undone| undone.edits)
    }

    /// Takes back the latest of what `by` did that is still as they left it. What another or a merge has changed since is passed
    /// over and stays in force. No draft is taken back past something that was passed over.
    ///
    /// # Errors
    /// When none of it is as it was left: why the latest is not. The session is then as it was.
    pub fn undo_passing(&mut self, by: &Arc<str>, at: &Stamp) -> Result<Undone, EditError> {
        let history = self.history.clone();
        let (mut passed, mut why) = (Vec::new(), None);
        for key in history.undoables(by) {
            let draft = key.iter().find_map(|entry| entry.edit.change.draft()).map(|carry| carry.draft.after);
            if let (Some(n), true) = (draft, why.is_some()) {
                return Err(EditError::WorkedOn(n));
            }
            match self.undo_key(&key, by, at) {
                Ok(edits) => return Ok(Undone { edits, passed }),
                Err(error) if draft.is_some() && error.is_of_one_claim() => {
                    return Err(draft.map_or(error, EditError::WorkedOn));
                }
                Err(error) if !error.is_of_one_claim() => return Err(why.unwrap_or(error)),
                Err(error) => {
                    why = why.or(Some(error));
                    passed.extend(key.first().map(|first| (*first).clone()));
                }
            }
        }
        why.map_or_else(|| Ok(Undone::default()), Err)
    }

    /// What the next undo of `by` takes back: the entries of one key. Empty when there is nothing or it can't be.
    pub fn next_undo(&self, by: &Arc<str>, at: &Stamp) -> Vec<&Entry> {
        let undone = self.clone().undo_passing(by, at);
        undone.ok().and_then(|undone| self.history.undoables(by).nth(undone.passed.len())).unwrap_or_default()
    }

    fn undo_key(&mut self, last: &[&Entry], by: &Arc<str>, at: &Stamp) -> Result<Vec<Edit>, EditError> {
        self.may_repeat(last, Edit::inverse)?;
        let undone = |entry: &Entry| {
            let back = entry.edit.clone().inverse();
            if entry.edit.is_dismissal() { back.with_reading(self, by, at) } else { back }
        };
        let back = last.iter().rev().map(|entry| (undone(entry), Step::Undo(entry.id.clone())));
        self.step(back.collect(), by, at)
    }

    /// Does again what `by` took back last; what was done, empty when there is nothing.
    ///
    /// # Errors
    /// When the claim is no longer as it was; the session is then as it was.
    pub fn redo(&mut self, by: &Arc<str>, at: &Stamp) -> Result<Vec<Edit>, EditError> {
        let last = self.history.redoable(by);
        self.may_repeat(&last, |edit| edit)?;
        let redone = |entry: &Entry| {
            let edit = entry.edit.clone();
            // A dismissal that was taken back as a reading is done again as one.
            let undo = Step::Undo(entry.id.clone());
            let taken = || self.history.iter().rev().find(|other| other.step == undo);
            let as_reading = edit.is_dismissal() && taken().is_some_and(|taken| taken.edit.name() != edit.name());
            if as_reading { edit.with_reading(self, by, at) } else { edit }
        };
        let again = last.into_iter().map(|entry| (redone(entry), Step::Redo(entry.id.clone())));
        self.step(again.collect(), by, at)
    }

    /// Passes when what was done on another draft may be taken back or done again on this one: places are of the other draft, and a
    /// verdict would come to stand over words it was not given on.
    fn may_repeat(&self, entries: &[&Entry], turned: impl Fn(Edit) -> Edit) -> Result<(), EditError> {
        let barred = |entry: &&&Entry| {
            entry.draft != self.article.draft && turned(entry.edit.clone()).change.is_bound_to_draft()
        };
        entries.iter().find(barred).map_or(Ok(()), |entry| Err(EditError::OtherDraft(entry.draft)))
    }

    fn step(&mut self, steps: Vec<(Edit, Step)>, by: &Arc<str>, at: &Stamp) -> Result<Vec<Edit>, EditError> {
        let edits = steps.iter().map(|(edit, _)| edit.clone()).collect();
        self.together(steps, by, at)?;
        Ok(edits)
    }

    fn together(
        &mut self,
        steps: impl IntoIterator<Item = (Edit, Step)>,
        by: &Arc<str>,
        at: &Stamp,
    ) -> Result<(), EditError> {
        let before = self.clone();
        let mut first = None;
        for (edit, step) in steps {
            match self.enter(edit, by, at, step, first.clone()) {
                Ok(id) => first = first.or(Some(id)),
                Err(error) => {
                    *self = before;
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    fn enter(
        &mut self,
        edit: Edit,
        by: &Arc<str>,
        at: &Stamp,
        step: Step,
        with: Option<EntryId>,
    ) -> Result<EntryId, EditError> {
        let draft = self.article.draft;
        let edit = if step == Step::Do { edit.withdrawing(self) } else { edit };
        self.apply(&edit)?;
        let seen = self.history.reworded(&edit).cloned();
        let entry = self.history.next(edit, by, at, step, with).having_seen(seen.as_ref());
        let mut entry = Entry { draft, ..entry };
        if self.is_blind() {
            entry.extra = entry.extra.with(BLIND);
        }
        let id = entry.id.clone();
        self.history.push(Arc::new(entry));
        Ok(id)
    }
}
