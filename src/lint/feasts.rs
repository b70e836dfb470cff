//! Anniversaries against the years they are counted from and kept in.

use jiff::civil;

use super::cues::{CueSet, FEASTS};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintBlock, LintSentence, has};
use crate::quantity::{Quantity, QuantityValue};

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

/// Words for keeping an anniversary, between what it is of and the year in which that is done.
const KEPT: [&str; 10] =
    ["held", "kept", "marked", "celebrated", "observed", "commemorated", "fell", "falls", "was in", "came in"];

/// Words of the longest name of what is celebrated.
const NAMED: usize = 8;

/// Anniversaries in sentences that tell the year they count from and the year they are kept in.
pub(super) fn anniversaries(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let place = |quantity: &Quantity| {
        if let QuantityValue::Ordinal(place) = quantity.value { Some(i64::from(place)) } else { None }
    };
    let ordinals: Vec<(usize, &Quantity, i64)> =
        sentence.quantities.iter().enumerate().filter_map(|(at, q)| Some((at, q, place(q)?))).collect();
    let years: Vec<(usize, &Quantity, i64)> =
        sentence.dates().filter_map(|(at, q, date)| Some((at, q, i64::from(date.year?)))).collect();
    let ([(at, nth, kept)], [one, other]) = (ordinals.as_slice(), years.as_slice()) else { return };
    let feast = sentence.tail(*at).split_whitespace().take(2).any(|word| has(word, &FEASTS));
    let founded = |(at, ..): &(usize, &Quantity, i64)| is_founding(sentence.lead(*at));
    let (from, to) = if one.2 <= other.2 { (one, other) } else { (other, one) };
    let of = kept_of(sentence, nth, from.1, to.1);
    if !feast || !founded(one) && !founded(other) && !of {
        return;
    }
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

/// True for a text that ends in the founding of something, before its year.
fn is_founding(lead: &str) -> bool {
    has(lead, &FOUNDED)
        && lead.trim_end().ends_with([' ', 'n', 'd', 'r', 'é', 'e', 's'])
        && has(lead, &["in", "on", "since", "en", "im"])
}

/// True for "the 30th anniversary of the fall of 1989 was held in 2024".
fn kept_of(sentence: &LintSentence<'_>, nth: &Quantity, from: &Quantity, to: &Quantity) -> bool {
    if !(nth.span.end <= from.span.start && from.span.end <= to.span.start) {
        return false;
    }
    let of = sentence.between(nth, from).trim_start();
    let named = FEASTS.iter().find_map(|feast| of.strip_prefix(feast)?.strip_prefix(" of "));
    let plain =
        named.is_some_and(|named| !named.contains([',', ';', '(']) && named.split_whitespace().count() <= NAMED);
    let kept = sentence.between(from, to);
    plain && has(kept, &KEPT) && !kept.contains([',', ';']) && kept.trim_end().ends_with(" in")
}

/// Anniversaries that are kept "this year" by the article's own date, `own`.
pub(super) fn this_year(passages: &[LintBlock<'_>], own: Option<civil::Date>, found: &mut Vec<LintFinding>) {
    let Some(own) = own else { return };
    let dated = |quantities: &[Quantity]| quantities.len() > 1;
    for sentence in passages.iter().flat_map(|passage| passage.sentences_with(CueSet::FEAST, dated)) {
        found.extend(kept_now(&sentence, own));
    }
}

fn kept_now(sentence: &LintSentence<'_>, own: civil::Date) -> Option<LintFinding> {
    let place = |quantity: &Quantity| {
        if let QuantityValue::Ordinal(place) = quantity.value { Some(i64::from(place)) } else { None }
    };
    let mut ordinals = sentence.quantities.iter().enumerate().filter_map(|(at, q)| Some((at, q, place(q)?)));
    let mut years = sentence.dates().filter(|(.., date)| date.year.is_some());
    let ((at, nth, kept), None) = (ordinals.next()?, ordinals.next()) else { return None };
    let ((year_at, from, date), None) = (years.next()?, years.next()) else { return None };
    let tail = sentence.tail(at);
    let feast = tail.split_whitespace().next().is_some_and(|word| has(word, &FEASTS));
    let now = has(sentence.all(), &["marks", "celebrates", "marking", "celebrating"]) && tail.contains("this year");
    let unsure = sentence.quoted(nth.span.start) || sentence.says_so();
    let since = i64::from(own.year()) - i64::from(date.year?);
    if !(feast && now && is_founding(sentence.lead(year_at))) || unsure || since == kept || since < 1 {
        return None;
    }
    let says =
        format!("From {} to {}, the article's own year, it is {since} years, not {kept}", date.year?, own.year());
    // What is printed shortly before a new year may speak of that.
    let weight = if (since - kept).abs() == 1 { Certainty::Doubt } else { Certainty::Error };
    Some(sentence.finding(FindingKind::Anniversary, weight, says, &[from.span, nth.span]))
}
