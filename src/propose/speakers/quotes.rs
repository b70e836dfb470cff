//! Finds what stands in quotation marks, block by block, and what runs on from one block into the next.

use crate::review::{Article, BlockKind, Span};

/// What stands between two quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotedSpan {
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
enum QuoteMarks {
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
struct OpenQuote {
    marks: QuoteMarks,
    /// The character it opened with.
    with: char,
    start: usize,
    words: usize,
}

/// The quotations of every block outside furniture, in order; those within others are left out.
pub fn quotes(article: &Article) -> Vec<QuotedSpan> {
    let mut found: Vec<QuotedSpan> = Vec::new();
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
fn resumes(text: &str, span: Span, from: OpenQuote) -> Option<OpenQuote> {
    let piece = span.of(text);
    let here = OpenQuote { start: span.start, words: span.start, ..from };
    let mut next = 0;
    let (at, c) = std::iter::from_fn(|| {
        let (at, c) = next_mark(piece, next)?;
        next = at + c.len_utf8();
        Some((at, c))
    })
    .find(|(at, c)| QuoteContext::at(piece, *at, *c).is_mark(from.marks))?;
    let place = QuoteContext::at(piece, at, c);
    (place.closes(here) && place.opens().is_none()).then_some(here)
}

/// Collects the quotations of one block, which `open` may have reached; returns the last one when it is not closed.
fn in_block(
    text: &str,
    span: Span,
    block: usize,
    mut open: Option<OpenQuote>,
    found: &mut Vec<QuotedSpan>,
) -> Option<OpenQuote> {
    let piece = span.of(text);
    let mut from = 0;
    while let Some((at, c)) = next_mark(piece, from) {
        let here = QuoteContext::at(piece, at, c);
        let len = here.len();
        from = at + len;
        match open {
            None => {
                if let Some(marks) = here.opens() {
                    open = Some(OpenQuote { marks, with: c, start: span.start + at, words: span.start + at + len });
                }
            }
            Some(from) if here.closes(from) => {
                push(text, from, Span::new(span.start + at, span.start + at + len), block, found);
                open = None;
            }
            // A new paragraph of a speech, joined to the one before: the mark opens again.
            Some(from) if from.marks == QuoteMarks::Double && c == '“' && from.with == '“' => {
                push(text, from, Span::new(span.start + at, span.start + at), block, found);
                open = Some(OpenQuote {
                    marks: QuoteMarks::Double,
                    with: c,
                    start: span.start + at,
                    words: span.start + at + len,
                });
            }
            Some(_) => {}
        }
    }
    // A single mark that never closes is an apostrophe; a double one is a paragraph of a longer speech.
    let from = open.filter(|from| from.marks != QuoteMarks::Single)?;
    push(text, from, Span::new(span.end, span.end), block, found);
    Some(from)
}

fn push(text: &str, from: OpenQuote, close: Span, block: usize, found: &mut Vec<QuotedSpan>) {
    let inner = Span::new(from.words, close.start);
    let words = inner.of(text);
    let start = inner.start + (words.len() - words.trim_start().len());
    let words = Span::new(start, start + words.trim().len());
    if !words.is_empty() {
        found.push(QuotedSpan { words, marked: Span::new(from.start, close.end), block, continues: false });
    }
}

/// A character with its neighbours.
#[derive(Clone, Copy)]
struct QuoteContext {
    c: char,
    doubled: bool,
    before: char,
    behind: char,
}

impl QuoteContext {
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
    fn is_mark(self, marks: QuoteMarks) -> bool {
        match marks {
            QuoteMarks::Double => matches!(self.c, '“' | '”' | '„' | '‟'),
            QuoteMarks::Straight => matches!(self.c, '"' | '＂'),
            QuoteMarks::Doubled => self.doubled,
            QuoteMarks::Angle => matches!(self.c, '«' | '»'),
            QuoteMarks::Single => matches!(self.c, '‘' | '’' | '\''),
            QuoteMarks::Corner => matches!(self.c, '「' | '」' | '『' | '』'),
        }
    }

    /// The marks that a quotation would open with here.
    fn opens(self) -> Option<QuoteMarks> {
        let fresh = self.before.is_whitespace()
            || matches!(self.before, '(' | '[' | '—' | '–' | '-' | '/' | ':' | '“' | '"' | '\u{200b}');
        let leads = !self.behind.is_whitespace() && !matches!(self.behind, ')' | ']' | ',' | ';');
        match self.c {
            '“' | '„' | '‟' => Some(QuoteMarks::Double),
            '”' if fresh && leads => Some(QuoteMarks::Double),
            '"' | '＂' if fresh && leads => Some(QuoteMarks::Straight),
            '\'' | '`' if self.doubled && fresh && leads => Some(QuoteMarks::Doubled),
            '«' | '»' => Some(QuoteMarks::Angle),
            '「' | '『' => Some(QuoteMarks::Corner),
            '‘' | '‚' if fresh && leads => Some(QuoteMarks::Single),
            '\'' if fresh && self.behind.is_uppercase() => Some(QuoteMarks::Single),
            _ => None,
        }
    }

    /// Does the quotation end here?
    fn closes(self, from: OpenQuote) -> bool {
        match from.marks {
            QuoteMarks::Double => matches!((from.with, self.c), ('“' | '‟' | '”', '”') | ('„', '“' | '”' | '‟')),
            QuoteMarks::Straight => {
                matches!(self.c, '"' | '＂' | '”') && (!self.before.is_whitespace() || !self.behind.is_alphanumeric())
            }
            QuoteMarks::Doubled => self.c == '\'' && self.doubled,
            QuoteMarks::Angle => matches!((from.with, self.c), ('«', '»') | ('»', '«')),
            QuoteMarks::Corner => matches!((from.with, self.c), ('「', '」') | ('『', '』')),
            // “voters’ anger”: an apostrophe after an s is the end only where the clause ends too.
            QuoteMarks::Single => {
                let mark = if from.with == '\'' { self.c == '\'' } else { matches!(self.c, '’' | '\'') };
                let ends = !self.behind.is_alphanumeric() && !self.before.is_whitespace();
                mark && ends && (self.before != 's' || !self.behind.is_whitespace())
            }
        }
    }
}
