//! Readers side by side, as a part of the page.

use super::super::agreement::{LEGEND, ReadersReport};
use super::markup::Markup;
use super::number::ClaimNumbers;

/// The part of the page that tells what was `found`, if that is anything.
pub(super) fn section(page: &mut Markup, found: Option<ReadersReport>, numbers: ClaimNumbers) {
    let Some(found) = found else { return };
    page.fixed("<section aria-labelledby=\"readers\">\n<h2 id=\"readers\">Readers side by side</h2>\n<p>");
    page.words(&found.read)
        .fixed(".</p>\n<table>\n<caption class=\"unseen\">Agreement of readers</caption>\n<thead><tr>");
    page.fixed("<td></td><th scope=\"col\">read by two or more</th><th scope=\"col\">alike</th>");
    page.fixed("<th scope=\"col\">percent</th><th scope=\"col\">beyond chance</th></tr></thead>\n<tbody>\n");
    for share in &found.shares {
        page.fixed("<tr><th scope=\"row\">").apart(&share.of).fixed("</th><td>").number(share.alike.compared);
        page.fixed("</td><td>").number(share.alike.agreed).fixed("</td><td>").words(&share.percent);
        page.fixed("</td><td>").words(&share.beyond).fixed("</td></tr>\n");
    }
    page.fixed("</tbody>\n</table>\n<p class=\"quiet\">").words(LEGEND).fixed("</p>\n");
    if !found.apart.is_empty() {
        page.fixed("<h3>Where readers differ <span class=\"quiet\">(").number(found.apart.len());
        page.fixed(")</span></h3>\n<ul>\n");
        for one in &found.apart {
            page.fixed("<li><span aria-hidden=\"true\">").fixed(one.glyph).fixed("</span> ");
            numbers.put(page, &one.number);
            page.fixed(" ").quotation(&one.quote).fixed("<ul>\n");
            for line in [&one.verdicts, &one.settled].into_iter().filter(|line| !line.is_empty()) {
                page.fixed("<li dir=\"auto\">").words(line).fixed("</li>\n");
            }
            page.fixed("</ul></li>\n");
        }
        page.fixed("</ul>\n");
    }
    page.fixed("</section>\n");
}
