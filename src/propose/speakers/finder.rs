//! Finds who says something in a sentence: every attributing verb with its subject, and "according to".

use super::frame::{AttributionFrame, CuePlace, Stanced};
use super::group::Helper;
use super::sentence::{TaggedSentence, TokenRun};
use crate::propose::tokens::{Act, CueVerb, TokenKind, VerbForm, WordClass};

/// Every attribution in `sentence`, in order.
pub(super) fn frames(sentence: TaggedSentence<'_>, found: &mut Vec<AttributionFrame>) {
    found.clear();
    if let Some(frame) = sentence.label() {
        found.push(frame);
    }
    for at in 0..sentence.tokens.len() {
        let hint = sentence.is(at, WordClass::HINT).then_some(at);
        let hinted = |at| sentence.according(at).or_else(|| sentence.silent(at)).or_else(|| sentence.rebuff(at));
        let frame = hint.and_then(hinted).or_else(|| {
            let cue = sentence.cue(at)?;
            sentence.attribution(at, cue, found)
        });
        found.extend(frame);
    }
    for quote in (0..sentence.tokens.len()).filter(|at| sentence.kind(*at) == Some(TokenKind::Quote)) {
        let told = found.iter().any(|frame| (quote + 1..quote + TAG).contains(&frame.verb));
        found.extend(sentence.tag(quote).filter(|_| !told));
    }
    found.retain(|frame| !sentence.itself(frame.source));
}

/// Tokens behind a quotation among which a verb that is known makes its tag.
const TAG: usize = 8;

impl TaggedSentence<'_> {
    /// "Roe: “…”" at the beginning.
    fn label(self) -> Option<AttributionFrame> {
        let colon = (1..8).find(|at| self.kind(*at) == Some(TokenKind::Colon))?;
        let quoted = self.kind(colon + 1) == Some(TokenKind::Quote);
        let name = (0..colon).all(|at| self.upper(at) || self.is(at, WordClass::DET))
            && (0..colon).all(|at| self.cue(at).is_none());
        let source = TokenRun::new(0, colon)?;
        (quoted && name).then_some(AttributionFrame {
            source,
            verb: colon,
            act: Act::Say,
            stance: Stanced::Asserts,
            place: CuePlace::Leads,
        })
    }

    /// "according to …", "as Roe put it", "in Roe's words".
    fn according(self, at: usize) -> Option<AttributionFrame> {
        let frame = |source| AttributionFrame {
            source,
            verb: at,
            act: Act::Say,
            stance: Stanced::Asserts,
            place: CuePlace::According,
        };
        if self.says(at, "according") && self.says(at + 1, "to") {
            return self.phrase_after(at + 2).map(frame);
        }
        if self.says_any(at, &["put", "puts"]) && self.says(at + 1, "it") {
            return self.subject_left(self.group(at).start).map(|(source, _)| frame(source));
        }
        if self.says(at, "words") && at > 2 && self.possessive(at - 1) {
            let start = (at.saturating_sub(8)..at).rev().find(|at| self.says(*at, "in"))?;
            return self.trimmed(TokenRun { start: start + 1, end: at - 1 }).map(frame);
        }
        (self.says(at, "words") && self.says(at + 1, "of")).then(|| self.phrase_after(at + 2).map(frame))?
    }

    /// "had no comment", "could not be reached": ways to say nothing without a verb of saying.
    fn silent(self, at: usize) -> Option<AttributionFrame> {
        let comment = self.says(at, "comment")
            && (at.saturating_sub(3)..at).any(|at| self.says(at, "no") || self.says(at, "without"));
        let verb = if comment {
            (at.saturating_sub(5)..at)
                .rev()
                .find(|at| self.says_any(*at, &["had", "has", "have", "offered", "with"]))?
        } else if self.says(at, "reached") || self.says(at, "available") || self.says(at, "unavailable") {
            let group = self.group(at);
            let not = group.negated || self.says(at, "unavailable");
            let comment = (at + 1..at + 4).any(|at| self.says_any(at, &["comment", "interview"]));
            let reached = self.says(at, "reached") && !self.says(at + 1, "by");
            (group.helper == Helper::Be && not && (comment || reached)).then_some(at)?
        } else {
            return None;
        };
        let source = self.subject_left(self.group(verb).start).map(|(source, _)| source).or_else(|| self.subject())?;
        Some(AttributionFrame { source, verb, act: Act::Decline, stance: Stanced::Declines, place: CuePlace::Leads })
    }

    /// "pushed back on the claim", "brushed off the report": denials of two words.
    fn rebuff(self, at: usize) -> Option<AttributionFrame> {
        let pushes = self.says_any(at, &["pushed", "pushes"])
            && self.says(at + 1, "back")
            && self.says_any(at + 2, &["on", "against"]);
        let brushes = self.says_any(at, &["brushed", "brushes", "waved", "waves"])
            && self.says_any(at + 1, &["off", "aside", "away"]);
        let source = (pushes || brushes).then(|| self.subject_left(self.group(at).start))?;
        let (source, place) = source.filter(|(source, _)| self.speaks(*source))?;
        Some(AttributionFrame { source, verb: at, act: Act::Deny, stance: Stanced::Denies, place })
    }

    /// The attribution that the verb `cue` at `at` makes, with those found before it.
    fn attribution(self, at: usize, cue: CueVerb, found: &[AttributionFrame]) -> Option<AttributionFrame> {
        let group = self.group(at);
        let stance = self.stance(at, cue, group)?;
        if cue.strict && !self.said_beside(at, group.start) {
            return None;
        }
        let frame = |(source, place)| AttributionFrame { source, verb: at, act: cue.act, stance, place };
        match cue.form {
            VerbForm::Ing if group.helper != Helper::Be => self.participle(at, cue, group, found).map(frame),
            VerbForm::Past if group.helper == Helper::Be => self.passive(at, cue).map(frame),
            VerbForm::Past if self.reduced(at, cue, group) => None,
            VerbForm::Base | VerbForm::Third | VerbForm::Past | VerbForm::Ing if group.bare_infinitive => None,
            VerbForm::Base | VerbForm::Third | VerbForm::Past | VerbForm::Ing => {
                let (source, place) = self.inverted(at, cue, group).or_else(|| self.subject_of(at, group, found))?;
                let idle = place == CuePlace::Inside
                    && (matches!(cue.act, Act::Think | Act::Urge | Act::Show) || self.is(at + 1, WordClass::PREP));
                (self.fits(at, cue, source) && !idle).then(|| frame((source, place)))
            }
        }
    }
}
