//! Ages and anniversaries against the years they are counted from.

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, exactly, has};
use crate::quantity::{Date, Decimal, Quantity, QuantityValue, Unit};

/// Words before a date of birth.
const BORN: [&str; 11] =
    ["born", "geboren", "geb", "né", "née", "nació", "nacido", "nacida", "född", "föddes", "naissance"];

/// Words before the date on which something began that is celebrated.
const FOUNDED: [&str; 15] = [
    "founded",
    "established",
    "born",
    "opened",
    "begun",
    "started",
    "created",
    "launched",
    "built",
    "formed",
    "gegründet",
    "fondé",
    "fondée",
    "fundada",
    "grundades",
];

/// Where one of these is, the age may be another's.
const OTHERS: [&str; 15] = [
    "father",
    "mother",
    "son",
    "daughter",
    "brother",
    "sister",
    "wife",
    "husband",
    "grandfather",
    "grandmother",
    "whose",
    "parents",
    "korean",
    "vater",
    "mutter",
];

/// Ages in sentences that tell a birth and one other date. An age set between commas may be the one on the day of writing, which is
/// not before that date and not after `latest`.
pub(super) fn ages(sentence: &LintSentence<'_>, latest: Option<jiff::civil::Date>, found: &mut Vec<LintFinding>) {
    let Some((birth, born)) = birth(sentence) else { return };
    if sentence.has(&OTHERS) || sentence.all().contains("would have") {
        return;
    }
    let others: Vec<(&Quantity, &Date)> = sentence
        .dates()
        .filter(|(_, quantity, date)| *quantity != birth && date.year.is_some())
        .map(|(_, q, date)| (q, date))
        .collect();
    let [(when, then)] = others.as_slice() else { return };
    let mut ages = (0..sentence.quantities.len()).filter_map(|at| Some((at, age(sentence, at)?)));
    let (Some((at, (quantity, years))), None) = (ages.next(), ages.next()) else { return };
    let (Some((first, last)), Some((from, to))) = (born.bounds(), then.bounds()) else { return };
    let age = |on: jiff::civil::Date, of: jiff::civil::Date| {
        let whole = i64::from(on.year()) - i64::from(of.year());
        if (on.month(), on.day()) < (of.month(), of.day()) { whole - 1 } else { whole }
    };
    let (least, most) = (age(from, last), age(to, first));
    let dead =
        sentence.has(&["died", "dies", "death", "killed", "starb", "gestorben", "mort", "morte", "murió", "dog"]);
    let by_now = |latest: jiff::civil::Date| (least..=age(latest, first)).contains(&years);
    if is_set_between(sentence, at) && !dead && latest.is_none_or(by_now) {
        return;
    }
    if least >= 0 && exactly(quantity) && !(least..=most).contains(&years) {
        let could = if least == most { format!("{least}") } else { format!("{least} or {most}") };
        let says = format!("Born in {}, one is {could} in {}; the text says {years}", year(born), year(then));
        found.push(sentence.finding(FindingKind::Age, Certainty::Error, says, &[birth.span, when.span, quantity.span]));
    }
}

fn year(date: &Date) -> String {
    date.year.map_or_else(String::new, |year| year.to_string())
}

/// The date of birth that a sentence tells: behind a word for it, or the first of two years in brackets.
fn birth<'a>(sentence: &LintSentence<'a>) -> Option<(&'a Quantity, &'a Date)> {
    let mut dates = sentence.dates().filter(|(_, _, date)| date.year.is_some());
    let told = |(at, ..): &(usize, &Quantity, &Date)| {
        let lead = sentence.lead(*at);
        let near = lead.char_indices().rev().nth(24).map_or(lead, |(from, _)| lead.get(from..).unwrap_or_default());
        let word = BORN.iter().filter_map(|word| near.rfind(word).map(|at| at + word.len())).max();
        let direct = word.and_then(|at| near.get(at..)).is_some_and(|gap| !gap.contains(','));
        let bracket = lead.ends_with('(') && matches!(sentence.tail(*at), "–" | "-" | " – ");
        has(near, &BORN) && direct || bracket
    };
    dates.find(told).map(|(_, quantity, date)| (quantity, date))
}

/// True when the quantity at `at` stands between commas, as the age of whoever was named before: `Anna Holm, 62, …`.
fn is_set_between(sentence: &LintSentence<'_>, at: usize) -> bool {
    sentence.lead(at).ends_with(", ") && sentence.tail(at).starts_with(',')
}

/// The age that the quantity at `at` tells.
fn age<'a>(sentence: &LintSentence<'a>, at: usize) -> Option<(&'a Quantity, i64)> {
    let quantity = sentence.quantities.get(at)?;
    let amount = quantity.amount().filter(|amount| amount.upto.is_none())?;
    let years = i64::try_from(amount.value).ok().filter(|years| (1..120).contains(years))?;
    let (lead, tail) = (sentence.lead(at), sentence.tail(at));
    let year = matches!(amount.unit, Unit::Measure(measure) if measure.name == "year");
    let bare = amount.unit == Unit::Bare;
    let between = is_set_between(sentence, at) && bare;
    let said = ["aged ", "age of ", "lived to be ", "was ", "is ", "at ", "turned ", "aged about "];
    let behind = said.iter().any(|word| lead.ends_with(word)) && bare && !tail.trim_start().starts_with(['%', '-']);
    let counted =
        tail.trim_start().split(' ').next().is_some_and(|word| {
            !word.is_empty() && !has(word, &["when", "and", "at", "in", "years", "he", "she", "as"])
        });
    let foreign = year
        && (lead.ends_with("âgé de ")
            || lead.ends_with("âgée de ")
            || lead.ends_with("à ")
            || lead.ends_with("a los ")
            || lead.ends_with("alter von ")
            || tail.trim_start().starts_with("de edad"));
    let is_age = amount.unit == Unit::Age || between || behind && !counted || foreign;
    is_age.then_some((quantity, years))
}

/// Anniversaries in sentences that tell the year they count from and the year they are kept in.
pub(super) fn anniversaries(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    const FEASTS: [&str; 5] = ["anniversary", "birthday", "jubilee", "centenary", "anniversaries"];
    let place = |quantity: &Quantity| {
        if let QuantityValue::Ordinal(place) = quantity.value { Some(i64::from(place)) } else { None }
    };
    let ordinals: Vec<(usize, &Quantity, i64)> =
        sentence.quantities.iter().enumerate().filter_map(|(at, q)| Some((at, q, place(q)?))).collect();
    let years: Vec<(usize, &Quantity, i64)> =
        sentence.dates().filter_map(|(at, q, date)| Some((at, q, i64::from(date.year?)))).collect();
    let ([(at, nth, kept)], [one, other]) = (ordinals.as_slice(), years.as_slice()) else { return };
    let feast = sentence.tail(*at).split_whitespace().take(2).any(|word| has(word, &FEASTS));
    let founded = |(at, ..): &(usize, &Quantity, i64)| {
        let lead = sentence.lead(*at);
        has(lead, &FOUNDED)
            && lead.trim_end().ends_with([' ', 'n', 'd', 'r', 'é', 'e', 's'])
            && has(lead, &["in", "on", "since", "en", "im"])
    };
    if !feast || !founded(one) && !founded(other) {
        return;
    }
    let (from, to) = if one.2 <= other.2 { (one, other) } else { (other, one) };
    if to.2 - from.2 != *kept && *kept > 1 {
        let says = format!("From {} to {} it is {} years, not {kept}", from.2, to.2, to.2 - from.2);
        found.push(sentence.finding(
            FindingKind::Anniversary,
            Certainty::Error,
            says,
            &[from.1.span, to.1.span, nth.span],
        ));
    }
}

/// The value of a quantity that counts whole things.
pub(super) fn whole(value: Decimal) -> Option<i64> {
    value.fract().is_zero().then(|| i64::try_from(value).ok())?
}
