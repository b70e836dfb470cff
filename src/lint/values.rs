//! One quantity with two values, in two places of the article.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::figures::{counted, one_unit, sum};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintBlock, LintSentence, exactly, has};
use crate::quantity::{Amount, Decimal, Unit};
use crate::text::Span;

/// Values that are alike in more places than this are common, not one in two forms.
const MOST_ALIKE: usize = 8;

/// Common words; what two sentences share besides them, they are both about.
const COMMON: [&str; 64] = [
    "the", "and", "for", "are", "was", "his", "her", "its", "had", "has", "but", "not", "you", "who", "all", "can",
    "will", "one", "two", "new", "out", "from", "with", "that", "this", "they", "have", "said", "says", "more", "than",
    "over", "were", "been", "also", "their", "about", "when", "what", "which", "there", "into", "year", "years",
    "would", "could", "should", "some", "many", "most", "other", "first", "our", "your", "these", "those", "der",
    "die", "das", "den", "les", "des", "los", "las",
];

/// Beginnings of the words that a sentence is about.
pub(super) type Stems = HashSet<u64, RandomState>;

/// An amount with where it stands.
struct AmountMention<'a> {
    amount: &'a Amount,
    place: Span,
    /// The index of its sentence.
    sentence: usize,
    definite: bool,
    /// Told in lakhs or crores.
    indian: bool,
}

/// What the figures of a text say against each other, across sentences.
pub(super) fn values(passages: &[LintBlock<'_>], found: &mut Vec<LintFinding>) {
    let sentences: Vec<LintSentence<'_>> = passages.iter().flat_map(LintBlock::sentences).collect();
    let mut mentions = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        for (_, quantity, amount) in sentence.amounts() {
            let counts = amount.upto.is_none()
                && amount.value >= Decimal::from(20)
                && !matches!(amount.unit, Unit::Part | Unit::Percent | Unit::Points | Unit::Age);
            if counts {
                let definite = exactly(quantity) && is_definite(sentence.before(quantity.span.start, 12));
                let words = sentence.exact(quantity.span);
                // Lakh and crore, in whatever case: most amounts have neither.
                let indian = words.contains("akh") || words.contains("rore");
                mentions.push(AmountMention {
                    amount,
                    place: sentence.passage.shift(quantity.span),
                    sentence: index,
                    definite,
                    indian,
                });
            }
        }
    }
    let mut about: HashMap<usize, Stems, RandomState> = HashMap::default();
    for mention in &mentions {
        about.entry(mention.sentence).or_insert_with(|| sentences.get(mention.sentence).map(stems).unwrap_or_default());
    }
    let shared = |one: &AmountMention<'_>, other: &AmountMention<'_>| {
        let pair = about.get(&one.sentence).zip(about.get(&other.sentence));
        pair.map_or(0, |(one, other)| one.intersection(other).count())
    };
    magnitudes(&mentions, &shared, found);
    twofold(&mentions, &shared, found);
    casualties(&sentences, found);
}

fn is_definite(before: &str) -> bool {
    const DEFINITE: [&str; 13] =
        ["the", "these", "those", "its", "their", "his", "her", "den", "die", "der", "les", "ces", "los"];
    before.trim_end().rsplit(' ').next().is_some_and(|word| DEFINITE.contains(&word))
}

/// What a sentence is about: the beginnings of its longer words outside its quantities.
pub(super) fn stems(sentence: &LintSentence<'_>) -> Stems {
    let mut stems = Stems::default();
    let mut from = sentence.span.start;
    let ends = sentence
        .quantities
        .iter()
        .map(|quantity| quantity.span)
        .chain([Span::new(sentence.span.end, sentence.span.end)]);
    for quantity in ends {
        for word in sentence.low(from..quantity.start).split(|c: char| !c.is_alphanumeric()) {
            if word.len() >= 3 && !COMMON.contains(&word) {
                stems.insert(stem(word));
            }
        }
        from = quantity.end;
    }
    stems
}

/// The first letters of a word, as a number: "homes" and "home", "cuts" and "cut" are one.
fn stem(word: &str) -> u64 {
    let word = word.strip_suffix('s').filter(|word| word.len() >= 3).unwrap_or(word);
    word.bytes().take(6).fold(0, |sum, byte| sum << 8 | u64::from(byte))
}

/// The figures of a value without noughts at the end, and its power of ten.
fn significant(value: Decimal) -> (i128, i32) {
    let value = value.normalize();
    let (mut figures, mut power) = (value.mantissa(), -i32::try_from(value.scale()).unwrap_or(0));
    while figures != 0 && figures % 10 == 0 {
        (figures, power) = (figures / 10, power + 1);
    }
    (figures, power)
}

type Shared<'a> = &'a dyn Fn(&AmountMention<'_>, &AmountMention<'_>) -> usize;

/// One figure with two orders of magnitude: a thousand or a million apart.
fn magnitudes(mentions: &[AmountMention<'_>], shared: Shared<'_>, found: &mut Vec<LintFinding>) {
    let mut alike: HashMap<(i128, Unit), Vec<(&AmountMention<'_>, i32)>, RandomState> = HashMap::default();
    for mention in mentions.iter().filter(|mention| mention.amount.value >= Decimal::ONE_THOUSAND) {
        let (figures, power) = significant(mention.amount.value);
        alike.entry((figures, mention.amount.unit)).or_default().push((mention, power));
    }
    let mut groups: Vec<_> = alike.into_iter().filter(|(_, group)| (2..=MOST_ALIKE).contains(&group.len())).collect();
    groups.sort_by_key(|(_, group)| group.first().map(|(mention, _)| mention.place));
    for ((figures, _), group) in groups {
        let pairs =
            group.iter().enumerate().flat_map(|(at, one)| group.iter().skip(at + 1).map(move |other| (one, other)));
        let apart = |((one, low), (other, high)): &(&(&AmountMention<'_>, i32), &(&AmountMention<'_>, i32))| {
            let common = shared(one, other);
            // Between lakh, crore and million any power of ten is a slip; between thousand, million and billion a thousand is.
            let mixed = one.indian != other.indian;
            let scales = one.indian || other.indian;
            let enough = if scales || figures == 1 { 2 } else { usize::from(figures < 10) };
            let least = if scales { Decimal::from(100_000) } else { Decimal::from(1_000_000) };
            let large = one.amount.value.max(other.amount.value) >= least;
            let steps = (low - high).abs();
            let crore = scales && figures > 1 && (steps == 2 || mixed && (1..=6).contains(&steps));
            let slip = if scales { crore } else { matches!(steps, 3 | 6) };
            slip && one.sentence != other.sentence && common >= enough && large
        };
        if let Some(((one, low), (other, high))) = pairs.clone().find(apart) {
            let times = match (low - high).abs() {
                3 => "a thousand".to_owned(),
                6 => "a million".to_owned(),
                steps => format!("{}", 10_i64.pow(steps.unsigned_abs().min(12))),
            };
            let says = format!("{} here, {} there: {times} times apart", one.amount, other.amount);
            found.push(LintFinding::new(FindingKind::Magnitude, Certainty::Doubt, says, vec![one.place, other.place]));
        }
    }
}

/// One quantity with two values whose figures are alike.
fn twofold(mentions: &[AmountMention<'_>], shared: Shared<'_>, found: &mut Vec<LintFinding>) {
    let mut alike: HashMap<(Unit, i32, String), Vec<&AmountMention<'_>>, RandomState> = HashMap::default();
    for mention in mentions {
        let (figures, power) = significant(mention.amount.value);
        let figures = figures.to_string();
        let mut sorted: Vec<char> = figures.chars().collect();
        sorted.sort_unstable();
        let unit = mention.amount.unit;
        let size = power + i32::try_from(figures.len()).unwrap_or(0);
        if figures.len() >= 2 {
            alike.entry((unit, size, sorted.iter().collect())).or_default().push(mention);
            // One figure of it may be another.
            for at in 0..figures.len().min(6) {
                let pattern =
                    figures.chars().enumerate().map(|(place, figure)| if place == at { '?' } else { figure }).collect();
                alike.entry((unit, size, pattern)).or_default().push(mention);
            }
        }
    }
    let mut pairs: Vec<(&AmountMention<'_>, &AmountMention<'_>)> = Vec::new();
    for ((_, _, pattern), group) in &alike {
        let swapped = !pattern.contains('?');
        for (at, one) in group.iter().enumerate().take(MOST_ALIKE) {
            for other in group.iter().skip(at + 1).take(MOST_ALIKE) {
                let differ = one.amount.value != other.amount.value && one.sentence != other.sentence;
                if differ && is_same_thing(one, other, swapped, shared(one, other)) {
                    pairs.push((one, other));
                }
            }
        }
    }
    pairs.sort_by_key(|(one, other)| (one.place, other.place));
    pairs.dedup_by_key(|(one, other)| (one.place, other.place));
    for (one, other) in pairs {
        let says = format!("{} here, {} there: one quantity with two values?", one.amount, other.amount);
        found.push(LintFinding::new(FindingKind::Quantity, Certainty::Doubt, says, vec![one.place, other.place]));
    }
}

fn is_same_thing(one: &AmountMention<'_>, other: &AmountMention<'_>, swapped: bool, shared: usize) -> bool {
    let measured = matches!(one.amount.unit, Unit::Measure(_) | Unit::Money(_));
    let money = matches!(one.amount.unit, Unit::Money(_));
    let enough = if measured { 1 } else { 2 };
    other.definite && shared >= enough || swapped && money && shared >= 1
}

/// How many died, against the dead counted one by one elsewhere.
fn casualties(sentences: &[LintSentence<'_>], found: &mut Vec<LintFinding>) {
    const DIED: [&str; 5] = ["died", "killed", "dead", "perished", "deaths"];
    const WHO: [&str; 2] = ["the victims were", "the dead were"];
    let listed = sentences.iter().find_map(|sentence| {
        let who = WHO.iter().any(|words| sentence.all().contains(words));
        let parts = counted(sentence);
        let row = parts.len() >= 2
            && parts.len() == sentence.quantities.len()
            && one_unit(&parts)
            && has(sentence.all(), &["and"]);
        (who && row).then(|| {
            Some((
                sum(&parts)?,
                sentence.passage.shift(Span::new(parts.first()?.1.span.start, parts.last()?.1.span.end)),
            ))
        })?
    });
    let Some((total, list)) = listed else { return };
    let told = sentences.iter().find_map(|sentence| {
        let (_, quantity, amount) =
            sentence.amounts().find(|(at, _, amount)| amount.unit == Unit::Bare && has(sentence.tail(*at), &DIED))?;
        Some((quantity, amount, sentence.passage.shift(quantity.span)))
    });
    let Some((_, amount, place)) = told.filter(|(.., place)| !place.overlaps(list)) else { return };
    if amount.value != total {
        let says = format!("{} died, but the dead that are counted make {}", amount.value, total);
        found.push(LintFinding::new(FindingKind::Casualties, Certainty::Doubt, says, vec![place, list]));
    }
}
