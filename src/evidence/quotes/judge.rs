//! What an alignment of a quote with a transcript is worth.

use super::Standing;
use super::align::{AlignStep, Alignment};
use super::pattern::{Part, Pattern};
use super::place::GAP;
use crate::evidence::words::{Weight, Word, denies};
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

/// What came of an alignment.
pub(super) struct Verdict {
    pub(super) standing: Standing,
    /// The words that were said, in bytes of the transcript.
    pub(super) span: Span,
    pub(super) mends: Vec<Mend>,
    pub(super) says: Vec<String>,
    /// Parts at the quote's beginning of which nothing was found here.
    pub(super) lead: usize,
}

/// Words that brackets may stand for.
const PUT: usize = 5;
/// So many words in a row are found, whatever stands round them.
const RUN: usize = 5;
/// Words at either end of a quote that are held against what was said there, at most.
const OUTER: usize = 3;
/// Words at the edge of a gap that belong to the clause which the quote goes on with.
const EDGE: usize = 2;

/// Judges `alignment`, which lays `pattern` of `quote` over `said`, words of `text`.
pub(super) fn judge(pattern: &Pattern, quote: &str, said: &[Word], text: &str, alignment: &Alignment) -> Verdict {
    let alignment = closed(&alignment.steps, pattern, said, text);
    let steps = trimmed(&alignment);
    let Some(span) = stretch(steps, said) else {
        return Verdict {
            standing: Standing::NotFound,
            span: Span::new(0, 0),
            mends: Vec::new(),
            says: Vec::new(),
            lead: 0,
        };
    };
    let mut reading = QuoteReading { pattern, quote, said, text, mends: Vec::new(), says: Vec::new() };
    let marks = reading.marks(steps);
    reading.words(&alignment);
    let standing = if !found(steps, pattern.words()) {
        Standing::NotFound
    } else if !reading.mends.is_empty() || marks == Some(false) {
        Standing::Altered
    } else if marks == Some(true) || pattern.letter {
        Standing::Marked
    } else {
        Standing::Exact
    };
    let lead = steps.iter().find_map(|step| match *step {
        AlignStep::Same(part, _) | AlignStep::Joined(part, _) => Some(part),
        AlignStep::Other(..) | AlignStep::Added(_) | AlignStep::Lost(_) | AlignStep::Mark(_) | AlignStep::Under(..) => {
            None
        }
    });
    Verdict { standing, span, mends: reading.mends, says: reading.says, lead: lead.unwrap_or(0) }
}

/// The steps with the outermost words of the quote on those that were said in their place: an alignment begins and ends anywhere, so
/// that leaving a word out there costs less than another word for it.
fn closed(steps: &[AlignStep], pattern: &Pattern, said: &[Word], text: &str) -> Vec<AlignStep> {
    let met = |step: &AlignStep| match *step {
        AlignStep::Same(_, word) | AlignStep::Joined(_, word) => Some(word),
        AlignStep::Other(..) | AlignStep::Added(_) | AlignStep::Lost(_) | AlignStep::Mark(_) | AlignStep::Under(..) => {
            None
        }
    };
    let mut made = steps.to_vec();
    let (first, last) =
        (steps.iter().position(|step| met(step).is_some()), steps.iter().rposition(|step| met(step).is_some()));
    if let Some((at, word)) = last.and_then(|at| Some((at, met(steps.get(at)?)?))) {
        let outer = made.get_mut(at + 1..).unwrap_or_default();
        lay(outer.iter_mut(), pattern, |from| beside(said, text, from.unwrap_or(word), true));
    }
    if let Some((at, word)) = first.and_then(|at| Some((at, met(steps.get(at)?)?))) {
        let outer = made.get_mut(..at).unwrap_or_default();
        lay(outer.iter_mut().rev(), pattern, |from| beside(said, text, from.unwrap_or(word), false));
    }
    made
}

/// Lays words that were added, from the inside on, each on the one that `next` finds beyond the last; many are a clause of their own.
fn lay<'s>(
    outer: impl ExactSizeIterator<Item = &'s mut AlignStep>,
    pattern: &Pattern,
    next: impl Fn(Option<usize>) -> Option<usize>,
) {
    if outer.len() > OUTER {
        return;
    }
    let mut from = None;
    for step in outer {
        let AlignStep::Added(part) = *step else { return };
        if matches!(pattern.parts.get(part), Some(Part::Word(word)) if word.weight == Weight::Filler) {
            continue;
        }
        let Some(word) = next(from) else { return };
        *step = AlignStep::Other(part, word);
        from = Some(word);
    }
}

/// The word that was said behind `word` or before it, fillers passed over; `None` where the sentence or the speaker is another.
fn beside(said: &[Word], text: &str, word: usize, behind: bool) -> Option<usize> {
    let mut at = word;
    loop {
        let next = if behind { at + 1 } else { at.checked_sub(1)? };
        let (one, other) = (said.get(at.min(next))?, said.get(at.max(next))?);
        let between = text.get(one.span.end..other.span.start).unwrap_or_default();
        if ends_sentence(one, text) || between.contains('\n') {
            return None;
        }
        if said.get(next)?.weight != Weight::Filler {
            return Some(next);
        }
        at = next;
    }
}

/// Does a sentence end after this word of the transcript?
fn ends_sentence(word: &Word, text: &str) -> bool {
    let rest = text.get(word.span.end..).unwrap_or_default();
    rest.trim_start_matches(['"', '”', '’', ')']).starts_with(['.', '!', '?'])
}

/// The steps without what was said before the first and after the last word of the quote that has its place.
fn trimmed(steps: &[AlignStep]) -> &[AlignStep] {
    let met = |step: &AlignStep| matches!(step, AlignStep::Same(..) | AlignStep::Joined(..) | AlignStep::Other(..));
    let first = steps.iter().position(met).unwrap_or(0);
    let last = steps.iter().rposition(met).map_or(0, |at| at + 1);
    steps.get(first..last).unwrap_or_default()
}

/// From the first word said to the last.
fn stretch(steps: &[AlignStep], said: &[Word]) -> Option<Span> {
    let word = |step: &AlignStep| match *step {
        AlignStep::Same(_, word) | AlignStep::Joined(_, word) | AlignStep::Other(_, word) => said.get(word),
        AlignStep::Added(_) | AlignStep::Lost(_) | AlignStep::Mark(_) | AlignStep::Under(..) => None,
    };
    let first = steps.iter().find_map(word)?;
    let last = steps.iter().rev().find_map(word)?;
    Some(Span::new(first.span.start, last.span.end.max(first.span.end)))
}

/// Is enough of the quote there to call it said: most of its words, or a run of them?
fn found(steps: &[AlignStep], words: usize) -> bool {
    let (mut met, mut run, mut longest) = (0_usize, 0_usize, 0_usize);
    for step in steps {
        match step {
            AlignStep::Same(..) | AlignStep::Joined(..) => {
                met += 1;
                run += 1;
                longest = longest.max(run);
            }
            AlignStep::Mark(_) | AlignStep::Under(..) => {}
            AlignStep::Other(..) | AlignStep::Added(_) | AlignStep::Lost(_) => run = 0,
        }
    }
    longest >= RUN.min(words) || (met * 10 >= words * 6 && longest >= 3.min(words))
}

struct QuoteReading<'a> {
    pattern: &'a Pattern,
    quote: &'a str,
    said: &'a [Word],
    text: &'a str,
    mends: Vec<Mend>,
    says: Vec<String>,
}

impl QuoteReading<'_> {
    /// Is every mark used as marks are? `None` when the quote has none that stands for anything.
    fn marks(&mut self, steps: &[AlignStep]) -> Option<bool> {
        let mut sound = None;
        let first = steps.iter().find_map(|step| if let AlignStep::Same(part, _) = step { Some(*part) } else { None });
        for (at, part) in self.pattern.parts.iter().enumerate() {
            let under: Vec<usize> = steps
                .iter()
                .filter_map(
                    |step| if let AlignStep::Under(of, word) = *step { (of == at).then_some(word) } else { None },
                )
                .collect();
            let good = match part {
                Part::Word(_) => continue,
                Part::Gap if under.is_empty() && first.is_some_and(|first| first < at) => continue,
                Part::Gap => self.gap(&under),
                Part::Put(words) => self.put(words, &under),
            };
            sound = Some(sound.unwrap_or(true) && good);
        }
        sound
    }

    fn gap(&mut self, under: &[usize]) -> bool {
        if under.len() > GAP {
            self.says.push(format!("the ellipsis stands for {} words", under.len()));
            return false;
        }
        let ends = |word: &usize| self.said.get(*word).is_some_and(|word| ends_sentence(word, self.text));
        // The clause that the quote breaks off in, and the one that it goes on with.
        let head = under.iter().take(EDGE).take_while(|word| !ends(word));
        let tail = under.iter().rev().take(EDGE).take_while(|word| !ends(word));
        let denied = head.chain(tail).filter_map(|word| self.said.get(*word)).find(|word| denies(&word.form));
        if let Some(word) = denied {
            self.says.push(format!("the ellipsis hides {:?}", word.form));
        }
        denied.is_none()
    }

    fn put(&mut self, words: &str, under: &[usize]) -> bool {
        let hidden = under.iter().filter_map(|word| self.said.get(*word)).find(|word| denies(&word.form));
        let says = if let Some(word) = hidden {
            format!("[{words}] hides {:?}", word.form)
        } else if under.len() > PUT {
            format!("[{words}] stands for {} words", under.len())
        } else if crate::evidence::words::words(words, "").iter().any(|word| denies(&word.form)) {
            format!("[{words}] denies what was said")
        } else {
            return true;
        };
        self.says.push(says);
        false
    }

    /// Collects the words that differ.
    fn words(&mut self, steps: &[AlignStep]) {
        let mut passed = false;
        let first = steps.iter().position(|step| !matches!(step, AlignStep::Lost(_) | AlignStep::Under(..)));
        for step in steps.iter().skip(first.unwrap_or(0)) {
            let mend = match *step {
                AlignStep::Other(part, word) => Mend::Changed(self.own(part), self.heard(word)),
                AlignStep::Added(part) if !self.light(part) => Mend::Added(self.own(part)),
                AlignStep::Lost(word) if self.said.get(word).is_some_and(|word| word.weight == Weight::Said) => {
                    Mend::Lost(self.heard(word))
                }
                AlignStep::Added(_) | AlignStep::Lost(_) => {
                    passed = true;
                    continue;
                }
                AlignStep::Same(..) | AlignStep::Joined(..) | AlignStep::Mark(_) | AlignStep::Under(..) => continue,
            };
            self.mends.push(mend);
        }
        if passed {
            self.says.push("fillers passed over".to_owned());
        }
    }

    fn light(&self, part: usize) -> bool {
        matches!(self.pattern.parts.get(part), Some(Part::Word(word)) if word.weight == Weight::Filler)
    }

    fn own(&self, part: usize) -> String {
        match self.pattern.parts.get(part) {
            Some(Part::Word(word)) if !self.pattern.letter => word.span.of(self.quote).to_owned(),
            Some(Part::Word(word)) => word.form.clone(),
            _ => String::new(),
        }
    }

    fn heard(&self, word: usize) -> String {
        self.said.get(word).map(|word| word.span.of(self.text).to_owned()).unwrap_or_default()
    }
}
