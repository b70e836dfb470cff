//! Which language a text is written in.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use foldhash::fast::RandomState;
use unicode_segmentation::UnicodeSegmentation;

use super::lexicon::LANGUAGES;

/// How many words are looked at; more tell nothing new.
const WORDS: usize = 400;

/// How far the evidence for another language must lead before English, the default, gives way.
const LEAD: f64 = 1.5;

/// Letters written in few languages of their script, with those languages.
const LETTERS: [(&str, &str); 25] = [
    ("ß", "de"),
    ("ñ¿¡", "es"),
    ("ã", "pt"),
    ("õ", "pt et"),
    ("łąęśźż", "pl"),
    ("řěů", "cs"),
    ("ľĺŕ", "sk"),
    ("őű", "hu"),
    ("ğış", "tr"),
    ("øæ", "da no"),
    ("å", "sv da no"),
    ("ăâșțţ", "ro"),
    ("đć", "hr"),
    ("þð", "is"),
    ("ơưạảấầậếềệịọốồộớờợụứữự", "vi"),
    ("ąčęėįšųūž", "lt"),
    ("āčēģīķļņšūž", "lv"),
    ("їєґ", "uk"),
    ("ў", "be"),
    ("әғқңөұүһ", "kk"),
    ("ыэ", "ru be kk"),
    ("ъ", "bg ru"),
    ("йщьюя", "ru uk be bg kk"),
    ("љњћђ", "sr"),
    ("ѓќѕ", "mk"),
];

/// The language of `text` as a BCP 47 code, by its script, its commonest words and its rarer letters.
///
/// Where a text is too short or too odd to tell, it is English.
pub fn detect(text: &str) -> &'static str {
    let words = || text.unicode_words().take(WORDS);
    let scripts = Scripts::of(words().flat_map(str::chars));
    scripts.language().unwrap_or_else(|| by_words(words(), scripts.commonest()))
}

/// A bit for each of `LANGUAGES`.
type Set = u64;

fn set_of(code: &str) -> Set {
    LANGUAGES.iter().position(|language| language.code == code).map_or(0, |at| 1 << at)
}

/// English words beside the commonest, for short texts that happen to hold a word of another language.
const ENGLISH: &str = "also back best big come day down end first free get go going good got here home how long made make \
    man may men met much new news next no now off old own people place plus read right said say says see so take tell than \
    time today told us use very view war way week well will win work world year years";

/// Every common word with the languages that have it.
static COMMON: LazyLock<HashMap<&str, Set, RandomState>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Set, RandomState> = HashMap::default();
    for language in LANGUAGES {
        let set = set_of(language.code);
        for word in language.common.split_whitespace().chain(language.openers.split_whitespace()) {
            *words.entry(word).or_default() |= set;
        }
    }
    for word in ENGLISH.split_whitespace() {
        *words.entry(word).or_default() |= set_of("en");
    }
    words
});

/// Every telling letter with the languages that have it.
static RARE: LazyLock<HashMap<char, Set, RandomState>> = LazyLock::new(|| {
    let mut letters: HashMap<char, Set, RandomState> = HashMap::default();
    for (row, codes) in LETTERS {
        let set = codes.split(' ').map(set_of).fold(0, |all, one| all | one);
        for letter in row.chars() {
            *letters.entry(letter).or_default() |= set;
        }
    }
    letters
});

/// What speaks for each of `LANGUAGES`.
#[derive(Clone, Copy, Default)]
struct LanguageScore {
    points: f64,
    /// How many common words of it were met, names and single letters left out.
    words: usize,
}

/// Shares `value` among the languages of `set`.
fn give(all: &mut [LanguageScore], set: Set, value: f64) {
    let share = value / f64::from(set.count_ones().max(1));
    for (at, evidence) in all.iter_mut().enumerate() {
        if set & (1 << at) != 0 {
            evidence.points += share;
            evidence.words += usize::from(value >= 1.0);
        }
    }
}

/// How much a common word says: nothing in capitals, little as a letter or where it may be part of a name.
fn weight(word: &str) -> f64 {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() => {
            if second.is_uppercase() {
                0.0
            } else {
                0.3
            }
        }
        (Some(first), None) => {
            if first.is_uppercase() {
                0.0
            } else {
                0.3
            }
        }
        _ => 1.0,
    }
}

fn by_words<'a>(words: impl Iterator<Item = &'a str>, script: Script) -> &'static str {
    let mut all = [LanguageScore::default(); LANGUAGES.len()];
    let mut seen: HashSet<_, RandomState> = HashSet::default();
    // A word counts once, so that a name said again and again stays one word.
    for (at, word) in words.filter(|word| seen.insert(*word)).enumerate() {
        let small = word.to_lowercase();
        let languages_of = |word: &str| COMMON.get(word).copied().unwrap_or_default();
        // The first word has its capital from its place.
        give(&mut all, languages_of(&small), weight(if at == 0 { &small } else { word }));
        // An elided article stands apart: l'opinione, d'accord.
        for part in small.split(['\'', '’']).filter(|part| part.len() < small.len()) {
            give(&mut all, languages_of(part), 0.5);
        }
        let told = small.chars().filter_map(|letter| RARE.get(&letter).copied()).reduce(|all, one| all & one);
        // A name keeps its letters in every language.
        give(&mut all, told.unwrap_or_default(), if word.starts_with(char::is_uppercase) { 0.2 } else { 0.7 });
    }
    let found = LANGUAGES.iter().zip(all).filter(|(language, _)| script_of(language.code) == script);
    let most = found.reduce(|best, one| if one.1.points > best.1.points { one } else { best });
    let english = all.first().copied().unwrap_or_default();
    most.filter(|(_, most)| match script {
        Script::Latin => most.words > english.words.max(1) && most.points >= 0.6 && most.points > english.points * LEAD,
        Script::Cyrillic | Script::Arabic | Script::Devanagari => most.points > 0.0,
    })
    .map_or(script.commonest(), |(language, _)| language.code)
}

/// Scripts that several of our languages share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
}

impl Script {
    /// The language to take where nothing tells them apart.
    const fn commonest(self) -> &'static str {
        match self {
            Self::Latin => "en",
            Self::Cyrillic => "ru",
            Self::Arabic => "ar",
            Self::Devanagari => "hi",
        }
    }
}

fn script_of(code: &str) -> Script {
    match code {
        "ru" | "uk" | "be" | "bg" | "sr" | "mk" | "kk" => Script::Cyrillic,
        "ar" | "fa" | "ur" => Script::Arabic,
        "hi" | "mr" => Script::Devanagari,
        _ => Script::Latin,
    }
}

/// How many letters of each script were met.
#[derive(Default)]
struct Scripts {
    latin: usize,
    cyrillic: usize,
    arabic: usize,
    persian: usize,
    urdu: usize,
    devanagari: usize,
    han: usize,
    kana: usize,
    other: HashMap<&'static str, usize, RandomState>,
}

impl Scripts {
    fn of(letters: impl Iterator<Item = char>) -> Self {
        let mut seen = Self::default();
        for letter in letters.filter(|letter| letter.is_alphabetic()) {
            match letter {
                'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => seen.persian += 1,
                'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ' | 'ھ' => seen.urdu += 1,
                _ => {}
            }
            match u32::from(letter) {
                0..0x0370 | 0x1e00..0x1f00 => seen.latin += 1,
                0x0400..0x0530 => seen.cyrillic += 1,
                0x0600..0x0700 | 0x0750..0x0780 | 0xfb50..0xfe00 | 0xfe70..0xff00 => seen.arabic += 1,
                0x0900..0x0980 => seen.devanagari += 1,
                0x3040..0x3100 | 0xff66..0xffa0 => seen.kana += 1,
                0x3400..0xa000 | 0xf900..0xfb00 | 0x20000..0x32000 => seen.han += 1,
                other => {
                    if let Some(code) = single(other) {
                        *seen.other.entry(code).or_default() += 1;
                    }
                }
            }
        }
        seen
    }

    /// The language, where the script alone tells it.
    fn language(&self) -> Option<&'static str> {
        let rest = self.latin + self.cyrillic + self.arabic + self.devanagari;
        let (code, count) = self.other.iter().max_by_key(|(code, count)| (**count, **code)).unwrap_or((&"", &0));
        // A character of Chinese or Japanese stands for several letters.
        let eastern = 3 * (self.han + self.kana);
        if *count > rest.max(eastern) {
            return Some(code);
        }
        if eastern > rest {
            return Some(if self.kana * 20 > self.han { "ja" } else { "zh" });
        }
        if self.arabic * 2 > rest {
            return match (self.persian, self.urdu) {
                (_, urdu) if urdu * 50 > self.arabic => Some("ur"),
                (persian, _) if persian * 100 > self.arabic => Some("fa"),
                _ => None,
            };
        }
        None
    }

    fn commonest(&self) -> Script {
        let counts = [
            (self.devanagari, Script::Devanagari),
            (self.arabic, Script::Arabic),
            (self.cyrillic, Script::Cyrillic),
            (self.latin, Script::Latin),
        ];
        counts.into_iter().max_by_key(|(count, _)| *count).map_or(Script::Latin, |(_, script)| script)
    }
}

/// The language of a script that only one language of the news is written in.
const fn single(letter: u32) -> Option<&'static str> {
    Some(match letter {
        0x0370..0x0400 | 0x1f00..0x2000 => "el",
        0x0530..0x0590 => "hy",
        0x0590..0x0600 => "he",
        0x0980..0x0a00 => "bn",
        0x0a00..0x0a80 => "pa",
        0x0a80..0x0b00 => "gu",
        0x0b80..0x0c00 => "ta",
        0x0c00..0x0c80 => "te",
        0x0c80..0x0d00 => "kn",
        0x0d00..0x0d80 => "ml",
        0x0d80..0x0e00 => "si",
        0x0e00..0x0e80 => "th",
        0x0e80..0x0f00 => "lo",
        0x0f00..0x1000 => "bo",
        0x1000..0x10a0 => "my",
        0x10a0..0x1100 => "ka",
        0x1100..0x1200 | 0xac00..0xd7b0 => "ko",
        0x1200..0x13a0 => "am",
        0x1780..0x1800 => "km",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_english_text_is_english() {
        for text in [
            "",
            "Close",
            "Storm",
            "Trump visits Berlin",
            "12 dead in Die Hard stunt",
            "A man was hurt.",
            "It rained. Nobody came.",
            "No comment",
            "Mayor resigns",
            "On me, so to be at it.",
            "Hans and de Vries met in La Paz.",
            "The café in São Paulo, says Núñez, is closed.",
            "Photo: Łukasz Żal",
            "Key points:",
            "Come on, come on, folks.",
            "Los Angeles port shut",
            "Goals: D. Cole 1, L. Moss 2, C. Reed 1",
            "Year-End Sale plus a free tote",
            "Long time no see",
        ] {
            assert_eq!(detect(text), "en", "{text}");
        }
    }

    #[test]
    fn a_sentence_tells_its_language() {
        for (language, text) in [
            ("en", "The council spent four million on the bridge, according to its own report."),
            ("de", "Der Rat hat für die Brücke vier Millionen ausgegeben, wie aus dem Bericht hervorgeht."),
            ("nl", "De raad heeft volgens het verslag vier miljoen aan de brug uitgegeven."),
            ("da", "Rådet har ifølge rapporten brugt fire millioner på broen, og det er ikke nok."),
            ("no", "Rådet har ifølge rapporten brukt fire millioner på broen, og det er ikke nok for oss å se på."),
            ("sv", "Rådet har enligt rapporten lagt fyra miljoner på bron, och det är inte nog."),
            ("fr", "Selon son rapport, le conseil a dépensé quatre millions pour le pont."),
            ("es", "Según su informe, el consejo gastó cuatro millones en el puente."),
            ("it", "Secondo il rapporto, il consiglio ha speso quattro milioni per il ponte."),
            ("pt", "Segundo o relatório, o conselho gastou quatro milhões na ponte e não foi tudo."),
            ("ca", "Segons l'informe, el consell ha gastat quatre milions en el pont però també amb això."),
            ("ro", "Potrivit raportului, consiliul a cheltuit patru milioane pentru pod și nu este suficient."),
            ("pl", "Według raportu rada wydała na most cztery miliony, ale to nie jest wszystko."),
            ("cs", "Podle zprávy rada utratila za most čtyři miliony, ale to není všechno, řekl starosta."),
            ("sk", "Podľa správy rada minula na most štyri milióny, ale to nie je všetko, povedal primátor."),
            ("sl", "Po poročilu je svet za most porabil štiri milijone, vendar to še ni vse, ker je bilo tudi več."),
            ("hr", "Prema izvješću vijeće je za most potrošilo četiri milijuna, ali to nije sve što su kupili."),
            ("hu", "A jelentés szerint a tanács négymilliót költött a hídra, de ez még nem minden."),
            ("fi", "Raportin mukaan neuvosto käytti siltaan neljä miljoonaa, mutta se ei ole kaikki."),
            ("et", "Aruande järgi kulutas nõukogu sillale neli miljonit, kuid see ei ole kõik, mida ta tegi."),
            ("et", "Tallinna linnavalitsus eraldas teede remondiks 4,2 miljonit eurot, ütles abilinnapea teisipäeval."),
            ("et", "Pärast tormi jäi Saaremaal elektrita 3100 majapidamist, teatas võrguettevõte."),
            ("et", "Sild maksis neli miljonit eurot rohkem, kinnitas linnapea Tora Lind esmaspäeval."),
            ("lv", "Saskaņā ar ziņojumu padome tiltam iztērēja četrus miljonus, bet tas nav viss."),
            ("lt", "Pagal ataskaitą taryba tiltui išleido keturis milijonus, bet tai dar ne viskas."),
            ("tr", "Rapora göre belediye köprü için dört milyon harcadı, ancak bu yeterli değil."),
            ("id", "Menurut laporan itu dewan telah menghabiskan empat juta untuk jembatan yang baru."),
            ("vi", "Theo báo cáo, hội đồng đã chi bốn triệu cho cây cầu nhưng không đủ."),
        ] {
            assert_eq!(detect(text), language, "{text}");
        }
    }

    #[test]
    fn the_script_tells_the_language() {
        for (language, text) in [
            ("ru", "По данным отчета, совет потратил на мост четыре миллиона."),
            ("uk", "За даними звіту, рада витратила на міст чотири мільйони, але це не все."),
            ("bg", "Според доклада съветът е похарчил за моста четири милиона, но това не е всичко."),
            ("sr", "Према извештају, веће је за мост потрошило четири милиона."),
            ("mk", "Според извештајот, советот потрошил четири милиони за мостот, но тоа не е сè."),
            ("kk", "Есеп бойынша, кеңес көпірге төрт миллион жұмсады, бірақ бұл жеткіліксіз."),
            ("el", "Το συμβούλιο ξόδεψε τέσσερα εκατομμύρια."),
            ("ar", "أنفق المجلس أربعة ملايين على الجسر في العام الماضي."),
            ("fa", "شورا چهار میلیون برای پل هزینه کرد و این پایان کار نیست گزارش."),
            ("ur", "کونسل نے پل پر چالیس لاکھ خرچ کیے ہیں۔"),
            ("hi", "परिषद ने पुल पर चालीस लाख खर्च किए हैं।"),
            ("mr", "परिषदेने पुलावर चाळीस लाख खर्च केले आहेत आणि काम अजून बाकी आहे."),
            ("zh", "市议会为这座桥花费了四百万。"),
            ("ja", "市議会は橋に四百万を使った。"),
            ("ko", "시의회는 다리에 사백만을 썼다."),
            ("hy", "Խորհուրդը կամրջի վրա ծախսել է չորս միլիոն:"),
            ("th", "สภาใช้เงินสี่ล้านกับสะพาน"),
            ("he", "המועצה הוציאה ארבעה מיליון על הגשר."),
        ] {
            assert_eq!(detect(text), language, "{text}");
        }
    }

    #[test]
    fn names_in_another_script_do_not_change_the_language() {
        assert_eq!(detect("The sign read 市役所 and the crowd walked on to the bridge."), "en");
        assert_eq!(detect("Компания Google заявила, что не согласна с решением суда."), "ru");
    }
}
