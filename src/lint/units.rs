//! Measures against their conversions, and currencies.

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::LintSentence;
use super::rates::is_rate;
use crate::quantity::{Amount, Decimal, Dimension, Quantity, QuantityRelation, Unit, compare, same_unit};

/// Dollar, euro and pound have never been further apart than this, up or down.
const CLOSE: [&str; 3] = ["USD", "EUR", "GBP"];

/// Conversions of a sentence that do not come out.
pub(super) fn units(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let amounts = sentence.amounts_in_a_row();
    for pair in amounts.windows(2) {
        let [(_, one, a), (_, other, b)] = pair else { continue };
        let told_again = is_conversion(sentence.between(one, other)) && !is_rate(sentence.after(other.span.end));
        if !told_again || same_unit(a.unit, b.unit) {
            continue;
        }
        match (a.unit, b.unit) {
            (Unit::Measure(left), Unit::Measure(right)) if left.dimension == right.dimension => {
                let by = sentence.before(one.span.start, 4).ends_with("by ");
                if left.dimension != Dimension::Time
                    && left.dimension != Dimension::Months
                    && differs((one, a), (other, b), by)
                {
                    let says =
                        format!("{a} is {}, not {b}", converted(a, b).unwrap_or_else(|| "something else".into()));
                    found.push(sentence.finding(FindingKind::Unit, Certainty::Error, says, &[one.span, other.span]));
                }
            }
            (Unit::Money(left), Unit::Money(right)) if CLOSE.contains(&left) && CLOSE.contains(&right) => {
                let ratio = a.value.checked_div(b.value).unwrap_or_default();
                if ratio < Decimal::new(4, 1) || ratio > Decimal::new(25, 1) {
                    let says = format!("{a} can't be {b}: the rate was never so");
                    found.push(sentence.finding(
                        FindingKind::Currency,
                        Certainty::Doubt,
                        says,
                        &[one.span, other.span],
                    ));
                }
            }
            _ => {}
        }
    }
    rates(sentence, amounts, found);
}

/// True when `gap` says that what follows is the same in another unit.
fn is_conversion(gap: &str) -> bool {
    let gap = gap.trim_end();
    let about = [
        "about",
        "around",
        "roughly",
        "some",
        "approximately",
        "nearly",
        "almost",
        "etwa",
        "rund",
        "environ",
        "unos",
        "cirka",
        "ca.",
    ];
    let gap = about.iter().find_map(|word| gap.strip_suffix(word)).unwrap_or(gap).trim_end();
    matches!(
        gap,
        " (" | "(" | "/" | " /" | ", or" | " or" | ", i.e." | ", soit" | ", oder" | ", o sea" | ", eller" | " ="
    )
}

/// True when two measures are not the same; `by`: they are differences, so degrees have no zero.
fn differs((one, a): (&Quantity, &Amount), (other, b): (&Quantity, &Amount), by: bool) -> bool {
    let (Unit::Measure(left), Unit::Measure(right)) = (a.unit, b.unit) else { return false };
    if left.dimension == Dimension::Temperature && by {
        let reckoned = |amount: &Amount, one: Decimal| amount.value.checked_mul(one);
        let gap = reckoned(a, left.one()).zip(reckoned(b, right.one())).map(|(x, y)| (x - y).abs());
        return gap.is_some_and(|gap| gap > Decimal::ONE);
    }
    compare(one, other) == QuantityRelation::Differs
}

/// `a` in the unit of `b`, for a sentence.
fn converted(a: &Amount, b: &Amount) -> Option<String> {
    let (Unit::Measure(left), Unit::Measure(right)) = (a.unit, b.unit) else { return None };
    let base = left.in_base(a.value)?;
    let value = match right.name {
        "fahrenheit" => base.checked_mul(Decimal::new(18, 1))?.checked_add(Decimal::from(32))?,
        _ => base.checked_div(right.one())?,
    };
    let places = u32::from(value.abs() < Decimal::TEN);
    Some(Amount { value: value.round_dp(places), upto: None, ..b.clone() }.to_string())
}

/// Two conversions of one sentence with rates that are far apart.
fn rates(sentence: &LintSentence<'_>, amounts: &[(usize, &Quantity, &Amount)], found: &mut Vec<LintFinding>) {
    let [(_, one, a), (_, other, b), (_, third, c), (_, fourth, d)] = amounts else { return };
    let money = [a, b, c, d].iter().all(|amount| matches!(amount.unit, Unit::Money(_)));
    let twice = same_unit(a.unit, c.unit) && same_unit(b.unit, d.unit) && !same_unit(a.unit, b.unit);
    if !money || !twice || !is_conversion(sentence.between(one, other)) {
        return;
    }
    let rate = |x: &Amount, y: &Amount| x.value.checked_div(y.value).filter(|rate| !rate.is_zero());
    let Some(apart) = rate(a, b).zip(rate(c, d)).and_then(|(first, second)| first.checked_div(second)) else { return };
    if apart > Decimal::from(3) || apart < Decimal::new(33, 2) {
        let says = format!("{a} is {b} here, but {c} is {d} there: the two rates are far apart");
        found.push(sentence.finding(
            FindingKind::Currency,
            Certainty::Doubt,
            says,
            &[one.span, other.span, third.span, fourth.span],
        ));
    }
}
