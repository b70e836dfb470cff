//! Changes against their two values.

use std::borrow::Cow;

use super::figures::is_of_another;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, has, number};
use crate::quantity::{
    Decimal, Direction, FALLING, Quantity, RISING, Unit, direction as way_of, multiples, same_unit, scale_words,
};
use crate::text::Span;

/// Words for a change in whatever direction, where "de" alone may mean anything.
const MOVES: [&str; 10] =
    ["passant", "pasando", "pasó", "pasaron", "passe", "passée", "aumento", "subida", "descenso", "progression"];

/// From one value to another.
pub(super) struct FromTo<'a> {
    pub(super) from: PlacedAmount<'a>,
    pub(super) to: PlacedAmount<'a>,
    pub(super) unit: Unit,
    /// The two values: of "from 40 to 50 million" both in full.
    pub(super) values: (Decimal, Decimal),
}

/// What a sentence says about a change whose two values it tells.
pub(super) fn changes(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let (all, Some(pair)) = (sentence.counted(), the_pair(sentence)) else { return };
    if let Some(finding) = percent(sentence, all, &pair)
        .or_else(|| points(sentence, all, &pair))
        .or_else(|| multiple(sentence, &pair))
        .or_else(|| direction(sentence, &pair))
    {
        found.push(finding);
    }
}

/// The two values of a sentence that tells one change.
pub(super) fn the_pair<'a>(sentence: &LintSentence<'a>) -> Option<FromTo<'a>> {
    let mut pairs = sentence
        .counted()
        .windows(2)
        .filter_map(|pair| if let [from, to] = pair { from_to(sentence, *from, *to) } else { None });
    let (Some(pair), None) = (pairs.next(), pairs.next()) else { return None };
    (pair.values.0 > Decimal::ZERO && pair.values.0 != pair.values.1).then_some(pair)
}

fn from_to<'a>(sentence: &LintSentence<'_>, from: PlacedAmount<'a>, to: PlacedAmount<'a>) -> Option<FromTo<'a>> {
    let (lead, gap) = (sentence.before(from.1.span.start, 10), sentence.between(from.1, to.1));
    // "To $12 from $10", "to 12 million, compared with 10 million a year earlier": the end stands first.
    let reached = [" to ", " auf ", " à ", " a ", " till "].iter().any(|word| lead.ends_with(word));
    let back = matches!(gap, " from " | ", from ") || earlier(gap, sentence.after(to.1.span.end));
    if reached && back && same_unit(from.2.unit, to.2.unit) && from.2.unit != Unit::Age {
        let (last, first) = values(sentence, from, to);
        return Some(FromTo { from: to, to: from, unit: to.2.unit, values: (first, last) });
    }
    let own = |words: &[&str]| words.iter().any(|word| lead.ends_with(word));
    let near = gap.len() < 48 && !gap.contains([';', ':', '(']);
    let english = own(&["from "]) && gap.ends_with(" to ");
    let german = own(&["von "]) && gap.ends_with(" auf ");
    let swedish = own(&["från "]) && gap.ends_with(" till ");
    let moves = || {
        let multiplied = || multiples().any(|(word, _)| has(sentence.all(), &[word]));
        has(sentence.all(), &RISING) || has(sentence.all(), &FALLING) || multiplied()
    };
    let romance = own(&["de ", "del ", "du "])
        && [" à ", " a ", " au ", " al "].iter().any(|to| gap.ends_with(to))
        && (moves() || has(sentence.all(), &MOVES));
    // "From 20 to 25 percent": the unit stands once.
    let unit = if from.2.unit == Unit::Bare && from.0 + 1 == to.0 && gap.len() < 8 { to.2.unit } else { from.2.unit };
    let same = same_unit(unit, to.2.unit) && !matches!(unit, Unit::Age);
    (near && same && (english || german || swedish || romance)).then(|| FromTo {
        from,
        to,
        unit,
        values: values(sentence, from, to),
    })
}

/// True where `gap` sets a figure beside one that was a year before, as `behind` says: ", compared with 90 million a year earlier".
fn earlier(gap: &str, behind: &str) -> bool {
    const BESIDE: [&str; 11] = [
        "compared with",
        "compared to",
        "against",
        "after",
        "nach",
        "gegenüber",
        "contre",
        "frente a",
        "jämfört med",
        "mot",
        "efter",
    ];
    const YEAR: [&str; 15] = [
        "a year earlier",
        "a year ago",
        "a year before",
        "last year",
        "the previous year",
        "the year before",
        "the year earlier",
        "im vorjahr",
        "ein jahr zuvor",
        "un an plus tôt",
        "l'année précédente",
        "un año antes",
        "el año anterior",
        "ett år tidigare",
        "året innan",
    ];
    let clause = behind.split([',', ';', '.', '(']).next().unwrap_or_default();
    BESIDE.contains(&gap.trim_matches([',', ' '])) && YEAR.iter().any(|words| clause.trim_end().ends_with(words))
}

/// The values of two amounts right behind each other: in "40 to 50 million" the scale word is that of both.
fn values(sentence: &LintSentence<'_>, one: PlacedAmount<'_>, other: PlacedAmount<'_>) -> (Decimal, Decimal) {
    let scale = |told: PlacedAmount<'_>| {
        scale_words(sentence.exact(told.1.span), sentence.passage.language).map(|scale| scale.times)
    };
    let small = one.0 + 1 == other.0 && one.2.value < Decimal::ONE_THOUSAND && !one.2.in_words;
    let gap = || sentence.between(one.1, other.1).split_whitespace().count() == 1;
    let times = if small && gap() && scale(one).is_none() { scale(other) } else { None };
    let value = times.and_then(|times| one.2.value.checked_mul(times));
    (value.unwrap_or(one.2.value), other.2.value)
}

/// A value for a sentence: as it stands, where it has a scale word.
pub(super) fn shown<'a>(sentence: &LintSentence<'a>, told: &PlacedAmount<'_>) -> Cow<'a, str> {
    let exact = sentence.exact(told.1.span);
    let scaled = scale_words(exact, sentence.passage.language).is_some();
    if scaled { exact.into() } else { number(told.2.value).into() }
}

/// Nouns of a change.
#[rustfmt::skip]
pub(super) const CHANGES: [&str; 29] = [
    "rise", "gain", "increase", "jump", "growth", "fall", "drop", "decrease", "decline", "loss", "cut", "reduction", "difference",
    "zuwachs", "anstieg", "rückgang", "verlust", "hausse", "baisse", "recul", "ökning", "minskning", "aumento", "crecimiento",
    "subida", "alza", "descenso", "bajada", "caída",
];

/// Other words between the second value and a percentage of the change.
const LINKS: [&str; 10] = ["or", "also", "soit", "decir", "up", "down", "which", "plus", "minus", "alltså"];

/// Words between the two that set the change beside another's.
#[rustfmt::skip]
const BESIDE: [&str; 14] = [
    "against", "compared", "while", "whereas", "versus", "than", "instead", "expected", "gegenüber", "statt", "contre",
    "frente", "mot", "jämfört",
];

/// The amount in `unit` that is told of the change, where there is one: before "from", or behind the second value. Dates may
/// stand between: "to 11,400 in 2025, an increase of 14 percent".
pub(super) fn told<'a>(
    sentence: &LintSentence<'_>,
    all: &[PlacedAmount<'a>],
    pair: &FromTo<'a>,
    unit: Unit,
) -> Option<PlacedAmount<'a>> {
    let mut shares =
        all.iter().filter(|told| told.2.unit == unit && told.0 != pair.from.0 && told.0 != pair.to.0).copied();
    let (told, None) = (shares.next()?, shares.next()) else { return None };
    if is_of_another(sentence.after(told.1.span.end)) {
        return None;
    }
    let dates = |from: usize, to: usize| (from + 1..to).all(|at| sentence.quantities.get(at).is_some_and(is_date));
    let by = || {
        let lead = sentence.lead(told.0);
        let last = lead.trim_end().rsplit(' ').next().unwrap_or_default();
        matches!(last, "by" | "um" | "de" | "med") || way_of(last).is_some()
    };
    let linked = |gap: &str| {
        let aside = has(gap, &BESIDE) || gap.contains(" in which ") || gap.contains(" who ");
        gap == " (" || gap.contains(',') && gap.len() < 48 && (has(gap, &LINKS) || has(gap, &CHANGES)) && !aside
    };
    if pair.to.0 < pair.from.0 && told.0 > pair.from.0 {
        return (dates(pair.from.0, told.0) && linked(sentence.between(pair.from.1, told.1))).then_some(told);
    }
    if pair.to.0 < pair.from.0 {
        let before = told.0 + 1 == pair.to.0 && is_to(sentence.between(told.1, pair.to.1));
        return (before && by()).then_some(told);
    }
    if told.0 < pair.from.0 && dates(told.0, pair.from.0) {
        let gap = sentence.between(told.1, pair.from.1);
        let room = if told.0 + 1 == pair.from.0 { 20 } else { 40 };
        let last = gap.trim_end().rsplit(' ').next().unwrap_or_default();
        return (by() && gap.len() < room && matches!(last, "from" | "von" | "de" | "från")).then_some(told);
    }
    (told.0 > pair.to.0 && dates(pair.to.0, told.0) && linked(sentence.between(pair.to.1, told.1))).then_some(told)
}

/// True for the words between a percentage and the value that was reached.
fn is_to(gap: &str) -> bool {
    matches!(gap.trim_start_matches(','), " to " | " auf " | " à " | " a " | " till ")
}

fn is_date(quantity: &Quantity) -> bool {
    quantity.date().is_some()
}

/// Words for percentage points that may be points of anything.
const POINTS: [&str; 9] = ["point", "points", "pp", "punkt", "punkte", "punkten", "puntos", "poäng", "enheter"];

/// Words for hundredths of a percentage point.
const BASIS: [&str; 6] = ["basis point", "bps", "basispunkt", "points de base", "puntos básicos", "räntepunkt"];

fn first_word(text: &str) -> &str {
    text.trim_start_matches([' ', '-']).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// "From 3 percent to 5 percent, a rise of 3 percentage points".
fn points(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>], pair: &FromTo<'_>) -> Option<LintFinding> {
    let of = |unit| told(sentence, all, pair, unit).filter(|_| pair.unit == Unit::Percent);
    // "3 points", where percent are told: nothing else has points there.
    let bare = || of(Unit::Bare).filter(|told| has(first_word(sentence.tail(told.0)), &POINTS));
    let basis = || {
        of(Unit::Bare).filter(|told| BASIS.iter().any(|words| sentence.tail(told.0).trim_start().starts_with(words)))
    };
    let (told, one) = match of(Unit::Points).or_else(bare) {
        Some(told) => (told, Decimal::ONE),
        None => (basis()?, Decimal::new(1, 2)),
    };
    let (value, step) = (told.2.value.checked_mul(one)?, told.2.step.checked_mul(one)?);
    let (from, to) = (&pair.from.2, &pair.to.2);
    let right = to.value.checked_sub(from.value)?.abs();
    let off = (right - value).abs();
    // Told in whole points, of ends that are told to a tenth.
    if off <= if step > from.step.max(to.step) { step / Decimal::TWO } else { Decimal::ZERO } {
        return None;
    }
    let (from_value, to_value, said) = (number(from.value), number(to.value), number(value));
    let says = format!("From {from_value} to {to_value} percent is {} percentage points, not {said}", number(right));
    // Ends that were rounded each may be a step nearer or farther than they are told.
    let rounded = off <= from.step.max(to.step);
    let weight = if rounded { Certainty::Doubt } else { Certainty::Error };
    Some(sentence.finding(FindingKind::Points, weight, says, &[pair.from.1.span, pair.to.1.span, told.1.span]))
}

fn percent(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>], pair: &FromTo<'_>) -> Option<LintFinding> {
    percentage(sentence, pair, &told(sentence, all, pair, Unit::Percent)?)
}

/// What is wrong when the change of `pair` is not the percentage `told`.
pub(super) fn percentage(
    sentence: &LintSentence<'_>,
    pair: &FromTo<'_>,
    told: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    const REAL: [&str; 6] =
        ["after inflation", "real terms", "adjusted for", "inflation-adjusted", "inflationsbereinigt", "at constant"];
    if REAL.iter().any(|words| sentence.all().contains(words)) {
        return None;
    }
    let (from, to) = pair.values;
    let change = to.checked_sub(from)?;
    let right = change.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from)?.abs();
    // Both ends are rounded, and so is the percentage.
    let slack = (right / Decimal::from(20)).max(told.2.step.min(Decimal::ONE));
    if (right - told.2.value).abs() <= slack {
        return None;
    }
    let spans = [pair.from.1.span, pair.to.1.span, told.1.span];
    let (from, to) = (shown(sentence, &pair.from), shown(sentence, &pair.to));
    let said = told.2.value.normalize();
    let right = right.round_dp(1).normalize();
    if pair.unit == Unit::Percent && change.abs() == told.2.value {
        let says =
            format!("From {from} to {to} percent is {said} percentage points, or {right} percent; not {said} percent");
        return Some(sentence.finding(FindingKind::Points, Certainty::Error, says, &spans));
    }
    let way = if change.is_sign_positive() { "rise" } else { "fall" };
    let says = format!("From {from} to {to} is a {way} of {right} percent, not {said}");
    Some(sentence.finding(FindingKind::Change, Certainty::Error, says, &spans))
}

fn multiple(sentence: &LintSentence<'_>, pair: &FromTo<'_>) -> Option<LintFinding> {
    let before = sentence.low(sentence.span.start..pair.from.1.span.start);
    let (word, times) = multiples().find(|(word, _)| has(before, &[word]))?;
    let at = before.rfind(word)?;
    let far = before.get(at..)?.len() > word.len() + 16;
    let left = before.get(..at)?.trim_end();
    let ratio = pair.values.1.checked_div(pair.values.0)?;
    let times = Decimal::new(times, 2).normalize();
    if far || !is_off(left, ratio, times) {
        return None;
    }
    let says = format!(
        "From {} to {} is {} times as much, not {times}",
        shown(sentence, &pair.from),
        shown(sentence, &pair.to),
        ratio.round_dp(1).normalize()
    );
    let start = sentence.span.start + at;
    let place = Span::new(start, start + word.len());
    Some(sentence.finding(FindingKind::Change, Certainty::Error, says, &[place, pair.from.1.span, pair.to.1.span]))
}

/// True where `ratio` is not the multiple `times`, with the hedge that `left`, the words before it, end in.
fn is_off(left: &str, ratio: Decimal, times: Decimal) -> bool {
    let (low, high) = match left.rsplit(' ').next().unwrap_or_default() {
        "almost" | "nearly" | "fast" | "beinahe" | "presque" | "casi" | "nästan" => (75, 105),
        "than" if left.ends_with("more than") => (97, 10_000),
        "than" | "about" | "roughly" | "over" | "not" | "als" | "än" | "de" | "que" => return false,
        _ => (85, 115),
    };
    // "Nearly halved" is more than the half.
    let hedged = low != 85;
    let bound = |hundredths: i64| times * Decimal::new(hundredths, 2);
    !(hedged && times < Decimal::ONE) && (ratio < bound(low) || ratio > bound(high))
}

/// Words of what is counted from the best on.
#[rustfmt::skip]
const RANKED: [&str; 34] = [
    "standings", "ranking", "rankings", "rank", "ranked", "league", "table", "index", "chart", "charts", "place", "places", "position",
    "spot", "seeding", "tabelle", "rangliste", "platz", "plätze", "rang", "liga", "note", "classement", "rang", "place", "clasificación",
    "puesto", "lugar", "tabla", "tabellen", "rankning", "plats", "listan", "betyg",
];

fn direction(sentence: &LintSentence<'_>, pair: &FromTo<'_>) -> Option<LintFinding> {
    let before = sentence.low(sentence.span.start..pair.from.1.span.start);
    let clause = before.rsplit([',', ';', '(']).find(|part| part.split_whitespace().count() > 1)?;
    // The verb stands right before "from", or "by so much" lies between.
    let near: Vec<&str> = clause.split_whitespace().rev().skip(1).take(5).collect();
    let verb = near.iter().find(|word| way_of(word).is_some())?;
    // The first place is the best one.
    if has(sentence.all(), &RANKED) {
        return None;
    }
    let up = way_of(verb) == Some(Direction::Up);
    let rises = pair.values.1 > pair.values.0;
    if up == rises
        || has(clause, &["not", "reduction", "savings", "kept"])
        || matches!(*verb, "up" | "down" | "plus" | "passé")
    {
        return None;
    }
    let at = sentence.span.start + before.rfind(verb)?;
    let way = if rises { "more" } else { "less" };
    let says =
        format!("\"{verb}\", but from {} to {} is {way}", shown(sentence, &pair.from), shown(sentence, &pair.to));
    let place = Span::new(at, at + verb.len());
    let tight = near.first() == Some(verb);
    Some(sentence.finding(
        FindingKind::Change,
        if tight { Certainty::Error } else { Certainty::Doubt },
        says,
        &[place, pair.from.1.span, pair.to.1.span],
    ))
}
