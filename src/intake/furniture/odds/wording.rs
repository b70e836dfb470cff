//! What the words of a line share with the page's paragraphs, and how its text begins and ends.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use foldhash::fast::RandomState;

use super::scene::figure;

/// Letters of a word that means something by itself, at least.
const LETTERS: usize = 5;
/// How many figures tell what a line shares.
pub(super) const SHARED: usize = 5;
/// How many figures tell how a text is written.
pub(super) const WRITTEN: usize = 12;

/// The words of a page's full paragraphs, and its lines.
pub(super) struct PageWords<'a> {
    /// How many paragraphs hold a word.
    paragraphs: HashMap<String, usize, RandomState>,
    /// The words of those that the rules take for the article's.
    article: HashSet<String, RandomState>,
    /// How often a line stands in the page.
    times: HashMap<&'a str, usize, RandomState>,
}

impl<'a> PageWords<'a> {
    /// The words of `lines`; `full` says which are full paragraphs, `article` where the article was found.
    pub(super) fn new<S: AsRef<str>>(lines: &'a [S], full: &[bool], article: &Range<usize>) -> Self {
        let mut found = Self { paragraphs: HashMap::default(), article: HashSet::default(), times: HashMap::default() };
        for (index, (line, full)) in lines.iter().zip(full).enumerate() {
            *found.times.entry(line.as_ref()).or_default() += 1;
            if !full {
                continue;
            }
            let own: HashSet<String, RandomState> = content(line.as_ref()).collect();
            for word in own {
                if article.contains(&index) {
                    found.article.insert(word.clone());
                }
                *found.paragraphs.entry(word).or_default() += 1;
            }
        }
        found
    }

    /// How often a line stands in the page.
    pub(super) fn times(&self, line: &str) -> usize {
        self.times.get(line).copied().unwrap_or(0)
    }

    /// How often the line stands in the page (its logarithm) and whether beside itself; which share of its words the article has, and other
    /// paragraphs have; whether it has none.
    pub(super) fn shared(&self, line: &str, full: bool, beside: bool) -> [f64; SHARED] {
        let (mut words, mut article, mut paragraphs) = (0, 0, 0);
        for word in content(line) {
            words += 1;
            article += usize::from(self.article.contains(&word));
            let others = self.paragraphs.get(&word).copied().unwrap_or(0).saturating_sub(usize::from(full));
            paragraphs += usize::from(others > 0);
        }
        let share = |part: usize| if words == 0 { 0.0 } else { figure(part) / figure(words) };
        let flag = |seen| f64::from(u8::from(seen));
        [figure(self.times(line).max(1)).ln(), flag(beside), share(article), share(paragraphs), flag(words == 0)]
    }
}

/// The words of a line that mean something by themselves, in small letters.
fn content(line: &str) -> impl Iterator<Item = String> {
    let words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| word.chars().nth(LETTERS - 1).is_some()).map(str::to_lowercase)
}

/// How a line of so many words ends and begins, and what it holds: stop, question, colon, closing quotation mark, comma; bullet, digit,
/// share of digits, opening quotation mark, small letter, commas a word, bar.
pub(super) fn written(line: &str, words: usize) -> [f64; WRITTEN] {
    let ends = |marks: &[char]| f64::from(u8::from(line.trim_end().ends_with(marks)));
    let begins = |marks: &[char]| f64::from(u8::from(line.starts_with(marks)));
    let (mut digits, mut commas, mut letters) = (0, 0, 0);
    for c in line.chars() {
        letters += 1;
        digits += usize::from(c.is_ascii_digit());
        commas += usize::from(c == ',');
    }
    let flag = |seen| f64::from(u8::from(seen));
    [
        ends(&['.', '。']),
        ends(&['!', '?']),
        ends(&[':']),
        ends(&['"', '”', '»', '“']),
        ends(&[',', ';']),
        begins(&['•', '-', '–', '*', '·', '+']),
        flag(line.starts_with(|c: char| c.is_ascii_digit())),
        figure(digits) / figure(letters.max(1)),
        begins(&['"', '“', '„', '«']),
        flag(line.starts_with(char::is_lowercase)),
        (figure(commas) / figure(words.max(1))).min(0.5),
        flag(line.contains(['|', '»'])),
    ]
}
