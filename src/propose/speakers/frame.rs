//! An attribution: who, what they do, how they stand to it, and where it stands in its sentence.

use super::sentence::TokenRun;
use crate::propose::tokens::Act;
use crate::review::Stance;

/// Where an attribution stands to what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CuePlace {
    /// Before it: Roe said that ….
    Leads,
    /// After it, or in its middle: …, Roe said.
    Trails,
    /// It hangs on the sentence's subject: …, adding that ….
    Joins,
    /// According to Roe, ….
    According,
    /// Inside another clause: …, who said that ….
    Inside,
}

/// An attribution found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct AttributionFrame {
    /// Who, as a noun phrase.
    pub(super) source: TokenRun,
    /// The verb's token.
    pub(super) verb: usize,
    /// What they do.
    pub(super) act: Act,
    /// How they stand to it.
    pub(super) stance: Stanced,
    /// Where it stands.
    pub(super) place: CuePlace,
}

/// A stance that can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stanced {
    /// Says that it is so.
    Asserts,
    /// Says that it is not so.
    Denies,
    /// Does not want to say.
    Declines,
}

impl From<Stanced> for Stance {
    fn from(stance: Stanced) -> Self {
        match stance {
            Stanced::Asserts => Self::Asserts,
            Stanced::Denies => Self::Denies,
            Stanced::Declines => Self::Declines,
        }
    }
}
