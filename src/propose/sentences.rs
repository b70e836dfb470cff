//! Cuts a block into sentences.

use unicode_segmentation::UnicodeSegmentation;

use crate::review::Span;

/// The sentences of one block of text in `language` (BCP 47; empty when unknown), in bytes of `text`, without the blanks around them.
pub fn split(text: &str, language: &str) -> Vec<Span> {
    let _ = language;
    text.split_sentence_bound_indices()
        .filter_map(|(at, piece)| {
            let start = at + piece.len() - piece.trim_start().len();
            let end = at + piece.trim_end().len();
            (start < end).then(|| Span::new(start, end))
        })
        .collect()
}
