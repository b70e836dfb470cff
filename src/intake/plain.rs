//! Plain text to an article.

use super::{Hint, IntakeError, Taken};
use crate::propose::language;
use crate::review::{Article, Block, BlockKind, Provenance, Span};

/// Reads plain text: blocks are parted by blank lines.
pub(super) fn read(bytes: &[u8], hint: &Hint<'_>) -> Result<Taken, IntakeError> {
    let text = std::str::from_utf8(bytes).map_err(|error| IntakeError::Binary(error.to_string()))?;
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    if text.trim().is_empty() {
        return Err(IntakeError::Empty);
    }
    let mut joined = String::new();
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !joined.is_empty() {
            joined.push('\n');
        }
        let start = joined.len();
        joined.push_str(line);
        let kind = if blocks.is_empty() { BlockKind::Headline } else { BlockKind::Paragraph };
        blocks.push(Block::new(kind, Span::new(start, joined.len())));
        joined.push('\n');
    }
    let title = blocks.first().map(|block| block.span.of(&joined).to_owned()).unwrap_or_default();
    let mut article = Article::new(title, joined, blocks).map_err(|error| IntakeError::Binary(error.to_string()))?;
    let language = hint.language.unwrap_or_else(|| language::detect(article.text()));
    language.to_owned().clone_into(&mut article.language);
    article.provenance = Provenance { source: hint.name.to_owned(), ..Provenance::default() };
    Ok(Taken { article, remarks: Vec::new(), notices: Vec::new() })
}
