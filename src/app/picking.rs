//! Picking words of the article: for a new claim, for a claim's mended span, for the place where a claim is cut.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::page::Page;
use crate::propose;
use crate::review::{Article, ClaimId, Span};

/// What the picked words are for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// A new claim.
    Claim,
    /// Another span for this claim.
    Mend(ClaimId),
    /// Other words for this claim, whose own have changed or are gone.
    Attach(ClaimId),
    /// Cutting this claim in two, before the cursor.
    Split(ClaimId),
}

/// Where the cursor goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// A character to the left.
    Left,
    /// A character to the right.
    Right,
    /// A row up.
    Up,
    /// A row down.
    Down,
    /// To the beginning of the word, or of the one before.
    WordLeft,
    /// To the end of the word, or of the next one.
    WordRight,
    /// To the beginning of the sentence, or of the one before.
    SentenceLeft,
    /// To the end of the sentence, or of the next one.
    SentenceRight,
    /// To the selection's other end.
    Swap,
    /// To the end of the clause: before the next comma, semicolon, colon or dash.
    ClauseRight,
    /// To this character, the next one of it.
    To(char),
    /// Nowhere: the selection begins anew at the next word.
    Anew,
}

/// A selection under way, in bytes of the article's text; both ends begin a character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picking {
    /// What it is for.
    pub aim: Aim,
    /// Where it began.
    pub anchor: usize,
    /// Where the cursor is; the character under it is picked too.
    pub head: usize,
}

impl Picking {
    /// The words picked: from the one end to behind the character at the other; to be cut, nothing but that character.
    pub fn span(&self, article: &Article) -> Span {
        if matches!(self.aim, Aim::Split(_)) {
            // Between two words the second part begins with the next one.
            let blank = article.words(Span::new(self.head, article.text().len())).chars();
            let blank: usize = blank.take_while(|c| *c == ' ').map(char::len_utf8).sum();
            let cut = Span::new(self.head + blank, after(article.text(), self.head + blank));
            // No word is cut in two.
            let start = snapped(article.text(), cut).start;
            return Span::new(start.min(self.head), after(article.text(), start));
        }
        let from = self.anchor;
        let (start, last) = (from.min(self.head), from.max(self.head));
        snapped(article.text(), Span::new(start, after(article.text(), last)))
    }

    /// The words picked, without the blanks around them; `None` when there are none.
    pub fn words(&self, article: &Article) -> Option<Span> {
        let span = self.span(article);
        let words = article.words(span);
        let start = span.start + (words.len() - words.trim_start().len());
        let end = start + words.trim().len();
        (start < end).then(|| Span::new(start, end))
    }

    /// Moves the cursor over the claim that is cut, `whole`, from one place where its second part may begin to another.
    pub fn go_in(&mut self, whole: Span, stride: Stride, article: &Article, page: &Page<'_>) {
        let (text, from) = (article.text(), self.head);
        match stride {
            // There is one place, and no end of a selection.
            Stride::Swap | Stride::Anew => return,
            Stride::WordRight => self.head = next_word(text, from),
            Stride::SentenceRight => self.head = next_word(text, sentence_right(article, from)),
            Stride::ClauseRight => self.head = clause_right(text, from).map_or(from, |at| next_word(text, at)),
            Stride::Left
            | Stride::Right
            | Stride::Up
            | Stride::Down
            | Stride::WordLeft
            | Stride::SentenceLeft
            | Stride::To(_) => self.go(stride, article, page),
        }
        // What lies outside is no part of the claim.
        if self.head < whole.start || self.head >= whole.end {
            self.head = from;
        }
    }

    /// Moves the cursor; `page` is the article as it is wrapped now.
    pub fn go(&mut self, stride: Stride, article: &Article, page: &Page<'_>) {
        let text = article.text();
        self.head = match stride {
            Stride::Left => beside(text, self.head, before),
            Stride::Right => beside(text, self.head, after),
            Stride::Up | Stride::Down => vertical(self.head, stride == Stride::Down, article, page),
            Stride::WordLeft => word_left(article, self.head),
            Stride::WordRight => word_right(article, self.head),
            Stride::SentenceLeft => sentence_left(article, self.head),
            Stride::SentenceRight => sentence_right(article, self.head),
            Stride::Swap => std::mem::replace(&mut self.anchor, self.head),
            Stride::ClauseRight => clause_right(text, self.head).unwrap_or(self.head),
            Stride::To(wanted) => {
                let meant = |c: char| c == wanted || c.to_lowercase().eq(wanted.to_lowercase());
                seek(text, self.head, meant).unwrap_or(self.head)
            }
            Stride::Anew => {
                // A word that was jumped to is the one that is meant.
                let is_at = self.head != self.anchor && begins_word(text, self.head);
                self.anchor = if is_at { self.head } else { next_word(text, self.head) };
                self.anchor
            }
        };
    }
}

/// Bytes that are looked through for a character, or for the end of a word.
const LOOKED: usize = 4_000;

/// The words that `span` touches, whole: no claim begins with the last letter of a word or ends with the first.
fn snapped(text: &str, span: Span) -> Span {
    let blank = |c: char| c.is_whitespace();
    let low = text.ceil_char_boundary(span.start.saturating_sub(LOOKED));
    let head = text.get(low..span.start).unwrap_or_default();
    let from = low
        + head
            .rfind(blank)
            .map_or(0, |at| at + head.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let high = text.floor_char_boundary(span.end + LOOKED);
    let tail = text.get(span.end..high).unwrap_or_default();
    let to = span.end + tail.find(blank).unwrap_or(tail.len());
    let within = |from: usize, to: usize, at: usize| {
        let words = text.get(from..to).unwrap_or_default().unicode_word_indices();
        let mut around = words.map(move |(offset, word)| Span::new(from + offset, from + offset + word.len()));
        around.find(|word| word.start < at && at < word.end)
    };
    // A word reaches no further than the blanks around it.
    let first = text.get(span.start..high).and_then(|rest| rest.find(blank)).map_or(high, |at| span.start + at);
    let last = text.get(low..span.end).and_then(|rest| rest.rfind(blank)).map_or(low, |at| low + at);
    let start = within(from, first, span.start).map_or(span.start, |word| word.start);
    let end = within(last, to, span.end).map_or(span.end, |word| word.end);
    Span::new(start, end)
}

/// Where the clause at `at` ends, or the next one where it ends there: before a comma, semicolon, colon or dash that parts no
/// figure, or with the line.
fn clause_right(text: &str, at: usize) -> Option<usize> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let parts = |at: usize| {
        let (ahead, behind) = text.split_at_checked(at)?;
        let mut behind = behind.chars();
        let mark = behind.next().filter(|c| matches!(c, ',' | ';' | ':' | '–' | '—' | '\n'))?;
        let in_figure = mark != ';' && is_digit(ahead.chars().next_back()) && is_digit(behind.next());
        (!in_figure).then_some(())
    };
    let next = after(text, at);
    if text.get(next..)?.starts_with('\n') {
        return Some(at);
    }
    let mut from = if parts(next).is_some() { next } else { at };
    loop {
        let found = seek(text, from, |c| matches!(c, ',' | ';' | ':' | '–' | '—' | '\n'))?;
        if parts(found).is_some() {
            let end = text.get(..found)?.trim_end();
            return Some(before(text, end.len()).max(at));
        }
        from = found;
    }
}

/// True where a word begins at `at`.
fn begins_word(text: &str, at: usize) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let Some((ahead, behind)) = text.split_at_checked(at) else { return false };
    is_letter(behind.chars().next()) && !is_letter(ahead.chars().next_back())
}

/// The next character behind `at` that is meant, as far as anybody would look.
fn seek(text: &str, at: usize, meant: impl Fn(char) -> bool) -> Option<usize> {
    let from = after(text, at);
    let tail = text.get(from..)?;
    tail.char_indices()
        .take_while(|(offset, _)| *offset < LOOKED)
        .find(|(_, c)| meant(*c))
        .map(|(offset, _)| from + offset)
}

/// Where the next word behind the one at `at` begins.
fn next_word(text: &str, at: usize) -> usize {
    let blank = seek(text, at, char::is_whitespace).unwrap_or(at);
    let rest = text.get(blank..).unwrap_or_default();
    let words = rest.trim_start();
    if words.is_empty() { at } else { blank + (rest.len() - words.len()) }
}

/// The end of the character that begins at `at`.
fn after(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The beginning of the character before `at`.
fn before(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// The next character in the direction of `step` that is no line break; `at` when there is none.
fn beside(text: &str, at: usize, step: impl Fn(&str, usize) -> usize) -> usize {
    let mut to = at;
    loop {
        let next = step(text, to);
        if next == to || next >= text.len() {
            return at;
        }
        if text.as_bytes().get(next) != Some(&b'\n') {
            return next;
        }
        to = next;
    }
}

/// The same column a row further on, as far as there are rows with words.
fn vertical(at: usize, down: bool, article: &Article, page: &Page<'_>) -> usize {
    let here = page.spot(at);
    let row = |spot| page.rows(spot, 1).first().copied();
    let column = row(here).map_or(0, |row| crate::text::gate::width(article.words(Span::new(row.span.start, at))));
    let mut spot = here;
    loop {
        let next = if down { page.down(spot, 1) } else { page.up(spot, 1) };
        let Some(found) = row(next).filter(|_| next != spot) else { return at };
        if !found.gap {
            return in_row(article, found.span, column);
        }
        spot = next;
    }
}

/// The character of a row of the article in column `column`, or the row's last one.
pub fn in_row(article: &Article, row: Span, column: usize) -> usize {
    let words = article.words(row).trim_end();
    let (to, end) = (row.start + super::editor::offset_at(words, column), row.start + words.len());
    if to < end { to } else { before(article.text(), end).max(row.start) }
}

/// The block that holds `at`: its span.
fn block(article: &Article, index: usize) -> Option<Span> {
    article.blocks().get(index).map(|block| block.span)
}

fn word_left(article: &Article, at: usize) -> usize {
    let index = article.block_at(at);
    let in_block = |index: usize, end: usize| {
        let span = block(article, index)?;
        let words = article.words(Span::new(span.start, end.clamp(span.start, span.end)));
        words.unicode_word_indices().next_back().map(|(offset, _)| span.start + offset)
    };
    // No further than the paragraph: what is picked is one statement.
    in_block(index, at).unwrap_or(at)
}

fn word_right(article: &Article, at: usize) -> usize {
    let index = article.block_at(at);
    let last = |index: usize, from: usize| {
        let span = block(article, index)?;
        let start = from.clamp(span.start, span.end);
        let words = article.words(Span::new(start, span.end));
        let (offset, word) = words.unicode_word_indices().next()?;
        Some(before(article.text(), start + offset + word.len()))
    };
    let from = after(article.text(), at);
    last(index, from).unwrap_or(at)
}

fn sentence_left(article: &Article, at: usize) -> usize {
    let index = article.block_at(at);
    let start = |index: usize, end: usize| {
        let sentences = propose::sentences_of(article, index);
        sentences.iter().rev().map(|sentence| sentence.span.start).find(|start| *start < end)
    };
    start(index, at).unwrap_or(at)
}

fn sentence_right(article: &Article, at: usize) -> usize {
    let index = article.block_at(at);
    let last = |index: usize| {
        let sentences = propose::sentences_of(article, index);
        let ends = sentences.into_iter().map(|sentence| before(article.text(), sentence.span.end));
        ends.into_iter().find(|end| *end > at)
    };
    last(index).unwrap_or(at)
}
