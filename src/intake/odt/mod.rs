//! OpenDocument text, zipped (`.odt`) or flat (`.fodt`): as it stands with all tracked changes accepted, with notes and comments.

mod body;
mod cells;
mod changes;
mod formulas;
mod lists;
mod styles;

use super::archive::{Archive, LOCKED, broken};
use super::draft::ArticleDraft;
use super::taken::IntakeError;
use super::{style, xml};
use formulas::OdtFormulas;

/// The format's name in messages.
const FORMAT: &str = "OpenDocument";

/// Reads an archive.
///
/// # Errors
/// When it is damaged, under a password, or holds no text document.
pub(super) fn read(archive: Archive<'_>) -> Result<ArticleDraft<'static>, IntakeError> {
    let mut archive = archive.read_as(FORMAT);
    let locked = archive.part("META-INF/manifest.xml")?.is_some_and(|list| list.contains("encryption-data"));
    if locked {
        return Err(IntakeError::Broken { format: FORMAT, why: LOCKED.to_owned() });
    }
    let content = archive.part("content.xml")?.ok_or_else(|| archive.foreign())?;
    let styles = archive.part("styles.xml")?.unwrap_or_default();
    // Nothing of the text lies in the facts about it.
    let facts = archive.part("meta.xml").ok().flatten().unwrap_or_default();
    let mut notices = Vec::new();
    let formulas = formulas::read(&mut archive, &mut notices);
    let mut draft = document(&content, &[&styles, &content], &facts, &formulas)?;
    draft.notices.append(&mut notices);
    Ok(draft)
}

/// Reads a flat document.
///
/// # Errors
/// When it is no sound XML, or no text document.
pub(super) fn flat(text: &str) -> Result<ArticleDraft<'static>, IntakeError> {
    document(text, &[text], text, &OdtFormulas::new())
}

fn document(
    content: &str,
    styles: &[&str],
    facts: &str,
    formulas: &OdtFormulas,
) -> Result<ArticleDraft<'static>, IntakeError> {
    if memchr::memmem::find(content.as_bytes(), b"office:text").is_none() {
        let (what, way_out) = ("an OpenDocument file without a text", "copy the article's text into a file");
        return Err(IntakeError::Binary { what, way_out });
    }
    let styles = styles::read(styles);
    let changes = changes::read(content).map_err(|why| broken(FORMAT, &why))?;
    let mut draft = body::read(content, &styles, changes, formulas).map_err(|why| broken(FORMAT, &why))?;
    let facts = document_facts(facts);
    let fact = |name: &str| facts.get(name).map(|fact| fact.trim().to_owned()).filter(|fact| !fact.is_empty());
    draft.title = fact("title");
    draft.byline = fact("initial-creator").or_else(|| fact("creator")).as_deref().and_then(style::author);
    draft.language = fact("language");
    super::manuscript::settle(&mut draft);
    Ok(draft)
}

/// The facts in `office:meta`, and nothing of a flat document's text.
fn document_facts(text: &str) -> std::collections::HashMap<String, String> {
    let from = text.find("<office:meta>").or_else(|| text.find("<office:meta ")).unwrap_or(0);
    let rest = text.get(from..).unwrap_or_default();
    let to = rest.find("</office:meta>").unwrap_or(0);
    xml::facts(rest.get(..to).unwrap_or_default())
}
