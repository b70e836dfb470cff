//! Finds the words that speak against checking a sentence: opinion, intention, supposition, courtesy, talk about the talk.

use super::findings::Findings;
use super::reasons::ReasonCode;
use super::words::{is_past, is_verb};
use crate::propose::tokens::{Token, WordClass};

/// Notes what the words say.
pub(super) fn find(tokens: &[Token<'_>], found: &mut Findings) {
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
        let left = || tokens.get(..at).unwrap_or_default().iter().rev().filter(|token| !token.is(WordClass::CLITIC));
        let own = || left().take(3).any(is_speaker);
        let named = at > 0 && token.capital;
        if token.is(WordClass::OPINION) && !named {
            found.over(ReasonCode::Opinion, token, token, if describes(tokens, at) { 0.35 } else { 0.7 });
        }
        let mine = matches!(token.text, "view" | "opinion")
            && tokens.get(at.wrapping_sub(1)).is_some_and(|word| word.is(WordClass::I));
        if mine || token.is(WordClass::THINK) && (own() || impersonal(tokens, at)) {
            found.over(ReasonCode::Opinion, token, token, 1.4);
        }
        if token.is(WordClass::SHOULD) || obliges(tokens, at) {
            found.over(ReasonCode::Opinion, token, token, if is_rule(tokens, at) { 0.4 } else { 1.0 });
        }
        future(tokens, at, token, own, found);
        if token.is(WordClass::WOULD) || token.is(WordClass::PERHAPS) {
            found.over(ReasonCode::Hypothetical, token, token, 1.0);
        }
        if token.is(WordClass::COURTESY) && (at < 2 || own()) {
            found.over(ReasonCode::Courtesy, token, token, 1.0);
        }
        remark(tokens, at, found);
    }
    first_person(tokens, found);
    if found.any(&[ReasonCode::Reported]) {
        if found.any(&[ReasonCode::FirstPerson]) && found.any(&[ReasonCode::Opinion]) {
            found.scale(ReasonCode::Reported, FEELING);
        }
        for code in [ReasonCode::Intention, ReasonCode::Prediction, ReasonCode::Hypothetical] {
            found.scale(code, ATTRIBUTED);
        }
    }
}

/// What is left of reported speech where somebody speaks of their own feelings and views: few can be shown wrong.
const FEELING: f64 = 0.6;

/// What is left of an intention or supposition when somebody is said to have voiced it: that can be checked.
const ATTRIBUTED: f64 = 0.5;

/// True for a value word that only describes what the sentence is about, in what is told as done: "was booked for a bad
/// foul". In a judgement it is what the sentence says: "the food was bad", "a great day".
fn describes(tokens: &[Token<'_>], at: usize) -> bool {
    let noun = tokens.get(at + 1).is_some_and(|next| next.is_word() && !next.is(WordClass::FUNCTION) && !is_past(next));
    let before = tokens.get(..at).unwrap_or_default();
    let own = before.iter().any(|word| word.is(WordClass::I | WordClass::YOU));
    noun && !own && before.iter().any(|word| is_past(word) && !word.is(WordClass::BE | WordClass::HAVE))
}

/// True for I and we as a subject.
fn is_speaker(token: &Token<'_>) -> bool {
    token.text == "I" || token.says("we")
}

/// "One can only hope", "one may doubt": nobody in particular thinks so, and nobody can be shown wrong.
fn impersonal(tokens: &[Token<'_>], at: usize) -> bool {
    let near = tokens.get(at.saturating_sub(3)..at).unwrap_or_default();
    let modal = |word: &Token<'_>| matches!(word.text, "can" | "could" | "may" | "might" | "must");
    near.iter().any(|word| word.says("one")) && near.iter().any(modal)
}

fn is_text(tokens: &[Token<'_>], at: usize, text: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.says(text))
}

/// "have to", "has to"; what somebody had to do is done.
fn obliges(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is(WordClass::HAVE) && token.text != "had")
        && is_text(tokens, at + 1, "to")
}

/// True where "must" and "have to" tell a rule, which can be looked up: "the form must be returned"; not "we must act".
fn is_rule(tokens: &[Token<'_>], at: usize) -> bool {
    let own = |word: &Token<'_>| word.is(WordClass::I | WordClass::YOU);
    let should = tokens.get(at).is_some_and(|word| word.is(WordClass::SHOULD) && word.text != "must");
    !should && !tokens.get(..at).unwrap_or_default().iter().any(own)
}

/// Intention of the speaker, or prediction about others.
fn future(tokens: &[Token<'_>], at: usize, token: &Token<'_>, own: impl Fn() -> bool, found: &mut Findings) {
    let verb = |word: &Token<'_>| word.is_word() && !word.capital && (!word.is(WordClass::FUNCTION) || is_verb(word));
    let going = token.text == "going" && is_text(tokens, at + 1, "to") && tokens.get(at + 2).is_some_and(verb);
    let will = token.is(WordClass::WILL) || going;
    let wants = token.is(WordClass::WANT) && !is_past(token);
    if (will || wants) && own() {
        found.over(ReasonCode::Intention, token, token, 1.0);
    } else if will || token.is(WordClass::COMING) {
        found.over(ReasonCode::Prediction, token, token, 1.0);
    }
}

/// How people talk about what they are saying.
const REMARKS: [&[&str]; 18] = [
    &["i", "mean"],
    &["you", "know"],
    &["let", "me"],
    &["tell", "you"],
    &["by", "the", "way"],
    &["excuse", "me"],
    &["here", "'s", "the"],
    &["here", "is", "the"],
    &["point", "is"],
    &["come", "on"],
    &["talk", "about"],
    &["talking", "about"],
    &["do", "n't", "know"],
    &["as", "i", "said"],
    &["like", "i", "said"],
    &["question", "is"],
    &["issue", "is"],
    &["that", "'s", "why"],
];

fn remark(tokens: &[Token<'_>], at: usize, found: &mut Findings) {
    let Some(first) = tokens.get(at).filter(|token| token.is(WordClass::OPENER)) else { return };
    let said = |words: &&[&str]| words.iter().enumerate().all(|(n, word)| plain_eq(tokens, at + n, word));
    if let Some(last) = REMARKS.iter().find(|words| said(words)).and_then(|words| tokens.get(at + words.len() - 1)) {
        found.over(ReasonCode::Remark, first, last, 1.0);
    }
}

/// Compares without case and with either apostrophe.
fn plain_eq(tokens: &[Token<'_>], at: usize, word: &str) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    token.says(word) || token.is(WordClass::CLITIC) && token.text.replace('\u{2019}', "'") == word
}

/// The speaker as the subject: "I", "we" or "my" among the first words, or right after an opening quotation mark.
fn first_person(tokens: &[Token<'_>], found: &mut Findings) {
    let mut opening = tokens.iter().filter(|token| token.is_word()).take(3);
    let quoted = || {
        tokens.windows(2).find_map(|pair| match pair {
            [mark, word] if (mark.is_mark('“') || mark.is_mark('"')) && word.is(WordClass::I) => Some(word),
            _ => None,
        })
    };
    let own = opening.find(|token| token.is(WordClass::I)).or_else(quoted);
    if let Some(token) = own {
        found.over(ReasonCode::FirstPerson, token, token, 1.0);
    }
}
