//! The formats by name, with a line about each: one table, a row a format.

use std::path::Path;
use std::str::FromStr;

use super::options::ExportChoice;

/// What a file in a format is to whoever looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Medium {
    /// Text that is read as it stands.
    Text,
    /// Text that a browser shows and nobody reads as it stands.
    Page,
    /// No text.
    Archive,
}

/// Declares the formats, in the order a reviewer is offered them: the name on the command line, what people call it (at most 23 columns),
/// what its file is, the file's usual ending without the dot, the word between a session's name and the ending (so that no two formats share a file and none has the name of
/// the article), and a line about it.
macro_rules! formats {
    ($($(#[$doc:meta])+ $format:ident = $name:literal, $title:literal, $body:ident, $ending:literal, $word:literal, $about:literal;)+) => {
        /// A format that a session can be given in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Format {
            $($(#[$doc])+ $format,)+
        }

        impl Format {
            /// All of them, in the order a reviewer is offered them.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$format),+];

            const fn row(self) -> (&'static str, &'static str, Medium, &'static str, &'static str, &'static str) {
                match self {
                    $(Self::$format => ($name, $title, Medium::$body, $ending, $word, $about),)+
                }
            }
        }
    };
}

formats! {
    /// A report as one self-contained page.
    Html = "html", "Report for the editor", Page, "html", "report",
        "report for the editor as one self-contained page, to print or send: what needs work, summary, article, every claim with its record";
    /// A report in Markdown.
    Markdown = "markdown", "Report in Markdown", Text, "md", "report",
        "the same report as Markdown";
    /// A report for a word processor.
    ReportDocx = "report-docx", "Report, Word", Archive, "docx", "report",
        "the same report for a word processor";
    /// What needs work and what changed, and nothing else, as a page.
    Digest = "digest", "What needs work", Page, "html", "digest",
        "what needs work and what the last draft changed, nothing else, as one self-contained page";
    /// What needs work and what changed, and nothing else, for a word processor.
    DigestDocx = "digest-docx", "What needs work, Word", Archive, "docx", "digest",
        "what needs work and what the last draft changed, nothing else, for a word processor";
    /// The article with comments and tracked changes.
    Docx = "docx", "Article with comments", Archive, "docx", "comments",
        "the article with one comment a claim and corrections as tracked changes";
    /// The questions that are asked, in Markdown.
    Queries = "queries", "Questions in Markdown", Text, "md", "queries",
        "the open and answered questions, as Markdown";
    /// The questions that are asked, with space for answers.
    QueriesDocx = "queries-docx", "Questions to the author", Archive, "docx", "queries",
        "the open questions with space for answers, for a word processor";
    /// The corrections, before and after, in Markdown.
    Corrections = "corrections", "Corrections", Text, "md", "corrections",
        "the proposed corrections, before and after, as Markdown";
    /// A table.
    Csv = "csv", "Table, CSV", Text, "csv", "claims",
        "a table, one row a claim or one a source";
    /// Everything, for programs.
    Json = "json", "Data, JSON", Text, "json", "claims",
        "claims, article and counts in one JSON document, for programs";
    /// One claim a line, for programs.
    Jsonl = "jsonl", "Data, JSON lines", Text, "jsonl", "claims",
        "one JSON object a line and claim, for programs";
    /// schema.org `ClaimReview`.
    ClaimReview = "claimreview", "Published checks", Text, "jsonld", "claimreview",
        "schema.org ClaimReview of every claim with a verdict, as JSON-LD";
    /// A W3C Web Annotation collection.
    Annotations = "annotations", "Web annotations", Text, "jsonld", "annotations",
        "a W3C Web Annotation collection, as JSON-LD";
    /// Hypothesis annotations.
    Hypothesis = "hypothesis", "Hypothesis", Text, "json", "hypothesis",
        "annotations as the Hypothesis client exports and imports them";
    /// brat standoff.
    Brat = "brat", "brat", Archive, "zip", "brat",
        "text and brat standoff annotations, in a zip";
    /// A workbook with the tables of claims and of sources.
    Xlsx = "xlsx", "Table for spreadsheets", Archive, "xlsx", "claims",
        "a workbook with the claims and the sources, to be marked in; comes back with factdesk import";
    /// The questions that are asked, as the text of a mail.
    QueriesMail = "queries-mail", "Questions by mail", Text, "txt", "queries",
        "the open questions as the text of a mail; the reply comes back with factdesk import";
    /// The article with corrections and comments in `CriticMarkup`.
    CriticMarkup = "criticmarkup", "Article, CriticMarkup", Text, "md", "critic",
        "the article in Markdown with corrections and comments in CriticMarkup";
    /// The sources as CSL JSON.
    Csl = "csl", "Sources, CSL JSON", Text, "json", "sources",
        "the sources as CSL JSON, for reference managers";
    /// The sources as RIS.
    Ris = "ris", "Sources, RIS", Text, "ris", "sources",
        "the sources as RIS, for reference managers";
}

/// There is no format of this name; the message names those that exist.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no format '{0}'; there are {list}", list = names())]
pub struct UnknownFormat(pub String);

impl Format {
    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    /// What people call it.
    pub const fn title(self) -> &'static str {
        self.row().1
    }

    /// What it is, in one line.
    pub const fn about(self) -> &'static str {
        self.row().5
    }

    /// The usual ending of a file in it, without the dot.
    pub const fn ending(self) -> &'static str {
        self.row().3
    }

    /// The word between a session's name and the ending in the name of its export.
    pub const fn word(self) -> &'static str {
        self.row().4
    }

    /// True when it is text, and may be shown on a terminal.
    pub const fn is_text(self) -> bool {
        !matches!(self.row().2, Medium::Archive)
    }

    /// True when a preview shows the words of what will be an archive or a page, and not the file itself.
    pub const fn is_previewed_in_words(self) -> bool {
        !matches!(self.row().2, Medium::Text)
    }
}

impl Format {
    /// What may be chosen about it, in the order it is shown.
    pub const fn choices(self) -> &'static [ExportChoice] {
        match self {
            Self::Markdown | Self::Html | Self::ReportDocx => {
                &[ExportChoice::Since, ExportChoice::History, ExportChoice::Confidential]
            }
            Self::Digest | Self::DigestDocx => &[ExportChoice::Since, ExportChoice::Confidential],
            Self::Json => &[ExportChoice::History, ExportChoice::Confidential],
            Self::Csv => &[ExportChoice::Rows, ExportChoice::Bom, ExportChoice::Raw, ExportChoice::Confidential],
            Self::ClaimReview => &[
                ExportChoice::Address,
                ExportChoice::Publisher,
                ExportChoice::Graph,
                ExportChoice::Single,
                ExportChoice::Confidential,
            ],
            Self::Docx | Self::CriticMarkup => &[ExportChoice::Into, ExportChoice::Confidential],
            Self::Xlsx | Self::Csl | Self::Ris | Self::Jsonl | Self::Annotations | Self::Hypothesis => {
                &[ExportChoice::Confidential]
            }
            Self::Queries | Self::QueriesDocx | Self::QueriesMail => &[ExportChoice::Asked],
            Self::Corrections | Self::Brat => &[],
        }
    }

    /// True for the name of a file of somebody's own that it goes into.
    pub fn goes_into(self, path: &Path) -> bool {
        const ENDINGS: [(Format, &str); 6] = [
            (Format::Docx, "docx"),
            (Format::Docx, "docm"),
            (Format::CriticMarkup, "md"),
            (Format::CriticMarkup, "markdown"),
            (Format::CriticMarkup, "mdown"),
            (Format::CriticMarkup, "mkd"),
        ];
        let mut own = ENDINGS.into_iter().filter(|(format, _)| *format == self);
        path.extension().is_some_and(|ending| own.any(|(_, one)| ending.eq_ignore_ascii_case(one)))
    }

    /// The formats that take `choice`.
    pub fn taking(choice: ExportChoice) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |format| format.choices().contains(&choice))
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
