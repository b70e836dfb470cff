//! What the program says about words of the article without being asked to decide: where it contradicts itself, the calendar or
//! arithmetic. (Elsewhere: diagnostics, hints.) Pure.
//!
//! An advice has a name by which a reviewer puts it away for good: its code with the words it is about, and the sentence that they
//! stand in, where it is one. The same words in the next draft stay put away; other words, or these in another sentence, are another
//! advice.

pub mod stated;

use crate::lint::{self, Certainty, LintFinding};
use crate::review::{Article, Claim, Session, Span, Waived};

/// One thing that is said about words of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What it is called when it is put away: its code, the words it is about, and their sentence, where it is one.
    pub name: Box<str>,
    /// How many bytes of `name` are its code and words alone, by which earlier sessions put it away.
    words: usize,
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
    let LintFinding { kind, weight, says, spans, within } = finding;
    let words: Vec<&str> = spans.iter().map(|span| article.words(*span)).collect();
    let mut name = format!("{}: {}", kind.code(), words.join(" … "));
    let words = name.len();
    if let Some(sentence) = within {
        let sentence: Vec<&str> = article.words(sentence).split_whitespace().collect();
        name = format!("{name} (in: {})", sentence.join(" "));
    }
    Advice { name: name.into(), words, code: kind.code(), says, weight, spans }
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
        self.waived_as(waived).is_some()
    }

    /// The name under which a reviewer has put it away, if one has.
    pub fn waived_as(&self, waived: &Waived) -> Option<&str> {
        let names = [Some(&*self.name), self.name.get(..self.words)];
        names.into_iter().flatten().find(|name| waived.contains(name))
    }

    /// True when one of its places lies in the words of `claim`.
    pub fn touches(&self, claim: &Claim) -> bool {
        self.spans.iter().any(|span| span.overlaps(claim.span))
    }

    /// The claims that its places lie in, by their numbers: "claim 3", "claims 3, 12a"; `None` where they lie in none.
    pub fn claims(&self, session: &Session) -> Option<String> {
        let of_each = self.spans.iter().filter_map(|span| session.claims().touching(*span).next());
        let mut numbers: Vec<String> = of_each.map(|(_, claim)| claim.number.to_string()).collect();
        numbers.dedup();
        let word = if numbers.len() == 1 { "claim" } else { "claims" };
        (!numbers.is_empty()).then(|| format!("{word} {}", numbers.join(", ")))
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
        over("The council met on Monday, 13 May 2025. Of 31 offices, 27 were listed and 4 were not.")
    }

    fn over(text: &str) -> Session {
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
    fn the_same_words_in_another_sentence_are_another_advice() {
        let text = "Rents rose from 40 to 50 crowns, up 20 percent. Fares rose from 40 to 50 crowns, up 20 percent.";
        let mut session = over(text);
        let name = open(&session)[0].name.clone();
        waive(&mut session, &name, true);
        let left = open(&session);
        assert_eq!(left.len(), 1);
        assert!(left[0].name.contains("(in: Fares rose"), "{}", left[0].name);
        // What was put away by its words alone stays away.
        waive(&mut session, "change: 40 … 50 crowns … 20 percent", true);
        assert_eq!(open(&session), []);
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
