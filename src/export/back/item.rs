//! What somebody says about some words of the article, whatever file it came in.

/// Words of the article as a file quotes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Quote {
    /// The words; empty when the file quotes none.
    pub(super) exact: String,
    /// Words before them.
    pub(super) prefix: String,
    /// Words after them.
    pub(super) suffix: String,
    /// About where they begin, in code points of the article's text.
    pub(super) start: Option<usize>,
}

/// What is said. `None` and empty lists say nothing; an empty text takes away what was there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Says {
    /// The verdict's word; empty or `unchecked` for none.
    pub(super) verdict: Option<String>,
    /// The note, in place of the claim's.
    pub(super) note: Option<String>,
    /// The statement in the reviewer's own words.
    pub(super) statement: Option<String>,
    /// The words proposed instead.
    pub(super) correction: Option<String>,
    /// The question to the author.
    pub(super) question: Option<String>,
    /// What they said.
    pub(super) answer: Option<String>,
    /// The tags, in place of the claim's.
    pub(super) tags: Option<Vec<String>>,
    /// Links with their titles; those the claim has not got are added.
    pub(super) links: Vec<(String, String)>,
    /// A remark of somebody else: an answer where a question is open, else added to the note.
    pub(super) remark: Option<String>,
}

/// One row, annotation or comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Item {
    /// Which, for the report.
    pub(super) name: String,
    /// The id of its claim, if the file tells.
    pub(super) id: Option<String>,
    /// The words it is about.
    pub(super) quote: Quote,
    /// What it says about them.
    pub(super) says: Says,
    /// Who says so, if the file tells.
    pub(super) by: Option<String>,
    /// True when words that no claim sits on may become one.
    pub(super) may_add: bool,
    /// True when the remark stands below what our own comment said, and may repeat it.
    pub(super) echoes: bool,
}
