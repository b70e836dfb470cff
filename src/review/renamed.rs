//! The writer's annotations of a next draft, under the ids that they have in the session.

use super::{Annotation, AnnotationKind, Article, Session, TrackedChange};

impl Session {
    /// The annotations of `article` under the ids that the same ones have in this session, so that sources keep pointing at them;
    /// others get ids that no draft has used.
    pub fn renamed(&self, article: Article) -> Article {
        if article.annotations().is_empty() {
            return article;
        }
        let mut held: Vec<&Annotation> = self.article.annotations().iter().collect();
        let used = self.texts().past.iter().filter_map(|past| past.article.as_ref()).chain([&self.article]);
        let number = |note: &Annotation| note.id.strip_prefix('w').and_then(|n| n.parse::<u64>().ok());
        let mut last = used.flat_map(Article::annotations).filter_map(number).max().unwrap_or_default();
        let named = article.annotations().iter().cloned().map(|mut note| {
            let same = held.iter().position(|one| one.kind == note.kind && one.text == note.text && one.by == note.by);
            if let Some(at) = same {
                note.id.clone_from(&held.remove(at).id);
            } else {
                last += 1;
                note.id = format!("w{last}");
            }
            note
        });
        let (notes, changes) = (named.collect(), article.changes().to_vec());
        article.annotated(notes, changes)
    }

    /// How many notes of the writer's and how many tracked changes `article`, which has the same words, comes with that the one which
    /// stands has not. Links are not counted: every page has some, and they change by themselves.
    pub fn new_notes(&self, article: &Article) -> [usize; 2] {
        let held = &self.article;
        let is_same = |one: &Annotation, other: &Annotation| {
            (&one.kind, one.span, one.text.trim(), &one.by) == (&other.kind, other.span, other.text.trim(), &other.by)
        };
        let counted = article.annotations().iter().filter(|note| note.kind != AnnotationKind::Link);
        let notes = counted.filter(|note| !held.annotations().iter().any(|one| is_same(one, note)));
        let is_held = |change: &TrackedChange| {
            let key = |one: &TrackedChange| (one.kind.clone(), one.span, one.text.clone(), one.by.clone());
            held.changes().iter().any(|one| key(one) == key(change))
        };
        [notes.count(), article.changes().iter().filter(|change| !is_held(change)).count()]
    }
}
