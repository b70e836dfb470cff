//! Hands speakers on: within a quotation, over the parts of one that is cut, and from one paragraph to the next.

use std::ops::Range;

use super::quotes::QuotedSpan;
use crate::propose::sentence_span::SentenceSpan;
use crate::review::{Speaker, Stance};

/// How much of a sentence stands in quotation marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Quoted {
    /// Less than half of it.
    #[default]
    Little,
    /// At least half of it.
    Most,
    /// All of it.
    Whole,
}

/// What was found out about one sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct SentenceSpeaker {
    /// Who asserts it, by its own words.
    pub(super) speaker: Option<Speaker>,
    /// How much of it is quoted.
    pub(super) quoted: Quoted,
    /// It names a speaker and says nothing itself: "Roe asked."
    pub(super) bare: bool,
    /// Who speaks a quotation when nothing else tells: the subject of the sentence before.
    pub(super) presumed: Option<Speaker>,
    /// Whose words the next block is, when the sentence ends with a colon.
    pub(super) announces: Option<Speaker>,
}

/// The speakers of all sentences: those that were found, and for quoted ones without their own those of their neighbours.
pub(super) fn hand_on(
    sentences: &[SentenceSpan],
    quotes: &[QuotedSpan],
    findings: &[SentenceSpeaker],
) -> Vec<Option<Speaker>> {
    let mut speakers: Vec<Option<Speaker>> = findings.iter().map(|finding| finding.speaker.clone()).collect();
    within(sentences, quotes, &mut speakers);
    for at in 0..sentences.len() {
        let open = speakers.get(at).is_some_and(Option::is_none);
        let Some(finding) = findings.get(at).filter(|finding| open && finding.quoted != Quoted::Little) else {
            continue;
        };
        let heir = after(sentences, findings, at)
            .or_else(|| before(sentences, findings, &speakers, at))
            .or_else(|| finding.presumed.clone())
            .or_else(|| next(sentences, &speakers, at));
        if let Some(slot) = speakers.get_mut(at) {
            *slot = heir.map(asserting);
        }
    }
    speakers
}

/// Whoever denies or declines beside a quotation still asserts what it holds.
fn asserting(speaker: Speaker) -> Speaker {
    Speaker { stance: Stance::Asserts, ..speaker }
}

/// The speaker of the next sentence when that one only names them.
fn after(sentences: &[SentenceSpan], findings: &[SentenceSpeaker], at: usize) -> Option<Speaker> {
    let (here, next) = (sentences.get(at)?, sentences.get(at + 1)?);
    findings.get(at + 1).filter(|finding| finding.bare && next.block == here.block)?.speaker.clone()
}

/// The speaker of the sentence before: in the same block any, across blocks one who announced it or was quoted.
fn before(
    sentences: &[SentenceSpan],
    findings: &[SentenceSpeaker],
    speakers: &[Option<Speaker>],
    at: usize,
) -> Option<Speaker> {
    let before = at.checked_sub(1)?;
    let apart = sentences.get(at)?.block.checked_sub(sentences.get(before)?.block)?;
    let finding = findings.get(before)?;
    let known = || speakers.get(before).cloned().flatten();
    let whole = findings.get(at).is_some_and(|finding| finding.quoted == Quoted::Whole);
    match apart {
        0 => finding.announces.clone().or_else(known),
        1 => finding.announces.clone().or_else(|| known().filter(|_| whole || finding.quoted != Quoted::Little)),
        _ => None,
    }
}

/// The speaker of the next sentence of the block.
fn next(sentences: &[SentenceSpan], speakers: &[Option<Speaker>], at: usize) -> Option<Speaker> {
    let here = sentences.get(at)?;
    sentences.get(at + 1).filter(|next| next.block == here.block)?;
    speakers.get(at + 1).cloned().flatten()
}

/// All sentences that share a quotation share its speaker, and so do those of one that goes on in the next block, whether its speaker
/// is named at its beginning or, as newspapers do, at its end.
fn within(sentences: &[SentenceSpan], quotes: &[QuotedSpan], speakers: &mut [Option<Speaker>]) {
    let mut parts: Vec<(Range<usize>, Option<Speaker>)> = Vec::with_capacity(quotes.len());
    let mut from = 0;
    for quote in quotes {
        while sentences.get(from).is_some_and(|sentence| sentence.span.end <= quote.marked.start) {
            from += 1;
        }
        let inside = |at: &usize| sentences.get(*at).is_some_and(|sentence| sentence.span.start < quote.marked.end);
        let to = (from..sentences.len()).take_while(inside).last();
        let range = to.map_or(from..from, |to| from..to + 1);
        let owner = [range.start, range.end.saturating_sub(1)].into_iter().filter(|at| range.contains(at));
        let owner = owner.filter_map(|at| speakers.get(at)).find_map(Clone::clone);
        let before = parts.last().and_then(|(_, owner)| owner.clone()).filter(|_| quote.continues);
        parts.push((range, owner.or(before)));
    }
    let mut later: Option<Speaker> = None;
    for ((_, owner), quote) in parts.iter_mut().zip(quotes).rev() {
        *owner = owner.take().or(later);
        later = owner.clone().filter(|_| quote.continues);
    }
    for (range, owner) in parts {
        for slot in speakers.iter_mut().take(range.end).skip(range.start).filter(|slot| slot.is_none()) {
            *slot = owner.clone().map(asserting);
        }
    }
}
