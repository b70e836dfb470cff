//! The list of evidence at the end of a report: each file with its place and its SHA-256, so that anybody can tell whether it is the same.

use super::markdown::MarkdownPage;
use super::sheet::ExportSheet;

/// The files of evidence that may be told; nothing where there are none.
pub(super) fn markdown(page: &mut MarkdownPage, sheet: &ExportSheet<'_>) {
    let files = &sheet.session().evidence;
    if files.is_empty() {
        return;
    }
    page.fixed("## The evidence\n\n");
    for file in files.iter() {
        page.fixed("- ").inline(&file.id).fixed(": ").inline(&file.title).fixed(" (").inline(&file.path).fixed(", ");
        page.number(file.bytes).fixed(" bytes), SHA-256 ").inline(&file.sha256).fixed("\n");
    }
    page.fixed("\n");
}
