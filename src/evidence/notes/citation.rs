//! A citation: one source as a note names it.

/// What kind of source a note names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CitationKind {
    /// A report, minutes, a book, a paper.
    #[default]
    Document,
    /// A table.
    Data,
    /// Somebody was asked.
    Interview,
    /// A letter or mail.
    Mail,
    /// A law, rules.
    Law,
    /// A page of the web.
    Web,
    /// The writer saw, reckoned or knows it.
    Own,
    /// Nothing is there yet.
    None,
}

impl CitationKind {
    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Data => "data",
            Self::Interview => "interview",
            Self::Mail => "mail",
            Self::Law => "law",
            Self::Web => "web",
            Self::Own => "own",
            Self::None => "none",
        }
    }
}

/// A source that a note names; what the note does not say is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// The note, whole.
    pub text: String,
    /// What kind of source it is.
    pub kind: CitationKind,
    /// What it is called.
    pub title: Option<String>,
    /// Who says or wrote it.
    pub person: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Page, item, row, time, in words.
    pub locator: Option<String>,
    /// As ISO 8601, with what is known of it: `2026-01-13`, `--01-13`, `2026`.
    pub date: Option<String>,
    /// The index of the material that is meant.
    pub file: Option<usize>,
    /// It holds what must not go out: a private number, a person off the record.
    pub confidential: bool,
}
