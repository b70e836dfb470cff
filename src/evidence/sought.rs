//! The words that are asked for.

use std::collections::BTreeMap;

use super::short_forms::ShortForms;
use super::terms::Term;

/// What a claim's figure counts beside its words: less, for it may be the very thing that is wrong.
const NUMBER: f32 = 0.8;
/// What a file's title counts beside the words of a passage.
pub(super) const TITLE: f32 = 0.25;

/// What the words count that an abbreviation of the claim stands for, and an abbreviation of words that it says in full.
const LONG: f32 = 0.3;
const SHORT: f32 = 0.7;

/// A word that is asked for.
pub(super) struct Sought {
    pub(super) form: String,
    /// What it counts beside the others.
    pub(super) weight: f32,
    /// Words of its family, which count a little for it.
    pub(super) kin: Vec<String>,
}

impl Sought {
    pub(super) fn new(form: &str, weight: f32) -> Self {
        Self { form: form.to_owned(), weight, kin: Vec::new() }
    }

    /// The words of a claim as they are asked for: a word that it says twice is not worth double.
    pub(super) fn of(terms: &[Term]) -> Vec<Self> {
        let forms: BTreeMap<&str, bool> = terms.iter().map(|term| (term.form.as_str(), term.is_number())).collect();
        forms.into_iter().map(|(form, number)| Self::new(form, if number { NUMBER } else { 1.0 })).collect()
    }

    /// What is asked for beside the words of the claim: those that its abbreviations stand for, and the other way round.
    pub(super) fn beside(terms: &[Term], short_forms: &ShortForms) -> Vec<Self> {
        let long = terms.iter().flat_map(|term| short_forms.long(&term.form)).map(|long| (long.as_str(), LONG));
        let mut found: BTreeMap<&str, f32> = long.collect();
        found.extend(short_forms.short(terms).map(|short| (short, SHORT)));
        let own = |form: &str| terms.iter().any(|term| term.form == form);
        found.into_iter().filter(|(form, _)| !own(form)).map(|(form, weight)| Self::new(form, weight)).collect()
    }
}
