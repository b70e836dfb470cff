//! The two sides of a comparison: the claim, and a passage with what is known of it.

use super::called::{Name, has_capitals, names};
use super::differences;
use super::told_by::told_by;
use crate::evidence::pointed::Pointing;
use crate::evidence::terms::{Term, Terms};

/// A claim or a passage, with what is needed to set it beside the other.
pub(in crate::evidence) struct Side<'a> {
    pub(in crate::evidence) text: &'a str,
    pub(in crate::evidence) terms: Vec<Term>,
    pub(in crate::evidence) numbers: Vec<crate::quantity::Quantity>,
    /// Its names; none where nouns are written as names are.
    pub(super) names: Vec<Name>,
}

impl<'a> Side<'a> {
    pub(in crate::evidence) fn of(text: &'a str, terms: &mut Terms, language: &str) -> Self {
        let mut numbers = crate::quantity::read(text, language);
        differences::join_parts(text, &mut numbers);
        differences::join_ranges(text, &mut numbers);
        differences::share_units(text, &mut numbers);
        differences::mark(text, &mut numbers);
        let is_number = |name: &Name| numbers.iter().any(|number| number.span.overlaps(name.span));
        let named = if has_capitals(language) { Vec::new() } else { names(text) };
        let names = named.into_iter().filter(|name| !is_number(name)).collect();
        Self { text, terms: terms.cut(text), numbers, names }
    }

    /// The terms that are words, not figures.
    pub(in crate::evidence) fn words(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| !term.is_number())
    }

    /// How many of this side's words the other has, from 0 to 1; names in it weigh as any word.
    /// Who says it counts for as little as that they do: a source of the same says it itself.
    pub(in crate::evidence) fn shared(&self, other: &Side<'_>) -> f64 {
        let told_by = told_by(self.text);
        let is_said = |term: &&Term| {
            !told_by.is_some_and(|sayer| sayer.covers(term.span))
                && !self.numbers.iter().any(|number| number.span.covers(term.span))
        };
        let own: Vec<&Term> = self.words().filter(is_said).collect();
        let held = own.iter().filter(|term| other.terms.iter().any(|heard| heard.form == term.form)).count();
        #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
        let share = held as f64 / own.len().max(1) as f64;
        share
    }
}

/// What is known of a passage beside its words.
pub(in crate::evidence) struct PassageSetting<'a> {
    /// The passage.
    pub(in crate::evidence) passage: Side<'a>,
    /// Where the writer's notes point.
    pub(in crate::evidence) pointing: Pointing,
    /// Nouns are written with capitals as names are.
    pub(in crate::evidence) capitals: bool,
    /// The years that the writer's notes about this file name.
    pub(in crate::evidence) years: Vec<i16>,
    /// It is the row of a table.
    pub(in crate::evidence) row: bool,
    /// The words of the statement that the claim leans on; empty where it leans on none.
    pub(in crate::evidence) before: &'a str,
    /// The language of both (BCP 47).
    pub(in crate::evidence) language: &'a str,
}

impl PassageSetting<'_> {
    /// True where a note names this file.
    pub(in crate::evidence) fn pointed(&self) -> bool {
        self.pointing > Pointing::Away
    }

    /// True where a note names this very place.
    pub(super) fn there(&self) -> bool {
        self.pointing == Pointing::There
    }
}
