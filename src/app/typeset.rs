//! How a block of the article is set on the screen: how far its rows stand in, which sign stands before it, whether a blank row
//! parts it from the one above.

use crate::review::{Article, BlockKind, Span};

/// Columns that the rows of a list's item or a quote stand in.
pub const INDENT: usize = 2;

/// The narrowest pane in which anything stands in, in columns.
const ROOM: usize = 24;

/// A table's cells are parted so in the article's text.
const CELLS: &str = " | ";

/// Bytes of a block that are looked at for its cells.
const LOOKED_AT: usize = 1024;

/// What stands before the words of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockSign {
    /// Nothing.
    None,
    /// A bullet before its first row.
    Bullet,
    /// A bar before each row.
    Bar,
}

/// Which sign stands before a block. An item whose words begin with a sign or a number of their own has none.
pub fn sign(article: &Article, block: usize) -> BlockSign {
    let Some(block) = article.blocks().get(block) else { return BlockSign::None };
    if block.kind == BlockKind::Quote {
        BlockSign::Bar
    } else if block.kind == BlockKind::ListItem && !has_own(article.words(block.span)) {
        BlockSign::Bullet
    } else {
        BlockSign::None
    }
}

/// True of words that begin with a bullet, a dash or a number: `– two`, `2. two`, `b) two`.
fn has_own(words: &str) -> bool {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return true };
    if !first.is_alphanumeric() {
        return matches!(first, '•' | '‣' | '◦' | '▪' | '–' | '—' | '-' | '*' | '·');
    }
    let label = words.split(' ').next().unwrap_or_default();
    let bare = label.strip_suffix(['.', ')']).unwrap_or_default();
    let digits = !bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|byte| byte.is_ascii_digit());
    digits || (bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic) && label.ends_with(')'))
}

/// How many columns the rows of a block stand in, in a pane of `width` columns.
pub fn indent(article: &Article, block: usize, width: usize) -> usize {
    let kind = article.blocks().get(block).map(|block| &block.kind);
    if width >= ROOM && matches!(kind, Some(BlockKind::ListItem | BlockKind::Quote)) { INDENT } else { 0 }
}

/// True when a blank row stands above the block: not between the items of a list, nor between the rows of a table.
pub fn gap_above(article: &Article, block: usize) -> bool {
    let Some(above) = block.checked_sub(1) else { return false };
    let is_item = |index: usize| article.blocks().get(index).is_some_and(|block| block.kind == BlockKind::ListItem);
    let both = |has: &dyn Fn(usize) -> bool| has(above) && has(block);
    !both(&is_item) && !both(&|index| is_table_row(article, index))
}

/// What parts the cells in `span` of a table's row, blanks included; nothing in any other block.
pub fn partings(article: &Article, block: usize, span: Span) -> Vec<Span> {
    if !is_table_row(article, block) {
        return Vec::new();
    }
    let found = article.words(span).match_indices(CELLS);
    found.map(|(at, cells)| Span::new(span.start + at, span.start + at + cells.len())).collect()
}

fn is_table_row(article: &Article, index: usize) -> bool {
    let Some(block) = article.blocks().get(index).filter(|block| block.kind == BlockKind::Paragraph) else {
        return false;
    };
    let words = article.words(block.span).as_bytes();
    memchr::memmem::find(words.get(..LOOKED_AT.min(words.len())).unwrap_or_default(), CELLS.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Block;

    fn article(blocks: &[(BlockKind, &str)]) -> Article {
        let mut text = String::new();
        let mut spans = Vec::new();
        for (kind, words) in blocks {
            spans.push(Block::new(kind.clone(), Span::new(text.len(), text.len() + words.len())));
            text.push_str(words);
            text.push_str("\n\n");
        }
        Article::new("t", text, spans).unwrap()
    }

    #[test]
    fn an_item_has_one_sign_its_own_or_ours() {
        let items = [
            "Fares rise",
            "2. Fares rise",
            "b) Fares rise",
            "– Fares rise",
            "\"Fares rise\"",
            "28 crowns a trip",
            "A fare",
        ];
        let article = article(&items.map(|words| (BlockKind::ListItem, words)));
        let signs: Vec<bool> = (0..7).map(|at| sign(&article, at) == BlockSign::Bullet).collect();
        assert_eq!(signs, [true, false, false, false, true, true, true]);
    }

    #[test]
    fn items_and_rows_stand_together_and_nothing_else_does() {
        let (item, text) = (BlockKind::ListItem, BlockKind::Paragraph);
        let article = article(&[
            (text.clone(), "Route | 2024"),
            (text.clone(), "Quay | 41,200"),
            (text, "A paragraph"),
            (item.clone(), "one"),
            (item, "two"),
        ]);
        let gaps: Vec<bool> = (0..5).map(|at| gap_above(&article, at)).collect();
        assert_eq!(gaps, [false, false, true, true, false]);
    }

    #[test]
    fn a_narrow_pane_keeps_its_columns_for_the_words() {
        let article = article(&[(BlockKind::Quote, "one")]);
        assert_eq!((indent(&article, 0, 40), indent(&article, 0, 12)), (INDENT, 0));
    }
}
