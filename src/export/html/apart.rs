//! The claims whose words stand nowhere any more, as a part of the page.

use super::super::apart;
use super::super::sheet::ExportSheet;
use super::markup::Markup;

/// The part of the page; nothing while every claim's words stand.
pub(super) fn apart(page: &mut Markup, sheet: &ExportSheet<'_>) {
    if sheet.session().apart().is_empty() {
        return;
    }
    page.fixed("<section aria-labelledby=\"apart\">\n<h2 id=\"apart\">").fixed(apart::HEADING).fixed("</h2>\n<ul>\n");
    for one in apart::parted(sheet) {
        page.fixed("<li>").words(&one.number).fixed(" <span class=\"said\" dir=\"auto\">").words(one.words);
        page.fixed("</span>\n<ul>\n");
        for line in &one.kept {
            page.fixed("<li>").words(line).fixed("</li>\n");
        }
        page.fixed("</ul></li>\n");
    }
    page.fixed("</ul>\n</section>\n");
}
