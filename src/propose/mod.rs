//! An article to proposed claims: its sentences, who says them, and which are worth checking. Pure.

mod antecedents;
mod attributed;
mod framing;
pub mod language;
mod leaning;
mod lexicon;
mod list_marks;
pub mod next_draft;
mod persons;
mod pronouns;
mod rows;
mod sentence_span;
mod sentences;
mod speakers;
mod tokens;
pub mod worth;

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use foldhash::fast::RandomState;

use crate::review::{Article, BlockKind, Claim, ClaimId, Claims, Origin, Proposal, Span, Speaker, Whys};
use crate::text::parallel;

pub use attributed::{AttributedQuote, attributed};
pub use list_marks::list_marks;
pub use persons::{Persons, is_office, is_same_first_name};
pub use sentence_span::SentenceSpan;
pub use sentences::split;
pub use speakers::{QuotedSpan, quotes};
pub use tokens::{is_first_name, is_mans_name};
pub use worth::Weights;

/// A sentence outside furniture, weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Where it stands, in bytes of the article's text.
    pub span: Span,
    /// Its score with the reasons.
    pub proposal: Proposal,
    /// Who asserts it, as the article names them.
    pub speaker: Option<Speaker>,
}

/// A claim as a list shows it: its reasons are not put in words, and it has no id.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoredSentence {
    /// Where it stands, in bytes of the article's text.
    pub span: Span,
    /// Its score, from 0 to 1.
    pub score: f64,
    /// Who asserts it, as the article names them.
    pub speaker: Option<Speaker>,
}

/// What is done to an article on the way to its claims, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its sentences are cut.
    Sentences,
    /// They are weighed, and it is found who says them.
    Weighing,
}

/// Is told what comes next; false stops the work.
pub type GoOn<'a> = &'a mut dyn FnMut(Stage) -> bool;

/// Candidates that score at least this are proposed, unless a setting says otherwise.
pub const THRESHOLD: f64 = 0.5;

/// Makes the lists of words ready that are else made when the first sentence is read: a millisecond, for a core with nothing
/// to do.
pub fn prepare() {
    tokens::prepare();
}

/// The sentences of every block, furniture included, in order.
pub fn sentences(article: &Article) -> Vec<SentenceSpan> {
    sentences_beside(article, || ()).0
}

/// [`sentences()`], and what `beside` makes while others help to cut them.
fn sentences_beside<B>(article: &Article, beside: impl FnOnce() -> B) -> (Vec<SentenceSpan>, B) {
    let blocks: Vec<usize> = (0..article.blocks().len()).collect();
    let (cut, made) = parallel::map_beside(&blocks, |block| sentences_of(article, *block), beside);
    (cut.into_iter().flatten().collect(), made)
}

/// The sentences of block `block`; none when there is no such block.
pub fn sentences_of(article: &Article, block: usize) -> Vec<SentenceSpan> {
    let Some(at) = article.blocks().get(block).map(|block| block.span) else { return Vec::new() };
    let spans = split(article.words(at), &article.language);
    spans
        .into_iter()
        .map(|span| SentenceSpan { span: Span::new(at.start + span.start, at.start + span.end), block })
        .collect()
}

/// Every sentence outside furniture with its score, reasons and speaker, in order, by the built-in weights.
pub fn candidates(article: &Article) -> Vec<Candidate> {
    candidates_by(article, &Weights::default())
}

/// Every sentence outside furniture with its score, reasons and speaker, in order, by `weights`.
pub fn candidates_by(article: &Article, weights: &Weights) -> Vec<Candidate> {
    let weighed = weighed(article, |span| worth::weigh(article, span, weights), &mut |_| true);
    weighed.into_iter().flatten().filter_map(WeighedSentence::candidate).collect()
}

/// A sentence as it was read.
struct WeighedSentence<W> {
    /// Where it stands, in bytes of the article's text.
    span: Span,
    /// What it is worth; `None` in furniture, of mere markup, and where nothing is proposed.
    worth: Option<W>,
    /// Who asserts it, as the article names them.
    speaker: Option<Speaker>,
}

impl WeighedSentence<Proposal> {
    fn candidate(self) -> Option<Candidate> {
        Some(Candidate { span: self.span, proposal: self.worth?, speaker: self.speaker })
    }
}

/// Every sentence with what `weigh` makes of it and who asserts it, in order; `None` when told to stop.
fn weighed<W: Send>(
    article: &Article,
    weigh: impl Fn(Span) -> W + Sync,
    go_on: GoOn<'_>,
) -> Option<Vec<WeighedSentence<W>>> {
    let kind = |block: usize| article.blocks().get(block).map(|block| &block.kind);
    let claimable = |sentence: &SentenceSpan| {
        kind(sentence.block) != Some(&BlockKind::Furniture)
            && !is_markup(article.words(sentence.span))
            && !rows::heads_others(article, sentence.block)
    };
    let (sentences, quotes) = go_on(Stage::Sentences).then(|| sentences_beside(article, || quotes(article)))?;
    // Who speaks is read from the beginning to the end; a sentence's worth does not depend on any other.
    let weigh = |sentence: &SentenceSpan| claimable(sentence).then(|| weigh(sentence.span));
    let speakers = || speakers::speakers(article, &quotes, &sentences);
    let (weighed, speakers) = go_on(Stage::Weighing).then(|| parallel::map_beside(&sentences, weigh, speakers))?;
    let all = sentences.into_iter().zip(weighed).zip(speakers);
    Some(all.map(|((sentence, worth), speaker)| WeighedSentence { span: sentence.span, worth, speaker }).collect())
}

/// How much the words of `span` are worth checking, whatever stands around them, by `weights`.
pub fn weigh(article: &Article, span: Span, weights: &Weights) -> Proposal {
    worth::weigh(article, span, weights)
}

/// The claims proposed for `article` by the built-in weights: see [`claims_by`].
pub fn claims(article: &Article, threshold: f64) -> Claims {
    claims_by(article, threshold, &Weights::default())
}

/// The claims proposed for `article`: the candidates that score at least `threshold` (0 to 1) by `weights`. Ids follow from
/// place and words.
pub fn claims_by(article: &Article, threshold: f64, weights: &Weights) -> Claims {
    claims_telling(article, threshold, weights, &mut |_| true).unwrap_or_default()
}

/// [`claims_by`], asking before each stage whether to go on; `None` when told to stop.
pub fn claims_telling(article: &Article, threshold: f64, weights: &Weights, go_on: GoOn<'_>) -> Option<Claims> {
    let read = proposals(article, threshold, weights, go_on)?;
    Some(claims_from(article, read.into_iter().filter_map(WeighedSentence::candidate)))
}

/// Every sentence with what is proposed of it and who asserts it, in order; `None` when told to stop.
fn proposals(
    article: &Article,
    threshold: f64,
    weights: &Weights,
    go_on: GoOn<'_>,
) -> Option<Vec<WeighedSentence<Proposal>>> {
    // Shared at once: what a book's reasons say would else lie there a hundred thousand times over.
    let whys = Mutex::new(Whys::default());
    let weigh = |span| {
        let mut proposal = worth::weigh_from(threshold, article, span, weights)?;
        let mut whys = whys.lock().unwrap_or_else(PoisonError::into_inner);
        proposal.reasons.iter_mut().for_each(|reason| whys.share(reason));
        Some(proposal)
    };
    let read = weighed(article, weigh, go_on)?.into_iter();
    Some(
        read.map(|WeighedSentence { span, worth, speaker }| WeighedSentence { span, worth: worth.flatten(), speaker })
            .collect(),
    )
}

/// What [`claims_by`] proposes, in order, as a list shows it; without a threshold every sentence outside furniture.
pub fn listed_by(article: &Article, threshold: Option<f64>, weights: &Weights) -> Vec<ScoredSentence> {
    let weighed = weighed(article, |span| worth::score(article, span, weights), &mut |_| true);
    let all = weighed.into_iter().flatten();
    let all = all.filter_map(|one| Some(ScoredSentence { span: one.span, score: one.worth?, speaker: one.speaker }));
    let proposed = |one: &ScoredSentence| threshold.is_none_or(|least| one.score >= least);
    all.filter(proposed).collect()
}

/// True for what a template or a page builder left behind and no words beside it: `{{ title }}`, `{% if x %}`, `<?= y ?>`,
/// `[gallery ids="3"]`.
fn is_markup(words: &str) -> bool {
    const TAGS: [(&str, &str); 6] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<%", "%>"), ("<?", "?>"), ("${", "}")];
    let (mut rest, mut left, mut tags) = (words, 0, 0);
    while let Some(at) = rest.find(['{', '<', '$', '[']) {
        let (before, from) = rest.split_at(at);
        left += before.chars().filter(|c| c.is_alphanumeric()).count();
        let tag = TAGS.iter().find(|(open, _)| from.starts_with(open)).map(|(_, close)| *close);
        let close = tag.or_else(|| is_shortcode(from).then_some("]"));
        rest = match close {
            // What a tag leaves open it takes to the end.
            Some(close) => from.split_once(close).map_or("", |(_, behind)| behind),
            None => from.get(1..).unwrap_or_default(),
        };
        tags += usize::from(close.is_some());
    }
    tags > 0 && left + rest.chars().filter(|c| c.is_alphanumeric()).count() == 0
}

/// True for `[name key="value"]` and `[/name]` at the beginning of `text`.
fn is_shortcode(text: &str) -> bool {
    let inner = text.get(1..).and_then(|inner| inner.split_once(']')).map_or("", |(inner, _)| inner);
    text.starts_with('[') && (inner.starts_with('/') || inner.contains("=\""))
}

/// The claims that `candidates` stand for, with ids that follow from place and words.
pub fn claims_from(article: &Article, candidates: impl IntoIterator<Item = Candidate>) -> Claims {
    let mut taken = HashSet::with_hasher(RandomState::default());
    let claims = candidates.into_iter().map(|candidate| {
        let id = fresh_id(article, candidate.span, |id| taken.contains(id));
        taken.insert(id.clone());
        let mut claim = Claim::new(id, candidate.span, Origin::Proposed);
        claim.proposal = Some(Box::new(candidate.proposal));
        claim.speaker = candidate.speaker.map(Box::new);
        claim
    });
    claims.collect()
}

/// The id of a claim over `span`: as short as it can be without meeting one that is taken.
pub fn fresh_id(article: &Article, span: Span, taken: impl Fn(&ClaimId) -> bool) -> ClaimId {
    let start = article.code_point(span.start);
    let id = |digits| ClaimId::derive(start, article.words(span), digits);
    (7..16).map(id).find(|id| !taken(id)).unwrap_or_else(|| id(16))
}
