//! Collects what was found in a sentence: which reason, at which words, how much of it.

use super::reasons::{ReasonCode, TABLE};
use crate::propose::tokens::Token;
use crate::review::Span;

/// One case of a reason in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ReasonHit {
    /// Which reason.
    pub(super) code: ReasonCode,
    /// The words, in bytes of the article's text.
    pub(super) span: Span,
    /// How much of a clear case it is, repetition counted; the weight times this gives the points.
    pub(super) amount: f64,
}

/// Cases of one reason that still count: each half of the one before.
const REPEATS: u8 = 3;

/// What was found in a sentence.
#[derive(Debug)]
pub(super) struct Findings {
    list: Vec<ReasonHit>,
    seen: [u8; TABLE.len()],
}

impl Findings {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { list: Vec::with_capacity(12), seen: [0; TABLE.len()] }
    }

    /// Notes a case of `code` at `span` that is `amount` of a clear one. The second case of a reason counts half, the
    /// third a quarter, and later ones nothing: five figures say more than one, but not five times as much.
    pub(super) fn add(&mut self, code: ReasonCode, span: Span, amount: f64) {
        let Some(seen) = self.seen.get_mut(code as usize) else { return };
        if *seen < REPEATS {
            let amount = amount / f64::from(1_u8 << *seen);
            *seen += 1;
            self.list.push(ReasonHit { code, span, amount });
        }
    }

    /// Notes a case over the tokens from `first` to `last`.
    pub(super) fn over(&mut self, code: ReasonCode, first: &Token<'_>, last: &Token<'_>, amount: f64) {
        self.add(code, Span::new(first.span.start, last.span.end), amount);
    }

    /// Makes every case of `code` found so far `factor` of what it was.
    pub(super) fn scale(&mut self, code: ReasonCode, factor: f64) {
        for finding in self.list.iter_mut().filter(|finding| finding.code == code) {
            finding.amount *= factor;
        }
    }

    /// How many cases of `code` were found, at most three.
    pub(super) fn count(&self, code: ReasonCode) -> u8 {
        self.seen.get(code as usize).copied().unwrap_or(0)
    }

    /// True when a case of any of `codes` was found.
    pub(super) fn any(&self, codes: &[ReasonCode]) -> bool {
        codes.iter().any(|code| self.count(*code) > 0)
    }

    /// The cases, in the order of the words they point at.
    pub(super) fn in_order(mut self) -> Vec<ReasonHit> {
        self.list.sort_by_key(|finding| (finding.span.start, finding.span.end, finding.code));
        self.list
    }
}
