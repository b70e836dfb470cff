//! What a manuscript says of itself at its head and foot: slug, embargo, count of words, byline, whom to call. None of it is the article's text.

use super::draft::{ArticleDraft, DraftPiece};
use super::furniture;
use super::head::same;
use crate::review::BlockKind;

/// Pieces at the beginning and the end among which such lines stand.
const REACH: usize = 10;
/// Words of a piece that ends in a stop and is running text, at least.
const RUNNING: usize = 12;
/// Words of such a line at most.
const LONGEST: usize = 16;

/// What stands before a colon, or before more, in a line that the desk is to read.
const FIELDS: &[&str] = &[
    "slug",
    "slugline",
    "embargo",
    "embargoed",
    "word count",
    "wordcount",
    "contact",
    "contacts",
    "press contact",
    "media contact",
    "kontakt",
    "pressekontakt",
    "sperrfrist",
    "zeichen",
    "contacto",
    "contatto",
    "contact presse",
];

/// Words that end a manuscript by themselves.
const ENDS: &[&str] =
    &["ends", "end", "-ends-", "- ends -", "- end -", "-end-", "-30-", "- 30 -", "30", "###", "# # #", "***"];

/// Openings of such lines that have no colon.
const OPENINGS: &[&str] = &[
    "embargo until",
    "embargo till",
    "embargo bis",
    "embargoed until",
    "embargoed till",
    "embargoed for",
    "for immediate release",
    "continued on page",
    "continued from page",
    "more follows",
];

/// Marks the lines at a draft's head and foot that are about it as furniture, and takes the printed byline for its byline.
pub(super) fn mark(draft: &mut ArticleDraft<'_>) {
    let is_running = |piece: &DraftPiece<'_>| {
        let long = piece.text.split(' ').count() >= RUNNING;
        long && super::wrap::ends_sentence(&piece.text) && piece.kind != BlockKind::Furniture
    };
    for piece in draft.pieces.iter_mut().filter(|piece| furniture::is_remark(&piece.text)) {
        piece.kind = BlockKind::Furniture;
    }
    let head = draft.pieces.iter().take(REACH).take_while(|piece| !is_running(piece)).count();
    let mut printed = None;
    let mut headed = false;
    for piece in draft.pieces.iter_mut().take(head).filter(|piece| piece.kind != BlockKind::Furniture) {
        // What stands first may be a headline that reads like a byline.
        let byline = furniture::byline(&piece.text).filter(|_| headed);
        headed |= !is_about(&piece.text);
        if !is_open(&piece.kind) {
            continue;
        }
        if byline.is_some() || is_about(&piece.text) {
            piece.kind = BlockKind::Furniture;
            printed = printed.or(byline);
        }
    }
    let foot = draft.pieces.iter_mut().skip(head).rev().take(REACH);
    for piece in foot.take_while(|piece| !is_running(piece)).filter(|piece| is_open(&piece.kind)) {
        if is_about(&piece.text) || ENDS.contains(&piece.text.to_lowercase().as_str()) {
            piece.kind = BlockKind::Furniture;
        }
    }
    draft.byline = printed.or_else(|| draft.byline.take());
}

/// Marks what [`mark`] does, and what in a written text is a page's by its own words, wherever it is: advertisements, pleas, pointers.
pub(super) fn mark_remains(draft: &mut ArticleDraft<'_>) {
    mark(draft);
    let headed = draft.pieces.iter().position(|piece| piece.kind != BlockKind::Furniture).unwrap_or_default();
    let written = draft.pieces.iter_mut().skip(headed + 1).filter(|piece| piece.kind == BlockKind::Paragraph);
    written.filter(|piece| furniture::is_remains(&piece.text)).for_each(|piece| piece.kind = BlockKind::Furniture);
}

/// Pieces at the beginning among which a document shows its title.
const SHOWN: usize = 8;

/// Marks a written document's head and foot, and makes sure that it has its headline: a first paragraph that reads like one, or that is the
/// title which the file tells. What stands in a file's properties and nowhere on its pages may be its template's title, and is only used
/// for want of another.
pub(super) fn settle(draft: &mut ArticleDraft<'_>) {
    super::brackets::lift(draft);
    mark(draft);
    let is_headed = |draft: &ArticleDraft<'_>| draft.pieces.iter().any(|piece| piece.kind == BlockKind::Headline);
    if is_headed(draft) {
        return;
    }
    let title = draft.title.take();
    let shown = |piece: &&mut DraftPiece<'_>| title.as_ref().is_some_and(|title| same(title, &piece.text));
    if let Some(piece) = draft.pieces.iter_mut().take(SHOWN).find(shown) {
        piece.kind = BlockKind::Headline;
        draft.title = title;
        return;
    }
    draft.judge_head();
    if !is_headed(draft) {
        draft.title = title;
        draft.supply_headline();
    }
}

/// Pieces before the first running text among which a pasted or typed text is signed.
const SIGNED: usize = 6;

/// Takes for the draft's byline the printed one that stands nearest to its running text, under something else.
pub(super) fn sign(draft: &mut ArticleDraft<'_>) {
    let running = |piece: &DraftPiece<'_>| {
        piece.kind != BlockKind::Furniture
            && piece.text.split(' ').count() >= RUNNING
            && super::wrap::ends_sentence(&piece.text)
    };
    let Some(begins) = draft.pieces.iter().position(running) else { return };
    let before = draft.pieces.iter().take(begins).skip(1).rev().take(SIGNED);
    let printed = before.map(|piece| furniture::byline(&piece.text)).find(Option::is_some).flatten();
    draft.byline = draft.byline.take().or(printed);
}

const fn is_open(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Heading)
}

/// True for a line that tells the desk something about the manuscript.
fn is_about(text: &str) -> bool {
    let folded = text.to_lowercase();
    if folded.split(' ').count() > LONGEST || (super::wrap::ends_sentence(text) && !text.contains(['@', '/', '+'])) {
        return false;
    }
    let field = folded.split_once(':').is_some_and(|(name, _)| FIELDS.contains(&name.trim()));
    let opens = OPENINGS.iter().any(|opening| folded.starts_with(opening));
    let counted = |part: &str| {
        let counts = ["words", "wörter", "zeichen", "mots", "palabras", "parole", "ord", "woorden"];
        part.trim().split_once(' ').is_some_and(|(count, thing)| {
            count.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.') && counts.contains(&thing)
        })
    };
    field || opens || folded.split(['/', '|']).any(counted)
}

#[cfg(test)]
mod tests {
    use super::is_about;

    #[test]
    fn what_the_desk_is_told_is_known_from_a_headline() {
        for line in
            ["SLUG: pier / 300 words", "EMBARGO until noon on Friday", "Contact: Tora Lind, +00 55 12", "420 words"]
        {
            assert!(is_about(line), "{line}");
        }
        for line in ["Embargo on herring splits the islands", "Contact with the ferry was lost", "Words fail the board"]
        {
            assert!(!is_about(line), "{line}");
        }
    }
}
