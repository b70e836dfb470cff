//! Amounts and dates of a claim against those of a passage.

use super::circumstance::{Circumstance, is_denominator};
use super::comparison::{Agrees, Compared, Comparison, Weighed};
use super::events;
use super::exchanged::exchanged;
use super::likeness::{is_slip, likeness};
use super::side::{PassageSetting, Side};
use super::votes::place_in_pair;
use crate::evidence::pointed::Pointing;
use crate::quantity::{Date, Quantity, QuantityRelation, QuantityValue, Unit};
use crate::text::Span;

/// How much of a claim's words a passage must have before a figure in it differs: where no note names the file, where one does,
/// where one names a place close by, and where one names the very place.
pub(super) const UNNAMED: f64 = 0.62;
pub(super) const NAMED: f64 = 0.32;
const NEAR: f64 = 0.18;
const PLACED: f64 = 0.12;
/// What it takes off that share where the figure is the claim's own with its digits turned round: half.
const TURNED: f64 = 0.5;
/// What turned digits weigh, and that a note names the very place.
pub(super) const SLIP: f64 = 0.5;
pub(super) const THERE: f64 = 0.3;
/// Words on either side of a figure that tell what is counted.
const AROUND: usize = 3;

pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    let mut found = Vec::new();
    let enough = match setting.pointing {
        Pointing::There => PLACED,
        Pointing::Near => NEAR,
        Pointing::File => NAMED,
        Pointing::Away => UNNAMED,
    };
    let shared = claim.shared(&setting.passage);
    let years = years_agree(claim, setting);
    // Where the writer says that it stands, turned digits need no other word in common.
    let same_thing = |other: &Quantity, own: &Quantity| {
        let slip = is_slip(own, other);
        years && (shared >= if slip { enough * TURNED } else { enough } || slip && setting.there())
    };
    let exchanged = exchanged(claim, &setting.passage);
    for own in &claim.numbers {
        // Figures in each other's places, and another day of what happens once, differ whatever else agrees.
        let stands = exchanged.iter().find(|(at, _)| *at == own.span).map(|(_, other)| *other);
        let stands = stands.or_else(|| events::otherwise(own, claim, &setting.passage));
        if stands.is_some() && shared < enough {
            continue;
        }
        let counted = beside(own, claim, setting);
        let agreeing = agreeing(own, claim, setting).filter(|_| counted.is_none());
        let rival = || rival(own, claim, setting).filter(|other| same_thing(other, own));
        let (agrees, other) = match (stands.or_else(|| counted.filter(|_| setting.pointed())), agreeing) {
            (Some(other), _) => (Agrees::No, other),
            (None, Some((agrees, other))) => {
                match rival().filter(|rival| setting.pointed() && is_nearer(own, rival, other, claim, setting)) {
                    Some(rival) => (Agrees::No, rival),
                    None => (agrees, other),
                }
            }
            (None, None) => match rival() {
                Some(other) => (Agrees::No, other),
                None => continue,
            },
        };
        // A passage about another year bears nothing out, but it is no contradiction either.
        let elsewhen =
            stands.is_none() && !years || agrees != Agrees::No && is_of_another_year(own, other, claim, setting);
        let yes = |holds: bool, weight: f64| if holds { weight } else { 0.0 };
        let weight = shared + yes(same_noun(own, other, claim, &setting.passage), NOUN) - yes(elsewhen, OTHER_YEAR)
            + yes(agrees == Agrees::No && is_slip(own, other), SLIP)
            + yes(setting.there(), THERE);
        found.push(Weighed { comparison: told(own, other, claim, setting, agrees), weight });
        let untold = !found.iter().any(|weighed| weighed.comparison.kind == Compared::Word);
        if !years && agrees.is_agreement() && untold {
            found.extend(other_years(claim, setting));
        }
    }
    // Where a figure differs its year does not differ beside it: another year's figure is no contradiction.
    let amount =
        |weighed: &Weighed| weighed.comparison.kind == Compared::Number && weighed.comparison.agrees == Agrees::No;
    if found.iter().any(amount) {
        found.retain(|weighed| weighed.comparison.kind != Compared::Date || weighed.comparison.agrees != Agrees::No);
    }
    found
}

/// What it weighs that both figures count the same.
const NOUN: f64 = 0.2;
/// What it takes away that the passage speaks of another year.
const OTHER_YEAR: f64 = 0.3;

/// True where the word behind both figures is the same.
fn same_noun(own: &Quantity, other: &Quantity, claim: &Side<'_>, passage: &Side<'_>) -> bool {
    let next = |number: &Quantity, side: &Side<'_>| {
        let after = side.words().find(|term| term.span.start >= number.span.end)?;
        (after.span.start <= number.span.end + 1).then(|| after.form.clone())
    };
    let noun = next(own, claim);
    noun.is_some() && noun == next(other, passage)
}

/// True where `rival` stands in a clause about the claim's own words, and the figure that merely is the same number in another:
/// "The mill closed on 2 May 1977, six years after the bridge, in 1971" against "the mill closed in 1971".
fn is_nearer(
    own: &Quantity,
    rival: &Quantity,
    other: &Quantity,
    claim: &Side<'_>,
    setting: &PassageSetting<'_>,
) -> bool {
    let said = |number: &Quantity| clause(setting.passage.text, number.span);
    let (theirs, its) = (said(rival), said(other));
    let held = |clause: Span| {
        let inside = setting.passage.words().filter(|term| clause.covers(term.span));
        inside.filter(|term| claim.words().any(|mine| mine.form == term.form && !own.span.covers(mine.span))).count()
    };
    let same_make = own.date().is_some() == rival.date().is_some();
    theirs != its && same_make && held(theirs) > held(its)
}

/// The clause that a figure stands in: from mark to mark. A comma within a number parts nothing.
pub(super) fn clause(text: &str, at: Span) -> Span {
    let is_mark = |(place, c): &(usize, char)| {
        let next = text.get(place + c.len_utf8()..).and_then(|rest| rest.chars().next());
        matches!(c, ';' | '—' | '–' | '(' | ')') || matches!(c, ',' | ':') && next.is_none_or(char::is_whitespace)
    };
    let before = text.get(..at.start).unwrap_or_default();
    let start = before.char_indices().rfind(is_mark).map_or(0, |(place, c)| place + c.len_utf8());
    let after = text.char_indices().filter(|(place, _)| *place >= at.end).find(is_mark);
    Span::new(start, after.map_or(text.len(), |(place, _)| place))
}

/// The figure of the passage that says the same: one that is equal before one that is nearly so. What merely lies where "over" or
/// "under" leaves room must count the same thing.
fn agreeing<'a>(own: &Quantity, claim: &Side<'_>, setting: &'a PassageSetting<'_>) -> Option<(Agrees, &'a Quantity)> {
    let place = place_in_pair(own, claim);
    let fits = |other: &&Quantity| {
        place.is_none() || place_in_pair(other, &setting.passage).is_none_or(|at| Some(at) == place)
    };
    let said = Circumstance::of(own, claim);
    let same = |other: &&Quantity| is_same(&said, other, setting, true);
    let all = || {
        setting
            .passage
            .numbers
            .iter()
            .filter(fits)
            .filter_map(|other| Some((agree(own, other)?, other)))
            .filter(|(_, other)| same(other))
    };
    let bare = own.amount().is_some_and(|amount| amount.unit == Unit::Bare);
    let meant =
        |other: &Quantity| !(bare && own.hedge.is_open()) || shared_around(own, claim, other, &setting.passage) > 0;
    let equal = all().find(|(agrees, _)| *agrees == Agrees::Yes);
    equal.or_else(|| all().find(|(_, other)| meant(other)))
}

/// True where a figure of the passage may be said of what the claim's own is, in the same year where `years` count.
fn is_same(said: &Circumstance<'_>, other: &Quantity, setting: &PassageSetting<'_>, years: bool) -> bool {
    let passage = &setting.passage;
    if is_denominator(other, passage) {
        return false;
    }
    let theirs = Circumstance::of(other, passage);
    setting.row || !(said.is_of_another(&theirs) || years && said.is_of_another_year(&theirs))
}

/// What tells that a passage speaks of other years than the claim.
fn other_years(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Option<Weighed> {
    let year = |side: &Side<'_>| {
        let number = side.numbers.iter().find(|number| number.date().is_some_and(|date| date.year.is_some()))?;
        Some(number.span.of(side.text).to_owned())
    };
    let (claim, source) = (year(claim)?, year(&setting.passage)?);
    let comparison = Comparison { kind: Compared::Word, claim, source, agrees: Agrees::Open };
    Some(Weighed { comparison, weight: 0.0 })
}

/// True where the claim names no year, and the clause that bears it out one: "in 2024 it had been …".
fn is_of_another_year(own: &Quantity, other: &Quantity, claim: &Side<'_>, setting: &PassageSetting<'_>) -> bool {
    let year = |number: &&Quantity| number.date().is_some_and(|date| date.year.is_some());
    let said = clause(setting.passage.text, other.span);
    let dated = setting.passage.numbers.iter().filter(year).filter(|date| said.covers(date.span)).count();
    own.date().is_none() && dated == 1 && !claim.numbers.iter().any(|number| year(&number)) && setting.years.is_empty()
}

/// The figure of the passage that counts what the claim's does, where another one that merely is the same number does not:
/// "Thirteen pilots, it used to be thirty-one" against "31 pilots".
fn beside<'a>(own: &Quantity, claim: &Side<'_>, setting: &'a PassageSetting<'_>) -> Option<&'a Quantity> {
    let next = |number: &Quantity, side: &Side<'_>| {
        // "since 2017" is set beside "since 2019", whatever else was in 2017.
        if number.date().is_some() {
            return lead(number, side).map(str::to_lowercase).filter(|word| ENDS.contains(&word.as_str()));
        }
        let after = side.terms.iter().find(|term| term.span.start >= number.span.end)?;
        (after.span.start <= number.span.end + 1).then(|| after.form.clone())
    };
    let noun = next(own, claim)?;
    let said = Circumstance::of(own, claim);
    let counts = |other: &&Quantity| next(other, &setting.passage).as_ref() == Some(&noun);
    let mut same = setting.passage.numbers.iter().filter(counts).filter(|other| is_same(&said, other, setting, true));
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
fn rival<'a>(own: &Quantity, claim: &Side<'_>, setting: &'a PassageSetting<'_>) -> Option<&'a Quantity> {
    let passage = &setting.passage;
    let place = place_in_pair(own, claim);
    let said = Circumstance::of(own, claim);
    // Where the claim's figure is another year's, only that of its own year stands for it.
    let misplaced = passage.numbers.iter().any(|other| agree(own, other).is_some());
    // A unit may stand once: "Norby paid 3 crowns and Asker 5".
    let unitless = |mine: &Quantity, other: &Quantity| {
        is_unitless(mine, other, claim.text) || is_unitless(other, mine, passage.text)
    };
    let taken =
        |other: &Quantity| claim.numbers.iter().any(|mine| agree(mine, other).is_some() || unitless(mine, other));
    let rivals: Vec<&Quantity> = passage
        .numbers
        .iter()
        .filter(|other| (likeness(own, other) == QuantityRelation::Differs || is_points(own, other)) && !taken(other))
        .filter(|other| same_sort(own, other))
        .filter(|other| is_same(&said, other, setting, misplaced))
        .filter(|other| place.is_none() || place_in_pair(other, passage) == place)
        .collect();
    // Two that count the same thing stand for each other before any that stand among the same words.
    let noun = |other: &Quantity| if same_noun(own, other, claim, passage) { AROUND } else { 0 };
    let paired = usize::from(place.is_some());
    let near = |other: &Quantity| shared_around(own, claim, other, passage) + noun(other) + paired;
    let best = rivals.iter().map(|other| near(other)).max()?;
    // One that has the claim's own digits is what was meant, wherever it stands.
    let mut turned = rivals.iter().filter(|other| is_slip(own, other));
    if let (true, Some(only), None) = (setting.pointed(), turned.next(), turned.next()) {
        return Some(*only);
    }
    let mut leading = rivals.iter().filter(|other| near(other) == best);
    let only = leading.next()?;
    // The same number twice is one.
    let mut leading = leading.filter(|other| likeness(only, other) != QuantityRelation::Equal);
    // Two that fit alike: which is meant nobody can say.
    if leading.next().is_some() {
        return None;
    }
    let bare = matches!(&own.value, QuantityValue::Amount(amount) if amount.unit == Unit::Bare);
    let sure = if bare && !setting.row { best >= 1 } else { best >= 1 || rivals.len() == 1 };
    (sure || (setting.pointed() && rivals.len() == 1)).then_some(*only)
}

/// True for a number of `text` with neither unit nor noun that is the same as `other`'s, which may be counted in the unit before it.
fn is_unitless(own: &Quantity, other: &Quantity, text: &str) -> bool {
    let (Some(one), Some(two)) = (own.amount(), other.amount()) else { return false };
    let counts = text.get(own.span.end..).is_some_and(|rest| rest.trim_start().starts_with(char::is_alphabetic));
    one.value == two.value && one.unit == Unit::Bare && two.unit != Unit::Bare && !counts
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
            // A year is told by any day of it.
            let year = one.year.is_some() && one.month.is_none() && two.year.is_some();
            year || (one.year.is_some(), one.month.is_some(), one.day.is_some())
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
pub(super) fn years_agree(claim: &Side<'_>, setting: &PassageSetting<'_>) -> bool {
    let years = |side: &Side<'_>| -> Vec<Date> {
        let all = side.numbers.iter().filter_map(|number| number.date().filter(|date| date.year.is_some()));
        all.map(|date| Date { year: date.year, decade: date.decade, ..Date::default() }).collect()
    };
    let (own, other) = (years(claim), years(&setting.passage));
    let only_dates = claim.numbers.iter().all(|number| number.date().is_some());
    only_dates
        || setting.row
        || own.is_empty()
        || other.is_empty()
        || own.iter().any(|year| other.iter().any(|theirs| year.agrees(theirs)))
}

fn told(
    own: &Quantity,
    other: &Quantity,
    claim: &Side<'_>,
    setting: &PassageSetting<'_>,
    agrees: Agrees,
) -> Comparison {
    let kind = if own.date().is_some() { Compared::Date } else { Compared::Number };
    let words = own.span.of(claim.text).to_owned();
    let source = other.span.of(setting.passage.text);
    // A year is set beside a year.
    let year = own
        .date()
        .filter(|date| date.month.is_none())
        .and(other.date())
        .filter(|date| !date.decade)
        .and_then(|date| date.year);
    let source = match year.map(|year| year.to_string()).filter(|year| source.contains(year.as_str())) {
        Some(year) => year,
        None => source.to_owned(),
    };
    Comparison { kind, claim: words, source, agrees }
}
