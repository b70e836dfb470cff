//! By how much one figure exceeds another: "612 million, 180 million more than the 432 million planned", "won by 40 votes, 540 to 500".

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, exactly, in_scale_of, rounding};
use crate::quantity::{Amount, Decimal, Unit, same_unit};

/// Words behind a difference, and whether what stands before it is the more.
const THAN: [(&str, bool); 40] = [
    ("taller than", true),
    ("longer than", true),
    ("heavier than", true),
    ("deeper than", true),
    ("wider than", true),
    ("bigger than", true),
    ("faster than", true),
    ("länger als", true),
    ("größer als", true),
    ("plus haut que", true),
    ("plus long que", true),
    ("más alto que", true),
    ("más larga que", true),
    ("högre än", true),
    ("längre än", true),
    ("shorter than", false),
    ("smaller than", false),
    ("kürzer als", false),
    ("more than", true),
    ("higher than", true),
    ("larger than", true),
    ("above", true),
    ("over", true),
    ("mehr als", true),
    ("höher als", true),
    ("de plus que", true),
    ("más que", true),
    ("fler än", true),
    ("mer än", true),
    ("less than", false),
    ("fewer than", false),
    ("lower than", false),
    ("below", false),
    ("short of", false),
    ("weniger als", false),
    ("de moins que", false),
    ("menos que", false),
    ("färre än", false),
    ("mindre än", false),
    ("under", false),
];

/// Words between that and the figure that is exceeded.
const THE: [&str; 24] = [
    "",
    "the",
    "its",
    "their",
    "the planned",
    "the original",
    "the previous",
    "the expected",
    "last year's",
    "a year",
    "die",
    "der",
    "den",
    "das",
    "les",
    "le",
    "la",
    "los",
    "las",
    "el",
    "de",
    "an",
    "those",
    "a",
];

/// What is cast or scored.
const CAST: [&str; 17] = [
    "votes", "vote", "points", "goals", "seats", "runs", "stimmen", "punkten", "tore", "voix", "points", "buts",
    "votos", "puntos", "goles", "röster", "poäng",
];

/// Words before a margin.
const BY: [&str; 14] = [
    "won by",
    "win by",
    "wins by",
    "lost by",
    "lose by",
    "victory by",
    "margin of",
    "majority of",
    "lead of",
    "elected by",
    "mit",
    "gagné par",
    "ganó por",
    "vann med",
];

/// Words between the figures of the two sides.
const BETWEEN: [&str; 12] =
    ["to", "against", "zu", "gegen", "contre", "à", "a", "contra", "mot", "till", "votes to", "votes against"];

/// Differences in `sentence` that are not those of the two figures beside them.
pub(super) fn margins(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    for row in sentence.counted().windows(3) {
        let [a, b, c] = row else { continue };
        let exact = [a, b, c].iter().all(|told| exactly(told.1));
        if exact && a.0 + 1 == b.0 && b.0 + 1 == c.0 {
            found.extend(
                exceeds(sentence, a, b, c).or_else(|| won(sentence, a, b, c)).or_else(|| majority(sentence, a, b, c)),
            );
        }
    }
}

/// "612 million, 200 million more than the 432 million planned".
fn exceeds(
    sentence: &LintSentence<'_>,
    a: &PlacedAmount<'_>,
    by: &PlacedAmount<'_>,
    c: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    let (before, behind) = (sentence.between(a.1, by.1), sentence.between(by.1, c.1));
    let counted =
        before.strip_suffix(", ").or_else(|| before.strip_suffix(" – ")).or_else(|| before.strip_suffix(" ("))?;
    let behind = behind.trim();
    let read = |(words, more): &(&str, bool)| Some((behind.split_once(words)?, *more));
    let ((noun, rest), more) = THAN.iter().find_map(read)?;
    let own = |told: &PlacedAmount<'_>| same_unit(a.2.unit, told.2.unit) || told.2.unit == Unit::Bare;
    let units = own(c) && own(by) && !matches!(a.2.unit, Unit::Percent | Unit::Part | Unit::Age);
    let plain = |words: &str, most: usize| words.split_whitespace().count() <= most && !words.contains([',', ';', '(']);
    if !units || !plain(counted, 3) || !plain(noun, 1) || !THE.contains(&rest.trim()) {
        return None;
    }
    let right = if more { a.2.value.checked_sub(c.2.value)? } else { c.2.value.checked_sub(a.2.value)? };
    let off = (right - by.2.value).abs();
    let [a_step, by_step, c_step] = [a, by, c].map(|told| rounding(sentence, told));
    let slack =
        if by.2.value > Decimal::ONE_HUNDRED { (a_step + c_step + by_step) / Decimal::TWO } else { Decimal::ZERO };
    // "200 million more", where it is 180: noughts may be round, though nobody said so.
    let round = off <= by.2.step / Decimal::TWO;
    if off <= slack || round && off <= by.2.value / Decimal::from(20) {
        return None;
    }
    let weight = if round && !right.is_sign_negative() { Certainty::Doubt } else { Certainty::Error };
    let [most, least] = [a, c].map(|told| sentence.exact(told.1.span));
    let says = if right.is_sign_negative() && !right.is_zero() {
        let (way, said) = if more { ("less", "more") } else { ("more", "less") };
        format!("{most} is {way} than {least}, the text says {said}")
    } else {
        let right = in_scale_of(sentence, by, right.abs());
        format!("Between {most} and {least} it is {right}, not {}", sentence.exact(by.1.span))
    };
    Some(sentence.finding(FindingKind::Difference, weight, says, &[a.1.span, by.1.span, c.1.span]))
}

/// "She won by 1,204 votes, 15,602 to 14,398".
fn won(
    sentence: &LintSentence<'_>,
    by: &PlacedAmount<'_>,
    one: &PlacedAmount<'_>,
    other: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    let lead = sentence.lead(by.0).trim_end();
    let gap = sentence.between(by.1, one.1);
    let cast = gap.trim_start().split([' ', ',', ':', '(']).next().unwrap_or_default();
    let mark = gap.trim_end().chars().next_back().is_some_and(|mark| matches!(mark, ',' | ':' | '(' | '–' | '—'));
    let side = sentence.between(one.1, other.1).trim();
    let bare = [by, one, other].iter().all(|told| told.2.unit == Unit::Bare);
    let said = BY.iter().any(|words| lead.ends_with(words));
    if !(bare && said && CAST.contains(&cast) && mark && gap.len() < 30 && BETWEEN.contains(&side)) {
        return None;
    }
    let right = one.2.value.checked_sub(other.2.value)?.abs();
    if right == by.2.value {
        return None;
    }
    let margin = Amount { value: right, ..one.2.clone() };
    let says = format!("{} less {} is {margin}, not {}", one.2, other.2, by.2);
    Some(sentence.finding(FindingKind::Difference, Certainty::Error, says, &[by.1.span, one.1.span, other.1.span]))
}

/// "The vote was 540 to 500, a majority of 40".
fn majority(
    sentence: &LintSentence<'_>,
    one: &PlacedAmount<'_>,
    other: &PlacedAmount<'_>,
    by: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    const OF: [&str; 6] = [
        ", a majority of ",
        ", a margin of ",
        " – a majority of ",
        " – a margin of ",
        ", with a majority of ",
        " (a majority of ",
    ];
    let bare = [by, one, other].iter().all(|told| told.2.unit == Unit::Bare);
    let side = sentence.between(one.1, other.1).trim();
    // "5,210 votes to his 4,980".
    let theirs = [" his", " her", " their", " the"].iter().find_map(|whose| side.strip_suffix(whose)).unwrap_or(side);
    let side = BETWEEN.contains(&theirs);
    let tail = sentence.tail(by.0);
    let ends = tail.is_empty() || tail.starts_with(['.', ',', ')', ';']) || tail.trim_start().starts_with("vote");
    let polled = sentence.has(&["vote", "votes", "voted", "passed", "ballot", "approved", "rejected", "carried"]);
    if !(bare && side && ends && polled && OF.contains(&sentence.between(other.1, by.1))) {
        return None;
    }
    let right = one.2.value.checked_sub(other.2.value)?.abs();
    // Some call all the votes of the greater side its majority.
    if right == by.2.value || by.2.value == one.2.value.max(other.2.value) {
        return None;
    }
    let margin = Amount { value: right, ..one.2.clone() };
    let says = format!("{} less {} is {margin}, not {}", one.2, other.2, by.2);
    Some(sentence.finding(FindingKind::Difference, Certainty::Doubt, says, &[one.1.span, other.1.span, by.1.span]))
}
