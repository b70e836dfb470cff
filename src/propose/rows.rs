//! Rows of a table, as the intake writes them: which block is one, and which heads the others.

use crate::review::{Article, Block, BlockKind};

/// What parts the cells of a row.
const CELLS: &str = " | ";
/// Bytes of a block in which its first cell ends: it is asked for every sentence, and a block may have as many as a book.
const REACH: usize = 400;

/// True for the words of a row.
pub(super) fn is_row(words: &str) -> bool {
    let head = words.as_bytes().get(..REACH).unwrap_or(words.as_bytes());
    memchr::memmem::find(head, CELLS.as_bytes()).is_some()
}

/// True for a row whose words head the columns under it, and say nothing by themselves: marked as such, or the first of its table and without
/// a figure that is no year.
pub(super) fn heads_others(article: &Article, block: usize) -> bool {
    let words = |block: &Block| article.words(block.span);
    let at = |index: usize| article.blocks().get(index);
    let Some(own) = at(block).filter(|own| is_row(words(own))) else { return false };
    let beside = |index: Option<usize>| index.and_then(at).is_some_and(|other| is_row(words(other)));
    let first = !beside(block.checked_sub(1)) && beside(Some(block + 1));
    // "People in 2020": a head may say of when its figures are.
    let heads = |cell: &str| !has_figure(cell) || is_year(cell) || tells_years(cell);
    own.kind == BlockKind::Heading || first && words(own).split(CELLS).all(heads)
}

/// True for words with a year among them, and no other figure.
fn tells_years(cell: &str) -> bool {
    let mut told = cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let worded = cell.contains(char::is_alphabetic);
    worded && told.all(|word| !has_figure(word) || word.len() == 4 && is_year(word) && word.starts_with(['1', '2']))
}

fn has_figure(cell: &str) -> bool {
    cell.contains(|c: char| c.is_numeric())
}

/// True for a cell that is one year, or two with a dash or bar between them.
fn is_year(cell: &str) -> bool {
    cell.trim().split(['-', '–', '/']).all(|part| {
        matches!(part.len(), 2 | 4) && part.bytes().all(|byte| byte.is_ascii_digit()) && !part.starts_with('0')
    })
}
