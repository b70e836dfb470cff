//! Anniversaries against the years they are counted from and kept in.

use jiff::civil;

use super::cues::{CueSet, FEASTS, NAMED_FEASTS};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintBlock, LintSentence, exactly, has};
use crate::quantity::{Quantity, QuantityValue, Unit};
use crate::text::Span;

/// Words before the date on which something began that is celebrated.
#[rustfmt::skip]
const FOUNDED: [&str; 37] = [
    "founded", "established", "born", "opened", "begun", "started", "created", "launched", "built", "formed", "chartered", "married",
    "wed", "set up", "incorporated", "inaugurated", "consecrated", "founding", "foundation", "establishment", "opening", "gegründet",
    "eröffnet", "erbaut", "fondé", "fondée", "créé", "créée", "inauguré", "fundada", "fundado", "creada", "inaugurado", "grundades",
    "bildades", "invigdes", "byggdes",
];

/// The same behind that date: "wurde 1923 gegründet".
const FOUNDED_THEN: [&str; 8] =
    ["gegründet", "eröffnet", "erbaut", "gegründete", "gegründeten", "eröffneten", "erbauten", "founded"];

/// Words of which one begins what is kept: "75 years since its founding".
const SINCE: [&str; 8] = [
    "since its founding",
    "since the founding",
    "since its foundation",
    "since its establishment",
    "since its opening",
    "since the opening",
    "of its founding",
    "seit seiner gründung",
];

/// Words for keeping an anniversary, between what it is of and the year in which that is done.
const KEPT: [&str; 10] =
    ["held", "kept", "marked", "celebrated", "observed", "commemorated", "fell", "falls", "was in", "came in"];

/// Words of the longest name of what is celebrated.
const NAMED: usize = 8;

/// So many years that a sentence keeps, and where it says so.
#[derive(Clone, Copy)]
struct KeptYears {
    years: i64,
    place: Span,
    /// True where an ordinal says so: "her 90th birthday".
    ordinal: bool,
}

/// Anniversaries in sentences that tell the year they count from and the year they are kept in.
pub(super) fn anniversaries(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let years: Vec<(usize, &Quantity, i64)> =
        sentence.dates().filter_map(|(at, q, date)| Some((at, q, i64::from(date.year?)))).collect();
    let [one, other] = years.as_slice() else { return };
    let Some(kept) = kept(sentence) else { return };
    let founded = |(at, ..): &(usize, &Quantity, i64)| {
        let behind = sentence.tail(*at).trim_start().split([' ', ',', '.']).next().unwrap_or_default();
        is_founding(sentence.lead(*at)) || FOUNDED_THEN.contains(&behind)
    };
    let (from, to) = if one.2 <= other.2 { (one, other) } else { (other, one) };
    let of = kept.ordinal && kept_of(sentence, kept.place, from.1, to.1);
    let linked = kept.ordinal || is_kept_in(sentence, kept.place, to.1);
    if !(founded(from) || kept.ordinal && founded(to) || of) || !linked {
        return;
    }
    let years = kept.years;
    if to.2 - from.2 != years && years > 1 {
        let says = format!("From {} to {} it is {} years, not {years}", from.2, to.2, to.2 - from.2);
        let spans = [from.1.span, to.1.span, kept.place];
        found.push(sentence.finding(FindingKind::Anniversary, Certainty::Error, says, &spans));
    }
}

/// How many years a sentence keeps, where it says so once.
fn kept(sentence: &LintSentence<'_>) -> Option<KeptYears> {
    let feast = |at: usize| sentence.tail(at).split_whitespace().take(2).any(|word| has(word, &FEASTS));
    let mut ordinals = sentence.quantities.iter().enumerate().filter_map(|(at, quantity)| {
        let QuantityValue::Ordinal(nth) = quantity.value else { return None };
        Some((at, KeptYears { years: i64::from(nth), place: quantity.span, ordinal: true }))
    });
    match (ordinals.next(), ordinals.next()) {
        (Some((at, kept)), None) => return feast(at).then_some(kept),
        (Some(_), Some(_)) => return None,
        (None, _) => {}
    }
    // By its name.
    let named = NAMED_FEASTS.iter().filter(|(name, _)| has(sentence.all(), &[name]));
    if let Some((name, years)) = named.max_by_key(|(name, _)| name.len()) {
        let at = sentence.span.start + sentence.all().find(name)?;
        return Some(KeptYears { years: *years, place: Span::new(at, at + name.len()), ordinal: false });
    }
    let born = sentence.cues.has(CueSet::BORN);
    // "75 years since its founding", "ihr 90-jähriges Bestehen", "the band turned 90".
    let mut told = sentence.amounts().filter_map(|(at, quantity, amount)| {
        let years = i64::try_from(amount.value).ok().filter(|years| amount.upto.is_none() && *years > 1)?;
        let (lead, tail) = (sentence.lead(at), sentence.tail(at).trim_start());
        let since = SINCE.iter().any(|words| tail.starts_with(words));
        let standing = tail.starts_with("-jährige") && has(tail, &["bestehen", "jubiläum"]);
        let somebody = || has(sentence.all(), &["founder", "whose", "who", "he", "she", "his", "her"]);
        let turned = amount.unit == Unit::Bare && lead.ends_with("turned ") && !born && !somebody();
        (exactly(quantity) && (since || standing || turned)).then_some(KeptYears {
            years,
            place: quantity.span,
            ordinal: false,
        })
    });
    let (Some(kept), None) = (told.next(), told.next()) else { return None };
    Some(kept)
}

/// True where the feast at `place` is kept in the year `to`: right behind it, or in the year that the sentence begins with.
fn is_kept_in(sentence: &LintSentence<'_>, place: Span, to: &Quantity) -> bool {
    if to.span.start >= place.end {
        let gap = sentence.low(place.end..to.span.start);
        let kept = has(gap, &KEPT) && gap.split_whitespace().count() <= 14;
        return !gap.contains(';') && (gap.split_whitespace().count() <= 3 || kept);
    }
    let gap = sentence.low(to.span.end..place.start);
    let lead = sentence.low(sentence.span.start..to.span.start);
    let near = lead.split_whitespace().count() <= 1 || gap.split_whitespace().count() <= 4;
    let before = has(gap, &["before", "after", "until", "ahead", "since", "vor", "nach", "avant", "antes"]);
    near && gap.split_whitespace().count() <= 16 && !gap.contains(';') && !before
}

/// True for a text that ends in the founding of something, before its year.
fn is_founding(lead: &str) -> bool {
    has(lead, &FOUNDED)
        && lead.trim_end().ends_with([' ', 'n', 'd', 'r', 'é', 'e', 's', 'm'])
        && has(lead, &["in", "on", "since", "en", "im", "grundades", "bildades", "invigdes", "byggdes"])
}

/// True for "the 30th anniversary of the fall of 1989 was held in 2024".
fn kept_of(sentence: &LintSentence<'_>, nth: Span, from: &Quantity, to: &Quantity) -> bool {
    if !(nth.end <= from.span.start && from.span.end <= to.span.start) {
        return false;
    }
    let of = sentence.low(nth.end..from.span.start).trim_start();
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
