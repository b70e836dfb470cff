//! Takes words out of a draft's pieces and moves what stands on the others: notes, tracked changes, where the words came from.

use std::borrow::Cow;
use std::ops::Range;

use super::draft::{ArticleDraft, PieceTrace};
use crate::review::ChangeKind;
use crate::text::{SourceStretch, Span};

/// Takes `cuts`, in bytes of the piece, in order and apart from each other, out of it.
pub(super) fn cut(draft: &mut ArticleDraft<'_>, piece: usize, cuts: &[Range<usize>]) {
    let Some(whole) = draft.pieces.get_mut(piece) else { return };
    if cuts.is_empty() {
        return;
    }
    let kept = kept(whole.text.len(), cuts);
    let text: String = kept.iter().filter_map(|part| whole.text.get(part.clone())).collect();
    for aside in draft.asides.iter_mut().filter(|aside| aside.piece == piece) {
        aside.within = moved(aside.within.start, cuts)..moved(aside.within.end, cuts);
    }
    for change in draft.changes.iter_mut().filter(|change| change.piece == piece) {
        change.within = moved(change.within.start, cuts)..moved(change.within.end, cuts);
        if change.kind == ChangeKind::Inserted {
            text.get(change.within.clone()).unwrap_or_default().clone_into(&mut change.text);
        }
    }
    draft.changes.retain(|change| !change.text.is_empty());
    let traces = std::mem::take(&mut draft.traces);
    for trace in traces {
        if trace.piece != piece {
            draft.traces.push(trace);
            continue;
        }
        let parts = kept.iter().filter_map(|part| trace.stretch.within(Span::new(part.start, part.end)));
        let mut last = None;
        for part in parts {
            let span = Span::new(moved(part.text.start, cuts), moved(part.text.end, cuts));
            // What can't be cut stands for all of its source, and once.
            if span.start < span.end && (part.verbatim || last != Some(part.source)) {
                draft.traces.push(PieceTrace { piece, stretch: SourceStretch { text: span, ..part } });
            }
            last = Some(part.source);
        }
    }
    whole.text = Cow::Owned(text);
}

/// What lies between the cuts.
fn kept(length: usize, cuts: &[Range<usize>]) -> Vec<Range<usize>> {
    let from = std::iter::once(0).chain(cuts.iter().map(|cut| cut.end));
    let to = cuts.iter().map(|cut| cut.start).chain([length]);
    from.zip(to).map(|(from, to)| from..to).filter(|part| !part.is_empty()).collect()
}

/// Where byte `at` stands once the cuts are made.
pub(super) fn moved(at: usize, cuts: &[Range<usize>]) -> usize {
    let before = cuts.iter().filter(|cut| cut.start < at);
    at - before.map(|cut| at.min(cut.end) - cut.start).sum::<usize>()
}

/// Takes out pieces that have no words left; what was said of them is said of the end of the piece before.
pub(super) fn drop_empty(draft: &mut ArticleDraft<'_>) {
    let mut places = Vec::with_capacity(draft.pieces.len());
    let (mut kept, mut end) = (0_usize, 0_usize);
    for piece in &draft.pieces {
        let empty = piece.text.is_empty();
        places.push(if empty { (kept.saturating_sub(1), Some(end)) } else { (kept, None) });
        if !empty {
            kept += 1;
            end = piece.text.len();
        }
    }
    if kept == draft.pieces.len() {
        return;
    }
    draft.pieces.retain(|piece| !piece.text.is_empty());
    let place = |piece: &mut usize, within: &mut Range<usize>| {
        if let Some((to, end)) = places.get(*piece) {
            *piece = *to;
            if let Some(end) = end {
                *within = *end..*end;
            }
        }
    };
    draft.asides.iter_mut().for_each(|aside| place(&mut aside.piece, &mut aside.within));
    draft.changes.iter_mut().for_each(|change| place(&mut change.piece, &mut change.within));
    draft.traces.retain(|trace| places.get(trace.piece).is_some_and(|(_, end)| end.is_none()));
    for trace in &mut draft.traces {
        if let Some((to, _)) = places.get(trace.piece) {
            trace.piece = *to;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, drop_empty};
    use crate::intake::draft::{ArticleDraft, DraftPiece, PieceTrace};
    use crate::review::BlockKind;
    use crate::text::{SourceStretch, Span};

    #[test]
    fn what_stays_is_still_traced_to_its_source() {
        let piece = |text: &'static str| DraftPiece::new(BlockKind::Paragraph, text);
        let mut draft =
            ArticleDraft { pieces: vec![piece("ab [x], [y] cd"), piece("[y] [z]"), piece("ef")], ..Default::default() };
        let verbatim = |piece, length, source| PieceTrace {
            piece,
            stretch: SourceStretch {
                text: Span::new(0, length),
                source: Span::new(source, source + length),
                verbatim: true,
            },
        };
        draft.traces = vec![verbatim(0, 14, 100), verbatim(1, 7, 200), verbatim(2, 2, 300)];
        cut(&mut draft, 0, &[2..6, 7..11]);
        cut(&mut draft, 1, &[0..3, 3..7]);
        drop_empty(&mut draft);
        assert_eq!(draft.pieces.iter().map(|piece| piece.text.as_ref()).collect::<Vec<_>>(), ["ab, cd", "ef"]);
        let traced: Vec<_> =
            draft.traces.iter().map(|one| (one.piece, one.stretch.text.start, one.stretch.source.start)).collect();
        assert_eq!(traced, [(0, 0, 100), (0, 2, 106), (0, 3, 111), (1, 0, 300)]);
    }
}
