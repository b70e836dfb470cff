//! Plain text to a draft: lines, paragraphs, and what each of them is.

use super::draft::{ArticleDraft, DraftPiece};
use super::{furniture, lines, manuscript, wrap};

/// Reads plain text, whether written, wrapped or pasted from a page.
pub(super) fn read(text: &str) -> ArticleDraft<'_> {
    let paragraphs = wrap::unwrap(lines::lines(text));
    let kinds = furniture::kinds(&paragraphs);
    let pieces = paragraphs.into_iter().zip(kinds).map(|(text, kind)| DraftPiece { kind, text }).collect();
    let mut draft = ArticleDraft { pieces, ..ArticleDraft::default() };
    manuscript::sign(&mut draft);
    draft
}
