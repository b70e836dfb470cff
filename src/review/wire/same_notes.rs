//! The annotations of a draft that does not stand: those that the draft it is told by has too are told as runs of its list.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use serde::{Deserialize, Serialize};

use super::super::redraft::{Hunk, Lanes};
use super::super::{Annotation, Article, Extra};
use super::article::{AnnotationShape, annotations};

/// Annotations that stand one behind the other in the list of another draft and are the same here, but for their places, which
/// follow from the hunks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotesRun {
    /// The id of the first.
    pub first: String,
    /// The id of the last.
    pub last: String,
    /// How many they are.
    pub count: usize,
    /// Which place the first has in the list of this draft's annotations, from 0.
    pub at: usize,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The annotations of `article` that are its own, and the runs that `against` has too; `hunks` lead from there to here.
pub(super) fn parted(article: &Article, against: &Article, hunks: &[Hunk]) -> (Vec<AnnotationShape>, Vec<NotesRun>) {
    let lanes = Lanes::of(against.text(), hunks);
    let there = against.annotations();
    let places: HashMap<&str, usize, RandomState> =
        there.iter().enumerate().map(|(at, note)| (note.id.as_str(), at)).collect();
    let (mut own, mut runs) = (Vec::new(), Vec::<NotesRun>::new());
    // Where the next of a run has to stand in the other list; both are in article order, so that it is nearly always the next.
    let mut next = 0;
    let mut open = false;
    for ((at, note), shape) in article.annotations().iter().enumerate().zip(annotations(article)) {
        let is_same = |held: &Annotation| moved(held, &lanes).is_some_and(|held| held == *note);
        let place = places.get(note.id.as_str()).copied().filter(|place| *place >= next);
        let Some(place) = place.filter(|place| there.get(*place).is_some_and(is_same)) else {
            own.push(shape);
            open = false;
            continue;
        };
        match runs.last_mut().filter(|_| open && place == next) {
            Some(run) => (run.last, run.count) = (shape.id, run.count + 1),
            None => {
                runs.push(NotesRun { first: shape.id.clone(), last: shape.id, count: 1, at, extra: Extra::default() });
            }
        }
        (next, open) = (place + 1, true);
    }
    (own, runs)
}

/// An annotation where its words stand in the other text.
fn moved(note: &Annotation, lanes: &Lanes) -> Option<Annotation> {
    Some(Annotation { span: lanes.span(note.span)?, ..note.clone() })
}

/// All annotations of a draft with this `text`, in order: its `own` and those of `against`.
///
/// # Errors
/// In words, when a run is not in the other draft's list, or its words are not in this one.
pub(super) fn together(
    text: &str,
    own: &[AnnotationShape],
    runs: &[NotesRun],
    (against, hunks): (Option<&Article>, &[Hunk]),
) -> Result<Vec<AnnotationShape>, String> {
    if runs.is_empty() {
        return Ok(own.to_vec());
    }
    let against = against.ok_or("the draft that has its annotations is missing")?;
    let lanes = Lanes::of(against.text(), hunks);
    let points = super::super::CodePoints::new(text);
    let mut own = own.iter().cloned();
    let mut all = Vec::new();
    for run in runs {
        while all.len() < run.at {
            all.push(
                own.next().ok_or_else(|| format!("there are fewer annotations before {} than it says", run.first))?,
            );
        }
        let from = against.annotations().iter().skip_while(|note| note.id != run.first).take(run.count);
        let before = all.len();
        for note in from {
            let note =
                moved(note, &lanes).ok_or_else(|| format!("the words of annotation {} are others here", note.id))?;
            let Annotation { id, kind, by, at, span, text: says, confidential, extra } = note;
            let (start, end) = (points.at_byte(text, span.start), points.at_byte(text, span.end));
            all.push(AnnotationShape { id, kind, by, at, start, end, text: says, confidential, extra });
        }
        if all.len() != before + run.count || all.last().is_some_and(|last| last.id != run.last) {
            return Err(format!(
                "annotations {} to {}, which it shares with another draft, are missing",
                run.first, run.last
            ));
        }
    }
    all.extend(own);
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::super::super::redraft::hunks;
    use super::super::super::{AnnotationKind, Span, Stamp};
    use super::*;
    use proptest::prelude::*;

    /// A text with a footnote behind each word that `noted` says, named by the word.
    fn article(words: &[u8], noted: impl Fn(u8) -> bool, says: &str) -> Article {
        let (mut text, mut notes) = (String::new(), Vec::new());
        for word in words {
            let start = text.len();
            text.extend(["word", &word.to_string()]);
            if noted(*word) && !notes.iter().any(|note: &Annotation| note.id == format!("w{word}")) {
                notes.push(Annotation {
                    id: format!("w{word}"),
                    kind: AnnotationKind::Footnote,
                    by: None,
                    at: Stamp::default(),
                    span: Span::new(start, text.len()),
                    text: format!("{says} {}", word % 7),
                    confidential: None,
                    extra: Extra::default(),
                });
            }
            text += if word % 5 == 0 { ".\n" } else { " " };
        }
        Article::new("T", text, Vec::new()).unwrap().annotated(notes, Vec::new())
    }

    #[test]
    fn what_both_drafts_say_is_told_once() {
        let words: Vec<u8> = (0..200).collect();
        let (earlier, later) =
            (article(&words, |_| true, "p."), article(words.get(3..).unwrap(), |word| word != 90, "p."));
        let way = hunks(earlier.text(), later.text());
        let (own, runs) = parted(&earlier, &later, &way);
        let told: Vec<(&str, &str, usize)> =
            runs.iter().map(|run| (run.first.as_str(), run.last.as_str(), run.count)).collect();
        assert_eq!(told, [("w3", "w89", 87), ("w91", "w199", 109)]);
        assert_eq!(own.len(), 4);
    }

    proptest! {
        #[test]
        fn all_annotations_come_back(ours in prop::collection::vec(0_u8..30, 0..40), theirs in prop::collection::vec(0_u8..30, 0..40), odd in 1_u8..6, other in any::<bool>()) {
            let earlier = article(&ours, |word| word % odd == 0, "p.");
            let later = article(&theirs, |word| word % 2 == 0, if other { "page" } else { "p." });
            let way = hunks(earlier.text(), later.text());
            let (own, runs) = parted(&earlier, &later, &way);
            let all = together(earlier.text(), &own, &runs, (Some(&later), &way)).unwrap();
            prop_assert_eq!(all, annotations(&earlier).collect::<Vec<_>>());
            prop_assert!(runs.is_empty() || together(earlier.text(), &own, &runs, (None, &way)).is_err());
        }
    }
}
