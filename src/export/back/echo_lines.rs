//! Lines of a card of ours in which somebody wrote: what they were before, and what was put in.

use serde_json::{Value, json};

use super::alike::{flattened, short, squeezed};
use super::meet::Meeting;
use crate::review::{CorrectionStatus, Query, Stance};

/// What a line is called: what stands before its colon, with it.
pub(super) fn name(line: &str) -> &str {
    line.find(':').and_then(|at| line.get(..=at)).unwrap_or_default()
}

/// The words of a line behind what it is called.
pub(super) fn words_of(line: &str) -> &str {
    line.get(name(line).len()..).unwrap_or_default().trim()
}

/// The words that `now` has in one place and `was` has not, where nothing else differs, and whether they stand at the end.
pub(super) fn put_in<'l>(was: &str, now: &'l str) -> Option<(&'l str, bool)> {
    let same = was.char_indices().zip(now.chars()).take_while(|((_, one), other)| one == other);
    let begins = same.last().map_or(0, |((at, one), _)| at + one.len_utf8());
    let (rest, own) = (was.get(begins..)?, now.get(begins..)?);
    let said = own.strip_suffix(rest)?.trim().trim_start_matches([':', '–', '—', '-', '→']).trim();
    (!said.is_empty()).then_some((said, rest.is_empty()))
}

/// The id of the query that a line with `words` asks: that whose question stands there, as far as the line goes; the longest of several.
pub(super) fn asked(meeting: &Meeting<'_>, words: &str) -> Option<String> {
    let line = squeezed(words);
    let first = |query: &Query| {
        let lines = query.question.lines().map(squeezed);
        lines.filter(|one| !one.is_empty()).find(|one| line.contains(one)).map(|one| one.len())
    };
    let whole = |query: &Query| line.contains(&squeezed(&query.question));
    let queries = meeting.now.record.queries.iter().filter(|query| !query.question.trim().is_empty());
    let found = queries.filter_map(|query| Some(((whole(query), first(query)?), query)));
    found.max_by_key(|(rank, _)| *rank).map(|(_, query)| query.id.clone())
}

/// Says of a correction that stands here that somebody wrote another state behind it.
pub(super) fn corrected(meeting: &mut Meeting<'_>, words: &str, status: &CorrectionStatus) {
    let is_of = |text: &str| flattened(text) == flattened(words);
    let stood = meeting.states().iter().flat_map(|state| &state.record.corrections);
    if stood.into_iter().any(|one| is_of(&one.text) && one.status == *status) {
        return;
    }
    if let Some(ours) = meeting.now.record.corrections.iter().find(|one| is_of(&one.text)) {
        let why = format!("the correction {} is {status} there and {} here", short(words), ours.status);
        meeting.kept.push(why);
    }
}

/// The speaker in `the mayor (denies, via a spokesman)`, as the session file has it; `None` where it does not say how they stand to it.
pub(super) fn spoken(words: &str) -> Option<Value> {
    let (name, inside) = words.trim().strip_suffix(')')?.rsplit_once(" (")?;
    let (stance, via) = inside.split_once(", via ").map_or((inside, None), |(stance, via)| (stance, Some(via)));
    let stance = Stance::WORDS.iter().find(|word| word.eq_ignore_ascii_case(stance.trim()))?;
    let mut speaker = json!({ "name": name.trim(), "stance": stance });
    if let (Some(via), Some(members)) = (via, speaker.as_object_mut()) {
        members.insert("via".to_owned(), via.trim().into());
    }
    Some(speaker)
}
