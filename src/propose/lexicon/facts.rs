//! The written facts of one language.

/// The written facts of one language. Every list is words with blanks between them.
pub(in crate::propose) struct LanguageFacts {
    /// BCP 47 code.
    pub(in crate::propose) code: &'static str,
    /// Common words that also begin sentences but hardly ever names, in lower case.
    pub(in crate::propose) common: &'static str,
    /// Words that are no function words but, with a capital after an abbreviation, begin a sentence. In lower case.
    pub(in crate::propose) openers: &'static str,
    /// Abbreviations that something always follows: titles, "e.g.".
    pub(super) leading: &'static str,
    /// Abbreviations only before a number: "No.", "p.".
    pub(super) numbered: &'static str,
    /// Abbreviations that may end a sentence, and do before a common word: "Inc.", "Calif.".
    pub(super) either: &'static str,
    /// Abbreviations after which a capital begins a sentence: "etc.", units.
    pub(super) closing: &'static str,
    /// True where a stop after a number makes it an ordinal: "12. Juni".
    pub(in crate::propose) ordinals: bool,
}

impl LanguageFacts {
    /// A language of which only the common words are known.
    pub(super) const fn plain(code: &'static str, common: &'static str) -> Self {
        Self { code, common, openers: "", leading: "", numbered: "", either: "", closing: "", ordinals: false }
    }
}
