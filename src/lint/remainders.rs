//! What is left of a whole against what was taken from it: "of 80 applicants, 30 were women and the remaining 60 men".

use super::cues::OF_WHICH;
use super::exclusive::is_slip;
use super::figures::{OF, sum};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, in_scale_of};
use crate::quantity::{Decimal, Unit, same_unit};

/// Words right before the number of those that are left.
#[rustfmt::skip]
const LEFT: [&str; 18] = [
    "the remaining", "the other", "its remaining", "its other", "their remaining", "die übrigen", "die restlichen", "die anderen",
    "den übrigen", "den restlichen", "les autres", "los otros", "los restantes", "las otras", "las restantes", "de övriga",
    "de andra", "de resterande",
];

/// The same right behind it, in French and Spanish.
const BEHIND: [&str; 5] = ["autres", "restants", "restantes", "otros", "otras"];

/// Words right behind a part.
const OF_THEM: [&str; 12] = [
    "of them",
    "of which",
    "of whom",
    "of these",
    "of those",
    "davon",
    "von ihnen",
    "d'entre",
    "d’entre",
    "de ellos",
    "de ellas",
    "av dem",
];

/// The number of those that are left in `sentence`, where it is not what the whole leaves.
pub(super) fn remainders(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let all = sentence.counted();
    let Some(at) = all.iter().position(|told| is_left(sentence, told)) else { return };
    let (Some(before), Some(left)) = (all.get(..at), all.get(at)) else { return };
    let Some((whole, parts)) = before.split_first() else { return };
    found.extend(leaves(sentence, whole, parts, left));
}

fn is_left(sentence: &LintSentence<'_>, told: &PlacedAmount<'_>) -> bool {
    let lead = sentence.lead(told.0).trim_end();
    let behind = || sentence.tail(told.0).trim_start().split([' ', ',', '.']).next().unwrap_or_default();
    LEFT.iter().any(|words| lead.ends_with(words))
        || [" les", " los", " las"].iter().any(|article| lead.ends_with(article)) && BEHIND.contains(&behind())
}

fn leaves(
    sentence: &LintSentence<'_>,
    whole: &PlacedAmount<'_>,
    parts: &[PlacedAmount<'_>],
    left: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    let first = parts.first()?;
    let one_sort = parts.iter().chain([left]).all(|part| same_unit(part.2.unit, whole.2.unit));
    let counts = matches!(whole.2.unit, Unit::Bare | Unit::Money(_));
    // All that is told is the whole, its parts and what is left, dates apart.
    let row = sentence.quantities.get(whole.0..=left.0)?;
    let alone = row.iter().filter(|quantity| quantity.date().is_none()).count() == parts.len() + 2;
    let gap = sentence.tail(whole.0);
    let of = OF.contains(&sentence.lead(whole.0).trim());
    let which = OF_WHICH.iter().any(|words| gap.trim_end().ends_with(words)) || gap.trim_end().ends_with(':');
    let of_them = OF_THEM.iter().any(|words| sentence.tail(first.0).trim_start().starts_with(words));
    if !one_sort || !counts || !alone || !(of || which || of_them) {
        return None;
    }
    let taken = sum(parts)?;
    let right = whole.2.value.checked_sub(taken)?;
    let total = taken.checked_add(left.2.value)?;
    let told: Vec<PlacedAmount<'_>> = parts.iter().chain([left]).copied().collect();
    // "Of 80, 30 were women; ten of them left, the other 20 …": what is left of a part.
    let of_a_part = parts.iter().any(|part| {
        let rest = part.2.value.checked_sub(left.2.value);
        rest.is_some_and(|rest| parts.iter().any(|other| other.2.value == rest)) || part.2.value == left.2.value
    });
    let room = if whole.2.unit == Unit::Bare { Decimal::ZERO } else { whole.2.step.max(left.2.step) / Decimal::TWO };
    let off = (right - left.2.value).abs() > room;
    if !off || right <= Decimal::ZERO || of_a_part || !is_slip(whole.2.value, total, &told) {
        return None;
    }
    let says = format!(
        "Of {} less {} there are {} left, the text says {}",
        sentence.exact(whole.1.span),
        parts.iter().map(|part| sentence.exact(part.1.span)).collect::<Vec<_>>().join(" and "),
        in_scale_of(sentence, left, right),
        sentence.exact(left.1.span)
    );
    let spans: Vec<_> = [whole].into_iter().chain(parts).chain([left]).map(|told| told.1.span).collect();
    Some(sentence.finding(FindingKind::Sum, Certainty::Error, says, &spans))
}
