//! What needs work, as the first part of the page.

use super::super::sheet::ExportSheet;
use super::super::work::{self, Need};
use super::markup::Markup;
use super::number::ClaimNumbers;

/// The part of the page that comes first.
pub(super) fn work(page: &mut Markup, sheet: &ExportSheet<'_>, numbers: ClaimNumbers) {
    page.fixed("<section class=\"work\" aria-labelledby=\"work\">\n<h2 id=\"work\">What needs work</h2>\n");
    let sections = work::sections(sheet);
    if sections.is_empty() {
        page.fixed("<p>Nothing: every claim is settled, and nothing is owed.</p>\n");
    }
    for section in sections {
        page.fixed("<h3>").fixed(section.heading).fixed(" <span class=\"quiet\">(").number(section.items.len());
        page.fixed(")</span></h3>\n<ul>\n");
        for need in &section.items {
            item(page, need, numbers);
        }
        page.fixed("</ul>\n");
    }
    page.fixed("</section>\n");
}

fn item(page: &mut Markup, need: &Need, numbers: ClaimNumbers) {
    page.fixed("<li><span aria-hidden=\"true\">").fixed(need.glyph).fixed("</span> ");
    if !need.number.is_empty() {
        numbers.put(page, &need.number);
        page.fixed(" ");
    }
    page.quotation(&need.quote);
    if !need.says.is_empty() {
        page.fixed("<ul>\n");
        for line in &need.says {
            page.fixed("<li dir=\"auto\">").words(line).fixed("</li>\n");
        }
        page.fixed("</ul>");
    }
    page.fixed("</li>\n");
}
