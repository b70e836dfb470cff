//! Annotations as the Hypothesis API gives them: positions in UTF-16 code units, the text in Markdown.

use serde_json::{Value, json};

use super::as_of::{self, AS_OF};
use super::card::{self, Cited, ClaimCard};
use super::markdown::MarkdownPage;
use super::sheet::ExportSheet;
use super::utf16::Units;
use super::{json_text, moment, names};
use crate::review::Claim;
use crate::review::wire::AnchorShape;
use crate::text::quoted;

/// What the client exports and takes in: one annotation a claim, dismissed ones left out; the tags begin with the verdict. It wants
/// the list by this name and of each annotation who may read it; the day is that of the last entry.
pub(super) fn export(sheet: &ExportSheet<'_>) -> String {
    let (session, article) = (names::session(sheet), names::article(sheet));
    let mut units = Units::new(sheet.article().text());
    let rows: Vec<Value> =
        sheet.told().map(|(number, claim)| row(sheet, (&session, &article), &mut units, number, claim)).collect();
    let last = sheet.session().history().last().map_or(&sheet.article().provenance.imported_at, |entry| &entry.at);
    json_text::pretty(&json!({
        "export_date": moment::moment(last),
        "export_userid": "",
        "client_version": "",
        AS_OF: as_of::told(sheet.whole()),
        "annotations": rows,
    }))
}

fn row(
    sheet: &ExportSheet<'_>,
    (session, article): (&str, &str),
    units: &mut Units<'_>,
    number: usize,
    claim: &Claim,
) -> Value {
    let anchor = AnchorShape::of(sheet.article(), claim.span);
    let card = card::card(sheet.session(), number, claim);
    let mark = sheet.mark(claim);
    let mark = mark.as_deref();
    let start = units.before(claim.span.start);
    let length = sheet.session().exact(claim).encode_utf16().count();
    let created = mark.and_then(|mark| moment::moment(&mark.at));
    let mut tags = vec![card.head.verdict];
    tags.extend(card.tags.iter().map(String::as_str));
    json!({
        "id": names::claim(session, claim.id.as_str()),
        "created": created,
        "updated": created,
        "user": mark.map_or("", |mark| &*mark.by),
        "uri": article,
        "document": { "title": [sheet.article().title] },
        "text": text(&card),
        "tags": tags,
        "group": "__world__",
        "permissions": { "read": ["group:__world__"], "admin": [], "update": [], "delete": [] },
        "flagged": false,
        "hidden": false,
        "user_info": { "display_name": mark.map(|mark| &*mark.by).filter(|by| !by.is_empty()) },
        "target": [{
            "source": article,
            "selector": [
                { "type": "TextPositionSelector", "start": start, "end": start + length },
                { "type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix },
            ],
        }],
    })
}

/// What an annotation says, in Markdown. The questions come last: whoever answers writes below.
pub(super) fn text(card: &ClaimCard<'_>) -> String {
    let mut page = MarkdownPage::default();
    page.fixed("**").inline(card.head.verdict).fixed("**\n\n").lines("", card.note).fixed("\n");
    line(&mut page, "States: ", card.statement);
    line(&mut page, "Says: ", &card.speaker);
    for source in &card.sources {
        page.fixed("- ").link(source.title, source.url).fixed("\n");
    }
    for source in &card.sources {
        about(&mut page, source);
    }
    for fix in &card.fixes {
        page.fixed("\nCorrection: ").inline(fix.after).fixed("\n");
        line(&mut page, "The correction is: ", &fix.status);
    }
    for reply in &card.replies {
        line(&mut page, "Right of reply: ", &format!("{} ({}) {}", reply.to, reply.status, reply.answer));
    }
    for (who, words) in &card.remarks {
        line(&mut page, "Remark: ", &format!("{who}: {words}"));
    }
    line(&mut page, "Assigned to: ", card.assignee);
    for (title, words) in &card.more {
        page.fixed("\n").fixed(title).fixed(": ").inline(words).fixed("\n");
    }
    for query in &card.queries {
        line(&mut page, "Asked: ", &format!("{}, {}", query.to, query.status));
        page.fixed("\nQuestion: ").inline(query.question).fixed("\n\nAnswer: ").inline(query.answer).fixed("\n");
    }
    page.finish()
}

fn line(page: &mut MarkdownPage, label: &'static str, words: &str) {
    if !words.trim().is_empty() {
        page.fixed("\n").fixed(label).inline(words).fixed("\n");
    }
}

/// What is said of a source beside its name and address.
fn about(page: &mut MarkdownPage, source: &Cited<'_>) {
    if source.about.is_empty() && source.archive.is_none() && source.quote.trim().is_empty() {
        return;
    }
    page.fixed("\nAbout the source: ").inline(&source.about);
    if let Some(archive) = &source.archive {
        page.fixed(", ").link("archived", archive);
    }
    if !source.quote.trim().is_empty() {
        page.fixed(" ").running(&quoted(source.quote.trim()));
    }
    page.fixed("\n");
}
