//! What the Word document with comments says, as text for a preview.

use super::card;
use super::docx::comments;
use super::sheet::ExportSheet;
use crate::review::Status;

/// The comments of the Word document, each below the words it stands at.
pub(super) fn commented(sheet: &ExportSheet<'_>) -> String {
    let mut text = String::new();
    for card in card::cards(sheet, false).iter().filter(|card| card.head.status != Status::Dismissed.word()) {
        for line in ["“", card.quote, "”\n"] {
            text.push_str(line);
        }
        for line in comments::lines(card) {
            text.push_str("    ");
            text.push_str(&line.replace('\n', "\n    "));
            text.push('\n');
        }
        text.push('\n');
    }
    text
}
