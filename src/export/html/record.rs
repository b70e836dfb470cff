//! A claim of the page with its record.

use super::super::card::{Asked, Cited, ClaimCard, Fix};
use super::markup::Markup;

/// A claim as its card, `language` being that of its words; empty when it is not known.
pub(super) fn record(page: &mut Markup, card: &ClaimCard<'_>, language: &str) {
    head(page, card);
    page.fixed("<blockquote dir=\"auto\"").attribute("lang", language).fixed(">").words(card.quote);
    page.fixed("</blockquote>\n<dl class=\"record\">\n");
    field(page, "<dt>states</dt><dd class=\"said\">", card.statement);
    if !card.speaker.is_empty() {
        page.fixed("<dt>says</dt><dd>").apart(&card.speaker).fixed("</dd>\n");
    }
    if !card.head.by.is_empty() || !card.head.at.is_empty() {
        page.fixed("<dt>marked</dt><dd>").apart(&card.head.by).fixed(" ").apart(&card.head.at).fixed("</dd>\n");
    }
    field(page, "<dt>note</dt><dd class=\"said\" dir=\"auto\">", card.note);
    sources(page, &card.sources);
    field(page, "<dt>assigned to</dt><dd>", card.assignee);
    card.fixes.iter().for_each(|fix| correction(page, fix));
    card.queries.iter().for_each(|query| asked(page, "asked", query));
    card.replies.iter().for_each(|reply| asked(page, "right of reply", reply));
    for (who, words) in &card.remarks {
        page.fixed("<dt>remark</dt><dd class=\"said\" dir=\"auto\">")
            .apart(who)
            .fixed(": ")
            .words(words)
            .fixed("</dd>\n");
    }
    for (form, words) in &card.written {
        page.fixed("<dt>in the draft</dt><dd class=\"said\" dir=\"auto\">").apart(form).fixed(": ");
        page.words(words).fixed("</dd>\n");
    }
    tags(page, card.tags);
    for (title, words) in &card.more {
        page.fixed("<dt>").fixed(title).fixed("</dt><dd class=\"said\" dir=\"auto\">").words(words).fixed("</dd>\n");
    }
    history(page, card);
    page.fixed("</dl>\n</article>\n");
}

/// The note on a claim with nothing to check, which has no card.
pub(super) fn note(page: &mut Markup, words: &str) {
    if !words.trim().is_empty() {
        page.fixed("<p class=\"said\" dir=\"auto\">").words(words).fixed("</p>\n");
    }
}

/// What else is kept with such a claim, a line each.
pub(super) fn kept(page: &mut Markup, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    page.fixed("<ul>\n");
    for line in lines {
        page.fixed("<li class=\"said\" dir=\"auto\">").words(line).fixed("</li>\n");
    }
    page.fixed("</ul>\n");
}

fn head(page: &mut Markup, card: &ClaimCard<'_>) {
    let head = &card.head;
    page.fixed("<article class=\"card ").fixed(head.status).fixed("\" id=\"claim-").words(&head.number);
    page.fixed("\" aria-labelledby=\"name-").words(&head.number).fixed("\">\n<h3><span id=\"name-").words(&head.number);
    page.fixed("\">").words(&head.number).fixed(" <span class=\"verdict\"><span aria-hidden=\"true\">");
    page.fixed(head.glyph).fixed("</span> ").apart(head.verdict).fixed("</span></span> <a href=\"#at-");
    page.words(&head.number).fixed("\">in the text<span class=\"unseen\">: claim ").words(&head.number);
    page.fixed("</span></a></h3>\n");
}

fn field(page: &mut Markup, opening: &'static str, words: &str) {
    if !words.is_empty() {
        page.fixed(opening).words(words).fixed("</dd>\n");
    }
}

fn sources(page: &mut Markup, sources: &[Cited<'_>]) {
    if sources.is_empty() {
        return;
    }
    page.fixed("<dt>sources</dt><dd><ul>\n");
    for source in sources {
        page.fixed("<li>").linked(source.title, source.link.as_deref());
        if !source.about.is_empty() {
            page.fixed(" <span class=\"quiet\">(").apart(&source.about).fixed(")</span>");
        }
        if source.archive.is_some() {
            page.fixed(", ").linked("archived", source.archive.as_deref());
        }
        if !source.url.is_empty() && source.link.is_none() && source.url != source.title {
            page.fixed(", at ").apart(source.url);
        }
        if !source.quote.is_empty() {
            page.fixed(" – ").quotation(source.quote);
        }
        page.fixed("</li>\n");
    }
    page.fixed("</ul></dd>\n");
}

fn correction(page: &mut Markup, fix: &Fix<'_>) {
    page.fixed("<dt>correction <span class=\"quiet\">(").words(&fix.status);
    page.fixed(")</span></dt><dd class=\"said\" dir=\"auto\">");
    page.changes(&fix.runs).fixed("</dd>\n");
}

fn asked(page: &mut Markup, label: &'static str, asked: &Asked<'_>) {
    page.fixed("<dt>").fixed(label).fixed(" <span class=\"quiet\">(").words(&asked.status).fixed(")</span></dt>\n<dd>");
    page.apart(asked.to);
    if !asked.question.is_empty() {
        page.fixed(": <span class=\"said\">").words(asked.question).fixed("</span>");
    }
    if !asked.answer.is_empty() {
        page.fixed("\n<div class=\"said answer\"><b>Answer:</b> ").words(asked.answer).fixed("</div>");
    }
    page.fixed("</dd>\n");
}

fn tags(page: &mut Markup, tags: &[String]) {
    if tags.is_empty() {
        return;
    }
    page.fixed("<dt>tags</dt><dd>");
    for (index, tag) in tags.iter().enumerate() {
        page.fixed(if index > 0 { ", " } else { "" }).apart(tag);
    }
    page.fixed("</dd>\n");
}

fn history(page: &mut Markup, card: &ClaimCard<'_>) {
    if card.history.is_empty() {
        return;
    }
    page.fixed("<dt>history</dt><dd><ol class=\"history\">\n");
    for line in &card.history {
        page.fixed("<li>").apart(&line.at).fixed(" ").apart(line.by).fixed(", <span class=\"said\">").words(&line.what);
        page.fixed("</span></li>\n");
    }
    page.fixed("</ol></dd>\n");
}
