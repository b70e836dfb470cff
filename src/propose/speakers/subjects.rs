//! The subject of an attributing verb: before it, after it, across an apposition, or of the whole sentence.

use super::class::{Act, Class, Cue, Form};
use super::frame::{Frame, Place};
use super::group::{Group, Helper};
use super::sentence::{Run, Sentence};
use super::tokens::{Kind, Token};

impl Sentence<'_> {
    /// ", adding that …", "after saying …", "a statement saying …": the sentence's subject says it.
    pub(super) fn participle(self, at: usize, cue: Cue, group: Group, found: &[Frame]) -> Option<(Run, Place)> {
        let quoted = self.says(at.checked_sub(1)?, "as")
            && at >= 2
            && self.is(at - 2, Class::NONE) | self.says(at - 2, "quoted");
        if quoted {
            return self.subject_left(self.group(at - 2).start).map(|(source, _)| (source, Place::Leads));
        }
        if let Some(quoted) = self.quoted(at) {
            return self.phrase_after(quoted + 1).filter(|source| source.end < at).map(|source| (source, Place::Leads));
        }
        let before = group.start.checked_sub(1)?;
        let named = self.capitals_before(group.start);
        let words = self.kind(at + 1) == Some(Kind::Quote)
            || self.kind(at + 2) == Some(Kind::Quote)
            || self.says(at + 1, "that");
        if named > 0 && words {
            return Run::new(group.start - named, group.start).map(|source| (source, Place::Leads));
        }
        let spoken = matches!(cue.act, Act::Say | Act::Tell | Act::Urge | Act::Deny | Act::Respond | Act::Decline);
        let led =
            ["after", "by", "in", "while", "when", "before", "and", "from"].iter().any(|word| self.says(before, word));
        let led = led && cue.act != Act::Urge;
        let hangs = matches!(self.kind(before), Some(Kind::Comma | Kind::Quote | Kind::Dash))
            || led
            || self.is(before, Class::MEDIUM | Class::PAPER) && !self.upper(before);
        let source = found.iter().rev().find(|frame| frame.place != Place::Inside).map(|frame| frame.source);
        let source = if hangs && spoken { source.or_else(|| self.subject()) } else { None };
        source.filter(|source| self.speaks(*source) && !self.own(*source)).map(|source| (source, Place::Joins))
    }

    /// Where "quoted" stands in "quoted the president as saying", for the "saying" at `at`.
    pub(super) fn quoted(self, at: usize) -> Option<usize> {
        let as_saying = at.checked_sub(1).is_some_and(|at| self.says(at, "as"));
        let near = at.saturating_sub(16)..at;
        near.rev().find(|at| self.says_any(*at, &["quoted", "quotes", "cited", "cites"])).filter(|_| as_saying)
    }

    /// "was accused by Roe", "was quoted by Roe as saying".
    pub(super) fn passive(self, at: usize, cue: Cue) -> Option<(Run, Place)> {
        let by = (at + 1..at + 4).find(|at| self.says(*at, "by"))?;
        let source = self.phrase_after(by + 1).filter(|source| cue.act != Act::Show && self.speaks(*source))?;
        Some((source, Place::Leads))
    }

    /// "a man accused of murder", "asked about it": a participle that only describes.
    pub(super) fn reduced(self, at: usize, cue: Cue, group: Group) -> bool {
        let describes = self.says(at + 1, "by")
            || cue.act == Act::Urge
                && self.is(at + 1, Class::PREP)
                && !self.says(at + 1, "for")
                && !self.says(at + 1, "on");
        let named =
            self.says_any(at, &["called", "dubbed", "labelled", "labeled", "nicknamed"]) && self.only_a_name(at + 1);
        let opens = group.start == 0 && self.is(at + 1, Class::PREP);
        (describes || opens || named) && group.helper == Helper::None
    }

    /// Does nothing but a name follow: "a group called the Sea Watch."?
    fn only_a_name(self, at: usize) -> bool {
        let at = at + usize::from(self.is(at, Class::DET));
        let len = self.capitals_from(at);
        let end = at + len;
        len > 0
            && (self.kind(end).is_none_or(|kind| kind != Kind::Word && kind != Kind::Quote)
                || self.verb(end)
                || self.is(end, Class::PREP))
    }

    /// ""…," said Roe": the subject after its verb.
    pub(super) fn inverted(self, at: usize, cue: Cue, group: Group) -> Option<(Run, Place)> {
        let form = matches!(cue.form, Form::Past | Form::Third)
            && matches!(cue.act, Act::Say | Act::Respond)
            && group.start == at;
        let before = self.before(at);
        let quoted = before.is_some_and(|token| token.kind == Kind::Quote)
            || at >= 2
                && before.is_some_and(|token| token.kind == Kind::Comma)
                && self.kind(at - 2) == Some(Kind::Quote);
        let parted = before.is_none_or(|token| matches!(token.kind, Kind::Comma | Kind::Dash | Kind::Mark));
        if !form
            || !(quoted || parted)
            || self.says(at + 1, "that")
            || !(quoted
                || self.upper(at + 1)
                || self.is(at + 1, Class::DET | Class::PRONOUN | Class::MANY | Class::ROLE))
        {
            return None;
        }
        let adverbial =
            self.is(at + 1, Class::PREP | Class::ADV | Class::SUBORD | Class::WH) && !self.is(at + 1, Class::MANY);
        let source = self.phrase_after(at + 1).filter(|source| !adverbial && self.speaks(*source))?;
        let ends = self.kind(source.end).is_none_or(|kind| kind != Kind::Word)
            || self.is(source.end, Class::PREP | Class::WH | Class::SUBORD | Class::TIME | Class::ADV);
        let closes = quoted
            || self.kind(source.end).is_none_or(|kind| matches!(kind, Kind::Mark | Kind::Comma | Kind::Quote))
                && !self.asides(at);
        (ends && closes).then_some((source, Place::Trails))
    }

    /// Does the comma before `at` close a phrase that another comma opened: "Roe, the mayor, said"? Not where the words
    /// before it have a verb of their own: "Prices have risen, too, said".
    fn asides(self, at: usize) -> bool {
        let Some(comma) = at.checked_sub(1) else { return false };
        let opened = (0..comma).any(|at| self.kind(at) == Some(Kind::Comma)) && self.kind(at + 1).is_some();
        opened && !self.clause_before(comma)
    }

    /// Does a verb stand before `end` that is not in a clause with "who" or the like?
    fn clause_before(self, end: usize) -> bool {
        let mut relative = false;
        (0..end).any(|at| {
            relative = self.kind(at) != Some(Kind::Comma) && (relative || self.is(at, Class::WH));
            !relative && (self.verb(at) || self.finite(at))
        })
    }

    /// The subject before the verb: next to it, across an apposition, or that of the sentence.
    pub(super) fn subject_of(self, at: usize, group: Group, found: &[Frame]) -> Option<(Run, Place)> {
        let before = group.start.checked_sub(1)?;
        let joined = self.is(before, Class::AND | Class::BUT)
            || self.kind(before) == Some(Kind::Comma) && self.apposed(before).is_none();
        if joined {
            let earlier = found.iter().rev().find(|frame| frame.place != Place::According).map(|frame| frame.source);
            return earlier
                .or_else(|| self.subject())
                .filter(|source| source.end < at && self.speaks(*source))
                .map(|source| (source, Place::Joins));
        }
        self.subject_left(group.start)
    }

    /// The subject that ends before `end`, with where its clause stands.
    pub(super) fn subject_left(self, end: usize) -> Option<(Run, Place)> {
        let before = end.checked_sub(1)?;
        let aside = self.kind(before) == Some(Kind::Quote) && self.word(before).split(' ').count() < 5;
        if self.kind(before) == Some(Kind::Comma) || aside {
            return self.apposed(before).map(|source| (source, self.place(source)));
        }
        if self.is(before, Class::WH) {
            let comma = usize::from(before.checked_sub(1).is_some_and(|at| self.kind(at) == Some(Kind::Comma)));
            let person = self.says(before, "who");
            let source = self.antecedent(before - comma).filter(|source| person && self.speaks(*source))?;
            return Some((source, Place::Inside));
        }
        let source = self.phrase_before(end)?;
        if let Some(who) = source.start.checked_sub(1).filter(|at| self.says(*at, "who")) {
            let comma = usize::from(who.checked_sub(1).is_some_and(|at| self.kind(at) == Some(Kind::Comma)));
            let place = if comma == 0 { Place::Leads } else { Place::Inside };
            return self.antecedent(who - comma).map(|source| (source, place));
        }
        Some((source, self.place(source)))
    }

    /// Whom a "who" at `end` means: the name, or the last noun phrase before it.
    fn antecedent(self, end: usize) -> Option<Run> {
        let named = self.capitals_before(end);
        if named > 0 && !self.is(end - named, Class::MANY) {
            return Run::new(end - named, end);
        }
        let phrase = self.phrase_before(end)?;
        let apart = |at: &usize| self.says_any(*at, &["with", "to", "by", "for", "against"]);
        let start = (phrase.start..phrase.end).rev().find(apart).map_or(phrase.start, |at| at + 1);
        self.trimmed(Run { start, ..phrase })
    }

    /// The noun phrase before an apposition that closes with the comma at `close`: "Roe, who heads the agency, told".
    fn apposed(self, close: usize) -> Option<Run> {
        let near = close.saturating_sub(40);
        if let Some(source) = self.after_quote(near, close) {
            return Some(source);
        }
        let mut opens = (near..close).rev().filter(|at| self.kind(*at) == Some(Kind::Comma));
        let mut open = opens.next()?;
        for _ in 0..4 {
            let inner = Run::new(open + 1, close)?;
            let long = |token: &Token| token.span.of(self.text).split(' ').count() > 4;
            let speech = self.run(inner).iter().any(|token| token.kind == Kind::Quote && long(token));
            let clause =
                self.is(open + 1, Class::PRONOUN | Class::SUBORD | Class::BUT) || self.is(open + 1, Class::AND);
            if speech {
                return None;
            }
            let source = self.phrase_before(open).filter(|source| source.end == open || !self.verb(source.end));
            let name_inside = self.capitals_from(open + 1) == close - open - 1 && close > open + 2;
            if let Some(source) = source.filter(|source| !clause && (name_inside || self.speaks(*source))) {
                let opening = source.start == 0 && self.is(0, Class::PREP);
                let name = self.names_someone(inner);
                let office = !self.upper(source.end - 1) || self.is(source.start, Class::DET);
                return if name && office { Some(inner) } else { Some(source).filter(|_| !opening) };
            }
            open = opens.next()?;
        }
        None
    }

    /// The noun phrase right after the last long quotation of `near..close`, when a comma opens its apposition:
    /// "“…,” Roe, a farmer near the lake, and a member of the council, said".
    fn after_quote(self, near: usize, close: usize) -> Option<Run> {
        let long = |at: &usize| self.kind(*at) == Some(Kind::Quote) && self.word(*at).split(' ').count() > 4;
        let quote = (near..close).rev().find(long)?;
        let start = quote + 1 + usize::from(self.kind(quote + 1) == Some(Kind::Comma));
        let source = self
            .phrase_after(start)
            .filter(|source| self.kind(source.end) == Some(Kind::Comma) && source.end < close)?;
        self.speaks(source).then_some(source)
    }

    /// Is what stands between two commas a name, perhaps with a title: "Holm", "former judge Grace Wanjiru"?
    fn names_someone(self, inner: Run) -> bool {
        let tokens = self.run(inner);
        let capitals = tokens.iter().rev().take_while(|token| token.upper || token.kind == Kind::Aside).count();
        let titled = tokens.iter().any(|token| token.is(Class::ROLE | Class::TITLE));
        let plain = !tokens.iter().any(|token| {
            token.is(Class::DET | Class::PREP | Class::TIME | Class::PLACE | Class::SUBORD) || token.kind == Kind::Comma
        });
        plain && (capitals == tokens.len() && !self.is(inner.start, Class::ADV) || titled && capitals > 1)
    }

    /// Leads when nothing is said before it, trails when something is, inside when it is part of what another says.
    fn place(self, source: Run) -> Place {
        let Some(before) = source.start.checked_sub(1) else { return Place::Leads };
        let noun = self.kind(before) == Some(Kind::Word)
            && !self.is(before, Class::ADV | Class::TIME | Class::AND | Class::BUT | Class::PREP);
        if noun && self.is(source.start, Class::PRONOUN) && before > 0 {
            return Place::Inside;
        }
        let subordinate = self.is(before, Class::SUBORD | Class::WH) && !self.says(before, "as");
        if subordinate || self.cue(before).is_some_and(|cue| cue.form != Form::Ing) {
            return Place::Inside;
        }
        let parted = matches!(self.kind(before), Some(Kind::Comma | Kind::Quote | Kind::Dash));
        let opening = self.is(0, Class::PREP | Class::SUBORD | Class::TIME | Class::ADV | Class::BUT | Class::AND);
        let comma = || (0..source.start).find(|at| self.kind(*at) == Some(Kind::Comma)).map_or(0, |comma| comma + 1);
        let body = if opening { comma() } else { self.dateline() };
        let much = body + 2 < source.start || self.kind(before) == Some(Kind::Quote);
        if parted && much { Place::Trails } else { Place::Leads }
    }
}
