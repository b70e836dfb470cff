//! What an alignment of a quote with a transcript is worth.

use super::Standing;
use super::align::{AlignStep, Alignment};
use super::asking;
use super::edges::{closed, ends_sentence};
use super::left_out;
use super::mends::{Mend, QuoteSides, mends};
use super::pattern::{Part, Pattern};
use super::place::GAP;
use crate::evidence::words::{Word, denies};
use crate::text::Span;

/// What came of an alignment.
pub(super) struct Verdict {
    pub(super) standing: Standing,
    /// The words that were said, in bytes of the transcript.
    pub(super) span: Span,
    pub(super) mends: Vec<Mend>,
    pub(super) says: Vec<String>,
    /// Parts at the quote's beginning of which nothing was found here.
    pub(super) lead: usize,
    /// It is short, and this is where it was said as likely as not.
    pub(super) loosely: bool,
}

/// Words that brackets may stand for.
const PUT: usize = 5;
/// So many words in a row are found, whatever stands round them.
const RUN: usize = 5;
/// So many words about one that was changed are found, where nothing else differs.
const NEAR: usize = 3;
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
            loosely: false,
        };
    };
    let mut reading = QuoteReading { pattern, said, text, says: Vec::new() };
    let marks = reading.marks(steps);
    let sides = QuoteSides { pattern, quote, said, text };
    let (mends, passed) = mends(&alignment, sides);
    reading.says.extend(passed);
    let asking = asking::wrong(steps, sides);
    let holding = holding(steps, pattern.words());
    let standing = if holding == Holding::Not {
        Standing::NotFound
    } else if !mends.is_empty() || marks == Some(false) || asking.is_some() {
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
    reading.says.extend(asking);
    let loosely = holding == Holding::Loosely;
    Verdict { standing, span, mends, says: reading.says, lead: lead.unwrap_or(0), loosely }
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

/// How surely a place is that of a quote.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holding {
    /// Most of its words are there, or a run of them.
    Surely,
    /// Of a short quote all words are there with hardly any between, or all but one.
    Loosely,
    /// It is another place.
    Not,
}

/// Is enough of the quote there to call it said?
fn holding(steps: &[AlignStep], words: usize) -> Holding {
    let (mut met, mut run, mut longest) = (0_usize, 0_usize, 0_usize);
    let other = steps.iter().filter(|step| matches!(step, AlignStep::Other(..) | AlignStep::Added(_))).count();
    let lost = steps.iter().filter(|step| matches!(step, AlignStep::Lost(_))).count();
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
    let is_near = met >= NEAR && met + 1 >= words && other == 1 && lost == 0;
    if longest >= RUN.min(words) || (met * 10 >= words * 6 && longest >= 3.min(words)) {
        Holding::Surely
    } else if is_near || (met >= words && words > 1 && lost <= left_out::most(words)) {
        Holding::Loosely
    } else {
        Holding::Not
    }
}

struct QuoteReading<'a> {
    pattern: &'a Pattern,
    said: &'a [Word],
    text: &'a str,
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
}
