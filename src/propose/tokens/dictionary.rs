//! The dictionary: every known word with its classes and its form of an attributing verb.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::class::WordClass;
use super::cue::CueVerb;
use super::first_names::{FEMALE_NAMES, MALE_NAMES};
use super::small::Small;
use super::{lists, verbs};

/// What the dictionary knows of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::propose) struct DictionaryEntry {
    /// Its classes.
    pub(in crate::propose) class: WordClass,
    /// Its form of an attributing verb.
    pub(in crate::propose) cue: Option<CueVerb>,
}

type Dictionary = HashMap<Cow<'static, [u8]>, DictionaryEntry, FixedState>;

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let mut words = Dictionary::with_capacity_and_hasher(6144, FixedState::default());
    for (word, cue) in verbs::forms() {
        words.entry(Cow::Owned(word.into_bytes())).or_default().cue.get_or_insert(cue);
    }
    let first = |class: WordClass| class.with(WordClass::FIRST);
    let names = [(first(WordClass::MALE), MALE_NAMES), (first(WordClass::FEMALE), FEMALE_NAMES)];
    for (class, list) in lists::all().chain(names) {
        for word in list.split_ascii_whitespace() {
            let known = words.entry(Cow::Borrowed(word.as_bytes())).or_default();
            known.class = known.class | class;
        }
    }
    // "accused" is listed for itself and is a form of "accuse" besides; what the grammar does not list it guesses.
    let more: Vec<_> = words.keys().map(|word| (word.clone(), derived(&words, word).class)).collect();
    for (word, class) in more {
        words.entry(word).and_modify(|known| {
            let guessed = if in_grammar(*known) { class.for_scale() } else { class };
            known.class = known.class | guessed;
        });
    }
    words
});

/// Makes the dictionary ready.
pub(in crate::propose) fn prepare() {
    LazyLock::force(&DICTIONARY);
}

/// What is known of `word`: its case and the shape of its apostrophe do not matter, and what is on no list is told by its base
/// and its ending.
pub(in crate::propose) fn look_up(word: &str) -> DictionaryEntry {
    let Some(small) = Small::of(word) else { return DictionaryEntry::default() };
    DICTIONARY.get(small.bytes()).copied().unwrap_or_else(|| derived(&DICTIONARY, small.bytes()))
}

/// What is known of a word that is not listed as it stands.
fn derived(words: &Dictionary, word: &[u8]) -> DictionaryEntry {
    let guessed = guess(words, word);
    let joined = || word.iter().any(|byte| matches!(byte, b'-' | b'.')).then(|| by_parts(words, word)).flatten();
    let class = base_of(words, word).or_else(joined).unwrap_or_default();
    DictionaryEntry { class: guessed.class | class, ..guessed }
}

/// What a compound's last part still says of it: a 20-minute talk, the anti-government protest.
const BY_LAST_PART: WordClass =
    WordClass::OFFICE.with(WordClass::PERIOD).with(WordClass::FRACTION).with(WordClass::PERCENT).with(WordClass::SCALE);

/// What a compound is to the scale: its first part, and some last parts. The stop of an abbreviation does not matter.
fn by_parts(words: &Dictionary, word: &[u8]) -> Option<WordClass> {
    let known = |part: &[u8]| {
        let listed = words.get(part).map(|known| known.class.for_scale());
        listed.or_else(|| base_of(words, part)).unwrap_or_default()
    };
    if let Some(stem) = word.strip_suffix(b".") {
        return Some(known(stem));
    }
    let mut parts = word.split(|byte| *byte == b'-');
    let (first, last) = (parts.next()?, parts.next_back()?);
    let middle = parts.next_back().map_or(WordClass::NONE, known);
    Some(known(first) | (known(last) | middle).only(BY_LAST_PART))
}

/// True for a word that the grammar has on a list, or that attributes.
fn in_grammar(known: DictionaryEntry) -> bool {
    known.cue.is_some() || !known.class.for_grammar().is_empty()
}

/// Adverbs in -ly and trades in -ist and -ian are too many to list; a trade's plural is several of them.
fn guess(words: &Dictionary, lower: &[u8]) -> DictionaryEntry {
    let ends = |end: &str| lower.len() > end.len() + 3 && lower.ends_with(end.as_bytes());
    let office = ["co-", "ex-", "vice-"].iter().find_map(|prefix| lower.strip_prefix(prefix.as_bytes()));
    let known = |word: &[u8]| words.get(word).filter(|known| in_grammar(**known));
    if let Some(entry) = office.and_then(known) {
        return DictionaryEntry { class: entry.class.for_grammar(), cue: None };
    }
    let plural = lower.strip_suffix(b"s").and_then(known).is_some_and(|one| one.class.is(WordClass::ROLE));
    let class = if ends("ly") {
        WordClass::ADV
    } else if plural || ends("ists") || ends("ians") {
        WordClass::PEOPLE
    } else if ends("ologist") || ends("ician") || ends("woman") || ends("person") {
        WordClass::ROLE
    } else {
        WordClass::NONE
    };
    DictionaryEntry { class, cue: None }
}

/// Bytes that are left of a word when its ending is taken off, at least.
const STEM: usize = 3;

/// What the word that `word` is an inflection of is to the scale: in -s, -es, -ies, -ed, -ied or -ing.
fn base_of(words: &Dictionary, word: &[u8]) -> Option<WordClass> {
    let known = |base: &[u8]| words.get(base).map(|known| known.class.for_scale()).filter(|class| is_base(*class));
    let joined = |stem: &[u8], letter| known(Small::Written(stem).with(letter)?.bytes());
    let cut = |ending: &[u8]| word.strip_suffix(ending).filter(|stem| stem.len() >= STEM);
    if let Some(stem) = cut(b"s") {
        let full = known(stem).or_else(|| known(stem.strip_suffix(b"e")?));
        return full.or_else(|| joined(stem.strip_suffix(b"ie")?, b'y'));
    }
    let stem = cut(b"ed").or_else(|| cut(b"ing"))?;
    let full = known(stem).or_else(|| joined(stem, b'e')).or_else(|| known(undoubled(stem)?));
    full.or_else(|| joined(stem.strip_suffix(b"i")?, b'y')).map(WordClass::as_verb)
}

/// True for a word that other forms can come from: "roses" is no form of "rose", "goods" none of "good".
fn is_base(class: WordClass) -> bool {
    !class.is_empty()
        && !class.is(WordClass::FUNCTION | WordClass::OPINION)
        && (!class.is(WordClass::PAST) || class.is(WordClass::VERB))
}

/// `plann` to `plan`: the stem without its doubled last letter.
fn undoubled(stem: &[u8]) -> Option<&[u8]> {
    let (last, rest) = stem.split_last()?;
    (rest.last() == Some(last)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections_are_found_by_their_base() {
        for (word, class) in [
            ("Accused", WordClass::ACCUSE),
            ("dies", WordClass::HARM),
            ("banned", WordClass::LAW),
            ("companies", WordClass::OFFICE),
            ("rising", WordClass::CHANGE),
            ("plunged", WordClass::CHANGE),
            ("n’t", WordClass::NEGATIVE),
            ("’ll", WordClass::WILL),
            ("Mr.", WordClass::ADDRESS),
            ("record-breaking", WordClass::SUPERLATIVE),
            ("anti-government", WordClass::OFFICE),
            ("three-day", WordClass::PERIOD),
            ("MINISTERS", WordClass::OFFICE),
        ] {
            assert!(look_up(word).class.is(class), "{word} is no {class:?}");
        }
    }

    #[test]
    fn strange_words_are_nothing() {
        for word in ["roses", "", "s", "es", "ing", "größer", "zzz", "-", "a-very-long-word-of-more-than-24-bytes"] {
            assert!(look_up(word).class.is_empty(), "{word}");
        }
    }

    #[test]
    fn lists_hold_small_words_once() {
        let mut homes: HashMap<(&str, String), usize> = HashMap::new();
        for (class, list) in lists::all() {
            assert!(!list.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()), "{list}");
            for word in list.split(' ') {
                *homes.entry((word, format!("{class:?}"))).or_default() += 1;
            }
        }
        let twice: Vec<_> = homes.iter().filter(|(_, times)| **times > 1).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
