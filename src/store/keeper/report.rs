//! What the thread that writes tells whoever shows the session.

use std::time::Duration;

use crate::review::Session;

/// Gets the reports of the thread that writes, on that thread.
pub type Tell = Box<dyn Fn(Report) + Send>;

/// What the thread that writes has to say.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// A write has begun.
    Saving,
    /// Everything up to this generation is on disk, durably.
    Saved {
        /// The generation that was handed over.
        generation: u64,
    },
    /// It could not be written; the file is as it was.
    Failed {
        /// The generation that was handed over.
        generation: u64,
        /// Why, with the file and the way out.
        reason: String,
        /// When it is tried again; `None` when only another save tries again.
        retry_in: Option<Duration>,
    },
    /// Somebody else wrote the file.
    Changed(Box<OutsideChange>),
    /// Something a reviewer should know.
    Notice(String),
}

/// The session with what somebody else wrote, already on disk.
///
/// Whoever shows the session replaces it by this one, and then calls [`Keeper::adopt`](super::Keeper::adopt), **if nothing was edited since
/// `generation`**. Else this is let go: the save of the newer edits merges again and a newer report follows.
#[derive(Clone, Debug, PartialEq)]
pub struct OutsideChange {
    /// The merged session.
    pub session: Session,
    /// The last generation it holds.
    pub generation: u64,
    /// What [`Keeper::adopt`](super::Keeper::adopt) asks for.
    pub line: u64,
    /// What a reviewer should know, a sentence each.
    pub notices: Vec<String>,
}
