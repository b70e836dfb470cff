//! Verdicts that stand in an item of ours, each perhaps in several places: which of them was put there, and whose it is.

use super::meet::Meeting;
use super::voice::Voice;
use crate::review::{Claim, Verdict};

/// True for a word that is a verdict, in whatever letters.
pub(super) fn is_verdict(word: &str) -> bool {
    let given = Verdict::KNOWN.iter().filter(|known| !known.is_dismissal());
    given.into_iter().any(|known| known.as_str().eq_ignore_ascii_case(word.trim()))
}

/// True for a word that stands where others have their verdict.
pub(super) fn is_state(word: &str) -> bool {
    ["unchecked", "dismissed", "differs"].iter().any(|state| state.eq_ignore_ascii_case(word.trim()))
}

/// True when `word` is what stands for the verdict of `claim`.
pub(super) fn heads(claim: &Claim, word: &str) -> bool {
    let verdict = claim.mark.as_ref().map_or(claim.status().word(), |mark| mark.verdict.as_str());
    [verdict, claim.status().word()].iter().any(|own| own.eq_ignore_ascii_case(word.trim()))
}

/// True when `by` came to `word` about `claim`.
fn is_of(claim: &Claim, word: &str, by: &str) -> bool {
    let marked = claim.mark.as_ref().is_some_and(|mark| &*mark.by == by && mark.verdict.as_str() == word);
    marked || claim.reading_by(by).is_some_and(|own| own.verdict.as_str() == word)
}

/// Takes in the `words` that stand for the verdict: one that no state of the claim had there was put there. One that a state had, but
/// not under the name `signed`, is a reading of theirs, too.
pub(super) fn take(meeting: &mut Meeting<'_>, words: &[&str], signed: Option<&Voice>, voice: &Voice) {
    let mut told: Vec<String> = words.iter().map(|word| word.trim().to_lowercase()).collect();
    told.retain(|word| !word.is_empty());
    let signed = signed.map(|signed| meeting.spelled(signed));
    let mut fresh: Vec<&String> = Vec::new();
    for word in &told {
        if !fresh.contains(&word) && !meeting.states().iter().any(|state| heads(state, word)) {
            fresh.push(word);
        }
    }
    // A file says its verdict in several places, and who changes one of them leaves the others.
    let last = meeting.states().last();
    let put =
        |word: &String| fresh.contains(&word) || fresh.is_empty() && !last.is_some_and(|state| heads(state, word));
    let mut said: Vec<&str> = told.iter().filter(|word| put(word)).map(String::as_str).collect();
    if said.is_empty() {
        said = told.iter().map(String::as_str).collect();
    }
    let marker = meeting.marker(signed.as_ref(), voice, &said);
    match fresh.as_slice() {
        [] => joined(meeting, &told, signed.as_ref().and_then(|signed| signed.by.as_deref()), &marker),
        [word] if *word == "dismissed" => meeting.dismiss(&marker),
        [word] if is_state(word) => meeting.kept.push(format!("{word} takes no verdict away")),
        [word] => meeting.verdict(word, &marker),
        many => meeting.kept.push(format!("{} verdicts at once", many.len())),
    }
}

/// Takes in a verdict that stood there already, as that of whoever signed it or changed it under that name.
fn joined(meeting: &mut Meeting<'_>, words: &[String], signed: Option<&str>, marker: &Voice) {
    let Some(by) = signed else { return };
    let theirs = |word: &&String| meeting.states().iter().any(|state| is_of(state, word, by));
    let others: Vec<&String> = words.iter().filter(|word| is_verdict(word) && !theirs(word)).collect();
    // What the file had when it was made is not what was put there.
    let stood = |word: &&&String| meeting.states().last().is_some_and(|state| heads(state, word));
    let word = others.iter().find(|word| !stood(word)).or(others.first()).map(|word| (*word).clone());
    if let Some(word) = word {
        meeting.verdict(&word, marker);
    }
}
