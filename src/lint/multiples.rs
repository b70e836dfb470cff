//! How many times as much one figure is as another: "1,000 cars, twice as many as the 500 of the year before".

use super::cues::CueSet;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, exactly, number};
use crate::quantity::{Decimal, Unit, same_unit};
use crate::text::Span;

/// Words that say a multiple before "as many as", in hundredths; "three times" is read from its number.
const FACTORS: [(&str, i64); 20] = [
    ("twice", 200),
    ("double", 200),
    ("triple", 300),
    ("treble", 300),
    ("quadruple", 400),
    ("half", 50),
    ("a third", 33),
    ("a quarter", 25),
    ("a fifth", 20),
    ("a tenth", 10),
    ("doppelt", 200),
    ("dreimal", 300),
    ("viermal", 400),
    ("fünfmal", 500),
    ("halb", 50),
    ("deux fois", 200),
    ("trois fois", 300),
    ("el doble", 200),
    ("dubbelt", 200),
    ("hälften", 50),
];

/// Words behind the multiple, up to the figure that it is of.
const AS_MANY: [&str; 26] = [
    "of the",
    "of its",
    "of",
    "der",
    "des",
    "av de",
    "as many as",
    "as much as",
    "as high as",
    "as large as",
    "as big as",
    "as long as",
    "as tall as",
    "the",
    "its",
    "their",
    "so viele wie",
    "so viel wie",
    "so hoch wie",
    "plus que",
    "plus de",
    "más que",
    "de",
    "så många som",
    "så mycket som",
    "så många",
];

/// Words behind these up to the figure.
const THE: [&str; 15] = [
    "the",
    "its",
    "their",
    "last year's",
    "a year",
    "die",
    "den",
    "der",
    "les",
    "ses",
    "los",
    "las",
    "de",
    "in the",
    "were the",
];

/// Before a multiple they say that it is rough.
const ABOUT: [&str; 26] = [
    "about",
    "around",
    "almost",
    "nearly",
    "more than",
    "over",
    "less than",
    "roughly",
    "some",
    "up to",
    "at least",
    "not",
    "fast",
    "etwa",
    "rund",
    "mehr als",
    "knapp",
    "presque",
    "environ",
    "plus de",
    "casi",
    "más de",
    "nästan",
    "mer än",
    "well over",
    "just over",
];

/// Hundredths by which a multiple in words may miss: nobody says "1.9 times".
const ROOM: i64 = 15;

/// Multiples in words of `sentence` that its figures do not bear out.
pub(super) fn multiples(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let amounts = sentence.amounts_in_a_row();
    if !(sentence.cues.has(CueSet::TIMES) || amounts.iter().any(|told| told.2.unit == Unit::Part)) {
        return;
    }
    for (at, one) in amounts.iter().enumerate() {
        let Some(next) = amounts.get(at + 1) else { break };
        // "Half as many" is read as a part, "three times" as a number: one amount may lie between.
        let pair = [Some((None, next)), amounts.get(at + 2).map(|other| (Some(next), other))];
        found.extend(pair.into_iter().flatten().find_map(|(factor, other)| multiple(sentence, one, factor, other)));
    }
}

fn multiple(
    sentence: &LintSentence<'_>,
    one: &PlacedAmount<'_>,
    factor: Option<&PlacedAmount<'_>>,
    other: &PlacedAmount<'_>,
) -> Option<LintFinding> {
    let usable = |told: &PlacedAmount<'_>| exactly(told.1) && told.2.upto.is_none() && told.2.value > Decimal::ZERO;
    let units = same_unit(one.2.unit, other.2.unit) && !matches!(one.2.unit, Unit::Part | Unit::Age);
    let row = one.0 + 1 + usize::from(factor.is_some()) == other.0;
    if !(usable(one) && usable(other) && units && row) {
        return None;
    }
    let gap = sentence.between(one.1, other.1);
    let cut = gap.find(", ").map(|at| at + 2).or_else(|| gap.find(" – ").map(|at| at + " – ".len()))?;
    let (noun, told) = gap.split_at_checked(cut)?;
    if noun.split_whitespace().count() > 4 || told.contains([',', ';', '(', ':']) {
        return None;
    }
    let (times, words) = factor_of(sentence, told, factor)?;
    let rest = told.get(words.len()..)?.trim();
    let rest = AS_MANY.iter().filter_map(|as_many| rest.strip_prefix(as_many)).min_by_key(|rest| rest.len())?.trim();
    if !(rest.is_empty() || THE.contains(&rest)) {
        return None;
    }
    let ratio = one.2.value.checked_div(other.2.value)?;
    if (ratio - times).abs() <= times * Decimal::new(ROOM, 2) {
        return None;
    }
    let from = one.1.span.end + cut;
    let place = Span::new(from, from + words.trim_end().len());
    let said = sentence.exact(place);
    let says = format!(
        "{} is {} times {}, the text says \"{said}\"",
        one.2,
        number(ratio.round_dp(if ratio < Decimal::ONE { 2 } else { 1 })),
        other.2
    );
    Some(sentence.finding(FindingKind::Change, Certainty::Error, says, &[one.1.span, place, other.1.span]))
}

/// The multiple that `told`, in lower case, begins with, and the words that say it.
fn factor_of<'a>(
    sentence: &LintSentence<'_>,
    told: &'a str,
    factor: Option<&PlacedAmount<'_>>,
) -> Option<(Decimal, &'a str)> {
    if ABOUT.iter().any(|word| told.starts_with(word)) {
        return None;
    }
    let known = FACTORS.iter().filter(|(word, _)| told.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
    if let Some((word, times)) = known.max_by_key(|(word, _)| word.len()) {
        return Some((Decimal::new(*times, 2), told.get(..word.len())?));
    }
    let factor = factor.filter(|factor| exactly(factor.1) && factor.2.upto.is_none())?;
    let own = sentence.exact(factor.1.span);
    if factor.2.unit == Unit::Part {
        return told.starts_with(&own.to_lowercase()).then(|| Some((factor.2.value, told.get(..own.len())?)))?;
    }
    if factor.2.unit != Unit::Bare {
        return None;
    }
    let rest = told.get(own.len()..).filter(|_| told.starts_with(&own.to_lowercase()))?;
    let times =
        [" times", " mal", "-mal", " fois", " veces", " gånger"].into_iter().find(|word| rest.starts_with(word))?;
    Some((factor.2.value, told.get(..own.len() + times.len())?))
}
