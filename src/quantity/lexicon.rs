//! What the words of a language mean in a quantity: one look-up a word.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::amount::Unit;
use super::cldr::{names, units};
use super::compound;
use super::measure::Measure;
use super::{terms, words};
use crate::text::Sieve;

/// What a word may mean; most words mean none of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordMeaning {
    /// A number word.
    pub(super) number: Option<u32>,
    /// Multiplies by a hundred.
    pub(super) hundred: bool,
    /// A scale word: its power of ten.
    pub(super) scale: Option<u8>,
    /// A place in a row.
    pub(super) ordinal: Option<u32>,
    /// A part: how many make the whole.
    pub(super) part: Option<u32>,
    /// A month, from 1.
    pub(super) month: Option<i8>,
    /// A weekday, from Monday, 1.
    pub(super) weekday: Option<i8>,
    /// A unit of one word.
    pub(super) unit: Option<Unit>,
    /// Begins units of several words.
    pub(super) opens: bool,
}

type MeaningsByWord = HashMap<String, WordMeaning, RandomState>;

/// The words of one language.
pub(super) struct QuantityLexicon {
    pub(super) code: &'static str,
    words: MeaningsByWord,
    phrases: HashMap<String, Unit, RandomState>,
    sieve: Sieve,
}

const CODES: [&str; 5] = ["en", "de", "fr", "es", "sv"];

static LEXICONS: LazyLock<Vec<QuantityLexicon>> =
    LazyLock::new(|| CODES.into_iter().map(QuantityLexicon::new).collect());

static NONE: LazyLock<QuantityLexicon> = LazyLock::new(|| QuantityLexicon::new(""));

/// The lexicon of `language` (BCP 47): symbols alone, where its words are not known.
pub(super) fn of(language: &str) -> &'static QuantityLexicon {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    let code = if CODES.contains(&primary) { primary } else { "" };
    LEXICONS.iter().find(|lexicon| lexicon.code == code).unwrap_or(&NONE)
}

/// Bytes of the longest text whose language is looked at again.
const SHORT: usize = 400;

/// The language of `text`, which was found to be `told` (BCP 47): another of the five where the text is short and its months,
/// weekdays, numbers and units are that one's alone.
pub fn language_of<'a>(text: &str, told: &'a str) -> &'a str {
    if text.len() > SHORT {
        return told;
    }
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
    let known = |lexicon: &QuantityLexicon| words().filter(|word| lexicon.get(word).is_some()).count();
    let own = known(of(told));
    let best = LEXICONS.iter().max_by_key(|lexicon| known(lexicon));
    best.filter(|lexicon| own == 0 && known(lexicon) > 1).map_or(told, |lexicon| lexicon.code)
}

/// Characters of the longest word that is looked up.
const LONGEST: usize = 40;

impl QuantityLexicon {
    fn new(code: &'static str) -> Self {
        let mut made =
            Self { code, words: MeaningsByWord::default(), phrases: HashMap::default(), sieve: Sieve::default() };
        made.learn_numbers();
        made.learn_names();
        made.learn_units();
        made.words.keys().for_each(|word| made.sieve.add(word));
        made
    }

    fn word(&mut self, word: &str) -> &mut WordMeaning {
        self.words.entry(word.to_owned()).or_default()
    }

    fn learn_numbers(&mut self) {
        let code = self.code;
        for (word, value) in own(words::NUMBERS, code) {
            self.word(word).number = Some(value);
        }
        for (word, place) in own(words::ORDINALS, code) {
            self.word(word).ordinal = Some(place);
        }
        for (word, whole) in own(terms::PARTS, code) {
            self.word(word).part = Some(whole);
        }
        for word in words::HUNDREDS.iter().filter(|(of, _)| *of == code).flat_map(|(_, all)| *all) {
            self.word(word).hundred = true;
        }
        for (_, word, power) in names::SCALES.iter().chain(&words::MORE_SCALES).filter(|row| row.0 == code) {
            self.word(word).scale = Some(*power);
        }
    }

    fn learn_names(&mut self) {
        let code = self.code;
        for (_, all, number) in names::MONTHS.iter().filter(|row| row.0 == code) {
            for word in all.split('|') {
                self.word(word).month = i8::try_from(*number).ok();
            }
        }
        for (_, all, number) in names::WEEKDAYS.iter().filter(|row| row.0 == code) {
            for word in all.split('|') {
                self.word(word).weekday = i8::try_from(*number).ok();
                // Swedish puts its article behind: "onsdagen".
                if code == "sv" && word.ends_with("dag") {
                    self.word(&format!("{word}en")).weekday = i8::try_from(*number).ok();
                }
            }
        }
    }

    fn learn_units(&mut self) {
        let code = self.code;
        for (_, name, all) in units::UNITS.iter().filter(|row| row.0 == code || code.is_empty()) {
            let Some(measure) = Measure::named(name) else { continue };
            for phrase in all.split('|') {
                // Of a language whose words are not known only the symbols are.
                if !code.is_empty() || phrase.chars().count() < 4 && !phrase.contains(' ') {
                    self.phrase(phrase, Unit::Measure(measure));
                    // The dative, which the CLDR's patterns lack: "von 82 Jahren".
                    if code == "de" && phrase.len() > 3 && phrase.ends_with(['e', 'r']) {
                        self.phrase(&format!("{phrase}n"), Unit::Measure(measure));
                    }
                }
            }
        }
        for (_, money) in terms::MONEY.iter().filter(|row| row.0 == code || row.0.is_empty()) {
            for (word, currency) in *money {
                self.phrase(word, Unit::Money(currency));
            }
        }
        for (_, percent, points) in terms::SHARES.iter().filter(|row| row.0 == code) {
            for word in *percent {
                self.phrase(word, Unit::Percent);
            }
            for word in *points {
                self.phrase(word, Unit::Points);
            }
        }
    }

    fn phrase(&mut self, phrase: &str, unit: Unit) {
        match phrase.split_once(' ') {
            Some((first, _)) => {
                self.word(first).opens = true;
                self.phrases.insert(phrase.to_owned(), unit);
            }
            None => self.word(phrase).unit = Some(unit),
        }
    }

    /// What `word` means; `None` for most words.
    pub(super) fn get(&self, word: &str) -> Option<WordMeaning> {
        // Compounds are of more words than the sieve knows.
        let compounds = matches!(self.code, "de" | "sv");
        if word.len() > LONGEST || !(compounds || !word.is_ascii() || self.sieve.may_have(word)) {
            return None;
        }
        let mut lower = [0; LONGEST];
        let found = if word.is_ascii() {
            let lower = lower.get_mut(..word.len())?;
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            self.find(std::str::from_utf8(lower).ok()?)
        } else {
            self.find(&word.to_lowercase())
        };
        found.filter(|entry| entry.month.is_none() || self.may_be_month(word)).or_else(|| {
            let entry = found?;
            Some(WordMeaning { month: None, ..entry })
        })
    }

    fn find(&self, lower: &str) -> Option<WordMeaning> {
        let whole = self.words.get(lower).copied();
        whole.or_else(|| {
            let value = matches!(self.code, "de" | "sv")
                .then(|| compound::number(lower, self.code, &|word| self.words.get(word)?.number))??;
            Some(WordMeaning { number: Some(value), ..WordMeaning::default() })
        })
    }

    /// The unit that several words in lower case with single blanks between them name.
    pub(super) fn unit(&self, phrase: &str) -> Option<Unit> {
        self.phrases.get(phrase).copied()
    }

    /// Where months have a capital, "may" and "march" are none.
    fn may_be_month(&self, word: &str) -> bool {
        !matches!(self.code, "en" | "de") || word.starts_with(char::is_uppercase)
    }
}

fn own<T: Copy>(
    table: &'static [(&str, &'static [(&'static str, T)])],
    code: &'static str,
) -> impl Iterator<Item = (&'static str, T)> {
    table.iter().filter(move |(of, _)| *of == code).flat_map(|(_, all)| all.iter().copied())
}
