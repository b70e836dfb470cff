//! Lines about an article that stand by themselves: who wrote it, how long it takes to read, who posted what it quotes.

use super::signs::{fold, opens_with};
use super::words;
use crate::intake::wrap;

/// Words of a byline at most.
const LONGEST: usize = 14;

/// Small words between names and inside of them.
#[rustfmt::skip]
const JOINTS: &[&str] = &[
    "&", "and", "und", "et", "y", "e", "og", "och", "en", "with", "mit", "avec", "con", "de", "van", "von", "der", "den",
    "da", "di", "del", "della", "dos", "du", "la", "le", "bin", "ibn", "al", "el", "ter", "zu", "af", "av",
];

/// The names in a line that is a printed byline and nothing else: "By Tora Lind and Ulf Berg, Harbour Reporter".
pub(in crate::intake) fn byline(line: &str) -> Option<String> {
    if line.split(' ').count() > LONGEST || wrap::ends_sentence(line) {
        return None;
    }
    let folded = fold(line);
    let opens = |opening: &&&str| opening.is_ascii() && opens_with(&folded, &[**opening]);
    let opening = words::BYLINES.iter().filter(opens).max_by_key(|opening| opening.len())?;
    let rest = line.get(opening.len()..)?.trim_start_matches([':', ' ']);
    let rest = rest.split(['|', '•', '·', '(', '/']).next().unwrap_or_default();
    let names: Vec<&str> = rest.split(',').map(str::trim).take_while(|part| is_name(part)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// True for one name or several: two words or more with a capital each, and none that names a trade or a day.
pub(in crate::intake) fn is_name(part: &str) -> bool {
    let mut capitals = 0;
    for word in part.split_whitespace() {
        let small = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
        let dated = words::MONTHS.contains(&small.as_str()) || words::STAMPS.contains(&small.as_str());
        let joint = JOINTS.contains(&word);
        let named = word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit());
        if words::TRADES.contains(&small.as_str()) || !(joint || named && !dated) {
            return false;
        }
        capitals += usize::from(!joint);
    }
    capitals >= 2 && part.starts_with(char::is_uppercase)
}

/// What a line says that tells how long the article takes to read or hear.
#[rustfmt::skip]
const READING: &[&str] = &[
    "read", "reading", "listen", "listening", "lecture", "lesezeit", "lesedauer", "lesen", "lectura", "leitura", "lettura",
    "leestijd", "lästid", "læsetid", "lesetid",
];
/// Units of it, and what stands between.
#[rustfmt::skip]
const MINUTES: &[&str] = &[
    "min", "mins", "minute", "minutes", "minuten", "minuto", "minutos", "minuti", "minuter", "minutter",
];
/// See [`MINUTES`].
const BETWEEN: &[&str] = &["temps", "de", "di", "time", "tempo", "tiempo", "ca", "circa", "approx", "estimated", "to"];

/// True for "3 min read" and "Temps de lecture : 3 min.".
pub(super) fn is_reading_time(folded: &str) -> bool {
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (mut figures, mut units, mut reading) = (0, 0, 0);
    for word in words {
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            figures += 1;
        } else if MINUTES.contains(&word) {
            units += 1;
        } else if READING.contains(&word) {
            reading += 1;
        } else if !BETWEEN.contains(&word) {
            return false;
        }
    }
    figures == 1 && units == 1 && reading == 1
}

/// True for the line under an embedded post: a dash, who posted it, and the address in brackets.
pub(super) fn is_posted(folded: &str) -> bool {
    folded.starts_with(['—', '–', '-']) && folded.contains("(@")
}

/// Openings of what the desk is told in brackets, in small letters.
#[rustfmt::skip]
const REMARKS: &[&str] = &[
    "note", "desk", "editor", "editors", "eds", "ed", "subs", "sub", "legal", "tk", "tktk", "query", "check", "fact check",
    "fact-check", "picture desk", "photo desk", "insert", "anm", "anmerkung", "hinweis", "achtung", "note aux", "nota",
];

/// Those that no author begins a bracket with that is meant for readers, in round brackets.
const ADDRESSED: &[&str] =
    &["desk", "editors", "eds", "note to desk", "note to editors", "subs", "legal", "picture desk", "photo desk"];

/// True for a paragraph in brackets that is no text of the article: a remark to the desk, or what a script's capitals say of sounds and scenes.
pub(in crate::intake) fn is_remark(text: &str) -> bool {
    let within = |open: char, close: char| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains([open, close])).then(|| inner.trim())
    };
    let opens = |inner: &str, openings: &[&str], marks: &[char]| {
        let folded = inner.to_lowercase();
        openings.iter().any(|opening| folded.strip_prefix(opening).is_some_and(|rest| rest.starts_with(marks)))
    };
    let shouted = |inner: &str| inner.chars().any(char::is_uppercase) && !inner.chars().any(char::is_lowercase);
    within('[', ']').is_some_and(|inner| shouted(inner) || opens(inner, REMARKS, &[' ', ':', ',', '.']))
        || within('(', ')').is_some_and(|inner| opens(inner, ADDRESSED, &[':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byline_has_names_and_nothing_else() {
        assert_eq!(byline("By TORA LIND").as_deref(), Some("TORA LIND"));
        assert_eq!(
            byline("By Tora Lind and Ulf van Berg, Harbour Reporter").as_deref(),
            Some("Tora Lind and Ulf van Berg")
        );
        assert_eq!(byline("Von Tora Lind, Ulf Berg und Pia Holm").as_deref(), Some("Tora Lind, Ulf Berg und Pia Holm"));
        for line in
            ["By Tuesday Night", "By sea to Norrhamn", "By then 300 had gone", "By Tora Lind the pier was lost."]
        {
            assert_eq!(byline(line), None, "{line}");
        }
    }

    #[test]
    fn times_of_reading_are_stamps() {
        assert!(is_reading_time("temps de lecture 3 min."));
        assert!(is_reading_time("4 minute read"));
        assert!(!is_reading_time("the lecture took 3 minutes"));
    }

    #[test]
    fn a_remark_in_brackets_is_told_from_the_author_s_brackets() {
        for text in
            ["[NOTE TO DESK: Roe confirmed by phone]", "[Check: 12 or 14?]", "(EDS: adds a quote)", "[APPLAUSE]"]
        {
            assert!(is_remark(text), "{text}");
        }
        for text in
            ["[The board] met on Tuesday.", "(Roe was on leave.)", "[1] Minutes, p. 4", "(Note: prices of May)", "[…]"]
        {
            assert!(!is_remark(text), "{text}");
        }
    }
}
