//! Weekdays against their dates, and days that are none.

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::LintSentence;
use crate::quantity::{Date, Fault, Quantity, Weekday};
use crate::text::Span;

/// Before it, countries disagree on the calendar.
const SURE: i16 = 1753;

/// What dates are wrong by themselves, and against a weekday told right behind them.
pub(super) fn weekdays(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    for (at, quantity, date) in sentence.dates() {
        let usual =
            date.year.is_none_or(|year| year >= SURE) && !is_old_style(sentence, date) && !is_run(sentence, date);
        let Some(fault) = fault(sentence, at, date).filter(|_| usual && !sentence.quoted(quantity.span.start)) else {
            continue;
        };
        let (kind, says, spans) = match fault {
            (Fault::Weekday(right), place) => {
                let (day, told) = (sentence.exact(date.rest), sentence.exact(place).trim_end_matches('.'));
                let right = name(right);
                let says = if is_english(told) {
                    format!("{day} was a {right}, not a {told}")
                } else {
                    format!("{day} was a {right}, the text says {told}")
                };
                (FindingKind::Weekday, says, vec![place, date.rest])
            }
            (Fault::NoSuchDay, _) => {
                let says = format!("There is no {}: the month has no such day", sentence.exact(date.rest));
                (FindingKind::Calendar, says, parts(sentence, date.rest))
            }
        };
        found.push(sentence.finding(kind, Certainty::Error, says, &spans));
    }
}

/// True for a day of the calendar that Russia left in 1918 and Greece in 1923, where the sentence says so.
fn is_old_style(sentence: &LintSentence<'_>, date: &Date) -> bool {
    const LAST: i16 = 1923;
    let named = || sentence.has(&["old style", "julian", "o.s."]) || sentence.all().contains("(os)");
    date.year.is_some_and(|year| year <= LAST) && named()
}

/// The weekdays in English.
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// True for the weekday that ends a run of them: "Monday to Friday, 14 March 2019 to 14 April 2019".
fn is_run(sentence: &LintSentence<'_>, date: &Date) -> bool {
    let Some((_, place)) = date.weekday else { return false };
    let before = sentence.before(place.start, 20).trim_end();
    let ahead = [" to", " through", " and", "–", "-", "—", " until"].iter().find_map(|to| before.strip_suffix(to));
    ahead.is_some_and(|ahead| DAYS.iter().any(|day| ahead.trim_end().ends_with(day)))
}

/// A date in two: the day and what is left of it, which do not go together.
fn parts(sentence: &LintSentence<'_>, date: Span) -> Vec<Span> {
    let cut = sentence.exact(date).find(' ').map(|at| date.start + at);
    cut.map_or_else(|| vec![date], |at| vec![Span::new(date.start, at), Span::new(at + 1, date.end)])
}

/// Words before a day that is meant: "on 31 June", "am 31. Juni". In "in June 31 people came" nobody means a day.
const ON: [&str; 24] = [
    "on", "from", "until", "till", "by", "since", "before", "after", "of", "am", "vom", "bis", "zum", "seit", "ab",
    "le", "du", "au", "el", "del", "al", "den", "till", "från",
];

/// True where a day without a year is a day and no number of things: "the 31 June arrests", "in June 31 people".
fn is_day(sentence: &LintSentence<'_>, at: usize, date: &Date) -> bool {
    let before = sentence.before(date.rest.start, 16).trim_end();
    let last = before.rsplit([' ', '(']).next().unwrap_or_default();
    let behind = sentence.tail(at);
    let next = behind.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let counted = next.len() > 3 && next.ends_with('s') || matches!(next, "people" | "men" | "women" | "children");
    let month_first = sentence.exact(date.rest).starts_with(char::is_alphabetic);
    let ends = next.is_empty() || !behind.starts_with(' ');
    let on = ON.contains(&last) || date.weekday.is_some();
    !counted && (on || before.is_empty() && !month_first) && (!month_first || ends || last == "on")
}

/// What is wrong with the date at `at`, and the place that says so.
fn fault(sentence: &LintSentence<'_>, at: usize, date: &Date) -> Option<(Fault, Span)> {
    if date.year.is_none() {
        let none = date.fault().filter(|_| is_day(sentence, at, date))?;
        return Some((none, date.rest));
    }
    if let Some(fault) = date.fault() {
        return Some((fault, date.weekday.map_or(date.rest, |(_, place)| place)));
    }
    let (day, place) =
        sentence.quantities.get(at + 1).and_then(Quantity::date).filter(|next| next.rest.is_empty())?.weekday?;
    let tail = sentence.tail(at);
    let tight = matches!(tail, " (" | ", a " | " was a " | " is a " | " fell on a ");
    // "The 3 May 2024 vote (Friday)".
    let named = tail.strip_suffix(" (").is_some_and(|noun| {
        noun.starts_with(' ') && noun.split_whitespace().count() == 1 && noun.trim().chars().all(char::is_alphabetic)
    });
    let tight = tight
        || named && sentence.before(date.rest.start, 4).ends_with("the ") && sentence.tail(at + 1).starts_with(')');
    let right = date.day_of_calendar()?.weekday();
    (tight && date.weekday.is_none() && right != day).then_some((Fault::Weekday(right), place))
}

/// True for a weekday in English, long or short.
fn is_english(told: &str) -> bool {
    let told = told.to_lowercase();
    told.len() >= 3 && DAYS.iter().any(|day| day.starts_with(&*told))
}

pub(super) fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
