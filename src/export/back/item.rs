//! What somebody says about some words of the article, whatever file it came in.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::as_of::AS_OF;
use super::voice::Voice;

/// Words of the article as a file quotes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Quote {
    /// The words; empty when the file quotes none.
    pub(super) exact: String,
    /// Words before them.
    pub(super) prefix: String,
    /// Words after them.
    pub(super) suffix: String,
    /// About where they begin in the article's text, in code points or in UTF-16 code units: files differ.
    pub(super) start: Option<usize>,
}

/// One thing that is said: a body of an annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Body {
    /// What it is there for, in the words of W3C Web Annotation: `assessing`, `commenting`, `tagging`, …
    pub(super) purpose: String,
    /// What it says; of a link its address.
    pub(super) words: String,
    /// What a link is called.
    pub(super) title: String,
    /// Who says it, when the file tells that of each.
    pub(super) by: Option<String>,
}

/// The purpose of a body that can't be read.
pub(super) const UNREAD: &str = "unread";

impl Body {
    /// Words for a purpose.
    pub(super) fn new(purpose: &str, words: impl Into<String>) -> Self {
        Self { purpose: purpose.to_owned(), words: words.into(), ..Self::default() }
    }
}

/// How a card of ours is written in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemForm {
    /// Paragraphs of a Word comment.
    Word,
    /// The Markdown of a Hypothesis annotation.
    Markdown,
}

/// What an item holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// What a reader says, or what we said and they edited; true when it came as an annotation of ours.
    Bodies(Vec<Body>, bool),
    /// A card as we write it, perhaps with words of somebody else's in it; and the tags beside it, where there are some.
    Card(ItemForm, String, Option<Vec<String>>),
    /// A row of the table of claims, by the names of its columns.
    Row(BTreeMap<String, String>),
    /// A row of the table of sources.
    SourceRow(BTreeMap<String, String>),
    /// The sources that a whole table of them has: the ids of the claim and of the source.
    SourceTable(Vec<(String, String)>),
    /// A claim as the session file has it, what else is said about it, and whether it is of this session.
    Record(Map<String, Value>, Vec<Body>, bool),
    /// An answer to the query with this id, and its words.
    Answer(String, String),
    /// What somebody says under their own name to the query with this id.
    Reply(String, String),
    /// What whoever is criticised says to the request with this id.
    Right(String, String),
    /// Something that is not understood; what.
    Unread(String),
}

impl Content {
    /// What a reader says, in one text.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Bodies(said, _) => said.iter().map(|body| body.words.as_str()).collect::<Vec<_>>().join("\n"),
            Self::Card(_, words, _)
            | Self::Answer(_, words)
            | Self::Reply(_, words)
            | Self::Right(_, words)
            | Self::Unread(words) => words.clone(),
            Self::Row(_) | Self::SourceRow(_) | Self::SourceTable(_) | Self::Record(..) => String::new(),
        }
    }
}

/// One row, annotation, comment or answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ImportItem {
    /// Which, for the report.
    pub(super) name: String,
    /// Its name in its file, which replies to it give.
    pub(super) key: String,
    /// The `key` of what it replies to.
    pub(super) replies_to: Option<String>,
    /// The id of its claim, if the file tells.
    pub(super) id: Option<String>,
    /// The words it is about.
    pub(super) quote: Quote,
    /// What it says about them.
    pub(super) content: Content,
    /// Who says so, if the file tells.
    pub(super) by: Option<String>,
    /// When, if the file tells: a time, or words that begin with a day.
    pub(super) at: Option<String>,
    /// Whose name and moment stand on a card of ours: of who gave its verdict, not of who wrote in it afterwards.
    pub(super) signed: Option<Voice>,
    /// What its remarks are said to have come with.
    pub(super) from: &'static str,
    /// True when words that no claim sits on may become one.
    pub(super) may_add: bool,
    /// As of which edit its file was made, if that stands beside it.
    pub(super) as_of: Option<String>,
}

impl ImportItem {
    /// An item that says `content` and that nothing else is known of.
    pub(super) fn new(name: String, from: &'static str, content: Content) -> Self {
        Self {
            name,
            key: String::new(),
            replies_to: None,
            id: None,
            quote: Quote::default(),
            content,
            by: None,
            at: None,
            signed: None,
            from,
            may_add: false,
            as_of: None,
        }
    }

    /// As of which edit it was made, if it says so.
    pub(super) fn as_of(&self) -> Option<&str> {
        let within = match &self.content {
            Content::Row(cells) | Content::SourceRow(cells) => cells.get(AS_OF).map(String::as_str),
            Content::Record(record, ..) => record.get(AS_OF).and_then(Value::as_str),
            Content::SourceTable(_)
            | Content::Bodies(..)
            | Content::Card(..)
            | Content::Answer(..)
            | Content::Reply(..)
            | Content::Right(..)
            | Content::Unread(_) => None,
        };
        within.or(self.as_of.as_deref()).map(str::trim).filter(|said| !said.is_empty())
    }

    /// Moments that stand in it as those of a mark.
    pub(super) fn stamps(&self) -> impl Iterator<Item = &str> {
        let within = match &self.content {
            Content::Row(cells) => cells.get("marked_at").map(String::as_str),
            Content::Record(record, ..) => record.get("marked_at").and_then(Value::as_str),
            Content::SourceRow(_)
            | Content::SourceTable(_)
            | Content::Bodies(..)
            | Content::Card(..)
            | Content::Answer(..)
            | Content::Reply(..)
            | Content::Right(..)
            | Content::Unread(_) => None,
        };
        within.into_iter().chain(self.signed.as_ref().and_then(|signed| signed.at.as_deref()))
    }
}
