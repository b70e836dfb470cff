//! The article with its corrections and checks in `CriticMarkup`, for drafts in Markdown.

mod anatomy;
mod changes;
mod into;
mod marks;

use std::borrow::Cow;

use super::card::{self, ClaimCard};
use super::docx::comments;
use super::listing::MarkdownLists;
use super::markdown::MarkdownPage;
use super::sheet::ExportSheet;
use crate::review::{Block, BlockKind, Correction, Span, Status};
use crate::text::word_diff::{self, Op};
pub(super) use into::fill;

/// A block a paragraph: corrections as deletions and insertions, behind each claim what was found out about it. Of claims that overlap
/// the first one's correction is shown in the text; the others say theirs in their comment.
pub(super) fn markdown(sheet: &ExportSheet<'_>) -> String {
    let mut page = MarkdownPage::default();
    let cards = card::cards(sheet, false);
    let article = sheet.article();
    let whole = [Block::new(BlockKind::Paragraph, Span::new(0, article.text().len()))];
    let blocks = if article.blocks().is_empty() { whole.as_slice() } else { article.blocks() };
    let mut lists = MarkdownLists::default();
    for block in blocks {
        let heading = match block.kind {
            BlockKind::Headline => "# ",
            BlockKind::Heading => "## ",
            BlockKind::Quote => "> ",
            BlockKind::Dek
            | BlockKind::Paragraph
            | BlockKind::ListItem
            | BlockKind::Caption
            | BlockKind::Furniture
            | BlockKind::Other(_) => "",
        };
        lists.begin(&mut page, &block.kind, &block.item, heading);
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
    let mut changes: Vec<(Span, Cow<'_, str>)> = Vec::new();
    for (number, claim) in sheet.told() {
        if within(claim.span.end) {
            ends.push((claim.span.end, number - 1));
        }
        let free = changes.last().is_none_or(|(span, _)| span.end <= claim.span.start);
        if claim.status() != Status::Dismissed
            && let Some(fix) = Correction::standing(&claim.record.corrections)
            && free
            && block.span.covers(claim.span)
            && let Some(wanted) = sheet.session().amended(claim, fix)
        {
            changes.push((claim.span, wanted));
        }
    }
    let mut at = block.span.start;
    let mut changes = changes.into_iter().peekable();
    ends.sort_unstable();
    let mut ends = ends.into_iter().peekable();
    while at < block.span.end || ends.peek().is_some() {
        if let Some((span, instead)) = changes.next_if(|(span, _)| span.start == at) {
            changed(page, text.get(span.start..span.end).unwrap_or_default(), &instead);
            at = span.end;
        } else {
            let next = changes.peek().map_or(block.span.end, |(span, _)| span.start);
            let stop = ends.peek().map_or(next, |(end, _)| (*end).min(next)).max(at);
            page.running(text.get(at..stop).unwrap_or_default());
            at = stop;
        }
        while let Some((_, card)) = ends.next_if(|(end, _)| *end <= at) {
            if let Some(card) = cards.get(card) {
                commented(page, card, false);
            }
        }
    }
}

/// A comment on a claim, with the words it is about where others are, too (`is_quoted`).
fn commented(page: &mut MarkdownPage, card: &ClaimCard<'_>, is_quoted: bool) {
    let mut lines = comments::lines(card);
    if let Some(head) = lines.first_mut().filter(|_| !card.head.at.is_empty() || !card.head.by.is_empty()) {
        *head = format!("{head}, {} {}", card.head.at, card.head.by);
    }
    if is_quoted {
        lines.insert(1, format!("on “{}”", card.quote));
    }
    page.fixed("{>>");
    said(page, &lines.join("; "));
    page.fixed("<<}");
}

/// What a comment says. It is read as it stands, so that an address in it stays one.
fn said(page: &mut MarkdownPage, words: &str) {
    let mut is_first = true;
    for word in words.split_whitespace() {
        page.running(if is_first { "" } else { " " });
        is_first = false;
        let bare = word.trim_matches(['<', '>', '(', ')', ',', ';']);
        match word.split_once(bare).filter(|_| MarkdownPage::is_plain(bare)) {
            Some((before, behind)) => {
                page.running(before.trim_end_matches('<')).address(bare).running(behind.trim_start_matches('>'));
            }
            None => _ = page.running(word),
        }
    }
}

fn changed(page: &mut MarkdownPage, words: &str, instead: &str) {
    for run in word_diff::runs(words, instead) {
        match run.op {
            Op::Equal => page.running(&run.text),
            Op::Delete => page.fixed("{--").running(&run.text).fixed("--}"),
            Op::Insert => page.fixed("{++").running(&run.text).fixed("++}"),
        };
    }
}
