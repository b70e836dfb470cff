//! Why an edit could not be done.

use super::ClaimId;

/// Why an edit could not be done. The session is as it was before.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no such claim.
    #[error("there is no claim {0}")]
    NoClaim(ClaimId),
    /// A verdict that would come to stand on other words than it was given on.
    #[error("claim {0} has other words since than the verdict was given on; give it anew")]
    OtherWords(ClaimId),
    /// The value is not what the edit says it was.
    #[error("claim {0} has been changed since")]
    Stale(ClaimId),
    /// No block begins there, or its kind is not what the edit says it was.
    #[error("the block at byte {0} is not as it was")]
    Block(usize),
    /// The advice is put away already, or is not.
    #[error("the advice \u{201c}{0}\u{201d} is not as it was")]
    Advice(Box<str>),
    /// A file of evidence is not in the list as the edit says it was.
    #[error("the file of evidence \u{201c}{0}\u{201d} is not as it was")]
    Evidence(String),
    /// The writer's annotation is not there, or is not held back or free as the edit says it was.
    #[error("the writer's note {0} is not as it was")]
    Note(Box<str>),
    /// Another draft stands than the one that the edit belongs to.
    #[error("that belongs to draft {0}, and another one stands now; take the draft back first")]
    OtherDraft(u32),
    /// A draft that can't be taken back: others have worked on it since it came in.
    #[error(
        "draft {0} can't be taken back, for others have worked on it since it came in, and no undo goes past it; what stands is changed by \
         hand, and the earlier words come back as a next draft"
    )]
    WorkedOn(u32),
    /// A draft that can't be taken back, for another stands in its place: its number, that of the other, and who put that there.
    #[error(
        "draft {0} stands no more: {2} has put draft {1} in its place; the words of either come back as a next draft"
    )]
    Replaced(u32, u32, Box<str>),
    /// The session has no such draft, or it can't be rebuilt.
    #[error("draft {0} is not in the session")]
    NoDraft(u32),
    /// A claim with this id exists already.
    #[error("a claim {0} exists already")]
    Taken(ClaimId),
    /// A span that is empty, outside the text, or cuts a character.
    #[error("a claim can't sit from byte {start} to {end}")]
    Span {
        /// Its first byte.
        start: usize,
        /// One past its last byte.
        end: usize,
    },
    /// An edit without its claim, or one that only a later version understands.
    #[error("this version can't do the edit '{0}'")]
    Foreign(String),
}

impl EditError {
    /// True where one thing (a claim, a file, a note) is not as it was, and other edits can still be done or taken back.
    pub(super) const fn is_of_one_thing(&self) -> bool {
        matches!(
            self,
            Self::Stale(_)
                | Self::OtherWords(_)
                | Self::NoClaim(_)
                | Self::Taken(_)
                | Self::Evidence(_)
                | Self::Note(_)
        )
    }
}
