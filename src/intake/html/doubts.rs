//! What to say of a page when the article that was read of it may not be all of it, or not the one that it is about.

use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::measure::Measures;
use super::row::TextRow;
use crate::review::BlockKind;
use crate::text::plural;

/// A page with this many bytes of running text, and this many times what was read of it, is one of which little was read.
const MUCH: usize = 1500;
/// See [`MUCH`].
const TIMES: usize = 4;
/// Bytes of struck words, or of a title, that a notice repeats.
const REPEATED: usize = 60;
/// A title of fewer words than this may share none with its article.
const WORDS: usize = 4;
/// Letters at a word's beginning by which it is known in another form: "elections", "elected".
const STEM: usize = 4;

/// The rows that are not furniture.
fn told(rows: &[TextRow]) -> impl Iterator<Item = &TextRow> {
    rows.iter().filter(|row| row.kind != BlockKind::Furniture)
}

/// The bytes of what is not furniture.
pub(super) fn length(rows: &[TextRow]) -> usize {
    told(rows).map(|row| row.text.len()).sum()
}

/// What to say of words that are struck out.
pub(super) fn struck(rows: &[TextRow]) -> Option<String> {
    let words: Vec<&str> =
        told(rows).filter_map(|row| row.struck.as_deref()).filter(|words| !words.is_empty()).collect();
    let first = cut(words.first()?);
    let places = plural(words.len(), "place");
    Some(format!("Words that the page strikes out or hides were left out in {places}, first “{first}”."))
}

/// What to say of another article on the page, by its title.
pub(super) fn another(title: &str) -> String {
    let title = cut(title);
    format!("Another article follows on the page, “{title}”; it was left out: save its own page to read it.")
}

/// What to say when little of the page's running text was read.
pub(super) fn short(rows: &[TextRow], measures: &Measures) -> Option<String> {
    let (read, there) = (length(rows), measures.page.prose);
    (there >= MUCH && read * TIMES < there).then(|| {
        format!("The page shows about {there} bytes of running text, and {read} were read as the article; compare it with the page.")
    })
}

/// What to say when no word of the title stands in what was read.
pub(super) fn foreign(title: &str, rows: &[TextRow]) -> Option<String> {
    let wanted = stems(title);
    if wanted.len() < WORDS || told(rows).next().is_none() {
        return None;
    }
    let shared = told(rows).any(|row| row.text != title && !stems(&row.text).is_disjoint(&wanted));
    (!shared).then(|| {
        let title = cut(title);
        format!(
            "No word of the page's title, “{title}”, stands in what was read as the article; compare it with the page."
        )
    })
}

/// The beginnings of a text's words; pairs of characters in scripts that do not part words.
fn stems(text: &str) -> HashSet<String, RandomState> {
    let mut stems = HashSet::with_hasher(RandomState::default());
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        if letters.iter().any(|c| crate::intake::wrap::unspaced(*c)) {
            stems.extend(letters.windows(2).map(|pair| pair.iter().collect::<String>()));
        } else if letters.len() >= STEM {
            stems.insert(letters.iter().take(STEM).collect());
        }
    }
    stems
}

fn cut(words: &str) -> String {
    let cut: String = words.chars().take(REPEATED).collect();
    if cut.len() < words.len() { format!("{cut}…") } else { cut }
}
