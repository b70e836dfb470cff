//! What Word 2003's XML has as annotations in the text itself: tracked changes, and comments with their words.

use quick_xml::events::BytesStart;

use crate::intake::draft::Authorship;
use crate::intake::xml;

/// What an annotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AmlRole {
    /// Words that were put in.
    Insertion,
    /// Words that were taken out.
    Deletion,
    /// A comment's words begin.
    Begins,
    /// A comment.
    Comment,
    /// Anything else: a bookmark, a change of looks.
    Other,
}

/// What the element `start` is.
pub(super) fn role(start: &BytesStart<'_>) -> AmlRole {
    match xml::attribute(start, "type").unwrap_or_default().as_str() {
        "Word.Insertion" => AmlRole::Insertion,
        "Word.Deletion" => AmlRole::Deletion,
        "Word.Comment.Start" => AmlRole::Begins,
        "Word.Comment" => AmlRole::Comment,
        _ => AmlRole::Other,
    }
}

/// Who made it, and when.
pub(super) fn hand(start: &BytesStart<'_>) -> Authorship {
    let fact = |name: &str| xml::attribute(start, name).filter(|fact| !fact.is_empty());
    Authorship { by: fact("author"), at: fact("createdate") }
}

/// A comment that is being read.
#[derive(Debug)]
pub(super) struct AmlComment {
    pub(super) id: String,
    pub(super) hand: Authorship,
    /// Words of a tracked deletion that it stands in.
    pub(super) deleted: Option<(String, Authorship)>,
}

impl AmlComment {
    pub(super) fn of(start: &BytesStart<'_>, deleted: Option<(String, Authorship)>) -> Self {
        let id = xml::attribute(start, "id").unwrap_or_default();
        Self { id, hand: hand(start), deleted }
    }
}
