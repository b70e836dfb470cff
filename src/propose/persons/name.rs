//! A speaker's name in its parts: the office, what is left of it the first name and the surname.

use super::given::{generation, with_generation};
use crate::propose::tokens::{WordClass, is_first_name, look_up};

/// Words inside a surname that are written small.
const PARTICLES: [&str; 20] = [
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "af", "av", "ten", "ter",
    "bin", "ibn", "el",
];

/// Small words behind which a capitalised word is a place or a body, and no name of a person.
const LINKS: [&str; 8] = ["of", "for", "at", "in", "from", "on", "to", "with"];

/// The parts of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NameParts {
    /// The office before the name or in its place, in small letters without an article: "prime minister". Empty for none.
    pub(super) office: String,
    /// The words of the person's own name, first name first; empty where only the office is named.
    pub(super) own: Vec<String>,
    /// What tells them from another of their family with the same name: "Jr.".
    generation: Option<&'static str>,
}

impl NameParts {
    /// The parts of `name`; what begins with "a" or "an" is nobody in particular and has none.
    pub(super) fn of(name: &str) -> Self {
        let mut words: Vec<&str> = name.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
        let generation = generation(&words).filter(|(_, said)| *said < words.len());
        words.truncate(words.len() - generation.map_or(0, |(_, said)| said));
        let generation = generation.map(|(name, _)| name);
        match words.first().map(|word| word.to_lowercase()).as_deref() {
            Some("the") => drop(words.remove(0)),
            Some("a" | "an") => return Self::default(),
            _ => {}
        }
        let own = own_name(&words);
        let (office, own) = words.split_at(words.len() - own);
        let titled = if own.is_empty() {
            office.iter().any(|word| is_office(word))
        } else {
            office.last().is_some_and(|word| is_office(word))
        };
        if !titled && !office.is_empty() {
            return Self::default();
        }
        Self {
            office: office.join(" ").to_lowercase(),
            own: own.iter().map(|word| (*word).to_owned()).collect(),
            generation,
        }
    }

    /// The surname, in small letters.
    pub(super) fn surname(&self) -> Option<String> {
        self.own.last().map(|word| word.to_lowercase())
    }

    /// The first name, where there is one beside the surname, with what tells two of one family apart; that alone where there is
    /// nothing else, behind a blank.
    pub(super) fn first(&self) -> Option<String> {
        let (_, before) = self.own.split_last()?;
        let first = before.iter().map(String::as_str).find(|word| !is_particle(word));
        match (first, self.generation) {
            (None, None) => None,
            (first, generation) => Some(with_generation(first.unwrap_or_default(), generation)),
        }
    }
}

/// How many of the last of `words` are a person's own name.
fn own_name(words: &[&str]) -> usize {
    let Some((last, before)) = words.split_last().filter(|(last, _)| is_capital(last)) else { return 0 };
    // "Anna King" is no king.
    if is_office(last) && !before.last().is_some_and(|word| is_first_name(word)) {
        return 0;
    }
    let more = before.iter().rev().take_while(|word| is_own(word)).count();
    let linked = before.len().checked_sub(more + 1).and_then(|at| before.get(at)).is_some_and(|word| is_link(word));
    if linked { 0 } else { more + 1 }
}

/// `word` without the marks around it and without the "'s" of whoever owns.
pub(super) fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    // The dot of an initial and of "Jr." is its own.
    let short = word.chars().filter(|c| c.is_alphabetic()).count() <= 2;
    if short { word } else { word.trim_matches('.') }
}

/// True for a word that may be part of a person's own name.
pub(super) fn is_own(word: &str) -> bool {
    is_particle(word) || is_capital(word) && !is_office(word)
}

/// True for a word that begins with a capital letter.
pub(super) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// True for what a person is or does: a title, a trade, an office.
pub fn is_office(word: &str) -> bool {
    look_up(&word.to_lowercase()).class.is(WordClass::TITLE | WordClass::ROLE)
}

/// True for a small word inside a surname: "van der".
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

fn is_link(word: &str) -> bool {
    LINKS.contains(&word)
}
