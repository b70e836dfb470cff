//! How many died, told once and then of all of them: "Three people were killed … The four dead were …".

use super::cues::{CueSet, DIED, THE_DEAD};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintBlock, exactly};
use crate::quantity::{Decimal, Quantity, QuantityValue, Unit};
use crate::text::Span;

/// Words behind that, where they are all and no group of them.
const WERE: [&str; 14] = [
    "were", "are", "had", "include", "included", "waren", "sind", "hatten", "sont", "étaient", "eran", "son", "var",
    "är",
];

/// Words before the number of all.
const THE: [&str; 7] = ["the", "all", "die", "alle", "les", "los", "de"];

/// Words behind a number among which it is said that they died.
const NEAR: usize = 5;

/// How many died, where all the dead are more of them elsewhere.
pub(super) fn tolls(passages: &[LintBlock<'_>], found: &mut Vec<LintFinding>) {
    let told_of = |cues: CueSet| {
        passages.iter().flat_map(move |passage| {
            let rows = passage.rows_with(cues);
            rows.flat_map(move |(span, own)| own.iter().map(move |quantity| (passage, span, quantity)))
        })
    };
    let counted = |quantity: &Quantity| {
        let amount = quantity.amount().filter(|amount| amount.unit == Unit::Bare && amount.upto.is_none())?;
        (exactly(quantity) && amount.value >= Decimal::ONE).then_some(amount.value)
    };
    let (mut told, mut all): (Option<(Decimal, Span)>, Decimal) = (None, Decimal::ZERO);
    for (passage, span, quantity) in told_of(CueSet::DIED) {
        let Some(value) = counted(quantity) else { continue };
        let tail = passage.text.get(quantity.span.end..span.end).unwrap_or_default();
        let lead = passage.text.get(span.start..quantity.span.start).unwrap_or_default();
        let Some((toll, place)) = told else {
            if died(tail) || killed(lead) {
                (told, all) = (Some((value, passage.shift(quantity.span))), value);
            }
            continue;
        };
        if value <= toll || !are_all(lead, tail) {
            // The dead of several places may be told one by one.
            all = all.saturating_add(if died(tail) || killed(lead) { value } else { Decimal::ZERO });
            continue;
        }
        // Where the text itself comes to that number, more died later.
        let here = passage.shift(quantity.span);
        let before =
            told_of(CueSet::NONE).take_while(|(passage, _, other)| passage.shift(other.span).start < here.start);
        let grew = before.map(|(.., other)| other).any(|other| match &other.value {
            QuantityValue::Amount(amount) => amount.value == value,
            QuantityValue::Ordinal(nth) => Decimal::from(*nth) == value,
            QuantityValue::Date(_) | QuantityValue::Clock(_) => false,
        });
        if !grew && value != all {
            let says = format!("Here {toll} died, there all the dead are {value}");
            found.push(LintFinding::new(FindingKind::Casualties, Certainty::Doubt, says, vec![place, here]));
        }
        return;
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_one(word: &str, of: &[&str]) -> bool {
    of.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// True where the words behind a number say that so many died, before anything parts them from it.
fn died(tail: &str) -> bool {
    let clause = tail.split([',', ';', '.', '(', ':']).next().unwrap_or_default();
    words(clause).take(NEAR).any(|word| is_one(word, &DIED))
}

/// True where the word before a number says that so many died: "killed 23 people".
fn killed(lead: &str) -> bool {
    const KILLED: [&str; 7] = ["killed", "kills", "killing", "tötete", "tuant", "mató", "dödade"];
    words(lead).last().is_some_and(|word| is_one(word, &KILLED))
}

/// True where a number is that of all the dead: "The four dead were …".
fn are_all(lead: &str, tail: &str) -> bool {
    let mut behind = words(tail);
    let dead = behind.next().is_some_and(|word| is_one(word, &THE_DEAD));
    dead && behind.next().is_some_and(|word| is_one(word, &WERE))
        && words(lead).last().is_some_and(|word| is_one(word, &THE))
}
