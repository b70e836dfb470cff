//! What became of a claim: of any stretch of the old text, be it a figure, a sentence or two paragraphs.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::common;
use super::words::{ComparedWord, Numbers};
use super::{Fate, Redraft, Successor, fold};
use crate::text::Span;

/// What became of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimFate {
    /// Its fate.
    pub is: Fate,
    /// Where its words are in the new text, in bytes, in order, on grapheme boundaries; none when it is gone.
    pub spans: Vec<Span>,
    /// Its words in the old text.
    pub was: String,
    /// True when it is changed only by what stands around it: its own words are the same, the sentence is not.
    pub around: bool,
}

/// White space and punctuation at either end of a claim that are looked for again, in characters.
const EDGE: usize = 8;

impl Redraft<'_> {
    /// What became of the claim over `claim`, in bytes of the old text. It depends on no other claim.
    ///
    /// A claim is same or moved only when its own words are the same and every sentence that it touches is too: a "not" or another
    /// speaker elsewhere in its sentence may turn it round.
    pub fn fate(&self, claim: Span) -> ClaimFate {
        let was = claim.of(self.old.text);
        let touched = self.touched(claim);
        let answer = |is, spans, around| ClaimFate { is, spans, was: was.to_owned(), around };
        if let Some((is, span)) = self.kept_claim(claim, touched.clone()) {
            return answer(is, vec![span], false);
        }
        let mut spans: Vec<Span> = touched.clone().flat_map(|at| self.projected(claim, at)).collect();
        spans.sort_unstable();
        spans.dedup();
        let single = (touched.len() == 1).then(|| self.successors.get(touched.start)).flatten();
        let is = match (single.map(|successor| &successor.fate), spans.len()) {
            (_, 0) => Fate::Gone,
            (Some(Fate::Split), 2..) => Fate::Split,
            (Some(Fate::Merged), _) => Fate::Merged,
            _ => Fate::Changed,
        };
        let around = matches!(*spans, [span] if fold(span.of(self.new.text)) == fold(was));
        answer(is, spans, around)
    }

    /// The sentences that a claim touches, by their places.
    fn touched(&self, claim: Span) -> Range<usize> {
        let first = self.old.sentences.partition_point(|sentence| sentence.end <= claim.start);
        let end = self.old.sentences.partition_point(|sentence| sentence.start < claim.end);
        first..end.max(first)
    }

    fn old_sentence(&self, at: usize) -> Option<(Span, &Successor)> {
        self.old.sentences.get(at).copied().zip(self.successors.get(at))
    }

    /// Where a claim stands whose words are the same, in sentences that are the same and follow each other.
    fn kept_claim(&self, claim: Span, touched: Range<usize>) -> Option<(Fate, Span)> {
        let mut is = Fate::Same;
        let mut last = None;
        for at in touched.clone() {
            let (_, successor) = self.old_sentence(at)?;
            match successor.fate {
                Fate::Same => {}
                Fate::Moved => is = Fate::Moved,
                Fate::Changed | Fate::Split | Fate::Merged | Fate::Gone | Fate::Other(_) => return None,
            }
            let to = *successor.to.first()?;
            if last.is_some_and(|last| last + 1 != to) {
                return None;
            }
            last = Some(to);
        }
        let first = self.part(claim, touched.start)?;
        let end = if touched.len() == 1 { first } else { self.part(claim, touched.end.checked_sub(1)?)? };
        let span = snapped(self.new.text, Span::new(first.start, end.end));
        let bare = |cut: &super::Cut<'_>, span: Span, at: usize| {
            let words = cut.bare(at)?;
            Some(fold(Span::new(span.start.max(words.start.min(span.end)), span.end).of(cut.text)).into_owned())
        };
        let (_, successor) = self.old_sentence(touched.start)?;
        let was = bare(&self.old, claim, touched.start)?;
        (bare(&self.new, span, *successor.to.first()?)? == was).then_some((is, span))
    }

    /// Where the claim's part of old sentence `at` stands in its equal.
    fn part(&self, claim: Span, at: usize) -> Option<Span> {
        let (sentence, successor) = self.old_sentence(at)?;
        let equal = *self.new.sentences.get(*successor.to.first()?)?;
        let within = Span::new(claim.start.max(sentence.start), claim.end.min(sentence.end));
        if within == sentence {
            return Some(equal);
        }
        let (words, theirs) = (self.old.bare(at)?, self.new.bare(*successor.to.first()?)?);
        let is_before = within.start < words.start;
        let within = Span::new(within.start.max(words.start), within.end);
        if within.start >= within.end {
            return None;
        }
        // One that began before the words begins there still.
        let begun = |span: Span| Span::new(if is_before { equal.start } else { span.start }, span.end);
        self.words_within(words, theirs, within).map(begun)
    }

    /// Where the words at `within` in the old words `sentence` stand in the new ones `equal`, which are the same.
    fn words_within(&self, sentence: Span, equal: Span, within: Span) -> Option<Span> {
        if within == sentence {
            return Some(equal);
        }
        let (old, new) = (sentence.of(self.old.text), equal.of(self.new.text));
        let inside = Span::new(within.start - sentence.start, within.end - sentence.start);
        if old == new {
            return Some(Span::new(equal.start + inside.start, equal.start + inside.end));
        }
        let mut numbers = Numbers::default();
        let (ours, theirs) = (numbers.words(old, self.old.language), numbers.words(new, self.new.language));
        let range = overlapped(&ours, inside);
        let (first, last) = (theirs.get(range.start)?, theirs.get(range.end.checked_sub(1)?)?);
        let wanted = fold(inside.of(old));
        let left = new.get(..first.span.start)?;
        let starts = left.char_indices().rev().map(|(at, _)| at).take(EDGE);
        let right = new.get(last.span.end..)?;
        let ends: Vec<usize> =
            right.char_indices().map(|(at, c)| last.span.end + at + c.len_utf8()).take(EDGE).collect();
        for start in std::iter::once(first.span.start).chain(starts) {
            for end in std::iter::once(last.span.end).chain(ends.iter().copied()) {
                if fold(Span::new(start, end).of(new)) == wanted {
                    return Some(Span::new(equal.start + start, equal.start + end));
                }
            }
        }
        None
    }

    /// Where the claim's part of old sentence `at` stands now, with whatever words.
    fn projected(&self, claim: Span, at: usize) -> Vec<Span> {
        let Some((sentence, successor)) = self.old_sentence(at) else { return Vec::new() };
        let to = successor.to.iter().filter_map(|to| self.new.sentences.get(*to).copied());
        if claim.covers(sentence) {
            return to.collect();
        }
        let mut numbers = Numbers::default();
        let words = numbers.words(sentence.of(self.old.text), self.old.language);
        let inside = Span::new(claim.start.saturating_sub(sentence.start), claim.end.saturating_sub(sentence.start));
        let range = overlapped(&words, inside);
        let mut spans = Vec::new();
        for new in to {
            let theirs = numbers.words(new.of(self.new.text), self.new.language);
            let Some(found) = successors_of(&words, &theirs, &range, successor.to.len() == 1) else { continue };
            let (Some(first), Some(last)) = (theirs.get(found.start), theirs.get(found.end - 1)) else { continue };
            // A claim that reached to the sentence's first or last mark still does.
            let opens = inside.start == 0 && found.start == 0;
            let closes = inside.end >= sentence.len() && found.end == theirs.len();
            let start = if opens { new.start } else { new.start + first.span.start };
            let end = if closes { new.end } else { new.start + last.span.end };
            spans.push(snapped(self.new.text, Span::new(start, end)));
        }
        spans
    }
}

/// The places of the words that a span touches.
fn overlapped(words: &[ComparedWord], span: Span) -> Range<usize> {
    let first = words.partition_point(|word| word.span.end <= span.start);
    let end = words.partition_point(|word| word.span.start < span.end);
    first..end.max(first)
}

/// The new words that stand where the old words `range` stood: those that answer to them, and at an edge that has no answer what
/// stands between its neighbours' answers. `None` when there are none. `only` tells that the sentence went nowhere else.
fn successors_of(old: &[ComparedWord], new: &[ComparedWord], range: &Range<usize>, only: bool) -> Option<Range<usize>> {
    let found = common::matches(old, new);
    let before = found.iter().rev().find(|same| same.old < range.start).map_or(0, |same| same.new + 1);
    let behind = found.iter().find(|same| same.old >= range.end).map_or(new.len(), |same| same.new);
    let mut inside = found.iter().filter(|same| range.contains(&same.old)).peekable();
    let Some(first) = inside.peek().copied() else {
        // Replaced; but a long insertion beside what was taken out is not its successor.
        let few = behind.saturating_sub(before) <= 2 * range.len() + 2;
        return (only && few && before < behind && !range.is_empty()).then_some(before..behind);
    };
    let last = inside.last().unwrap_or(first);
    let start = if first.old == range.start || !only { first.new } else { before };
    let end = if last.old + 1 == range.end || !only { last.new + 1 } else { behind };
    Some(start..end.max(start + 1))
}

/// `span` widened to grapheme boundaries of `text`.
fn snapped(text: &str, span: Span) -> Span {
    let is_boundary = |at: usize| GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true);
    let back = |at: usize| GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0);
    let on = |at: usize| {
        GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
    };
    Span::new(
        if is_boundary(span.start) { span.start } else { back(span.start) },
        if is_boundary(span.end) { span.end } else { on(span.end) },
    )
}
