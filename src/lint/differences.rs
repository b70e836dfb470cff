//! Differences against their two values, and rates times a number against the whole.

use super::figures::is_of_another;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, exactly, has, number};
use crate::quantity::{Decimal, Unit, same_unit};

/// Differences of two values, and rates times a number, in sentences that tell just the three.
pub(super) fn differences(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let all = sentence.counted();
    let [a, b, c] = all else { return };
    if ![a, b, c].iter().all(|told| exactly(told.1)) {
        return;
    }
    found.extend(
        profit(sentence, [a, b, c]).or_else(|| higher(sentence, [a, b, c])).or_else(|| rate(sentence, [a, b, c])),
    );
}

/// Words before what came in.
#[rustfmt::skip]
const IN: [&str; 16] = [
    "nahm", "einnahmen", "einnahme", "encaissé", "recettes", "ingresó", "ingresos", "took in", "earned", "revenue",
    "revenues", "income", "sales", "sold", "received", "raised",
];

/// Words before what went out.
#[rustfmt::skip]
const OUT: [&str; 15] = [
    "gab", "ausgaben", "kosteten", "dépensé", "dépenses", "gastó", "spent", "cost", "costs", "expenses", "spending",
    "paid", "expenditure", "bought", "outlays",
];

/// Words before what is left of it.
#[rustfmt::skip]
const LEFT: [&str; 18] = [
    "leaving", "gewinn von", "überschuss von", "verlust von", "bénéfice de", "perte de", "beneficio de",
    "pérdida de", "överskott på", "underskott på", "profit of", "surplus of", "loss of", "deficit of", "gain of",
    "shortfall of", "profit was", "difference of",
];

/// "Took in 9 and spent 7, a profit of 3".
fn profit(sentence: &LintSentence<'_>, [a, b, c]: [&PlacedAmount<'_>; 3]) -> Option<LintFinding> {
    let linked = has(sentence.lead(a.0), &IN)
        && has(sentence.lead(b.0), &OUT)
        && LEFT.iter().any(|words| sentence.lead(c.0).contains(words));
    let right = a.2.value.checked_sub(b.2.value)?.abs();
    let lead = sentence.lead(c.0);
    let another = lead.contains(';') || has(lead, &["last", "previous", "earlier"]);
    let linked = linked && !another && !is_of_another(sentence.after(c.1.span.end));
    if !linked || !same_unit(a.2.unit, b.2.unit) || !same_unit(b.2.unit, c.2.unit) || near(right, c) {
        return None;
    }
    let says = format!("{} less {} is {}, not {}", a.2, b.2, number(right), c.2);
    Some(sentence.finding(FindingKind::Difference, Certainty::Error, says, &[a.1.span, b.1.span, c.1.span]))
}

/// "At 310 metres, 50 metres higher than the other, which has 280".
fn higher(sentence: &LintSentence<'_>, [a, b, c]: [&PlacedAmount<'_>; 3]) -> Option<LintFinding> {
    const MORE: [&str; 12] = [
        "higher than",
        "taller than",
        "longer than",
        "more than",
        "heavier than",
        "deeper than",
        "larger than",
        "wider than",
        "lower than",
        "shorter than",
        "less than",
        "fewer than",
    ];
    let tail = sentence.tail(b.0).trim_start();
    let compared = MORE.iter().any(|words| tail.starts_with(words)) && tail.contains(", which")
        || tail.contains(", at ") && MORE.iter().any(|words| tail.starts_with(words));
    let units = same_unit(a.2.unit, b.2.unit) && (c.2.unit == Unit::Bare || same_unit(b.2.unit, c.2.unit));
    let right = a.2.value.checked_sub(c.2.value)?.abs();
    if !compared || !units || near(right, b) {
        return None;
    }
    let says = format!("Between {} and {} it is {}, not {}", a.2, number(c.2.value), number(right), b.2);
    Some(sentence.finding(FindingKind::Difference, Certainty::Error, says, &[a.1.span, b.1.span, c.1.span]))
}

/// "At $15 an hour for 40 hours, $750".
fn rate(sentence: &LintSentence<'_>, [a, b, c]: [&PlacedAmount<'_>; 3]) -> Option<LintFinding> {
    let Unit::Measure(measure) = b.2.unit else { return None };
    let per = sentence.tail(a.0).trim_start();
    let unit = per.strip_prefix("an ").or_else(|| per.strip_prefix("a ")).or_else(|| per.strip_prefix("per "))?;
    let priced = matches!(a.2.unit, Unit::Money(_)) && same_unit(a.2.unit, c.2.unit) && unit.starts_with(measure.name);
    let linked = sentence.lead(b.0).trim_end().ends_with("for");
    let right = a.2.value.checked_mul(b.2.value)?;
    if !priced || !linked || near(right, c) {
        return None;
    }
    let says = format!("{} × {} is {}, not {}", a.2, number(b.2.value), number(right), c.2);
    Some(sentence.finding(FindingKind::Rate, Certainty::Error, says, &[a.1.span, b.1.span, c.1.span]))
}

/// True when `right` is what was told, as near as it is rounded.
fn near(right: Decimal, told: &PlacedAmount<'_>) -> bool {
    let slack = if told.2.value > Decimal::ONE_THOUSAND { told.2.step / Decimal::TWO } else { Decimal::ZERO };
    (right - told.2.value).abs() <= slack
}
