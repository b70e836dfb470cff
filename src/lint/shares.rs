//! Shares against the numbers that they are shares of.

use super::cues::OF_WHICH;
use super::exclusive::exclusive;
use super::figures::{is_last, is_of_another, sum};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, exactly, has, in_scale_of, rounding};
use crate::quantity::{Decimal, Unit, same_unit};

/// Shares of a sentence that can't be: of two numbers, of a part in words, of a hundred.
pub(super) fn shares(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let share = |unit: Unit| matches!(unit, Unit::Percent | Unit::Part);
    if !sentence.amounts().any(|(.., amount)| share(amount.unit)) {
        return;
    }
    let all = sentence.counted();
    for (place, told) in all.iter().enumerate().filter(|(_, (.., amount))| amount.unit == Unit::Percent) {
        let before = place.checked_sub(1).and_then(|before| all.get(before));
        found.extend(before.and_then(|part| of_numbers(sentence, all, part, told)));
    }
    for pair in sentence.amounts_in_a_row().windows(2) {
        let [part, percent] = pair else { continue };
        found.extend(in_words(sentence, part, percent));
    }
    for row in sentence.amounts_in_a_row().windows(3) {
        let [part, whole, told] = row else { continue };
        found.extend(part_of(sentence, part, whole, told).or_else(|| of_which(sentence, part, whole, told)));
    }
    for row in all.windows(3) {
        let [part, whole, percent] = row else { continue };
        found.extend(of_whole(sentence, part, whole, percent));
    }
    found.extend(hundred(sentence, all));
}

/// Words between a number and a percentage that are one share.
#[rustfmt::skip]
const OR: [&str; 20] = [
    ", or ", " or ", "(", ", soit ", ", oder ", ", o ", ", eller ", ", also ", ", that is ", ", i.e. ",
    ", das sind ", ", das ist ", ", das entspricht ", ", c'est-à-dire ", ", es decir, el ", ", es decir, ",
    ", es decir el ", ", o el ", ", det vill säga ", ", alltså ",
];

/// True when what stands between a number and a percentage says that they are one share.
fn same_thing(gap: &str) -> bool {
    let gap = gap.trim_start_matches(|c: char| c != ',' && c != '(');
    OR.contains(&gap)
}

/// True where a percentage behind a comma is all that the sentence adds: "170 are women, 40 percent."
fn closes(sentence: &LintSentence<'_>, gap: &str, percent: &PlacedAmount<'_>) -> bool {
    let tail = sentence.tail(percent.0).trim_start();
    let ends = tail.is_empty() && percent.0 + 1 == sentence.quantities.len() || tail.starts_with(['.', ';', '!']);
    let behind = gap.find(',').and_then(|at| gap.get(at..));
    ends && matches!(behind, Some(", " | ", el " | ", un "))
}

/// "Of 200 samples, 80, or 25 percent": `part` of a larger number of the sentence.
fn of_numbers(
    sentence: &LintSentence<'_>,
    all: &[PlacedAmount<'_>],
    part: &PlacedAmount<'_>,
    percent: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    let gap = sentence.between(part.1, percent.1);
    let direct = (same_thing(gap) || closes(sentence, gap, percent)) && gap.len() < 36;
    let another = is_of_another(sentence.after(percent.1.span.end));
    let bare = part.2.unit == Unit::Bare && part.0 + 1 == percent.0;
    if !bare || !direct || another || has_own_part(sentence, part) || percent.2.value > Decimal::ONE_HUNDRED {
        return None;
    }
    let share = |whole: Decimal| part.2.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    let wholes: Vec<&PlacedAmount<'_>> =
        all.iter().filter(|told| told.2.unit == Unit::Bare && told.2.value > part.2.value).collect();
    let fits = |whole: &PlacedAmount<'_>| {
        share(whole.2.value).is_none_or(|share| (share - percent.2.value).abs() <= percent.2.step.min(Decimal::ONE))
    };
    if wholes.iter().any(|whole| fits(whole)) {
        return None;
    }
    let [whole] = wholes.as_slice() else { return None };
    let linked =
        whole.0 < part.0 && (has(sentence.lead(whole.0), &["of", "von", "sur", "de", "av"]) || gap.contains("of them"));
    let right = share(whole.2.value)?.round_dp(1).normalize();
    let says = format!("{} of {} is {right} percent, not {}", part.2, whole.2, percent.2.value.normalize());
    let weight = if linked { Certainty::Error } else { Certainty::Doubt };
    Some(sentence.finding(FindingKind::Share, weight, says, &[whole.1.span, part.1.span, percent.1.span]))
}

/// True for a number that another right before it is a part of: the 500 in "50 of 500 (10 percent)" is no part itself.
fn has_own_part(sentence: &LintSentence<'_>, whole: &PlacedAmount<'_>) -> bool {
    const OF: [&str; 12] = ["of", "out", "in", "von", "der", "des", "aus", "sur", "de", "parmi", "av", "af"];
    let Some((before, amount)) = whole.0.checked_sub(1).and_then(|at| {
        let quantity = sentence.quantities.get(at)?;
        Some((quantity, quantity.amount()?))
    }) else {
        return false;
    };
    let gap = sentence.between(before, whole.1);
    let mut words = gap.split_whitespace();
    words.next().is_some_and(|word| OF.contains(&word))
        && words.count() < 4
        && !gap.contains([',', ';', '('])
        && amount.unit == Unit::Bare
        && amount.value < whole.2.value
}

/// "80 of the 200 samples, or 25 percent", "one in four, or 40 percent".
fn of_whole(
    sentence: &LintSentence<'_>,
    part: &PlacedAmount<'_>,
    whole: &PlacedAmount<'_>,
    percent: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    let gap = sentence.between(part.1, whole.1);
    let of = matches!(
        gap,
        " of the " | " of " | " out of " | " in " | " out of the " | " von " | " der " | " des " | " de los " | " av "
    );
    let last = sentence.between(whole.1, percent.1);
    let bare = part.2.unit == Unit::Bare && whole.2.unit == Unit::Bare && percent.2.unit == Unit::Percent;
    let bare = bare && !is_of_another(sentence.after(percent.1.span.end));
    if !of || !bare || !same_thing(last) || last.len() > 30 || part.2.value >= whole.2.value || percent.0 != part.0 + 2
    {
        return None;
    }
    let right = part.2.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.2.value)?;
    let says = format!(
        "{} of {} is {} percent, not {}",
        part.2,
        whole.2,
        right.round_dp(1).normalize(),
        percent.2.value.normalize()
    );
    // "Six in ten" is rounded to a tenth of all.
    let rough = Decimal::ONE_HUNDRED.checked_div(whole.2.value)?.checked_div(Decimal::TWO)?;
    let room = if gap == " in " { rough.max(Decimal::ONE) } else { Decimal::ONE };
    let off = (right - percent.2.value).abs() > room;
    let weight = if off { Certainty::Error } else { Certainty::Doubt };
    let another = gap == " in " && is_one_in_another(part.2.value, whole.2.value, percent.2.value);
    (off || another)
        .then(|| sentence.finding(FindingKind::Share, weight, says, &[part.1.span, whole.1.span, percent.1.span]))
}

/// True where "one in five" is told as the percentage of one in four: another number would have said it.
fn is_one_in_another(part: Decimal, whole: Decimal, percent: Decimal) -> bool {
    let Some(of) = Decimal::ONE_HUNDRED.checked_div(percent).filter(|_| part == Decimal::ONE) else { return false };
    let room = Decimal::new(75, 2).max(whole * Decimal::new(15, 2));
    (of - whole).abs() > room
}

/// "Three quarters, or 75 percent".
fn in_words(sentence: &LintSentence<'_>, part: &PlacedAmount<'_>, percent: &PlacedAmount<'_>) -> Option<LintFinding> {
    let gap = sentence.between(part.1, percent.1);
    if part.2.unit != Unit::Part
        || percent.2.unit != Unit::Percent
        || !same_thing(gap)
        || gap.len() > 30
        || !exactly(percent.1)
    {
        return None;
    }
    let hundredths = part.2.value.checked_mul(Decimal::ONE_HUNDRED)?;
    // Parts in words are round: "half, or 52 percent".
    let off = (hundredths - percent.2.value).abs();
    let says = format!(
        "{} is {} percent, not {}",
        sentence.exact(part.1.span),
        hundredths.round_dp(1).normalize(),
        percent.2.value.normalize()
    );
    (off > Decimal::from(8))
        .then(|| sentence.finding(FindingKind::Share, Certainty::Error, says, &[part.1.span, percent.1.span]))
}

/// What a share of `whole` comes to, and by how much it may miss: parts in words are round, percentages told to their last figure, and
/// nobody is halved.
pub(super) fn reckoned(part: &PlacedAmount<'_>, whole: &PlacedAmount<'_>) -> Option<(Decimal, Decimal)> {
    let (share, room) = match part.2.unit {
        Unit::Part => (part.2.value, Decimal::new(8, 2)),
        Unit::Percent => {
            (part.2.value.checked_div(Decimal::ONE_HUNDRED)?, part.2.step.min(Decimal::ONE) / Decimal::ONE_HUNDRED)
        }
        Unit::Bare | Unit::Points | Unit::Money(_) | Unit::Age | Unit::Measure(_) => return None,
    };
    Some((share.checked_mul(whole.2.value)?, whole.2.value.checked_mul(room)?.max(Decimal::ONE)))
}

/// "Two thirds of the 90 homes, or 50", "half of the 60 members, 20, voted no", "60 percent of the 300 workers, or 200".
fn part_of(
    sentence: &LintSentence<'_>,
    part: &PlacedAmount<'_>,
    whole: &PlacedAmount<'_>,
    told: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    const OF: [&str; 13] = [
        " of the ", " of its ", " of all ", " of ", " der ", " von ", " des ", " de los ", " de las ", " av de ",
        " av ", " de ses ", " de sus ",
    ];
    let bare = whole.2.unit == Unit::Bare && told.2.unit == Unit::Bare;
    let exact = [part, whole, told].iter().all(|one| exactly(one.1) && one.2.upto.is_none());
    let gap = sentence.between(whole.1, told.1);
    let row = part.0 + 1 == whole.0 && whole.0 + 1 == told.0;
    if !bare || !exact || !row || !OF.contains(&sentence.between(part.1, whole.1)) || gap.len() > 30 {
        return None;
    }
    let noun = gap.trim_start().split([' ', ',']).next().unwrap_or_default();
    let set = gap.find(',').and_then(|at| gap.get(at..)) == Some(", ") && is_set(sentence.tail(told.0), noun);
    let (right, room) = reckoned(part, whole)?;
    let off = (right - told.2.value).abs() > room && told.2.value < whole.2.value;
    let says =
        format!("{} of {} is {}, not {}", sentence.exact(part.1.span), whole.2, right.round_dp(1).normalize(), told.2);
    (off && (set || same_thing(gap))).then(|| {
        sentence.finding(FindingKind::Share, Certainty::Error, says, &[part.1.span, whole.1.span, told.1.span])
    })
}

/// True where what stands behind a number sets it between commas; what is counted may be named once more: ", 180 people, ".
pub(super) fn is_set(tail: &str, noun: &str) -> bool {
    const THEM: [&str; 11] = [
        "people",
        "persons",
        "of them",
        "in all",
        "personen",
        "menschen",
        "leute",
        "personnes",
        "personas",
        "personer",
        "i alt",
    ];
    let (named, rest) = tail.split_once(',').unwrap_or((tail, ""));
    let named = named.trim();
    let closes = tail.contains(',') && rest.starts_with([' ', '"', '”']);
    closes && (named.is_empty() || named == noun || THEM.contains(&named))
}

/// "1.2 billion crowns, of which 60 percent (720 million) goes to schools".
fn of_which(
    sentence: &LintSentence<'_>,
    whole: &PlacedAmount<'_>,
    part: &PlacedAmount<'_>,
    told: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    let row = whole.0 + 1 == part.0 && part.0 + 1 == told.0;
    let lead = sentence.between(whole.1, part.1);
    let near = lead.split_whitespace().count() <= 5 && OF_WHICH.iter().any(|words| lead.trim_end().ends_with(words));
    let units = same_unit(whole.2.unit, told.2.unit) || told.2.unit == Unit::Bare;
    let counts = matches!(whole.2.unit, Unit::Bare | Unit::Money(_)) && units;
    let exact = [part, whole, told].iter().all(|one| exactly(one.1) && one.2.upto.is_none());
    let gap = sentence.between(part.1, told.1);
    let said = gap == " (" && sentence.tail(told.0).starts_with(')') || same_thing(gap) && gap.len() < 12;
    if !(row && near && counts && exact && said) {
        return None;
    }
    let (right, room) = reckoned(part, whole)?;
    let rough = rounding(sentence, told).checked_add(rounding(sentence, whole))? / Decimal::TWO;
    if (right - told.2.value).abs() <= room.max(rough) || told.2.value >= whole.2.value {
        return None;
    }
    let [part_words, whole_words, said] = [part, whole, told].map(|told| sentence.exact(told.1.span));
    let says = format!("{part_words} of {whole_words} is {}, not {said}", in_scale_of(sentence, told, right));
    Some(sentence.finding(FindingKind::Share, Certainty::Error, says, &[whole.1.span, part.1.span, told.1.span]))
}

/// Answers of one question that make more than a hundred percent.
fn hundred(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>]) -> Option<LintFinding> {
    const UNDECIDED: [&str; 10] = [
        "no opinion",
        "undecided",
        "did not know",
        "not sure",
        "unsure",
        "abstained",
        "unentschieden",
        "sans opinion",
        "no sabe",
        "vet inte",
    ];
    let percents: Vec<PlacedAmount<'_>> = all.iter().filter(|told| told.2.unit == Unit::Percent).copied().collect();
    let last = percents.last()?;
    let (total, few) = (sum(&percents)?, percents.len() < 3);
    let asked =
        has(sentence.all(), &["asked", "respondents", "polled", "surveyed", "befragten", "interrogés", "encuestados"]);
    let one_question = UNDECIDED.iter().any(|words| sentence.all().contains(words))
        || asked && exclusive(sentence, Decimal::ONE_HUNDRED, total, &percents);
    let poll = one_question && is_last(sentence, last);
    let over = total > Decimal::from(102) && total < Decimal::from(150);
    if few || !poll || !over || !percents.iter().all(|told| same_unit(told.2.unit, Unit::Percent)) {
        return None;
    }
    let spans: Vec<_> = percents.iter().map(|told| told.1.span).collect();
    let says = format!(
        "{} = {} percent, more than all",
        super::figures::added(&percents).replace(" percent", ""),
        total.normalize()
    );
    Some(sentence.finding(FindingKind::Share, Certainty::Error, says, &spans))
}
