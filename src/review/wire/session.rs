//! A whole session as JSON.

use std::borrow::Cow;

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::super::{ClaimId, Claims, Extra, History, Place, Session, Whys};
use super::{ArticleShape, ClaimShape, EntryShape, WireError};

/// `format` in every session file.
pub const FORMAT: &str = "factdesk-session";

/// The newest version this program writes.
pub const VERSION: u64 = 1;

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

/// A session to be written: the same fields as [`SessionShape`], a claim and an entry at a time.
#[derive(Debug)]
pub struct Written<'a>(pub &'a Session);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(session) = self;
        let article = &session.article;
        let place = PlaceShape { claim: session.place.claim.clone(), extra: session.place.extra.clone() };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", FORMAT)?;
        map.serialize_entry("version", &VERSION)?;
        map.serialize_entry("id", &session.id)?;
        map.serialize_entry("article", &ArticleShape::from(article))?;
        map.serialize_entry("claims", &Each(|| session.claims().iter().map(|claim| ClaimShape::of(article, claim))))?;
        map.serialize_entry("history", &Each(|| session.history().iter().map(|entry| EntryShape::of(article, entry))))?;
        map.serialize_entry("place", &place)?;
        for (key, value) in session.extra.iter() {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// A list whose members are made when they are written.
struct Each<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

impl SessionShape<'_> {
    /// The session it describes.
    ///
    /// # Errors
    /// When offsets, anchors or history do not fit the article, or an id stands twice.
    pub fn into_session(self) -> Result<Session, WireError> {
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
        session.place = self.place.into();
        session.extra = self.extra;
        Ok(session)
    }
}
