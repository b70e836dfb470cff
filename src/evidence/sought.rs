//! The words that are asked for.

use std::collections::BTreeMap;

use super::terms::Term;

/// What a claim's figure counts beside its words: less, for it may be the very thing that is wrong.
const NUMBER: f32 = 0.8;
/// What a file's title counts beside the words of a passage.
pub(super) const TITLE: f32 = 0.25;

/// A word that is asked for.
pub(super) struct Sought {
    pub(super) form: String,
    /// What it counts beside the others.
    pub(super) weight: f32,
}

impl Sought {
    pub(super) fn new(form: &str, weight: f32) -> Self {
        Self { form: form.to_owned(), weight }
    }

    /// The words of a claim as they are asked for: a word that it says twice is not worth double.
    pub(super) fn of(terms: &[Term]) -> Vec<Self> {
        let forms: BTreeMap<&str, bool> = terms.iter().map(|term| (term.form.as_str(), term.is_number())).collect();
        forms.into_iter().map(|(form, number)| Self::new(form, if number { NUMBER } else { 1.0 })).collect()
    }
}
