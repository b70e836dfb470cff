//! What a format may vary, and what a reader of it is to be told.

use super::since_when::SinceWhen;
use crate::review::Policy;

/// What a reader may choose. Each format takes some of it: [`super::Format::choices`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportChoice {
    /// Since when it is told what changed.
    Since,
    /// Every edit, in or out.
    History,
    /// Into the writer's own document, or into one of its own.
    Into,
    /// A row a claim, or a source.
    Rows,
    /// A byte order mark at the beginning.
    Bom,
    /// Cells that a spreadsheet would compute: guarded, or as they are.
    Raw,
    /// The page that publishes the checks.
    Address,
    /// The organisation that publishes them.
    Publisher,
    /// A graph even for a single check.
    Graph,
    /// One check alone, or each for itself.
    Single,
    /// The questions to everybody, or to one alone.
    Asked,
    /// Confidential sources, in or out.
    Confidential,
}

/// What a row of the table stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableRows {
    /// A claim, its sources in one cell.
    #[default]
    Claims,
    /// A source, its claim's words beside it; claims without sources are left out.
    Sources,
}

/// How the table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// What a row stands for.
    pub rows: TableRows,
    /// Begin with a byte order mark, for spreadsheets that take UTF-8 for something else without it.
    pub bom: bool,
    /// Put an apostrophe before cells that a spreadsheet would compute. Without it the table must not be opened in one.
    pub guard: bool,
}

impl Default for Table {
    fn default() -> Self {
        Self { rows: TableRows::Claims, bom: false, guard: true }
    }
}

/// Who publishes the checks and where; `claimreview` needs the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// The organisation's name; empty: the reviewers' names are given.
    pub name: String,
    /// The page that holds the checks; empty: the article's own address, if it has one.
    /// `{}` in it stands for a claim's number: each has a page of its own.
    pub url: String,
    /// The number of the only claim whose check is given; `None`: all of them.
    pub claim: Option<String>,
}

/// Which claims get a comment in the writer's own document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CommentOn {
    /// Those of which there is something to say.
    #[default]
    Told,
    /// All but the dismissed.
    Every,
}

/// What a format may vary. The default is what most readers want.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Give confidential sources too.
    pub confidential: bool,
    /// Reports and `json`: give every edit too.
    pub history: bool,
    /// Reports and digests: since when it is told what changed; else since the draft before the one that stands.
    pub since: Option<SinceWhen>,
    /// Reports and digests: what is asked of a claim.
    pub policy: Policy,
    /// Questions: those to whoever is called so, and to nobody else.
    pub asked: Option<String>,
    /// `docx` into the writer's own document: which claims get a comment.
    pub comment_on: CommentOn,
    /// `claimreview`: a `@graph` even for a single check.
    pub graph: bool,
    /// `csv`: how the table is written.
    pub table: Table,
    /// `claimreview`: who publishes.
    pub publisher: Publisher,
}
