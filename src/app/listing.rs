//! A saved session in a line, as the home screen lists it.

use std::path::PathBuf;

use crate::review::{ClaimId, Stamp, Tally};

/// A saved session, as the home screen lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// The name it is saved under.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
    /// The article's title.
    pub title: String,
    /// Its counts.
    pub tally: Tally,
    /// When it was last changed.
    pub last: Option<Stamp>,
    /// Why it can't be opened, if it can't.
    pub trouble: Option<String>,
    /// Copies of it beside it, as sync programs make them.
    pub copies: Vec<PathBuf>,
}

/// Where words are in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPlace {
    /// The session's file.
    pub path: PathBuf,
    /// The claim it is about, if it is about one.
    pub claim: Option<ClaimId>,
    /// What it is and what stands there, on one line: `note  … the harbour wall …`.
    pub text: String,
}
