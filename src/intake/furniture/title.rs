//! Finds the headline of a pasted page among the lines above its article.

use std::collections::HashSet;

use super::feature::Feature;
use super::look::LineLook;
use super::segment;
use super::signs;

/// How many lines above the article are looked at.
const ABOVE: usize = 40;
/// How many lines of the article are compared.
const BEGINNING: usize = 12;
/// Words that a headline has at least, and at most.
const LENGTH: std::ops::RangeInclusive<usize> = 4..=25;

/// The index of the headline: the line above `start` that shares most of its words with the beginning of the article; of equal ones the
/// nearest. `None` when no line shares half of them.
pub(super) fn headline<S: AsRef<str>>(lines: &[S], looks: &[LineLook], start: usize) -> Option<usize> {
    let beginning = lines.iter().skip(start).take(BEGINNING).map(|line| signs::fold(line.as_ref()));
    let told: HashSet<String> =
        beginning.flat_map(|line| content(&line).map(str::to_owned).collect::<Vec<_>>()).collect();
    let above = (start.saturating_sub(ABOVE)..start).filter_map(|index| {
        let look = looks.get(index).filter(|look| reads_like_one(look))?;
        let folded = signs::fold(lines.get(index)?.as_ref());
        let words: Vec<&str> = content(&folded).collect();
        let shared = words.iter().filter(|word| told.contains(**word)).count();
        // Pages like to say their headline twice.
        let twice = if look.features.has(Feature::Repeated) { 25 } else { 0 };
        let score = shared * 100 / words.len().max(1) + twice;
        (shared >= 2 && shared * 2 >= words.len()).then_some((score, look.words.min(8), index))
    });
    above.max().map(|(.., index)| index)
}

fn reads_like_one(look: &LineLook) -> bool {
    let plain = !look.features.any(&[Feature::TwoSentences, Feature::Pointer, Feature::Wordless]);
    LENGTH.contains(&look.words) && plain && !segment::is_sign(look)
}

/// The words of a folded line that mean something by themselves: four letters or more, without an ending in 's.
fn content(folded: &str) -> impl Iterator<Item = &str> {
    let words = folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.trim_end_matches("'s").trim_matches('\''));
    words.filter(|word| word.chars().count() >= 4)
}
