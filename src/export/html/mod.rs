//! The report as one self-contained page: no script, nothing loaded, every word escaped by `markup`.

mod agreement;
mod apart;
mod evidence;
mod look;
mod markup;
mod number;
mod record;
mod since;
mod work;

use super::agreement::ReadersReport;
use super::card::{self, ClaimCard};
use super::docx::comments;
use super::passage::{ArticlePassage, ArticlePiece, MarkedClaims, passages};
use super::sheet::ExportSheet;
use super::{link, moment};
use crate::review::{Status, Tally};
use markup::Markup;
use number::ClaimNumbers;

const STYLE: &str = include_str!("report.css");

const HEAD: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
"#;

/// Width of the bar in its own units; the `viewBox` below says the same.
const BAR: usize = 1000;

/// The page.
pub(super) fn report(sheet: &ExportSheet<'_>, history: bool) -> String {
    let cards = card::cards(sheet, history);
    let dismissed = |card: &&ClaimCard<'_>| card.head.status == Status::Dismissed.word();
    let language = &sheet.article().language;
    let mut page = begun("Fact-check: ", sheet);
    provenance(&mut page, sheet, "Fact-check: ");
    page.fixed("<main>\n");
    work::work(&mut page, sheet, ClaimNumbers::Links);
    look::look(&mut page, sheet, ClaimNumbers::Links);
    since::since(&mut page, sheet, ClaimNumbers::Links);
    summary(&mut page, sheet);
    agreement::section(&mut page, ReadersReport::of(sheet), ClaimNumbers::Links);
    article(&mut page, sheet, &cards);
    page.fixed("<section aria-labelledby=\"claims\">\n<h2 id=\"claims\">The claims</h2>\n");
    for card in cards.iter().filter(|card| !dismissed(card)) {
        record::record(&mut page, card, language);
    }
    page.fixed("</section>\n");
    let mut dismissed = cards.iter().filter(dismissed).peekable();
    if dismissed.peek().is_some() {
        page.fixed("<section aria-labelledby=\"dismissed\">\n<h2 id=\"dismissed\">Nothing to check</h2>\n<ul>\n");
        for card in dismissed {
            page.fixed("<li id=\"claim-").words(&card.head.number).fixed("\">").words(&card.head.number);
            page.fixed(" – <span dir=\"auto\">").words(card.quote).fixed("</span>");
            if !card.head.by.is_empty() || !card.head.at.is_empty() {
                page.fixed(" (").apart(&card.head.by).fixed(" ").apart(&card.head.at).fixed(")");
            }
            record::note(&mut page, card.note);
            record::kept(&mut page, &comments::beside_note(card));
            page.fixed("</li>\n");
        }
        page.fixed("</ul>\n</section>\n");
    }
    apart::apart(&mut page, sheet);
    evidence::evidence(&mut page, sheet);
    page.fixed("</main>\n</body>\n</html>\n");
    page.finish()
}

/// A page with nothing but what needs work and what changed since an earlier draft.
pub(super) fn digest(sheet: &ExportSheet<'_>) -> String {
    let mut page = begun("What needs work: ", sheet);
    provenance(&mut page, sheet, "What needs work: ");
    page.fixed("<main>\n");
    work::work(&mut page, sheet, ClaimNumbers::Bare);
    look::look(&mut page, sheet, ClaimNumbers::Bare);
    since::since(&mut page, sheet, ClaimNumbers::Bare);
    agreement::section(&mut page, ReadersReport::open(sheet), ClaimNumbers::Bare);
    page.fixed("</main>\n</body>\n</html>\n");
    page.finish()
}

/// A page up to its body, its title led by `what` it is.
fn begun(what: &'static str, sheet: &ExportSheet<'_>) -> Markup {
    let mut page = Markup::default();
    page.fixed(HEAD).fixed("<title>").fixed(what).words(&sheet.article().title).fixed("</title>\n<style>\n");
    page.fixed(STYLE).fixed("</style>\n</head>\n<body>\n");
    page
}

fn provenance(page: &mut Markup, sheet: &ExportSheet<'_>, what: &'static str) {
    let from = &sheet.article().provenance;
    page.fixed("<header>\n<h1>").fixed(what).apart(&sheet.article().title).fixed("</h1>\n<dl class=\"facts\">\n");
    let mut fact = |label: &'static str, value: &str| {
        if !value.trim().is_empty() {
            page.fixed("<div><dt>").fixed(label).fixed(":</dt> <dd>");
            page.linked(value, link::checked(value).as_deref()).fixed("</dd></div>\n");
        }
    };
    fact("article", from.file_name());
    fact("address", from.url.as_deref().unwrap_or_default());
    fact("by", from.byline.as_deref().unwrap_or_default());
    fact("published", from.published.as_deref().unwrap_or_default());
    fact("standing", &sheet.standing());
    fact("imported", &moment::told(&from.imported_at));
    fact("last mark", &sheet.session().history().last().map(|entry| moment::told(&entry.at)).unwrap_or_default());
    sheet.signed().iter().for_each(|signed| fact("signed off", signed));
    page.fixed("</dl>\n");
    if let Some(notice) = sheet.withheld_notice() {
        page.fixed("<p class=\"notice\">").words(&notice).fixed("</p>\n");
    }
    page.fixed("</header>\n");
}

fn summary(page: &mut Markup, sheet: &ExportSheet<'_>) {
    let (tally, standing) = (sheet.session().claims().tally(), sheet.tally());
    let settled = |page: &mut Markup| {
        page.number(standing.settled()).fixed(" of ").number(tally.total()).fixed(" claims settled");
    };
    page.fixed("<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">Summary</h2>\n<p>");
    settled(page);
    page.fixed(
        ".</p>\n<svg class=\"bar\" viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"",
    );
    settled(page);
    page.fixed("\">\n");
    let shown = Status::ALL.into_iter().filter(|status| *status != Status::Other || tally.other > 0);
    bar(page, &standing, shown.clone());
    page.fixed("</svg>\n<table>\n<caption class=\"unseen\">Claims by verdict</caption>\n");
    page.fixed(
        "<thead class=\"unseen\"><tr><th scope=\"col\">verdict</th><th scope=\"col\">claims</th></tr></thead>\n",
    );
    page.fixed("<tbody>\n");
    for status in shown {
        page.fixed("<tr><th scope=\"row\"><span aria-hidden=\"true\">").fixed(card::glyph(status)).fixed("</span> ");
        page.fixed(status.word()).fixed("</th><td>").number(tally.of(status)).fixed("</td></tr>\n");
    }
    page.fixed("</tbody>\n</table>\n");
    page.fixed("</section>\n");
}

/// The parts of the bar, which the dismissed have none of.
fn bar(page: &mut Markup, tally: &Tally, shown: impl Iterator<Item = Status>) {
    let part = |claims: usize| (claims * BAR).checked_div(tally.total()).unwrap_or(0);
    let mut seen = 0;
    for status in shown.filter(|status| *status != Status::Dismissed) {
        let from = part(seen);
        seen += tally.of(status);
        let width = part(seen) - from;
        if width > 0 {
            page.fixed("<rect class=\"").fixed(status.word()).fixed("\" x=\"").number(from);
            page.fixed("\" y=\"0\" width=\"").number(width).fixed("\" height=\"20\"/>\n");
        }
    }
}

fn article(page: &mut Markup, sheet: &ExportSheet<'_>, cards: &[ClaimCard<'_>]) {
    page.fixed("<section class=\"text\" aria-labelledby=\"article\">\n<h2 id=\"article\">The article</h2>\n<div");
    page.attribute("lang", &sheet.article().language).fixed(">\n");
    for passage in passages(sheet.article(), sheet.session().claims(), MarkedClaims::All) {
        block(page, &passage, cards);
    }
    page.fixed("</div>\n</section>\n");
}

/// Lists in lists whose items stand in further than those around them; the style sheet has a class for each.
const DEEPEST: usize = 4;

fn block(page: &mut Markup, passage: &ArticlePassage<'_>, cards: &[ClaimCard<'_>]) {
    page.fixed("<p class=\"").words(passage.kind.as_str());
    let depth = passage.item.depth.min(DEEPEST);
    if depth > 0 {
        page.fixed(" depth-").number(depth);
    }
    page.fixed("\" dir=\"auto\">");
    if let Some(mark) = passage.item.mark() {
        page.fixed("<span class=\"sign\">").words(mark).fixed("</span> ");
    }
    for piece in &passage.pieces {
        marked(page, piece, cards);
    }
    page.fixed("</p>\n");
}

/// A run of words with the signs of the claims that open in it, in the colour of the last claim to be checked that it lies in; where
/// claims overlap, a number at the end says whose it is.
fn marked(page: &mut Markup, piece: &ArticlePiece<'_>, cards: &[ClaimCard<'_>]) {
    let head = |number: &usize| cards.get(number.saturating_sub(1)).map(|card| &card.head);
    for head in piece.opens.iter().filter_map(head) {
        page.fixed("<a class=\"chip ").fixed(head.status).fixed("\" id=\"at-").words(&head.number);
        page.fixed("\" href=\"#claim-").words(&head.number).fixed("\"><span class=\"unseen\">claim </span>");
        page.words(&head.number).fixed(" <span aria-hidden=\"true\">").fixed(head.glyph);
        page.fixed("</span><span class=\"unseen\"> ").fixed(head.status).fixed("</span></a>");
    }
    let overlap = piece.claims.len() > 1;
    let checkable = piece.claims.iter().rev().filter_map(head).find(|head| head.status != Status::Dismissed.word());
    match checkable.or_else(|| piece.claims.last().and_then(head)) {
        Some(head) => {
            page.fixed("<mark class=\"").fixed(head.status).fixed(if overlap { " overlap\">" } else { "\">" });
            page.words(piece.text).fixed("</mark>");
        }
        None => _ = page.words(piece.text),
    }
    for head in piece.closes.iter().rev().filter_map(head).filter(|_| overlap) {
        page.fixed("<span class=\"end ").fixed(head.status).fixed("\"><span class=\"unseen\"> end of claim </span>");
        page.words(&head.number).fixed("</span>");
    }
}
