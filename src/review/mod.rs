//! What a fact-check is: article, claims, sources, history; the lowest floor, without disk, clock or screen.
//!
//! Start with [`Session`]: it holds an [`Article`], its [`Claims`] and the [`History`] of every [`Edit`].
//! Positions in here are bytes of `article.text()`; files count code points, and [`CodePoints`] turns one into the other.

mod annotation;
mod article;
mod claim;
mod claims;
mod dossier;
mod draft;
mod edit;
mod extra;
mod history;
mod reason;
mod record;
mod session;
mod settle;
mod stamp;
mod tally;
mod vocabulary;
pub mod wire;

pub use crate::text::{CodePoints, Hashing, Span, sha256};
pub use annotation::{Annotation, AnnotationKind, ChangeKind, TrackedChange};
pub use article::{Article, ArticleError, Block, BlockKind, Provenance};
pub use claim::{Claim, ClaimId, Mark, Origin, Speaker, Stance, Verdict};
pub use claims::{Claims, RUN};
pub use dossier::Dossier;
pub use draft::{Draft, DraftField};
pub use edit::{Change, Edit, EditError, Recut, Swap};
pub use extra::Extra;
pub use history::{Entry, History, Step};
pub use reason::{Proposal, Reason, Why, Whys};
pub use record::{
    Conflict, Correction, CorrectionStatus, Query, QueryStatus, Rank, Record, Reply, Source, SourceKind, Support,
};
pub use session::{Place, Session};
pub use stamp::Stamp;
pub use tally::{Status, Tally};
