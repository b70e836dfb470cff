//! So many at so much each against what they come to: "12 buses at $200,000 each, a total of $2.4 million", "600 euros a month, or 7,200 a
//! year".

use super::figures::IN_ALL;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, exactly, has, in_scale_of, rounding};
use crate::quantity::{Decimal, Unit, same_unit};

/// Words right behind a price of one.
const EACH: [&str; 10] =
    ["each", "apiece", "a piece", "per ", "pro ", "chacun", "chacune", "cada un", "l'unité", "styck"];

/// Words between the price of one and that of all, and whether nothing else can be in it.
#[rustfmt::skip]
const COME_TO: [(&str, bool); 20] = [
    ("a total of", true), ("for a total", true), ("totalling", true), ("totaling", true), ("came to", true), ("come to", true),
    ("comes to", true), ("each for ", true), ("apiece for ", true), ("insgesamt", true), ("zusammen", true), ("au total", true),
    ("en total", true), ("totalt", true), ("brought in", false), ("raised", false), ("earned", false), ("raising", false),
    ("bringing in", false), ("einbrachten", false),
];

/// Words before a price.
const AT: [&str; 15] =
    ["at", "for", "of", "cost", "costing", "costs", "worth", "priced at", "zu", "zu je", "für", "à", "a", "de", "för"];

/// Words of a time for which something is paid, of one as long as several of them, and how many at least and at most.
#[rustfmt::skip]
const PERIODS: [(&str, &str, i64, i64); 15] = [
    ("a month", "a year", 1140, 1260), ("per month", "per year", 1140, 1260), ("a month", "per year", 1140, 1260),
    ("per month", "a year", 1140, 1260), ("a month", "annually", 1140, 1260), ("a week", "a year", 4700, 5350),
    ("per week", "per year", 4700, 5350), ("a week", "a month", 390, 450), ("a quarter", "a year", 380, 420),
    ("im monat", "im jahr", 1140, 1260), ("pro monat", "pro jahr", 1140, 1260), ("par mois", "par an", 1140, 1260),
    ("al mes", "al año", 1140, 1260), ("i månaden", "om året", 1140, 1260), ("per månad", "per år", 1140, 1260),
];

/// Words between the two.
const OR: [&str; 11] =
    [", or", "or", ", that is", ", i.e.", "(", ", also", ", oder", ", soit", ", o", ", es decir", ", eller"];

/// What so many at so much each come to in `sentence`, where it is not what is told.
pub(super) fn products(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let all = sentence.counted();
    if let [number, one, whole] = all {
        found.extend(each(sentence, number, one, whole));
    }
    for pair in all.windows(2) {
        let [short, long] = pair else { continue };
        found.extend(by_period(sentence, short, long));
    }
}

/// "12 buses at $200,000 each, a total of $3.4 million"; "each of the 50 families will get $1,000, $500,000 in all".
fn each(
    sentence: &LintSentence<'_>,
    number: &PlacedAmount<'_>,
    one: &PlacedAmount<'_>,
    whole: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    let row = number.0 + 1 == one.0 && one.0 + 1 == whole.0 && [number, one, whole].iter().all(|told| exactly(told.1));
    let counts = number.2.unit == Unit::Bare && number.2.value > Decimal::ONE && same_unit(one.2.unit, whole.2.unit);
    let (before, gap) = (sentence.between(number.1, one.1), sentence.between(one.1, whole.1));
    let tail = sentence.tail(whole.0).trim_start();
    let in_all = |tail: &str| IN_ALL.iter().any(|words| tail.starts_with(words));
    let named = tail.split_once(' ').map_or("", |(_, rest)| rest);
    let total = in_all(tail) || in_all(named) && matches!(gap.trim_end().chars().next_back(), Some(',' | '–' | '('));
    let lead = sentence.lead(number.0).trim_end();
    let of_each = [
        "each of the",
        "each of its",
        "each of his",
        "each of her",
        "jeder der",
        "jede der",
        "chacun des",
        "cada uno de los",
    ]
    .iter()
    .any(|words| lead.ends_with(words));
    let priced = matches!(one.2.unit, Unit::Money(_))
        && EACH.iter().any(|words| gap.trim_start().starts_with(words))
        && AT.iter().any(|at| before.trim_end().rsplit(' ').next() == Some(at))
        && before.split_whitespace().count() <= 5;
    let come_to = COME_TO.iter().find(|(words, _)| gap.contains(words));
    let sure = total || come_to.is_some_and(|(_, sure)| *sure);
    let linked = priced && (total || come_to.is_some()) || of_each && (total || sure) && gap.len() < 40;
    if !(row && counts && linked) || gap.contains([';', ':']) || gap.len() > 60 {
        return None;
    }
    let right = number.2.value.checked_mul(one.2.value)?;
    let near = whole.2.value * Decimal::from(5) > right * Decimal::TWO
        && right * Decimal::from(5) > whole.2.value * Decimal::TWO;
    // A nought too many or too few.
    let scaled = whole.2.value == right * Decimal::TEN || whole.2.value * Decimal::TEN == right;
    let slack = rounding(sentence, whole)
        .max(right / Decimal::from(50) * Decimal::from(i64::from(whole.2.value > Decimal::ONE_THOUSAND)));
    if !(near || scaled) || (right - whole.2.value).abs() <= slack / Decimal::TWO {
        return None;
    }
    let says = format!(
        "{} × {} is {}, not {}",
        sentence.exact(number.1.span),
        sentence.exact(one.1.span),
        in_scale_of(sentence, whole, right),
        sentence.exact(whole.1.span)
    );
    let weight = if sure { Certainty::Error } else { Certainty::Doubt };
    Some(sentence.finding(FindingKind::Rate, weight, says, &[number.1.span, one.1.span, whole.1.span]))
}

/// "600 euros a month, or 8,200 euros a year".
fn by_period(sentence: &LintSentence<'_>, short: &PlacedAmount<'_>, long: &PlacedAmount<'_>) -> Option<LintFinding> {
    let row = short.0 + 1 == long.0 && same_unit(short.2.unit, long.2.unit) && exactly(short.1) && exactly(long.1);
    if !row || has(sentence.all(), &["rent-free", "bonus", "bonuses"]) {
        return None;
    }
    let (gap, tail) = (sentence.between(short.1, long.1).trim(), sentence.tail(long.0).trim_start());
    let fits = |(one, other, ..): &&(&str, &str, i64, i64)| {
        gap.strip_prefix(one).is_some_and(|rest| OR.contains(&rest.trim()))
            && tail.strip_prefix(other).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let (unit, _, least, most) = PERIODS.iter().find(fits)?;
    let times = long.2.value.checked_div(short.2.value)?;
    let (least, most) = (Decimal::new(*least, 2), Decimal::new(*most, 2));
    if (least..=most).contains(&times) {
        return None;
    }
    // Elsewhere there are thirteen or fourteen wages a year.
    let wages = times > most && times < Decimal::new(146, 1);
    let weight = if wages { Certainty::Doubt } else { Certainty::Error };
    let says = format!(
        "{} is {} times {} {unit}",
        sentence.exact(long.1.span),
        times.round_dp(1).normalize(),
        sentence.exact(short.1.span)
    );
    Some(sentence.finding(FindingKind::Rate, weight, says, &[short.1.span, long.1.span]))
}
