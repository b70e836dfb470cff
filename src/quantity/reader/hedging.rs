//! Hedges before a number: "about", "more than", "knapp".

use super::QuantityReader;
use crate::quantity::hedge::Hedge;

/// Words before a number, and how they hedge it.
type HedgePhrases = &'static [(&'static [&'static str], Hedge)];

/// The phrases of each language: the words before the number from the last to the first, what they say.
const HEDGES: [(&str, HedgePhrases); 5] = [
    (
        "en",
        &[
            (&["about"], Hedge::About),
            (&["around"], Hedge::About),
            (&["approximately"], Hedge::About),
            (&["roughly"], Hedge::About),
            (&["some"], Hedge::About),
            (&["circa"], Hedge::About),
            (&["estimated"], Hedge::About),
            (&["to", "close"], Hedge::About),
            (&["nearly"], Hedge::Nearly),
            (&["almost"], Hedge::Nearly),
            (&["under", "just"], Hedge::Nearly),
            (&["than", "more"], Hedge::Over),
            (&["over"], Hedge::Over),
            (&["exceeding"], Hedge::Over),
            (&["least", "at"], Hedge::AtLeast),
            (&["than", "less"], Hedge::Under),
            (&["than", "fewer"], Hedge::Under),
            (&["under"], Hedge::Under),
            (&["below"], Hedge::Under),
            (&["to", "up"], Hedge::AtMost),
            (&["most", "at"], Hedge::AtMost),
            (&["than", "more", "no"], Hedge::AtMost),
            (&["as", "many", "as"], Hedge::AtMost),
            (&["as", "much", "as"], Hedge::AtMost),
            (&["than", "more", "not"], Hedge::AtMost),
            (&["of", "maximum"], Hedge::AtMost),
            (&["of", "minimum"], Hedge::AtLeast),
            (&["of", "upwards"], Hedge::Over),
            (&["than", "fewer", "no"], Hedge::AtLeast),
            (&["than", "less", "no"], Hedge::AtLeast),
            (&["than", "fewer", "not"], Hedge::AtLeast),
            (&["than", "less", "not"], Hedge::AtLeast),
        ],
    ),
    (
        "de",
        &[
            (&["etwa"], Hedge::About),
            (&["rund"], Hedge::About),
            (&["ungefähr"], Hedge::About),
            (&["circa"], Hedge::About),
            (&["ca"], Hedge::About),
            (&["fast"], Hedge::Nearly),
            (&["knapp"], Hedge::Nearly),
            (&["als", "mehr"], Hedge::Over),
            (&["über"], Hedge::Over),
            (&["gut"], Hedge::Over),
            (&["mindestens"], Hedge::AtLeast),
            (&["als", "weniger"], Hedge::Under),
            (&["unter"], Hedge::Under),
            (&["zu", "bis"], Hedge::AtMost),
            (&["höchstens"], Hedge::AtMost),
            (&["maximal"], Hedge::AtMost),
            (&["als", "mehr", "nicht"], Hedge::AtMost),
            (&["wenigstens"], Hedge::AtLeast),
            (&["als", "weniger", "nicht"], Hedge::AtLeast),
        ],
    ),
    (
        "fr",
        &[
            (&["environ"], Hedge::About),
            (&["quelque"], Hedge::About),
            (&["de", "près"], Hedge::Nearly),
            (&["presque"], Hedge::Nearly),
            (&["de", "plus"], Hedge::Over),
            (&["moins", "au"], Hedge::AtLeast),
            (&["de", "moins"], Hedge::Under),
            (&["à", "jusqu"], Hedge::AtMost),
            (&["plus", "au"], Hedge::AtMost),
            (&["maximum", "au"], Hedge::AtMost),
            (&["minimum", "au"], Hedge::AtLeast),
            (&["de", "moins", "pas"], Hedge::AtLeast),
            (&["de", "plus", "pas"], Hedge::AtMost),
        ],
    ),
    (
        "es",
        &[
            (&["unos"], Hedge::About),
            (&["unas"], Hedge::About),
            (&["aproximadamente"], Hedge::About),
            (&["casi"], Hedge::Nearly),
            (&["de", "más"], Hedge::Over),
            (&["menos", "al"], Hedge::AtLeast),
            (&["de", "menos"], Hedge::Under),
            (&["hasta"], Hedge::AtMost),
            (&["máximo", "como"], Hedge::AtMost),
            (&["mínimo", "como"], Hedge::AtLeast),
            (&["menos", "lo", "por"], Hedge::AtLeast),
            (&["de", "más", "no"], Hedge::AtMost),
            (&["de", "menos", "no"], Hedge::AtLeast),
        ],
    ),
    (
        "sv",
        &[
            (&["omkring"], Hedge::About),
            (&["cirka"], Hedge::About),
            (&["ungefär"], Hedge::About),
            (&["runt"], Hedge::About),
            (&["nästan"], Hedge::Nearly),
            (&["knappt"], Hedge::Nearly),
            (&["än", "mer"], Hedge::Over),
            (&["över"], Hedge::Over),
            (&["minst"], Hedge::AtLeast),
            (&["än", "mindre"], Hedge::Under),
            (&["under"], Hedge::Under),
            (&["till", "upp"], Hedge::AtMost),
            (&["högst"], Hedge::AtMost),
            (&["än", "fler"], Hedge::Over),
            (&["än", "färre"], Hedge::Under),
            (&["åtminstone"], Hedge::AtLeast),
            (&["än", "mer", "inte"], Hedge::AtMost),
            (&["än", "fler", "inte"], Hedge::AtMost),
            (&["än", "färre", "inte"], Hedge::AtLeast),
        ],
    ),
];

impl QuantityReader<'_> {
    /// How the number that begins at `at` is hedged: by the longest phrase that stands before it.
    pub(super) fn hedge(&self, at: usize) -> Hedge {
        let Some(before) = at.checked_sub(1).map(|before| self.words_of(before)).filter(|word| !word.is_empty()) else {
            return Hedge::None;
        };
        let spoken = HEDGES.iter().find(|(code, _)| *code == self.lexicon.code).map_or(&[][..], |(_, phrases)| phrases);
        let own = spoken.iter().filter(|(words, _)| words.first().is_some_and(|last| same(last, before)));
        let stands = |words: &&[&str]| {
            // "Jusqu'à" is two words.
            let mut places = (0..at).rev().filter(|place| !matches!(self.mark(*place), Some('\'' | '’')));
            words.iter().all(|word| places.next().is_some_and(|place| same(word, self.words_of(place))))
        };
        let longest = own.filter(|(words, _)| stands(words)).max_by_key(|(words, _)| words.len());
        longest.map_or(Hedge::None, |(_, hedge)| *hedge)
    }
}

/// True for the same word in any case.
fn same(known: &str, word: &str) -> bool {
    word.eq_ignore_ascii_case(known) || !word.is_ascii() && word.to_lowercase() == known
}
