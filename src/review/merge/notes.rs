//! Notes of readers who were not shown each other's: each stands in the claim's note as paragraphs of its own, under a name.

use super::super::{Entry, Swap};

/// Between two notes.
const BETWEEN: &str = "\n\n";

/// The note `now` with what `entry` leads from one text to another, under its maker's name; `None` where the first is not there.
pub(super) fn joined(now: &str, swap: &Swap<&str>, entry: &Entry) -> Option<String> {
    let own = |text: &str| format!("{}: {text}", entry.by);
    let (before, after) = (swap.before, swap.after);
    if before.is_empty() {
        let held = after.is_empty() || [own(after).as_str(), after].into_iter().any(|text| place(now, text).is_some());
        return Some(if held { now.to_owned() } else { format!("{now}{BETWEEN}{}", own(after)) });
    }
    let (at, len) =
        [own(before).as_str(), before].into_iter().find_map(|text| Some((place(now, text)?, text.len())))?;
    let (head, tail) = (now.get(..at)?.trim_end(), now.get(at + len..)?.trim_start());
    let after = if after.is_empty() { String::new() } else { own(after) };
    Some([head, &after, tail].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(BETWEEN))
}

/// The note `first` with what `by`, who was not shown it, wrote.
pub(super) fn behind(first: &str, by: &str, text: &str) -> String {
    if first.is_empty() || text.is_empty() { format!("{first}{text}") } else { format!("{first}{BETWEEN}{by}: {text}") }
}

/// The note `now` with its beginning led from one text to another, where what a reader who was not shown it wrote stands behind;
/// `None` where that is not so.
pub(super) fn led(now: &str, before: &str, after: &str) -> Option<String> {
    let rest = now.strip_prefix(before).filter(|_| !before.is_empty())?.strip_prefix(BETWEEN)?;
    let (by, _) = rest.split_once(": ")?;
    let theirs = !by.contains('\n') && !after.starts_with(now);
    theirs.then(|| if after.is_empty() { rest.to_owned() } else { format!("{after}{BETWEEN}{rest}") })
}

/// The note `now` without what `by` added to it under their name.
pub(super) fn without(now: &str, by: &str) -> String {
    let lead = format!("{by}: ");
    let Some(at) = now.match_indices(&lead).map(|(at, _)| at).find(|at| is_start(now, *at)) else {
        return now.to_owned();
    };
    now.get(..at).unwrap_or(now).trim_end().to_owned()
}

/// Where `text` stands in `now` as paragraphs of its own.
fn place(now: &str, text: &str) -> Option<usize> {
    let ends = |at: usize| now.get(at..).is_some_and(|rest| rest.is_empty() || rest.starts_with(BETWEEN));
    now.match_indices(text).map(|(at, _)| at).find(|at| is_start(now, *at) && ends(at + text.len()))
}

fn is_start(now: &str, at: usize) -> bool {
    now.get(..at).is_some_and(|head| head.is_empty() || head.ends_with(BETWEEN))
}
