//! One amount told twice in a row, in two scales: "Rs 5 crore (5 million rupees)", "3 Milliarden, or 3 million".

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::LintSentence;
use super::rates::is_rate;
use crate::quantity::{
    Amount, Decimal, Hedge, Quantity, QuantityRelation, ScaleWords, Unit, compare, same_unit, scale_words,
};

/// What stands between an amount and the same amount in another scale, without hedges.
const SAME: [&str; 21] = [
    " (",
    "(",
    ", or",
    ", i.e.",
    ", that is",
    " – that is",
    " =",
    " equals",
    " is",
    " are",
    ", oder",
    ", das sind",
    ", also",
    " sind",
    ", soit",
    ", c'est-à-dire",
    ", o sea",
    ", es decir",
    ", eller",
    ", det vill säga",
    " /",
];

/// Words for "about" before the second amount.
const ABOUT: [&str; 11] =
    ["about", "around", "roughly", "some", "approximately", "nearly", "almost", "etwa", "rund", "environ", "unos"];

/// Where a sentence has one of these it speaks of the words themselves.
const OF_WORDS: [&str; 12] = [
    "scale",
    "means",
    "meant",
    "meaning",
    "word",
    "called",
    "confused",
    "confuse",
    "bedeutet",
    "heißt",
    "signifie",
    "significa",
];

/// Words of the longest tail that still belongs to the second amount in its bracket: "(5 million rupees a year)".
const TAIL: usize = 28;

/// Amounts of a sentence that are told in two scales, which differ.
pub(super) fn scales(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let amounts = sentence.amounts_in_a_row();
    for pair in amounts.windows(2) {
        let [(_, one, a), (_, other, b)] = pair else { continue };
        let restated = is_same(sentence, one, other) && is_one_unit(a.unit, b.unit) && a.upto.or(b.upto).is_none();
        if restated && let Some(finding) = differ(sentence, (one, a), (other, b)) {
            found.push(finding);
        }
    }
}

/// True when what stands between two amounts says that they are one.
fn is_same(sentence: &LintSentence<'_>, one: &Quantity, other: &Quantity) -> bool {
    let gap = sentence.between(one, other).trim_end().trim_end_matches(',');
    let bare = ABOUT.iter().find_map(|word| gap.strip_suffix(word)).unwrap_or(gap);
    // "2 lakh families, or": what is counted may stand between.
    let counted = bare.strip_prefix(' ').map(|gap| gap.trim_start_matches(char::is_alphabetic));
    let own = |gap: &str| SAME.contains(&gap.trim_end());
    if !(own(bare) || own(gap) || counted.is_some_and(|rest| rest != bare && own(rest))) {
        return false;
    }
    let bracket = bare.ends_with('(');
    let tail = sentence.after(other.span.end);
    if is_rate(tail) {
        return false;
    }
    let closed = tail.find(')').and_then(|end| tail.get(..end)).is_some_and(|tail| {
        tail.len() <= TAIL && !tail.contains(|c: char| c.is_ascii_digit()) && !tail.contains([',', ';'])
    });
    !bracket || closed
}

fn is_one_unit(one: Unit, other: Unit) -> bool {
    let bare =
        one == Unit::Bare && matches!(other, Unit::Money(_)) || other == Unit::Bare && matches!(one, Unit::Money(_));
    same_unit(one, other) || bare
}

type RestatedAmount<'a> = (&'a Quantity, &'a Amount);

fn differ(
    sentence: &LintSentence<'_>,
    (one, a): RestatedAmount<'_>,
    (other, b): RestatedAmount<'_>,
) -> Option<LintFinding> {
    let scale = |quantity: &Quantity| scale_words(sentence.exact(quantity.span), sentence.passage.language);
    let (first, second) = (scale(one), scale(other));
    let word = |scale: &Option<ScaleWords<'_>>| scale.map(|scale| scale.words.to_lowercase());
    let open = |quantity: &Quantity| !matches!(quantity.hedge, Hedge::None | Hedge::About | Hedge::Nearly);
    let apart = sentence.quoted(one.span.start) != sentence.quoted(other.span.start);
    if word(&first) == word(&second) || open(one) || open(other) || apart || sentence.has(&OF_WORDS) {
        return None;
    }
    let same = Quantity {
        value: crate::quantity::QuantityValue::Amount(Amount { unit: a.unit, ..b.clone() }),
        ..other.clone()
    };
    if compare(one, &same) != QuantityRelation::Differs || b.value.is_zero() {
        return None;
    }
    let ratio = a.value.checked_div(b.value)?;
    let slip = is_power_of_ten(ratio);
    let systems = first.is_some_and(|scale| scale.indian) != second.is_some_and(|scale| scale.indian);
    let near = ratio > Decimal::new(5, 2) && ratio < Decimal::from(20) && is_rough(ratio);
    if !(slip || systems && near) {
        return None;
    }
    // In the scale of the second, so that the two can be seen beside each other.
    let times = second.map_or(Decimal::ONE, |scale| scale.times);
    let number = Amount { value: a.value.checked_div(times)?.round_dp(3), unit: Unit::Bare, ..a.clone() };
    let right = second.map_or_else(|| number.to_string(), |scale| format!("{number} {}", scale.words));
    let says = format!("{} is {right}, the text says {}", sentence.exact(one.span), sentence.exact(other.span));
    let weight = if slip { Certainty::Error } else { Certainty::Doubt };
    Some(sentence.finding(FindingKind::Magnitude, weight, says, &[one.span, other.span]))
}

/// True when `ratio` is ten, a hundred, a thousandth …, as near as rounded figures are.
fn is_power_of_ten(ratio: Decimal) -> bool {
    let ten = Decimal::TEN;
    let (mut ratio, mut steps) = (ratio, 0);
    while ratio > Decimal::new(316, 2) && steps < 20 {
        (ratio, steps) = (ratio / ten, steps + 1);
    }
    while ratio < Decimal::new(316, 3) && steps < 20 && !ratio.is_zero() {
        (ratio, steps) = (ratio * ten, steps + 1);
    }
    steps > 0 && (ratio - Decimal::ONE).abs() <= Decimal::new(3, 2)
}

/// True when two amounts so far apart are not one rounded.
fn is_rough(ratio: Decimal) -> bool {
    (ratio - Decimal::ONE).abs() > Decimal::new(3, 2)
}
