//! A session: an article with its claims, verdicts and history.

use std::sync::Arc;

use super::field::DISMISSED;
use super::history::{BLIND, JudgedClaims};
use super::{
    Article, Change, Claim, ClaimId, Claims, Edit, EditError, Entry, EntryId, Evidence, Extra, History, PastDraft,
    SignOff, Stamp, Step, Waived,
};

/// What an undo did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undone {
    /// What was done instead; empty when there was nothing to undo.
    pub edits: Vec<Edit>,
    /// What each key began with that was passed over, since it was changed by another meanwhile; the latest first.
    pub passed: Vec<Entry>,
}

/// The way from the latest key of a reader back to one that can be taken back.
#[derive(Default)]
struct Passing {
    /// Keys in force that have been gone by.
    gone: usize,
    /// What each key began with that is passed over, the latest first.
    passed: Vec<Entry>,
    /// Why the latest of them can't be taken back.
    why: Option<EditError>,
}

impl Passing {
    /// The next key of `by`, the latest first; its entries in the order they were done.
    ///
    /// # Errors
    /// When it brought in a draft and something was passed over.
    fn next(&mut self, history: &History, by: &str) -> Result<Option<Vec<Arc<Entry>>>, EditError> {
        let Some((gone, key)) = history.undoable_behind(self.gone, by) else { return Ok(None) };
        self.gone = gone;
        match draft_of(&key) {
            Some(n) if self.why.is_some() => Err(EditError::WorkedOn(n)),
            _ => Ok(Some(key)),
        }
    }

    /// Passes over a key that can't be taken back because of `error`.
    ///
    /// # Errors
    /// When nothing is to be passed over for that: why the latest can't be taken back.
    fn pass_over(&mut self, key: &[Arc<Entry>], error: EditError) -> Result<(), EditError> {
        match draft_of(key) {
            Some(n) if error.is_of_one_thing() => Err(EditError::WorkedOn(n)),
            _ if !error.is_of_one_thing() => Err(self.why.take().unwrap_or(error)),
            _ => {
                self.why.get_or_insert(error);
                self.passed.extend(key.first().map(|first| Entry::clone(first)));
                Ok(())
            }
        }
    }
}

/// The draft that a key brought in, if it brought one in.
fn draft_of(key: &[Arc<Entry>]) -> Option<u32> {
    key.iter().find_map(|entry| entry.edit.change.draft()).map(|carry| carry.draft.after)
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

    /// Does what one key asks for, all of it or nothing; one undo takes all of it back. A verdict takes no dismissal of another
    /// reader's away, though the key says so that knows only the claim: the two stand beside each other.
    ///
    /// # Errors
    /// When one of the edits can't be done; the session is then as it was.
    pub fn commit_all(
        &mut self,
        edits: impl IntoIterator<Item = Edit>,
        by: &Arc<str>,
        at: &Stamp,
    ) -> Result<(), EditError> {
        let edits = self.beside_dismissals(edits.into_iter().collect());
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
        let mut passing = Passing::default();
        while let Some(key) = passing.next(&self.history, by)? {
            match self.undo_key(&key, by, at) {
                Ok(edits) => return Ok(Undone { edits, passed: passing.passed }),
                Err(error) => passing.pass_over(&key, error)?,
            }
        }
        passing.why.map_or_else(|| Ok(Undone::default()), Err)
    }

    /// What the next undo of `by` takes back: the entries of one key. Empty when there is nothing or it can't be.
    pub fn next_undo(&self, by: &Arc<str>, at: &Stamp) -> Vec<Arc<Entry>> {
        let mut passing = Passing::default();
        while let Ok(Some(key)) = passing.next(&self.history, by) {
            match self.may_undo(&key, by, at) {
                Ok(()) => return key,
                Err(error) => {
                    if passing.pass_over(&key, error).is_err() {
                        break;
                    }
                }
            }
        }
        Vec::new()
    }

    /// Passes when [`Self::undo_key`] would: tried on a copy, of the one claim where no more is touched.
    fn may_undo(&self, key: &[Arc<Entry>], by: &Arc<str>, at: &Stamp) -> Result<(), EditError> {
        if let [only] = key
            && let Some(id) = &only.edit.claim
            && matches!(only.edit.change, Change::Field(..))
        {
            self.may_repeat(only, Edit::inverse)?;
            let mut claim = self.any_claim(id).ok_or_else(|| EditError::NoClaim(id.clone()))?.clone();
            let back = self.undoing(only, by, at);
            let Change::Field(field, swap) = &back.change else { return Ok(()) };
            let done = !field.parts(swap) && field.apply(&mut claim, swap);
            return if done { Ok(()) } else { Err(EditError::Stale(id.clone())) };
        }
        self.clone().undo_key(key, by, at).map(drop)
    }

    /// The edit that takes `entry` back as its claim now is.
    fn undoing(&self, entry: &Entry, by: &Arc<str>, at: &Stamp) -> Edit {
        let back = self.less(entry, entry.edit.clone().inverse());
        if entry.edit.is_dismissal() { back.with_reading(self, by, at) } else { back }
    }

    fn undo_key(&mut self, key: &[Arc<Entry>], by: &Arc<str>, at: &Stamp) -> Result<Vec<Edit>, EditError> {
        key.iter().try_for_each(|entry| self.may_repeat(entry, Edit::inverse))?;
        let back = key.iter().rev().map(|entry| (self.undoing(entry, by, at), Step::Undo(entry.id.clone())));
        let mut back: Vec<(Edit, Step)> = back.collect();
        // A file leaves the list when the sources that rest on it are gone.
        back.sort_by_key(|(edit, _)| edit.is_unlisting());
        self.step(back, by, at)
    }

    /// Does again what `by` took back last; what was done, empty when there is nothing.
    ///
    /// # Errors
    /// When the claim is no longer as it was; the session is then as it was.
    pub fn redo(&mut self, by: &Arc<str>, at: &Stamp) -> Result<Vec<Edit>, EditError> {
        let last = self.history.redoable(by);
        last.iter().try_for_each(|entry| self.may_repeat(entry, |edit| edit))?;
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

    /// Passes when what was done may be taken back or done again as the session now is: places of another draft are none of this one,
    /// and a verdict must not come to stand over words it was not given on.
    fn may_repeat(&self, entry: &Entry, turned: impl Fn(Edit) -> Edit) -> Result<(), EditError> {
        let edit = turned(entry.edit.clone());
        if entry.draft != self.article.draft && edit.change.is_bound_to_draft() {
            return Err(EditError::OtherDraft(entry.draft));
        }
        if let Change::Draft(carry) = &edit.change
            && entry.edit.change.draft().is_some_and(|led| led.draft.before == carry.draft.after)
        {
            let (own, stands) = (carry.draft.before, self.article.draft);
            if let Some(other) = self.history.draft_entry(stands).filter(|_| own != stands) {
                return Err(EditError::Replaced(own, stands, other.by.as_ref().into()));
            }
            if self.is_worked_on(entry) {
                return Err(EditError::WorkedOn(own));
            }
        }
        match self.judged_elsewhere(entry, &edit) {
            Some(id) => Err(EditError::OtherWords(id)),
            None => Ok(()),
        }
    }

    fn step(&mut self, steps: Vec<(Edit, Step)>, by: &Arc<str>, at: &Stamp) -> Result<Vec<Edit>, EditError> {
        let edits: Vec<Edit> = steps.iter().map(|(edit, _)| edit.clone()).collect();
        self.together(steps, by, at)?;
        // Others may have judged the claim meanwhile, where it sits now or where it sat, or have put it elsewhere.
        let changes_all = |edit: &Edit| match &edit.change {
            Change::Field(field, _) => *field == &DISMISSED,
            Change::Mend(_) | Change::Recut(..) => true,
            Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Draft(_)
            | Change::Later(..) => false,
        };
        if edits.iter().any(changes_all) {
            *self = self.made_anew(edits.len());
        }
        Ok(edits)
    }

    fn together(
        &mut self,
        steps: impl IntoIterator<Item = (Edit, Step)>,
        by: &Arc<str>,
        at: &Stamp,
    ) -> Result<(), EditError> {
        // A single edit that can't be done leaves the session as it was: most keys need no copy to go back to.
        let mut steps = steps.into_iter().peekable();
        let mut before = None;
        let mut first = None;
        while let Some((edit, step)) = steps.next() {
            if steps.peek().is_some() && before.is_none() {
                before = Some(self.clone());
            }
            match self.enter(edit, by, at, step, first.clone()) {
                Ok(id) => first = first.or(Some(id)),
                Err(error) => {
                    *self = before.unwrap_or_else(|| self.clone());
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
        let edit = if matches!(step, Step::Undo(_)) { edit } else { edit.withdrawing(self) };
        let judged = match &step {
            Step::Undo(done) | Step::Redo(done) if edit.change.draft().is_some() => self.history.judged_behind(done),
            // Whoever does a thing sees what it is done to.
            Step::Do | Step::Undo(_) | Step::Redo(_) => JudgedClaims::default(),
        };
        self.apply(&edit, &judged)?;
        let edit = edit.numbered(self);
        let (seen, flag) = (self.put_there(&edit).cloned(), self.flag_of(&edit));
        let entry = self.history.next(edit, by, at, step, with).having_seen(seen.as_ref());
        let entry = entry.having_seen_flag(flag.as_ref());
        let entry = self.made_here(Entry { draft, ..entry });
        let id = entry.id.clone();
        self.history.push(Arc::new(entry));
        Ok(id)
    }
}
