//! What a share of a number comes to, in other word orders than "60 percent of the 300, or 180": "12 million, ten percent of the budget of
//! 120 million", "three in four of the 200 members, 150 people,".

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, exactly, in_scale_of, rounding};
use super::shares::{is_set, reckoned};
use crate::quantity::{Amount, Decimal, Hedge, OUT_OF, Unit, same_unit};

/// What a share of `sentence` comes to, where it is not what is told beside it.
pub(super) fn portions(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let amounts = sentence.amounts_in_a_row();
    for row in amounts.windows(3) {
        let [one, two, three] = row else { continue };
        if one.0 + 1 == two.0 && two.0 + 1 == three.0 {
            found.extend(share_of(sentence, one, two, three).or_else(|| or_so_many(sentence, one, two, three)));
        }
    }
    for row in amounts.windows(4) {
        let [part, of, whole, told] = row else { continue };
        if part.0 + 3 == told.0 {
            found.extend(in_so_many(sentence, part, of, whole, told));
        }
    }
}

fn is_plain(told: &PlacedAmount<'_>) -> bool {
    exactly(told.1) && told.2.upto.is_none()
}

fn differs(
    sentence: &LintSentence<'_>,
    (part, whole, told): (&PlacedAmount<'_>, &PlacedAmount<'_>, &PlacedAmount<'_>),
    (right, room): (Decimal, Decimal),
) -> Option<LintFinding> {
    let rough = rounding(sentence, told).checked_add(rounding(sentence, whole))? / Decimal::TWO;
    let off = (right - told.2.value).abs() > room.max(rough) && told.2.value < whole.2.value;
    let [share, all, said] = [part, whole, told].map(|told| sentence.exact(told.1.span));
    let says = format!("{share} of {all} is {}, not {said}", in_scale_of(sentence, told, right));
    let spans = [part.1.span, whole.1.span, told.1.span];
    off.then(|| sentence.finding(FindingKind::Share, Certainty::Error, says, &spans))
}

/// "12 million crowns, ten percent of the budget of 80 million crowns".
fn share_of(
    sentence: &LintSentence<'_>,
    told: &PlacedAmount<'_>,
    part: &PlacedAmount<'_>,
    whole: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    let units = same_unit(told.2.unit, whole.2.unit) && matches!(told.2.unit, Unit::Bare | Unit::Money(_));
    let (before, of) = (sentence.between(told.1, part.1), sentence.between(part.1, whole.1));
    let noun =
        before.strip_suffix(", ").or_else(|| before.strip_suffix(", or ")).or_else(|| before.strip_suffix(" ("))?;
    let words: Vec<&str> = of.split_whitespace().collect();
    let direct = match words.as_slice() {
        ["of" | "der" | "des" | "de" | "av"]
        | ["of", "the" | "its" | "their" | "all"]
        | ["de", "los" | "las"]
        | ["av", "de"] => true,
        ["of", "the" | "its" | "their" | "a", noun @ .., "of"] => (1..=3).contains(&noun.len()),
        ["des" | "der" | "seines" | "ihres", noun @ .., "von"] => (1..=2).contains(&noun.len()),
        ["du" | "de" | "del", noun @ .., "de"] | ["av", noun @ .., "på"] => noun.len() == 1,
        _ => false,
    };
    let plain = [told, part, whole].iter().all(|one| is_plain(one)) && !noun.contains([',', ';', '(', ':']);
    if !units || !direct || !plain || noun.split_whitespace().count() > 3 || of.contains([',', ';', '(']) {
        return None;
    }
    differs(sentence, (part, whole, told), reckoned(part, whole)?)
}

/// "25 percent, or 80, of the 200 people asked".
fn or_so_many(
    sentence: &LintSentence<'_>,
    part: &PlacedAmount<'_>,
    told: &PlacedAmount<'_>,
    whole: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    let (or, of) = (sentence.between(part.1, told.1), sentence.between(told.1, whole.1));
    let of = matches!(of, ", of the " | ", of its " | ", of " | ") of the " | ") of its ")
        || of == " of the " && or == ", or ";
    let said = matches!(or, ", or " | " (" | ", oder " | ", soit ");
    let bare = told.2.unit == Unit::Bare && whole.2.unit == Unit::Bare;
    let exact = is_plain(told) && is_plain(whole) && matches!(part.1.hedge, Hedge::None | Hedge::About);
    if !(of && said && bare && exact) {
        return None;
    }
    let (right, room) = reckoned(part, whole)?;
    let about = if part.1.hedge == Hedge::About { right / Decimal::from(5) } else { Decimal::ZERO };
    differs(sentence, (part, whole, told), (right, room.max(about)))
}

/// "Three in four of the 200 members, 150 people, came".
fn in_so_many(
    sentence: &LintSentence<'_>,
    part: &PlacedAmount<'_>,
    of: &PlacedAmount<'_>,
    whole: &PlacedAmount<'_>,
    told: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    const OF: [&str; 8] = [" of the ", " of its ", " of ", " der ", " des ", " de los ", " de las ", " av de "];
    let row = [part, of, whole, told];
    let bare = row.iter().all(|one| one.2.unit == Unit::Bare && is_plain(one));
    let gap = sentence.between(whole.1, told.1);
    let noun = gap.trim_start().split([' ', ',']).next().unwrap_or_default();
    let set = gap.ends_with(", ") && gap.split_whitespace().count() <= 2 && is_set(sentence.tail(told.0), noun);
    let or = gap.ends_with(", or ") && gap.split_whitespace().count() <= 3;
    let few = part.2.value < of.2.value && of.2.value <= Decimal::ONE_HUNDRED;
    let between = OUT_OF.contains(&sentence.between(part.1, of.1)) && OF.contains(&sentence.between(of.1, whole.1));
    if !(bare && few && between && (set || or)) {
        return None;
    }
    let share = part.2.value.checked_div(of.2.value)?;
    let amount = Amount { value: share, unit: Unit::Part, ..part.2.clone() };
    let (right, _) = reckoned(&(part.0, part.1, &amount), whole)?;
    // "Three in four" is rounded to a tenth of all, and a little more.
    let room = whole.2.value.checked_div(of.2.value)? / Decimal::TWO;
    differs(sentence, (part, whole, told), (right, room))
}
