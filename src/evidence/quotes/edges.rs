//! The outermost words of a quote: an alignment begins and ends anywhere, so that leaving a word out there costs less than another word
//! for it, and less than words that the quote leaves out before its last.

use super::align::AlignStep;
use super::pattern::{Part, Pattern};
use crate::evidence::words::{Word, begins, same};

/// Words at either end of a quote that are held against what was said there, at most.
const OUTER: usize = 3;
/// Words that a quote may leave out before its last, or behind its first.
const LEFT_OUT: usize = 5;

/// The steps with the outermost words of the quote on those that were said in their place.
pub(super) fn closed(steps: &[AlignStep], pattern: &Pattern, said: &[Word], text: &str) -> Vec<AlignStep> {
    let edges = Edges { pattern, said, text };
    let met = |step: &AlignStep| match *step {
        AlignStep::Same(_, word) | AlignStep::Joined(_, word) => Some(word),
        AlignStep::Other(..) | AlignStep::Added(_) | AlignStep::Lost(_) | AlignStep::Mark(_) | AlignStep::Under(..) => {
            None
        }
    };
    let first = steps.iter().position(|step| met(step).is_some());
    let last = steps.iter().rposition(|step| met(step).is_some());
    let (Some(first), Some(last)) = (first, last) else { return steps.to_vec() };
    let anchored = |at: usize| steps.get(at).and_then(met).unwrap_or_default();
    let head = steps.get(..first).unwrap_or_default().iter().rev().copied();
    let tail = steps.get(last + 1..).unwrap_or_default().iter().copied();
    let mut made = edges.laid(head.collect(), anchored(first), false);
    made.reverse();
    made.extend(steps.get(first..=last).unwrap_or_default());
    made.extend(edges.laid(tail.collect(), anchored(last), true));
    made
}

/// True where a sentence ends behind this word of the transcript.
pub(super) fn ends_sentence(word: &Word, text: &str) -> bool {
    let rest = text.get(word.span.end..).unwrap_or_default();
    rest.trim_start_matches(['"', '”', '’', ')']).starts_with(['.', '!', '?'])
}

/// True where two words of a transcript that follow each other are of two sentences or two speakers.
pub(super) fn are_apart(one: &Word, other: &Word, text: &str) -> bool {
    let between = text.get(one.span.end..other.span.start).unwrap_or_default();
    ends_sentence(one, text) || between.contains('\n')
}

struct Edges<'a> {
    pattern: &'a Pattern,
    said: &'a [Word],
    text: &'a str,
}

impl Edges<'_> {
    /// Lays `outer`, words that were added, from the inside on, each on the word that was said in its place beyond `anchor`; many are
    /// a clause of their own.
    fn laid(&self, outer: Vec<AlignStep>, anchor: usize, behind: bool) -> Vec<AlignStep> {
        let added = |step: &AlignStep| if let AlignStep::Added(part) = *step { Some(part) } else { None };
        let Some(parts) = outer.iter().map(added).collect::<Option<Vec<usize>>>() else { return outer };
        if parts.is_empty() || parts.len() > OUTER {
            return outer;
        }
        let (alone, parts): (Vec<usize>, Vec<usize>) =
            parts.into_iter().partition(|part| self.is_light(*part) || self.is_doubled(*part, behind));
        let near = self.beyond(anchor, behind, parts.len() + LEFT_OUT);
        let mut made: Vec<AlignStep> = alone.into_iter().map(AlignStep::Added).collect();
        let (mut own, mut said) = (0, 0);
        for (at, there) in self.common(&parts, &near) {
            made.extend(between(parts.get(own..at), near.get(said..there)));
            if let (Some(part), Some(word)) = (parts.get(at), near.get(there)) {
                made.push(AlignStep::Same(*part, *word));
            }
            (own, said) = (at + 1, there + 1);
        }
        // Beyond the last that is the same each stands for the one in its place.
        let rest = parts.get(own..).unwrap_or_default();
        made.extend(between(Some(rest), near.get(said..near.len().min(said + rest.len()))));
        made
    }

    fn is_light(&self, part: usize) -> bool {
        matches!(self.pattern.parts.get(part), Some(Part::Word(word)) if word.weight.is_light())
    }

    /// True for a word that the quote has twice in a row.
    fn is_doubled(&self, part: usize, behind: bool) -> bool {
        let inner = if behind { part.checked_sub(1) } else { part.checked_add(1) };
        let word = |at: usize| {
            self.pattern
                .parts
                .get(at)
                .and_then(|part| if let Part::Word(word) = part { Some(&word.form) } else { None })
        };
        inner.and_then(word).is_some_and(|inner| word(part) == Some(inner))
    }

    /// The next words beyond `word`, at most `count`, without those that nobody misses, as far as the sentence and the speaker go.
    fn beyond(&self, word: usize, behind: bool, count: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut at = word;
        while found.len() < count {
            let Some(next) = (if behind { at.checked_add(1) } else { at.checked_sub(1) }) else { break };
            let (Some(one), Some(other)) = (self.said.get(at.min(next)), self.said.get(at.max(next))) else { break };
            if are_apart(one, other, self.text) {
                break;
            }
            if self.said.get(next).is_some_and(|word| !word.weight.is_light()) {
                found.push(next);
            }
            at = next;
        }
        found
    }

    /// The places in `parts` and `near` of words that are the same, in the order of both, as many as there can be.
    fn common(&self, parts: &[usize], near: &[usize]) -> Vec<(usize, usize)> {
        let Some((first, rest)) = parts.split_first() else { return Vec::new() };
        let without = self.common(rest, near).into_iter().map(|(at, there)| (at + 1, there)).collect::<Vec<_>>();
        let Some(there) = near.iter().position(|word| self.meets(*first, *word)) else { return without };
        let behind = self.common(rest, near.get(there + 1..).unwrap_or_default());
        let with = behind.into_iter().map(|(at, further)| (at + 1, further + there + 1));
        let with: Vec<(usize, usize)> = std::iter::once((0, there)).chain(with).collect();
        if with.len() >= without.len() { with } else { without }
    }

    fn meets(&self, part: usize, word: usize) -> bool {
        match (self.pattern.parts.get(part), self.said.get(word)) {
            (Some(Part::Word(own)), Some(said)) => same(&own.form, &said.form) || begins(&own.form, &said.form),
            _ => false,
        }
    }
}

/// Words of the quote and words that were said in the same place, none of which are the same.
fn between(parts: Option<&[usize]>, words: Option<&[usize]>) -> Vec<AlignStep> {
    let (parts, words) = (parts.unwrap_or_default(), words.unwrap_or_default());
    let pairs = parts.iter().zip(words).map(|(part, word)| AlignStep::Other(*part, *word));
    let added = parts.iter().skip(words.len()).map(|part| AlignStep::Added(*part));
    let lost = words.iter().skip(parts.len()).map(|word| AlignStep::Lost(*word));
    pairs.chain(added).chain(lost).collect()
}
