//! What the words of a language mean in a quantity: one look-up a word.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use foldhash::fast::RandomState;

use super::amount::Unit;
use super::cldr::{names, scales, units};
use super::compound;
use super::measure::Measure;
use super::token::Lexeme;
use super::{terms, words};
use crate::text::{Sieve, SievePlace};

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

impl WordMeaning {
    /// True when a quantity may begin with it: no unit does but money.
    pub(super) fn begins(&self) -> bool {
        let counts = self.number.is_some() || self.hundred || self.scale.is_some() || self.part.is_some();
        let money = matches!(self.unit, Some(Unit::Money(_)));
        counts || self.ordinal.is_some() || self.month.is_some() || self.weekday.is_some() || money
    }
}

/// What sort of word it is that a number, a date or a sum of money is told with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordSort {
    /// A number, with its value: "twelve".
    Number(u32),
    /// It multiplies: "hundred", "million".
    Scale,
    /// A place in a row: "third".
    Ordinal,
    /// A part of a whole: "quarter".
    Part,
    /// A month.
    Month,
    /// A day of the week.
    Weekday,
    /// Money: "dollar", "eur".
    Money,
    /// Hundredths: "percent".
    Percent,
}

/// The single words of `language` (one of the five) that tell numbers, in lower case, in order; a word may be of several sorts.
pub fn number_words(language: &str) -> Vec<(&'static str, WordSort)> {
    let lexicon = of(language);
    let mut found: Vec<(&'static str, WordSort)> =
        scales_of(lexicon.code).map(|(word, _)| (word, WordSort::Scale)).collect();
    for (word, entry) in &lexicon.words {
        let money = matches!(entry.unit, Some(Unit::Money(_))).then_some(WordSort::Money);
        let sorts = [
            entry.number.map(WordSort::Number),
            entry.hundred.then_some(WordSort::Scale),
            entry.ordinal.map(|_| WordSort::Ordinal),
            entry.part.map(|_| WordSort::Part),
            entry.month.map(|_| WordSort::Month),
            entry.weekday.map(|_| WordSort::Weekday),
            money,
            (entry.unit == Some(Unit::Percent)).then_some(WordSort::Percent),
        ];
        found.extend(sorts.into_iter().flatten().map(|sort| (word.as_str(), sort)));
    }
    found.sort_unstable();
    found
}

type MeaningsByWord = HashMap<String, WordMeaning, RandomState>;

/// The words of one language.
pub(super) struct QuantityLexicon {
    pub(super) code: &'static str,
    /// Its number words grow together: "dreiundzwanzig".
    compounds: bool,
    /// It is German.
    pub(super) german: bool,
    words: MeaningsByWord,
    phrases: HashMap<String, Unit, RandomState>,
    sieve: Sieve,
    /// Of the words that begin a quantity.
    openers: Sieve,
}

const CODES: [&str; 5] = ["en", "de", "fr", "es", "sv"];

/// The lexicons of `CODES`, each made when it is first asked for.
static SPOKEN: [OnceLock<QuantityLexicon>; CODES.len()] = [const { OnceLock::new() }; CODES.len()];

static NONE: LazyLock<QuantityLexicon> = LazyLock::new(|| QuantityLexicon::new(""));

/// The other languages whose scale words the CLDR has, each made when it is first asked for.
static OTHERS: [OnceLock<QuantityLexicon>; scales::SCALES.len()] = [const { OnceLock::new() }; scales::SCALES.len()];

/// The lexicon of `language` (BCP 47): symbols and scale words alone, where its other words are not known.
pub(super) fn of(language: &str) -> &'static QuantityLexicon {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    if let Some((code, made)) = CODES.into_iter().zip(&SPOKEN).find(|(code, _)| *code == primary) {
        return made.get_or_init(|| QuantityLexicon::new(code));
    }
    let row = scales::SCALES.iter().zip(&OTHERS).find(|((code, _), _)| *code == primary);
    row.map_or(&NONE, |((code, _), made)| made.get_or_init(|| QuantityLexicon::new(code)))
}

/// The scale words of the language `code`, each with its power of ten.
fn scales_of(code: &str) -> impl Iterator<Item = (&'static str, u8)> {
    let more = words::MORE_SCALES.iter().filter(move |row| row.0 == code).map(|(_, word, power)| (*word, *power));
    let packed = scales::SCALES.iter().filter(move |row| row.0 == code).flat_map(|(_, packed)| packed.split(' '));
    packed
        .filter_map(|pair| pair.split_once(':'))
        .filter_map(|(word, power)| Some((word, power.parse().ok()?)))
        .chain(more)
}

/// Letters of the shortest scale word that is known in a text of another language.
const FOREIGN: usize = 6;

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
    let best = CODES.into_iter().map(of).max_by_key(|lexicon| known(lexicon));
    best.filter(|lexicon| own == 0 && known(lexicon) > 1).map_or(told, |lexicon| lexicon.code)
}

/// True for a language (BCP 47) whose number words, dates and units are known, and not its figures and symbols alone.
pub fn has_words(language: &str) -> bool {
    CODES.contains(&of(language).code)
}

/// The month that `word` names in `language` (BCP 47), from 1.
pub fn month_of(word: &str, language: &str) -> Option<i8> {
    of(language).get(word)?.month
}

/// True for the name of a month in one of the languages whose words are known, for texts whose language is not known yet.
pub fn is_month(word: &str) -> bool {
    CODES.into_iter().any(|code| month_of(word, code).is_some())
}

/// Characters of the longest word that is looked up.
const LONGEST: usize = 40;

impl QuantityLexicon {
    fn new(code: &'static str) -> Self {
        let mut made = Self {
            code,
            compounds: matches!(code, "de" | "sv"),
            german: code == "de",
            words: MeaningsByWord::default(),
            phrases: HashMap::default(),
            sieve: Sieve::default(),
            openers: Sieve::default(),
        };
        made.learn_numbers();
        made.learn_names();
        made.learn_units();
        made.words.keys().for_each(|word| made.sieve.add(word));
        let opening = made.words.iter().filter(|(_, entry)| entry.begins()).map(|(word, _)| word.as_str());
        // The articles mean nothing by themselves: "a dozen".
        opening.chain(["a", "an"]).for_each(|word| made.openers.add(word));
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
        for (word, power) in scales_of(code) {
            self.word(word).scale = Some(power);
        }
        if CODES.contains(&code) {
            self.learn_foreign_scales();
        }
    }

    /// Scale words of the other languages, as texts quote and translate them: "3 Milliarden", "5 crore". What is a word of its own
    /// here, or means one thing in one language and another in the next, is left out: a billion is what it is in the text's language.
    fn learn_foreign_scales(&mut self) {
        let others = || CODES.into_iter().filter(|code| *code != self.code).flat_map(scales_of);
        let long =
            |word: &str| word.chars().count() >= FOREIGN || word.starts_with("lakh") || word.starts_with("crore");
        let agreed = |(word, power): &(&str, u8)| others().all(|(other, of)| other != *word || of == *power);
        let new = |word: &str| self.words.get(word).is_none_or(|entry| entry.scale.is_none());
        let known: Vec<_> = others().filter(|(word, _)| long(word) && new(word)).filter(agreed).collect();
        for (word, power) in known {
            self.word(word).scale = Some(power);
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
                // "Dienstagabend" is a Tuesday; of a night nobody knows which of two days it is.
                for part in ["morgen", "vormittag", "mittag", "nachmittag", "abend"] {
                    if code == "de" && word.len() > 2 {
                        self.word(&format!("{word}{part}")).weekday = i8::try_from(*number).ok();
                    }
                }
            }
        }
    }

    fn learn_units(&mut self) {
        let code = self.code;
        let spoken = CODES.contains(&code);
        for (_, name, all) in units::UNITS.iter().filter(|row| row.0 == code || !spoken) {
            let Some(measure) = Measure::named(name) else { continue };
            for phrase in all.split('|') {
                // Of a language whose words are not known only the symbols are.
                if spoken || phrase.chars().count() < 4 && !phrase.contains(' ') {
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

    /// False when no quantity begins with `word`, as with most words.
    pub(super) fn may_begin(&self, word: &Lexeme) -> bool {
        self.compounds || self.openers.may_have(word.place) || !word.is_ascii
    }

    /// False when `word` surely means nothing.
    pub(super) fn may_have(&self, word: &Lexeme) -> bool {
        // Compounds are of more words than the sieve knows, and those of letters beyond ASCII it knows in lower case alone.
        self.compounds || self.sieve.may_have(word.place) || !word.is_ascii
    }

    /// What `word` means; `None` for most words.
    pub(super) fn get(&self, word: &str) -> Option<WordMeaning> {
        let is_known = || self.sieve.may_have(SievePlace::of(word.as_bytes()));
        if word.len() > LONGEST || !self.compounds && word.is_ascii() && !is_known() {
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
        let entry = found?;
        // German writes its nouns large; a small "billion" is English.
        let scale = if self.german && word.starts_with(['b', 't']) { entry.scale.map(english) } else { entry.scale };
        let month = entry.month.filter(|_| self.may_be_month(word));
        Some(WordMeaning { scale, month, ..entry })
    }

    fn find(&self, lower: &str) -> Option<WordMeaning> {
        let whole = self.words.get(lower).copied();
        whole.or_else(|| {
            let value =
                self.compounds.then(|| compound::number(lower, self.code, &|word| self.words.get(word)?.number))??;
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

/// The power of ten of an English word that a long scale's word of the power `power` is spelled like.
fn english(power: u8) -> u8 {
    match power {
        12 => 9,
        18 => 12,
        other => other,
    }
}

fn own<T: Copy>(
    table: &'static [(&str, &'static [(&'static str, T)])],
    code: &'static str,
) -> impl Iterator<Item = (&'static str, T)> {
    table.iter().filter(move |(of, _)| *of == code).flat_map(|(_, all)| all.iter().copied())
}
