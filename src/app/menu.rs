//! The choice of filters: its rows with their keys, and how many claims each would list.

use super::filter::Filter;
use super::subset::{Census, Trait};
use crate::review::{Session, Status};

/// What choosing a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Lists all claims.
    All,
    /// Lists the claims in one state.
    Only(Status),
    /// Lists the claims without a source.
    NoSource,
    /// Lists the claims with a query.
    Query,
    /// Lists the claims whose query is open.
    OpenQuery,
    /// Asks for a tag.
    Tag,
    /// Asks for a speaker.
    Speaker,
    /// Lists every sentence.
    Sentences,
}

/// The rows, each with the key that chooses it.
pub const CHOICES: [(char, Choice); 12] = [
    ('a', Choice::All),
    ('o', Choice::Only(Status::Unchecked)),
    ('v', Choice::Only(Status::Verified)),
    ('d', Choice::Only(Status::Disputed)),
    ('u', Choice::Only(Status::Unknown)),
    ('x', Choice::Only(Status::Dismissed)),
    ('n', Choice::NoSource),
    ('r', Choice::Query),
    ('R', Choice::OpenQuery),
    ('t', Choice::Tag),
    ('p', Choice::Speaker),
    ('s', Choice::Sentences),
];

/// An open choice of filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    /// The selected row.
    pub at: usize,
    /// What the claims have, counted when the choice was opened.
    pub census: Census,
}

impl Menu {
    /// The choice over `session`, at the row of the filter in force.
    pub fn new(session: &Session, filter: &Filter) -> Self {
        let at = CHOICES.iter().position(|(_, choice)| choice.is_in(filter)).unwrap_or(0);
        Self { at, census: Census::new(session) }
    }

    /// How many claims a row would list, or how many tags or speakers there are; `None` where counting would be a pass
    /// over the article.
    pub fn count(&self, choice: Choice, session: &Session) -> Option<usize> {
        match choice {
            Choice::All => Some(session.claims().len()),
            Choice::Only(status) => Some(session.claims().tally().of(status)),
            Choice::NoSource => Some(self.census.without_source),
            Choice::Query => Some(self.census.queries),
            Choice::OpenQuery => Some(self.census.open_queries),
            Choice::Tag => Some(self.census.tags.len()),
            Choice::Speaker => Some(self.census.speakers.len()),
            Choice::Sentences => None,
        }
    }
}

impl Choice {
    /// Its words in the list of rows.
    pub const fn words(self) -> &'static str {
        match self {
            Self::All => "all claims",
            Self::Only(status) => status.word(),
            Self::NoSource => "without a source",
            Self::Query => "with a query",
            Self::OpenQuery => "with an open query",
            Self::Tag => "by tag…",
            Self::Speaker => "by speaker…",
            Self::Sentences => "every sentence",
        }
    }

    /// The filter it puts in force; `None` for those that ask on.
    pub fn filter(self, session: &Session) -> Option<Filter> {
        Some(match self {
            Self::All => Filter::All,
            Self::Only(status) => Filter::Only(status),
            Self::NoSource => Filter::with(Trait::NoSource, session),
            Self::Query => Filter::with(Trait::Query, session),
            Self::OpenQuery => Filter::with(Trait::OpenQuery, session),
            Self::Sentences => Filter::Sentences,
            Self::Tag | Self::Speaker => return None,
        })
    }

    /// True for the row that `filter` was chosen by.
    fn is_in(self, filter: &Filter) -> bool {
        match filter {
            Filter::All | Filter::Text => self == Self::All,
            Filter::Only(status) => self == Self::Only(*status),
            Filter::Sentences => self == Self::Sentences,
            Filter::With(subset) => match subset.what {
                Trait::Tag(_) => self == Self::Tag,
                Trait::Speaker(_) => self == Self::Speaker,
                Trait::Query => self == Self::Query,
                Trait::OpenQuery => self == Self::OpenQuery,
                Trait::NoSource => self == Self::NoSource,
            },
        }
    }
}
