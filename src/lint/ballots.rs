//! Votes for and against among so many members: together they can't be more than there are.

use super::cues::AGAINST;
use super::figures::{added, sum};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, has};
use crate::quantity::Unit;

/// Words for those who vote, with whose number a ballot can't be larger. A "21-member council" counts as well.
const VOTERS: [&str; 32] = [
    "members",
    "member",
    "councillors",
    "councilors",
    "deputies",
    "senators",
    "lawmakers",
    "legislators",
    "mps",
    "judges",
    "justices",
    "jurors",
    "delegates",
    "commissioners",
    "trustees",
    "directors",
    "representatives",
    "mitglieder",
    "mitglied",
    "mitgliedern",
    "stadträte",
    "gemeinderäte",
    "abgeordnete",
    "abgeordneten",
    "membres",
    "conseillers",
    "députés",
    "élus",
    "miembros",
    "concejales",
    "diputados",
    "ledamöter",
];

/// Words for a vote in favour, and for one that is withheld.
const FOR: [&str; 16] = [
    "for", "favour", "favor", "yes", "ayes", "aye", "yea", "yeas", "dafür", "ja", "pour", "oui", "sí", "för", "bifall",
    "a favor",
];
const WITHHELD: [&str; 12] = [
    "abstained",
    "abstaining",
    "abstain",
    "abstentions",
    "abstention",
    "absent",
    "enthielten",
    "enthaltungen",
    "enthaltung",
    "abstenciones",
    "nedlagda",
    "avstod",
];

/// Words behind a number of votes among which stands how they were cast.
const NEAR: usize = 5;

/// How a vote was cast.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ballot {
    For,
    Against,
    Withheld,
}

/// Votes of `sentence` that are more than those who vote, by the sentence itself or by `before`, the one right before it.
pub(super) fn ballots(before: Option<&LintSentence<'_>>, sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    // Somebody votes for, somebody against.
    if sentence.amounts().filter(|(.., amount)| amount.unit == Unit::Bare).take(2).count() < 2 {
        return;
    }
    let all = sentence.counted();
    let Some(cast) = cast(sentence, all) else { return };
    let mut bodies = all.iter().filter(|told| votes(sentence, told));
    // Of two bodies nobody can say which of them votes.
    let (own, None) = (bodies.next(), bodies.next()) else { return };
    let told = |whole: &PlacedAmount<'_>| {
        let total = sum(&cast).filter(|total| *total > whole.2.value)?;
        let sum = crate::quantity::Amount { value: total, ..whole.2.clone() };
        Some(format!("{} = {sum}, the text says {}", added(&cast), whole.2))
    };
    let places = |whole: &PlacedAmount<'_>| -> Vec<_> {
        std::iter::once(whole).chain(&cast).map(|(_, quantity, _)| quantity.span).collect()
    };
    if let Some(whole) = own {
        let known = sentence.passage.shift(whole.1.span);
        if found.iter().any(|one| one.kind == FindingKind::Sum && one.spans.contains(&known)) {
            return;
        }
        let says = told(whole).map(|says| sentence.finding(FindingKind::Sum, Certainty::Error, says, &places(whole)));
        found.extend(says);
        return;
    }
    let Some(before) = before.filter(|before| before.span.end == sentence.span.start) else { return };
    let all = before.counted();
    let mut bodies = all.iter().filter(|told| votes(before, told));
    if let (Some(whole), None) = (bodies.next(), bodies.next()) {
        let says = told(whole).map(|says| sentence.finding(FindingKind::Sum, Certainty::Doubt, says, &places(whole)));
        found.extend(says);
    }
}

/// True for the number of those who vote: "21 members", "a 21-member council".
fn votes(sentence: &LintSentence<'_>, told: &PlacedAmount<'_>) -> bool {
    let tail = sentence.tail(told.0);
    let near: Vec<&str> = tail.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(2).collect();
    let clause = tail.split([',', ';', ':', '.']).next().unwrap_or_default();
    told.2.unit == Unit::Bare && near.iter().any(|word| VOTERS.contains(word) && clause.contains(word))
}

/// The votes of one ballot: those for and those against, each once, and those that were withheld.
fn cast<'a>(sentence: &LintSentence<'a>, all: &[PlacedAmount<'a>]) -> Option<Vec<PlacedAmount<'a>>> {
    let mut cast: Vec<(Ballot, PlacedAmount<'a>)> = Vec::new();
    let mut about: Option<String> = None;
    for told in all.iter().filter(|told| told.2.unit == Unit::Bare && !votes(sentence, told)) {
        let Some((ballot, matter)) = ballot(sentence, all, told) else { continue };
        // Two ballots in one sentence, or two matters: what belongs together nobody can say.
        let elsewhere = about.as_ref().zip(matter.as_ref()).is_some_and(|(one, other)| one != other);
        if elsewhere || cast.iter().any(|(known, _)| *known == ballot) {
            return None;
        }
        about = about.or(matter);
        cast.push((ballot, *told));
    }
    let both = [Ballot::For, Ballot::Against].iter().all(|side| cast.iter().any(|(ballot, _)| ballot == side));
    both.then(|| cast.into_iter().map(|(_, told)| told).collect())
}

/// How a number of votes was cast, and what on, where the words right behind it say so; of "thirteen of the 21 members" the words
/// behind the members do.
fn ballot(
    sentence: &LintSentence<'_>,
    all: &[PlacedAmount<'_>],
    told: &PlacedAmount<'_>,
) -> Option<(Ballot, Option<String>)> {
    let tail = sentence.tail(told.0);
    let of_all = matches!(tail.trim(), "of the" | "of its" | "of" | "der" | "von" | "des" | "de los" | "av");
    let whole = all.iter().find(|whole| of_all && whole.0 == told.0 + 1 && votes(sentence, whole));
    let tail = whole.map_or(tail, |whole| sentence.tail(whole.0));
    let clause = tail.split([',', ';', ':', '.', '(']).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let place = |side: &[&str]| {
        let one = words.iter().take(NEAR).position(|word| side.contains(word));
        let is_pair = |known: &&str, pair: &[&str]| {
            known.split_once(' ').is_some_and(|(one, other)| matches!(pair, [a, b] if *a == one && *b == other))
        };
        let two = words.windows(2).take(NEAR).position(|pair| side.iter().any(|known| is_pair(known, pair)));
        one.or(two.map(|at| at + 1))
    };
    let sides = [(Ballot::Withheld, &WITHHELD[..]), (Ballot::Against, &AGAINST), (Ballot::For, &FOR)];
    let (at, ballot) =
        sides.iter().filter_map(|(side, words)| Some((place(words)?, *side))).min_by_key(|(at, _)| *at)?;
    let matter: Vec<&str> = words
        .iter()
        .skip(at + 1)
        .copied()
        .filter(|word| !has(word, &["and", "und", "et", "y", "och", "with"]))
        .collect();
    let pointing = matter.is_empty() || has(&matter.join(" "), &["it", "them", "him", "her", "this"]);
    Some((ballot, (!pointing).then(|| matter.join(" "))))
}
