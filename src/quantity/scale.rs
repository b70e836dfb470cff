//! How an amount was written: with which scale words.

use rust_decimal::Decimal;

use super::lexicon;
use super::token::{LexemeKind, tokens};
use super::words::power;
use crate::text::Span;

/// The scale words of an amount: "lakh crore" of "2 lakh crore rupees".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleWords<'a> {
    /// The words as they stand.
    pub words: &'a str,
    /// What they multiply by.
    pub times: Decimal,
    /// True for lakh and crore.
    pub indian: bool,
}

/// The scale words in `words`, which are those of one amount in `language` (BCP 47); `None` where it has none.
pub fn scale_words<'a>(words: &'a str, language: &str) -> Option<ScaleWords<'a>> {
    let lexicon = lexicon::of(language);
    let tokens = tokens(words);
    let text = |span: Span| span.of(words);
    let scales = tokens.iter().filter(|token| token.kind == LexemeKind::Word).filter_map(|token| {
        let power = lexicon.get(text(token.span()))?.scale?;
        Some((token.span(), power))
    });
    let (mut span, mut sum): (Option<Span>, u8) = (None, 0);
    for (own, power) in scales {
        span = Some(Span::new(span.map_or(own.start, |span| span.start), own.end));
        sum = sum.checked_add(power)?;
    }
    let words = text(span?);
    let low = words.to_lowercase();
    Some(ScaleWords { words, times: power(sum), indian: low.contains("lakh") || low.contains("crore") })
}
