//! Noun phrases: the one that ends before a verb, the one that begins after it, and the subject of the whole sentence.

use super::sentence::{TaggedSentence, TokenRun};
use crate::propose::tokens::{Token, TokenKind, WordClass};

/// The most tokens a noun phrase may have.
const LONGEST: usize = 40;

impl TaggedSentence<'_> {
    /// The noun phrase whose last token stands before `end`, reaching back to the beginning of its clause.
    pub(super) fn phrase_before(self, end: usize) -> Option<TokenRun> {
        let last = end.checked_sub(1)?;
        if self.is(last, WordClass::PRONOUN) && !self.is(last, WordClass::WH) {
            return TokenRun::new(last, end);
        }
        let mut start = end;
        let mut and = None;
        while let Some(at) = start.checked_sub(1).filter(|at| end - at <= LONGEST) {
            let token = self.get(at)?;
            match token.kind {
                TokenKind::Word | TokenKind::Aside => {}
                TokenKind::Comma if and.is_some() && self.lists(at) => {}
                TokenKind::Quote if self.scare(at) => {}
                TokenKind::Quote
                | TokenKind::Comma
                | TokenKind::Colon
                | TokenKind::Dash
                | TokenKind::Mark
                | TokenKind::Sign => break,
            }
            let example = self.says(at, "as") && at.checked_sub(1).is_some_and(|at| self.says(at, "such"));
            let clause = token.is(WordClass::WH | WordClass::SUBORD | WordClass::BUT | WordClass::OBJECT)
                && !self.inside_name(at)
                && !example;
            let subject = token.is(WordClass::PRONOUN);
            // "She wants to see the results": what was walked over holds the verb, so it is no subject.
            if subject && start < end && !self.upper(start) && !self.is(start, WordClass::DET) || self.infinitive(at) {
                return None;
            }
            if clause || subject || self.says(at, "to") && self.get(at + 1).is_some_and(|next| next.cue.is_some()) {
                break;
            }
            if self.verb(at) {
                start = and.map_or(start, |and| and + 1);
                break;
            }
            if token.is(WordClass::AND) && !self.inside_name(at) {
                if at == 0 || self.parts(at) {
                    break;
                }
                and = Some(at);
            }
            start = at;
        }
        self.trimmed(TokenRun { start, end })
    }

    /// "to see the results" with "to" at `at`: a verb, not a place.
    fn infinitive(self, at: usize) -> bool {
        let verb =
            self.get(at + 1).is_some_and(|next| !next.capital && next.is_plain() && next.kind == TokenKind::Word);
        self.says(at, "to") && verb && (self.is(at + 2, WordClass::DET | WordClass::OBJECT) || self.upper(at + 2))
    }

    /// A quotation of a few words inside a noun phrase: the “History” section.
    fn scare(self, at: usize) -> bool {
        let words = self.word(at).split(' ').count();
        let noun = self.get(at + 1).is_some_and(|next| {
            next.kind == TokenKind::Word && next.cue.is_none() && !next.is(WordClass::AUX | WordClass::PREP)
        });
        words < 4
            && noun
            && self.before(at).is_some_and(|before| before.kind == TokenKind::Word && before.cue.is_none())
    }

    /// A comma at `at` parts the members of a list: U.S., European and Russian.
    fn lists(self, at: usize) -> bool {
        let member = |at: usize| self.upper(at) && !self.is(at, WordClass::WHEN);
        let before = at.checked_sub(1).is_some_and(member);
        before && (member(at + 1) || self.is(at + 1, WordClass::AND)) && !self.leads(at)
    }

    /// Is the comma at `at` the end of an opening phrase: "In Paris, …"?
    fn leads(self, at: usize) -> bool {
        let near = at.saturating_sub(3);
        (near..at).any(|at| self.is(at, WordClass::PREP)) && near == 0
    }

    /// Does "and" at `at` part two clauses rather than two nouns? What stands before it tells.
    fn parts(self, at: usize) -> bool {
        let Some(before) = self.before(at) else { return true };
        let noun = before.capital || before.is(WordClass::PEOPLE | WordClass::ROLE) || self.word(at - 1).ends_with('s');
        let lower_pair = !self.upper(at + 1) && before.kind == TokenKind::Word;
        before.kind != TokenKind::Word && before.kind != TokenKind::Aside || !(noun || lower_pair)
    }

    /// A small word between two capitals belongs to a name: Bank of America, Johnson & Johnson, Who.
    fn inside_name(self, at: usize) -> bool {
        self.upper(at) && at > 0 || self.word(at) == "&"
    }

    /// `run` without what cannot open or close a noun phrase.
    pub(super) fn trimmed(self, run: TokenRun) -> Option<TokenRun> {
        let TokenRun { mut start, mut end } = run;
        while start < end {
            let opens = self.is(start, WordClass::ADV | WordClass::AND | WordClass::BUT | WordClass::CLITIC)
                && !self.keeps(start, end)
                || !matches!(self.kind(start), Some(TokenKind::Word));
            let time = self.is(start, WordClass::WHEN) && !self.keeps(start, end);
            if !(opens || time) {
                break;
            }
            start += 1;
        }
        if self.is(start, WordClass::PREP) && !self.says(start, "per") {
            start = self.after_opening(TokenRun { start, end })?;
        }
        while end > start && self.dangles(end - 1) {
            end -= 1;
        }
        TokenRun::new(start, end)
    }

    /// A word that could open the clause but belongs to the phrase: "Both men", "Just Stop Oil", "Last year's report".
    fn keeps(self, start: usize, end: usize) -> bool {
        let more = start + 1 < end;
        more && (self.is(start, WordClass::DET | WordClass::PEOPLE) && !self.is(start, WordClass::WHEN)
            || self.upper(start) && self.upper(start + 1) && start > 0)
            || more && self.is(start, WordClass::WHEN) && self.upper(start) && self.upper(start + 1)
    }

    fn dangles(self, at: usize) -> bool {
        self.is(at, WordClass::ADV | WordClass::CLITIC | WordClass::AND | WordClass::PREP | WordClass::DET)
            && !self.is(at, WordClass::PEOPLE | WordClass::PRONOUN)
            && !self.upper(at)
            || matches!(self.kind(at), Some(TokenKind::Comma | TokenKind::Aside | TokenKind::Dash | TokenKind::Mark))
    }

    /// Where the noun begins in "In Paris the mayor", "On Monday Roe"; `None` when it all belongs to the preposition.
    fn after_opening(self, run: TokenRun) -> Option<usize> {
        let comma = (run.start..run.end).rev().find(|at| self.kind(*at) == Some(TokenKind::Comma));
        if let Some(comma) = comma.filter(|comma| comma + 1 < run.end) {
            return Some(comma + 1);
        }
        (run.start + 2..run.end).find(|at| {
            let apart = !self.is(at - 1, WordClass::PREP | WordClass::DET | WordClass::AND) && !self.possessive(at - 1);
            let name = self.upper(*at) && !self.upper(at - 1) || self.upper(*at) && self.is(at - 1, WordClass::WHEN);
            apart && (self.is(*at, WordClass::DET) || name) && !self.is(*at, WordClass::WHEN)
        })
    }

    /// The noun phrase that begins at `start`, up to the end of its clause or its first verb.
    pub(super) fn phrase_after(self, start: usize) -> Option<TokenRun> {
        if self.is(start, WordClass::PRONOUN) {
            return TokenRun::new(start, start + 1);
        }
        let mut end = start;
        while let Some(token) = self.get(end).filter(|_| end - start < LONGEST) {
            let word = matches!(token.kind, TokenKind::Word | TokenKind::Aside);
            let clause =
                token.is(WordClass::WH | WordClass::SUBORD | WordClass::BUT | WordClass::PRONOUN | WordClass::OBJECT)
                    && !self.inside_name(end);
            let time = end > start && token.is(WordClass::WHEN) && !(token.capital && self.upper(end - 1));
            let list = token.kind == TokenKind::Comma && self.continues_list(end);
            if !word && !list
                || clause
                || time
                || end > start && (self.verb(end) || self.adjunct(end) || self.finite(end) || self.gerund(end))
            {
                break;
            }
            let adverb = token.is(WordClass::ADV) && !token.capital && !token.is(WordClass::DET);
            let next = end > start && token.is(WordClass::DET) && !token.capital && self.upper(end - 1);
            let ends = next || token.is(WordClass::AND) && !self.pairs(end);
            if adverb && end > start || ends {
                break;
            }
            end += 1;
        }
        self.trimmed(TokenRun { start, end })
    }

    /// Does an unknown verb seem to stand at `at`: "prevented the", "needs to"?
    pub(super) fn finite(self, at: usize) -> bool {
        let Some(before) = self.before(at).filter(|before| {
            before.kind == TokenKind::Word && !before.is(WordClass::DET | WordClass::PREP | WordClass::AND)
        }) else {
            return false;
        };
        let lower = !self.upper(at) && self.get(at).is_some_and(Token::is_plain);
        let object = self.is(at + 1, WordClass::DET | WordClass::OBJECT | WordClass::PREP | WordClass::ADV)
            && !self.says(at + 1, "by")
            && !self.says(at + 1, "of");
        let last = self.kind(at + 1).is_none_or(|kind| kind != TokenKind::Word);
        let past = self.word(at).ends_with("ed") && (object || last || self.upper(at + 1));
        let present = self.word(at).ends_with('s')
            && before.capital
            && (self.says(at + 1, "to") || self.is(at + 1, WordClass::DET | WordClass::OBJECT));
        lower && (past || present)
    }

    /// "of hiding", "for saying": a preposition with an act, which is no part of who.
    fn gerund(self, at: usize) -> bool {
        let act = self.word(at + 1);
        self.is(at, WordClass::PREP) && act.len() > 5 && act.ends_with("ing") && !self.upper(at + 1)
    }

    /// "U.S., European and …" after the comma at `at`: more of the same list, with its "and" near.
    fn continues_list(self, at: usize) -> bool {
        let adjective = self.is(at + 2, WordClass::AND)
            || self.kind(at + 2) == Some(TokenKind::Comma) && self.is(at + 4, WordClass::AND);
        self.lists(at) && adjective
    }

    /// Does "and" at `at` join nouns: "Roe and Doe", "current and former"?
    fn pairs(self, at: usize) -> bool {
        let alike = self.before(at).is_some_and(|before| before.capital == self.upper(at + 1));
        let verb = self
            .get(at + 1)
            .is_some_and(|next| next.cue.is_some() || next.is(WordClass::AUX | WordClass::ADV | WordClass::DEED));
        alike && !verb
    }

    /// "in a statement", "on Monday", "at a rally": says when and where, and is no part of who.
    pub(super) fn adjunct(self, at: usize) -> bool {
        if !self.is(at, WordClass::PREP) || self.says(at, "of") || self.says(at, "from") {
            return false;
        }
        let time =
            self.is(at + 1, WordClass::WHEN) || self.is(at + 1, WordClass::DET) && self.is(at + 2, WordClass::WHEN);
        let number = self.word(at + 1).starts_with(|c: char| c.is_ascii_digit()) && self.says(at, "in");
        let within = self.says_any(at, &["in", "at", "on", "during", "via", "through", "after", "before"]);
        let medium = within
            && (at + 1..at + 6)
                .take_while(|at| !self.is(*at, WordClass::PREP))
                .any(|at| self.is(at, WordClass::MEDIUM) && !self.upper(at));
        time || number || medium
    }

    /// Where the sentence begins after its dateline: "LONDON (AP) -- …".
    pub(super) fn dateline(self) -> usize {
        let dash = (1..10).find(|at| self.kind(*at) == Some(TokenKind::Dash));
        let place = |dash: &usize| {
            self.upper(0)
                && self.word(0).chars().all(|c| c.is_uppercase() || c == '.')
                && self.word(0).len() > 2
                && (0..*dash).all(|at| {
                    self.upper(at)
                        || self.kind(at) != Some(TokenKind::Word)
                        || self.word(at).starts_with(|c: char| c.is_ascii_digit())
                })
        };
        dash.filter(place).map_or(0, |dash| dash + 1)
    }

    /// Does the opening phrase end at `at`: with a comma, its own or one inside a quotation, but not that of a date?
    fn opening_ends(self, at: usize) -> bool {
        let year =
            self.word(at + 1).starts_with(|c: char| c.is_ascii_digit()) && self.kind(at + 2) == Some(TokenKind::Comma);
        match self.kind(at) {
            Some(TokenKind::Comma) => !year,
            Some(TokenKind::Quote) => self.word(at).trim_end_matches(['"', '”', '’', '\'']).ends_with(','),
            _ => false,
        }
    }

    /// "Dressed in black", "Citing the cost" at the beginning of a sentence: says how, not who.
    fn participial(self, at: usize) -> bool {
        let word = self.word(at);
        let form = self.get(at).is_some_and(Token::is_plain) && (word.ends_with("ed") || word.ends_with("ing"));
        form && self.is(at + 1, WordClass::PREP | WordClass::DET | WordClass::ADV)
    }

    /// Do the capitals at `start`, where a clause begins, only describe the noun in small letters behind them, which its verb
    /// follows: "Angry residents said", "Twelve U.S. states sued"?
    pub(super) fn describes(self, start: usize) -> bool {
        let noun = start + self.capitals_from(start);
        let verbal = self.verb(noun) || self.finite(noun) || self.is(noun, WordClass::ADV);
        let small = self.kind(noun) == Some(TokenKind::Word) && !self.upper(noun) && noun > start && !verbal;
        let known = self.is(noun, WordClass::PEOPLE | WordClass::BODY | WordClass::PAPER);
        let plain = |next: &Token<'_>| next.is_plain() || next.is(WordClass::PLACE);
        let unknown = self.cue(noun).is_none() && self.get(noun).is_some_and(plain);
        let follows = self.verb(noun + 1) || self.auxiliary(noun + 1) || self.finite(noun + 1);
        small && (known || unknown && follows && !self.is(start, WordClass::TITLE))
    }

    /// The subject of the sentence, or of its clause after the opening phrase.
    pub(super) fn subject(self) -> Option<TokenRun> {
        let mut start = self.dateline();
        while self.is(start, WordClass::ADV | WordClass::AND | WordClass::BUT)
            || matches!(self.kind(start), Some(TokenKind::Comma | TokenKind::Dash))
        {
            start += 1;
        }
        let participle = self.participial(start) || self.get(start).is_some_and(|token| token.cue.is_some());
        let opening = participle || self.is(start, WordClass::PREP | WordClass::SUBORD | WordClass::WHEN);
        if opening {
            let near = start + 1..self.tokens.len().min(start + LONGEST);
            let verbal = participle || self.is(start, WordClass::SUBORD);
            let stop = near.clone().find(|at| self.opening_ends(*at) || self.auxiliary(*at))?;
            if self.auxiliary(stop) && !verbal {
                return self.phrase_before(stop);
            }
            start = near.clone().find(|at| self.opening_ends(*at))? + 1;
        }
        let named = self.capitals_from(start);
        if named > 0
            && !self.describes(start)
            && !self.is(start, WordClass::DET | WordClass::PRONOUN)
            && !self.is(start + named, WordClass::PREP | WordClass::CLITIC)
            && !self.is(start + named, WordClass::AND)
        {
            let words =
                self.get(start + named).is_some_and(|next| next.kind == TokenKind::Word && next.is(WordClass::ROLE));
            if !words {
                return TokenRun::new(start, start + named);
            }
        }
        self.phrase_after(start)
    }
}
