//! EPUB, versions 2 and 3: the chapters of its spine in order, footnotes on their words.

mod book;
mod notes;

use super::archive::{Archive, broken};
use super::draft::{ArticleDraft, DraftPiece};
use super::markup::{self, MarkupReading};
use super::taken::IntakeError;
use super::tree::{ROOT, Tree};
use super::xml;
use crate::review::BlockKind;

const FORMAT: &str = "EPUB";

/// The chapter that a name asks for, counted from 1: `book.epub#3` is the third.
pub fn chapter(name: &str) -> Option<usize> {
    let (book, number) = name.rsplit_once('#')?;
    let ending = book.get(book.len().checked_sub(5)?..)?;
    ending.eq_ignore_ascii_case(".epub").then(|| number.parse().ok()).flatten()
}

/// Reads all chapters, or the one that is asked for. Covers, title pages and lists of contents are none.
///
/// # Errors
/// When the list of chapters is missing or damaged, the book is locked, or it has no such chapter.
pub(super) fn read(archive: Archive<'_>, wanted: Option<usize>) -> Result<ArticleDraft<'static>, IntakeError> {
    let mut archive = archive.read_as(FORMAT);
    let fine_print = "META-INF/encryption.xml";
    let locked = archive.part(fine_print)?.is_some_and(|xml| xml.contains("xhtml") || xml.contains(".html"));
    if locked {
        let why = "its chapters are locked by the shop that sold it; ask for the text".to_owned();
        return Err(IntakeError::Broken { format: FORMAT, why });
    }
    let sound = |xml: &str| Tree::xml(xml).map_err(|why| broken(FORMAT, &why));
    let container = archive.part("META-INF/container.xml")?.unwrap_or_default();
    let container = sound(&container)?;
    let path =
        container.first(ROOT, "rootfile").and_then(|at| container.attribute(at, "full-path")).unwrap_or_default();
    let package = archive.part(path)?.ok_or_else(|| broken(FORMAT, "its list of chapters is missing"))?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let facts = xml::facts(&package);
    let package = sound(&package)?;
    let mut draft = ArticleDraft::default();
    let mut parts = book::parts(&mut archive, &package, folder, &mut draft.notices)?;
    let elsewhere = notes::lift(&mut parts);
    let mut reading = MarkupReading { elsewhere, ..MarkupReading::default() };
    let mut count = 0;
    for mut part in parts.into_iter().filter(|part| part.is_chapter && !is_front(&part.tree)) {
        reading.sheet = part.sheet;
        let chapter = markup::set(&mut part.tree, ROOT, &reading);
        let is_head = |piece: &DraftPiece<'_>| matches!(piece.kind, BlockKind::Headline | BlockKind::Heading);
        // What is left of a part that held notes may be the heading over them.
        if chapter.pieces.is_empty() || (part.gave_notes && chapter.pieces.iter().all(is_head)) {
            continue;
        }
        count += 1;
        if wanted.is_none_or(|wanted| wanted == count) {
            draft.append(chapter);
        }
    }
    match wanted {
        Some(wanted) if draft.pieces.is_empty() => {
            let why = format!("it has no chapter {wanted}; there are {count}: a number from 1 behind # names one");
            return Err(IntakeError::Broken { format: FORMAT, why });
        }
        None if count > 1 => {
            draft.notices.push(format!("All {count} chapters were read; book.epub#2 takes the second alone."));
        }
        _ => {}
    }
    let mut heads = draft.pieces.iter_mut().filter(|piece| piece.kind == BlockKind::Headline);
    heads.next();
    heads.for_each(|piece| piece.kind = BlockKind::Heading);
    let fact = |name: &str| facts.get(name).map(|fact| fact.trim().to_owned()).filter(|fact| !fact.is_empty());
    // A chapter is called what it calls itself.
    let heading = draft.pieces.iter().find(|piece| wanted.is_some() && piece.kind == BlockKind::Headline);
    let heading = heading.map(|piece| piece.text.to_string());
    (draft.title, draft.byline) = (heading.or_else(|| fact("title")), fact("creator"));
    (draft.published, draft.language) = (fact("date"), fact("language"));
    draft.supply_headline();
    Ok(draft)
}

/// True for a page that only says again what the book's facts say, or shows its cover or contents.
fn is_front(tree: &Tree) -> bool {
    let mut kinds = ["body", "section", "nav"].iter().flat_map(|name| tree.all(ROOT, name));
    kinds.any(|at| {
        let told = tree.attribute(at, "type").unwrap_or_default();
        ["titlepage", "halftitlepage", "cover", "toc", "copyright-page", "landmarks"].contains(&told)
    })
}
