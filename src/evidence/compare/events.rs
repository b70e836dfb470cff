//! What happens once, and when: a claim that a ferry was built in 1987 against a passage that has it built in 1978, whatever else
//! both say.

use super::clause::pieces;
use super::side::Side;
use crate::evidence::terms::Term;
use crate::quantity::{Quantity, QuantityRelation, compare};
use crate::text::Span;

/// Words for what happens to a thing once, in lower case, each line one event.
#[rustfmt::skip]
const ONCE: &[&[&str]] = &[
    &["built", "constructed", "erected", "gebaut", "erbaut", "errichtet", "byggdes", "construit", "construite", "baujahr"],
    &["opened", "inaugurated", "eröffnet", "öffnete", "eröffnete", "invigdes", "inauguré", "inaugurée"],
    &["founded", "established", "gegründet", "gründungsjahr", "grundades", "fondé", "fondée", "fundado", "fundada"],
    &["closed", "shut", "geschlossen", "schloss", "stängdes"],
    &["born", "geboren", "föddes"],
    &["died", "gestorben", "starb", "dog"],
    &["finished", "completed", "fertiggestellt"],
    &["launched"],
    &["sank"],
    &["collapsed"],
    &["enacted"],
    &["ratified"],
    &["demolished", "razed", "abgerissen", "revs"],
    &["abolished", "abgeschafft"],
    &["invented", "erfunden"],
    &["discovered", "entdeckt"],
    &["premiered", "uraufgeführt"],
    &["invaded"],
    &["signed", "unterzeichnet"],
    &["married", "heiratete"],
    &["retired"],
    &["resigned"],
];
/// Words for what may happen again, of which a year is told as well.
const AGAIN: [&str; 8] =
    ["refitted", "rebuilt", "renovated", "restored", "reopened", "enlarged", "umgebaut", "renoviert"];
/// Words that may stand between the event and its date.
const ON: [&str; 10] = ["in", "on", "im", "am", "den", "en", "i", "back", "only", "year"];

/// A date of an event, and the words right before it that say whose event it is.
struct DatedEvent<'a> {
    kind: usize,
    subject: Vec<&'a Term>,
}

/// The date of the passage for the event that the claim dates by `own`; `None` where the passage has none, or the claim's own among
/// several, or it is told of something else.
pub(super) fn otherwise<'a>(own: &Quantity, claim: &Side<'_>, passage: &'a Side<'_>) -> Option<&'a Quantity> {
    own.date()?.year?;
    let event = event(own, claim)?;
    let dates = passage.numbers.iter().filter(|date| date.date().is_some_and(|date| date.year.is_some()));
    let dated = dates.filter_map(|date| self::event(date, passage).map(|told| (date, told)));
    let mut dated = dated.filter(|(_, told)| told.kind == event.kind);
    let ((only, told), None) = (dated.next()?, dated.next()) else { return None };
    let same =
        told.subject.is_empty() || told.subject.iter().any(|term| claim.words().any(|own| own.form == term.form));
    (same && compare(own, only) == QuantityRelation::Differs).then_some(only)
}

/// True for a date of an event, or of what may happen again, which is the date of no figure beside it.
pub(super) fn is_date_of_deed(date: &Quantity, side: &Side<'_>) -> bool {
    let before = side.text.get(..date.span.start).unwrap_or_default().split_whitespace().rev();
    let again = before.take(2).any(|word| AGAIN.contains(&word.to_lowercase().as_str()));
    again || is_date_of_event(date, side)
}

/// True for the date of an event.
pub(super) fn is_date_of_event(date: &Quantity, side: &Side<'_>) -> bool {
    event(date, side).is_some()
}

/// Heads of columns of years.
const YEARS: [&str; 5] = ["year", "jahr", "année", "año", "år"];

/// True for a head that says that its column has dates.
pub(super) fn names_dates(head: &str) -> bool {
    head.split(|c: char| !c.is_alphabetic()).any(|word| {
        let word = word.to_lowercase();
        YEARS.contains(&word.as_str()) || ONCE.iter().any(|line| line.contains(&word.as_str()))
    })
}

/// True for the head of a column that names years, or the event which a claim dates by `own`.
pub(super) fn is_head_of_date(head: &str, own: &Quantity, claim: &Side<'_>) -> bool {
    let words: Vec<String> = head.split_whitespace().map(str::to_lowercase).collect();
    let line = event(own, claim).and_then(|event| ONCE.get(event.kind)).copied().unwrap_or_default();
    let of_event = words.iter().any(|word| line.contains(&word.as_str()));
    of_event || line.is_empty() && matches!(words.as_slice(), [word] if YEARS.contains(&word.as_str()))
}

/// The event that a date is said of: the word before it, or, in German, right behind it.
fn event<'a>(date: &Quantity, side: &'a Side<'_>) -> Option<DatedEvent<'a>> {
    let known = |word: &str| {
        let lower = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        ONCE.iter().position(|line| line.contains(&lower.as_str()))
    };
    let head = side.text.get(..date.span.start)?;
    let mut before = head.split_whitespace().rev().skip_while(|word| ON.contains(&word.to_lowercase().as_str()));
    let lead = before.next().filter(|word| word.ends_with(char::is_alphabetic));
    let behind = || side.text.get(date.span.end..)?.strip_prefix(' ')?.split_whitespace().next().and_then(known);
    let led = lead.and_then(known);
    let kind = led.or_else(behind)?;
    let whole = pieces(side.text, date.span, |span| side.numbers.iter().any(|number| span.covers(number.span)));
    let piece = whole.into_iter().find(|piece| piece.covers(date.span)).unwrap_or(date.span);
    let until = lead.filter(|_| led.is_some()).and_then(|word| head.rfind(word)).unwrap_or(date.span.start);
    let stretch = Span::new(piece.start.min(until), until);
    Some(DatedEvent { kind, subject: side.words().filter(|term| stretch.covers(term.span)).collect() })
}
