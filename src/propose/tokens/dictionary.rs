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
    let more: Vec<_> = words
        .iter()
        .map(|(word, known)| {
            let guessed = if in_grammar(*known) { WordClass::NONE } else { guess(&words, word).class };
            (word.clone(), base_of(&words, word).unwrap_or_default() | guessed)
        })
        .filter(|(_, class)| !class.is_empty())
        .collect();
    for (word, class) in more {
        words.entry(word).and_modify(|known| known.class = known.class | class);
    }
    words
});

/// Makes the dictionary ready.
pub(in crate::propose) fn prepare() {
    LazyLock::force(&DICTIONARY);
}

/// What the grammar of attributions knows of `word`, whatever its case.
pub(in crate::propose) fn look_up(word: &str) -> DictionaryEntry {
    let Some(small) = Small::of(word) else { return DictionaryEntry::default() };
    let entry = DICTIONARY.get(small.bytes()).copied().unwrap_or_else(|| guess(&DICTIONARY, small.bytes()));
    DictionaryEntry { class: entry.class.for_grammar(), ..entry }
}

/// What is known of the clitic that `rest` is without its apostrophe.
pub(in crate::propose) fn look_up_clitic(rest: &str) -> DictionaryEntry {
    match rest {
        "s" | "S" => look_up("'s"),
        "d" => look_up("'d"),
        "ll" => look_up("'ll"),
        "re" => look_up("'re"),
        "ve" => look_up("'ve"),
        "m" => look_up("'m"),
        _ => DictionaryEntry::default(),
    }
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
        return DictionaryEntry { cue: None, ..*entry };
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

/// What the scale of worth knows of `word`. Case does not matter, a curly apostrophe is a straight one, `'s`, `'ll` and their
/// like count for what they stand for, and an inflected form that is on no list is looked up by its base.
pub(in crate::propose) fn scale_classes(word: &str) -> WordClass {
    Small::straight(word).map_or(WordClass::NONE, |small| scale_classes_of(small.bytes()))
}

/// What a word in small letters is to the scale.
fn scale_classes_of(word: &[u8]) -> WordClass {
    if let Some(known) = DICTIONARY.get(word) {
        return known.class.for_scale();
    }
    let apostrophe = word.iter().position(|byte| *byte == b'\'');
    let Some(at) = apostrophe else { return base_of(&DICTIONARY, word).unwrap_or_default() };
    let (base, tail) = word.split_at(at);
    let base_classes = by_base(base);
    match tail {
        b"'ll" => base_classes | WordClass::WILL,
        b"'d" => base_classes | WordClass::WOULD,
        b"'re" | b"'m" => base_classes | WordClass::BE,
        b"'ve" => base_classes | WordClass::HAVE,
        b"'s" if base_classes.is(WordClass::THEY | WordClass::POINTING) => base_classes | WordClass::BE,
        _ => base_classes,
    }
}

/// The classes of `word`, or else of the word it is an inflection of.
fn by_base(word: &[u8]) -> WordClass {
    let known = DICTIONARY.get(word).map(|known| known.class.for_scale());
    known.or_else(|| base_of(&DICTIONARY, word)).unwrap_or_default()
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
            ("don’t", WordClass::NEGATIVE),
            ("we’ll", WordClass::WILL),
            ("he's", WordClass::BE),
            ("MINISTERS", WordClass::OFFICE),
        ] {
            assert!(scale_classes(word).is(class), "{word} is no {class:?}");
        }
    }

    #[test]
    fn strange_words_are_nothing() {
        for word in
            ["roses", "", "s", "'", "’s", "ed", "ing", "größer", "zzz", "a-very-long-word-of-more-than-24-bytes"]
        {
            assert_eq!(scale_classes(word), WordClass::NONE, "{word}");
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
