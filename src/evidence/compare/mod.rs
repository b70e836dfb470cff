//! A claim's figures, dates, names and quoted words against those of a passage. "Differs" only where the same thing is spoken of:
//! silence is better than a guess.

mod figures;
mod names;

use super::material::Material;
use super::quotes::{self, Standing};
use super::terms::{Term, Terms};
use crate::text::Span;

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
}

impl Compared {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Quote => "quote",
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
}

/// Something that both a claim and a passage say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What is compared.
    pub kind: Compared,
    /// The claim's words.
    pub claim: String,
    /// The passage's words.
    pub source: String,
    /// How they stand to each other.
    pub agrees: Agrees,
}

/// A claim or a passage, with what is needed to set it beside the other.
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) terms: Vec<Term>,
    pub(super) numbers: Vec<crate::quantity::Quantity>,
}

impl<'a> Side<'a> {
    pub(super) fn of(text: &'a str, terms: &mut Terms, language: &str) -> Self {
        Self { text, terms: terms.cut(text), numbers: crate::quantity::read(text, language) }
    }

    /// The terms that are words, not figures.
    pub(super) fn words(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| !term.is_number())
    }

    /// How many of this side's words the other has, from 0 to 1; names in it weigh as any word.
    pub(super) fn shared(&self, other: &Side<'_>) -> f64 {
        let own: Vec<&Term> =
            self.words().filter(|term| !self.numbers.iter().any(|number| number.span.covers(term.span))).collect();
        let held = own.iter().filter(|term| other.terms.iter().any(|heard| heard.form == term.form)).count();
        #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
        let share = held as f64 / own.len().max(1) as f64;
        share
    }
}

/// What is known of a passage beside its words.
pub(super) struct Setting<'a> {
    /// The passage.
    pub(super) passage: Side<'a>,
    /// The writer's note names this file, or even this place.
    pub(super) pointed: bool,
    pub(super) there: bool,
    /// It is the row of a table.
    pub(super) row: bool,
}

/// All comparisons of `claim` with a passage.
pub(super) fn compare(claim: &Side<'_>, setting: &Setting<'_>) -> Vec<Comparison> {
    let mut found = figures::compare(claim, setting);
    let spoken = found.iter().any(|comparison| comparison.agrees == Agrees::No);
    if !spoken {
        found.extend(names::compare(claim, setting));
    }
    found
}

/// The comparisons of one claim with its passages, best first, each with whether the writer's notes mean its file; without what is no
/// contradiction. Where notes name a file, what other files say is about other things: a cousin, another town, an older version. A
/// figure that a passage bears out differs nowhere, and one that differs is told of the best passage alone.
pub(super) fn settled(compared: Vec<(bool, Vec<Comparison>)>) -> Vec<Vec<Comparison>> {
    let told = |comparison: &Comparison| (comparison.kind, comparison.claim.clone());
    let noted = compared.iter().any(|(pointed, _)| *pointed);
    let counts = |pointed: bool| pointed || !noted;
    let borne: Vec<_> = compared
        .iter()
        .filter(|(pointed, _)| counts(*pointed))
        .flat_map(|(_, comparisons)| comparisons)
        .filter(|other| other.agrees != Agrees::No)
        .map(told)
        .collect();
    let mut differs: Vec<(Compared, String)> = Vec::new();
    let mut settle = |(pointed, mut comparisons): (bool, Vec<Comparison>)| {
        comparisons.retain(|comparison| {
            let key = told(comparison);
            let differs_here = comparison.agrees == Agrees::No;
            let keep = !differs_here || counts(pointed) && !borne.contains(&key) && !differs.contains(&key);
            if keep && differs_here {
                differs.push(key);
            }
            keep
        });
        comparisons
    };
    compared.into_iter().map(&mut settle).collect()
}

/// The quoted words of `claim` (each a span of its text) against the whole of a passage's surroundings.
pub(super) fn quoted(
    claim: &str,
    spans: &[Span],
    material: &Material,
    around: Span,
    language: &str,
) -> Vec<Comparison> {
    let mut stretch = Material::new("");
    stretch.push(around.of(&material.text), super::material::Locator::Paragraph(1), None);
    let words: Vec<&str> = spans.iter().map(|span| span.of(claim)).collect();
    let checked = quotes::check(&words, language, std::slice::from_ref(&stretch));
    let compared = checked.into_iter().zip(words).filter_map(|(checked, words)| {
        let said = checked.said?.span.of(&stretch.text).to_owned();
        let agrees = match checked.standing {
            Standing::Exact => Agrees::Yes,
            Standing::Marked => Agrees::Near,
            Standing::Altered => Agrees::No,
            Standing::NotFound => return None,
        };
        Some(Comparison { kind: Compared::Quote, claim: words.to_owned(), source: said, agrees })
    });
    compared.collect()
}
