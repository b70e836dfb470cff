//! A noun phrase to the name of a speaker: titles and trades off, the person behind a paper, the outlet that passed it on.

use super::sentence::{TaggedSentence, TokenRun};
use crate::propose::tokens::{TokenKind, WordClass};

/// A speaker as a stretch of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SpeakerName {
    /// The words that name them.
    pub(super) run: TokenRun,
    /// Who cites them: "officials cited by the Journal".
    pub(super) via: Option<TokenRun>,
}

impl TaggedSentence<'_> {
    /// The name in the noun phrase `phrase`.
    pub(super) fn name(self, phrase: TokenRun) -> SpeakerName {
        if phrase.len() == 1 && self.kind(phrase.end) != Some(TokenKind::Comma) {
            return SpeakerName { run: phrase, via: None };
        }
        let phrase = self.named_after(phrase).unwrap_or(phrase);
        let (run, via) = self.uncited(phrase);
        let run = self.behind_paper(run).unwrap_or(run);
        let run = self.person(run).unwrap_or(run);
        SpeakerName { run: self.tidied(run), via }
    }

    /// The name in apposition after an office: "the mayor, Anna Roe".
    fn named_after(self, phrase: TokenRun) -> Option<TokenRun> {
        let start = phrase.end + 1;
        let titles = (start..self.tokens.len())
            .take_while(|at| {
                self.is(*at, WordClass::TITLE | WordClass::ROLE)
                    || self.says(*at, "state") && self.is(at + 1, WordClass::TITLE)
            })
            .count();
        let start = start + titles;
        let len = self.capitals_from(start);
        let parted = self.kind(phrase.end) == Some(TokenKind::Comma)
            && self.kind(start + len).is_none_or(|kind| kind != TokenKind::Word);
        let office = self.run(phrase).iter().any(|token| token.is(WordClass::ROLE | WordClass::TITLE))
            && !self.upper(phrase.end - 1);
        (parted && len > 1 && office).then_some(TokenRun { start, end: start + len })
    }

    /// "officials cited by the Journal": the officials, and the Journal.
    fn uncited(self, phrase: TokenRun) -> (TokenRun, Option<TokenRun>) {
        let cited = (phrase.start + 1..phrase.end).find(|at| {
            self.says_any(
                *at,
                &["cited", "quoted", "interviewed", "seen", "obtained", "reviewed", "contacted", "polled"],
            ) && self.says(at + 1, "by")
        });
        let Some(at) = cited else { return (phrase, None) };
        let via = self.phrase_after(at + 2).map(|via| TokenRun { end: via.end.min(phrase.end), ..via });
        (TokenRun { end: at, ..phrase }, via.filter(|via| via.start < via.end))
    }

    /// "a book authored by Roe", "a Journal report", "Roe's letter": who stands behind the paper.
    fn behind_paper(self, phrase: TokenRun) -> Option<TokenRun> {
        let paper = (phrase.start..phrase.end).find(|at| self.is(*at, WordClass::PAPER) && !self.upper(*at))?;
        let by = (paper + 1..phrase.end).find(|at| self.says(*at, "by"));
        if let Some(by) = by.filter(|by| *by <= paper + 2) {
            return self
                .phrase_after(by + 1)
                .map(|agent| TokenRun { end: agent.end.min(phrase.end), ..agent })
                .filter(|agent| agent.start < agent.end);
        }
        let owner = (phrase.start + 1..paper).find(|at| self.possessive(*at)).filter(|at| self.upper(at - 1));
        if let Some(owner) = owner {
            return TokenRun::new(phrase.start, owner);
        }
        let names = (phrase.start..paper).rev().take_while(|at| self.upper(*at)).count();
        let run = TokenRun::new(paper - names, paper).filter(|run| !self.is(run.start, WordClass::DET));
        let story =
            ["report", "story", "article", "editorial", "investigation"].iter().any(|word| self.says(paper, word));
        run.filter(|run| story && self.run(*run).iter().any(|token| token.is(WordClass::OUTLET)))
    }

    /// "Council spokesman Peter Holm on Thursday": Peter Holm.
    fn person(self, phrase: TokenRun) -> Option<TokenRun> {
        if let Some(envoy) = self.after_office(phrase) {
            return Some(envoy);
        }
        let end = (phrase.start + 1..phrase.end)
            .find(|at| self.cuts(*at) && !(self.upper(at - 1) && self.upper(at + 1) && self.says(*at, "of")))
            .unwrap_or(phrase.end);
        let end = self.without_suffixes(phrase.start, end);
        let joins = |at: usize| self.is(at, WordClass::AND) && !self.upper(at) && self.upper(at + 1);
        if (phrase.start..end).any(joins) || self.is(end - 1, WordClass::BODY | WordClass::OUTLET) {
            return None;
        }
        let tail = self.tail(phrase.start, end)?;
        let run = self.since_first(self.since_title(tail));
        let words = self.run(run).iter().filter(|token| token.capital).count();
        let before = run.start.checked_sub(1).filter(|at| *at >= phrase.start);
        let Some(before) = before else { return self.plain_name(phrase, end) };
        let plural = self.word(run.end - 1).ends_with('s') && !self.is(run.start, WordClass::FIRST);
        let owned = self.possessive(before) && words == 2 && !plural;
        let office = self.is(before, WordClass::TITLE | WordClass::ROLE) || run != tail || owned;
        let small = WordClass::AND | WordClass::PREP | WordClass::DET;
        let first = self.is(run.start, WordClass::FIRST) && !self.is(before, small);
        match words {
            0 => None,
            1 if self.is(before, WordClass::TITLE) && self.upper(before) => Some(TokenRun { start: before, ..run }),
            1 => (self.is(before, WordClass::ROLE) && !self.upper(before)).then_some(run),
            _ => (office || first).then_some(run),
        }
    }

    /// "Ambassador to the United States Karim Azizi": an office of many words, then a first name that is known.
    fn after_office(self, phrase: TokenRun) -> Option<TokenRun> {
        let tail = self.tail(phrase.start, self.without_suffixes(phrase.start, phrase.end))?;
        let office = (phrase.start..tail.start).any(|at| self.is(at, WordClass::TITLE | WordClass::ROLE));
        let run = self.since_first(tail);
        (office && run != tail).then_some(run)
    }

    /// The capitals that end the phrase, with nicknames and asides among them.
    fn tail(self, start: usize, end: usize) -> Option<TokenRun> {
        let part = |at: &usize| self.upper(*at) || matches!(self.kind(*at), Some(TokenKind::Quote | TokenKind::Aside));
        let len = (start..end).rev().take_while(part).count();
        TokenRun::new(end - len, end)
    }

    /// `run` after its last title or trade: "Prime Minister Anna Roe".
    fn since_title(self, run: TokenRun) -> TokenRun {
        let more = |at: usize| self.capitals_from(at + 1) + at + 1 >= run.end;
        let title = (run.start..run.end.saturating_sub(1)).rev().find(|at| {
            let title = self.is(*at, WordClass::TITLE) && !self.is(*at, WordClass::FIRST);
            title || self.is(*at, WordClass::ROLE) && !self.is(*at, WordClass::FIRST) && at + 2 < run.end && more(*at)
        });
        title.map_or(run, |at| TokenRun { start: at + 1, ..run })
    }

    /// "Islamic Relations Alia Salem": the name begins with the first name that is known, when others stand before it.
    fn since_first(self, run: TokenRun) -> TokenRun {
        let first = (run.start + 1..run.end.saturating_sub(1)).find(|at| self.is(*at, WordClass::FIRST));
        let known = self.is(run.start, WordClass::FIRST)
            || self.word(run.start).len() < 3
            || self.word(run.start).ends_with('.');
        first.filter(|_| !known && run.len() > 2).map_or(run, |start| TokenRun { start, ..run })
    }

    /// A name with what follows it cut: "Roe of the council".
    fn plain_name(self, phrase: TokenRun, end: usize) -> Option<TokenRun> {
        let run = TokenRun::new(phrase.start, end)?;
        let named = self.run(run).iter().all(|token| token.capital)
            && !self.is(run.start, WordClass::DET | WordClass::BODY | WordClass::OUTLET);
        (named && self.is(run.start, WordClass::FIRST | WordClass::TITLE)).then_some(run)
    }

    /// A preposition or a mark that ends the name itself.
    fn cuts(self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Comma | TokenKind::Dash | TokenKind::Mark | TokenKind::Colon))
            || self.is(at, WordClass::PREP) && !self.upper(at)
    }

    fn without_suffixes(self, start: usize, end: usize) -> usize {
        let mut end = end;
        while end > start + 1 && self.kind(end - 1) == Some(TokenKind::Aside) {
            end -= 1;
        }
        end
    }

    /// Adjuncts, asides and possessives off the end; time and adverbs off the beginning.
    fn tidied(self, run: TokenRun) -> TokenRun {
        let TokenRun { mut start, mut end } = run;
        let named = self.upper(start) && !self.is(start, WordClass::DET);
        let paper = (start..end).find(|at| self.is(*at, WordClass::PAPER) && !self.upper(*at)).unwrap_or(end);
        let adjunct = (start + 1..end).find(|at| {
            let made =
                *at > paper && !self.upper(*at) && (self.word(*at).ends_with("ed") || self.word(*at).ends_with("ing"));
            let not = self.says(*at, "not");
            let place = named && self.says_any(*at, &["in", "at", "on", "during"]);
            self.adjunct(*at) || place || made || not
        });
        end = adjunct.unwrap_or(end);
        while end > start + 1
            && (!matches!(self.kind(end - 1), Some(TokenKind::Word))
                || self.possessive(end - 1)
                || self.is(end - 1, WordClass::WHEN) && !self.upper(end - 1))
        {
            end -= 1;
        }
        while start + 1 < end && self.kind(start) != Some(TokenKind::Word) {
            start += 1;
        }
        TokenRun { start, end }
    }

    /// Is the name one of a newspaper, an agency, a broadcaster, or a word for one?
    pub(super) fn outlet(self, run: TokenRun) -> bool {
        let tokens = self.run(run);
        let Some(last) = tokens.last() else { return false };
        let person = tokens.iter().any(|token| {
            token.is(WordClass::FIRST | WordClass::TITLE | WordClass::ROLE) && !token.is(WordClass::OUTLET)
        });
        let named = last.capital && tokens.iter().any(|token| token.capital && token.is(WordClass::OUTLET));
        let general = [
            "newspaper",
            "magazine",
            "outlet",
            "broadcaster",
            "paper",
            "network",
            "website",
            "tabloid",
            "daily",
            "weekly",
        ];
        let word = general.contains(&last.text) && tokens.len() < 4;
        !person && (named || word)
    }

    /// The outlet that somebody speaks to: "told the Journal", "in an interview with the Journal".
    pub(super) fn addressed_outlet(self, verb: usize) -> Option<TokenRun> {
        if self.says_any(verb, &["told", "tells", "telling", "tell"]) {
            let hearer = self.phrase_after(verb + 1).filter(|hearer| self.outlet(*hearer));
            if hearer.is_some() {
                return hearer.map(|hearer| self.tidied(hearer));
            }
        }
        let with = (0..self.tokens.len())
            .find(|at| self.says(*at, "interview") && (self.says(at + 1, "with") || self.says(at + 1, "on")))?;
        self.phrase_after(with + 2).filter(|outlet| self.outlet(*outlet)).map(|outlet| self.tidied(outlet))
    }
}
