//! By how much a figure changed, beside its two values: told as an amount, or as a part in words.

use super::changes::{CHANGES, FromTo, shown, the_pair, told};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, exactly, has, in_scale_of, number, rounding};
use crate::quantity::{Decimal, QuantityValue, Unit};
use crate::text::Span;

/// By how much a figure of `sentence` changed, where it is not what its two values say.
pub(super) fn steps(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let Some(pair) = the_pair(sentence) else { return };
    // Of one change one thing is said.
    let place = sentence.passage.shift(pair.from.1.span);
    if !found.iter().any(|finding| finding.kind == FindingKind::Change && finding.spans.contains(&place)) {
        found.extend(part(sentence, &pair).or_else(|| amount(sentence, sentence.counted(), &pair)));
    }
}

/// "Rose by a fifth, from 40 to 50 million": parts in words are round.
fn part(sentence: &LintSentence<'_>, pair: &FromTo<'_>) -> Option<LintFinding> {
    let (place, told) = part_told(sentence, pair)?;
    let (from, to) = pair.values;
    let right = to.checked_sub(from)?.checked_div(from)?.abs();
    let room = Decimal::new(4, 2).max(told * Decimal::new(12, 2));
    let off = (right - told).abs() > room && pair.unit != Unit::Percent;
    let (from, to, said) = (shown(sentence, &pair.from), shown(sentence, &pair.to), sentence.exact(place));
    let percent = number((right * Decimal::ONE_HUNDRED).round_dp(1).normalize());
    let says = format!("From {from} to {to} is a change of {percent} percent, not {said}");
    let spans = [pair.from.1.span, pair.to.1.span, place];
    off.then(|| sentence.finding(FindingKind::Change, Certainty::Error, says, &spans))
}

/// The part by which something is said to have changed, and where that stands. "A fifth" before a comma is read as a place in a row.
fn part_told(sentence: &LintSentence<'_>, pair: &FromTo<'_>) -> Option<(Span, Decimal)> {
    if let Some(told) = told(sentence, sentence.amounts_in_a_row(), pair, Unit::Part) {
        return exactly(told.1).then_some((told.1.span, told.2.value));
    }
    let at = pair.from.0.checked_sub(1).filter(|_| pair.from.0 < pair.to.0)?;
    let before = sentence.quantities.get(at).filter(|before| exactly(before))?;
    let QuantityValue::Ordinal(nth @ 3..=10) = before.value else { return None };
    let by = sentence.exact(before.span).starts_with("a ") && sentence.lead(at).ends_with(" by ")
        || sentence.lead(at).ends_with(" by a ");
    let direct = matches!(sentence.between(before, pair.from.1), ", from " | " from ");
    (by && direct).then(|| Some((before.span, Decimal::ONE.checked_div(Decimal::from(nth))?)))?
}

/// "The price rose by $15, from $45 to $65", "cut from 900 to 650, a loss of 350 jobs".
fn amount(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>], pair: &FromTo<'_>) -> Option<LintFinding> {
    let told = told(sentence, all, pair, pair.unit).filter(|told| exactly(told.1))?;
    let counts = matches!(pair.unit, Unit::Bare | Unit::Money(_) | Unit::Measure(_));
    let tail = sentence.tail(told.0).split([',', ';', '.']).next().unwrap_or_default();
    let before = told.0 < pair.from.0;
    let named = before || has(sentence.lead(told.0), &CHANGES);
    if !counts || !named || has(tail, &["than", "since", "compared", "each", "every", "per"]) {
        return None;
    }
    let right = pair.values.1.checked_sub(pair.values.0)?.abs();
    let slack = [told, pair.from, pair.to].iter().map(|one| rounding(sentence, one)).max()? / Decimal::TWO;
    let slack = if right < Decimal::ONE_HUNDRED { Decimal::ZERO } else { slack };
    // What is far more or far less is of something else: "from 4,000 to 5,000 votes, a gain of three seats".
    let near = told.2.value * Decimal::from(5) > right * Decimal::TWO
        && right * Decimal::from(5) > told.2.value * Decimal::TWO;
    let (from, to) = (shown(sentence, &pair.from), shown(sentence, &pair.to));
    let (right_said, said) = (in_scale_of(sentence, &told, right), sentence.exact(told.1.span));
    let says = format!("Between {from} and {to} it is {right_said}, not {said}");
    let spans = [pair.from.1.span, pair.to.1.span, told.1.span];
    (near && (right - told.2.value).abs() > slack)
        .then(|| sentence.finding(FindingKind::Difference, Certainty::Error, says, &spans))
}
