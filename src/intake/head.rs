//! What a feed or a content system keeps beside the body: laid over it once the body is read.

use super::draft::{ArticleDraft, DraftPiece};
use super::lines::tidy;
use crate::review::BlockKind;

/// The facts of an item. Texts are as the file has them; empty ones count as missing.
#[derive(Clone, Debug, Default)]
pub(super) struct ItemHead {
    /// The headline.
    pub(super) headline: Option<String>,
    /// The line under it.
    pub(super) dek: Option<String>,
    /// What sums the article up beside that line.
    pub(super) summary: Option<String>,
    /// The byline as it is to be printed, "By …": a line of the text.
    pub(super) byline: Option<String>,
    /// Who wrote it, when no printed byline is there.
    pub(super) author: Option<String>,
    /// Place and date before the first words.
    pub(super) dateline: Option<String>,
    /// When it was published.
    pub(super) date: Option<String>,
    /// Its language.
    pub(super) language: Option<String>,
    /// Its link.
    pub(super) url: Option<String>,
    /// The desk's short name for it.
    pub(super) slug: Option<String>,
    /// Until when it is not to be published.
    pub(super) embargo: Option<String>,
    /// What the agency tells the desks.
    pub(super) note: Option<String>,
}

/// Pieces at a body's beginning that may say again what the head says.
const AGAIN: usize = 6;

impl ItemHead {
    /// The body with the head before it. What the body says again is left out.
    pub(super) fn over(self, mut body: ArticleDraft<'static>) -> ArticleDraft<'static> {
        let filled = |fact: Option<String>| fact.map(|text| tidy(&text).into_owned()).filter(|text| !text.is_empty());
        let (headline, dek, byline) = (filled(self.headline), filled(self.dek), filled(self.byline));
        let dek = dek.filter(|dek| headline.as_ref().is_none_or(|headline| !same(dek, headline)));
        let printed = [
            (BlockKind::Headline, headline.clone()),
            (BlockKind::Dek, dek.clone()),
            (BlockKind::Dek, filled(self.summary).filter(|summary| !begins_again(summary, &body))),
            (BlockKind::Paragraph, byline.clone()),
        ];
        let printed: Vec<_> = printed.into_iter().filter_map(|(kind, text)| Some((kind, text?))).collect();
        for piece in body.pieces.iter_mut().take(AGAIN) {
            if printed.iter().any(|(_, text)| same(text, &piece.text)) {
                piece.text = "".into();
            }
        }
        super::cut::drop_empty(&mut body);
        if headline.is_some() {
            let heads = body.pieces.iter_mut().filter(|piece| piece.kind == BlockKind::Headline);
            heads.for_each(|piece| piece.kind = BlockKind::Heading);
        }
        body.put_before(printed.into_iter().map(|(kind, text)| DraftPiece::new(kind, text)).collect());
        let told = |what: &str, fact: Option<String>| filled(fact).map(|fact| format!("{what}: {fact}"));
        body.notices.extend(
            [
                told("Embargo", self.embargo),
                told("The sender's note to desks", self.note),
                told("Slug", self.slug),
                told("Dateline", self.dateline),
            ]
            .into_iter()
            .flatten(),
        );
        let named = byline.as_deref().map(|byline| named(byline).to_owned());
        ArticleDraft {
            title: headline.or(body.title),
            byline: filled(self.author).or(named).or(body.byline),
            published: filled(self.date).map(|date| iso(&date)).or(body.published),
            language: filled(self.language).or(body.language),
            url: filled(self.url).filter(|url| url.starts_with("http")).or(body.url),
            ..body
        }
    }
}

/// True when one of a body's first pieces begins with the words of `summary`, which says nothing of its own then.
fn begins_again(summary: &str, body: &ArticleDraft<'_>) -> bool {
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let summary = bare(summary);
    body.pieces.iter().take(AGAIN).any(|piece| bare(&piece.text).contains(&summary))
}

/// The name in a printed byline: without its "By".
pub(super) fn named(byline: &str) -> &str {
    let openings = ["by ", "von ", "par ", "por ", "di ", "av ", "af ", "door "];
    let opens = |opening: &&str| byline.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening));
    let opening = openings.iter().find(|opening| opens(opening)).map_or(0, |opening| opening.len());
    byline.get(opening..).unwrap_or(byline).trim()
}

/// True when two texts have the same letters and figures.
pub(super) fn same(one: &str, other: &str) -> bool {
    let bare =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    bare(one) == bare(other)
}

/// A date of the compact form `20261014T080000Z` in the usual one; any other as it is.
pub(super) fn iso(date: &str) -> String {
    let figures = |from: usize, to: usize| {
        date.get(from..to).filter(|part| part.len() == to - from && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let (Some(year), Some(month), Some(day)) = (figures(0, 4), figures(4, 6), figures(6, 8)) else {
        return date.to_owned();
    };
    let time = date.get(8..9).filter(|sign| *sign == "T").and_then(|_| {
        Some(format!("T{}:{}:{}{}", figures(9, 11)?, figures(11, 13)?, figures(13, 15)?, date.get(15..)?))
    });
    format!("{year}-{month}-{day}{}", time.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[test]
    fn compact_dates_are_written_out() {
        assert_eq!(iso("20261014T080000Z"), "2026-10-14T08:00:00Z");
        assert_eq!(iso("20131020T192751+1100"), "2013-10-20T19:27:51+1100");
        assert_eq!(iso("20261014"), "2026-10-14");
        assert_eq!(iso("3 March"), "3 March");
    }
}
