//! Shares of one vote or question that are more than all: "yes won 54.5 percent, no 48.1".

use super::figures::sum;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, exactly, has, rounding};
use crate::quantity::{Decimal, Unit};

/// Two answers of one question, one of which everybody gives.
const ANSWERS: [(&[&str], &[&str]); 4] = [
    (
        &["yes", "for", "favour", "favor", "ja", "oui", "sí", "dafür", "pour", "för"],
        &["no", "against", "nein", "non", "nej", "dagegen", "contre", "contra", "mot", "emot"],
    ),
    (&["remain"], &["leave"]),
    (&["approve", "approved", "approves"], &["disapprove", "disapproved", "disapproves"]),
    (&["agree", "agreed"], &["disagree", "disagreed"]),
];

/// Words for all votes, of which everybody has one.
const OF_THE_VOTE: [&str; 12] = [
    "of the vote",
    "of the votes",
    "of votes",
    "of all votes",
    "vote share",
    "der stimmen",
    "der wählerstimmen",
    "des voix",
    "des suffrages",
    "de los votos",
    "av rösterna",
    "of the ballots",
];

/// Where one of these is, the shares are of several votes, or of several years.
const ELSEWHERE: [&str; 21] = [
    "than",
    "from",
    "compared",
    "after",
    "before",
    "earlier",
    "previous",
    "previously",
    "last",
    "round",
    "while",
    "up",
    "down",
    "gained",
    "lost",
    "respectively",
    "turnout",
    "gegenüber",
    "zuvor",
    "tour",
    "antes",
];

/// Words between the two answers.
const NEAR: usize = 5;

/// Shares of `sentence` that are answers of one question and together more than a hundred.
pub(super) fn polls(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let all = sentence.counted();
    if !all.iter().any(|told| told.2.unit == Unit::Percent) {
        return;
    }
    found.extend(all.windows(2).find_map(|pair| answers(sentence, pair)).or_else(|| parties(sentence, all)));
}

/// True for a share; the sign may stand with the first or the last of a row alone: "54.5 percent, no 48.1".
fn is_share(told: &PlacedAmount<'_>) -> bool {
    let value = told.2.value;
    let share = told.2.unit == Unit::Percent || told.2.unit == Unit::Bare && !value.fract().is_zero();
    share && exactly(told.1) && value > Decimal::ZERO && value <= Decimal::ONE_HUNDRED
}

fn answers(sentence: &LintSentence<'_>, pair: &[PlacedAmount<'_>]) -> Option<LintFinding> {
    let [one, other] = pair else { return None };
    let percent = one.2.unit == Unit::Percent || other.2.unit == Unit::Percent;
    let gap = sentence.between(one.1, other.1);
    let row = one.0 + 1 == other.0 && is_share(one) && is_share(other) && percent;
    let apart = gap.split_whitespace().count() > NEAR
        || gap.contains([';', '(', ':', '.'])
        || has(gap, &["in", "at", "among", "of"]);
    // "60 percent for milk, against 55": another value to hold it against.
    let held_against = ["against ", "gegen ", "contre ", "mot "].iter().any(|word| gap.ends_with(word));
    if !row || apart || held_against {
        return None;
    }
    let (lead, tail) = (sentence.before(one.1.span.start, 24), sentence.tail(other.0));
    let tail = tail.split([',', ';', '.', '(']).next().unwrap_or_default();
    let tail = tail.char_indices().nth(24).map_or(tail, |(end, _)| tail.get(..end).unwrap_or_default());
    let opposed = |first: &str, second: &str| {
        ANSWERS.iter().any(|(yes, no)| {
            let says = |one: &[&str], other: &[&str]| {
                has(first, one) && !has(first, other) && has(second, other) && !has(second, one)
            };
            says(yes, no) || says(no, yes)
        })
    };
    // "Yes won 54 percent, no 48"; "54 percent voted yes, 48 percent no".
    let fits = opposed(lead, gap) || opposed(gap, tail);
    let total = sum(pair)?;
    let slack = (rounding(sentence, one) + rounding(sentence, other)) / Decimal::TWO;
    let over = total > Decimal::ONE_HUNDRED + slack;
    (fits && over && !elsewhere(sentence)).then(|| finding(sentence, pair, total))
}

/// "The Reds won 54.5 percent, the Blues 38.1 and the Greens 12.4 percent of the vote".
fn parties(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>]) -> Option<LintFinding> {
    let of_the_vote = OF_THE_VOTE.iter().any(|words| sentence.all().contains(words));
    let shares = all.iter().all(is_share) && all.len() >= 2 && all.len() == sentence.quantities.len();
    if !of_the_vote || !shares || elsewhere(sentence) {
        return None;
    }
    let close = all.windows(2).all(|pair| {
        let [one, other] = pair else { return false };
        let gap = sentence.between(one.1, other.1);
        gap.len() < 48 && !has(gap, &["in", "among", "against", "of whom", "of which"])
    });
    let total = sum(all)?;
    let slack =
        all.iter().try_fold(Decimal::ZERO, |sum, told| sum.checked_add(rounding(sentence, told) / Decimal::TWO))?;
    let over = total > Decimal::ONE_HUNDRED + slack;
    // Of two, one may be a party's and one its candidate's.
    let weight = if all.len() > 2 { Certainty::Error } else { Certainty::Doubt };
    (close && over).then(|| LintFinding { weight, ..finding(sentence, all, total) })
}

fn elsewhere(sentence: &LintSentence<'_>) -> bool {
    sentence.has(&ELSEWHERE)
}

fn finding(sentence: &LintSentence<'_>, shares: &[PlacedAmount<'_>], total: Decimal) -> LintFinding {
    let told: Vec<String> = shares.iter().map(|told| told.2.value.normalize().to_string()).collect();
    let says = format!("{} = {} percent, more than all", told.join(" + "), total.normalize());
    let spans: Vec<_> = shares.iter().map(|told| told.1.span).collect();
    sentence.finding(FindingKind::Share, Certainty::Error, says, &spans)
}
