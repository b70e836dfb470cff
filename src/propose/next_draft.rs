//! A session's next draft: the fates of its claims, with what is proposed for the new words.

use super::leaning::leanings;
use super::list_marks::list_marks;
use super::{SentenceSpan, WeighedSentence, Weights, claims_from, proposals, quotes, sentences_beside, speakers};
use crate::review::{
    Article, Claim, EarlierDraft, Incoming, NextDraft, Number, SaidSentences, Session, Span, Speaker, UNRELATED,
    next_draft,
};
use crate::text::parallel;

/// Why a draft is not brought in. Each says what is wrong; the caller names the file and the way out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotBroughtIn {
    /// The words are those that stand already.
    #[error("that is draft {0} again, which stands already: its words are the same")]
    Same(u32),
    /// It has no words.
    #[error("the draft has no words: every claim would be gone")]
    Empty,
    /// Hardly a sentence of the session's article is in it.
    #[error("that is another article: hardly a sentence of “{0}” is in it")]
    Unrelated(String),
    /// The session has that draft, and the file was edited so that it can't be rebuilt.
    #[error("that draft is in the session already and can't be rebuilt from its file")]
    Lost,
}

/// Keeps `article` in `session` as a draft that does not stand yet, and plans the edit that brings it in. What is less worth than
/// `threshold` is not proposed.
///
/// # Errors
/// When it is the same draft; and unless `anyway`, when it has no words or is another article.
pub fn plan(
    session: &mut Session,
    article: Article,
    anyway: bool,
    (threshold, weights): (f64, &Weights),
) -> Result<NextDraft, NotBroughtIn> {
    let is_same = article.text() == session.article.text();
    let [notes, tracked] = if is_same { session.new_notes(&article) } else { [0, 0] };
    if is_same && notes + tracked == 0 {
        return Err(NotBroughtIn::Same(session.article.draft));
    }
    if article.text().trim().is_empty() && !anyway {
        return Err(NotBroughtIn::Empty);
    }
    let title = session.article.title.clone();
    let article = session.furnished(session.renamed(article));
    let kept = session.clone();
    let n = session.keep(article);
    let is_known = kept.texts().of(n).is_some();
    let planned = planned(session, n, threshold, weights);
    match planned {
        // A draft of the session is its own, however unlike it what stands is.
        Some(plan) if plan.kept < UNRELATED && !anyway && !is_known => {
            *session = kept;
            Err(NotBroughtIn::Unrelated(title))
        }
        Some(mut plan) => {
            (plan.fates.notes, plan.fates.tracked) = (notes, tracked);
            Ok(plan)
        }
        None => {
            *session = kept;
            Err(NotBroughtIn::Lost)
        }
    }
}

fn planned(session: &Session, n: u32, threshold: f64, weights: &Weights) -> Option<NextDraft> {
    let texts = session.texts();
    let incoming = texts.of(n)?;
    let read = || proposals(incoming, threshold, weights, &mut |_| true);
    let ((before, who), read) = parallel::both(|| said(texts.now), read);
    let leant = leanings(texts.now, &before, &who);
    let read = read?;
    let (after, whose): (Vec<Span>, Vec<Option<Speaker>>) =
        read.iter().map(|one| (one.span, one.speaker.clone())).unzip();
    // A claim gets its number where it comes in.
    let unnumbered = |claim: &Claim| Claim { number: Number::default(), ..claim.clone() };
    let proposed = claims_from(incoming, read.into_iter().filter_map(WeighedSentence::candidate));
    let proposed = proposed.iter().map(unnumbered).collect();
    let earlier: Vec<EarlierDraft> =
        session.left_behind().into_iter().filter_map(|n| Some(earlier_draft(n, texts.of(n)?))).collect();
    let before =
        SaidSentences { spans: &before, speakers: &who, leanings: &leant, marks: &list_marks(texts.now, &before) };
    let leaning = leanings(incoming, &after, &whose);
    let after =
        SaidSentences { spans: &after, speakers: &whose, leanings: &leaning, marks: &list_marks(incoming, &after) };
    next_draft(session, Incoming { n, before, after, proposed, earlier: &earlier })
}

/// Draft `n`, which reads like `article`.
fn earlier_draft(n: u32, article: &Article) -> EarlierDraft {
    // What a sentence leans on is told by who says it, in this draft as in the one that stands.
    let (sentences, speakers) = said(article);
    let leanings = leanings(article, &sentences, &speakers);
    let marks = list_marks(article, &sentences);
    EarlierDraft { n, sentences, leanings, marks }
}

/// The sentences of `article`, and who says each.
fn said(article: &Article) -> (Vec<Span>, Vec<Option<Speaker>>) {
    let (sentences, quotes) = sentences_beside(article, || quotes(article));
    let speakers = speakers::speakers(article, &quotes, &sentences);
    (spans(&sentences), speakers)
}

fn spans(sentences: &[SentenceSpan]) -> Vec<Span> {
    sentences.iter().map(|one| one.span).collect()
}
