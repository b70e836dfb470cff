//! What a section heading says of the words under it: where and when they hold.

use std::collections::BTreeSet;

use super::redraft::fold;

/// Headings that name no place and nobody, in small letters, by their one word.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "background", "history", "summary", "introduction", "conclusion", "conclusions", "context", "results", "reactions", "reaction",
    "analysis", "timeline", "overview", "outlook", "methods", "method", "details", "causes", "consequences", "costs", "money",
    "politics", "criticism", "response", "responses", "aftermath", "update", "updates", "hintergrund", "geschichte", "fazit",
    "einleitung", "ergebnisse", "reaktionen", "ausblick", "kritik", "kosten", "folgen", "contexte", "histoire", "résumé", "historia",
    "contexto", "bakgrund", "bakgrunn", "baggrund", "historie", "reaksjoner", "reaktioner",
];

/// Words of a heading that is nothing but a name, at most.
const NAME: usize = 2;
/// Words of a heading that says by its year when what stands under it was, at most.
const SHORT: usize = 8;

/// True where a heading says another place, time or figure of what stands under it. Other words for a heading say nothing of that.
pub(super) fn is_other_section(was: Option<&str>, is: Option<&str>) -> bool {
    let (Some(was), Some(is)) = (was, is) else { return false };
    let (was, is) = (heading_words(was), heading_words(is));
    let is_figure = |word: &&String| word.starts_with(|c: char| c.is_ascii_digit());
    let figures = |words: &[String]| -> Vec<String> { words.iter().filter(is_figure).cloned().collect() };
    let said = |words: &[String]| -> BTreeSet<String> {
        words.iter().filter(|word| !is_figure(word)).map(|word| word.to_lowercase()).collect()
    };
    let (old, new) = (figures(&was), figures(&is));
    // "Group 3" and "Group 4".
    if !old.is_empty() && !new.is_empty() && said(&was) == said(&is) {
        return old != new;
    }
    let years = |figures: &[String]| -> BTreeSet<String> {
        figures.iter().filter(|figure| figure.len() == 4 && figure.starts_with(['1', '2'])).cloned().collect()
    };
    let (then, now) = (years(&old), years(&new));
    if !then.is_empty() && !now.is_empty() {
        return then != now && was.len() <= SHORT && is.len() <= SHORT;
    }
    let is_there = |word: &String| is.iter().any(|other| other.to_lowercase() == word.to_lowercase());
    is_name(&was) && is_name(&is) && !was.iter().any(is_there)
}

/// The words of a heading, without its number: "3. Westhaven".
fn heading_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let is_number =
        |word: &str| word.strip_suffix('.').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    let own = folded.trim().split_once(' ').filter(|(first, _)| is_number(first)).map_or(&*folded, |(_, rest)| rest);
    own.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// True for words that are the name of a place, a firm or somebody, as far as they tell.
fn is_name(words: &[String]) -> bool {
    let is_proper = |word: &String| word.starts_with(char::is_uppercase) && !COMMON.contains(&&*word.to_lowercase());
    (1..=NAME).contains(&words.len()) && words.iter().all(is_proper)
}

#[cfg(test)]
mod tests {
    use super::is_other_section;

    #[test]
    fn a_heading_says_where_and_when_and_other_words_for_it_say_nothing() {
        for (was, is, other) in [
            ("Westhaven", "Easthaven", true),
            ("Westhaven", "How Westhaven grew", false),
            ("Background", "History", false),
            ("Results for 2023", "Results for 2022", true),
            ("Results for 2023", "The results of 2023", false),
            ("3. Westhaven", "4. Westhaven", false),
            ("Group 3", "Group 4", true),
            ("Sept. 2 updates", "Updates of 20240902", false),
            ("What happened", "The accident", false),
            ("Who pays", "The bill of 2023", false),
            ("Ole Berg", "Berg", false),
            ("Ole Berg", "Eva Lund", true),
        ] {
            assert_eq!(is_other_section(Some(was), Some(is)), other, "{was} {is}");
        }
        assert!(!is_other_section(Some("Westhaven"), None) && !is_other_section(None, Some("Westhaven")));
    }
}
