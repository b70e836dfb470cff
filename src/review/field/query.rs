//! Queries: questions to the author, or to somebody else, with their answers.

use serde::{Deserialize, Serialize};

use super::super::Extra;
use super::super::vocabulary::vocabulary;
use super::{Field, Fresh, Input, Row, Shape, append, json, read};

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

/// A question to the author, or to somebody else, with the answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Query {
    /// Its name within the claim, `q1`, `q2`, …
    #[serde(default)]
    pub id: String,
    /// Who is asked.
    #[serde(default)]
    pub to: String,
    /// What is asked.
    pub question: String,
    /// The day it was asked, as written; empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub asked_at: String,
    /// What they said; empty until they did.
    #[serde(default)]
    pub answer: String,
    /// The day they said it, as written; empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answered_at: String,
    /// Who said it; empty when it was whoever was asked, or is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answered_by: String,
    /// Where it stands; left out of files that do not say, and then it follows from the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<QueryStatus>,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Query {
    /// A question to the author without words, beside those `held`.
    pub fn to_author(held: &[Self]) -> Self {
        Self {
            id: QUERIES.fresh_id(&json(&held)),
            to: "author".to_owned(),
            question: String::new(),
            asked_at: String::new(),
            answer: String::new(),
            answered_at: String::new(),
            answered_by: String::new(),
            status: None,
            extra: Extra::default(),
        }
    }

    /// Where it stands: as written, else answered once there is an answer.
    pub fn state(&self) -> QueryStatus {
        match &self.status {
            Some(status) => status.clone(),
            None if self.answer.trim().is_empty() => QueryStatus::Open,
            None => QueryStatus::Answered,
        }
    }

    /// True while whoever was asked owes the next move.
    pub fn is_open(&self) -> bool {
        self.state() == QueryStatus::Open
    }
}

/// The queries, in the order they were asked.
pub static QUERIES: Field = Field {
    name: "queries",
    title: "query",
    key: "query",
    heading: "Query",
    shape: Shape::Many(
        &[
            Row::new("to", "to", Input::Text)
                .fresh(Fresh::Says("author"))
                .hint("Who is asked: the author, the desk, a name."),
            Row::needed("question", "question", Input::Text),
            Row::new("answer", "answer", Input::Text),
            Row::new("asked_at", "asked on", Input::Day)
                .fresh(Fresh::Today)
                .hint("The day they were asked: 2026-11-23."),
            Row::new("answered_at", "answered on", Input::Day).hint("The day they answered: 2026-11-23."),
            Row::new("answered_by", "answered by", Input::Text).hint("Who said it, if not whoever was asked."),
            Row::new("status", "state", Input::Choice(QueryStatus::WORDS, true))
                .hint("So far: open until there is an answer."),
        ],
        'q',
    ),
    always: false,
    get: |claim| json(&claim.record.queries),
    set: |claim, value| read(value).map(|queries| claim.record.queries = queries),
    join: |claim, other| append(&mut claim.record.queries, &other.record.queries, |query| &mut query.id, 'q'),
};
