//! What stands unchanged between two drafts, and where it stands in each.

use super::Hunk;
use crate::text::{CodePoints, Span};

/// The stretches that two texts share, in order, each with its place in both, in bytes.
#[derive(Clone, Debug, Default)]
pub struct Lanes(Vec<(Span, usize)>);

impl Lanes {
    /// The stretches of `text` that `hunks`, which lead from it to another, leave alone.
    pub fn of(text: &str, hunks: &[Hunk]) -> Self {
        let points = CodePoints::new(text);
        let mut lanes = Vec::with_capacity(hunks.len() + 1);
        let (mut from, mut to) = (0, 0);
        for hunk in hunks {
            let start = points.to_byte(text, hunk.start).unwrap_or(text.len());
            if start > from {
                lanes.push((Span::new(from, start), to));
            }
            to += start.saturating_sub(from) + hunk.was.len();
            from = start + hunk.now.len();
        }
        lanes.push((Span::new(from, text.len().max(from)), to));
        Self(lanes)
    }

    /// Where `span` stands in the other text; `None` when some of it, or what holds it together, does not stand there.
    pub fn span(&self, span: Span) -> Option<Span> {
        let at = self.0.partition_point(|(lane, _)| lane.end < span.end);
        let (lane, to) = self.0.get(at)?;
        let start = to + span.start.checked_sub(lane.start)?;
        Some(Span::new(start, start + span.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::hunks;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_words_are_the_same_there(ours in "([a-cé]|a b|\n\n| ){0,40}", theirs in "([a-cé]|a b|\n\n| ){0,40}", a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
            let way = hunks(&theirs, &ours);
            let lanes = Lanes::of(&ours, &way);
            let cuts: Vec<usize> = ours.char_indices().map(|(at, _)| at).chain([ours.len()]).collect();
            let (a, b) = (*a.get(&cuts), *b.get(&cuts));
            let span = Span::new(a.min(b), a.max(b));
            if let Some(there) = lanes.span(span) {
                prop_assert_eq!(there.of(&theirs), span.of(&ours));
                let back = Lanes::of(&theirs, &super::super::inverted(&way));
                prop_assert_eq!(back.span(there).map(|back| back.of(&ours)), Some(span.of(&ours)));
                prop_assert!(span.is_empty() || back.span(there) == Some(span));
            }
        }
    }
}
