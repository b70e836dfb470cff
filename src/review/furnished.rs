//! What a reviewer made of paragraphs, page furniture or text again, in the next draft.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::redraft::fold;
use super::{Article, BlockKind, Change, Session};

impl Session {
    /// `article` with every block that reads as one did of which a reviewer said what it is, be it with other figures, of that kind.
    #[must_use]
    pub fn furnished(&self, mut article: Article) -> Article {
        let mut kinds: HashMap<String, &BlockKind, RandomState> = HashMap::default();
        for entry in self.history.iter() {
            let Change::Block(at, swap) = &entry.edit.change else { continue };
            let Some(held) = self.texts().of(entry.draft) else { continue };
            if let Some(block) = held.blocks().get(held.block_at(*at)) {
                kinds.insert(likeness(held.words(block.span)), &swap.after);
            }
        }
        if kinds.is_empty() {
            return article;
        }
        for index in 0..article.blocks().len() {
            let said = article.blocks().get(index).and_then(|block| kinds.get(&likeness(article.words(block.span))));
            if let Some(kind) = said {
                article.set_kind(index, (*kind).clone());
            }
        }
        article
    }
}

/// Equal for words that differ in nothing but typography, case and figures.
fn likeness(words: &str) -> String {
    fold(words).chars().map(|c| if c.is_numeric() { '0' } else { c }).collect::<String>().to_lowercase()
}
