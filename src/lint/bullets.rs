//! Lists of their own lines against the count that opens them: "the plan has four aims:" above three bullets, "Five things to know" above
//! four numbered headings.

use super::ages::whole;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::lists::{SOME, counts};
use super::passage::{LintBlock, LintSentence, exactly};
use crate::quantity::{LexemeKind, Quantity, Unit};
use crate::review::BlockKind;
use crate::text::Span;

/// Blocks behind a list among which it may go on.
const NEAR: usize = 3;

/// Numbered headings that make a list.
const FEWEST: usize = 3;

/// Words before the count of a headline: "Here are five things".
const FIRST: usize = 3;

/// Counts of `passages` that the lists below them do not bear out.
pub(super) fn bullets(text: &str, passages: &[LintBlock<'_>], found: &mut Vec<LintFinding>) {
    let is_item = |at: usize| passages.get(at).is_some_and(|passage| *passage.kind == BlockKind::ListItem);
    for (at, passage) in passages.iter().enumerate().filter(|(at, _)| !is_item(*at) && is_item(at + 1)) {
        let items =
            passages.get(at + 1..).unwrap_or_default().iter().take_while(|item| *item.kind == BlockKind::ListItem);
        found.extend(opened(text, passage, items.count(), passages.get(at + 1..).unwrap_or_default()));
    }
    found.extend(headings(passages));
}

/// The count at the end of `passage`, which opens a list, and of what it is.
fn opened(text: &str, passage: &LintBlock<'_>, items: usize, behind: &[LintBlock<'_>]) -> Option<LintFinding> {
    let end = passage.text.trim_end();
    let sentence = passage.sentences().last().filter(|last| end.ends_with(':') && last.span.end >= end.len())?;
    let (quantity, count) = counted(&sentence)?;
    let list = behind.get(..items)?;
    // Items that open lists of their own, or a list that goes on behind a paragraph.
    let indent = |item: &LintBlock<'_>| {
        let before = text.get(..item.base).unwrap_or_default();
        before.chars().rev().take_while(|c| matches!(c, ' ' | '\t')).count()
    };
    let nested = list.iter().any(|item| item.text.trim_end().ends_with(':'))
        || list.windows(2).any(|pair| matches!(pair, [one, other] if indent(one) != indent(other)));
    let goes_on = behind.get(items..)?.iter().take(NEAR).any(|block| *block.kind == BlockKind::ListItem);
    let told = i64::try_from(items).ok().filter(|told| *told != count && *told >= 2)?;
    if nested || goes_on || told > count + 1 {
        return None;
    }
    let (first, last) = (list.first()?, list.last()?);
    let place = Span::new(first.base, last.base + last.text.len());
    let says = format!("{told} are listed, the text says {}", sentence.exact(quantity.span));
    // Some of them may stand below others.
    let weight = if told < count { Certainty::Error } else { Certainty::Doubt };
    let whole = Span::new(first.base, first.base + first.text.len());
    let place = if place.len() > LONGEST { whole } else { place };
    Some(LintFinding::new(FindingKind::Count, weight, says, vec![passage.shift(quantity.span), place]))
}

/// Bytes of the longest list that is shown as a whole.
const LONGEST: usize = 280;

/// The one count of a sentence that a list follows.
fn counted<'a>(sentence: &LintSentence<'a>) -> Option<(&'a Quantity, i64)> {
    let mut counts_of = sentence.amounts().filter(|(.., amount)| amount.unit == Unit::Bare);
    let ((_, quantity, amount), None) = (counts_of.next()?, counts_of.next()) else { return None };
    let count = whole(amount.value).filter(|count| (2..=12).contains(count) && exactly(quantity))?;
    let before = sentence.before(quantity.span.start, 8);
    let noun = sentence.after(quantity.span.end).trim_start().split([' ', ':', ',']).next().unwrap_or_default();
    let plural = noun.len() > 3 && sentence.after(quantity.span.end).starts_with(' ');
    let near = sentence.after(quantity.span.end).split_whitespace().count() <= 9;
    let some = SOME.iter().any(|some| sentence.after(quantity.span.end).contains(some))
        || before.ends_with(" of ")
        || before.ends_with("of the ");
    (plural && near && !some && (amount.in_words || counts(sentence, quantity))).then_some((quantity, count))
}

/// "Five things to know" above headings numbered from one.
fn headings(passages: &[LintBlock<'_>]) -> Option<LintFinding> {
    let head = passages.iter().find(|passage| *passage.kind == BlockKind::Headline)?;
    let sentence = head.sentences().next()?;
    let (_, quantity, amount) = sentence.amounts().next()?;
    let count = whole(amount.value)
        .filter(|count| (2..=25).contains(count) && amount.unit == Unit::Bare && exactly(quantity))?;
    let early = sentence.low(sentence.span.start..quantity.span.start).split_whitespace().count() <= FIRST;
    let number = |passage: &&LintBlock<'_>| {
        let first = passage.tokens.iter().find(|token| token.kind != LexemeKind::Mark('#'))?;
        let figures = (first.kind == LexemeKind::Digits).then(|| first.span().of(passage.text))?;
        let marked = passage.text.get(first.span().end..)?.starts_with(['.', ')', ':']);
        figures.parse::<i64>().ok().filter(|_| marked).map(|number| (number, passage.base, passage.text.len()))
    };
    let all: Vec<(i64, usize, usize)> = passages
        .iter()
        .filter(|passage| *passage.kind == BlockKind::Heading)
        .filter_map(|passage| number(&passage))
        .take(30)
        .collect();
    let row = (1..).zip(&all).all(|(place, (number, ..))| place == *number);
    let told = i64::try_from(all.len()).ok().filter(|told| *told != count)?;
    let (_, at, len) = all.last().filter(|_| early && row && all.len() >= FEWEST)?;
    let says = format!("{told} are numbered, the headline says {}", sentence.exact(quantity.span));
    let spans = vec![head.shift(quantity.span), Span::new(*at, at + len)];
    Some(LintFinding::new(FindingKind::Count, Certainty::Doubt, says, spans))
}
