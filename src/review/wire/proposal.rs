//! A proposal as JSON: why the program suggested a claim.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::{Article, ClaimId, Extra, Proposal, Reason, Span, Why, Whys};
use super::WireError;

/// `proposal`: why the program suggested a claim.
#[derive(Debug, Serialize, Deserialize)]
pub struct ProposalShape<'a> {
    /// Between 0 and 1.
    pub score: f64,
    /// The reasons.
    #[serde(borrow, default)]
    pub reasons: Vec<ReasonShape<'a>>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One reason.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReasonShape<'a> {
    /// Which.
    #[serde(borrow)]
    pub code: Cow<'a, str>,
    /// In words.
    #[serde(borrow)]
    pub says: Cow<'a, str>,
    /// What it adds before the logistic.
    pub points: f64,
    /// First code point of its words.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Turns offsets of the file into bytes; inside a claim they are reckoned from its own.
pub(super) struct Offsets<'a> {
    article: &'a Article,
    /// The code points of a claim, and where they stand.
    claim: Option<(RangeInclusive<usize>, Span)>,
}

impl<'a> Offsets<'a> {
    /// Offsets of `article`, the ones inside a claim reckoned from it.
    pub(super) const fn within(article: &'a Article, claim: Option<(RangeInclusive<usize>, Span)>) -> Self {
        Self { article, claim }
    }
}

impl Offsets<'_> {
    /// Code points `start..end` as bytes; `None` when they do not lie in the text in order.
    fn span(&self, start: usize, end: usize) -> Option<Span> {
        let span = Span::new(self.byte(start)?, self.byte(end)?);
        (span.start <= span.end).then_some(span)
    }

    fn byte(&self, point: usize) -> Option<usize> {
        let Some((points, span)) = self.claim.as_ref().filter(|(points, _)| points.contains(&point)) else {
            return self.article.byte(point);
        };
        let behind = point - points.start();
        if points.end() - points.start() == span.len() {
            return Some(span.start + behind);
        }
        let mut rest = self.article.words(*span).chars();
        if behind > 0 {
            rest.nth(behind - 1);
        }
        Some(span.end - rest.as_str().len())
    }
}

impl<'a> ProposalShape<'a> {
    /// `proposal` as the file has it.
    pub(super) fn of(article: &Article, proposal: &'a Proposal) -> Self {
        let reasons = proposal.reasons.iter().map(|reason| ReasonShape {
            code: reason.code.as_ref().into(),
            says: reason.says.as_ref().into(),
            points: reason.points,
            start: article.code_point(reason.span.start),
            end: article.code_point(reason.span.end),
            extra: reason.extra.clone(),
        });
        Self { score: proposal.score, reasons: reasons.collect(), extra: proposal.extra.clone() }
    }

    /// The proposal of `claim`; what its reasons say is shared with those that had the same `whys`.
    ///
    /// # Errors
    /// When a reason points outside the article.
    pub(super) fn into_proposal(
        self,
        offsets: &Offsets<'_>,
        whys: &mut Whys,
        claim: &ClaimId,
    ) -> Result<Proposal, WireError> {
        let mut reasons = Vec::with_capacity(self.reasons.len());
        for reason in self.reasons {
            let span = offsets.span(reason.start, reason.end).ok_or_else(|| WireError::Offsets {
                place: format!("claim {claim}, reason {}", reason.code),
                start: reason.start,
                end: reason.end,
                total: offsets.article.text().chars().count(),
            })?;
            let ReasonShape { code, says, points, extra, .. } = reason;
            let mut why = whys.of(&code, &says, points);
            if !extra.is_empty() {
                why = Arc::new(Why { extra, ..Why::clone(&why) });
            }
            reasons.push(Reason { why, span });
        }
        Ok(Proposal { score: self.score, reasons, extra: self.extra })
    }
}
