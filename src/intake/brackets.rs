//! Notes in brackets: `[1]` behind words and `[1] Minutes, p. 4` at the end, as mails and text exports write them.

use std::borrow::Cow;

use super::draft::{ArticleDraft, Aside};
use super::notes::drop_empty;
use crate::review::{AnnotationKind, BlockKind};

/// Characters of a label.
const LONGEST_LABEL: usize = 3;

/// The label at the beginning of a note, and what the note says.
fn definition(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = text.strip_prefix('[')?.split_once(']')?;
    is_label(label).then_some((label, rest.trim()))
}

fn is_label(label: &str) -> bool {
    let short = !label.is_empty() && label.len() <= LONGEST_LABEL;
    short && (label.bytes().all(|byte| byte.is_ascii_digit()) || label.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// True for a line that only parts the text from its notes.
fn is_rule(text: &str) -> bool {
    text.len() >= 3 && text.bytes().all(|byte| byte == b'_' || byte == b'-')
}

/// The first and the last piece of the list of notes, which stands at the end, before a signature at most.
fn listed(draft: &ArticleDraft<'_>) -> Option<(usize, usize)> {
    let end = draft.pieces.iter().rposition(|piece| {
        let quoted = piece.kind == BlockKind::Furniture && definition(&piece.text).is_none();
        !quoted && !is_rule(&piece.text)
    })?;
    let is_note = |index: &usize| draft.pieces.get(*index).is_some_and(|piece| definition(&piece.text).is_some());
    let first = (0..=end).rev().take_while(is_note).last()?;
    Some((first, end))
}

/// Takes the notes at a draft's end, whose marks stand in its text, out of both and lays them on their words; true when there were any.
pub(super) fn lift(draft: &mut ArticleDraft<'static>) -> bool {
    let Some((first, end)) = listed(draft) else { return false };
    let notes: Vec<(String, String)> = (first..=end)
        .filter_map(|index| {
            definition(&draft.pieces.get(index)?.text).map(|(label, says)| (label.to_owned(), says.to_owned()))
        })
        .collect();
    let mut used = vec![false; notes.len()];
    for index in 0..first {
        let Some(piece) = draft.pieces.get(index) else { break };
        if !piece.text.contains('[') {
            continue;
        }
        let (text, marks) = unmarked(&piece.text, &notes);
        let before: Vec<(usize, usize)> = marks.iter().map(|mark| (mark.cut, mark.length)).collect();
        for aside in draft.asides.iter_mut().filter(|aside| aside.piece == index) {
            let moved = |at: usize| {
                at - before
                    .iter()
                    .filter(|(cut, _)| *cut < at)
                    .map(|(cut, length)| (at - cut).min(*length))
                    .sum::<usize>()
            };
            aside.within = moved(aside.within.start)..moved(aside.within.end);
        }
        for mark in marks {
            if let (Some((label, says)), Some(used)) = (notes.get(mark.note), used.get_mut(mark.note)) {
                *used = true;
                let lettered = label.starts_with(|c: char| c.is_ascii_lowercase());
                let kind = if lettered { AnnotationKind::Comment } else { AnnotationKind::Footnote };
                draft.asides.push(Aside {
                    kind,
                    piece: index,
                    within: mark.at..mark.at,
                    text: says.clone(),
                    by: None,
                    at: None,
                });
            }
        }
        if let Some(piece) = draft.pieces.get_mut(index) {
            piece.text = Cow::Owned(text);
        }
    }
    let any = used.contains(&true);
    // A list of sources that nothing in the text points to stays.
    for (piece, used) in draft.pieces.iter_mut().skip(first).zip(used) {
        if used {
            piece.text = Cow::Borrowed("");
        }
    }
    if let Some(rule) =
        first.checked_sub(1).and_then(|at| draft.pieces.get_mut(at)).filter(|piece| is_rule(&piece.text))
    {
        rule.text = Cow::Borrowed("");
    }
    drop_empty(draft);
    any
}

/// A mark that was taken out of a text.
struct BracketMark {
    /// The note's index.
    note: usize,
    /// Where it stood in the text without marks, in bytes.
    at: usize,
    /// Where it began in the text as it was.
    cut: usize,
    /// Its bytes.
    length: usize,
}

/// A text without the marks of `notes`, and where they stood.
fn unmarked(text: &str, notes: &[(String, String)]) -> (String, Vec<BracketMark>) {
    let (mut plain, mut marks) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text;
    let mut passed = 0;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        passed += before.len();
        let label = after.split_once(']').map(|(label, _)| label).filter(|label| is_label(label));
        let note = label.and_then(|label| notes.iter().position(|(own, _)| own == label));
        // A mark follows its word at once; a bracket after a blank is the author's.
        let follows = plain.chars().next_back().is_some_and(|c| !c.is_whitespace());
        match (label, note) {
            (Some(label), Some(note)) if follows => {
                let length = label.len() + 2;
                marks.push(BracketMark { note, at: plain.len(), cut: passed, length });
                passed += length;
                rest = after.get(label.len() + 1..).unwrap_or_default();
            }
            _ => {
                plain.push('[');
                passed += 1;
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    (plain, marks)
}
