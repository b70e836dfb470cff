//! How much a sentence is worth checking, in named reasons with points.

use std::borrow::Cow;

use crate::review::{Article, Extra, Proposal, Reason, Span};

/// What a sentence without any reason scores before the logistic.
const BIAS: f64 = -0.5;

/// Weighs one sentence of `article`.
pub(super) fn weigh(article: &Article, span: Span) -> Proposal {
    let words = article.words(span);
    let mut reasons = Vec::new();
    if let Some(at) = words.find(|c: char| c.is_ascii_digit()) {
        let end = words.get(at..).and_then(|rest| rest.find(char::is_whitespace)).map_or(words.len(), |len| at + len);
        let found = Span::new(span.start + at, span.start + end);
        reasons.push(Reason {
            code: Cow::Borrowed("quantity"),
            says: format!("a quantity: {}", article.words(found)).into(),
            points: 1.4,
            span: found,
            extra: Extra::default(),
        });
    }
    let sum: f64 = reasons.iter().map(|reason| reason.points).sum();
    let score = 1.0 / (1.0 + (-(BIAS + sum)).exp());
    Proposal { score, reasons, extra: Extra::default() }
}
