//! What changed since an earlier draft, as a part of the page.

use super::super::sheet::ExportSheet;
use super::super::since::{self, Since};
use super::markup::Markup;
use super::number::ClaimNumbers;

/// The part of the page; nothing while there is one draft only.
pub(super) fn since(page: &mut Markup, sheet: &ExportSheet<'_>, numbers: ClaimNumbers) {
    let Some(since) = since::of(sheet) else { return };
    page.fixed("<section aria-labelledby=\"since\">\n<h2 id=\"since\">Since draft ").number(since.draft as usize);
    page.fixed("</h2>\n<p>").words(&since.fates.to_string()).fixed("</p>\n");
    if !since.claims.is_empty() {
        page.fixed("<ul>\n");
    }
    for one in &since.claims {
        let Since { number, is, runs, says } = since::told(one, since.draft);
        page.fixed("<li>");
        if one.now.is_empty() {
            page.words(&number);
        } else {
            numbers.put(page, &number);
        }
        page.fixed(" ").words(&is).fixed(": <span class=\"said\" dir=\"auto\">").changes(&runs).fixed("</span>");
        page.fixed(" <span class=\"quiet\">(").words(&says).fixed(")</span></li>\n");
    }
    if !since.claims.is_empty() {
        page.fixed("</ul>\n");
    }
    if !since.blocks.is_empty() {
        page.fixed("<h3>The words that changed</h3>\n");
    }
    for block in &since.blocks {
        page.fixed("<p class=\"said\" dir=\"auto\">").changes(&since::brief(&block.runs)).fixed("</p>\n");
    }
    page.fixed("</section>\n");
}
