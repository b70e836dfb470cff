//! Figures of the headline, dek and captions against the body.

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintBlock, LintSentence};
use super::values::stems;
use crate::quantity::{Decimal, Quantity, QuantityRelation, QuantityValue, Unit, compare, same_unit};
use crate::review::BlockKind;

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

/// Figures of the headline, dek and captions that the body tells otherwise.
pub(super) fn headline(passages: &[LintBlock<'_>], found: &mut Vec<LintFinding>) {
    let sentences = |wanted: fn(&BlockKind) -> bool| -> Vec<LintSentence<'_>> {
        passages.iter().filter(|passage| wanted(&passage.kind)).flat_map(LintBlock::sentences).collect()
    };
    let heads = sentences(|kind| name(kind).is_some());
    if !heads.iter().any(|head| head.quantities.iter().any(is_telling)) {
        return;
    }
    // Captions are text to the headline, and beside the text by themselves.
    let (below, body) = (sentences(|kind| !is_title(kind)), sentences(|kind| name(kind).is_none()));
    for head in heads.iter().take(MOST_HEADS) {
        let body = if is_title(&head.passage.kind) { &below } else { &body };
        let about = stems(head);
        for quantity in head.quantities.iter().filter(|quantity| is_telling(quantity)) {
            let mut told =
                body.iter().flat_map(|sentence| sentence.quantities.iter().map(move |other| (sentence, other)));
            if told.clone().take(MOST).any(|(_, other)| is_told(quantity, other)) {
                continue;
            }
            // Of what the body says, the sentence that is most about the headline's matter.
            let share = |(sentence, other): (&LintSentence<'_>, &Quantity)| {
                let own = stems(sentence);
                let shared = about.intersection(&own).count();
                (shared >= 2 && same_sort(head, quantity, sentence, other)).then(|| shared * 100 / own.len().max(1))
            };
            let best = told
                .by_ref()
                .take(MOST)
                .filter_map(|(sentence, other)| Some((share((sentence, other))?, sentence, other)));
            let best = best.max_by_key(|(share, _, other)| (*share, std::cmp::Reverse(other.span.start)));
            if let Some((_, sentence, other)) = best {
                let block = name(&head.passage.kind).unwrap_or("headline");
                let says =
                    format!("The {block} says {}, the body {}", head.exact(quantity.span), sentence.exact(other.span));
                let spans = vec![head.passage.shift(quantity.span), sentence.passage.shift(other.span)];
                found.push(LintFinding::new(FindingKind::Headline, Certainty::Doubt, says, spans));
            }
        }
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
    let next = |sentence: &LintSentence<'_>, quantity: &Quantity| {
        let word: String = sentence
            .after(quantity.span.end)
            .chars()
            .skip_while(|c| !c.is_alphabetic())
            .take_while(|c| c.is_alphabetic())
            .take(6)
            .collect();
        word
    };
    let same_word = || {
        let word = next(head, one);
        word.len() > 3 && word == next(sentence, other)
    };
    match (&one.value, &other.value) {
        // "Man, 34, held": an age.
        (QuantityValue::Amount(a), QuantityValue::Amount(b)) if a.unit == Unit::Bare && b.unit == Unit::Age => {
            head.lead(place).ends_with(", ") && head.tail(place).starts_with(',')
        }
        (QuantityValue::Amount(a), QuantityValue::Amount(b)) if a.unit == Unit::Bare => {
            b.unit == Unit::Bare && (same_word() || died(head, one) && died(sentence, other))
        }
        (QuantityValue::Amount(a), QuantityValue::Amount(b)) => same_unit(a.unit, b.unit),
        (QuantityValue::Ordinal(_), QuantityValue::Ordinal(_)) => same_word(),
        _ => false,
    }
}

/// True where a figure counts the dead: "seven dead", "nine people died".
fn died(sentence: &LintSentence<'_>, quantity: &Quantity) -> bool {
    const DIED: [&str; 6] = ["dead", "died", "die", "killed", "dies", "deaths"];
    sentence.after(quantity.span.end).split_whitespace().take(4).any(|word| DIED.contains(&word))
}
