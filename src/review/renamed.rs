//! The writer's annotations of a next draft, under the ids that they have in the session.

use super::{Annotation, Article, Session};

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
}
