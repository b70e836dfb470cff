//! Figures of the headline, dek and captions against the body.

use std::cmp::Reverse;

use super::cues::CueSet;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintBlock, LintSentence};
use super::values::{Stems, stems};
use crate::quantity::{Decimal, Quantity, QuantityRelation, QuantityValue, Unit, compare, same_unit};
use crate::review::BlockKind;
use crate::text::Span;

/// Figures of the body that one of the headline, dek or a caption is set beside.
const MOST: usize = 5000;

/// Sentences of headline, dek and captions that are looked at: an article has a few, a page of pictures thousands.
const MOST_HEADS: usize = 200;

/// What a block that stands beside the body is called; `None` for the body itself.
fn name(kind: &BlockKind) -> Option<&'static str> {
    match kind {
        BlockKind::Headline => Some("headline"),
        BlockKind::Dek => Some("dek"),
        BlockKind::Caption => Some("caption"),
        BlockKind::Heading
        | BlockKind::Paragraph
        | BlockKind::ListItem
        | BlockKind::Quote
        | BlockKind::Furniture
        | BlockKind::Other(_) => None,
    }
}

fn is_title(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Headline | BlockKind::Dek)
}

/// A sentence of the body before its words are looked at: of most only the figures are.
type BodyRow<'a> = (&'a LintBlock<'a>, Span, &'a [Quantity]);

/// Figures of the headline, dek and captions that the body tells otherwise.
pub(super) fn headline(passages: &[LintBlock<'_>], found: &mut Vec<LintFinding>) {
    let heads = passages.iter().filter(|passage| name(passage.kind).is_some());
    let body = passages.iter().find(|passage| *passage.kind == BlockKind::Paragraph);
    let first = body.and_then(|body| body.rows().next().filter(|(span, _)| span.start == 0).map(|_| body.base));
    let telling = |quantities: &[Quantity]| quantities.iter().any(is_telling);
    let heads = heads.flat_map(|passage| passage.sentences_where(telling));
    for head in heads.take(MOST_HEADS) {
        // Captions are text to the headline, and beside the text by themselves.
        let below = |kind: &BlockKind| if is_title(head.passage.kind) { !is_title(kind) } else { name(kind).is_none() };
        let rows = passages.iter().filter(|passage| below(passage.kind));
        let rows = rows.flat_map(|passage| passage.rows().map(move |(span, own)| (passage, span, own)));
        let told = || {
            let all = rows.clone().flat_map(|row: BodyRow<'_>| row.2.iter().map(move |other| (row, other)));
            all.take(MOST)
        };
        let mut about: Option<Stems> = None;
        for quantity in head.quantities.iter().filter(|quantity| is_telling(quantity)) {
            if told().any(|(_, other)| is_told(quantity, other)) || is_sum(quantity, rows.clone().map(|row| row.2)) {
                continue;
            }
            // Of what the body says, the sentence that is most about the headline's matter.
            let about = about.get_or_insert_with(|| stems(&head));
            let share = |((passage, span, own), other): (BodyRow<'_>, &Quantity)| {
                let sentence = LintSentence::new(passage, span, own, CueSet::NONE);
                let own = stems(&sentence);
                let shared = about.shared(&own);
                // The sentence that the article begins with says what the headline says.
                let opens = || {
                    shared == 1
                        && Some(passage.base + span.start) == first
                        && only(quantity, head.quantities)
                        && only(other, sentence.quantities)
                };
                (shared >= 2 || opens())
                    .then(|| same_sort(&head, quantity, &sentence, other).then(|| shared * 100 / own.len().max(1)))?
            };
            let alike = told().filter(|(_, other)| may_be_one(quantity, other));
            let best = alike
                .filter_map(|(row, other)| Some((share((row, other))?, row, other)))
                .max_by_key(|(share, _, other)| (*share, Reverse(other.span.start)));
            if let Some((_, (passage, ..), other)) = best {
                let block = name(head.passage.kind).unwrap_or("headline");
                let (here, there) = (head.exact(quantity.span), other.span.of(passage.text));
                let says = format!("The {block} says {here}, the body {there}");
                let spans = vec![head.passage.shift(quantity.span), passage.shift(other.span)];
                found.push(LintFinding::new(FindingKind::Headline, Certainty::Doubt, says, spans));
            }
        }
    }
}

/// True when `quantity` is the only amount in its unit among `all`.
fn only(quantity: &Quantity, all: &[Quantity]) -> bool {
    let unit = |quantity: &Quantity| quantity.amount().map(|amount| amount.unit);
    all.iter().filter(|other| unit(other).is_some() && unit(other) == unit(quantity)).count() == 1
}

/// True when two figures may be of one sort, before their words are looked at.
fn may_be_one(one: &Quantity, other: &Quantity) -> bool {
    match (&one.value, &other.value) {
        (QuantityValue::Amount(a), QuantityValue::Amount(b)) => {
            same_unit(a.unit, b.unit) || a.unit == Unit::Bare && b.unit == Unit::Age
        }
        (QuantityValue::Ordinal(_), QuantityValue::Ordinal(_)) => true,
        _ => false,
    }
}

/// True when a figure of the body says what one of the headline says; a bare one may be an age or a sum there.
fn is_told(quantity: &Quantity, other: &Quantity) -> bool {
    let value = |quantity: &Quantity| quantity.amount().map(|amount| amount.value);
    let bare = quantity.amount().is_some_and(|amount| amount.unit == Unit::Bare);
    let same = bare && value(quantity) == value(other);
    let relation = compare(quantity, other);
    same || matches!(relation, QuantityRelation::Equal | QuantityRelation::Rounded | QuantityRelation::Converted)
}

/// True where a headline's figure is what two or three of one sentence make: "cuts 900 jobs" over "400 this year and 500 next".
fn is_sum<'a>(quantity: &Quantity, rows: impl Iterator<Item = &'a [Quantity]>) -> bool {
    let Some(whole) = quantity.amount() else { return false };
    let alike = |other: &'a Quantity| other.amount().filter(|other| same_unit(whole.unit, other.unit));
    rows.take(MOST).any(|own| {
        let parts: Vec<Decimal> = own.iter().filter_map(alike).map(|amount| amount.value).collect();
        let makes = |run: &[Decimal]| {
            run.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part)) == Some(whole.value)
        };
        parts.windows(2).any(makes) || parts.windows(3).any(makes)
    })
}

/// True for figures that a body repeats: shares, places in a row, money and large numbers.
fn is_telling(quantity: &Quantity) -> bool {
    match &quantity.value {
        QuantityValue::Amount(amount) => {
            // "One" is mostly no count.
            !matches!(amount.unit, Unit::Part) && (!amount.in_words || amount.value >= Decimal::TWO)
        }
        QuantityValue::Ordinal(place) => *place > 3,
        QuantityValue::Date(_) | QuantityValue::Clock(_) => false,
    }
}

/// True when two figures are of one sort, and of the same thing as far as the next word tells.
fn same_sort(head: &LintSentence<'_>, one: &Quantity, sentence: &LintSentence<'_>, other: &Quantity) -> bool {
    let place = head.quantities.iter().position(|quantity| quantity == one).unwrap_or(0);
    // "300 new seats" and "200 new seats"; of few things the first word is the same.
    let large = |quantity: &Quantity| quantity.amount().is_some_and(|amount| amount.value >= Decimal::TEN);
    let most = if large(one) && large(other) { 2 } else { 1 };
    let root = |word: &'_ str| word.floor_char_boundary(6);
    let same_word = || {
        next_words(head, one).take(most).filter(|word| word.len() > 3).any(|word| {
            next_words(sentence, other).take(most).any(|own| own.get(..root(own)) == word.get(..root(word)))
        })
    };
    match (&one.value, &other.value) {
        // "Man, 34, held": an age.
        (QuantityValue::Amount(a), QuantityValue::Amount(b)) if a.unit == Unit::Bare && b.unit == Unit::Age => {
            head.lead(place).ends_with(", ") && head.tail(place).starts_with(',')
        }
        (QuantityValue::Amount(a), QuantityValue::Amount(b)) if a.unit == Unit::Bare => {
            let happened = || event(head, one).is_some_and(|own| event(sentence, other) == Some(own));
            b.unit == Unit::Bare && (same_word() || happened())
        }
        (QuantityValue::Amount(a), QuantityValue::Amount(b)) => same_unit(a.unit, b.unit),
        (QuantityValue::Ordinal(_), QuantityValue::Ordinal(_)) => same_word(),
        _ => false,
    }
}

/// The two words behind a figure, as far as nothing parts them from it.
fn next_words<'a>(sentence: &'a LintSentence<'_>, quantity: &Quantity) -> impl Iterator<Item = &'a str> {
    let clause = sentence.after(quantity.span.end).split([',', ';', '(', ':', '.']).next().unwrap_or_default();
    clause.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(2)
}

/// What happened to those that a figure counts, told in one of these words.
const EVENTS: [&[&str]; 5] = [
    &["dead", "died", "die", "killed", "dies", "deaths", "kills", "killing", "tote", "morts", "muertos", "döda"],
    &[
        "hurt",
        "injured",
        "wounded",
        "injures",
        "hurts",
        "injuring",
        "verletzt",
        "verletzte",
        "blessés",
        "heridos",
        "skadade",
    ],
    &["arrested", "detained", "charged", "festgenommen", "arrêtés", "detenidos", "gripna"],
    &["missing", "vermisst", "disparus", "desaparecidos", "saknas"],
    &["rescued", "saved", "evacuated", "gerettet"],
];

/// Which of [`EVENTS`] happened to those that a figure counts: "seven dead", "nine people died", "kills 12".
fn event(sentence: &LintSentence<'_>, quantity: &Quantity) -> Option<usize> {
    let of = |word: &str| EVENTS.iter().position(|words| words.contains(&word));
    let before = sentence.before(quantity.span.start, 16);
    let last = before.trim_end().rsplit(' ').next().and_then(of);
    let clause = sentence.after(quantity.span.end).split([',', ';', '(', ':', '.']).next().unwrap_or_default();
    last.or_else(|| clause.split_whitespace().take(4).find_map(of))
}
