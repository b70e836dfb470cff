//! Ends before beginnings, lengths of time, and "the next day".

use jiff::civil;

use super::ages::whole;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, exactly, has};
use crate::quantity::{Clock, Date, Dimension, Hedge, Quantity, QuantityValue, Unit};
use crate::text::Span;

/// Words for a beginning and an end, where two dates stand behind them.
const BEGINS: [&str; 17] = [
    "opened",
    "began",
    "started",
    "founded",
    "signed",
    "launched",
    "begann",
    "commença",
    "empezó",
    "började",
    "arrived",
    "born",
    "elected",
    "appointed",
    "joined",
    "married",
    "geboren",
];
const ENDS: [&str; 15] = [
    "closed",
    "ended",
    "finished",
    "dissolved",
    "died",
    "endete",
    "termina",
    "terminó",
    "slutade",
    "left",
    "resigned",
    "retired",
    "divorced",
    "abolished",
    "starb",
];

/// What two moments of one sentence say about each other.
pub(super) fn periods(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let moment = |quantity: &Quantity| matches!(quantity.value, QuantityValue::Date(_) | QuantityValue::Clock(_));
    if sentence.quantities.iter().filter(|quantity| moment(quantity)).count() < 2
        || sentence.all().contains("backdated")
        || sentence.all().contains("countdown")
    {
        return;
    }
    let dates: Vec<(&Quantity, &Date)> = sentence.dates().map(|(_, quantity, date)| (quantity, date)).collect();
    for pair in dates.windows(2) {
        let [(one, from), (other, to)] = pair else { continue };
        let begin = begin(sentence, one, other);
        if begin && let Some(says) = backwards(sentence, (one, from), (other, to)) {
            found.push(sentence.finding(FindingKind::Order, Certainty::Error, says, &[one.span, other.span]));
        } else if let Some(finding) = relative(sentence, (one, from), (other, to)) {
            found.push(finding);
        } else if begin && dates.len() == 2 {
            match days(from, to) {
                Some(days) => lasted(sentence, (one, other), Some((days, days + 1)), "day", found),
                None => lasted(sentence, (one, other), months(from, to), "month", found),
            }
        }
    }
    let clocks: Vec<(&Quantity, Clock)> = sentence
        .quantities
        .iter()
        .filter_map(|q| if let QuantityValue::Clock(clock) = q.value { Some((q, clock)) } else { None })
        .collect();
    if let [(one, from), (other, to)] = clocks.as_slice()
        && begin(sentence, one, other)
    {
        let minutes = |clock: &Clock| i64::from(clock.hour) * 60 + i64::from(clock.minute);
        let hours = (minutes(to) - minutes(from)).rem_euclid(24 * 60);
        lasted(sentence, (one, other), Some((hours / 60, (hours + 59) / 60)), "hour", found);
    }
}

/// What one does after one was born.
const GREW: [&str; 10] =
    ["graduated", "joined", "studied", "enlisted", "won", "wrote", "elected", "moved", "published", "debuted"];

/// True when a sentence says that `one` is a beginning and `other` its end.
fn begin(sentence: &LintSentence<'_>, one: &Quantity, other: &Quantity) -> bool {
    let (lead, gap) = (sentence.before(one.span.start, 12), sentence.between(one, other));
    let until = [" until ", " till ", " to ", " through ", " bis ", " à ", " a ", " hasta ", " till ", "–", " – "];
    let from = ["from ", "von ", "vom ", "du ", "de ", "från ", "desde ", "between "];
    let ranged = from.iter().any(|word| lead.ends_with(word))
        && (until.contains(&gap) || gap == " and " && lead.ends_with("between "));
    let long = sentence.before(one.span.start, 60);
    let own = !has(gap, &["his", "her", "their", "whose", "father", "mother", "parents", "brother", "sister"]);
    let grew = has(long, &["born"]) && gap.starts_with(" and ") && gap.len() < 40 && has(gap, &GREW) && own;
    ranged || grew || gap.len() < 60 && has(long, &BEGINS) && has(gap, &ENDS) && !gap.contains(';')
}

type Dated<'a> = (&'a Quantity, &'a Date);

fn backwards(sentence: &LintSentence<'_>, (one, from): Dated<'_>, (other, to): Dated<'_>) -> Option<String> {
    // "Numbers fell from 2012 to 1987": no years; "back, from 2012 to 1987": told backwards.
    const NO_YEARS: [&str; 16] = [
        "back",
        "backwards",
        "backward",
        "fell",
        "fall",
        "dropped",
        "sank",
        "declined",
        "cut",
        "reduced",
        "down",
        "shrank",
        "decreased",
        "slipped",
        "lowered",
        "rückwärts",
    ];
    let only_years = from.month.is_none() && to.month.is_none();
    if only_years && has(sentence.before(one.span.start, 48), &NO_YEARS) {
        return None;
    }
    let ((first, _), (_, last)) = (from.bounds()?, to.bounds()?);
    (last < first)
        .then(|| format!("It ends in {} before it begins in {}", sentence.exact(other.span), sentence.exact(one.span)))
}

/// Days between two dates that tell their days and months; without years they are of one year.
fn days(from: &Date, to: &Date) -> Option<i64> {
    let year = from.year.or(to.year).unwrap_or(2001);
    let day = |date: &Date| civil::Date::new(date.year.unwrap_or(year), date.month?, date.day?).ok();
    let (first, last) = (day(from)?, day(to)?);
    // Whether the February between them has a 29th nobody can tell without a year.
    let open = from.year.or(to.year).is_none() && first.month() <= 2 && last.month() > 2;
    (!open).then(|| last.since(first).ok().map(|span| i64::from(span.get_days())))?
}

/// Fewest and most whole months between two dates that tell their months, or years.
fn months(from: &Date, to: &Date) -> Option<(i64, i64)> {
    let month = |date: &Date| Some(i64::from(date.year?) * 12 + i64::from(date.month?));
    if from.day.is_some() || to.day.is_some() {
        return None;
    }
    match (month(from), month(to)) {
        (Some(from), Some(to)) => Some((to - from - 1, to - from + 1)),
        _ if from.month.is_none() && to.month.is_none() => {
            let years = i64::from(to.year?) - i64::from(from.year?);
            Some(((years - 1) * 12, (years + 1) * 12))
        }
        _ => None,
    }
}

/// Words before a length of time that its ends follow, and between its ends and it.
const LASTED: [&str; 20] = [
    "lasted", "lasts", "last", "lasting", "took", "takes", "take", "ran", "runs", "dauert", "dauerte", "duré", "dure",
    "dura", "duró", "varade", "varar", "tar", "tog", "pågick",
];
const FROM: [&str; 13] = [
    ", from ",
    " from ",
    ", between ",
    " between ",
    ", von ",
    ", vom ",
    " von ",
    " vom ",
    ", de ",
    ", du ",
    ", del ",
    ", desde ",
    ", från ",
];
const AFTER: [&str; 6] = ["after", "lasting", "nach", "après", "efter", "tras"];

/// The whole of what may stand between its ends and it.
const BESIDE: [&str; 30] = [
    ", ",
    " (",
    ", or ",
    " – ",
    ", a total of ",
    ", a period of ",
    ", a span of ",
    ", over ",
    ", for ",
    ", for a total of ",
    ", during ",
    ", that is ",
    ", i.e. ",
    ", also ",
    ", insgesamt ",
    ", über ",
    ", das sind ",
    ", soit ",
    ", pendant ",
    ", durant ",
    ", c'est-à-dire ",
    ", o sea ",
    ", es decir ",
    ", durante ",
    ", en total ",
    ", under ",
    ", alltså ",
    ", det vill säga ",
    ", i hela ",
    ", volle ",
];

/// A length of time that is told beside its beginning and end: outside the fewest and most it can be, in `unit`s.
fn lasted(
    sentence: &LintSentence<'_>,
    ends: (&Quantity, &Quantity),
    could: Option<(i64, i64)>,
    unit: &str,
    found: &mut Vec<LintFinding>,
) {
    let Some((least, most)) = could.filter(|(least, _)| *least >= 0) else { return };
    let mut told = sentence.amounts().filter_map(|(_, quantity, amount)| {
        let Unit::Measure(measure) = amount.unit else { return None };
        let value = whole(amount.value)?;
        let value = match (measure.name, unit) {
            ("year", "month") => value * 12,
            ("week", "day") => value * 7,
            (name, unit) if name == unit => value,
            _ => return None,
        };
        let behind = quantity.span.start > ends.1.span.end;
        let (from, to) =
            if behind { (ends.1.span.end, quantity.span.start) } else { (quantity.span.end, ends.0.span.start) };
        let gap = sentence.low(from..to);
        let lead = sentence.before(quantity.span.start, 24);
        // "She led it for nine years, from 2001 until 2016".
        let for_so_long =
            gap.starts_with(", ") && ["for ", "pendant ", "durante "].iter().any(|word| lead.ends_with(word));
        let before = FROM.contains(&gap) && (has(lead, &LASTED) || for_so_long);
        let after = behind && (has(gap, &AFTER) || BESIDE.contains(&gap));
        let linked = before && !behind || after;
        // "Over twelve years": through them, or more than they are.
        let over = behind && quantity.hedge == Hedge::Over && could.is_some_and(|(_, most)| value > most);
        ((exactly(quantity) || over) && linked && gap.len() < 30 && measure.dimension != Dimension::Length)
            .then_some((quantity, value))
    });
    let (Some((quantity, value)), None) = (told.next(), told.next()) else { return };
    if value < least || value > most {
        let says = format!(
            "From {} to {} it is not {}",
            sentence.exact(ends.0.span),
            sentence.exact(ends.1.span),
            sentence.exact(quantity.span)
        );
        found.push(sentence.finding(
            FindingKind::Duration,
            Certainty::Error,
            says,
            &[ends.0.span, ends.1.span, quantity.span],
        ));
    }
}

/// Words between "the next day" and its date.
pub(super) const BEFORE_DATE: [&str; 7] = ["on", "dem", "am", "le", "el", "den", "the"];

/// Days that "the next day", "a week later" or "three days earlier" come after, or before; the fewest and the most.
pub(super) fn later(gap: &str) -> Option<(&str, i64, i64)> {
    const SAYS: [(&str, i64, i64); 37] = [
        ("the next day", 1, 1),
        ("the following day", 1, 1),
        ("a day later", 1, 1),
        ("the day after", 1, 1),
        ("two days later", 2, 2),
        ("three days later", 3, 3),
        ("a week later", 7, 7),
        ("two weeks later", 14, 14),
        ("the next week", 1, 13),
        ("the day before", -1, -1),
        ("the previous day", -1, -1),
        ("a day earlier", -1, -1),
        ("two days earlier", -2, -2),
        ("three days earlier", -3, -3),
        ("a week earlier", -7, -7),
        ("am nächsten tag", 1, 1),
        ("am folgenden tag", 1, 1),
        ("am tag darauf", 1, 1),
        ("einen tag später", 1, 1),
        ("eine woche später", 7, 7),
        ("am tag zuvor", -1, -1),
        ("am vortag", -1, -1),
        ("le lendemain", 1, 1),
        ("le jour suivant", 1, 1),
        ("un jour plus tard", 1, 1),
        ("une semaine plus tard", 7, 7),
        ("la veille", -1, -1),
        ("al día siguiente", 1, 1),
        ("un día después", 1, 1),
        ("una semana después", 7, 7),
        ("el día anterior", -1, -1),
        ("nästa dag", 1, 1),
        ("dagen efter", 1, 1),
        ("dagen därpå", 1, 1),
        ("en vecka senare", 7, 7),
        ("dagen innan", -1, -1),
        ("dagen före", -1, -1),
    ];
    SAYS.into_iter().find(|(words, ..)| gap.contains(words))
}

/// Between "a week earlier" and the day that it counts from.
pub(super) fn link(days: i64) -> &'static str {
    if days < 0 { "than " } else { "after " }
}

/// A date that "the next day" or "a week later" contradicts.
fn relative(sentence: &LintSentence<'_>, (one, from): Dated<'_>, (other, to): Dated<'_>) -> Option<LintFinding> {
    let gap = sentence.between(one, other);
    let (words, least, most) = later(gap)?;
    let at = one.span.end + gap.rfind(words)?;
    let behind = gap.get(gap.rfind(words)? + words.len()..)?;
    let article = behind.trim_matches([',', ' ']);
    if !(matches!(behind, ", " | " (" | ", a ") || behind.len() <= 7 && BEFORE_DATE.contains(&article)) {
        return None;
    }
    let start = from.day_of_calendar()?;
    let place = Span::new(at, other.span.end);
    let day = |days: i64| start.checked_add(jiff::Span::new().days(days)).ok();
    let right = day(least)?;
    let told = civil::Date::new(to.year.unwrap_or(start.year()), to.month.unwrap_or(0), to.day.unwrap_or(0)).ok();
    let differs = match (told, to.weekday) {
        (Some(told), _) => {
            !(right..=day(most)?).contains(&told)
                && (to.year.is_some() || told >= start || right.year() == start.year())
        }
        (None, Some((weekday, _))) => least == most && right.weekday() != weekday,
        (None, None) => false,
    };
    let backwards = told.is_some_and(|told| if least < 0 { told > start } else { told < start });
    let kind = if backwards { FindingKind::Order } else { FindingKind::Relative };
    let says = if least == most {
        format!(
            "{words} {}{} is {}, {} {}",
            if words.contains("before") { "" } else { link(least) },
            sentence.exact(from.rest),
            right.strftime("%A"),
            right.strftime("%-d %B"),
            right.year()
        )
    } else {
        format!("{} is not {words} after {}", sentence.exact(other.span), sentence.exact(from.rest))
    };
    differs.then(|| sentence.finding(kind, Certainty::Error, capital(&says), &[one.span, place]))
}

pub(super) fn capital(says: &str) -> String {
    let mut letters = says.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
