//! The claims whose words stand nowhere any more, with what is kept of them: a part of the reports.

use super::markdown::MarkdownPage;
use super::sheet::ExportSheet;
use crate::review::Claim;

/// What the part is called.
pub(super) const HEADING: &str = "Words that stand no more";

/// One claim.
pub(super) struct Parted<'a> {
    /// Its number.
    pub(super) number: String,
    /// Its words, in the last draft that had them.
    pub(super) words: &'a str,
    /// What stood on them and what is kept with them, a line each.
    pub(super) kept: Vec<String>,
}

/// All of them.
pub(super) fn parted<'a>(sheet: &'a ExportSheet<'_>) -> impl Iterator<Item = Parted<'a>> {
    let session = sheet.session();
    session.apart().iter().map(|claim| Parted {
        number: claim.number.to_string(),
        words: session.words_of(claim),
        kept: session.told_let_go(claim).into_iter().chain(told(claim)).collect(),
    })
}

fn told(claim: &Claim) -> Vec<String> {
    let Some(fate) = claim.fate() else { return Vec::new() };
    let dropped = (fate.draft > 0).then(|| format!("draft {} came without it", fate.draft));
    let corrections = claim.record.corrections.iter().map(|one| format!("correction, {}: {}", one.state(), one.text));
    dropped.into_iter().chain(fate.told_had()).chain(claim.kept()).chain(corrections).collect()
}

/// The part of a report in Markdown; nothing while every claim's words stand.
pub(super) fn markdown(page: &mut MarkdownPage, sheet: &ExportSheet<'_>) {
    for (at, one) in parted(sheet).enumerate() {
        if at == 0 {
            page.fixed("## ").fixed(HEADING).fixed("\n\n");
        }
        page.fixed("- ").inline(&one.number).fixed(" ").inline(one.words).fixed("\n");
        for line in &one.kept {
            page.fixed("  - ").inline(line).fixed("\n");
        }
    }
    if !sheet.session().apart().is_empty() {
        page.fixed("\n");
    }
}
