//! The tag of a quotation, known by its place alone: "“…,” growled Roe", "“…,” Roe shot back", "“…” — Anna Roe".

use super::frame::{AttributionFrame, CuePlace, Stanced};
use super::sentence::{TaggedSentence, TokenRun};
use crate::propose::tokens::{Act, TokenKind, WordClass};

/// Words that no tag has where its verb stands.
const NO_VERB: WordClass = WordClass::DET
    .with(WordClass::PREP)
    .with(WordClass::AND)
    .with(WordClass::BUT)
    .with(WordClass::SUBORD)
    .with(WordClass::WH)
    .with(WordClass::PRONOUN)
    .with(WordClass::OBJECT)
    .with(WordClass::AUX)
    .with(WordClass::WHEN)
    .with(WordClass::CLITIC)
    .with(WordClass::ROLE)
    .with(WordClass::PEOPLE)
    .with(WordClass::ADV);

impl TaggedSentence<'_> {
    /// Who is named right behind the quotation at `quote`, with whatever verb.
    pub(super) fn tag(self, quote: usize) -> Option<AttributionFrame> {
        let comma = usize::from(self.kind(quote + 1) == Some(TokenKind::Comma));
        let next = quote + 1 + comma;
        let whole = quote == 0 || self.word(quote).split(' ').count() > 3;
        let frame = |(source, verb)| AttributionFrame {
            source,
            verb,
            act: Act::Say,
            stance: Stanced::Asserts,
            place: CuePlace::Trails,
        };
        if self.kind(next) == Some(TokenKind::Dash) {
            return self.signed(next + 1).filter(|_| quote == 0).map(|source| frame((source, next)));
        }
        let spoken = comma == 1 || self.word(quote).trim_end_matches(['"', '”', '’', '\'', '»']).ends_with(SPOKEN);
        let tagged = || self.behind_verb(next).or_else(|| self.before_verb(next));
        if spoken && whole { tagged().map(frame) } else { None }
    }

    /// A name alone, as it stands behind a dash, with what it is after a comma.
    fn signed(self, start: usize) -> Option<TokenRun> {
        let end = start + self.capitals_from(start);
        let closes = !matches!(self.kind(end), Some(TokenKind::Word | TokenKind::Quote | TokenKind::Dash));
        TokenRun::new(start, end).filter(|_| closes && !self.is(start, WordClass::DET))
    }

    /// "growled Roe", "shot back the mayor": the name with its verb before it, at `verb`.
    fn behind_verb(self, verb: usize) -> Option<(TokenRun, usize)> {
        if !self.could_tag(verb) {
            return None;
        }
        let particle = self.says_any(verb + 1, &["back", "in", "off", "on", "out", "up"]);
        let start = verb + 1 + usize::from(particle);
        let known = WordClass::DET | WordClass::PEOPLE | WordClass::ROLE | WordClass::PRONOUN;
        let source = self.phrase_after(start).filter(|source| {
            source.start == start && self.speaks(*source) && (self.upper(start) || self.is(start, known))
        })?;
        let after = WordClass::PREP
            | WordClass::WH
            | WordClass::SUBORD
            | WordClass::WHEN
            | WordClass::ADV
            | WordClass::AND
            | WordClass::BUT;
        let ends = self.kind(source.end).is_none_or(|kind| kind != TokenKind::Word) || self.is(source.end, after);
        ends.then_some((source, verb))
    }

    /// "Roe shot back", "Roe, the mayor, shot back": the name that begins at `start`, with its verb behind it.
    fn before_verb(self, start: usize) -> Option<(TokenRun, usize)> {
        let named = start + self.capitals_from(start);
        let owns = self.possessive(named);
        let source = if named > start && !self.is(start, WordClass::DET) && !owns {
            TokenRun::new(start, named)?
        } else {
            let agent = owns || self.is(start, WordClass::DET | WordClass::PRONOUN);
            self.phrase_after(start).filter(|source| agent && source.start == start)?
        };
        let apposed = self.kind(source.end) == Some(TokenKind::Comma);
        let close = (source.end + 1..source.end + 16).find(|at| self.kind(*at) == Some(TokenKind::Comma));
        let end = if apposed { close? + 1 } else { source.end };
        let adverbs = (end..end + 3).take_while(|at| self.is(*at, WordClass::ADV) && !self.upper(*at)).count();
        let verb = end + adverbs;
        let tags = self.could_tag(verb) && self.speaks(source) && !self.own(source);
        tags.then_some((source, verb))
    }

    /// Can the word at `at` be the verb of a tag, known or not?
    fn could_tag(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word) && !self.upper(at) && !self.is(at, NO_VERB)
    }

    /// Does somebody stand outside the quotations by name, whoever they are? Then nobody else speaks.
    pub(super) fn names_somebody(self) -> bool {
        let quote = self.tokens.iter().position(|token| token.kind == TokenKind::Quote);
        let named = |at: usize| {
            self.upper(at) && !self.is(at, WordClass::WHEN | WordClass::DET | WordClass::ADV | WordClass::PLACE)
        };
        quote.is_some_and(|quote| (quote + 1..self.tokens.len()).any(named))
    }
}

/// Marks with which spoken words end before their tag.
const SPOKEN: [char; 6] = [',', '?', '!', '…', '—', '–'];
