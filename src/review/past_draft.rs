//! The drafts that do not stand: earlier ones, and those that were taken back.

use std::sync::Arc;

use super::Article;
use super::redraft::Hunk;
use super::wire::PastShape;

/// A draft that does not stand.
#[derive(Clone, Debug, PartialEq)]
pub struct PastDraft {
    /// Its article; `None` when the file was edited so that it can't be rebuilt.
    pub article: Option<Article>,
    /// How the file has it.
    pub shape: Arc<PastShape>,
}

impl PastDraft {
    /// `article` as one that does not stand, told by `hunks` against the draft `against`.
    pub fn of(article: Article, against: &Article, hunks: &[Hunk]) -> Self {
        let shape = PastShape::of(&article, against, hunks);
        Self { article: Some(article), shape: Arc::new(shape) }
    }

    /// Its number, from 1.
    pub fn n(&self) -> u32 {
        self.shape.n
    }
}

/// The article that stands and those that do not.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// The one that stands.
    pub now: &'a Article,
    /// The others.
    pub past: &'a [PastDraft],
}

impl<'a> Texts<'a> {
    /// The article alone.
    pub const fn only(now: &'a Article) -> Self {
        Self { now, past: &[] }
    }

    /// Draft `n`; `None` when the session has none of that number, or it can't be rebuilt.
    pub fn of(self, n: u32) -> Option<&'a Article> {
        if self.now.draft == n {
            return Some(self.now);
        }
        self.past.iter().find(|past| past.n() == n)?.article.as_ref()
    }

    /// Draft `n`, or the one that stands: to quote words from.
    pub fn or_now(self, n: u32) -> &'a Article {
        self.of(n).unwrap_or(self.now)
    }
}

/// The drafts of a file, rebuilt one from the other, and what is wrong with those that can't be.
pub fn rebuilt(now: &Article, shapes: Vec<PastShape>) -> (Vec<PastDraft>, Vec<String>) {
    let mut drafts: Vec<PastDraft> =
        shapes.into_iter().map(|shape| PastDraft { article: None, shape: Arc::new(shape) }).collect();
    let mut tried = vec![false; drafts.len()];
    let mut notices = Vec::new();
    // Each pass rebuilds those whose neighbour is there.
    loop {
        let texts = Texts { now, past: &drafts };
        let ready = |(at, past): (usize, &PastDraft)| {
            let against = texts.of(past.shape.against);
            let may = tried.get(at) == Some(&false) && (past.shape.text.is_some() || against.is_some());
            may.then(|| (at, past.shape.article(against)))
        };
        let Some((at, made)) = drafts.iter().enumerate().find_map(ready) else { break };
        if let Some(tried) = tried.get_mut(at) {
            *tried = true;
        }
        match (made, drafts.get_mut(at)) {
            (Ok(article), Some(past)) => past.article = Some(article),
            (Err(error), Some(past)) => notices.push(format!("draft {} can't be shown: {error}", past.n())),
            (_, None) => {}
        }
    }
    let missing = drafts.iter().zip(tried).filter(|(_, tried)| !tried);
    let told = missing.map(|(past, _)| {
        format!("draft {} can't be shown: draft {}, which it is told by, is missing", past.n(), past.shape.against)
    });
    notices.extend(told);
    (drafts, notices)
}
