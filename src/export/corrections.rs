//! The corrections of a session, before and after.

use super::card;
use super::markdown::Page;
use super::report;
use super::sheet::Sheet;

/// As Markdown: for each the words as they stand, as they should stand, and the change word by word.
pub(super) fn markdown(sheet: &Sheet<'_>) -> String {
    let mut page = Page::default();
    page.fixed("# Corrections: ").inline(&sheet.article().title).fixed("\n\n");
    let mut none = true;
    for (number, claim) in sheet.checkable() {
        let Some(correction) = claim.record.correction.as_deref() else { continue };
        none = false;
        let fix = card::fix(sheet.session().exact(claim), correction);
        page.fixed("## Claim ").number(number as u64).fixed(" (").inline(fix.status).fixed(")\n\n");
        page.fixed("Before:\n\n").lines("> ", fix.before);
        page.fixed("\nAfter:\n\n").lines("> ", fix.after).fixed("\nChange: ");
        report::changes(&mut page, &fix);
        page.fixed("\n\n");
    }
    if none {
        page.fixed("No corrections are proposed.\n");
    }
    page.finish()
}
