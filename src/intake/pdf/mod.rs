//! PDF: words with their places from the file, then lines, columns, paragraphs, running heads and notes from their places.
//!
//! Reading the file and making sense of it are two steps, so that the first can be done by a process of its own: a file that breaks the
//! parser costs nothing but itself.

mod cmap;
mod content;
mod direction;
mod document;
mod font;
mod glyph;
mod heads;
mod initials;
mod letter;
mod line;
mod lines;
mod notes;
mod paged;
mod paragraphs;

use hayro_syntax::{LoadPdfError, Pdf};

use super::draft::ArticleDraft;
use super::style;
use super::taken::IntakeError;
use crate::review::BlockKind;
pub use content::TextRun;
pub use document::{PdfDocument, PdfPage};
pub use paged::{Paged, paged};

const FORMAT: &str = "PDF";
/// Bytes at the end of a file in which it says that it ends.
const TAIL: usize = 4096;
/// Pages that are read: more is a book, not an article.
pub const MOST_PAGES: usize = 5000;

/// True when bytes are a PDF: it may begin behind some other bytes.
pub fn is_pdf(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes.get(..1024).unwrap_or(bytes), b"%PDF-").is_some_and(|at| {
        at == 0 || bytes.get(..at).is_some_and(|head| head.iter().all(|byte| !byte.is_ascii_alphabetic()))
    })
}

/// Reads the words of a PDF.
///
/// # Errors
/// When it is damaged, or locked with a password.
pub fn parse(bytes: &[u8]) -> Result<PdfDocument, IntakeError> {
    let broken = |why: &str| IntakeError::Broken { format: FORMAT, why: why.to_owned() };
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => broken(super::archive::LOCKED),
        LoadPdfError::Invalid => broken("it is damaged; print or save it as PDF again, or ask for the draft itself"),
    })?;
    if is_cut(bytes) {
        return Err(broken(super::xml::CUT));
    }
    let facts = pdf.metadata();
    let fact = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(string).filter(|text| !text.trim().is_empty());
    let mut fonts = content::Fonts::new();
    let page = |page: &hayro_syntax::page::Page<'_>, fonts: &mut content::Fonts| {
        let across = !matches!(page.rotation(), hayro_syntax::page::Rotation::None);
        let area = page.crop_box();
        let height = if across { area.x1 - area.x0 } else { area.y1 - area.y0 };
        #[expect(clippy::cast_possible_truncation, reason = "a page's height in points is small")]
        let mut sheet = PdfPage { height: height as f32, runs: content::runs(page, fonts) };
        #[expect(clippy::cast_possible_truncation, reason = "a page's edge in points is small")]
        let below = area.y0 as f32;
        sheet.runs.iter_mut().for_each(|run| run.y -= if across { 0.0 } else { below });
        sheet
    };
    let pages = pdf.pages().iter().take(MOST_PAGES).map(|one| page(one, &mut fonts)).collect();
    Ok(PdfDocument { title: fact(&facts.title), author: fact(&facts.author), producer: fact(&facts.producer), pages })
}

/// True for a file whose end is missing: readers mend the list of what is in it, and pages are gone without a word.
///
/// ISO 32000-2, 7.5.5: the last line is `%%EOF`, behind the trailer; what programs put behind it are blanks, zeros and a few bytes of their own.
fn is_cut(bytes: &[u8]) -> bool {
    let kept = bytes.iter().rposition(|byte| !matches!(byte, 0 | b' ' | b'\r' | b'\n')).map_or(0, |last| last + 1);
    let tail = bytes.get(kept.saturating_sub(TAIL)..kept).unwrap_or_default();
    [b"%%EOF".as_slice(), b"startxref", b"trailer"].iter().all(|end| memchr::memmem::find(tail, end).is_none())
}

/// A text in a file's facts: UTF-16 with a mark, UTF-8 with one, or Latin letters.
fn string(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(b"\xfe\xff") {
        cmap::utf16(wide)
    } else {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        String::from_utf8(bytes.to_vec())
            .unwrap_or_else(|_| encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned())
    }
}

/// Glyphs of a hundred that may have no meaning before the words can't be called read.
const UNREADABLE: usize = 20;

/// How many glyphs of a PDF have no meaning.
///
/// # Errors
/// When it has no words, or too many of its glyphs have none.
fn readable(document: &PdfDocument) -> Result<usize, IntakeError> {
    let broken = |why: &str| IntakeError::Broken { format: FORMAT, why: why.to_owned() };
    let texts = || document.pages.iter().flat_map(|page| &page.runs).map(|run| run.text.as_str());
    let all: usize = texts().map(|text| text.chars().filter(|c| !c.is_whitespace()).count()).sum();
    let lost: usize = texts().map(|text| text.chars().filter(|c| *c == '\u{fffd}').count()).sum();
    if all == 0 {
        return Err(broken(
            "its pages are pictures without words; have them recognised (OCR) first, or ask for the draft itself",
        ));
    }
    if lost * 100 > all * UNREADABLE {
        return Err(broken(
            "its fonts do not say which letters they draw, so its words can't be read; ask for the draft itself",
        ));
    }
    Ok(lost)
}

/// True for what a browser printed.
fn is_printed(document: &PdfDocument) -> bool {
    document.producer.as_deref().is_some_and(|program| program.contains("Skia/PDF"))
}

/// The draft in a PDF's words.
///
/// # Errors
/// When it has none, or nothing tells what its glyphs mean.
pub(super) fn draft(document: &PdfDocument) -> Result<ArticleDraft<'static>, IntakeError> {
    let lost = readable(document)?;
    let printed = is_printed(document);
    let lines = lines::lines(document);
    let (lines, lifted) = notes::lift(lines);
    let pieces = paragraphs::pieces(&lines, printed);
    let mut draft = ArticleDraft { pieces, ..ArticleDraft::default() };
    super::notes::put_back(&mut draft, &lifted);
    super::brackets::lift(&mut draft);
    if lost > 0 {
        draft
            .notices
            .push(format!("{lost} signs of the PDF have no letters to them; each stands as \u{fffd} in the text."));
    }
    let shown = |title: &String| draft.pieces.iter().any(|piece| super::head::same(&piece.text, title));
    draft.title = document.title.clone().filter(|title| shown(title) || !title.contains('.') && title.contains(' '));
    if let Some(title) = draft.title.clone()
        && let Some(piece) = draft.pieces.iter_mut().find(|piece| super::head::same(&piece.text, &title))
    {
        piece.kind = BlockKind::Headline;
    }
    if let Some(shown) = draft.pieces.iter().find(|piece| piece.kind == BlockKind::Headline)
        && draft.title.as_ref().is_none_or(|title| title.starts_with(shown.text.as_ref()))
    {
        // A printed page's title ends in its site's name.
        draft.title = Some(shown.text.clone().into_owned());
    }
    let links = draft.pieces.iter().filter(|piece| printed && piece.kind == BlockKind::Furniture);
    draft.url = links
        .map(|piece| piece.text.as_ref())
        .find(|text| text.starts_with("http") && !text.contains(' '))
        .map(str::to_owned);
    draft.byline = document.author.as_deref().and_then(style::author);
    super::manuscript::mark(&mut draft);
    Ok(draft)
}
