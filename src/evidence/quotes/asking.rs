//! A statement that a quote makes a question of, or the other way round: the words are the same, and what is said is not.

use super::align::AlignStep;
use super::edges::ends_sentence;
use super::mends::QuoteSides;
use super::pattern::Part;
use crate::evidence::words::Word;

/// Words that a question begins with. Where the words ask, it says nothing how a transcript closes them.
const ASKING: [&str; 35] = [
    "who", "what", "when", "where", "why", "how", "which", "whose", "whom", "do", "does", "did", "is", "are", "was",
    "were", "am", "have", "has", "had", "can", "could", "will", "would", "shall", "should", "may", "might", "must",
    "wer", "wann", "wo", "warum", "wie", "welche",
];
/// Words before a question that are no part of it.
const LEADING: [&str; 11] = ["and", "but", "so", "or", "well", "now", "then", "because", "okay", "und", "aber"];

/// What a sentence closes with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Closes {
    Asking,
    Stating,
}

/// What is wrong with a question mark of the quote, or with one that it lacks; nothing where the transcript has no marks.
pub(super) fn wrong(steps: &[AlignStep], sides: QuoteSides<'_>) -> Option<String> {
    if sides.pattern.letter {
        return None;
    }
    let met = |step: &AlignStep| if let AlignStep::Same(part, word) = *step { Some((part, word)) } else { None };
    steps
        .iter()
        .filter_map(met)
        .find_map(|(part, word)| {
            let (here, there) = (written(part, sides)?, spoken(word, sides));
            if begins_asking(word, sides) {
                return None;
            }
            match (here, there) {
                (Closes::Asking, Some((Closes::Stating, _))) => Some("asked in the quote, stated where it was said"),
                (Closes::Stating, Some((Closes::Asking, true))) => Some("stated in the quote, asked where it was said"),
                _ => None,
            }
        })
        .map(str::to_owned)
}

/// What closes the quote behind its part `part`; its end states.
fn written(part: usize, sides: QuoteSides<'_>) -> Option<Closes> {
    let Some(Part::Word(word)) = sides.pattern.parts.get(part) else { return None };
    let rest = sides.quote.get(word.span.end..)?;
    let marks = rest.get(..rest.find(char::is_alphanumeric).unwrap_or(rest.len()))?;
    // Of a contraction the first half is followed by nothing.
    let Some(Part::Word(next)) = sides.pattern.parts.get(part + 1) else {
        return (part + 1 == sides.pattern.parts.len()).then(|| closing(marks).unwrap_or(Closes::Stating));
    };
    if next.span == word.span { None } else { closing(marks) }
}

fn closing(marks: &str) -> Option<Closes> {
    let mark = marks.chars().find(|c| matches!(c, '.' | '!' | '?' | '…'))?;
    match mark {
        '?' => Some(Closes::Asking),
        '.' | '!' if !marks.contains("..") && !marks.contains('?') => Some(Closes::Stating),
        _ => None,
    }
}

/// What closes the sentence that holds word `word`, and whether that stands right behind it.
fn spoken(word: usize, sides: QuoteSides<'_>) -> Option<(Closes, bool)> {
    let own = sides.said.get(word)?;
    let line = sides.text.get(own.span.end..)?.lines().next().unwrap_or_default();
    let mut at = line.find(['.', '!', '?'])?;
    // A point within a number or a name closes nothing.
    while line.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) {
        at += 1 + line.get(at + 1..)?.find(['.', '!', '?'])?;
    }
    let closes = if line.get(at..)?.starts_with('?') { Closes::Asking } else { Closes::Stating };
    let behind = !line.get(..at)?.contains(char::is_alphanumeric);
    Some((closes, behind))
}

/// True where the sentence of word `word` begins as questions do.
fn begins_asking(word: usize, sides: QuoteSides<'_>) -> bool {
    let begins = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| sides.said.get(before));
        let line = |one: &Word, next: &Word| {
            sides.text.get(one.span.end..next.span.start).is_some_and(|gap| gap.contains('\n'))
        };
        before.zip(sides.said.get(*at)).is_none_or(|(one, next)| ends_sentence(one, sides.text) || line(one, next))
    };
    let Some(first) = (0..=word).rev().find(begins) else { return false };
    let mut forms = sides.said.get(first..=word).unwrap_or_default().iter().map(|word| word.form.as_str());
    forms.find(|form| !LEADING.contains(form)).is_some_and(|form| ASKING.contains(&form))
}
