//! Weekdays against their dates, and days that are none.

use jiff::civil;

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
const ON: [&str; 26] = [
    "on", "for", "für", "from", "until", "till", "by", "since", "before", "after", "of", "am", "vom", "bis", "zum",
    "seit", "ab", "le", "du", "au", "el", "del", "al", "den", "till", "från",
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
        let none = date.fault().filter(|_| is_day(sentence, at, date)).map(|none| (none, date.rest));
        return none.or_else(|| in_a_run(sentence, at, date));
    }
    if let Some(fault) = date.fault() {
        return Some((fault, date.weekday.map_or(date.rest, |(_, place)| place)));
    }
    if date.weekday.is_some() {
        return None;
    }
    let right = date.day_of_calendar().or_else(|| feast(sentence, date))?.weekday();
    let (day, place) = behind(sentence, at, date).or_else(|| before(sentence, at))?;
    (right != day).then_some((Fault::Weekday(right), place))
}

/// The weekday that stands alone at `at`.
fn alone(sentence: &LintSentence<'_>, at: usize) -> Option<(Weekday, Span)> {
    sentence.quantities.get(at).and_then(Quantity::date).filter(|date| date.rest.is_empty())?.weekday
}

/// Words between a date and the weekday that it is said to be.
const WAS: [&str; 35] = [
    " (",
    " (a ",
    ", a ",
    " was a ",
    " is a ",
    " will be a ",
    " was on a ",
    " fell on a ",
    " falls on a ",
    " will fall on a ",
    ", which was a ",
    ", which is a ",
    ", which fell on a ",
    " (which was a ",
    ", einem ",
    ", ein ",
    " (ein ",
    " war ein ",
    " ist ein ",
    " fiel auf einen ",
    " fällt auf einen ",
    ", un ",
    " (un ",
    " était un ",
    " est un ",
    ", qui était un ",
    " tombait un ",
    " era ",
    " fue ",
    " cayó en ",
    ", en ",
    " (en ",
    " var en ",
    " är en ",
    ", som var en ",
];

/// The weekday behind the date at `at` that is said to be its own: "(Tuesday)", ", a Tuesday", ", which was a Tuesday", ", Tuesday,".
fn behind(sentence: &LintSentence<'_>, at: usize, date: &Date) -> Option<(Weekday, Span)> {
    let told = alone(sentence, at + 1)?;
    let (gap, tail) = (sentence.tail(at), sentence.tail(at + 1));
    // "A Monday-to-Friday affair", "a Sunday's work".
    if tail.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '\'' | '’' | '/')) {
        return None;
    }
    // "The 3 May 2024 vote (Friday)".
    let named = gap.strip_suffix(" (").is_some_and(|noun| {
        noun.starts_with(' ') && noun.split_whitespace().count() == 1 && noun.trim().chars().all(char::is_alphabetic)
    });
    let vote = named && sentence.before(date.rest.start, 4).ends_with("the ") && tail.starts_with(')');
    let closed = tail.is_empty()
        || tail.starts_with([',', '.', ';', ')', ':'])
        || tail.starts_with(" –")
        || tail.starts_with(" —");
    // "On 3 May 2024, Friday, Saturday …": days that are listed.
    let listed = sentence.quantities.get(at + 2).is_some_and(|next| next.date().is_some()) && tail.len() < 8;
    let apposed = matches!(gap, ", " | " – " | " — " | " - ") && closed && !listed && date.day.is_some();
    (WAS.contains(&gap) || vote || apposed).then_some(told)
}

/// Parts of a day between a weekday and its date.
const PARTS_OF_DAY: [&str; 13] = [
    "morning",
    "afternoon",
    "evening",
    "night",
    "noon",
    "matin",
    "après-midi",
    "soir",
    "tarde",
    "noche",
    "kväll",
    "abend",
    "morgen",
];

/// The weekday before the date at `at` that is its own: "Tuesday (14 March 2019)", "Tuesday evening, 14 March 2019".
fn before(sentence: &LintSentence<'_>, at: usize) -> Option<(Weekday, Span)> {
    let weekday = at.checked_sub(1)?;
    let told = alone(sentence, weekday)?;
    let (gap, lead) = (sentence.lead(at), sentence.lead(weekday));
    let last = lead.trim_end().rsplit(' ').next().unwrap_or_default();
    let repeated =
        ["every", "each", "jeden", "jeder", "chaque", "cada", "varje", "to", "bis", "à", "a", "till", "through"];
    if repeated.contains(&last) || lead.ends_with(['–', '-', '/']) {
        return None;
    }
    let bracketed = gap == " (" && sentence.tail(at).starts_with(')');
    let part = gap.trim().trim_end_matches([',', '(']).trim_end();
    let daypart = PARTS_OF_DAY.contains(&part) && gap.ends_with([' ', '(']);
    (bracketed || daypart).then_some(told)
}

/// "From Sunday, 3 July to Tuesday, 5 July 2026": the year of the second is that of the first.
fn in_a_run(sentence: &LintSentence<'_>, at: usize, date: &Date) -> Option<(Fault, Span)> {
    const TO: [&str; 20] = [
        " to ",
        " until ",
        " till ",
        " through ",
        " and ",
        "–",
        " – ",
        "-",
        " - ",
        " bis ",
        " bis zum ",
        " und ",
        " au ",
        " et ",
        " al ",
        " hasta el ",
        " y el ",
        " och ",
        " to the ",
        " until the ",
    ];
    let ((said, place), month, day) = (date.weekday?, date.month?, date.day?);
    let last = sentence.quantities.get(at + 1)?.date().filter(|_| TO.contains(&sentence.tail(at)))?;
    let end = last.day_of_calendar()?;
    let turned = (month, day) > (end.month(), end.day());
    let right = civil::Date::new(end.year() - i16::from(turned), month, day).ok()?.weekday();
    (right != said).then_some((Fault::Weekday(right), place))
}

/// The day of a feast that has one date, before its year: "Christmas Day 2022".
fn feast(sentence: &LintSentence<'_>, date: &Date) -> Option<civil::Date> {
    const FEASTS: [(&str, i8, i8); 10] = [
        ("christmas day", 12, 25),
        ("christmas eve", 12, 24),
        ("boxing day", 12, 26),
        ("new year's day", 1, 1),
        ("new year’s day", 1, 1),
        ("new year's eve", 12, 31),
        ("new year’s eve", 12, 31),
        ("halloween", 10, 31),
        ("heiligabend", 12, 24),
        ("nochebuena", 12, 24),
    ];
    let year = date.year.filter(|_| date.month.is_none())?;
    let lead = sentence.before(date.rest.start, 20);
    let lead = lead.trim_end().trim_end_matches(" in").trim_end_matches(" of").trim_end_matches(',');
    let (_, month, day) = FEASTS.iter().find(|(name, ..)| lead.ends_with(name))?;
    civil::Date::new(year, *month, *day).ok()
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
