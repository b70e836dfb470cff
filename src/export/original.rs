//! The writer's own document as an export goes into it, and what comes of that.

use crate::text::SourceMap;

/// A Word document that an article was read from.
#[derive(Clone, Copy, Debug)]
pub struct Original<'a> {
    /// The file.
    pub bytes: &'a [u8],
    /// The text that is read from it as an article.
    pub text: &'a str,
    /// The part that holds the words.
    pub part: &'a str,
    /// Where each word of the text stands in that part.
    pub map: &'a SourceMap,
}

/// The document with our comments and changes in it.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The file.
    pub bytes: Vec<u8>,
    /// The article's text as it reads with our changes taken; blanks may differ.
    pub text: String,
    /// Comments that were put in.
    pub comments: usize,
    /// What could not be put where it belongs, a sentence each.
    pub notices: Vec<String>,
}

/// Why nothing is put into a document. Each says the way out; the caller names the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OriginalError {
    /// Another text.
    #[error(
        "it is not the document of this session's article: where the session has {ours}, it has {theirs}; \
         give the file that the article was read from, or bring this one in with factdesk redraft"
    )]
    Foreign {
        /// What the session has where they part.
        ours: String,
        /// What the document has there.
        theirs: String,
    },
    /// An earlier draft.
    #[error("it is draft {theirs} of the article, and the session is at draft {ours}; give the file of draft {ours}")]
    Earlier {
        /// The document's draft.
        theirs: u32,
        /// The session's draft.
        ours: u32,
    },
    /// It can't be read or written.
    #[error("it can't be written in: {0}")]
    Broken(String),
}
