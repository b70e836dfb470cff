//! How a quote's words differ from those that were said, as one would tell it: a run of words at a time.

use super::align::AlignStep;
use super::pattern::{Part, Pattern};
use crate::evidence::words::{Weight, Word};
use crate::text::Span;

/// A difference between a quote and what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// The quote has the first words, said were the second.
    Changed(String, String),
    /// The quote has words that were not said.
    Added(String),
    /// Words were said that the quote leaves out.
    Lost(String),
}

/// The two sides of an alignment.
#[derive(Clone, Copy)]
pub(super) struct QuoteSides<'a> {
    pub(super) pattern: &'a Pattern,
    pub(super) quote: &'a str,
    pub(super) said: &'a [Word],
    pub(super) text: &'a str,
}

/// Words of both sides that stand in the same place and are not the same.
#[derive(Default)]
struct DifferingRun {
    parts: Vec<usize>,
    words: Vec<usize>,
    /// Every word stands for one.
    paired: bool,
}

/// The words that differ in `steps`, and what was passed over: a few words each.
pub(super) fn mends(steps: &[AlignStep], sides: QuoteSides<'_>) -> (Vec<Mend>, Vec<String>) {
    let (mut found, mut run) = (Vec::new(), DifferingRun::default());
    let (mut fillers, mut stumbles) = (false, false);
    let mut before: Option<(usize, usize)> = None;
    let first = steps.iter().position(|step| !matches!(step, AlignStep::Lost(_) | AlignStep::Under(..)));
    for step in steps.iter().skip(first.unwrap_or(0)) {
        match *step {
            AlignStep::Other(part, word) => {
                run.paired |= run.parts.is_empty() && run.words.is_empty();
                run.parts.push(part);
                run.words.push(word);
            }
            AlignStep::Added(part) if sides.own(part).is_some_and(|word| !word.weight.is_light()) => {
                run.paired = false;
                run.parts.push(part);
            }
            AlignStep::Lost(word) if sides.said.get(word).is_some_and(|word| word.weight == Weight::Said) => {
                run.paired = false;
                run.words.push(word);
            }
            AlignStep::Lost(word) if sides.said.get(word).is_some_and(|word| word.weight == Weight::Stumble) => {
                stumbles = true;
            }
            AlignStep::Added(_) | AlignStep::Lost(_) => fillers = true,
            AlignStep::Same(part, word) | AlignStep::Joined(part, word) => {
                found.extend(sides.told(std::mem::take(&mut run), before));
                before = Some((part, word));
            }
            AlignStep::Mark(_) | AlignStep::Under(..) => {
                found.extend(sides.told(std::mem::take(&mut run), before));
                before = None;
            }
        }
    }
    found.extend(sides.told(run, before));
    let passed = [(fillers, "fillers passed over"), (stumbles, "what was said twice is told once")];
    (found, passed.iter().filter(|(is, _)| *is).map(|(_, says)| (*says).to_owned()).collect())
}

impl QuoteSides<'_> {
    fn own(&self, part: usize) -> Option<&Word> {
        if let Some(Part::Word(word)) = self.pattern.parts.get(part) { Some(word) } else { None }
    }

    /// A run of words that differ, behind the pair `before` that is the same.
    fn told(&self, run: DifferingRun, before: Option<(usize, usize)>) -> Vec<Mend> {
        let DifferingRun { mut parts, mut words, paired } = run;
        if paired {
            let pair = |(part, word): (&usize, &usize)| Mend::Changed(self.own_words(&[*part]), self.heard(&[*word]));
            return parts.iter().zip(&words).map(pair).collect();
        }
        // "don't" is one word, of which "do" is the same.
        if let Some((part, word)) = before {
            let within =
                |one: Option<&Word>, other: Option<&Word>| one.zip(other).is_some_and(|(a, b)| a.span == b.span);
            let spoken = words.first().is_some_and(|first| within(self.said.get(*first), self.said.get(word)));
            let written = parts.first().is_some_and(|first| within(self.own(*first), self.own(part)));
            if spoken || written {
                parts.insert(0, part);
                words.insert(0, word);
            }
        }
        match (parts.is_empty(), words.is_empty()) {
            (true, true) => Vec::new(),
            (false, true) => vec![Mend::Added(self.own_words(&parts))],
            (true, false) => vec![Mend::Lost(self.heard(&words))],
            (false, false) => vec![Mend::Changed(self.own_words(&parts), self.heard(&words))],
        }
    }

    fn own_words(&self, parts: &[usize]) -> String {
        let words: Vec<&Word> = parts.iter().filter_map(|part| self.own(*part)).collect();
        if self.pattern.letter {
            return words.iter().map(|word| word.form.as_str()).collect::<Vec<_>>().join(" ");
        }
        over(words.into_iter(), self.quote)
    }

    fn heard(&self, words: &[usize]) -> String {
        over(words.iter().filter_map(|word| self.said.get(*word)), self.text)
    }
}

/// The words of `text` from the first of `words` to the last.
fn over<'w>(words: impl Iterator<Item = &'w Word>, text: &str) -> String {
    let whole =
        words.map(|word| word.span).reduce(|one, next| Span::new(one.start.min(next.start), one.end.max(next.end)));
    whole.map(|span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
}
