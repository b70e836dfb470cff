//! What goes into reading an article and what comes out: a hint, an article with notices, or why bytes are none.

use crate::review::Article;
use crate::text::SourceMap;

/// What is known about the bytes beside themselves.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hint<'a> {
    /// The path or name they came under; its ending is a hint, their content decides. Kept as the article's source.
    pub name: &'a str,
    /// BCP 47 code when the user told the language.
    pub language: Option<&'a str>,
}

/// An imported article with what came along.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The article, with the writer's footnotes, comments and links as its annotations.
    pub article: Article,
    /// What a reviewer should know about the import, a sentence each: a guessed encoding, a part left out.
    pub notices: Vec<String>,
}

/// An article with the places in its file that its words came from.
#[derive(Clone, Debug)]
pub struct Sourced {
    /// What was read.
    pub taken: Taken,
    /// The part of the file that holds the words: `word/document.xml`.
    pub part: String,
    /// Where each of the article's words stands in that part, in bytes.
    pub map: SourceMap,
}

/// Why bytes are no article. Each says what is wrong and the way out; the caller names the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// No bytes, or nothing but blanks.
    #[error("it is empty; there is nothing to check in it")]
    Empty,
    /// Not a text, and no format that is read.
    #[error("it is {what}, not a text that can be read; {way_out}")]
    Binary {
        /// What the bytes are, with its article: "a PDF".
        what: &'static str,
        /// What to do instead.
        way_out: &'static str,
    },
    /// The format is known, but this file of it is damaged or refused.
    #[error("it can't be read as {format}: {why}")]
    Broken {
        /// The format, "DOCX".
        format: &'static str,
        /// What is wrong, and the way out.
        why: String,
    },
    /// The format was read, and no words were found in it.
    #[error("it was read as {0}, and no words were found in it; copy the article's text and give that")]
    Wordless(&'static str),
}
