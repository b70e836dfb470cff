//! A session: an article with its claims, verdicts and history.

use std::sync::Arc;

use super::{Article, Claim, ClaimId, Claims, Edit, EditError, Entry, Extra, History, Stamp, Step};

/// Where the reviewer is; saved along, never part of the history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
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
    /// Where the reviewer is.
    pub place: Place,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
    pub(super) claims: Claims,
    pub(super) history: History,
}

impl Session {
    /// A session over `article` with the claims proposed for it and no history.
    pub fn new(id: impl Into<String>, article: Article, claims: Claims) -> Self {
        Self::resumed(id, article, claims, History::default())
    }

    /// A session as a file holds it.
    pub fn resumed(id: impl Into<String>, article: Article, claims: Claims, history: History) -> Self {
        Self { id: id.into(), article, place: Place::default(), extra: Extra::default(), claims, history }
    }

    /// The claims.
    pub const fn claims(&self) -> &Claims {
        &self.claims
    }

    /// The history.
    pub const fn history(&self) -> &History {
        &self.history
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
        self.enter(edit, by, at, Step::Do)
    }

    /// Takes back the latest edit in force; `None` when there is none.
    ///
    /// # Errors
    /// When the claim is no longer as that edit left it; the session is then as it was.
    pub fn undo(&mut self, by: &Arc<str>, at: &Stamp) -> Result<Option<Edit>, EditError> {
        let Some(entry) = self.history.undoable() else { return Ok(None) };
        let (n, edit) = (entry.n, entry.edit.clone().inverse());
        self.enter(edit.clone(), by, at, Step::Undo(n))?;
        Ok(Some(edit))
    }

    /// Does again what was taken back last; `None` when there is nothing.
    ///
    /// # Errors
    /// When the claim is no longer as it was; the session is then as it was.
    pub fn redo(&mut self, by: &Arc<str>, at: &Stamp) -> Result<Option<Edit>, EditError> {
        let Some(entry) = self.history.redoable() else { return Ok(None) };
        let (n, edit) = (entry.n, entry.edit.clone());
        self.enter(edit.clone(), by, at, Step::Redo(n))?;
        Ok(Some(edit))
    }

    fn enter(&mut self, edit: Edit, by: &Arc<str>, at: &Stamp, step: Step) -> Result<(), EditError> {
        edit.apply(self)?;
        let n = self.history.next_number();
        self.history.push(Entry { n, at: at.clone(), by: Arc::clone(by), edit, step, extra: Extra::default() });
        Ok(())
    }
}
