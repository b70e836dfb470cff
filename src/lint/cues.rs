//! Words that rules look for, found in one look at the tokens of a sentence: a rule without its words is not asked.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use crate::quantity::{Lexeme, LexemeKind};
use crate::text::Sieve;

/// Words before a date of birth.
pub(super) const BORN: [&str; 11] =
    ["born", "geboren", "geb", "né", "née", "nació", "nacido", "nacida", "född", "föddes", "naissance"];

/// What is kept so many years later.
pub(super) const FEASTS: [&str; 5] = ["anniversary", "birthday", "jubilee", "centenary", "anniversaries"];

/// Feasts that tell by their name how many years are kept.
pub(super) const NAMED_FEASTS: [(&str, i64); 19] = [
    ("centenary", 100),
    ("centennial", 100),
    ("bicentenary", 200),
    ("bicentennial", 200),
    ("sesquicentennial", 150),
    ("tercentenary", 300),
    ("golden wedding", 50),
    ("silver wedding", 25),
    ("diamond wedding", 60),
    ("golden jubilee", 50),
    ("silver jubilee", 25),
    ("diamond jubilee", 60),
    ("goldene hochzeit", 50),
    ("silberne hochzeit", 25),
    ("centenaire", 100),
    ("bicentenaire", 200),
    ("centenario", 100),
    ("bicentenario", 200),
    ("hundertjähriges", 100),
];

/// Words of sentences that keep some years, besides the feasts.
const KEPT: [&str; 20] = [
    "turned",
    "founding",
    "foundation",
    "establishment",
    "opening",
    "jähriges",
    "jährigen",
    "jährige",
    "jubiläum",
    "bestehen",
    "geburtstag",
    "anniversaire",
    "aniversario",
    "årsdag",
    "årsjubileum",
    "wedding",
    "hochzeit",
    "bicentennial",
    "centennial",
    "bicentenary",
];

/// Words for a vote against.
pub(super) const AGAINST: [&str; 14] = [
    "against",
    "opposed",
    "opposing",
    "no",
    "nays",
    "noes",
    "nay",
    "dagegen",
    "nein",
    "contre",
    "non",
    "en contra",
    "emot",
    "mot",
];

/// Words behind a number that say how many died.
pub(super) const DIED: [&str; 17] = [
    "killed", "died", "dead", "deaths", "perished", "drowned", "starben", "getötet", "tote", "ums", "morts", "tués",
    "muertos", "murieron", "döda", "dödades", "omkom",
];

/// Words for all of the dead.
pub(super) const THE_DEAD: [&str; 10] =
    ["dead", "killed", "victims", "toten", "getöteten", "morts", "victimes", "muertos", "döda", "omkomna"];

/// Words of a clause that parts what stands before it.
pub(super) const OF_WHICH: [&str; 14] = [
    "of which",
    "of whom",
    "of that",
    "of these",
    "of them",
    "von denen",
    "davon",
    "dont",
    "de los cuales",
    "de las cuales",
    "de ellos",
    "varav",
    "av vilka",
    "av dem",
];

/// Words before the value from which something changed.
const FROM: [&str; 6] = ["from", "von", "från", "de", "del", "du"];

/// Words for the year before, with which a value is compared.
const EARLIER: [&str; 12] = [
    "earlier",
    "ago",
    "before",
    "year",
    "vorjahr",
    "zuvor",
    "tôt",
    "précédente",
    "antes",
    "anterior",
    "tidigare",
    "innan",
];

/// Words of which a sentence with a multiple has one, unless a part in words is one.
const TIMES: [&str; 23] = [
    "twice",
    "double",
    "triple",
    "treble",
    "quadruple",
    "half",
    "third",
    "quarter",
    "fifth",
    "tenth",
    "times",
    "doppelt",
    "dreimal",
    "viermal",
    "fünfmal",
    "mal",
    "halb",
    "fois",
    "doble",
    "veces",
    "dubbelt",
    "hälften",
    "gånger",
];

/// Words for what is left of a whole.
const LEFT: [&str; 16] = [
    "remaining",
    "other",
    "übrigen",
    "restlichen",
    "anderen",
    "autres",
    "restants",
    "restantes",
    "otros",
    "otras",
    "övriga",
    "andra",
    "resterande",
    "rest",
    "left",
    "others",
];

/// Which words a sentence has, a bit a sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CueSet(u16);

impl CueSet {
    /// None are wanted.
    pub(super) const NONE: Self = Self(0);
    /// A birth.
    pub(super) const BORN: Self = Self(1);
    /// An anniversary.
    pub(super) const FEAST: Self = Self(1 << 1);
    /// A vote against.
    pub(super) const AGAINST: Self = Self(1 << 2);
    /// Somebody died.
    pub(super) const DIED: Self = Self(1 << 3);
    /// Something changed from one value to another.
    pub(super) const FROM: Self = Self(1 << 4);
    /// A multiple.
    pub(super) const TIMES: Self = Self(1 << 5);
    /// Something is left.
    pub(super) const LEFT: Self = Self(1 << 6);

    /// True when it has all of `wanted`.
    pub(super) const fn has(self, wanted: Self) -> bool {
        self.0 & wanted.0 == wanted.0
    }

    /// Those of the words among `tokens` of `text`.
    pub(super) fn of(text: &str, tokens: &[Lexeme]) -> Self {
        let known = &*CUES;
        let mut found = 0;
        for token in tokens.iter().filter(|token| token.kind == LexemeKind::Word) {
            if known.sieve.may_have(token.place) || !token.is_ascii {
                found |= known.of(token.span().of(text));
            }
        }
        Self(found)
    }
}

/// Each sort of words, as the rules list them; a phrase is told by its last word.
const WORDS: [(CueSet, &[&str]); 10] = [
    (CueSet::FROM, &EARLIER),
    (CueSet::FEAST, &KEPT),
    (CueSet::LEFT, &LEFT),
    (CueSet::BORN, &BORN),
    (CueSet::FEAST, &FEASTS),
    (CueSet::AGAINST, &AGAINST),
    (CueSet::DIED, &DIED),
    (CueSet::DIED, &THE_DEAD),
    (CueSet::FROM, &FROM),
    (CueSet::TIMES, &TIMES),
];

/// The words, and a sieve before them.
struct CueWords {
    sieve: Sieve,
    words: HashMap<&'static str, u16, RandomState>,
}

static CUES: LazyLock<CueWords> = LazyLock::new(|| {
    let mut made = CueWords { sieve: Sieve::default(), words: HashMap::default() };
    for (cue, list) in WORDS {
        for word in list.iter().filter_map(|phrase| phrase.rsplit(' ').next()) {
            made.sieve.add(word);
            *made.words.entry(word).or_default() |= cue.0;
        }
    }
    for word in NAMED_FEASTS.iter().filter_map(|(phrase, _)| phrase.rsplit(' ').next()) {
        made.sieve.add(word);
        *made.words.entry(word).or_default() |= CueSet::FEAST.0;
    }
    made
});

impl CueWords {
    fn of(&self, word: &str) -> u16 {
        let small = || word.bytes().all(|byte| byte.is_ascii_lowercase());
        let found = if small() { self.words.get(word) } else { self.words.get(word.to_lowercase().as_str()) };
        found.copied().unwrap_or(0)
    }
}
