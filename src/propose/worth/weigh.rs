//! From a sentence to its score: findings, points, and the words of each reason.

use std::borrow::Cow;
use std::sync::Arc;

use super::findings::{Findings, ReasonHit};
use super::form::SentenceForm;
use super::language::LanguageTraits;
use super::reasons::ReasonCode;
use super::weights::Weights;
use super::words::words;
use super::{against, figures, names, signals};
use crate::propose::rows;
use crate::review::{Article, BlockKind, Extra, Proposal, Reason, Span, Why};

/// Characters of the article's words that a reason repeats.
const REPEATED: usize = 48;

/// Weighs one sentence of `article`. Nothing outside `span` counts, except the article's language and the kind of
/// its block.
pub(in crate::propose) fn weigh(article: &Article, span: Span, weights: &Weights) -> Proposal {
    let found = found_in(article, span);
    in_words(&found, score_of(&found, weights), article, span, weights)
}

/// [`weigh`], for a sentence that scores at least `least`.
pub(in crate::propose) fn weigh_from(least: f64, article: &Article, span: Span, weights: &Weights) -> Option<Proposal> {
    let found = found_in(article, span);
    let score = score_of(&found, weights);
    (score >= least).then(|| in_words(&found, score, article, span, weights))
}

/// The score that [`weigh`] gives, without its reasons in words.
pub(in crate::propose) fn score(article: &Article, span: Span, weights: &Weights) -> f64 {
    score_of(&found_in(article, span), weights)
}

/// The score that what was found comes to, from 0 to 1: the logistic of the points.
fn score_of(found: &[ReasonHit], weights: &Weights) -> f64 {
    let sum = found.iter().fold(weights.bias(), |sum, finding| sum + points(finding, weights));
    round(1.0 / (1.0 + (-sum).exp()), 10_000.0)
}

/// What was found at `span`, as reasons in words.
fn in_words(found: &[ReasonHit], score: f64, article: &Article, span: Span, weights: &Weights) -> Proposal {
    let reason = |finding: &ReasonHit| {
        let says = says(finding, article.text(), span);
        let code = Cow::Borrowed(finding.code.row().code);
        let points = points(finding, weights);
        Reason { why: Arc::new(Why { code, says, points, extra: Extra::default() }), span: finding.span }
    };
    Proposal { score, reasons: found.iter().map(reason).collect(), extra: Extra::default() }
}

/// What a finding adds, as it is shown.
fn points(finding: &ReasonHit, weights: &Weights) -> f64 {
    round(finding.amount * weights.of(finding.code), 100.0)
}

/// What speaks for and against checking the words of `article` at `span`, in their order.
pub(super) fn found_in(article: &Article, span: Span) -> Vec<ReasonHit> {
    let block = article.blocks().get(article.block_at(span.start));
    let prominent = matches!(block.map(|block| &block.kind), Some(BlockKind::Headline | BlockKind::Dek));
    let tabular = block.is_some_and(|block| rows::is_row(article.words(block.span)));
    found(article.text(), &article.language, |english| SentenceForm { whole: span, english, prominent, tabular })
}

/// What speaks for and against checking a sentence of `text` of the `form` that it has where its words are known or not, in the order of its
/// words. Shapes (numbers, dates, names, marks, length) count in every language, words in English only; a text whose language is
/// unknown is taken for English.
fn found(text: &str, language: &str, form: impl Fn(bool) -> SentenceForm) -> Vec<ReasonHit> {
    let language = LanguageTraits::of(language);
    let english = language.english;
    let form = form(english);
    let tokens = words(text, form.whole, english);
    let mut found = Findings::new();
    figures::find(&tokens, english, &mut found);
    names::find(&tokens, language, &mut found);
    signals::find(&tokens, &mut found);
    against::find(&tokens, &mut found);
    form.find(&tokens, &mut found);
    found.in_order()
}

/// The reason in words, with those it points at unless that is the whole sentence.
fn says(finding: &ReasonHit, text: &str, sentence: Span) -> Box<str> {
    let says = finding.code.row().says;
    let words = finding.span.of(text);
    if finding.span.len() == sentence.len() || finding.code == ReasonCode::Question {
        return says.into();
    }
    let short = if words.len() > REPEATED { words.char_indices().nth(REPEATED) } else { None };
    match short.and_then(|(end, _)| words.get(..end)) {
        Some(short) => [says, ": ", short.trim_end(), "…"].concat().into(),
        None => [says, ": ", words].concat().into(),
    }
}

/// `value` to the nearest part of `parts`; the score follows from the points as they are shown.
pub(super) fn round(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}
