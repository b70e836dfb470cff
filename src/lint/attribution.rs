//! One quotation from two mouths.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::LintBlock;
use crate::propose::QuotedSpan;
use crate::quantity::{Lexeme, LexemeKind};
use crate::review::Article;
use crate::text::Span;

/// Bytes of the longest quotation that is looked at.
const LONGEST: usize = 2000;

/// What stands in quotation marks more often than this is a saying, or a name.
const MOST: usize = 20;

/// Words of the shortest quotation that two people do not say by chance.
const SHORTEST: usize = 4;

/// Verbs that a speaker stands beside.
const SAYS: [&str; 26] = [
    "said",
    "says",
    "told",
    "added",
    "wrote",
    "declared",
    "stated",
    "replied",
    "explained",
    "insisted",
    "warned",
    "announced",
    "sagte",
    "sagt",
    "erklärte",
    "schrieb",
    "dit",
    "déclaré",
    "affirmé",
    "expliqué",
    "dijo",
    "declaró",
    "afirmó",
    "sade",
    "säger",
    "skrev",
];

/// Quotations that stand twice, each with a speaker of its own.
pub(super) fn attributions(
    article: &Article,
    quotes: &[QuotedSpan],
    passages: &[LintBlock<'_>],
    found: &mut Vec<LintFinding>,
) {
    // By the letters alone, so that nothing is copied for a quotation that stands once.
    let mut seen: HashMap<u64, (Span, usize), RandomState> = HashMap::default();
    for quote in quotes {
        let exact = article.words(quote.words);
        if exact.len() > LONGEST || exact.split_whitespace().take(SHORTEST).count() < SHORTEST {
            continue;
        }
        let (last, times) = seen.entry(letters(exact)).or_insert((quote.words, 0));
        *times += 1;
        let first = std::mem::replace(last, quote.words);
        if *times == 1 || *times > MOST || !folded(exact).eq(folded(article.words(first))) {
            continue;
        }
        let (one, other) = (speaker(passages, first), speaker(passages, quote.words));
        if let (Some((one, here)), Some((other, there))) = (one, other)
            && one != other
        {
            let says = format!("\"{}\" is said by {one} here and by {other} there", exact.trim_end_matches([',', '.']));
            let spans = vec![first, here, quote.words, there];
            found.push(LintFinding::new(FindingKind::Attribution, Certainty::Doubt, says, spans));
        }
    }
}

/// The words of a quotation in lower case, letter by letter, with single blanks between them.
fn folded(exact: &str) -> impl Iterator<Item = char> {
    let words = exact.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.flat_map(|word| word.chars().flat_map(char::to_lowercase).chain([' ']))
}

/// A number for the letters and figures of a quotation, whatever their case and what stands between them.
fn letters(exact: &str) -> u64 {
    let mix = |hash: u64, letter: u32| (hash.rotate_left(5) ^ u64::from(letter)).wrapping_mul(0x517c_c1b7_2722_0a95);
    let ascii = |hash: u64, byte: u8| {
        if byte.is_ascii_alphanumeric() { mix(hash, u32::from(byte.to_ascii_lowercase())) } else { hash }
    };
    if exact.is_ascii() {
        return exact.bytes().fold(0, ascii);
    }
    let small = exact.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    small.fold(0, |hash, letter| mix(hash, u32::from(letter)))
}

/// The last name of whoever says `quote`, and where the whole name stands: beside a verb of saying, in the same sentence.
fn speaker<'a>(passages: &[LintBlock<'a>], quote: Span) -> Option<(&'a str, Span)> {
    let at = passages.partition_point(|passage| passage.base + passage.text.len() <= quote.start);
    let passage = passages.get(at)?;
    let own = Span::new(quote.start.checked_sub(passage.base)?, quote.end.checked_sub(passage.base)?);
    // Behind the quotation, to the end of its sentence; else before it.
    let end = passage.sentence_at(own.end + 1).end.max(own.end);
    let start = passage.sentence_at(own.start).start.min(own.start);
    let within = |from: usize, to: usize| -> &[Lexeme] {
        let first = passage.tokens.partition_point(|token| token.span().start < from);
        let last = passage.tokens.partition_point(|token| token.span().end <= to);
        passage.tokens.get(first..last).unwrap_or_default()
    };
    let found = [within(own.end, end), within(start, own.start)].into_iter().find_map(|tokens| beside(passage, tokens));
    found.map(|span| {
        let name = span.of(passage.text);
        (name.rsplit(' ').next().unwrap_or(name), passage.shift(span))
    })
}

/// The name that stands right before or behind a verb of saying among `tokens`.
fn beside(passage: &LintBlock<'_>, tokens: &[Lexeme]) -> Option<Span> {
    let text = |token: &Lexeme| token.span().of(passage.text);
    let verb = tokens.iter().position(|token| SAYS.contains(&text(token)))?;
    let is_name = |token: &&Lexeme| token.kind == LexemeKind::Word && text(token).starts_with(char::is_uppercase);
    let behind: Vec<&Lexeme> = tokens.get(verb + 1..)?.iter().take_while(is_name).collect();
    let mut before: Vec<&Lexeme> = tokens.get(..verb)?.iter().rev().take_while(is_name).collect();
    before.reverse();
    let name = if behind.is_empty() { before } else { behind };
    // One word may be a post or a pronoun: "The mayor", "He".
    let (first, last) = (name.first()?, name.last()?);
    (name.len() >= 2 && name.len() <= 4).then(|| Span::new(first.span().start, last.span().end))
}
