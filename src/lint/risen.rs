//! A change in percent beside its two values in other word orders than "from … to …": "50 million, up 20 percent from 40 million", "8,000 in
//! 2010, in 2020 it had 10,000, a growth of 20 percent".

use super::changes::{CHANGES, FromTo, percentage};
use super::figures::is_of_another;
use super::finding::LintFinding;
use super::passage::{LintSentence, PlacedAmount, exactly, has};
use crate::quantity::{Decimal, Quantity, Unit, same_unit, scale_words};

/// Words between a value and by how much it is more or less than another, behind the mark that sets that off.
#[rustfmt::skip]
const UP: [&str; 24] = [
    "up", "down", "up by", "down by", "an increase of", "a rise of", "a gain of", "a jump of", "growth of", "a fall of", "a drop of",
    "a decrease of", "a decline of", "plus", "minus", "ein plus von", "ein minus von", "soit une hausse de", "en hausse de",
    "en baisse de", "un aumento del", "un descenso del", "en ökning med", "en minskning med",
];

/// Words between the percentage and the value that it is counted from.
#[rustfmt::skip]
const FROM: [&str; 24] = [
    "from", "from the", "from its", "from their", "from last year's", "from a year-earlier", "on the", "on last year's", "over the",
    "more than the", "less than the", "fewer than the", "higher than the", "lower than the", "above the", "below the", "gegenüber",
    "gegenüber den", "mehr als die", "par rapport à", "par rapport aux", "respecto a los", "frente a los", "från",
];

/// Changes in percent of `sentence` whose two values lie around them, or stand with their years.
pub(super) fn risen(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let all = sentence.counted();
    if all.len() < 3 || !all.iter().any(|told| told.2.unit == Unit::Percent) {
        return;
    }
    let from =
        all.windows(3).find_map(|row| if let [to, by, from] = row { up_from(sentence, to, by, from) } else { None });
    found.extend(from.or_else(|| between_years(sentence, all)));
}

/// "50 million euros, up 20 percent from 40 million", "31 percent, up 4 percent from the 27 percent of 2019".
fn up_from(
    sentence: &LintSentence<'_>,
    to: &PlacedAmount<'_>,
    by: &PlacedAmount<'_>,
    from: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    let row = to.0 + 1 == by.0 && by.0 + 1 == from.0 && [to, by, from].iter().all(|told| exactly(told.1));
    let (before, behind) = (sentence.between(to.1, by.1), sentence.between(by.1, from.1).trim());
    let mark = before.rfind([',', '(', '–', '—'])?;
    let (noun, said) = before.split_at_checked(mark)?;
    let said = said.trim_start_matches([',', '(', '–', '—']).trim();
    // "50 million euros … from 40 million".
    let short =
        from.2.unit == Unit::Bare && scale_words(sentence.exact(from.1.span), sentence.passage.language).is_some();
    let units = same_unit(to.2.unit, from.2.unit) || matches!(to.2.unit, Unit::Money(_)) && short;
    let plain = noun.split_whitespace().count() <= 4 && from.2.value > Decimal::ZERO && by.2.unit == Unit::Percent;
    if !(row && units && plain && UP.contains(&said) && FROM.contains(&behind)) {
        return None;
    }
    let pair = FromTo { from: *from, to: *to, unit: to.2.unit, values: (from.2.value, to.2.value) };
    // Of shares the percentage may be of a share or its points: only where it is neither nobody can be right.
    percentage(sentence, &pair, by)
}

/// "In 2010 it had 8,000 inhabitants, in 2020 it had 10,000, a growth of 20 percent".
fn between_years(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>]) -> Option<LintFinding> {
    let [one, other, by] = all else { return None };
    let year = |at: usize| {
        let date = sentence.quantities.get(at).and_then(Quantity::date)?;
        date.year.filter(|_| date.month.is_none() && date.weekday.is_none())
    };
    if sentence.quantities.len() != 5 || by.0 != 4 || by.2.unit != Unit::Percent {
        return None;
    }
    let years = match (one.0, other.0) {
        (1, 3) => year(0).zip(year(2)),
        (0, 2) => year(1).zip(year(3)),
        _ => None,
    };
    let (first, second) = years.filter(|(first, second)| first != second)?;
    let gap = sentence.lead(by.0);
    // "From 40 in 2010 to 50 in 2020" is read elsewhere.
    let lead = sentence.lead(one.0).trim_end();
    if has(gap, &["against", "compared", "while", "than", "versus", "elsewhere"])
        || ["from", "von", "från", "desde", "de", "du", "del"].contains(&lead.rsplit(' ').next().unwrap_or_default())
    {
        return None;
    }
    let noun = gap.contains([',', '–', '('])
        && (has(gap, &CHANGES) || has(gap, &["plus", "minus"]))
        && gap.split_whitespace().count() <= 6;
    let next = |told: &PlacedAmount<'_>| {
        let word = sentence.tail(told.0).trim_start().split([' ', ',', '.', ';']).next().unwrap_or_default();
        if word.len() > 3 { word } else { "" }
    };
    let more =
        gap.trim_start().starts_with(',') && ["more", "less", "fewer", "higher", "lower", "mehr"].contains(&next(by));
    let same_thing = next(one).is_empty() || next(other).is_empty() || next(one) == next(other);
    let whole = exactly(one.1) && exactly(other.1) && exactly(by.1) && !has(sentence.all(), &["per", "average"]);
    let counts = same_unit(one.2.unit, other.2.unit) && matches!(one.2.unit, Unit::Bare | Unit::Money(_));
    if !((noun || more) && same_thing && whole && counts) || is_of_another(sentence.after(by.1.span.end)) {
        return None;
    }
    let (from, to) = if first < second { (one, other) } else { (other, one) };
    let pair = FromTo { from: *from, to: *to, unit: to.2.unit, values: (from.2.value, to.2.value) };
    (from.2.value > Decimal::ZERO).then(|| percentage(sentence, &pair, by))?
}
