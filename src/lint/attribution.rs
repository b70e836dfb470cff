//! One quotation from two mouths.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

use foldhash::fast::RandomState;

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::names::CapitalisedWords;
use super::passage::LintBlock;
use crate::propose::QuotedSpan;
use crate::quantity::{Lexeme, LexemeKind};
use crate::review::Article;
use crate::text::Span;

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
    words: &CapitalisedWords<'_>,
    found: &mut Vec<LintFinding>,
) {
    // By the letters alone, so that nothing is copied for a quotation that stands once.
    let mut seen: HashMap<u64, Span, RandomState> = HashMap::default();
    let hasher = RandomState::default();
    for quote in quotes {
        let exact = article.words(quote.words);
        if exact.len() > 2000 || exact.split_whitespace().take(SHORTEST).count() < SHORTEST {
            continue;
        }
        let Some(first) = seen.insert(letters(exact, &hasher), quote.words) else { continue };
        if !folded(exact).eq(folded(article.words(first))) {
            continue;
        }
        let (one, other) = (speaker(words.passages, first), speaker(words.passages, quote.words));
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

fn letters(exact: &str, hasher: &RandomState) -> u64 {
    let mut hash = hasher.build_hasher();
    folded(exact).for_each(|c| hash.write_u32(u32::from(c)));
    hash.finish()
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
        let first = passage.tokens.partition_point(|token| token.span.start < from);
        let last = passage.tokens.partition_point(|token| token.span.end <= to);
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
    let text = |token: &Lexeme| token.span.of(passage.text);
    let verb = tokens.iter().position(|token| SAYS.contains(&text(token)))?;
    let is_name = |token: &&Lexeme| token.kind == LexemeKind::Word && text(token).starts_with(char::is_uppercase);
    let behind: Vec<&Lexeme> = tokens.get(verb + 1..)?.iter().take_while(is_name).collect();
    let mut before: Vec<&Lexeme> = tokens.get(..verb)?.iter().rev().take_while(is_name).collect();
    before.reverse();
    let name = if behind.is_empty() { before } else { behind };
    // One word may be a post or a pronoun: "The mayor", "He".
    let (first, last) = (name.first()?, name.last()?);
    (name.len() >= 2 && name.len() <= 4).then(|| Span::new(first.span.start, last.span.end))
}
