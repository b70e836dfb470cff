//! What was done since somebody looked, as a part of the page.

use super::super::look;
use super::super::sheet::ExportSheet;
use super::markup::Markup;
use super::number::ClaimNumbers;

/// The part of the page; nothing where no look was asked for.
pub(super) fn look(page: &mut Markup, sheet: &ExportSheet<'_>, numbers: ClaimNumbers) {
    let Some(look::ToldLook { when, claims, nothing }) = look::told(sheet) else { return };
    page.fixed("<section aria-labelledby=\"look\">\n<h2 id=\"look\">Since ").words(&when).fixed("</h2>\n");
    if claims.is_empty() {
        page.fixed("<p>").fixed(nothing).fixed("</p>\n</section>\n");
        return;
    }
    page.fixed("<ul>\n");
    for claim in &claims {
        page.fixed("<li><span aria-hidden=\"true\">").fixed(claim.glyph).fixed("</span> ");
        // A claim whose words are gone has no card.
        (if claim.stands { numbers } else { ClaimNumbers::Bare }).put(page, &claim.number);
        page.fixed(" ").quotation(&claim.quote).fixed("<ul>\n");
        for line in &claim.says {
            page.fixed("<li dir=\"auto\">").words(line).fixed("</li>\n");
        }
        page.fixed("</ul></li>\n");
    }
    page.fixed("</ul>\n</section>\n");
}
