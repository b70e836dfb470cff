//! The formats by name, with a line about each.

use std::str::FromStr;

/// A format that a session can be given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A report in Markdown.
    Markdown,
    /// A report as one self-contained page.
    Html,
    /// What needs work, and nothing else, as a page.
    Digest,
    /// What needs work, and nothing else, for a word processor.
    DigestDocx,
    /// The questions that are asked, in Markdown.
    Queries,
    /// The questions that are asked, with space for answers.
    QueriesDocx,
    /// The questions that are asked, as the text of a mail.
    QueriesMail,
    /// The corrections, before and after, in Markdown.
    Corrections,
    /// The article with corrections and comments in `CriticMarkup`.
    CriticMarkup,
    /// A table.
    Csv,
    /// A workbook with the tables of claims and of sources.
    Xlsx,
    /// Everything, for programs.
    Json,
    /// One claim a line, for programs.
    Jsonl,
    /// The article with comments and tracked changes.
    Docx,
    /// schema.org `ClaimReview`.
    ClaimReview,
    /// A W3C Web Annotation collection.
    Annotations,
    /// Hypothesis annotations.
    Hypothesis,
    /// brat standoff.
    Brat,
    /// The sources as CSL JSON.
    Csl,
    /// The sources as RIS.
    Ris,
}

/// There is no format of this name; the message names those that exist.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no format '{0}'; there are {list}", list = names())]
pub struct UnknownFormat(pub String);

impl Format {
    /// All of them, in the order a reviewer is offered them.
    pub const ALL: [Self; 20] = [
        Self::Markdown,
        Self::Html,
        Self::Digest,
        Self::DigestDocx,
        Self::Docx,
        Self::Queries,
        Self::QueriesDocx,
        Self::Corrections,
        Self::Csv,
        Self::Json,
        Self::Jsonl,
        Self::ClaimReview,
        Self::Annotations,
        Self::Hypothesis,
        Self::Brat,
        Self::Xlsx,
        Self::QueriesMail,
        Self::CriticMarkup,
        Self::Csl,
        Self::Ris,
    ];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Digest => "digest",
            Self::DigestDocx => "digest-docx",
            Self::Queries => "queries",
            Self::QueriesDocx => "queries-docx",
            Self::QueriesMail => "queries-mail",
            Self::Corrections => "corrections",
            Self::CriticMarkup => "criticmarkup",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Docx => "docx",
            Self::ClaimReview => "claimreview",
            Self::Annotations => "annotations",
            Self::Hypothesis => "hypothesis",
            Self::Brat => "brat",
            Self::Csl => "csl",
            Self::Ris => "ris",
        }
    }

    /// What it is, in one line.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Markdown => {
                "report for the editor: what needs work, summary, annotated article, every claim with its record"
            }
            Self::Html => "the same report as one self-contained page, to print or send",
            Self::Digest => "what needs work and nothing else, as one self-contained page",
            Self::DigestDocx => "what needs work and nothing else, for a word processor",
            Self::Queries => "the open and answered questions, as Markdown",
            Self::QueriesDocx => "the open questions with space for answers, for a word processor",
            Self::Corrections => "the proposed corrections, before and after, as Markdown",
            Self::QueriesMail => "the open questions as the text of a mail; the reply comes back with factdesk import",
            Self::CriticMarkup => "the article in Markdown with corrections and comments in CriticMarkup",
            Self::Xlsx => {
                "a workbook with the claims and the sources, to be marked in; comes back with factdesk import"
            }
            Self::Csl => "the sources as CSL JSON, for reference managers",
            Self::Ris => "the sources as RIS, for reference managers",
            Self::Csv => "a table, one row a claim or one a source",
            Self::Json => "claims, article and counts in one JSON document, for programs",
            Self::Jsonl => "one JSON object a line and claim, for programs",
            Self::Docx => "the article with one comment a claim and corrections as tracked changes",
            Self::ClaimReview => "schema.org ClaimReview of every claim with a verdict, as JSON-LD",
            Self::Annotations => "a W3C Web Annotation collection, as JSON-LD",
            Self::Hypothesis => "annotations as the Hypothesis client exports and imports them",
            Self::Brat => "text and brat standoff annotations, in a zip",
        }
    }

    /// The usual ending of a file in it, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Markdown | Self::Queries | Self::Corrections | Self::CriticMarkup => "md",
            Self::QueriesMail => "txt",
            Self::Xlsx => "xlsx",
            Self::Ris => "ris",
            Self::Html | Self::Digest => "html",
            Self::Csv => "csv",
            Self::Json | Self::Hypothesis | Self::Csl => "json",
            Self::Jsonl => "jsonl",
            Self::Docx | Self::DigestDocx | Self::QueriesDocx => "docx",
            Self::ClaimReview | Self::Annotations => "jsonld",
            Self::Brat => "zip",
        }
    }

    /// The word between a session's name and the ending in the name of its export, so that no two formats share a file and
    /// none has the name of the article.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Markdown | Self::Html => "report",
            Self::Digest | Self::DigestDocx => "digest",
            Self::Queries | Self::QueriesDocx | Self::QueriesMail => "queries",
            Self::Corrections => "corrections",
            Self::CriticMarkup => "critic",
            Self::Csv | Self::Xlsx | Self::Json | Self::Jsonl => "claims",
            Self::Csl | Self::Ris => "sources",
            Self::Docx => "comments",
            Self::ClaimReview => "claimreview",
            Self::Annotations => "annotations",
            Self::Hypothesis => "hypothesis",
            Self::Brat => "brat",
        }
    }

    /// True when it is text, and may be shown on a terminal.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Docx | Self::DigestDocx | Self::QueriesDocx | Self::Xlsx | Self::Brat)
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let wanted = Self::ALL.into_iter().find(|format| format.name().eq_ignore_ascii_case(name));
        wanted.ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

fn names() -> String {
    Format::ALL.map(Format::name).join(", ")
}
