//! The corrections of a session, before and after.

use super::card;
use super::markdown::MarkdownPage;
use super::sheet::ExportSheet;

/// As Markdown: for each the words as they stand, as they should stand, and the change word by word.
pub(super) fn markdown(sheet: &ExportSheet<'_>) -> String {
    let mut page = MarkdownPage::default();
    page.fixed("# Corrections: ").inline(&sheet.article().title).fixed("\n\n");
    let mut none = true;
    for (_, claim) in sheet.checkable() {
        for correction in &claim.record.corrections {
            none = false;
            let fix = card::fix(sheet.session().corrected(claim, correction), correction);
            page.fixed("## Claim ").inline(claim.number).fixed(" (").inline(&fix.status).fixed(")\n\n");
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
