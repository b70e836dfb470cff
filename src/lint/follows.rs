//! "The next day, 7 March" against the day that the sentence before told.

use jiff::civil;

use super::ages::whole;
use super::finding::{Certainty, LintFinding};
use super::intervals::LATER;
use super::kind::FindingKind;
use super::passage::{LintSentence, exactly};
use super::periods::{BEFORE_DATE, later, link};
use crate::quantity::{Date, Quantity, Unit, Weekday};
use crate::text::Span;

/// Bytes before "the next day" in its sentence: what is told there is still told of the sentence before.
const NEAR: usize = 24;

/// So many days from a day told before, and where the words for it stand.
struct DaysOn {
    days: i64,
    place: Span,
}

/// What `after` says of a day that it counts from the one date of `before`, the sentence right before it.
pub(super) fn follows(before: &LintSentence<'_>, after: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let mut dates = before.dates();
    let (Some((_, one, from)), None) = (dates.next(), dates.next()) else { return };
    let adjacent = before.span.end == after.span.start;
    let Some((at, other, to)) = after.dates().next().filter(|(at, ..)| adjacent && *at <= 1) else { return };
    found.extend(years_on(before, (one, from), after, (at, other, to)));
    found.extend(it_was(before, (one, from), after, (at, other, to)));
    let Some(on) = days_on(after, at, other) else { return };
    if on.place.start > after.span.start + NEAR || before.quoted(one.span.start) || after.quoted(other.span.start) {
        return;
    }
    let Some(right) = differs(from, to, on.days) else { return };
    let words = after.exact(on.place);
    let says = format!("{words} {}{} is {right}", link(on.days), before.exact(one.span));
    found.push(after.finding(FindingKind::Relative, Certainty::Doubt, says, &[one.span, on.place, other.span]));
}

/// "The law passed in 2010. Three years later, in 2015, it was struck down."
fn years_on(
    before: &LintSentence<'_>,
    (one, from): (&Quantity, &Date),
    after: &LintSentence<'_>,
    (at, other, to): (usize, &Quantity, &Date),
) -> Option<LintFinding> {
    let time = after.quantities.first().filter(|time| at == 1 && exactly(time))?;
    let Unit::Measure(measure) = time.amount()?.unit else { return None };
    let count = whole(time.amount()?.value).filter(|count| measure.name == "year" && *count < 300)?;
    let gap = after.between(time, other);
    let (_, sign) = LATER.iter().find(|(word, _)| gap.trim_start().starts_with(word))?;
    let last = gap.trim_end().rsplit([' ', ',']).next().unwrap_or_default();
    let direct = gap.split_whitespace().count() <= 3 && matches!(last, "in" | "im" | "en" | "" | "später" | "år");
    let opens = after.low(after.span.start..time.span.start).trim().is_empty();
    let years = i64::from(to.year?) - i64::from(from.year?);
    let quoted = before.quoted(one.span.start) || after.quoted(other.span.start) || after.says_so() || before.says_so();
    // Of months nobody speaks: a year more or less may be.
    if !direct || !opens || quoted || (years - count * sign).abs() < 2 {
        return None;
    }
    let says = format!("From {} to {} it is {} years, not {count}", from.year?, to.year?, years.abs());
    Some(after.finding(FindingKind::Relative, Certainty::Doubt, says, &[one.span, time.span, other.span]))
}

/// "She resigned on 1 September 2015. It was a Thursday."
fn it_was(
    before: &LintSentence<'_>,
    (one, from): (&Quantity, &Date),
    after: &LintSentence<'_>,
    (at, other, to): (usize, &Quantity, &Date),
) -> Option<LintFinding> {
    const IT_WAS: [&str; 8] =
        ["it was a", "that was a", "es war ein", "das war ein", "c'était un", "c’était un", "era", "det var en"];
    let (said, _) = to.weekday.filter(|_| at == 0 && to.rest.is_empty() && from.weekday.is_none())?;
    let right = from.day_of_calendar()?;
    let lead = after.low(after.span.start..other.span.start).trim();
    // "It was a Thursday that nobody forgot" may be another one.
    let closed = after.tail(0).is_empty() || after.tail(0).starts_with(['.', ',', ';', '!']);
    if !IT_WAS.contains(&lead) || !closed || said == right.weekday() || after.says_so() || before.says_so() {
        return None;
    }
    let quoted = before.quoted(one.span.start) || after.quoted(other.span.start);
    let says = format!("{} was a {}, not a {}", before.exact(from.rest), name(right.weekday()), name(said));
    let spans = [one.span, other.span];
    (!quoted).then(|| after.finding(FindingKind::Weekday, Certainty::Doubt, says, &spans))
}

/// The days that the words right before `date` count: "the next day, ", "three weeks later, on ".
fn days_on(sentence: &LintSentence<'_>, at: usize, date: &Quantity) -> Option<DaysOn> {
    let lead = sentence.low(sentence.span.start..date.span.start);
    let words = lead.trim_end_matches([' ', ',', '(']);
    let article = words.rsplit_once(' ').filter(|(_, last)| BEFORE_DATE.contains(last));
    let words = article.map_or(words, |(before, _)| before).trim_end_matches([' ', ',']);
    let end = sentence.span.start + words.len();
    if at == 0 {
        let (last, days, _) = later(words).filter(|(last, days, most)| words.ends_with(last) && days == most)?;
        return Some(DaysOn { days, place: Span::new(end - last.len(), end) });
    }
    // A length of time before "later" is a quantity of its own.
    let sign = LATER.iter().find(|(last, _)| words.ends_with(last))?.1;
    let time = at.checked_sub(1).and_then(|time| sentence.quantities.get(time))?;
    let Unit::Measure(measure) = time.amount()?.unit else { return None };
    let count = whole(time.amount()?.value).filter(|count| exactly(time) && *count < 100)?;
    let days = count * if measure.name == "week" { 7 } else { 1 };
    matches!(measure.name, "day" | "week").then(|| DaysOn { days: days * sign, place: Span::new(time.span.start, end) })
}

/// The right day, when `to` is not `days` after `from`.
fn differs(from: &Date, to: &Date, days: i64) -> Option<String> {
    let Some(start) = from.day_of_calendar().or_else(|| in_one_year(from, to)) else {
        // Weekdays alone: "on Thursday … the next day, Saturday".
        let ((first, _), (second, _)) = (from.weekday?, to.weekday?);
        let right = civil::Weekday::from_monday_zero_offset(
            i8::try_from((i64::from(first.to_monday_zero_offset()) + days).rem_euclid(7)).ok()?,
        )
        .ok()?;
        return (to.month.is_none() && right != second).then(|| name(right).to_owned());
    };
    let right = start.checked_add(jiff::Span::new().days(days)).ok()?;
    let fits = to.year.is_none_or(|year| year == right.year())
        && to.month.is_none_or(|month| month == right.month())
        && to.day.is_none_or(|day| day == right.day())
        && to.weekday.is_none_or(|(weekday, _)| weekday == right.weekday());
    let told = to.day.is_some() || to.weekday.is_some();
    let say = || match from.year {
        Some(_) => format!("{}, {}", right.strftime("%A"), right.strftime("%-d %B %Y")),
        None => right.strftime("%-d %B").to_string(),
    };
    (told && !fits).then(say)
}

/// The day that `from` tells without a year, beside one of the same year: in none that may be a leap one.
fn in_one_year(from: &Date, to: &Date) -> Option<civil::Date> {
    let told = from.year.is_none() && to.year.is_none() && to.day.is_some() && to.weekday.is_none();
    let (month, other) = (from.month.filter(|_| told)?, to.month?);
    let leap = (month <= 2) != (other <= 2);
    (!leap && month < 12).then(|| civil::Date::new(2001, month, from.day?).ok())?
}

fn name(day: Weekday) -> &'static str {
    super::calendar::name(day)
}
