//! Two drafts as a word diff by block: only the lines that differ, each whole.

use super::hunks;
use crate::text::{CodePoints, Span};

use crate::text::sentence_runs;
use crate::text::word_diff::Run;

/// Lines of both drafts that answer to each other and differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockDiff {
    /// Where they stand in the later draft, in bytes.
    pub span: Span,
    /// What stays, goes and comes.
    pub runs: Vec<Run>,
}

/// The blocks that differ between two texts, in order.
pub fn blocks(earlier: &str, later: &str) -> Vec<BlockDiff> {
    let points = CodePoints::new(later);
    let byte = |at| points.to_byte(later, at).unwrap_or(later.len());
    let mut found: Vec<(Span, Span)> = Vec::new();
    // Where the text behind the last hunk stands in the earlier draft: its places are the later's, moved by what came and went.
    let (mut ours, mut theirs) = (0_usize, 0_usize);
    for hunk in hunks(earlier, later) {
        let (start, end) = (byte(hunk.start), byte(hunk.end));
        let began = theirs + start.saturating_sub(ours);
        let now = lines(later, Span::new(start, end));
        let was = Span::new(
            began.saturating_sub(start - now.start),
            (began + hunk.was.len() + (now.end - end)).min(earlier.len()),
        );
        (ours, theirs) = (end, began + hunk.was.len());
        match found.last_mut() {
            // Of several in one line the last knows where that ends in the earlier draft, the first where it begins.
            Some((held, before)) if now.start <= held.end => {
                (held.end, before.end) = (now.end, was.end);
            }
            _ => found.push((now, was)),
        }
    }
    let found = found.into_iter().map(|(now, was)| (trimmed(later, now), trimmed(earlier, was).of(earlier)));
    let differing = found.filter(|(now, was)| now.of(later) != *was);
    let differing: Vec<(Span, &str)> = differing.collect();
    let pairs: Vec<(&str, &str)> = differing.iter().map(|(now, was)| (*was, now.of(later))).collect();
    let spans = differing.iter().map(|(now, _)| *now);
    spans.zip(sentence_runs(&pairs)).map(|(span, runs)| BlockDiff { span, runs }).collect()
}

/// `span` widened to whole lines.
fn lines(text: &str, span: Span) -> Span {
    let start = text.get(..span.start).and_then(|head| head.rfind('\n')).map_or(0, |at| at + 1);
    let end = text.get(span.end..).and_then(|tail| tail.find('\n')).map_or(text.len(), |at| span.end + at);
    Span::new(start, end)
}

/// `span` without line breaks at either end.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + words.len() - words.trim_start_matches('\n').len();
    Span::new(start, (span.start + words.trim_end_matches('\n').len()).max(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::word_diff::Op;
    use proptest::prelude::*;

    /// The side of `block` that has not what `op` does.
    fn side(block: &BlockDiff, op: Op) -> String {
        block.runs.iter().filter(|run| run.op != op).map(|run| run.text.as_str()).collect()
    }

    fn lines_of(text: &str) -> Vec<&str> {
        text.split('\n').filter(|line| !line.is_empty()).collect()
    }

    #[test]
    fn a_line_with_several_changes_ends_where_it_ends_in_either_draft() {
        let earlier = "It cost 18.4 crowns. Holt, a firm of old, paid.\n\n“We know,” she said.\n\nIt rained. It took 14 months.\n";
        let later = "It cost 18.9 crowns. Holt. The firm of old has been the one that paid.\n\n“We know,” she said.\n\nIt rained.\n";
        let found = blocks(earlier, later);
        let told: Vec<String> = found.iter().map(|block| side(block, Op::Insert)).collect();
        assert_eq!(told, ["It cost 18.4 crowns. Holt, a firm of old, paid.", "It rained. It took 14 months."]);
        assert_eq!(side(&found[1], Op::Delete), "It rained.");
    }

    proptest! {
        #[test]
        fn each_side_is_whole_lines_of_its_draft_and_the_rest_is_in_both(
            earlier in "([a-c]{1,2}[ .\n]{1,2}){0,14}", later in "([a-c]{1,2}[ .\n]{1,2}){0,14}",
        ) {
            let found = blocks(&earlier, &later);
            let mut rebuilt = later.clone();
            for block in found.iter().rev() {
                prop_assert_eq!(side(block, Op::Delete), block.span.of(&later));
                let was = side(block, Op::Insert);
                let all = lines_of(&earlier);
                prop_assert!(lines_of(&was).iter().all(|line| all.contains(line)), "{was:?} in {earlier:?}");
                rebuilt.replace_range(block.span.start..block.span.end, &was);
            }
            prop_assert_eq!(lines_of(&rebuilt), lines_of(&earlier));
        }
    }

    #[test]
    fn only_the_line_that_differs_is_told_and_whole() {
        let (earlier, later) = (
            "Ferry\n\nIt costs 4 crowns, and é is late.\n\nEnd.\n",
            "Ferry\n\nIt costs 5 crowns, and é is late.\n\nEnd.\n",
        );
        let found = blocks(earlier, later);
        assert_eq!(found.len(), 1);
        let told: Vec<_> = found[0].runs.iter().map(|run| (run.op, run.text.as_str())).collect();
        assert_eq!(
            told,
            [(Op::Equal, "It costs "), (Op::Delete, "4"), (Op::Insert, "5"), (Op::Equal, " crowns, and é is late."),]
        );
        assert!(blocks(later, later).is_empty());
    }
}
