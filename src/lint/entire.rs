//! All of something against how many there are: "the theatre has 800 seats … all 900 seats were taken".

use std::collections::VecDeque;

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintBlock, exactly};
use crate::quantity::{Decimal, Quantity, Unit};
use crate::text::Span;

/// Figures before "all 900 seats" among which it is told how many there are.
const BACK: usize = 24;

/// Words right before the number of all.
const ALL: [&str; 10] =
    ["all", "all of the", "all of its", "all the", "alle", "alla", "tous les", "toutes les", "todos los", "todas las"];

/// A number of things, with the beginning of the word for them.
struct CountMention<'a> {
    value: Decimal,
    noun: &'a str,
    place: Span,
    /// The sentence that it stands in.
    sentence: Span,
}

/// Numbers of all that there are of something in `passages`, where it was told otherwise before.
pub(super) fn entire(passages: &[LintBlock<'_>], found: &mut Vec<LintFinding>) {
    let rows = || passages.iter().flat_map(|passage| passage.rows().map(move |(span, own)| (passage, span, own)));
    let mut last: VecDeque<CountMention<'_>> = VecDeque::with_capacity(BACK);
    for (passage, span, own) in rows() {
        for quantity in own {
            let Some(count) = counted(passage, span, quantity) else { continue };
            let lead = passage.text.get(span.start..quantity.span.start).unwrap_or_default();
            if is_all(lead)
                && let Some(finding) = otherwise(&last, &count)
            {
                found.push(finding);
                return;
            }
            if last.len() == BACK {
                last.pop_front();
            }
            last.push_back(count);
        }
    }
}

fn is_all(lead: &str) -> bool {
    let lead = lead.trim_end();
    ALL.iter().any(|words| {
        let at = lead.len().checked_sub(words.len());
        let own = at.and_then(|at| lead.split_at_checked(at));
        own.is_some_and(|(before, last)| last.eq_ignore_ascii_case(words) && !before.ends_with(char::is_alphanumeric))
    })
}

/// "900 seats", "a 12-member board".
fn counted<'a>(passage: &LintBlock<'a>, span: Span, quantity: &Quantity) -> Option<CountMention<'a>> {
    let amount =
        quantity.amount().filter(|amount| amount.unit == Unit::Bare && amount.upto.is_none() && exactly(quantity))?;
    let tail = passage.text.get(quantity.span.end..span.end)?;
    let word = tail.strip_prefix([' ', '-'])?;
    let word = word.split(|c: char| !c.is_alphabetic()).next()?;
    let noun = word.strip_suffix('s').unwrap_or(word);
    let small = noun.starts_with(char::is_lowercase) && noun.len() > 3 && amount.value > Decimal::ONE;
    small.then(|| CountMention {
        value: amount.value,
        noun,
        place: passage.shift(quantity.span),
        sentence: passage.shift(span),
    })
}

/// How many there are by the one number that was told of them before `all`, where it is another.
fn otherwise(before: &VecDeque<CountMention<'_>>, all: &CountMention<'_>) -> Option<LintFinding> {
    let mut own = before.iter().filter(|count| count.noun == all.noun);
    let (one, None) = (own.next()?, own.next()) else { return None };
    // What the text itself comes to: "800 seats below and 100 above … all 900 seats".
    let sum = |one: &CountMention<'_>, other: &CountMention<'_>| one.value.checked_add(other.value) == Some(all.value);
    let difference =
        |one: &CountMention<'_>, other: &CountMention<'_>| one.value.checked_sub(other.value) == Some(all.value);
    let told = before.iter().any(|count| count.value == all.value)
        || before.iter().zip(before.iter().skip(1)).any(|(one, other)| sum(one, other) || difference(one, other));
    let near = one.value * Decimal::TWO > all.value && all.value * Decimal::TWO > one.value;
    let alike = one.value != all.value && near && one.sentence != all.sentence;
    let says = || format!("{} {}s here, all {} there: one number with two values?", one.value, one.noun, all.value);
    (alike && !told)
        .then(|| LintFinding::new(FindingKind::Quantity, Certainty::Doubt, says(), vec![one.place, all.place]))
}
