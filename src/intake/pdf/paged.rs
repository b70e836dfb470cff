//! A PDF's words page by page: what a source is quoted from, with nothing lifted out of it.

use super::document::PdfDocument;
use super::line::PdfLine;
use super::{heads, is_printed, lines, paragraphs, readable};
use crate::intake::taken::IntakeError;

/// A paragraph, or what of it stands on one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paged {
    /// Its page, counted from 1.
    pub page: usize,
    /// The number printed on that page, where there is one.
    pub printed: Option<String>,
    /// Its words, on one line; the cells of a table's row are parted by ` | `.
    pub text: String,
    /// It goes on in the paragraph before, across the turn of the page.
    pub goes_on: bool,
}

/// The paragraphs of a PDF with their pages, running heads and page numbers left out.
///
/// # Errors
/// When it has no words, or nothing tells what its glyphs mean.
pub fn paged(document: &PdfDocument) -> Result<Vec<Paged>, IntakeError> {
    readable(document)?;
    let lines = lines::lines(document);
    let printed = printed(&lines, document.pages.len());
    let mut found = Vec::new();
    for parts in paragraphs::turned(&lines, is_printed(document)) {
        for (number, (page, text)) in parts.into_iter().enumerate() {
            let printed = printed.get(page).cloned().flatten();
            found.push(Paged { page: page + 1, printed, text, goes_on: number > 0 });
        }
    }
    Ok(found)
}

/// The number printed on each page.
fn printed(lines: &[PdfLine], pages: usize) -> Vec<Option<String>> {
    let mut found = vec![None; pages];
    for line in lines.iter().filter(|line| line.head) {
        let number = heads::page_number(&line.text);
        if let (Some(number), Some(place)) = (number, found.get_mut(line.page)) {
            *place = Some(number);
        }
    }
    found
}
