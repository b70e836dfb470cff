//! A piece's text as it flows in, bit by bit: blanks fold as they come, so that positions in it stay right.

use crate::text::{SourceStretch, Span};

/// Says where a word may break, and is no part of it.
const SOFT_HYPHEN: char = '\u{ad}';

/// A line of text in the making, tidy at every moment.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    blank: bool,
    /// Where the blank came from that is still to come.
    blank_from: Option<SourceStretch>,
    /// Where the words came from, as far as that was told.
    trace: Vec<SourceStretch>,
}

impl Flow {
    /// Adds words; runs of blanks count as one, and none stands first.
    pub(super) fn push(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() {
                self.blank = !self.text.is_empty();
                self.blank_from = None;
            } else if c != SOFT_HYPHEN {
                if std::mem::take(&mut self.blank) {
                    self.text.push(' ');
                }
                self.text.push(c);
            }
        }
    }

    /// Adds words that came from `source`: byte for byte where both are of one length, else all of them from all of it.
    pub(super) fn push_from(&mut self, words: &str, source: Span) {
        let verbatim = words.len() == source.len();
        for (at, c) in words.char_indices() {
            let from = if verbatim { Span::new(source.start + at, source.start + at + c.len_utf8()) } else { source };
            if c.is_whitespace() {
                self.blank = !self.text.is_empty();
                let verbatim = verbatim && c.len_utf8() == 1;
                self.blank_from = Some(SourceStretch { text: Span::default(), source: from, verbatim });
            } else if c != SOFT_HYPHEN {
                if std::mem::take(&mut self.blank) {
                    let at = self.text.len();
                    self.text.push(' ');
                    if let Some(blank) = self.blank_from.take() {
                        self.note(SourceStretch { text: Span::new(at, at + 1), ..blank });
                    }
                }
                let at = self.text.len();
                self.text.push(c);
                self.note(SourceStretch { text: Span::new(at, self.text.len()), source: from, verbatim });
            }
        }
    }

    fn note(&mut self, next: SourceStretch) {
        if !self.trace.last_mut().is_some_and(|last| last.join(next)) {
            self.trace.push(next);
        }
    }

    /// Where the words came from, leaving none of it behind.
    pub(super) fn take_trace(&mut self) -> Vec<SourceStretch> {
        std::mem::take(&mut self.trace)
    }

    /// The byte after the last word.
    pub(super) const fn end(&self) -> usize {
        self.text.len()
    }

    /// The byte where the next word will begin.
    pub(super) const fn next(&self) -> usize {
        self.text.len() + self.blank as usize
    }

    /// True when no word has come.
    pub(super) const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text so far.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The text, leaving an empty flow behind.
    pub(super) fn take(&mut self) -> String {
        self.blank = false;
        self.trace.clear();
        std::mem::take(&mut self.text)
    }
}
