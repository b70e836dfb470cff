//! What is written down about a claim, as JSON.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::{
    Conflict, Correction, CorrectionStatus, Extra, Query, QueryStatus, Rank, Reply, Source, SourceKind, Stamp, Support,
};

/// One of `sources`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceShape {
    /// Its id within the claim.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its link.
    pub url: String,
    /// Where it is archived.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub archive: String,
    /// What kind of thing it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<SourceKind>,
    /// Primary or secondary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
    /// How it bears on the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<Support>,
    /// Page, paragraph, time stamp.
    pub locator: String,
    /// The passage.
    pub quote: String,
    /// The day it was looked at.
    pub checked_at: String,
    /// Kept out of exports.
    pub confidential: bool,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// `correction`.
#[derive(Debug, Serialize, Deserialize)]
pub struct CorrectionShape {
    /// The words.
    pub text: String,
    /// What became of them.
    #[serde(default = "proposed")]
    pub status: CorrectionStatus,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// `query`.
#[derive(Debug, Serialize, Deserialize)]
pub struct QueryShape {
    /// Who is asked.
    #[serde(default)]
    pub to: String,
    /// What is asked.
    pub question: String,
    /// What they said.
    #[serde(default)]
    pub answer: String,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<QueryStatus>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// `reply`: the right of reply.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReplyShape {
    /// Who is criticised.
    pub who: String,
    /// When they were asked.
    #[serde(default)]
    pub asked_at: String,
    /// What they answered.
    #[serde(default)]
    pub answer: String,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One of `conflicts`.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConflictShape {
    /// The field's name.
    pub field: String,
    /// Their value.
    pub theirs: Value,
    /// When it was noticed.
    #[serde(default)]
    pub at: Stamp,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

fn proposed() -> CorrectionStatus {
    CorrectionStatus::Proposed
}

impl Default for SourceShape {
    fn default() -> Self {
        Self::from(&Source::default())
    }
}

/// Writes both directions between a part of the record and its shape, field by field.
macro_rules! mirror {
    ($inner:ident, $shape:ident { $($field:ident),+ }) => {
        impl From<&$inner> for $shape {
            fn from(inner: &$inner) -> Self {
                let $inner { $($field,)+ extra } = inner.clone();
                Self { $($field,)+ extra }
            }
        }

        impl From<$shape> for $inner {
            fn from(shape: $shape) -> Self {
                let $shape { $($field,)+ extra } = shape;
                Self { $($field,)+ extra }
            }
        }
    };
}

mirror!(Source, SourceShape { id, title, url, archive, kind, rank, stance, locator, quote, checked_at, confidential });
mirror!(Correction, CorrectionShape { text, status });
mirror!(Query, QueryShape { to, question, answer, status });
mirror!(Reply, ReplyShape { who, asked_at, answer });
mirror!(Conflict, ConflictShape { field, theirs, at });
