//! Tracked changes of an OpenDocument text: listed at its head, the deleted words with them.

use std::collections::HashMap;

use crate::intake::draft::Authorship;
use crate::intake::lines::tidy;
use crate::intake::xml::{self, Met};

/// One tracked change.
#[derive(Debug, Default)]
pub(super) struct OdtChange {
    /// Who, and when.
    pub(super) hand: Authorship,
    /// The words that were taken out; empty for an insertion, and where they stand in the text itself.
    pub(super) deleted: String,
    /// True for a deletion.
    pub(super) is_deletion: bool,
}

/// The changes, by their ids.
pub(super) type OdtChanges = HashMap<String, OdtChange>;

/// Reads the list of changes.
///
/// # Errors
/// When the text is no sound XML: what the parser says.
pub(super) fn read(text: &str) -> Result<OdtChanges, String> {
    let mut changes = OdtChanges::new();
    let (Some(from), Some(to)) = (text.find("<text:tracked-changes"), text.find("</text:tracked-changes>")) else {
        return Ok(changes);
    };
    let list = text.get(from..to).unwrap_or_default();
    let (mut id, mut change, mut into) = (String::new(), OdtChange::default(), Into::Nothing);
    xml::meet(list, |met| match met {
        Met::Open(start) => match xml::local(&start).as_str() {
            "changed-region" => {
                id = xml::attribute(&start, "id").unwrap_or_default();
                change = OdtChange::default();
            }
            "deletion" => change.is_deletion = true,
            "creator" => into = Into::By,
            "date" => into = Into::At,
            "p" | "h" => into = Into::Words,
            _ => {}
        },
        Met::Words(words) => match into {
            Into::By => change.hand.by.get_or_insert_default().push_str(&words),
            Into::At => change.hand.at.get_or_insert_default().push_str(&words),
            Into::Words => change.deleted.push_str(&words),
            Into::Nothing => {}
        },
        Met::Close(name) => match name.as_str() {
            "changed-region" => {
                let mut change = std::mem::take(&mut change);
                change.deleted = tidy(&change.deleted).into_owned();
                changes.insert(std::mem::take(&mut id), change);
            }
            "p" | "h" => {
                change.deleted.push(' ');
                into = Into::Nothing;
            }
            "creator" | "date" => into = Into::Nothing,
            _ => {}
        },
    })?;
    Ok(changes)
}

/// Where words of the list go.
enum Into {
    Nothing,
    By,
    At,
    Words,
}
