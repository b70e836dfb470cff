//! Notes in a list at the end: `[1]` behind words and `[1] Minutes, p. 4` below, as mails, text exports and many writers have them.

use std::borrow::Cow;
use std::ops::Range;

use super::entry::{LabelStyle, NoteEntry, NoteMark, entry, is_letters, marks, order, unlabelled};
use super::reads::{Reads, reads};
use crate::intake::cut::{cut, drop_empty, moved};
use crate::intake::draft::{ArticleDraft, Aside, DraftPiece};
use crate::review::{AnnotationKind, BlockKind};

/// Lines that may go on in an entry.
const GOES_ON: usize = 3;
/// Lines behind the last entry of comments, which end an export.
const TAIL: usize = 6;
/// Words of a list's heading at most.
const HEADING: usize = 6;

/// Bytes of what a list is called, with marks around it, at most.
const LONGEST: usize = 48;

/// What lists of notes are called, in lower case.
const HEADINGS: &[&str] = &[
    "sources",
    "source list",
    "list of sources",
    "notes",
    "footnotes",
    "endnotes",
    "end notes",
    "references",
    "annotations",
    "comments",
    "for the fact-checker",
    "for the fact checker",
    "for the checker",
    "for fact-checkers",
    "for fact-checking",
    "fact-check notes",
    "quellen",
    "quellenangaben",
    "fußnoten",
    "anmerkungen",
    "belege",
    "nachweise",
    "källor",
    "noter",
    "fotnoter",
    "kilder",
    "bronnen",
    "noten",
    "voetnoten",
    "notes et sources",
    "références",
    "fuentes",
    "notas",
    "referencias",
    "fonti",
    "note",
    "fontes",
    "referências",
];

/// A list of notes: its pieces and what they say.
#[derive(Debug)]
struct NoteList {
    /// The piece over it that is its heading or a rule.
    head: Option<usize>,
    /// Its first piece.
    first: usize,
    /// What each entry says, with the pieces that it takes.
    entries: Vec<(NoteEntry, Range<usize>)>,
}

/// Takes the notes of a list at a draft's end, whose marks stand in its text, out of both and lays them on their words; true when there
/// were any.
pub(super) fn lift(draft: &mut ArticleDraft<'_>) -> bool {
    part(draft);
    let Some((list, style)) = labelled(draft).or_else(|| under_heading(draft)) else { return unmarked(draft) };
    let mut used = vec![false; list.entries.len()];
    for piece in 0..list.head.unwrap_or(list.first) {
        let Some(text) = draft.pieces.get(piece).map(|piece| piece.text.as_ref()) else { break };
        let known = |mark: &NoteMark| mark.labels.iter().all(|label| list.index(label).is_some());
        let found: Vec<NoteMark> = marks(text, style).into_iter().filter(known).collect();
        let cuts: Vec<Range<usize>> = found.iter().map(|mark| mark.start..mark.end).collect();
        cut(draft, piece, &cuts);
        for mark in found {
            let at = moved(mark.start, &cuts);
            for index in mark.labels.iter().filter_map(|label| list.index(label)) {
                list.lay(draft, index, piece, at);
                if let Some(used) = used.get_mut(index) {
                    *used = true;
                }
            }
        }
    }
    list.put_away(draft, &used);
    true
}

/// Parts a piece that is several entries, one behind another on one line, as Markdown joins them.
fn part(draft: &mut ArticleDraft<'_>) {
    let Some(at) = draft.pieces.iter().rposition(|piece| piece.kind != BlockKind::Furniture) else { return };
    let Some(piece) = draft.pieces.get(at) else { return };
    // Where a remark has its place in the text, parting would move it.
    if draft.asides.iter().any(|aside| aside.piece >= at) || !draft.changes.is_empty() || !draft.traces.is_empty() {
        return;
    }
    let Some(first) = entry(&piece.text).filter(|first| first.style == LabelStyle::Square) else { return };
    let Ok(mut number) = first.label.parse::<usize>() else { return };
    let (mut parts, mut rest) = (Vec::new(), piece.text.as_ref());
    while let Some((before, after)) =
        rest.find(&format!(" [{}]", number + 1)).and_then(|cut| rest.split_at_checked(cut))
    {
        parts.push(before.to_owned());
        (rest, number) = (after.trim_start(), number + 1);
    }
    parts.push(rest.to_owned());
    if parts.len() > 1 {
        let kind = piece.kind.clone();
        let parts = parts.into_iter().map(|text| DraftPiece::new(kind.clone(), text));
        draft.pieces.splice(at..=at, parts);
    }
}

/// True for a line that only parts the text from its notes.
fn is_rule(text: &str) -> bool {
    text.len() >= 3 && text.bytes().all(|byte| matches!(byte, b'_' | b'-' | b'*'))
}

/// True for what lists of notes are called.
fn is_named(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let bare = text.trim_matches([':', '.', ' ', '*', '#', '-', '–', '—', '(', ')']).to_lowercase();
    HEADINGS.contains(&bare.as_str())
}

/// True for what may stand over a list whose entries have labels.
fn is_heading(text: &str) -> bool {
    is_named(text) || (text.ends_with(':') && text.split(' ').count() <= HEADING)
}

/// The heading or rule over the piece `first`.
fn head(draft: &ArticleDraft<'_>, first: usize) -> Option<usize> {
    let at = |back: usize| first.checked_sub(back).and_then(|at| draft.pieces.get(at));
    let rule = at(1).is_some_and(|piece| is_rule(&piece.text));
    let back = 1 + usize::from(rule);
    let headed = at(back).is_some_and(|piece| is_heading(&piece.text)) && first > back;
    if headed { first.checked_sub(back) } else { rule.then(|| first - 1) }
}

/// Behind the last piece that can be one of a list: before a signature, and before what is quoted.
fn end(draft: &ArticleDraft<'_>) -> usize {
    let last = draft.pieces.iter().rposition(|piece| {
        let quoted = piece.kind == BlockKind::Furniture && entry(&piece.text).is_none();
        !quoted && !is_rule(&piece.text)
    });
    last.map_or(0, |last| last + 1)
}

/// The list whose entries begin with labels, and how the marks that lead to it are written.
fn labelled(draft: &ArticleDraft<'_>) -> Option<(NoteList, LabelStyle)> {
    let end = end(draft);
    let found = |index: usize| draft.pieces.get(index).and_then(|piece| entry(&piece.text));
    let last = (0..end).rev().find(|index| found(*index).is_some())?;
    let mut entry = found(last)?;
    let tail = end - last - 1;
    // What stands behind the last line of comments goes on in it; behind a list of another kind the text goes on.
    let comments = is_letters(&entry.label);
    if comments && tail > TAIL {
        return None;
    }
    let mut entries = Vec::new();
    let (mut first, mut to) = (last, if comments { end } else { last + 1 });
    loop {
        let (style, letters) = (entry.style, is_letters(&entry.label));
        let label = entry.label.clone();
        entries.push((entry, first..to));
        to = first;
        let fits = |other: &NoteEntry| {
            other.style == style && is_letters(&other.label) == letters && order(&other.label) < order(&label)
        };
        let before = (first.saturating_sub(GOES_ON + 1)..first).rev().find_map(|at| Some((at, found(at)?)));
        match before.filter(|(_, other)| fits(other)) {
            Some((at, other)) => (first, entry) = (at, other),
            None => break,
        }
    }
    entries.reverse();
    let list = NoteList { head: head(draft, first), first, entries };
    let own = list.entries.first().map(|(entry, _)| entry.style)?;
    let style = list.marked_in(draft)?;
    // "1." and "(1)" number many lists; a lone one under no heading is no note.
    let sure = own == LabelStyle::Square || list.entries.len() > 1 || list.head.is_some();
    // A list that the text goes on behind is one of notes where it is called so, or a mark leads to each of its entries.
    let named = || list.head.and_then(|head| draft.pieces.get(head)).is_some_and(|piece| is_named(&piece.text));
    let marked = || list.entries.len() > 1 && list.named_in(draft, style).len() == list.entries.len();
    (sure && (comments || tail == 0 || named() || marked())).then_some((list, style))
}

/// The list under a heading, or of a document's items, whose entries have no labels: there are as many as marks.
fn under_heading(draft: &ArticleDraft<'_>) -> Option<(NoteList, LabelStyle)> {
    let end = end(draft);
    let named = (0..end).rev().find(|at| draft.pieces.get(*at).is_some_and(|piece| is_named(&piece.text)));
    let items =
        (0..end).rev().take_while(|at| draft.pieces.get(*at).is_some_and(|piece| piece.kind == BlockKind::ListItem));
    let first = named.map(|at| at + 1).or_else(|| items.last())?;
    let said = draft.pieces.get(first..end).unwrap_or_default();
    let entries: Vec<(NoteEntry, Range<usize>)> = (1..)
        .zip(said.iter().zip(first..))
        .map(|(number, (piece, at))| (unlabelled(&piece.text, number), at..at + 1))
        .collect();
    let list = NoteList { head: head(draft, first), first, entries };
    let style = list.marked_in(draft).filter(|style| *style != LabelStyle::Round)?;
    let all = list.named_in(draft, style).len();
    let wanted = if named.is_some() { 1 } else { 2 };
    (all == list.entries.len() && all >= wanted).then_some((list, style))
}

/// Takes a list under its heading out of the text whose entries no mark leads to, and keeps it as notes on the heading; true when there
/// was one. Half of the entries at least read like notes: other lists are the text's own.
fn unmarked(draft: &mut ArticleDraft<'_>) -> bool {
    let end = end(draft);
    let piece = |at: usize| draft.pieces.get(at);
    let Some(head) = (1..end).rev().find(|at| piece(*at).is_some_and(|piece| is_named(&piece.text))) else {
        return false;
    };
    let said = draft.pieces.get(head + 1..end).unwrap_or_default();
    let told = |piece: &DraftPiece<'_>| entry(&piece.text).unwrap_or_else(|| unlabelled(&piece.text, 0));
    let is_entry = |piece: &DraftPiece<'_>| {
        let listed = piece.kind == BlockKind::ListItem || entry(&piece.text).is_some();
        listed || reads(&told(piece).says) >= Reads::Yes
    };
    let notes = said.iter().filter(|piece| reads(&told(piece).says) >= Reads::Yes).count();
    if notes * 2 < said.len() || notes == 0 || !said.iter().all(is_entry) {
        return false;
    }
    let entries = said.iter().zip(head + 1..).map(|(piece, at)| (told(piece), at..at + 1)).collect();
    let list = NoteList { head: Some(head), first: head + 1, entries };
    let at = draft.pieces.get(head).map_or(0, |piece| piece.text.len());
    for index in 0..list.entries.len() {
        list.lay(draft, index, head, at);
    }
    list.put_away(draft, &vec![true; list.entries.len()]);
    true
}

impl NoteList {
    fn index(&self, label: &str) -> Option<usize> {
        self.entries.iter().position(|(entry, _)| entry.label == label)
    }

    /// The entries that marks of a style lead to, each once.
    fn named_in(&self, draft: &ArticleDraft<'_>, style: LabelStyle) -> Vec<usize> {
        let text = draft.pieces.get(..self.head.unwrap_or(self.first)).unwrap_or_default();
        let found = text.iter().flat_map(|piece| marks(&piece.text, style)).flat_map(|mark| mark.labels);
        let mut named: Vec<usize> = found.filter_map(|label| self.index(&label)).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    /// How the marks are written: in the first style of which enough lead to an entry. A raised figure or one in round brackets may be
    /// another thing, so of these most entries must be marked.
    fn marked_in(&self, draft: &ArticleDraft<'_>) -> Option<LabelStyle> {
        let all = self.entries.len();
        let enough = |style: &LabelStyle| {
            let named = self.named_in(draft, *style).len();
            let own = self.entries.iter().any(|(entry, _)| entry.style == *style);
            named > 0 && if *style == LabelStyle::Square && own { true } else { named * 3 >= all * 2 }
        };
        [LabelStyle::Square, LabelStyle::Raised, LabelStyle::Round].into_iter().find(enough)
    }

    /// Lays an entry on the words before a place.
    fn lay(&self, draft: &mut ArticleDraft<'_>, index: usize, piece: usize, at: usize) {
        let Some((entry, pieces)) = self.entries.get(index) else { return };
        let mut says = entry.says.clone();
        for line in draft.pieces.get(pieces.start + 1..pieces.end).unwrap_or_default() {
            says.push('\n');
            says.push_str(&line.text);
        }
        // Where a note's own words link to is its source.
        for link in draft.asides.iter().filter(|aside| pieces.contains(&aside.piece)) {
            if !says.contains(&link.text) {
                says.push(' ');
                says.push_str(&link.text);
            }
        }
        let kind = if is_letters(&entry.label) { AnnotationKind::Comment } else { AnnotationKind::Footnote };
        draft.asides.push(Aside { kind, piece, within: at..at, text: says, by: None, at: None });
    }

    /// Takes the entries out of the text. One that nothing points to stays to be seen, and is no text of the article.
    fn put_away(&self, draft: &mut ArticleDraft<'_>, used: &[bool]) {
        for ((_, pieces), used) in self.entries.iter().zip(used) {
            for piece in draft.pieces.get_mut(pieces.clone()).unwrap_or_default() {
                if *used {
                    piece.text = Cow::Borrowed("");
                } else {
                    piece.kind = BlockKind::Furniture;
                }
            }
            if *used {
                draft.asides.retain(|aside| !pieces.contains(&aside.piece));
                draft.traces.retain(|trace| !pieces.contains(&trace.piece));
            }
        }
        for piece in draft.pieces.get_mut(self.head.unwrap_or(self.first)..self.first).unwrap_or_default() {
            if is_rule(&piece.text) {
                piece.text = Cow::Borrowed("");
            } else {
                piece.kind = BlockKind::Furniture;
            }
        }
        drop_empty(draft);
    }
}
