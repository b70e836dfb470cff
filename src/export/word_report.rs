//! The report for a word processor: what needs work, what changed, the article with its claims, every claim with its record.

use super::agreement;
use super::apart;
use super::card::{self, ClaimCard};
use super::docx::{DocxError, Plain, Style, comments};
use super::look;
use super::moment;
use super::passage::{ArticlePassage, MarkedClaims, passages};
use super::sheet::ExportSheet;
use super::since;
use super::work;
use crate::review::{BlockKind, Status};
use crate::text::word_diff::{Op, Run};

/// The whole report; with `history`, with every edit of each claim.
pub(super) fn docx(sheet: &ExportSheet<'_>, history: bool) -> Result<Vec<u8>, DocxError> {
    let cards = card::cards(sheet, history);
    let title = format!("Fact-check: {}", sheet.article().title);
    let mut text = Plain::new(&title)?;
    text.paragraph(Style::Title, &title)?;
    provenance(&mut text, sheet)?;
    if let Some(notice) = sheet.withheld_notice() {
        text.paragraph(Style::Body, &notice)?;
    }
    text.paragraph(Style::Heading, "What needs work")?;
    work::paragraphs(&mut text, sheet)?;
    look::docx(&mut text, sheet)?;
    since::docx(&mut text, sheet)?;
    summary(&mut text, sheet)?;
    agreement::docx(&mut text, sheet)?;
    text.paragraph(Style::Heading, "The article")?;
    for passage in passages(sheet.article(), sheet.session().claims(), MarkedClaims::All) {
        let mark = passage.item.mark().map(|mark| format!("{mark} ")).unwrap_or_default();
        text.changes(style(&passage.kind), &mark, &marked(&passage, &cards), "")?;
    }
    let is_dismissed = |card: &&ClaimCard<'_>| card.head.status == Status::Dismissed.word();
    let sections: [(&str, Vec<&ClaimCard<'_>>); 2] = [
        ("The claims", cards.iter().filter(|card| !is_dismissed(card)).collect()),
        ("Nothing to check", cards.iter().filter(is_dismissed).collect()),
    ];
    for (heading, cards) in sections.iter().filter(|(_, cards)| !cards.is_empty()) {
        text.paragraph(Style::Heading, heading)?;
        for card in cards {
            claim(&mut text, card)?;
        }
    }
    kept(&mut text, sheet)?;
    text.finish()
}

fn provenance(text: &mut Plain, sheet: &ExportSheet<'_>) -> Result<(), DocxError> {
    let from = &sheet.article().provenance;
    let last = sheet.session().history().last().map(|entry| moment::told(&entry.at)).unwrap_or_default();
    let signed = sheet.signed();
    let lines = [
        ("", &*sheet.standing()),
        ("by ", from.byline.as_deref().unwrap_or_default()),
        ("published ", from.published.as_deref().unwrap_or_default()),
        ("at ", from.url.as_deref().unwrap_or_default()),
        ("last mark ", &last),
    ];
    let signed = signed.iter().map(|signed| ("signed off: ", signed.as_str()));
    for (label, words) in lines.into_iter().chain(signed).filter(|(_, words)| !words.trim().is_empty()) {
        text.paragraph(Style::Subtitle, &format!("{label}{words}"))?;
    }
    Ok(())
}

fn summary(text: &mut Plain, sheet: &ExportSheet<'_>) -> Result<(), DocxError> {
    let tally = sheet.session().claims().tally();
    text.paragraph(Style::Heading, "Summary")?;
    let each = Status::ALL.into_iter().filter(|status| tally.of(*status) > 0);
    let each: Vec<String> =
        each.map(|status| format!("{} {} {}", card::glyph(status), tally.of(status), status.word())).collect();
    let settled = format!("{} of {} claims settled: {}", sheet.tally().settled(), tally.total(), each.join(", "));
    text.paragraph(Style::Body, &settled)
}

const fn style(kind: &BlockKind) -> Style {
    match kind {
        // The document's own title stands above.
        BlockKind::Headline | BlockKind::Heading => Style::Heading,
        BlockKind::Dek => Style::Subtitle,
        BlockKind::ListItem => Style::Item,
        BlockKind::Quote => Style::Quote,
        BlockKind::Caption => Style::Caption,
        BlockKind::Paragraph | BlockKind::Furniture | BlockKind::Other(_) => Style::Body,
    }
}

/// The words of a block with its claims in double brackets, number and sign in bold; what nobody needs to check is struck through.
fn marked(passage: &ArticlePassage<'_>, cards: &[ClaimCard<'_>]) -> Vec<Run> {
    let of = |number: &usize| cards.get(number.saturating_sub(1));
    let run = |op, text: String| Run::new(op, text);
    let mut runs = Vec::new();
    for piece in &passage.pieces {
        for card in piece.opens.iter().filter_map(of) {
            runs.push(run(Op::Insert, format!("⟦{} {} ", card.head.number, card.head.glyph)));
        }
        let dismissed = !piece.claims.is_empty()
            && piece.claims.iter().filter_map(of).all(|card| card.head.status == Status::Dismissed.word());
        runs.push(run(if dismissed { Op::Delete } else { Op::Equal }, piece.text.to_owned()));
        for card in piece.closes.iter().rev().filter_map(of) {
            // Where claims overlap, the closing bracket says whose it is.
            let whose = if piece.claims.len() > 1 { card.head.number.as_str() } else { "" };
            runs.push(run(Op::Insert, format!("⟧{whose}")));
        }
    }
    runs
}

fn claim(text: &mut Plain, card: &ClaimCard<'_>) -> Result<(), DocxError> {
    let lines = comments::lines(card);
    let (head, rest) = lines.split_first().map_or((String::new(), &[][..]), |(head, rest)| (head.clone(), rest));
    let marked = [&*card.head.at, &*card.head.by].into_iter().filter(|words| !words.is_empty());
    let marked = marked.collect::<Vec<_>>().join(" ");
    let says = if marked.is_empty() { String::new() } else { format!(", marked {marked}") };
    text.changes(Style::Body, "", &[Run::new(Op::Insert, head)], &says)?;
    text.paragraph(Style::Quote, card.quote)?;
    for line in rest {
        text.paragraph(Style::Item, line)?;
    }
    for (form, words) in &card.written {
        text.paragraph(Style::Item, &format!("in the draft ({form}): {words}"))?;
    }
    for line in &card.history {
        text.paragraph(Style::Item, &format!("{} {}, {}", line.at, line.by, line.what))?;
    }
    Ok(())
}

/// What stands behind the claims: those whose words are gone, and the evidence.
fn kept(text: &mut Plain, sheet: &ExportSheet<'_>) -> Result<(), DocxError> {
    for (at, one) in apart::parted(sheet).enumerate() {
        if at == 0 {
            text.paragraph(Style::Heading, apart::HEADING)?;
        }
        text.paragraph(Style::Quote, &format!("{} {}", one.number, one.words))?;
        for line in &one.kept {
            text.paragraph(Style::Item, line)?;
        }
    }
    let evidence = &sheet.session().evidence;
    if !evidence.is_empty() {
        text.paragraph(Style::Heading, "The evidence")?;
    }
    for file in evidence.iter() {
        let says =
            format!("{}: {} ({}, {} bytes), SHA-256 {}", file.id, file.title, file.path, file.bytes, file.sha256);
        text.paragraph(Style::Item, &says)?;
    }
    Ok(())
}
