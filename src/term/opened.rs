//! What comes of an opening: a session with what keeps it, or why not.

use super::import;
use crate::app::Opened;
use crate::app::listing::Listing;
use crate::store::{Keeper, StoreError};

/// A session that was opened, with what keeps it.
pub(super) type Ready = (Keeper, Opened);

/// Why a file could not be put on the desk.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The session file or its folder.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The article.
    #[error(transparent)]
    Import(#[from] import::ImportError),
    /// No session is of this text, and these may be of an earlier draft: the reviewer is asked.
    #[error("{} may be the next draft of a session; factdesk redraft SESSION FILE brings it in", .0.display())]
    Meant(std::path::PathBuf, Vec<Listing>),
    /// Nobody waits for it any more.
    #[error("the opening was stopped")]
    Stopped,
}
