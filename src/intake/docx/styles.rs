//! What the styles of a DOCX make of a paragraph.

use std::collections::HashMap;

use super::part::{self, Met};
use crate::review::BlockKind;

/// Kinds by the id of the style; paragraphs of other styles are running text.
pub(super) type Styles = HashMap<String, BlockKind>;

/// Reads the list of styles; a damaged one counts as empty from there on.
pub(super) fn read(xml: &str) -> Styles {
    let mut styles = Styles::new();
    let mut id = None;
    let _ = part::meet(xml, |met| {
        let Met::Open(start) = met else { return };
        match part::local(&start).as_str() {
            "style" => id = part::attribute(&start, "styleId"),
            "name" => {
                let kind = part::attribute(&start, "val").and_then(|name| kind(&name));
                if let (Some(id), Some(kind)) = (id.take(), kind) {
                    styles.insert(id, kind);
                }
            }
            _ => {}
        }
    });
    styles
}

/// What a style's name, or an id that speaks for itself, makes of a paragraph.
pub(super) fn kind(name: &str) -> Option<BlockKind> {
    let name: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    match name.as_str() {
        "title" | "headline" => Some(BlockKind::Headline),
        "subtitle" | "dek" | "standfirst" => Some(BlockKind::Dek),
        "caption" => Some(BlockKind::Caption),
        "quote" | "intensequote" | "blocktext" => Some(BlockKind::Quote),
        other if other.starts_with("heading") => Some(BlockKind::Heading),
        other if other.starts_with("listbullet") || other.starts_with("listnumber") => Some(BlockKind::ListItem),
        _ => None,
    }
}
