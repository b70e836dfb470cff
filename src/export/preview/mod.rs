//! What pages and documents say, as text for a preview: what their reader will see, and nothing of how it is written down.

mod document;
mod lines;
mod page;

use super::sheet::ExportSheet;
use super::work;
pub(super) use page::text as page_text;

/// What a Word document says: how much needs work, the comments, those on what needs work first, then its text.
pub(super) fn document(sheet: &ExportSheet<'_>, bytes: &[u8]) -> Option<String> {
    let mut document = document::read(bytes)?;
    let sections = work::sections(sheet);
    let mut needs: Vec<&str> = Vec::new();
    for need in sections.iter().flat_map(|section| &section.items).filter(|need| !need.number.is_empty()) {
        if !needs.contains(&need.number.as_str()) {
            needs.push(&need.number);
        }
    }
    let place = |number: &str| needs.iter().position(|need| *need == number);
    document.comments.sort_by_key(|comment| place(comment.number()).unwrap_or(needs.len()));
    let told: Vec<String> =
        sections.iter().map(|section| format!("{} ({})", section.heading, section.items.len())).collect();
    let told = if told.is_empty() { "Nothing needs work.".to_owned() } else { told.join(" · ") };
    Some(format!("{told}\n\n{}", document.told()))
}

/// What a Word document without comments says.
pub(super) fn plain(bytes: &[u8]) -> Option<String> {
    Some(document::read(bytes)?.text)
}
