//! Judges a sentence by its form: question, request, fragment, quotation, credit, length.

use super::findings::Findings;
use super::reasons::ReasonCode;
use super::words::{is_past, is_verb};
use crate::propose::tokens::{Token, WordClass};
use crate::review::Span;

/// Words from which on length counts, and how many of them double it.
const LONG: f64 = 8.0;

/// What is known of a sentence besides its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct SentenceForm {
    /// All of it, in bytes.
    pub(super) whole: Span,
    /// Its words are known.
    pub(super) english: bool,
    /// It is a headline or a dek, which does without verbs and stops.
    pub(super) prominent: bool,
    /// It is the row of a table, which says what its figure counts by the words beside it and over it.
    pub(super) tabular: bool,
}

impl SentenceForm {
    /// Notes what the form says. Comes after the other finders, for what was found decides whether a sentence is vague.
    pub(super) fn find(self, tokens: &[Token<'_>], found: &mut Findings) {
        let words = words(tokens);
        question(tokens, found);
        quotation(tokens, found);
        if self.english {
            command(tokens, found);
        }
        let told = self.prominent && words >= TOLD || self.tabular && found.any(&FIGURES);
        if !told {
            fragment(tokens, words, self.english, found);
        }
        credit(tokens, words, found);
        if words > LONG {
            found.add(ReasonCode::Length, self.whole, (words / LONG).log2().min(2.0));
        }
        if !told {
            vague(self.whole, found);
        }
    }
}

/// What makes the row of a table a statement.
const FIGURES: [ReasonCode; 3] = [ReasonCode::Quantity, ReasonCode::Money, ReasonCode::Share];

/// Words from which on a headline says something: two name a section.
const TOLD: f64 = 3.0;

/// Notes that nothing was found that can be looked up.
fn vague(whole: Span, found: &mut Findings) {
    let specific = [
        ReasonCode::Quantity,
        ReasonCode::Money,
        ReasonCode::Share,
        ReasonCode::Rank,
        ReasonCode::Date,
        ReasonCode::Name,
        ReasonCode::Office,
        ReasonCode::Matter,
    ];
    if !found.any(&specific) {
        found.add(ReasonCode::Vague, whole, 1.0);
    }
}

/// How many words the sentence has; in scripts without blanks, two characters stand for one.
fn words(tokens: &[Token<'_>]) -> f64 {
    let count = |token: &Token<'_>| match token.text.chars().next() {
        Some(first) if token.is_word() && without_blanks(first) => token.text.chars().count().div_ceil(2),
        Some(_) if token.is(WordClass::CLITIC) => 0,
        // The parts of a compound count as words.
        Some(_) if token.is_word() || token.is_number() => token.text.split('-').count(),
        _ => 0,
    };
    let words: usize = tokens.iter().map(count).sum();
    f64::from(u32::try_from(words).unwrap_or(u32::MAX))
}

/// True for Thai, Lao, Burmese, Khmer, and for Chinese and Japanese.
const fn without_blanks(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn is_quote(token: &Token<'_>) -> bool {
    matches!(token.mark(), Some('"' | '“' | '”' | '„' | '«' | '»' | '\'' | '‘' | '’' | '「' | '」' | '『' | '』'))
}

fn question(tokens: &[Token<'_>], found: &mut Findings) {
    let mark = tokens.iter().rev().find(|token| !is_quote(token) && !token.is_mark(')') && !token.is_mark(']'));
    // The last of them is the Greek question mark.
    if let Some(mark) = mark.filter(|token| matches!(token.mark(), Some('?' | '？' | '؟' | '՞' | '\u{37e}'))) {
        found.over(ReasonCode::Question, mark, mark, 1.0);
    }
}

/// Words in quotation marks, three or more, with somebody who says them.
fn quotation(tokens: &[Token<'_>], found: &mut Findings) {
    let is_double = |token: &&Token<'_>| is_quote(token) && !matches!(token.mark(), Some('\'' | '‘' | '’'));
    let (Some(first), Some(last)) = (tokens.iter().find(is_double), tokens.iter().rev().find(is_double)) else {
        return;
    };
    let within = tokens
        .iter()
        .filter(|token| token.is_word() && first.span.end <= token.span.start && token.span.end <= last.span.start);
    if within.count() >= 3 && found.any(&[ReasonCode::Reported]) {
        found.over(ReasonCode::Quotation, first, last, 1.0);
    }
}

/// A request: the first word, after "and", "but", "so", is the base form of a verb that people ask with.
fn command(tokens: &[Token<'_>], found: &mut Findings) {
    let skipped = |token: &Token<'_>| {
        !token.is_word()
            || ["and", "but", "so", "please", "then", "now", "just", "well", "no", "yes"]
                .iter()
                .any(|word| token.says(word))
    };
    let Some(at) = tokens.iter().position(|token| !skipped(token)) else { return };
    let Some(first) = tokens.get(at).filter(|token| token.is(WordClass::COMMAND)) else { return };
    let base = !first.text.ends_with("ing") && !first.text.ends_with("ed") && !first.text.ends_with('s');
    let subject = tokens
        .get(at + 1)
        .is_some_and(|next| is_past(next) || next.is(WordClass::BE | WordClass::HAVE | WordClass::WILL));
    if base && !subject {
        found.over(ReasonCode::Imperative, first, first, 1.0);
    }
}

fn fragment(tokens: &[Token<'_>], words: f64, english: bool, found: &mut Findings) {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
    let end = tokens.iter().rev().find(|token| !is_quote(token));
    let broken = end.is_some_and(|token| matches!(token.mark(), Some('-' | '–' | '—' | '…' | ',')))
        || tokens.iter().rev().take(3).filter(|token| token.is_mark('.')).count() == 3;
    let verb = !english || tokens.iter().any(is_verb);
    let amount = match words {
        ..4.0 => 1.0,
        _ if !verb && words < 14.0 => 1.0,
        _ if broken => 0.7,
        _ if !verb && words < 24.0 => 0.6,
        ..6.0 => 0.5,
        _ => return,
    };
    found.over(ReasonCode::Fragment, first, last, amount);
}

/// "Photo: …" and its like, in a short line.
fn credit(tokens: &[Token<'_>], words: f64, found: &mut Findings) {
    let Some(at) = tokens.iter().position(|token| token.is(WordClass::CREDIT)) else { return };
    let (Some(word), Some(mark)) = (tokens.get(at), tokens.get(at + 1)) else { return };
    if word.capital && words < 12.0 && (mark.is_mark(':') || mark.is_mark('/') || (at == 0 && mark.text == "by")) {
        found.over(ReasonCode::Credit, word, mark, 1.0);
    }
}
