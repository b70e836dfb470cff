//! Annotations as the Hypothesis API gives them: positions in UTF-16 code units, the text in Markdown.

use serde_json::{Value, json};

use super::card::{self, Card};
use super::markdown::Page;
use super::sheet::Sheet;
use super::utf16::Units;
use super::{json_text, moment, names};
use crate::review::Claim;
use crate::review::wire::AnchorShape;

/// One row a claim, dismissed ones left out; the tags begin with the verdict.
pub(super) fn search_result(sheet: &Sheet<'_>) -> String {
    let (session, article) = (names::session(sheet), names::article(sheet));
    let mut units = Units::new(sheet.article().text());
    let rows: Vec<Value> =
        sheet.checkable().map(|(number, claim)| row(sheet, (&session, &article), &mut units, number, claim)).collect();
    json_text::pretty(&json!({ "total": rows.len(), "rows": rows }))
}

fn row(
    sheet: &Sheet<'_>,
    (session, article): (&str, &str),
    units: &mut Units<'_>,
    number: usize,
    claim: &Claim,
) -> Value {
    let anchor = AnchorShape::of(sheet.article(), claim.span);
    let card = card::card(sheet.session(), number, claim);
    let mark = claim.mark.as_ref();
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
        "target": [{
            "source": article,
            "selector": [
                { "type": "TextPositionSelector", "start": start, "end": start + length },
                { "type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix },
            ],
        }],
    })
}

fn text(card: &Card<'_>) -> String {
    let mut page = Page::default();
    page.fixed("**").inline(card.head.verdict).fixed("**\n\n").lines("", card.note).fixed("\n");
    for source in &card.sources {
        page.fixed("- ").link(source.title, source.url).fixed("\n");
    }
    for fix in &card.fixes {
        page.fixed("\nCorrection: ").inline(fix.after).fixed("\n");
    }
    for query in &card.queries {
        page.fixed("\nQuestion: ").inline(query.question).fixed("\n\nAnswer: ").inline(query.answer).fixed("\n");
    }
    page.finish()
}
