//! The styles of an OpenDocument text: paragraphs by their style or the one it derives from, and what styles do to words.

use std::collections::{HashMap, HashSet};

use crate::intake::style;
use crate::intake::xml::{self, Met};
use crate::review::BlockKind;

/// What styles say, by their names.
#[derive(Debug, Default)]
pub(super) struct OdtStyles {
    parents: HashMap<String, String>,
    /// Styles that raise their words.
    pub(super) raised: HashSet<String>,
    /// Styles that strike their words out.
    pub(super) struck: HashSet<String>,
    /// Styles that hide their words.
    pub(super) hidden: HashSet<String>,
}

impl OdtStyles {
    /// What a style makes of a paragraph.
    pub(super) fn kind(&self, name: &str) -> Option<BlockKind> {
        let mut at = name;
        // Styles that derive from one another in a ring end the search.
        for _ in 0..10 {
            if let Some(kind) = style::kind(&plain(at)) {
                return Some(kind);
            }
            at = self.parents.get(at)?;
        }
        None
    }
}

/// A name as people see it: `Heading_20_1` is `Heading 1`. Some converters write the escape twice.
fn plain(name: &str) -> String {
    name.replace("_5f_", "_").replace("_20_", " ")
}

/// Reads the styles in each of `texts`; from where one is damaged, nothing.
pub(super) fn read(texts: &[&str]) -> OdtStyles {
    let mut styles = OdtStyles::default();
    for text in texts {
        let mut name = String::new();
        let _ = xml::meet(text, |met| {
            let Met::Open(start) = met else { return };
            let value = |key: &str| xml::attribute(&start, key).unwrap_or_default();
            match xml::local(&start).as_str() {
                "style" => {
                    name = value("name");
                    if let Some(parent) = xml::attribute(&start, "parent-style-name") {
                        styles.parents.insert(name.clone(), parent);
                    }
                }
                "text-properties" => {
                    if value("text-position").starts_with("super") {
                        styles.raised.insert(name.clone());
                    }
                    if !matches!(value("text-line-through-style").as_str(), "" | "none") {
                        styles.struck.insert(name.clone());
                    }
                    if value("display") == "none" {
                        styles.hidden.insert(name.clone());
                    }
                }
                _ => {}
            }
        });
    }
    styles
}
