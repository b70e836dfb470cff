//! Direct quotes against what was said. Likeness finds the place; words decide what it is worth.

mod align;
mod asked;
mod asking;
mod edges;
mod judge;
mod left_out;
mod mends;
mod pattern;
mod place;
mod sayer;
mod standing;
#[cfg(test)]
mod tests;

use std::borrow::Borrow;

use self::pattern::{Part, Pattern};
use super::material::Material;
use super::words::{self, Word};
use crate::text::Span;

pub use asked::AskedQuote;
pub use mends::Mend;
pub use standing::Standing;

/// Where something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The index of the material.
    pub material: usize,
    /// The words, in bytes of its text.
    pub span: Span,
}

/// A quote that was held against the materials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it is worth.
    pub standing: Standing,
    /// Where it was said; `None` when it was not found.
    pub said: Option<Said>,
    /// How the quote's words differ from those said, in order; nothing where they don't.
    pub mends: Vec<Mend>,
    /// What was passed over, or what is wrong with a mark: a few words each.
    pub says: Vec<String>,
    /// It is short and differs, so that the place is likely and not sure.
    pub loosely: bool,
}

/// A material with its words.
struct Heard<'a> {
    material: &'a Material,
    words: Vec<Word>,
    index: place::Index,
}

impl<'a> Heard<'a> {
    fn of(material: &'a Material, words: Vec<Word>) -> Self {
        Self { material, index: place::Index::of(&words), words }
    }

    /// What the one called `name` said of it.
    fn by(&self, name: &str) -> Self {
        let is_theirs = |word: &&Word| {
            let speaker = self.material.piece(word.span.start).and_then(|piece| piece.speaker.as_deref());
            speaker.is_some_and(|speaker| sayer::is_the_one(speaker, name))
        };
        Self::of(self.material, self.words.iter().filter(is_theirs).cloned().collect())
    }

    fn speakers(&self) -> impl Iterator<Item = &'a str> {
        self.material.pieces.iter().filter_map(|piece| piece.speaker.as_deref())
    }
}

/// Each of `quotes` (in `language` as BCP 47) against all of `materials`; one entry a quote, in order.
pub fn check<M: Borrow<Material>>(quotes: &[AskedQuote<'_>], language: &str, materials: &[M]) -> Vec<Checked> {
    let heard: Vec<Heard<'_>> = materials
        .iter()
        .map(|material| {
            let material: &Material = material.borrow();
            Heard::of(material, words::words(&material.text, language))
        })
        .collect();
    quotes.iter().map(|quote| attributed(quote, language, &heard)).collect()
}

/// One quote against everything that was heard, and who said it against who the article gives it to.
fn attributed(quote: &AskedQuote<'_>, language: &str, heard: &[Heard<'_>]) -> Checked {
    let checked = against(quote.words, language, heard);
    let Some((given, spoke)) = quote.by.zip(in_another_mouth(&checked, quote.by, heard)) else { return checked };
    // The same may have been said by both.
    let theirs: Vec<Heard<'_>> = heard.iter().map(|heard| heard.by(given)).collect();
    let own = against(quote.words, language, &theirs);
    if own.standing < Standing::Altered || own.standing <= checked.standing {
        return own;
    }
    let mut told = checked;
    told.says.push(format!("said by {spoke}; the article gives it to {given}"));
    told.standing = told.standing.max(Standing::Misattributed);
    told
}

/// Who said the words of a quote that was found, where that is surely another than `given`.
fn in_another_mouth<'a>(checked: &Checked, given: Option<&str>, heard: &[Heard<'a>]) -> Option<&'a str> {
    let (said, given) = (checked.said?, given?);
    let pieces = &heard.get(said.material)?.material.pieces;
    let within = pieces.iter().filter(|piece| piece.span.start < said.span.end && said.span.start < piece.span.end);
    let speakers: Vec<&str> = within.map(|piece| piece.speaker.as_deref()).collect::<Option<_>>()?;
    let known = || heard.iter().flat_map(Heard::speakers);
    let another = speakers.iter().all(|speaker| sayer::is_another(speaker, given, known()));
    speakers.first().copied().filter(|_| another)
}

/// One quote against everything that was heard: the material that it costs least to find it in.
fn against(quote: &str, language: &str, heard: &[Heard<'_>]) -> Checked {
    let pattern = pattern::pattern(quote, language);
    let mut best: Option<(u32, usize, judge::Verdict)> = None;
    for (material, heard) in heard.iter().enumerate() {
        for (from, to) in place::candidates(&pattern, &heard.words, &heard.index) {
            let window = heard.words.get(from..to).unwrap_or_default();
            let alignment = align::align(&pattern.parts, window);
            if best.as_ref().is_some_and(|(cost, ..)| *cost <= alignment.cost) {
                continue;
            }
            let verdict = judge::judge(&pattern, quote, window, &heard.material.text, &alignment);
            best = Some((alignment.cost, material, verdict));
        }
    }
    let best = best.map(|(_, material, verdict)| (material, verdict));
    match best.filter(|(_, verdict)| verdict.standing != Standing::NotFound) {
        Some((material, verdict)) => {
            let begun = begins_elsewhere(&pattern, quote, heard, verdict.lead);
            let said = begun.unwrap_or(Said { material, span: verdict.span });
            let mut says = verdict.says;
            if begun.is_some() {
                says.push("spliced: it begins here, and goes on with words from another place".to_owned());
            }
            Checked {
                standing: verdict.standing,
                said: Some(said),
                mends: verdict.mends,
                says,
                loosely: verdict.loosely,
            }
        }
        None => cut_short(&pattern, quote, heard),
    }
}

/// A short quote that was not found by its words in a row.
fn cut_short(pattern: &Pattern, quote: &str, heard: &[Heard<'_>]) -> Checked {
    let found = heard.iter().enumerate().filter_map(|(material, heard)| {
        let text = &heard.material.text;
        let alignment = left_out::find(pattern, &heard.words, text)?;
        let verdict = judge::judge(pattern, quote, &heard.words, text, &alignment);
        (verdict.standing != Standing::NotFound).then_some((alignment.cost, material, verdict))
    });
    match found.min_by_key(|(cost, ..)| *cost) {
        Some((_, material, judge::Verdict { standing, span, mends, says, loosely, .. })) => {
            Checked { standing, said: Some(Said { material, span }), mends, says, loosely }
        }
        None => {
            Checked { standing: Standing::NotFound, said: None, mends: Vec::new(), says: Vec::new(), loosely: false }
        }
    }
}

/// Words at a quote's beginning that are looked for by themselves.
const BEGINNING: usize = 4;

/// Where the first `lead` parts of a quote were said, which were not at the place of the others.
fn begins_elsewhere(pattern: &Pattern, quote: &str, heard: &[Heard<'_>], lead: usize) -> Option<Said> {
    let parts: Vec<Part> = pattern.parts.iter().take(lead).cloned().collect();
    let begun = Pattern { parts, letter: pattern.letter };
    if begun.words() < BEGINNING {
        return None;
    }
    heard.iter().enumerate().find_map(|(material, heard)| {
        place::candidates(&begun, &heard.words, &heard.index).into_iter().find_map(|(from, to)| {
            let window = heard.words.get(from..to).unwrap_or_default();
            let alignment = align::align(&begun.parts, window);
            let verdict = judge::judge(&begun, quote, window, &heard.material.text, &alignment);
            (verdict.standing < Standing::Altered).then_some(Said { material, span: verdict.span })
        })
    })
}
