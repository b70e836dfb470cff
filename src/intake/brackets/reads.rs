//! Does what stands in brackets read like a note to whoever checks the text?

/// Words that only notes have, at their beginning or alone, in lower case.
const OPENINGS: &[&str] = &[
    "check",
    "tk",
    "tktk",
    "cq",
    "fc",
    "ed",
    "nb",
    "source",
    "sources",
    "src",
    "per",
    "via",
    "same",
    "again",
    "see",
    "siehe",
    "ask",
    "verify",
    "confirm",
    "confirmed",
    "ref",
    "cf",
    "quelle",
    "quellen",
    "prüfen",
    "kilde",
    "källa",
    "bron",
    "fuente",
    "fonte",
];

/// Words that refer back to a note before, or name how something is known.
const SIGNS: &[&str] = &[
    "ibid",
    "ibidem",
    "idem",
    "ebd",
    "ebenda",
    "ditto",
    "op. cit",
    "loc. cit",
    "as above",
    "see above",
    "same as",
    "wie oben",
    "siehe oben",
    "interview",
    "e-mail",
    "email",
    "by phone",
    "telephone",
    "telefon",
    "off the record",
    "not for print",
    "own observation",
    "seen by me",
    "my notes",
    "fact-check",
    "fact check",
    "factcheck",
];

/// Words before a figure that say where in a source something stands.
const PLACES: &[&str] = &[
    "p", "pp", "page", "pages", "s", "seite", "seiten", "sid", "side", "str", "pág", "pag", "blz", "item", "line",
    "row", "rows", "tape", "para", "par", "section", "sec", "chapter", "ch", "vol", "fol", "art", "article", "table",
    "fig", "note", "min", "minute", "zeile", "punkt", "tel",
];

/// What a writer or editor puts into a text in brackets that is no note.
const WORDS_OF_THE_TEXT: &[&str] = &[
    "sic",
    "laughs",
    "laughter",
    "applause",
    "pause",
    "inaudible",
    "crosstalk",
    "cheers",
    "sighs",
    "lacht",
    "gelächter",
    "beifall",
    "rires",
    "applaudissements",
    "risas",
    "skratt",
    "latter",
    "photo",
    "video",
    "audio",
    "image",
    "picture",
    "foto",
    "pdf",
    "link",
    "watch",
    "read",
    "subscribe",
    "sign",
    "edit",
];

/// Letters and figures that a note has at least.
const LEAST: usize = 3;
/// Bytes of a note at most.
const MOST: usize = 1_000;
/// Figures of a telephone number, at least.
const NUMBER: usize = 6;

/// How far words in brackets read like a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reads {
    /// They are of the text.
    No,
    /// They may be one, as their place tells.
    Maybe,
    /// They name a place, speak to the desk or refer back.
    Yes,
    /// They point to a place, a number or an address, as nobody speaks.
    Pointed,
}

/// How far the words between brackets read like a note.
pub(super) fn reads(inside: &str) -> Reads {
    let lower = inside.trim().to_lowercase();
    let said = lower.chars().filter(|c| c.is_alphanumeric()).count();
    let letters = lower.chars().any(char::is_alphabetic);
    let first = lower.split([' ', ',', '.', ';', '!', '?']).next().unwrap_or_default();
    let bare = first.trim_end_matches(':');
    if lower.len() > MOST || WORDS_OF_THE_TEXT.contains(&bare) || (said < LEAST && !OPENINGS.contains(&bare)) {
        return Reads::No;
    }
    if points(&lower) {
        return Reads::Pointed;
    }
    if !letters {
        return Reads::No;
    }
    let sign = |sign: &&str| lower.match_indices(*sign).any(|(at, _)| is_word(&lower, at, sign.len()));
    if OPENINGS.contains(&bare) || SIGNS.iter().any(sign) { Reads::Yes } else { Reads::Maybe }
}

/// True when the text before the bracket does not go on in a word at either end of a find.
fn is_word(text: &str, at: usize, length: usize) -> bool {
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    let after = text.get(at + length..).and_then(|tail| tail.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// A page, a time on a tape, a file, an address, a number to ring.
fn points(lower: &str) -> bool {
    let words: Vec<&str> =
        lower.split([' ', '\u{a0}', ',', ';', '(', ')', '/']).filter(|word| !word.is_empty()).collect();
    let figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit() || c == '§');
    let placed = words.windows(2).any(|pair| match pair {
        [place, at] => PLACES.contains(&place.trim_end_matches(['.', ':'])) && figure(at),
        _ => false,
    });
    let joined = words.iter().any(|word| {
        let place = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '–');
        place.len() < word.len() && place.ends_with('.') && PLACES.contains(&place.trim_end_matches('.'))
    });
    placed || joined || lower.contains('§') || words.iter().any(|word| is_address(word)) || is_number(lower)
}

/// An address in the web or of a mail box, the name of a file, a time on a tape.
fn is_address(word: &str) -> bool {
    let web = word.starts_with("http")
        || (word.starts_with("www.") && word.contains('/'))
        || word.split_once('@').is_some_and(|(_, at)| at.contains('.'));
    let clock = word.split(':').count() > 1
        && word.split(':').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
    let file = word.trim_end_matches('.').rsplit_once('.').is_some_and(|(name, ending)| {
        let known = [
            "pdf", "doc", "docx", "xlsx", "xls", "csv", "tsv", "txt", "md", "eml", "msg", "vtt", "srt", "mp3", "mp4",
            "wav", "m4a", "odt", "ods", "rtf", "html", "jpg", "png",
        ];
        !name.is_empty() && known.contains(&ending)
    });
    web || clock || file
}

/// A run of figures with what parts them in telephone numbers.
fn is_number(lower: &str) -> bool {
    let mut runs = lower.split(|c: char| !(c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '/' | '\u{a0}')));
    runs.any(|run| {
        let run = run.trim();
        let parts: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        let figures: usize = parts.iter().map(|part| part.len()).sum();
        let year = parts.iter().any(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")));
        figures > NUMBER && !year && (parts.len() > 1 || run.starts_with(['+', '0']))
    })
}

#[cfg(test)]
mod tests {
    use super::{Reads, reads};

    #[test]
    fn notes_are_known_from_words_of_the_text() {
        for note in ["Minutes, p. 12", "tape 2, 00:04:15", "T. Lind, +00 555 12 345", "ferry.csv, row 4", "S.12"] {
            assert_eq!(reads(note), Reads::Pointed, "{note}");
        }
        for note in ["CHECK", "TK: year?", "ibid.", "Lind in an interview", "per Odal", "ED: says 310?"] {
            assert_eq!(reads(note), Reads::Yes, "{note}");
        }
        for text in ["sic", "...", "…", "laughs", "1", "2019", "Photo: T. Lind"] {
            assert_eq!(reads(text), Reads::No, "{text}");
        }
        assert_eq!(reads("the harbour board"), Reads::Maybe);
    }
}
