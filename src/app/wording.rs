//! Two wordings of one claim with what differs marked, and without long words that both have.

use std::borrow::Cow;

use crate::review::Span;
use crate::text::word_diff::{self, Op};

/// Bytes that stay of words that both have, beside what differs, where not all of it can be shown.
const BESIDE: usize = 60;

/// Words with marks over those that differ, in bytes.
pub type Wording = (String, Vec<Span>);

/// The old words and the new ones, those that differ marked; where not all of it is `whole`, of long words that both have only what
/// stands beside a difference.
pub fn wordings(was: &str, now: &str, bracketed: bool, whole: bool) -> [Wording; 2] {
    let mut both = [(String::new(), Vec::new()), (String::new(), Vec::new())];
    let [old, new] = &mut both;
    let runs = word_diff::runs(was, now);
    let last = runs.len().saturating_sub(1);
    for (at, run) in runs.iter().enumerate() {
        let (open, close) = match run.op {
            Op::Delete => ("[-", "-]"),
            Op::Insert => ("{+", "+}"),
            Op::Equal => {
                let text = if whole { run.text.as_str().into() } else { shortened(&run.text, at == 0, at == last) };
                old.0.push_str(&text);
                new.0.push_str(&text);
                continue;
            }
        };
        let (text, marks) = if run.op == Op::Delete { &mut *old } else { &mut *new };
        let kept = run.text.trim_end();
        let start = text.len();
        if bracketed {
            text.extend([open, kept, close]);
        } else {
            text.push_str(kept);
        }
        marks.push(Span::new(start, text.len()));
        text.push_str(run.text.get(kept.len()..).unwrap_or_default());
    }
    both
}

/// The ends of `text` that lie beside a difference, with an ellipsis for the rest.
fn shortened(text: &str, first: bool, last: bool) -> Cow<'_, str> {
    let head = if first { 0 } else { BESIDE };
    let tail = if last { 0 } else { BESIDE };
    if text.len() <= head + tail + BESIDE {
        return Cow::Borrowed(text);
    }
    let blank = |part: &str| part.find(' ').unwrap_or_default();
    let end = text.get(..text.floor_char_boundary(head)).and_then(|part| part.rfind(' ')).unwrap_or_default();
    let from = text.ceil_char_boundary(text.len() - tail);
    let from = if last { text.len() } else { from + blank(text.get(from..).unwrap_or_default()) };
    let parts = [text.get(..end).unwrap_or_default(), " … ", text.get(from..).unwrap_or_default().trim_start()];
    let joined = parts.concat();
    Cow::Owned(if first { joined.trim_start().to_owned() } else { joined })
}
