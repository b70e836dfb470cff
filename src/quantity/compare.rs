//! How two quantities stand to each other.

use rust_decimal::{Decimal, RoundingStrategy};

use super::amount::{Amount, Quantity, QuantityValue, Unit};
use super::hedge::Hedge;
use super::measure::{Dimension, Measure};
use super::reader::read;

/// How two quantities stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityRelation {
    /// They say the same.
    Equal,
    /// One is the other rounded, or lies where the other's hedge or range allows.
    Rounded,
    /// The same in another unit, as near as the rounder of the two is meant.
    Converted,
    /// Of the same sort, and not the same.
    Differs,
    /// Of different sorts: miles and euros, a date and an amount.
    Incomparable,
}

/// How `one` stands to `other`; the order makes no difference.
pub fn compare(one: &Quantity, other: &Quantity) -> QuantityRelation {
    match (&one.value, &other.value) {
        (QuantityValue::Amount(a), QuantityValue::Amount(b)) => amounts((a, one), (b, other)),
        (QuantityValue::Ordinal(a), QuantityValue::Ordinal(b)) if a == b => QuantityRelation::Equal,
        (QuantityValue::Clock(a), QuantityValue::Clock(b)) if a == b => QuantityRelation::Equal,
        (QuantityValue::Ordinal(_), QuantityValue::Ordinal(_)) | (QuantityValue::Clock(_), QuantityValue::Clock(_)) => {
            QuantityRelation::Differs
        }
        (QuantityValue::Date(a), QuantityValue::Date(b)) => {
            let same_day = |date: &super::Date| (date.year, date.month, date.day, date.weekday.map(|(day, _)| day));
            if same_day(a) == same_day(b) && a.decade == b.decade {
                QuantityRelation::Equal
            } else if !a.agrees(b) {
                QuantityRelation::Differs
            } else if shares_part(a, b) {
                QuantityRelation::Rounded
            } else {
                QuantityRelation::Incomparable
            }
        }
        _ => QuantityRelation::Incomparable,
    }
}

/// The first quantity of `here` that has none like it `there`, and one that stands in its place there, both as they are written. Both
/// texts are read in `language` (BCP 47; empty when unknown).
pub fn differing<'t>(here: &'t str, there: &'t str, language: &str) -> Option<(&'t str, &'t str)> {
    let (ours, theirs) = (read(here, language), read(there, language));
    let same = |likeness| {
        matches!(likeness, QuantityRelation::Equal | QuantityRelation::Rounded | QuantityRelation::Converted)
    };
    let alone = |one: &Quantity, all: &[Quantity]| !all.iter().any(|other| same(compare(one, other)));
    ours.iter().filter(|one| alone(one, &theirs)).find_map(|one| {
        let is_other = |other: &&Quantity| compare(one, other) == QuantityRelation::Differs;
        let other = theirs.iter().filter(|other| alone(other, &ours)).find(is_other)?;
        Some((one.span.of(here), other.span.of(there)))
    })
}

/// True when two dates that do not contradict each other say something in common.
fn shares_part(a: &super::Date, b: &super::Date) -> bool {
    a.year.is_some() && b.year.is_some()
        || a.month.is_some() && b.month.is_some()
        || a.weekday.is_some() && b.weekday.is_some()
}

type Hedged<'a> = (&'a Amount, &'a Quantity);

fn amounts(one: Hedged<'_>, other: Hedged<'_>) -> QuantityRelation {
    let ((a, _), (b, _)) = (one, other);
    if same_unit(a.unit, b.unit) {
        if (a.value, a.upto) == (b.value, b.upto) {
            return QuantityRelation::Equal;
        }
        let rounds = (rounds_to(a, b) || rounds_to(b, a)) && !(shuts_out(one, b) || shuts_out(other, a));
        let near = allows(one, b) || allows(other, a) || rounds;
        return if near { QuantityRelation::Rounded } else { QuantityRelation::Differs };
    }
    if let Some(same) = by_parts(one, other) {
        return same;
    }
    let (Unit::Measure(left), Unit::Measure(right)) = (a.unit, b.unit) else { return QuantityRelation::Incomparable };
    if left.dimension != right.dimension {
        return QuantityRelation::Incomparable;
    }
    // Whichever gallon, ton or barrel is meant.
    let pairs = left.meanings().flat_map(|left| right.meanings().map(move |right| (left, right)));
    // "1.2 km" and "1,200 m" are equal; a foot is no round number of metres, and only one meaning of a ton is meant.
    if is_equal((a, left), (b, right)) {
        return QuantityRelation::Equal;
    }
    let told: Vec<bool> = pairs.filter_map(|(left, right)| converts((a, left), (b, right))).collect();
    match told.iter().any(|same| *same) {
        true => QuantityRelation::Converted,
        false if told.is_empty() => QuantityRelation::Incomparable,
        false => QuantityRelation::Differs,
    }
}

/// A part in words against percent: "half" and "50 percent", "nearly half" and "48.7 percent". A part is as round as a figure of one
/// place.
fn by_parts(one: Hedged<'_>, other: Hedged<'_>) -> Option<QuantityRelation> {
    let ((part, said), (percent, told)) = match (one.0.unit, other.0.unit) {
        (Unit::Part, Unit::Percent) => (one, other),
        (Unit::Percent, Unit::Part) => (other, one),
        _ => return None,
    };
    let hundredths = part.value.checked_mul(Decimal::ONE_HUNDRED)?;
    let gap = hundredths.checked_sub(percent.value)?.abs();
    let hedged = match (said.hedge.is_open(), told.hedge.is_open()) {
        (true, _) => Some(said.hedge.allows(hundredths, Decimal::ONE, percent.value)),
        (false, true) => Some(told.hedge.allows(percent.value, percent.step, hundredths)),
        (false, false) => None,
    };
    let same = hedged.unwrap_or_else(|| gap <= (percent.step / Decimal::TWO).max(hundredths / ROUND));
    Some(if same { QuantityRelation::Converted } else { QuantityRelation::Differs })
}

/// True when `hedged`'s hedge or range leaves room for `value`.
fn allows((amount, said): Hedged<'_>, value: &Amount) -> bool {
    let within = amount.upto.is_some_and(|upto| (amount.value..=upto).contains(&value.value));
    within || said.hedge.is_open() && said.hedge.allows(amount.value, amount.step, value.value)
}

/// True when `hedged` says on which side of it the value is, and `value` is on the other: "more than 30 million" and 29.5.
fn shuts_out((amount, said): Hedged<'_>, value: &Amount) -> bool {
    match said.hedge {
        Hedge::Over | Hedge::AtLeast => value.upto.unwrap_or(value.value) < amount.value,
        Hedge::Under | Hedge::AtMost => value.value > amount.upto.unwrap_or(amount.value),
        Hedge::None | Hedge::About | Hedge::Nearly => false,
    }
}

/// A figure without a hedge is off the one that it rounds by no more than the whole divided by this: a twentieth.
const ROUND: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// True when `exact`, rounded to where the last figure of `round` stands, is `round`, and no more than a twentieth off: "100" is no
/// rounded 149. With two figures that count it never is.
pub fn rounds_to(round: &Amount, exact: &Amount) -> bool {
    // "10" is as exact as 9 and 11.
    let small = round.value.abs() < Decimal::from(20) && round.step >= Decimal::TEN;
    if round.step.is_zero() || exact.step >= round.step || small {
        return false;
    }
    let Some(steps) = exact.value.checked_div(round.step) else { return false };
    let nearest = steps.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let off = (round.value - exact.value).abs();
    nearest.checked_mul(round.step) == Some(round.value) && off <= round.value.abs() / ROUND
}

/// True when amounts in the two units can be set side by side without reckoning.
pub fn same_unit(one: Unit, other: Unit) -> bool {
    let pound = |unit: Unit| {
        matches!(unit, Unit::Money("GBP")) || matches!(unit, Unit::Measure(measure) if measure.name == "pound")
    };
    let crown = |unit: Unit| matches!(unit, Unit::Money("crown" | "SEK" | "NOK" | "DKK"));
    let age = |unit: Unit| unit == Unit::Age || matches!(unit, Unit::Measure(measure) if measure.name == "year");
    let open_crown = one == Unit::Money("crown") || other == Unit::Money("crown");
    one == other || pound(one) && pound(other) || crown(one) && crown(other) && open_crown || age(one) && age(other)
}

/// True for two amounts in units of one meaning each that are the same to the last figure; degrees are reckoned, not counted.
fn is_equal((a, left): (&Amount, Measure), (b, right): (&Amount, Measure)) -> bool {
    let sole = |measure: Measure| measure.meanings().count() == 1;
    let same = |one: Decimal, other: Decimal| left.in_base(one).is_some_and(|one| Some(one) == right.in_base(other));
    let upto = match (a.upto, b.upto) {
        (Some(one), Some(other)) => same(one, other),
        (None, None) => true,
        _ => false,
    };
    let degrees = left.dimension == Dimension::Temperature;
    sole(left) && sole(right) && !degrees && upto && same(a.value, b.value)
}

/// Whether two amounts in units of one dimension are the same length, weight …, as near as the rounder of the two is meant; `None` where
/// they are too large to reckon with.
fn converts((a, left): (&Amount, Measure), (b, right): (&Amount, Measure)) -> Option<bool> {
    let (x, y) = (left.in_base(a.value)?, right.in_base(b.value)?);
    let (rough, exact) = (figures(a).min(figures(b)), figures(a).max(figures(b)));
    let slack = half_step(a, left, exact)?.max(half_step(b, right, exact)?);
    // Beside the last figure, some is allowed where one of the two has but one figure that counts, "30 km (20 miles)"; less where
    // the other was worked out to its third.
    let share = match (left.dimension, rough, exact) {
        (Dimension::Temperature, ..) => Decimal::ZERO,
        (_, 1, ..3) => Decimal::new(12, 2),
        (_, 1, _) => Decimal::new(6, 2),
        _ => Decimal::new(3, 2),
    };
    Some((x - y).abs() <= slack.max(x.abs().max(y.abs()) * share))
}

/// How many figures of an amount count: 1 for "80", 3 for "196".
fn figures(amount: &Amount) -> usize {
    let counting = amount.value.abs().checked_div(amount.step).unwrap_or_default().trunc();
    counting.to_string().trim_start_matches('0').len().max(1)
}

/// Half of what the last figure of `amount` is worth, in its dimension's own unit. A nought at the end may count, "10 kilometres":
/// where the other has `exact` figures that do, it is no licence for any conversion.
fn half_step(amount: &Amount, measure: Measure, exact: usize) -> Option<Decimal> {
    let half = amount.step.checked_mul(measure.one())? / Decimal::TWO;
    if amount.step < Decimal::TEN {
        return Some(half);
    }
    let most = match (measure.dimension, exact) {
        (Dimension::Temperature, _) => Decimal::new(25, 1),
        (_, 1) => amount.value.checked_mul(measure.one())?.abs() * Decimal::new(2, 1),
        (_, 2) => amount.value.checked_mul(measure.one())?.abs() * Decimal::new(12, 2),
        _ => amount.value.checked_mul(measure.one())?.abs() * Decimal::new(6, 2),
    };
    Some(half.min(most))
}
