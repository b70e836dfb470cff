//! The policy: what a newsroom asks of a claim before it calls it settled. (Elsewhere: quality gate.)
//!
//! The settings hold one, and a file beside a session may hold another. With none, a claim is settled when it is marked or
//! dismissed, its readers agree and its copies are in no conflict.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::field::Rank;
use super::{Claim, Query, Reply, Session, Source, Status, Support, Tally, versions};
use crate::text::gate;

/// What is asked of every claim; the default asks for no more than a verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Policy {
    /// Sources that bear out each verified claim, at least.
    pub sources: usize,
    /// Sources that bear out each verified claim with a figure in it, at least.
    pub sources_for_figures: usize,
    /// One of a verified claim's sources is primary.
    pub primary: bool,
    /// Every query is answered or withdrawn.
    pub answered: bool,
    /// Claims with one of these tags accuse somebody: a right of reply was offered.
    pub right_of_reply: Vec<String>,
    /// Readers with a verdict of their own on each claim, at least.
    pub readings: usize,
    /// What contradicts itself is mended or put away: asked of the article, and of no claim.
    pub contradictions: bool,
}

/// Why a claim is not settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Breach {
    /// Nobody has marked it.
    Unchecked,
    /// Readers came to different verdicts.
    Differs,
    /// Its verdict is a word that this version does not know: of a later one, or misspelt.
    Strange(String),
    /// Copies of the session have other versions of these fields, one that several have otherwise as often.
    Conflict(Vec<String>),
    /// It has so many sources that bear it out, of so many that are asked for.
    Sources(usize, usize),
    /// None of its sources is primary.
    NotPrimary,
    /// So many queries are open.
    Unanswered(usize),
    /// It has this tag, and nobody was offered a reply.
    NoReply(String),
    /// It has so many readings, of so many.
    Readings(usize, usize),
}

impl Policy {
    /// True when it asks for no more than a verdict.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// What the verdict on `claim` of `session` lacks, the gravest first; empty for a claim without one. Where copies of the session
    /// are in conflict, that is told by itself.
    pub fn missed(&self, claim: &Claim, session: &Session) -> Vec<Breach> {
        if self.is_none() || matches!(claim.status(), Status::Unchecked | Status::Differs | Status::Dismissed) {
            return Vec::new();
        }
        let mut missed = self.breaches(claim, session);
        missed.retain(|breach| !matches!(breach, Breach::Conflict(_)));
        missed
    }

    /// True when `claim` has a verdict that is less than this asks for: it does not settle the claim. This is what is counted, listed
    /// and reported as *against the policy*.
    pub fn is_missed_by(&self, claim: &Claim, session: &Session) -> bool {
        !self.missed(claim, session).is_empty()
    }

    /// How many claims of `session` are in each state, where a verdict that is less than this asks for counts as none.
    pub fn tally(&self, session: &Session) -> Tally {
        let mut tally = *session.claims().tally();
        if !self.is_none() {
            let missed = session.claims().iter().filter(|claim| self.is_missed_by(claim, session));
            missed.for_each(|claim| tally.reopen(claim.status(), 1));
        }
        tally
    }

    /// Why `claim` of `session` is not settled, the gravest first; empty when it is.
    pub fn breaches(&self, claim: &Claim, session: &Session) -> Vec<Breach> {
        let mut found = Vec::new();
        let status = claim.status();
        let fields: Vec<String> = claim.record.conflicts.iter().map(|conflict| conflict.field.clone()).collect();
        found.extend((!fields.is_empty()).then_some(Breach::Conflict(fields)));
        match status {
            Status::Unchecked => found.push(Breach::Unchecked),
            Status::Differs => found.push(Breach::Differs),
            Status::Verified => self.carried(claim, session.exact(claim), &mut found),
            Status::Other => found.extend(claim.mark.as_ref().map(|mark| Breach::Strange(mark.verdict.to_string()))),
            Status::Disputed | Status::Unknown | Status::Dismissed => {}
        }
        if status == Status::Dismissed {
            return found;
        }
        let open = claim.record.queries.iter().filter(|query| query.is_open()).count();
        found.extend((self.answered && open > 0).then_some(Breach::Unanswered(open)));
        let accuses = claim.record.tags.iter().find(|tag| self.accuses(tag));
        let offered = claim.record.replies.iter().any(|reply| !reply.who.trim().is_empty());
        found.extend(accuses.filter(|_| !offered).map(|tag| Breach::NoReply(tag.clone())));
        // One name in small and in capital letters is one reader's, whatever stands in it that nobody can see.
        let seen = |name: &str| name.chars().filter(|c| !gate::is_hidden(*c)).flat_map(char::to_lowercase).collect();
        let mut readers: Vec<String> = claim.readings().iter().map(|reading| seen(&reading.by)).collect();
        readers.sort();
        readers.dedup();
        let readings = readers.len();
        let marked = !matches!(status, Status::Unchecked);
        found.extend((marked && readings < self.readings).then_some(Breach::Readings(readings, self.readings)));
        found
    }

    /// True for a tag of claims that accuse somebody, in whatever letters.
    fn accuses(&self, tag: &str) -> bool {
        self.right_of_reply.iter().any(|one| one.trim().to_lowercase() == tag.trim().to_lowercase())
    }

    /// What a verified claim lacks.
    fn carried(&self, claim: &Claim, words: &str, found: &mut Vec<Breach>) {
        let figure = words.contains(|c: char| c.is_numeric());
        let wanted = if figure { self.sources.max(self.sources_for_figures) } else { self.sources };
        let bear_out = |source: &&super::Source| source.stance != Some(Support::Contradicts);
        // The same page twice is one source, and so is what is written down twice without an address.
        let borne: Vec<&Source> = claim.record.sources.iter().filter(bear_out).collect();
        let is_other = |(at, source): &(usize, &&Source)| !borne.iter().take(*at).any(|before| is_one(before, source));
        let sources = borne.iter().enumerate().filter(is_other).count();
        found.extend((sources < wanted).then_some(Breach::Sources(sources, wanted)));
        let primary = claim.record.sources.iter().any(|source| source.rank == Some(Rank::Primary));
        found.extend((self.primary && sources > 0 && !primary).then_some(Breach::NotPrimary));
    }
}

/// True when both are the same source.
fn is_one(one: &Source, other: &Source) -> bool {
    let place = |source: &Source| {
        let [title, locator] = [&source.title, &source.locator].map(|text| text.trim().to_lowercase());
        (title, locator, source.evidence.clone())
    };
    match (one.url.trim(), other.url.trim()) {
        ("", "") => place(one) == place(other),
        (url, other) => url.trim_end_matches('/') == other.trim_end_matches('/'),
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unchecked => f.write_str("unchecked"),
            Self::Differs => f.write_str("readers differ"),
            Self::Strange(word) => write!(f, "\u{201c}{word}\u{201d} is no verdict that this version knows"),
            Self::Conflict(fields) => f.write_str(&versions::counted(fields)),
            Self::Sources(0, _) => f.write_str("no source"),
            Self::Sources(has, wanted) => write!(f, "{has} of {wanted} sources"),
            Self::NotPrimary => f.write_str("no primary source"),
            Self::Unanswered(1) => f.write_str("a query is open"),
            Self::Unanswered(open) => write!(f, "{open} queries are open"),
            Self::NoReply(tag) => write!(f, "tagged {tag}, and nobody was offered a reply"),
            Self::Readings(1, wanted) => write!(f, "1 of {wanted} readings"),
            Self::Readings(has, wanted) => write!(f, "{has} of {wanted} readings"),
        }
    }
}

/// What a reader of TOML says of a mistake in a policy, without the words of this program's own language.
pub fn in_plain_words(says: &str) -> String {
    let plain = [
        ("expected usize", "expected a whole number, 0 or more"),
        ("expected a boolean", "expected true or false"),
        ("expected a sequence", "expected a list, as in [\"accusation\"]"),
        ("expected struct Policy", "expected lines such as sources = 1"),
    ];
    plain.iter().fold(says.to_owned(), |says, (from, to)| says.replace(from, to))
}

/// What is still owed to a claim: its open queries and rights of reply, each with whoever owes the answer.
pub fn owed(claim: &Claim) -> impl Iterator<Item = (&str, &str)> {
    let queries = claim.record.queries.iter().filter(|query| query.is_open());
    let replies = claim.record.replies.iter().filter(|reply| reply.is_open());
    let asked = queries.map(|query: &Query| (query.to.as_str(), query.question.as_str()));
    asked.chain(replies.map(|reply: &Reply| (reply.who.as_str(), "right of reply")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{
        Article, Block, BlockKind, ClaimId, Claims, Conflict, Extra, Mark, Origin, Reading, Span, Verdict,
    };

    fn session(claim: impl FnOnce(&mut Claim)) -> Session {
        let text = "The ferry carried 310 people.";
        let span = Span::new(0, text.len());
        let article = Article::new("Ferry", text, vec![Block::new(BlockKind::Paragraph, span)]).unwrap();
        let mut one = Claim::new(ClaimId::from("k1"), span, Origin::Proposed);
        one.mark = Some(Mark { verdict: Verdict::Verified, by: "anna".into(), at: "2026-11-23T09:00:00Z".into() });
        claim(&mut one);
        Session::new("s", article, Claims::from_iter([one]))
    }

    fn told(policy: &Policy, session: &Session) -> String {
        let claim = session.claims().get(0).unwrap();
        policy.breaches(claim, session).iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    }

    fn source(rank: Rank, stance: Support) -> Source {
        Source { title: "Log".to_owned(), rank: Some(rank), stance: Some(stance), ..Source::default() }
    }

    #[test]
    fn without_a_policy_a_verdict_is_enough() {
        assert_eq!(told(&Policy::default(), &session(|_| {})), "");
        assert_eq!(told(&Policy::default(), &session(|claim| claim.mark = None)), "unchecked");
    }

    #[test]
    fn each_field_that_copies_have_otherwise_is_named_once_with_how_many_versions_there_are() {
        let said = |fields: &[&str]| {
            let theirs = fields.iter().enumerate().map(|(at, field)| Conflict {
                field: (*field).to_owned(),
                theirs: at.into(),
                by: "bea".to_owned(),
                at: "2026-11-23T09:30:00Z".into(),
                extra: Extra::default(),
            });
            let conflicts: Vec<Conflict> = theirs.collect();
            told(&Policy::default(), &session(|claim| claim.record.conflicts = conflicts.clone()))
        };
        assert_eq!(said(&["note"]), "two versions of its note");
        assert_eq!(said(&["assignee", "note"]), "two versions of its assignee, its note");
        assert_eq!(said(&["assignee", "assignee"]), "three versions of its assignee");
        assert_eq!(said(&["assignee", "note", "assignee"]), "three versions of its assignee, two of its note");
    }

    #[test]
    fn each_thing_that_is_asked_for_is_named_when_it_is_missing() {
        let policy = Policy {
            sources: 1,
            sources_for_figures: 2,
            primary: true,
            answered: true,
            right_of_reply: vec![" Accusation".to_owned()],
            readings: 2,
            contradictions: false,
        };
        // Whoever writes a tag does not mind capitals.
        for tag in ["accusation", "ACCUSATION", "Accusation "] {
            let bare = session(|claim| claim.record.tags = vec![tag.to_owned()]);
            assert_eq!(
                told(&policy, &bare),
                format!("no source; tagged {tag}, and nobody was offered a reply; 1 of 2 readings")
            );
        }
        let one = session(|claim| {
            claim.record.sources =
                vec![source(Rank::Secondary, Support::Supports), source(Rank::Secondary, Support::Contradicts)];
            claim.record.queries = vec![Query { question: "When?".to_owned(), ..Query::to_author(&[]) }];
        });
        assert_eq!(told(&policy, &one), "1 of 2 sources; no primary source; a query is open; 1 of 2 readings");
    }

    #[test]
    fn one_page_is_one_source_and_one_name_one_reader() {
        let policy = Policy { sources: 2, readings: 2, ..Policy::default() };
        let twice = session(|claim| {
            let page = |url: &str| Source { url: url.to_owned(), ..source(Rank::Secondary, Support::Supports) };
            claim.record.sources = vec![page("https://a.example/1"), page("https://a.example/1/")];
            let reading = |by: &str| Reading::from(Mark { verdict: Verdict::Verified, by: by.into(), at: "".into() });
            claim.record.readings = vec![reading("anna"), reading("Anna"), reading("an\u{200b}na")];
        });
        assert_eq!(told(&policy, &twice), "1 of 2 sources; 1 of 2 readings");
    }

    #[test]
    fn one_source_written_down_twice_is_one_without_an_address_too() {
        let policy = Policy { sources: 2, ..Policy::default() };
        let told = |locators: [&str; 2]| {
            let noted = |locator: &str| Source {
                title: "Harbour log".to_owned(),
                locator: locator.to_owned(),
                ..source(Rank::Primary, Support::Supports)
            };
            told(&policy, &session(|claim| claim.record.sources = locators.map(noted).into()))
        };
        assert_eq!(told(["p. 3", "p. 3"]), "1 of 2 sources");
        assert_eq!(told(["p. 3", "p. 9"]), "");
    }

    #[test]
    fn only_a_verdict_is_against_the_policy() {
        let policy = Policy { answered: true, sources: 1, ..Policy::default() };
        let asked = |verdict: Option<Mark>| {
            session(|claim| {
                claim.mark = verdict.clone();
                claim.record.queries = vec![Query { question: "When?".to_owned(), ..Query::to_author(&[]) }];
            })
        };
        let marked = Mark { verdict: Verdict::Verified, by: "anna".into(), at: "".into() };
        let missed = |session: &Session| {
            let claim = session.claims().iter().next().unwrap();
            policy.missed(claim, session).iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
        };
        assert_eq!(missed(&asked(None)), "");
        assert_eq!(missed(&asked(Some(marked))), "no source; a query is open");
    }

    #[test]
    fn what_is_dismissed_owes_nothing() {
        let policy = Policy { sources: 1, readings: 2, answered: true, ..Policy::default() };
        assert_eq!(told(&policy, &session(|claim| claim.dismissed = true)), "");
    }
}
