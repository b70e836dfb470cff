//! Paragraphs of a PDF: lines that go on in one another, and what each paragraph is.

use std::collections::HashSet;

use super::line::{PdfLine, usual_size};
use crate::intake::draft::DraftPiece;
use crate::intake::{furniture, wrap};
use crate::review::BlockKind;

/// A paragraph in the making.
#[derive(Debug)]
struct PdfParagraph {
    text: String,
    size: f32,
    bold: bool,
    head: bool,
    item: bool,
    last: PdfLine,
    /// Where its first and its other lines begin.
    x: f32,
    lines: usize,
    /// The pages that it stands on, from 0, and the byte of the text with which each begins.
    turns: Vec<(usize, usize)>,
}

/// The byte of a text with which a page's words begin, when its last `added` bytes are the page's first line. A word that the turn of
/// the page broke is the next page's.
fn turn(text: &str, added: usize) -> usize {
    let before = text.get(..text.len().saturating_sub(added)).unwrap_or_default();
    before.rfind(char::is_whitespace).map_or(0, |at| at + 1)
}

/// The pieces that lines make. `printed`: a page of the web was printed, with all that stands around its article.
pub(super) fn pieces(lines: &[PdfLine], printed: bool) -> Vec<DraftPiece<'static>> {
    let size = usual_size(lines);
    let mut pieces: Vec<DraftPiece<'static>> =
        grouped(lines, size, printed).iter().map(|paragraph| piece(paragraph, size)).collect();
    if let Some(title) = pieces.iter_mut().take(6).find(|piece| piece.kind == BlockKind::Heading) {
        title.kind = BlockKind::Headline;
    }
    if printed {
        judge(&mut pieces);
    }
    pieces
}

/// The paragraphs that lines make, running heads left out, each as what of it stands on each page (counted from 0).
pub(super) fn turned(lines: &[PdfLine], printed: bool) -> Vec<Vec<(usize, String)>> {
    let told = |paragraph: &PdfParagraph| {
        let ends = paragraph.turns.iter().skip(1).map(|(_, at)| *at).chain([paragraph.text.len()]);
        let parts = paragraph.turns.iter().zip(ends).map(|((page, from), to)| {
            let part = paragraph.text.get(*from..to).unwrap_or_default();
            (*page, crate::intake::lines::tidy(part.trim()).into_owned())
        });
        parts.filter(|(_, text)| !text.is_empty()).collect()
    };
    grouped(lines, usual_size(lines), printed).iter().filter(|paragraph| !paragraph.head).map(told).collect()
}

fn grouped(lines: &[PdfLine], size: f32, printed: bool) -> Vec<PdfParagraph> {
    let columns = Columns::of(lines, size);
    let hyphens = Hyphens::of(lines, printed);
    let mut paragraphs: Vec<PdfParagraph> = Vec::new();
    for line in lines {
        // A running head between two pages does not part what goes on behind it.
        let open = paragraphs.iter_mut().rev().find(|paragraph| line.head || !paragraph.head);
        match open.filter(|open| goes_on(open, line, &columns, size)) {
            Some(open) => {
                append(&mut open.text, &line.text, &hyphens);
                if open.last.page != line.page {
                    open.turns.push((line.page, turn(&open.text, line.text.len())));
                }
                open.last = line.clone();
                open.lines += 1;
            }
            None => paragraphs.push(begun(line)),
        }
    }
    paragraphs
}

fn begun(line: &PdfLine) -> PdfParagraph {
    PdfParagraph {
        text: line.text.clone(),
        size: line.size,
        bold: line.bold,
        head: line.head,
        item: wrap::begins_item(&line.text),
        last: line.clone(),
        x: line.x,
        lines: 1,
        turns: vec![(line.page, 0)],
    }
}

fn piece(paragraph: &PdfParagraph, size: f32) -> DraftPiece<'static> {
    let text = crate::intake::lines::tidy(&paragraph.text).into_owned();
    let large = paragraph.size > size * 1.12 && paragraph.lines <= 4;
    let set_apart = paragraph.bold && paragraph.lines <= 2 && text.chars().count() < 120 && !text.contains(" | ");
    let kind = if paragraph.head {
        BlockKind::Furniture
    } else if large || set_apart {
        BlockKind::Heading
    } else if paragraph.item {
        BlockKind::ListItem
    } else {
        BlockKind::Paragraph
    };
    let bare = text.trim_start_matches(['•', '◦', '▪', '●', '–', ' ', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}']);
    let text = if kind == BlockKind::ListItem { bare.to_owned() } else { text };
    DraftPiece::new(kind, text)
}

/// What of a printed page is its article: judged as the lines of a copied page are, but for the headline, which its type tells, and for
/// what stands under the article's pictures.
fn judge(pieces: &mut [DraftPiece<'static>]) {
    let texts: Vec<String> = pieces.iter().map(|piece| piece.text.clone().into_owned()).collect();
    let furniture = furniture::of_printed(&texts);
    let is_text = |(piece, furniture): (&DraftPiece<'_>, &bool)| piece.kind != BlockKind::Furniture && !furniture;
    let first = pieces.iter().zip(&furniture).position(is_text).unwrap_or(0);
    let last = pieces.iter().zip(&furniture).rposition(is_text).unwrap_or(0);
    let cells: Vec<usize> = texts.iter().map(|text| cells(text)).collect();
    let is_row = |index: usize| {
        let beside = |other: Option<usize>| other.and_then(|other| cells.get(other)) == cells.get(index);
        let many = cells.get(index).is_some_and(|many| *many > 1);
        many && (first..last).contains(&index) && (beside(index.checked_sub(1)) || beside(Some(index + 1)))
    };
    for (index, (piece, furniture)) in pieces.iter_mut().zip(furniture).enumerate() {
        if is_row(index) {
            continue;
        }
        let caption = (first..last).contains(&index) && furniture::is_told_caption(&piece.text);
        if piece.kind == BlockKind::Paragraph && caption {
            piece.kind = BlockKind::Caption;
        } else if furniture && piece.kind != BlockKind::Headline {
            piece.kind = BlockKind::Furniture;
        }
    }
}

/// Figures in a text that has nothing else: the cells of a table's row. Rows with as many stand below one another.
fn cells(text: &str) -> usize {
    let words = || text.split_whitespace().filter(|word| *word != "|");
    let figure = |word: &str| word.contains(|c: char| c.is_ascii_digit()) && !word.contains(char::is_alphabetic);
    if words().all(figure) { words().count() } else { 0 }
}

/// How much wider than the letters before it a word may be.
const UNEVEN: f32 = 1.2;

/// The edges of the lines of one size that begin at about one place of a page.
struct ColumnEdges {
    page: usize,
    size: f32,
    /// Where the leftmost of them begins.
    x: f32,
    /// Where each of them ends.
    ends: Vec<f32>,
}

impl ColumnEdges {
    /// True for the edges of the column that a line stands in. A headline over two columns is in neither of them.
    fn holds(&self, line: &PdfLine) -> bool {
        let near = self.page == line.page && (self.x - line.x).abs() < line.size * 4.0;
        near && (self.size - line.size).abs() < line.size * 0.06
    }

    /// Where its lines end; one among many that goes on far beyond all others runs over several columns.
    fn end(&self) -> f32 {
        let most = self.ends.last().copied().unwrap_or_default();
        let nearly = self.ends.get(self.ends.len() * 9 / 10).copied().unwrap_or(most);
        if most - nearly > self.size * BEYOND { nearly } else { most }
    }
}

/// A line that goes on so much further than nearly all others is of another column, in sizes of letters.
const BEYOND: f32 = 8.0;

/// Where the columns of the pages end.
struct Columns {
    edges: Vec<ColumnEdges>,
    /// From base line to base line within a paragraph, in sizes of letters.
    leading: f32,
}

impl Columns {
    fn of(lines: &[PdfLine], size: f32) -> Self {
        let mut edges: Vec<ColumnEdges> = Vec::new();
        for line in lines.iter().filter(|line| !line.head) {
            match edges.iter_mut().find(|edges| edges.holds(line)) {
                Some(edges) => {
                    edges.x = edges.x.min(line.x);
                    edges.ends.push(line.end);
                }
                None => {
                    edges.push(ColumnEdges { page: line.page, size: line.size, x: line.x, ends: vec![line.end] });
                }
            }
        }
        for edges in &mut edges {
            edges.ends.sort_by(f32::total_cmp);
        }
        Self { edges, leading: leading(lines, size) }
    }

    /// The right edge of the column that a line stands in.
    fn end(&self, line: &PdfLine) -> f32 {
        self.edges.iter().filter(|edges| edges.holds(line)).map(ColumnEdges::end).fold(line.end, f32::max)
    }

    /// True when a line had room for the first word of the next, so that the break between them was meant. `inset`: what a block that is
    /// set in from the left is set in from the right.
    fn fits(&self, line: &PdfLine, next: &PdfLine, inset: f32) -> bool {
        let room = self.end(line) - inset - line.end;
        let letters = line.text.chars().count().max(1);
        let word = next.text.split_whitespace().next().unwrap_or_default().chars().count() + 1;
        #[expect(clippy::cast_precision_loss, reason = "letters of a line are few")]
        let width = (line.end - line.x) / letters as f32 * word as f32;
        room > width * UNEVEN
    }

    /// The left edge of the column that a line stands in.
    fn start(&self, line: &PdfLine) -> f32 {
        self.edges.iter().filter(|edges| edges.holds(line)).map(|edges| edges.x).fold(line.x, f32::min)
    }
}

/// From base line to base line in running text, in sizes of letters: what most lines have.
fn leading(lines: &[PdfLine], size: f32) -> f32 {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let body = |line: &PdfLine| (line.size - size).abs() < size * 0.06 && !line.head;
    let steps = pairs.filter(|(one, next)| one.page == next.page && body(one) && body(next));
    let mut steps: Vec<f32> =
        steps.map(|(one, next)| (one.y - next.y) / size).filter(|step| *step > 0.5 && *step < 2.5).collect();
    steps.sort_by(f32::total_cmp);
    // Gaps between paragraphs are larger: the lower half is the text's own.
    steps.get(steps.len() / 3).copied().unwrap_or(1.2)
}

/// Characters of a line in a block that is set in, at least, which the next line may go on.
const SET_IN: usize = 30;

/// True when a line goes on in a paragraph.
fn goes_on(open: &PdfParagraph, line: &PdfLine, columns: &Columns, body: f32) -> bool {
    let last = &open.last;
    let alike = (open.size - line.size).abs() < open.size * 0.06 && open.bold == line.bold && open.head == line.head;
    let rows = open.text.contains(" | ") || line.text.contains(" | ");
    // What stands in for a note's mark is no part of the sentence.
    let said = open.text.trim_end_matches(|c: char| u32::from(c) >= 0xF_0000);
    let ended = wrap::ends_sentence(said) || said.ends_with([':', ';']);
    let full = last.end > columns.end(last) - last.size * 4.0 && !(ended && columns.fits(last, line, 0.0));
    // A number with a stop inside a sentence is a date's or a rank's, not an item's.
    let within = full && !ended && !open.item && !wrap::bulleted(&line.text);
    if !alike || rows || open.head || (wrap::begins_item(&line.text) && !within) {
        return false;
    }
    let below = last.y - line.y;
    // A raised mark pushes the next line down; a sentence that goes on bridges that.
    let most = columns.leading.max(1.1) * if full && !ended { 1.55 } else { 1.2 };
    let near = last.page == line.page && below > 0.0 && below < line.size * most;
    if !near {
        // On the next page or column: when the line was full, or its sentence is not at its end.
        let next = last.page != line.page || below < 0.0;
        let brimming = last.end > columns.end(last) - last.size;
        let indented = line.x > columns.start(line) + line.size * 0.8;
        let label = open.lines == 1 && furniture::is_label(said);
        return next && open.size < body * 1.12 && (!ended || brimming) && !indented && !open.bold && !label;
    }
    let left = if open.lines > 1 { last.x } else { open.x };
    let aligned = (line.x - left).abs() < line.size * 0.2;
    // A picture's credit goes on in its caption; and what is set in from both sides is full sooner.
    let inset = line.x - columns.start(line);
    let set_in = inset > line.size && last.text.chars().count() >= SET_IN;
    if aligned && set_in && (furniture::begins_with_credit(&line.text) || !ended && !columns.fits(last, line, inset)) {
        return true;
    }
    // List items hang, paragraphs are indented at their first line.
    let indented = line.x > left + line.size * 0.8 && !open.item;
    let outdented = line.x < left - line.size * 0.8 && open.lines > 1;
    (full || !ended)
        && !indented
        && !outdented
        && (full || open.size > body * 1.12 || line.text.starts_with(char::is_lowercase))
}

/// What tells the hyphens of words from those that break them at a line's end.
struct Hyphens {
    /// Words with a hyphen inside a line: such a hyphen at a line's end is the word's own.
    compounds: HashSet<String>,
    /// What breaks words here is a hyphen of its own (U+2010, U+00AD), as browsers have it: `-` is always the word's.
    own: bool,
}

impl Hyphens {
    fn of(lines: &[PdfLine], printed: bool) -> Self {
        let words = lines.iter().flat_map(|line| line.text.split_whitespace());
        let inner =
            |word: &&str| word.char_indices().any(|(at, c)| is_hyphen(c) && at > 0 && at + c.len_utf8() < word.len());
        let compounds = words.filter(inner).map(folded).collect();
        Self { compounds, own: printed || lines.iter().any(|line| line.text.ends_with(['\u{2010}', '\u{ad}'])) }
    }
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{ad}')
}

fn folded(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Adds a line to a text; a word that was broken at its end is made whole.
fn append(text: &mut String, line: &str, hyphens: &Hyphens) {
    let broken = text.ends_with(is_hyphen) && line.starts_with(char::is_lowercase);
    let head = text.rsplit(char::is_whitespace).next().unwrap_or_default().trim_end_matches(is_hyphen).to_owned();
    let tail = line.split(char::is_whitespace).next().unwrap_or_default();
    if broken && head.chars().any(char::is_alphabetic) {
        let own = hyphens.own && text.ends_with('-') || hyphens.compounds.contains(&folded(&format!("{head}-{tail}")));
        if !own || text.ends_with('\u{ad}') {
            text.truncate(text.trim_end_matches(is_hyphen).len());
        }
    } else if !text.ends_with(['-', '–', '—', '/']) || text.ends_with(" –") || text.ends_with(" —") {
        text.push(' ');
    }
    text.push_str(line);
}
