//! Plain text to a draft: lines, paragraphs, and what each of them is.

use std::collections::HashSet;

use super::draft::{ArticleDraft, DraftPiece};
use super::{brackets, furniture, lines, manuscript, wrap};
use crate::review::BlockKind;

/// Reads plain text, whether written, wrapped or pasted from a page.
pub(super) fn read(text: &str) -> ArticleDraft<'_> {
    let paragraphs = wrap::unwrap(lines::lines(text));
    let kinds = furniture::kinds(&paragraphs);
    let pieces = paragraphs.into_iter().zip(kinds).map(|(text, kind)| DraftPiece::new(kind, text)).collect();
    let mut draft = ArticleDraft { pieces, ..ArticleDraft::default() };
    manuscript::sign(&mut draft);
    draft
}

/// Reads plain text with the notes that its writer set into it. One that has some was written: nothing in it is a page's for its place.
pub(super) fn noted(text: &str) -> ArticleDraft<'static> {
    let mut draft = read(text).into_owned();
    let remains: HashSet<String> = furniture(&draft).map(|piece| piece.text.clone().into_owned()).collect();
    let others = furniture(&draft).filter(|piece| !brackets::is_entry(&piece.text)).count();
    // What stands in brackets on a page that was copied whole is the page's.
    let copied = others > MANY || (others > FEW && others * 8 > draft.pieces.len());
    if copied || !brackets::lift(&mut draft) {
        return draft;
    }
    for piece in draft.pieces.iter_mut().filter(|piece| remains.contains(piece.text.as_ref())) {
        piece.kind = BlockKind::Paragraph;
    }
    // What a line is shows without its notes.
    let is_text = |piece: &DraftPiece<'_>| piece.kind != BlockKind::Furniture;
    let texts: Vec<String> =
        draft.pieces.iter().filter(|piece| is_text(piece)).map(|piece| piece.text.clone().into_owned()).collect();
    let kinds = furniture::kinds(&texts);
    for (piece, kind) in draft.pieces.iter_mut().filter(|piece| is_text(piece)).zip(kinds) {
        piece.kind = if kind == BlockKind::Furniture { BlockKind::Paragraph } else { kind };
    }
    manuscript::mark_remains(&mut draft);
    draft
}

/// Lines of a page's remains in a text that was written, at most, where they are more than an eighth of it.
const FEW: usize = 6;
/// And at most in any.
const MANY: usize = 20;

fn furniture<'d>(draft: &'d ArticleDraft<'_>) -> impl Iterator<Item = &'d DraftPiece<'d>> {
    draft.pieces.iter().filter(|piece| piece.kind == BlockKind::Furniture)
}
