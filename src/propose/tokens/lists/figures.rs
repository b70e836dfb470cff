//! Figures, money and time.

use crate::propose::tokens::class::WordClass;

/// Words by class, in small letters.
pub(super) const LISTS: &[(WordClass, &str)] = &[
    (WordClass::WEEKDAY.with(WordClass::WHEN), "monday tuesday wednesday thursday friday saturday sunday"),
    (
        WordClass::MONTH.with(WordClass::WHEN),
        "january february march april june july august september october november december",
    ),
    (WordClass::PERIOD.with(WordClass::WHEN), "day night week weekend month year morning afternoon evening"),
    (WordClass::TIME.with(WordClass::WHEN), "yesterday today tonight ago recently earlier"),
    (WordClass::COUNT.with(WordClass::DET), "two three four five six seven eight nine ten"),
    (
        WordClass::COUNT,
        "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty \
         sixty seventy eighty ninety",
    ),
    (WordClass::SCALE, "hundred thousand million billion trillion dozen bn"),
    (
        WordClass::MANY,
        "several many few numerous countless hundreds thousands millions billions dozens scores twice thrice",
    ),
    (WordClass::PERCENT, "percent percentage pc"),
    (WordClass::FRACTION, "half halves quarter quarters thirds fifths tenths majority minority"),
    (WordClass::ORDINAL, "first second third fourth fifth sixth seventh eighth ninth tenth hundredth thousandth"),
    (
        WordClass::CURRENCY,
        "dollar euro pound crown franc yen yuan rupee rouble ruble peso cent penny krona kronor krone zloty lira \
         dinar rand shekel usd eur gbp chf jpy",
    ),
    (WordClass::MONTH, "may jan feb mar apr jun jul aug sep sept oct nov dec"),
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
