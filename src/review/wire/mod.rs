//! The session file's own shapes: what each part of a session looks like as JSON, with offsets in code points.
//!
//! One struct a shape, for reading and writing, fields in the file's order, unknown fields in `extra`.
//! Reading and writing whole files (versions, duplicate keys, printing) is `store`'s.

mod article;
mod carry;
mod claim;
mod history;
mod past;
mod proposal;
mod same_notes;
mod session;

pub use article::{AnnotationShape, ArticleShape, BlockShape, TrackedShape};
pub use claim::{AnchorShape, ClaimShape};
pub use history::EntryShape;
pub use past::{PastShape, RunShape};
pub use proposal::{ProposalShape, ReasonShape};
pub use same_notes::NotesRun;
pub use session::{FORMAT, PlaceShape, SessionShape, VERSION, apart};

/// The JSON Schema of a session file. Written by hand and held in step with the shapes by `tests/files/schema.rs`.
pub const SCHEMA: &str = include_str!("session.schema.json");

/// Why JSON of the right shape is still no session. Each names the place in the file.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// Offsets outside the text or in the wrong order.
    #[error("{place}: {start} to {end} lies outside the article's text of {total} code points")]
    Offsets {
        /// Where in the file.
        place: String,
        /// First code point.
        start: usize,
        /// One past the last code point.
        end: usize,
        /// The text's length in code points.
        total: usize,
    },
    /// The words at an anchor's offsets are not its words, and they stand nowhere else.
    #[error("claim {claim}: its words are not in the article: \"{exact}\"")]
    Words {
        /// The claim's id.
        claim: String,
        /// The anchor's words.
        exact: String,
    },
    /// A field of a claim that is not of its shape.
    #[error("claim {claim}, {field}: {reason}")]
    Field {
        /// The claim's id.
        claim: String,
        /// The field.
        field: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// Two claims with one id.
    #[error("two claims have the id {0}")]
    Twice(String),
    /// The article's blocks do not fit its text.
    #[error("article: {0}")]
    Article(#[from] super::ArticleError),
    /// A history entry whose before or after is of the wrong shape.
    #[error("history entry {id} ({edit}): {reason}")]
    Entry {
        /// The entry's id.
        id: String,
        /// Its edit.
        edit: String,
        /// What is wrong.
        reason: String,
    },
}
