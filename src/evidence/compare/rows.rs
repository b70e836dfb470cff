//! A claim's figures against a row of a table, whose cells stand behind the heads of their columns.

use super::called::names;
use super::comparison::{Agrees, Compared, Comparison, Weighed};
use super::figures::{SLIP, THERE};
use super::side::{PassageSetting, Side};
use crate::evidence::table::PARTED;
use crate::quantity::{Amount, Decimal, Quantity, QuantityRelation, QuantityValue, Unit, compare as likeness};
use crate::text::Span;

/// What an agreement or a difference in a row weighs: it has few words to share, and every one of them tells.
const ROW: f64 = 0.6;
/// What it weighs that a row is about what the claim is said of.
const SUBJECT: f64 = 1.2;

/// A cell with a figure.
struct TableCell<'a> {
    /// The year that heads its column.
    year: Option<i16>,
    figure: &'a Quantity,
    /// The words of its head, endings cut.
    head: Vec<String>,
}

/// The comparisons with a row. A figure belongs to the year that the claim or its note names, else to the latest of the row.
pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    let cells = cells(&setting.passage);
    let asked: Vec<i16> =
        claim.numbers.iter().filter_map(|number| number.date()?.year).chain(setting.years.clone()).collect();
    let latest = cells.iter().filter_map(|cell| cell.year).max();
    let meant = |cell: &&TableCell<'_>| match cell.year {
        Some(year) if asked.iter().any(|asked| cells.iter().any(|cell| cell.year == Some(*asked))) => {
            asked.contains(&year)
        }
        Some(year) => Some(year) == latest,
        None => true,
    };
    let mut found = Vec::new();
    for own in claim.numbers.iter().filter(|own| own.date().is_none()) {
        let agrees = |cell: &&TableCell<'_>| agree(own, cell.figure);
        if let Some((how, cell)) = cells.iter().filter(meant).find_map(|cell| Some((agrees(&cell)?, cell))) {
            found.push(told(own, cell.figure, claim, setting, how));
            continue;
        }
        // The right row and the wrong column.
        let elsewhere = cells.iter().any(|cell| cell.year.is_some() && agrees(&cell) == Some(Agrees::Yes));
        let mut rivals = cells.iter().filter(meant).filter(|cell| cell.year.is_some());
        if let (true, true, Some(rival), None) = (elsewhere, setting.pointed(), rivals.next(), rivals.next()) {
            found.push(told(own, rival.figure, claim, setting, Agrees::No));
        } else if let Some(cell) = cells.iter().find(|cell| cell.year.is_none() && agrees(cell).is_some()) {
            found.push(told(own, cell.figure, claim, setting, Agrees::Yes));
        } else if setting.there()
            && let Some(rival) = turned(own, &cells, &meant).or_else(|| headed(own, &cells, claim))
        {
            found.push(told(own, rival, claim, setting, Agrees::No));
        }
    }
    found
}

/// The figure of a cell that has the same digits in another order.
fn turned<'a>(
    own: &Quantity,
    cells: &[TableCell<'a>],
    meant: &dyn Fn(&&TableCell<'_>) -> bool,
) -> Option<&'a Quantity> {
    let mut fitting = cells.iter().filter(|cell| meant(cell)).filter(|cell| super::likeness::is_slip(own, cell.figure));
    let only = fitting.next()?;
    fitting.next().is_none().then_some(only.figure)
}

/// The figure of the one cell whose head the claim has beside its own figure: "fourth in the ranking" beside "rank: fifth".
fn headed<'a>(own: &Quantity, cells: &[TableCell<'a>], claim: &Side<'_>) -> Option<&'a Quantity> {
    let differs = |cell: &&TableCell<'_>| matches!(likeness(own, cell.figure), QuantityRelation::Differs);
    let named = |cell: &&TableCell<'_>| claim.words().any(|term| cell.head.contains(&term.form));
    let mut fitting = cells.iter().filter(|cell| cell.year.is_none()).filter(named).filter(differs);
    let only = fitting.next()?;
    fitting.next().is_none().then_some(only.figure)
}

/// The cells of a row with figures, each with the year of its head.
fn cells<'a>(passage: &'a Side<'_>) -> Vec<TableCell<'a>> {
    let mut found = Vec::new();
    let mut from = 0;
    for cell in passage.text.split(PARTED) {
        let span = Span::new(from, from + cell.len());
        from = span.end + PARTED.len();
        let head = cell.split_once(": ").map_or("", |(head, _)| head);
        let year =
            head.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 4).and_then(|word| word.parse().ok());
        let year = year.filter(|year| (1500..2200).contains(year));
        let begins = span.start + if head.is_empty() { 0 } else { head.len() + 2 };
        let named = passage.words().filter(|term| term.span.start >= span.start && term.span.end < begins);
        let named: Vec<String> = named.map(|term| term.form.clone()).collect();
        let inside = passage.numbers.iter().filter(|number| number.span.start >= begins && number.span.end <= span.end);
        found.extend(inside.filter(|number| number.date().is_none() || head.is_empty()).map(|figure| TableCell {
            year,
            figure,
            head: named.clone(),
        }));
    }
    found
}

/// How a claim's figure agrees with a cell, whose unit is mostly told by the table's head and not beside it.
fn agree(own: &Quantity, cell: &Quantity) -> Option<Agrees> {
    let bare = |quantity: &Quantity| match &quantity.value {
        QuantityValue::Amount(amount) => Some(Quantity {
            value: QuantityValue::Amount(Amount { unit: Unit::Bare, ..amount.clone() }),
            ..quantity.clone()
        }),
        QuantityValue::Ordinal(_) | QuantityValue::Date(_) | QuantityValue::Clock(_) => None,
    };
    let is_bare = matches!(&cell.value, QuantityValue::Amount(amount) if amount.unit == Unit::Bare);
    let stripped = if is_bare { bare(own) } else { None };
    match likeness(stripped.as_ref().unwrap_or(own), cell) {
        QuantityRelation::Equal => Some(Agrees::Yes),
        QuantityRelation::Rounded | QuantityRelation::Converted => Some(Agrees::Near),
        QuantityRelation::Differs | QuantityRelation::Incomparable => is_share(own, cell).then_some(Agrees::Near),
    }
}

/// True where a cell holds the claim's percentage as a table stores it: 0.12 for 12 percent.
fn is_share(own: &Quantity, cell: &Quantity) -> bool {
    let (Some(mine), Some(stored)) = (own.amount(), cell.amount()) else { return false };
    let fraction = mine.unit == Unit::Percent && stored.unit == Unit::Bare && stored.value.abs() < Decimal::ONE;
    let value = stored.value.checked_mul(Decimal::ONE_HUNDRED).filter(|value| fraction && !value.is_zero());
    let step = stored.step.checked_mul(Decimal::ONE_HUNDRED);
    value.zip(step).is_some_and(|(value, step)| {
        let amount = Amount { value, step, unit: Unit::Percent, ..stored.clone() };
        let percent = Quantity { value: QuantityValue::Amount(amount), ..cell.clone() };
        matches!(likeness(own, &percent), QuantityRelation::Equal | QuantityRelation::Rounded)
    })
}

fn told(own: &Quantity, cell: &Quantity, claim: &Side<'_>, setting: &PassageSetting<'_>, agrees: Agrees) -> Weighed {
    let words = own.span.of(claim.text).to_owned();
    let source = cell.span.of(setting.passage.text).to_owned();
    let comparison = Comparison { kind: Compared::Number, claim: words, source, agrees };
    let slip = if agrees == Agrees::No && super::likeness::is_slip(own, cell) { SLIP } else { 0.0 };
    let there = if setting.there() { THERE } else { 0.0 };
    let weight = ROW + claim.shared(&setting.passage) + slip + there + SUBJECT * subject(setting);
    Weighed { comparison, weight }
}

/// How much of a name in the statement that the claim leans on the row has, from 0 to 1: "Team Alder won nineteen races, and was fourth"
/// speaks of the row of Team Alder, and not of the one that was fourth.
fn subject(setting: &PassageSetting<'_>) -> f64 {
    if setting.capitals {
        return 0.0;
    }
    let held = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let row = setting.passage.text;
        let stands = |word: &&&str| row.split(|c: char| !c.is_alphanumeric()).any(|own| own == **word);
        #[expect(clippy::cast_precision_loss, reason = "words of a name")]
        let share = words.iter().filter(stands).count() as f64 / words.len().max(1) as f64;
        share
    };
    names(setting.before).iter().map(|name| held(name.span.of(setting.before))).fold(0.0, f64::max)
}
