//! Words that the article has no longer, or not yet: in an earlier draft, or in a correction that somebody has taken over.

use super::alike::squeezed;
use super::item::Quote;
use super::place::{Stand, TextPlaces};
use crate::review::redraft::{Hunk, hunks};
use crate::review::{Article, ClaimId, CodePoints, Correction, CorrectionStatus, Session, Span};

/// Earlier drafts, each with what leads from it to the article.
pub(super) struct EarlierTexts(Vec<EarlierText>);

/// One earlier draft.
struct EarlierText {
    article: Article,
    places: TextPlaces,
    hunks: Vec<Hunk>,
}

impl EarlierTexts {
    /// The drafts that `session` keeps as text, the latest first.
    pub(super) fn of(session: &Session) -> Self {
        let drafts = session.drafts.iter().rev().filter_map(|draft| draft.article.clone());
        let past = drafts.map(|article| {
            let text = article.text();
            EarlierText { places: TextPlaces::new(text), hunks: hunks(text, session.article.text()), article }
        });
        Self(past.collect())
    }

    /// Where in `article` what became of the quoted words stands, in bytes; `None` when no draft had them, or nothing is left.
    pub(super) fn span(&self, article: &Article, quote: &Quote) -> Option<Span> {
        self.0.iter().find_map(|past| {
            let Stand::Here(span) = past.places.find(&past.article, quote, 0) else { return None };
            let points = CodePoints::new(past.article.text());
            let (start, end) = later(
                &past.hunks,
                points.at_byte(past.article.text(), span.start),
                points.at_byte(past.article.text(), span.end),
            );
            let span = Span::new(article.byte(start)?, article.byte(end)?);
            (span.start < span.end).then_some(span)
        })
    }
}

/// Words that tell where they are from, though they are not half of a correction.
const FEWEST: usize = 2;

/// The claim that proposes the quoted words instead of the article's, when it is the only one.
pub(super) fn corrected(session: &Session, quote: &Quote) -> Option<ClaimId> {
    let words = squeezed(&quote.exact);
    let is_own = quote.exact.split_whitespace().count() >= FEWEST;
    let holds = |one: &Correction| {
        let text = squeezed(&one.text);
        // A few words of those that stand there once it was taken over are enough.
        let enough = words.len() * 2 >= text.len() || is_own && one.status == CorrectionStatus::Accepted;
        text == words || enough && text.contains(&words)
    };
    let mut found = session.claims().iter().filter(|claim| claim.record.corrections.iter().any(holds));
    let first = found.next()?;
    found.next().is_none().then(|| first.id.clone())
}

/// What code points `start..end` of an earlier text are in the later one, by the hunks between them.
pub(super) fn later(hunks: &[Hunk], start: usize, end: usize) -> (usize, usize) {
    // How far the later text is ahead of the earlier one behind the hunks that were passed.
    let (mut gone, mut come) = (0_usize, 0_usize);
    let (mut from, mut to) = (None, None);
    for hunk in hunks {
        let was = hunk.start + gone - come.min(hunk.start + gone);
        let (was_end, length) = (was + hunk.was.chars().count(), hunk.was.chars().count());
        if from.is_none() && start < was_end {
            from = Some(if start < was { start + come - gone.min(start + come) } else { hunk.start });
        }
        if to.is_none() && end <= was_end {
            to = Some(if end <= was { end + come - gone.min(end + come) } else { hunk.end });
        }
        gone += length;
        come += hunk.end.saturating_sub(hunk.start);
    }
    let behind = |at: usize| (at + come).saturating_sub(gone);
    (from.unwrap_or_else(|| behind(start)), to.unwrap_or_else(|| behind(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_an_earlier_draft_are_found_where_they_went() {
        let old = "The ferry is late. The fare is 4 crowns. Boats run daily.";
        let new = "In May the ferry was late. A short line. The fare is 5 crowns. Boats run daily.";
        let hunks = hunks(old, new);
        let article = Article::new("", new, Vec::new()).unwrap();
        let past =
            EarlierText { article: Article::new("", old, Vec::new()).unwrap(), places: TextPlaces::new(old), hunks };
        let earlier = EarlierTexts(vec![past]);
        for (words, found) in
            [("Boats run daily.", "Boats run daily."), ("The fare is 4 crowns.", "The fare is 5 crowns.")]
        {
            let quote = Quote { exact: words.to_owned(), ..Quote::default() };
            let span = earlier.span(&article, &quote).unwrap();
            assert_eq!(article.words(span), found);
        }
    }
}
