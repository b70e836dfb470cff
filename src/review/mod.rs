//! What a fact-check is: article, claims, sources, history; the lowest floor, without disk, clock or screen.
//!
//! Start with [`Session`]: it holds an [`Article`], its [`Claims`] and the [`History`] of every [`Edit`].
//! Positions in here are bytes of `article.text()`; files count code points, and [`CodePoints`] turns one into the other.

pub mod agreement;
mod amended;
mod annotation;
mod apply;
mod article;
mod blind;
mod carry;
mod claim;
mod claims;
mod dossier;
mod draft;
mod edit;
mod edit_error;
mod entry_id;
mod evidence;
mod extra;
mod fates;
pub mod field;
mod furnished;
pub mod given;
mod history;
mod kept;
mod made_after;
mod marking;
mod merge;
mod next_draft;
mod number;
mod occupied;
mod order;
mod past_draft;
pub mod policy;
mod reason;
pub mod redraft;
mod renamed;
mod returning;
mod reworded;
mod sayers;
mod session;
mod settle;
mod side_by_side;
mod sign_off;
mod signing;
mod since;
mod stamp;
mod standing;
mod state;
mod swap;
mod taken_over;
mod tally;
pub mod told;
mod vocabulary;
mod waived;
pub mod wire;
mod wordings;
mod worked_on;

pub use crate::text::{CodePoints, Hashing, Span, sha256};
pub use annotation::{Annotation, AnnotationKind, ChangeKind, TrackedChange};
pub use article::{Article, ArticleError, Block, BlockKind, Provenance};
pub use blind::Keeps;
pub use carry::{Carried, Carry, Lead};
pub use claim::{Claim, ClaimId, Origin};
pub use claims::{Claims, RUN};
pub use dossier::{Dossier, Record};
pub use draft::{Draft, DraftField};
pub use edit::{Change, Edit, Recut};
pub use edit_error::EditError;
pub use entry_id::EntryId;
pub use evidence::Evidence;
pub use extra::Extra;
pub use fates::Fates;
pub use field::{
    Because, Conflict, Correction, CorrectionStatus, Fate, FateAnswer, FateKind, Field, Mark, Query, QueryStatus, Rank,
    Reading, Remark, Reply, Settled, Source, SourceKind, Speaker, Stance, Support, Verdict,
};
pub use history::{Entry, History, Step};
pub use marking::{assigning, dismissing, marking};
pub use merge::{Clash, Merged, NotMerged, merge, merge_over};
pub use next_draft::{Incoming, NextDraft, UNRELATED, next_draft};
pub use number::Number;
pub use past_draft::{PastDraft, Texts, rebuilt};
pub use policy::{Breach, Policy};
pub use reason::{Proposal, Reason, Why, Whys};
pub use returning::EarlierDraft;
pub use reworded::are_same_words;
pub use sayers::SaidSentences;
pub use session::{LastPlace, Session, Undone};
pub use side_by_side::{ComparedUnit, SideBySide, TwoReaders};
pub use sign_off::SignOff;
pub use since::{ClaimSince, SinceDraft};
pub use stamp::Stamp;
pub use swap::Swap;
pub use tally::{Status, Tally};
pub use waived::Waived;
