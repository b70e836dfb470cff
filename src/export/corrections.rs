//! The corrections of a session, before and after.

use serde_json::Value;

use super::card;
use super::markdown::MarkdownPage;
use super::sheet::ExportSheet;
use crate::review::{Change, Claim, Correction, CorrectionStatus, Entry, Session, field};

/// The words that a correction corrects: those that stand, and of one that was taken over those it was proposed for.
fn corrected<'s>(session: &'s Session, claim: &'s Claim, correction: &Correction) -> &'s str {
    let proposes = |entry: &&Entry| {
        let Change::Field(field, swap) = &entry.edit.change else { return false };
        let has = |thing: &Value| {
            let says = |key: &str, words: &str| thing.get(key).and_then(Value::as_str) == Some(words);
            says("id", &correction.id) && says("text", &correction.text)
        };
        entry.edit.claim.as_ref() == Some(&claim.id)
            && *field == &field::CORRECTIONS
            && field.items(&swap.after).iter().any(has)
    };
    let taken_over = correction.status == CorrectionStatus::Accepted;
    let entry = session.history().iter().find(proposes).filter(|_| taken_over);
    entry.map_or_else(|| session.exact(claim), |entry| session.wording_at(claim, &entry.id))
}

/// As Markdown: for each the words as they stand, as they should stand, and the change word by word.
pub(super) fn markdown(sheet: &ExportSheet<'_>) -> String {
    let mut page = MarkdownPage::default();
    page.fixed("# Corrections: ").inline(&sheet.article().title).fixed("\n\n");
    let mut none = true;
    for (_, claim) in sheet.checkable() {
        for correction in &claim.record.corrections {
            none = false;
            let fix = card::fix(corrected(sheet.session(), claim, correction), correction);
            page.fixed("## Claim ").inline(claim.number).fixed(" (").inline(fix.status).fixed(")\n\n");
            page.fixed("Before:\n\n").lines("> ", fix.before);
            page.fixed("\nAfter:\n\n").lines("> ", fix.after).fixed("\nChange: ");
            page.changes(&fix.runs);
            page.fixed("\n\n");
        }
    }
    if none {
        page.fixed("No corrections are proposed.\n");
    }
    page.finish()
}
