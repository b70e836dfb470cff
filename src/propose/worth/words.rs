//! The tokens of a sentence as the scale reads them: capitals that mean something, and what can be a verb.

use crate::propose::tokens::{Token, WordClass, cut};
use crate::review::Span;

/// Words that can be verbs.
const VERBS: WordClass = WordClass::BE
    .with(WordClass::CAN)
    .with(WordClass::DO)
    .with(WordClass::HAVE)
    .with(WordClass::REPORTING)
    .with(WordClass::SHOULD)
    .with(WordClass::VERB)
    .with(WordClass::WILL)
    .with(WordClass::WOULD);

/// The tokens of `text` at `span`, in order; words are looked up when `english`. A capital, or a word in capitals, means nothing
/// in a line of capitals, and little in a headline.
pub(super) fn words(text: &str, span: Span, english: bool) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(span.len() / 5 + 1);
    cut(text, span, english, usize::MAX, &mut tokens);
    if is_shouted(span.of(text)) {
        for token in &mut tokens {
            token.capital = false;
        }
        return tokens;
    }
    tokens.iter_mut().filter(|token| is_acronym(token)).for_each(|token| token.class = WordClass::NONE);
    if is_headline(&tokens) {
        // Every word has a capital: it shows nothing in those that are on a list, or look like a deed.
        let common = |token: &&mut Token<'_>| !is_strange(token) || token.text.len() > 4 && token.text.ends_with("ed");
        tokens.iter_mut().skip(1).filter(common).for_each(|token| token.capital = false);
    }
    tokens
}

/// True when nearly all but the small words begin with a capital, as in headlines; in running text hardly one in three does.
fn is_headline(tokens: &[Token<'_>]) -> bool {
    let words = || tokens.iter().filter(|token| token.is_word() && token.text.len() > 3);
    let (all, capital) = (words().count(), words().filter(|token| token.capital).count());
    all > 2 && capital * 10 >= all * 9
}

/// True for a line of three words or more without a small letter.
fn is_shouted(sentence: &str) -> bool {
    // Nearly every sentence has a small second letter.
    let small = |c: char| c.is_lowercase();
    !sentence.chars().take(4).any(small)
        && !sentence.chars().any(small)
        && sentence
            .split_whitespace()
            .filter(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1)
            .nth(2)
            .is_some()
}

/// True for US, WHO, NASA: short words in capitals, alone or before a hyphen, are no words of the language. Currencies are.
fn is_acronym(token: &Token<'_>) -> bool {
    let first = if token.compound { token.text.split('-').next().unwrap_or_default() } else { token.text };
    token.capital
        && (2..=4).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_uppercase())
        && !token.is(WordClass::CURRENCY)
}

/// True for a word that is on no list of the scale.
pub(super) const fn is_strange(token: &Token<'_>) -> bool {
    token.class.for_scale().is_empty()
}

/// True for a verb that tells something as done: an irregular past form, or one in -ed.
pub(super) fn is_past(token: &Token<'_>) -> bool {
    let regular = token.text.len() > 4 && token.text.ends_with("ed") && !token.capital && !token.is(WordClass::NEVER);
    !token.compound && (token.is(WordClass::PAST) || regular)
}

/// True for a word that can be a verb.
pub(super) fn is_verb(token: &Token<'_>) -> bool {
    let month = token.capital && token.is(WordClass::MONTH);
    (token.is(VERBS) && !token.compound && !month) || is_past(token)
}
