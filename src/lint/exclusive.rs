//! When parts of a whole shut each other out: only then can they not be more than the whole.
//!
//! "Of the 200 workers, 150 are women and 120 live in the town" counts some twice and is right. What cannot be counted twice are answers
//! to one question ("for", "against", "abstained"), opposites ("men" and "women"), and a row that hangs on one verb of being
//! ("8 are red, 5 blue and 4 green").

use super::passage::{LintSentence, PlacedAmount, has};
use crate::quantity::Decimal;

/// Words of which one thing is only one, in lower case: answers first, then pairs.
const ONE_OF: [&[&str]; 12] = [
    &[
        "for",
        "favour",
        "favor",
        "against",
        "opposed",
        "abstained",
        "abstaining",
        "abstentions",
        "undecided",
        "unsure",
        "yes",
        "no",
        "absent",
        "agreed",
        "disagreed",
        "agree",
        "disagree",
        "neutral",
        "approve",
        "disapprove",
    ],
    &["dafür", "dagegen", "ja", "nein", "enthielten", "enthaltungen", "unentschieden", "unentschlossen", "fehlten"],
    &["pour", "contre", "oui", "non", "abstenus", "abstentions", "favorables", "opposés", "indécis", "absents"],
    &["favor", "contra", "sí", "no", "abstuvieron", "abstenciones", "indecisos", "ausentes"],
    &["för", "mot", "emot", "ja", "nej", "avstod", "osäkra"],
    &["men", "women", "children", "boys", "girls"],
    &["männer", "frauen", "kinder", "jungen", "mädchen"],
    &["hommes", "femmes", "enfants", "garçons", "filles"],
    &["hombres", "mujeres", "niños", "niñas"],
    &["män", "kvinnor", "barn", "pojkar", "flickor"],
    &["won", "lost", "drawn", "drew", "wins", "losses", "draws", "defeats"],
    &["open", "closed", "shut"],
];

/// Verbs of being and of place, whose subject is in one state or place.
const BEING: [&str; 40] = [
    "are", "were", "is", "was", "lie", "lay", "stand", "stood", "went", "go", "came", "come", "voted", "sind", "waren",
    "liegen", "lagen", "stehen", "standen", "gingen", "kamen", "sont", "étaient", "vont", "viennent", "son", "eran",
    "están", "estaban", "fueron", "van", "är", "var", "ligger", "låg", "står", "stod", "kom", "gick", "röstade",
];

/// Verbs of having, doing and wanting, behind which one thing may be another as well.
const HAVING: [&str; 16] = [
    "have", "has", "had", "do", "did", "live", "own", "haben", "hatten", "ont", "avaient", "tienen", "tenían", "har",
    "hade", "also",
];

/// What happens to one but once.
const ONCE: [&str; 30] = [
    "arrested",
    "detained",
    "released",
    "died",
    "killed",
    "born",
    "sold",
    "scrapped",
    "demolished",
    "convicted",
    "acquitted",
    "hanged",
    "drowned",
    "festgenommen",
    "verhaftet",
    "starben",
    "getötet",
    "verkauft",
    "freigesprochen",
    "arrêtés",
    "arrêtées",
    "tués",
    "morts",
    "vendus",
    "detenidos",
    "murieron",
    "vendidos",
    "gripna",
    "gripits",
    "såldes",
];

/// Words for parts of a part: "45 of them".
const NESTED: [&str; 13] = [
    "of them",
    "of these",
    "of those",
    "of which",
    "of whom",
    "von ihnen",
    "d'entre",
    "d’entre",
    "de ellos",
    "de ellas",
    "de estos",
    "av dem",
    "av dessa",
];

/// True when some part is itself told in parts.
pub(super) fn nested(sentence: &LintSentence<'_>) -> bool {
    NESTED.iter().any(|words| sentence.all().contains(words))
}

/// True when nothing of the whole can be in two of `parts`; `total` is their sum.
pub(super) fn exclusive(
    sentence: &LintSentence<'_>,
    whole: Decimal,
    total: Decimal,
    parts: &[PlacedAmount<'_>],
) -> bool {
    let told: Vec<&str> = parts.iter().map(|part| clause(sentence.tail(part.0))).collect();
    answers(&told) || (in_one_row(sentence, parts, &told) || happened_once(&told)) && is_slip(whole, total, parts)
}

/// The words of a part, up to what sets the next apart.
fn clause(tail: &str) -> &str {
    tail.split([',', ';', '(', ':', '.']).next().unwrap_or_default()
}

/// True when each part has another word of one list, or a last one says "not": "60 were answered and 40 were not".
fn answers(told: &[&str]) -> bool {
    let word = |clause: &str, list: &[&str]| {
        clause.split(|c: char| !c.is_alphanumeric()).find_map(|word| list.iter().position(|known| *known == word))
    };
    let differ = |list: &[&str]| {
        let mut found: Vec<Option<usize>> = told.iter().map(|clause| word(clause, list)).collect();
        found.sort_unstable();
        found.iter().all(Option::is_some) && found.windows(2).all(|pair| matches!(pair, [one, other] if one != other))
    };
    let denied = matches!(told, [_, last] if last.trim_end().ends_with(" not"));
    denied || ONE_OF.iter().any(|list| differ(list))
}

/// True for three or more parts that hang on one verb of being, which stands with the first: "8 are red, 5 blue and 4 green".
fn in_one_row(sentence: &LintSentence<'_>, parts: &[PlacedAmount<'_>], told: &[&str]) -> bool {
    let (Some(first), Some((one, others))) = (parts.first(), told.split_first()) else { return false };
    let being = has(one, &BEING) || has(sentence.lead(first.0), &BEING);
    let bare = |clause: &&str| !has(clause, &BEING) && !has(clause, &HAVING) && clause.split_whitespace().count() <= 5;
    others.len() >= 2 && being && others.iter().all(bare)
}

/// True for parts that hang on one verb of what happens to nobody twice: "two were arrested on Monday and three on Tuesday".
fn happened_once(told: &[&str]) -> bool {
    let Some((one, others)) = told.split_first() else { return false };
    let bare = |clause: &&str| {
        let mut words = clause.split_whitespace();
        words.next().is_some_and(is_preposition) && words.count() <= 4 && !has(clause, &HAVING)
    };
    has(one, &ONCE) && !others.is_empty() && others.iter().all(bare)
}

/// True for a word of place or time with which a part goes on whose verb stood before: "120 work in Vejle, 90 in Odense".
pub(super) fn is_preposition(word: &str) -> bool {
    const PREPOSITIONS: [&str; 35] = [
        "in", "for", "für", "pour", "para", "för", "on", "at", "from", "to", "by", "near", "under", "during", "im",
        "am", "auf", "aus", "bei", "an", "vom", "à", "au", "aux", "en", "dans", "le", "el", "a", "i", "på", "från",
        "vid", "zu", "nach",
    ];
    PREPOSITIONS.contains(&word)
}

/// True when parts miss their whole by less than the least of them: by more, they are of several things.
pub(super) fn is_slip(whole: Decimal, total: Decimal, parts: &[PlacedAmount<'_>]) -> bool {
    parts.iter().map(|(.., part)| part.value).min().is_some_and(|least| (total - whole).abs() < least)
}
