//! What a file comes to: edits, and what became of each row, annotation, comment and answer.

use std::sync::Arc;

use crate::review::{Edit, Stamp};

/// Whoever takes something in, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportHand {
    /// The reviewer.
    pub by: Arc<str>,
    /// The moment.
    pub at: Stamp,
    /// Who wrote in the file, where the file does not say; `None`: nobody knows.
    pub writer: Option<String>,
}

/// What became of one row, annotation or comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportOutcome {
    /// Its claim says all of it already, or said it when the file was made.
    Same,
    /// Its claim changes: a line for each change, from what to what; then what was not taken.
    Changed(Vec<String>, Vec<String>),
    /// No claim was there; one is added, with these changes, and what was not taken.
    Added(Vec<String>, Vec<String>),
    /// None of it could be taken in; why.
    Left(String),
}

/// One row, annotation or comment and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which, as its file numbers them: `row 3`, `annotation 2`, `comment 4`.
    pub item: String,
    /// The number of its claim in the session as it was, from 1; `None` when there is none.
    pub claim: Option<usize>,
    /// What became of it.
    pub outcome: ImportOutcome,
}

/// What a file comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Back {
    /// The edits, to be done in this order.
    pub edits: Vec<Edit>,
    /// What became of each row, annotation or comment, in the file's order.
    pub told: Vec<Told>,
}

/// Why nothing could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackError {
    /// None of the formats that are read.
    #[error(
        "it is nothing that can be taken in; give W3C annotations, a Hypothesis export, a table (CSV or XLSX), json or jsonl from \
         factdesk export, a Word document with comments, or answered questions as a document, a mail or a text"
    )]
    Unknown,
    /// One of them, but broken.
    #[error("it is no sound {0}: {1}")]
    Broken(&'static str, String),
    /// It belongs to another article.
    #[error("it is of another article, “{theirs}”; this session is over “{ours}”")]
    OtherArticle {
        /// Our article's title.
        ours: String,
        /// The title of theirs.
        theirs: String,
    },
}
