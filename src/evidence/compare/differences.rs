//! Figures that mean something else than they say by themselves: differences of degrees, and parts in two words.

use crate::quantity::{
    Amount, DIFFERENCE_OF_DEGREES, Decimal, Dimension, Measure, OUT_OF, Quantity, QuantityValue, Unit,
};
use crate::text::Span;

/// Words right before a difference.
const BY: [&str; 4] = ["by", "um", "med", "of"];
/// What "three in ten" is out of.
const WHOLES: [i64; 13] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000];

/// Makes one part of two numbers: "eight in ten", "three out of four".
pub(super) fn join_parts(text: &str, numbers: &mut Vec<Quantity>) {
    let mut at = 0;
    while let Some([one, other]) = numbers.get(at..at + 2) {
        if let Some(part) = part(text, one, other) {
            numbers.splice(at..at + 2, [part]);
        }
        at += 1;
    }
}

/// Words before two numbers that a value lies between, and what stands between them.
const BETWEEN: [(&str, &str); 5] =
    [("between", "and"), ("zwischen", "und"), ("entre", "et"), ("entre", "y"), ("mellan", "och")];

/// Makes one range of two numbers: "between 30 and 40 people".
pub(super) fn join_ranges(text: &str, numbers: &mut Vec<Quantity>) {
    let mut at = 0;
    while let Some([one, other]) = numbers.get(at..at + 2) {
        if let Some(range) = range(text, one, other) {
            numbers.splice(at..at + 2, [range]);
        }
        at += 1;
    }
}

fn range(text: &str, one: &Quantity, other: &Quantity) -> Option<Quantity> {
    let before = text.get(..one.span.start)?.split_whitespace().next_back()?.to_lowercase();
    let joint = text.get(one.span.end..other.span.start)?.trim();
    let (low, high) = (one.amount()?, other.amount()?);
    let told = BETWEEN.contains(&(before.as_str(), joint));
    // "Between 30 and 40 percent": the unit stands once.
    let alike = low.unit == high.unit || low.unit == Unit::Bare;
    let sound = told && alike && low.upto.is_none() && high.upto.is_none() && low.value < high.value;
    let amount = Amount { value: low.value, upto: Some(high.value), step: low.step.min(high.step), ..high.clone() };
    let span = Span::new(one.span.start, other.span.end);
    sound.then(|| Quantity { span, value: QuantityValue::Amount(amount), ..one.clone() })
}

/// Words before the two ends of a change, in the order in which they stand.
#[rustfmt::skip]
const CHANGES: [(&str, &str); 8] = [
    ("from", "to"), ("von", "auf"), ("de", "à"), ("från", "till"), ("to", "from"), ("auf", "von"), ("à", "de"), ("till", "från"),
];

/// Gives one of two ends of a change the unit that stands once: "from 41 to 33 percent", "to 33 percent from 41".
pub(super) fn share_units(text: &str, numbers: &mut [Quantity]) {
    for at in 1..numbers.len() {
        let Some([one, other]) = numbers.get_mut(at - 1..=at) else { return };
        let before = text.get(..one.span.start).and_then(|head| head.split_whitespace().next_back());
        let before = before.unwrap_or_default().to_lowercase();
        let joint = text.get(one.span.end..other.span.start).unwrap_or_default().trim();
        if !CHANGES.contains(&(before.as_str(), joint)) {
            continue;
        }
        // What stands behind the last figure is counted by it.
        let counts = text.get(other.span.end..).is_some_and(|rest| rest.trim_start().starts_with(char::is_alphabetic));
        let (QuantityValue::Amount(first), QuantityValue::Amount(last)) = (&mut one.value, &mut other.value) else {
            continue;
        };
        match (first.unit, last.unit) {
            (Unit::Bare, unit) => first.unit = unit,
            (unit, Unit::Bare) if !counts => last.unit = unit,
            _ => {}
        }
    }
}

fn part(text: &str, one: &Quantity, other: &Quantity) -> Option<Quantity> {
    let between = text.get(one.span.end..other.span.start).filter(|between| OUT_OF.contains(between))?;
    let (share, whole) = (one.amount()?, other.amount()?);
    let bare = [share, whole].iter().all(|amount| amount.unit == Unit::Bare && amount.upto.is_none());
    let known = WHOLES.iter().any(|known| whole.value == Decimal::from(*known));
    // "Two of four bridges" are two: elsewhere than in English only of ten or a hundred a share is told so.
    let idiom = matches!(between, " in " | " out of " | " de cada ") || whole.value >= Decimal::TEN;
    let some = share.value > Decimal::ZERO && share.value < whole.value;
    let value = share.value.checked_div(whole.value).filter(|_| bare && known && idiom && some)?;
    let amount = Amount { value, upto: None, step: Decimal::new(1, 2), unit: Unit::Part, in_words: true };
    let span = Span::new(one.span.start, other.span.end);
    Some(Quantity { span, hedge: one.hedge, value: QuantityValue::Amount(amount) })
}

/// Makes differences of degrees Fahrenheit differences of degrees Celsius, which have no zero to be counted from: "rose by 3.6
/// degrees Fahrenheit".
pub(super) fn mark(text: &str, numbers: &mut [Quantity]) {
    let celsius = Measure::named("celsius");
    for number in numbers {
        let differs = is_difference(text, number.span);
        let QuantityValue::Amount(amount) = &mut number.value else { continue };
        let Unit::Measure(measure) = amount.unit else { continue };
        if measure.dimension != Dimension::Temperature || measure.name == "celsius" || !differs {
            continue;
        }
        let reckoned = |value: Decimal| value.checked_mul(measure.one()).map(|value| value.round_dp(2).normalize());
        if let (Some(value), Some(celsius)) = (reckoned(amount.value), celsius) {
            let upto = amount.upto.and_then(reckoned);
            *amount = Amount { value, upto, step: amount.step, unit: Unit::Measure(celsius), ..amount.clone() };
        }
    }
}

/// True where the words around degrees say that they are a difference.
fn is_difference(text: &str, at: Span) -> bool {
    let known = |word: &str| {
        let lower = word.to_lowercase();
        DIFFERENCE_OF_DEGREES.contains(&lower.trim_matches(|c: char| !c.is_alphabetic()))
    };
    let mut before = text.get(..at.start).unwrap_or_default().split_whitespace().rev();
    let (last, next) = (before.next().unwrap_or_default().to_lowercase(), before.next().unwrap_or_default());
    let behind = text.get(at.end..).unwrap_or_default().split_whitespace().next().unwrap_or_default();
    known(&last) || BY.contains(&last.as_str()) && (last != "of" || known(next)) || known(behind)
}
