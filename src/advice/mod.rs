//! What the program says about words of the article without being asked to decide: where it contradicts itself, the calendar or
//! arithmetic. (Elsewhere: diagnostics, hints.) Pure.
//!
//! An advice has a name, its code with the words it is about, by which a reviewer puts it away for good: the same words in the
//! next draft stay put away, other words are another advice.

pub mod stated;

use crate::lint::{self, Certainty, LintFinding};
use crate::review::{Article, Claim, Session, Span, Waived};

/// One thing that is said about words of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What it is called when it is put away: its code and the words it is about.
    pub name: Box<str>,
    /// The code of its kind, as `factdesk lint` has it.
    pub code: &'static str,
    /// What it says, in a sentence without a stop.
    pub says: String,
    /// How sure it is.
    pub weight: Certainty,
    /// The places that disagree, in bytes of the article's text, in its order; at least one.
    pub spans: Vec<Span>,
}

/// Everything there is to say about `article`, in its order. Costs a reading of the whole text.
pub fn of(article: &Article) -> Vec<Advice> {
    lint::findings(article)
        .into_iter()
        .filter(|finding| !finding.spans.is_empty())
        .map(|one| told(article, one))
        .collect()
}

fn told(article: &Article, finding: LintFinding) -> Advice {
    let LintFinding { kind, weight, says, spans } = finding;
    let words: Vec<&str> = spans.iter().map(|span| article.words(*span)).collect();
    let name = format!("{}: {}", kind.code(), words.join(" … ")).into();
    Advice { name, code: kind.code(), says, weight, spans }
}

/// What there is to say about a session's article and nobody has put away.
pub fn open(session: &Session) -> Vec<Advice> {
    let mut all = of(&session.article);
    all.retain(|advice| !advice.is_waived(session.waived()));
    all
}

impl Advice {
    /// True when a reviewer has put it away.
    pub fn is_waived(&self, waived: &Waived) -> bool {
        waived.contains(&self.name)
    }

    /// True when one of its places lies in the words of `claim`.
    pub fn touches(&self, claim: &Claim) -> bool {
        self.spans.iter().any(|span| span.overlaps(claim.span))
    }

    /// Where it stands: the first of its places.
    pub fn place(&self) -> Span {
        self.spans.first().copied().unwrap_or(Span::new(0, 0))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::review::{Block, BlockKind, Change, Claims, Edit, Stamp, Swap};

    fn session() -> Session {
        let text = "The council met on Monday, 13 May 2025. Of 31 offices, 27 were listed and 4 were not.";
        let block = Block::new(BlockKind::Paragraph, Span::new(0, text.len()));
        let mut article = Article::new("Council", text, vec![block]).unwrap();
        "en".clone_into(&mut article.language);
        Session::new("s", article, Claims::default())
    }

    fn waive(session: &mut Session, name: &str, away: bool) {
        let change = Change::Waive(name.into(), Swap::new(!away, away));
        let (by, at) = (Arc::from("anna"), Stamp::from("2026-11-23T12:00:00Z"));
        session.commit(Edit { claim: None, change }, &by, &at).unwrap();
    }

    #[test]
    fn what_is_put_away_stays_away_and_comes_back_by_undo() {
        let mut session = session();
        let [advice] = &*open(&session) else { panic!("{:?}", open(&session)) };
        assert_eq!((advice.code, advice.article_words(&session)), ("weekday", "Monday … 13 May 2025".to_owned()));
        waive(&mut session, &advice.name, true);
        assert_eq!(open(&session), []);
        session.undo(&Arc::from("anna"), &Stamp::from("2026-11-23T12:01:00Z")).unwrap();
        assert_eq!(open(&session).len(), 1);
    }

    #[test]
    fn two_copies_that_put_away_different_things_merge_to_both() {
        let (mut ours, mut theirs) = (session(), session());
        waive(&mut ours, "sum: 1", true);
        waive(&mut theirs, "sum: 2", true);
        let merged = crate::review::merge(&ours, &theirs).unwrap().session;
        assert!(merged.waived().contains("sum: 1") && merged.waived().contains("sum: 2"));
    }

    impl Advice {
        fn article_words(&self, session: &Session) -> String {
            self.spans.iter().map(|span| session.article.words(*span)).collect::<Vec<_>>().join(" … ")
        }
    }
}
