//! Who did it: one who began, wrote, built … something in the claim, and another who did in the passage.

use super::called::{Name, last_word, names};
use super::comparison::{Agrees, Compared, Comparison, Weighed};
use super::names;
use super::side::{PassageSetting, Side};
use crate::text::Span;

/// Verbs of what is done once and by one, each line one deed.
const DEEDS: [&[&str]; 7] = [
    &["started", "began", "begun", "founded", "launched", "established", "created", "initiated"],
    &["wrote", "written", "authored"],
    &["built", "constructed"],
    &["designed", "drew", "drawn"],
    &["invented", "devised", "developed"],
    &["painted"],
    &["composed"],
];
/// Words that may stand between who did it and the verb.
const BETWEEN: [&str; 8] = ["who", "has", "had", "first", "that", "also", "it", "once"];
/// Words that may stand between "by" and a name.
const ARTICLES: [&str; 3] = ["the", "a", "an"];
/// What it weighs that both do the same.
const DEED: f64 = 0.5;

/// Somebody who did one of [`DEEDS`].
struct Doer {
    deed: usize,
    name: Span,
}

/// A difference where claim and passage each have one who did the same, and the passage does not have the claim's.
pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    if setting.capitals || setting.row || !setting.pointed() {
        return Vec::new();
    }
    let (own, other) = (names(claim.text), names(setting.passage.text));
    let shared = names::shared(claim, &own, &setting.passage);
    if shared < names::SHARED {
        return Vec::new();
    }
    let theirs = agents(setting.passage.text, &other);
    let differing = agents(claim.text, &own).into_iter().filter_map(|agent| {
        let mut same = theirs.iter().filter(|their| their.deed == agent.deed);
        let (their, None) = (same.next()?, same.next()) else { return None };
        let (name, rival) = (agent.name.of(claim.text), their.name.of(setting.passage.text));
        let held = setting.passage.text.contains(last_word(name)) || claim.text.contains(last_word(rival));
        let comparison =
            Comparison { kind: Compared::Name, claim: name.to_owned(), source: rival.to_owned(), agrees: Agrees::No };
        (!held).then_some(Weighed { comparison, weight: shared + DEED })
    });
    differing.collect()
}

/// Everybody in `text` who did something: "built by Ada Lunt", "Ada Lunt built", "it was Ada Lunt who built".
fn agents(text: &str, names: &[Name]) -> Vec<Doer> {
    let mut found = Vec::new();
    for name in names {
        let before: Vec<&str> =
            text.get(..name.span.start).unwrap_or_default().split_whitespace().rev().take(3).collect();
        let after: Vec<&str> = text.get(name.span.end..).unwrap_or_default().split_whitespace().take(3).collect();
        // A comma or stop behind the name ends what it does.
        let goes_on = text.get(name.span.end..).is_some_and(|rest| rest.starts_with(' '));
        let behind = || after.iter().copied().find(|word| !BETWEEN.contains(word)).filter(|_| goes_on);
        let ahead = || {
            let mut words = before.iter().copied().skip_while(|word| ARTICLES.contains(word));
            words.next().filter(|word| *word == "by").and_then(|_| words.next())
        };
        let deed = |verb: &str| {
            let verb = verb.trim_matches(|c: char| !c.is_alphanumeric());
            DEEDS.iter().position(|deed| deed.contains(&verb))
        };
        // "Written by Ada Lunt" has the verb before her name; "was written" behind one has not its doer there.
        if let Some(deed) = ahead().and_then(deed).or_else(|| behind().and_then(deed)) {
            found.push(Doer { deed, name: name.span });
        }
    }
    found
}
