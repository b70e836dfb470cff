//! How a claim's figure stands to one of a passage, where the words around them leave out what the figures mean.

use crate::quantity::{Amount, Decimal, Quantity, QuantityRelation, QuantityValue, Unit, compare};

/// Amounts from here on are money as often as not where nothing is said: "it spent 14.8 million".
const LARGE: i64 = 1_000_000;

/// How two quantities stand to each other; a large bare number may be money, and three decimals of a source in another language
/// thousands.
pub(super) fn likeness(own: &Quantity, other: &Quantity) -> QuantityRelation {
    let relation = in_one_unit(own, other);
    if relation != QuantityRelation::Differs {
        return relation;
    }
    let thousands = || as_thousands(other).map(|other| in_one_unit(own, &other));
    thousands().filter(|relation| *relation != QuantityRelation::Incomparable).unwrap_or(relation)
}

/// "12.400" of an English reading as it is meant in a German text: twelve thousand and four hundred.
fn as_thousands(quantity: &Quantity) -> Option<Quantity> {
    let amount = quantity.amount()?;
    let three_decimals = amount.step == Decimal::new(1, 3) && amount.value >= Decimal::ONE;
    let value = amount.value.checked_mul(Decimal::ONE_THOUSAND).filter(|_| three_decimals && amount.upto.is_none())?;
    let value = QuantityValue::Amount(Amount { value, step: Decimal::ONE, ..amount.clone() });
    Some(Quantity { value, ..quantity.clone() })
}

/// How two quantities stand to each other; a large bare number may be money.
fn in_one_unit(own: &Quantity, other: &Quantity) -> QuantityRelation {
    let (Some(mine), Some(theirs)) = (own.amount(), other.amount()) else { return compare(own, other) };
    let is_large = |amount: &Amount| amount.value.abs() >= Decimal::from(LARGE);
    match (mine.unit, theirs.unit) {
        (Unit::Bare, Unit::Money(_)) if is_large(mine) => compare(&counted_in(own, mine, theirs.unit), other),
        (Unit::Money(_), Unit::Bare) if is_large(theirs) => compare(own, &counted_in(other, theirs, mine.unit)),
        _ => compare(own, other),
    }
}

/// The same quantity in another unit.
fn counted_in(quantity: &Quantity, amount: &Amount, unit: Unit) -> Quantity {
    Quantity { value: QuantityValue::Amount(Amount { unit, ..amount.clone() }), ..quantity.clone() }
}

/// True for figures as a slip of the pen makes one of the other: digits turned round, or ten times as much. Years, too.
pub(super) fn is_slip(own: &Quantity, other: &Quantity) -> bool {
    let (Some(mine), Some(theirs)) = (digits(own), digits(other)) else { return false };
    let bare = |digits: &str| digits.trim_matches('0').to_owned();
    let (one, two) = (bare(&mine), bare(&theirs));
    let sorted = |text: &str| {
        let mut all: Vec<char> = text.chars().collect();
        all.sort_unstable();
        all
    };
    mine != theirs && one.len() > 1 && sorted(&one) == sorted(&two)
}

/// The digits of an amount, or of a year that stands alone.
fn digits(quantity: &Quantity) -> Option<String> {
    match &quantity.value {
        QuantityValue::Amount(amount) if amount.upto.is_none() => {
            Some(amount.value.normalize().to_string().chars().filter(char::is_ascii_digit).collect())
        }
        QuantityValue::Date(date) if date.month.is_none() => date.year.map(|year| year.to_string()),
        QuantityValue::Amount(_) | QuantityValue::Ordinal(_) | QuantityValue::Date(_) | QuantityValue::Clock(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_slip, likeness};
    use crate::quantity::{QuantityRelation, read};

    #[test]
    fn turned_digits_are_a_slip_and_equal_ones_are_none() {
        let of = |text: &str| read(text, "en").remove(0);
        assert!(is_slip(&of("97,600 guests"), &of("79,600 guests")));
        assert!(is_slip(&of("in 1926"), &of("in 1962")));
        assert!(!is_slip(&of("97,600 guests"), &of("97,600 people")));
        assert!(!is_slip(&of("3 ships"), &of("30 ships")));
    }

    #[test]
    fn three_decimals_of_a_source_may_be_thousands() {
        let of = |text: &str| read(text, "en").remove(0);
        assert_eq!(likeness(&of("12,400 guests"), &of("12.400 Gäste")), QuantityRelation::Equal);
        assert_eq!(likeness(&of("12.4 guests"), &of("12.400 guests")), QuantityRelation::Equal);
        assert_eq!(likeness(&of("12,900 guests"), &of("12.400 Gäste")), QuantityRelation::Differs);
    }

    #[test]
    fn a_large_bare_number_may_be_money() {
        let of = |text: &str| read(text, "en").remove(0);
        assert_eq!(likeness(&of("14.8 million"), &of("18.4 million euros")), QuantityRelation::Differs);
        assert_eq!(likeness(&of("14 ships"), &of("18 euros")), QuantityRelation::Incomparable);
    }
}
