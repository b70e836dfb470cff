//! The report in Markdown: summary, annotated article, every claim with its record.

use super::agreement;
use super::apart;
use super::card::{self, Asked, Cited, ClaimCard};
use super::docx::comments;
use super::evidence;
use super::listing::MarkdownLists;
use super::look;
use super::markdown::MarkdownPage;
use super::moment;
use super::passage::{ArticlePassage, MarkedClaims, passages};
use super::sheet::ExportSheet;
use super::since;
use super::work;
use crate::review::{BlockKind, Status};
use crate::text::quoted;

/// Cells of the bar in the summary.
const BAR: usize = 40;

/// The whole report.
pub(super) fn markdown(sheet: &ExportSheet<'_>, history: bool) -> String {
    let cards = card::cards(sheet, history);
    let mut page = MarkdownPage::default();
    page.fixed("# Fact-check: ").inline(&sheet.article().title).fixed("\n\n");
    provenance(&mut page, sheet);
    if let Some(notice) = sheet.withheld_notice() {
        page.fixed("> ").inline(notice).fixed("\n\n");
    }
    work::markdown(&mut page, sheet);
    look::markdown(&mut page, sheet);
    since::markdown(&mut page, sheet);
    summary(&mut page, sheet);
    agreement::markdown(&mut page, sheet);
    page.fixed("## The article\n\n");
    let mut lists = MarkdownLists::default();
    for passage in passages(sheet.article(), sheet.session().claims(), MarkedClaims::All) {
        let heading = match passage.kind {
            BlockKind::Headline => "### ",
            BlockKind::Heading => "#### ",
            BlockKind::Quote => "> ",
            BlockKind::Dek
            | BlockKind::Paragraph
            | BlockKind::ListItem
            | BlockKind::Caption
            | BlockKind::Furniture
            | BlockKind::Other(_) => "",
        };
        lists.begin(&mut page, &passage.kind, &passage.item, heading);
        annotated(&mut page, &passage, &cards);
    }
    page.fixed("## The claims\n\n");
    for card in cards.iter().filter(|card| card.head.status != Status::Dismissed.word()) {
        claim(&mut page, card);
    }
    let mut dismissed = cards.iter().filter(|card| card.head.status == Status::Dismissed.word()).peekable();
    if dismissed.peek().is_some() {
        page.fixed("## Nothing to check\n\n");
        for card in dismissed {
            page.fixed("- ").inline(&card.head.number).fixed(" – ").inline(card.quote);
            let told = [&*card.head.by, &*card.head.at].into_iter().filter(|told| !told.is_empty());
            let told = told.collect::<Vec<_>>().join(", ");
            if !told.is_empty() {
                page.fixed(" (").inline(told).fixed(")");
            }
            page.fixed("\n");
            for line in comments::beside_note(card) {
                page.fixed("  - ").inline(&line).fixed("\n");
            }
            if !card.note.trim().is_empty() {
                page.fixed("\n").lines("  > ", card.note).fixed("\n");
            }
        }
    }
    apart::markdown(&mut page, sheet);
    evidence::markdown(&mut page, sheet);
    page.finish()
}

fn provenance(page: &mut MarkdownPage, sheet: &ExportSheet<'_>) {
    let from = &sheet.article().provenance;
    let mut line = |label: &'static str, value: &str| {
        if !value.trim().is_empty() {
            page.fixed("- ").fixed(label).fixed(": ").link(value, value).fixed("\n");
        }
    };
    line("article", from.file_name());
    line("address", from.url.as_deref().unwrap_or_default());
    line("by", from.byline.as_deref().unwrap_or_default());
    line("published", from.published.as_deref().unwrap_or_default());
    line("standing", &sheet.standing());
    line("imported", &moment::told(&from.imported_at));
    line("last mark", &sheet.session().history().last().map(|entry| moment::told(&entry.at)).unwrap_or_default());
    sheet.signed().iter().for_each(|signed| line("signed off", signed));
    page.fixed("\n");
}

fn summary(page: &mut MarkdownPage, sheet: &ExportSheet<'_>) {
    let tally = sheet.session().claims().tally();
    let (settled, total) = (sheet.tally().settled(), tally.total());
    page.fixed("## Summary\n\n").number(settled as u64).fixed(" of ").number(total as u64).fixed(" claims settled\n\n");
    let full = (settled * BAR).checked_div(total).unwrap_or(0);
    (0..BAR).for_each(|cell| _ = page.fixed(if cell < full { "█" } else { "░" }));
    page.fixed("\n\n|  | verdict | claims |\n|---|---|---:|\n");
    for status in Status::ALL
        .into_iter()
        .filter(|status| !matches!(status, Status::Other | Status::Differs) || tally.of(*status) > 0)
    {
        page.fixed("| ").fixed(card::glyph(status)).fixed(" | ").fixed(status.word()).fixed(" | ");
        page.number(tally.of(status) as u64).fixed(" |\n");
    }
    page.fixed("\n");
}

/// A block with its claims in double brackets: `⟦[8 ✗](#claim-8-disputed) words⟧`; where claims overlap, the closing bracket
/// says whose it is.
fn annotated(page: &mut MarkdownPage, passage: &ArticlePassage<'_>, cards: &[ClaimCard<'_>]) {
    for piece in &passage.pieces {
        for number in &piece.opens {
            if let Some(card) = cards.get(number.saturating_sub(1)) {
                opened(page, card);
            }
        }
        page.running(piece.text);
        for number in piece.closes.iter().rev() {
            page.fixed("⟧");
            if let Some(card) = cards.get(number.saturating_sub(1)).filter(|_| piece.claims.len() > 1) {
                page.inline(&card.head.number);
            }
        }
    }
    page.fixed("\n\n");
}

/// The opening bracket of a claim; one with nothing to check has no part of its own, and leads to the list of those.
fn opened(page: &mut MarkdownPage, card: &ClaimCard<'_>) {
    if card.head.status == Status::Dismissed.word() {
        page.fixed("⟦[").inline(&card.head.number).fixed(" ").fixed(card.head.glyph).fixed("](#nothing-to-check) ");
        return;
    }
    page.fixed("⟦[").inline(&card.head.number).fixed(" ").fixed(card.head.glyph).fixed("](#claim-");
    page.inline(&card.head.number).fixed("-").fixed(card.head.status).fixed(") ");
}

fn claim(page: &mut MarkdownPage, card: &ClaimCard<'_>) {
    page.fixed("### Claim ").inline(&card.head.number).fixed(" ").fixed(card.head.status).fixed("\n\n");
    page.lines("> ", card.quote).fixed("\n");
    page.fixed("- verdict: ").fixed(card.head.glyph).fixed(" ").inline(card.head.verdict);
    if !card.head.by.is_empty() || !card.head.at.is_empty() {
        page.fixed(", marked ").inline(&card.head.at).fixed(" ").inline(&card.head.by);
    }
    page.fixed("\n");
    field(page, "states", card.statement);
    field(page, "says", &card.speaker);
    field(page, "tags", &card.tags.join(", "));
    for source in &card.sources {
        cited(page, source);
    }
    field(page, "assigned to", card.assignee);
    for (title, words) in &card.more {
        field(page, title, words);
    }
    for fix in &card.fixes {
        page.fixed("- correction (").inline(&fix.status).fixed("): ");
        page.changes(&fix.runs);
        page.fixed("\n");
    }
    card.queries.iter().for_each(|query| asked(page, "asked", query));
    card.replies.iter().for_each(|reply| asked(page, "right of reply", reply));
    for (who, words) in &card.remarks {
        page.fixed("- remark (").inline(who).fixed("): ").inline(words).fixed("\n");
    }
    for (form, words) in &card.written {
        page.fixed("- in the draft (").inline(form).fixed("): ").inline(words).fixed("\n");
    }
    page.fixed("\n");
    if !card.note.trim().is_empty() {
        page.fixed("Note:\n\n").lines("> ", card.note).fixed("\n");
    }
    if !card.history.is_empty() {
        page.fixed("History:\n\n");
        for line in &card.history {
            page.fixed("- ").inline(&line.at).fixed(" ").inline(line.by).fixed(", ").inline(&line.what).fixed("\n");
        }
        page.fixed("\n");
    }
}

fn field(page: &mut MarkdownPage, label: &'static str, value: &str) {
    if !value.trim().is_empty() {
        page.fixed("- ").fixed(label).fixed(": ").inline(value).fixed("\n");
    }
}

fn cited(page: &mut MarkdownPage, source: &Cited<'_>) {
    page.fixed("- source: ").link(source.title, source.url);
    if !source.about.is_empty() {
        page.fixed(" (").inline(&source.about).fixed(")");
    }
    if let Some(archive) = &source.archive {
        page.fixed(", ").link("archived", archive);
    }
    if source.link.is_none() && !source.url.trim().is_empty() && source.url != source.title {
        page.fixed(", at ").inline(source.url);
    }
    if !source.quote.trim().is_empty() {
        page.fixed(" – ").running(&quoted(source.quote.trim()));
    }
    page.fixed("\n");
}

fn asked(page: &mut MarkdownPage, label: &'static str, asked: &Asked<'_>) {
    page.fixed("- ").fixed(label).fixed(" (").inline(&asked.status).fixed("): ").inline(asked.to);
    if !asked.question.trim().is_empty() {
        page.fixed(" – ").inline(asked.question);
    }
    if !asked.answer.trim().is_empty() {
        page.fixed(" – answer – ").inline(asked.answer);
    }
    page.fixed("\n");
}
