//! What a reviewer writes down about a claim: note, sources, correction, query, right of reply, tags.

use super::vocabulary::vocabulary;
use super::{Extra, Stamp};

vocabulary! {
    /// What kind of thing a source is.
    SourceKind {
        /// A report, minutes, a filing, a book.
        Document = "document",
        /// A data set or statistic.
        Data = "data",
        /// Somebody asked by the reviewer or the author.
        Interview = "interview",
        /// A law, ruling or contract.
        Law = "law",
        /// A photo, film or recording.
        Photo = "photo",
        /// What an expert knows of their own.
        Expert = "expert",
        /// Another medium's report.
        Media = "media",
        /// A web page.
        Web = "web",
    }
}

vocabulary! {
    /// How near a source is to the fact.
    Rank {
        /// The origin itself.
        Primary = "primary",
        /// A report about it.
        Secondary = "secondary",
    }
}

vocabulary! {
    /// How a source bears on its claim.
    Support {
        /// It bears the claim out.
        Supports = "supports",
        /// It speaks against it.
        Contradicts = "contradicts",
        /// It helps to understand it.
        Context = "context",
    }
}

vocabulary! {
    /// What became of a correction.
    CorrectionStatus {
        /// Suggested to the author or editor.
        Proposed = "proposed",
        /// Taken over.
        Accepted = "accepted",
        /// Turned down.
        Rejected = "rejected",
    }
}

vocabulary! {
    /// Where a query stands.
    QueryStatus {
        /// Waiting for an answer.
        Open = "open",
        /// Answered.
        Answered = "answered",
        /// No longer needed.
        Withdrawn = "withdrawn",
    }
}

/// What carries or contradicts a claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Its name within the claim, `s1`, `s2`, …
    pub id: String,
    /// What it is called.
    pub title: String,
    /// A link; opened only when http or https.
    pub url: String,
    /// Where the page is archived.
    pub archive: String,
    /// What kind of thing it is.
    pub kind: Option<SourceKind>,
    /// How near it is to the fact.
    pub rank: Option<Rank>,
    /// How it bears on the claim.
    pub stance: Option<Support>,
    /// Page, paragraph, time stamp.
    pub locator: String,
    /// The passage, in its own words.
    pub quote: String,
    /// The day it was looked at, `2026-11-23`; empty when not known.
    pub checked_at: String,
    /// Left out of every export unless asked for.
    pub confidential: bool,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Source {
    /// A free id beside those `held`: `s` and a number higher than any, so that the id of a removed source does not come back.
    pub fn fresh_id<'a>(held: impl IntoIterator<Item = &'a Self>) -> String {
        let numbers = held.into_iter().filter_map(|source| source.id.strip_prefix('s')?.parse::<u64>().ok());
        format!("s{}", numbers.max().unwrap_or_default().saturating_add(1))
    }
}

/// Words proposed instead of the article's.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// The words.
    pub text: String,
    /// What became of them.
    pub status: CorrectionStatus,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// A question to the author, or to somebody else, with the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// Who is asked.
    pub to: String,
    /// What is asked.
    pub question: String,
    /// What they said; empty until they did.
    pub answer: String,
    /// Where it stands; left out of files that do not say, and then it follows from the answer.
    pub status: Option<QueryStatus>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Query {
    /// Where it stands: as written, else answered once there is an answer.
    pub fn state(&self) -> QueryStatus {
        match &self.status {
            Some(status) => status.clone(),
            None if self.answer.trim().is_empty() => QueryStatus::Open,
            None => QueryStatus::Answered,
        }
    }
}

/// The right of reply: who is criticised, when they were asked, what they answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// Who is criticised.
    pub who: String,
    /// When they were asked, as written.
    pub asked_at: String,
    /// What they answered; empty until they did.
    pub answer: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// The same field changed on two sides: ours stands in the field, theirs is kept here until a reviewer settles it.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The field's name in the file.
    pub field: String,
    /// Their value, as the file had it.
    pub theirs: serde_json::Value,
    /// When it was noticed.
    pub at: Stamp,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// Everything written down about one claim, beside its verdict.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The note, any text.
    pub note: String,
    /// The sources, in the reviewer's order.
    pub sources: Vec<Source>,
    /// Words proposed instead.
    pub correction: Option<Box<Correction>>,
    /// A question with its answer.
    pub query: Option<Box<Query>>,
    /// The right of reply.
    pub reply: Option<Box<Reply>>,
    /// Tags, each without blanks at its ends, none twice.
    pub tags: Vec<String>,
    /// Unsettled differences with another copy of the session.
    pub conflicts: Vec<Conflict>,
}
