//! Parts against a whole that stands behind them or that a clause parts: "12 on Friday and 8 on Saturday, 20 in all", "300 workers, of
//! whom 120 work in Vejle, 100 in Aarhus and 80 in Odense".

use super::apposed::leave_nobody_out;
use super::cues::OF_WHICH;
use super::exclusive::{is_preposition, is_slip, nested};
use super::figures::{IN_ALL, REST, in_a_row, is_last, mismatch, one_unit, sum};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, exactly, has};
use crate::quantity::Unit;

/// Words right before the sum of what stood before.
const TOTAL: [&str; 17] = [
    ", making",
    " making",
    ", soit",
    ", in total",
    ", altogether",
    ", a total of",
    ", or a total of",
    ", making a total of",
    ", for a total of",
    " for a total of",
    ", insgesamt",
    ", zusammen",
    ", soit un total de",
    ", au total",
    ", en total",
    ", sammanlagt",
    ", totalt",
];

/// Verbs of where somebody or something is, which is one place.
const PLACED: [&str; 28] = [
    "are",
    "were",
    "work",
    "worked",
    "live",
    "lived",
    "stand",
    "stood",
    "lie",
    "lay",
    "came",
    "come",
    "sit",
    "sat",
    "arbeiten",
    "wohnen",
    "leben",
    "stehen",
    "sind",
    "waren",
    "travaillent",
    "vivent",
    "habitent",
    "trabajan",
    "viven",
    "arbetar",
    "bor",
    "finns",
];

/// Wholes of `sentence` behind their parts, or that a clause of it parts.
pub(super) fn wholes(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let all = sentence.counted();
    if all.len() < 3 {
        return;
    }
    found.extend(together(sentence, all).or_else(|| of_whom(sentence, all)));
}

/// True for parts of which those behind the first name nothing of their own: "12 people on Friday, eight on Saturday".
fn elliptic(sentence: &LintSentence<'_>, parts: &[PlacedAmount<'_>]) -> bool {
    parts.iter().skip(1).all(|part| {
        let next = sentence.tail(part.0).trim_start().split([' ', ',', '.']).next().unwrap_or_default();
        next.is_empty() || is_preposition(next)
    })
}

/// "12 people on Friday, eight on Saturday and three on Sunday, 23 in all".
fn together(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>]) -> Option<LintFinding> {
    let (whole, parts) = all.split_last()?;
    let (lead, tail) = (sentence.lead(whole.0), sentence.tail(whole.0));
    // What is counted may be named once more: "23 people in all".
    let behind = tail.trim_start();
    let named = behind.split_once(' ').map_or("", |(_, rest)| rest);
    let is_behind = |tail: &str| {
        IN_ALL.iter().any(|words| tail.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    };
    let closes = lead.trim_end().ends_with([',', ';', '–', '—', '(']);
    let in_all = closes && (is_behind(behind) || is_behind(named));
    let total = TOTAL.iter().any(|words| lead.trim_end().ends_with(words));
    let last = parts.last()?;
    let row = parts.len() >= 2 && one_unit(all) && in_a_row(sentence, parts) && is_last(sentence, last);
    if !(row && (in_all || total) && exactly(whole.1)) {
        return None;
    }
    let finding = || mismatch(sentence, whole, parts, FindingKind::Sum);
    if elliptic(sentence, parts) {
        return finding();
    }
    // Each with a name of its own, "310 boys and 295 girls", they may be some of several sorts; a whole that is a little less than
    // they are can't be right.
    let made = sum(parts)?;
    let plain = is_slip(whole.2.value, made, parts) && !has(sentence.all(), &REST) && !nested(sentence);
    let open = made < whole.2.value && !leave_nobody_out(sentence, parts);
    let weight = if open { Certainty::Doubt } else { Certainty::Error };
    plain.then(finding).flatten().map(|finding| LintFinding { weight, ..finding })
}

/// "300 workers, of whom 120 work in Vejle, 100 in Aarhus and 90 in Odense": no more than all of them can be somewhere.
fn of_whom(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>]) -> Option<LintFinding> {
    let (whole, parts) = all.split_first()?;
    let gap = sentence.tail(whole.0);
    let clause = OF_WHICH.iter().any(|words| gap.trim_end().ends_with(words)) && gap.split_whitespace().count() <= 6;
    let first = parts.first()?;
    let placed = has(sentence.tail(first.0), &PLACED) || has(gap, &PLACED);
    let last = parts.last()?;
    // Of two, one may be in both.
    let row = parts.len() >= 3 && one_unit(all) && in_a_row(sentence, parts) && is_last(sentence, last);
    let total = sum(parts)?;
    let least = parts.iter().map(|(.., part)| part.value).min()?;
    let slip = total > whole.2.value && total.checked_sub(whole.2.value)? < least;
    let bare = whole.2.unit == Unit::Bare && whole.0 + 1 == first.0;
    if !(bare && clause && placed && row && slip && elliptic(sentence, parts)) {
        return None;
    }
    mismatch(sentence, whole, parts, FindingKind::Sum)
}
