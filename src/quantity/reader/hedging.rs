//! Hedges before a number: "about", "more than", "knapp".

use super::QuantityReader;
use crate::quantity::hedge::Hedge;

/// Language, the words before the number from the last to the first, what they say.
const HEDGES: &[(&str, &[&str], Hedge)] = &[
    ("en", &["about"], Hedge::About),
    ("en", &["around"], Hedge::About),
    ("en", &["approximately"], Hedge::About),
    ("en", &["roughly"], Hedge::About),
    ("en", &["some"], Hedge::About),
    ("en", &["circa"], Hedge::About),
    ("en", &["estimated"], Hedge::About),
    ("en", &["to", "close"], Hedge::About),
    ("en", &["nearly"], Hedge::Nearly),
    ("en", &["almost"], Hedge::Nearly),
    ("en", &["under", "just"], Hedge::Nearly),
    ("en", &["than", "more"], Hedge::Over),
    ("en", &["over"], Hedge::Over),
    ("en", &["exceeding"], Hedge::Over),
    ("en", &["least", "at"], Hedge::AtLeast),
    ("en", &["than", "less"], Hedge::Under),
    ("en", &["than", "fewer"], Hedge::Under),
    ("en", &["under"], Hedge::Under),
    ("en", &["below"], Hedge::Under),
    ("en", &["to", "up"], Hedge::AtMost),
    ("en", &["most", "at"], Hedge::AtMost),
    ("en", &["than", "more", "no"], Hedge::AtMost),
    ("en", &["as", "many", "as"], Hedge::AtMost),
    ("de", &["etwa"], Hedge::About),
    ("de", &["rund"], Hedge::About),
    ("de", &["ungefähr"], Hedge::About),
    ("de", &["circa"], Hedge::About),
    ("de", &["ca"], Hedge::About),
    ("de", &["fast"], Hedge::Nearly),
    ("de", &["knapp"], Hedge::Nearly),
    ("de", &["als", "mehr"], Hedge::Over),
    ("de", &["über"], Hedge::Over),
    ("de", &["gut"], Hedge::Over),
    ("de", &["mindestens"], Hedge::AtLeast),
    ("de", &["als", "weniger"], Hedge::Under),
    ("de", &["unter"], Hedge::Under),
    ("de", &["zu", "bis"], Hedge::AtMost),
    ("de", &["höchstens"], Hedge::AtMost),
    ("fr", &["environ"], Hedge::About),
    ("fr", &["quelque"], Hedge::About),
    ("fr", &["de", "près"], Hedge::Nearly),
    ("fr", &["presque"], Hedge::Nearly),
    ("fr", &["de", "plus"], Hedge::Over),
    ("fr", &["moins", "au"], Hedge::AtLeast),
    ("fr", &["de", "moins"], Hedge::Under),
    ("fr", &["à", "jusqu"], Hedge::AtMost),
    ("es", &["unos"], Hedge::About),
    ("es", &["unas"], Hedge::About),
    ("es", &["aproximadamente"], Hedge::About),
    ("es", &["casi"], Hedge::Nearly),
    ("es", &["de", "más"], Hedge::Over),
    ("es", &["menos", "al"], Hedge::AtLeast),
    ("es", &["de", "menos"], Hedge::Under),
    ("es", &["hasta"], Hedge::AtMost),
    ("sv", &["omkring"], Hedge::About),
    ("sv", &["cirka"], Hedge::About),
    ("sv", &["ungefär"], Hedge::About),
    ("sv", &["runt"], Hedge::About),
    ("sv", &["nästan"], Hedge::Nearly),
    ("sv", &["knappt"], Hedge::Nearly),
    ("sv", &["än", "mer"], Hedge::Over),
    ("sv", &["över"], Hedge::Over),
    ("sv", &["minst"], Hedge::AtLeast),
    ("sv", &["än", "mindre"], Hedge::Under),
    ("sv", &["under"], Hedge::Under),
    ("sv", &["till", "upp"], Hedge::AtMost),
    ("sv", &["högst"], Hedge::AtMost),
];

impl QuantityReader<'_> {
    /// How the number that begins at `at` is hedged: by the longest phrase that stands before it.
    pub(super) fn hedge(&self, at: usize) -> Hedge {
        let Some(before) = at.checked_sub(1).map(|before| self.words_of(before)).filter(|word| !word.is_empty()) else {
            return Hedge::None;
        };
        let own = HEDGES.iter().filter(|(code, words, _)| {
            *code == self.lexicon.code && words.first().is_some_and(|last| same(last, before))
        });
        let stands = |words: &&[&str]| {
            let mut places = (0..at).rev();
            words.iter().all(|word| places.next().is_some_and(|place| same(word, self.words_of(place))))
        };
        let longest = own.filter(|(_, words, _)| stands(words)).max_by_key(|(_, words, _)| words.len());
        longest.map_or(Hedge::None, |(.., hedge)| *hedge)
    }
}

/// True for the same word in any case.
fn same(known: &str, word: &str) -> bool {
    word.eq_ignore_ascii_case(known) || !word.is_ascii() && word.to_lowercase() == known
}
