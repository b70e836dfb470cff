//! Whose work it is: "the piano concerto by Brahms" against "Schumann, Piano Concerto".

use super::called::{Name, last_word, names};
use super::comparison::{Agrees, Compared, Comparison, Weighed};
use super::names;
use super::side::{PassageSetting, Side};

/// Words before whose work something is.
const BY: [&str; 4] = ["by", "von", "par", "av"];
/// What may stand between a name and the work behind it.
const BEFORE_WORK: [&str; 4] = [", ", ": ", "'s ", "’s "];
/// What it weighs that both speak of a work of one kind.
const WORK: f64 = 0.5;

/// A difference where the claim has a work by somebody, and the passage one work of that kind by another.
pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    if setting.capitals || !setting.pointed() {
        return Vec::new();
    }
    let passage = &setting.passage;
    let (own, other) = (names(claim.text), names(passage.text));
    let shared = names::shared(claim, &own, passage);
    let mut found = Vec::new();
    for name in &own {
        let words = name.span.of(claim.text);
        let Some(work) = claim.text.get(..name.span.start).and_then(work) else { continue };
        if shared < names::SHARED || passage.text.contains(last_word(words)) {
            continue;
        }
        let whose = |rival: &&Name| {
            let after = passage.text.get(rival.span.end..).unwrap_or_default();
            let behind = BEFORE_WORK.iter().filter_map(|mark| after.strip_prefix(mark)).any(|rest| {
                rest.to_lowercase()
                    .strip_prefix(work.as_str())
                    .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            });
            behind || passage.text.get(..rival.span.start).and_then(self::work).is_some_and(|theirs| theirs == work)
        };
        let mut rivals = other.iter().filter(whose);
        let (Some(rival), None) = (rivals.next(), rivals.next()) else { continue };
        let source = rival.span.of(passage.text).to_owned();
        if claim.text.contains(last_word(&source)) {
            continue;
        }
        let comparison = Comparison { kind: Compared::Name, claim: words.to_owned(), source, agrees: Agrees::No };
        found.push(Weighed { comparison, weight: shared + WORK });
    }
    found
}

/// The kind of work before "by", of two words in lower case: "piano concerto". One word alone is mostly what somebody did.
fn work(before: &str) -> Option<String> {
    let mut words = before.split_whitespace().rev();
    words.next().filter(|word| BY.contains(word))?;
    let (last, first) = (words.next()?, words.next()?);
    let is_word = |word: &str| word.chars().all(char::is_alphabetic) && word.chars().count() > 3;
    let done = |word: &str| word.ends_with("ed") || word.ends_with("en");
    (is_word(first) && is_word(last) && !done(last)).then(|| format!("{first} {last}").to_lowercase())
}
