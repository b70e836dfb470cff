//! Parts against their sum.

use super::ages::whole as whole_number;
use super::exclusive::{exclusive, nested};
use super::figures::{REST, in_a_row, is_last, one_unit, sum};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, has, in_scale_of, rounding};
use crate::quantity::{Decimal, Unit, same_unit};

/// Words behind a whole whose parts follow.
const IN_ALL: [&str; 14] = [
    "in all",
    "in total",
    "altogether",
    "made up of",
    "consisting of",
    "comprising",
    "insgesamt",
    "bestehend aus",
    "au total",
    "en total",
    "en tout",
    "totalt",
    "sammanlagt",
    "broken down into",
];

/// Words before a whole whose parts follow, at the beginning of the sentence.
const OF: [&str; 14] = [
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

/// The dead and the hurt, before a colon.
const DEAD: [&str; 10] =
    ["dead", "killed", "people", "victims", "injured", "casualties", "died", "tote", "morts", "muertos"];

/// Words behind a whole that compare it with others, which are no parts: "40 in all, more than the 19 and 30 of its rivals".
const BESIDE: [&str; 12] =
    ["than", "from", "against", "compared", "after", "gegenüber", "statt", "contre", "que", "frente", "än", "mot"];

/// Words before what things have, of which they may have several: "8 with sails and 7 with engines".
const WITH: [&str; 5] = [" with ", " mit ", " avec ", " con ", " med "];

/// Wholes whose parts stand beside them.
pub(super) fn sums(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let all = sentence.counted();
    if all.len() < 3 || has(sentence.all(), &REST) && !sentence.all().contains(" in all") && !ballot(sentence) {
        return;
    }
    if let Some(finding) = votes(sentence, all).or_else(|| whole(sentence, all)).or_else(|| plus(sentence, all)) {
        found.push(finding);
    }
}

fn ballot(sentence: &LintSentence<'_>) -> bool {
    sentence.all().contains(" votes to ") && sentence.all().contains("abst")
}

/// "62 votes to 41, with 7 abstentions among the 100 members": yes, no, abstained, all.
fn votes(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>]) -> Option<LintFinding> {
    let [yes, no, none, whole] = all else { return None };
    let ballot =
        ballot(sentence) && sentence.tail(yes.0).starts_with(" votes to") && sentence.tail(none.0).contains("abst");
    let among =
        [" among the ", " of the ", " of ", " among "].iter().any(|word| sentence.lead(whole.0).ends_with(word));
    let parts = [*yes, *no, *none];
    (ballot && among && one_unit(all)).then(|| mismatch(sentence, whole, &parts, FindingKind::Sum))?
}

/// "Of the 60, 45 for, 20 against and 5 …", "$5 in all, $2 for a and $3 for b", "five dead: two … and two …".
fn whole(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>]) -> Option<LintFinding> {
    let (whole, parts) = all.split_first()?;
    let (head, parts) = counted_parts(sentence, parts).unwrap_or((whole, parts));
    let last = parts.last()?;
    if !one_unit(parts)
        || !same_unit(whole.2.unit, last.2.unit)
        || !is_last(sentence, last)
        || !in_a_row(sentence, parts)
    {
        return None;
    }
    if parts
        .iter()
        .any(|(.., part)| part.value >= whole.2.value && part.value.is_sign_positive() && part.value > whole.2.value)
        && parts.len() < 3
    {
        return None;
    }
    let (lead, tail) = (sentence.lead(whole.0).trim(), sentence.tail(head.0));
    let total = sum(parts)?;
    if nested(sentence) || has(tail, &BESIDE) {
        return None;
    }
    let in_all = IN_ALL.iter().any(|words| tail.contains(words));
    if in_all || tail.contains(':') && tail.trim_end().ends_with(':') && simple(tail) {
        let may_overlap = parts.iter().all(|part| WITH.iter().any(|with| sentence.tail(part.0).starts_with(with)));
        // Where the first of them make the whole, what follows is of something else.
        let complete = (2..parts.len()).any(|end| parts.get(..end).and_then(sum) == Some(whole.2.value));
        if may_overlap || complete {
            return None;
        }
        let dead = has(tail, &DEAD);
        return mismatch(sentence, whole, parts, if dead { FindingKind::Casualties } else { FindingKind::Sum });
    }
    // Parts may leave some out, but what cannot be in two of them can't be more than the whole.
    let of = OF.contains(&lead) && exclusive(sentence, whole.2.value, total, parts);
    let exceeds = total > whole.2.value && parts.len() >= 2;
    let short = total < whole.2.value && parts.len() >= 3;
    if of && exceeds {
        return mismatch(sentence, whole, parts, FindingKind::Sum);
    }
    (of && short)
        .then(|| mismatch(sentence, whole, parts, FindingKind::Sum))
        .flatten()
        .map(|finding| LintFinding { weight: Certainty::Doubt, ..finding })
}

/// The number of the parts, where it stands right before them, and they: "300 workers in three plants: 120 in …".
fn counted_parts<'a, 'b>(
    sentence: &LintSentence<'_>,
    behind: &'b [PlacedAmount<'a>],
) -> Option<(&'b PlacedAmount<'a>, &'b [PlacedAmount<'a>])> {
    let (count, parts) = behind.split_first()?;
    let counts = count.2.unit == Unit::Bare && whole_number(count.2.value) == i64::try_from(parts.len()).ok();
    let close = sentence.lead(count.0).split_whitespace().count() <= 4;
    (counts && close && parts.len() >= 2 && sentence.tail(count.0).trim_end().ends_with(':')).then_some((count, parts))
}

/// Words between parts and their sum.
const MAKE: [&str; 12] = [
    "make",
    "makes",
    "add up to",
    "adds up to",
    "sum to",
    "total",
    "totals",
    "ergeben",
    "macht",
    "font",
    "suman",
    "blir",
];

/// "27 listed and 4 rented make 30".
fn plus(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>]) -> Option<LintFinding> {
    let (whole, parts) = all.split_last()?;
    let lead = sentence.lead(whole.0);
    let made = has(lead, &MAKE) && lead.len() < 40 || lead.trim() == "=";
    // "The 3 sons and 2 daughters make 10 pies a day": made is something else than what they are together.
    let behind = sentence.tail(whole.0).trim_start();
    let alone = behind.is_empty()
        || behind.starts_with(['.', ',', ';', ')', '!'])
        || IN_ALL.iter().any(|words| behind.starts_with(words));
    let joined = parts.windows(2).all(|pair| matches!(pair, [_, next] if has(sentence.lead(next.0), &["and", "plus", "und", "et", "y", "och"]) || sentence.lead(next.0).contains(['+', ','])));
    // "Two and three, five in all, make six": the third is the sum of the two.
    let subtotal = (2..parts.len())
        .any(|end| parts.get(..end).and_then(sum).zip(parts.get(end)).is_some_and(|(sum, next)| sum == next.2.value));
    (made && alone && joined && !subtotal && parts.len() >= 2 && one_unit(all))
        .then(|| mismatch(sentence, whole, parts, FindingKind::Sum))?
}

/// True when only a word or two stand before a colon.
fn simple(tail: &str) -> bool {
    tail.split_whitespace().count() <= 4
}

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
