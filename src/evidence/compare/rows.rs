//! A claim's figures against a row of a table, whose cells stand behind the heads of their columns.

use super::called::names;
use super::clause::pieces;
use super::comparison::{Agrees, Compared, Comparison, Weighed};
use super::events::{is_date_of_event, is_head_of_date, names_dates};
use super::figures::{SLIP, THERE};
use super::side::{PassageSetting, Side};
use super::unsaid::{is_of_label, label, speaks_of};
use crate::evidence::table::PARTED;
use crate::evidence::terms::Term;
use crate::quantity::{
    Amount, Decimal, Dimension, Quantity, QuantityRelation, QuantityValue, Unit, compare as likeness,
};
use crate::text::Span;

/// What an agreement or a difference in a row weighs: it has few words to share, and every one of them tells.
const ROW: f64 = 0.6;
/// What it takes away that a row is of something that the claim says nothing of.
const FOREIGN: f64 = 0.5;
/// Words behind a figure of which one may tell what it counts: "12 full-time teachers".
const COUNTED: usize = 3;
/// What it weighs that a row is about what the claim is said of.
const SUBJECT: f64 = 1.2;

/// A cell with a figure.
struct TableCell {
    /// The year that heads its column.
    year: Option<i16>,
    figure: Quantity,
    /// The words of its head, endings cut.
    head: Vec<String>,
}

/// The comparisons with a row. A figure belongs to the year that the claim or its note names, else to the latest of the row.
pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    let cells = cells(&setting.passage);
    let asked: Vec<i16> =
        claim.numbers.iter().filter_map(|number| number.date()?.year).chain(setting.years.clone()).collect();
    let latest = cells.iter().filter_map(|cell| cell.year).max();
    let meant = |cell: &&TableCell| match cell.year {
        Some(year) if asked.iter().any(|asked| cells.iter().any(|cell| cell.year == Some(*asked))) => {
            asked.contains(&year)
        }
        Some(year) => Some(year) == latest,
        None => true,
    };
    let mut found = dates(claim, setting);
    // The row of another year.
    if found.iter().any(|weighed| weighed.comparison.agrees == Agrees::Open) {
        return found;
    }
    // Six weeks are no six ships: a row that says nothing of what the claim does is about something else.
    if !(speaks_of(claim, setting) || setting.there() || subject(setting) > 0.0) {
        return found;
    }
    for own in claim.numbers.iter().filter(|own| own.date().is_none()) {
        let agrees = |cell: &&TableCell| agree(own, &cell.figure).filter(|_| is_in_unit(own, setting));
        let counting = counting(own, &cells, claim);
        if !counting.is_empty() {
            let counting: Vec<&TableCell> = counting.into_iter().filter(meant).collect();
            found.extend(counted(own, &counting, claim, setting));
            continue;
        }
        if let Some((how, cell)) = cells.iter().filter(meant).find_map(|cell| Some((agrees(&cell)?, cell))) {
            found.push(told(own, &cell.figure, claim, setting, how));
            continue;
        }
        // The right row and the wrong column.
        let elsewhere = cells.iter().any(|cell| cell.year.is_some() && agrees(&cell) == Some(Agrees::Yes));
        let mut rivals = cells.iter().filter(meant).filter(|cell| cell.year.is_some());
        if let (true, true, Some(rival), None) = (elsewhere, setting.pointed(), rivals.next(), rivals.next()) {
            found.push(told(own, &rival.figure, claim, setting, Agrees::No));
        } else if let Some(cell) = cells.iter().find(|cell| cell.year.is_none() && agrees(cell).is_some()) {
            found.push(told(own, &cell.figure, claim, setting, Agrees::Yes));
        } else if let Some(rival) = labelled(own, &cells, claim, setting) {
            found.push(told(own, rival, claim, setting, Agrees::No));
        } else if setting.there()
            && let Some(rival) = turned(own, &cells, &meant).or_else(|| headed(own, &cells, claim))
        {
            found.push(told(own, rival, claim, setting, Agrees::No));
        }
    }
    found
}

/// The cells under a head that names what the claim's figure counts: "12 teachers" is held to "teachers: 30", whatever else the row has.
fn counting<'c>(own: &Quantity, cells: &'c [TableCell], claim: &Side<'_>) -> Vec<&'c TableCell> {
    let amount = |span: Span| claim.numbers.iter().any(|number| number.date().is_none() && span.covers(number.span));
    let piece = pieces(claim.text, own.span, amount).into_iter().find(|piece| piece.covers(own.span));
    let piece = piece.unwrap_or(own.span);
    let behind = claim.words().filter(|term| term.span.start >= own.span.end && piece.covers(term.span)).take(COUNTED);
    let mut under = behind.map(|term| cells.iter().filter(|cell| cell.head.contains(&term.form)).collect::<Vec<_>>());
    under.find(|cells| !cells.is_empty()).unwrap_or_default()
}

/// A claim's figure against the cells that count the same.
fn counted(own: &Quantity, cells: &[&TableCell], claim: &Side<'_>, setting: &PassageSetting<'_>) -> Option<Weighed> {
    let agreeing = cells.iter().find_map(|cell| Some((agree(own, &cell.figure)?, cell)));
    if let Some((how, cell)) = agreeing {
        return Some(told(own, &cell.figure, claim, setting, how));
    }
    let [only] = cells else { return None };
    let sure = setting.pointed() && (is_of_label(claim, setting) || setting.there());
    sure.then(|| told(own, &only.figure, claim, setting, Agrees::No))
}

/// True unless a claim's figure is a time and the row says nothing of its unit.
fn is_in_unit(own: &Quantity, setting: &PassageSetting<'_>) -> bool {
    let Some(Unit::Measure(unit)) = own.amount().map(|amount| amount.unit) else { return true };
    let row = setting.passage.text.to_lowercase();
    let named = || {
        row.contains(unit.name)
            || setting.passage.numbers.iter().any(|number| {
                number.amount().is_some_and(
                    |amount| matches!(amount.unit, Unit::Measure(measure) if measure.dimension == unit.dimension),
                )
            })
    };
    !matches!(unit.dimension, Dimension::Time | Dimension::Months) || setting.there() || named()
}

/// The figure of a row that has no other, where what the claim counts is what the row is of: "8 ships" beside "Ships: 6".
fn labelled<'a>(
    own: &Quantity,
    cells: &'a [TableCell],
    claim: &Side<'_>,
    setting: &PassageSetting<'_>,
) -> Option<&'a Quantity> {
    let [only] = cells else { return None };
    let label = label(&setting.passage)?;
    let noun = claim.words().find(|term| term.span.start >= own.span.end && term.span.start <= own.span.end + 1)?;
    let of_label = |term: &&Term| label.covers(term.span);
    let counted = setting.passage.words().filter(of_label).any(|term| term.form == noun.form);
    let differs = likeness(own, &only.figure) == QuantityRelation::Differs && only.year.is_none();
    (counted && differs && setting.pointed()).then_some(&only.figure)
}

/// A date in a cell, and where its head stands.
struct DatedCell<'a> {
    date: &'a Quantity,
    head: Span,
}

/// The claim's dates against those of a row, where the head of their column is a word of the claim; where none is, what another year
/// stands for is for the reader to say.
fn dates(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    let passage = &setting.passage;
    let is_dated = |number: &&Quantity| number.date().is_some_and(|date| date.year.is_some());
    let cells: Vec<DatedCell<'_>> =
        passage.numbers.iter().filter(is_dated).filter_map(|date| DatedCell::of(date, passage)).collect();
    let word = |term: &Term| claim.words().any(|own| own.form == term.form);
    let compared = claim.numbers.iter().filter(is_dated).filter_map(|own| {
        let fits = |cell: &&DatedCell<'_>| {
            let is_headed = || passage.words().any(|term| cell.head.covers(term.span) && word(term));
            let day = cell.date.date().is_some_and(|date| date.month.is_some());
            day && is_headed() || is_head_of_date(cell.head.of(passage.text), own, claim)
        };
        let mut fitting = cells.iter().filter(fits);
        let fitting = fitting.next().filter(|_| fitting.next().is_none());
        let dated = |agrees: Agrees, kind: Compared, day: &Quantity| {
            let weighed = told(own, day, claim, setting, agrees);
            Weighed { comparison: Comparison { kind, ..weighed.comparison }, ..weighed }
        };
        let Some(day) = fitting.map(|cell| cell.date) else {
            let apart = cells.iter().all(|cell| likeness(own, cell.date) == QuantityRelation::Differs);
            let other = cells.first().filter(|_| apart && is_date_of_event(own, claim));
            return other.map(|cell| dated(Agrees::Open, Compared::Word, cell.date));
        };
        let own_date = is_date_of_event(own, claim) || day.date().is_some_and(|date| date.month.is_some());
        match likeness(own, day) {
            QuantityRelation::Equal => Some(dated(Agrees::Yes, Compared::Date, day)),
            QuantityRelation::Rounded | QuantityRelation::Converted => Some(dated(Agrees::Near, Compared::Date, day)),
            QuantityRelation::Differs if own_date && setting.pointed() && is_of_label(claim, setting) => {
                Some(dated(Agrees::No, Compared::Date, day))
            }
            QuantityRelation::Differs => Some(dated(Agrees::Open, Compared::Word, day)),
            QuantityRelation::Incomparable => None,
        }
    });
    compared.collect()
}

impl<'a> DatedCell<'a> {
    /// `None` for a date that heads a column.
    fn of(date: &'a Quantity, row: &Side<'_>) -> Option<Self> {
        let before = row.text.get(..date.span.start)?;
        let from = before.rfind(PARTED).map_or(0, |at| at + PARTED.len());
        let head = Span::new(from, from + before.get(from..)?.rfind(": ")?);
        Some(Self { date, head })
    }
}

/// The figure of a cell that has the same digits in another order.
fn turned<'a>(own: &Quantity, cells: &'a [TableCell], meant: &dyn Fn(&&TableCell) -> bool) -> Option<&'a Quantity> {
    let mut fitting =
        cells.iter().filter(|cell| meant(cell)).filter(|cell| super::likeness::is_slip(own, &cell.figure));
    let only = fitting.next()?;
    fitting.next().is_none().then_some(&only.figure)
}

/// The figure of the one cell whose head the claim has beside its own figure: "fourth in the ranking" beside "rank: fifth".
fn headed<'a>(own: &Quantity, cells: &'a [TableCell], claim: &Side<'_>) -> Option<&'a Quantity> {
    let differs = |cell: &&TableCell| matches!(likeness(own, &cell.figure), QuantityRelation::Differs);
    let named = |cell: &&TableCell| claim.words().any(|term| cell.head.contains(&term.form));
    let mut fitting = cells.iter().filter(|cell| cell.year.is_none()).filter(named).filter(differs);
    let only = fitting.next()?;
    fitting.next().is_none().then_some(&only.figure)
}

/// The cells of a row with figures, each with the year of its head.
fn cells(passage: &Side<'_>) -> Vec<TableCell> {
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
        let figures = inside.filter_map(|number| match number.date() {
            Some(_) if !head.is_empty() => counted_year(number, passage).filter(|_| !names_dates(head)),
            Some(_) | None => Some(number.clone()),
        });
        found.extend(figures.map(|figure| TableCell { year, figure, head: named.clone() }));
    }
    found
}

/// What reads as a year as the number of tonnes that it may be; `None` for any other date.
fn counted_year(number: &Quantity, passage: &Side<'_>) -> Option<Quantity> {
    let value = number.span.of(passage.text).parse().ok()?;
    let amount = Amount { value, upto: None, step: Decimal::ONE, unit: Unit::Bare, in_words: false };
    Some(Quantity { value: QuantityValue::Amount(amount), ..number.clone() })
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
    // The row of another agrees by chance.
    let foreign = label(&setting.passage).is_some() && !is_of_label(claim, setting) && !setting.there();
    let foreign = if foreign { FOREIGN } else { 0.0 };
    let weight = ROW + claim.shared(&setting.passage) + slip + there + SUBJECT * subject(setting) - foreign;
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
