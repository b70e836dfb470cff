//! A claim's figures, dates, names and quoted words against those of a passage. "Differs" only where the same thing is spoken of:
//! silence is better than a guess.

mod figures;
mod likeness;
mod names;
mod rows;
#[cfg(test)]
mod tests;

use super::material::Material;
use super::pointed::Pointing;
use super::quotes::{self, Standing};
use super::terms::{Term, Terms};
use crate::text::Span;
pub(super) use names::has_capitals;

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
    /// Where the writer's notes point.
    pub(super) pointing: Pointing,
    /// Nouns are written with capitals as names are.
    pub(super) capitals: bool,
    /// The years that the writer's notes about this file name.
    pub(super) years: Vec<i16>,
    /// It is the row of a table.
    pub(super) row: bool,
}

impl Setting<'_> {
    /// True where a note names this file.
    fn pointed(&self) -> bool {
        self.pointing > Pointing::Away
    }

    /// True where a note names this very place.
    fn there(&self) -> bool {
        self.pointing == Pointing::There
    }
}

/// A comparison with how surely both sides speak of the same thing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Weighed {
    pub(super) comparison: Comparison,
    /// Higher is surer; about the share of the claim's words that the passage has.
    pub(super) weight: f64,
}

/// All comparisons of `claim` with a passage.
pub(super) fn compare(claim: &Side<'_>, setting: &Setting<'_>) -> Vec<Weighed> {
    let mut found = if setting.row { rows::compare(claim, setting) } else { figures::compare(claim, setting) };
    let spoken = found.iter().any(|weighed| weighed.comparison.agrees == Agrees::No);
    if !spoken {
        found.extend(names::compare(claim, setting));
    }
    found
}

/// How much surer a difference must be than the best agreement before it counts; of names, whose weights are of fewer words.
const SURER: f64 = 0.5;
const SURER_NAME: f64 = 0.25;
/// How much surer still, where a better passage agrees.
const BEHIND: f64 = 0.1;

/// The comparisons of one claim with its passages, best first, each with whether the writer's notes mean its file; without what is no
/// contradiction. Where notes name a file, what other files say is about other things: a cousin, another town, an older version. A
/// figure that a passage bears out differs nowhere, unless that passage speaks of something else by far; one that differs is told of
/// the best passage alone.
pub(super) fn settled(compared: &[(bool, Vec<Weighed>)]) -> Vec<Vec<Comparison>> {
    let key = |weighed: &Weighed| (weighed.comparison.kind, weighed.comparison.claim.clone());
    let noted = compared.iter().any(|(pointed, _)| *pointed);
    let counts = |pointed: bool| pointed || !noted;
    let counting = || {
        let counted = compared.iter().enumerate().filter(|(_, (pointed, _))| counts(*pointed));
        counted.flat_map(|(at, (_, list))| list.iter().map(move |weighed| (at, weighed)))
    };
    let differing = |asked: &Weighed| {
        let alike = counting().filter(|(_, other)| key(other) == key(asked) && other.comparison.agrees == Agrees::No);
        alike.map(|(_, other)| other.weight).reduce(f64::max)
    };
    // What an agreement weighs against a difference in the passage at `place`.
    let agreeing = |asked: &Weighed, place: usize| {
        let alike = counting().filter(|(_, other)| key(other) == key(asked) && other.comparison.agrees != Agrees::No);
        alike.map(|(at, other)| other.weight + if at < place { BEHIND } else { 0.0 }).reduce(f64::max)
    };
    let stands = |weighed: &Weighed, pointed: bool, place: usize| match agreeing(weighed, place) {
        Some(agreeing) => {
            let name = weighed.comparison.kind == Compared::Name;
            pointed && weighed.weight >= agreeing + if name { SURER_NAME } else { SURER }
        }
        None => differing(weighed).is_none_or(|most| weighed.weight >= most),
    };
    let mut differs: Vec<(Compared, String)> = Vec::new();
    let mut kept = Vec::with_capacity(compared.len());
    for (place, (pointed, list)) in compared.iter().enumerate() {
        let mut told = Vec::new();
        for weighed in list {
            let against = weighed.comparison.agrees == Agrees::No;
            if against && !(counts(*pointed) && stands(weighed, *pointed, place) && !differs.contains(&key(weighed))) {
                continue;
            }
            if against {
                differs.push(key(weighed));
            }
            told.push(weighed.comparison.clone());
        }
        kept.push(told);
    }
    kept
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
