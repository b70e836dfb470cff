//! How long one date lies before or after another: "founded in 1998, 12 years before it was sold in 2011".

use jiff::civil;

use super::ages::whole;
use super::calendar::name;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, exactly};
use crate::quantity::{Date, Quantity, Unit, Weekday};

/// Words behind a length of time, in lower case, and whether what follows (or came before) is later: 1, or earlier: -1.
pub(super) const LATER: [(&str, i64); 12] = [
    ("later", 1),
    ("earlier", -1),
    ("später", 1),
    ("zuvor", -1),
    ("früher", -1),
    ("plus tard", 1),
    ("plus tôt", -1),
    ("más tarde", 1),
    ("después", 1),
    ("antes", -1),
    ("senare", 1),
    ("tidigare", -1),
];

/// The same for words that the other moment follows: "12 years before" says that the first lies 12 years earlier.
const FROM: [(&str, i64); 14] = [
    ("before", -1),
    ("prior to", -1),
    ("after", 1),
    ("bevor", -1),
    ("vor", -1),
    ("nachdem", 1),
    ("nach", 1),
    ("avant", -1),
    ("après", 1),
    ("antes de", -1),
    ("después de", 1),
    ("före", -1),
    ("innan", -1),
    ("efter", 1),
];

/// Words right before a date.
const AT: [&str; 16] =
    ["in", "on", "of", "in the year", "im", "am", "jahr", "jahre", "en", "le", "el", "i", "den", "år", "del", "de"];

/// Bytes of the longest clause between a length of time and the date that it counts to.
const CLAUSE: usize = 64;

/// A length of time.
#[derive(Clone, Copy)]
struct Interval {
    /// How many units.
    count: i64,
    /// `year`, `month`, `week` or `day`.
    unit: &'static str,
}

/// What lengths of time say about the two dates that they lie between.
pub(super) fn intervals(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    if sentence.dates().take(2).count() < 2 {
        return;
    }
    for at in 0..sentence.quantities.len() {
        found.extend(interval(sentence, at).and_then(|own| counted(sentence, at, own)));
        found.extend(bare(sentence, at));
    }
}

/// The exact length of time at place `at`.
fn interval(sentence: &LintSentence<'_>, at: usize) -> Option<Interval> {
    let quantity = sentence.quantities.get(at)?;
    let amount = quantity.amount().filter(|amount| amount.upto.is_none() && exactly(quantity))?;
    let Unit::Measure(measure) = amount.unit else { return None };
    let unit = ["year", "month", "week", "day"].into_iter().find(|unit| *unit == measure.name)?;
    Some(Interval { count: whole(amount.value)?, unit })
}

fn counted(sentence: &LintSentence<'_>, at: usize, own: Interval) -> Option<LintFinding> {
    let (time, next) = (sentence.quantities.get(at)?, sentence.quantities.get(at + 1)?);
    let before =
        at.checked_sub(1).and_then(|before| sentence.quantities.get(before)).filter(|one| one.date().is_some());
    // Two years with a dash between them are a stretch, not a moment.
    if sentence.tail(at + 1).starts_with(['–', '-', '/', '—']) {
        return None;
    }
    if let Some((word, rest, sign)) = direction(sentence.tail(at), &LATER)
        && is_lead(rest)
    {
        let own = Some(own).filter(|own| !is_short(*own, word))?;
        return differ(sentence, time, (before?, next), own, -sign, Certainty::Error);
    }
    let (_, rest, sign) = direction(sentence.tail(at), &FROM)?;
    if !is_clause(rest) {
        return None;
    }
    if let Some(one) = before.filter(|one| is_beside(sentence.between(one, time))) {
        return differ(sentence, time, (one, next), own, sign, Certainty::Error);
    }
    // "Twelve years after it opened in 1998, in 2010": the moment that is counted from stands first.
    let other = sentence.quantities.get(at + 2)?;
    let said = sentence.between(next, other).strip_prefix(", ")?.trim_end();
    let weight = if AT.contains(&said) {
        Certainty::Error
    } else {
        // "…, it closed in 2010".
        let last = said.rsplit(' ').next().unwrap_or_default();
        (before.is_none() && AT.contains(&last) && said.split(' ').count() <= 4).then_some(Certainty::Doubt)?
    };
    differ(sentence, time, (other, next), own, sign, weight)
}

/// The word with which `tail` begins, what stands behind it, and its sign.
fn direction<'a>(tail: &'a str, words: &[(&'static str, i64)]) -> Option<(&'static str, &'a str, i64)> {
    let tail = tail.trim_start();
    let fits = |word: &str| tail.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let found = words.iter().filter_map(|(word, sign)| Some((*word, fits(word)?, *sign)));
    found.max_by_key(|(word, ..)| word.len())
}

/// True for lengths that [`super::periods`] reads with the words behind them.
fn is_short(own: Interval, word: &str) -> bool {
    let short = own.unit == "day" && own.count <= 3 || own.unit == "week" && own.count <= 2;
    short && matches!(word, "later" | "earlier")
}

/// True for what may stand right before a date: ", in ", " on ", nothing.
fn is_lead(gap: &str) -> bool {
    let gap = gap.trim_start_matches(',').trim();
    gap.is_empty() || AT.contains(&gap)
}

/// True for a clause without a break that ends right before a date: " it was sold in ".
fn is_clause(gap: &str) -> bool {
    let words = gap.trim_end();
    let broken = words.contains([';', ':', '(', '"', '“', ',']);
    let last = words.rsplit(' ').next().unwrap_or_default();
    gap.len() <= CLAUSE && !broken && (words.is_empty() || AT.contains(&last) || words.split_whitespace().count() <= 3)
}

/// True where a length of time stands right behind a date: ", ", " by monks, ", " (".
fn is_beside(gap: &str) -> bool {
    let words = gap.trim_end().trim_end_matches([',', '(', '–', '—']);
    let marked = words.len() < gap.trim_end().len();
    marked && words.split_whitespace().count() <= 3 && !words.contains([',', ';', ':', '('])
}

type Ends<'a> = (&'a Quantity, &'a Quantity);

/// What is wrong when the first date should lie `own` from the second, later for a positive `sign`.
fn differ(
    sentence: &LintSentence<'_>,
    time: &Quantity,
    (one, other): Ends<'_>,
    own: Interval,
    sign: i64,
    weight: Certainty,
) -> Option<LintFinding> {
    let (first, second) = (one.date()?, other.date()?);
    if let Some((is, was)) = weekdays(first, second).filter(|_| own.unit == "day" && own.count < 7) {
        let day = |weekday: Weekday| i64::from(weekday.to_monday_zero_offset());
        let says = format!("From {} to {} it is not {}", name(was), name(is), sentence.exact(time.span));
        let fits = (day(is) - day(was) - own.count * sign).rem_euclid(7) == 0;
        let spans = [one.span, time.span, other.span];
        return (!fits).then(|| sentence.finding(FindingKind::Relative, weight, says, &spans));
    }
    let (right, slack) = apart(second, first, own.unit)?;
    let told = own.count * sign;
    if (right - told).abs() <= slack {
        return None;
    }
    let turned = right.signum() == -told.signum();
    let (kind, says) = if turned && right != 0 {
        let way = if right > 0 { "after" } else { "before" };
        (FindingKind::Order, format!("{} is {way} {}", sentence.exact(one.span), sentence.exact(other.span)))
    } else {
        let says = format!(
            "From {} to {} it is {} {}s, not {}",
            sentence.exact(if right < 0 { one.span } else { other.span }),
            sentence.exact(if right < 0 { other.span } else { one.span }),
            right.abs(),
            own.unit,
            own.count
        );
        (FindingKind::Relative, says)
    };
    // From December to January a year more is begun than has gone.
    let close = (right - told).abs() == 1;
    let weight = if close { Certainty::Doubt } else { weight };
    Some(sentence.finding(kind, weight, says, &[one.span, time.span, other.span]))
}

/// Two days that are told as days of the week alone.
fn weekdays(one: &Date, other: &Date) -> Option<(Weekday, Weekday)> {
    let alone = one.rest.is_empty() && other.rest.is_empty();
    let ((one, _), (other, _)) = one.weekday.zip(other.weekday).filter(|_| alone)?;
    Some((one, other))
}

/// From the first date to the second in whole `unit`s, and how many may be added or taken away.
fn apart(from: &Date, to: &Date, unit: &str) -> Option<(i64, i64)> {
    let months = |date: &Date| Some(i64::from(date.year?) * 12 + i64::from(date.month?));
    let year = from.year.or(to.year)?;
    let day = |date: &Date| civil::Date::new(date.year.unwrap_or(year), date.month?, date.day?).ok();
    let days = || Some(i64::from(day(to)?.since(day(from)?).ok()?.get_days()));
    match unit {
        "year" => {
            let monthly = from.month.is_some() || to.month.is_some();
            Some((i64::from(to.year?) - i64::from(from.year?), i64::from(monthly)))
        }
        "month" => Some((months(to)? - months(from)?, 1)),
        "week" => {
            let weeks = days()?;
            Some(((weeks + 3).div_euclid(7), 0))
        }
        _ => Some((days()?, 0)),
    }
}

/// "In 2010, before moving to Rome in 2008": without a length of time.
fn bare(sentence: &LintSentence<'_>, at: usize) -> Option<LintFinding> {
    const WORDS: [(&str, i64); 6] =
        [("before", -1), ("after", 1), ("bevor", -1), ("nachdem", 1), ("innan", -1), ("avant de", -1)];
    let (one, other) = (sentence.quantities.get(at)?, sentence.quantities.get(at + 1)?);
    let (first, second) = (one.date()?, other.date()?);
    let gap = sentence.between(one, other);
    let (_, rest, sign) = direction(gap.strip_prefix(',').unwrap_or(gap), &WORDS)?;
    let last = rest.trim_end().rsplit(' ').next().unwrap_or_default();
    let fits = is_clause(rest) && AT.contains(&last) && rest.split_whitespace().count() >= 2;
    let years = i64::from(first.year?) - i64::from(second.year?);
    if !fits || sentence.tail(at + 1).starts_with(['–', '-', '/']) || years == 0 || years.signum() == sign {
        return None;
    }
    let (way, word) = if years > 0 { ("later", "before") } else { ("earlier", "after") };
    let (one_words, other_words) = (sentence.exact(one.span), sentence.exact(other.span));
    let says = format!("{one_words} is {way} than {other_words}, the text says {word}");
    Some(sentence.finding(FindingKind::Order, Certainty::Doubt, says, &[one.span, other.span]))
}
