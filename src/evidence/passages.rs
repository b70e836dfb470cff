//! Materials cut into passages: sentences, rows of a table, stretches of what was said.

use super::material::{Locator, Material, Piece};
use super::table;
use crate::propose;
use crate::text::Span;

/// Words of a passage at most.
const LONGEST: usize = 80;
/// Words of a passage where nothing says where a sentence ends.
const STRETCH: usize = 40;

/// Words of a material that are shown as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The index of the material.
    pub material: usize,
    /// The words, in bytes of its text.
    pub span: Span,
}

/// The passages of one material, in order, in bytes of its text; `language` as BCP 47.
pub(super) fn cut(material: &Material, language: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut pieces = material.pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let mut span = piece.span;
        // A row of a table is one, though its cells may be sentences; only one that is a text of its own is cut.
        let row = matches!(piece.at, Locator::Row(..)) || table::is_row(span.of(&material.text));
        if row && span.of(&material.text).split_whitespace().nth(LONGEST * 2).is_none() {
            found.push(span);
            continue;
        }
        // What one speaker says in one breath is cut by sentences, not by captions; so is a paragraph that a page's turn parts.
        let goes_on = |next: &&Piece| {
            let before = next.span.start.checked_sub(1).and_then(|at| material.text.as_bytes().get(at));
            before == Some(&b' ') && next.speaker == piece.speaker
        };
        while let Some(next) = pieces.next_if(goes_on) {
            span.end = next.span.end;
        }
        for sentence in propose::split(span.of(&material.text), language) {
            let sentence = Span::new(span.start + sentence.start, span.start + sentence.end);
            found.extend(pieces_of(&material.text, sentence));
        }
    }
    found
}

/// A sentence, or stretches of it where it is longer than any.
fn pieces_of(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let words = span.of(text);
    let mut bounds: Vec<usize> = Vec::new();
    if words.split_whitespace().nth(LONGEST).is_some() {
        let starts = words.split_whitespace().step_by(STRETCH).skip(1);
        bounds.extend(starts.map(|word| word.as_ptr() as usize - words.as_ptr() as usize));
    }
    let ends: Vec<usize> = bounds.iter().copied().chain([words.len()]).collect();
    let starts = std::iter::once(0).chain(bounds);
    starts
        .zip(ends)
        .map(move |(from, to)| Span::new(span.start + from, span.start + to))
        .collect::<Vec<_>>()
        .into_iter()
}
