//! Closed classes: pronouns, prepositions, auxiliaries, and the adverbs beside verbs.

use crate::propose::tokens::class::WordClass;

/// Words by class, in small letters.
pub(super) const LISTS: &[(WordClass, &str)] = &[
    (WordClass::I, "i we me us my our ours mine myself ourselves"),
    (WordClass::YOU, "you your yours yourself yourselves"),
    (WordClass::THEY, "he she they him her them his their hers theirs himself herself themselves"),
    (WordClass::POINTING, "this that it these those there here what which who something somebody someone thing"),
    (
        WordClass::FUNCTION,
        "the a an and or but nor so yet of in on at to from by with without within for as into onto over under \
         above below between among through during before after until till against about around across along near \
         off out up down than then if whether while when where why how whose whom because though although despite \
         since per via like unlike also too very quite just still even again back away here there now well both \
         either neither such same own other another any some no not yes only much more most less least one once am \
         is are was were be been being has have had having do does did doing will would shall should can could may \
         might must ought however moreover meanwhile therefore thus hence instead otherwise perhaps maybe \
         according following citing amid upon let okay ok oh ah hey hi hello plus including whatever whenever \
         wherever whoever anyway indeed actually finally later ever always never all none nobody nothing everybody \
         everyone everything anybody anything somehow almost nearly together yourself new old",
    ),
    (WordClass::BE, "am is are was were be been being 're 'm"),
    (WordClass::HAVE, "has have had having 've"),
    (WordClass::DO, "does do did doing"),
    (WordClass::WILL, "will shall wo sha 'll gonna"),
    (WordClass::WOULD, "would could might 'd"),
    (
        WordClass::PERHAPS,
        "if perhaps maybe unless probably possibly presumably hopefully likely unlikely whether suppose \
         hypothetically",
    ),
    (WordClass::SHOULD, "should must ought gotta need deserve supposed"),
    (WordClass::CAN, "can ca cannot may"),
    (WordClass::NEGATIVE, "not n't cannot deny denied denies false untrue untruth without neither nor refused"),
    (
        WordClass::HINT,
        "according words put puts comment reached available unavailable pushed pushes brushed brushes waved waves",
    ),
    (
        WordClass::DET,
        "the a an this these those his her its their our my your some several many most other another both each \
         every any no all few one dozens hundreds thousands half none neither either",
    ),
    (
        WordClass::PREP,
        "of in on at by for with from to into about against over under between among during through via near like \
         outside inside across around toward towards upon within without despite amid behind beside beyond per \
         ahead",
    ),
    (WordClass::AND, "and or & nor"),
    (WordClass::BUT, "but yet"),
    (
        WordClass::SUBORD,
        "that because if when while although though whether after before since unless until as than once whereas \
         so",
    ),
    (WordClass::WH, "who which whom whose what where why how"),
    (WordClass::PRONOUN, "he she they it we i you there"),
    (WordClass::OBJECT, "him them us me himself herself themselves itself"),
    (
        WordClass::AUX,
        "is are was were be been being am has have had having do does did will would can could may might must \
         shall should 'd 'll 're 've 'm ca wo",
    ),
    (WordClass::NEG, "not never n't"),
    (
        WordClass::ADV,
        "so long also again already always just later now often once only soon still then thus too even far \
         however meanwhile moreover nonetheless nevertheless instead indeed perhaps maybe ever rather further \
         almost twice quietly yet not never n't since both in-turn though elsewhere separately afterward \
         afterwards besides therefore hence",
    ),
    (WordClass::CLITIC, "'s 'd 'll 're 've 'm n't '"),
];
