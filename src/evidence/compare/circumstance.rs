//! Of what a figure is said: of which year, whom, how often or for what, and whether something reached it or changed by it.

use super::called::{Name, given_differ, last_word};
use super::clause::{pieces, sentence};
use super::contrasts;
use super::events::is_date_of_deed;

use super::side::Side;
use crate::quantity::{Quantity, direction};
use crate::text::Span;

/// Words right before a figure that tell how far something went, and where to.
const BY: [&str; 3] = ["by", "um", "med"];
const TO: [&str; 4] = ["to", "auf", "till", "à"];
const FROM: [&str; 4] = ["from", "von", "från", "de"];
/// Words before the figure among which the verb of a change stands.
const VERB: usize = 5;
/// Words before what a rate is counted by; those behind which only times and measures make one.
const PER: [&str; 6] = ["per", "pro", "par", "por", "je", "each"];
const EVERY: [&str; 9] = ["a", "an", "every", "im", "in", "der", "al", "om", "i"];
/// What rates are counted by, each line one.
const RATES: [&[&str]; 14] = [
    &["year", "years", "annually", "yearly", "jahr", "jährlich", "an", "año", "år", "året"],
    &["quarter", "quarterly", "quartal"],
    &["month", "monthly", "monat", "monatlich", "mois", "mes", "månad", "månaden"],
    &["week", "weekly", "woche", "wöchentlich", "semaine", "semana", "vecka", "veckan"],
    &["day", "daily", "tag", "täglich", "jour", "día", "dag", "dagen"],
    &["night", "nacht"],
    &["hour", "hourly", "stunde", "heure", "hora", "timme", "timmen"],
    &["minute", "minuten"],
    &["second", "sekunde"],
    &["tonne", "ton", "tonnes"],
    &["kilogram", "kilo", "kg"],
    &["litre", "liter", "gallon"],
    &["head", "person", "inhabitant", "resident", "kopf", "einwohner"],
    &["acre", "hectare", "hektar"],
];
/// Words between a figure and its rate, at most: "340 visitors a day".
const COUNTED: usize = 2;
/// Words of a piece that only says when: "In the spring of 2022, …".
const WHEN: usize = 5;
/// Words that such a piece begins with.
const AT: [&str; 12] = ["in", "by", "during", "for", "since", "im", "bis", "en", "under", "at", "as", "year"];
/// Words by which the order of the figures is told, and not where they stand.
pub(super) const IN_ORDER: [&str; 4] = ["respectively", "beziehungsweise", "jeweils", "respectivement"];

/// How a figure stands to what changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    By,
    To,
    From,
}

/// Of what a figure is said.
pub(super) struct Circumstance<'a> {
    side: &'a Side<'a>,
    /// What its rate is counted by.
    per: Option<String>,
    reach: Option<Reach>,
    /// The one year that it is said of.
    year: Option<i16>,
    /// The one name in its piece of the sentence.
    name: Option<&'a str>,
    /// Its piece, and the sentence.
    piece: Span,
    sentence: Span,
}

impl<'a> Circumstance<'a> {
    pub(super) fn of(number: &Quantity, side: &'a Side<'a>) -> Self {
        let dated = number.date().is_some();
        let is_amount = |other: &Quantity| other.date().is_none();
        let counts = |span: Span| side.numbers.iter().any(|other| is_amount(other) && span.covers(other.span));
        let all = pieces(side.text, number.span, counts);
        let place = all.iter().position(|piece| piece.covers(number.span));
        let sentence = sentence(side.text, number.span);
        let piece = place.and_then(|place| all.get(place)).copied().unwrap_or(sentence);
        let ordered = sentence
            .of(side.text)
            .split_whitespace()
            .any(|word| IN_ORDER.contains(&word.trim_matches(|c: char| !c.is_alphabetic())));
        let before = place.and_then(|place| place.checked_sub(1)).and_then(|before| all.get(before)).copied();
        let before = before.filter(|before| is_when(before.of(side.text)) && !counts(*before));
        let year = || one_year(side, piece).or_else(|| one_year(side, before?));
        let mut inside = side.names.iter().filter(|name| piece.covers(name.span) && !number.span.overlaps(name.span));
        let name = inside.next().filter(|_| inside.next().is_none()).map(|name| name.span.of(side.text));
        Self {
            side,
            per: per(number, side),
            reach: reach(number, side).filter(|_| !dated),
            year: if dated || ordered { None } else { year() },
            name: name.filter(|_| !ordered && !dated),
            piece,
            sentence,
        }
    }

    /// The year of a claim's figure: its own, or the only one that the claim names.
    fn year_of_claim(&self) -> Option<i16> {
        self.year.or_else(|| one_year(self.side, Span::new(0, self.side.text.len())))
    }

    /// True where a figure of a passage is said of something else than the claim's own: of somebody else where the passage has the
    /// claim's own, by another rate, or of what a word tells from it.
    pub(super) fn is_of_another(&self, theirs: &Self) -> bool {
        let apart = |one: Option<Reach>, two: Option<Reach>| one.is_some() && two.is_some() && one != two;
        let rates = |one: &Option<String>, two: &Option<String>| one.is_some() && two.is_some() && one != two;
        rates(&self.per, &theirs.per)
            || apart(self.reach, theirs.reach)
            || self.other_name(theirs)
            || self.is_contrasted(theirs)
    }

    /// True where both name their year, and another one.
    pub(super) fn is_of_another_year(&self, theirs: &Self) -> bool {
        self.year_of_claim().zip(theirs.year).is_some_and(|(mine, year)| mine != year)
    }

    fn other_name(&self, theirs: &Self) -> bool {
        let (Some(mine), Some(name)) = (self.name, theirs.name) else { return false };
        let elsewhere = |other: &Name| {
            let words = other.span.of(theirs.side.text);
            !theirs.piece.covers(other.span) && last_word(words) == last_word(mine) && !given_differ(words, mine)
        };
        // A namesake is another, whoever else is spoken of.
        if last_word(mine) == last_word(name) {
            return given_differ(mine, name);
        }
        theirs.side.names.iter().any(elsewhere)
    }

    fn is_contrasted(&self, theirs: &Self) -> bool {
        let told = |one: &Self| {
            let words = contrasts::told(one.piece.of(one.side.text));
            if words.is_empty() { contrasts::told(one.sentence.of(one.side.text)) } else { words }
        };
        contrasts::are_apart(&told(self), &told(theirs))
    }
}

/// True for a word, in lower case, that rates are counted by: "annually". That rates are the same is seen with the figure.
pub(super) fn is_rate(word: &str) -> bool {
    RATES.iter().any(|line| line.contains(&word))
}

/// True for a figure that something is counted by: "per 100 km".
pub(super) fn is_denominator(number: &Quantity, side: &Side<'_>) -> bool {
    lead(number, side).is_some_and(|word| matches!(word.as_str(), "per" | "pro" | "je"))
}

/// The one year that `span` names, be it more than once.
fn one_year(side: &Side<'_>, span: Span) -> Option<i16> {
    let inside = side.numbers.iter().filter(|number| span.covers(number.span) && !is_date_of_deed(number, side));
    let mut years =
        inside.filter_map(|number| number.date()?.year.filter(|_| number.date().is_some_and(|date| !date.decade)));
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

/// True for words that say no more than when.
fn is_when(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default().to_lowercase();
    words.split_whitespace().count() <= WHEN && AT.contains(&first.as_str())
}

/// The word right before a figure, in lower case.
fn lead(number: &Quantity, side: &Side<'_>) -> Option<String> {
    side.text.get(..number.span.start)?.split_whitespace().next_back().map(str::to_lowercase)
}

/// How a figure stands to what changes; `None` where nothing is said to.
fn reach(number: &Quantity, side: &Side<'_>) -> Option<Reach> {
    let before = side.text.get(..number.span.start)?;
    let words: Vec<String> = before.split_whitespace().rev().take(VERB + 1).map(str::to_lowercase).collect();
    let first = words.first()?.as_str();
    let moves = |words: &[String]| words.iter().any(|word| direction(word).is_some());
    if direction(first).is_some() {
        return Some(Reach::By);
    }
    let told = [(&BY[..], Reach::By), (&TO[..], Reach::To), (&FROM[..], Reach::From)];
    let (_, reach) = told.into_iter().find(|(known, _)| known.contains(&first))?;
    words.get(1..).is_some_and(moves).then_some(reach)
}

/// What the rate of a figure is counted by, in one word.
fn per(number: &Quantity, side: &Side<'_>) -> Option<String> {
    let behind = side.text.get(number.span.end..)?;
    let behind = behind.split(['.', ';', ',', '(']).next()?.to_lowercase();
    let words: Vec<&str> = behind.split_whitespace().take(COUNTED + 3).collect();
    let rate = |word: &str| RATES.iter().find(|line| line.contains(&word)).and_then(|line| line.first()).copied();
    for (at, word) in words.iter().enumerate().take(COUNTED + 1) {
        let next = words.get(at + 1).copied().unwrap_or_default();
        if PER.contains(word) && !next.is_empty() {
            let counted = words.get(at + 1..).unwrap_or_default().iter().take(2).copied();
            let figure = next.starts_with(|c: char| c.is_ascii_digit());
            let plain = rate(next).unwrap_or_else(|| next.trim_end_matches('s'));
            return Some(if figure { counted.collect::<Vec<_>>().join(" ") } else { plain.to_owned() });
        }
        if EVERY.contains(word) && rate(next).is_some() {
            // "In the year" is none: an article alone stands before what is counted by.
            return rate(next).map(str::to_owned);
        }
        let adverb = word.ends_with("ly") || word.ends_with("lich");
        if let Some(rate) = rate(word).filter(|_| adverb) {
            return Some(rate.to_owned());
        }
    }
    None
}
