//! What a claim and a passage both say, set side by side.

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// An amount or a place in a row.
    Number,
    /// A day or year.
    Date,
    /// Who or where.
    Name,
    /// Words in quotation marks.
    Quote,
    /// A word that turns what is said: "not", "plans", "rejected".
    Word,
}

impl Compared {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Quote => "quote",
            Self::Word => "word",
        }
    }
}

/// How the two sides stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agrees {
    /// They say the same.
    Yes,
    /// Rounded, hedged or converted.
    Near,
    /// They differ.
    No,
    /// One side has a word that turns what is said, so that nobody but a reader can tell.
    Open,
}

impl Agrees {
    /// True where both say the same, be it rounded.
    pub const fn is_agreement(self) -> bool {
        matches!(self, Self::Yes | Self::Near)
    }
}

/// Something that both a claim and a passage say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What is compared.
    pub kind: Compared,
    /// The claim's words; empty where only the passage has a word that turns it.
    pub claim: String,
    /// The passage's words; empty where only the claim has one.
    pub source: String,
    /// How they stand to each other.
    pub agrees: Agrees,
}

/// A comparison with how surely both sides speak of the same thing.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::evidence) struct Weighed {
    pub(in crate::evidence) comparison: Comparison,
    /// Higher is surer; about the share of the claim's words that the passage has.
    pub(in crate::evidence) weight: f64,
}
