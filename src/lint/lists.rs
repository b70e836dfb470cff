//! Lists against their stated count.

use super::ages::whole;
use super::figures::AND;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, exactly};
use crate::quantity::{Date, Quantity, Unit};
use crate::text::Span;

/// Words that open a list of some, not of all.
const SOME: [&str; 12] = [
    "including",
    "such as",
    "among",
    "especially",
    "notably",
    "like",
    "e.g.",
    "for example",
    "darunter",
    "notamment",
    "entre",
    "bland",
];

/// Lists of a sentence that are longer or shorter than the sentence says.
pub(super) fn lists(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    for (at, quantity, amount) in sentence.amounts() {
        let count = whole(amount.value)
            .filter(|count| (2..=9).contains(count) && amount.unit == Unit::Bare && exactly(quantity));
        let Some(count) = count.filter(|_| at + 1 == sentence.quantities.len() && amount.in_words) else { continue };
        found.extend(list(sentence, at, quantity, count));
    }
    found.extend(times(sentence));
}

/// The list behind a count: after a colon, or names after a comma.
fn list(sentence: &LintSentence<'_>, index: usize, quantity: &Quantity, count: i64) -> Option<LintFinding> {
    let before = sentence.before(quantity.span.start, 12);
    let after = sentence.after(quantity.span.end);
    let counted_of = || index.checked_sub(1).is_some_and(|one| sentence.tail(one).trim() == "of");
    if before.ends_with("of the ")
        || before.ends_with("of ") && counted_of()
        || SOME.iter().any(|some| after.contains(some))
        || !after.starts_with(' ')
    {
        return None;
    }
    let counted = after.trim_start().chars().next().is_some_and(char::is_lowercase);
    let (at, colon) = match after.find(':') {
        Some(colon) => (colon + 1, true),
        None => (after.find(", ")? + 2, false),
    };
    let head = after.get(..at)?;
    let room = if colon { 9 } else { 3 };
    if !counted || head.split_whitespace().count() > room || head.contains([',', '(']) && colon {
        return None;
    }
    let start = quantity.span.end + at;
    let rest = sentence.exact(Span::new(start, sentence.span.end));
    let ends = rest.trim_end().ends_with(['.', '!']) || sentence.span.end == sentence.passage.text.len();
    let body = rest.trim().trim_end_matches(['.', '!']);
    let items = items(body)?;
    let (fits, names) = (items.len() == usize::try_from(count).ok()?, items.iter().all(|item| is_name(item)));
    let short = items.iter().all(|item| item.split_whitespace().count() <= 4);
    if fits || !ends || !short || !(colon || names) || body.contains([';', ':', '(', '"', '“']) {
        return None;
    }
    let begin = start + (rest.len() - rest.trim_start().len());
    let place = Span::new(begin, begin + body.len());
    let says = format!("{} are named, the text says {}", items.len(), sentence.exact(quantity.span));
    Some(sentence.finding(FindingKind::Count, Certainty::Error, says, &[quantity.span, place]))
}

/// The items of "a, b and c"; `None` where it is no plain list.
fn items(body: &str) -> Option<Vec<&str>> {
    let word = |word: &str| AND.contains(&word) && word != "or";
    let joins = body.split_whitespace().filter(|part| word(part)).count();
    if joins != 1 || body.split_whitespace().any(|part| part == "or" || part == "later") {
        return None;
    }
    let and = AND.iter().find_map(|and| body.find(&format!(" {and} ")).map(|at| (at, and.len() + 2)))?;
    let (head, last) = (body.get(..and.0)?, body.get(and.0 + and.1..)?);
    if last.contains(',') {
        return None;
    }
    let mut items: Vec<&str> = head.trim_end_matches(',').split(',').map(str::trim).collect();
    items.push(last.trim());
    items.iter().all(|item| !item.is_empty()).then_some(items)
}

/// True when every word of an item begins with a capital, particles apart.
fn is_name(item: &str) -> bool {
    item.split_whitespace()
        .all(|word| word.starts_with(char::is_uppercase) || ["de", "van", "von", "der", "la", "of"].contains(&word))
}

/// "In 2008, 2012 and 2016, four times": years in a row against how many they are said to be.
fn times(sentence: &LintSentence<'_>) -> Option<LintFinding> {
    let (last, quantity, amount) = sentence.amounts().last().filter(|(at, ..)| at + 1 == sentence.quantities.len())?;
    let count = whole(amount.value).filter(|count| (2..=12).contains(count))?;
    let only_year = |date: &Date| date.year.is_some() && date.month.is_none() && date.weekday.is_none();
    let years: Vec<&Quantity> =
        sentence.dates().filter(|(_, _, date)| only_year(date)).map(|(_, quantity, _)| quantity).collect();
    let row = years.windows(2).all(|pair| matches!(pair, [one, other] if matches!(sentence.between(one, other), ", " | " and " | ", and " | " und " | " et " | " y " | " och ")));
    let direct = sentence.lead(last) == ", " && years.len() >= 2 && years.len() == last;
    let said = sentence.tail(last).trim_start().starts_with("times");
    if !(row && direct && said && exactly(quantity)) || i64::try_from(years.len()) == Ok(count) {
        return None;
    }
    let spans: Vec<Span> = years.iter().copied().chain([quantity]).map(|quantity| quantity.span).collect();
    let says = format!("{} years are named, the text says {}", years.len(), sentence.exact(quantity.span));
    Some(sentence.finding(FindingKind::Times, Certainty::Error, says, &spans))
}
