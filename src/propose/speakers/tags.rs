//! The tag of a quotation, known by its place alone: "“…,” growled Roe", "“…,” Roe shot back", "“…” — Anna Roe".

use super::class::{Act, Class};
use super::frame::{Frame, Place, Stanced};
use super::sentence::{Run, Sentence};
use super::tokens::Kind;

/// Words that no tag has where its verb stands.
const NO_VERB: Class = Class::DET
    .with(Class::PREP)
    .with(Class::AND)
    .with(Class::BUT)
    .with(Class::SUBORD)
    .with(Class::WH)
    .with(Class::PRONOUN)
    .with(Class::OBJECT)
    .with(Class::AUX)
    .with(Class::TIME)
    .with(Class::CLITIC)
    .with(Class::ROLE)
    .with(Class::MANY)
    .with(Class::ADV);

impl Sentence<'_> {
    /// Who is named right behind the quotation at `quote`, with whatever verb.
    pub(super) fn tag(self, quote: usize) -> Option<Frame> {
        let comma = usize::from(self.kind(quote + 1) == Some(Kind::Comma));
        let next = quote + 1 + comma;
        let whole = quote == 0 || self.word(quote).split(' ').count() > 3;
        let frame =
            |(source, verb)| Frame { source, verb, act: Act::Say, stance: Stanced::Asserts, place: Place::Trails };
        if self.kind(next) == Some(Kind::Dash) {
            return self.signed(next + 1).filter(|_| quote == 0).map(|source| frame((source, next)));
        }
        let spoken = comma == 1 || self.word(quote).trim_end_matches(['"', '”', '’', '\'', '»']).ends_with(SPOKEN);
        let tagged = || self.behind_verb(next).or_else(|| self.before_verb(next));
        if spoken && whole { tagged().map(frame) } else { None }
    }

    /// A name alone, as it stands behind a dash, with what it is after a comma.
    fn signed(self, start: usize) -> Option<Run> {
        let end = start + self.capitals_from(start);
        let closes = !matches!(self.kind(end), Some(Kind::Word | Kind::Quote | Kind::Dash));
        Run::new(start, end).filter(|_| closes && !self.is(start, Class::DET))
    }

    /// "growled Roe", "shot back the mayor": the name with its verb before it, at `verb`.
    fn behind_verb(self, verb: usize) -> Option<(Run, usize)> {
        if !self.could_tag(verb) {
            return None;
        }
        let particle = self.says_any(verb + 1, &["back", "in", "off", "on", "out", "up"]);
        let start = verb + 1 + usize::from(particle);
        let known = Class::DET | Class::MANY | Class::ROLE | Class::PRONOUN;
        let source = self.phrase_after(start).filter(|source| {
            source.start == start && self.speaks(*source) && (self.upper(start) || self.is(start, known))
        })?;
        let after = Class::PREP | Class::WH | Class::SUBORD | Class::TIME | Class::ADV | Class::AND | Class::BUT;
        let ends = self.kind(source.end).is_none_or(|kind| kind != Kind::Word) || self.is(source.end, after);
        ends.then_some((source, verb))
    }

    /// "Roe shot back", "Roe, the mayor, shot back": the name that begins at `start`, with its verb behind it.
    fn before_verb(self, start: usize) -> Option<(Run, usize)> {
        let named = start + self.capitals_from(start);
        let owns = self.possessive(named);
        let source = if named > start && !self.is(start, Class::DET) && !owns {
            Run::new(start, named)?
        } else {
            let agent = owns || self.is(start, Class::DET | Class::PRONOUN);
            self.phrase_after(start).filter(|source| agent && source.start == start)?
        };
        let apposed = self.kind(source.end) == Some(Kind::Comma);
        let close = (source.end + 1..source.end + 16).find(|at| self.kind(*at) == Some(Kind::Comma));
        let end = if apposed { close? + 1 } else { source.end };
        let adverbs = (end..end + 3).take_while(|at| self.is(*at, Class::ADV) && !self.upper(*at)).count();
        let verb = end + adverbs;
        let tags = self.could_tag(verb) && self.speaks(source) && !self.own(source);
        tags.then_some((source, verb))
    }

    /// Can the word at `at` be the verb of a tag, known or not?
    fn could_tag(self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word) && !self.upper(at) && !self.is(at, NO_VERB)
    }

    /// Does somebody stand outside the quotations by name, whoever they are? Then nobody else speaks.
    pub(super) fn names_somebody(self) -> bool {
        let quote = self.tokens.iter().position(|token| token.kind == Kind::Quote);
        let named = |at: usize| self.upper(at) && !self.is(at, Class::TIME | Class::DET | Class::ADV | Class::PLACE);
        quote.is_some_and(|quote| (quote + 1..self.tokens.len()).any(named))
    }
}

/// Marks with which spoken words end before their tag.
const SPOKEN: [char; 6] = [',', '?', '!', '…', '—', '–'];
