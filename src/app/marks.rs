//! The small marks at the end of a claim's row in the list: what it has that its words don't show. One line each.

use crate::review::{Claim, Query};

/// A mark at the end of a row.
#[derive(Debug)]
pub struct RowMark {
    /// How it is drawn.
    pub fine: &'static str,
    /// How it is drawn on terminals that have nothing but ASCII.
    pub plain: &'static str,
    /// What it means, for the help: `a source`.
    pub says: &'static str,
    /// True when it is to be seen at once.
    pub alarms: bool,
    /// Whether a claim has it; asked for every row in view.
    pub is_of: fn(&Claim) -> bool,
}

/// The marks, in the order they stand in a row.
pub static MARKS: [RowMark; 5] = [
    mark("≠", "/", "a difference with another copy", |claim| !claim.record.conflicts.is_empty()).alarming(),
    mark("¿", "q", "an open question", |claim| claim.record.queries.iter().any(Query::is_open)),
    mark("±", "c", "a correction", |claim| !claim.record.corrections.is_empty()),
    mark("¶", "n", "a note", |claim| !claim.record.note.is_empty()),
    mark("§", "s", "a source", |claim| !claim.record.sources.is_empty()),
];

/// Signs of the counts and of the margin, which no key and no state explains: fine, in ASCII, what they mean.
pub static SIGNS: [(&str, &str, &str); 6] = [
    ("≠", "/", "readers differ about it, or another copy has it differently; the count is of both"),
    ("§", "$", "among the counts: verdicts that lack what the policy asks for"),
    ("!", "!", "in the margin: words that contradict the text, the calendar or arithmetic"),
    ("~", "~", "in the margin: words that may, and are worth a look"),
    ("+", "&", "in the margin: several claims begin in this row"),
    ("–", "-", "dismissed: nothing to check"),
];

/// What stands before the number of an unchecked claim that a draft changed, and of one that it brought: fine, in ASCII, what it means.
pub static DRAFT_GLYPHS: [(&str, &str, &str); 2] =
    [("◆", "C", "its words changed in this draft, and nobody has looked at them"), ("◇", "N", "new in this draft")];

const fn mark(fine: &'static str, plain: &'static str, says: &'static str, is_of: fn(&Claim) -> bool) -> RowMark {
    RowMark { fine, plain, says, alarms: false, is_of }
}

impl RowMark {
    const fn alarming(self) -> Self {
        Self { alarms: true, ..self }
    }
}
