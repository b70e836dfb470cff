//! Safari's web archive: a property list that holds the page and its frames.

use std::io::Cursor;

use plist::{Dictionary, Value};

use super::page;
use crate::intake::decode;
use crate::intake::draft::ArticleDraft;
use crate::intake::taken::IntakeError;

const FORMAT: &str = "a web archive";

/// Reads a web archive: its page, or the frame with most words when the page only frames it.
///
/// # Errors
/// When it is damaged, or another property list.
pub(crate) fn read(bytes: &[u8]) -> Result<ArticleDraft<'static>, IntakeError> {
    let broken = |why: &str| IntakeError::Broken { format: FORMAT, why: format!("{why}; save the page again") };
    let list = Value::from_reader(Cursor::new(bytes)).map_err(|error| broken(&error.to_string()))?;
    let archive = list.as_dictionary().filter(|list| list.contains_key("WebMainResource"));
    let archive = archive.ok_or(IntakeError::Binary {
        what: "a property list, not a page that Safari saved",
        way_out: "give the article as plain text, HTML or DOCX",
    })?;
    let main = resource(archive).ok_or_else(|| broken("it holds no page"))??;
    let frames = archive.get("WebSubframeArchives").and_then(Value::as_array).into_iter().flatten();
    let frames = frames.filter_map(Value::as_dictionary).filter_map(resource).filter_map(Result::ok);
    let words = |draft: &ArticleDraft<'_>| -> usize { draft.pieces.iter().map(|piece| piece.text.len()).sum() };
    let best = frames.max_by_key(words).filter(|frame| words(frame) > words(&main) * 4);
    Ok(match best {
        Some(frame) => ArticleDraft { title: main.title.or(frame.title), url: main.url.or(frame.url), ..frame },
        None => main,
    })
}

/// The page of an archive.
fn resource(archive: &Dictionary) -> Option<Result<ArticleDraft<'static>, IntakeError>> {
    let main = archive.get("WebMainResource")?.as_dictionary()?;
    let data = main.get("WebResourceData")?.as_data()?;
    let text = |key: &str| main.get(key).and_then(Value::as_string);
    let named =
        text("WebResourceTextEncodingName").and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    let read = |html: &str| {
        let mut draft = page(html);
        let link = text("WebResourceURL").filter(|link| link.starts_with("http"));
        draft.url = draft.url.or(link.map(str::to_owned));
        draft
    };
    Some(match named {
        Some(encoding) => Ok(read(&encoding.decode(data).0)),
        None => decode::decode(data).map(|decoded| read(&decoded.text)),
    })
}
