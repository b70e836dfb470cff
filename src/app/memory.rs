//! What was found out earlier about statements like the selected claim. It is looked for on a thread of the shell's; a key never
//! waits for it.

use std::path::PathBuf;
use std::sync::Arc;

use super::offered::Offered;
use super::otherwise::{OtherWords, otherwise};
use crate::quantity::differing;
use crate::review::{ClaimId, Source, Stamp};

/// What the shell is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recall {
    /// The claim.
    pub claim: ClaimId,
    /// Its words, and what it states in the reviewer's own.
    pub texts: Vec<String>,
    /// The name of its session, which is not to be told.
    pub session: String,
}

/// A claim of another session that says much the same and has a verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The session's file; none for a check that somebody else has published.
    pub path: Option<PathBuf>,
    /// Its article's title.
    pub title: String,
    /// The claim.
    pub claim: ClaimId,
    /// Its number.
    pub number: String,
    /// Its words.
    pub words: String,
    /// The verdict's word.
    pub verdict: String,
    /// Who marked it.
    pub by: String,
    /// When.
    pub at: Stamp,
    /// The name of its first source and where in it; empty for none.
    pub told: String,
    /// That source.
    pub source: Option<Source>,
}

impl Earlier {
    /// What was found out, in a line: `verified 2026-11-12, anna, Council minutes, p. 12`.
    pub fn line(&self) -> String {
        let published = if self.path.is_some() { "" } else { "published: " };
        let first = format!("{published}{} {}", self.verdict, self.at.day());
        let parts = [first, self.by.clone(), self.told.clone()];
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// In which session, and on which claim.
    pub fn place(&self) -> String {
        format!("{} {}", self.title, self.number)
    }

    /// The first figure of `here` and the one that stands in its place there, when they are not the same.
    pub fn differs<'w>(&'w self, here: &'w str, language: &str) -> Option<(&'w str, &'w str)> {
        differing(here, &self.words, language)
    }
}

/// What is known about the claim that was asked about last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    asked: Option<Arc<Recall>>,
    found: Vec<Earlier>,
    /// What earlier sessions wrote down, to be offered while one types.
    pub words: Offered,
}

impl Seen {
    /// What the shell is to be asked, where it is about another claim, or other words, than the last time: `texts` of `claim` in the
    /// session of this name. It is asked once.
    pub fn ask(&mut self, claim: &ClaimId, texts: [&str; 2], session: &str) -> Option<Arc<Recall>> {
        let is_it = |asked: &Arc<Recall>| asked.claim == *claim && asked.texts == texts && asked.session == session;
        if self.asked.as_ref().is_some_and(is_it) {
            return None;
        }
        self.found.clear();
        let texts = texts.map(ToOwned::to_owned).into();
        self.asked = Some(Arc::new(Recall { claim: claim.clone(), texts, session: session.to_owned() }));
        self.asked.clone()
    }

    /// Takes in what was found, unless something else was asked about since.
    pub fn take(&mut self, recall: &Recall, found: Vec<Earlier>) {
        if self.asked.as_deref() == Some(recall) {
            // Words that are found by which words they have may say the opposite; those that say the same come first.
            let (same, others): (Vec<Earlier>, Vec<Earlier>) =
                found.into_iter().partition(|earlier| self.otherwise(earlier).is_none());
            self.found = same.into_iter().chain(others).collect();
        }
    }

    /// What `earlier` says otherwise than the claim that was asked about; `None` where it says the same words.
    pub fn otherwise(&self, earlier: &Earlier) -> Option<Vec<OtherWords>> {
        let texts = self.asked.iter().flat_map(|recall| &recall.texts).filter(|text| !text.is_empty());
        let told: Option<Vec<_>> = texts.map(|text| otherwise(text, &earlier.words)).collect();
        told?.into_iter().min_by_key(Vec::len)
    }

    /// Earlier claims like `claim`, the one most like it first.
    pub fn about(&self, claim: &ClaimId) -> &[Earlier] {
        if self.asked.as_ref().is_some_and(|asked| asked.claim == *claim) { &self.found } else { &[] }
    }
}
