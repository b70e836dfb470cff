//! What is known about each language: its commonest words, and the abbreviations that carry a stop.

mod english;
mod facts;
mod germanic;
mod romance;
mod slavic;
mod world;

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, OnceLock};

use foldhash::fast::RandomState;

use self::facts::LanguageFacts;

/// How an abbreviation behaves at its stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Habit {
    /// Something always follows.
    Leading,
    /// A number follows; before anything else it is a plain word.
    Numbered,
    /// It ends a sentence before a word that begins one.
    Either,
    /// It ends a sentence before any capital.
    Closing,
}

/// Abbreviations met in many languages.
const SHARED: LanguageFacts = LanguageFacts {
    code: "",
    common: "",
    openers: "",
    leading: "Dr Mr Mrs Ms Mme Mlle Prof St Mt vs v cf",
    numbered: "No Nos no nos Nr nr p pp vol Vol fig Fig art Art tel Tel ch N° n° Nº nº № §",
    either: "Inc Corp Ltd Co co Cos Bros Jr Sr al ed eds Cie",
    closing: "etc km kg cm mm",
    ordinals: false,
};

/// The lists of a language, ready to ask.
pub(super) struct SentenceLexicon {
    language: Option<&'static LanguageFacts>,
    habits: HashMap<String, Habit, RandomState>,
    openers: HashSet<String, RandomState>,
    /// The length of the longest abbreviation, in bytes.
    longest: usize,
}

/// `word` with a capital at its beginning.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

impl SentenceLexicon {
    fn new(language: Option<&'static LanguageFacts>) -> Self {
        let mut habits: HashMap<_, _, RandomState> = HashMap::default();
        for facts in std::iter::once(&SHARED).chain(language) {
            let lists = [
                (facts.numbered, Habit::Numbered),
                (facts.either, Habit::Either),
                (facts.closing, Habit::Closing),
                (facts.leading, Habit::Leading),
            ];
            for (list, habit) in lists {
                for word in list.split_whitespace() {
                    habits.insert(word.to_owned(), habit);
                }
            }
        }
        let written: Vec<_> = habits.iter().map(|(word, habit)| (word.clone(), *habit)).collect();
        for (word, habit) in written.into_iter().filter(|(word, _)| word.chars().count() > 1) {
            habits.entry(capitalised(&word)).or_insert(habit);
            // In a line of capitals titles are written large too.
            if habit == Habit::Leading {
                habits.entry(word.to_uppercase()).or_insert(habit);
            }
        }
        let lists = language.into_iter().flat_map(|language| [language.common, language.openers]);
        let words: Vec<_> = lists.flat_map(str::split_whitespace).collect();
        let openers =
            words.iter().map(|word| capitalised(word)).chain(words.iter().map(|word| (*word).to_owned())).collect();
        let longest = habits.keys().map(String::len).max().unwrap_or_default();
        Self { language, habits, openers, longest }
    }

    /// How `word`, written before a stop, behaves there; `None` when it is no known abbreviation.
    pub(super) fn habit(&self, word: &str) -> Option<Habit> {
        // German streets: Hauptstr. 5.
        if word.ends_with("str") && self.is("de") {
            return Some(Habit::Numbered);
        }
        if word.len() > self.longest { None } else { self.habits.get(word).copied() }
    }

    /// True when `word` is common, and with a capital after an abbreviation begins a sentence.
    pub(super) fn opens(&self, word: &str) -> bool {
        self.openers.contains(word)
    }

    fn is(&self, code: &str) -> bool {
        self.language.is_some_and(|language| language.code == code)
    }

    /// True where a stop after a number makes it an ordinal.
    pub(super) fn ordinals(&self) -> bool {
        self.language.is_some_and(|language| language.ordinals)
    }

    /// True for English.
    pub(super) fn english(&self) -> bool {
        self.is("en")
    }
}

/// The languages that lists are kept for.
pub(super) static LANGUAGES: [&LanguageFacts; 42] = [
    &english::ENGLISH,
    &germanic::GERMAN,
    &germanic::DUTCH,
    &germanic::DANISH,
    &germanic::NORWEGIAN,
    &germanic::SWEDISH,
    &germanic::ICELANDIC,
    &germanic::AFRIKAANS,
    &romance::FRENCH,
    &romance::SPANISH,
    &romance::ITALIAN,
    &romance::PORTUGUESE,
    &romance::CATALAN,
    &romance::ROMANIAN,
    &slavic::POLISH,
    &slavic::CZECH,
    &slavic::SLOVAK,
    &slavic::SLOVENE,
    &slavic::CROATIAN,
    &slavic::RUSSIAN,
    &slavic::UKRAINIAN,
    &slavic::BELARUSIAN,
    &slavic::BULGARIAN,
    &slavic::SERBIAN,
    &slavic::MACEDONIAN,
    &world::KAZAKH,
    &world::FINNISH,
    &world::ESTONIAN,
    &world::LATVIAN,
    &world::LITHUANIAN,
    &world::HUNGARIAN,
    &world::TURKISH,
    &world::INDONESIAN,
    &world::VIETNAMESE,
    &world::SWAHILI,
    &world::ALBANIAN,
    &world::GREEK,
    &world::ARABIC,
    &world::PERSIAN,
    &world::URDU,
    &world::HINDI,
    &world::MARATHI,
];

/// The lexicon of `language` (BCP 47, the region does not matter); of English when it is empty, a bare one when unknown.
pub(super) fn of(language: &str) -> &'static SentenceLexicon {
    static LEXICONS: [OnceLock<SentenceLexicon>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];
    static BARE: LazyLock<SentenceLexicon> = LazyLock::new(|| SentenceLexicon::new(None));
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    let code = match primary {
        "" => "en",
        "nb" | "nn" => "no",
        "bs" | "sh" => "hr",
        other => other,
    };
    let known = LANGUAGES.iter().zip(&LEXICONS).find(|(known, _)| known.code.eq_ignore_ascii_case(code));
    known.map_or_else(|| &*BARE, |(known, lexicon)| lexicon.get_or_init(|| SentenceLexicon::new(Some(known))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_does_not_change_the_language() {
        assert_eq!(of("de-AT").habit("bzw"), Some(Habit::Leading));
        assert!(of("en_GB").english());
    }

    #[test]
    fn a_title_is_known_in_a_line_of_capitals() {
        assert_eq!(of("en").habit("GOV"), Some(Habit::Leading));
        assert_eq!(of("en").habit("SAT"), None);
    }

    #[test]
    fn common_words_are_written_small() {
        for language in LANGUAGES {
            for word in language.common.split_whitespace().chain(language.openers.split_whitespace()) {
                assert_eq!(word, word.to_lowercase(), "{}", language.code);
            }
        }
    }
}
