//! A whole session as JSON.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::super::{
    Article, Claim, ClaimId, Claims, Evidence, Extra, History, LastPlace, Session, SignOff, Span, Texts, Whys, rebuilt,
};
use super::carry::{home, home_of};
use super::{AnchorShape, ArticleShape, ClaimShape, EntryShape, PastShape, WireError};

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
    /// The drafts that do not stand.
    #[serde(default)]
    pub drafts: Vec<PastShape>,
    /// The files that sources point into.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Who has looked at it as it stood.
    #[serde(default)]
    pub signed: Vec<SignOff>,
    /// The claims whose words stand in an earlier draft only.
    #[serde(borrow, default)]
    pub gone: Vec<ClaimShape<'a>>,
    /// The claims, in article order. A file without the list has lost it.
    #[serde(borrow)]
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

impl From<PlaceShape> for LastPlace {
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
        let (drafts, mut notices) = rebuilt(&article, self.drafts);
        let texts = Texts { now: &article, past: &drafts };
        let mut whys = Whys::default();
        let mut seen = std::collections::HashSet::new();
        let mut claims = Vec::with_capacity(self.claims.len());
        for shape in self.claims {
            if !seen.insert(shape.id.clone()) {
                return Err(WireError::Twice(shape.id.to_string()));
            }
            claims.push(shape.into_claim(&article, &mut whys)?);
        }
        let gone = apart(texts, self.gone)?;
        if let Some(twice) = gone.iter().find(|claim| !seen.insert(claim.id.clone())) {
            return Err(WireError::Twice(twice.id.to_string()));
        }
        let history: History =
            self.history.into_iter().map(|entry| entry.into_entry(texts)).collect::<Result<_, _>>()?;
        let mut session = Session::resumed(self.id, article, Claims::from_iter(claims), history);
        session.drafts = std::sync::Arc::new(drafts);
        session.apart = std::sync::Arc::new(gone);
        session.evidence = std::sync::Arc::new(self.evidence);
        session.signed = std::sync::Arc::new(self.signed);
        session.place = self.place.into();
        session.extra = self.extra;
        notices.extend(session.mend());
        Ok((session, notices))
    }
}

impl<'a> ClaimShape<'a> {
    /// A claim that is kept apart as the file has it: in the draft that has its words.
    pub fn apart(session: &'a Session, claim: &'a Claim) -> Self {
        let texts = session.texts();
        let mut shape = Self::of(home(texts, claim.fate(), session.article.draft), claim);
        if let Some(fate) =
            claim.fate().filter(|fate| texts.of(fate.from).is_none_or(|home| home.words(claim.span) != fate.was))
        {
            // The draft is lost; the words are not.
            shape.anchor =
                AnchorShape { exact: fate.was.as_str().into(), ..AnchorShape::of(texts.now, Span::new(0, 0)) };
            shape.proposal = None;
        }
        shape
    }
}

/// The claims of the file's list `gone`, each in the draft that has its words.
///
/// # Errors
/// When the words of one do not stand there.
pub fn apart(texts: Texts<'_>, gone: Vec<ClaimShape<'_>>) -> Result<Vec<Claim>, WireError> {
    let mut whys = Whys::default();
    let read = gone.into_iter().map(|mut shape| {
        let home = home_of(texts, &shape, texts.now.draft).filter(|home| shape.anchor.resolve(home).is_some());
        if let Some(home) = home {
            return shape.into_claim(home, &mut whys);
        }
        let words = Article::new("", shape.anchor.exact.as_ref(), Vec::new())?;
        shape.proposal = None;
        shape.into_claim(&words, &mut whys)
    });
    read.collect()
}
