//! Names on the web for a session, its article and its claims.

use std::fmt::Write as _;

use super::link;
use super::sheet::ExportSheet;

/// The session's name: its UUID as a URN, or else its id as a tag of this program.
pub(super) fn session(sheet: &ExportSheet<'_>) -> String {
    let id = &sheet.session().id;
    match uuid::Uuid::try_parse(id) {
        Ok(uuid) => uuid.urn().to_string(),
        Err(_) => format!("urn:x-factdesk:{}", encoded(id)),
    }
}

/// A claim's name within its session.
pub(super) fn claim(session: &str, id: &str) -> String {
    format!("{session}#{}", encoded(id))
}

/// The article's address, or else its name within the session.
pub(super) fn article(sheet: &ExportSheet<'_>) -> String {
    let from = &sheet.article().provenance;
    let address = [from.url.as_deref().unwrap_or_default(), &from.source].into_iter().find_map(link::checked);
    address.unwrap_or_else(|| claim(&session(sheet), "article"))
}

/// `text` with everything but letters, digits, `-`, `.`, `_` percent-encoded.
pub(super) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
