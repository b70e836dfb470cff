//! The advice about the article on the desk: what was said, and of which text. It is found on a thread of the shell's; a key never
//! waits for it.

use std::sync::Arc;

use crate::advice::Advice;
use crate::review::{Article, Claim, Session, Span};

/// What is known so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advised {
    /// All there is to say, put away or not, in article order.
    all: Arc<[Advice]>,
    /// What was asked about last has been answered.
    is_known: bool,
    /// The article that was asked about last.
    asked: Option<Article>,
}

impl Advised {
    /// True when the shell is to be asked about `article`: it is another than the last time. It is asked once.
    pub fn ask(&mut self, article: &Article) -> bool {
        let anew = self.asked.as_ref().is_none_or(|asked| !asked.is_copy(article));
        if anew {
            self.asked = Some(article.clone());
            self.is_known = false;
        }
        anew
    }

    /// Takes in what there is to say about `article`, unless another was asked about since.
    pub fn take(&mut self, article: &Article, all: Arc<[Advice]>) {
        if self.asked.as_ref().is_some_and(|asked| asked.is_copy(article)) {
            self.all = all;
            self.is_known = true;
        }
    }

    /// True when the article that stands here was read against itself.
    pub fn is_known(&self) -> bool {
        self.is_known
    }

    /// All of it, put away or not.
    pub fn all(&self) -> &[Advice] {
        &self.all
    }

    /// The same, to be kept.
    pub fn shared(&self) -> Arc<[Advice]> {
        Arc::clone(&self.all)
    }

    /// What is open and about words of `claim`.
    pub fn about<'a>(&'a self, session: &'a Session, claim: &'a Claim) -> impl Iterator<Item = &'a Advice> {
        self.all.iter().filter(|advice| advice.touches(claim) && !advice.is_waived(session.waived()))
    }

    /// What is open and has a place in `view`.
    pub fn in_view<'a>(&'a self, session: &'a Session, view: Span) -> impl Iterator<Item = &'a Advice> {
        let stands = move |advice: &&Advice| advice.spans.iter().any(|span| span.overlaps(view));
        self.all.iter().filter(stands).filter(|advice| !advice.is_waived(session.waived()))
    }
}
