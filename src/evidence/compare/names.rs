//! Names of a claim against those of a passage: the same, or another in its place.

use super::called::{Name, PLACES, given_differ, last_word, names};
use super::comparison::{Agrees, Compared, Comparison, Weighed};
use super::side::{PassageSetting, Side};
use crate::text::Span;

/// How much of a claim's words, its names left out, a passage must have before a name in it differs.
pub(super) const SHARED: f64 = 0.3;
/// How much of them, before one behind the same words is another.
const SAME_LEAD: f64 = 0.5;
/// Words on either side of a name that tell what is said of it.
const AROUND: usize = 4;
pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    // "2.5 Millionen Euro" is no name.
    let apart = |side: &Side<'_>| -> Vec<Name> {
        let is_number = |name: &Name| side.numbers.iter().any(|number| number.span.overlaps(name.span));
        names(side.text).into_iter().filter(|name| !is_number(name)).collect()
    };
    let (own, other) = (apart(claim), apart(&setting.passage));
    let shared = shared(claim, &own, &setting.passage);
    let mut found = Vec::new();
    for name in &own {
        let words = name.span.of(claim.text);
        let last = last_word(words);
        let mut told = |rival: &Name, agrees: Agrees| {
            let source = rival.span.of(setting.passage.text).to_owned();
            let comparison = Comparison { kind: Compared::Name, claim: words.to_owned(), source, agrees };
            found.push(Weighed { comparison, weight: shared });
        };
        let called = |other: &&Name| last_word(other.span.of(setting.passage.text)) == last;
        let same = |other: &&Name| called(other) && !given_differ(words, other.span.of(setting.passage.text));
        if let Some(same) = other.iter().find(same) {
            told(same, Agrees::Yes);
        } else if !setting.passage.text.contains(last)
            && setting.pointed()
            && shared >= SHARED
            && let Some(rival) = rival(name, (&own, &other), claim, setting, shared)
        {
            told(rival, Agrees::No);
        }
    }
    found
}

/// The name that stands in the passage where the claim has `name`: one that is nearly the same, one behind the same words, or the
/// only one of which the same is said.
fn rival<'a>(
    name: &Name,
    (own, other): (&[Name], &'a [Name]),
    claim: &Side<'_>,
    setting: &PassageSetting<'_>,
    shared: f64,
) -> Option<&'a Name> {
    let words = |rival: &Name| rival.span.of(setting.passage.text).to_owned();
    let last = last_word(name.span.of(claim.text));
    let taken = |rival: &&Name| own.iter().any(|mine| last_word(mine.span.of(claim.text)) == last_word(&words(rival)));
    let free = || other.iter().filter(|rival| !taken(rival));
    let before = lead(claim.text, name.span);
    let behind = |rival: &&Name| before.is_some() && before == lead(setting.passage.text, rival.span);
    let leads = shared >= SAME_LEAD;
    if let Some(like) = free().find(|rival| is_like(last, last_word(&words(rival))) || leads && behind(rival)) {
        return Some(like);
    }
    // Whole names of people only: nobody can tell what kind of thing one word is called by.
    let full = |text: &str| text.split_whitespace().count() > 1;
    if setting.capitals || setting.row || !full(name.span.of(claim.text)) {
        return None;
    }
    let said = around(claim, own, name.span);
    let place = is_place(claim.text, name.span);
    let same_make = |rival: &&Name| full(&words(rival)) && is_place(setting.passage.text, rival.span) == place;
    let same_said = |rival: &&Name| around(&setting.passage, other, rival.span).iter().any(|form| said.contains(form));
    let mut fitting = free().filter(same_make).filter(same_said);
    let only = fitting.next()?;
    fitting.all(|next| words(next) == words(only)).then_some(only)
}

/// How much of the claim's words, names and figures left out, the passage has.
pub(super) fn shared(claim: &Side<'_>, own: &[Name], passage: &Side<'_>) -> f64 {
    let counts = |at: Span| {
        !own.iter().any(|name| name.span.covers(at)) && !claim.numbers.iter().any(|number| number.span.covers(at))
    };
    let words: Vec<&str> = claim.words().filter(|term| counts(term.span)).map(|term| term.form.as_str()).collect();
    let held = words.iter().filter(|form| passage.terms.iter().any(|term| term.form == **form)).count();
    #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
    let share = held as f64 / words.len().max(1) as f64;
    share
}

/// The words around a name that are part of no name.
fn around<'a>(side: &'a Side<'_>, names: &[Name], at: Span) -> Vec<&'a str> {
    let counts = |span: Span| !names.iter().any(|name| name.span.covers(span));
    let words = || side.words().filter(|term| counts(term.span));
    let before: Vec<&str> = words().filter(|term| term.span.end <= at.start).map(|term| term.form.as_str()).collect();
    let after = words().filter(|term| term.span.start >= at.end).map(|term| term.form.as_str());
    before.iter().rev().take(AROUND).copied().chain(after.take(AROUND)).collect()
}

/// True where the word before a name tells where something is.
fn is_place(text: &str, at: Span) -> bool {
    let before = text.get(..at.start).and_then(|head| head.split_whitespace().next_back());
    before.is_some_and(|word| PLACES.contains(&word.to_lowercase().as_str()))
}

/// The word before a name, in lower case; the two words before it where the one is short: "upstream of".
fn lead(text: &str, at: Span) -> Option<String> {
    let mut words = text.get(..at.start)?.split_whitespace().rev();
    let last = words.next()?.to_lowercase();
    if last.chars().count() > 4 {
        return Some(last);
    }
    let first = words.next().filter(|word| word.chars().count() > 4)?.to_lowercase();
    first.ends_with(char::is_alphanumeric).then(|| format!("{first} {last}"))
}

/// Names that differ in a letter or two: "Lamprecht" and "Lambrecht".
fn is_like(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.to_lowercase().chars().collect(), other.to_lowercase().chars().collect());
    if a.len().min(b.len()) < 5 || a.len().abs_diff(b.len()) > 2 {
        return false;
    }
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    front + back + 2 >= a.len().max(b.len()) && front > 0 && one != other
}
