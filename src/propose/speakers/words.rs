//! The dictionary: closed word classes, titles, trades, names of bodies and first names, with the verbs that attribute.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::class::{CueVerb, WordClass};
use super::first_names::{FEMALE_NAMES, MALE_NAMES};
use super::verbs;
use crate::propose::small::Small;

/// What the dictionary knows of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DictionaryEntry {
    /// Its classes.
    pub(super) class: WordClass,
    /// Its form of an attributing verb.
    pub(super) cue: Option<CueVerb>,
}

/// Makes the dictionary ready.
pub(in crate::propose) fn prepare() {
    LazyLock::force(&DICTIONARY);
}

/// What is known of `word`, whatever its case.
pub(super) fn look_up(word: &str) -> DictionaryEntry {
    let Some(small) = Small::of(word) else { return DictionaryEntry::default() };
    DICTIONARY.get(small.bytes()).copied().unwrap_or_else(|| guess(small.bytes()))
}

/// What is known of the clitic that `rest` is without its apostrophe.
pub(super) fn look_up_clitic(rest: &str) -> DictionaryEntry {
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

/// Adverbs in -ly and trades in -ist and -ian are too many to list; a trade's plural is several of them.
fn guess(lower: &[u8]) -> DictionaryEntry {
    let ends = |end: &str| lower.len() > end.len() + 3 && lower.ends_with(end.as_bytes());
    let office = ["co-", "ex-", "vice-"].iter().find_map(|prefix| lower.strip_prefix(prefix.as_bytes()));
    if let Some(entry) = office.and_then(|office| DICTIONARY.get(office)) {
        return DictionaryEntry { cue: None, ..*entry };
    }
    let plural =
        lower.strip_suffix(b"s").and_then(|one| DICTIONARY.get(one)).is_some_and(|one| one.class.is(WordClass::ROLE));
    let class = if ends("ly") {
        WordClass::ADV
    } else if plural || ends("ists") || ends("ians") {
        WordClass::MANY
    } else if ends("ologist") || ends("ician") || ends("woman") || ends("person") {
        WordClass::ROLE
    } else {
        WordClass::NONE
    };
    DictionaryEntry { class, cue: None }
}

static DICTIONARY: LazyLock<HashMap<Cow<'static, [u8]>, DictionaryEntry, FixedState>> = LazyLock::new(|| {
    let mut all: HashMap<Cow<'static, [u8]>, DictionaryEntry, FixedState> =
        HashMap::with_capacity_and_hasher(4096, FixedState::default());
    for (word, cue) in verbs::forms() {
        all.entry(Cow::Owned(word.into_bytes())).or_default().cue.get_or_insert(cue);
    }
    for (class, words) in CLASSES.iter().chain(&TRADES).chain(&BODIES) {
        for word in words.split_whitespace() {
            let entry = all.entry(Cow::Borrowed(word.as_bytes())).or_default();
            entry.class = entry.class | *class;
        }
    }
    for (class, names) in [(WordClass::MALE, MALE_NAMES), (WordClass::FEMALE, FEMALE_NAMES)] {
        for name in names.split_whitespace() {
            let entry = all.entry(Cow::Borrowed(name.as_bytes())).or_default();
            entry.class = entry.class | class | WordClass::FIRST;
        }
    }
    all
});

const CLASSES: [(WordClass, &str); 19] = [
    (
        WordClass::REFUSED,
        "bill bills motion motions offer offers proposal proposals plan plans deal deals bid bids request requests appeal appeals \
         application applications visa visas bail permit permits access entry amendment amendments measure petition invitation \
         treaty budget case cases lawsuit suit lawsuits charges workers staff employees asylum loan parole",
    ),
    (
        WordClass::HINT,
        "according words put puts comment reached available unavailable pushed pushes brushed brushes waved waves",
    ),
    (
        WordClass::DET,
        "the a an this these those his her its their our my your some several many most other another both each every any no \
         all few one two three four five six seven eight nine ten dozens hundreds thousands half none neither either",
    ),
    (
        WordClass::PREP,
        "of in on at by for with from to into about against over under between among during through via near like \
         outside inside across around toward towards upon within without despite amid behind beside beyond per ahead",
    ),
    (WordClass::AND, "and or & nor"),
    (WordClass::BUT, "but yet"),
    (
        WordClass::SUBORD,
        "that because if when while although though whether after before since unless until as than once whereas so",
    ),
    (WordClass::WH, "who which whom whose what where why how"),
    (WordClass::PRONOUN, "he she they it we i you there"),
    (WordClass::OBJECT, "him them us me himself herself themselves itself"),
    (
        WordClass::AUX,
        "is are was were be been being am has have had having do does did will would can could may might must shall should \
         'd 'll 're 've 'm ca wo",
    ),
    (WordClass::BE, "is are was were be been being am 're 'm"),
    (WordClass::NEG, "not never n't"),
    (
        WordClass::ADV,
        "so long also again already always just later now often once only soon still then thus too even far so however meanwhile \
         moreover nonetheless nevertheless instead indeed perhaps maybe ever rather further almost twice quietly \
         yet not never n't since both in-turn though elsewhere separately afterward afterwards besides therefore hence",
    ),
    (
        WordClass::TIME,
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight morning afternoon evening \
         night noon january february march april june july august september october november december last next this week \
         weekend month year earlier later ago recently early late mon. tue. wed. thu. fri. sat. sun. jan. feb. mar. apr. \
         aug. sept. oct. nov. dec. days weeks months years day time",
    ),
    (WordClass::CLITIC, "'s 'd 'll 're 've 'm n't '"),
    (
        WordClass::PAST,
        "won lost went came took made gave got ran spoke met led left began fell rose sent stood sat broke brought built \
         bought hit put set kept grew drew drove flew fought threw became chose lay wore ate hid paid shook shut slept spent \
         stole struck taught woke beat bit bore bound caught cut dealt dug fled hung hurt laid lent lit sank shot sold \
         sought split spread stuck swept swore tore wept wound let saw knew felt",
    ),
    (
        WordClass::RAISE,
        "went goes go going continued continues sought seeks tried tries began begins started appeared appears seemed seems \
         used took takes came rushed paused used hastened chose moved proceeded",
    ),
    (
        WordClass::FALSE,
        "nonsense false untrue baseless unfounded fake hoax lie lies fabrication fabrications absurd ridiculous rubbish bogus \
         groundless fiction invented propaganda slander smear",
    ),
];

const TRADES: [(WordClass, &str); 6] = [
    (
        WordClass::TITLE,
        "mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame sen sen. sens sens. senator senators rep rep. reps reps. \
         representative congressman congresswoman gov gov. governor lt lt. gen gen. general col col. colonel capt capt. \
         captain sgt sgt. sergeant rev rev. reverend prof prof. professor president vice-president premier chancellor \
         secretary minister mayor judge justice chief chairman chairwoman chair commissioner councilman councilwoman \
         councillor ambassador king queen prince princess pope archbishop bishop cardinal father sister rabbi imam sheikh \
         speaker leader ceo cfo coo hon hon. del del. attorney admiral adm adm. major maj maj. lieutenant cpl. pvt. officer \
         detective inspector superintendent sheriff deputy coach director manager envoy ayatollah baroness baron count duke \
         duchess emperor",
    ),
    (
        WordClass::ROLE,
        "spokesman spokeswoman spokesperson president premier chancellor secretary minister mayor judge chief chairman \
         chairwoman chair commissioner ambassador speaker leader ceo director manager envoy officer official researcher \
         analyst economist author writer journalist reporter correspondent editor columnist lawyer attorney professor \
         scientist expert strategist adviser advisor aide activist candidate nominee senator congressman congresswoman \
         governor representative lawmaker legislator politician executive founder co-founder owner host anchor historian \
         doctor physician nurse teacher student resident neighbor neighbour farmer engineer detective sergeant captain \
         general colonel coach player captain actor actress singer rapper comedian filmmaker producer artist musician \
         mother father son daughter brother sister wife husband widow rival critic opponent ally supporter colleague \
         commentator pollster consultant donor banker billionaire businessman businesswoman investor entrepreneur \
         broadcaster blogger source witness victim survivor suspect defendant prosecutor counsel coordinator organizer \
         organiser organiser head member deputy superintendent principal dean pastor priest bishop veteran worker driver \
         pilot mechanic architect designer developer diplomat negotiator operative staffer whistleblower psychologist \
         biologist chemist physicist epidemiologist virologist climatologist meteorologist ecologist geologist \
         astronomer archaeologist philosopher sociologist democrat republican conservative liberal incumbent frontrunner \
         front-runner publicist biographer novelist poet critic trader broker partner graduate fellow scholar man woman",
    ),
    (
        WordClass::MANY,
        "officials critics experts analysts sources supporters researchers scientists economists lawyers lawmakers \
         democrats republicans police prosecutors authorities residents voters protesters protestors activists aides advisers advisors \
         leaders members workers employees investigators people witnesses relatives friends parents families students \
         teachers doctors nurses neighbors neighbours opponents allies colleagues diplomats historians observers senators \
         congressmen governors judges ministers reporters journalists writers authors scholars conservatives liberals \
         progressives others some many most several both those respondents participants men women pollsters strategists \
         executives investors traders farmers engineers organizers organisers union unions groups companies countries \
         auditors inspectors regulators creditors negotiators attorneys directors governments ministries \
         another each few many neither either one all \
         politicians legislators operatives staffers demonstrators campaigners",
    ),
    (
        WordClass::MALE,
        "he him his himself mr mr. sir lord king prince father brother son husband congressman chairman spokesman \
         businessman councilman man boy gentleman priest pope bishop archbishop cardinal actor emperor duke baron \
         grandfather uncle nephew widower rabbi imam",
    ),
    (
        WordClass::FEMALE,
        "she her hers herself mrs mrs. ms ms. miss lady dame queen princess mother sister daughter wife congresswoman \
         chairwoman spokeswoman businesswoman councilwoman woman girl actress duchess baroness widow grandmother aunt niece",
    ),
    (
        WordClass::ANSWER,
        "comment confirm discuss say elaborate answer respond address speak disclose identify name provide specify talk \
         explain reveal release reply offer give clarify detail divulge",
    ),
];

const BODIES: [(WordClass, &str); 5] = [
    (
        WordClass::BODY,
        "inc inc. corp corp. co co. ltd ltd. llc plc group company corporation university college institute institution \
         department ministry agency bureau commission committee council court senate congress parliament government \
         administration party union association federation league club foundation fund bank office authority board house \
         insurer carmaker retailer lender operator regulator manufacturer watchdog charity publisher supplier utility \
         startup brand think-tank embassy consulate parliament opposition campaign panel tribunal inquiry jury prosecution \
         defence defense school hospital church army navy force forces police campaign coalition alliance organization organisation society \
         center centre service services team museum network kremlin pentagon nato un fbi cia eu irs epa doj gop nhs who \
         treasury embassy cabinet assembly guard conference trust firm airline airlines motors industries partners systems",
    ),
    (
        WordClass::OUTLET,
        "times post journal news reuters ap afp bbc cnn cnbc nbc abc cbs msnbc npr pbs guardian tribune herald bloomberg \
         gazette chronicle telegraph observer newspaper newspapers magazine outlet broadcaster newsweek time politico axios \
         vox buzzfeed huffpost atlantic yorker economist financial independent mirror mail globe inquirer examiner press \
         spiegel monde figaro zeitung pais guardian haaretz xinhua tass al-jazeera newsroom network tabloid daily weekly \
         website paper wire monitor",
    ),
    (
        WordClass::PAPER,
        "report reports study studies poll polls survey surveys data document documents records statement memo letter \
         filing filings lawsuit complaint indictment affidavit audit review analysis research paper book article story \
         editorial transcript emails email statistics figures estimate estimates census findings results evidence \
         investigation inquiry court judge ruling index dossier biography memoir script website page video ad release \
         graph chart map table press-release average exit-polls numbers",
    ),
    (
        WordClass::MEDIUM,
        "statement interview letter tweet tweets speech post email e-mail briefing conference testimony filing release memo \
         message report call remarks debate hearing rally book article column editorial essay note video broadcast podcast \
         show appearance address lawsuit court event town forum meeting newscast",
    ),
    (
        WordClass::PLACE,
        "america britain england scotland wales ireland france germany italy spain russia china japan india canada mexico \
         brazil washington london paris berlin moscow beijing tokyo york california texas florida ohio michigan pennsylvania \
         virginia iowa nevada arizona georgia colorado wisconsin illinois boston chicago houston philadelphia detroit \
         miami brussels geneva kyiv ukraine iran iraq syria israel turkey europe asia africa street avenue city county state",
    ),
];
