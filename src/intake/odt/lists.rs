//! The lists of an OpenDocument text and its numbered headings: what it counts for its reader.
//!
//! Source: OpenDocument 1.3 part 3, 5.3 and 16.30.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::styles::OdtStyles;
use crate::intake::lists::set;
use crate::intake::xml;
use crate::review::ListPlace;

/// The last number on each level.
type Counted = Vec<Option<i64>>;

/// A list that is open.
#[derive(Debug, Default)]
struct OdtList {
    style: String,
    id: Option<String>,
}

/// An item that is open.
#[derive(Debug)]
struct OdtItem {
    /// Its first paragraph has not been met.
    fresh: bool,
    /// The number that it tells itself.
    told: Option<i64>,
    /// It has none, as a list's own heading.
    head: bool,
}

/// The lists and items round the text.
#[derive(Debug, Default)]
pub(super) struct OdtLists {
    lists: Vec<OdtList>,
    items: Vec<OdtItem>,
    /// How far the outermost list that is open has counted.
    counted: Counted,
    /// How far those that have ended had: by their ids, and by their styles.
    ended: HashMap<String, Counted>,
    styled: HashMap<String, Counted>,
    /// How far the headings have.
    headings: Counted,
}

impl OdtLists {
    /// True inside an item.
    pub(super) fn in_item(&self) -> bool {
        !self.items.is_empty()
    }

    /// A list begins.
    pub(super) fn open(&mut self, start: &BytesStart<'_>) {
        let value = |key: &str| xml::attribute(start, key);
        let goes_on = value("continue-numbering").as_deref() == Some("true");
        let style = value("style-name").or_else(|| Some(self.lists.last()?.style.clone())).unwrap_or_default();
        let level = self.lists.len();
        if level == 0 {
            let behind = value("continue-list").and_then(|id| self.ended.get(&id));
            let same = goes_on.then(|| self.styled.get(&style)).flatten();
            self.counted = behind.or(same).cloned().unwrap_or_default();
        } else if !goes_on {
            self.counted.truncate(level);
        }
        self.lists.push(OdtList { style, id: value("id") });
    }

    /// The innermost list ends.
    pub(super) fn close(&mut self) {
        let Some(list) = self.lists.pop().filter(|_| self.lists.is_empty()) else { return };
        self.ended.extend(list.id.map(|id| (id, self.counted.clone())));
        self.styled.insert(list.style, self.counted.clone());
    }

    /// An item begins, or the `head` of a list.
    pub(super) fn begin(&mut self, start: &BytesStart<'_>, head: bool) {
        let told = xml::attribute(start, "start-value").and_then(|told| told.parse().ok());
        self.items.push(OdtItem { fresh: true, told, head });
    }

    /// The innermost item ends.
    pub(super) fn end(&mut self) {
        self.items.pop();
    }

    /// A paragraph begins: how it stands in its list.
    pub(super) fn paragraph(&mut self, styles: &OdtStyles) -> ListPlace {
        let Some(item) = self.items.last_mut() else { return ListPlace::default() };
        let depth = self.lists.len().saturating_sub(1);
        if !std::mem::take(&mut item.fresh) || item.head {
            return ListPlace { mark: Some("".into()), depth };
        }
        let style = self.lists.last().map(|list| list.style.as_str()).unwrap_or_default();
        let mark = counted(styles, style, depth, item.told, &mut self.counted);
        ListPlace { mark, depth }
    }

    /// A heading begins: its number, where headings of its level have one.
    pub(super) fn heading(&mut self, styles: &OdtStyles, start: &BytesStart<'_>) -> ListPlace {
        let level = xml::attribute(start, "outline-level").and_then(|level| level.parse::<usize>().ok()).unwrap_or(1);
        let plain = xml::attribute(start, "is-list-header").as_deref() == Some("true");
        let told = xml::attribute(start, "start-value").and_then(|told| told.parse().ok());
        let told = told.filter(|_| xml::attribute(start, "restart-numbering").as_deref() == Some("true"));
        let mark = if plain { None } else { counted(styles, "", level.saturating_sub(1), told, &mut self.headings) };
        ListPlace { mark, depth: 0 }
    }
}

/// Levels that a document may have.
const LEVELS: usize = 10;

/// Counts an item of `level`, and what is set before it.
fn counted(
    styles: &OdtStyles,
    style: &str,
    level: usize,
    told: Option<i64>,
    counted: &mut Counted,
) -> Option<Box<str>> {
    if level >= LEVELS {
        return None;
    }
    counted.resize(level + 1, None);
    let own = styles.level(style, level);
    let last = counted.get(level).copied().flatten();
    let start = own.map_or(1, |own| own.start);
    let number = told.or_else(|| last?.checked_add(1)).unwrap_or(start);
    if let Some(held) = counted.get_mut(level) {
        *held = Some(number);
    }
    let own = own?;
    let from = (level + 1).saturating_sub(own.shown.max(1));
    let numbers = (from..=level).filter_map(|at| {
        let number = counted.get(at).copied().flatten();
        let of = styles.level(style, at)?;
        of.style.written(number.unwrap_or(of.start))
    });
    let numbers: Vec<String> = numbers.collect();
    let (before, behind) = &own.around;
    own.style.written(number)?;
    set(&format!("{before}{}{behind}", numbers.join(".")))
}
