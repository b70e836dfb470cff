//! The lists that are open round the text: what number their items have, and how it is written.

use super::lines::tidy;
use crate::review::ListPlace;

/// Lists in lists that are told apart.
const DEEPEST: usize = 64;

/// How the items of a list are marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberStyle {
    /// By bullets, or by nothing.
    #[default]
    Bullet,
    /// 1, 2, 3.
    Decimal,
    /// 01, 02, 03.
    Padded,
    /// a, b, c.
    Lower,
    /// A, B, C.
    Upper,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
}

impl NumberStyle {
    /// A style by the names that HTML, its style sheets and OpenDocument have for it.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "1" | "decimal" => Self::Decimal,
            "decimal-leading-zero" => Self::Padded,
            "a" | "lower-alpha" | "lower-latin" => Self::Lower,
            "A" | "upper-alpha" | "upper-latin" => Self::Upper,
            "i" | "lower-roman" => Self::LowerRoman,
            "I" | "upper-roman" => Self::UpperRoman,
            "none" | "disc" | "circle" | "square" => Self::Bullet,
            _ => return None,
        })
    }

    /// `number` as the style writes it, in figures where it can't; `None` for a bullet.
    pub(super) fn written(self, number: i64) -> Option<String> {
        let counted = u32::try_from(number).ok().filter(|number| (1..4000).contains(number));
        Some(match (self, counted) {
            (Self::Bullet, _) => return None,
            (Self::Padded, _) => format!("{number:02}"),
            (Self::Lower, Some(number)) => letters(number),
            (Self::Upper, Some(number)) => letters(number).to_uppercase(),
            (Self::LowerRoman, Some(number)) => roman(number),
            (Self::UpperRoman, Some(number)) => roman(number).to_uppercase(),
            (Self::Decimal | Self::Lower | Self::Upper | Self::LowerRoman | Self::UpperRoman, _) => number.to_string(),
        })
    }
}

/// 1 is a, 26 is z, 27 is aa.
fn letters(number: u32) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        let letter = (rest - 1) % 26;
        letters.extend(char::from_u32(u32::from('a') + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    written
}

/// A mark as a file sets it out; `None` for a bullet, of which the third is a small o in a fixed width.
pub(super) fn set(mark: &str) -> Option<Box<str>> {
    let mark = tidy(mark);
    (mark.contains(char::is_alphanumeric) && mark != "o").then(|| mark.into())
}

/// A list that is open.
#[derive(Clone, Debug)]
pub(super) struct OpenList {
    /// How its items are marked.
    pub(super) style: NumberStyle,
    /// The number of its first item.
    pub(super) first: i64,
    /// The number of its next item.
    pub(super) next: i64,
    /// What each item adds to it: one, or less than nothing where it counts down.
    pub(super) step: i64,
    /// What stands behind a number.
    pub(super) behind: char,
    /// How deep it stands, where it says so itself.
    pub(super) depth: Option<usize>,
}

impl OpenList {
    /// A list with bullets.
    pub(super) const fn bullets() -> Self {
        Self { style: NumberStyle::Bullet, first: 1, next: 1, step: 1, behind: '.', depth: None }
    }

    /// A list that counts in figures from `first`.
    pub(super) const fn numbers(first: i64) -> Self {
        Self { style: NumberStyle::Decimal, first, next: first, ..Self::bullets() }
    }

    /// The list that an element of HTML begins, by what its attributes say; `items` counts those that are its own.
    pub(super) fn of_element(
        name: &str,
        told: impl Fn(&str) -> Option<String>,
        items: impl FnOnce() -> usize,
    ) -> Option<Self> {
        if !matches!(name, "ol" | "ul" | "menu" | "dir") {
            return None;
        }
        let mut list = if name == "ol" { Self::numbers(1) } else { Self::bullets() };
        // Google's exports set a list in a list beside it, and its depth into its class.
        let class = told("class").unwrap_or_default();
        let own = class.split_whitespace().find_map(|class| class.strip_prefix("lst-kix_")?.rsplit_once('-'));
        list.depth = own.and_then(|(_, depth)| depth.parse().ok());
        if name == "ol" {
            let style = told("style").and_then(|style| styled(&style));
            list.style = told("type").and_then(|kind| NumberStyle::named(&kind)).or(style).unwrap_or(list.style);
            list.step = if told("reversed").is_some() { -1 } else { 1 };
            let first = || if list.step < 0 { i64::try_from(items()).unwrap_or(1) } else { 1 };
            list.next = told("start").and_then(|start| start.trim().parse().ok()).unwrap_or_else(first);
        }
        Some(list)
    }
}

/// The style of numbers that an element's own style names.
fn styled(style: &str) -> Option<NumberStyle> {
    let lists = style
        .split(';')
        .filter_map(|rule| rule.split_once(':'))
        .filter(|(key, _)| matches!(key.trim(), "list-style" | "list-style-type"));
    lists.flat_map(|(_, value)| value.split_whitespace()).filter_map(NumberStyle::named).next_back()
}

/// An item that is open.
#[derive(Clone, Debug)]
struct OpenItem {
    /// How the words stand that come next; `None` where they are no item of a list after all.
    next: Option<ListPlace>,
}

/// The lists and items round the text, the outermost first.
#[derive(Clone, Debug, Default)]
pub(super) struct OpenLists {
    lists: Vec<OpenList>,
    items: Vec<OpenItem>,
    /// Lists beyond the deepest.
    beyond: usize,
}

impl OpenLists {
    /// A list begins.
    pub(super) fn open(&mut self, list: OpenList) {
        if self.lists.len() < DEEPEST {
            self.lists.push(list);
        } else {
            self.beyond += 1;
        }
    }

    /// The innermost list ends.
    pub(super) fn close(&mut self) {
        match self.beyond.checked_sub(1) {
            Some(beyond) => self.beyond = beyond,
            None => drop(self.lists.pop()),
        }
    }

    /// The innermost list.
    pub(super) fn innermost(&mut self) -> Option<&mut OpenList> {
        self.lists.last_mut().filter(|_| self.beyond == 0)
    }

    /// An item of the innermost list begins, with the number that it tells itself.
    pub(super) fn begin(&mut self, told: Option<i64>) {
        let around = (self.lists.len() + self.beyond).saturating_sub(1);
        let Some(list) = self.innermost() else {
            self.items.push(OpenItem { next: Some(ListPlace { mark: None, depth: around }) });
            return;
        };
        let number = told.unwrap_or(list.next);
        list.next = number.saturating_add(list.step);
        let mark = list.style.written(number).map(|written| format!("{written}{}", list.behind).into());
        let depth = list.depth.unwrap_or(around);
        self.items.push(OpenItem { next: Some(ListPlace { mark, depth }) });
    }

    /// What the file sets as an item begins, and is a paragraph.
    pub(super) fn begin_paragraph(&mut self) {
        self.items.push(OpenItem { next: None });
    }

    /// The innermost item ends.
    pub(super) fn end(&mut self) {
        self.items.pop();
    }

    /// How the words stand that were read; those that come next in the item go on with them.
    pub(super) fn place(&mut self) -> ListPlace {
        let Some(OpenItem { next: Some(next) }) = self.items.last_mut() else { return ListPlace::default() };
        let behind = ListPlace { mark: Some("".into()), depth: next.depth };
        std::mem::replace(next, behind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_their_style_has_them() {
        let written = |style: NumberStyle, numbers: &[i64]| {
            let written = numbers.iter().map(|number| style.written(*number).unwrap_or_default());
            written.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(written(NumberStyle::Lower, &[1, 26, 27, 52, 703, 0, -2]), "a z aa az aaa 0 -2");
        assert_eq!(written(NumberStyle::UpperRoman, &[1, 4, 9, 14, 1987, 4000]), "I IV IX XIV MCMLXXXVII 4000");
        assert_eq!(written(NumberStyle::Padded, &[7, 12]), "07 12");
        assert_eq!(NumberStyle::Bullet.written(3), None);
    }

    #[test]
    fn lists_count_on_their_own_however_deep_they_stand() {
        let mut lists = OpenLists::default();
        let mut told = Vec::new();
        let mut begun = |lists: &mut OpenLists, number: Option<i64>| {
            lists.begin(number);
            let ListPlace { mark, depth } = lists.place();
            told.push(format!("{} {depth}", mark.as_deref().unwrap_or("•")));
        };
        lists.open(OpenList { step: -1, ..OpenList::numbers(3) });
        begun(&mut lists, None);
        lists.open(OpenList { style: NumberStyle::Lower, behind: ')', ..OpenList::numbers(1) });
        begun(&mut lists, None);
        lists.end();
        begun(&mut lists, Some(4));
        lists.end();
        lists.close();
        // What comes behind the inner list goes on in the outer one's item.
        assert_eq!((lists.place().mark.as_deref(), lists.place().depth), (Some(""), 0));
        lists.end();
        begun(&mut lists, None);
        assert_eq!(told, ["3. 0", "a) 1", "d) 1", "2. 0"]);
        (0..DEEPEST * 2).for_each(|_| lists.open(OpenList::bullets()));
        lists.begin(None);
        assert_eq!(lists.place(), ListPlace { mark: None, depth: DEEPEST * 2 });
    }

    #[test]
    fn an_element_says_how_its_list_counts() {
        let list = |name: &str, attributes: &[(&str, &str)]| {
            let told =
                |key: &str| attributes.iter().find(|(name, _)| *name == key).map(|(_, value)| (*value).to_owned());
            OpenList::of_element(name, told, || 4).map(|list| (list.style, list.next, list.step, list.depth))
        };
        assert_eq!(list("ol", &[("start", " 3")]), Some((NumberStyle::Decimal, 3, 1, None)));
        assert_eq!(list("ol", &[("type", "a"), ("reversed", "")]), Some((NumberStyle::Lower, 4, -1, None)));
        let style = [("style", "margin:0; list-style: inside upper-roman"), ("class", "lst-kix_x1-2 start")];
        assert_eq!(list("ol", &style), Some((NumberStyle::UpperRoman, 1, 1, Some(2))));
        assert_eq!(list("ul", &[("type", "a")]), Some((NumberStyle::Bullet, 1, 1, None)));
        assert_eq!(list("dl", &[]), None);
    }
}
