//! What stands about each line of a page: the sums of what was seen of its lines, asked for windows before and after one.

use std::ops::Range;

/// Lines before and after one that are summed up, nearest first.
pub(super) const WIDTHS: [usize; 6] = [1, 2, 4, 8, 16, 32];

/// A count as a figure.
#[expect(clippy::cast_precision_loss, reason = "lines and words of a page are few")]
pub(super) const fn figure(count: usize) -> f64 {
    count as f64
}

/// The logarithm of a figure of lines up to 60, beyond which a distance is just far.
pub(super) fn far(lines: usize) -> f64 {
    figure(lines.clamp(1, 60)).ln()
}

/// One figure a line, with the sums of all before each.
#[derive(Debug)]
pub(super) struct FigureColumn {
    /// One sum more than there are lines; the first is 0.
    sums: Vec<f64>,
}

impl FigureColumn {
    pub(super) fn new(figures: impl Iterator<Item = f64>) -> Self {
        let mut sum = 0.0;
        let sums = figures.map(|figure| {
            sum += figure;
            sum
        });
        Self { sums: std::iter::once(0.0).chain(sums).collect() }
    }

    const fn lines(&self) -> usize {
        self.sums.len().saturating_sub(1)
    }

    /// The sum over lines, as far as they are there.
    pub(super) fn sum(&self, lines: Range<usize>) -> f64 {
        let up_to = |line: usize| self.sums.get(line.min(self.lines())).copied().unwrap_or(0.0);
        up_to(lines.end) - up_to(lines.start)
    }

    /// The sum over all lines, 1 at least.
    pub(super) fn whole(&self) -> f64 {
        self.sum(0..self.lines()).max(1.0)
    }

    /// The sum a line over the `width` lines before line `at`, and over as many after it; a line that is not there counts 0.
    pub(super) fn about(&self, at: usize, width: usize) -> [f64; 2] {
        let before = self.sum(at.saturating_sub(width)..at);
        let after = self.sum(at + 1..at + 1 + width);
        [before / figure(width), after / figure(width)]
    }

    /// The share of all that stands before line `at`, and after it.
    pub(super) fn shares(&self, at: usize) -> [f64; 2] {
        let whole = self.whole();
        [self.sum(0..at) / whole, self.sum(at + 1..self.lines()) / whole]
    }
}

/// Where a line stands in its run: neighbours that are all full paragraphs, or all none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LineRun {
    /// Lines of the run.
    pub(super) lines: usize,
    /// Lines of it before this one.
    pub(super) before: usize,
    /// Lines up to the full paragraph before, and after; `None` when there is none.
    pub(super) paragraphs: [Option<usize>; 2],
}

/// The place of every line in its run; `full` says which lines are full paragraphs.
pub(super) fn runs(full: &[bool]) -> Vec<LineRun> {
    let mut places = Vec::with_capacity(full.len());
    for run in full.chunk_by(|one, next| one == next) {
        places.extend((0..run.len()).map(|before| LineRun { lines: run.len(), before, ..LineRun::default() }));
    }
    let mut last = None;
    for (index, (place, full)) in places.iter_mut().zip(full).enumerate() {
        place.paragraphs = [last.map(|last| index - last), None];
        last = if *full { Some(index) } else { last };
    }
    let mut next: Option<usize> = None;
    for (index, (place, full)) in places.iter_mut().zip(full).enumerate().rev() {
        let [before, _] = place.paragraphs;
        place.paragraphs = [before, next.map(|next| next - index)];
        next = if *full { Some(index) } else { next };
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{FigureColumn, runs};

    #[test]
    fn windows_end_where_the_page_ends() {
        let column = FigureColumn::new([1.0, 2.0, 3.0, 4.0].into_iter());
        let told = |figures: [f64; 2]| figures.map(|figure| format!("{figure:.1}"));
        assert_eq!(told(column.about(1, 2)), ["0.5", "3.5"]);
        assert_eq!(told(column.about(3, 1)), ["3.0", "0.0"]);
        assert_eq!(told(column.shares(2)), ["0.3", "0.4"]);
    }

    #[test]
    fn a_line_knows_its_run_and_the_paragraphs_about_it() {
        let places = runs(&[false, true, false, false, true]);
        let seen: Vec<_> = places.iter().map(|place| (place.lines, place.before, place.paragraphs)).collect();
        let wanted = [
            (1, 0, [None, Some(1)]),
            (1, 0, [None, Some(3)]),
            (2, 0, [Some(1), Some(2)]),
            (2, 1, [Some(2), Some(1)]),
            (1, 0, [Some(3), None]),
        ];
        assert_eq!(seen, wanted);
    }
}
