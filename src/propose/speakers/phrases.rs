//! Noun phrases: the one that ends before a verb, the one that begins after it, and the subject of the whole sentence.

use super::class::Class;
use super::sentence::{Run, Sentence};
use super::tokens::{Kind, Token};

/// The most tokens a noun phrase may have.
const LONGEST: usize = 40;

impl Sentence<'_> {
    /// The noun phrase whose last token stands before `end`, reaching back to the beginning of its clause.
    pub(super) fn phrase_before(self, end: usize) -> Option<Run> {
        let last = end.checked_sub(1)?;
        if self.is(last, Class::PRONOUN) && !self.is(last, Class::WH) {
            return Run::new(last, end);
        }
        let mut start = end;
        let mut and = None;
        while let Some(at) = start.checked_sub(1).filter(|at| end - at <= LONGEST) {
            let token = self.get(at)?;
            match token.kind {
                Kind::Word | Kind::Aside => {}
                Kind::Comma if and.is_some() && self.lists(at) => {}
                Kind::Quote if self.scare(at) => {}
                Kind::Quote | Kind::Comma | Kind::Colon | Kind::Dash | Kind::Mark => break,
            }
            let example = self.says(at, "as") && at.checked_sub(1).is_some_and(|at| self.says(at, "such"));
            let clause =
                token.is(Class::WH | Class::SUBORD | Class::BUT | Class::OBJECT) && !self.inside_name(at) && !example;
            let subject = token.is(Class::PRONOUN);
            // "She wants to see the results": what was walked over holds the verb, so it is no subject.
            if subject && start < end && !self.upper(start) && !self.is(start, Class::DET) || self.infinitive(at) {
                return None;
            }
            if clause || subject || self.says(at, "to") && self.get(at + 1).is_some_and(|next| next.cue.is_some()) {
                break;
            }
            if self.verb(at) {
                start = and.map_or(start, |and| and + 1);
                break;
            }
            if token.is(Class::AND) && !self.inside_name(at) {
                if at == 0 || self.parts(at) {
                    break;
                }
                and = Some(at);
            }
            start = at;
        }
        self.trimmed(Run { start, end })
    }

    /// "to see the results" with "to" at `at`: a verb, not a place.
    fn infinitive(self, at: usize) -> bool {
        let verb =
            self.get(at + 1).is_some_and(|next| !next.upper && next.class == Class::NONE && next.kind == Kind::Word);
        self.says(at, "to") && verb && (self.is(at + 2, Class::DET | Class::OBJECT) || self.upper(at + 2))
    }

    /// A quotation of a few words inside a noun phrase: the “History” section.
    fn scare(self, at: usize) -> bool {
        let words = self.word(at).split(' ').count();
        let noun = self
            .get(at + 1)
            .is_some_and(|next| next.kind == Kind::Word && next.cue.is_none() && !next.is(Class::AUX | Class::PREP));
        words < 4 && noun && self.before(at).is_some_and(|before| before.kind == Kind::Word && before.cue.is_none())
    }

    /// A comma at `at` parts the members of a list: U.S., European and Russian.
    fn lists(self, at: usize) -> bool {
        let member = |at: usize| self.upper(at) && !self.is(at, Class::TIME);
        let before = at.checked_sub(1).is_some_and(member);
        before && (member(at + 1) || self.is(at + 1, Class::AND)) && !self.leads(at)
    }

    /// Is the comma at `at` the end of an opening phrase: "In Paris, …"?
    fn leads(self, at: usize) -> bool {
        let near = at.saturating_sub(3);
        (near..at).any(|at| self.is(at, Class::PREP)) && near == 0
    }

    /// Does "and" at `at` part two clauses rather than two nouns? What stands before it tells.
    fn parts(self, at: usize) -> bool {
        let Some(before) = self.before(at) else { return true };
        let noun = before.upper || before.is(Class::MANY | Class::ROLE) || self.word(at - 1).ends_with('s');
        let lower_pair = !self.upper(at + 1) && before.kind == Kind::Word;
        before.kind != Kind::Word && before.kind != Kind::Aside || !(noun || lower_pair)
    }

    /// A small word between two capitals belongs to a name: Bank of America, Johnson & Johnson, Who.
    fn inside_name(self, at: usize) -> bool {
        self.upper(at) && at > 0 || self.word(at) == "&"
    }

    /// `run` without what cannot open or close a noun phrase.
    pub(super) fn trimmed(self, run: Run) -> Option<Run> {
        let Run { mut start, mut end } = run;
        while start < end {
            let opens = self.is(start, Class::ADV | Class::AND | Class::BUT | Class::CLITIC) && !self.keeps(start, end)
                || !matches!(self.kind(start), Some(Kind::Word));
            let time = self.is(start, Class::TIME) && !self.keeps(start, end);
            if !(opens || time) {
                break;
            }
            start += 1;
        }
        if self.is(start, Class::PREP) && !self.says(start, "per") {
            start = self.after_opening(Run { start, end })?;
        }
        while end > start && self.dangles(end - 1) {
            end -= 1;
        }
        Run::new(start, end)
    }

    /// A word that could open the clause but belongs to the phrase: "Both men", "Just Stop Oil", "Last year's report".
    fn keeps(self, start: usize, end: usize) -> bool {
        let more = start + 1 < end;
        more && (self.is(start, Class::DET | Class::MANY) && !self.is(start, Class::TIME)
            || self.upper(start) && self.upper(start + 1) && start > 0)
            || more && self.is(start, Class::TIME) && self.upper(start) && self.upper(start + 1)
    }

    fn dangles(self, at: usize) -> bool {
        self.is(at, Class::ADV | Class::CLITIC | Class::AND | Class::PREP | Class::DET)
            && !self.is(at, Class::MANY | Class::PRONOUN)
            && !self.upper(at)
            || matches!(self.kind(at), Some(Kind::Comma | Kind::Aside | Kind::Dash | Kind::Mark))
    }

    /// Where the noun begins in "In Paris the mayor", "On Monday Roe"; `None` when it all belongs to the preposition.
    fn after_opening(self, run: Run) -> Option<usize> {
        let comma = (run.start..run.end).rev().find(|at| self.kind(*at) == Some(Kind::Comma));
        if let Some(comma) = comma.filter(|comma| comma + 1 < run.end) {
            return Some(comma + 1);
        }
        (run.start + 2..run.end).find(|at| {
            let apart = !self.is(at - 1, Class::PREP | Class::DET | Class::AND) && !self.possessive(at - 1);
            let name = self.upper(*at) && !self.upper(at - 1) || self.upper(*at) && self.is(at - 1, Class::TIME);
            apart && (self.is(*at, Class::DET) || name) && !self.is(*at, Class::TIME)
        })
    }

    /// The noun phrase that begins at `start`, up to the end of its clause or its first verb.
    pub(super) fn phrase_after(self, start: usize) -> Option<Run> {
        if self.is(start, Class::PRONOUN) {
            return Run::new(start, start + 1);
        }
        let mut end = start;
        while let Some(token) = self.get(end).filter(|_| end - start < LONGEST) {
            let word = matches!(token.kind, Kind::Word | Kind::Aside);
            let clause = token.is(Class::WH | Class::SUBORD | Class::BUT | Class::PRONOUN | Class::OBJECT)
                && !self.inside_name(end);
            let time = end > start && token.is(Class::TIME) && !(token.upper && self.upper(end - 1));
            let list = token.kind == Kind::Comma && self.continues_list(end);
            if !word && !list
                || clause
                || time
                || end > start && (self.verb(end) || self.adjunct(end) || self.finite(end) || self.gerund(end))
            {
                break;
            }
            let adverb = token.is(Class::ADV) && !token.upper && !token.is(Class::DET);
            let next = end > start && token.is(Class::DET) && !token.upper && self.upper(end - 1);
            let ends = next || token.is(Class::AND) && !self.pairs(end);
            if adverb && end > start || ends {
                break;
            }
            end += 1;
        }
        self.trimmed(Run { start, end })
    }

    /// Does an unknown verb seem to stand at `at`: "prevented the", "needs to"?
    pub(super) fn finite(self, at: usize) -> bool {
        let Some(before) = self
            .before(at)
            .filter(|before| before.kind == Kind::Word && !before.is(Class::DET | Class::PREP | Class::AND))
        else {
            return false;
        };
        let lower = !self.upper(at) && self.get(at).is_some_and(|token| token.class == Class::NONE);
        let object = self.is(at + 1, Class::DET | Class::OBJECT | Class::PREP | Class::ADV)
            && !self.says(at + 1, "by")
            && !self.says(at + 1, "of");
        let last = self.kind(at + 1).is_none_or(|kind| kind != Kind::Word);
        let past = self.word(at).ends_with("ed") && (object || last || self.upper(at + 1));
        let present = self.word(at).ends_with('s')
            && before.upper
            && (self.says(at + 1, "to") || self.is(at + 1, Class::DET | Class::OBJECT));
        lower && (past || present)
    }

    /// "of hiding", "for saying": a preposition with an act, which is no part of who.
    fn gerund(self, at: usize) -> bool {
        let act = self.word(at + 1);
        self.is(at, Class::PREP) && act.len() > 5 && act.ends_with("ing") && !self.upper(at + 1)
    }

    /// "U.S., European and …" after the comma at `at`: more of the same list, with its "and" near.
    fn continues_list(self, at: usize) -> bool {
        let adjective =
            self.is(at + 2, Class::AND) || self.kind(at + 2) == Some(Kind::Comma) && self.is(at + 4, Class::AND);
        self.lists(at) && adjective
    }

    /// Does "and" at `at` join nouns: "Roe and Doe", "current and former"?
    fn pairs(self, at: usize) -> bool {
        let alike = self.before(at).is_some_and(|before| before.upper == self.upper(at + 1));
        let verb =
            self.get(at + 1).is_some_and(|next| next.cue.is_some() || next.is(Class::AUX | Class::ADV | Class::PAST));
        alike && !verb
    }

    /// "in a statement", "on Monday", "at a rally": says when and where, and is no part of who.
    pub(super) fn adjunct(self, at: usize) -> bool {
        if !self.is(at, Class::PREP) || self.says(at, "of") || self.says(at, "from") {
            return false;
        }
        let time = self.is(at + 1, Class::TIME) || self.is(at + 1, Class::DET) && self.is(at + 2, Class::TIME);
        let number = self.word(at + 1).starts_with(|c: char| c.is_ascii_digit()) && self.says(at, "in");
        let within = self.says_any(at, &["in", "at", "on", "during", "via", "through", "after", "before"]);
        let medium = within
            && (at + 1..at + 6)
                .take_while(|at| !self.is(*at, Class::PREP))
                .any(|at| self.is(at, Class::MEDIUM) && !self.upper(at));
        time || number || medium
    }

    /// Where the sentence begins after its dateline: "LONDON (AP) -- …".
    pub(super) fn dateline(self) -> usize {
        let dash = (1..10).find(|at| self.kind(*at) == Some(Kind::Dash));
        let place = |dash: &usize| {
            self.upper(0)
                && self.word(0).chars().all(|c| c.is_uppercase() || c == '.')
                && self.word(0).len() > 2
                && (0..*dash).all(|at| {
                    self.upper(at)
                        || self.kind(at) != Some(Kind::Word)
                        || self.word(at).starts_with(|c: char| c.is_ascii_digit())
                })
        };
        dash.filter(place).map_or(0, |dash| dash + 1)
    }

    /// Does the opening phrase end at `at`: with a comma, its own or one inside a quotation, but not that of a date?
    fn opening_ends(self, at: usize) -> bool {
        let year =
            self.word(at + 1).starts_with(|c: char| c.is_ascii_digit()) && self.kind(at + 2) == Some(Kind::Comma);
        match self.kind(at) {
            Some(Kind::Comma) => !year,
            Some(Kind::Quote) => self.word(at).trim_end_matches(['"', '”', '’', '\'']).ends_with(','),
            _ => false,
        }
    }

    /// "Dressed in black", "Citing the cost" at the beginning of a sentence: says how, not who.
    fn participial(self, at: usize) -> bool {
        let word = self.word(at);
        let form = self.get(at).is_some_and(|token| token.class == Class::NONE)
            && (word.ends_with("ed") || word.ends_with("ing"));
        form && self.is(at + 1, Class::PREP | Class::DET | Class::ADV)
    }

    /// Do the capitals at `start`, where a clause begins, only describe the noun in small letters behind them, which its verb
    /// follows: "Angry residents said", "Twelve U.S. states sued"?
    pub(super) fn describes(self, start: usize) -> bool {
        let noun = start + self.capitals_from(start);
        let verbal = self.verb(noun) || self.finite(noun) || self.is(noun, Class::ADV);
        let small = self.kind(noun) == Some(Kind::Word) && !self.upper(noun) && noun > start && !verbal;
        let known = self.is(noun, Class::MANY | Class::BODY | Class::PAPER);
        let plain = |next: &Token| next.class == Class::NONE || next.is(Class::PLACE);
        let unknown = self.cue(noun).is_none() && self.get(noun).is_some_and(plain);
        let follows = self.verb(noun + 1) || self.auxiliary(noun + 1) || self.finite(noun + 1);
        small && (known || unknown && follows && !self.is(start, Class::TITLE))
    }

    /// The subject of the sentence, or of its clause after the opening phrase.
    pub(super) fn subject(self) -> Option<Run> {
        let mut start = self.dateline();
        while self.is(start, Class::ADV | Class::AND | Class::BUT)
            || matches!(self.kind(start), Some(Kind::Comma | Kind::Dash))
        {
            start += 1;
        }
        let participle = self.participial(start) || self.get(start).is_some_and(|token| token.cue.is_some());
        let opening = participle || self.is(start, Class::PREP | Class::SUBORD | Class::TIME);
        if opening {
            let near = start + 1..self.tokens.len().min(start + LONGEST);
            let verbal = participle || self.is(start, Class::SUBORD);
            let stop = near.clone().find(|at| self.opening_ends(*at) || self.auxiliary(*at))?;
            if self.auxiliary(stop) && !verbal {
                return self.phrase_before(stop);
            }
            start = near.clone().find(|at| self.opening_ends(*at))? + 1;
        }
        let named = self.capitals_from(start);
        if named > 0
            && !self.describes(start)
            && !self.is(start, Class::DET | Class::PRONOUN)
            && !self.is(start + named, Class::PREP | Class::CLITIC)
            && !self.is(start + named, Class::AND)
        {
            let words = self.get(start + named).is_some_and(|next| next.kind == Kind::Word && next.is(Class::ROLE));
            if !words {
                return Run::new(start, start + named);
            }
        }
        self.phrase_after(start)
    }
}
