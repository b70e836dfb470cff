//! The list of evidence at the end of the page: each file with its place and its SHA-256.

use super::markup::Markup;
use crate::export::sheet::ExportSheet;

/// The files of evidence that may be told; nothing where there are none.
pub(super) fn evidence(page: &mut Markup, sheet: &ExportSheet<'_>) {
    let files = &sheet.session().evidence;
    if files.is_empty() {
        return;
    }
    page.fixed("<section aria-labelledby=\"evidence\">\n<h2 id=\"evidence\">The evidence</h2>\n<ul>\n");
    for file in files.iter() {
        page.fixed("<li>").words(&file.id).fixed(": <span dir=\"auto\">").words(&file.title).fixed("</span> (");
        page.words(&file.path).fixed(", ").words(&file.bytes.to_string()).fixed(" bytes), SHA-256 <code>");
        page.words(&file.sha256).fixed("</code></li>\n");
    }
    page.fixed("</ul>\n</section>\n");
}
