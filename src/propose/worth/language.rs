//! What the scale knows of a language.

/// What the scale knows of a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct LanguageTraits {
    /// Its words are on the lists.
    pub(super) english: bool,
    /// Every noun has a capital, so that one capital alone shows no name.
    pub(super) nouns_capital: bool,
}

impl LanguageTraits {
    /// The language of BCP 47 code `code`; empty, when unknown, is taken for English.
    pub(super) fn of(code: &str) -> Self {
        let code = code.split(['-', '_']).next().unwrap_or_default();
        let is = |known: &&str| code.eq_ignore_ascii_case(known);
        Self { english: ["", "en"].iter().any(is), nouns_capital: ["de", "lb", "nds"].iter().any(is) }
    }
}
