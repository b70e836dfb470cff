//! Text entry: a text with a cursor that moves by whole graphemes and words, a selection, and its own undo.
//!
//! A text area of ours, because the known ones edit by code point and leave half an emoji family behind; it shares the
//! article's wrapping, so that what is typed stands as it will be read.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::lines::{self, Near};
use crate::review::Span;

/// Where a movement goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// One grapheme to the left.
    Left,
    /// One grapheme to the right.
    Right,
    /// To the beginning of the word.
    WordLeft,
    /// Past the end of the word.
    WordRight,
    /// To the beginning of the line.
    LineStart,
    /// To the end of the line.
    LineEnd,
    /// To the row above, in the same column.
    Up,
    /// To the row below, in the same column.
    Down,
    /// To the beginning of the text.
    Start,
    /// To the end of the text.
    End,
}

/// What can be done to a text under entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typing {
    /// Puts text in place of the selection.
    Insert(String),
    /// Begins a new line.
    Break,
    /// Deletes from the cursor to where a movement goes, or the selection.
    Delete(Go),
    /// Moves the cursor.
    Move(Go),
    /// Moves the cursor and selects on the way.
    Select(Go),
    /// Selects everything.
    SelectAll,
    /// Takes the last change back.
    Undo,
    /// Does it again.
    Redo,
}

/// A state of the text that undo goes back to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Version {
    text: String,
    cursor: usize,
}

/// A text under entry. Cursor and mark are bytes, always between two graphemes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    text: String,
    /// What it held when it was opened.
    opened: String,
    cursor: usize,
    mark: Option<usize>,
    one_line: bool,
    undo: Vec<Version>,
    redo: Vec<Version>,
    /// True while single characters are being typed: they are undone together.
    typing: bool,
}

/// Versions kept for undo; the oldest are forgotten.
const VERSIONS: usize = 200;

/// Bytes that they may hold together, beside the newest one.
const BYTES: usize = 16 << 20;

impl Editor {
    /// An editor over `text`, the cursor at its end; `one_line` turns line breaks into spaces.
    pub fn new(text: &str, one_line: bool) -> Self {
        let text = if one_line { flat(text) } else { text.to_owned() };
        let cursor = text.len();
        Self {
            opened: text.clone(),
            text,
            cursor,
            mark: None,
            one_line,
            undo: Vec::new(),
            redo: Vec::new(),
            typing: false,
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it held when it was opened.
    pub fn opened(&self) -> &str {
        &self.opened
    }

    /// The cursor, in bytes.
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// True where the cursor stands behind all of it and nothing is selected.
    pub fn is_at_end(&self) -> bool {
        self.cursor == self.text.len() && self.selection().is_none()
    }

    /// What is selected, in bytes.
    pub fn selection(&self) -> Option<Span> {
        let mark = self.mark.filter(|mark| *mark != self.cursor)?;
        Some(Span::new(mark.min(self.cursor), mark.max(self.cursor)))
    }

    /// The rows at `width` columns round the cursor, at least `above` before its own and `below` after it where there are
    /// so many; a final line break has a row behind it.
    pub fn near(&self, width: usize, above: usize, below: usize) -> Near {
        lines::near(&self.text, self.cursor, width, above, below)
    }

    /// The cursor's column in its row.
    pub fn column(&self, row: Span) -> usize {
        crate::text::gate::width(self.text.get(row.start..self.cursor).unwrap_or_default())
    }

    /// Does what is asked; `width` is the width in columns that it is shown at.
    pub fn act(&mut self, typing: &Typing, width: usize) {
        let was_typing = std::mem::take(&mut self.typing);
        match typing {
            Typing::Insert(text) => {
                let single = text.graphemes(true).nth(1).is_none();
                self.remember(!(was_typing && single && self.selection().is_none()));
                self.typing = single;
                self.replace(text);
            }
            Typing::Break => {
                self.remember(true);
                self.replace("\n");
            }
            Typing::Delete(go) => {
                if self.selection().is_none() {
                    self.mark = Some(self.cursor);
                    self.cursor = self.target(*go, width);
                }
                if self.selection().is_some() {
                    let (cursor, mark) = (self.cursor, self.mark);
                    self.remember(true);
                    (self.cursor, self.mark) = (cursor, mark);
                    self.replace("");
                }
                self.mark = None;
            }
            Typing::Move(go) => {
                self.cursor = match (self.selection(), go) {
                    (Some(selected), Go::Left) => selected.start,
                    (Some(selected), Go::Right) => selected.end,
                    _ => self.target(*go, width),
                };
                self.mark = None;
            }
            Typing::Select(go) => {
                self.mark = self.mark.or(Some(self.cursor));
                self.cursor = self.target(*go, width);
            }
            Typing::SelectAll => (self.mark, self.cursor) = (Some(0), self.text.len()),
            Typing::Undo => self.swap(true),
            Typing::Redo => self.swap(false),
        }
    }

    /// Puts the cursor at byte `at`, or the grapheme boundary before it; `select` keeps the selection's other end.
    pub fn point(&mut self, at: usize, select: bool) {
        self.typing = false;
        self.mark = if select { self.mark.or(Some(self.cursor)) } else { None };
        self.cursor = self.boundary(at);
    }

    /// Selects the bytes of `span`, the cursor at its end.
    pub fn select(&mut self, span: Span) {
        self.point(span.start, false);
        self.point(span.end, true);
    }

    /// The last grapheme boundary at or before `at`.
    fn boundary(&self, at: usize) -> usize {
        let starts = self.text.grapheme_indices(true).map(|(start, _)| start).chain([self.text.len()]);
        starts.take_while(|start| *start <= at).last().unwrap_or(0)
    }

    fn remember(&mut self, fresh: bool) {
        if fresh {
            self.undo.push(Version { text: self.text.clone(), cursor: self.cursor });
            let mut held: usize = self.undo.iter().map(|version| version.text.len()).sum();
            let mut forgotten = self.undo.len().saturating_sub(VERSIONS);
            let older = self.undo.len() - 1;
            held -= self.undo.iter().take(forgotten).map(|version| version.text.len()).sum::<usize>();
            while held > BYTES && forgotten < older {
                held -= self.undo.get(forgotten).map_or(0, |version| version.text.len());
                forgotten += 1;
            }
            self.undo.drain(..forgotten);
        }
        self.redo.clear();
    }

    fn swap(&mut self, back: bool) {
        let (from, to) = if back { (&mut self.undo, &mut self.redo) } else { (&mut self.redo, &mut self.undo) };
        if let Some(version) = from.pop() {
            to.push(Version { text: std::mem::replace(&mut self.text, version.text), cursor: self.cursor });
            (self.cursor, self.mark) = (version.cursor.min(self.text.len()), None);
        }
    }

    /// Puts `text` in place of the selection.
    fn replace(&mut self, text: &str) {
        let Span { start, end } = self.selection().unwrap_or(Span::new(self.cursor, self.cursor));
        let text = if self.one_line { flat(text) } else { text.replace("\r\n", "\n").replace('\r', "\n") };
        self.text.replace_range(start..end, &text);
        self.mark = None;
        // What was typed may have joined the grapheme behind it: then the cursor goes past the whole.
        self.cursor = self.whole(start + text.len(), false);
    }

    /// `at`, or the end of the grapheme that it lies in; its beginning when `back`.
    fn whole(&self, at: usize, back: bool) -> usize {
        let mut cursor = GraphemeCursor::new(at, self.text.len(), true);
        if cursor.is_boundary(&self.text, 0) == Ok(true) {
            at
        } else if back {
            cursor.prev_boundary(&self.text, 0).ok().flatten().unwrap_or(0)
        } else {
            cursor.next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len())
        }
    }

    fn target(&self, go: Go, width: usize) -> usize {
        let (before, after) = self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""));
        match go {
            Go::Left => before.grapheme_indices(true).next_back().map_or(0, |(at, _)| at),
            Go::Right => self.cursor + after.graphemes(true).next().map_or(0, str::len),
            // A word may begin or end inside a grapheme: a joiner behind a blank belongs to the blank.
            Go::WordLeft => self.whole(before.unicode_word_indices().next_back().map_or(0, |(at, _)| at), true),
            Go::WordRight => {
                let end = after.unicode_word_indices().next().map_or(after.len(), |(at, word)| at + word.len());
                self.whole(self.cursor + end, false)
            }
            Go::LineStart => before.rfind('\n').map_or(0, |at| at + 1),
            Go::LineEnd => self.cursor + after.find('\n').unwrap_or(after.len()),
            Go::Up | Go::Down => self.vertical(go == Go::Up, width),
            Go::Start => 0,
            Go::End => self.text.len(),
        }
    }

    /// The same column in the row above or below; the text's edge beyond the first and last row.
    fn vertical(&self, up: bool, width: usize) -> usize {
        let Near { rows, row } = self.near(width, 1, 1);
        let column = rows.get(row).map_or(0, |row| self.column(*row));
        let other = if up { row.checked_sub(1) } else { Some(row + 1) };
        match other.and_then(|other| rows.get(other)) {
            None if up => 0,
            None => self.text.len(),
            Some(span) => span.start + offset_at(span.of(&self.text), column),
        }
    }
}

/// The byte of `row` at which column `column` begins, before its line break at the latest.
pub fn offset_at(row: &str, column: usize) -> usize {
    let words = row.trim_end_matches('\n');
    let mut used = 0;
    for (at, grapheme) in words.grapheme_indices(true) {
        let wide = usize::from(crate::text::gate::shown(grapheme).width);
        if used + wide > column {
            return at;
        }
        used += wide;
    }
    words.len()
}

fn flat(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(text: &str, steps: &[Typing]) -> Editor {
        let mut editor = Editor::new(text, false);
        for step in steps {
            editor.act(step, 20);
        }
        editor
    }

    #[test]
    fn backspace_takes_a_whole_family() {
        let editor = typed("a👩‍👩‍👧", &[Typing::Delete(Go::Left)]);
        assert_eq!(editor.text(), "a");
    }

    #[test]
    fn what_was_typed_in_one_go_is_undone_in_one_go() {
        let keys: Vec<Typing> = "steel".chars().map(|c| Typing::Insert(c.to_string())).collect();
        let mut editor = typed("the ", &keys);
        editor.act(&Typing::Undo, 20);
        assert_eq!(editor.text(), "the ");
        editor.act(&Typing::Redo, 20);
        assert_eq!(editor.text(), "the steel");
    }

    #[test]
    fn a_selection_is_replaced_by_what_is_typed() {
        let editor =
            typed("42 million", &[Typing::Move(Go::Start), Typing::Select(Go::WordRight), Typing::Insert("44".into())]);
        assert_eq!(editor.text(), "44 million");
    }

    #[test]
    fn up_and_down_keep_the_column_over_soft_breaks() {
        // Rows: "one two ", "three four ", "five six"; the cursor stands behind "six".
        let mut editor = Editor::new("one two three four five six", false);
        editor.act(&Typing::Move(Go::Up), 10);
        assert_eq!(editor.cursor(), "one two three fo".len());
        editor.act(&Typing::Move(Go::Down), 10);
        assert_eq!(editor.cursor(), editor.text().len());
    }

    #[test]
    fn one_line_stays_one_line() {
        assert_eq!(Editor::new("two\nlines", true).text(), "two lines");
    }

    #[test]
    fn a_word_that_begins_inside_a_grapheme_is_met_at_the_grapheme() {
        let text = "a \u{200d}👩 b";
        let mut editor = Editor::new(text, false);
        for go in [Go::WordLeft, Go::WordLeft, Go::WordRight, Go::WordRight] {
            editor.act(&Typing::Move(go), 40);
            assert!(text.grapheme_indices(true).any(|(at, _)| at == editor.cursor()) || editor.cursor() == text.len());
        }
    }

    proptest! {
        #[test]
        fn the_cursor_never_stands_inside_a_grapheme(text in "([a-z \n]|é|👩‍👩‍👧|e\u{301}|東){0,20}", steps in prop::collection::vec(0u8..20, 0..40)) {
            let mut editor = Editor::new(&text, false);
            let goes = [Go::Left, Go::Right, Go::WordLeft, Go::WordRight, Go::LineStart, Go::LineEnd, Go::Up, Go::Down, Go::Start, Go::End];
            for step in steps {
                let go = goes[usize::from(step % 10)];
                let typing = match step {
                    0..6 => Typing::Insert(["a", "\u{301}", "👩‍👩‍👧", "\u{200d}", "x\ny", "東"][usize::from(step)].to_owned()),
                    6..10 => Typing::Delete(go),
                    10..14 => Typing::Select(go),
                    14 => Typing::Undo,
                    15 => Typing::Redo,
                    16 => Typing::SelectAll,
                    _ => Typing::Move(go),
                };
                editor.act(&typing, 7);
                let whole = editor.text().grapheme_indices(true).any(|(at, _)| at == editor.cursor()) || editor.cursor() == editor.text().len();
                prop_assert!(whole, "{:?} at {}", editor.text(), editor.cursor());
            }
        }
    }
}
