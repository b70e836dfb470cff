//! Of all attributions in a sentence, the one that its claim hangs on: who, with which stance, through whom.

use super::frame::{AttributionFrame, CuePlace, Stanced};
use super::names::SpeakerName;
use super::sentence::{TaggedSentence, TokenRun};
use crate::propose::tokens::{Act, TokenKind, WordClass};

/// Who says a sentence, as it stands there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Attribution {
    /// Who.
    pub(super) name: SpeakerName,
    /// How they stand to it.
    pub(super) stance: Stanced,
    /// Through whom.
    pub(super) via: Option<TokenRun>,
    /// What they say stands before them, so that its subject is rarely themselves.
    pub(super) trails: bool,
}

impl TaggedSentence<'_> {
    /// The speaker among `frames`.
    pub(super) fn choose(self, frames: &[AttributionFrame]) -> Option<Attribution> {
        let main = self.main(frames)?;
        if let Some(said) = self.citing(main) {
            return Some(said);
        }
        let name = self.name(main.source);
        let stance = self.overall(main, frames);
        let passed = || {
            let other = frames.iter().find(|frame| {
                frame.source != main.source
                    && matches!(frame.place, CuePlace::Trails | CuePlace::According | CuePlace::Leads)
                    && self.passes_on(frame)
            })?;
            Some(self.name(other.source).run)
        };
        let quoting = || {
            self.quoted(main.verb).and_then(|at| self.phrase_before(at)).filter(|quoter| quoter.end < main.source.start)
        };
        let via = name.via.or_else(|| self.addressed_outlet(main.verb)).or_else(quoting).or_else(passed);
        let spoken = |via: &TokenRun| {
            self.says_any(via.end - 1, &["statement", "release", "email", "post", "tweet", "speech", "letter"])
        };
        let via = via.filter(|via| *via != name.run && !self.outlet(name.run) && !spoken(via));
        Some(Attribution { name, stance, via, trails: main.place == CuePlace::Trails })
    }

    /// "The Journal, citing officials, reported": the officials, through the Journal.
    fn citing(self, main: AttributionFrame) -> Option<Attribution> {
        let outlet = self.name(main.source).run;
        let at = (0..self.tokens.len())
            .find(|at| self.says_any(*at, &["citing", "quoting"]))
            .filter(|_| self.outlet(outlet))?;
        let source = self.phrase_after(at + 1).filter(|source| self.speaks(*source))?;
        Some(Attribution { name: self.name(source), stance: main.stance, via: Some(outlet), trails: false })
    }

    /// Does the attribution only pass on what another said: "the Journal reported", "according to the Times"?
    fn passes_on(self, frame: &AttributionFrame) -> bool {
        if !self.run(frame.source).iter().any(|token| token.is(WordClass::OUTLET | WordClass::PAPER)) {
            return false;
        }
        let paper = self.run(frame.source).iter().any(|token| token.is(WordClass::PAPER) && !token.capital);
        self.outlet(self.name(frame.source).run) || frame.place == CuePlace::According && paper
    }

    /// The attribution that the sentence hangs on.
    fn main(self, frames: &[AttributionFrame]) -> Option<AttributionFrame> {
        let own = |frame: &&AttributionFrame| !self.passes_on(frame) && frame.place != CuePlace::Inside;
        let quote = self.longest_quote();
        if let Some(quote) = quote {
            let near = |frame: &&AttributionFrame| {
                let after = frame.verb.abs_diff(quote);
                let inside = usize::from(frame.place == CuePlace::Inside) * 40;
                let weak = usize::from(matches!(frame.act, Act::Show | Act::Think)) * 3;
                let across = usize::from(self.crossed(frame.verb, quote)) * 4;
                // What comes after a quotation without closing it off begins something else.
                let next =
                    usize::from(frame.verb > quote && frame.place == CuePlace::Leads && frame.act != Act::Tell) * 15;
                after + inside + weak + across + next
            };
            let best = frames.iter().min_by_key(near);
            let best = best
                .filter(|frame| !self.passes_on(frame))
                .or_else(|| frames.iter().filter(own).min_by_key(near))
                .or(best);
            return best.copied();
        }
        let trails = frames.iter().rev().find(|frame| frame.place == CuePlace::Trails && own(frame));
        let leads = || frames.iter().find(own);
        let passed = || frames.iter().find(|frame| frame.place != CuePlace::Inside);
        trails.or_else(leads).or_else(passed).or_else(|| frames.first()).copied()
    }

    /// The longest quotation of at least two words.
    fn longest_quote(self) -> Option<usize> {
        let length = |at: &usize| self.get(*at).map_or(0, |token| token.span.len());
        let quotes = (0..self.tokens.len()).filter(|at| self.kind(*at) == Some(TokenKind::Quote));
        quotes.max_by_key(length).filter(|at| self.word(*at).contains(' '))
    }

    /// Does a clause end between the verb and the quotation?
    fn crossed(self, verb: usize, quote: usize) -> bool {
        let (from, to) = (verb.min(quote), verb.max(quote));
        (from + 1..to).any(|at| self.kind(at) == Some(TokenKind::Mark))
    }

    /// Does an attribution stand there and nothing else: "Roe asked."?
    pub(super) fn nothing_said(self, frames: &[AttributionFrame]) -> bool {
        let said = |frame: &AttributionFrame| {
            self.tokens.len().saturating_sub(frame.verb) <= 3 && frame.place == CuePlace::Leads
        };
        matches!(frames, [only] if said(only))
    }

    /// The stance: that of the attribution itself, or a denial or refusal by the same speaker beside it.
    fn overall(self, main: AttributionFrame, frames: &[AttributionFrame]) -> Stanced {
        if main.stance != Stanced::Asserts {
            return main.stance;
        }
        let same = |frame: &&AttributionFrame| {
            let pronoun = frame.source.len() == 1 && self.is(frame.source.start, WordClass::PRONOUN);
            frame.stance != Stanced::Asserts
                && (frame.source == main.source
                    || pronoun && frame.act == Act::Decline && self.says(frame.verb + 1, "no"))
                && (frame.verb < main.verb || frame.act == Act::Decline)
        };
        frames.iter().find(same).map_or(Stanced::Asserts, |frame| frame.stance)
    }
}
