//! The shape of a session file as far as the index looks at it: proposals, the steps of the history and whatever else is long are
//! passed over without being understood.

use std::borrow::Cow;

use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::review::Stamp;

#[derive(Deserialize)]
pub(super) struct LeanSession<'a> {
    #[serde(borrow)]
    pub(super) format: Cow<'a, str>,
    pub(super) version: u64,
    #[serde(borrow)]
    pub(super) article: LeanArticle<'a>,
    #[serde(borrow, default)]
    pub(super) claims: Vec<LeanClaim<'a>>,
    #[serde(borrow, default)]
    pub(super) gone: Vec<LeanClaim<'a>>,
    #[serde(default)]
    pub(super) drafts: Vec<LeanDraft>,
    #[serde(default)]
    pub(super) evidence: Vec<LeanEvidence>,
    #[serde(default, deserialize_with = "last")]
    pub(super) history: Option<Stamp>,
}

#[derive(Deserialize)]
pub(super) struct LeanArticle<'a> {
    #[serde(borrow)]
    pub(super) title: Cow<'a, str>,
    #[serde(borrow, default)]
    pub(super) sha256: Cow<'a, str>,
    #[serde(default)]
    pub(super) file_sha256: Option<String>,
    #[serde(default)]
    pub(super) draft: Option<u32>,
    #[serde(borrow, default)]
    pub(super) source: Cow<'a, str>,
    #[serde(default)]
    pub(super) imported_at: Stamp,
    #[serde(borrow)]
    pub(super) text: Cow<'a, str>,
}

/// A draft that does not stand.
#[derive(Deserialize)]
pub(super) struct LeanDraft {
    #[serde(default)]
    pub(super) file_sha256: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct LeanAnchor<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    #[serde(borrow)]
    pub(super) exact: Cow<'a, str>,
}

#[derive(Deserialize)]
pub(super) struct LeanClaim<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow, default)]
    pub(super) number: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) anchor: LeanAnchor<'a>,
    #[serde(default)]
    pub(super) speaker: Option<LeanName>,
    #[serde(borrow, default)]
    pub(super) statement: Cow<'a, str>,
    #[serde(default)]
    pub(super) verdict: Option<String>,
    #[serde(borrow, default)]
    pub(super) assignee: Cow<'a, str>,
    #[serde(default)]
    pub(super) dismissed: bool,
    #[serde(borrow, default)]
    pub(super) note: Cow<'a, str>,
    #[serde(borrow, default)]
    pub(super) sources: Vec<LeanSource<'a>>,
    #[serde(default)]
    pub(super) corrections: Vec<LeanWords>,
    #[serde(default)]
    pub(super) queries: Vec<LeanQuery>,
    #[serde(default)]
    pub(super) replies: Vec<LeanReply>,
    #[serde(default)]
    pub(super) tags: Vec<String>,
    #[serde(default)]
    pub(super) readings: Vec<IgnoredAny>,
    #[serde(default)]
    pub(super) conflicts: Vec<IgnoredAny>,
    #[serde(default)]
    pub(super) marked_by: Option<String>,
    #[serde(default)]
    pub(super) marked_at: Option<Stamp>,
    #[serde(default)]
    pub(super) fate: Option<LeanFate>,
}

/// The verdicts that a claim had on words that are others now, or stand nowhere.
#[derive(Deserialize)]
pub(super) struct LeanFate {
    #[serde(default)]
    pub(super) is: String,
    #[serde(default)]
    pub(super) was: String,
    #[serde(default)]
    pub(super) had: Vec<LeanMark>,
}

#[derive(Clone, Deserialize)]
pub(super) struct LeanMark {
    pub(super) verdict: String,
    #[serde(default)]
    pub(super) by: String,
    #[serde(default)]
    pub(super) at: Stamp,
}

#[derive(Deserialize)]
pub(super) struct LeanName {
    #[serde(default)]
    pub(super) name: String,
}

#[derive(Deserialize)]
pub(super) struct LeanWords {
    #[serde(default)]
    pub(super) text: String,
}

#[derive(Deserialize)]
pub(super) struct LeanSource<'a> {
    #[serde(borrow, default)]
    pub(super) title: Cow<'a, str>,
    #[serde(borrow, default)]
    pub(super) url: Cow<'a, str>,
    #[serde(borrow, default)]
    pub(super) locator: Cow<'a, str>,
    #[serde(borrow, default)]
    pub(super) quote: Cow<'a, str>,
    #[serde(default)]
    pub(super) stance: Option<String>,
    #[serde(default)]
    pub(super) confidential: bool,
    #[serde(borrow, default)]
    pub(super) evidence: Cow<'a, str>,
}

#[derive(Deserialize)]
pub(super) struct LeanEvidence {
    #[serde(default)]
    pub(super) id: String,
    #[serde(default)]
    pub(super) confidential: bool,
}

impl LeanSource<'_> {
    /// True for one that is confidential, or that points into evidence that is, by these ids.
    pub(super) fn is_confidential(&self, hidden: &[&str]) -> bool {
        self.confidential || hidden.contains(&self.evidence.as_ref())
    }

    /// Its title and its link.
    pub(super) fn named(&self) -> (String, String) {
        (self.title.trim().to_owned(), self.url.trim().to_owned())
    }
}

#[derive(Deserialize)]
pub(super) struct LeanQuery {
    #[serde(default)]
    pub(super) question: String,
    #[serde(default)]
    pub(super) answer: String,
    #[serde(default)]
    pub(super) status: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct LeanReply {
    #[serde(default)]
    pub(super) who: String,
    #[serde(default)]
    pub(super) answer: String,
}

/// When the last of the history's entries was made.
fn last<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Stamp>, D::Error> {
    #[derive(Deserialize)]
    struct LeanEntry {
        at: Stamp,
    }
    struct LastEntry;
    impl<'de> Visitor<'de> for LastEntry {
        type Value = Option<Stamp>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("the history")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Option<Stamp>, A::Error> {
            let mut last = None;
            while let Some(LeanEntry { at }) = entries.next_element()? {
                last = Some(at);
            }
            Ok(last)
        }
    }
    deserializer.deserialize_seq(LastEntry)
}
