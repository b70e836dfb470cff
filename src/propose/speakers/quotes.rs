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
    /// Two apostrophes or two grave accents on either side.
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
    let mut running = None;
    for (index, block) in article.blocks().iter().enumerate() {
        if block.kind == BlockKind::Furniture {
            continue;
        }
        let before = found.len();
        let resumed = running.and_then(|from| resumes(article.text(), block.span, from));
        let open = in_block(article.text(), block.span, index, resumed, &mut found);
        if let Some(first) = found.get_mut(before) {
            first.continues = running.is_some() && first.marked.start == block.span.start;
        }
        running = open;
    }
    found
}

/// The next character of `piece` at or after byte `from` that may be a quotation mark, by the first byte of its UTF-8 form.
fn next_mark(piece: &str, from: usize) -> Option<(usize, char)> {
    let bytes = piece.as_bytes().get(from..)?;
    let lead = |byte: &u8| matches!(byte, b'"' | b'\'' | b'`' | 0xC2 | 0xE2 | 0xE3 | 0xEF);
    let at = from + bytes.iter().position(lead)?;
    piece.get(at..)?.chars().next().map(|c| (at, c))
}

/// The quotation `from` of the block before, where it goes on in `span` without a new mark: a mark closes before any opens.
fn resumes(text: &str, span: Span, from: Opened) -> Option<Opened> {
    let piece = span.of(text);
    let here = Opened { start: span.start, words: span.start, ..from };
    let mut next = 0;
    let (at, c) = std::iter::from_fn(|| {
        let (at, c) = next_mark(piece, next)?;
        next = at + c.len_utf8();
        Some((at, c))
    })
    .find(|(at, c)| Place::at(piece, *at, *c).is_mark(from.marks))?;
    let place = Place::at(piece, at, c);
    (place.closes(here) && place.opens().is_none()).then_some(here)
}

/// Collects the quotations of one block, which `open` may have reached; returns the last one when it is not closed.
fn in_block(text: &str, span: Span, block: usize, mut open: Option<Opened>, found: &mut Vec<Quote>) -> Option<Opened> {
    let piece = span.of(text);
    let mut from = 0;
    while let Some((at, c)) = next_mark(piece, from) {
        let here = Place::at(piece, at, c);
        let len = here.len();
        from = at + len;
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
                open = Some(Opened {
                    marks: Marks::Double,
                    with: c,
                    start: span.start + at,
                    words: span.start + at + len,
                });
            }
            Some(_) => {}
        }
    }
    // A single mark that never closes is an apostrophe; a double one is a paragraph of a longer speech.
    let from = open.filter(|from| from.marks != Marks::Single)?;
    push(text, from, Span::new(span.end, span.end), block, found);
    Some(from)
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
    /// The character `c` at byte `at` of `piece`.
    fn at(piece: &str, at: usize, c: char) -> Self {
        let own = c.len_utf8();
        let next = |at: usize| piece.get(at..).and_then(|rest| rest.chars().next());
        let doubled = matches!(c, '\'' | '`') && next(at + own) == Some(c);
        let before = piece.get(..at).and_then(|head| head.chars().next_back()).unwrap_or(' ');
        let behind = next(at + own * if doubled { 2 } else { 1 }).unwrap_or(' ');
        Self { c, doubled, before, behind }
    }

    /// How many bytes the mark takes.
    fn len(self) -> usize {
        self.c.len_utf8() * if self.doubled { 2 } else { 1 }
    }

    /// Can the character open or close a quotation of this kind?
    fn is_mark(self, marks: Marks) -> bool {
        match marks {
            Marks::Double => matches!(self.c, '“' | '”' | '„' | '‟'),
            Marks::Straight => matches!(self.c, '"' | '＂'),
            Marks::Doubled => self.doubled,
            Marks::Angle => matches!(self.c, '«' | '»'),
            Marks::Single => matches!(self.c, '‘' | '’' | '\''),
            Marks::Corner => matches!(self.c, '「' | '」' | '『' | '』'),
        }
    }

    /// The marks that a quotation would open with here.
    fn opens(self) -> Option<Marks> {
        let fresh = self.before.is_whitespace()
            || matches!(self.before, '(' | '[' | '—' | '–' | '-' | '/' | ':' | '“' | '"' | '\u{200b}');
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
