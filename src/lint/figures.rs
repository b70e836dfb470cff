//! What rules that reckon share: rows of amounts in one unit, and what may stand between them.

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, has, in_scale_of, rounding};
use crate::quantity::{Decimal, Unit, same_unit};

/// Words for what is left over: where one is, parts need not make the whole.
pub(super) const REST: [&str; 22] = [
    "rest",
    "remaining",
    "remainder",
    "others",
    "other",
    "including",
    "among",
    "out of",
    "both",
    "übrigen",
    "rest",
    "andere",
    "reste",
    "autres",
    "dont",
    "resto",
    "demás",
    "resten",
    "övriga",
    "varav",
    "davon",
    "either",
];

/// The sum; `None` where it is too large to reckon with.
pub(super) fn sum(amounts: &[PlacedAmount<'_>]) -> Option<Decimal> {
    amounts.iter().try_fold(Decimal::ZERO, |sum, (.., amount)| sum.checked_add(amount.value))
}

/// True when all are in one unit.
pub(super) fn one_unit(amounts: &[PlacedAmount<'_>]) -> bool {
    amounts.windows(2).all(|pair| matches!(pair, [(.., a), (.., b)] if same_unit(a.unit, b.unit)))
}

/// Words right behind a figure that is all of what is told.
pub(super) const IN_ALL: [&str; 13] = [
    "in all",
    "in total",
    "altogether",
    "all told",
    "overall",
    "insgesamt",
    "zusammen",
    "en tout",
    "au total",
    "en total",
    "totalt",
    "sammanlagt",
    "tillsammans",
];

/// Words for "and" before the last of a row.
pub(super) const AND: [&str; 7] = ["and", "und", "et", "y", "e", "och", "or"];

/// True when the amount at `told` is the last of a row: "and" stands before it.
pub(super) fn is_last(sentence: &LintSentence<'_>, told: &PlacedAmount<'_>) -> bool {
    let lead = sentence.lead(told.0);
    has(lead, &AND)
}

/// `a + b + c`, for a sentence.
pub(super) fn added(amounts: &[PlacedAmount<'_>]) -> String {
    amounts.iter().map(|(.., amount)| amount.to_string()).collect::<Vec<_>>().join(" + ")
}

/// True when nothing but a few words, commas and dates lie between `parts`.
pub(super) fn in_a_row(sentence: &LintSentence<'_>, parts: &[PlacedAmount<'_>]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let close = parts
        .iter()
        .skip(1)
        .all(|part| sentence.lead(part.0).len() < 48 && !sentence.lead(part.0).contains([';', '(']));
    // Dates may lie between them: "two on Monday and three on Tuesday".
    let row = sentence.quantities.get(first.0..=last.0).unwrap_or_default();
    close && row.iter().filter(|quantity| quantity.date().is_none()).count() == parts.len()
}

/// Words behind a figure that make it one of something else than its sentence's other figures tell of: yearly, of some of them, by
/// another measure.
#[rustfmt::skip]
const OF_ANOTHER: [&str; 48] = [
    "at constant", "in constant", "in local currency", "in local currencies", "like-for-like", "on a like-for-like", "organically",
    "excluding", "währungsbereinigt", "à taux", "hors",
    "a year", "a month", "per year", "per month", "per annum", "annually", "yearly", "each year", "every year", "on average",
    "in real terms", "after tax", "before tax", "after inflation", "before inflation", "adjusted", "of those", "of all those",
    "by turnover", "by volume", "by weight", "by value", "by revenue", "by area", "too", "the year before", "a year earlier",
    "the previous year", "last year", "pro jahr", "im jahr", "jährlich", "par an", "al año", "om året", "per år", "årligen",
];

/// True where the words behind a figure, `after`, make it one of something else.
pub(super) fn is_of_another(after: &str) -> bool {
    let after = after.trim_start_matches([' ', ',']);
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    OF_ANOTHER.iter().any(|words| after.strip_prefix(words).is_some_and(ends))
}

/// Words before a whole whose parts follow, at the beginning of the sentence.
pub(super) const OF: [&str; 14] = [
    "of",
    "of the",
    "of all",
    "of its",
    "von",
    "von den",
    "von allen",
    "sur",
    "sur les",
    "des",
    "de los",
    "de las",
    "av",
    "av de",
];

/// What is wrong when `parts` do not make `whole`.
pub(super) fn mismatch(
    sentence: &LintSentence<'_>,
    whole: &PlacedAmount<'_>,
    parts: &[PlacedAmount<'_>],
    kind: FindingKind,
) -> Option<LintFinding> {
    let total = sum(parts)?;
    // Rounded figures may miss by half a step each.
    let (.., amount) = whole;
    let scaled = amount.value > Decimal::ONE_THOUSAND && matches!(amount.unit, Unit::Money(_) | Unit::Bare);
    let coarse = || parts.iter().chain([whole]).map(|told| rounding(sentence, told)).max();
    let slack = if scaled && !amount.in_words { coarse()? / Decimal::TWO } else { Decimal::ZERO };
    if (total - amount.value).abs() <= slack {
        return None;
    }
    let parts_told = parts.iter().map(|part| in_scale_of(sentence, part, part.2.value)).collect::<Vec<_>>().join(" + ");
    let (sum, said) = (in_scale_of(sentence, whole, total), in_scale_of(sentence, whole, amount.value));
    let says = format!("{parts_told} = {sum}, the text says {said}");
    let spans: Vec<_> = std::iter::once(whole).chain(parts).map(|(_, quantity, _)| quantity.span).collect();
    Some(sentence.finding(kind, Certainty::Error, says, &spans))
}
