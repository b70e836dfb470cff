//! Places in a draft that are taken, to be asked what meets them.

use super::Span;

/// Places that claims have.
pub(super) struct OccupiedSpans {
    /// In order.
    spans: Vec<Span>,
    /// How far each and those before it reach.
    reach: Vec<usize>,
}

impl OccupiedSpans {
    /// These and `others`.
    pub(super) fn and(self, others: &[Span]) -> Self {
        Self::of(self.spans.into_iter().chain(others.iter().copied()).collect())
    }

    pub(super) fn of(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        let reach = spans.iter().scan(0, |reach, span| {
            *reach = span.end.max(*reach);
            Some(*reach)
        });
        Self { reach: reach.collect(), spans }
    }

    /// True when one of them overlaps `span`.
    pub(super) fn meets(&self, span: Span) -> bool {
        let before = self.spans.partition_point(|held| held.start < span.end);
        before.checked_sub(1).and_then(|at| self.reach.get(at)).is_some_and(|end| *end > span.start)
    }
}
