//! Finds who is spoken of: names, by their capitals, and offices and bodies, by their words.

use super::findings::Findings;
use super::language::LanguageTraits;
use super::reasons::ReasonCode;
use super::words::is_strange;
use crate::propose::tokens::{Token, WordClass};

/// Bytes of the longest article where nouns have capitals: der, eine.
const ARTICLE: usize = 4;

/// Notes the names and offices of the sentence.
pub(super) fn find(tokens: &[Token<'_>], language: LanguageTraits, found: &mut Findings) {
    let addresses = tokens.iter().any(|token| token.is(WordClass::YOU));
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let end = name_end(tokens, at, language);
        if addresses && end == at + 1 && is_set_off(tokens, at) {
            at = end;
            continue;
        }
        let run = tokens.get(at..end).unwrap_or_default();
        let longer = || run.len() > 1 || token.text.chars().skip(1).any(char::is_uppercase);
        if let Some(last) = run.last().filter(|_| !language.nouns_capital || longer()) {
            found.over(ReasonCode::Name, token, last, if is_personal(tokens, at, run) { 1.3 } else { 0.9 });
        } else if token.is(WordClass::OFFICE) {
            found.over(ReasonCode::Office, token, token, 1.0);
        }
        at = end.max(at + 1);
    }
}

/// True for a word between commas, or between a comma and the end: who is spoken to, where "you" is said as well.
fn is_set_off(tokens: &[Token<'_>], at: usize) -> bool {
    let comma = |token: &Token<'_>| token.is_mark(',');
    let mark = |token: &Token<'_>| !token.is_word() && !token.is_number();
    let opened = at.checked_sub(1).is_none_or(|at| tokens.get(at).is_some_and(comma));
    let closed = tokens.get(at + 1).is_none_or(mark);
    opened && closed && (at > 0 || tokens.get(at + 1).is_some_and(comma))
}

/// True for a name that has the shape of a person's: two or three words that are on no list, and no article before.
fn is_personal(tokens: &[Token<'_>], at: usize, run: &[Token<'_>]) -> bool {
    let words = || run.iter().filter(|token| token.is_word());
    let plain = |word: &Token<'_>| {
        is_strange(word) && !word.text.split('-').any(|part| part.chars().skip(1).any(char::is_uppercase))
    };
    let bare = at.checked_sub(1).and_then(|at| tokens.get(at)).is_none_or(|word| !word.says("the"));
    bare && (2..=3).contains(&words().count()) && words().all(plain)
}

/// One past the last token of the name that begins at `at`; `at` when none does.
fn name_end(tokens: &[Token<'_>], at: usize, language: LanguageTraits) -> usize {
    if !begins_name(tokens, at, language) {
        return at;
    }
    let mut end = at + 1;
    loop {
        if tokens.get(end).is_some_and(Token::owns) {
            return end;
        }
        let joined = tokens.get(end).is_some_and(|token| is_joint(token));
        let next = if joined { end + 1 } else { end };
        if !tokens.get(next).is_some_and(is_name_word) {
            return end;
        }
        end = next + 1;
    }
}

/// A stop after a title or initial, or a small word inside a name.
fn is_joint(token: &Token<'_>) -> bool {
    token.is_mark('.')
        || token.is_mark('&')
        || matches!(
            token.text,
            "of" | "de"
                | "da"
                | "di"
                | "du"
                | "del"
                | "della"
                | "der"
                | "den"
                | "van"
                | "von"
                | "bin"
                | "al"
                | "el"
                | "la"
                | "le"
        )
}

fn is_name_word(token: &Token<'_>) -> bool {
    token.is_word()
        && (token.capital || token.compound && token.text.split('-').any(|part| part.starts_with(char::is_uppercase)))
        && !token.is(WordClass::I | WordClass::WEEKDAY | WordClass::MONTH | WordClass::POINTING)
}

/// True when a name begins at `at`. Every sentence begins with a capital, so there a word must be on no list and look
/// like no common word, or have another name word after it: where nouns have capitals, and the first word is as short
/// as an article, not even that shows a name.
fn begins_name(tokens: &[Token<'_>], at: usize, language: LanguageTraits) -> bool {
    let Some(token) = tokens.get(at).filter(|token| is_name_word(token)) else { return false };
    let opens = tokens.get(..at).unwrap_or_default().iter().all(|token| !token.is_word() && !token.is_number())
        || tokens.get(at.saturating_sub(1)).is_some_and(|token| opens_speech(token));
    if !opens {
        return !token.is(WordClass::FUNCTION);
    }
    if token.is(WordClass::FUNCTION | WordClass::YOU | WordClass::THEY) {
        return false;
    }
    let followed = tokens.get(at + 1).is_some_and(is_name_word);
    let article = language.nouns_capital && token.text.len() <= ARTICLE;
    let strange = language.english && is_strange(token) && !looks_common(token.text);
    (followed && !article) || token.is(WordClass::ADDRESS) || strange
}

fn opens_speech(token: &Token<'_>) -> bool {
    token.is_mark('"') || token.is_mark('“') || token.is_mark(':') || token.is_mark('—') || token.is_mark('«')
}

/// True for an ending that common words have rather than names.
fn looks_common(word: &str) -> bool {
    let plural = word.ends_with('s') && !word.ends_with("ss");
    plural
        || ["ing", "ed", "ly", "tion", "ment", "ness", "ity", "ism", "ance", "ence", "ful", "ous"]
            .iter()
            .any(|end| word.ends_with(end))
}
