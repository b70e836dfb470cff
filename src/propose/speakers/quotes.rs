//! Finds what stands in quotation marks, block by block, and what runs on from one block into the next.

use crate::review::{Article, BlockKind, Span};

/// What stands between two quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The exact words, without the marks, in bytes of the article's text.
    pub words: Span,
    /// The same with its marks.
    pub(super) marked: Span,
    /// The index of the block.
    pub(super) block: usize,
    /// It goes on from the quotation before, which ended its block without a closing mark.
    pub(super) continues: bool,
}

/// A kind of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marks {
    /// “…”, also „…“ and ”…”.
    Double,
    /// "…".
    Straight,
    /// ''…'' or ``…''.
    Doubled,
    /// «…» or »…«.
    Angle,
    /// ‘…’ or '…'.
    Single,
    /// 「…」.
    Corner,
}

/// A quotation that has begun.
#[derive(Clone, Copy, Debug)]
struct Opened {
    marks: Marks,
    /// The character it opened with.
    with: char,
    start: usize,
    words: usize,
}

/// The quotations of every block outside furniture, in order; those within others are left out.
pub fn quotes(article: &Article) -> Vec<Quote> {
    let mut found: Vec<Quote> = Vec::new();
    let mut running = false;
    for (index, block) in article.blocks().iter().enumerate() {
        if block.kind == BlockKind::Furniture {
            continue;
        }
        let before = found.len();
        let open = in_block(article.text(), block.span, index, &mut found);
        if let Some(first) = found.get_mut(before) {
            first.continues = running && first.marked.start == block.span.start;
        }
        running = open;
    }
    found
}

/// Collects the quotations of one block; true when its last one is not closed.
fn in_block(text: &str, span: Span, block: usize, found: &mut Vec<Quote>) -> bool {
    let piece = span.of(text);
    let mut open: Option<Opened> = None;
    let mut before = ' ';
    let mut chars = piece.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, next)| *next);
        let doubled = matches!(c, '\'' | '`') && after == c;
        let len = if doubled { 2 } else { c.len_utf8() };
        let behind = piece.get(at + len..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        let here = Place { c, doubled, before, behind };
        match open {
            None => {
                if let Some(marks) = here.opens() {
                    open = Some(Opened { marks, with: c, start: span.start + at, words: span.start + at + len });
                }
            }
            Some(from) if here.closes(from) => {
                push(text, from, Span::new(span.start + at, span.start + at + len), block, found);
                open = None;
            }
            // A new paragraph of a speech, joined to the one before: the mark opens again.
            Some(from) if from.marks == Marks::Double && c == '“' && from.with == '“' => {
                push(text, from, Span::new(span.start + at, span.start + at), block, found);
                open = Some(Opened { marks: Marks::Double, with: c, start: span.start + at, words: span.start + at + len });
            }
            Some(_) => {}
        }
        if doubled {
            chars.next();
        }
        before = c;
    }
    // A single mark that never closes is an apostrophe; a double one is a paragraph of a longer speech.
    let Some(from) = open.filter(|from| from.marks != Marks::Single) else { return false };
    push(text, from, Span::new(span.end, span.end), block, found);
    true
}

fn push(text: &str, from: Opened, close: Span, block: usize, found: &mut Vec<Quote>) {
    let inner = Span::new(from.words, close.start);
    let words = inner.of(text);
    let start = inner.start + (words.len() - words.trim_start().len());
    let words = Span::new(start, start + words.trim().len());
    if !words.is_empty() {
        found.push(Quote { words, marked: Span::new(from.start, close.end), block, continues: false });
    }
}

/// A character with its neighbours.
#[derive(Clone, Copy)]
struct Place {
    c: char,
    doubled: bool,
    before: char,
    behind: char,
}

impl Place {
    /// The marks that a quotation would open with here.
    fn opens(self) -> Option<Marks> {
        let fresh = self.before.is_whitespace() || matches!(self.before, '(' | '[' | '—' | '–' | '-' | '/' | ':' | '“' | '"' | '\u{200b}');
        let leads = !self.behind.is_whitespace() && !matches!(self.behind, ')' | ']' | ',' | ';');
        match self.c {
            '“' | '„' | '‟' => Some(Marks::Double),
            '”' if fresh && leads => Some(Marks::Double),
            '"' | '＂' if fresh && leads => Some(Marks::Straight),
            '\'' | '`' if self.doubled && fresh && leads => Some(Marks::Doubled),
            '«' | '»' => Some(Marks::Angle),
            '「' | '『' => Some(Marks::Corner),
            '‘' | '‚' if fresh && leads => Some(Marks::Single),
            '\'' if fresh && self.behind.is_uppercase() => Some(Marks::Single),
            _ => None,
        }
    }

    /// Does the quotation end here?
    fn closes(self, from: Opened) -> bool {
        match from.marks {
            Marks::Double => matches!((from.with, self.c), ('“' | '‟' | '”', '”') | ('„', '“' | '”' | '‟')),
            Marks::Straight => {
                matches!(self.c, '"' | '＂' | '”') && (!self.before.is_whitespace() || !self.behind.is_alphanumeric())
            }
            Marks::Doubled => self.c == '\'' && self.doubled,
            Marks::Angle => matches!((from.with, self.c), ('«', '»') | ('»', '«')),
            Marks::Corner => matches!((from.with, self.c), ('「', '」') | ('『', '』')),
            // “voters’ anger”: an apostrophe after an s is the end only where the clause ends too.
            Marks::Single => {
                let mark = if from.with == '\'' { self.c == '\'' } else { matches!(self.c, '’' | '\'') };
                let ends = !self.behind.is_alphanumeric() && !self.before.is_whitespace();
                mark && ends && (self.before != 's' || !self.behind.is_whitespace())
            }
        }
    }
}
