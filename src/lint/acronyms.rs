//! Acronyms with letters swapped, and with two meanings.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::names::{CapitalisedWords, TokenPlace};
use crate::quantity::LexemeKind;
use crate::text::Span;

/// Words that a long form has between its capitals.
const SMALL: [&str; 12] = ["of", "for", "the", "and", "de", "la", "du", "des", "für", "und", "och", "to"];

/// Acronyms of a text that differ from another by two letters that changed places, and those that stand for two things.
pub(super) fn acronyms(words: &CapitalisedWords<'_>, found: &mut Vec<LintFinding>) {
    let all: Vec<(&str, &Vec<TokenPlace>)> =
        words.capitals.iter().filter(|(word, _)| is_acronym(word)).map(|(word, places)| (*word, places)).collect();
    let places: HashMap<&str, &Vec<TokenPlace>, RandomState> = all.iter().copied().collect();
    for (word, own) in &all {
        found.extend(misspelt(words, word, own));
        let (mut meanings, mut defined) = (Vec::<(String, Span, Span)>::new(), false);
        for place in own.iter().take(50) {
            let Some((meaning, at)) = meaning(words, *place, word) else { continue };
            defined = true;
            if !meanings.iter().any(|(known, ..)| is_same_name(known, &meaning)) {
                meanings.push((meaning, at, words.span(*place)));
            }
        }
        if let [(one, here, first), (other, there, second), ..] = meanings.as_slice() {
            let says = format!("{word} stands for \"{one}\" and for \"{other}\"");
            found.push(LintFinding::new(
                FindingKind::Acronym,
                Certainty::Doubt,
                says,
                vec![*here, *first, *there, *second],
            ));
        }
        if own.len() < 2 && !defined {
            continue;
        }
        for form in swapped(word) {
            let Some(slips) =
                places.get(form.as_str()).filter(|slips| slips.len() == 1 && slips.len() < own.len().max(2))
            else {
                continue;
            };
            let (Some(right), Some(slip)) = (own.first(), slips.first()) else { continue };
            if meaning(words, *slip, &form).is_none() {
                let says = format!("\"{form}\" and \"{word}\": letters swapped?");
                found.push(LintFinding::new(
                    FindingKind::Acronym,
                    Certainty::Doubt,
                    says,
                    vec![words.span(*right), words.span(*slip)],
                ));
            }
        }
    }
}

/// True for one long form written twice: a word of it may be cut short, "Corp" for "Corporation", or have another form.
fn is_same_name(one: &str, other: &str) -> bool {
    const ROOT: usize = 3;
    let words =
        |name: &str| name.split_whitespace().map(str::to_lowercase).filter(|word| word.len() > 3).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let alike = |a: &String, b: &String| {
        let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        shared >= ROOT && shared + 1 >= a.len().min(b.len())
    };
    one.len() == other.len() && one.iter().zip(&other).all(|(a, b)| alike(a, b))
}

fn is_acronym(word: &str) -> bool {
    (3..=7).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase()) && !is_roman(word)
}

/// True for a number in Roman numerals: kings and chapters are told so, and XIV is no slip of XVI.
fn is_roman(word: &str) -> bool {
    const NUMERALS: [(&str, usize); 13] = [
        ("M", 3),
        ("CM", 1),
        ("D", 1),
        ("CD", 1),
        ("C", 3),
        ("XC", 1),
        ("L", 1),
        ("XL", 1),
        ("X", 3),
        ("IX", 1),
        ("V", 1),
        ("IV", 1),
        ("I", 3),
    ];
    let mut rest = word;
    for (numeral, most) in NUMERALS {
        for _ in 0..most {
            rest = rest.strip_prefix(numeral).unwrap_or(rest);
        }
    }
    rest.is_empty()
}

/// The forms of `word` with two neighbours swapped.
fn swapped(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let swap = |at: usize| {
        let mut letters = letters.clone();
        letters.swap(at, at + 1);
        letters.into_iter().collect::<String>()
    };
    let mut forms: Vec<String> = (0..letters.len().saturating_sub(1)).map(swap).filter(|form| form != word).collect();
    forms.dedup();
    forms
}

/// An acronym that its own long form spells with two letters the other way round: "European Medicines Agency (EAM)". Who writes it so
/// three times means it; the ISO is what it calls itself.
fn misspelt(words: &CapitalisedWords<'_>, word: &str, own: &[TokenPlace]) -> Option<LintFinding> {
    if own.len() > 2 || word == "ISO" {
        return None;
    }
    let (initials, long, place) = own.iter().find_map(|place| {
        let (initials, span) = long_form(words, *place, word)?;
        Some((initials, span, words.span(*place)))
    })?;
    let slip = initials != word && swapped(word).contains(&initials);
    let says = format!("\"{word}\": the letters of the name are {initials}");
    slip.then(|| LintFinding::new(FindingKind::Acronym, Certainty::Doubt, says, vec![long, place]))
}

/// What the acronym at `place` stands for, where the text says so: "Long Form (LF)" or "The LF, or Long Form,".
fn meaning(words: &CapitalisedWords<'_>, place: TokenPlace, word: &str) -> Option<(String, Span)> {
    let passage = words.passages.get(place.passage)?;
    let (_, span) = long_form(words, place, word).filter(|(initials, _)| initials == word)?;
    let own = Span::new(span.start.checked_sub(passage.base)?, span.end.checked_sub(passage.base)?);
    Some((own.of(passage.text).to_owned(), span))
}

/// The capitals of the long form beside the acronym at `place`, which has as many as `word` has letters, and where it stands.
fn long_form(words: &CapitalisedWords<'_>, place: TokenPlace, word: &str) -> Option<(String, Span)> {
    let passage = words.passages.get(place.passage)?;
    let mark = |at: Option<usize>| match at.and_then(|at| passage.tokens.get(at)).map(|token| token.kind) {
        Some(LexemeKind::Mark(c)) => c,
        _ => ' ',
    };
    let bracket = mark(place.token.checked_sub(1)) == '(' && mark(place.token.checked_add(1)) == ')';
    let text = |at: usize| {
        passage
            .tokens
            .get(at)
            .filter(|token| token.kind == LexemeKind::Word)
            .map_or("", |token| token.span().of(passage.text))
    };
    let or = mark(Some(place.token + 1)) == ',' && text(place.token + 2) == "or";
    let range = if bracket {
        let mut from = place.token - 1;
        let mut letters = word.len();
        while letters > 0 && from > 0 {
            let before = text(from - 1);
            if before.starts_with(char::is_uppercase) {
                letters -= 1;
            } else if !SMALL.contains(&before) {
                break;
            }
            from -= 1;
        }
        from..place.token - 1
    } else if or {
        let from = place.token + 3;
        let long = (from..passage.tokens.len())
            .take_while(|at| text(*at).starts_with(char::is_uppercase) || SMALL.contains(&text(*at)))
            .count();
        from..from + long
    } else {
        return None;
    };
    let initials: String =
        range.clone().filter_map(|at| text(at).chars().next().filter(|c| c.is_uppercase())).collect();
    let span = Span::new(
        passage.tokens.get(range.start)?.span().start,
        passage.tokens.get(range.end.checked_sub(1)?)?.span().end,
    );
    Some((initials, passage.shift(span)))
}
