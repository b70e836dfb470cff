//! The styles of an OpenDocument text: paragraphs by their style or the one it derives from, and what styles do to words.

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use crate::intake::lists::NumberStyle;
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
    /// Levels of lists by the names of their styles, from 0; those of numbered headings by no name.
    levels: HashMap<(String, usize), ListLevelStyle>,
}

/// How the items of one level of a list are marked.
#[derive(Debug, Default)]
pub(super) struct ListLevelStyle {
    /// How numbers are written.
    pub(super) style: NumberStyle,
    /// The number of the first item.
    pub(super) start: i64,
    /// What stands before and behind the number.
    pub(super) around: (String, String),
    /// How many levels the number tells, its own and those above.
    pub(super) shown: usize,
}

impl ListLevelStyle {
    fn of(start: &BytesStart<'_>) -> Self {
        let value = |key: &str| xml::attribute(start, key);
        let figures = |key: &str| value(key).and_then(|figures| figures.parse().ok());
        Self {
            style: value("num-format").and_then(|style| NumberStyle::named(&style)).unwrap_or_default(),
            start: figures("start-value").unwrap_or(1),
            around: (value("num-prefix").unwrap_or_default(), value("num-suffix").unwrap_or_default()),
            shown: figures("display-levels").and_then(|shown| usize::try_from(shown).ok()).unwrap_or(1),
        }
    }
}

impl OdtStyles {
    /// How the items of a list in this style are marked on this level, from 0.
    pub(super) fn level(&self, style: &str, level: usize) -> Option<&ListLevelStyle> {
        self.levels.get(&(style.to_owned(), level))
    }

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
        let (mut name, mut list) = (String::new(), String::new());
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
                "list-style" => list = value("name"),
                "outline-style" => list.clear(),
                "list-level-style-number" | "outline-level-style" => {
                    let level = value("level").parse::<usize>().unwrap_or(1).saturating_sub(1);
                    styles.levels.insert((list.clone(), level), ListLevelStyle::of(&start));
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
