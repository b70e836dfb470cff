//! What a note's own words tell: that its source is not at hand, of which kind it is, and whether it is a note at all.

use super::{CitationKind, parts, private};

/// True for a part of a note that says where something stands, who can tell, or that nobody can: a place, an address, a file, a title
/// with its day, a word to the desk.
pub(super) fn points(part: &str, language: &str) -> bool {
    let said = parts::of(part, language);
    let day = said.date.as_ref().is_some_and(|date| date.split('-').filter(|part| part.len() == 2).count() == 2);
    let titled = || said.title.as_ref().is_some_and(|title| !is_led(title));
    let first = part.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let desk = TO_THE_DESK.contains(&first.as_str());
    said.url.is_some()
        || said.locator.is_some()
        || names_file(part)
        || day && titled()
        || desk
        || own_kind(part).is_some()
        || is_absent(part)
}

/// What a word to the desk begins with, in lower case.
const TO_THE_DESK: [&str; 21] = [
    "check",
    "ask",
    "verify",
    "confirm",
    "confirmed",
    "see",
    "source",
    "sources",
    "src",
    "via",
    "per",
    "ibid",
    "ditto",
    "cf",
    "ed",
    "fc",
    "siehe",
    "quelle",
    "quellen",
    "prüfen",
    "ebd",
];

/// True for words that begin as a clause does and no title: "on 3 March".
fn is_led(title: &str) -> bool {
    let first = title.split_whitespace().next().unwrap_or_default();
    first.starts_with(char::is_lowercase)
}

/// True where a word is the name of a file.
fn names_file(part: &str) -> bool {
    part.split_whitespace().any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let parted = bare.rsplit_once('.').filter(|(stem, _)| stem.len() > 2 && !stem.ends_with('.'));
        parted.is_some_and(|(_, ending)| {
            (2..=4).contains(&ending.len())
                && ending.starts_with(|c: char| c.is_ascii_lowercase())
                && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    })
}

/// Words for what is not in the folder.
const ABSENT: [&str; 16] = [
    "on paper",
    "will scan",
    "lost",
    "no recording",
    "not recorded",
    "no notes",
    "no transcript",
    "to come",
    "not yet",
    "liegt nicht vor",
    "noch offen",
    "keine aufnahme",
    "nicht aufgezeichnet",
    "verloren",
    "will send",
    "missing",
];

/// Does a note say itself that its source is not at hand?
pub(super) fn is_absent(part: &str) -> bool {
    let lower = part.to_lowercase();
    ABSENT.iter().any(|words| whole(&lower, words)) || private::is_private(part) && !lower.contains(':')
}

/// Kinds that a note's own words tell: the first that is found.
const OWN: [(&str, CitationKind); 56] = [
    ("tk", CitationKind::None),
    ("tbc", CitationKind::None),
    ("tba", CitationKind::None),
    ("to be confirmed", CitationKind::None),
    ("from memory", CitationKind::None),
    ("common knowledge", CitationKind::None),
    ("can't prove", CitationKind::None),
    ("noch offen", CitationKind::None),
    ("still open", CitationKind::None),
    ("texted", CitationKind::None),
    ("no source", CitationKind::None),
    ("need source", CitationKind::None),
    ("source?", CitationKind::None),
    ("unverified", CitationKind::None),
    ("check with", CitationKind::None),
    ("aus dem gedächtnis", CitationKind::None),
    ("no answer", CitationKind::None),
    ("nobody answered", CitationKind::None),
    ("allgemein bekannt", CitationKind::None),
    ("own observation", CitationKind::Own),
    ("own calculation", CitationKind::Own),
    ("my calculation", CitationKind::Own),
    ("my own", CitationKind::Own),
    ("my notebook", CitationKind::Own),
    ("notebook", CitationKind::Own),
    ("my notes", CitationKind::Own),
    ("my view", CitationKind::Own),
    ("seen by me", CitationKind::Own),
    ("i saw", CitationKind::Own),
    ("i was there", CitationKind::Own),
    ("counted myself", CitationKind::Own),
    ("observed", CitationKind::Own),
    ("own count", CitationKind::Own),
    ("selbst", CitationKind::Own),
    ("eigene", CitationKind::Own),
    ("eigener", CitationKind::Own),
    ("notizbuch", CitationKind::Own),
    ("meine notizen", CitationKind::Own),
    ("my impression", CitationKind::Own),
    ("my photo", CitationKind::Own),
    ("email", CitationKind::Mail),
    ("e-mail", CitationKind::Mail),
    ("mail", CitationKind::Mail),
    ("letter", CitationKind::Mail),
    ("brief", CitationKind::Mail),
    ("interview", CitationKind::Interview),
    ("phone", CitationKind::Interview),
    ("call", CitationKind::Interview),
    ("chat", CitationKind::Interview),
    ("tape", CitationKind::Interview),
    ("conversation", CitationKind::Interview),
    ("gespräch", CitationKind::Interview),
    ("hintergrund", CitationKind::Interview),
    ("background", CitationKind::Interview),
    ("off the record", CitationKind::Interview),
    ("told me", CitationKind::Interview),
];

/// The kind that a note's own words tell; none where nothing does.
pub(super) fn own_kind(part: &str) -> Option<CitationKind> {
    let lower = part.to_lowercase();
    OWN.iter().find(|(words, _)| whole(&lower, words)).map(|(_, kind)| *kind)
}

/// Do whole words of `text` say this?
fn whole(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at + words.len()..).and_then(|rest| rest.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
