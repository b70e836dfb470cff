//! A sentence's tokens as the grammar reads them: what stands in quotation marks is one token, and so is what stands in parentheses.

use super::quotes::QuotedSpan;
use crate::propose::tokens::{Token, TokenKind, cut};
use crate::review::Span;

/// The most tokens read of a sentence: beyond them it is no prose, and what looks around in it stays cheap.
const MOST: usize = 600;

/// Characters of the longest aside.
const ASIDE: usize = 200;

/// Reads the tokens of `sentence` (bytes of `text`) into `tokens`; `quotes` begin with the first that may overlap it.
pub(super) fn read<'a>(text: &'a str, sentence: Span, quotes: &[QuotedSpan], tokens: &mut Vec<Token<'a>>) {
    tokens.clear();
    let mut at = sentence.start;
    let inside = quotes.iter().map(|quote| quote.marked).take_while(|quote| quote.start < sentence.end);
    for quote in inside.filter(|quote| quote.overlaps(sentence)) {
        let span = Span::new(quote.start.max(sentence.start), quote.end.min(sentence.end));
        if span.start < at {
            continue;
        }
        stretch(text, Span::new(at, span.start), tokens);
        tokens.push(Token::of(TokenKind::Quote, span.of(text), span));
        at = span.end;
    }
    stretch(text, Span::new(at, sentence.end), tokens);
}

/// The tokens of a stretch without quotations.
fn stretch<'a>(text: &'a str, span: Span, tokens: &mut Vec<Token<'a>>) {
    let first = tokens.len();
    cut(text, span, true, MOST, tokens);
    let mut kept = first;
    let mut at = first;
    while let Some(token) = tokens.get(at).copied() {
        let close = aside(tokens.get(at..).unwrap_or_default());
        let group = close.and_then(|close| tokens.get(at + close)).map(|last| {
            let span = Span::new(token.span.start, last.span.end);
            Token::of(TokenKind::Aside, span.of(text), span)
        });
        at += close.unwrap_or(0) + 1;
        if token.kind != TokenKind::Sign
            && let Some(slot) = tokens.get_mut(kept)
        {
            *slot = group.unwrap_or(token);
            kept += 1;
        }
    }
    tokens.truncate(kept);
}

/// How far behind the first of `tokens` the aside ends that it opens.
fn aside(tokens: &[Token<'_>]) -> Option<usize> {
    let open = tokens.first().filter(|token| matches!(token.mark(), Some('(' | '[')))?;
    let close = tokens.iter().position(|token| matches!(token.mark(), Some(')' | ']')))?;
    tokens.get(close).filter(|close| close.span.end - open.span.start <= ASIDE)?;
    Some(close)
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, read};
    use crate::propose::speakers::quotes::QuotedSpan;
    use crate::review::Span;

    #[test]
    fn an_aside_is_one_token_and_signs_are_left_out() {
        let mut tokens = Vec::new();
        let text = "Grant (D-Lund), 47, paid $5 (or so";
        read(text, Span::new(0, text.len()), &[], &mut tokens);
        let words: Vec<_> = tokens.iter().map(|token| token.text).collect();
        assert_eq!(words, ["Grant", "(D-Lund)", ",", "47", ",", "paid", "5", "(", "or", "so"]);
    }

    #[test]
    fn a_quotation_is_one_token() {
        let text = "“We wait,” Roe said.";
        let end = "“We wait,”".len();
        let quote = QuotedSpan { words: Span::new(3, end - 3), marked: Span::new(0, end), block: 0, continues: false };
        let mut tokens = Vec::new();
        read(text, Span::new(0, text.len()), &[quote], &mut tokens);
        assert_eq!(tokens.first().map(|token| token.kind), Some(TokenKind::Quote));
        assert_eq!(tokens.len(), 4);
    }

    #[test]
    fn a_sentence_without_end_is_read_only_so_far() {
        let mut tokens = Vec::new();
        let text = "said ".repeat(100_000);
        read(&text, Span::new(0, text.len()), &[], &mut tokens);
        assert_eq!(tokens.len(), super::MOST);
    }
}
