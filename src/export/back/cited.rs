//! Sources as cards of ours name them, a line each: what such a line says of its source.

use serde_json::{Map, Value};

use super::super::table::CONFIDENTIAL;
use crate::review::{Rank, SourceKind, Support};

/// What a line says of a source, by the names that the session file has for it.
pub(super) type SourceWords = Map<String, Value>;

/// The sources that lines of a card name, and in Markdown, behind all of them, what else is said of some.
#[derive(Debug, Default)]
pub(super) struct FreshSources {
    pub(super) named: Vec<SourceWords>,
    pub(super) more: Vec<SourceWords>,
}

impl FreshSources {
    /// Each source with all that is said of it. Where it is not told which of them is confidential, all are.
    pub(super) fn told(mut self) -> Vec<Value> {
        let is_each = self.named.len() == self.more.len();
        let is_secret = self.more.iter().any(|more| more.contains_key(SECRET));
        for (at, source) in self.named.iter_mut().enumerate() {
            match self.more.get(at).filter(|_| is_each) {
                Some(more) => source.extend(more.clone()),
                None if is_secret => drop(source.insert(SECRET.to_owned(), true.into())),
                None => {}
            }
        }
        self.named.into_iter().map(Value::Object).collect()
    }
}

/// What the session file calls it that a source is confidential, and a card, too.
const SECRET: &str = "confidential";

/// A line of a card in Word, behind what it is called: `Minutes <https://example.org> (document, p. 12) “They met.”`
pub(super) fn in_word(line: &str) -> SourceWords {
    let (named, quote) = passage(line);
    // Behind an address all in brackets is said about the source; a title may have brackets of its own.
    let open =
        named.strip_suffix(')').and_then(|inside| inside.rfind("> (").map(|at| at + 1).or_else(|| inside.rfind(" (")));
    let (named, about) = open.map_or((named, ""), |at| {
        let (name, about) = named.split_at_checked(at).unwrap_or((named, ""));
        (name, about.trim_start_matches([' ', '(']).trim_end_matches(')'))
    });
    let mut source = titled(named);
    said(&mut source, about);
    put(&mut source, "quote", quote);
    source
}

/// A line of a card in Markdown: `- [Minutes](<https://example.org>)`, or the name alone; `None` for another line.
pub(super) fn in_markdown(line: &str) -> Option<SourceWords> {
    let item = line.strip_prefix("- ")?;
    let link = item.strip_prefix('[').and_then(|rest| rest.strip_suffix(')')).and_then(|rest| rest.rsplit_once("]("));
    let mut source = SourceWords::new();
    let (title, url) = link.unwrap_or((item, ""));
    put(&mut source, "title", &plain(title));
    put(&mut source, "url", url.trim_start_matches('<').trim_end_matches('>'));
    Some(source)
}

/// The line of a card in Markdown that says more of a source, behind what it is called.
pub(super) fn about(line: &str) -> SourceWords {
    let line = plain(line);
    let (words, quote) = passage(&line);
    let mut source = SourceWords::new();
    said(&mut source, words);
    put(&mut source, "quote", quote);
    source
}

/// What a cell of the table of claims says of a source: `Minutes <https://example.org> (confidential)`.
pub(super) fn in_cell(line: &str) -> SourceWords {
    let line = line.trim();
    let open = line.strip_suffix(CONFIDENTIAL).map(str::trim_end);
    let mut source = titled(open.unwrap_or(line));
    if open.is_some() {
        source.insert(SECRET.to_owned(), true.into());
    }
    source
}

/// The line without the passage that it quotes, and that.
fn passage(line: &str) -> (&str, &str) {
    let parts = line.strip_suffix('”').and_then(|line| line.split_once('“'));
    parts.map_or((line.trim(), ""), |(before, quote)| (before.trim(), quote.trim()))
}

/// `Minutes <https://example.org>`, a title, or an address.
fn titled(named: &str) -> SourceWords {
    let named = named.trim();
    let mut source = SourceWords::new();
    match named.strip_suffix('>').and_then(|named| named.rsplit_once('<')) {
        Some((title, url)) => {
            put(&mut source, "title", title);
            put(&mut source, "url", url);
        }
        None if super::super::link::checked(named).is_some() => put(&mut source, "url", named),
        None => put(&mut source, "title", named),
    }
    source
}

/// What stands about a source beside its name: `document, primary, p. 12, checked 2026-11-23, confidential`.
fn said(source: &mut SourceWords, about: &str) {
    let mut places: Vec<&str> = Vec::new();
    for word in about.split(", ").map(str::trim).filter(|word| !word.is_empty()) {
        let kinds = [("kind", SourceKind::WORDS), ("rank", Rank::WORDS), ("stance", Support::WORDS)];
        if word == SECRET {
            source.insert(SECRET.to_owned(), true.into());
        } else if let Some(day) = word.strip_prefix("checked ") {
            put(source, "checked_at", day);
        } else if let Some((key, _)) = kinds.into_iter().find(|(_, words)| words.contains(&word)) {
            put(source, key, word);
        } else if let Some(archive) = word.strip_prefix("[archived](") {
            put(source, "archive", archive.trim_end_matches(')').trim_matches(['<', '>']));
        } else {
            places.push(word);
        }
    }
    put(source, "locator", &places.join(", "));
}

fn put(source: &mut SourceWords, key: &str, words: &str) {
    if !words.trim().is_empty() {
        source.insert(key.to_owned(), words.trim().into());
    }
}

/// Words of Markdown without the backslashes before its signs.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut signs = words.chars().peekable();
    while let Some(sign) = signs.next() {
        let escapes = sign == '\\' && signs.peek().is_some_and(char::is_ascii_punctuation);
        plain.extend(if escapes { signs.next() } else { Some(sign) });
    }
    plain
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_line_of_a_card_says_all_of_its_source() {
        let told = Value::Object;
        assert_eq!(
            told(in_word(
                "Talk (second) at the pier <https://a.example/1> (interview, primary, p. 3, side B, checked 2026-12-01, confidential) “They (all) lied”"
            )),
            json!({"checked_at":"2026-12-01","confidential":true,"kind":"interview","locator":"p. 3, side B","quote":"They (all) lied","rank":"primary","title":"Talk (second) at the pier","url":"https://a.example/1"})
        );
        assert_eq!(told(in_word("A talk (confidential)")), json!({"confidential":true,"title":"A talk"}));
        assert_eq!(told(in_word("https://a.example/1")), json!({"url":"https://a.example/1"}));
        assert_eq!(
            told(in_markdown("- [A\\_talk](<https://a.example/1>)").unwrap()),
            json!({"title":"A_talk","url":"https://a.example/1"})
        );
        assert_eq!(told(about("p. 3, confidential “So”")), json!({"confidential":true,"locator":"p. 3","quote":"So"}));
        assert_eq!(
            told(in_cell("A talk <https://a.example/1> (confidential)")),
            json!({"confidential":true,"title":"A talk","url":"https://a.example/1"})
        );
        assert_eq!(in_markdown("**verified**"), None);
    }
}
