//! A piece's text as it flows in, bit by bit: blanks fold as they come, so that positions in it stay right.

/// Says where a word may break, and is no part of it.
const SOFT_HYPHEN: char = '\u{ad}';

/// A line of text in the making, tidy at every moment.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    blank: bool,
}

impl Flow {
    /// Adds words; runs of blanks count as one, and none stands first.
    pub(super) fn push(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() {
                self.blank = !self.text.is_empty();
            } else if c != SOFT_HYPHEN {
                if std::mem::take(&mut self.blank) {
                    self.text.push(' ');
                }
                self.text.push(c);
            }
        }
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
        std::mem::take(&mut self.text)
    }
}
