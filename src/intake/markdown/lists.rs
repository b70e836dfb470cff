//! The lists of Markdown: which numbers before a line count its items, and which are words of the text.
//!
//! To Markdown any number with a point before a line is one of a list: "2019. Turnout was low" and "12. März 2020", too. A year and
//! the day of a date say something, though, and a claim has to be able to stand on them.

use super::super::lists::{OpenList, OpenLists};
use crate::quantity::is_month;
use crate::review::ListPlace;
use crate::text::Span;

/// The highest number that a list begins with: years are beyond.
const HIGHEST: i64 = 999;

/// Where a list stands in the source, and how far it has counted.
#[derive(Clone, Copy, Debug)]
struct ListSource {
    /// Where its last words end, in bytes.
    end: usize,
    /// The number of the item above.
    above: Option<ItemAbove>,
}

/// The item above another in its list.
#[derive(Clone, Copy, Debug)]
struct ItemAbove {
    number: i64,
    /// True where the number is a word.
    is_words: bool,
}

/// The number before an item, as it is written.
#[derive(Clone, Copy, Debug)]
struct WrittenNumber {
    value: i64,
    /// What stands behind it: a point or a bracket.
    sign: char,
    /// Where number and sign stand in the source.
    span: Span,
}

impl WrittenNumber {
    fn of(source: &str, item: Span) -> Option<Self> {
        let written = item.of(source);
        let start = written.len() - written.trim_start().len();
        let number = written.trim_start();
        let digits = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let sign = number.get(digits..)?.chars().next()?;
        let value = number.get(..digits)?.parse().ok()?;
        let from = item.start + start;
        Some(Self { value, sign, span: Span::new(from, from + digits + sign.len_utf8()) })
    }

    /// True where it is the day of a date: a month stands behind it.
    fn is_day(&self, source: &str) -> bool {
        let behind = source.get(self.span.end..).unwrap_or_default().trim_start_matches(' ');
        let word = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        self.sign == '.' && (1..=31).contains(&self.value) && is_month(&word.to_lowercase())
    }
}

/// The lists that are open in a text of Markdown.
#[derive(Debug, Default)]
pub(super) struct CountedLists {
    open: OpenLists,
    around: Vec<ListSource>,
    /// The last number of the list that ended last.
    last: Option<i64>,
}

impl CountedLists {
    /// A list begins at `at` of the source: of bullets, or counting from `first`.
    pub(super) fn open(&mut self, source: &str, first: Option<u64>, at: Span) {
        let number = first.and_then(|first| i64::try_from(first).ok());
        self.open.open(number.map_or_else(OpenList::bullets, OpenList::numbers));
        self.around.push(ListSource { end: at.start + at.of(source).trim_end().len(), above: None });
    }

    /// The innermost list ends.
    pub(super) fn close(&mut self) {
        self.open.close();
        let above = self.around.pop().and_then(|list| list.above);
        self.last = above.filter(|above| !above.is_words).map(|above| above.number).or(self.last);
    }

    /// An item begins at `at` of the source: the words of its number are returned, where they are words. A number that counts is the item's
    /// own, where they are not all the same for the program to count.
    pub(super) fn begin(&mut self, source: &str, at: Span) -> Option<Span> {
        let (Some(written), Some(list)) = (WrittenNumber::of(source, at), self.around.last_mut()) else {
            self.open.begin(None);
            return None;
        };
        let alone = list.above.is_none() && at.start + at.of(source).trim_end().len() >= list.end;
        let goes_on =
            list.above.map(|above| above.number).or(self.last).is_some_and(|above| written.value == above + 1);
        let is_words = match list.above {
            Some(above) if !above.is_words => written.value > HIGHEST && !goes_on,
            Some(_) | None => {
                written.value > HIGHEST || written.is_day(source) || alone && written.value > 1 && !goes_on
            }
        };
        list.above = Some(ItemAbove { number: written.value, is_words });
        if is_words {
            self.open.begin_paragraph();
            return Some(written.span);
        }
        let innermost = self.open.innermost();
        let first = innermost.as_ref().map(|list| list.first);
        if let Some(list) = innermost {
            list.behind = written.sign;
        }
        self.open.begin(Some(written.value).filter(|value| Some(*value) != first));
        None
    }

    /// The innermost item ends.
    pub(super) fn end(&mut self) {
        self.open.end();
    }

    /// How the words stand that were read.
    pub(super) fn place(&mut self) -> ListPlace {
        self.open.place()
    }
}
