//! How a block of the article is set on the screen: how far its rows stand in, which sign stands before it, whether a blank row
//! parts it from the one above.

use crate::review::{Article, BlockKind, Span};
use crate::text::gate;

/// Columns that the rows of a list's item or a quote stand in.
pub const INDENT: usize = 2;

/// The narrowest pane in which anything stands in, in columns.
const ROOM: usize = 24;

/// A table's cells are parted so in the article's text.
const CELLS: &str = " | ";

/// The same before an empty cell at the end of a row.
const LAST: &str = " |";

/// Rows above and below that a row of a table is set with.
const TABLE: usize = 40;

/// Bytes of a block that are looked at for its cells.
const LOOKED_AT: usize = 1024;

/// What stands before the words of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockSign<'a> {
    /// Nothing.
    None,
    /// A bullet before its first row.
    Bullet,
    /// The mark that its file gives it, before its first row.
    Mark(&'a str),
}

/// Which sign stands before a block's first row. An item whose words begin with a sign or a number of their own has no bullet.
pub fn sign(article: &Article, block: usize) -> BlockSign<'_> {
    let Some(block) = article.blocks().get(block) else { return BlockSign::None };
    if let Some(mark) = block.item.mark() {
        BlockSign::Mark(mark)
    } else if block.kind == BlockKind::ListItem && !block.item.goes_on() && !has_own(article.words(block.span)) {
        BlockSign::Bullet
    } else {
        BlockSign::None
    }
}

/// True for a block that a bar stands before, along all its rows.
pub fn is_barred(article: &Article, block: usize) -> bool {
    article.blocks().get(block).is_some_and(|block| block.kind == BlockKind::Quote)
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

/// Items above that one which goes on is looked for behind.
const NEAR: usize = 8;

/// How many columns the rows of a block stand in, in a pane of `width` columns: past its bar, past the lists that its own stands in, and
/// past what stands before its words, which it keeps room for in the narrowest pane.
pub fn indent(article: &Article, block: usize, width: usize) -> usize {
    let blocks = article.blocks();
    let Some(held) = blocks.get(block) else { return 0 };
    let set = if width >= ROOM { INDENT } else { 0 };
    let bar = if held.kind == BlockKind::Quote { set } else { 0 };
    // What goes on stands where the words above it do.
    let above = || {
        (block.saturating_sub(NEAR)..block).rev().find(|at| blocks.get(*at).is_none_or(|above| !above.item.goes_on()))
    };
    let whose = if held.item.goes_on() { above().and_then(|at| blocks.get(at)).unwrap_or(held) } else { held };
    let is_listed = held.kind == BlockKind::ListItem || whose.item.mark().is_some();
    let lead = whose.item.mark().map_or(0, |mark| (gate::width(mark) + 1).min(width / 3));
    let lead = if is_listed { lead.max(set) } else { 0 };
    let around = held.item.depth.min(DEEPEST) * set;
    bar + lead + around.min((width / 3).saturating_sub(lead))
}

/// Lists in lists whose items stand in further than those around them.
const DEEPEST: usize = 8;

/// True when a blank row stands above the block: not between the items of a list, nor between the rows of a table.
pub fn gap_above(article: &Article, block: usize) -> bool {
    let Some(above) = block.checked_sub(1) else { return false };
    let is_item = |index: usize| article.blocks().get(index).is_some_and(|block| block.kind == BlockKind::ListItem);
    let both = |has: &dyn Fn(usize) -> bool| has(above) && has(block);
    !both(&is_item) && !both(&|index| is_table_row(article, index))
}

/// What parts the cells in `span` of a table's row, blanks included, what of it stands at the ends of `span` as well; nothing in any
/// other block.
pub fn partings(article: &Article, block: usize, span: Span) -> Vec<Span> {
    if !is_table_row(article, block) {
        return Vec::new();
    }
    let Some(block) = article.blocks().get(block) else { return Vec::new() };
    // Where a row is wrapped, the blanks round the sign may stand in the row before or in none.
    let text = article.text();
    let is_edge = |at: &usize| text.is_char_boundary(*at);
    let from = (span.start.saturating_sub(CELLS.len()).max(block.span.start)..=span.start).find(is_edge);
    let end = (span.end..=(span.end + CELLS.len()).min(block.span.end)).rev().find(is_edge);
    let wide = Span::new(from.unwrap_or(span.start), end.unwrap_or(span.end));
    let found = article.words(wide).match_indices(CELLS).map(|(at, cells)| (wide.start + at, cells.len()));
    // An empty cell at the end has no blank behind the sign.
    let last = article.words(block.span).ends_with(LAST).then(|| (block.span.end - LAST.len(), LAST.len()));
    let found = found.chain(last.filter(|(at, _)| *at < span.end));
    let inside = found.map(|(at, long)| Span::new(at.max(span.start), (at + long).min(span.end).max(span.start)));
    inside.filter(|parting| parting.start < parting.end).collect()
}

/// Blanks in a row of a table that the article does not have: before which byte of its text, and how many columns.
pub type CellBlanks = (usize, usize);

/// The blanks that make the columns of a table stand under one another in a pane of `width` columns; nothing where `span` is not the
/// beginning of its block. A row that is wrapped is set by the others, which are not set by it.
pub fn fillings(article: &Article, block: usize, span: Span, width: usize) -> Vec<CellBlanks> {
    let begins = article.blocks().get(block).is_some_and(|held| held.span.start == span.start);
    let missing = if begins { missing(article, block, width) } else { Vec::new() };
    let places = partings(article, block, span).into_iter().map(|parting| parting.start);
    places.zip(missing).filter(|(_, missing)| *missing > 0).collect()
}

/// Columns that a row of a table which has to be wrapped leaves to its [`fillings`].
pub fn spare(article: &Article, block: usize, width: usize) -> usize {
    let is_long = |cells: Vec<usize>| wide(&cells) > width;
    if cells(article, block).is_some_and(is_long) { missing(article, block, width).iter().sum() } else { 0 }
}

/// The blanks behind each cell of a table's row, from the first on as far as all rows that are not wrapped have room for them.
fn missing(article: &Article, block: usize, width: usize) -> Vec<usize> {
    let Some(own) = cells(article, block) else { return Vec::new() };
    let above = (block.saturating_sub(TABLE)..block).rev().map_while(|index| cells(article, index));
    let below = (block + 1..block + 1 + TABLE).map_while(|index| cells(article, index));
    let rows: Vec<Vec<usize>> = above.chain(below).chain([own.clone()]).filter(|cells| wide(cells) <= width).collect();
    let mut missing = Vec::new();
    // Columns that each row takes to the end of its words, with the blanks so far.
    let mut taken: Vec<usize> = rows.iter().map(|cells| wide(cells)).collect();
    for column in 0..own.len().saturating_sub(1) {
        // Nothing stands behind the last cell of a row.
        let inner = |cells: &Vec<usize>| cells.get(column).copied().filter(|_| column + 1 < cells.len());
        let widest = rows.iter().filter_map(inner).max().unwrap_or_default();
        let grown = rows.iter().map(|cells| inner(cells).map_or(0, |cell| widest - cell));
        taken = taken.iter().zip(grown).map(|(taken, more)| taken + more).collect();
        let Some(blanks) = own.get(column).and_then(|cell| widest.checked_sub(*cell)) else { break };
        if taken.iter().any(|taken| *taken > width) {
            break;
        }
        missing.push(blanks);
    }
    missing
}

/// The columns of a row of such cells.
fn wide(cells: &[usize]) -> usize {
    cells.iter().sum::<usize>() + CELLS.len() * cells.len().saturating_sub(1)
}

/// The column of a row's own words that stands in `column` of the row with its `fillings`.
pub fn unfilled(words: &str, start: usize, fillings: &[CellBlanks], column: usize) -> usize {
    let mut column = column;
    for (place, blanks) in fillings {
        let here = gate::width(Span::new(0, place.saturating_sub(start)).of(words));
        if column <= here {
            break;
        }
        column = column.saturating_sub(*blanks).max(here);
    }
    column
}

/// How wide the cells of a table's row are; `None` for any other block.
fn cells(article: &Article, index: usize) -> Option<Vec<usize>> {
    let block = article.blocks().get(index).filter(|block| block.span.len() <= LOOKED_AT)?;
    let words = is_table_row(article, index).then(|| article.words(block.span))?;
    let (words, empty) = words.strip_suffix(LAST).map_or((words, None), |words| (words, Some(0)));
    Some(words.split(CELLS).map(gate::width).chain(empty).collect())
}

fn is_table_row(article: &Article, index: usize) -> bool {
    let Some(block) = article.blocks().get(index).filter(|block| block.kind == BlockKind::Paragraph) else {
        return false;
    };
    let words = article.words(block.span).as_bytes();
    let head = words.get(..LOOKED_AT.min(words.len())).unwrap_or_default();
    // Every row that is laid out asks, and most blocks have no bar at all, which one byte tells sooner than three.
    memchr::memchr(b'|', head).is_some() && memchr::memmem::find(head, CELLS.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Block, ListPlace};

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

    /// Items with what their file says of each: its mark and how deep it stands.
    fn listed(items: &[(Option<&str>, usize)]) -> Article {
        let kinds: Vec<_> = items.iter().map(|_| (BlockKind::ListItem, "Fares rise")).collect();
        let (plain, mut blocks) = (article(&kinds), Vec::new());
        for (block, (mark, depth)) in plain.blocks().iter().zip(items) {
            blocks.push(block.clone().listed(ListPlace { mark: mark.map(Into::into), depth: *depth }));
        }
        Article::new("t", plain.text(), blocks).unwrap()
    }

    #[test]
    fn an_item_has_the_mark_of_its_file_and_what_goes_on_behind_it_stands_below_its_words() {
        let article = listed(&[(Some("10."), 0), (Some(""), 0), (Some("b)"), 1), (None, 2), (Some("iii."), 0)]);
        let signs: Vec<BlockSign<'_>> = (0..5).map(|at| sign(&article, at)).collect();
        let (mark, bullet) = (BlockSign::Mark, BlockSign::Bullet);
        assert_eq!(signs, [mark("10."), BlockSign::None, mark("b)"), bullet, mark("iii.")]);
        let indents = |width: usize| (0..5).map(|at| indent(&article, at, width)).collect::<Vec<_>>();
        assert_eq!(indents(60), [4, 4, 5, 6, 5]);
        // A narrow pane keeps the numbers, and nothing else before the words.
        assert_eq!(indents(18), [4, 4, 3, 0, 5]);
    }

    #[test]
    fn no_mark_and_no_depth_leaves_the_words_without_room() {
        let article = listed(&[(Some("An endless mark before the words of an item"), 0), (None, 99)]);
        assert_eq!([indent(&article, 0, 30), indent(&article, 1, 30)], [10, 10]);
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
    fn the_columns_of_a_table_stand_under_one_another() {
        let text = BlockKind::Paragraph;
        let article = article(&[
            (text.clone(), "Route | 2023 | 2024"),
            (text.clone(), "Old Quay | 9 | 41,200"),
            (text, "No table"),
        ]);
        let blanks = |at: usize, width: usize| {
            let span = article.blocks()[at].span;
            let found = fillings(&article, at, span, width);
            found.into_iter().map(|(place, blanks)| (place - span.start, blanks)).collect::<Vec<_>>()
        };
        assert_eq!((blanks(0, 40), blanks(1, 40)), (vec![(5, 3)], vec![(12, 3)]));
        // The last cell of a row needs no room behind it.
        assert_eq!((blanks(0, 22), blanks(0, 21), blanks(2, 40)), (vec![(5, 3)], vec![], vec![]));
        // A press on a column means the word that stands there.
        let words = article.words(article.blocks()[0].span);
        let columns: Vec<usize> = [0, 4, 5, 7, 8, 9, 14].map(|x| unfilled(words, 0, &[(5, 3)], x)).to_vec();
        assert_eq!(columns, [0, 4, 5, 5, 5, 6, 11]);
    }

    #[test]
    fn a_row_that_is_wrapped_leaves_the_others_in_their_columns() {
        let text = BlockKind::Paragraph;
        let long = format!("Deck | 9 | 11,000 | {}", "it was laid twice ".repeat(4));
        let article = article(&[
            (text.clone(), "Part | 2023 | 2024 | Remark"),
            (text.clone(), "Old Quay | 9 | 41,200 |"),
            (text.clone(), long.trim_end()),
            (text, "Lights | 12,000 | 9 | none"),
        ]);
        let blanks = |at: usize| {
            let span = article.blocks()[at].span;
            let found = fillings(&article, at, Span::new(span.start, span.end.min(span.start + 36)), 40);
            found.into_iter().map(|(place, blanks)| (place - span.start, blanks)).collect::<Vec<_>>()
        };
        assert_eq!(
            [blanks(0), blanks(1), blanks(3)].map(|row| row.first().copied()),
            [Some((4, 4)), Some((12, 5)), Some((6, 2))]
        );
        assert_eq!(blanks(2), [(4, 4), (8, 5)]);
        assert_eq!((spare(&article, 2, 40), spare(&article, 1, 40)), (9, 0));
    }

    #[test]
    fn what_parts_cells_is_found_at_the_end_and_the_beginning_of_a_row_too() {
        let article = article(&[(BlockKind::Paragraph, "Old Quay | 9 | 41,200")]);
        let start = article.blocks()[0].span.start;
        let found = |from: usize, to: usize| {
            let found = partings(&article, 0, Span::new(start + from, start + to));
            found.into_iter().map(|parting| (parting.start - start, parting.end - start)).collect::<Vec<_>>()
        };
        assert_eq!(found(0, 21), [(8, 11), (12, 15)]);
        assert_eq!(found(0, 14), [(8, 11), (12, 14)]);
        assert_eq!(found(9, 21), [(9, 11), (12, 15)]);
        let article = self::article(&[(BlockKind::Paragraph, "Quay | 9 |")]);
        let found = partings(&article, 0, article.blocks()[0].span);
        assert_eq!(found, [Span::new(4, 7), Span::new(8, 10)]);
    }

    #[test]
    fn a_narrow_pane_keeps_its_columns_for_the_words() {
        let article = article(&[(BlockKind::Quote, "one")]);
        assert_eq!((indent(&article, 0, 40), indent(&article, 0, 12)), (INDENT, 0));
    }
}
