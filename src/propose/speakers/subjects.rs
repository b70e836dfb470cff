//! The subject of an attributing verb: before it, after it, across an apposition, or of the whole sentence.

use super::frame::{AttributionFrame, CuePlace};
use super::group::{Helper, VerbGroup};
use super::sentence::{TaggedSentence, TokenRun};
use crate::propose::tokens::{Act, CueVerb, Token, TokenKind, VerbForm, WordClass};

/// Tokens of the longest aside between dashes.
const ASIDE: usize = 16;

impl TaggedSentence<'_> {
    /// ", adding that …", "after saying …", "a statement saying …": the sentence's subject says it.
    pub(super) fn participle(
        self,
        at: usize,
        cue: CueVerb,
        group: VerbGroup,
        found: &[AttributionFrame],
    ) -> Option<(TokenRun, CuePlace)> {
        let quoted = self.says(at.checked_sub(1)?, "as") && at >= 2 && self.says(at - 2, "quoted");
        if quoted {
            return self.subject_left(self.group(at - 2).start).map(|(source, _)| (source, CuePlace::Leads));
        }
        if let Some(quoted) = self.quoted(at) {
            return self
                .phrase_after(quoted + 1)
                .filter(|source| source.end < at)
                .map(|source| (source, CuePlace::Leads));
        }
        let before = group.start.checked_sub(1)?;
        let named = self.capitals_before(group.start);
        let words = self.kind(at + 1) == Some(TokenKind::Quote)
            || self.kind(at + 2) == Some(TokenKind::Quote)
            || self.says(at + 1, "that");
        if named > 0 && words {
            return TokenRun::new(group.start - named, group.start).map(|source| (source, CuePlace::Leads));
        }
        let spoken = matches!(cue.act, Act::Say | Act::Tell | Act::Urge | Act::Deny | Act::Respond | Act::Decline);
        let led =
            ["after", "by", "in", "while", "when", "before", "and", "from"].iter().any(|word| self.says(before, word));
        let led = led && cue.act != Act::Urge;
        let hangs = matches!(self.kind(before), Some(TokenKind::Comma | TokenKind::Quote | TokenKind::Dash))
            || led
            || self.is(before, WordClass::MEDIUM | WordClass::PAPER) && !self.upper(before);
        let source = found.iter().rev().find(|frame| frame.place != CuePlace::Inside).map(|frame| frame.source);
        let source = if hangs && spoken { source.or_else(|| self.subject()) } else { None };
        source.filter(|source| self.speaks(*source) && !self.own(*source)).map(|source| (source, CuePlace::Joins))
    }

    /// Where "quoted" stands in "quoted the president as saying", for the "saying" at `at`.
    pub(super) fn quoted(self, at: usize) -> Option<usize> {
        let as_saying = at.checked_sub(1).is_some_and(|at| self.says(at, "as"));
        let near = at.saturating_sub(16)..at;
        near.rev().find(|at| self.says_any(*at, &["quoted", "quotes", "cited", "cites"])).filter(|_| as_saying)
    }

    /// "was accused by Roe", "was quoted by Roe as saying".
    pub(super) fn passive(self, at: usize, cue: CueVerb) -> Option<(TokenRun, CuePlace)> {
        let by = (at + 1..at + 4).find(|at| self.says(*at, "by"))?;
        let source = self.phrase_after(by + 1).filter(|source| cue.act != Act::Show && self.speaks(*source))?;
        Some((source, CuePlace::Leads))
    }

    /// "a man accused of murder", "asked about it": a participle that only describes.
    pub(super) fn reduced(self, at: usize, cue: CueVerb, group: VerbGroup) -> bool {
        let describes = self.says(at + 1, "by")
            || cue.act == Act::Urge
                && self.is(at + 1, WordClass::PREP)
                && !self.says(at + 1, "for")
                && !self.says(at + 1, "on");
        let named =
            self.says_any(at, &["called", "dubbed", "labelled", "labeled", "nicknamed"]) && self.only_a_name(at + 1);
        let opens = group.start == 0 && self.is(at + 1, WordClass::PREP);
        (describes || opens || named) && group.helper == Helper::None
    }

    /// Does nothing but a name follow: "a group called the Sea Watch."?
    fn only_a_name(self, at: usize) -> bool {
        let at = at + usize::from(self.is(at, WordClass::DET));
        let len = self.capitals_from(at);
        let end = at + len;
        len > 0
            && (self.kind(end).is_none_or(|kind| kind != TokenKind::Word && kind != TokenKind::Quote)
                || self.verb(end)
                || self.is(end, WordClass::PREP))
    }

    /// ""…," said Roe": the subject after its verb.
    pub(super) fn inverted(self, at: usize, cue: CueVerb, group: VerbGroup) -> Option<(TokenRun, CuePlace)> {
        let form = matches!(cue.form, VerbForm::Past | VerbForm::Third)
            && matches!(cue.act, Act::Say | Act::Respond)
            && group.start == at;
        let before = self.before(at);
        let quoted = before.is_some_and(|token| token.kind == TokenKind::Quote)
            || at >= 2
                && before.is_some_and(|token| token.kind == TokenKind::Comma)
                && self.kind(at - 2) == Some(TokenKind::Quote);
        let parted =
            before.is_none_or(|token| matches!(token.kind, TokenKind::Comma | TokenKind::Dash | TokenKind::Mark));
        if !form
            || !(quoted || parted)
            || self.says(at + 1, "that")
            || !(quoted
                || self.upper(at + 1)
                || self.is(at + 1, WordClass::DET | WordClass::PRONOUN | WordClass::PEOPLE | WordClass::ROLE))
        {
            return None;
        }
        let adverbial = self.is(at + 1, WordClass::PREP | WordClass::ADV | WordClass::SUBORD | WordClass::WH)
            && !self.is(at + 1, WordClass::PEOPLE);
        // "said Monday the mayor"
        let day = if quoted { (at + 1..at + 4).take_while(|at| self.is(*at, WordClass::WHEN)).count() } else { 0 };
        let source = self.phrase_after(at + 1 + day).filter(|source| !adverbial && self.speaks(*source))?;
        let ends = self.kind(source.end).is_none_or(|kind| kind != TokenKind::Word)
            || self
                .is(source.end, WordClass::PREP | WordClass::WH | WordClass::SUBORD | WordClass::WHEN | WordClass::ADV);
        let closes = quoted
            || self
                .kind(source.end)
                .is_none_or(|kind| matches!(kind, TokenKind::Mark | TokenKind::Comma | TokenKind::Quote))
                && !self.asides(at);
        (ends && closes).then_some((source, CuePlace::Trails))
    }

    /// Does the comma before `at` close a phrase that another comma opened: "Roe, the mayor, said"? Not where the words
    /// before it have a verb of their own: "Prices have risen, too, said".
    fn asides(self, at: usize) -> bool {
        let Some(comma) = at.checked_sub(1) else { return false };
        let opened = (0..comma).any(|at| self.kind(at) == Some(TokenKind::Comma)) && self.kind(at + 1).is_some();
        opened && !self.clause_before(comma)
    }

    /// Does a verb stand before `end` that is not in a clause with "who" or the like?
    fn clause_before(self, end: usize) -> bool {
        let mut relative = false;
        (0..end).any(|at| {
            relative = self.kind(at) != Some(TokenKind::Comma) && (relative || self.is(at, WordClass::WH));
            !relative && (self.verb(at) || self.finite(at))
        })
    }

    /// The subject before the verb: next to it, across an apposition, or that of the sentence.
    pub(super) fn subject_of(
        self,
        at: usize,
        group: VerbGroup,
        found: &[AttributionFrame],
    ) -> Option<(TokenRun, CuePlace)> {
        let before = group.start.checked_sub(1)?;
        let joined = self.is(before, WordClass::AND | WordClass::BUT)
            || self.kind(before) == Some(TokenKind::Comma) && self.apposed(before).is_none();
        if joined {
            let earlier = found.iter().rev().find(|frame| frame.place != CuePlace::According).map(|frame| frame.source);
            return earlier
                .or_else(|| self.subject())
                .filter(|source| source.end < at && self.speaks(*source))
                .map(|source| (source, CuePlace::Joins));
        }
        self.subject_left(group.start)
    }

    /// The subject that ends before `end`, with where its clause stands.
    pub(super) fn subject_left(self, end: usize) -> Option<(TokenRun, CuePlace)> {
        let before = end.checked_sub(1)?;
        let aside = self.kind(before) == Some(TokenKind::Quote) && self.word(before).split(' ').count() < 5;
        if self.kind(before) == Some(TokenKind::Comma) || aside {
            return self.apposed(before).map(|source| (source, self.place(source)));
        }
        if self.kind(before) == Some(TokenKind::Dash) {
            return self.between_dashes(before).map(|source| (source, self.place(source)));
        }
        if self.is(before, WordClass::WH) {
            let comma = usize::from(before.checked_sub(1).is_some_and(|at| self.kind(at) == Some(TokenKind::Comma)));
            let person = self.says(before, "who");
            let source = self.antecedent(before - comma).filter(|source| person && self.speaks(*source))?;
            return Some((source, CuePlace::Inside));
        }
        let source = self.phrase_before(end)?;
        if let Some(who) = source.start.checked_sub(1).filter(|at| self.says(*at, "who")) {
            let comma = usize::from(who.checked_sub(1).is_some_and(|at| self.kind(at) == Some(TokenKind::Comma)));
            let place = if comma == 0 { CuePlace::Leads } else { CuePlace::Inside };
            return self.antecedent(who - comma).map(|source| (source, place));
        }
        Some((source, self.place(source)))
    }

    /// The noun phrase before what two dashes part off, of which `close` is the second: "Roe — a farmer near the lake — said".
    fn between_dashes(self, close: usize) -> Option<TokenRun> {
        let near = close.saturating_sub(ASIDE)..close;
        let open = near.rev().find(|at| self.kind(*at) == Some(TokenKind::Dash))?;
        let clause = (open + 1..close).any(|at| self.verb(at) || self.kind(at) == Some(TokenKind::Quote));
        self.phrase_before(open).filter(|source| !clause && source.end == open && self.speaks(*source))
    }

    /// Whom a "who" at `end` means: the name, or the last noun phrase before it.
    fn antecedent(self, end: usize) -> Option<TokenRun> {
        let named = self.capitals_before(end);
        if named > 0 && !self.is(end - named, WordClass::PEOPLE) {
            return TokenRun::new(end - named, end);
        }
        let phrase = self.phrase_before(end)?;
        let apart = |at: &usize| self.says_any(*at, &["with", "to", "by", "for", "against"]);
        let start = (phrase.start..phrase.end).rev().find(apart).map_or(phrase.start, |at| at + 1);
        self.trimmed(TokenRun { start, ..phrase })
    }

    /// The noun phrase before an apposition that closes with the comma at `close`: "Roe, who heads the agency, told".
    fn apposed(self, close: usize) -> Option<TokenRun> {
        let near = close.saturating_sub(40);
        if let Some(source) = self.after_quote(near, close) {
            return Some(source);
        }
        let mut opens = (near..close).rev().filter(|at| self.kind(*at) == Some(TokenKind::Comma));
        let mut open = opens.next()?;
        for _ in 0..4 {
            let inner = TokenRun::new(open + 1, close)?;
            let long = |token: &Token<'_>| token.text.split(' ').count() > 4;
            let speech = self.run(inner).iter().any(|token| token.kind == TokenKind::Quote && long(token));
            let clause = self.is(open + 1, WordClass::PRONOUN | WordClass::SUBORD | WordClass::BUT)
                || self.is(open + 1, WordClass::AND);
            if speech {
                return None;
            }
            let source = self.phrase_before(open).filter(|source| source.end == open || !self.verb(source.end));
            let name_inside = self.capitals_from(open + 1) == close - open - 1 && close > open + 2;
            if let Some(source) = source.filter(|source| !clause && (name_inside || self.speaks(*source))) {
                let opening = source.start == 0 && self.is(0, WordClass::PREP);
                let name = self.names_someone(inner);
                let office = !self.upper(source.end - 1) || self.is(source.start, WordClass::DET);
                return if name && office { Some(inner) } else { Some(source).filter(|_| !opening) };
            }
            open = opens.next()?;
        }
        None
    }

    /// The noun phrase right after the last long quotation of `near..close`, when a comma opens its apposition:
    /// "“…,” Roe, a farmer near the lake, and a member of the council, said".
    fn after_quote(self, near: usize, close: usize) -> Option<TokenRun> {
        let long = |at: &usize| self.kind(*at) == Some(TokenKind::Quote) && self.word(*at).split(' ').count() > 4;
        let quote = (near..close).rev().find(long)?;
        let start = quote + 1 + usize::from(self.kind(quote + 1) == Some(TokenKind::Comma));
        let source = self
            .phrase_after(start)
            .filter(|source| self.kind(source.end) == Some(TokenKind::Comma) && source.end < close)?;
        self.speaks(source).then_some(source)
    }

    /// Is what stands between two commas a name, perhaps with a title: "Holm", "former judge Grace Wanjiru"?
    fn names_someone(self, inner: TokenRun) -> bool {
        let tokens = self.run(inner);
        let capitals = tokens.iter().rev().take_while(|token| token.capital || token.kind == TokenKind::Aside).count();
        let titled = tokens.iter().any(|token| token.is(WordClass::ROLE | WordClass::TITLE));
        let plain = !tokens.iter().any(|token| {
            token.is(WordClass::DET | WordClass::PREP | WordClass::WHEN | WordClass::PLACE | WordClass::SUBORD)
                || token.kind == TokenKind::Comma
        });
        plain && (capitals == tokens.len() && !self.is(inner.start, WordClass::ADV) || titled && capitals > 1)
    }

    /// Leads when nothing is said before it, trails when something is, inside when it is part of what another says.
    fn place(self, source: TokenRun) -> CuePlace {
        let Some(before) = source.start.checked_sub(1) else { return CuePlace::Leads };
        let noun = self.kind(before) == Some(TokenKind::Word)
            && !self.is(before, WordClass::ADV | WordClass::WHEN | WordClass::AND | WordClass::BUT | WordClass::PREP);
        if noun && self.is(source.start, WordClass::PRONOUN) && before > 0 {
            return CuePlace::Inside;
        }
        let subordinate = self.is(before, WordClass::SUBORD | WordClass::WH) && !self.says(before, "as");
        if subordinate || self.cue(before).is_some_and(|cue| cue.form != VerbForm::Ing) {
            return CuePlace::Inside;
        }
        let parted = matches!(self.kind(before), Some(TokenKind::Comma | TokenKind::Quote | TokenKind::Dash));
        let opening = self.is(
            0,
            WordClass::PREP | WordClass::SUBORD | WordClass::WHEN | WordClass::ADV | WordClass::BUT | WordClass::AND,
        );
        let comma =
            || (0..source.start).find(|at| self.kind(*at) == Some(TokenKind::Comma)).map_or(0, |comma| comma + 1);
        let body = if opening { comma() } else { self.dateline() };
        let much = body + 2 < source.start || self.kind(before) == Some(TokenKind::Quote);
        if parted && much { CuePlace::Trails } else { CuePlace::Leads }
    }
}
