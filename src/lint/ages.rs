//! Ages against the years they are counted from.

use super::cues::{BORN, CueSet};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintBlock, LintSentence, exactly, has};
use crate::quantity::{Date, Decimal, Quantity, Unit};

/// Where one of these is, the age may be another's.
const OTHERS: [&str; 15] = [
    "father",
    "mother",
    "son",
    "daughter",
    "brother",
    "sister",
    "wife",
    "husband",
    "grandfather",
    "grandmother",
    "whose",
    "parents",
    "korean",
    "vater",
    "mutter",
];

/// Words of a death: the age is the one that was reached.
const DEAD: [&str; 14] = [
    "died",
    "dies",
    "death",
    "killed",
    "dead",
    "late",
    "starb",
    "gestorben",
    "mort",
    "morte",
    "murió",
    "fallecido",
    "dog",
    "död",
];

/// Ages in sentences that tell a birth and one other date. An age set between commas may be the one on the day of writing, which is
/// not before that date and not after `latest`.
pub(super) fn ages(sentence: &LintSentence<'_>, latest: Option<jiff::civil::Date>, found: &mut Vec<LintFinding>) {
    // A birth and a day that it is counted to.
    if sentence.dates().filter(|(.., date)| date.year.is_some()).count() != 2 {
        return;
    }
    let Some((birth, born)) = birth(sentence) else { return };
    if sentence.has(&OTHERS) || sentence.all().contains("would have") {
        return;
    }
    let others: Vec<(&Quantity, &Date)> = sentence
        .dates()
        .filter(|(_, quantity, date)| *quantity != birth && date.year.is_some())
        .map(|(_, q, date)| (q, date))
        .collect();
    let [(when, then)] = others.as_slice() else { return };
    let mut ages = (0..sentence.quantities.len()).filter_map(|at| Some((at, age(sentence, at)?)));
    let (Some((at, (quantity, years))), None) = (ages.next(), ages.next()) else { return };
    if !is_of_then(sentence, birth, when, quantity) {
        return;
    }
    let (Some((first, last)), Some((from, to))) = (born.bounds(), then.bounds()) else { return };
    let (least, most) = (age_on(from, last), age_on(to, first));
    let by_now = |latest: jiff::civil::Date| (least..=age_on(latest, first)).contains(&years);
    if is_set_between(sentence, at) && !sentence.has(&DEAD) && latest.is_none_or(by_now) {
        return;
    }
    if least >= 0 && exactly(quantity) && !(least..=most).contains(&years) {
        let could = either(least, most);
        let says = format!("Born in {}, one is {could} in {}; the text says {years}", year(born), year(then));
        found.push(sentence.finding(FindingKind::Age, Certainty::Error, says, &[birth.span, when.span, quantity.span]));
    }
}

/// True where the age is told of the date `when`, and the date is not that of something else: of "the report of 2020", of a street that was
/// named in 1999, of the day on which somebody told of it.
fn is_of_then(sentence: &LintSentence<'_>, birth: &Quantity, when: &Quantity, age: &Quantity) -> bool {
    const TELLS: [&str; 16] = [
        "who", "that", "how", "whose", "which", "where", "dass", "wie", "welche", "qui", "que", "comment", "cómo",
        "som", "att", "hur",
    ];
    const WHEN: [&str; 9] = ["when", "as", "als", "quand", "lorsque", "lorsqu", "cuando", "när", "då"];
    #[rustfmt::skip]
    const AT: [&str; 19] = [
        "in", "on", "by", "at", "early", "late", "im", "am", "anno", "en", "le", "el", "au", "à", "i", "den", "år", "since", "until",
    ];
    if when.span.start > age.span.start {
        return true;
    }
    let between = sentence.low(when.span.end..age.span.start);
    let next = sentence.after(age.span.end);
    let next = next.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if has(between, &TELLS) || WHEN.contains(&next) {
        return false;
    }
    let lead = sentence.low(sentence.span.start..when.span.start);
    let clause = lead.rsplit([',', ';']).next().unwrap_or_default();
    let opens =
        lead.split_whitespace().count() < 4 && lead.split_whitespace().next().is_none_or(|word| AT.contains(&word));
    when.span.start > birth.span.start || opens || has(clause, &DEAD)
}

/// Ages between commas or in brackets in sentences that tell a birth and no other date: those of the day of writing. That is `own`,
/// the article's own date; where it tells none, the article is not younger than `latest`.
pub(super) fn of_writing(
    passages: &[LintBlock<'_>],
    own: Option<jiff::civil::Date>,
    latest: Option<jiff::civil::Date>,
    found: &mut Vec<LintFinding>,
) {
    let dated = |quantities: &[Quantity]| {
        let mut years = quantities.iter().filter_map(Quantity::date).filter(|date| date.year.is_some());
        years.next().is_some() && years.next().is_none() && quantities.len() > 1
    };
    for sentence in passages.iter().flat_map(|passage| passage.sentences_with(CueSet::BORN, dated)) {
        found.extend(on_day(&sentence, own, latest));
    }
}

fn on_day(
    sentence: &LintSentence<'_>,
    own: Option<jiff::civil::Date>,
    latest: Option<jiff::civil::Date>,
) -> Option<LintFinding> {
    let (birth, born) = birth(sentence)?;
    let mut ages = (0..sentence.quantities.len()).filter_map(|at| years_set_between(sentence, at));
    let (Some((quantity, years)), None) = (ages.next(), ages.next()) else { return None };
    let told_of_another = sentence.has(&OTHERS) || sentence.has(&DEAD) || sentence.all().contains("would have");
    if told_of_another || !exactly(quantity) || sentence.quoted(quantity.span.start) || sentence.says_so() {
        return None;
    }
    let (first, last) = born.bounds()?;
    let (least, most) = (own.map_or(0, |own| age_on(own, last)), age_on(own.or(latest)?, first));
    if least < 0 || (least..=most).contains(&years) {
        return None;
    }
    let says = match own {
        Some(own) => {
            let (could, day) = (either(least, most), own.strftime("%-d %B %Y"));
            format!("Born in {}, one is {could} on {day}, the article's own date; the text says {years}", year(born))
        }
        None => format!("Born in {}, nobody is older than {most} yet; the text says {years}", year(born)),
    };
    // A text that was written shortly before its date, or after, is a year off.
    let near = own.is_some() && (least - 1..=most + 1).contains(&years);
    let weight = if near { Certainty::Doubt } else { Certainty::Error };
    Some(sentence.finding(FindingKind::Age, weight, says, &[birth.span, quantity.span]))
}

/// The years of a life that stand between commas, in brackets or beside the birth at `at`: "Anna Holm, 62, …", "Anna Holm (62) …",
/// "…, 62 ans, …", "Anna Holm is 62 and was born …".
fn years_set_between<'a>(sentence: &LintSentence<'a>, at: usize) -> Option<(&'a Quantity, i64)> {
    let quantity = sentence.quantities.get(at)?;
    let amount = quantity.amount().filter(|amount| amount.upto.is_none())?;
    let year = matches!(amount.unit, Unit::Measure(measure) if measure.name == "year");
    let years = whole(amount.value).filter(|years| (1..120).contains(years))?;
    let bracketed = sentence.lead(at).ends_with(" (") && sentence.tail(at).starts_with(')');
    // "She is 61 and was born in 1950".
    let told = [" is ", " are "].iter().any(|verb| sentence.lead(at).ends_with(verb))
        && ["and was born", "and born", "years old and was born"]
            .iter()
            .any(|born| sentence.tail(at).trim_start().starts_with(born));
    let set = is_set_between(sentence, at) || bracketed || told;
    (set && (year || matches!(amount.unit, Unit::Bare | Unit::Age))).then_some((quantity, years))
}

/// The age on the day `on` of who was born on the day `of`.
fn age_on(on: jiff::civil::Date, of: jiff::civil::Date) -> i64 {
    let whole = i64::from(on.year()) - i64::from(of.year());
    if (on.month(), on.day()) < (of.month(), of.day()) { whole - 1 } else { whole }
}

fn either(least: i64, most: i64) -> String {
    if least == most { format!("{least}") } else { format!("{least} or {most}") }
}

fn year(date: &Date) -> String {
    date.year.map_or_else(String::new, |year| year.to_string())
}

/// The date of birth that a sentence tells: behind a word for it, or the first of two years in brackets.
fn birth<'a>(sentence: &LintSentence<'a>) -> Option<(&'a Quantity, &'a Date)> {
    let mut dates = sentence.dates().filter(|(_, _, date)| date.year.is_some());
    let told = |(at, ..): &(usize, &Quantity, &Date)| {
        let lead = sentence.lead(*at);
        let near = lead.char_indices().rev().nth(24).map_or(lead, |(from, _)| lead.get(from..).unwrap_or_default());
        let word = BORN.iter().filter_map(|word| near.rfind(word).map(|at| at + word.len())).max();
        let direct = word.and_then(|at| near.get(at..)).is_some_and(|gap| !gap.contains(','));
        let bracket = lead.ends_with('(') && matches!(sentence.tail(*at), "–" | "-" | " – ");
        has(near, &BORN) && direct || bracket || sentence.tail(*at).trim_start().starts_with("geboren")
    };
    dates.find(told).map(|(_, quantity, date)| (quantity, date))
}

/// True when the quantity at `at` stands between commas, as the age of whoever was named before: `Anna Holm, 62, …`.
fn is_set_between(sentence: &LintSentence<'_>, at: usize) -> bool {
    sentence.lead(at).ends_with(", ") && sentence.tail(at).starts_with(',')
}

/// The age that the quantity at `at` tells.
fn age<'a>(sentence: &LintSentence<'a>, at: usize) -> Option<(&'a Quantity, i64)> {
    let quantity = sentence.quantities.get(at)?;
    let amount = quantity.amount().filter(|amount| amount.upto.is_none())?;
    let years = i64::try_from(amount.value).ok().filter(|years| (1..120).contains(years))?;
    let (lead, tail) = (sentence.lead(at), sentence.tail(at));
    let year = matches!(amount.unit, Unit::Measure(measure) if measure.name == "year");
    let bare = amount.unit == Unit::Bare;
    let between = is_set_between(sentence, at) && bare;
    let behind = |said: &[&str]| bare && said.iter().any(|word| lead.ends_with(word));
    let next = tail.trim_start().split(' ').next().unwrap_or_default();
    let counted = next.starts_with(char::is_alphabetic)
        && !has(next, &["when", "and", "at", "in", "on", "years", "he", "she", "as"]);
    // At the end of a sentence "was 60" may be anything.
    let told = behind(&["aged ", "age of ", "lived to be ", "turned ", "aged about "])
        || behind(&["was ", "is ", "at "]) && (next.starts_with(char::is_alphabetic) || sentence.has(&DEAD));
    let behind = told && !counted && !next.starts_with(['%', '-']);
    let foreign = year
        && (lead.ends_with("âge de ")
            || lead.ends_with("âgé de ")
            || lead.ends_with("âgée de ")
            || lead.ends_with("à ")
            || lead.ends_with("a los ")
            || lead.ends_with("alter von ")
            || tail.trim_start().starts_with("de edad"));
    let is_age = amount.unit == Unit::Age || between || behind || foreign;
    is_age.then_some((quantity, years))
}

/// The value of a quantity that counts whole things.
pub(super) fn whole(value: Decimal) -> Option<i64> {
    value.fract().is_zero().then(|| i64::try_from(value).ok())?
}
