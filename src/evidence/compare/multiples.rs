//! "More than doubled" against a ratio, so many times as much, or a rise in percent.

use super::comparison::{Agrees, Compared, Comparison, Weighed};
use super::figures::{NAMED, THERE, UNNAMED, clause, years_agree};
use super::side::{PassageSetting, Side};
use crate::evidence::table::PARTED;
use crate::quantity::{self, Amount, Decimal, Direction, Quantity, Unit};
use crate::text::Span;

/// Words before a multiple: more, and not quite.
const OVER: [&str; 6] = ["more than", "over", "mehr als", "plus que", "más que", "mer än"];
const NEARLY: [&str; 8] = ["nearly", "almost", "about", "roughly", "fast", "beinahe", "presque", "nästan"];
/// Words for so many times as much, in hundredths.
const TIMES_AS: [(&str, i64); 8] = [
    ("twice as ", 200),
    ("twice the ", 200),
    ("half as ", 50),
    ("doppelt so ", 200),
    ("dreimal so ", 300),
    ("viermal so ", 400),
    ("halb so ", 50),
    ("deux fois plus ", 200),
];
/// What stands behind a number of times as much.
const MORE_TIMES: [&str; 7] =
    [" times as", " times the", " times more", " times larger", " times higher", " mal so", "mal so"];
/// Heads of columns that hold a multiple.
const RATIO: [&str; 8] = ["ratio", "factor", "multiple", "times", "faktor", "verhältnis", "rapport", "kvot"];
/// A multiple that the claim names in a word.
struct NamedMultiple {
    span: Span,
    /// In hundredths, the least and the most that it may mean.
    means: (i64, i64),
}

/// The claim's multiple against the one that the passage tells, in a word or by a figure; where the passage tells none, that the
/// claim does is for a reader to see.
pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    let mut named = multiples_in(claim).into_iter();
    let (Some(own), None) = (named.next(), named.next()) else { return Vec::new() };
    let passage = &setting.passage;
    let mut words = if setting.row { Vec::new() } else { multiples_in(passage) };
    let told = words.len() + passage.numbers.iter().filter(|number| by_figure(number, passage, setting.row)).count();
    let figure = || {
        let found = passage.numbers.iter().find_map(|number| Some((number, multiple(number, passage, setting.row)?)));
        found.map(|(number, value)| (number.span, (value, value)))
    };
    let their = words.pop().map(|word| (word.span, (word.means.0.into(), word.means.1.into()))).or_else(figure);
    let comparison = |there: &str, agrees| {
        let (claim, source) = (own.span.of(claim.text).to_owned(), there.to_owned());
        let kind = if agrees == Agrees::Open { Compared::Word } else { Compared::Number };
        Comparison { kind, claim, source, agrees }
    };
    let open = |there: &str| vec![Weighed { comparison: comparison(there, Agrees::Open), weight: 0.0 }];
    let (Some((span, (least, most))), 1) = (their, told) else { return open("") };
    let (shared, source) = (claim.shared(passage), span.of(passage.text));
    let holds = least <= Decimal::from(own.means.1) && most >= Decimal::from(own.means.0);
    let sure = setting.pointed() && if setting.row { setting.there() } else { shared >= NAMED }
        || !setting.row && shared >= UNNAMED;
    if !(holds || sure && years_agree(claim, setting)) {
        return open(source);
    }
    let agrees = if holds { Agrees::Near } else { Agrees::No };
    let weight = shared + if setting.there() { THERE } else { 0.0 };
    vec![Weighed { comparison: comparison(source, agrees), weight }]
}

/// True where a figure of a passage tells a multiple.
fn by_figure(number: &Quantity, passage: &Side<'_>, row: bool) -> bool {
    multiple(number, passage, row).is_some()
        && !multiples_in(passage).iter().any(|named| named.span.overlaps(number.span))
}

/// The multiples that a text names: "doubled", "three times as many".
fn multiples_in(side: &Side<'_>) -> Vec<NamedMultiple> {
    let mut found = named(side.text);
    found.extend(times_as(side));
    found
}

/// So many times as much: "twice as many", "three times the size", "doppelt so viele".
fn times_as(side: &Side<'_>) -> Vec<NamedMultiple> {
    let mut found = Vec::new();
    // In lower case a letter may be longer.
    let lower = Some(side.text.to_lowercase()).filter(|lower| lower.len() == side.text.len()).unwrap_or_default();
    for (word, times) in TIMES_AS {
        found.extend(lower.match_indices(word).map(|(start, _)| NamedMultiple {
            span: Span::new(start, start + word.trim_end().len()),
            means: (times * 90 / 100, times * 112 / 100),
        }));
    }
    for number in &side.numbers {
        let Some(amount) = number.amount().filter(|amount| amount.unit == Unit::Bare && amount.upto.is_none()) else {
            continue;
        };
        let behind = side.text.get(number.span.end..).unwrap_or_default();
        let Some(ending) = MORE_TIMES.iter().find(|ending| behind.starts_with(**ending)) else { continue };
        let Some(times) = hundredths(amount).and_then(|times| i64::try_from(times.trunc()).ok()) else { continue };
        let span = Span::new(number.span.start, number.span.end + ending.len());
        found.push(NamedMultiple { span, means: (times.saturating_mul(90) / 100, times.saturating_mul(112) / 100) });
    }
    found
}

/// The multiples that a text names in words.
fn named(text: &str) -> Vec<NamedMultiple> {
    let mut found = Vec::new();
    for piece in text.split(|c: char| !c.is_alphanumeric()) {
        let Some(times) = quantity::multiple(&piece.to_lowercase()) else { continue };
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        let before = text.get(..start).unwrap_or_default().trim_end();
        let hedged = |words: &[&str]| {
            let low = before.to_lowercase();
            let word = words.iter().find(|word| low.ends_with(**word))?;
            before.len().checked_sub(word.len())
        };
        let (from, means) = if let Some(from) = hedged(&OVER) {
            (from, if times < 100 { (0, times) } else { (times, i64::MAX) })
        } else if let Some(from) = hedged(&NEARLY) {
            (from, (times * 85 / 100, times * 115 / 100))
        } else {
            (start, (times * 90 / 100, times * 112 / 100))
        };
        found.push(NamedMultiple { span: Span::new(from, start + piece.len()), means });
    }
    found
}

/// The multiple that a figure of a passage tells, in hundredths.
fn multiple(number: &Quantity, passage: &Side<'_>, row: bool) -> Option<Decimal> {
    let amount = number.amount().filter(|amount| amount.upto.is_none())?;
    let text = passage.text;
    let (before, after) = (text.get(..number.span.start)?, text.get(number.span.end..)?);
    if row {
        let head = before.rsplit(PARTED).next()?.to_lowercase();
        let ratio = head.split(|c: char| !c.is_alphanumeric()).any(|word| RATIO.contains(&word));
        return (ratio && amount.unit == Unit::Bare).then(|| hundredths(amount))?;
    }
    let within = clause(text, number.span).of(text).to_lowercase();
    let says = |way| within.split(|c: char| !c.is_alphanumeric()).any(|word| quantity::direction(word) == Some(way));
    match amount.unit {
        Unit::Percent => match (says(Direction::Up), says(Direction::Down)) {
            (true, false) => Decimal::ONE_HUNDRED.checked_add(amount.value),
            (false, true) => Decimal::ONE_HUNDRED.checked_sub(amount.value),
            _ => None,
        },
        Unit::Bare => {
            let fold = after.starts_with("-fold") || after.starts_with("fold") || after.starts_with("-fach");
            let times = after.starts_with(" times as") || after.starts_with(" times the");
            let factor = before.ends_with("factor of ") || before.ends_with("Faktor ");
            (fold || times || factor).then(|| hundredths(amount))?
        }
        Unit::Part | Unit::Points | Unit::Money(_) | Unit::Age | Unit::Measure(_) => None,
    }
}

fn hundredths(amount: &Amount) -> Option<Decimal> {
    amount.value.checked_mul(Decimal::ONE_HUNDRED)
}
