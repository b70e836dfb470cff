//! The article's own date: against its weekday, and against the days that the text tells from it: "yesterday (Sunday)".
//!
//! The date line at the head is metadata, as the byline is: the intake sets it aside with the furniture so that nothing in it is
//! claimed, but it is no remains of a page, and a wrong weekday in it is printed as it stands. A finding about it says so. What the
//! body says against that date stands at the words of the body. Where no such line is, the text's own beginning ("HOLMVIK, 13 May
//! 2025 –") or what the page says of its date is the measure. No furniture is read.

use jiff::civil;

use super::calendar;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintBlock, LintSentence};
use super::portion::LintPortion;
use crate::quantity::{Date, Quantity, read};
use crate::review::{Article, BlockKind};
use crate::text::Span;

/// Blocks at the head of an article among which its date stands.
const HEAD: usize = 8;

/// Bytes of the longest name of a place before the date that a text begins with.
const PLACE: usize = 48;

/// Bytes of the longest line that is a dateline.
const LONGEST: usize = 200;

/// Days around the dateline within which a day without a year is of the same year or its neighbour.
const NEAR: i64 = 45;

/// Words for the day before, the day itself and the day after, in lower case.
const DAYS: [(&str, i64); 17] = [
    ("yesterday", -1),
    ("today", 0),
    ("tomorrow", 1),
    ("gestern", -1),
    ("heute", 0),
    ("morgen", 1),
    ("hier", -1),
    ("aujourd'hui", 0),
    ("aujourd’hui", 0),
    ("demain", 1),
    ("ayer", -1),
    ("hoy", 0),
    ("mañana", 1),
    ("igår", -1),
    ("i går", -1),
    ("idag", 0),
    ("i dag", 0),
];

/// What the date of `article` says against its weekday and against the days that `passages` count from it; the date, where it is told
/// and right by itself.
pub(super) fn dateline(
    article: &Article,
    passages: &[LintBlock<'_>],
    language: &str,
    found: &mut Vec<LintFinding>,
) -> Option<civil::Date> {
    let before = found.len();
    let line = date_line(article, language, found);
    // A dateline that is wrong itself is no measure for others.
    if found.len() > before {
        return None;
    }
    let day = line.or_else(|| opening(passages)).or_else(|| told_so(passages)).or_else(|| published(article))?;
    let open = |quantity: &Quantity| quantity.date().is_some_and(|date| date.year.is_none());
    let telling = |quantities: &[Quantity]| quantities.iter().any(open);
    for sentence in passages.iter().flat_map(|passage| passage.sentences_where(telling)) {
        for (_, quantity, date) in sentence.dates() {
            let unsure = date.year.is_some() || sentence.quoted(quantity.span.start) || sentence.says_so();
            if let Some((says, spans)) = (!unsure).then(|| against(&sentence, quantity, date, day)).flatten() {
                let kind = if date.month.is_some() { FindingKind::Weekday } else { FindingKind::Relative };
                found.push(sentence.finding(kind, Certainty::Doubt, says, &spans));
            }
        }
    }
    Some(day)
}

/// The date of the article's date line, and what is wrong with it: the line at the head, set aside by the intake, that has one whole
/// date and no other.
fn date_line(article: &Article, language: &str, found: &mut Vec<LintFinding>) -> Option<civil::Date> {
    let head = article.blocks().iter().take(HEAD).take_while(|block| block.kind != BlockKind::Paragraph);
    let head = head.filter(|block| block.kind == BlockKind::Furniture && block.span.len() <= LONGEST);
    let dated = |line: &LintBlock<'_>| {
        let mut whole = line.quantities.iter().filter_map(Quantity::date).filter(|date| date.day.is_some());
        let (one, other) = (whole.next(), whole.next());
        other.is_none() && one.is_some_and(|date| date.year.is_some() && date.month.is_some())
    };
    let read = LintPortion::read(article, head, language);
    let line = read.passages(article, language).find(dated)?;
    let before = found.len();
    line.sentences().for_each(|sentence| calendar::weekdays(&sentence, found));
    for finding in found.iter_mut().skip(before) {
        finding.says = format!("In the article's date line: {}", finding.says);
    }
    line.quantities.iter().filter_map(Quantity::date).find_map(Date::day_of_calendar)
}

/// The date that the text itself begins with: "HOLMVIK, 13 May 2025 –", or a line of no more than that.
fn opening(passages: &[LintBlock<'_>]) -> Option<civil::Date> {
    passages.iter().take(HEAD).find_map(|passage| {
        let first = passage.quantities.first().filter(|first| first.span.start <= PLACE)?;
        let date = first.date().filter(|date| date.fault().is_none())?;
        let (before, after) = (passage.text.get(..first.span.start)?, passage.text.get(first.span.end..)?);
        let named = before.split(|c: char| !c.is_alphanumeric()).all(|word| !word.starts_with(char::is_lowercase));
        let ends = after.trim_start_matches([' ', '.', ')']);
        let closed = ends.is_empty() || ends.starts_with(['–', '—', '-', '(', ':', '|']);
        date.day_of_calendar().filter(|_| named && closed)
    })
}

/// The date of a sentence that says no more than when the article was published: "Published on 14 May 2024."
fn told_so(passages: &[LintBlock<'_>]) -> Option<civil::Date> {
    const PUBLISHED: [&str; 6] = ["Published", "Veröffentlicht", "Publié", "Publicado", "Publicerad", "Posted"];
    let rows = passages.iter().flat_map(|passage| passage.rows().map(move |(span, own)| (passage, span, own)));
    let mut told = rows.filter_map(|(passage, span, own)| {
        let words = span.of(passage.text).trim_start();
        let own =
            own.first().filter(|_| words.len() <= PLACE && PUBLISHED.iter().any(|word| words.starts_with(word)))?;
        own.date()?.day_of_calendar()
    });
    told.next()
}

/// The date that the page or file gives for the article.
fn published(article: &Article) -> Option<civil::Date> {
    let told = article.provenance.published.as_deref()?;
    let iso = told.get(..10).and_then(|day| day.parse().ok());
    let read = || read(told, &article.language).iter().filter_map(Quantity::date).find_map(Date::day_of_calendar);
    iso.or_else(read)
}

/// What a date without a year says against `day`, the article's own, and the two places that do not go together: "yesterday" and
/// the day beside it, or the weekday and its day of the month.
fn against(
    sentence: &LintSentence<'_>,
    quantity: &Quantity,
    date: &Date,
    day: civil::Date,
) -> Option<(String, [Span; 2])> {
    let before = sentence.before(quantity.span.start, 20).trim_end_matches([' ', ',', '(']);
    let tight = sentence.before(quantity.span.start, 20).len() - before.len() <= 2;
    let counted = DAYS.iter().find(|(word, _)| tight && ends_with_word(before, word));
    if let Some((word, days)) = counted {
        let right = day.checked_add(jiff::Span::new().days(*days)).ok()?;
        let agrees = date.month.is_none_or(|month| month == right.month())
            && date.day.is_none_or(|of| of == right.day())
            && date.weekday.is_none_or(|(weekday, _)| weekday == right.weekday());
        let own = day.strftime("%-d %B %Y");
        let end = quantity.span.start - (sentence.before(quantity.span.start, 20).len() - before.len());
        let place = Span::new(end - word.len(), end);
        return (!agrees).then(|| {
            let says = format!("\"{word}\" of {own} is {}, {}", right.strftime("%A"), right.strftime("%-d %B"));
            (says, [place, quantity.span])
        });
    }
    let ((weekday, place), month, of) = (date.weekday?, date.month?, date.day?);
    let candidates = [-1, 0, 1].into_iter().filter_map(|years| civil::Date::new(day.year() + years, month, of).ok());
    let near = candidates.min_by_key(|candidate| apart(*candidate, day))?;
    let off = apart(near, day) <= NEAR && near.weekday() != weekday;
    let says = || format!("{} is a {}, by the article's own date", near.strftime("%-d %B %Y"), near.strftime("%A"));
    off.then(|| (says(), [place, date.rest]))
}

/// Days between two dates.
fn apart(one: civil::Date, other: civil::Date) -> i64 {
    one.since(other).map_or(i64::MAX, |span| i64::from(span.get_days()).abs())
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|left| !left.ends_with(char::is_alphanumeric))
}
