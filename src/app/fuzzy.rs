//! Fuzzy matching: which texts hold the letters typed, best first.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// The items whose text matches `typed`, best first; what matches alike stays in the order given.
pub fn ranked<'a, T>(typed: &str, items: impl Iterator<Item = (T, &'a str)>) -> Vec<T> {
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut found: Vec<(u32, T)> = items
        .filter_map(|(item, text)| Some((pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher)?, item)))
        .collect();
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, item)| item).collect()
}
