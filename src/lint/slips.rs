//! Sentences that say themselves that something in them is wrong, rough or another's slip.

use super::passage::LintSentence;

/// Words that say so.
const WORDS: [&str; 34] = [
    "mistake",
    "mistaken",
    "mistakenly",
    "wrongly",
    "erroneously",
    "rounding",
    "rounded",
    "misprint",
    "typo",
    "contradicts",
    "calendar",
    "overlap",
    "overlapping",
    "forgery",
    "forged",
    "hoax",
    "misdated",
    "misstated",
    "misreported",
    "incorrectly",
    "incorrect",
    "irrtümlich",
    "gerundet",
    "korrektur",
    "berichtigung",
    "fälschung",
    "fälschlich",
    "arrondi",
    "arrondis",
    "erratum",
    "rectificatif",
    "redondeo",
    "avrundat",
    "rättelse",
];

/// Rows of words that say so.
#[rustfmt::skip]
const ROWS: [&str; 30] = [
    "is false", "was false", "are false", "is wrong", "was wrong", "are wrong", "is untrue", "is not true", "was not true", "is misleading",
    "is not correct", "falsely", "ist falsch", "sind falsch", "war falsch", "stimmt nicht", "est faux", "est fausse", "sont faux", "es falso",
    "es falsa",
    "does not exist",
    "did not happen",
    "never happened",
    "earlier version",
    "previous version",
    "an earlier article",
    "two and two make",
    "frühere fassung",
    "frühere version",
];

impl LintSentence<'_> {
    /// True when the sentence itself says that something is wrong or rough.
    pub(super) fn says_so(&self) -> bool {
        self.has(&WORDS) || ROWS.iter().any(|words| self.all().contains(words))
    }
}
