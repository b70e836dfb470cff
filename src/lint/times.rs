//! Years in a row against how many they are said to be: "three times, in 2003, 2007, 2011 and 2015".

use super::ages::whole;
use super::cues::CueSet;
use super::figures::IN_ALL;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, exactly, has};
use crate::quantity::{Date, Quantity, QuantityValue, Unit};
use crate::text::Span;

/// Words between two years in a row.
const NEXT: [&str; 8] = [", ", " and ", ", and ", " und ", " et ", " y ", " och ", " & "];

/// Words right behind how often something was.
const TIMES: [&str; 6] = [" times", " mal", "-mal", " fois", " veces", " gånger"];

/// What one has once more: "her fourth title".
const TITLES: [&str; 16] = [
    "title",
    "titles",
    "win",
    "victory",
    "gold",
    "championship",
    "crown",
    "cup",
    "triumph",
    "trophy",
    "time",
    "titel",
    "sieg",
    "titre",
    "título",
    "seger",
];

/// Words between "her fourth title" and the years of those before.
#[rustfmt::skip]
const BEFORE: [&str; 14] = [
    "after", "after those of", "after those in", "after titles in", "after wins in", "after winning in", "having won in", "having won it in",
    "following those of", "nach", "nach denen von", "après", "tras", "efter",
];

/// What `sentence` says of how often something was, whose years it tells.
pub(super) fn times(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let only_year = |date: &Date| date.year.is_some() && date.month.is_none() && date.weekday.is_none();
    let is_year = |quantity: &Quantity| quantity.date().is_some_and(only_year);
    let all = sentence.quantities;
    let Some(first) = all.iter().position(is_year) else { return };
    let years = all.get(first..).unwrap_or_default().iter().take_while(|quantity| is_year(quantity)).count();
    let Some(row) = all.get(first..first + years).filter(|row| row.len() >= 2) else { return };
    let joined =
        row.windows(2).all(|pair| matches!(pair, [one, other] if NEXT.contains(&sentence.between(one, other))));
    // Elsewhere there may be more of them.
    let alone = all.iter().filter(|quantity| is_year(quantity)).count() == row.len();
    let last = row.last().filter(|last| !sentence.after(last.span.end).starts_with(['–', '-', '/']));
    let Some(last) =
        last.filter(|_| joined && alone && !has(sentence.all(), &["twice", "zweimal", "deux fois", "respectively"]))
    else {
        return;
    };
    let before = first.checked_sub(1).and_then(|before| stated(sentence, before, row));
    found.extend(
        before
            .or_else(|| stated_behind(sentence, first + years, row, last))
            .or_else(|| once_more(sentence, first, row)),
    );
}

/// How often something was, by the quantity at `at`, and what stands behind the word for it.
fn often<'a>(sentence: &'a LintSentence<'_>, at: usize) -> Option<(i64, &'a Quantity, &'a str)> {
    let quantity = sentence.quantities.get(at).filter(|quantity| exactly(quantity))?;
    let amount = quantity.amount().filter(|amount| amount.upto.is_none() && amount.unit == Unit::Bare)?;
    let count = whole(amount.value).filter(|count| (2..=12).contains(count))?;
    let tail = sentence.after(quantity.span.end);
    let behind = TIMES.iter().chain(&["-time"]).find_map(|word| tail.strip_prefix(word))?;
    (!behind.starts_with(char::is_alphanumeric)).then_some((count, quantity, behind))
}

/// "Three times, in 2003, 2007, 2011 and 2015", "the three-time champion won in 2003, …".
fn stated(sentence: &LintSentence<'_>, at: usize, row: &[Quantity]) -> Option<LintFinding> {
    let (count, quantity, _) = often(sentence, at)?;
    let gap = sentence.between(quantity, row.first()?);
    let rest = TIMES.iter().find_map(|word| gap.strip_prefix(word));
    let direct = rest.is_some_and(|rest| {
        matches!(
            rest,
            ", in "
                | " in "
                | " ("
                | " (in "
                | ": "
                | ": in "
                | ", "
                | " – in "
                | " – "
                | ", en "
                | " en "
                | ", i "
                | ", im "
                | ", im jahr "
        )
    });
    let champion =
        gap.starts_with("-time ") && gap.ends_with(" in ") && gap.split_whitespace().count() <= 5 && !gap.contains(',');
    (direct || champion).then(|| differ(sentence, count, quantity, row))?
}

/// "In 2003, 2007 and 2011, four times", "in 2003 and 2007 the choir won the title, three times in all".
fn stated_behind(sentence: &LintSentence<'_>, at: usize, row: &[Quantity], last: &Quantity) -> Option<LintFinding> {
    let (count, quantity, behind) = often(sentence, at)?;
    let gap = sentence.between(last, quantity);
    let in_all = IN_ALL.iter().any(|words| behind.trim_start().starts_with(words));
    let near = gap == ", " || in_all && gap.ends_with(", ") && gap.split_whitespace().count() <= 10;
    (near && !gap.contains(';')).then(|| differ(sentence, count, quantity, row))?
}

fn differ(sentence: &LintSentence<'_>, count: i64, quantity: &Quantity, row: &[Quantity]) -> Option<LintFinding> {
    let told = i64::try_from(row.len()).ok().filter(|told| *told != count)?;
    let spans: Vec<Span> = row.iter().chain([quantity]).map(|quantity| quantity.span).collect();
    let says = format!("{told} years are named, the text says {}", sentence.exact(quantity.span));
    Some(sentence.finding(FindingKind::Times, Certainty::Error, says, &spans))
}

/// "Her fourth title, after those of 2014 and 2018".
fn once_more(sentence: &LintSentence<'_>, first: usize, row: &[Quantity]) -> Option<LintFinding> {
    let (at, nth) = sentence.quantities.get(..first)?.iter().enumerate().rev().find_map(|(at, quantity)| {
        if let QuantityValue::Ordinal(nth) = quantity.value { Some((at, nth)) } else { None }
    })?;
    let ordinal = sentence.quantities.get(at)?;
    let gap = sentence.between(ordinal, row.first()?);
    let titled = sentence
        .tail(at)
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(3)
        .any(|word| TITLES.contains(&word));
    let said = gap.rsplit(", ").next().unwrap_or_default().trim();
    let close =
        gap.contains(", ") && BEFORE.contains(&said) && gap.split_whitespace().count() <= 12 && !gap.contains(';');
    let told = u32::try_from(row.len()).ok().filter(|told| told + 1 != nth)?;
    if !(titled && close) || sentence.quoted(ordinal.span.start) || sentence.cues.has(CueSet::FEAST) {
        return None;
    }
    let spans: Vec<Span> = row.iter().chain([ordinal]).map(|quantity| quantity.span).collect();
    let says = format!("{told} years are named before it, the text says {}", sentence.exact(ordinal.span));
    Some(sentence.finding(FindingKind::Times, Certainty::Doubt, says, &spans))
}
