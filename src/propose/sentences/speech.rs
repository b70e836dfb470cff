//! Words that name the speaker behind a quotation: `“Who paid?” Smith asked`.

use super::marks;
use super::next::Next;
use crate::propose::lexicon::SentenceLexicon;

/// English verbs of saying in the forms that stand behind a quotation, sorted.
const VERBS: [&str; 50] = [
    "added",
    "adds",
    "admitted",
    "announced",
    "answered",
    "argued",
    "asked",
    "asks",
    "began",
    "called",
    "claimed",
    "commented",
    "complained",
    "concluded",
    "continued",
    "cried",
    "declared",
    "demanded",
    "exclaimed",
    "explained",
    "inquired",
    "insisted",
    "joked",
    "noted",
    "observed",
    "pleaded",
    "posted",
    "queried",
    "quipped",
    "read",
    "reads",
    "recalled",
    "remarked",
    "replied",
    "replies",
    "responded",
    "said",
    "says",
    "screamed",
    "shouted",
    "snapped",
    "stated",
    "thundered",
    "told",
    "tweeted",
    "warned",
    "wondered",
    "writes",
    "wrote",
    "yelled",
];

/// Small words inside a name, sorted.
const INSIDE: [&str; 16] =
    ["al", "and", "bin", "da", "de", "del", "den", "der", "di", "for", "in", "la", "of", "the", "van", "von"];

/// How many words a name with its title has at most.
const NAME: usize = 7;

/// Chinese and Japanese words of saying.
const SAID: [&str; 10] = ["说", "說", "表示", "称", "稱", "问道", "問道", "指出", "と述べ", "と話"];

/// True when a name and a verb of saying follow a quotation that ended with a question or exclamation mark.
pub(super) fn attributed(next: &Next<'_>, lexicon: &SentenceLexicon) -> bool {
    if !lexicon.english() || next.opening.is_some() || lexicon.opens(next.word) {
        return false;
    }
    let verb = |word: &str| VERBS.binary_search(&word).is_ok();
    let mut aside = false;
    for (at, raw) in next.rest.split_whitespace().take(2 * NAME).enumerate() {
        let word = raw.trim_end_matches([',', '.', '!', '?', ':']);
        if at > 0 && verb(word) {
            return true;
        }
        let named = word.starts_with(char::is_uppercase) || INSIDE.binary_search(&word).is_ok();
        if !aside && (!named || at >= NAME) || raw.ends_with(['.', '!', '?']) && lexicon.habit(word).is_none() {
            return false;
        }
        aside |= raw.ends_with(',');
    }
    false
}

/// True when a word of saying follows a quotation in Chinese, or the Japanese sentence goes on behind it.
pub(super) fn attributed_eastern(rest: &str) -> bool {
    let hiragana = |c: char| matches!(c, '\u{3041}'..='\u{309f}');
    if rest.starts_with(hiragana) {
        return true;
    }
    let end = rest.char_indices().map(|(at, _)| at).nth(10).unwrap_or(rest.len());
    let near = rest.get(..end).unwrap_or_default();
    let clause = near
        .split(|c: char| matches!(c, '。' | '，' | '、' | '！' | '？') || marks::is_quote(c))
        .next()
        .unwrap_or_default();
    SAID.iter().any(|word| clause.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_for_the_search() {
        assert!(VERBS.is_sorted() && INSIDE.is_sorted());
    }
}
