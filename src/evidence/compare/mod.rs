//! A claim's figures, dates, names and quoted words against those of a passage. "Differs" only where the same thing is spoken of:
//! silence is better than a guess.

mod agents;
mod bounds;
mod called;
mod circumstance;
mod clause;
mod comparison;
mod contrasts;
mod creators;
mod differences;
mod events;
mod exchanged;
mod figures;
mod likeness;
mod months;
mod multiples;
mod names;
mod opposites;
mod roles;
mod rows;
mod settled;
mod side;
#[cfg(test)]
mod tests;
mod told_by;
mod turned;
mod unsaid;
mod votes;

use super::inquiry::Inquiry;
use super::material::{Locator, Material};
use super::quotes::{self, AskedQuote, Standing};
use crate::text::Span;
pub(super) use called::has_capitals;
pub(super) use comparison::Weighed;
pub use comparison::{Agrees, Compared, Comparison};
pub(super) use settled::settled;
pub(super) use side::{PassageSetting, Side};
pub(super) use unsaid::unsaid;

/// Bytes that are looked at beyond a quote's length on either side of a passage.
const SLACK: usize = 80;

/// All comparisons of `claim` with a passage, those of its `quoted` words, which are sure, among them.
pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>, quoted: Vec<Comparison>) -> Vec<Weighed> {
    let mut found = said(claim, setting);
    found.extend(quoted.into_iter().map(|comparison| Weighed { comparison, weight: 1.0 }));
    turned::compare(claim, setting, &mut found);
    found
}

/// What both say, but for quotes.
fn said(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    let mut found = if setting.row { rows::compare(claim, setting) } else { figures::compare(claim, setting) };
    // What a multiple leaves open matters only where something else agrees.
    let agrees = found.iter().any(|weighed| weighed.comparison.agrees.is_agreement());
    let multiples = multiples::compare(claim, setting);
    found.extend(multiples.into_iter().filter(|weighed| agrees || weighed.comparison.agrees != Agrees::Open));
    let months = months::compare(claim, setting);
    // "The first week of May" is no first of anything else.
    let part =
        |weighed: &Weighed| months.iter().any(|month| month.comparison.claim.contains(&weighed.comparison.claim));
    found.retain(|weighed| !part(weighed));
    found.extend(months);
    if found.iter().any(|weighed| weighed.comparison.agrees == Agrees::No) {
        return found;
    }
    // Who did what tells more surely than who is merely spoken of.
    let mut told = agents::compare(claim, setting);
    told.extend(creators::compare(claim, setting));
    found.extend(if told.is_empty() { names::compare(claim, setting) } else { told });
    found
}

/// The quoted words of a claim against a passage, which stands at `at` in its file. Of a quote that goes beyond the claim the rest is
/// held against what is said right before and behind, where a note names the file: words left out between two sentences are told.
pub(super) fn quoted(
    asked: &Inquiry<'_>,
    material: &Material,
    at: Span,
    pointed: bool,
    language: &str,
) -> Vec<Comparison> {
    let mut found = Vec::new();
    for quote in &asked.quotes {
        let words = quote.span.of(asked.words);
        let Some(compared) = quoted_words(words, at.of(&material.text), language) else { continue };
        let goes_on = quote.whole.len() > words.len() && compared.agrees == Agrees::Yes && pointed;
        let whole = || quoted_words(quote.whole, around(&material.text, at, quote.whole.len()), language);
        let altered = goes_on.then(whole).flatten().filter(|whole| whole.agrees == Agrees::No);
        found.push(compared);
        found.extend(altered);
    }
    found
}

/// The text around `at`, on either side as much as `len` bytes and a little more.
fn around(text: &str, at: Span, len: usize) -> &str {
    let from = text.floor_char_boundary(at.start.saturating_sub(len + SLACK));
    Span::new(from, text.ceil_char_boundary(at.end + len + SLACK)).of(text)
}

/// Words in quotation marks against what was said.
fn quoted_words(words: &str, said: &str, language: &str) -> Option<Comparison> {
    let mut stretch = Material::new("");
    stretch.push(said, Locator::Paragraph(1), None);
    let checked =
        quotes::check(&[AskedQuote::of(words)], language, std::slice::from_ref(&stretch)).into_iter().next()?;
    // A passage about the same thing has words of a short quote, and is not where it was said.
    if checked.loosely {
        return None;
    }
    let source = checked.said?.span.of(&stretch.text).to_owned();
    let agrees = match checked.standing {
        Standing::Exact => Agrees::Yes,
        Standing::Marked => Agrees::Near,
        Standing::Misattributed | Standing::Altered => Agrees::No,
        Standing::NotFound => return None,
    };
    Some(Comparison { kind: Compared::Quote, claim: words.to_owned(), source, agrees })
}
