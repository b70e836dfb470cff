//! Which of a session's drafts stands: keeping another beside it, and putting that in its place.

use std::sync::Arc;

use super::redraft::{Hunk, inverted, kept_hunks};
use super::{Annotation, Article, PastDraft, Session, Texts};

impl Session {
    /// All its drafts.
    pub fn texts(&self) -> Texts<'_> {
        Texts { now: &self.article, past: &self.drafts }
    }

    /// The SHA-256 of the files that its drafts were read from.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let past = self.drafts.iter().filter_map(|past| past.shape.file_sha256.as_deref());
        self.article.provenance.file_sha256.as_deref().into_iter().chain(past)
    }

    /// Keeps `article` beside the one that stands, so that an edit can bring it in. It gets the next number, or that of the draft
    /// with the same text and notes, which then is kept as it was.
    pub fn keep(&mut self, mut article: Article) -> u32 {
        // Notes that an earlier draft has not make another of the same words.
        let is_noted = self.article.text() == article.text();
        let is_same = |held: &Article| {
            let lacks = |held: &Article| article.annotations().iter().any(|note| !has_note(held, note));
            held.text() == article.text() && !(is_noted && (lacks(held) || held.changes() != article.changes()))
        };
        let held = |past: &&PastDraft| past.article.as_ref().is_some_and(is_same);
        if let Some(past) = self.drafts.iter().find(held) {
            return past.n();
        }
        let last = self.drafts.iter().map(PastDraft::n).chain([self.article.draft]).max().unwrap_or_default();
        article.draft = last.saturating_add(1);
        let n = article.draft;
        let told = kept_hunks(article.text(), self.article.text());
        let past = PastDraft::of(article, &self.article, &told);
        Arc::make_mut(&mut self.drafts).push(past);
        n
    }

    /// What leads from the article to draft `n`, in places of the article; `None` when there is no such draft.
    pub(super) fn way_to(&self, n: u32) -> Option<(Article, Vec<Hunk>)> {
        let past = self.drafts.iter().find(|past| past.n() == n)?;
        let article = past.article.clone()?;
        let adjacent = past.shape.against == self.article.draft && past.shape.text.is_none();
        let now = &self.article;
        let way = if adjacent { past.shape.way_from(now.text()) } else { kept_hunks(article.text(), now.text()) };
        Some((article, way))
    }

    /// Puts `article` in the place of the one that stands, which is kept, told by the `way` that led there.
    pub(super) fn stand(&mut self, mut article: Article, way: &[Hunk]) {
        // What was said by hand of a note goes along with it, whatever was said when the other draft stood last.
        let held = self.article.annotations();
        let before = |note: &Annotation| held.iter().find(|one| one.id == note.id && one.text == note.text);
        article.said_of_notes(|note| before(note).unwrap_or(note).confidential);
        let before = std::mem::replace(&mut self.article, article);
        let now = self.article.draft;
        let drafts = Arc::make_mut(&mut self.drafts);
        drafts.retain(|past| past.n() != now);
        let past = PastDraft::of(before, &self.article, &inverted(way));
        let at = drafts.partition_point(|held| held.n() < past.n());
        drafts.insert(at, past);
    }
}

/// True where `article` has a note that says the same of the same words.
fn has_note(article: &Article, note: &Annotation) -> bool {
    let is_it = |one: &Annotation| (&one.kind, one.span, &one.text) == (&note.kind, note.span, &note.text);
    article.annotations().iter().any(is_it)
}
