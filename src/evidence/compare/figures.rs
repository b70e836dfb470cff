//! Amounts and dates of a claim against those of a passage.

use super::{Agrees, Compared, Comparison, Setting, Side};
use crate::quantity::{Quantity, QuantityRelation, QuantityValue, Unit, compare as likeness};

/// How much of a claim's words a passage must have before a figure in it differs: where no note names the file, where one does,
/// and where one names the very place.
const UNNAMED: f64 = 0.62;
const NAMED: f64 = 0.34;
const PLACED: f64 = 0.12;
/// Words on either side of a figure that tell what is counted.
const AROUND: usize = 3;

pub(super) fn compare(claim: &Side<'_>, setting: &Setting<'_>) -> Vec<Comparison> {
    let mut found = Vec::new();
    let enough = match (setting.pointed, setting.there) {
        (_, true) => PLACED,
        (true, false) => NAMED,
        (false, false) => UNNAMED,
    };
    let same_thing = claim.shared(&setting.passage) >= enough && years_agree(claim, setting);
    for own in &claim.numbers {
        let counted = beside(own, claim, setting);
        let agreeing = setting.passage.numbers.iter().find_map(|other| Some((agree(own, other)?, other)));
        let agreeing = agreeing.filter(|_| counted.is_none());
        if let Some(other) = counted.filter(|_| setting.pointed) {
            found.push(told(own, other, claim, setting, Agrees::No));
        } else if let Some((agrees, other)) = agreeing {
            found.push(told(own, other, claim, setting, agrees));
        } else if same_thing && let Some(other) = rival(own, claim, setting) {
            found.push(told(own, other, claim, setting, Agrees::No));
        }
    }
    // Where a figure differs its year does not differ beside it: another year's figure is no contradiction.
    let amount = |comparison: &Comparison| comparison.kind == Compared::Number && comparison.agrees == Agrees::No;
    if found.iter().any(amount) {
        found.retain(|comparison| comparison.kind != Compared::Date || comparison.agrees != Agrees::No);
    }
    found
}

/// The figure of the passage that counts what the claim's does, where another one that merely is the same number does not:
/// "Thirteen pilots, it used to be thirty-one" against "31 pilots".
fn beside<'a>(own: &Quantity, claim: &Side<'_>, setting: &'a Setting<'_>) -> Option<&'a Quantity> {
    let next = |number: &Quantity, side: &Side<'_>| {
        // "since 2017" is set beside "since 2019", whatever else was in 2017.
        if number.date().is_some() {
            return lead(number, side).map(str::to_lowercase).filter(|word| ENDS.contains(&word.as_str()));
        }
        let after = side.terms.iter().find(|term| term.span.start >= number.span.end)?;
        (after.span.start <= number.span.end + 1).then(|| after.form.clone())
    };
    let noun = next(own, claim)?;
    let mut same = setting.passage.numbers.iter().filter(|other| next(other, &setting.passage).as_ref() == Some(&noun));
    let other = same.next().filter(|other| likeness(own, other) == QuantityRelation::Differs)?;
    let alone = same.next().is_none();
    let elsewhere = claim.numbers.iter().any(|mine| agree(mine, other).is_some());
    (alone && !elsewhere && years_agree(claim, setting)).then_some(other)
}

/// How two quantities agree; none where they don't, or can't be compared.
fn agree(own: &Quantity, other: &Quantity) -> Option<Agrees> {
    match likeness(own, other) {
        QuantityRelation::Equal => Some(Agrees::Yes),
        QuantityRelation::Rounded | QuantityRelation::Converted => Some(Agrees::Near),
        QuantityRelation::Differs | QuantityRelation::Incomparable => None,
    }
}

/// The one quantity of the passage that stands where the claim's own should: of the same sort, beside the same words, and not one
/// that the claim has elsewhere.
fn rival<'a>(own: &Quantity, claim: &Side<'_>, setting: &'a Setting<'_>) -> Option<&'a Quantity> {
    let passage = &setting.passage;
    let taken = |other: &Quantity| claim.numbers.iter().any(|mine| agree(mine, other).is_some());
    let rivals: Vec<&Quantity> = passage
        .numbers
        .iter()
        .filter(|other| (likeness(own, other) == QuantityRelation::Differs || is_points(own, other)) && !taken(other))
        .filter(|other| same_sort(own, other))
        .collect();
    let near = |other: &Quantity| shared_around(own, claim, other, passage);
    let best = rivals.iter().map(|other| near(other)).max()?;
    let mut leading = rivals.iter().filter(|other| near(other) == best);
    let only = leading.next()?;
    // Two that fit alike: which is meant nobody can say.
    if leading.next().is_some() {
        return None;
    }
    let bare = matches!(&own.value, QuantityValue::Amount(amount) if amount.unit == Unit::Bare);
    let sure = if bare && !setting.row { best >= 1 } else { best >= 1 || rivals.len() == 1 };
    (sure || (setting.pointed && rivals.len() == 1)).then_some(*only)
}

/// Percent against percentage points: the same number, and not the same thing.
fn is_points(own: &Quantity, other: &Quantity) -> bool {
    let (Some(one), Some(two)) = (own.amount(), other.amount()) else { return false };
    one.value == two.value
        && matches!((one.unit, two.unit), (Unit::Percent, Unit::Points) | (Unit::Points, Unit::Percent))
}

/// The word right before a figure.
fn lead<'a>(number: &Quantity, side: &Side<'a>) -> Option<&'a str> {
    side.text.get(..number.span.start)?.split_whitespace().next_back()
}

/// Words that tell which end of a stretch of time a date is.
const ENDS: [&str; 12] =
    ["since", "seit", "until", "till", "bis", "from", "ab", "before", "after", "vor", "nach", "depuis"];

/// Amounts of one unit; dates of the same make: a year with a year, a day with a day.
fn same_sort(own: &Quantity, other: &Quantity) -> bool {
    match (&own.value, &other.value) {
        (QuantityValue::Date(one), QuantityValue::Date(two)) => {
            (one.year.is_some(), one.month.is_some(), one.day.is_some())
                == (two.year.is_some(), two.month.is_some(), two.day.is_some())
        }
        _ => true,
    }
}

/// How many words stand around both figures.
fn shared_around(own: &Quantity, claim: &Side<'_>, other: &Quantity, passage: &Side<'_>) -> usize {
    let around = |number: &Quantity, side: &Side<'_>| {
        let before = side.words().filter(|term| term.span.end <= number.span.start);
        let before: Vec<String> = before.map(|term| term.form.clone()).collect();
        let within = side.words().filter(|term| number.span.covers(term.span)).map(|term| term.form.clone());
        let after =
            side.words().filter(|term| term.span.start >= number.span.end).take(AROUND).map(|term| term.form.clone());
        let skip = before.len().saturating_sub(AROUND);
        before.iter().skip(skip).cloned().chain(within).chain(after).collect::<Vec<_>>()
    };
    let (mine, theirs) = (around(own, claim), around(other, passage));
    let (before, other) = (lead(own, claim), lead(other, passage));
    let led = before.is_some_and(|word| other.is_some_and(|other| other.eq_ignore_ascii_case(word)));
    mine.iter().filter(|form| theirs.contains(form)).count() + usize::from(led)
}

/// False where the passage speaks of other years than the claim.
fn years_agree(claim: &Side<'_>, setting: &Setting<'_>) -> bool {
    let years =
        |side: &Side<'_>| -> Vec<i16> { side.numbers.iter().filter_map(|number| number.date()?.year).collect() };
    let (own, other) = (years(claim), years(&setting.passage));
    let only_dates = claim.numbers.iter().all(|number| number.date().is_some());
    only_dates || setting.row || own.is_empty() || other.is_empty() || own.iter().any(|year| other.contains(year))
}

fn told(own: &Quantity, other: &Quantity, claim: &Side<'_>, setting: &Setting<'_>, agrees: Agrees) -> Comparison {
    let kind = if own.date().is_some() { Compared::Date } else { Compared::Number };
    let words = own.span.of(claim.text).to_owned();
    Comparison { kind, claim: words, source: other.span.of(setting.passage.text).to_owned(), agrees }
}
