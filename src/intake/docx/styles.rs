//! What the styles of a DOCX make of a paragraph and of words.

use std::collections::{HashMap, HashSet};

use super::numbering::ParagraphList;
use crate::intake::style;
use crate::intake::xml::{self, Met};
use crate::review::BlockKind;

/// The styles that say something, by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct DocxStyles {
    kinds: HashMap<String, BlockKind>,
    hidden: HashSet<String>,
    lists: HashMap<String, ParagraphList>,
}

impl DocxStyles {
    /// What a style makes of a paragraph; its id is asked, too, for it may speak for itself.
    pub(super) fn kind(&self, id: &str) -> Option<BlockKind> {
        self.kinds.get(id).cloned().or_else(|| style::kind(id))
    }

    /// The list in which a style sets its paragraphs.
    pub(super) fn list(&self, id: &str) -> Option<&ParagraphList> {
        self.lists.get(id)
    }

    /// True when the style hides words.
    pub(super) fn hides(&self, id: &str) -> bool {
        self.hidden.contains(id)
    }
}

/// The language that a document's styles begin with, where they say.
pub(super) fn language(xml: &str) -> Option<String> {
    let tag = xml.split("<w:lang ").nth(1)?.split('>').next()?;
    let code = tag.split("w:val=\"").nth(1)?.split('"').next()?;
    (!code.is_empty()).then(|| code.to_owned())
}

/// Reads the list of styles; a damaged one counts as empty from there on. A style says what the one it is based on says.
pub(super) fn read(xml: &str) -> DocxStyles {
    let mut styles = DocxStyles::default();
    let mut bases: HashMap<String, String> = HashMap::new();
    let mut id = String::new();
    let _ = xml::meet(xml, |met| {
        let Met::Open(start) = met else { return };
        let value = || xml::attribute(&start, "val").unwrap_or_default();
        match xml::local(&start).as_str() {
            "style" => id = xml::attribute(&start, "styleId").unwrap_or_default(),
            "name" => {
                if let Some(kind) = style::kind(&value()) {
                    styles.kinds.insert(id.clone(), kind);
                }
            }
            "basedOn" => {
                bases.insert(id.clone(), value());
            }
            "numId" => styles.lists.entry(id.clone()).or_default().list = Some(value()),
            "ilvl" => styles.lists.entry(id.clone()).or_default().level = value().parse().ok(),
            "vanish" if !matches!(value().as_str(), "0" | "false") => {
                styles.hidden.insert(id.clone());
            }
            _ => {}
        }
    });
    styles.kinds.extend(inherited(&styles.kinds, &bases));
    // A style that only says its level is in the list of the one it is based on.
    let own = |list: &ParagraphList| list.list.is_some();
    let told: HashMap<_, _> =
        styles.lists.iter().filter(|(_, list)| own(list)).map(|(id, list)| (id.clone(), list.clone())).collect();
    for (id, list) in inherited(&told, &bases) {
        let held = styles.lists.entry(id).or_default();
        *held = ParagraphList { level: held.level.or(list.level), ..list };
    }
    styles
}

/// What styles have from those that they are based on, of what these are told.
fn inherited<T: Clone>(told: &HashMap<String, T>, bases: &HashMap<String, String>) -> Vec<(String, T)> {
    let without = bases.keys().filter(|id| !told.contains_key(*id));
    let found = without.filter_map(|id| {
        // Styles based on one another in a ring end the search.
        let mut at = id;
        let based = (0..10).find_map(|_| {
            at = bases.get(at)?;
            told.get(at).cloned()
        });
        Some((id.clone(), based?))
    });
    found.collect()
}
