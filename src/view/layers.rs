//! The claims that lie over one row of the article, so that a row costs its own width however many they are.

use crate::review::{Claim, Span};

/// A claim in view, as the text shows it.
pub(super) struct ClaimMark<'a> {
    pub(super) claim: &'a Claim,
    /// Where the claim stands: every row asks every mark for it.
    pub(super) span: Span,
    pub(super) selected: bool,
}

impl ClaimMark<'_> {
    /// What decides whose style words have: the selected claim's, else the shortest one's, for it is the innermost.
    const fn rank(&self) -> (bool, usize) {
        (!self.selected, self.span.len())
    }
}

/// Claims over a row.
pub(super) struct Layers<'a> {
    /// The first in rank of those that lie over the whole row, and how many they are.
    whole: Option<&'a ClaimMark<'a>>,
    count: usize,
    /// Those that begin or end inside the row.
    edged: Vec<&'a ClaimMark<'a>>,
}

impl<'a> Layers<'a> {
    /// The claims of `marks`, which stand in article order, over the words at `row`.
    pub(super) fn over(row: Span, marks: &'a [ClaimMark<'a>]) -> Self {
        let mut layers = Self { whole: None, count: 0, edged: Vec::new() };
        let until_row = marks.iter().take_while(|mark| mark.span.start < row.end);
        for mark in until_row.filter(|mark| mark.span.overlaps(row)) {
            if mark.span.covers(row) {
                layers.count += 1;
                layers.whole = Some(layers.whole.filter(|first| first.rank() <= mark.rank()).unwrap_or(mark));
            } else {
                layers.edged.push(mark);
            }
        }
        layers
    }

    /// Where claims begin and end, in bytes of the article.
    pub(super) fn edges(&self) -> impl Iterator<Item = Span> {
        self.edged.iter().map(|mark| mark.span)
    }

    /// The claim that gives `piece` its style, and whether others lie there too; `piece` lies wholly inside or outside each.
    pub(super) fn top(&self, piece: Span) -> Option<(&'a ClaimMark<'a>, bool)> {
        let edged = || self.edged.iter().copied().filter(|mark| mark.span.covers(piece));
        let top = self.whole.into_iter().chain(edged()).min_by_key(|mark| mark.rank())?;
        Some((top, self.count + edged().take(2).count() > 1))
    }
}
