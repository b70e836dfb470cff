//! What the scale knows of a language, and of each word; words in English only.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::class::{Class, Classes};
use super::lists::LISTS;
use crate::propose::small::Small;

/// What the scale knows of a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct LanguageTraits {
    /// Its words are on the lists.
    pub(super) english: bool,
    /// Every noun has a capital, so that one capital alone shows no name.
    pub(super) nouns_capital: bool,
}

impl LanguageTraits {
    /// The language of BCP 47 code `code`; empty, when unknown, is taken for English.
    pub(super) fn of(code: &str) -> Self {
        let code = code.split(['-', '_']).next().unwrap_or_default();
        let is = |known: &&str| code.eq_ignore_ascii_case(known);
        Self { english: ["", "en"].iter().any(is), nouns_capital: ["de", "lb", "nds"].iter().any(is) }
    }
}

static WORDS: LazyLock<ClassesByWord> = LazyLock::new(|| {
    let mut words = ClassesByWord::with_capacity_and_hasher(2048, FixedState::default());
    for (class, list) in LISTS {
        for word in list.split_ascii_whitespace() {
            let known = words.entry(word.as_bytes()).or_default();
            *known = known.with(*class);
        }
    }
    // "accused" is listed for itself and is a form of "accuse" besides.
    let bases: Vec<_> = words.keys().map(|word| (*word, base_of(&words, word).unwrap_or_default())).collect();
    for (word, base) in bases {
        words.entry(word).and_modify(|known| *known = known.and(base));
    }
    words
});

/// Makes the lists ready.
pub(in crate::propose) fn prepare() {
    LazyLock::force(&WORDS);
}

/// What `word` is. Case does not matter, a curly apostrophe is a straight one, `'s`, `'ll` and their like count for what
/// they stand for, and an inflected form that is on no list is looked up by its base.
pub(super) fn classes(word: &str) -> Classes {
    Small::straight(word).map_or_else(Classes::default, |small| of_small(small.bytes()))
}

/// What a word in small letters is.
fn of_small(word: &[u8]) -> Classes {
    if let Some(known) = WORDS.get(word) {
        return *known;
    }
    let apostrophe = word.iter().position(|byte| *byte == b'\'');
    let Some(at) = apostrophe else { return base_of(&WORDS, word).unwrap_or_default() };
    let (base, tail) = word.split_at(at);
    let base_classes = by_base(base);
    match tail {
        b"'ll" => base_classes.with(Class::Will),
        b"'d" => base_classes.with(Class::Would),
        b"'re" | b"'m" => base_classes.with(Class::Be),
        b"'ve" => base_classes.with(Class::Have),
        b"'s" if base_classes.any(&[Class::They, Class::Pointing]) => base_classes.with(Class::Be),
        _ => base_classes,
    }
}

/// The classes of `word`, or else of the word it is an inflection of.
fn by_base(word: &[u8]) -> Classes {
    WORDS.get(word).copied().or_else(|| base_of(&WORDS, word)).unwrap_or_default()
}

type ClassesByWord = HashMap<&'static [u8], Classes, FixedState>;

/// Bytes that are left of a word when its ending is taken off, at least.
const STEM: usize = 3;

/// The classes of the word that `word` is an inflection of: in -s, -es, -ies, -ed, -ied or -ing.
fn base_of(words: &ClassesByWord, word: &[u8]) -> Option<Classes> {
    let known = |base: &[u8]| words.get(base).copied().filter(|classes| is_base(*classes));
    let joined = |stem: &[u8], letter| known(Small::Written(stem).with(letter)?.bytes());
    let cut = |ending: &[u8]| word.strip_suffix(ending).filter(|stem| stem.len() >= STEM);
    if let Some(stem) = cut(b"s") {
        let full = known(stem).or_else(|| known(stem.strip_suffix(b"e")?));
        return full.or_else(|| joined(stem.strip_suffix(b"ie")?, b'y'));
    }
    let stem = cut(b"ed").or_else(|| cut(b"ing"))?;
    let full = known(stem).or_else(|| joined(stem, b'e')).or_else(|| known(undoubled(stem)?));
    full.or_else(|| joined(stem.strip_suffix(b"i")?, b'y')).map(Classes::as_verb)
}

/// True for a word that other forms can come from: "roses" is no form of "rose", "goods" none of "good".
fn is_base(classes: Classes) -> bool {
    !classes.any(&[Class::Function, Class::Opinion]) && (!classes.has(Class::Past) || classes.has(Class::Verb))
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
            ("Accused", Class::Accuse),
            ("dies", Class::Harm),
            ("banned", Class::Law),
            ("companies", Class::Office),
            ("rising", Class::Change),
            ("plunged", Class::Change),
            ("don’t", Class::Negative),
            ("we’ll", Class::Will),
            ("he's", Class::Be),
            ("MINISTERS", Class::Office),
        ] {
            assert!(classes(word).has(class), "{word} is no {class:?}");
        }
    }

    #[test]
    fn strange_words_are_nothing() {
        for word in
            ["roses", "", "s", "'", "’s", "ed", "ing", "größer", "zzz", "a-very-long-word-of-more-than-24-bytes"]
        {
            assert_eq!(classes(word), Classes::default(), "{word}");
        }
    }

    #[test]
    fn lists_hold_plain_words_once() {
        for (class, list) in LISTS {
            let mut words: Vec<_> = list.split(' ').collect();
            let plain = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\'');
            assert!(words.iter().all(plain), "{class:?}: {list}");
            let all = words.len();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), all, "a word stands twice under {class:?}");
        }
    }

    #[test]
    fn there_is_room_for_every_class() {
        assert!((Class::Credit as u64) < 64);
    }
}
