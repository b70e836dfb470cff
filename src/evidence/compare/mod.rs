//! A claim's figures, dates, names and quoted words against those of a passage. "Differs" only where the same thing is spoken of:
//! silence is better than a guess.

mod comparison;
mod figures;
mod likeness;
mod names;
mod rows;
mod settled;
mod side;
#[cfg(test)]
mod tests;

use super::material::{Locator, Material};
use super::quotes::{self, Standing};
use crate::text::Span;
pub(super) use comparison::Weighed;
pub use comparison::{Agrees, Compared, Comparison};
pub(super) use names::has_capitals;
pub(super) use settled::settled;
pub(super) use side::{PassageSetting, Side};

/// All comparisons of `claim` with a passage.
pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    let mut found = if setting.row { rows::compare(claim, setting) } else { figures::compare(claim, setting) };
    let spoken = found.iter().any(|weighed| weighed.comparison.agrees == Agrees::No);
    if !spoken {
        found.extend(names::compare(claim, setting));
    }
    found
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
    stretch.push(around.of(&material.text), Locator::Paragraph(1), None);
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
