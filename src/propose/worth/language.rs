//! What the scale knows of a language.

use crate::quantity;

/// What the scale knows of a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct LanguageTraits<'a> {
    /// Its words are on the lists.
    pub(super) english: bool,
    /// Every noun has a capital, so that one capital alone shows no name.
    pub(super) nouns_capital: bool,
    /// Its number words are known to the reader of quantities, and not to the lists.
    pub(super) numbers: bool,
    /// Its code (BCP 47).
    code: &'a str,
}

impl<'a> LanguageTraits<'a> {
    /// The language of BCP 47 code `code`; empty, when unknown, is taken for English.
    pub(super) fn of(code: &'a str) -> Self {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        let is = |known: &&str| primary.eq_ignore_ascii_case(known);
        let english = ["", "en"].iter().any(is);
        let numbers = !english && quantity::knows_words_of(primary);
        Self { english, nouns_capital: ["de", "lb", "nds"].iter().any(is), numbers, code }
    }

    /// The language in which quantities are read.
    pub(super) fn read_in(self) -> &'a str {
        if self.code.is_empty() { "en" } else { self.code }
    }
}
