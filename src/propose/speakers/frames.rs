//! Finds who says something in a sentence: every attributing verb with its subject, and "according to".

use super::class::{Act, Class, Cue, Form};
use super::sentence::{Run, Sentence};
use super::tokens::Kind;
use crate::review::Stance;

/// Where an attribution stands to what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Before it: Roe said that ….
    Leads,
    /// After it, or in its middle: …, Roe said.
    Trails,
    /// It hangs on the sentence's subject: …, adding that ….
    Joins,
    /// According to Roe, ….
    According,
    /// Inside another clause: …, who said that ….
    Inside,
}

/// An attribution found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    /// Who, as a noun phrase.
    pub(super) source: Run,
    /// The verb's token.
    pub(super) verb: usize,
    /// What they do.
    pub(super) act: Act,
    /// How they stand to it.
    pub(super) stance: Stanced,
    /// Where it stands.
    pub(super) place: Place,
}

/// A stance that can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stanced {
    /// Says that it is so.
    Asserts,
    /// Says that it is not so.
    Denies,
    /// Does not want to say.
    Declines,
}

impl From<Stanced> for Stance {
    fn from(stance: Stanced) -> Self {
        match stance {
            Stanced::Asserts => Self::Asserts,
            Stanced::Denies => Self::Denies,
            Stanced::Declines => Self::Declines,
        }
    }
}

/// The words before a verb that belong to it.
#[derive(Clone, Copy, Default)]
struct Group {
    /// Where the group begins.
    start: usize,
    negated: bool,
    auxiliary: bool,
    /// The nearest auxiliary is a form of to be.
    be: bool,
    /// "to say", and what it hangs on does not say it ("wants to say").
    bare_infinitive: bool,
}

/// Every attribution in `sentence`, in order.
pub(super) fn frames(sentence: Sentence<'_>, found: &mut Vec<Frame>) {
    found.clear();
    if let Some(frame) = sentence.label() {
        found.push(frame);
    }
    for at in 0..sentence.tokens.len() {
        let frame = sentence.according(at).or_else(|| sentence.silent(at)).or_else(|| {
            let cue = sentence.cue(at)?;
            sentence.attribution(at, cue, found)
        });
        found.extend(frame);
    }
}

impl Sentence<'_> {
    /// "Roe: “…”" at the beginning.
    fn label(self) -> Option<Frame> {
        let colon = (1..8).find(|at| self.kind(*at) == Some(Kind::Colon))?;
        let quoted = self.kind(colon + 1) == Some(Kind::Quote);
        let name = (0..colon).all(|at| self.upper(at) || self.is(at, Class::DET)) && (0..colon).all(|at| self.cue(at).is_none());
        let source = Run::new(0, colon)?;
        (quoted && name).then_some(Frame { source, verb: colon, act: Act::Say, stance: Stanced::Asserts, place: Place::Leads })
    }

    /// "according to …", "as Roe put it", "in Roe's words".
    fn according(self, at: usize) -> Option<Frame> {
        let frame = |source| Frame { source, verb: at, act: Act::Say, stance: Stanced::Asserts, place: Place::According };
        if self.says(at, "according") && self.says(at + 1, "to") {
            return self.phrase_after(at + 2).map(frame);
        }
        if ["put", "puts"].iter().any(|verb| self.says(at, verb)) && self.says(at + 1, "it") {
            return self.subject_left(self.group(at).start).map(|(source, _)| frame(source));
        }
        if self.says(at, "words") && at > 2 && self.possessive(at - 1) {
            let start = (at.saturating_sub(8)..at).rev().find(|at| self.says(*at, "in"))?;
            return self.trimmed(Run { start: start + 1, end: at - 1 }).map(frame);
        }
        (self.says(at, "words") && self.says(at + 1, "of")).then(|| self.phrase_after(at + 2).map(frame))?
    }

    /// "had no comment", "could not be reached": ways to say nothing without a verb of saying.
    fn silent(self, at: usize) -> Option<Frame> {
        let comment = self.says(at, "comment") && (at.saturating_sub(3)..at).any(|at| self.says(at, "no") || self.says(at, "without"));
        let verb = if comment {
            (at.saturating_sub(5)..at).rev().find(|at| ["had", "has", "have", "offered", "with"].iter().any(|verb| self.says(*at, verb)))?
        } else if self.says(at, "reached") || self.says(at, "available") || self.says(at, "unavailable") {
            let group = self.group(at);
            let not = group.negated || self.says(at, "unavailable");
            (group.be && not && !self.says(at + 1, "by")).then_some(at)?
        } else {
            return None;
        };
        let source = self.subject_left(self.group(verb).start).map(|(source, _)| source).or_else(|| self.subject())?;
        Some(Frame { source, verb, act: Act::Decline, stance: Stanced::Declines, place: Place::Leads })
    }

    /// The attribution that the verb `cue` at `at` makes, with those found before it.
    fn attribution(self, at: usize, cue: Cue, found: &[Frame]) -> Option<Frame> {
        let group = self.group(at);
        let stance = self.stance(at, cue, group)?;
        if cue.strict && !self.said_beside(at, group.start) {
            return None;
        }
        let frame = |(source, place)| Frame { source, verb: at, act: cue.act, stance, place };
        match cue.form {
            Form::Ing if !group.be => self.participle(at, cue, group, found).map(frame),
            Form::Past if group.be => self.passive(at, cue).map(frame),
            Form::Past if self.reduced(at, cue, group) => None,
            _ if group.bare_infinitive => None,
            _ => {
                let (source, place) = self.inverted(at, cue, group).or_else(|| self.subject_of(at, group, found))?;
                let idle = place == Place::Inside && (matches!(cue.act, Act::Think | Act::Urge | Act::Show) || self.is(at + 1, Class::PREP));
                (self.fits(at, cue, source) && !idle).then(|| frame((source, place)))
            }
        }
    }

    /// The group of auxiliaries and adverbs before the verb at `at`.
    fn group(self, at: usize) -> Group {
        let mut group = Group { start: at, ..Group::default() };
        while let Some(before) = group.start.checked_sub(1) {
            let raised = self.says(before, "to") && before.checked_sub(1).is_some_and(|at| self.raises(at));
            if raised {
                group.start = before - 1;
                if self.says(before - 1, "on") {
                    group.start -= 1;
                }
            } else if self.says(before, "to") {
                group.bare_infinitive = true;
                break;
            } else if self.auxiliary(before) {
                if !group.auxiliary {
                    group.be = self.is(before, Class::BE) || self.clitic_be(before);
                }
                group.auxiliary = true;
                group.start = before;
            } else if self.is(before, Class::ADV) && !self.is(before, Class::MANY) {
                group.negated |= self.is(before, Class::NEG);
                group.start = before;
            } else if let Some(start) = self.adjunct_before(group.start) {
                group.start = start;
            } else {
                break;
            }
        }
        group
    }

    /// "'s" after a pronoun: is, as far as an -ing form follows.
    fn clitic_be(self, at: usize) -> bool {
        matches!(self.word(at), "'s" | "’s" | "'re" | "’re" | "'m" | "’m")
    }

    /// A verb that takes "to say" along with its own subject: began to say, went on to say.
    fn raises(self, at: usize) -> bool {
        self.is(at, Class::RAISE) || self.says(at, "on") && at.checked_sub(1).is_some_and(|at| self.is(at, Class::RAISE))
    }

    /// Where "on Thursday", "in a statement", "last week" begins that ends before `end`.
    fn adjunct_before(self, end: usize) -> Option<usize> {
        let last = end.checked_sub(1)?;
        let near = end.saturating_sub(7);
        let prep = (near..end).rev().find(|at| self.adjunct(*at)).filter(|at| *at > 0);
        let whole = |start: usize| (start..end).all(|at| self.kind(at) == Some(Kind::Word) && self.get(at).is_some_and(|token| token.cue.is_none() || token.is(Class::MEDIUM)));
        if let Some(start) = prep.filter(|start| whole(*start)) {
            return Some(start);
        }
        (self.is(last, Class::TIME) && !self.says(last, "this") && last > 0).then_some(last)
    }

    /// The stance of the verb, or `None` when it attributes nothing here.
    fn stance(self, at: usize, cue: Cue, group: Group) -> Option<Stanced> {
        match cue.act {
            Act::Deny if group.negated => Some(Stanced::Asserts),
            Act::Deny => Some(Stanced::Denies),
            Act::Decline => {
                let answer = self.says(at + 1, "to") && (at + 2..at + 5).any(|at| self.is(at, Class::ANSWER)) || self.is(at + 1, Class::ANSWER) || self.says(at + 2, "interview");
                answer.then_some(Stanced::Declines)
            }
            Act::Respond if group.negated => Some(Stanced::Declines),
            Act::Respond if self.says(at, "returned") || self.says(at, "return") => None,
            Act::Say | Act::Tell if group.negated && self.is(at, Class::ANSWER) => Some(Stanced::Declines),
            Act::Cite => None,
            Act::Urge if self.names_falsehood(at) => Some(Stanced::Denies),
            Act::Say | Act::Tell | Act::Think | Act::Urge | Act::Show | Act::Respond => Some(Stanced::Asserts),
        }
    }

    /// "called it nonsense", "described the claims as false".
    fn names_falsehood(self, at: usize) -> bool {
        let calls = ["call", "descr", "label", "brand", "dub", "deride", "characteri", "portray"];
        let word = self.word(at).to_ascii_lowercase();
        let near = (at + 1..at + 12).take_while(|at| *at < self.tokens.len());
        calls.iter().any(|stem| word.starts_with(stem)) && near.into_iter().any(|at| self.falsehood(at))
    }

    fn falsehood(self, at: usize) -> bool {
        self.is(at, Class::FALSE)
            || self.kind(at) == Some(Kind::Quote)
                && self.word(at).split_whitespace().take(8).any(|word| {
                    super::words::look_up(word.trim_matches(|c: char| !c.is_alphanumeric())).class.is(Class::FALSE)
                })
    }

    /// ", adding that …", "after saying …", "a statement saying …": the sentence's subject says it.
    fn participle(self, at: usize, cue: Cue, group: Group, found: &[Frame]) -> Option<(Run, Place)> {
        let quoted = self.says(at.checked_sub(1)?, "as") && at >= 2 && self.is(at - 2, Class::NONE) | self.says(at - 2, "quoted");
        if quoted {
            return self.subject_left(self.group(at - 2).start).map(|(source, _)| (source, Place::Leads));
        }
        let before = group.start.checked_sub(1)?;
        let named = (0..group.start).rev().take_while(|at| self.upper(*at)).count();
        let words = self.kind(at + 1) == Some(Kind::Quote) || self.kind(at + 2) == Some(Kind::Quote) || self.says(at + 1, "that");
        if named > 0 && words {
            return Run::new(group.start - named, group.start).map(|source| (source, Place::Leads));
        }
        let spoken = matches!(cue.act, Act::Say | Act::Tell | Act::Urge | Act::Deny | Act::Respond | Act::Decline);
        let led = ["after", "by", "in", "while", "when", "before", "and", "from"].iter().any(|word| self.says(before, word));
        let hangs = matches!(self.kind(before), Some(Kind::Comma | Kind::Quote | Kind::Dash)) || led
            || self.is(before, Class::MEDIUM | Class::PAPER) && !self.upper(before);
        let source = found.iter().rev().find(|frame| frame.place != Place::Inside).map(|frame| frame.source);
        let source = if hangs && spoken { source.or_else(|| self.subject()) } else { None };
        source.filter(|source| self.speaks(*source) && !self.own(*source)).map(|source| (source, Place::Joins))
    }

    /// "was accused by Roe", "was quoted by Roe as saying".
    fn passive(self, at: usize, cue: Cue) -> Option<(Run, Place)> {
        let by = (at + 1..at + 4).find(|at| self.says(*at, "by"))?;
        let source = self.phrase_after(by + 1).filter(|_| cue.act != Act::Show)?;
        Some((source, Place::Leads))
    }

    /// "a man accused of murder", "asked about it": a participle that only describes.
    fn reduced(self, at: usize, cue: Cue, group: Group) -> bool {
        let describes = self.says(at + 1, "by") || cue.act == Act::Urge && self.is(at + 1, Class::PREP) && !self.says(at + 1, "for") && !self.says(at + 1, "on");
        let opens = group.start == 0 && self.is(at + 1, Class::PREP);
        (describes || opens) && !group.auxiliary
    }

    /// ""…," said Roe": the subject after its verb.
    fn inverted(self, at: usize, cue: Cue, group: Group) -> Option<(Run, Place)> {
        let form = matches!(cue.form, Form::Past | Form::Third) && matches!(cue.act, Act::Say | Act::Respond) && group.start == at;
        let before = self.before(at);
        let quoted = before.is_some_and(|token| token.kind == Kind::Quote)
            || at >= 2 && before.is_some_and(|token| token.kind == Kind::Comma) && self.kind(at - 2) == Some(Kind::Quote);
        let parted = before.is_none_or(|token| matches!(token.kind, Kind::Comma | Kind::Dash | Kind::Mark));
        if !form || !(quoted || parted) || self.says(at + 1, "that") || !(self.upper(at + 1) || self.is(at + 1, Class::DET | Class::PRONOUN | Class::MANY | Class::ROLE)) {
            return None;
        }
        let source = self.phrase_after(at + 1)?;
        let ends = self.kind(source.end).is_none_or(|kind| kind != Kind::Word) || self.is(source.end, Class::PREP | Class::WH | Class::SUBORD | Class::TIME | Class::ADV);
        let source = self.named_after(source).unwrap_or(source);
        let closes = quoted || self.kind(source.end).is_none_or(|kind| matches!(kind, Kind::Mark | Kind::Comma | Kind::Quote)) && !self.asides(at);
        (ends && closes).then_some((source, Place::Trails))
    }

    /// The name in apposition after a noun phrase that has none: "the mayor, Anna Roe".
    fn named_after(self, phrase: Run) -> Option<Run> {
        let start = phrase.end + 1;
        let len = (start..).take_while(|at| self.upper(*at)).count();
        let parted = self.kind(phrase.end) == Some(Kind::Comma) && self.kind(start + len).is_none_or(|kind| kind != Kind::Word);
        (parted && len > 1 && !self.upper(phrase.end - 1)).then_some(Run { start, end: start + len })
    }

    /// Does the comma before `at` close a phrase that another comma opened: "Roe, the mayor, said"?
    fn asides(self, at: usize) -> bool {
        let Some(comma) = at.checked_sub(1) else { return false };
        (0..comma).any(|at| self.kind(at) == Some(Kind::Comma)) && self.kind(at + 1).is_some()
    }

    /// The subject before the verb: next to it, across an apposition, or that of the sentence.
    fn subject_of(self, at: usize, group: Group, found: &[Frame]) -> Option<(Run, Place)> {
        let before = group.start.checked_sub(1)?;
        let joined = self.is(before, Class::AND | Class::BUT) || self.kind(before) == Some(Kind::Comma) && self.apposed(before).is_none();
        if joined {
            let earlier = found.iter().rev().find(|frame| frame.place != Place::According).map(|frame| frame.source);
            return earlier.or_else(|| self.subject()).filter(|source| source.end < at && self.speaks(*source)).map(|source| (source, Place::Joins));
        }
        self.subject_left(group.start)
    }

    /// The subject that ends before `end`, with where its clause stands.
    fn subject_left(self, end: usize) -> Option<(Run, Place)> {
        let before = end.checked_sub(1)?;
        let aside = self.kind(before) == Some(Kind::Quote) && self.word(before).split(' ').count() < 5;
        if self.kind(before) == Some(Kind::Comma) || aside {
            return self.apposed(before).map(|source| (source, self.place(source)));
        }
        if self.is(before, Class::WH) {
            let comma = usize::from(before.checked_sub(1).is_some_and(|at| self.kind(at) == Some(Kind::Comma)));
            let person = self.says(before, "who");
            let source = self.phrase_before(before - comma).filter(|source| person && self.speaks(*source))?;
            return Some((source, Place::Inside));
        }
        let source = self.phrase_before(end)?;
        if let Some(who) = source.start.checked_sub(1).filter(|at| self.says(*at, "who")) {
            let comma = usize::from(who.checked_sub(1).is_some_and(|at| self.kind(at) == Some(Kind::Comma)));
            let place = if comma == 0 { Place::Leads } else { Place::Inside };
            return self.phrase_before(who - comma).map(|source| (source, place));
        }
        Some((source, self.place(source)))
    }

    /// The noun phrase before an apposition that closes with the comma at `close`: "Roe, who heads the agency, told".
    fn apposed(self, close: usize) -> Option<Run> {
        let near = close.saturating_sub(40);
        let mut opens = (near..close).rev().filter(|at| self.kind(*at) == Some(Kind::Comma));
        let mut open = opens.next()?;
        for _ in 0..4 {
            let inner = Run::new(open + 1, close)?;
            let long = |token: &super::tokens::Token| token.span.of(self.text).split(' ').count() > 4;
            let speech = self.run(inner).iter().any(|token| token.kind == Kind::Quote && long(token));
            let clause = self.is(open + 1, Class::PRONOUN | Class::SUBORD | Class::BUT) || self.is(open + 1, Class::AND);
            if speech {
                return None;
            }
            let source = self.phrase_before(open).filter(|source| source.end == open || !self.verb(source.end));
            if let Some(source) = source.filter(|source| !clause && self.speaks(*source)) {
                let opening = source.start == 0 && self.is(0, Class::PREP);
                let name = self.run(inner).iter().all(|token| token.upper || token.kind == Kind::Aside) && inner.len() > 1;
                return if name && !self.upper(source.end - 1) { Some(inner) } else { Some(source).filter(|_| !opening) };
            }
            open = opens.next()?;
        }
        None
    }

    /// Can this noun phrase speak: a name, a pronoun, people, a body, a paper?
    pub(super) fn speaks(self, source: Run) -> bool {
        let tokens = self.run(source);
        let classes = Class::ROLE | Class::MANY | Class::BODY | Class::OUTLET | Class::PAPER | Class::PRONOUN | Class::TITLE | Class::MALE | Class::FEMALE;
        let clause = tokens.iter().enumerate().any(|(at, _)| self.verb(source.start + at));
        !clause && tokens.iter().any(|token| token.upper && !token.is(Class::TIME | Class::PLACE) || token.is(classes))
    }

    /// Leads when nothing is said before it, trails when something is, inside when it is part of what another says.
    fn place(self, source: Run) -> Place {
        let Some(before) = source.start.checked_sub(1) else { return Place::Leads };
        let noun = self.kind(before) == Some(Kind::Word) && !self.is(before, Class::ADV | Class::TIME | Class::AND | Class::BUT | Class::PREP);
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

    /// The article's author or reader: I, we, you.
    pub(super) fn own(self, source: Run) -> bool {
        source.len() == 1 && ["i", "you", "we", "there"].iter().any(|word| self.says(source.start, word))
    }

    /// Does what is said begin at `at`?
    fn content(self, at: usize) -> bool {
        self.says(at, "that") || self.kind(at).is_none_or(|kind| kind != Kind::Word) || self.is(at, Class::PRONOUN | Class::DET) || self.upper(at)
    }

    /// Do words that are said stand next to the verb whose group is `start..=at`: after it, or before its subject?
    fn said_beside(self, at: usize, start: usize) -> bool {
        let next = at + 1 + usize::from(self.kind(at + 1) == Some(Kind::Comma));
        let follows = self.says(next, "that") || matches!(self.kind(next), Some(Kind::Quote | Kind::Colon)) || self.is(next, Class::PRONOUN)
            || self.upper(next) && !self.is(next, Class::TIME) && self.clause_from(next);
        let precedes = self.kind(at + 1).is_none_or(|kind| kind != Kind::Word) && (0..start).any(|at| matches!(self.kind(at), Some(Kind::Comma | Kind::Quote)));
        let quoted = (at + 1..at + 12).any(|at| self.kind(at) == Some(Kind::Quote));
        follows || precedes || quoted
    }

    /// Does a clause with a verb of its own begin at `at`?
    fn clause_from(self, at: usize) -> bool {
        self.phrase_after(at).is_some_and(|phrase| self.verb(phrase.end))
    }

    /// Can `source` be the subject of this verb?
    fn fits(self, at: usize, cue: Cue, source: Run) -> bool {
        let first = source.start;
        let empty = self.says(first, "there") || self.is(first, Class::WH) && !self.upper(first);
        let paper = self.run(source).iter().any(|token| token.is(Class::PAPER));
        let clause = self.says(at + 1, "that") || self.kind(at + 1) == Some(Kind::Quote);
        let weak = match cue.act {
            Act::Show => !paper && !(clause && self.speaks(source)),
            Act::Think | Act::Urge => !self.speaks(source),
            Act::Say | Act::Tell | Act::Deny | Act::Decline | Act::Respond | Act::Cite => false,
        };
        !empty && !self.own(source) && !weak && (cue.act == Act::Tell || self.speaks(source) || self.content(at + 1))
    }
}
