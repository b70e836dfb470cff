//! Parts against their sum.

use super::ages::whole as whole_number;
use super::apposed::apposed;
use super::exclusive::{exclusive, is_slip, nested};
use super::figures::{OF, REST, in_a_row, is_last, mismatch, one_unit, sum};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, has};
use crate::quantity::{Unit, same_unit, scale_words};

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
    if let Some(finding) = votes(sentence, all)
        .or_else(|| whole(sentence, all))
        .or_else(|| plus(sentence, all))
        .or_else(|| with(sentence, all))
        .or_else(|| apposed(sentence, all))
    {
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
    let own = behind_its_count(sentence, all);
    let (whole, parts) = own.split_first()?;
    let (head, parts) = counted_parts(sentence, parts).unwrap_or((whole, parts));
    let last = parts.last()?;
    if !one_unit(parts)
        || !(same_unit(whole.2.unit, last.2.unit) || is_short(sentence, last))
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
    // "The three ships carry 900: the Anna 400, the Berta 300 …".
    let named =
        || own.len() < all.len() && tail.split_once(':').is_some_and(|(before, name)| simple(before) && simple(name));
    if in_all || tail.contains(':') && tail.trim_end().ends_with(':') && simple(tail) || named() {
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

/// True for an amount whose unit is that of another: the second of "5 million euros: 3 million for …".
fn is_short(sentence: &LintSentence<'_>, told: &PlacedAmount<'_>) -> bool {
    told.2.unit == Unit::Bare && scale_words(sentence.exact(told.1.span), sentence.passage.language).is_some()
}

/// `all` without the number of its parts, where that stands before the whole: "the three ships carry 900: one 400, one 300 …".
fn behind_its_count<'a, 'b>(sentence: &LintSentence<'_>, all: &'b [PlacedAmount<'a>]) -> &'b [PlacedAmount<'a>] {
    let Some((count, rest)) = all.split_first().filter(|(_, rest)| rest.len() >= 3) else { return all };
    let parts = i64::try_from(rest.len() - 1).ok();
    let counts = count.2.unit == Unit::Bare && whole_number(count.2.value) == parts;
    if counts && sentence.tail(count.0).split_whitespace().count() <= 4 { rest } else { all }
}

/// "With 27 houses and 4 offices the street has 33 buildings."
fn with(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>]) -> Option<LintFinding> {
    const HAS: [&str; 12] =
        ["has", "have", "had", "hat", "haben", "compte", "possède", "tiene", "cuenta", "har", "owns", "holds"];
    let (whole, parts) = all.split_last()?;
    let (first, last) = (parts.first()?, parts.last()?);
    let with = WITH.iter().any(|with| sentence.lead(first.0).trim() == with.trim());
    let lead = sentence.lead(whole.0);
    let bare = all.iter().all(|told| told.2.unit == Unit::Bare) && all.len() == sentence.quantities.len();
    let row = parts.len() >= 2 && is_last(sentence, last) && in_a_row(sentence, parts);
    let said = has(lead, &HAS) && lead.split_whitespace().count() <= 8 && !has(lead, &BESIDE);
    let slip = is_slip(whole.2.value, sum(parts)?, parts);
    let finding = (with && bare && row && said && slip).then(|| mismatch(sentence, whole, parts, FindingKind::Sum))?;
    finding.map(|finding| LintFinding { weight: Certainty::Doubt, ..finding })
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
