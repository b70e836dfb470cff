//! What a DOCX counts for its reader: the numbers of its lists and headings, which stand nowhere in its text.
//!
//! Source: ECMA-376 part 1, 17.9; the schemas of Word 2003 for its own XML.

use std::collections::{HashMap, HashSet};

use crate::intake::lists::{NumberStyle, set};
use crate::intake::xml::{self, Met};
use crate::review::ListPlace;

/// Levels of a list.
const LEVELS: usize = 9;

/// How the items of one level are marked.
#[derive(Clone, Debug, Default)]
struct ListLevel {
    start: i64,
    style: NumberStyle,
    /// What is set, with `%2` for the number of the second level.
    text: String,
    /// It goes on counting behind items of the levels above.
    goes_on: bool,
    /// Numbers of the levels above are figures.
    legal: bool,
    /// The style of paragraphs that stand on it.
    named: Option<String>,
}

/// A list as paragraphs name it: whose levels it has, and which of them it sets or begins anew.
#[derive(Clone, Debug, Default)]
struct ListInstance {
    levels: String,
    starts: HashMap<usize, i64>,
    own: HashMap<usize, ListLevel>,
}

/// The list and level that a paragraph, or its style, names.
#[derive(Clone, Debug, Default)]
pub(super) struct ParagraphList {
    /// The paragraph's style.
    pub(super) style: Option<String>,
    /// The list's number; 0 for none, whatever the style says.
    pub(super) list: Option<String>,
    /// The level, from 0.
    pub(super) level: Option<usize>,
    /// The mark, where the file sets it out.
    pub(super) mark: Option<String>,
    /// The paragraph itself says that it stands in one.
    pub(super) own: bool,
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct DocxNumbering {
    levels: HashMap<String, HashMap<usize, ListLevel>>,
    lists: HashMap<String, ListInstance>,
    /// Lists that are another's by the name of their style.
    linked: HashMap<String, String>,
    counted: HashMap<String, [Option<i64>; LEVELS]>,
    /// Levels of lists that were begun anew.
    begun: HashSet<(String, usize)>,
}

/// Reads the part; a damaged one counts as empty from there on.
pub(super) fn read(xml: &str) -> DocxNumbering {
    let mut numbering = DocxNumbering::default();
    // What is read: the levels of a list by its number, or of one as paragraphs name it; and the level.
    let (mut levels, mut list, mut level) = (None::<String>, None::<String>, 0);
    let mut named: HashMap<String, String> = HashMap::new();
    let _ = xml::meet(xml, |met| {
        let start = match met {
            Met::Open(start) => start,
            Met::Close(name) if matches!(name.as_str(), "abstractNum" | "num" | "listDef" | "list") => {
                (levels, list) = (None, None);
                return;
            }
            Met::Close(_) | Met::Words(_) => return,
        };
        let of = |key: &str| xml::attribute(&start, key);
        let value = || of("val").unwrap_or_default();
        let depth = || of("ilvl").and_then(|at| at.parse().ok()).filter(|at| *at < LEVELS).unwrap_or(0);
        let name = xml::local(&start);
        match (name.as_str(), &levels, &list) {
            ("abstractNum", ..) => levels = of("abstractNumId"),
            ("num", ..) => list = of("numId"),
            // Word 2003 has other names for the same.
            ("listDef", ..) => levels = of("listDefId"),
            ("list", ..) => list = of("ilfo"),
            ("styleLink", Some(at), _) => drop(named.insert(value(), at.clone())),
            ("numStyleLink", Some(at), _) => drop(numbering.linked.insert(at.clone(), value())),
            ("abstractNumId" | "ilst", _, Some(list)) => {
                numbering.lists.entry(list.clone()).or_default().levels = value();
            }
            ("lvlOverride", ..) => level = depth(),
            ("startOverride", _, Some(list)) => {
                let first = value().parse().unwrap_or(1);
                numbering.lists.entry(list.clone()).or_default().starts.insert(level, first);
            }
            ("lvl", ..) => {
                level = depth();
                let fresh = ListLevel { start: 1, style: NumberStyle::Decimal, ..ListLevel::default() };
                numbering.level(levels.as_ref(), list.as_ref(), level, |held| *held = fresh);
            }
            (key, ..) => numbering.level(levels.as_ref(), list.as_ref(), level, |held| held.take(key, &value())),
        }
    });
    for name in numbering.linked.values_mut() {
        *name = named.get(name).cloned().unwrap_or_default();
    }
    numbering
}

impl ListLevel {
    fn take(&mut self, key: &str, value: &str) {
        match key {
            "start" => self.start = value.parse().unwrap_or(1),
            "lvlText" => value.clone_into(&mut self.text),
            "lvlRestart" => self.goes_on = value == "0",
            "isLgl" => self.legal = !matches!(value, "0" | "false"),
            "pStyle" => self.named = Some(value.to_owned()),
            "numFmt" => {
                self.style = match value {
                    "bullet" | "none" => NumberStyle::Bullet,
                    "lowerLetter" => NumberStyle::Lower,
                    "upperLetter" => NumberStyle::Upper,
                    "lowerRoman" => NumberStyle::LowerRoman,
                    "upperRoman" => NumberStyle::UpperRoman,
                    "decimalZero" => NumberStyle::Padded,
                    _ => NumberStyle::Decimal,
                }
            }
            "nfc" => {
                self.style = match value {
                    "0" => NumberStyle::Decimal,
                    "1" => NumberStyle::UpperRoman,
                    "2" => NumberStyle::LowerRoman,
                    "3" => NumberStyle::Upper,
                    "4" => NumberStyle::Lower,
                    "22" => NumberStyle::Padded,
                    "23" | "255" => NumberStyle::Bullet,
                    _ => self.style,
                }
            }
            _ => {}
        }
    }
}

impl DocxNumbering {
    /// Does something to a level that is read.
    fn level(&mut self, levels: Option<&String>, list: Option<&String>, at: usize, take: impl FnOnce(&mut ListLevel)) {
        if let Some(list) = list {
            let own = &mut self.lists.entry(list.clone()).or_default().own;
            // An own start of a level is told beside the level.
            take(own.entry(at).or_default());
        } else if let Some(levels) = levels {
            take(self.levels.entry(levels.clone()).or_default().entry(at).or_default());
        }
    }

    /// The levels of a list, by the number that paragraphs name.
    fn levels_of(&self, list: &str) -> Option<&str> {
        let levels = &self.lists.get(list)?.levels;
        Some(self.linked.get(levels).unwrap_or(levels))
    }

    fn at(&self, list: &str, level: usize) -> Option<&ListLevel> {
        let own = self.lists.get(list)?.own.get(&level).filter(|own| !own.text.is_empty());
        own.or_else(|| self.levels.get(self.levels_of(list)?)?.get(&level))
    }

    /// The level on which paragraphs of a style stand.
    pub(super) fn level_named(&self, list: &str, style: &str) -> Option<usize> {
        (0..LEVELS).find(|at| self.at(list, *at).is_some_and(|level| level.named.as_deref() == Some(style)))
    }

    /// The next item of `list` on `level`: how it stands.
    pub(super) fn next(&mut self, list: &str, level: usize) -> ListPlace {
        let level = level.min(LEVELS - 1);
        let untold = ListPlace { mark: None, depth: level };
        let Some(levels) = self.levels_of(list).map(str::to_owned) else { return untold };
        let Some(own) = self.at(list, level).cloned() else { return untold };
        let anew = self.lists.get(list).and_then(|list| list.starts.get(&level)).copied();
        let anew = anew.filter(|_| self.begun.insert((list.to_owned(), level)));
        let goes_on: Vec<bool> = (0..LEVELS).map(|at| self.at(list, at).is_some_and(|level| level.goes_on)).collect();
        let counted = self.counted.entry(levels).or_default();
        let number = anew.or_else(|| counted.get(level).copied().flatten()?.checked_add(1)).unwrap_or(own.start);
        for (at, (count, goes_on)) in counted.iter_mut().zip(goes_on).enumerate() {
            if at == level {
                *count = Some(number);
            } else if at > level && !goes_on {
                *count = None;
            }
        }
        let counted = *counted;
        if own.style == NumberStyle::Bullet && !own.text.contains('%') {
            // Without a sign the words go on with the item above.
            if own.text.trim().is_empty() {
                return ListPlace { mark: Some("".into()), depth: level };
            }
            // A bullet may be any letter of a font of pictures; words before an item are more than one.
            let words = own.text.trim().chars().count() > 1;
            return ListPlace { mark: set(&own.text).filter(|_| words), depth: level };
        }
        let mut mark = String::new();
        let mut signs = own.text.chars().peekable();
        while let Some(sign) = signs.next() {
            let of = signs.peek().and_then(|next| next.to_digit(10)).filter(|of| sign == '%' && *of > 0);
            let Some(of) = of.and_then(|of| usize::try_from(of - 1).ok()) else {
                mark.push(sign);
                continue;
            };
            signs.next();
            let Some(held) = self.at(list, of) else { continue };
            let number = counted.get(of).copied().flatten().unwrap_or(held.start);
            let style = if own.legal && held.style != NumberStyle::Bullet { NumberStyle::Decimal } else { held.style };
            mark.push_str(&style.written(number).unwrap_or_default());
        }
        ListPlace { mark: set(&mark), depth: level }
    }
}
