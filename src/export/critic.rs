//! The article with its corrections and checks in `CriticMarkup`, for drafts in Markdown.

use super::card::{self, ClaimCard};
use super::docx::comments;
use super::markdown::MarkdownPage;
use super::sheet::ExportSheet;
use crate::review::{Block, BlockKind, CorrectionStatus, Span, Status};
use crate::text::word_diff::Op;

/// A block a paragraph: corrections as deletions and insertions, behind each claim what was found out about it. Of claims that overlap
/// the first one's correction is shown in the text; the others say theirs in their comment.
pub(super) fn markdown(sheet: &ExportSheet<'_>) -> String {
    let mut page = MarkdownPage::default();
    let cards = card::cards(sheet, false);
    let article = sheet.article();
    let whole = [Block::new(BlockKind::Paragraph, Span::new(0, article.text().len()))];
    let blocks = if article.blocks().is_empty() { whole.as_slice() } else { article.blocks() };
    for block in blocks {
        page.fixed(match block.kind {
            BlockKind::Headline => "# ",
            BlockKind::Heading => "## ",
            BlockKind::ListItem => "- ",
            BlockKind::Quote => "> ",
            BlockKind::Dek | BlockKind::Paragraph | BlockKind::Caption | BlockKind::Furniture | BlockKind::Other(_) => {
                ""
            }
        });
        passage(&mut page, sheet, &cards, block);
        page.fixed("\n\n");
    }
    page.finish()
}

fn passage(page: &mut MarkdownPage, sheet: &ExportSheet<'_>, cards: &[ClaimCard<'_>], block: &Block) {
    let text = sheet.article().text();
    let within = |at: usize| block.span.start < at && at <= block.span.end;
    // Comments stand where their claim ends, corrections where their claim stands.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut changes: Vec<(usize, usize, usize)> = Vec::new();
    for (number, claim) in sheet.claims().filter(|(_, claim)| claim.status() != Status::Dismissed) {
        if within(claim.span.end) {
            ends.push((claim.span.end, number - 1));
        }
        let live =
            |status: &CorrectionStatus| !matches!(status, CorrectionStatus::Other(_)) && status.as_str() != "rejected";
        let fix = claim.record.corrections.iter().position(|one| live(&one.status));
        let free = changes.last().is_none_or(|(_, end, _)| *end <= claim.span.start);
        if fix == Some(0) && free && block.span.covers(claim.span) {
            changes.push((claim.span.start, claim.span.end, number - 1));
        }
    }
    let mut at = block.span.start;
    let mut changes = changes.into_iter().peekable();
    ends.sort_unstable();
    let mut ends = ends.into_iter().peekable();
    while at < block.span.end || ends.peek().is_some() {
        if let Some((start, end, card)) = changes.next_if(|(start, ..)| *start == at) {
            let _ = start;
            changed(page, cards.get(card));
            at = end;
        } else {
            let next = changes.peek().map_or(block.span.end, |(start, ..)| *start);
            let stop = ends.peek().map_or(next, |(end, _)| (*end).min(next)).max(at);
            page.running(text.get(at..stop).unwrap_or_default());
            at = stop;
        }
        while let Some((_, card)) = ends.next_if(|(end, _)| *end <= at) {
            if let Some(card) = cards.get(card) {
                let mut lines = comments::lines(card);
                if let Some(head) = lines.first_mut().filter(|_| !card.head.at.is_empty() || !card.head.by.is_empty()) {
                    *head = format!("{head}, {} {}", card.head.at, card.head.by);
                }
                page.fixed("{>>").inline(lines.join("; ")).fixed("<<}");
            }
        }
    }
}

fn changed(page: &mut MarkdownPage, card: Option<&ClaimCard<'_>>) {
    let Some(fix) = card.and_then(|card| card.fixes.first()) else { return };
    for run in &fix.runs {
        match run.op {
            Op::Equal => page.running(&run.text),
            Op::Delete => page.fixed("{--").running(&run.text).fixed("--}"),
            Op::Insert => page.fixed("{++").running(&run.text).fixed("++}"),
        };
    }
}
