//! What earlier sessions wrote down and may be meant again: sources and people, offered while one types. It is gathered once by a
//! thread of the shell's; a key never waits for it.

use std::cell::RefCell;
use std::rc::Rc;

use super::search::folded;

/// Offers that are shown at most.
pub const OFFERED: usize = 3;

/// Characters that have to be typed before anything is offered.
const TYPED: usize = 2;

/// Characters of what is typed from which on one that is wrong is passed over.
const SLIP: usize = 5;

/// A source of an earlier session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastSource {
    /// What it is called; empty for none.
    pub title: String,
    /// Its link; empty for none.
    pub url: String,
}

/// What earlier sessions wrote down, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastWords {
    /// Sources, each once; no confidential one.
    pub sources: Vec<PastSource>,
    /// People, as they were spelt: who asserts, is asked, marks, is to check.
    pub people: Vec<String>,
}

/// What is asked for: of which kind what is typed is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferKind {
    /// A source's title or link.
    Source,
    /// A person's name.
    Person,
}

/// What may be offered on one desk.
#[derive(Clone, Debug, Default)]
pub struct Offered {
    asked: bool,
    words: Rc<PastWords>,
    /// The same as they are compared: titles and links, then names.
    folded: Rc<[Vec<String>; 2]>,
    /// What was offered last.
    kept: RefCell<Option<(OfferKind, String, Vec<usize>)>>,
}

impl PartialEq for Offered {
    fn eq(&self, other: &Self) -> bool {
        self.asked == other.asked && self.words == other.words
    }
}

impl Offered {
    /// True when the shell is to be asked; it is asked once a desk.
    pub fn ask(&mut self) -> bool {
        !std::mem::replace(&mut self.asked, true)
    }

    /// Takes in what was gathered.
    pub fn take(&mut self, words: PastWords) {
        let sources = words.sources.iter().map(|source| folded(&format!("{} {}", source.title, bare(&source.url))));
        let people = words.people.iter().map(|name| folded(name));
        self.folded = Rc::new([sources.collect(), people.collect()]);
        self.words = Rc::new(words);
        self.kept.take();
    }

    /// True where nothing can be offered.
    pub fn is_empty(&self) -> bool {
        self.words.sources.is_empty() && self.words.people.is_empty()
    }

    /// The people, the latest first.
    pub fn people(&self) -> &[String] {
        &self.words.people
    }

    /// The sources that `typed` may begin, the most likely first, at most [`OFFERED`].
    pub fn sources(&self, typed: &str) -> Vec<&PastSource> {
        let found = self.found(OfferKind::Source, bare(typed.trim()));
        let found = found.into_iter().filter_map(|at| self.words.sources.get(at));
        found.filter(|source| source.title != typed.trim() && source.url != typed.trim()).collect()
    }

    /// The names that `typed` may begin, or has with a slip, the most likely first, at most [`OFFERED`].
    pub fn names(&self, typed: &str) -> Vec<&str> {
        let found = self.found(OfferKind::Person, typed.trim());
        found
            .into_iter()
            .filter_map(|at| self.words.people.get(at))
            .map(String::as_str)
            .filter(|name| *name != typed.trim())
            .collect()
    }

    /// Which of a kind fit, by their places; one pass over them, and none where the same is asked again.
    fn found(&self, kind: OfferKind, typed: &str) -> Vec<usize> {
        if let Some((.., found)) =
            self.kept.borrow().as_ref().filter(|(known, words, _)| *known == kind && words == typed)
        {
            return found.clone();
        }
        let asked = folded(typed);
        let all = match (kind, &*self.folded) {
            _ if asked.chars().count() < TYPED => &[][..],
            (OfferKind::Source, [sources, _]) => sources,
            (OfferKind::Person, [_, people]) => people,
        };
        let fits = |(at, text): (usize, &String)| Some((fit(text, &asked)?, at));
        let mut found: Vec<(u8, usize)> = all.iter().enumerate().filter_map(fits).collect();
        found.sort_unstable();
        let found: Vec<usize> = found.into_iter().take(OFFERED + 1).map(|(_, at)| at).collect();
        self.kept.replace(Some((kind, typed.to_owned(), found.clone())));
        found
    }
}

/// How well `text` fits what is typed, 0 the best; `None` where it does not.
fn fit(text: &str, asked: &str) -> Option<u8> {
    if text.starts_with(asked) {
        return Some(0);
    }
    let mut words = text.split_whitespace();
    if asked.split_whitespace().all(|word| words.any(|other| other.trim_start_matches('“').starts_with(word))) {
        return Some(1);
    }
    (asked.chars().count() >= SLIP && slips(text, asked)).then_some(2)
}

/// True where `asked` begins `text` but for one letter that is another, is missing or is too many.
fn slips(text: &str, asked: &str) -> bool {
    let (text, asked): (Vec<char>, Vec<char>) = (text.chars().collect(), asked.chars().collect());
    let same = text.iter().zip(&asked).take_while(|(one, other)| one == other).count();
    // The first letter is right.
    if same == 0 {
        return false;
    }
    let rest = |list: &[char], from: usize| list.get(from..).unwrap_or_default().to_vec();
    let begins = |from: usize, typed: usize| rest(&text, from).starts_with(&rest(&asked, typed));
    begins(same + 1, same + 1) || begins(same + 1, same) || begins(same, same + 1)
}

/// A link without what all links begin with.
fn bare(link: &str) -> &str {
    let link = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://")).unwrap_or(link);
    link.strip_prefix("www.").unwrap_or(link)
}

/// What of `offer` stands behind `typed`, where that begins it, whatever the case: what a line shows behind its cursor.
pub fn rest<'o>(offer: &'o str, typed: &str) -> Option<&'o str> {
    let mut at = 0;
    for (one, other) in offer.chars().zip(typed.chars()) {
        if one != other && folded(one.encode_utf8(&mut [0; 4])) != folded(other.encode_utf8(&mut [0; 4])) {
            return None;
        }
        at += one.len_utf8();
    }
    let all = typed.chars().count() <= offer.chars().count();
    offer.get(at..).filter(|_| all && !typed.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered() -> Offered {
        let source = |title: &str, url: &str| PastSource { title: title.to_owned(), url: url.to_owned() };
        let mut offered = Offered::default();
        offered.take(PastWords {
            sources: vec![
                source("Council minutes, 3 March", "https://example.org/minutes.pdf"),
                source("Minutes of the harbour board", "https://www.harbour.example/board"),
                source("", "https://example.org/census"),
            ],
            people: ["Jan Čapek", "Anna Berg", "Annika Roe"].map(str::to_owned).to_vec(),
        });
        offered
    }

    #[test]
    fn what_begins_so_comes_before_what_has_such_a_word() {
        let offered = offered();
        let titles = |typed| offered.sources(typed).iter().map(|source| source.title.as_str()).collect::<Vec<_>>();
        assert_eq!(titles("minu"), ["Minutes of the harbour board", "Council minutes, 3 March"]);
        assert_eq!(titles("counc"), ["Council minutes, 3 March"]);
        assert_eq!(titles("https://harb"), ["Minutes of the harbour board"]);
        assert_eq!(titles("min harb"), ["Minutes of the harbour board"]);
        assert!(titles("m").is_empty() && titles("").is_empty() && titles("Council minutes, 3 March").is_empty());
    }

    #[test]
    fn a_name_is_offered_as_it_was_spelt_even_with_a_slip() {
        let offered = offered();
        assert_eq!(offered.names("ann"), ["Anna Berg", "Annika Roe"]);
        assert_eq!(offered.names("jan cap"), ["Jan Čapek"]);
        assert_eq!(offered.names("Čap"), ["Jan Čapek"]);
        assert_eq!(offered.names("Anna Bwrg"), ["Anna Berg"]);
        assert_eq!(offered.names("Anna Brg"), ["Anna Berg"]);
        assert!(offered.names("Anna Berg").is_empty() && offered.names("Xnna Berg").is_empty());
    }

    #[test]
    fn the_same_letters_are_asked_of_sources_and_of_people_apart() {
        let offered = offered();
        for _ in 0..2 {
            assert!(offered.sources("ann").is_empty());
            assert_eq!(offered.names("ann").len(), 2);
            assert_eq!(offered.sources("coun").len(), 1);
            assert!(offered.names("coun").is_empty());
        }
    }

    #[test]
    fn what_stands_behind_what_is_typed_is_told_whatever_the_case() {
        assert_eq!(rest("Council minutes", "counc"), Some("il minutes"));
        assert_eq!(rest("Jan Čapek", "jan c"), Some("apek"));
        assert_eq!((rest("Council", "ounc"), rest("Co", "Council"), rest("Co", "")), (None, None, None));
    }
}
