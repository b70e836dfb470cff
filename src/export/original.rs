//! The writer's own document, Word's or Markdown, as an export goes into it, and what comes of that.

use crate::review::Session;
use crate::text::SourceMap;

/// A Word document or a Markdown file that an article was read from.
#[derive(Clone, Copy, Debug)]
pub struct Original<'a> {
    /// The file.
    pub bytes: &'a [u8],
    /// The text that is read from it as an article.
    pub text: &'a str,
    /// The part that holds the words; empty where the file itself does.
    pub part: &'a str,
    /// Where each word of the text stands in that part.
    pub map: &'a SourceMap,
}

impl Original<'_> {
    /// Refuses a document that does not hold the article as it stands.
    pub(super) fn is_of(&self, session: &Session) -> Result<(), OriginalError> {
        let (ours, theirs) = (session.article.text(), self.text);
        if ours == theirs {
            return Ok(());
        }
        if let Some(past) =
            session.drafts.iter().find(|past| past.article.as_ref().is_some_and(|article| article.text() == theirs))
        {
            return Err(OriginalError::Earlier { theirs: past.n(), ours: session.article.draft });
        }
        let shared: usize =
            ours.chars().zip(theirs.chars()).take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum();
        // From the beginning of the word in which they part.
        let from = ours.get(..shared).and_then(|before| before.rfind(char::is_whitespace)).map_or(0, |at| at + 1);
        let words = |text: &str| {
            let line = text.get(from..).unwrap_or_default().lines().next().unwrap_or_default();
            if line.is_empty() {
                "nothing".to_owned()
            } else {
                format!("“{}”", line.chars().take(48).collect::<String>())
            }
        };
        Err(OriginalError::Foreign { ours: words(ours), theirs: words(theirs) })
    }
}

/// What is said of a claim that no comment can be put on.
pub(super) fn left_out(number: &str) -> String {
    format!("claim {number} is left out: its words stand in no part that can be written in")
}

/// What is said of a correction that can't be put into the words.
pub(super) fn in_comment_alone(number: &str, why: &str) -> String {
    format!("the correction of claim {number} stands in its comment alone: {why}")
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
    /// It has marks of `CriticMarkup`.
    #[error(
        "CriticMarkup stands in it already; accept or reject what is marked there, or give the file as it was before that"
    )]
    Marked,
    /// It can't be read or written.
    #[error("it can't be written in: {0}")]
    Broken(String),
}
