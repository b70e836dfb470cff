//! Figures, money and time: what the room of quantities knows of them, and words that tell none.

use crate::propose::tokens::class::WordClass;
use crate::quantity::{self, WordSort};

/// Words by class, in small letters.
pub(super) const LISTS: &[(WordClass, &str)] = &[
    (WordClass::PERIOD.with(WordClass::WHEN), "day night week weekend month year morning afternoon evening"),
    (WordClass::TIME.with(WordClass::WHEN), "yesterday today tonight ago recently earlier"),
    (WordClass::SCALE, "dozen"),
    (
        WordClass::MANY,
        "several many few numerous countless hundreds thousands millions billions dozens scores twice thrice",
    ),
    (WordClass::PERCENT, "percentage pc"),
    (WordClass::FRACTION, "majority minority"),
    (WordClass::ORDINAL, "thousandth"),
    // Of these a quantity is a weight or a part first.
    (WordClass::CURRENCY, "pound cent penny"),
    (WordClass::TIME, "since previously formerly annually monthly weekly daily overnight"),
    (WordClass::COMING, "tomorrow upcoming forthcoming soon"),
    (WordClass::PERIOD, "minute hour fortnight decade century centuries spring summer autumn winter"),
    (WordClass::NEARBY, "last past previous this next coming every each"),
    (
        WordClass::WHEN,
        "tomorrow noon last next this later early late mon. tue. wed. thu. fri. sat. sun. jan. feb. mar. apr. aug. \
         sept. oct. nov. dec. days weeks months years time",
    ),
];

/// Letters of the longest abbreviation of a month or weekday.
const SHORT: usize = 3;

/// The number words of English with their classes.
pub(super) fn of_quantities() -> impl Iterator<Item = (WordClass, &'static str)> {
    quantity::number_words("en").into_iter().filter_map(|(word, sort)| Some((class(word, sort)?, word)))
}

/// The class of a word; none for those that are mostly something else.
fn class(word: &str, sort: WordSort) -> Option<WordClass> {
    let whole = word.len() > SHORT && word != "sept";
    Some(match sort {
        // "One" is a pronoun as often, and nobody counts to nought.
        WordSort::Number(..2) => return None,
        WordSort::Number(..=10) => WordClass::COUNT.with(WordClass::DET),
        WordSort::Number(_) => WordClass::COUNT,
        // "Millions" are many.
        WordSort::Scale if word.ends_with('s') => return None,
        WordSort::Scale => WordClass::SCALE,
        WordSort::Ordinal => WordClass::ORDINAL,
        // "A third" is told from "the third" by what follows.
        WordSort::Part if word.ends_with('s') || matches!(word, "half" | "quarter") => WordClass::FRACTION,
        WordSort::Month if whole => WordClass::MONTH.with(WordClass::WHEN),
        WordSort::Month => WordClass::MONTH,
        WordSort::Weekday if whole => WordClass::WEEKDAY.with(WordClass::WHEN),
        WordSort::Part | WordSort::Weekday => return None,
        WordSort::Money => WordClass::CURRENCY,
        WordSort::Percent => WordClass::PERCENT,
    })
}
