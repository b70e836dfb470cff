//! A claim as JSON.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use super::super::{
    Article, Claim, ClaimId, Extra, Mark, Origin, Proposal, Reason, Record, Span, Speaker, Stamp, Stance, Verdict, Why,
    Whys,
};
use super::WireError;
use super::article::bytes;
use super::record::{ConflictShape, CorrectionShape, QueryShape, ReplyShape, SourceShape};

/// Code points of context kept before and after an anchor's words.
const CONTEXT: usize = 32;

/// `anchor`: where a claim sits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnchorShape<'a> {
    /// First code point of the article's text.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words.
    #[serde(borrow)]
    pub exact: Cow<'a, str>,
    /// Up to 32 code points before.
    #[serde(borrow, default)]
    pub prefix: Cow<'a, str>,
    /// Up to 32 code points after.
    #[serde(borrow, default)]
    pub suffix: Cow<'a, str>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

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

/// `speaker`: who asserts a claim.
#[derive(Debug, Serialize, Deserialize)]
pub struct SpeakerShape {
    /// As the article names them.
    pub name: String,
    /// How they stand to it.
    #[serde(default = "asserts")]
    pub stance: Stance,
    /// Through whom it reached the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One claim.
#[derive(Debug, Serialize, Deserialize)]
pub struct ClaimShape<'a> {
    /// Its id.
    pub id: ClaimId,
    /// Where it sits.
    #[serde(borrow)]
    pub anchor: AnchorShape<'a>,
    /// `proposed` or `added`.
    #[serde(default = "proposed")]
    pub origin: Origin,
    /// Why it was proposed.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<ProposalShape<'a>>,
    /// Who asserts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<SpeakerShape>,
    /// What it states, in the reviewer's words.
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    pub statement: Cow<'a, str>,
    /// The verdict; null is unchecked.
    #[serde(default)]
    pub verdict: Option<Verdict>,
    /// Nothing to check.
    #[serde(default)]
    pub dismissed: bool,
    /// The note.
    #[serde(borrow, default)]
    pub note: Cow<'a, str>,
    /// The sources.
    #[serde(default)]
    pub sources: Vec<SourceShape>,
    /// Words proposed instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<CorrectionShape>,
    /// A question and its answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<QueryShape>,
    /// The right of reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<ReplyShape>,
    /// The tags.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Who marked it.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub marked_by: Option<Cow<'a, str>>,
    /// When it was marked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marked_at: Option<Stamp>,
    /// Unsettled differences with another copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<ConflictShape>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

fn asserts() -> Stance {
    Stance::Asserts
}

fn proposed() -> Origin {
    Origin::Proposed
}

impl<'a> AnchorShape<'a> {
    /// The anchor of `span` (bytes) in `article`.
    pub fn of(article: &'a Article, span: Span) -> Self {
        let (prefix, suffix) = article.context(span, CONTEXT);
        Self {
            start: article.code_point(span.start),
            end: article.code_point(span.end),
            exact: article.words(span).into(),
            prefix: prefix.into(),
            suffix: suffix.into(),
            extra: Extra::default(),
        }
    }
}

impl AnchorShape<'_> {
    /// Where its words stand in `article`, in bytes: at its offsets, or, when a hand has mended the file, at the place
    /// nearest to them whose surroundings fit best. `None` when the words stand nowhere, or only inside a grapheme.
    pub fn resolve(&self, article: &Article) -> Option<Span> {
        self.in_place(article).or_else(|| self.looked_for(article))
    }

    /// Its words at its own offsets.
    fn in_place(&self, article: &Article) -> Option<Span> {
        let span = bytes(article, self.start, self.end)?;
        (!self.exact.is_empty() && article.words(span) == self.exact).then_some(span)
    }

    /// Its words anywhere.
    fn looked_for(&self, article: &Article) -> Option<Span> {
        if self.exact.is_empty() {
            return None;
        }
        let text = article.text();
        let wanted = article.byte(self.start).unwrap_or(text.len());
        text.match_indices(self.exact.as_ref())
            .map(|(at, words)| Span::new(at, at + words.len()))
            .filter(|span| whole_graphemes(text, *span))
            .min_by_key(|span| (self.strangeness(article, *span), span.start.abs_diff(wanted)))
    }

    /// How many of the two sides of `span` do not read as the anchor's prefix and suffix do.
    fn strangeness(&self, article: &Article, span: Span) -> usize {
        let (before, after) = article.context(span, CONTEXT);
        usize::from(!before.ends_with(self.prefix.as_ref())) + usize::from(!after.starts_with(self.suffix.as_ref()))
    }
}

/// Turns offsets of the file into bytes; inside a claim they are reckoned from its own.
struct Offsets<'a> {
    article: &'a Article,
    /// The code points of a claim, and where they stand.
    claim: Option<(RangeInclusive<usize>, Span)>,
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

/// True when neither end of `span` lies inside a grapheme; looks at its line only.
fn whole_graphemes(text: &str, span: Span) -> bool {
    let from = text.get(..span.start).and_then(|head| head.rfind('\n')).map_or(0, |at| at + 1);
    let line = text.get(from..).unwrap_or_default();
    let mut ends = line.grapheme_indices(true).map(|(at, _)| from + at).chain(std::iter::once(text.len()));
    ends.any(|at| at == span.start) && (span.end == span.start || ends.any(|at| at == span.end))
}

impl<'a> ClaimShape<'a> {
    /// `claim` of `article` as the file has it.
    pub fn of(article: &'a Article, claim: &'a Claim) -> Self {
        let Record { note, sources, correction, query, reply, tags, conflicts } = &*claim.record;
        Self {
            id: claim.id.clone(),
            anchor: AnchorShape { extra: claim.anchor_extra.clone(), ..AnchorShape::of(article, claim.span) },
            origin: claim.origin.clone(),
            proposal: claim.proposal.as_deref().map(|proposal| ProposalShape::of(article, proposal)),
            speaker: claim.speaker.as_deref().map(SpeakerShape::from),
            statement: claim.statement.as_str().into(),
            verdict: claim.mark.as_ref().map(|mark| mark.verdict.clone()),
            dismissed: claim.dismissed,
            note: note.as_str().into(),
            sources: sources.iter().map(SourceShape::from).collect(),
            correction: correction.as_deref().map(CorrectionShape::from),
            query: query.as_deref().map(QueryShape::from),
            reply: reply.as_deref().map(ReplyShape::from),
            tags: tags.clone(),
            marked_by: claim.mark.as_ref().filter(|mark| !mark.by.is_empty()).map(|mark| mark.by.as_ref().into()),
            marked_at: claim.mark.as_ref().map(|mark| mark.at.clone()).filter(|at| !at.as_str().is_empty()),
            conflicts: conflicts.iter().map(ConflictShape::from).collect(),
            extra: claim.extra.clone(),
        }
    }

    /// True when every field of it, at every level, is one that this version knows. A conflict may hold anything.
    pub fn is_known(&self) -> bool {
        let proposal = self.proposal.as_ref().is_none_or(|proposal| {
            proposal.extra.is_empty() && proposal.reasons.iter().all(|reason| reason.extra.is_empty())
        });
        let record = self.correction.as_ref().is_none_or(|correction| correction.extra.is_empty())
            && self.query.as_ref().is_none_or(|query| query.extra.is_empty())
            && self.reply.as_ref().is_none_or(|reply| reply.extra.is_empty())
            && self.sources.iter().all(|source| source.extra.is_empty())
            && self.conflicts.is_empty();
        let speaker = self.speaker.as_ref().is_none_or(|speaker| speaker.extra.is_empty());
        self.extra.is_empty() && self.anchor.extra.is_empty() && proposal && speaker && record
    }

    /// The claim it describes; what its reasons say is shared with the claims before it that had the same `whys`.
    ///
    /// # Errors
    /// When its words do not stand in `article`, or a reason points outside it.
    pub fn into_claim(self, article: &Article, whys: &mut Whys) -> Result<Claim, WireError> {
        let in_place = self.anchor.in_place(article);
        let span = in_place.or_else(|| self.anchor.looked_for(article)).ok_or_else(|| WireError::Words {
            claim: self.id.to_string(),
            exact: self.anchor.exact.chars().take(80).collect(),
        })?;
        let points = self.anchor.start..=self.anchor.end;
        let offsets = Offsets { article, claim: in_place.map(|span| (points, span)) };
        let (by, at) = (self.marked_by.unwrap_or_default(), self.marked_at.unwrap_or_default());
        let proposal = self.proposal.map(|proposal| proposal.into_proposal(&offsets, whys, &self.id)).transpose()?;
        Ok(Claim {
            span,
            origin: self.origin,
            proposal: proposal.map(Box::new),
            speaker: self.speaker.map(|speaker| Box::new(speaker.into())),
            statement: self.statement.into_owned(),
            mark: self.verdict.map(|verdict| Mark { verdict, by: by.into(), at }),
            dismissed: self.dismissed,
            record: Record {
                note: self.note.into_owned(),
                sources: self.sources.into_iter().map(Into::into).collect(),
                correction: self.correction.map(|correction| Box::new(correction.into())),
                query: self.query.map(|query| Box::new(query.into())),
                reply: self.reply.map(|reply| Box::new(reply.into())),
                tags: self.tags,
                conflicts: self.conflicts.into_iter().map(Into::into).collect(),
            }
            .into(),
            anchor_extra: self.anchor.extra,
            extra: self.extra,
            id: self.id,
        })
    }
}

impl<'a> ProposalShape<'a> {
    fn of(article: &Article, proposal: &'a Proposal) -> Self {
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

    fn into_proposal(self, offsets: &Offsets<'_>, whys: &mut Whys, claim: &ClaimId) -> Result<Proposal, WireError> {
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

impl From<&Speaker> for SpeakerShape {
    fn from(speaker: &Speaker) -> Self {
        let Speaker { name, stance, via, extra } = speaker.clone();
        Self { name, stance, via, extra }
    }
}

impl From<SpeakerShape> for Speaker {
    fn from(shape: SpeakerShape) -> Self {
        let SpeakerShape { name, stance, via, extra } = shape;
        Self { name, stance, via, extra }
    }
}
