//! "More than doubled" against a ratio, so many times as much, or a rise in percent.

use super::comparison::{Agrees, Compared, Comparison, Weighed};
use super::figures::{NAMED, THERE, clause};
use super::side::{PassageSetting, Side};
use crate::evidence::table::PARTED;
use crate::quantity::{self, Amount, Decimal, Direction, Quantity, Unit};
use crate::text::Span;

/// Words before a multiple: more, and not quite.
const OVER: [&str; 6] = ["more than", "over", "mehr als", "plus que", "más que", "mer än"];
const NEARLY: [&str; 8] = ["nearly", "almost", "about", "roughly", "fast", "beinahe", "presque", "nästan"];
/// Heads of columns that hold a multiple.
const RATIO: [&str; 8] = ["ratio", "factor", "multiple", "times", "faktor", "verhältnis", "rapport", "kvot"];
/// A multiple that the claim names in a word.
struct NamedMultiple {
    span: Span,
    /// In hundredths, the least and the most that it may mean.
    means: (i64, i64),
}

/// The claim's multiple against the one that the passage tells.
pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    let mut named = named(claim.text).into_iter();
    let (Some(own), None) = (named.next(), named.next()) else { return Vec::new() };
    let passage = &setting.passage;
    let mut told = passage.numbers.iter().filter_map(|number| Some((number, multiple(number, passage, setting.row)?)));
    let (Some((number, value)), None) = (told.next(), told.next()) else { return Vec::new() };
    let shared = claim.shared(passage);
    let holds = (Decimal::from(own.means.0)..=Decimal::from(own.means.1)).contains(&value);
    let sure = setting.pointed() && if setting.row { setting.there() } else { shared >= NAMED };
    if !holds && !sure {
        return Vec::new();
    }
    let agrees = if holds { Agrees::Near } else { Agrees::No };
    let (claim, source) = (own.span.of(claim.text).to_owned(), number.span.of(passage.text).to_owned());
    let comparison = Comparison { kind: Compared::Number, claim, source, agrees };
    vec![Weighed { comparison, weight: shared + if setting.there() { THERE } else { 0.0 } }]
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
