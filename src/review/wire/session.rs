//! A whole session as JSON.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::super::{ClaimId, Claims, Evidence, Extra, History, PastDraft, Place, Session, Whys};
use super::{ArticleShape, ClaimShape, EntryShape, WireError};

/// `format` in every session file.
pub const FORMAT: &str = "factdesk-session";

/// The newest version this program writes.
pub const VERSION: u64 = 2;

/// A session file.
#[derive(Debug, Deserialize)]
pub struct SessionShape<'a> {
    /// Always `factdesk-session`.
    #[serde(borrow)]
    pub format: Cow<'a, str>,
    /// The version of the format.
    pub version: u64,
    /// The session's id.
    #[serde(borrow, default)]
    pub id: Cow<'a, str>,
    /// The article.
    #[serde(borrow)]
    pub article: ArticleShape<'a>,
    /// The drafts before it.
    #[serde(default)]
    pub drafts: Vec<PastDraft>,
    /// The files that sources point into.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// The claims, in article order.
    #[serde(borrow, default)]
    pub claims: Vec<ClaimShape<'a>>,
    /// Every edit.
    #[serde(default)]
    pub history: Vec<EntryShape>,
    /// Where the reviewer is.
    #[serde(default)]
    pub place: PlaceShape,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// `place`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct PlaceShape {
    /// The selected claim.
    #[serde(default)]
    pub claim: Option<ClaimId>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

impl From<PlaceShape> for Place {
    fn from(PlaceShape { claim, extra }: PlaceShape) -> Self {
        Self { claim, extra }
    }
}

impl SessionShape<'_> {
    /// The session it describes, and what had to be mended in it, a sentence each.
    ///
    /// # Errors
    /// When offsets, anchors or history do not fit the article, or an id stands twice.
    pub fn into_session(self) -> Result<(Session, Vec<String>), WireError> {
        let article = self.article.into_article()?;
        let mut whys = Whys::default();
        let mut seen = std::collections::HashSet::new();
        let mut claims = Vec::with_capacity(self.claims.len());
        for shape in self.claims {
            if !seen.insert(shape.id.clone()) {
                return Err(WireError::Twice(shape.id.to_string()));
            }
            claims.push(shape.into_claim(&article, &mut whys)?);
        }
        let history: History =
            self.history.into_iter().map(|entry| entry.into_entry(&article)).collect::<Result<_, _>>()?;
        let mut session = Session::resumed(self.id, article, Claims::from_iter(claims), history);
        session.drafts = std::sync::Arc::new(self.drafts);
        session.evidence = std::sync::Arc::new(self.evidence);
        session.place = self.place.into();
        session.extra = self.extra;
        let notices = session.mend();
        Ok((session, notices))
    }
}
