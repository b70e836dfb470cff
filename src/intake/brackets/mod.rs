//! Notes that a writer set into the text itself: in brackets behind the words, or as marks there with a list at the end.

mod entry;
mod inline;
mod listed;
mod reads;

use super::draft::ArticleDraft;

/// Takes such notes out of a draft's text and lays them on their words; true when there were any.
pub(super) fn lift(draft: &mut ArticleDraft<'_>) -> bool {
    // Exports have footnotes in figures and comments in letters, a list behind a list.
    let listed = (0..LISTS).take_while(|_| listed::lift(draft)).count() > 0;
    inline::lift(draft) || listed
}

/// Lists of notes at the end of a text, at most.
const LISTS: usize = 3;

/// True for a line that may be an entry in a list of notes.
pub(super) fn is_entry(line: &str) -> bool {
    entry::entry(line).is_some()
}
