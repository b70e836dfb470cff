//! What agencies send: NITF, NewsML 1, NewsML-G2, ninjs and the texts of IPTC 7901 and ANPA 1312.

pub(super) mod anpa;
pub(super) mod newsml;
pub(super) mod ninjs;
pub(super) mod nitf;

use super::draft::ArticleDraft;
use super::taken::IntakeError;
use super::{markup, plain};

/// A body that came as a text: mark-up or plain, whatever it is.
fn body(text: &str) -> ArticleDraft<'static> {
    let marked = text.contains("</") || text.contains("<p") || text.contains("<br");
    if marked { markup::html(text) } else { plain::read(text).into_owned() }
}

/// The error for XML that is damaged.
fn broken(format: &'static str, why: &str) -> IntakeError {
    IntakeError::Broken { format, why: format!("{why}; ask for the item again, or give its text") }
}

/// A fact that holds something.
fn filled(fact: Option<&str>) -> Option<String> {
    fact.map(str::trim).filter(|fact| !fact.is_empty()).map(str::to_owned)
}
