//! Measures against their conversions, and currencies.

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, has};
use super::rates::is_rate;
use crate::quantity::{
    Amount, DIFFERENCE_OF_DEGREES, Decimal, Dimension, Measure, Quantity, QuantityRelation, QuantityValue, Unit,
    compare, same_unit,
};
use crate::text::Span;

/// Dollar, euro and pound have never been further apart than this, up or down.
const CLOSE: [&str; 3] = ["USD", "EUR", "GBP"];

/// Words before a temperature that is one, whatever rose to it.
const REACHED: [&str; 7] = [" to ", " at ", " auf ", " bei ", " à ", " till ", " a los "];

/// Conversions of a sentence that do not come out.
pub(super) fn units(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let amounts = sentence.amounts_in_a_row();
    for (at, pair) in amounts.windows(2).enumerate() {
        let [(_, one, a), (_, other, b)] = pair else { continue };
        let gap = sentence.between(one, other);
        let told_again = is_conversion(gap) && !is_rate(sentence.after(other.span.end));
        if !told_again || same_unit(a.unit, b.unit) {
            continue;
        }
        if let (Unit::Money(left), Unit::Money(right)) = (a.unit, b.unit) {
            // "$100 (£5 after costs)" is no conversion.
            let closed = !gap.ends_with('(') || sentence.after(other.span.end).starts_with(')');
            found.extend(money(sentence, (one, a, left), (other, b, right)).filter(|_| closed));
        } else {
            found.extend(measure(sentence, amounts, at));
        }
    }
    rates(sentence, amounts, found);
}

/// Money told again in a currency that was never worth so much, or so little.
fn money(
    sentence: &LintSentence<'_>,
    (one, a, left): (&Quantity, &Amount, &str),
    (other, b, right): (&Quantity, &Amount, &str),
) -> Option<LintFinding> {
    let ratio = a.value.checked_div(b.value).filter(|ratio| !ratio.is_zero())?;
    let close = CLOSE.contains(&left) && CLOSE.contains(&right);
    let far = ratio < Decimal::new(4, 1) || ratio > Decimal::new(25, 1);
    let says = || format!("{a} can't be {b}: the rate was never so");
    (close && far).then(|| sentence.finding(FindingKind::Currency, Certainty::Doubt, says(), &[one.span, other.span]))
}

/// A measure that ends with the amount at `at`, told again in other units behind it.
fn measure(sentence: &LintSentence<'_>, amounts: &[PlacedAmount<'_>], at: usize) -> Option<LintFinding> {
    let one = ending(sentence, amounts.get(..=at)?)?;
    let other = beginning(sentence, amounts.get(at + 1..)?)?;
    let (a, b) = (one.amount()?, other.amount()?);
    let (Unit::Measure(left), Unit::Measure(right)) = (a.unit, b.unit) else { return None };
    // "12st 4lb": the stones are read as a place in a row.
    if left.dimension == Dimension::Mass && sentence.before(one.span.start, 5).trim_end().ends_with("st") {
        return None;
    }
    let is_length_of_time = matches!(left.dimension, Dimension::Time | Dimension::Months);
    if left.dimension != right.dimension || is_length_of_time || !differs(sentence, &one, &other) {
        return None;
    }
    let is = converted(a, b).unwrap_or_else(|| "something else".into());
    let says = format!("{} is {is}, not {}", sentence.exact(one.span), sentence.exact(other.span));
    Some(sentence.finding(FindingKind::Unit, Certainty::Error, says, &[one.span, other.span]))
}

/// The measure that ends with the last of `amounts`: "6 feet 2 inches" is one, in inches.
fn ending(sentence: &LintSentence<'_>, amounts: &[PlacedAmount<'_>]) -> Option<Quantity> {
    let (last, before) = amounts.split_last()?;
    let mut whole = last.1.clone();
    for (_, part, _) in before.iter().rev() {
        let Some(joined) = joined(sentence, part, &whole) else { break };
        whole = joined;
    }
    in_mass(sentence, &whole).or(Some(whole))
}

/// The measure that begins with the first of `amounts`.
fn beginning(sentence: &LintSentence<'_>, amounts: &[PlacedAmount<'_>]) -> Option<Quantity> {
    let (first, behind) = amounts.split_first()?;
    let mut whole = first.1.clone();
    for (_, part, _) in behind {
        let Some(joined) = joined(sentence, &whole, part) else { break };
        whole = joined;
    }
    in_mass(sentence, &whole).or(Some(whole))
}

/// A measure of two units, the smaller right behind the greater, as one in the smaller.
fn joined(sentence: &LintSentence<'_>, large: &Quantity, small: &Quantity) -> Option<Quantity> {
    if !matches!(sentence.between(large, small), "" | " " | ", " | " and " | "-") {
        return None;
    }
    let of_small = in_mass(sentence, small);
    let small = of_small.as_ref().unwrap_or(small);
    let of_large = in_mass(sentence, large);
    let (whole, part) = (of_large.as_ref().unwrap_or(large).amount()?, small.amount()?);
    let (Unit::Measure(left), Unit::Measure(right)) = (whole.unit, part.unit) else { return None };
    let times = left.one().checked_div(right.one())?;
    // "6 feet 14 inches" is two lengths.
    let fits = left.dimension == right.dimension && part.value < times && whole.value.fract().is_zero();
    let value = whole.value.checked_mul(times)?.checked_add(part.value)?;
    let amount = Amount { value, upto: None, ..part.clone() };
    let span = Span::new(large.span.start, small.span.end);
    fits.then_some(Quantity { span, hedge: large.hedge, value: QuantityValue::Amount(amount) })
}

/// Pounds that are read as money, as the weight that they are beside one.
fn in_mass(sentence: &LintSentence<'_>, quantity: &Quantity) -> Option<Quantity> {
    let amount = quantity.amount().filter(|amount| amount.unit == Unit::Money("GBP"))?;
    let word = sentence.exact(quantity.span).rsplit(' ').next().unwrap_or_default();
    let pound = Measure::named("pound").filter(|_| matches!(word, "pound" | "pounds"))?;
    Some(Quantity {
        value: QuantityValue::Amount(Amount { unit: Unit::Measure(pound), ..amount.clone() }),
        ..quantity.clone()
    })
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

/// True when two measures are not the same: a difference of degrees where the sentence speaks of one.
fn differs(sentence: &LintSentence<'_>, one: &Quantity, other: &Quantity) -> bool {
    let (Some(a), Some(b)) = (one.amount(), other.amount()) else { return false };
    let (Unit::Measure(left), Unit::Measure(right)) = (a.unit, b.unit) else { return false };
    if left.dimension == Dimension::Temperature {
        let lead = sentence.before(one.span.start, 12);
        let by = sentence.before(one.span.start, 4).ends_with("by ");
        let may_be = by || has(sentence.all(), &DIFFERENCE_OF_DEGREES) && !REACHED.iter().any(|to| lead.ends_with(to));
        let reckoned = |amount: &Amount, one: Decimal| amount.value.checked_mul(one);
        let gap = reckoned(a, left.one()).zip(reckoned(b, right.one())).map(|(x, y)| (x - y).abs());
        let fits = gap.is_some_and(|gap| gap <= Decimal::ONE);
        if by || may_be && fits {
            return !fits;
        }
        let exactly = gap.is_some_and(|gap| gap <= Decimal::new(1, 1));
        if exactly && has(sentence.all(), &APART) || is_in_an_oven(sentence, a) {
            return false;
        }
    }
    compare(one, other) == QuantityRelation::Differs
}

/// Words of sentences in which degrees count how far apart temperatures are, whatever stands right before them.
#[rustfmt::skip]
const APART: [&str; 21] = [
    "warming", "pre-industrial", "preindustrial", "goal", "target", "threshold", "margin", "margins", "difference", "deviation", "anomaly",
    "erwärmung", "ziel", "unterschied", "abstand", "réchauffement", "écart", "calentamiento", "diferencia", "uppvärmning", "skillnad",
];

/// True for the heat of an oven, which recipes tell in tens of both units.
fn is_in_an_oven(sentence: &LintSentence<'_>, amount: &Amount) -> bool {
    const OVEN: [&str; 10] = ["oven", "ovens", "bake", "baked", "roast", "ofen", "backofen", "four", "horno", "ugn"];
    has(sentence.all(), &OVEN) && (amount.value % Decimal::TEN).is_zero()
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
