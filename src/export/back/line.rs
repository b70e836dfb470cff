//! A line of what somebody writes back, how often it was quoted, and who wrote it where that is told.

use std::rc::Rc;

use super::alike::squeezed;
use super::letter::CarriedMail;
use super::voice::Voice;

/// A line or paragraph, and how many times it was quoted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// The words, without marks of quoting.
    pub(super) words: String,
    /// How often it was quoted; 0 for what was written last.
    pub(super) depth: usize,
    /// True when a mail program broke the line where it was full, so that the next goes on.
    pub(super) wrapped: bool,
    /// True in the mail that was answered where its lines bear no marks of quoting: what is not of that mail was written into it.
    pub(super) carried: bool,
    /// Of the first line above an earlier mail: that mail.
    pub(super) over: Option<Rc<CarriedMail>>,
    /// Who put words into it under their name, and which.
    pub(super) put: Option<(Rc<Voice>, String)>,
    /// The names of comments that begin in it.
    pub(super) comments: Vec<String>,
}

impl Line {
    /// A line that nobody quoted.
    pub(super) fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    /// The line with `words` alone: whose they are is told where somebody put all of them in.
    pub(super) fn with(&self, words: &str) -> Self {
        let own = squeezed(words);
        let put = self.put.clone().filter(|(_, put)| squeezed(put).contains(&own));
        Self { words: words.to_owned(), put, ..self.clone() }
    }

    /// The line, said by `voice`.
    pub(super) fn by(self, voice: Rc<Voice>) -> Self {
        let words = self.words.clone();
        Self { put: Some((voice, words)), ..self }
    }

    /// True when there is nothing on it.
    pub(super) fn is_blank(&self) -> bool {
        self.words.trim().is_empty()
    }
}
