//! A whole session as JSON.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::super::{ClaimId, Claims, Extra, History, Place, Session};
use super::{ArticleShape, ClaimShape, EntryShape, Unknown, WireError};

/// `format` in every session file.
pub const FORMAT: &str = "factdesk-session";

/// The newest version this program writes.
pub const VERSION: u64 = 1;

/// A session file.
#[derive(Debug, Serialize, Deserialize)]
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
    pub extra: Unknown,
}

/// `place`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct PlaceShape {
    /// The selected claim.
    #[serde(default)]
    pub claim: Option<ClaimId>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Unknown,
}

impl<'a> From<&'a Session> for SessionShape<'a> {
    fn from(session: &'a Session) -> Self {
        let article = &session.article;
        Self {
            format: FORMAT.into(),
            version: VERSION,
            id: session.id.as_str().into(),
            article: article.into(),
            claims: session.claims().iter().map(|claim| ClaimShape::of(article, claim)).collect(),
            history: session.history().iter().map(|entry| EntryShape::of(article, entry)).collect(),
            place: PlaceShape { claim: session.place.claim.clone(), extra: session.place.extra.to_map() },
            extra: session.extra.to_map(),
        }
    }
}

impl SessionShape<'_> {
    /// The session it describes.
    ///
    /// # Errors
    /// When offsets, anchors or history do not fit the article, or an id stands twice.
    pub fn into_session(self) -> Result<Session, WireError> {
        let article = self.article.into_article()?;
        let mut seen = std::collections::HashSet::new();
        let mut claims = Vec::with_capacity(self.claims.len());
        for shape in self.claims {
            if !seen.insert(shape.id.clone()) {
                return Err(WireError::Twice(shape.id.to_string()));
            }
            claims.push(shape.into_claim(&article)?);
        }
        let history: History =
            self.history.into_iter().map(|entry| entry.into_entry(&article)).collect::<Result<_, _>>()?;
        let mut session = Session::resumed(self.id, article, Claims::from_iter(claims), history);
        session.place = Place { claim: self.place.claim, extra: Extra::new(self.place.extra) };
        session.extra = Extra::new(self.extra);
        Ok(session)
    }
}
