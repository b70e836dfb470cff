//! What came along with the article's words: the writer's notes about them, and the changes that were tracked in the file.

use super::vocabulary::vocabulary;
use super::{Extra, Span, Stamp};

vocabulary! {
    /// In which form the writer said something about the words.
    AnnotationKind {
        /// A note at the foot of the page.
        Footnote = "footnote",
        /// A note at the end of the text.
        Endnote = "endnote",
        /// A comment at the margin.
        Comment = "comment",
        /// Where the words link to.
        Link = "link",
        /// Words in brackets that were set apart from the text.
        Bracket = "bracket",
    }
}

/// What came along, counted in words: `2 comments, 14 footnotes, 9 tracked changes`; `None` where nothing did. Links are not
/// counted: every page has some.
pub(super) fn brought(annotations: &[Annotation], changes: usize) -> Option<String> {
    let of = |kind: &AnnotationKind| annotations.iter().filter(|note| note.kind == *kind).count();
    let forms = [
        (of(&AnnotationKind::Comment), "comment", "comments"),
        (of(&AnnotationKind::Footnote), "footnote", "footnotes"),
        (of(&AnnotationKind::Endnote), "end note", "end notes"),
        (of(&AnnotationKind::Bracket), "note in brackets", "notes in brackets"),
        (changes, "tracked change", "tracked changes"),
    ];
    let told = forms.into_iter().filter(|(count, ..)| *count > 0);
    let told = told.map(|(count, one, more)| format!("{count} {}", if count == 1 { one } else { more }));
    let all: Vec<String> = told.collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// What the writer, or another hand before the check, said about words of the article. It is never mixed with the reviewer's note.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Its name within the article, `w1`, `w2` and so on in article order.
    pub id: String,
    /// Its form.
    pub kind: AnnotationKind,
    /// Who wrote it, if the file says.
    pub by: Option<String>,
    /// When, if the file says; else empty.
    pub at: Stamp,
    /// The words it is about, in bytes of the article's text; empty for a place: a note's mark stands right behind its words.
    pub span: Span,
    /// What it says; a link's address.
    pub text: String,
    /// What was said of it by hand: held back from exports, or free; else it is held back where it reads like what must not leave.
    pub confidential: Option<bool>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

vocabulary! {
    /// What a tracked change did.
    ChangeKind {
        /// Words were put in; they stand in the text.
        Inserted = "inserted",
        /// Words were taken out; they stand nowhere in the text.
        Deleted = "deleted",
    }
}

/// One change that was tracked in the file and counts as accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackedChange {
    /// What was done.
    pub kind: ChangeKind,
    /// By whom, if the file says.
    pub by: Option<String>,
    /// When, if the file says; else empty.
    pub at: Stamp,
    /// The inserted words, in bytes of the article's text; for a deletion the place where they stood.
    pub span: Span,
    /// The words that were put in or taken out.
    pub text: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}
