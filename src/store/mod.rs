//! Session files on disk: their format, the folder they live in, and the one thread that writes them.
//!
//! [`Folder`] finds and names sessions, [`Keeper`] holds one open, [`amend`] changes one without opening it, [`read`] looks
//! at one. Beside a session `NAME.factdesk.json` lies a hidden folder `.factdesk/` with its locks, draft and backups.
//! Nothing is written before it is whole: see [`save`].

pub mod backup;
mod combine;
mod content;
mod copy;
mod desk;
mod draft;
mod error;
mod folder;
pub mod format;
mod index;
mod keeper;
mod lock;
mod memory;
mod name;
mod on_disk;
mod policy;
mod published;
pub mod save;
mod shelf;
mod sides;

pub use combine::{Combined, CopyFile, for_git, from_marks, into_session, sides_of};
pub use copy::{copy, copy_of};
pub use desk::Workplace;
pub use draft::DraftFile;
pub use error::StoreError;
pub use folder::{Folder, FolderListing, ListedSession, copies};
pub use format::{FormatError, Loaded, ReadingStage};
pub use index::{OriginFile, SearchPlace, SearchResult, SearchResults, SimilarClaim, TextPart, WrittenDown};
pub use keeper::{Access, Keeper, OpenedFile, OutsideChange, Report, Tell, Watch};
pub use memory::PastChecks;
pub use on_disk::{amend, is_session, read};
pub use policy::policy;
pub use published::{PublishedCheck, checks};
pub use shelf::{EvidenceShelf, KeptFile, NewFile, ReadingStamp, ShelfError, ShelfWriting};
pub use sides::evidence_folder;

#[cfg(test)]
mod sample;
