//! A claim as the index keeps it, whole or as far as a question needs it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::review::Stamp;

/// A claim as the index has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PastClaim {
    /// Its id.
    pub(super) id: String,
    /// Its number.
    pub(super) number: String,
    /// Its first byte in the article's text as that is searched.
    pub(super) start: usize,
    /// One past its last.
    pub(super) end: usize,
    /// The verdict's word; empty when none stands.
    pub(super) verdict: String,
    /// Who marked it.
    pub(super) by: String,
    /// When.
    pub(super) at: Stamp,
    /// The name of its first source, with where in it: `Council minutes, p. 12`.
    pub(super) source: String,
    /// Who asserts it.
    pub(super) speaker: String,
    /// Titles and links of its sources, those left out that are confidential.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) cited: Vec<(String, String)>,
    /// Who is criticised in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) heard: Vec<String>,
    /// Its words, where they do not stand in the article at its offsets.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) words: String,
}

/// What a claim of [`PastClaim`] is called, read without the rest.
#[derive(Deserialize)]
pub(super) struct ClaimHandle<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) number: Cow<'a, str>,
}

/// Whom and what a claim of [`PastClaim`] names, read without the rest.
#[derive(Deserialize)]
pub(super) struct ClaimNames {
    #[serde(default)]
    pub(super) speaker: String,
    #[serde(default)]
    pub(super) cited: Vec<(String, String)>,
    #[serde(default)]
    pub(super) heard: Vec<String>,
}
