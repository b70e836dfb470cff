//! Two drafts as a word diff by block: only the lines that differ, each whole.

use super::hunks;
use crate::text::{CodePoints, Span};

use crate::text::word_diff::{Op, Run, sentence_runs};

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
            Some((held, before)) if now.start <= held.end => {
                *held = Span::new(held.start, now.end.max(held.end));
                *before = Span::new(before.start, was.end.max(before.end));
            }
            _ => found.push((now, was)),
        }
    }
    found
        .into_iter()
        .map(|(now, was)| BlockDiff { span: now, runs: trimmed(sentence_runs(was.of(earlier), now.of(later))) })
        .collect()
}

/// `span` widened to whole lines.
fn lines(text: &str, span: Span) -> Span {
    let start = text.get(..span.start).and_then(|head| head.rfind('\n')).map_or(0, |at| at + 1);
    let end = text.get(span.end..).and_then(|tail| tail.find('\n')).map_or(text.len(), |at| span.end + at);
    Span::new(start, end)
}

/// `runs` without line breaks at either end.
fn trimmed(mut runs: Vec<Run>) -> Vec<Run> {
    if let Some(first) = runs.first_mut() {
        first.text = first.text.trim_start_matches('\n').to_owned();
    }
    if let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end_matches('\n').len());
    }
    runs.retain(|run| run.op != Op::Equal || !run.text.is_empty());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

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
