//! Where the bytes of a text came from in the text that it was read out of.

use super::span::Span;

/// Bytes of a text with the bytes that they were read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceStretch {
    /// In the text, in bytes.
    pub text: Span,
    /// Where they came from, in bytes of the source.
    pub source: Span,
    /// True when both are the same byte for byte; else all of the one stands for all of the other.
    pub verbatim: bool,
}

impl SourceStretch {
    /// The part of it that lies in `span`: cut where that can be done, else whole. `None` when nothing of it does.
    pub fn within(self, span: Span) -> Option<Self> {
        if !self.text.overlaps(span) {
            return None;
        }
        if !self.verbatim {
            return Some(self);
        }
        let (start, end) = (self.text.start.max(span.start), self.text.end.min(span.end));
        let shift = |at: usize| self.source.start + at - self.text.start;
        Some(Self { text: Span::new(start, end), source: Span::new(shift(start), shift(end)), verbatim: true })
    }

    /// Takes in the stretch that follows, if both can be told as one.
    pub fn join(&mut self, next: Self) -> bool {
        let meet = self.text.end == next.text.start && self.verbatim == next.verbatim;
        let joined =
            meet && if self.verbatim { self.source.end == next.source.start } else { self.source == next.source };
        if joined {
            self.text.end = next.text.end;
            self.source.end = next.source.end;
        }
        joined
    }
}

/// Where every byte of a text came from, as far as it came from anywhere: what a reader puts between words has no source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// In the order of the text.
    stretches: Vec<SourceStretch>,
}

impl SourceMap {
    /// The map of `stretches`, in whatever order.
    pub fn new(mut stretches: Vec<SourceStretch>) -> Self {
        stretches.sort_by_key(|stretch| stretch.text.start);
        Self { stretches }
    }

    /// Where the words of `span` came from, in the order of the text.
    pub fn of(&self, span: Span) -> impl Iterator<Item = SourceStretch> {
        let first = self.stretches.partition_point(|stretch| stretch.text.end <= span.start);
        let from = self.stretches.get(first..).unwrap_or_default().iter();
        from.take_while(move |stretch| stretch.text.start < span.end).filter_map(move |stretch| stretch.within(span))
    }
}

#[cfg(test)]
mod tests {
    use super::{SourceMap, SourceStretch, Span};

    #[test]
    fn a_span_is_cut_where_the_bytes_are_the_same_and_whole_where_not() {
        let one = SourceStretch { text: Span::new(0, 5), source: Span::new(10, 15), verbatim: true };
        let other = SourceStretch { text: Span::new(5, 6), source: Span::new(15, 20), verbatim: false };
        let map = SourceMap::new(vec![other, one]);
        let found: Vec<Span> = map.of(Span::new(3, 6)).map(|stretch| stretch.source).collect();
        assert_eq!(found, [Span::new(13, 15), Span::new(15, 20)]);
        assert_eq!(map.of(Span::new(6, 9)).count(), 0);
    }
}
