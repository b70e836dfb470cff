//! The words that stand for a claim where there is not room for all of them: those that are to be checked, a figure, a name,
//! a quotation, rather than whatever it begins with.

use std::borrow::Cow;

use crate::review::{Claim, Session, Span};
use crate::text::gate;

/// Bytes of a claim that are looked through; a claim may be as long as an article.
const LOOKED: usize = 2_000;

/// True for a reason that points at something which can be checked; others point at who says it, or how.
fn points(code: &str) -> bool {
    matches!(
        code,
        "money"
            | "quantity"
            | "share"
            | "rank"
            | "date"
            | "superlative"
            | "comparison"
            | "change"
            | "absolute"
            | "accusation"
    )
}

/// As many words of `claim` as fit `columns`: its beginning where what is to be checked stands there, else a piece round it.
pub fn gist<'w>(session: &'w Session, claim: &'w Claim, columns: usize) -> Cow<'w, str> {
    if !claim.statement.is_empty() {
        return gate::fit(&claim.statement, columns);
    }
    let words = session.words_of(claim);
    // What was said in so many words is checked by its words.
    if words.starts_with(['"', '“', '„', '«']) {
        return gate::fit(words, columns);
    }
    let Some(point) = point(claim).filter(|point| point.end <= LOOKED) else { return gate::fit(words, columns) };
    // Many places are tried. In plain words a byte is a column, and nothing has to be read again.
    let is_plain = words.len() <= LOOKED && words.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let columns_of = |span: Span| if is_plain { span.len() } else { gate::width(span.of(words)) };
    let fits = |span: Span, room: usize| columns_of(span) <= room;
    let room = columns.saturating_sub(1);
    if fits(Span::new(0, point.end), room) {
        return gate::fit(words, columns);
    }
    // From the beginning of a clause, or else of a word, with a few words before the point where they fit.
    let head = words.get(..point.start).unwrap_or_default();
    let clause = head.rmatch_indices([',', ';', ':', '–', '—']).find_map(|(at, mark)| {
        let from = at + mark.len();
        Some(from + head.get(from..)?.len() - head.get(from..)?.trim_start().len())
    });
    let clause = clause.filter(|from| fits(Span::new(*from, point.end), room.saturating_sub(1)));
    let near = room * 3 / 4;
    let word = || {
        let starts = head.rmatch_indices(' ').map(|(at, _)| at + 1);
        starts.take_while(|from| fits(Span::new(*from, point.end), near)).last().unwrap_or(point.start)
    };
    let from = clause.unwrap_or_else(word);
    // Where the end is near, earlier words fill the row.
    let head = words.get(..from).unwrap_or_default();
    let starts = head.rmatch_indices(' ').map(|(at, _)| at + 1);
    let from = starts.take_while(|at| fits(Span::new(*at, words.len()), room)).last().unwrap_or(from);
    Cow::Owned(format!("…{}", gate::fit(words.get(from..).unwrap_or_default(), room)))
}

/// The part of a claim that speaks most for checking it, in bytes of its words.
fn point(claim: &Claim) -> Option<Span> {
    let reasons = &claim.proposal.as_ref()?.reasons;
    let inside = reasons.iter().filter(|reason| {
        reason.points > 0.0
            && claim.span.covers(reason.span)
            && reason.span.len() * 2 < claim.span.len()
            && points(&reason.code)
    });
    let best = inside.max_by(|a, b| a.points.total_cmp(&b.points).then(b.span.start.cmp(&a.span.start)))?;
    Some(Span::new(best.span.start - claim.span.start, best.span.end - claim.span.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Article, Block, BlockKind, ClaimId, Claims, Extra, Origin, Proposal, Reason, Whys};

    fn shown(words: &str, point: &str, columns: usize) -> String {
        let span = Span::new(0, words.len());
        let article = Article::new("t", words, vec![Block::new(BlockKind::Paragraph, span)]).unwrap();
        let mut claim = Claim::new(ClaimId::from("k1"), span, Origin::Proposed);
        let at = words.find(point).unwrap();
        let why = Whys::default().of("quantity", "a quantity", 1.4);
        let reason = Reason { why, span: Span::new(at, at + point.len()) };
        claim.proposal = Some(Box::new(Proposal { score: 0.7, reasons: vec![reason], extra: Extra::default() }));
        let claims: Claims = std::iter::once(claim.clone()).collect();
        gist(&Session::new("s", article, claims), &claim, columns).into_owned()
    }

    #[test]
    fn the_figure_is_in_view_however_late_it_comes() {
        let words =
            "According to a report that nobody had asked for, the repair of the bridge cost 42 million crowns in all.";
        assert_eq!(shown(words, "42 million crowns", 40), "…bridge cost 42 million crowns in all.");
        assert_eq!(shown(words, "42 million crowns", 52), "…the repair of the bridge cost 42 million crowns in…");
        assert_eq!(shown(words, "a report", 40), "According to a report that nobody had a…");
        assert_eq!(shown(words, "42 million", 200), words);
        assert!(shown(words, "42 million crowns", 12).contains("42 million"));
    }
}
